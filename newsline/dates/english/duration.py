"""Durations: how long, which is no date."""

from __future__ import annotations

import re
from typing import Final

from newsline.dates.english.classes import letter
from newsline.dates.english.counted import MODS, amount, mod_of
from newsline.dates.english.grammar import Draft, Found, Rules
from newsline.dates.english.lexicon import words
from newsline.dates.english.verbs import PLURAL
from newsline.dates.expression import Duration, Repeated, Unit, Vague
from newsline.dates.timex3 import duration as duration_value
from newsline.dates.units import YEARS_IN
from newsline.model import TimexType

RULES: Final = Rules()
LEADS: Final = "(nearly | over | more than | less than | at least | at most | no more than | up to)?"
COUNT: Final = "n:(num|word|tens|int|dec|year)"
THE: Final = "(the|these|those|this) (o:(last|past|next|coming|previous|ord|latest|following|recent))?"
WHERE: Final = {"last": "past", "past": "past", "previous": "past", "recent": "past", "latest": "past", "next": "next",
    "coming": "next", "following": "next"}  # fmt: skip


def lasting(found: Found, count: float | None, where: str | None = None, first: int | None = None) -> Draft | None:
    """A duration of the unit that is labelled "u"."""
    of = found.value("u")
    if not isinstance(of, Unit) or of is Unit.SEASON or (count is not None and count <= 0):
        return None
    if of is Unit.QUARTER and where is None:  # three quarters are a share
        return None
    if _is_age(found) or _is_title(found):
        return None
    lead = found.line.lower(found.first)
    if lead == "last" and found.before() in LASTING:  # "is expected to last three days"
        return None
    if lead == "over" and not (
        found.before() in BEFORE_OVER or found.first == 0
    ):  # "over two decades": in their course
        return None
    return Draft(TimexType.DURATION, Duration(((count, of),), where), _mod(found), first=first)


def _mod(found: Found) -> str | None:
    """The TIMEX3 mod, from words within the match or right before it: "about two years" is the two years."""
    mod = mod_of(found)
    if mod == "LESS_THAN" and found.before() == "no":
        return "EQUAL_OR_MORE"
    if found.before() == "over" and found.before(2) not in BEFORE_OVER:
        return mod
    return mod or ("LESS_THAN" if found.before() == "under" else MODS.get(found.before()))


LASTING: Final = words("to will would could can may might should not must did didn't")
BEFORE_OVER: Final = words(
    "for in of after by with is are was were be been took takes take lasted lasts spent spend spans spanned has have "
    "had just well little ran and or every than to at a waited served"
)
"""Before "over two years" they show that it means more than two years."""


def _is_title(found: Found) -> bool:
    """Such as "60 Minutes", "the third One Day": capitalised where the sentence is not."""
    index = found.at("u")
    word = found.cased(index)
    previous = found.cased(index - 1)
    if index <= 1 or not word[:1].isupper() or word.isupper():
        return False
    return previous.isdigit() or (index > 1 and previous[:1].isupper() and previous.isalpha())


def _is_age(found: Found) -> bool:
    """Whether it is how old somebody is: "a 52-year-old", "52 years old"."""
    after = found.after()
    if after in {"-", "–"}:
        after = found.after(2)
    return after in {"old", "olds"}


@RULES.add(
    f"{LEADS} {COUNT} hyphen? u:(unit|units)",
    f"{LEADS} n:a u:unit",
    f"{LEADS} n:half hyphen? a u:unit",
    "n:a (full|all) u:unit",
    f"another {COUNT} u:units",
    "n:another u:unit",
    f"{LEADS} {COUNT} (more|additional|straight|consecutive|full|all|other) u:units",
    "n:a additional u:unit",
)
def counted(found: Found) -> Draft | None:
    of = found.value("u")
    if found.word("n") in {"a", "an"} and (
        found.after() in {"-", "earlier", "when", "amount", "quantity", "fraction", "trace"}
        or of in {Unit.SECOND, Unit.WEEKEND, Unit.SEASON}
    ):
        return None
    if found.word("n") in {"one", "1"} and of is Unit.DAY and found.first == 0:  # "One day, ..."
        return None
    if found.word("n") == "one" and of is Unit.DAY and found.before() in SOME_DAY:  # "will one day return"
        return Draft(TimexType.DATE, Vague("FUTURE_REF"))
    if found.word("n") == "another":
        return lasting(found, 1) if found.value("u") in LONG_UNITS else None
    if found.word("n") in {"a", "an"} and _is_rate(found) and isinstance(of, Unit):
        return Draft(TimexType.SET, Repeated(duration_value(((1, of),))))
    return lasting(found, amount(found))


RATE: Final = re.compile(r"[a-z]*\d[\d.,]*(?:m|bn|k|tn)")
"""An amount with its letters: "£30m a year"."""
LONG_UNITS: Final = frozenset({Unit.HOUR, Unit.WEEK, Unit.MONTH, Unit.YEAR, Unit.DECADE, Unit.CENTURY})
"""Units of which "another" is a length: "another day" may be any."""
SOME_DAY: Final = words("will would may might could can should must that he she they we you i it")


def _is_rate(found: Found) -> bool:
    """Whether it is what an amount is told for: "$3 million a year", "twice a week"."""
    index = found.first - 1
    value = found.line.value(index) if index >= 0 else None
    number = (isinstance(value, int | float) and not isinstance(value, Unit)) or RATE.fullmatch(
        found.before()
    ) is not None
    if found.before().endswith("s") or found.before() in PLURAL:  # "2,000 cars a day", "two return flights a day"
        number = any(
            isinstance(found.line.value(at), int | float) and not isinstance(found.line.value(at), Unit)
            for at in range(max(index - 2, 0), index)
            if found.line.kinds[at] in NUMBERS
        )
    return number or found.before() in {"dollars", "%", "percent", "times"}


@RULES.add(f"{LEADS} {COUNT} working u:units")
def working_days(found: Found) -> Draft | None:
    """Such as "within 15 working days"."""
    return lasting(found, amount(found)) if found.value("u") is Unit.DAY else None


@RULES.add("the o:(ord|opening|final) u:unit")
def first_hour(found: Found) -> Draft | None:
    """Such as "the first hour of trading"; not "the eleventh hour"."""
    which = found.number("o") <= 1 and found.value("u") is Unit.HOUR
    return lasting(found, 1) if which and found.after() not in {"-", "–"} else None


@RULES.add("(the|a)? h:half hyphen? u:unit")
def half_year(found: Found) -> Draft | None:
    """Such as "the half year to June 30"; not "half-year profit"."""
    if found.value("u") is not Unit.YEAR or found.after() not in {"to", "ended", "ending"}:
        return None
    return Draft(TimexType.DURATION, Duration(((MONTHS, Unit.MONTH),)))


MONTHS: Final = 6


@RULES.add("u:unitlong", "u:unit hyphen long")
def lasting_one(found: Found) -> Draft | None:
    many = found.word("u").endswith("slong")
    return lasting(found, None if many else 1)


@RULES.add("n:a hyphen? v:(unit|half) hyphen? u:unit")
def part_of_century(found: Found) -> Draft | None:
    """Such as "a quarter century", "a half-century"."""
    of, half = found.value("u"), found.word("v") == "half"
    if not isinstance(of, Unit) or of not in YEARS_IN or not (half or found.value("v") is Unit.QUARTER):
        return None
    if found.after() in {"ago", "earlier", "later"}:
        return None
    share = 0.5 if half else 0.25
    return Draft(TimexType.DURATION, Duration(((share * YEARS_IN[of], Unit.YEAR),)), _mod(found))


@RULES.add("(n:(word|num|a))? u:(unit|units) of (a|the) v:unit")
def quarters_of(found: Found) -> Draft | None:
    """Such as "three quarters of an hour", "a quarter of a century"."""
    of, count = found.value("v"), amount(found) if found.at("n") >= 0 else 1
    if found.value("u") is not Unit.QUARTER or not isinstance(of, Unit) or of not in {Unit.HOUR, Unit.CENTURY}:
        return None
    if found.line.lower(found.at("v") - 1) == "the" or not 1 <= count < QUARTERS:
        return None
    whole = {Unit.HOUR: (MINUTES, Unit.MINUTE)}.get(of, (YEARS_IN[Unit.CENTURY], Unit.YEAR))
    return Draft(TimexType.DURATION, Duration(((whole[0] * count / QUARTERS, whole[1]),)), _mod(found))


QUARTERS, MINUTES = 4, 60


@RULES.add("n:a u:unit or w:(word|so)")
def or_two(found: Found) -> Draft | None:
    """Such as "a minute or two", "a week or so"."""
    if found.after() in {"ago", "earlier", "later"} or found.word("w") not in {"two", "so"}:
        return None
    if found.word("w") == "two":
        return lasting(found, None)
    draft = lasting(found, 1)
    return draft and Draft(draft.type, draft.meaning, "APPROX")


@RULES.add("n:a u:unit and a h:half")
def and_a_half(found: Found) -> Draft | None:
    return lasting(found, 1.5)


@RULES.add(
    f"(at least)? {THE} (about|nearly)? {COUNT} hyphen? u:(unit|units)",
    f"o:(last|past|next|coming|previous) {COUNT} hyphen? u:(unit|units)",
)
def anchored(found: Found) -> Draft | None:
    if found.after() in {"later", "earlier", "ago"} and found.line.lower(found.first) == "last":
        return None  # "her last 10 years later"
    compound = found.line.lower(found.at("u") - 1) == "-" and found.at("o") < 0  # "the 30-day plan"
    first = found.first + 1 if compound and found.line.lower(found.first) == "the" else None
    return lasting(found, amount(found), WHERE.get(found.word("o")), first)


@RULES.add(
    f"(the o:(last|past|next|coming|previous|following))? k:(num|word|tens) (to|or) {COUNT} u:units",
    f"(the o:(last|past|next|coming|previous|following))? k:num hyphen {COUNT} u:units",
)
def between(found: Found) -> Draft | None:
    """Such as "the next 12 to 18 months": how many of them is not told."""
    if found.after() in {"ago", "earlier", "later", "before", "hence"} or not 0 < found.number("k") < amount(found):
        return None
    return lasting(found, None, WHERE.get(found.word("o")))


ORDINALS: Final = (letter("nth"), letter("ord"))
NUMBERS: Final = frozenset(letter(kind) for kind in ("num", "int", "dec", "word", "tens", "year"))
KEPT: Final = words(
    "business trading opening office working visiting rush peak school licensing small wee war boom teenage formative "
    "twilight light leap glory dog salad"
)
"""Before "hours" or "days" they make a name of them."""


@RULES.add(
    "x:(several|few|many|recent|coming) hyphen? u:(units|unit)",
    "(the|these|those) (x:(last|past|next|coming|recent|ord|early))? (few|several|couple of|many)? u:units",
    "a (few|couple of) (more)? u:units",
    "x:(last|past|next) (few|several|couple of) u:units",
    "u:units hyphen long",
    "u:units (or|and) units",
    "u:units (on|after) units",
    "u:units",
)
def uncounted(found: Found) -> Draft | None:
    of, word = found.value("u"), found.word("x")
    if found.after() in {"ago"}:
        return None
    if (found.before(2), found.before()) in {("matter", "of"), ("at", "all")}:  # "staffed at all hours"
        return None
    if of is Unit.MINUTE and found.after() == "of" and found.last - found.first < 3 and found.before() != "within":
        return None  # of a meeting
    if of is Unit.MINUTE and found.line.kinds[max(found.first - 1, 0)] in ORDINALS:  # "the 80th and 81st minutes"
        return None
    if (
        of is Unit.YEAR
        and isinstance(found.line.value(found.last) if found.after() else None, int)
        and len(found.after()) == 4
    ):
        return None  # "the years 2031 to 2035"
    if found.last - found.first == 1 and (of is Unit.SECOND or found.before() in KEPT):
        return None
    if word in {"recent", "coming"} and found.line.kinds[found.at("u")] == found.line.kinds[found.at("x")]:
        return None
    bare = found.last - found.first == 2 and found.line.lower(found.first) in {"the", "these", "those"}
    return lasting(found, None, WHERE.get(word), found.first + 1 if bare else None)


@RULES.add("n:(a|num|word|int) u:(unit|units) comma? and? m:(a|num|word|int) v:(unit|units)")
def composed(found: Found) -> Draft | None:
    """Such as "two years and six months", "50 years and a day", "3 hours 12 minutes"."""
    larger, smaller = found.value("u"), found.value("v")
    if not isinstance(larger, Unit) or not isinstance(smaller, Unit) or smaller not in PARTS.get(larger, ()):
        return None
    if found.after() in {"ago", "earlier", "later", "old", "-"}:
        return None
    most = 1 if found.word("m") in {"a", "an"} else found.number("m")
    parts = ((amount(found), larger), (float(most), smaller))
    return Draft(TimexType.DURATION, Duration(parts)) if all(count for count, _ in parts) else None


PARTS: Final = {
    Unit.YEAR: (Unit.MONTH, Unit.WEEK, Unit.DAY), Unit.MONTH: (Unit.WEEK, Unit.DAY), Unit.WEEK: (Unit.DAY,),
    Unit.DAY: (Unit.HOUR,), Unit.HOUR: (Unit.MINUTE, Unit.SECOND), Unit.MINUTE: (Unit.SECOND,),
}  # fmt: skip
"""What an amount of a unit is told in besides."""


@RULES.add("a while")
def indefinite(found: Found) -> Draft | None:
    return Draft(TimexType.DURATION, Duration(((None, Unit.DAY),))) if found.after() != "ago" else None
