"""Dates that count from the event of their own sentence: "voted on Tuesday, four days after the jury gave up".

The amount of time is no date by itself. With the date of the clause it hangs on it dates what follows "after" or
"before": the jury gave up four days before that Tuesday.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsline.dates.expression import Earlier, Expression, Later, This
from newsline.dates.tense import Tense
from newsline.dates.units import Unit
from newsline.events.english import words
from newsline.model import TimeExpression, TimexType

if TYPE_CHECKING:
    from collections.abc import Iterator

COUNTS = {
    **{word: int(value) for word, value in words.NUMBER_WORDS.items() if value.isdigit()},
    "a": 1,
    "an": 1,
    "the": 1,
}
UNITS = {"day": Unit.DAY, "night": Unit.DAY, "week": Unit.WEEK, "month": Unit.MONTH, "year": Unit.YEAR}
ROUGHLY = "barely|nearly|almost|about|around|roughly|some|(?:a )?little (?:more|less) than|(?:more|less) than|just over"
AMOUNT = re.compile(
    rf"\b(?:(?:{ROUGHLY}) )?([a-z]+|\d{{1,3}})"
    rf"(?: and a half)? ({'|'.join(UNITS)})(s)?(?: and a half)? (after|before)\b",
    re.I,
)
"""Hours and minutes after something are the same day in a chronology, so that they are no units here."""


def may_count(text: str) -> bool:
    """Whether "a week after" may stand in a sentence."""
    return " after" in text or " before" in text


def offset_expressions(text: str, start: int, sentence: int, host: TimeExpression | None) -> Iterator[TimeExpression]:
    """The dates of what stands behind "a week after" in a sentence that begins at `start`.

    `host` dates the clause it hangs on (None: the article's own day). What follows "after" lies earlier.
    """
    if not may_count(text):
        return
    base: Expression = host.meaning if host is not None else This(Unit.DAY)
    for match in AMOUNT.finditer(text):
        number = match[1].lower()
        if number not in COUNTS and not number.isdigit():
            continue
        if text[: match.start()].endswith("to ") or (number == "the" and match[3] is not None):
            continue  # "a year to the day after", "in the days after"
        count = COUNTS.get(number) or int(number)
        operator = Earlier if match[4].lower() == "after" else Later
        yield TimeExpression(
            start=start + match.start(),
            end=start + match.end(),
            text=match.group(),
            type=TimexType.DATE,
            meaning=operator(count, UNITS[match[2].lower()], base),
            tense=host.tense if host is not None else Tense.NONE,
            sentence=sentence,
        )
