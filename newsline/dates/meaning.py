"""The simple meanings: a date itself, a repeating date alone, and what is counted from a day or a date told before."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace

from newsline.dates import span as spans
from newsline.dates import units
from newsline.dates.policy import choose
from newsline.dates.repeating import Repeating, Weekday, Weekend
from newsline.dates.span import Precision, Span
from newsline.dates.tense import Tense
from newsline.dates.units import Unit

SHORT = frozenset({Unit.DAY, Unit.WEEK, Unit.FORTNIGHT, Unit.WEEKEND})
"""Units that nobody counts from a quarter or a season."""


class Anchor(Struct, frozen=True):
    """What an expression is relative to."""

    day: date | None
    """The day the text was written."""
    previous: Span | None = None
    """The last date that the text told."""
    quarter: Span | None = None
    """The last quarter or half that it told: what "the quarter" and "a year earlier" mean in a report."""
    tense: Tense = Tense.NONE
    longer: bool = False
    """Whether it has told a run of months since that quarter, such as nine: "a year earlier" is then no quarter."""
    behind: Span | None = None
    """The last date told that does not lie ahead of the article: what happened is not counted from a plan."""
    finer: Span | None = None
    """The last date told to the month at least: "two days before" is not counted from a quarter."""
    days: tuple[date, ...] = ()
    """The days that it told, the last one first, those of "since" and "until" too."""
    sure: bool = False
    """Whether the text may well be of that day; one drawn from a wide distribution may contradict what it tells."""

    def with_tense(self, tense: Tense) -> Anchor:
        """The same for an expression of another tense."""
        if tense is self.tense:
            return self
        told = self.previous
        if tense is Tense.PAST and told is not None and self.day is not None and told.first > self.day:
            told = self.behind
        return replace(self, previous=told, tense=tense)

    def told_for(self, unit: Unit) -> Span | None:
        """The date that units are counted from: the last one told that is fine enough, no quarter for days."""
        told = self.previous
        short = unit.is_clock or unit in SHORT
        if told is not None and told.precision <= Precision.YEAR and (short or unit is Unit.MONTH):
            told = self.finer or told
        elif told is not None and told.precision < Precision.MONTH and short:
            told = self.finer or (told if told.precision is Precision.SEASON else None)
        return told or (spans.day(self.day) if self.day else None)


class Expression(Struct, frozen=True):
    """A meaning. Frozen, hashable, picklable."""

    needs: ClassVar[frozenset[str]] = frozenset()
    """What this operator itself counts from: "day", "previous"."""

    def resolve(self, anchor: Anchor) -> Span | None:
        """The date that is meant; None if it has none, if the anchor lacks what it needs, or beyond years 1 to 9999."""
        try:
            return self._span(anchor)
        except (OverflowError, ValueError):
            return None

    def _span(self, anchor: Anchor) -> Span | None:
        del anchor
        return None


class Fixed(Expression, frozen=True):
    """An absolute date: "5 January 2025", "August 2024", "the 1990s"."""

    span: Span

    def _span(self, anchor: Anchor) -> Span | None:
        return self.span


class Bare(Expression, frozen=True):
    """A repeating date alone, "Sunday", "in August", "May 4": `policy` says which one is meant."""

    repeating: Repeating
    needs: ClassVar[frozenset[str]] = frozenset({"day"})

    def _span(self, anchor: Anchor) -> Span | None:
        return choose(self.repeating, anchor.day, anchor.tense, anchor.sure) if anchor.day else None


class Step(Expression, frozen=True):
    """Some units or occurrences away from the current one."""

    of: Unit | Repeating
    count: int = 1
    needs: ClassVar[frozenset[str]] = frozenset({"day"})

    def _away(self, day: date | None, count: int) -> Span | None:
        """What lies `count` units after the day, or before it if negative."""
        if day is None:
            return None
        if isinstance(self.of, Unit):
            return units.holding(self.of, day, count)
        return self.of.before(day, -count) if count < 0 else self.of.after(day, count)


class Last(Step, frozen=True):
    """The one before the current one: "last week", "last August" (the latest that is over), "yesterday"."""

    def _span(self, anchor: Anchor) -> Span | None:
        # Who writes "last week" on a Sunday means the days just past: their week begins on that Sunday.
        week_over = self.of is Unit.WEEK and anchor.day is not None and anchor.day.weekday() == units.SUNDAY
        return self._away(anchor.day, int(week_over) - self.count)


class Next(Step, frozen=True):
    """The one after the current one: "next week", "next August", "tomorrow"."""

    def _span(self, anchor: Anchor) -> Span | None:
        return self._away(anchor.day, self.count)


class This(Expression, frozen=True):
    """The current one: "this week", "today"; of a repeating one, that of the current week or year."""

    of: Unit | Repeating
    needs: ClassVar[frozenset[str]] = frozenset({"day"})

    def _span(self, anchor: Anchor) -> Span | None:
        day = anchor.day
        if day is None:
            return None
        if isinstance(self.of, Unit):
            return units.holding(self.of, day)
        around = Unit.WEEK if isinstance(self.of, Weekday | Weekend) else Unit.YEAR
        whole = units.holding(around, day)
        begun = [span for span in self.of.occurrences(whole.first, whole.last) if span.first >= whole.first]
        return self.of.holding(day) or min(begun, key=lambda span: span.distance(day), default=None)


class Ago(Expression, frozen=True):
    """Such as "two weeks ago": counted back from the article's day."""

    count: int
    unit: Unit
    needs: ClassVar[frozenset[str]] = frozenset({"day"})

    def _span(self, anchor: Anchor) -> Span | None:
        compared = None if anchor.longer else _same_of_year(anchor.quarter, self.unit, -self.count)
        return compared or (units.move(anchor.day, self.unit, -self.count) if anchor.day else None)


class Hence(Expression, frozen=True):
    """Such as "in two weeks", "two weeks from now"."""

    count: int
    unit: Unit
    needs: ClassVar[frozenset[str]] = frozenset({"day"})

    def _span(self, anchor: Anchor) -> Span | None:
        return units.move(anchor.day, self.unit, self.count) if anchor.day else None


class Earlier(Expression, frozen=True):
    """Such as "two weeks earlier": counted back from `base`, or from the last date told, else the article's day."""

    count: int
    unit: Unit
    base: Expression | None = None
    needs: ClassVar[frozenset[str]] = frozenset({"previous"})

    def _span(self, anchor: Anchor) -> Span | None:
        return _counted(self.base, self.unit, -self.count, anchor)


class Later(Expression, frozen=True):
    """Such as "two weeks later": counted on from `base`, or from the last date told, else the article's day."""

    count: int
    unit: Unit
    base: Expression | None = None
    needs: ClassVar[frozenset[str]] = frozenset({"previous"})

    def _span(self, anchor: Anchor) -> Span | None:
        found = _counted(self.base, self.unit, self.count, anchor)
        if found and self.base is None and anchor.sure and anchor.tense is Tense.PAST and anchor.day:
            return found if found.first <= anchor.day else None  # counted from what nobody told: it is over
        return found


def _same_of_year(start: Span | None, unit: Unit, count: int) -> Span | None:
    """A quarter or half of a report, some years before or after: "a year earlier" compares with the same one."""
    if start is None or unit is not Unit.YEAR or start.precision not in {Precision.QUARTER, Precision.HALF}:
        return None
    of = Unit.QUARTER if start.precision is Precision.QUARTER else Unit.HALF
    return units.holding(of, units.add(start.first, unit, count))


def _counted(base: Expression | None, unit: Unit, count: int, anchor: Anchor) -> Span | None:
    start = base.resolve(anchor) if base else anchor.told_for(unit)
    if start is None:
        return None
    told = anchor.previous is not None and anchor.previous.precision is Precision.YEAR  # since the quarter
    reported = None if anchor.longer or told else anchor.quarter
    compared = _same_of_year(start if base else reported, unit, count)
    if compared:
        return compared
    if unit.is_clock and start.is_day and (then := _clocked(start, unit, count)):
        return then
    if unit in {Unit.WEEK, Unit.FORTNIGHT} and start.precision >= Precision.DAY:  # "a week later": the same weekday
        return spans.day(start.first + timedelta(days=units.DAYS_IN[unit] * count))
    span = units.move(start.first if count < 0 else start.last, unit, count)
    if span.precision <= start.precision or start.is_day:
        return span
    # Of a month nobody knows the day from which "two days later" counts: it is some day about as much later.
    other = units.move(start.last if count < 0 else start.first, unit, count)
    return Span(min(span.first, other.first), max(span.last, other.last), start.precision, approximate=True)


CLOCK = re.compile(r"T(\d\d):(\d\d)(?::\d\d)?")


def _clocked(start: Span, unit: Unit, count: int) -> Span | None:
    """Such as "forty minutes later": counted on from the time told before it, where that is one of the clock."""
    told = CLOCK.fullmatch(start.time or "")
    if told is None:
        return None
    # "Shortly after midnight" is told of the day that begins; TIMEX3 writes T24:00 for it all the same.
    midnight = datetime(start.first.year, start.first.month, start.first.day)
    then = midnight + timedelta(hours=int(told[1]) % 24, minutes=int(told[2])) + timedelta(**{f"{unit}s": count})
    return Span(then.date(), then.date(), Precision.MINUTE, start.approximate, f"T{then:%H:%M}")


class SameAs(Expression, frozen=True):
    """Such as "the same day", "that week": the unit that holds the last date told."""

    unit: Unit
    needs: ClassVar[frozenset[str]] = frozenset({"previous"})

    def _span(self, anchor: Anchor) -> Span | None:
        start = anchor.told_for(self.unit)
        if start is None:
            return None
        if self.unit is Unit.QUARTER:  # a report's: that told before, else the latest that is over
            return anchor.quarter or units.holding(self.unit, anchor.day or start.first, -1)
        whole = units.holding(self.unit, start.first)
        return start if start.last > whole.last else whole
