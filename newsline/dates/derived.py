"""Dates derived from another date: moved by some units, or as the report or the story around them has it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import ClassVar, Final

from msgspec.structs import replace

from newsline.dates import span as spans
from newsline.dates import units
from newsline.dates.meaning import Anchor, Expression, Next
from newsline.dates.policy import choose, in_story
from newsline.dates.repeating import DayOfMonth, Repeating, Weekday
from newsline.dates.span import Precision, Span
from newsline.dates.tense import Tense
from newsline.dates.units import UNIT_OF, Unit

HALF_A_QUARTER: Final = timedelta(days=45)
"""Back from the end of a quarter that is not one of the calendar, to the calendar's quarter that holds most of it."""

JULY, DECEMBER = 7, 12
THURSDAY: Final = timedelta(days=3)
"""From the first day of a week to its middle."""
NEAR: Final = timedelta(days=3)
"""Days up to which a weekday of the same week is called by its name alone."""


class Ahead(Expression, frozen=True):
    """A date that lies ahead whatever the verb: the Tuesday of "Tuesday week", of "a week from Tuesday"."""

    inner: Expression

    def _span(self, anchor: Anchor) -> Span | None:
        return self.inner.resolve(replace(anchor, tense=Tense.FUTURE))


class Moved(Expression, frozen=True):
    """The same day, week or month some units later, or before: "two years ago today", "Tuesday week"."""

    inner: Expression
    count: int
    unit: Unit

    def _span(self, anchor: Anchor) -> Span | None:
        whole = self.inner.resolve(anchor)
        if whole is None:
            return None
        first = units.add(whole.first, self.unit, self.count)
        unit = UNIT_OF.get(whole.precision)
        return units.holding(unit, first) if unit else replace(whole, first=first, last=first)


class NextNamed(Next, frozen=True):
    """Such as "next Friday": that of the coming week, where this week's is so near that it needs no "next"."""

    def _span(self, anchor: Anchor) -> Span | None:
        coming = self._away(anchor.day, self.count)
        if coming is None or anchor.day is None or not isinstance(self.of, Weekday):
            return coming
        near = coming.first - anchor.day <= NEAR and spans.week(anchor.day) == spans.week(coming.first)
        return self._away(anchor.day, self.count + 1) if near else coming


class TurnOf(Expression, frozen=True):
    """The turn of a century: the round year that is nearest to the article."""

    unit: Unit
    needs: ClassVar[frozenset[str]] = frozenset({"day"})

    def _span(self, anchor: Anchor) -> Span | None:
        if anchor.day is None:
            return None
        size = units.YEARS_IN[self.unit]
        told = anchor.previous
        if told is not None and (anchor.day.year - told.last.year) * 2 > size:  # the story is of another century
            return spans.year(-(-told.last.year // size) * size).approximately()
        return spans.year(round(anchor.day.year / size) * size).approximately()


class Reported(Expression, frozen=True):
    """The quarter or half that a report speaks of, in a year that it names: "the 1988 period"; else the year."""

    year: int
    needs: ClassVar[frozenset[str]] = frozenset({"previous"})

    def _span(self, anchor: Anchor) -> Span | None:
        told = anchor.quarter
        if told is None or anchor.longer:
            return spans.year(self.year)
        unit = Unit.QUARTER if told.precision is Precision.QUARTER else Unit.HALF
        return units.holding(unit, date(self.year, told.first.month, 1))


class Ending(Expression, frozen=True):
    """Such as "the quarter ended July 31": the one that the report has named, else the one that holds most of it.

    A report counts the quarters of its own year, and goes on to call them so.
    """

    inner: Expression

    def _span(self, anchor: Anchor) -> Span | None:
        if anchor.quarter is not None and anchor.quarter.precision is Precision.QUARTER:
            return anchor.quarter
        end = self.inner.resolve(anchor)
        return units.holding(Unit.QUARTER, end.last - HALF_A_QUARTER) if end else None


class FiscalQuarter(Expression, frozen=True):
    """A quarter of which the end is told: "its first quarter, ended Sept. 30" are the three months up to then.

    `label` is the quarter of the calendar that TIMEX3 writes it as, and that a report goes on to compare with.
    """

    label: Expression
    end: Expression

    def _span(self, anchor: Anchor) -> Span | None:
        end = self.end.resolve(anchor)
        if end is None or end.members or end.precision < Precision.MONTH:
            return self.label.resolve(anchor)
        day = end.last
        index = day.year * 12 + day.month - 1 - (day.day < MIDDLE)  # "ended Oct. 1": a year of 52 weeks
        whole = units.months(index - 2, 3)
        if index % 3 == 2 and abs(whole.last - day) <= WEEK:
            return units.holding(Unit.QUARTER, whole.first)
        exact = day == whole.last
        return Span(whole.first, day, Precision.MONTH if exact else Precision.DAY)


MIDDLE: Final = 15
WEEK: Final = timedelta(days=7)
"""A quarter that ends so near to the end of one of the calendar is that."""


class NewYear(Expression, frozen=True):
    """Such as "in the new year": from midsummer on the one that comes; what a text of spring calls so is its own."""

    needs: ClassVar[frozenset[str]] = frozenset({"day"})

    def _span(self, anchor: Anchor) -> Span | None:
        day = anchor.day
        if day is None:
            return None
        ahead = day.month == DECEMBER or (day.month >= JULY and anchor.tense is not Tense.PAST)
        return spans.year(day.year + ahead)


class ThatWeekday(Expression, frozen=True):
    """Such as "that same Thursday": the last Thursday told, else that of the week that the story has reached."""

    number: int
    needs: ClassVar[frozenset[str]] = frozenset({"previous"})

    def _span(self, anchor: Anchor) -> Span | None:
        if known := next((day for day in anchor.days if day.weekday() == self.number), None):
            return spans.day(known)
        told = anchor.told_for(Unit.WEEK)
        return Weekday(self.number).nearest(units.holding(Unit.WEEK, told.first).first + THURSDAY) if told else None


class ToldDay(Expression, frozen=True):
    """The day that the story has just reached: the last date told if it is a day, else the article's own."""

    needs: ClassVar[frozenset[str]] = frozenset({"day", "told"})

    def _span(self, anchor: Anchor) -> Span | None:
        told = anchor.previous
        if told is not None and told.is_day:
            return spans.day(told.first)
        return spans.day(anchor.day) if anchor.day else None


class Beside(Expression, frozen=True):
    """The occurrence after `base`, else the last date told, or before it: "the following Monday"."""

    repeating: Repeating
    back: bool = False
    base: Expression | None = None
    needs: ClassVar[frozenset[str]] = frozenset({"previous"})

    def _span(self, anchor: Anchor) -> Span | None:
        told = self.base.resolve(anchor) if self.base else anchor.previous
        told = told or (spans.day(anchor.day) if anchor.day else None)
        if told is None:
            return None
        return self.repeating.before(told.first) if self.back else self.repeating.after(told.last)


class Foretold(Expression, frozen=True):
    """What was ahead of `base`: September in "he said in April that talks would resume in September"."""

    repeating: Repeating
    base: Expression
    needs: ClassVar[frozenset[str]] = frozenset({"previous"})

    def _span(self, anchor: Anchor) -> Span | None:
        told = self.base.resolve(replace(anchor, tense=Tense.PAST))
        return told and (self.repeating.holding(told.last) or self.repeating.after(told.last))


class Around(Expression, frozen=True):
    """The occurrence nearest to the last day told: "on the Saturday", in a story that has told the Monday."""

    of: Repeating
    needs: ClassVar[frozenset[str]] = frozenset({"day", "told"})

    def _span(self, anchor: Anchor) -> Span | None:
        told = anchor.previous
        if told is not None and told.is_day and anchor.tense is Tense.PAST:
            return self.of.nearest(told.first)
        return choose(self.of, anchor.day, anchor.tense, anchor.sure) if anchor.day else None


class Nearby(Expression, frozen=True):
    """A day of a month that was told beside it: "the 16th" after "14 January"; smaller numbers are the nearest such."""

    number: int
    base: Expression

    def _span(self, anchor: Anchor) -> Span | None:
        told = self.base.resolve(anchor)
        if told is None:
            return None
        if told.first.day <= self.number <= spans.month(told.first.year, told.first.month).last.day:
            return spans.day(told.first.replace(day=self.number))
        return DayOfMonth(self.number).nearest(told.first)


class InStory(Expression, frozen=True):
    """A repeating date of a story that tells its own years: "28 September" after "14 September 1939".

    It counts from `base`, or from the last date told; if there is none, it is as any bare date.
    """

    repeating: Repeating
    base: Expression | None = None
    needs: ClassVar[frozenset[str]] = frozenset({"previous"})

    def _span(self, anchor: Anchor) -> Span | None:
        told = self.base.resolve(anchor) if self.base else anchor.previous
        if told is not None and (anchor.day is None or told.first <= anchor.day):
            return in_story(self.repeating, told)
        return choose(self.repeating, anchor.day, anchor.tense, anchor.sure) if anchor.day else None
