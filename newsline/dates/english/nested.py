"""A date within a period: "the first Monday in May", "the end of the year", "that summer"."""

from __future__ import annotations

from typing import Final

from newsline.dates import almanac
from newsline.dates import span as spans
from newsline.dates.english.counted import date
from newsline.dates.english.days import day
from newsline.dates.english.grammar import Draft, Found, Rules
from newsline.dates.english.lexicon import FREE, words
from newsline.dates.english.periods import SHIFTS
from newsline.dates.english.relative import repeating
from newsline.dates.expression import (
    Bare,
    Expression,
    Fixed,
    Holiday,
    Last,
    Month,
    MonthDay,
    Nth,
    PartOf,
    Repeating,
    SameAs,
    Season,
    ThatWeekday,
    This,
    Unit,
    Weekday,
    Weekend,
    Within,
)
from newsline.model import TimexType

RULES: Final = Rules()


@RULES.add(
    "(the)? u:unit (hyphen|poss)? end",
    "yearend",
    "the end of the u:unit",
    "the close of the u:unit",
    "the x:(start|middle) of the u:unit",
)
def unit_end(found: Found) -> Draft | None:
    of = found.value("u") if found.at("u") >= 0 else Unit.YEAR
    if not isinstance(of, Unit) or of not in {
        Unit.YEAR,
        Unit.MONTH,
        Unit.WEEK,
        Unit.QUARTER,
        Unit.DECADE,
        Unit.CENTURY,
    }:
        return None
    if found.after() == "of":
        return None
    part = {"middle": "MID", "": "END"}.get(found.word("x"), "START")
    if of is Unit.QUARTER and found.before(2) == "as":  # "as of quarter-end" in a report on the quarter
        return date(PartOf(SameAs(of), part), part)
    over = part == "END" and found.before() == "since"  # what has held since year-end
    return date(PartOf(Last(of) if over else This(of), part), part)


@RULES.add("m:midunit", "mid hyphen? u:unit")
def middle(found: Found) -> Draft | None:
    """Such as "by midyear", "since mid-week"; not "the mid-year review"."""
    of = found.value("m") if found.at("m") >= 0 else found.value("u")
    free = not found.after()[:1].isalnum() or found.after() in FREE
    if not isinstance(of, Unit) or of not in MIDDLES or found.before() not in LEADS or not free:
        return None
    return date(PartOf(This(of), "MID"), "MID")


MIDDLES: Final = frozenset({Unit.WEEK, Unit.MONTH, Unit.YEAR, Unit.DECADE})
LEADS: Final = words("by in at since until till from before after around about towards toward on")


@RULES.add(
    "the n:(ord|nth|second|last) u:(unit|weekday) (in|of) m:month ((comma)? y:year)?",
    "this n:(ord|nth) u:unit of m:month comma? y:year",
)
def nth_in_month(found: Found) -> Draft | None:
    first = found.first + (found.line.lower(found.first) == "this")  # "made this 2nd day of January, 2019"
    count = {"second": 2, "last": -1}.get(found.word("n")) or found.number("n")
    of = found.value("u")
    counted = Weekday(of) if isinstance(of, int) else Weekend() if of is Unit.WEEKEND else of
    if counted not in {Unit.DAY, Unit.WEEK} and not isinstance(counted, Repeating):
        return None
    if not isinstance(counted, Unit | Repeating):
        return None
    return Draft(TimexType.DATE, Nth(count, counted, _month_of(found)), first=first)


def _month_of(found: Found) -> Expression:
    if found.at("y") >= 0:
        return Fixed(spans.month(found.number("y"), found.number("m")))
    return Bare(Month(found.number("m")))


@RULES.add("the n:(ord|nth|second|last) u:(unit|weekday) (in|of) o:(the|this|last|next|that) v:unit")
def nth_in_unit(found: Found) -> Draft | None:
    """Such as "the last Friday of the month", "the first week of this year"."""
    count = {"second": 2, "last": -1}.get(found.word("n")) or found.number("n")
    of, whole, word = found.value("u"), found.value("v"), found.word("o")
    counted = Weekday(of) if isinstance(of, int) else Weekend() if of is Unit.WEEKEND else of
    if not isinstance(whole, Unit) or whole not in IN_UNITS or not isinstance(counted, Unit | Repeating):
        return None
    if isinstance(counted, Unit) and counted not in IN_UNITS[whole]:
        return None
    outer = SHIFTS[word](whole) if word in SHIFTS else SameAs(whole)
    return date(Nth(count, counted, outer))


IN_UNITS: Final = {
    Unit.YEAR: (Unit.DAY, Unit.WEEK, Unit.MONTH), Unit.MONTH: (Unit.DAY, Unit.WEEK), Unit.WEEK: (Unit.DAY,),
}  # fmt: skip
"""What is counted within a unit, besides weekdays."""


@RULES.add(
    "(the)? u:unit of d:(num|nth) m:month",
    "(the)? u:unit of m:month dot? d:(num|nth)",
    "m:month dot? d:(num|nth) u:unit",
    "h:holiday u:unit",
)
def week_of(found: Found) -> Draft | None:
    unit = found.value("u")
    if not isinstance(unit, Unit) or unit not in {Unit.WEEK, Unit.WEEKEND}:
        return None
    if found.first == found.at("m") and unit is Unit.WEEK:  # but "the July 4 weekend"
        return None
    if found.at("h") >= 0:
        key = str(found.value("h"))
        return None if almanac.is_event(key) else date(Nth(1, unit, Bare(Holiday(key))))
    return date(Nth(1, unit, Bare(MonthDay(found.number("m"), found.number("d")))))


@RULES.add("o:(last|next|this) m:month dot? d:(num|nth) (comma? y:year)?")
def named_day(found: Found) -> Draft | None:
    """Such as "last Oct. 23": the word before it is no part of it in TimeBank; "in this March 3, 2021, photo"."""
    if found.at("y") >= 0:
        exact = day(found.number("y"), found.number("m"), found.number("d"))
        return Draft(TimexType.DATE, exact, first=found.first + 1) if exact else None
    of = MonthDay(found.number("m"), found.number("d"))
    return Draft(TimexType.DATE, SHIFTS[found.word("o")](of), first=found.first + 1)


@RULES.add("(later|earlier)? that same? x:(season|month|weekday)")
def that_named(found: Found) -> Draft | None:
    of = repeating(found)
    if (
        of is None
        or (isinstance(of, Month) and found.word("x") in {"may", "march"})
        or (found.word("x") in {"fall", "spring"} and found.after() not in {".", ",", ";"})  # "prices that fall"
    ):
        return None
    if found.cased(found.at("x"))[:1].islower() and not isinstance(of, Season):
        return None
    return date(ThatWeekday(of.number) if isinstance(of, Weekday) else Within(of, SameAs(Unit.YEAR)))
