"""Periods of the calendar below the year: months, quarters, halves, seasons."""

from __future__ import annotations

import re
from typing import Final

from newsline.dates import span as spans
from newsline.dates.english.days import ABBREVIATED, full_year, without_full_stop
from newsline.dates.english.grammar import Draft, Found, Rules
from newsline.dates.english.lexicon import LEXICON, MONTHS, STREETS, words
from newsline.dates.expression import (
    Bare,
    Earlier,
    Expression,
    Fixed,
    Half,
    Last,
    Later,
    Month,
    Next,
    Quarter,
    SameAs,
    Season,
    This,
    Unit,
    Within,
)
from newsline.dates.span import Span
from newsline.model import TimexType

RULES: Final = Rules()
SHIFTS: Final = {
    "last": Last, "past": Last, "previous": Last, "prior": Last, "preceding": Last, "this": This, "current": This,
    "present": This, "next": Next, "coming": Next, "upcoming": Next,
}  # fmt: skip


def period(meaning: Expression | Span | None) -> Draft | None:
    """A date of some days or more."""
    if meaning is None:
        return None
    return Draft(TimexType.DATE, Fixed(meaning) if isinstance(meaning, Span) else meaning)


@RULES.add("m:month dot? comma? (of)? y:(year|short_year)")
def month_year(found: Found) -> Draft | None:
    return period(spans.month(full_year(found.number("y")), found.number("m")))


@RULES.add("q:short_quarter (of)? f:short_quarter")
def fiscal_quarter(found: Found) -> Draft | None:
    """Such as "Q3 FY24"."""
    quarter, year = found.cased(found.at("q")), found.cased(found.at("f"))
    if quarter.startswith("FY") or not year.startswith("FY"):
        return None
    number, of = numbers_in(quarter)[0], full_year(numbers_in(year)[-1])
    if "H" in quarter:
        return period(Half(number).in_year(of)[0]) if number <= 2 else None
    return period(Quarter(number).in_year(of)[0])


def numbers_in(text: str) -> list[int]:
    """The numbers within a token: 3 and 24 of "3Q24"."""
    return [int(digits) for digits in NUMBER.findall(text)]


NUMBER: Final = re.compile(r"\d+")


@RULES.add("q:short_quarter (of)? (y:(year|short_year))?", "y:year q:short_quarter")
def short_quarter(found: Found) -> Draft | None:
    """Such as "Q3 2024", "3Q", "H1", "FY2023"."""
    text = found.cased(found.at("q"))
    digits, *more = numbers_in(text)
    if text.startswith("FY"):
        first = full_year(digits)
        last = first - first % 100 + more[0] % 100 if more else first
        return period(spans.between(spans.year(first), spans.year(last))) if first <= last else None
    if more and found.at("y") >= 0:
        return None
    if more:  # "3Q24"
        of = Half(digits) if "H" in text else Quarter(digits)
        return period(of.in_year(full_year(more[0]))[0]) if digits <= 2 or "Q" in text else None
    if "H" in text and (digits > 2 or (found.at("y") < 0 and found.before() not in HALF_LEADS)):
        return None
    return period(in_year(found, Half(digits) if "H" in text else Quarter(digits)))


HALF_LEADS: Final = words("in during for since until through by")
OF_YEAR: Final = (
    "( comma? (of)? (the)? (fiscal)? y:(year|short_year) | of o:(last|this|next|the|that) u2:unit"
    " | o2:(last|this|next) u2_:unit )?"
)


def in_year(found: Found, inner: Month | Quarter | Half | Season) -> Expression | None:
    """A quarter, a season or a month, in the year that the match names, if it does."""
    if found.at("y") >= 0:
        return Fixed(inner.in_year(full_year(found.number("y")))[0])
    word = found.word("o") or found.word("o2")
    if not word:
        return Bare(inner)
    if (found.value("u2") or found.value("u2_")) is not Unit.YEAR:
        return None
    outer = SameAs(Unit.YEAR) if word in {"that", "the"} else SHIFTS[word](Unit.YEAR)
    return Within(inner, outer)


@RULES.add(
    f"(the)? (fiscal)? hyphen? n:(ord|nth|second|last) hyphen? (fiscal)? u:(unit|half) {OF_YEAR}",
    "(the)? y:year n:(ord|nth|second) hyphen? u:(unit|half)",
    "o:(last|this|next) u2:unit poss n:(ord|nth|second) u:(unit|half)",
)
def quarter(found: Found) -> Draft | None:
    word, half = found.word("n"), found.word("u") == "half"
    last = word == "last"
    hyphen = found.line.lower(found.at("u") - 1) == "-"
    first = (
        found.first + 1 if hyphen and found.at("y") < 0 and found.line.lower(found.first) == "the" else None
    )  # "the third-quarter loss"
    count = 2 if word == "second" or (last and half) else 4 if last else found.number("n")
    if last and not (found.at("y") >= 0 or found.word("o")):
        return None
    named = found.at("y") >= 0 or found.word("o") or found.word("o2") or found.word("u2")
    if not named and _is_of_match(found, half):
        return None
    if half and 1 <= count <= 2:
        if not last and not (found.at("y") >= 0 or found.word("o") or found.after() not in {"of", "-", "and"}):
            return None
        return period(in_year(found, Half(count)))
    if found.value("u") is Unit.QUARTER and 1 <= count <= 4:
        draft = period(in_year(found, Quarter(count)))
        return draft and Draft(draft.type, draft.meaning, first=first)
    return None


MATCH: Final = words(
    "game match goal goals scored scorer touchdown halftime keeper goalkeeper striker quarterback midfielder referee "
    "innings kickoff rebounds equaliser equalizer overtime penalty header conceded visitors hosts"
)
BUSINESS: Final = words(
    "sales revenue revenues profit profits earnings income loss losses % percent cent shares growth"
)


def is_of_business(found: Found) -> bool:
    """Whether the sentence tells what a company or an economy earned."""
    return not BUSINESS.isdisjoint(found.line.lowered)


def _is_of_match(found: Found, half: bool) -> bool:
    """Whether it is the quarter or half of a match and no part of a year."""
    if is_of_business(found):
        return False
    return not MATCH.isdisjoint(found.line.lowered) or (half and found.before() not in HALF_LEADS)


@RULES.add(f"(the)? s:season {OF_YEAR}", "(the)? y:year s:season", "(the)? s:season (of)? r:year_run")
def season(found: Found) -> Draft | None:
    if found.at("r") >= 0:  # "the winter of 2010-11"
        return period(Season(str(found.value("s"))).of_year(int(str(found.value("r"))[:4])))
    named = found.at("y") >= 0 or found.word("o") or found.word("o2")
    if not named and not _is_season(found):
        return None
    return period(in_year(found, Season(str(found.value("s")))))


def _is_season(found: Found) -> bool:
    """Whether a season's name, standing alone, is the season and not a verb, a source or an attribute."""
    leads = set(SEASON_LEADS)
    after = found.after()
    if found.word("s") in {"summer", "winter"}:
        leads.add("all")
    if found.word("s") in {"fall", "spring"}:
        leads -= {"of", "for", "-", "from"}
        if after in {"of", "from", "in", "to"}:
            return False
    if found.cased(found.at("s"))[:1].isupper():  # "Five Seconds of Summer"
        leads -= {"of", "for", "-"}
    if found.line.lower(found.first) == "the":
        return found.before() in leads | {"all"}
    if (
        found.before() in {"of", "for"}
        and len(after) > 2
        and after.endswith("s")
        and after not in {"was", "has", "this"}
    ):
        return False  # "the owners of summer cottages"
    return found.before() in leads


@RULES.add("m:month of the o:(following|next|previous) u2:unit")
def month_of_next_year(found: Found) -> Draft | None:
    """Such as "February of the following year"."""
    if found.value("u2") is not Unit.YEAR:
        return None
    outer = Earlier(1, Unit.YEAR) if found.word("o") == "previous" else Later(1, Unit.YEAR)
    return period(Within(Month(found.number("m")), outer))


@RULES.add("m:month (of)? o:(last|this|next|that) u2:unit", "m:month of o:the u2:unit", "m:month of the o:same u2:unit")
def month_of_year(found: Found) -> Draft | None:
    word = found.word("o")
    if found.value("u2") is not Unit.YEAR:
        return None
    outer = SHIFTS[word](Unit.YEAR) if word in SHIFTS else SameAs(Unit.YEAR)
    return period(Within(Month(found.number("m")), outer))


SEASON_LEADS: Final = words("in before after since by until during from early late mid of over into for through -")
MONTH_LEADS: Final = words(
    "in since by until till from during before after through to between of early late mid this last next "
    "back end for and or around about the on , ( - – as each every"
)
ALSO_NAMES: Final = frozenset({"april", "june", "august"})
"""Months that are given names or other words too."""
OF_MARCH: Final = words("on for to against of and was family families sisters brothers hare")
"""The same behind "the March", which may be one of people."""
TOLD_FOR: Final = words(
    "figures data numbers results sales report forecast forecasts guidance outlook index scheduled set planned due "
    "slated called expected"
)
"""Before "for May" they show the month."""
SOLD: Final = words("delivery contract contracts futures shipment")
OF_MAY: Final = words(
    "government administration cabinet ministry premiership family sisters brothers plan deal team camp era years be "
    "bank tree blossom queen fly bug also not and or"
)
"""Behind "the May" they make it a person or a plant."""
BEFORE_NAMES: Final = words("to and for by of or about as")
KIN: Final = words("sister brother daughter son mother wife aunt niece cousin friend girlfriend grandmother neighbour")
SAYING: Final = words("said says told asked added wrote replied who whose thinks thought smiled laughed")


@RULES.add("m:month dot?", "m:month hyphen")
def month(found: Found) -> Draft | None:
    cased, word = found.cased(found.first), found.word("m")
    if not cased[:1].isupper() or not _is_month(found, word) or found.cased(found.last) in STREETS:
        return None
    hyphen = found.line.words[found.last - 1] == "-"
    last = found.first + 1 if hyphen else without_full_stop(found)
    return Draft(TimexType.DATE, Bare(Month(found.number("m"))), last=last)


def _is_month(found: Found, word: str) -> bool:
    """Whether a month's name, standing alone, is the month."""
    before, after = found.before(), found.after()
    previous = found.cased(found.first - 1)
    if before == "of" and found.before(2) == "ides":
        return False
    if after in {"-", "–", "to", "through", "until", "/", "and", "or"} and found.line.lower(found.last + 1) in MONTHS:
        return previous not in {"they", "we", "you", "who", "I"}
    if found.line.words[found.last - 1] == "-" and found.line.lower(found.last) in MONTHS:
        return True
    if before in {"/", "-", "–"} and found.line.lower(found.first - 2) in MONTHS:
        return True
    if before in {"-", "–"} and found.before(2) in {"mid", "early", "late"}:
        return True
    if word in ABBREVIATED:
        return before in MONTH_LEADS and (found.last - found.first == 2 or word == "sept" or not after.isalpha())
    if word == "march":
        if before == "the" and after[:1].islower() and after not in OF_MARCH:
            return True
        if before == "for":  # "figures for March", but "for March on Rome", "for March Brothers"
            return after not in {"on", "of"} and not found.cased(found.last)[:1].isupper()
        return before in MONTH_LEADS - {"the", "on", "and", "or", ",", "(", "about", "as"} or (
            before in {"and", "or", ","} and found.line.lower(found.first - 2) in MONTHS
        )
    if word == "may" and before == "the":  # "the May elections", but "the May government"
        return after[:1].islower() and after.isalpha() and after not in OF_MAY
    if word == "may":
        told = after in SOLD or found.before(2) in TOLD_FOR
        return (before == "for" and told) or before in MONTH_LEADS - {
            ",",
            "(",
            "the",
            "on",
            "and",
            "or",
            "-",
            "–",
            "as",
            "for",
            "about",
            "each",
            "every",
        }
    if word in ALSO_NAMES and before not in MONTH_LEADS and (before in KIN or after in SAYING):
        return False
    if word in ALSO_NAMES:
        following = found.cased(found.last)
        named = following[:1].isupper() and following.isalpha() and following.lower() not in LEXICON
        if named and before in BEFORE_NAMES and found.last - found.first == 1:  # "was married to April Jones"
            return False
        if previous[:1].isupper() and previous.isalpha() and before not in MONTH_LEADS:
            return False
        return before in MONTH_LEADS or not (following[:1].isupper() and following.isalpha())
    return True
