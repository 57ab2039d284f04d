"""Days and periods of the almanac: feasts, and anniversaries of what it dates."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from newsline.dates import almanac, almanac_names
from newsline.dates import span as spans
from newsline.dates.english.days import dated
from newsline.dates.english.grammar import Draft, Found, Rules
from newsline.dates.english.lexicon import FREE, PLACES, words
from newsline.dates.english.periods import SHIFTS
from newsline.dates.expression import Anniversary, Bare, Fixed, Holiday, MonthDay, NewYear, PartOf, SameAs, Unit, Within
from newsline.model import TimexType

RULES: Final = Rules()


@RULES.add(
    "h:holiday ((comma|of)? y:year)?",
    "w:weekday poss h:holiday",
    "o:this u:unit poss h:holiday",
    "h:holiday (of)? o:(this|last|next|that) u:unit",
)
def holiday(found: Found) -> Draft | None:
    if found.last - found.first == 1 and (found.cased(found.last) in PLACES or found.before() in TITLES):
        return None
    key = str(found.value("h"))
    event = almanac.event(key)
    if event:
        return Draft(TimexType.DATE, Fixed(event)) if found.last - found.first == 1 else None
    if found.at("y") >= 0:
        days = almanac.in_year(key, found.number("y"))
        return Draft(TimexType.DATE, Fixed(days[0])) if days else None
    unit = found.value("u")
    if isinstance(unit, Unit):
        which = found.word("o")
        if which != "this" and (unit is not Unit.YEAR or found.after() in {"'s", "’s"}):
            return None
        outer = SHIFTS[which](unit) if which in SHIFTS else SameAs(unit)
        return Draft(TimexType.DATE, Within(Holiday(key), outer))
    return dated(found, Bare(Holiday(key)))


@RULES.add(
    "h:holiday comma (the)? d:(num|nth) (of)? m:month (comma? y:year)?",
    "h:holiday comma m:month dot? d:(num|nth) (comma? y:year)?",
)
def holiday_beside_its_date(found: Found) -> Draft | None:
    """Such as "Independence Day, 18 February": many countries have one, and the date says whose is meant."""
    day = MonthDay(found.number("m"), found.number("d"))
    if not _is_fixed_elsewhere(str(found.value("h")), day):
        return None
    if found.at("y") >= 0:
        return Draft(TimexType.DATE, Within(day, Fixed(spans.year(found.number("y")))))
    return Draft(TimexType.DATE, Bare(day))


SOME_YEARS: Final = (2001, 2003)


def _is_fixed_elsewhere(key: str, day: MonthDay) -> bool:
    """Whether the almanac knows a feast of that name for another day, the same one every year."""
    known = {(span.first.month, span.first.day) for year in SOME_YEARS for span in almanac.in_year(key, year)}
    return len(known) == 1 and (day.month, day.day) not in known


TITLES: Final = words("mr mrs ms miss dr sir lady")
YEAR_LEADS: Final = words("in into by before of early until till for over after since from through around")
DAY_LEADS: Final = words("at over before after by and since until till for around to")


@RULES.add("(the)? n:new u:unit")
def new_year(found: Found) -> Draft | None:
    """Such as "in the new year", a year; "between Christmas and New Year", a day."""
    free = not found.after()[:1].isalnum() or found.after() in FREE
    if found.value("u") is not Unit.YEAR or not free:
        return None
    if found.last - found.first > 2:  # with "the"
        return Draft(TimexType.DATE, PartOf(NewYear(), "START"), "START") if found.before() in YEAR_LEADS else None
    capital = found.cased(found.first)[:1].isupper() and found.cased(found.at("u"))[:1].isupper()
    return dated(found, Bare(Holiday("new-year"))) if capital and found.before() in DAY_LEADS else None


@RULES.add(
    "(the)? (n:(nth|ord|num|word|second))? hyphen? (u:unit)? (poss)? anniversary (of|since) (the)?",
    "h:holiday poss n:(nth|ord|second) anniversary",
)
def anniversary(found: Found) -> Draft | None:
    """Such as "the 80th anniversary of the end of World War II": the event is looked up in the almanac."""
    line = found.line
    if found.at("h") >= 0:
        key, last = str(found.value("h")), found.last
    else:
        start = line.starts[found.last] if found.last < len(line.starts) else len(line.text)
        named = almanac_names.name_at(line.text, start)
        if named is None:
            return None
        key, end = named
        last = bisect_left(line.starts, end)
    if almanac.event(key) is None:
        return None
    count = 2 if found.word("n") == "second" else found.number("n") or None
    return Draft(TimexType.DATE, Anniversary(count, key), last=last)
