"""What time expressions mean, before anyone knows which dates they are.

Small values after SCATE (Bethard & Parker 2016): calendar units and repeating intervals, and operators over them.
"August last year" is `Within(Month(8), Last(Unit.YEAR))`. Only `resolve` turns a meaning into a `Span`, given the day
the text was written, the last date it told, and the tense of the governing verb.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from msgspec.structs import replace

from newsline.dates import almanac, units
from newsline.dates import span as spans
from newsline.dates.amounts import Duration, Repeated, Vague
from newsline.dates.derived import (
    Ahead,
    Around,
    Beside,
    Ending,
    FiscalQuarter,
    Foretold,
    InStory,
    Moved,
    Nearby,
    NewYear,
    NextNamed,
    Reported,
    ThatWeekday,
    ToldDay,
    TurnOf,
)
from newsline.dates.meaning import (
    Ago,
    Anchor,
    Bare,
    Earlier,
    Expression,
    Fixed,
    Hence,
    Last,
    Later,
    Next,
    SameAs,
    This,
)
from newsline.dates.repeating import (
    DayOfMonth,
    Half,
    Holiday,
    Month,
    MonthDay,
    Quarter,
    Repeating,
    Season,
    Weekday,
    Weekend,
    WeekOfYear,
)
from newsline.dates.span import Precision, Span
from newsline.dates.tense import Tense
from newsline.dates.units import Unit

__all__ = [
    "Ago", "Ahead", "Anchor", "Anniversary", "Around", "AtTime", "Bare", "Beside", "Between", "Dated", "DayOfMonth",
    "Duration", "Earlier", "Ending", "Expression", "FiscalQuarter", "Fixed", "Foretold", "Half", "Hence", "Holiday",
    "InStory", "Last", "Later", "Month", "MonthDay", "Moved", "Nearby", "NewYear", "Next", "NextNamed", "Nth",
    "PartOf", "Quarter", "RangeEnd", "Repeated", "Repeating", "Reported", "SameAs", "Season", "Since", "ThatWeekday",
    "This", "ToldDay", "TurnOf", "Unit", "Until", "Vague", "WeekOfYear", "Weekday", "Weekend", "Within", "children",
    "depends_on_day", "is_absolute", "needs_of", "walk",
]  # fmt: skip

WEEKDAY_YEARS = 6
"""A weekday and a day of the month agree at least once in any 6 years, but for 29 February (28)."""
LEAP_YEARS = 28
HALF_A_WEEK = 3
TWO_DAYS = timedelta(days=2)


class Within(Expression, frozen=True):
    """A repeating interval inside another: "August last year", "this week's Victory Day"."""

    inner: Repeating
    outer: Expression

    def _span(self, anchor: Anchor) -> Span | None:
        whole = self.outer.resolve(anchor)
        if whole is None:
            return None
        found = self.inner.occurrences(whole.first, whole.last)
        begun = [span for span in found if span.first >= whole.first] or list(found)
        return begun[0] if begun else None


class Dated(Expression, frozen=True):
    """A date with its weekday, which must agree: "Sunday, January 5", "Friday's Victory Day"."""

    weekday: int
    inner: Expression

    def _span(self, anchor: Anchor) -> Span | None:
        if isinstance(self.inner, Bare) and anchor.day is not None:
            return self._agreeing(self.inner.repeating, anchor.day) or self.inner.resolve(anchor)
        return self.inner.resolve(anchor)

    def _agreeing(self, repeating: Repeating, day: date) -> Span | None:
        """The occurrence nearest to the day that falls on the weekday."""
        for years in (WEEKDAY_YEARS, LEAP_YEARS):
            window = timedelta(days=366 * years)
            found = [s for s in repeating.occurrences(day - window, day + window) if s.first.weekday() == self.weekday]
            if found:
                return min(found, key=lambda span: (span.distance(day), span.first))
        return None


class Nth(Expression, frozen=True):
    """Such as "the first week of May", "the last Sunday in June": counted from the end if negative."""

    count: int
    of: Unit | Repeating
    outer: Expression

    def _span(self, anchor: Anchor) -> Span | None:
        whole = self.outer.resolve(anchor)
        if whole is None or self.count == 0:
            return None
        if self.of is Unit.WEEKEND and whole.is_day:  # a feast on a Monday or Tuesday ends its weekend
            return units.holding(self.of, whole.first - TWO_DAYS)
        if isinstance(self.of, Unit):
            found = _units_in(self.of, whole)
        else:
            found = [span for span in self.of.occurrences(whole.first, whole.last) if span.first >= whole.first]
        index = self.count - 1 if self.count > 0 else self.count
        return found[index] if -len(found) <= index < len(found) else None


def _units_in(unit: Unit, whole: Span) -> list[Span]:
    """The units that begin in a span; the first week of a month is the one that has most of its days there."""
    margin = timedelta(days=HALF_A_WEEK if unit is Unit.WEEK and whole.precision is Precision.MONTH else 0)
    found, day = [], whole.first + margin
    while day <= whole.last - margin:
        span = units.holding(unit, day)
        found.append(span)
        day = span.last + spans.DAY
    return found


class PartOf(Expression, frozen=True):
    """Such as "early 2025", "the end of last month": "START", "MID" or "END", a third, so approximate."""

    inner: Expression
    part: str

    def _span(self, anchor: Anchor) -> Span | None:
        whole = self.inner.resolve(anchor)
        if whole is None or whole.part or whole.members:
            return whole
        third = whole.days // 3
        first = {"START": whole.first, "MID": whole.first + timedelta(days=third)}.get(
            self.part, whole.last - timedelta(days=max(third - 1, 0))
        )
        last = {"START": whole.first + timedelta(days=max(third - 1, 0)), "END": whole.last}.get(
            self.part, whole.last - timedelta(days=third)
        )
        return replace(whole, first=first, last=max(first, last), part=self.part, approximate=whole.days > 1)


class AtTime(Expression, frozen=True):
    """A part of a day or a clock time: the TIMEX3 suffix "TNI" for "Sunday night", "T15:00" for "3 p.m."."""

    inner: Expression
    suffix: str

    def _span(self, anchor: Anchor) -> Span | None:
        whole = self.inner.resolve(anchor)
        if whole is None or not whole.is_day:
            return whole
        precision = Precision.MINUTE if self.suffix[1:2].isdigit() else Precision.PART
        return replace(whole, precision=precision, time=self.suffix)


class Between(Expression, frozen=True):
    """A run from the first to the last: "from 3 to 7 March"."""

    first: Expression
    last: Expression

    def _span(self, anchor: Anchor) -> Span | None:
        ends = self.ends(anchor)
        if ends and ends[0].time and ends[0].first == ends[1].last:  # hours of one day
            return ends[0]
        return spans.between(*ends) if ends else None

    def ends(self, anchor: Anchor) -> tuple[Span, Span] | None:
        """Its two ends, in order: "from Monday to Wednesday", told on a Tuesday, are those of one week."""
        first, last = self.first.resolve(anchor), self.last.resolve(anchor)
        if first is None or last is None:
            return None
        if first.first == last.last and _is_past_midnight(first, last):
            last = replace(last, first=last.first + spans.DAY, last=last.last + spans.DAY)  # "from 10pm until 5am"
        if first.first > last.last:
            first, last = self._reordered(anchor, first, last)
        return (first, last) if first and last and first.first <= last.last else None

    def _reordered(self, anchor: Anchor, first: Span, last: Span) -> tuple[Span | None, Span | None]:
        """The ends of a run of which the last was read as before the first: one of them repeats."""
        begin, end = (
            next((p for p in walk(e) if isinstance(p, Bare | InStory)), None) for e in (self.first, self.last)
        )
        soon = anchor.day is not None and (first.first > anchor.day or (first.first == anchor.day and bool(first.time)))
        ahead = anchor.tense is Tense.FUTURE or soon
        if end is not None and (begin is None or ahead or isinstance(end, InStory)):
            after = end.repeating.after(first.last)
            return first, after and replace(last, first=after.first, last=after.last)
        if isinstance(begin, Bare):
            before = begin.repeating.before(last.first)
            return before and replace(first, first=before.first, last=before.last), last
        return first, last


AFTERNOON = "T13"
"""From here on a time by the clock tells its half of the day."""


def _is_past_midnight(first: Span, last: Span) -> bool:
    """Whether the second of two times by the clock is of the next day: "from 10pm until 5am"."""
    if first.precision is not Precision.MINUTE or last.precision is not Precision.MINUTE:
        return False
    return (first.time or "") >= AFTERNOON and (last.time or "") < (first.time or "")


class RangeEnd(Expression, frozen=True):
    """The second date of a run, as the run has it."""

    run: Between

    def _span(self, anchor: Anchor) -> Span | None:
        ends = self.run.ends(anchor)
        return ends[1] if ends else self.run.last.resolve(anchor)


class Since(Expression, frozen=True):
    """What a state has held since; its date is that of the beginning."""

    inner: Expression

    def _span(self, anchor: Anchor) -> Span | None:
        return self.inner.resolve(replace(anchor, tense=Tense.PAST))


class Until(Expression, frozen=True):
    """What a state holds until; its date is that of the end."""

    inner: Expression

    def _span(self, anchor: Anchor) -> Span | None:
        return self.inner.resolve(anchor)


class Anniversary(Expression, frozen=True):
    """Such as "the 80th anniversary of the end of World War II"; without a number, the nearest return of the day."""

    count: int | None
    event: str

    def _span(self, anchor: Anchor) -> Span | None:
        origin = almanac.event(self.event)
        if origin is None:
            return None
        if self.count is not None:
            first, last = (units.add(value, Unit.YEAR, self.count) for value in (origin.first, origin.last))
            return Span(first, last, origin.precision)
        if anchor.day is None or not origin.is_day:
            return None
        return Bare(MonthDay(origin.first.month, origin.first.day)).resolve(anchor)


def children(expression: Expression | Repeating) -> Iterator[Expression | Repeating]:
    """The meanings that a meaning is made of, in order."""
    for name in expression.__struct_fields__:
        value = getattr(expression, name)
        if isinstance(value, Expression | Repeating):
            yield value


def walk(expression: Expression | Repeating) -> Iterator[Expression | Repeating]:
    """A meaning and all within it, outside first."""
    yield expression
    for child in children(expression):
        yield from walk(child)


@lru_cache(maxsize=1 << 14)
def needs_of(expression: Expression) -> frozenset[str]:
    """What a meaning counts from, all its parts considered: "day", "previous", "told"."""
    if isinstance(expression, Earlier | Later | InStory | Foretold) and expression.base is not None:
        return needs_of(expression.base)
    own = expression.needs
    if isinstance(expression, Anniversary) and expression.count is None:
        own = frozenset({"day"})
    return own.union(*(needs_of(child) for child in children(expression) if isinstance(child, Expression)))


def is_absolute(expression: Expression) -> bool:
    """Whether it means the same date whenever it was written."""
    return not needs_of(expression) and not isinstance(expression, Vague | Duration | Repeated)


def depends_on_day(expression: Expression) -> bool:
    """Whether its date depends on the day the text was written (directly, not through the last date told)."""
    return "day" in needs_of(expression)
