"""Days of the week: alone, of a week, several of them."""

from __future__ import annotations

from typing import Final

from newsline.dates.english.grammar import Draft, Found, Rules
from newsline.dates.english.lexicon import FREE, PLACES, words
from newsline.dates.expression import Around, Bare, Beside, Last, Next, Repeated, This, Unit, Weekday, Within
from newsline.model import TimexType

RULES: Final = Rules()

PAPERS: Final = words(
    "Times Telegraph Mirror Express Mail Herald Post Mass School Independent Star Sport World People "
    "Business Review Journal Mercury Tribune Observer Bloody Roast Brunch Weld Addams"
)
"""Behind the name of a weekday they make it a newspaper's, a church service's, an actress's or the like."""


BY: Final = words("on by from until till since before after")
DAY_PARTS: Final = words("morning afternoon evening night")
ANY_DAY: Final = words("in and or when that because as but at with for so to is was if since before after")
NAMED: Final = words("Sheffield Ruby Joe Girl Man Bloody Bowl Super Manic")
"""Before the name of a weekday they make it a club's, a restaurant's, a detective's, or a certain one of long ago."""


ENDS: Final = frozenset(".,;:?!)") | {"—", "–", ""} | (FREE - words("that as by so"))
VERBS: Final = words("had was were has")


def is_alone(found: Found) -> bool:
    """Whether no event follows "the night before"."""
    return found.after() in ENDS or (found.word("b") == "before" and found.after() in VERBS)


@RULES.add("the w:weekday b:(before|after)")
def weekday_before(found: Found) -> Draft | None:
    """Such as "the Sunday before"; not "the Sunday before the vote"."""
    if not is_alone(found):
        return None
    return Draft(TimexType.DATE, Beside(Weekday(found.number("w")), found.word("b") == "before"))


@RULES.add("w:weekday", "the w:weekday")
def weekday(found: Found) -> Draft | None:
    at = found.at("w")
    if found.cased(at)[:1].islower() or found.cased(at + 1) in PAPERS or found.cased(at + 1) in PLACES:
        return None
    if found.cased(at + 1) in {"Night", "Morning", "Evening", "Afternoon"} and found.cased(at + 2)[:1].isupper():
        return None  # a programme, a paper
    if found.before() in {"a", "one", "another", "any"} and (
        not found.after()[:1].isalpha() or found.after() in ANY_DAY
    ):
        return None  # "on a Sunday", "fell on a Friday in June"; but "a Friday deadline"
    if found.cased(at - 1) in NAMED or (found.cased(at - 2), found.cased(at - 1)) == ("Mail", "on"):
        return None
    if found.line.lower(at - 1) == "the" and found.cased(at + 1)[:1].isupper():  # "the Monday Club"
        return None
    named = found.before() in BY and at > found.first and not found.cased(at + 1)[:1].isupper()
    named = named and (found.before() == "on" or found.line.lower(at + 1) in DAY_PARTS)  # "by the Friday deadline"
    of = Weekday(found.number("w"))
    return Draft(TimexType.DATE, Around(of) if named else Bare(of), first=at, last=at + 1)


@RULES.add("w:wd dot?")
def weekday_abbreviated(found: Found) -> Draft | None:
    word, before = found.cased(found.first), found.before()
    long = len(word) > 3
    if not word[:1].isupper() or not (
        long or (found.last - found.first == 2 and before in {"on", "by", "until", "since"})
    ):
        return None
    return Draft(TimexType.DATE, Bare(Weekday(found.number("w"))))


@RULES.add("w:weekday comma? (of)? o:(last|this|next) u:unit", "o:(last|this|next) u:unit (on)? w:weekday")
def weekday_of_week(found: Found) -> Draft | None:
    if found.value("u") is not Unit.WEEK or found.cased(found.at("w"))[:1].islower():
        return None
    operator = {"last": Last, "this": This}.get(found.word("o"), Next)
    return Draft(TimexType.DATE, Within(Weekday(found.number("w")), operator(Unit.WEEK)))


@RULES.add("n:(num|word) w:weekdays o:(ago|earlier)", "w:weekdays", "n:(every|each) (second|other) w:weekday")
def weekdays(found: Found) -> Draft | None:
    if found.cased(found.at("w"))[:1].islower():
        return None
    if found.at("o") >= 0:
        return Draft(TimexType.DATE, Last(Weekday(found.number("w")), found.number("n")))
    quant = found.word("n").upper() or None
    return Draft(TimexType.SET, Repeated(f"XXXX-WXX-{found.number('w') + 1}", quant))
