"""Periods of the calendar: months, quarters, seasons, years, decades, centuries."""

from __future__ import annotations

from datetime import date
from typing import Final

from newsline.dates import span as spans
from newsline.dates import units
from newsline.dates.english.days import ABBREVIATED, full_year, without_full_stop
from newsline.dates.english.grammar import Draft, Found, Rules
from newsline.dates.english.lexicon import MONTHS, words
from newsline.dates.expression import (
    Bare,
    Expression,
    Fixed,
    Half,
    Last,
    Month,
    Next,
    PartOf,
    Quarter,
    SameAs,
    Season,
    This,
    Unit,
    Vague,
    Within,
)
from newsline.dates.span import Precision, Span
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


YEAR_LEADS: Final = words(
    "in since by of until till from during before after for through to between late early mid ended "
    "ending year years fiscal back circa and or than around about the - – ( , ; : / — between over "
    "throughout ' a"
)
"""Words after which four digits are a year."""
COUNTED: Final = words(
    "people men women troops soldiers workers jobs shares dollars euros pounds miles kilometers "
    "kilometres feet metres meters tons tonnes pages votes seats cars homes points yards acres students "
    "employees members times units percent % mph km m ft kg lb bpd barrels rpm cc watts children rooms "
    "deaths bodies dead fans visitors"
)
"""What stands behind a number that counts something."""
NUMBERED: Final = frozenset(
    {"no", "number", "nr", "flight", "route", "model", "room", "section", "page", "form", "windows"}
)
"""What stands before a number that is a name."""
FIRST_PLAIN_YEAR: Final = 1500
"""Years before it are told with "in" or the like; alone, so small a number is seldom a year."""
LAST_PLAIN_YEAR: Final = 2060
"""News seldom speaks of later years without "in" or "by"."""


@RULES.add("y:year", "(the)? u:unit y:year", "(the)? u:unit (of)? y:(word|int)")
def year(found: Found) -> Draft | None:
    number, after, before = found.number("y"), found.after(), found.before()
    if found.at("u") >= 0:
        if found.value("u") is not Unit.YEAR or not 1000 <= number <= 2100:
            return None
        return period(spans.year(number))
    if after in COUNTED or before in NUMBERED or (before == "." and found.line.lower(found.first - 2) == "no"):
        return None
    if before == "at" or _is_address(found):
        return None
    if found.line.glued(found.first) and before in {"-", "–", "/"} and found.line.glued(found.first - 1):
        lead = found.line.words[found.first - 2]
        if lead.isupper() or not lead.isalpha():  # "F-1900", "10-2000"
            return None
    if found.line.glued(found.last) and after in {"-", "–", "/"} and found.cased(found.last + 1).isdigit():
        return None
    plain = FIRST_PLAIN_YEAR <= number <= LAST_PLAIN_YEAR
    if not plain and before not in {"in", "since", "by", "of", "until", "from", "before", "after", "year"}:
        return None
    return period(spans.year(number))


STREETS: Final = words("Avenue Street Road Boulevard Lane Drive Square Ave. St. Rd. Blvd Parkway Highway Place Court")


def _is_address(found: Found) -> bool:
    """Whether the number is that of a house."""
    return any(found.cased(found.last + offset) in STREETS for offset in range(3))


@RULES.add("(the)? fiscal (unit)? (of)? y:(year|short_year)")
def fiscal_year(found: Found) -> Draft | None:
    return period(spans.year(full_year(found.number("y"))))


@RULES.add("y:short_year")
def short_year(found: Found) -> Draft | None:
    if found.before() not in YEAR_LEADS - {"a", "the", "("}:
        return None
    return period(spans.year(full_year(found.number("y"))))


@RULES.add("a:year (hyphen|dash) b:year", "a:year (hyphen|dash) b:num", "r:year_run")
def years(found: Found) -> Draft | None:
    if found.at("r") >= 0:
        first, last = (int(part) for part in str(found.value("r")).replace("/", "-").split("-"))
    else:
        first, last = found.number("a"), found.number("b")
    last = last if last >= 100 else first - first % 100 + last
    if not 1000 <= first < last <= 2100:
        return None
    return period(spans.between(spans.year(first), spans.year(last)))


@RULES.add("(the)? d:tens_of", "the d:decade", "d:decade", "(the)? mid hyphen? d:(tens_of|decade)")
def decade(found: Found) -> Draft | None:
    number = found.number("d")
    if number < 100:
        if found.last - found.first == 1 and found.word("d").isalpha() and found.before() not in {"early", "late"}:
            return None
        quoted = found.word("d").startswith(("'", "’"))
        if found.line.lower(found.first) != "the" and not quoted and found.before() not in {"early", "late", "-"}:
            return None
        number += 1900
    first = number - number % 10
    whole = Fixed(Span(date(first, 1, 1), date(first + 9, 12, 31), Precision.DECADE))
    if "mid" in (found.line.lower(found.first), found.line.lower(found.first + 1)):
        return Draft(TimexType.DATE, PartOf(whole, "MID"), "MID")
    return period(whole)


@RULES.add("(the)? n:(nth|ord) hyphen? u:unit (bc)?")
def century(found: Found) -> Draft | None:
    if (
        found.value("u") is not Unit.CENTURY
        or found.line.lower(found.last - 1).startswith("b")
        or found.number("n") < 2
    ):
        return None
    return period(units.holding(Unit.CENTURY, date((found.number("n") - 1) * 100, 1, 1)))


@RULES.add("q:short_quarter (of)? (y:(year|short_year))?", "y:year q:short_quarter")
def short_quarter(found: Found) -> Draft | None:
    """Such as "Q3 2024", "3Q", "H1", "FY2023"."""
    text = found.cased(found.at("q"))
    digits = int("".join(character for character in text if character.isdigit()))
    if text.startswith("FY"):
        return period(spans.year(full_year(digits)))
    if "H" in text and (digits > 2 or found.at("y") < 0):
        return None
    return period(in_year(found, Half(digits) if "H" in text else Quarter(digits)))


@RULES.add(
    "n:(num|int|year) bc", "ad n:(num|int|year)", "n:(num|int|year) ad", "(the)? n:(nth|ord) hyphen? u:unit b:bc"
)
def era(found: Found) -> Draft | None:
    """Years of the eras; those before Christ have a TIMEX3 value, but no span."""
    number = found.number("n")
    if found.at("u") >= 0:
        return Draft(TimexType.DATE, Vague(f"BC{number - 1:02}")) if found.value("u") is Unit.CENTURY else None
    words_ = {found.cased(found.first).replace(".", ""), found.cased(found.last - 1).replace(".", "")}
    if words_ & {"BC", "BCE"}:
        return Draft(TimexType.DATE, Vague(f"BC{number:04}"))
    return period(spans.year(number)) if "AD" in words_ and 1 <= number <= LAST_PLAIN_YEAR else None


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
    if half and 1 <= count <= 2:
        if not last and not (found.at("y") >= 0 or found.word("o") or found.after() not in {"of", "-", "and"}):
            return None
        return period(in_year(found, Half(count)))
    if found.value("u") is Unit.QUARTER and 1 <= count <= 4:
        draft = period(in_year(found, Quarter(count)))
        return draft and Draft(draft.type, draft.meaning, first=first)
    return None


@RULES.add(f"(the)? s:season {OF_YEAR}", "(the)? y:year s:season")
def season(found: Found) -> Draft | None:
    named = found.at("y") >= 0 or found.word("o") or found.word("o2")
    if not named and not _is_season(found):
        return None
    return period(in_year(found, Season(str(found.value("s")))))


def _is_season(found: Found) -> bool:
    """Whether a season's name, standing alone, is the season and not a verb, a source or an attribute."""
    leads = {
        "in",
        "since",
        "by",
        "until",
        "during",
        "from",
        "early",
        "late",
        "mid",
        "of",
        "over",
        "into",
        "for",
        "through",
        "-",
    }
    after = found.after()
    if found.word("s") in {"fall", "spring"}:
        leads -= {"of", "for", "-", "from"}
        if after in {"of", "from", "in", "to"}:
            return False
    if found.line.lower(found.first) == "the":
        return found.before() in leads | {"all"}
    return found.before() in leads


@RULES.add(
    "m:month (of)? o:(last|this|next) u2:unit", "m:month of o:(that|the) u2:unit", "m:month of the o:same u2:unit"
)
def month_of_year(found: Found) -> Draft | None:
    word = found.word("o")
    if found.value("u2") is not Unit.YEAR:
        return None
    outer = SHIFTS[word](Unit.YEAR) if word in SHIFTS else SameAs(Unit.YEAR)
    return period(Within(Month(found.number("m")), outer))


MONTH_LEADS: Final = words(
    "in since by until till from during before after through to between of early late mid this last next "
    "back for and or around about the on , ( - – as each every"
)
ALSO_NAMES: Final = frozenset({"april", "june", "august"})
"""Months that are given names or other words too."""


@RULES.add("m:month dot?", "m:month hyphen")
def month(found: Found) -> Draft | None:
    cased, word = found.cased(found.first), found.word("m")
    if not cased[:1].isupper() or not _is_month(found, word):
        return None
    hyphen = found.line.words[found.last - 1] == "-"
    last = found.first + 1 if hyphen else without_full_stop(found)
    return Draft(TimexType.DATE, Bare(Month(found.number("m"))), last=last)


def _is_month(found: Found, word: str) -> bool:
    """Whether a month's name, standing alone, is the month."""
    before, after = found.before(), found.after()
    previous = found.cased(found.first - 1)
    if after in {"-", "–", "to", "through", "until", "/", "and", "or"} and found.line.lower(found.last + 1) in MONTHS:
        return previous not in {"they", "we", "you", "who", "I"}
    if found.line.words[found.last - 1] == "-" and found.line.lower(found.last) in MONTHS:
        return True
    if before in {"/", "-", "–"} and found.line.lower(found.first - 2) in MONTHS:
        return True
    if word in ABBREVIATED:
        return before in MONTH_LEADS and (found.last - found.first == 2 or word == "sept" or not after.isalpha())
    if word == "march":
        if (
            previous == "the"
            and after[:1].islower()
            and after not in {"on", "for", "to", "against", "of", "and", "was"}
        ):
            return True
        return before in MONTH_LEADS - {"the", "on", "and", "or", ",", "(", "for", "about", "as"} or (
            before in {"and", "or", ","} and found.line.lower(found.first - 2) in MONTHS
        )
    if word == "may":
        return before in MONTH_LEADS - {
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
    if word in ALSO_NAMES:
        following = found.cased(found.last)
        if previous[:1].isupper() and previous.isalpha() and before not in MONTH_LEADS:
            return False
        return before in MONTH_LEADS or not (following[:1].isupper() and following.isalpha())
    return True
