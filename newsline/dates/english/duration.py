"""Durations and sets: how long and how often, which are no dates."""

from __future__ import annotations

from typing import Final

from newsline.dates.english.grammar import Draft, Found, Rules
from newsline.dates.english.relative import amount
from newsline.dates.expression import Duration, Repeated, Unit
from newsline.model import TimexType

RULES: Final = Rules()
MODS: Final = {
    "about": "APPROX", "around": "APPROX", "approximately": "APPROX", "roughly": "APPROX", "some": "APPROX",
    "nearly": "LESS_THAN", "almost": "LESS_THAN", "over": "MORE_THAN",
}  # fmt: skip
LETTERS: Final = {Unit.SECOND: "TxS", Unit.MINUTE: "TxM", Unit.HOUR: "TxH"}
LEADS = "(l:about|l1:nearly|l2:over|l3:more than|l4:less than|l5:at least|l6:at most|l7:up to)?"


def _mod(found: Found) -> str | None:
    word = found.line.lower(found.first)
    if word in MODS:
        return MODS[word]
    return {"more": "MORE_THAN", "less": "LESS_THAN", "fewer": "LESS_THAN", "at": "EQUAL_OR_MORE"}.get(word)


@RULES.add(
    "(about|nearly|over|more than|less than|at least|at most)? n:(num|word|tens|int|dec) (hyphen? n2:word)? hyphen? u:(unit|units)",
    "(about|nearly|over|more than|less than|at least|at most)? n:a u:unit",
    "(about|nearly|over|more than|less than|at least|at most)? n:half a u:unit",
)
def counted(found: Found) -> Draft | None:
    of = found.value("u")
    if not isinstance(of, Unit) or of in {Unit.QUARTER, Unit.SEASON}:
        return None
    if found.word("n") in {"a", "an"} and found.after() in {"-", "earlier", "before"}:
        return None
    if found.after() == "-" and found.line.lower(found.last + 1) == "old":
        return None
    return Draft(TimexType.DURATION, Duration(((amount(found), of),)), _mod(found))


@RULES.add(
    "(the|these|those) o:(last|past|next|coming|previous|first) n:(num|word|tens|int|dec) (hyphen? n2:word)? hyphen? u:(unit|units)",
    "o:(last|past|next) n:(num|word|tens|int) (hyphen? n2:word)? hyphen? u:(units)",
)
def anchored(found: Found) -> Draft | None:
    of = found.value("u")
    if not isinstance(of, Unit):
        return None
    where = {"last": "past", "past": "past", "previous": "past", "next": "next", "coming": "next"}.get(found.word("o"))
    return Draft(TimexType.DURATION, Duration(((amount(found), of),), where))


@RULES.add(
    "x:(several|few|many|recent) u:units",
    "(the|these|those) (x:(last|past|next|coming))? (few|several|couple of|many) u:units",
    "a (few|couple of) u:units",
    "x:(last|past|next) (few|several) u:units",
    "u:units",
)
def uncounted(found: Found) -> Draft | None:
    of = found.value("u")
    if not isinstance(of, Unit) or of in {Unit.SECOND, Unit.QUARTER, Unit.SEASON}:
        return None
    where = {"last": "past", "past": "past", "recent": "past", "next": "next", "coming": "next"}.get(found.word("x"))
    return Draft(TimexType.DURATION, Duration(((None, of),), where))


@RULES.add(
    "e:(each|every) (x:(other|num|word))? u:(unit|units|weekday|part)",
    "adverb",
    "o:once (a|per|each|every) u:unit",
    "n:(num|word) times (a|per|each|every) u:unit",
)
def repeated(found: Found) -> Draft | None:
    quant = found.word("e").upper() or None
    if found.at("e") < 0 and found.at("u") < 0:
        return Draft(TimexType.SET, Repeated(str(found.line.values[found.first])))
    of = found.value("u")
    freq = None
    if found.at("o") >= 0 or found.at("n") >= 0:
        freq = f"{found.number('o') or found.number('n')}X"
    if isinstance(of, Unit):
        count = 2 if found.word("x") == "other" else max(found.number("x"), 1)
        return Draft(TimexType.SET, Repeated(period(count, of), quant, freq))
    if isinstance(of, int):
        return Draft(TimexType.SET, Repeated(f"XXXX-WXX-{of + 1}", quant))
    return Draft(TimexType.SET, Repeated(f"XXXX-XX-XX{of}", quant))


def period(count: float, unit: Unit) -> str:
    """A duration as TIMEX3 writes it: "P3W", "PT2H"."""
    from newsline.dates.timex3 import duration

    return duration(((count, unit),))
