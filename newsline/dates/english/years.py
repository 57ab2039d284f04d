"""Years, decades and centuries, and numbers that only look like years."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from msgspec.structs import replace

from newsline.dates import span as spans
from newsline.dates import units
from newsline.dates.english.classes import letter
from newsline.dates.english.days import LEAP_YEAR, day, full_year
from newsline.dates.english.grammar import Draft, Found, Rules
from newsline.dates.english.lexicon import FREE, LEXICON, STREETS, words
from newsline.dates.english.periods import SHIFTS, period
from newsline.dates.expression import Fixed, PartOf, Unit, Vague
from newsline.dates.span import Precision, Span
from newsline.model import TimexType

RULES: Final = Rules()
YEAR_LEADS: Final = words(
    "in since by of until till from during before after for through to between late early mid ended "
    "ending year years fiscal back circa and or than around about the - – ( , ; : / — between over "
    "throughout a least"
)
"""Words after which four digits are a year."""
COUNTED: Final = words(
    "people men women troops soldiers workers jobs shares dollars euros pounds miles kilometers "
    "kilometres feet metres meters tons tonnes pages votes seats cars homes points yards acres students "
    "employees members times units percent % mph km m ft kg lb bpd barrels rpm cc watts children rooms "
    "deaths bodies dead fans visitors inhabitants houses households block g gram grams kilo kilos kilograms "
    "kilogrammes mg ml cm mm litre litres liter liters gallons hectares rupees yen yuan roubles rubles francs pesos "
    "rand calories kcal volts megawatts kilowatts mw kw mb gb megabytes pixels "
    "runs goals caps followers subscribers views steps"
)
"""What stands behind a number that counts something."""
NUMBERED: Final = frozenset(
    {"no", "number", "nr", "flight", "route", "model", "room", "section", "page", "form", "windows", "novel", "article"}
    | {"resolution", "agenda", "box", "rule", "title", "lot", "unit", "suite", "bus", "line"}
    | {"flights", "routes", "models", "rooms", "sections", "pages", "forms", "articles", "rules", "resolutions"}
)
"""What stands before a number that is a name."""
DIALLED: Final = words("dial ring text phone press extension")
BEING: Final = words("is was are were has had will")
"""Behind "the 2008" they show that it is a thing, and no year."""
FIRST_PLAIN_YEAR: Final = 1500
"""Years before it are told with "in" or the like; alone, so small a number is seldom a year."""
LAST_PLAIN_YEAR: Final = 2060
"""News seldom speaks of later years without "in" or "by"."""


@RULES.add("y:year", "(the)? u:unit y:year", "(the)? u:unit (of)? y:(word|int)")
def year(found: Found) -> Draft | None:
    number, after, before = found.number("y"), found.after(), found.before()
    if found.at("u") >= 0:
        least = 100 if found.line.lower(found.first) == "the" else 1000
        if found.value("u") is not Unit.YEAR or not least <= number <= 2100:
            return None
        draft = period(spans.year(number))
        attribute = before == "-" and found.line.glued(found.first)  # "full-year 2024"
        return replace(draft, first=found.at("y")) if draft and attribute else draft
    if after in COUNTED or before in NUMBERED or (before == "." and found.line.lower(found.first - 2) == "no"):
        return None
    if _is_number(found):
        return None
    if before in DIALLED or (before == "the" and (after in BEING or _is_end(found))):
        return None
    if before == "at" or _is_address(found) or _is_count(found) or _is_name(found):
        return None
    if found.line.glued(found.first) and before in {"-", "–", "/"} and found.line.glued(found.first - 1):
        lead = found.line.words[found.first - 2]
        if lead.isupper() or not lead.isalpha():  # "F-1900", "10-2000"
            return None
    behind = found.cased(found.last + 1)  # "2008-12", "2008-CV-1123"
    if found.line.glued(found.last) and after in {"-", "–", "/"} and (behind.isdigit() or behind.isupper()):
        return None
    plain = FIRST_PLAIN_YEAR <= number <= LAST_PLAIN_YEAR
    if not plain and before not in OLD_LEADS and not _ends_run(found):
        return None
    return period(spans.year(number))


def _is_end(found: Found) -> bool:
    """Whether no noun follows: "ran the 1500 in record time"."""
    return found.after() in {"", ".", ";"} | FREE - {"and", "or", "to"}


OLD_LEADS: Final = words("in since by of until from before after year between")


def _ends_run(found: Found) -> bool:
    """Such as the second year of "between 1163 and 1345"."""
    run = (found.before(3), found.before())
    return found.before(2).isdigit() and run in {("between", "and"), ("from", "to"), ("from", "until")}


DEGREES: Final = words("highs lows temperatures degrees fahrenheit celsius mph")
CENTURIES: Final = range(17, 20)
"""Of "the nineteen-eighties"."""
DECADES: Final = (letter("decade"), letter("tens_of"))
LAST_CENTURY: Final = 1800
"""Of "the 1700s" and the like: all of them are centuries up to this; "the 1900s" and "the 2000s" are rather decades."""
QUANTIFIERS: Final = words("than about around nearly almost some over least most approximately roughly has have had")
"""Behind them, and before a noun, four digits count something."""
NO_NOUNS: Final = words(
    "a after against an and are as at be because before but by can could did do does during for from had has have he "
    "her his i in into is it its may my of on or our over she since so than that the their they this through till to "
    "under until was we were when where which while who will with would"
)
GATHERINGS: Final = words(
    "Act Budget Census Championship Championships Conference Congress Convention Cup Election Elections Euro Expo "
    "Festival Games Masters Olympics Open Primary Report Season Series Summit Survey Tour Vintage War World Year"
)
"""What is called by its year: "the World Cup 2010". Behind other names four digits are part of the name."""


def _is_count(found: Found) -> bool:
    """Such as "more than 1900 houses", "rose 12 points to 2015"."""
    before, after = found.before(), found.after()
    if after == "of" and found.after(2) in PARTITIVE:
        return True
    if after == "-" and found.line.glued(found.last) and found.after(2) in MEASURED:
        return True
    if after in {"more", "fewer"} and before not in YEAR_LEADS:
        return True
    if before in AMOUNTING or (before == "and" and found.before(2) in COUNTED):
        return True
    if before in QUANTIFIERS and after.isalpha() and after not in NO_NOUNS:
        return True
    if before == "to" and found.before(2) in CHANGED and after not in {"level", "levels"}:
        return True
    return before == "to" and any(found.before(back) in {"points", "point"} for back in (2, 3, 4, 5))


AMOUNTING: Final = words(
    "cost costs costing weigh weighs weighed weighing earn earns earned pay pays paid bought sold planted employs "
    "employed seats holds"
)
"""Before four digits they tell an amount."""
PARTITIVE: Final = words("them these those us whom which the his her its their")
"""Behind "2000 of" they show that it is a number of something."""
MEASURED: Final = words(
    "strong word seat seater page mile metre meter foot acre bed room car man member tonne ton volt watt odd plus "
    "square capacity pound dollar euro"
)
"""Such as "a 1500-word essay"; but "a 1990-style kitchen"."""
CHANGED: Final = words(
    "rose fell climbed dropped jumped grew increased declined slipped slid edged surged plunged sank advanced decreased"
)
"""Before "to" and four digits they tell an amount."""


def _is_number(found: Found) -> bool:
    """Part of a name or of a longer number: "BA1984", a telephone number; a row of years is none."""
    before, first = found.before(), found.first
    if before.isalpha() and found.line.glued(first):
        return True
    if PHONE.fullmatch(f"{found.after()} {found.after(2)}"):
        return True
    if before == "and" and found.before(2).isdigit() and found.before(3) in NUMBERED:
        return True
    if before == "." and found.line.lower(first - 3) == "." and len(found.before(2)) == 1:  # "18 U.S.C. 1956"
        return True
    if not before.isdigit():
        return False
    return found.line.kinds[first - 1] != letter("year") or found.before(2).isdigit()


PHONE: Final = re.compile(r"\d{3} \d{3,4}")
"""What may follow the first four digits of a telephone number."""


def _is_name(found: Found) -> bool:
    """Such as "Resolution 1973", "the novel 1984": the word before the year stands right before it, capitalised."""
    previous = found.cased(found.first - 1)
    if not (previous[:1].isupper() and previous.isalpha()) or previous in GATHERINGS or previous.isupper():
        return False
    if found.after() in {"onwards", "onward"}:
        return False
    lower = previous.lower()
    return found.first > 1 and lower not in YEAR_LEADS and lower not in LEXICON


def _is_address(found: Found) -> bool:
    """Whether the number is that of a house."""
    return any(found.cased(found.last + offset) in STREETS for offset in range(3))


@RULES.add(
    "(the)? fiscal (unit)? (of)? y:(year|short_year)",
    "(the)? y:year fiscal unit",
    "(the)? fiscal (unit)? (of)? r:year_run",
    "(the)? o:(last|previous|current|next|this) fiscal (u:unit)?",
)
def fiscal_year(found: Found) -> Draft | None:
    """Such as "fiscal 2024"; "the last fiscal", as Indian papers say."""
    if found.at("o") >= 0:
        free = found.at("u") >= 0 or not found.after()[:1].isalpha() or found.after() in FREE
        unit = found.value("u") if found.at("u") >= 0 else Unit.YEAR
        known = isinstance(unit, Unit) and unit in {Unit.YEAR, Unit.QUARTER}
        return period(SHIFTS[found.word("o")](unit)) if free and known and isinstance(unit, Unit) else None
    if found.at("r") >= 0:
        return _year_run(str(found.value("r")))
    return period(spans.year(full_year(found.number("y"))))


@RULES.add("y:short_year")
def short_year(found: Found) -> Draft | None:
    if found.before() not in YEAR_LEADS - {"a", "the", "("}:
        return None
    return period(spans.year(full_year(found.number("y"))))


@RULES.add("a:year (hyphen|dash) b:year", "a:year (hyphen|dash) b:num", "r:year_run")
def years(found: Found) -> Draft | None:
    if found.before() in NUMBERED:
        return None
    return _year_run(str(found.value("r")) if found.at("r") >= 0 else f"{found.number('a')}-{found.number('b')}")


def _year_run(text: str) -> Draft | None:
    """Such as "2019-21"."""
    first, last = (int(part) for part in text.replace("/", "-").split("-"))
    last = last if last >= 100 else first - first % 100 + last
    if not 1000 <= first < last <= 2100:
        return None
    return period(spans.between(spans.year(first), spans.year(last)))


@RULES.add(
    "(the)? d:tens_of",
    "the d:decade",
    "d:decade",
    "(the)? mid hyphen? d:(tens_of|decade)",
    "the y:year poss",
    "(the)? c:word hyphen? d:decade",
)
def decade(found: Found) -> Draft | None:
    number = found.number("d") or found.number("y")
    if number < 100 and not DEGREES.isdisjoint(found.line.lowered):  # "highs in the mid-80s"
        return None
    if found.at("y") >= 0 and number % 10:
        return None
    if found.at("c") >= 0:
        if found.number("c") not in CENTURIES:
            return None
        number += 100 * found.number("c")
    listed = found.before() == "and" and found.line.kinds[found.first - 2 : found.first - 1] in DECADES
    if number < 100 and listed:
        number += 1900
    elif number < 100:
        if found.last - found.first == 1 and found.word("d").isalpha() and found.before() not in {"early", "late"}:
            return None
        quoted = found.word("d").startswith(("'", "’"))
        if found.line.lower(found.first) != "the" and not quoted and found.before() not in {"early", "late", "-"}:
            return None
        number += 1900
    if number % 100 == 0 and number <= LAST_CENTURY:
        return period(units.holding(Unit.CENTURY, date(number, 1, 1)))
    first = number - number % 10
    whole = Fixed(Span(date(first, 1, 1), date(first + 9, 12, 31), Precision.DECADE))
    if "mid" in (found.line.lower(found.first), found.line.lower(found.first + 1)):
        if found.before() in {"his", "her", "their", "my", "your", "our"}:  # "in her mid-50s"
            return None
        return Draft(TimexType.DATE, PartOf(whole, "MID"), "MID")
    return period(whole)


@RULES.add("(the)? n:(nth|ord) hyphen? u:unit (bc|ad)?")
def century(found: Found) -> Draft | None:
    if (
        found.value("u") is not Unit.CENTURY
        or found.line.lower(found.last - 1).startswith("b")
        or found.number("n") < 2
    ):
        return None
    return period(units.holding(Unit.CENTURY, date((found.number("n") - 1) * 100, 1, 1)))


@RULES.add("(the)? d:(num|nth) (of)? m:month n:(num|int|year) bc", "m:month d:(num|nth) comma? n:(num|int|year) bc")
def day_of_era(found: Found) -> Draft | None:
    """Such as "15 March 44 BC"."""
    month, number = found.number("m"), found.number("d")
    if day(LEAP_YEAR, month, number) is None:
        return None
    return Draft(TimexType.DATE, Vague(f"BC{found.number('n'):04}-{month:02}-{number:02}"))


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
    return period(spans.year(number)) if words_ & {"AD", "CE"} and 1 <= number <= LAST_PLAIN_YEAR else None
