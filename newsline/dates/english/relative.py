"""Dates counted from the article's day or from the last date told: "yesterday", "last week", "two days later"."""

from __future__ import annotations

from typing import Final

from newsline.dates.english.grammar import Draft, Found, Rules
from newsline.dates.expression import (
    Ago,
    Anniversary,
    AtTime,
    Bare,
    DayOfMonth,
    Duration,
    Earlier,
    Expression,
    Hence,
    Holiday,
    Last,
    Later,
    Month,
    Next,
    Repeating,
    SameAs,
    Season,
    This,
    Unit,
    Vague,
    Weekday,
    Weekend,
)
from newsline.model import TimexType

RULES: Final = Rules()
DEICTIC: Final = {"today": This(Unit.DAY), "yesterday": Last(Unit.DAY), "tomorrow": Next(Unit.DAY)}
SHIFTS: Final = {
    "last": Last,
    "previous": Last,
    "past": Last,
    "this": This,
    "current": This,
    "next": Next,
    "coming": Next,
}
COUNT = "n:(a|num|word|tens|int|dec|half)"


def date(meaning: Expression, mod: str | None = None) -> Draft:
    return Draft(TimexType.DATE, meaning, mod)


@RULES.add("d:(today|yesterday|tomorrow)")
def deictic(found: Found) -> Draft | None:
    if found.line.text[found.line.starts[found.first] :].startswith(("TODAY", "Today's", "Today’s")) and False:
        return None
    return date(DEICTIC[found.word("d")])


@RULES.add("tonight")
def tonight(found: Found) -> Draft | None:
    return Draft(TimexType.TIME, AtTime(This(Unit.DAY), "TNI"))


@RULES.add("o:(this|last) p:part")
def part_of_day(found: Found) -> Draft | None:
    day = Last(Unit.DAY) if found.word("o") == "last" else This(Unit.DAY)
    return Draft(TimexType.TIME, AtTime(day, str(found.value("p"))))


@RULES.add(
    "o:(last|this|next|coming|past|previous|current) u:unit",
    "(the|this) o:(coming|current) u:unit",
    "the o:(next|previous|following) u:unit",
    "(the|this) o:(past|last) u:unit",
)
def unit(found: Found) -> Draft | None:
    which, of = found.word("o"), found.value("u")
    if not isinstance(of, Unit):
        return None
    lead = found.line.lower(found.first)
    if of.is_clock:
        return None
    if lead in {"the", "this"} and which != lead:
        if which in {"past", "last"}:
            return Draft(TimexType.DURATION, Duration(((1, of),), "past"))
        if which == "next" and of not in {Unit.DAY, Unit.WEEKEND}:
            return Draft(TimexType.DURATION, Duration(((1, of),), "next"))
        if which in {"next", "following"}:
            return date(Later(1, of))
        if which == "previous":
            return date(Earlier(1, of))
    if of is Unit.SEASON:
        return None
    shift = SHIFTS.get(which)
    return date(shift(of)) if shift else None


@RULES.add("(the|that) o:same u:unit", "o:that u:unit")
def same(found: Found) -> Draft | None:
    of = found.value("u")
    if not isinstance(of, Unit) or of.is_clock or of is Unit.SEASON:
        return None
    return date(SameAs(of))


@RULES.add(
    "o:(last|this|next|coming|past|previous) (x:(weekday|month|season|holiday))",
    "this o:(coming|past) x:(weekday|month|season)",
)
def named(found: Found) -> Draft | None:
    of = repeating(found)
    if of is None or (found.cased(found.at("x"))[:1].islower() and not isinstance(of, Season)):
        return None
    return date(SHIFTS[found.word("o")](of))


def repeating(found: Found) -> Repeating | None:
    """The labelled token "x" as a repeating interval."""
    value, kind = found.value("x"), found.word("x")
    if isinstance(value, int):
        return Weekday(value) if kind.endswith("day") else Month(value)
    if kind in {"spring", "summer", "autumn", "fall", "winter"}:
        return Season(kind if kind != "fall" else "autumn")
    return Holiday(str(value)) if value else None


def amount(found: Found) -> float:
    """The number of the match: "a" is 1, "twenty-five" 25."""
    value = found.value("n")
    if found.word("n") in {"a", "an"}:
        return 1
    if found.word("n") == "half":
        return 0.5
    total = float(value) if isinstance(value, int | float) else 0
    return total + found.number("n2")


@RULES.add(
    "(about|nearly)? n:(a|num|word|tens|int) (hyphen? n2:word)? u:(unit|units) o:(ago|earlier|later|before)",
    "(about|nearly)? n:(a|num|word|tens|int) (hyphen? n2:word)? u:(unit|units) from t:(now|today)",
)
def counted(found: Found) -> Draft | None:
    of, count = found.value("u"), int(amount(found))
    if not isinstance(of, Unit) or count == 0:
        return None
    word = found.word("o")
    kind = TimexType.TIME if of.is_clock else TimexType.DATE
    mod = (
        "APPROX"
        if found.line.lower(found.first) in {"about", "around", "some", "roughly", "nearly", "almost"}
        else None
    )
    if found.at("t") >= 0:
        return Draft(kind, Hence(count, of), mod)
    if word == "before" and found.after() in {"the", "he", "she", "they", "it", "his", "her", "a", "being"}:
        return None
    operator = {"ago": Ago, "earlier": Earlier, "before": Earlier}.get(word, Later)
    return Draft(kind, operator(count, of), mod)


@RULES.add(
    "x:(several|few|many) u:units o:(ago|earlier|later)",
    "a x:(few|couple) (of)? u:units o:(ago|earlier|later)",
    "u:units o:(ago|earlier|later)",
)
def vaguely_counted(found: Found) -> Draft | None:
    word = found.word("o")
    if word == "ago":
        return date(Vague("PAST_REF"))
    of = found.value("u")
    return date(Vague("PAST_REF" if word == "earlier" else "FUTURE_REF")) if isinstance(of, Unit) else None


@RULES.add("o:(earlier|later) (in|on)? t:(this|that|last) u:unit", "o:(earlier|later) t:(today|yesterday)")
def earlier_in(found: Found) -> Draft | None:
    of = found.value("u")
    if found.at("u") < 0:
        return date(DEICTIC[found.word("t")])
    if not isinstance(of, Unit):
        return None
    inner: Expression = {"this": This(of), "that": SameAs(of)}.get(found.word("t"), Last(of))
    return date(inner)


@RULES.add("now")
def now(found: Found) -> Draft | None:
    return date(Vague("PRESENT_REF"))


@RULES.add("v:vague", "the v:vague")
def vague(found: Found) -> Draft | None:
    return date(Vague(str(found.value("v"))))


__all__ = ["RULES", "Anniversary", "Bare", "DayOfMonth", "Weekend"]
