"""Periods that carry a number: weeks of the year, months in digits, the first months of a year, approximate years."""

from __future__ import annotations

from datetime import date
from typing import Final

from newsline.dates import span as spans
from newsline.dates.english.days import day, full_year
from newsline.dates.english.grammar import Draft, Found, Rules
from newsline.dates.english.lexicon import FREE, words
from newsline.dates.english.periods import OF_YEAR, SHIFTS, in_year, is_of_business, period
from newsline.dates.expression import Bare, Fixed, Half, MonthDay, Quarter, SameAs, Unit, Vague, WeekOfYear, Within
from newsline.dates.span import Precision, Span
from newsline.model import TimexType

RULES: Final = Rules()
QUARTERS, HALVES, MONTHS, DECADES = 4, 2, 12, 10
LAST_CENTURY: Final = 2000
LEAP_YEAR: Final = 2024
"""A year that has every day a year can have."""
MONTHS_OF: Final = {3: Quarter, 6: Half}
"""How many months at the beginning or the end of a year make a quarter or a half."""
ABOUT: Final = words("about around approximately")


def week_of(year: int, number: int) -> Draft | None:
    """An ISO week, if the year has it."""
    try:
        return period(spans.week(date.fromisocalendar(year, number, 1)))
    except ValueError:
        return None


@RULES.add("i:iso_week", "u:unit n:num of y:year")
def numbered_week(found: Found) -> Draft | None:
    """Such as "2024-W10" and "week 10 of 2024"."""
    if found.at("i") >= 0:
        text = str(found.value("i"))
        return week_of(int(text[:4]), int(text[-2:]))
    return week_of(found.number("y"), found.number("n")) if found.value("u") is Unit.WEEK else None


@RULES.add("u:unit n:num")
def bare_week(found: Found) -> Draft | None:
    """Such as "in week 23"; lower numbers are rather those of a season, a course or a play-off."""
    number, lead = found.number("n"), found.before()
    free = not found.after()[:1].isalnum() or (found.after() in FREE | VERBS)
    if found.value("u") is not Unit.WEEK or not LEAST_WEEK <= number <= LAST_WEEK or not free:
        return None
    if (lead not in LEADS and found.first) or (found.first and found.cased(found.first)[:1].isupper()):
        return None
    return Draft(TimexType.DATE, Bare(WeekOfYear(number)))


LEAST_WEEK, LAST_WEEK = 19, 53
"""Leagues play up to eighteen weeks a season."""
LEADS: Final = words("in by until till from since for before after to during")
VERBS: Final = words("is was will has had")


@RULES.add("m:month_year", "r:year_run")
def month_in_digits(found: Found) -> Draft | None:
    """Such as "08/2023" and "2023-08"; "2001-02" is rather two years than a February."""
    text = str(found.value("m") or found.value("r"))
    first, second = (int(part) for part in text.replace("/", "-").split("-"))
    if found.at("m") >= 0:
        return period(spans.month(second, first))
    if "/" in text or not 1 <= second <= MONTHS or second > first % 100:
        return None
    return period(spans.month(first, second))


@RULES.add(f"(the)? p:(ord|last) n:(num|word) u:units {OF_YEAR}")
def months_of_a_year(found: Found) -> Draft | None:
    """Such as "the first six months of 2023"."""
    count, last, year = found.number("n"), found.word("p") == "last", found.number("y")
    if found.value("u") is not Unit.MONTH or count not in MONTHS_OF or not year:
        return None
    if not last and found.number("p") != 1:
        return None
    return period(MONTHS_OF[count](MONTHS // count if last else 1).in_year(full_year(year))[0])


@RULES.add(f"(the)? l:(latter|final) u:(unit|half) {OF_YEAR}", "y:year poss n:(ord|nth|second) hyphen? u:(unit|half)")
def final_part(found: Found) -> Draft | None:
    """Such as "the latter half of 2022", "the final quarter of last year", "2023's fourth quarter"."""
    named = found.at("y") >= 0 or found.word("o") or found.word("o2")
    if not named and (found.at("l") < 0 or found.word("l") == "latter" or not is_of_business(found)):
        return None
    number = 2 if found.word("n") == "second" else found.number("n")
    last, half = found.at("l") >= 0, found.word("u") == "half"
    if not half and found.value("u") is not Unit.QUARTER:
        return None
    number = (HALVES if half else QUARTERS) if last else number
    if not 1 <= number <= (HALVES if half else QUARTERS):
        return None
    return period(in_year(found, Half(number) if half else Quarter(number)))


@RULES.add("(the)? n:(ord|nth|last|opening|final) u:unit of the c:(ord|nth) v:unit")
def decade_of_century(found: Found) -> Draft | None:
    """Such as "the last decade of the nineteenth century"."""
    units = (found.value("u"), found.value("v"))
    count = found.number("n") or (1 if found.word("n") == "opening" else DECADES)
    century = 100 * (found.number("c") - 1)
    if units != (Unit.DECADE, Unit.CENTURY) or not 1 <= count <= DECADES or not 0 < century <= LAST_CENTURY:
        return None
    first = date(century + 10 * (count - 1), 1, 1)
    return period(Span(first, date(first.year + 9, 12, 31), Precision.DECADE))


@RULES.add("a:about y:year")
def about_year(found: Found) -> Draft | None:
    """Such as "around 2010"; not "about 2010 people"."""
    if found.word("a") not in ABOUT or found.after()[:1].isalnum() or found.after() in {"-", "%"}:
        return None
    return Draft(TimexType.DATE, Fixed(spans.year(found.number("y")).approximately()), "APPROX")


@RULES.add("circa dot? y:(year|int|num) (b:bc)?")
def circa(found: Found) -> Draft | None:
    """Such as "c. 1100", "c. 300 BC", "circa 1450"; not "circa 1450 people"."""
    whole = found.line.lower(found.first) == "circa"
    if found.cased(found.first).isupper() or found.after() == "%" or (found.last - found.first < 3 and not whole):
        return None
    if whole and found.after()[:1].isalpha() and found.after() not in FREE:
        return None
    number = found.number("y")
    if found.at("b") >= 0:
        return Draft(TimexType.DATE, Vague(f"BC{number:04}"), "APPROX")
    if not 100 <= number < 2100:
        return None
    return Draft(TimexType.DATE, Fixed(spans.year(number).approximately()), "APPROX")


@RULES.add(
    "(the)? d:(num|nth|ord) (of)? m:month dot? (of)? o:(last|this|next|that) u:unit",
    "m:month dot? d:(num|nth) (of)? o:(last|this|next|that) u:unit",
)
def day_of_named_year(found: Found) -> Draft | None:
    """Such as "20 November last year", "June 17 that year"."""
    month, number, word = found.number("m"), found.number("d"), found.word("o")
    if found.value("u") is not Unit.YEAR or day(LEAP_YEAR, month, number) is None:
        return None
    outer = SHIFTS[word](Unit.YEAR) if word in SHIFTS else SameAs(Unit.YEAR)
    return Draft(TimexType.DATE, Within(MonthDay(month, number), outer))
