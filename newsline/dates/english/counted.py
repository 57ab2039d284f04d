"""Dates counted in units: "two weeks ago", "three days later", "a year earlier"."""

from __future__ import annotations

from typing import Final

from newsline.dates.english.grammar import Draft, Found, Rules
from newsline.dates.english.lexicon import FREE, words
from newsline.dates.expression import (
    Ago,
    AtTime,
    Duration,
    Earlier,
    Expression,
    Hence,
    Later,
    Reported,
    SameAs,
    Unit,
    Vague,
)
from newsline.dates.units import YEARS_IN
from newsline.model import TimexType

RULES: Final = Rules()
COUNT: Final = "n:(a|num|word|tens|int|dec|half|year)"


def date(meaning: Expression | None, mod: str | None = None) -> Draft | None:
    """A date without offsets of its own."""
    return Draft(TimexType.DATE, meaning, mod) if meaning else None


def amount(found: Found) -> int | float:
    """The number of the match: "a" is 1, "half a" is 0.5. Not `float` alone, which compiled code makes of an `int`."""
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
    "n:a u:unit x:and a half o:(ago|earlier|later)",
)
def counted(found: Found) -> Draft | None:
    of = found.value("u")
    if not isinstance(of, Unit):
        return None
    count, of = whole(amount(found) + (0.5 if found.at("x") >= 0 else 0), of)
    if count == 0 or (found.at("x") >= 0 and of.is_clock):
        return None
    if of in YEARS_IN:  # "a decade ago" is the year ten years before, about
        count, of = YEARS_IN[of] * count, Unit.YEAR
    if of is Unit.WEEK and found.word("t") == "today":  # the same weekday
        count, of = 7 * count, Unit.DAY
    word = found.word("o")
    if found.word("n") in {"a", "an"} and found.line.lower(found.at("o") - 1) == "-":  # "a year-earlier loss"
        return None
    kind = TimexType.TIME if of.is_clock else TimexType.DATE
    mod = "APPROX" if found.line.lower(found.at("u") + 1) == "or" else mod_of(found)
    if found.at("t") >= 0 or word == "hence":
        return Draft(kind, Hence(count, of), mod)
    if word in {"earlier", "later"} and found.after() == "than":  # "a week later than planned"
        return Draft(TimexType.DURATION, Duration(((count, of),)), mod, last=found.at("o"))
    if word == "before" and (found.after()[:1].isalnum() and found.after() not in {"and", "but", "in", "on", "at"}):
        return None
    operator = {"ago": Ago, "earlier": Earlier, "before": Earlier}.get(word, Later)
    if found.before() in SHARES and found.line.lower(found.first) in {"less", "more"}:
        return Draft(kind, operator(count, of), first=found.at("n"))  # "6 percent less than a year earlier"
    if of is Unit.YEAR and count > LAST_YEAR:  # "13 billion years ago"
        return Draft(kind, Vague("FUTURE_REF" if operator is Later else "PAST_REF"), mod)
    return Draft(kind, operator(count, of), mod)


SHARES: Final = words("% percent cent cents points")
LAST_YEAR: Final = 9999
"""Years further away have no place in the calendar."""


@RULES.add("a q:unit hyphen? (of a)? u:unit o:(ago|earlier|before)")
def quarter_of_a_century(found: Found) -> Draft | None:
    if found.value("q") is not Unit.QUARTER or found.value("u") is not Unit.CENTURY:
        return None
    word = found.word("o")
    if word == "before" and found.after()[:1].isalnum():
        return None
    operator = Ago if word == "ago" else Earlier
    return Draft(TimexType.DATE, operator(QUARTER_CENTURY, Unit.YEAR))


QUARTER_CENTURY: Final = 25
"""Years."""


@RULES.add(f"{LEADS} {COUNT} u:(unit|units) o:(before|after) (that|this)")
def after_that(found: Found) -> Draft | None:
    """Such as "two years after that"; not "two years after that war"."""
    of, after = found.value("u"), found.after()
    if not isinstance(of, Unit) or of.is_clock:
        return None
    count, of = whole(amount(found), of)
    if not count or (after[:1].isalnum() and after not in FREE):
        return None
    return Draft(TimexType.DATE, (Earlier if found.word("o") == "before" else Later)(count, of), mod_of(found))


@RULES.add("n:(a|num|word|int) u:(unit|units) and m:(a|num|word) v:(unit|units) o:(ago|earlier|later)")
def composed(found: Found) -> Draft | None:
    """Such as "two years and six months ago": as exact as the smaller unit."""
    larger, smaller = found.value("u"), found.value("v")
    if not isinstance(larger, Unit) or not isinstance(smaller, Unit):
        return None
    size = {(Unit.YEAR, Unit.MONTH): 12, (Unit.WEEK, Unit.DAY): 7}.get((larger, smaller))
    more = 1 if found.word("m") in {"a", "an"} else found.number("m")
    if size is None:
        return None
    operator = {"ago": Ago, "earlier": Earlier}.get(found.word("o"), Later)
    return date(operator(int(amount(found)) * size + more, smaller))


@RULES.add(
    f"in (about|nearly|less than|more than|at least)? {COUNT} u:(unit|units) time",
    "in n:a u:unit poss time",
    f"in {COUNT} u:(unit|units) apos time",
    f"{COUNT} u:(unit|units) (apos|poss) time",
)
def in_time(found: Found) -> Draft | None:
    of, count = found.value("u"), int(amount(found))
    if not isinstance(of, Unit) or not count:
        return None
    return Draft(TimexType.DATE, Hence(count, of), first=found.first + (found.line.lower(found.first) == "in"))


@RULES.add(
    "x:(several|few|many|recent|coming) u:units o:(ago|earlier|later)",
    "a x:(few|couple) (of)? u:units o:(ago|earlier|later|before)",
    "u:units o:(ago|earlier|later)",
    "n:a u:unit or word o:(ago|earlier|later)",
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
    "(the|a)? previous hyphen? u:unit x:(period|unit|half)",
)
def year_ago(found: Found) -> Draft | None:
    """Such as "the year-earlier quarter"; alone, "year-earlier" is an attribute, and "the" before it no part of it."""
    if found.value("u") is not Unit.YEAR:
        return None
    if found.at("x") < 0:
        lead = found.line.lower(found.first) in {"the", "a"}
        return Draft(TimexType.DATE, Earlier(1, Unit.YEAR), first=found.first + lead)
    base = SameAs(Unit.QUARTER) if found.word("x") != "half" else None
    return date(Earlier(1, Unit.YEAR, base))


@RULES.add(
    "(the)? (like|same)? period (in|of)? o:(last|this) u:unit",
    "o:(last|this) u:unit poss x:(unit|period)",
    "the y:year period",
    "the (like|same) period (in|of) y:year",
)
def period_of_year(found: Found) -> Draft | None:
    if found.at("y") >= 0:
        return date(Reported(found.number("y")))
    if found.value("u") is not Unit.YEAR or (found.at("x") >= 0 and found.word("x") not in {"quarter", "period"}):
        return None
    return date(Earlier(1, Unit.YEAR, SameAs(Unit.QUARTER)) if found.word("o") == "last" else SameAs(Unit.QUARTER))
