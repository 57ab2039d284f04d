"""Periods that carry a number: quarters and halves as codes, weeks, fiscal years, months in digits, years BC and AD."""

from __future__ import annotations

from datetime import date
from typing import Final

from newsline.dates import span as spans
from newsline.dates.english.days import full_year
from newsline.dates.english.grammar import Draft, Found, Rules
from newsline.dates.english.periods import OF_YEAR, in_year, period
from newsline.dates.expression import Bare, Expression, Fixed, Half, Quarter, Unit, Vague
from newsline.dates.span import Span
from newsline.model import TimexType

RULES: Final = Rules()
QUARTERS, HALVES, LAST_WEEK = 4, 2, 53
CODE_LEADS: Final = frozenset({"in", "the", "of", "for", "from", "during", "since", "until", "by", "last", "this"})
"""Words after which "Q2" alone is a quarter and no model."""
MONTHS_OF: Final = {3: Quarter, 6: Half}
"""How many months at the beginning or the end of a year make a quarter or a half."""


def coded(code: str, number: int) -> Quarter | Half | None:
    if code == "q" and 1 <= number <= QUARTERS:
        return Quarter(number)
    return Half(number) if code == "h" and 1 <= number <= HALVES else None


@RULES.add(
    "c:code n:num ((of)? y:(year|short_year))?",
    "n:num c:code ((of)? y:(year|short_year))?",
    "y:year hyphen? c:code n:num",
)
def code(found: Found) -> Draft | None:
    """Such as "Q4 2023", "4Q", "2023-H1", "2024-W10"."""
    letter, number, year = found.word("c"), found.number("n"), found.number("y")
    later = max(found.at("c"), found.at("n"))
    if found.cased(found.at("c")) != letter.upper() or not found.line.glued(later):
        return None
    if letter == "w":
        return week_of(year, number) if found.at("y") == found.first else None
    inner = coded(letter, number)
    if inner is None:
        return None
    if year:
        return period(inner.in_year(full_year(year))[0])
    return period(Bare(inner)) if letter == "q" and found.before() in CODE_LEADS else None


def week_of(year: int, number: int) -> Draft | None:
    try:
        return period(spans.week(date.fromisocalendar(year, number, 1)))
    except ValueError:
        return None


@RULES.add("u:unit n:num of y:year")
def numbered_week(found: Found) -> Draft | None:
    return week_of(found.number("y"), found.number("n")) if found.value("u") is Unit.WEEK else None


@RULES.add("(the)? c:code hyphen? y:(year|short_year|num)", "(the)? y:year f:fiscal u:unit")
def fiscal(found: Found) -> Draft | None:
    """Such as "FY2023", "the 2023 fiscal year"; which months those are differs, so it is the year it is called by."""
    if found.at("f") >= 0:
        return period(spans.year(found.number("y"))) if found.value("u") is Unit.YEAR else None
    if found.cased(found.at("c")) != "FY":
        return None
    return period(spans.year(full_year(found.number("y"))))


@RULES.add("m:month_year", "r:year_run")
def month_in_digits(found: Found) -> Draft | None:
    """Such as "08/2023" and "2023-08"; "2001-02" is rather a winter than a February."""
    text = str(found.value("m") or found.value("r"))
    if "/" in text[4:]:
        return None
    first, second = (int(part) for part in text.replace("/", "-").split("-"))
    year, month = (first, second) if len(text.partition("-")[0]) == 4 else (second, first)
    if not 1 <= month <= 12 or (found.at("r") >= 0 and month > year % 100):
        return None
    return period(spans.month(year, month))


@RULES.add("n:(num|int|year) e:bc", "n:(num|int|year) e:ad", "e:ad n:(num|int|year)")
def era(found: Found) -> Draft | None:
    """Such as "44 BC" and "AD 79". Python has no days before the year 1: those have a value, but no date."""
    name, number = found.cased(found.at("e")), found.number("n")
    if not name.isupper() or not 1 <= number <= 9999:
        return None
    if name.startswith("B"):
        return Draft(TimexType.DATE, Vague(f"BC{number:04}"))
    return period(spans.year(number))


@RULES.add(f"(the)? o:(ord|last) n:(num|word) u:units {OF_YEAR.replace('o:', 'o3:').replace('o2:', 'o4:')}")
def months_of_a_year(found: Found) -> Draft | None:
    """Such as "the first six months of 2023"."""
    count, last = found.number("n"), found.word("o") == "last"
    if found.value("u") is not Unit.MONTH or not 1 <= count < 12 or found.number("o") not in {0, 1}:
        return None
    year = found.number("y")
    if not year:
        return None
    return period(_run_of_months(full_year(year), count, last=last))


def _run_of_months(year: int, count: int, *, last: bool) -> Expression | Span:
    if count in MONTHS_OF:
        kind = MONTHS_OF[count]
        return Fixed(kind(12 // count if last else 1).in_year(year)[0])
    first = 13 - count if last else 1
    return spans.between(spans.month(year, first), spans.month(year, first + count - 1))


@RULES.add(f"(the)? l:latter u:(unit|half) {OF_YEAR}", "y:year poss n:(ord|nth|second) hyphen? u:(unit|half)")
def final_part(found: Found) -> Draft | None:
    """Such as "the latter half of 2022", "the final quarter of last year", "2023's fourth quarter"."""
    if found.at("y") < 0 and not found.word("o") and not found.word("o2"):
        return None
    number = 2 if found.word("n") == "second" else found.number("n")
    if found.word("u") == "half":
        half = Half(HALVES if found.at("l") >= 0 else number)
        return period(in_year(found, half)) if half.number <= HALVES else None
    if found.value("u") is not Unit.QUARTER:
        return None
    quarter = Quarter(QUARTERS if found.at("l") >= 0 else number)
    return period(in_year(found, quarter)) if 1 <= quarter.number <= QUARTERS else None
