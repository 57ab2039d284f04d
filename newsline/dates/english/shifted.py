"""Dates moved from another date: "Tuesday week", "a week on Friday", "two years ago today", "this time last year"."""

from __future__ import annotations

from typing import Final

from newsline.dates import span as spans
from newsline.dates.english.counted import COUNT, LEADS, amount, date, mod_of, whole
from newsline.dates.english.grammar import Draft, Found, Rules
from newsline.dates.english.lexicon import FREE, words
from newsline.dates.english.periods import SHIFTS, in_year
from newsline.dates.english.relative import DEICTIC, repeating
from newsline.dates.expression import (
    Ago,
    Ahead,
    Bare,
    Earlier,
    Expression,
    Fixed,
    Last,
    MonthDay,
    Moved,
    Quarter,
    SameAs,
    Season,
    This,
    TurnOf,
    Unit,
    Weekday,
    Within,
)
from newsline.model import TimexType

RULES: Final = Rules()
WEEKS: Final = frozenset({Unit.WEEK, Unit.FORTNIGHT})


def _weekday(found: Found) -> Weekday:
    return Weekday(found.number("w"))


@RULES.add("w:(weekday|tomorrow|today) u:unit")
def weekday_week(found: Found) -> Draft | None:
    """Such as "Tuesday week": a week after the Tuesday that comes."""
    unit = found.value("u")
    if unit not in WEEKS or not isinstance(unit, Unit) or (found.after()[:1].isalnum() and found.after() not in FREE):
        return None
    word = found.word("w")
    base = DEICTIC[word] if word in DEICTIC else Ahead(Bare(_weekday(found)))
    return date(Moved(base, 1, unit))


@RULES.add("last w:weekday but n:word", "x:(weekday|month) last")
def before_last(found: Found) -> Draft | None:
    """Such as "last Friday but one"; "Monday last" as British papers said."""
    after = found.after()
    if found.at("w") >= 0:
        return date(Last(_weekday(found), 2)) if found.word("n") == "one" else None
    if (after[:1].isalnum() and after not in FREE) or found.before() not in {"on", "since", "of", "in", "the", "from"}:
        return None
    of = repeating(found)
    return date(Last(of)) if of is not None and found.cased(found.at("x"))[:1].isupper() else None


RATES: Final = words("once twice times % percent dollars")


@RULES.add(
    "n:(a|word|num) u:(unit|units) on w:weekday",
    "n:(a|word|num) u:(unit|units) w:(today|tomorrow)",
    "n:(a|word|num) u:(unit|units) o:last w:weekday",
)
def week_on(found: Found) -> Draft | None:
    """Such as "a week on Friday", "two weeks tomorrow", "a week last Tuesday"; not "twice a week on Friday"."""
    unit, count, before = found.value("u"), int(amount(found)), found.before()
    if unit not in WEEKS or not isinstance(unit, Unit) or not count:
        return None
    if before in RATES or before[:1].isdigit() or before in {"for", "in", "within", "after", "over", "last", "every"}:
        return None
    if found.at("o") >= 0:
        return date(Moved(Last(_weekday(found)), -count, unit))
    base = DEICTIC[found.word("w")] if found.word("w") in DEICTIC else Ahead(Bare(_weekday(found)))
    return date(Moved(base, count, unit))


@RULES.add(
    f"{LEADS} {COUNT} u:(unit|units) ago x:(today|tomorrow|yesterday)",
    f"{LEADS} {COUNT} u:(unit|units) ago o:(this|last|next) u2:unit",
    f"{LEADS} {COUNT} u:(unit|units) ago (on)? (o:(this|last|next))? w:weekday",
    f"{LEADS} {COUNT} u:(unit|units) before x:yesterday",
    f"{LEADS} {COUNT} u:(unit|units) ago to the d:unit",
)
def ago_today(found: Found) -> Draft | None:
    """Such as "two years ago today", "ten years ago this Sunday", which is still to come, "a week ago Tuesday"."""
    unit = found.value("u")
    if not isinstance(unit, Unit) or unit.is_clock:
        return None
    count, unit = whole(amount(found), unit)
    base: Expression
    if found.at("x") >= 0 or found.value("d") is Unit.DAY:  # "ten years ago to the day"
        base = DEICTIC.get(found.word("x"), This(Unit.DAY))
    elif found.at("w") >= 0:
        bare = Bare(_weekday(found))
        base = {"last": Last(bare.repeating), "this": Ahead(bare), "next": Ahead(bare)}.get(found.word("o"), bare)
    else:
        of = found.value("u2")
        if of not in {Unit.WEEK, Unit.MONTH, Unit.WEEKEND} or not isinstance(of, Unit):
            return None
        base = SHIFTS[found.word("o")](of)
    return date(Moved(base, -count, unit), mod_of(found)) if count else None


@RULES.add(
    f"(the)? x:(month|season) {COUNT} u:(unit|units) ago",
    f"m:month d:(num|nth) comma? {COUNT} u:(unit|units) ago",
    f"d:(num|nth) (of)? m:month comma? {COUNT} u:(unit|units) ago",
)
def years_ago(found: Found) -> Draft | None:
    """Such as "in August two years ago", "on 3 May a year ago"."""
    unit, count = found.value("u"), int(amount(found))
    of = MonthDay(found.number("m"), found.number("d")) if found.at("m") >= 0 else repeating(found)
    named = found.cased(max(found.at("m"), found.at("x")))[:1].isupper() or isinstance(of, Season)
    if unit is not Unit.YEAR or not isinstance(unit, Unit) or not count or of is None or not named:
        return None
    return date(Within(of, Ago(count, unit)))


@RULES.add("(this|the|that) (same)? time o:(last|next|this) (u:unit|w:weekday|m:month)")
def this_time(found: Found) -> Draft | None:
    """Such as "this time last year": about the same part of the year; of a week, the same day."""
    unit, word = found.value("u"), found.word("o")
    lead = found.line.lower(found.first)
    if lead != "this" and found.line.lower(found.first + 1) != "same":
        return None
    if not isinstance(unit, Unit) or word == "this":
        return None
    sign = -1 if word == "last" else 1
    if unit is Unit.YEAR:
        return date(Moved(This(Unit.MONTH), sign, unit), "APPROX")
    return date(Moved(This(Unit.DAY), sign, unit), "APPROX") if unit in {Unit.WEEK, Unit.MONTH} else None


@RULES.add(
    f"the same v:unit {COUNT} u:(unit|units) (ago|earlier)",
    "(the)? (same|like) v:unit (of|in)? (the)? o:(last|previous) u:unit",
)
def same_of_year(found: Found) -> Draft | None:
    """Such as "the same day a year ago", "the same month last year"."""
    same, unit = found.value("v"), found.value("u")
    count = 1 if found.at("o") >= 0 else int(amount(found))
    if not isinstance(same, Unit) or not isinstance(unit, Unit) or same.is_clock or not count:
        return None
    if same is Unit.QUARTER:
        return date(Earlier(count, unit, SameAs(same)))
    return date(Moved(SameAs(same), -count, unit)) if UNIT_RANK.index(same) < UNIT_RANK.index(unit) else None


UNIT_RANK: Final = tuple(Unit)


@RULES.add("the turn of the u:unit", "the turn of the n:(ord|nth) u:unit")
def turn(found: Found) -> Draft | None:
    unit, number = found.value("u"), found.number("n")
    if unit not in {Unit.CENTURY, Unit.MILLENNIUM} or not isinstance(unit, Unit):
        return None
    if number:
        if unit is not Unit.CENTURY or not 1 < number <= 21:
            return None
        return Draft(TimexType.DATE, Fixed(spans.year((number - 1) * 100).approximately()), "APPROX")
    return date(TurnOf(unit), "APPROX")


@RULES.add("(the)? m:month (y:year)? hyphen? u:unit")
def month_quarter(found: Found) -> Draft | None:
    """Such as "the June quarter", as Australian and Indian companies call the one that ends with June."""
    if found.value("u") is not Unit.QUARTER or found.number("m") % 3:
        return None
    return date(in_year(found, Quarter(found.number("m") // 3)))
