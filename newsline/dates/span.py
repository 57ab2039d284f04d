"""An interval of days with a precision: the date of everything in newsline.

A `Span` never says more than is known. "August 2024" is the 31 days of that month with the precision `MONTH`;
"one of three Sundays" is a span with three members. `str(span)` writes EDTF (ISO 8601-2, levels 1 and 2).
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date, timedelta
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

DAYS_LIMIT = 45
"""Longest run that is told in days; above, whole months are all that the evidence carries."""
MONTHS_LIMIT = 400
"""Longest run in days that is told in months; above, in years."""
DAY = timedelta(days=1)


class Precision(IntEnum):
    """The unit that a date is known to, coarse to fine, so that `max` is the finer of two."""

    CENTURY = 0
    DECADE = 1
    YEAR = 2
    HALF = 3
    SEASON = 4
    QUARTER = 5
    MONTH = 6
    WEEK = 7
    DAY = 8
    PART = 9
    MINUTE = 10

    @property
    def word(self) -> str:
        """The name that JSON and the documentation use."""
        return "part-of-day" if self is Precision.PART else self.name.lower()


CODES: Final = {
    Precision.SEASON: {3: 21, 6: 22, 9: 23, 12: 24},
    Precision.QUARTER: {1: 33, 4: 34, 7: 35, 10: 36},
    Precision.HALF: {1: 40, 7: 41},
}
"""First month of a unit -> what EDTF writes for its month; seasons are those of the northern half of the earth."""
MONTHS_IN: Final = {Precision.SEASON: 3, Precision.QUARTER: 3, Precision.HALF: 6}
"""Months in a unit that has a code."""


class Span(Struct, frozen=True):
    """First and last day, both included, and what is known of the time between them.

    `time` is the TIMEX3 suffix of a day part or clock time ("TNI", "T15:30"), only with the precisions PART and MINUTE.
    `part` is "START", "MID" or "END" for "early 2025", whose first and last day are then approximate.
    `members` are the candidates where exactly one of several spans is meant; first and last enclose them.
    A span may be a run of several units ("3 to 7 March", precision DAY): `unit_count` above one says so.
    """

    first: date
    last: date
    precision: Precision
    approximate: bool = False
    time: str | None = None
    part: str | None = None
    members: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError(f"a span cannot end before it begins: {self.first} > {self.last}")

    def __str__(self) -> str:
        """EDTF, which `edtf.read` reads; a day part or clock time is no part of its dates and is left to `time`."""
        if self.members:
            return "[" + ",".join(map(str, self.members)) + "]"
        tail = "~" if self.approximate else ""
        if self.first == self.last:
            return f"{self.first.isoformat()}{tail}"
        if (unit := _one_unit(self)) is not None:
            return unit + tail
        first, last = _edge(self, self.first, start=True), _edge(self, self.last, start=False)
        if len(first) != len(last):
            first, last = self.first.isoformat(), self.last.isoformat()
        return f"{first}{tail}/{last}{tail}"

    @property
    def days(self) -> int:
        """How many days it covers, both ends included."""
        return (self.last - self.first).days + 1

    @property
    def ordinals(self) -> tuple[int, int]:
        """The first and the last day as ordinals."""
        return self.first.toordinal(), self.last.toordinal()

    @property
    def is_day(self) -> bool:
        """Whether exactly one day is meant, whatever the time of that day."""
        return self.first == self.last and not self.members

    def contains(self, other: Span) -> bool:
        """Whether every day of `other` may be a day of this span."""
        if self.members:
            parts = other.members or (other,)
            return all(any(member.contains(part) for member in self.members) for part in parts)
        return self.first <= other.first and other.last <= self.last

    def overlaps(self, other: Span) -> bool:
        """Whether some day belongs to both, the members of either considered."""
        if self.first > other.last or other.first > self.last:
            return False
        if self.members:
            return any(member.overlaps(other) for member in self.members)
        if other.members:
            return other.overlaps(self)
        return True

    def distance(self, day: date) -> int:
        """Days from `day` to the nearest day of the span; 0 inside it."""
        if day < self.first:
            return (self.first - day).days
        return max(0, (day - self.last).days)

    def approximately(self) -> Span:
        """The same span, marked as approximate."""
        return replace(self, approximate=True)


def _one_unit(span: Span) -> str | None:
    """The EDTF of a span that is one whole unit; None for other spans, and for a week, which EDTF has no word for."""
    first, last = span.first, span.last
    if span.part or first.day != 1 or last.day != calendar.monthrange(last.year, last.month)[1]:
        return None
    months = 12 * (last.year - first.year) + last.month - first.month + 1
    years = first.month == 1 and last.month == 12
    match span.precision:
        case Precision.MONTH if months == 1:
            return f"{first.year:04}-{first.month:02}"
        case Precision.YEAR if years and months == 12:
            return f"{first.year:04}"
        case Precision.DECADE if years and last.year % 10 == 9 and first.year == max(1, last.year - 9):
            return f"{last.year // 10:03}X"
        case Precision.CENTURY if years and last.year % 100 == 99 and first.year == last.year - 99:
            return f"{last.year // 100:02}XX"
        case Precision.SEASON | Precision.QUARTER | Precision.HALF if months == MONTHS_IN[span.precision]:
            code = CODES[span.precision].get(first.month)
            return None if code is None else f"{first.year:04}-{code}"
        case _:
            return None


def _edge(span: Span, value: date, *, start: bool) -> str:
    """One end of an interval, as coarse as the span's precision and its own place in the month or year allow."""
    month_edge = value.day == (1 if start else calendar.monthrange(value.year, value.month)[1])
    year_edge = month_edge and value.month == (1 if start else 12)
    if span.precision <= Precision.YEAR and span.part is None and year_edge:
        return f"{value.year:04}"
    if span.precision < Precision.WEEK and month_edge:
        return f"{value.year:04}-{value.month:02}"
    return value.isoformat()


def day(value: date) -> Span:
    """One whole day."""
    return Span(value, value, Precision.DAY)


def week(value: date) -> Span:
    """The ISO week, Monday to Sunday, that holds a day."""
    monday = value - value.weekday() * DAY
    return Span(monday, monday + 6 * DAY, Precision.WEEK)


@lru_cache(maxsize=4096)
def month(year: int, number: int) -> Span:
    """A calendar month, `number` from 1 to 12."""
    return Span(date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1]), Precision.MONTH)


@lru_cache(maxsize=4096)
def year(number: int) -> Span:
    """A calendar year."""
    return Span(date(number, 1, 1), date(number, 12, 31), Precision.YEAR)


def between(first: Span, last: Span) -> Span:
    """The run from the beginning of one span to the end of another, as precise as the coarser of the two."""
    return Span(
        first.first,
        last.last,
        min(first.precision, last.precision, Precision.DAY),
        approximate=first.approximate or last.approximate,
    )


def rounded(first: date, last: date) -> Span:
    """A run of days as it is told: in days while it is short, then in whole months, then in years."""
    length = (last - first).days + 1
    if length <= DAYS_LIMIT:
        return Span(first, last, Precision.DAY)
    if length <= MONTHS_LIMIT:
        return Span(first.replace(day=1), month(last.year, last.month).last, Precision.MONTH)
    return Span(date(first.year, 1, 1), date(last.year, 12, 31), Precision.YEAR)


def one_of(spans: Iterable[Span]) -> Span:
    """One of several candidates: the candidate itself if they are all the same, a plain run if they adjoin."""
    members = tuple(sorted(set(spans), key=lambda span: (span.first, span.last)))
    if not members:
        raise ValueError("one_of needs at least one span")
    if len(members) == 1:
        return members[0]
    precision = min(member.precision for member in members)
    approximate = any(member.approximate for member in members)
    first, last = members[0].first, max(member.last for member in members)
    adjoining = all(b.first <= a.last + DAY for a, b in pairwise(members))
    if adjoining:
        return Span(first, last, min(precision, Precision.DAY), approximate=approximate)
    return Span(first, last, precision, approximate=approximate, members=members)
