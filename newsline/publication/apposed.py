"""A date that is said in two ways: "Tuesday evening, July 18", "yesterday (25 October)", "last month, in April 2016".

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
from newsline.dates.units import Unit
from newsline.model import TimeExpression

LONGEST = 8
"""Characters between the two ways of saying it: ", on the ", " (the "."""
WEEK = 7
REACH = 20
"""Days from publication to a day that is named so at most: "Monday week" is two weeks off."""

_BETWEEN = re.compile(r"\s?[,(–—-]\s?(?:(?:on|in) )?(?:the )?|\s(?:on )?")
_BESIDE = re.compile(r"\s?[,(–—-]\s?(?:in (?:just |about |some |only )?)?")
"""Between a date and the words behind it that mean the same: "on 3 March, a week ago, ..."."""
AWAY = 60
"""Characters of what a date is of: "three weeks have passed since the quake of 22 February". Chosen: a noun phrase."""
_SINCE = re.compile(
    r"(?:(?P<plain> since)|(?: (?:have|has) (?:now )?(?:passed|elapsed|gone(?: by)?) since|,? on from))\b[^.;:!?,\n]*"
)
_IT_IS = re.compile(r"\b(?:it is|it['’]s|it has been)(?: now| already| just| only)? $", re.I)
_IT_IS_LONGEST = 20
"""Characters in which that stands: "it has been already "."""
_UNTIL = re.compile(r" (?:to go|left|remaining) (?:until|till|before|to)\b[^.;:!?,\n]*")
_ENDS = re.compile(r"\s?[,.;:)\n–—]|\s?$|\s-\s")
"""What stands behind these; "on June 4, last month's figures" names two dates."""
_OTHERWISE = re.compile(r"[’']s\b|-\w|\s(?:being|having)\b")
"""What stands behind a date that belongs to something else: "last month, 3 May being the deadline"."""
_IN = re.compile(r"\bin (?:just |about |some |only |a little )*$", re.I)
_IN_LONGEST = 16
"""Characters before an amount in which they stand."""
_NO_OWN = re.compile(r"(?:the|that)\b", re.I)
"""How words begin that mean no unit of the article's own: "Minister of the Year, 1993"."""


def joined(expressions: Sequence[TimeExpression], text: str) -> Iterator[tuple[TimeExpression, TimeExpression | None]]:
    """The expressions, each with the words beside it that mean the same, counted from the day of publication.

    A weekday and the day of the year behind it become one expression, as without a time of the day between them.
    """
    waiting: TimeExpression | None = None
    for one in expressions:
        before, waiting = waiting, one
        if before is None:
            continue
        if _are_apposed(before, one, text):
            on_line = "\n" not in text[before.end : one.start]  # a line of a menu may begin with a feast
            if (weekday := _weekday(before.meaning)) is not None and (
                _names_day(one.meaning) or (on_line and _is_feast(one.meaning))
            ):
                words = text[before.start : one.end]
                waiting = replace(before, end=one.end, text=words, meaning=ex.Dated(weekday, one.meaning))
                continue
            counted = _counted(before, text) if _names_date(one.meaning, before.meaning) else None
            if counted and not _OTHERWISE.match(text, one.end):
                yield before, None
                yield one, counted
                waiting = None
                continue
        if (counted := _measured(before, one, text)) is not None:
            yield before, None
            yield one, counted
            waiting = None
            continue
        yield before, _behind(before, one, text)
    if waiting:
        yield waiting, None


def _are_apposed(first: TimeExpression, second: TimeExpression, text: str) -> bool:
    """Whether an expression stands behind another with no more than a comma, a bracket or "on" between."""
    if not 0 < second.start - first.end <= LONGEST:
        return False
    return _BETWEEN.fullmatch(text, first.end, second.start) is not None


def _behind(first: TimeExpression, second: TimeExpression, text: str) -> TimeExpression | None:
    """The second where it means the same date as the first: "on 3 March 2017, a week ago, the dam broke"."""
    if not 0 < second.start - first.end <= 2 * LONGEST or not _BESIDE.fullmatch(text, first.end, second.start):
        return None
    if not _ENDS.match(text, second.end) or not _names_day(first.meaning):
        return None  # of years there are lists: "in 2012, 2014, last year and now"
    return _counted(second, text)


def _measured(amount: TimeExpression, when: TimeExpression, text: str) -> TimeExpression | None:
    """An amount that is counted from a date to the day of publication, or from that to the date; None for others."""
    if when.start - amount.end > AWAY or not _names_day(when.meaning):
        return None
    match amount.meaning:
        case ex.Duration(parts=((float() | int(), unit),)) if unit in LENGTHS:
            since = _SINCE.fullmatch(text, amount.end, when.start)
            if (
                since
                and since["plain"]
                and not _IT_IS.search(text, max(0, amount.start - _IT_IS_LONGEST), amount.start)
            ):
                return None
            if since:
                return _amounting(amount, ex.Ago, Tense.PAST)
            if amount.tense is not Tense.PAST and _UNTIL.fullmatch(text, amount.end, when.start):
                return _amounting(amount, ex.Hence, Tense.FUTURE)
    return None


def _weekday(meaning: ex.Expression) -> int | None:
    """The weekday that is named, with or without a time of the day."""
    while isinstance(meaning, ex.AtTime):
        meaning = meaning.inner
    match meaning:
        case ex.Bare(repeating=ex.Weekday(number=number)):
            return number
    return None


def _is_feast(meaning: ex.Expression) -> bool:
    """Whether a day of the year is named by what is kept on it: "on Tuesday, Christmas Eve"."""
    match meaning:
        case ex.Bare(repeating=ex.Holiday()):
            return True
    return False


def _names_day(meaning: ex.Expression) -> bool:
    """Whether a day of a month is named, with or without the year."""
    for part in ex.walk(meaning):
        if isinstance(part, ex.MonthDay) or (isinstance(part, ex.Fixed) and part.span.precision >= Precision.DAY):
            return True
    return False


_OF_YEARS = (ex.Last, ex.This, ex.Next, ex.Ago, ex.Hence)


def _names_date(meaning: ex.Expression, beside: ex.Expression) -> bool:
    """Whether a date is named that may be what counting words mean: a day or a month; a year where they count years."""
    match meaning:
        case ex.Bare(repeating=ex.Month()):
            return True
        case ex.Fixed(span=span) if span.precision is Precision.YEAR:
            return isinstance(beside, _OF_YEARS) and Unit.YEAR in {getattr(beside, "of", 0), getattr(beside, "unit", 0)}
        case ex.Fixed(span=span) if span.precision is Precision.MONTH:
            return True
    return _names_day(meaning)


def _counted(one: TimeExpression, text: str) -> TimeExpression | None:
    """An expression that counts from the day of publication, "in two weeks" as `Hence`; None for others."""
    match one.meaning:
        case ex.Bare():
            return None
        case ex.Duration(parts=((float() | int(), unit),)) if unit in LENGTHS:
            if _IN.search(text, max(0, one.start - _IN_LONGEST), one.start):
                return _amounting(one, ex.Hence, Tense.FUTURE)
            return None
        case ex.This() if _NO_OWN.match(one.text):
            return None
    named = any(isinstance(part, ex.MonthDay | ex.Fixed) for part in ex.walk(one.meaning))
    return one if ex.needs_of(one.meaning) == {"day"} and not named else None


def _amounting(amount: TimeExpression, how: type[ex.Ago] | type[ex.Hence], tense: Tense) -> TimeExpression:
    """An amount as one that is counted from the day of publication; half weeks in days, and those as about so many."""
    ((count, unit),) = amount.meaning.parts if isinstance(amount.meaning, ex.Duration) else ((0.0, Unit.DAY),)
    count = count or 0.0
    if count == int(count):
        return replace(amount, meaning=how(int(count), unit), tense=tense)
    return replace(amount, meaning=how(round(count * LENGTHS[unit]), Unit.DAY), tense=tense, mod="APPROX")


LENGTHS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.FORTNIGHT: 14}
"""Days of the units in which a plan is counted to the day."""


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
