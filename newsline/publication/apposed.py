"""A date that is said in two ways: "Tuesday evening, July 18", "yesterday (25 October)", "next Monday, 12 March".

A weekday beside a day of the year tells the year; words that count from the day of publication tell that day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from msgspec.structs import replace

from newsline.dates import expression as ex
from newsline.dates.span import Precision
from newsline.dates.tense import Tense
from newsline.model import TimeExpression

LONGEST = 8
"""Characters between the two ways of saying it: ", on the ", " (the "."""
WEEK = 7
REACH = 20
"""Days from publication to a day that is named so at most: "Monday week" is two weeks off."""

_BETWEEN = re.compile(r"\s?[,(–—-]\s?(?:on )?(?:the )?")


def joined(expressions: Sequence[TimeExpression], text: str) -> Iterator[tuple[TimeExpression, ex.Expression | None]]:
    """The expressions, each with the words before it that mean the same day, counted from the day of publication.

    A weekday and the day of the year behind it become one expression, as without a time of the day between them.
    """
    waiting: TimeExpression | None = None
    for one in expressions:
        before, waiting = waiting, one
        if before is None:
            continue
        if not _are_apposed(before, one, text):
            yield before, None
        elif (weekday := _weekday(before.meaning)) is not None:
            words = text[before.start : one.end]
            waiting = replace(before, end=one.end, text=words, meaning=ex.Dated(weekday, one.meaning))
        else:
            yield before, None
            yield one, before.meaning if _counts(before.meaning) else None
            waiting = None
    if waiting:
        yield waiting, None


def _are_apposed(first: TimeExpression, second: TimeExpression, text: str) -> bool:
    """Whether a day of the year stands behind an expression, with no more than a comma or a bracket between."""
    if not 0 < second.start - first.end <= LONGEST or not _BETWEEN.fullmatch(text, first.end, second.start):
        return False
    return any(isinstance(part, ex.MonthDay) for part in ex.walk(second.meaning))


def _weekday(meaning: ex.Expression) -> int | None:
    """The weekday that is named, with or without a time of the day."""
    while isinstance(meaning, ex.AtTime):
        meaning = meaning.inner
    match meaning:
        case ex.Bare(repeating=ex.Weekday(number=number)):
            return number
    return None


def _counts(meaning: ex.Expression) -> bool:
    return ex.needs_of(meaning) == {"day"} and not any(isinstance(part, ex.MonthDay) for part in ex.walk(meaning))


def direction(meaning: ex.Expression, tense: Tense) -> Tense:
    """Whether words mean a day ahead or one that is over, whatever the verb is; the tense of the verb if neither."""
    found = {lag for weekday in range(WEEK) for lag in lags(meaning, tense, weekday)}
    if found and max(found) < 0:
        return Tense.FUTURE
    return Tense.PAST if found and min(found) > 0 else tense


@lru_cache(maxsize=256)
def lags(meaning: ex.Expression, tense: Tense, weekday: int) -> tuple[int, ...]:
    """How many days after a day, which falls on a weekday, words may be written that mean it; below zero before it."""
    first = date(2001, 1, 1 + weekday).toordinal()  # 1 January 2001 was a Monday
    found = []
    for lag in range(-REACH, REACH + 1):
        span = meaning.resolve(ex.Anchor(date.fromordinal(first + lag), tense=tense))
        if span is not None and span.is_day and span.precision >= Precision.DAY and span.first.toordinal() == first:
            found.append(lag)
    return tuple(found)
