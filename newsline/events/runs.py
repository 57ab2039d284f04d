"""Days that are told together: what went on "on Friday and Saturday" has both for its date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from newsline.dates.expression import AtTime, Bare, Between, Expression
from newsline.dates.repeating import Month, Weekday

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsline.events.attribution import Voices
    from newsline.events.moved import Place

JOINING = (["and"], ["and", "on"], ["and", "in"])
WEEK, YEAR = 7, 12


def runs(voices: Voices, index: int, placed: Sequence[Place]) -> list[Place]:
    """The dates of a sentence, two that adjoin ("Friday and Saturday", "in May and June") put together.

    Not where a noun or a verb follows that the second belongs to: "on Friday and on Saturday the council resigned".
    """
    tokens = voices.parse(index).tokens
    sentence = voices.sentences[index]
    kept: list[Place] = []
    for place in placed:
        expression, first, end = place
        before = kept[-1] if kept else place
        joined = tokens.lower[before[2] : first] in JOINING and not tokens.tags[end : end + 1].strip(",.;:)I>-")
        if joined and _adjoin(before[0].meaning, expression.meaning):
            start = before[0].start - sentence.start
            kept[-1] = (
                replace(
                    before[0],
                    end=expression.end,
                    text=sentence.text[start : expression.end - sentence.start],
                    meaning=Between(before[0].meaning, expression.meaning),
                ),
                before[1],
                end,
            )
        else:
            kept.append(place)
    return kept


def _adjoin(first: Expression, second: Expression) -> bool:
    """Whether the second day of the week or month is the one behind the first."""
    match _unit(first), _unit(second):
        case Weekday(number=a), Weekday(number=b):
            return b == (a + 1) % WEEK
        case Month(number=a), Month(number=b):
            return b == a % YEAR + 1
        case _:
            return False


def _unit(meaning: Expression) -> object:
    """The weekday or month of "Friday", "Friday night", "in May"; else nothing of use here."""
    inner = meaning.inner if isinstance(meaning, AtTime) else meaning
    return inner.repeating if isinstance(inner, Bare) else None
