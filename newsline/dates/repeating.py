"""Periods that come back: every August, every Sunday, every Easter (SCATE's repeating intervals)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import ClassVar

from msgspec import Struct

from newsline.dates import almanac, units
from newsline.dates import span as spans
from newsline.dates.span import Precision, Span

SEASON_MONTHS = {"winter": 12, "spring": 3, "summer": 6, "autumn": 9}
"""First month of a season in the northern half of the earth, meteorological; half a year later in the southern."""
TABLE_YEARS = 3
"""How far around a day to look for a day of the almanac: lunar tables and leap days leave years out."""


class Repeating(Struct, frozen=True):
    """Something that comes back; the spans in which it does."""

    reach: ClassVar[int] = 800
    """Days within which at least one occurrence lies on either side."""

    def in_year(self, year: int) -> tuple[Span, ...]:
        """The occurrences that begin in a year. A subclass writes this method or `occurrences`."""
        inside = self.occurrences(date(year, 1, 1), date(year, 12, 31))
        return tuple(span for span in inside if span.first.year == year)

    def occurrences(self, first: date, last: date) -> Sequence[Span]:
        """All occurrences that touch the days from `first` to `last`, in order."""
        years = range(max(first.year - 1, date.min.year), min(last.year, date.max.year) + 1)
        found = (span for year in years for span in self.in_year(year))
        return [span for span in found if span.last >= first and span.first <= last]

    def holding(self, day: date) -> Span | None:
        """The occurrence that the day belongs to."""
        found = self.occurrences(day, day)
        return found[0] if found else None

    def before(self, day: date, count: int = 1) -> Span | None:
        """The `count`th occurrence that ended before the day."""
        found = [span for span in self.occurrences(day - self._window(count), day) if span.last < day]
        return found[-count] if len(found) >= count else None

    def after(self, day: date, count: int = 1) -> Span | None:
        """The `count`th occurrence that begins after the day."""
        found = [span for span in self.occurrences(day, day + self._window(count)) if span.first > day]
        return found[count - 1] if len(found) >= count else None

    def nearest(self, day: date) -> Span | None:
        """The occurrence nearest to the day, the earlier one if two are equally near."""
        candidates = (self.holding(day), self.before(day), self.after(day))
        return min(
            (span for span in candidates if span), key=lambda span: (span.distance(day), span.first), default=None
        )

    def _window(self, count: int) -> timedelta:
        return timedelta(days=self.reach * count)


class Yearly(Repeating, frozen=True):
    """What comes back some times a year: looked for year by year, the nearest first."""

    def before(self, day: date, count: int = 1) -> Span | None:
        earliest = day - self._window(count)
        for year in range(day.year, max(earliest.year - 2, 0), -1):
            for span in reversed(self.in_year(year)):
                if earliest <= span.last < day:
                    count -= 1
                    if not count:
                        return span
        return None

    def after(self, day: date, count: int = 1) -> Span | None:
        latest = day + self._window(count)
        for year in range(day.year, latest.year + 1):
            for span in self.in_year(year):
                if day < span.first <= latest:
                    count -= 1
                    if not count:
                        return span
        return None


class Month(Yearly, frozen=True):
    """A month of any year, 1 to 12."""

    number: int

    def in_year(self, year: int) -> tuple[Span, ...]:
        return (spans.month(year, self.number),)


class MonthDay(Yearly, frozen=True):
    """A day of the year without a year: "January 5"."""

    month: int
    day: int
    reach: ClassVar[int] = 3000  # 29 February, over a century's common year

    def in_year(self, year: int) -> tuple[Span, ...]:
        try:
            return (spans.day(date(year, self.month, self.day)),)
        except ValueError:
            return ()


class Weekday(Repeating, frozen=True):
    """A day of the week, Monday 0."""

    number: int
    reach: ClassVar[int] = 8

    def occurrences(self, first: date, last: date) -> Sequence[Span]:
        start = first + timedelta(days=(self.number - first.weekday()) % 7)
        return [spans.day(start + timedelta(days=offset)) for offset in range(0, (last - start).days + 1, 7)]

    def before(self, day: date, count: int = 1) -> Span | None:
        return spans.day(day - timedelta(days=((day.weekday() - self.number - 1) % 7) + 1 + 7 * (count - 1)))

    def after(self, day: date, count: int = 1) -> Span | None:
        return spans.day(day + timedelta(days=((self.number - day.weekday() - 1) % 7) + 1 + 7 * (count - 1)))


class DayOfMonth(Yearly, frozen=True):
    """A day of any month: "the 24th"."""

    number: int
    reach: ClassVar[int] = 93

    def in_year(self, year: int) -> tuple[Span, ...]:
        days = (spans.month(year, month) for month in range(1, 13))
        return tuple(spans.day(span.first.replace(day=self.number)) for span in days if span.last.day >= self.number)


class Season(Yearly, frozen=True):
    """One of "spring", "summer", "autumn" or "winter"; the northern winter begins in December, the southern in June.

    EDTF's seasons are those of the north here: three months of the south are told as these.
    """

    name: str
    southern: bool = False

    def in_year(self, year: int) -> tuple[Span, ...]:
        start = year * 12 + SEASON_MONTHS[self.name] - 1
        if not self.southern:
            return (units.months(start, 3),)
        whole = units.months(start + 6 if start % 12 < 6 else start - 6, 3)
        return (Span(whole.first, whole.last, Precision.MONTH),)

    def of_year(self, year: int) -> Span:
        """The season that people call by a year: the winter of 2024 began in that year."""
        return self.in_year(year)[0]


class Quarter(Yearly, frozen=True):
    """A quarter of the calendar year, 1 to 4."""

    number: int

    def in_year(self, year: int) -> tuple[Span, ...]:
        return (units.months(year * 12 + 3 * (self.number - 1), 3),)


class Half(Yearly, frozen=True):
    """A half of the calendar year, 1 or 2."""

    number: int

    def in_year(self, year: int) -> tuple[Span, ...]:
        return (units.months(year * 12 + 6 * (self.number - 1), 6),)


class WeekOfYear(Yearly, frozen=True):
    """A week by its ISO number, 1 to 53."""

    number: int

    def in_year(self, year: int) -> tuple[Span, ...]:
        try:
            return (spans.week(date.fromisocalendar(year, self.number, 1)),)
        except ValueError:
            return ()


class Weekend(Repeating, frozen=True):
    """Saturday and Sunday."""

    reach: ClassVar[int] = 9

    def occurrences(self, first: date, last: date) -> Sequence[Span]:
        start = spans.week(first).first + timedelta(days=units.SATURDAY)
        firsts = (start + timedelta(days=offset) for offset in range(0, (last - start).days + 1, 7))
        found = [Span(day, day + spans.DAY, Precision.WEEK) for day in firsts]
        return [span for span in found if span.last >= first]


class Holiday(Yearly, frozen=True):
    """A named day or period of the almanac, by its key."""

    key: str
    reach: ClassVar[int] = 366 * TABLE_YEARS

    def in_year(self, year: int) -> tuple[Span, ...]:
        return almanac.in_year(self.key, year)
