"""Sets: how often something is, "every Friday", "twice a week", "daily"."""

from __future__ import annotations

from typing import Final

from newsline.dates.english.grammar import Draft, Found, Rules
from newsline.dates.english.lexicon import words
from newsline.dates.expression import Repeated, Unit
from newsline.dates.timex3 import SEASON_NAMES
from newsline.dates.timex3 import duration as duration_value
from newsline.model import TimexType

RULES: Final = Rules()


@RULES.add("n:(num|word|int) v:units (a|per) u:unit")
def days_a_week(found: Found) -> Draft | None:
    """Such as "seven days a week", "24 hours a day": of every one of the larger units."""
    smaller, larger = found.value("v"), found.value("u")
    if not isinstance(smaller, Unit) or not isinstance(larger, Unit) or RANK.index(smaller) >= RANK.index(larger):
        return None
    return Draft(TimexType.SET, Repeated(duration_value(((1, larger),))))


RANK: Final = tuple(Unit)


@RULES.add(
    "e:(each|every) (x:(other|num|word|few))? u:(unit|units|weekday|part|season|month)",
    "e:(each|every) u:weekday p:part",
    "v:adverb",
    "o:once hyphen v:adverb",
    "e:(each|every) h:half hyphen? (a)? u:unit",
    "o:once (a|per|each|every) u:unit",
    "n:(num|word) times (a|per|each|every) u:unit",
)
def repeated(found: Found) -> Draft | None:
    quant = found.word("e").upper() or None
    freq = None
    if found.at("o") >= 0 or found.at("n") >= 0:
        freq = f"{found.number('o') or found.number('n')}X"
    if found.at("v") >= 0:
        capital = found.first > 0 and found.cased(found.first)[:1].isupper()
        if capital or found.cased(found.last)[:1].isupper():  # a paper, a bank
            return None
        return Draft(TimexType.SET, Repeated(str(found.value("v")), None, freq))
    of = found.value("u")
    if isinstance(of, Unit):
        one = 0.5 if found.at("h") >= 0 else 1
        count = {"other": 2, "few": None}.get(found.word("x"), found.number("x") or one)
        return Draft(TimexType.SET, Repeated(duration_value(((count, of),)), quant, freq))
    if isinstance(of, int):
        every = f"XXXX-WXX-{of + 1}{found.value('p') or ''}" if found.word("u").endswith("day") else f"XXXX-{of:02}"
        return Draft(TimexType.SET, Repeated(every, quant))
    if of in SEASON_NAMES:
        return Draft(TimexType.SET, Repeated(f"XXXX-{SEASON_NAMES[str(of)]}", quant))
    return Draft(TimexType.SET, Repeated(f"XXXX-XX-XX{of}", quant))


@RULES.add(
    "(the)? n:(ord|nth|second|last) (and)? (ord|nth|second|last)? w:weekday (of|in) e:(each|every) u:unit",
    "e:(each|every) n:(ord|nth|second|last) w:weekday (of|in) (the|a) u:unit",
)
def weekday_of_each(found: Found) -> Draft | None:
    """Such as "the first Saturday of each month"."""
    of = found.value("u")
    return (
        Draft(TimexType.SET, Repeated(duration_value(((1, of),)), found.word("e").upper()))
        if isinstance(of, Unit)
        else None
    )


@RULES.add("w:(weekday|weekdays) p:parts", "w:(weekday|weekdays) u:units")
def parts_of_weekdays(found: Found) -> Draft | None:
    """Such as "Friday nights", "Saturday mornings"."""
    part = str(found.value("p") or "TNI")
    if found.at("u") >= 0 and found.value("u") is not Unit.NIGHT:
        return None
    return Draft(TimexType.SET, Repeated(f"XXXX-WXX-{found.number('w') + 1}{part}"))


HOURS: Final = words(
    "open Open opens closed hours available served serves collected cleaned daily weekly runs operates operate service "
    "services"
)
"""Beside a run of weekdays they show that it is one of every week: "open Monday to Friday"."""
ONCE: Final = words("will would was were had been did next last this coming") | {"'ll"}
"""They show that it is the run of one week."""


@RULES.add("w:(weekday|wd) dot? (to|hyphen|dash) v:(weekday|wd)")
def opening_days(found: Found) -> Draft | None:
    """Such as "open Monday to Friday": the days of every week, not of one."""
    near = found.line.lowered[max(found.first - FAR, 0) : found.last + FAR]
    if found.number("w") >= found.number("v") or HOURS.isdisjoint(near) or not ONCE.isdisjoint(near):
        return None
    return Draft(TimexType.SET, Repeated(f"XXXX-WXX-{found.number('w') + 1}"))


FAR: Final = 8
"""Tokens around it that are looked at."""


@RULES.add("workdays", "(each|every) w:workdays")
def workdays(found: Found) -> Draft | None:
    """Such as "open weekdays", "every weekday"."""
    if found.last - found.first == 1 and found.line.lower(found.first) == "weekday":
        return None
    quant = found.line.lower(found.first).upper() if found.at("w") >= 0 else None
    return Draft(TimexType.SET, Repeated("XXXX-WXX-WD", quant))


@RULES.add("u:units")
def weekends(found: Found) -> Draft | None:
    """Such as "at weekends"."""
    if found.value("u") is not Unit.WEEKEND or found.before() not in {"at", "on"} or found.after() == "of":
        return None
    return Draft(TimexType.SET, Repeated("XXXX-WXX-WE"))
