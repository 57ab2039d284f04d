"""Calendar units and how to move by them."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from newsline.dates import span as spans
from newsline.dates.span import Precision, Span

SATURDAY = 5
SUNDAY = 6


class Unit(StrEnum):
    """A unit of the calendar or the clock; the value is its English name."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    NIGHT = "night"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"

    @property
    def is_clock(self) -> bool:
        """Whether it is shorter than a day."""
        return self in {Unit.SECOND, Unit.MINUTE, Unit.HOUR}


MONTHS_IN = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.SEASON: 3, Unit.HALF: 6, Unit.YEAR: 12}
YEARS_IN = {Unit.DECADE: 10, Unit.CENTURY: 100, Unit.MILLENNIUM: 1000}
DAYS_IN = {Unit.NIGHT: 1, Unit.DAY: 1, Unit.WEEKEND: 7, Unit.WEEK: 7, Unit.FORTNIGHT: 14}
SEASON_LAG = 2
"""Meteorological seasons begin with December, two months before a quarter would."""
APPROXIMATE_DAYS = {
    Unit.SECOND: 0,
    Unit.MINUTE: 0,
    Unit.HOUR: 0,
    **DAYS_IN,
    Unit.MONTH: 30,
    Unit.QUARTER: 91,
    Unit.SEASON: 91,
    Unit.HALF: 182,
    Unit.YEAR: 365,
    Unit.DECADE: 3652,
    Unit.CENTURY: 36524,
    Unit.MILLENNIUM: 365242,
}
"""Length in days, rounded down: for the begin and end of durations and for comparisons only."""


def holding(unit: Unit, day: date, moved: int = 0) -> Span:
    """The calendar unit that holds a day, or the one `moved` units later.

    A weekend is that of the ISO week; a unit of the clock gives the day itself. Raises OverflowError or ValueError
    outside the years 1 to 9999.
    """
    if unit in YEARS_IN:
        size = YEARS_IN[unit]
        first = (day.year // size + moved) * size
        precision = Precision.DECADE if unit is Unit.DECADE else Precision.CENTURY
        return Span(date(max(first, 1), 1, 1), date(first + size - 1, 12, 31), precision)
    if unit in MONTHS_IN:
        return _months(unit, day, moved)
    if unit is Unit.WEEKEND:
        saturday = spans.week(day).first + timedelta(days=SATURDAY + 7 * moved)
        return Span(saturday, saturday + spans.DAY, Precision.WEEK)
    if unit in {Unit.WEEK, Unit.FORTNIGHT}:
        return spans.week(day + timedelta(days=DAYS_IN[unit] * moved))
    return spans.day(day + timedelta(days=DAYS_IN.get(unit, 0) * moved))


def _months(unit: Unit, day: date, moved: int) -> Span:
    size = MONTHS_IN[unit]
    lag = SEASON_LAG if unit is Unit.SEASON else 0
    count = day.year * 12 + day.month - 1
    start = ((count - lag) // size + moved) * size + lag
    return months(start, size)


def months(start: int, size: int) -> Span:
    """`size` months from the month with the number `start` (year x 12 + month - 1), as one unit."""
    first = spans.month(start // 12, start % 12 + 1).first
    end = start + size - 1
    last = spans.month(end // 12, end % 12 + 1).last
    precision = {1: Precision.MONTH, 6: Precision.HALF, 12: Precision.YEAR}.get(size, Precision.QUARTER)
    if size == MONTHS_IN[Unit.SEASON] and start % size == SEASON_LAG:
        precision = Precision.SEASON
    return Span(first, last, precision)


def move(day: date, unit: Unit, count: int) -> Span:
    """What lies `count` units from a day, as precise as the unit: "two months ago" is a month."""
    return holding(unit, day, count)


def add(day: date, unit: Unit, count: float) -> date:
    """The day about `count` units later: the same day of the month where there is one, else the month's last."""
    if unit in MONTHS_IN or unit in YEARS_IN:
        total = round(count * (MONTHS_IN.get(unit) or YEARS_IN[unit] * 12))
        number = day.year * 12 + day.month - 1 + total
        whole = spans.month(number // 12, number % 12 + 1)
        return whole.first.replace(day=min(day.day, whole.last.day))
    if unit.is_clock:
        seconds = {Unit.SECOND: 1, Unit.MINUTE: 60, Unit.HOUR: 3600}[unit]
        return day + timedelta(days=int(count * seconds / 86_400))
    return day + timedelta(days=int(count * DAYS_IN[unit]))


UNIT_OF = {
    Precision.CENTURY: Unit.CENTURY,
    Precision.DECADE: Unit.DECADE,
    Precision.YEAR: Unit.YEAR,
    Precision.HALF: Unit.HALF,
    Precision.SEASON: Unit.SEASON,
    Precision.QUARTER: Unit.QUARTER,
    Precision.MONTH: Unit.MONTH,
    Precision.WEEK: Unit.WEEK,
}
"""The unit that a precision above the day speaks of."""


def unit_around(span: Span) -> Span:
    """The calendar unit of the span's precision that holds its first day: the month of "early May", whole."""
    unit = UNIT_OF.get(span.precision)
    return holding(unit, span.first) if unit else spans.day(span.first)


def is_one_unit(span: Span) -> bool:
    """Whether the span is exactly one calendar unit of its precision: a month, a week, a year."""
    if span.precision >= Precision.DAY or span.part or span.members:
        return False
    whole = unit_around(span)
    return (whole.first, whole.last) == (span.first, span.last)
