"""Dates counted from the article's day or from the last date told: "yesterday", "last week", "two days later"."""

from __future__ import annotations

from typing import Final

from newsline.dates import almanac
from newsline.dates import span as spans
from newsline.dates.english.grammar import Draft, Found, Rules
from newsline.dates.english.periods import SHIFTS
from newsline.dates.expression import (
    Ago,
    AtTime,
    Bare,
    Duration,
    Earlier,
    Expression,
    Fixed,
    Hence,
    Holiday,
    Last,
    Later,
    Month,
    MonthDay,
    Next,
    Nth,
    PartOf,
    Repeating,
    SameAs,
    Season,
    This,
    Unit,
    Vague,
    Weekday,
    Weekend,
    Within,
)
from newsline.model import TimexType

RULES: Final = Rules()
DEICTIC: Final = {"today": This(Unit.DAY), "yesterday": Last(Unit.DAY), "tomorrow": Next(Unit.DAY)}
QUOTES: Final = frozenset({"“", "‘", '"', "``"})
COUNT: Final = "n:(a|num|word|tens|int|dec|half|year)"


def date(meaning: Expression | None, mod: str | None = None) -> Draft | None:
    return Draft(TimexType.DATE, meaning, mod) if meaning else None


@RULES.add("d:(today|yesterday|tomorrow)", "(earlier|later) d:(today|yesterday|tomorrow)")
def deictic(found: Found) -> Draft | None:
    previous = found.cased(found.first - 1)
    if found.cased(found.at("d")) == "Today" and previous[:1].isupper() and len(previous) > 2:  # a paper, a station
        return None
    return date(DEICTIC[found.word("d")])


@RULES.add("the u:unit b:(before|after) d:(yesterday|tomorrow)")
def day_before(found: Found) -> Draft | None:
    if found.value("u") is not Unit.DAY:
        return None
    return date(Ago(2, Unit.DAY) if found.word("d") == "yesterday" else Hence(2, Unit.DAY))


@RULES.add("tonight", "(earlier|later|early|late) tonight")
def tonight(found: Found) -> Draft | None:
    return Draft(TimexType.TIME, AtTime(This(Unit.DAY), "TNI"))


@RULES.add("(earlier|later|early|late)? o:(this|last|that) p:part")
def part_of_day(found: Found) -> Draft | None:
    day: Expression = {"last": Last(Unit.DAY), "this": This(Unit.DAY)}.get(found.word("o"), SameAs(Unit.DAY))
    return Draft(TimexType.TIME, AtTime(day, str(found.value("p"))))


@RULES.add("the o:(next|following|previous) p:part", "(the|that) o:same p:part")
def next_part(found: Found) -> Draft | None:
    days: dict[str, Expression] = {"previous": Earlier(1, Unit.DAY), "same": SameAs(Unit.DAY)}
    return Draft(TimexType.TIME, AtTime(days.get(found.word("o"), Later(1, Unit.DAY)), str(found.value("p"))))


@RULES.add("mid hyphen? p:part", "p:part", "the p:part")
def bare_part(found: Found) -> Draft | None:
    word = found.word("p")
    if found.last - found.first == 1 and word != "overnight":
        return None
    if found.line.lower(found.first) == "the" and (
        found.before() not in {"in", "during", "of"} or found.after() in {"of", "after", "before", "he", "she", "they"}
    ):
        return None
    return Draft(TimexType.TIME, AtTime(This(Unit.DAY), str(found.value("p"))))


@RULES.add(
    "(earlier|later)? o:(last|this|next|coming|previous|current) u:unit",
    "(the|this) o:(coming|current) u:unit",
    "the o:(next|previous|following) u:unit",
    "(the|this)? o:(past|last) u:unit",
    "the o:(next|last|past|previous) s:second",
)
def unit(found: Found) -> Draft | None:
    which, of = found.word("o"), found.value("u")
    if not isinstance(of, Unit) or of.is_clock or of is Unit.SEASON:
        return None
    lead = found.line.lower(found.first)
    if found.cased(found.first - 1) in QUOTES and found.cased(found.at("u"))[:1].isupper():  # a programme
        return None
    if of is Unit.DAY and (lead == "last" or which in {"coming", "current"}):
        return None
    if which == "past" and lead == "this":
        return date(Last(of))
    if which == "past" or (lead in {"the", "this"} and which == "last"):
        return Draft(TimexType.DURATION, Duration(((1, of),), "past"))
    if lead == "the" and which in {"next", "following", "previous"}:
        if which == "next" and of not in {Unit.DAY, Unit.WEEKEND, Unit.MONTH, Unit.WEEK, Unit.YEAR}:
            return Draft(TimexType.DURATION, Duration(((1, of),), "next"))
        return date(Earlier(1, of) if which == "previous" else Later(1, of))
    shift = SHIFTS.get(which)
    return date(shift(of)) if shift else None


@RULES.add(
    "(earlier|later)? (the|that) o:same u:unit",
    "(earlier|later)? (on|in)? o:that u:unit",
    "(earlier|later) (in|on) the u:unit",
)
def same(found: Found) -> Draft | None:
    of = found.value("u")
    if not isinstance(of, Unit) or of.is_clock or of is Unit.SEASON:
        return None
    first = found.first + (found.line.lower(found.first) in {"in", "on"})
    if found.at("o") < 0 and of is not Unit.DAY:
        return date(This(of))
    return Draft(TimexType.DATE, SameAs(of), first=first)


@RULES.add("the (latest|like)? u:unit", "the latest (fiscal)? u:unit", "the latest period")
def the_unit(found: Found) -> Draft | None:
    of = found.value("u") if found.at("u") >= 0 else Unit.QUARTER
    latest = found.line.lower(found.first + 1) in {"latest", "most-recent"}
    before = found.before()
    if not isinstance(of, Unit):
        return None
    if latest:
        return date(Last(of)) if of in {Unit.QUARTER, Unit.YEAR, Unit.MONTH, Unit.WEEK} else None
    if found.after() == "of" and of is not Unit.QUARTER:
        return None
    if of is Unit.QUARTER and found.after() not in {"of", "-", "back", "final", "finals"}:
        return date(SameAs(of))
    if of is Unit.WEEKEND:
        return date(Bare(Weekend()))
    if of is Unit.WEEK and found.line.words[found.last : found.last + 1] in (["'s"], ["’s"]):
        return date(This(of))
    if of in {Unit.YEAR, Unit.WEEK, Unit.MONTH} and before in {"of", "in", "for", "during", "over", "throughout"}:
        return date(This(of)) if found.after() not in {"of", "that", "-", "when"} else None
    return None


@RULES.add(
    "(earlier|later)? (the)? o:(last|this|next|coming|past|previous|following) (x:(weekday|month|season|holiday))",
    "this o:(coming|past) x:(weekday|month|season)",
)
def named(found: Found) -> Draft | None:
    of, which = repeating(found), found.word("o")
    if of is None or (found.cased(found.at("x"))[:1].islower() and not isinstance(of, Season)):
        return None
    if isinstance(of, Month) and found.word("x") in {"may", "march"} and which not in {"last", "this", "next", "past"}:
        return None
    if (
        found.line.lower(found.first) == "the"
        and isinstance(of, Weekday)
        and which in {"previous", "following", "next"}
    ):
        return date(SHIFTS.get(which, Next)(of))
    return date(SHIFTS.get(which, Next)(of))


def repeating(found: Found) -> Repeating | None:
    """The labelled token "x" as a repeating interval."""
    value, word = found.value("x"), found.word("x")
    if isinstance(value, int):
        return Weekday(value) if word.endswith("day") else Month(value)
    if word in {"spring", "summer", "autumn", "fall", "winter"}:
        return Season(str(value))
    return Holiday(str(value)) if value and not almanac.is_event(str(value)) else None


def amount(found: Found) -> float:
    """The number of the match: "a" is 1, "half a" is 0.5."""
    if found.word("n") in {"a", "an"}:
        return 1
    if found.word("n") == "half":
        return 0.5
    value = found.value("n")
    return float(value) if isinstance(value, int | float) else 0


SMALLER: Final = {
    Unit.CENTURY: (100, Unit.YEAR), Unit.DECADE: (10, Unit.YEAR), Unit.YEAR: (12, Unit.MONTH), Unit.WEEK: (7, Unit.DAY),
    Unit.DAY: (24, Unit.HOUR), Unit.HOUR: (60, Unit.MINUTE),
}  # fmt: skip


def whole(count: float, unit: Unit) -> tuple[int, Unit]:
    """A number of units without a fraction: half a century is 50 years."""
    if count % 1 and unit in SMALLER:
        size, unit = SMALLER[unit]
        count *= size
    return int(count), unit


LEADS: Final = "(about | nearly | over | more than | less than | at least | at most | (no)? more than | up to)?"


def mod_of(found: Found) -> str | None:
    """The TIMEX3 mod that the words before a number give."""
    word, second = found.line.lower(found.first), found.line.lower(found.first + 1)
    if word == "at":
        return "EQUAL_OR_MORE" if second == "least" else "EQUAL_OR_LESS"
    if word in {"no", "up"}:
        return "EQUAL_OR_LESS"
    return MODS.get(word)


MODS: Final = {
    "about": "APPROX", "around": "APPROX", "approximately": "APPROX", "roughly": "APPROX", "some": "APPROX",
    "nearly": "LESS_THAN", "almost": "LESS_THAN", "over": "MORE_THAN", "more": "MORE_THAN", "less": "LESS_THAN",
    "fewer": "LESS_THAN",
}  # fmt: skip


@RULES.add(
    f"{LEADS} {COUNT} hyphen? u:(unit|units) hyphen? o:(ago|earlier|later|before|hence)",
    f"{LEADS} {COUNT} hyphen? u:(unit|units) from t:(now|today)",
    f"{COUNT} u:(unit|units) or so o:(ago|earlier|later)",
    f"{LEADS} n:half a u:unit o:(ago|earlier|later|before)",
)
def counted(found: Found) -> Draft | None:
    of = found.value("u")
    if not isinstance(of, Unit):
        return None
    count, of = whole(amount(found), of)
    if count == 0:
        return None
    word = found.word("o")
    kind = TimexType.TIME if of.is_clock else TimexType.DATE
    mod = "APPROX" if found.line.lower(found.at("u") + 1) == "or" else mod_of(found)
    if found.at("t") >= 0 or word == "hence":
        return Draft(kind, Hence(count, of), mod)
    if word == "before" and (found.after()[:1].isalnum() and found.after() not in {"and", "but", "in", "on", "at"}):
        return None
    operator = {"ago": Ago, "earlier": Earlier, "before": Earlier}.get(word, Later)
    return Draft(kind, operator(count, of), mod)


@RULES.add(
    f"in (about|nearly|less than|more than|at least)? {COUNT} u:(unit|units) time",
    "in n:a u:unit poss time",
    f"in {COUNT} u:(unit|units) apos time",
    f"{COUNT} u:(unit|units) (apos|poss) time",
)
def in_time(found: Found) -> Draft | None:
    of, count = found.value("u"), int(amount(found))
    return date(Hence(count, of)) if isinstance(of, Unit) and count else None


@RULES.add(
    "x:(several|few|many|recent|coming) u:units o:(ago|earlier|later)",
    "a x:(few|couple) (of)? u:units o:(ago|earlier|later|before)",
    "u:units o:(ago|earlier|later)",
)
def vaguely_counted(found: Found) -> Draft | None:
    of, word = found.value("u"), found.word("o")
    if not isinstance(of, Unit):
        return None
    kind = TimexType.TIME if of.is_clock else TimexType.DATE
    if of.is_clock:  # "hours later": the same day, as a rule
        return Draft(kind, AtTime(SameAs(Unit.DAY), "TXX") if word == "later" else Vague("PAST_REF"))
    return Draft(kind, Vague("FUTURE_REF" if word == "later" else "PAST_REF"))


@RULES.add(
    "(the|a)? (like)? u:unit hyphen (ago|earlier) (x:(unit|period|half))?",
    "the (like)? x:(period|unit) a u:unit (ago|earlier)",
)
def year_ago(found: Found) -> Draft | None:
    """Such as "the year-earlier quarter"; alone, "year-earlier" is an attribute, and the article before it no part of it."""
    if found.value("u") is not Unit.YEAR:
        return None
    if found.at("x") < 0:
        lead = found.line.lower(found.first) in {"the", "a"}
        return Draft(TimexType.DATE, Earlier(1, Unit.YEAR), first=found.first + lead)
    base = SameAs(Unit.QUARTER) if found.word("x") != "half" else None
    return date(Earlier(1, Unit.YEAR, base))


@RULES.add(
    "(the)? (like)? period o:(last|this) u:unit", "o:(last|this) u:unit poss x:(unit|period)", "the y:year period"
)
def period_of_year(found: Found) -> Draft | None:
    if found.at("y") >= 0:
        return date(Fixed(spans.year(found.number("y"))))
    if found.value("u") is not Unit.YEAR or (found.at("x") >= 0 and found.word("x") not in {"quarter", "period"}):
        return None
    return date(Earlier(1, Unit.YEAR, SameAs(Unit.QUARTER)) if found.word("o") == "last" else SameAs(Unit.QUARTER))


@RULES.add(
    "(the)? u:unit (hyphen|poss)? end",
    "yearend",
    "the end of the u:unit",
    "the close of the u:unit",
    "the x:(start|middle) of the u:unit",
)
def unit_end(found: Found) -> Draft | None:
    of = found.value("u") if found.at("u") >= 0 else Unit.YEAR
    if of not in {Unit.YEAR, Unit.MONTH, Unit.WEEK, Unit.QUARTER, Unit.DECADE, Unit.CENTURY}:
        return None
    if found.after() == "of":
        return None
    part = {"middle": "MID", "": "END"}.get(found.word("x"), "START")
    return date(PartOf(This(of), part), part)


@RULES.add("the n:(ord|nth|second|last) u:(unit|weekday) (in|of) m:month ((comma)? y:year)?")
def nth_in_month(found: Found) -> Draft | None:
    count = {"second": 2, "last": -1}.get(found.word("n")) or found.number("n")
    of = found.value("u")
    if isinstance(of, int):
        of_ = Weekday(of)
    elif of is Unit.WEEKEND:
        of_ = Weekend()
    elif isinstance(of, Unit) and of in {Unit.DAY, Unit.WEEK}:
        return date(Nth(count, of, _month_of(found)))
    else:
        return None
    return date(Nth(count, of_, _month_of(found)))


def _month_of(found: Found) -> Expression:
    if found.at("y") >= 0:
        return Fixed(spans.month(found.number("y"), found.number("m")))
    return Bare(Month(found.number("m")))


@RULES.add("(the)? u:unit of m:month dot? d:(num|nth)", "h:holiday u:unit")
def week_of(found: Found) -> Draft | None:
    unit = found.value("u")
    if unit not in {Unit.WEEK, Unit.WEEKEND}:
        return None
    if found.at("h") >= 0:
        key = str(found.value("h"))
        return None if almanac.is_event(key) else date(Nth(1, unit, Bare(Holiday(key))))
    return date(Nth(1, unit, Bare(MonthDay(found.number("m"), found.number("d")))))


@RULES.add("o:(last|next|this) m:month dot? d:(num|nth)")
def named_day(found: Found) -> Draft | None:
    """Such as "last Oct. 23": the word before it is no part of it in TimeBank."""
    of = MonthDay(found.number("m"), found.number("d"))
    return Draft(TimexType.DATE, SHIFTS[found.word("o")](of), first=found.first + 1)


@RULES.add(
    "now",
    "right now",
    "the moment",
    "the future",
    "the near future",
    "the near term",
    "the past",
    "in future",
    "v:vague",
    "more v:vague",
)
def vague(found: Found) -> Draft | None:
    if found.at("v") >= 0:
        return date(Vague(str(found.value("v")))) if found.before() != "as" else None
    words = [found.line.lower(index) for index in range(found.first, found.last)]
    if words[-1] == "now":
        return _now(found)
    if words == ["the", "past"]:
        after = found.after()
        free = not after.isalnum() or after in {"and", "is", "was", "has", "but", "to", "or", "as", "in", "when"}
        return date(Vague("PAST_REF")) if free else None
    if words[0] == "in":
        return (
            Draft(TimexType.DATE, Vague("FUTURE_REF"), first=found.first + 1) if not found.after().isalpha() else None
        )
    return date(Vague("FUTURE_REF")) if found.after() not in {"of", "-"} else None


@RULES.add("x:(these|those) u:units", "(a)? long (time)? ago")
def those_days(found: Found) -> Draft | None:
    if found.at("x") < 0:
        return date(Vague("PAST_REF"))
    if found.value("u") is not Unit.DAY or found.after() == "of":
        return None
    return date(Vague("PRESENT_REF" if found.word("x") == "these" else "PAST_REF"))


@RULES.add("the u:unit b:(before|after) (last:last)?")
def unit_before(found: Found) -> Draft | None:
    """Such as "the week before", "the month before last"; not "the day before the vote"."""
    of, before = found.value("u"), found.word("b") == "before"
    if not isinstance(of, Unit) or of.is_clock:
        return None
    if found.at("last") >= 0:
        return date(Ago(2, of)) if before else None
    if found.after()[:1].isalnum():
        return None
    return date(Earlier(1, of) if before else Later(1, of))


@RULES.add("(later|earlier)? that x:(season|month|weekday)")
def that_named(found: Found) -> Draft | None:
    of = repeating(found)
    if (
        of is None
        or (isinstance(of, Month) and found.word("x") in {"may", "march"})
        or found.word("x") in {"fall", "spring"}
    ):
        return None
    if found.cased(found.at("x"))[:1].islower() and not isinstance(of, Season):
        return None
    return date(Within(of, SameAs(Unit.WEEK if isinstance(of, Weekday) else Unit.YEAR)))


def _now(found: Found) -> Draft | None:
    """Such as "now" tells a time within a sentence; at its beginning, before a comma, it only goes on with the story."""
    at = found.last - 1
    opening = found.first == 0 or found.line.words[found.first - 1] in {"``", "“", '"'}
    if opening or found.before() in {"until", "till", "from"} or found.after() == "-":
        return None
    return Draft(TimexType.DATE, Vague("PRESENT_REF"), first=at)
