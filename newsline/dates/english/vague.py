"""References to the past, the present and the future that name no date: "recently", "now", "in the future"."""

from __future__ import annotations

from typing import Final

from newsline.dates.amounts import UNKNOWN_DAY
from newsline.dates.english.counted import date
from newsline.dates.english.grammar import Draft, Found, Rules
from newsline.dates.english.lexicon import words as words_of
from newsline.dates.expression import Unit, Vague
from newsline.model import TimexType

RULES: Final = Rules()
GOING_ON: Final = words_of("and is was has but to or as in when i it he she they we you")
"""What may follow "the past" where no noun does."""


@RULES.add(
    "now",
    "right now",
    "the moment",
    "the future",
    "the near future",
    "the n:(near|short) t:term",
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
    if words == ["the", "moment"]:
        return date(Vague("PRESENT_REF")) if found.before() in {"at", "for"} else None
    if words == ["the", "past"]:
        after = found.after()
        free = not after.isalnum() or after in GOING_ON
        return date(Vague("PAST_REF")) if free else None
    if found.at("t") >= 0 and words[-1] != "term":
        return None
    if words[0] == "in":
        return (
            Draft(TimexType.DATE, Vague("FUTURE_REF"), first=found.first + 1) if not found.after().isalpha() else None
        )
    return date(Vague("FUTURE_REF")) if found.after() not in {"of", "-"} else None


@RULES.add("the other x:(unit|part)")
def other_day(found: Found) -> Draft | None:
    """Such as "the other day": some days ago; not "on the other day" of two."""
    of = found.value("x")
    near = of in {Unit.DAY, Unit.WEEK} if isinstance(of, Unit) else found.word("x") in {"night", "morning", "evening"}
    if not near or found.before() in {"on", "of", "for", "and", "or"} or found.after() in {"of", "-"}:
        return None
    return date(Vague("PAST_REF"))


@RULES.add("x:(these|those) u:units", "(a)? long (time)? ago", "a short (time|while) ago", "about time ago")
def those_days(found: Found) -> Draft | None:
    if found.line.lower(found.first + 1) == "time" and found.line.lower(found.first) != "some":
        return None
    if found.at("x") < 0:  # but "as long ago as April"
        return date(Vague("PAST_REF")) if found.before() != "as" else None
    if found.value("u") is not Unit.DAY or found.after() == "of":
        return None
    return date(Vague("PRESENT_REF" if found.word("x") == "these" else "PAST_REF"))


def _now(found: Found) -> Draft | None:
    """Within a sentence "now" tells a time; at its beginning it only goes on with the story."""
    at = found.last - 1
    opening = found.first == 0 or found.line.words[found.first - 1] in {"``", "“", '"'}
    if opening or found.before() in {"until", "till", "from"} or found.after() == "-":
        return None
    return Draft(TimexType.DATE, Vague("PRESENT_REF"), first=at)


@RULES.add("current")
def current(found: Found) -> Draft | None:
    """Such as "its current name"; not a current of water or of electricity."""
    if found.word("current") == "present" or found.line.lower(found.first) != "current":
        return None
    if not found.after().isalpha() or found.cased(found.last)[:1].isupper() or found.before() not in OWNERS:
        return None
    if found.after() in GOING_ON | {"of", "had", "has"}:
        return None
    return date(Vague("PRESENT_REF"))


OWNERS: Final = words_of("the its their his her our my your this at in under of")


@RULES.add("(the)? n:(ord|nth|second) u:unit")
def nth_day(found: Found) -> Draft | None:
    """Such as "the second day of the trial": a day, but of which date it is only the story knows."""
    if found.value("u") is not Unit.DAY or found.after() in {"-", "–"}:
        return None
    return date(Vague(UNKNOWN_DAY))
