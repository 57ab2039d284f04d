"""The rules for German dates that name a day, a month, a year or a part of one."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from newsline.dates import span as spans
from newsline.dates.expression import (
    Bare,
    Between,
    Dated,
    Expression,
    Fixed,
    Half,
    Last,
    Month,
    MonthDay,
    Next,
    Quarter,
    Repeating,
    Season,
    This,
    Unit,
    Vague,
    Weekday,
    Within,
)
from newsline.dates.german import lexicon as words
from newsline.dates.german.grammar import Draft, Rules
from newsline.dates.span import Precision, Span
from newsline.model import TimexType

RULES: Final = Rules()
CENTURY_PIVOT: Final = 69
"""Years of two digits above it belong to the twentieth century, as in POSIX."""
Match = re.Match[str]


def dated(meaning: Expression | None, mod: str | None = None) -> Draft | None:
    return Draft(TimexType.DATE, meaning, mod) if meaning else None


def month_number(name: str) -> int:
    key = name.lower().rstrip(".")
    return words.MONTHS.get(key) or words.MONTH_ABBREVIATIONS[key]


def number(text: str) -> float:
    return float(text) if text.isdigit() else words.NUMBERS[text.lower()]


def ordinal(text: str) -> int:
    return words.ORDINALS[re.sub(r"e[nrsm]?$", "", text.lower())]


def a_day(year: str, month: int, day: str) -> Expression | None:
    """An absolute day, or None if the calendar has no such day."""
    number_of_year = int(year)
    if len(year) == 2:
        number_of_year += 1900 if number_of_year >= CENTURY_PIVOT else 2000
    try:
        return Fixed(spans.day(date(number_of_year, month, int(day.rstrip(".")))))
    except ValueError:
        return None


def a_month_day(month: int, day: str) -> MonthDay | None:
    """A day of any year, or None if no year has it."""
    value = int(day.rstrip("."))
    return MonthDay(month, value) if a_day("2000", month, str(value)) else None


def with_weekday(match: Match, meaning: Expression | None) -> Draft | None:
    name = match.groupdict().get("w")
    if meaning is None or not name:
        return dated(meaning)
    return dated(Dated(words.WEEKDAYS[name.lower()], meaning))


def relation(text: str, of: Unit | Repeating) -> Expression:
    """What "letzten", "kommende" or "dieses" mean, applied to a unit or to something that comes back."""
    lower = text.lower()
    if lower.startswith(("dies", "laufend")):
        return This(of)
    return Next(of) if lower.startswith(("nächst", "kommend")) else Last(of)


WEEKDAY_BEFORE: Final = r"(?:(?P<w><weekday>)(?:,? (?:dem|den)|,)? )?"
YEAR_OF: Final = r"(?:des )?(?P<r><last>|<next>|<this>) jahres"


@RULES.add(
    "digit",
    WEEKDAY_BEFORE + r"(?P<d><day>)\s?(?P<m><month>) (?P<y><year>)",
    WEEKDAY_BEFORE + r"(?P<d><day>)(?P<n>0?[1-9]|1[0-2])\.(?P<y><year>|\d\d)",
    r"(?P<y><year>)-(?P<n>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])",
)
def full_date(match: Match) -> Draft | None:
    groups = match.groupdict()
    month = month_number(groups["m"]) if groups.get("m") else int(groups["n"])
    return with_weekday(match, a_day(groups["y"], month, groups["d"]))


@RULES.add(
    "digit",
    WEEKDAY_BEFORE + r"(?P<d><day>)\s?(?P<m><month>)",
    r"(?:am|vom|zum|dem) (?P<x>(?P<d><day>)(?P<n>0?[1-9]|1[0-2])\.)",
)
def day_of_year(match: Match) -> Draft | None:
    groups = match.groupdict()
    month = month_number(groups["m"]) if groups.get("m") else int(groups["n"])
    found = a_month_day(month, groups["d"])
    if PLACE.search(match.string[max(0, match.start() - NEAR) : match.start()]):
        return None
    return with_weekday(match, Bare(found) if found else None)


@RULES.add(
    "unit",
    rf"(?P<d><day>)\s?(?P<m><month>) {YEAR_OF}",
    rf"(?P<m><month>) {YEAR_OF}",
    rf"(?P<s><season>) {YEAR_OF}",
    rf"(?P<o><ordinal>) (?P<u>quartal|halbjahr) {YEAR_OF}",
)
def within_year(match: Match) -> Draft | None:
    inner = repeating(match)
    return dated(Within(inner, relation(match["r"], Unit.YEAR))) if inner else None


def repeating(match: Match) -> Repeating | None:
    """The month, day, season, quarter or half year of a match."""
    groups = match.groupdict()
    if groups.get("q"):
        return Quarter(int(groups["q"]))
    if groups.get("d"):
        return a_month_day(month_number(groups["m"]), groups["d"])
    if groups.get("m"):
        return Month(month_number(groups["m"]))
    if groups.get("s"):
        return Season(words.SEASONS[groups["s"].lower()])
    if groups.get("w"):
        return Weekday(words.WEEKDAYS[groups["w"].lower()])
    count = ordinal(groups["o"])
    if groups["u"].lower() == "quartal":
        return Quarter(count) if count <= 4 else None
    return Half(count) if count <= 2 else None


@RULES.add(
    "digit",
    r"(?P<m><month>) (?P<y><year>)",
    r"(?P<s><season>) (?:des jahres )?(?P<y><year>)(?:/\d\d(?:\d\d)?)?",
    r"(?P<o><ordinal>) (?P<u>quartal|halbjahr) (?:des jahres )?(?P<y><year>)",
    r"Q(?P<q>[1-4]) (?P<y><year>)",
)
def period_of_a_year(match: Match) -> Draft | None:
    inner = repeating(match)
    return dated(Fixed(inner.in_year(int(match["y"]))[0])) if inner else None


@RULES.add(
    "month season ordinal",
    r"(?P<m><month>)",
    r"(?:im|seit dem|dem|den|der|des|bis zum|ab|pro) (?P<x>(?P<s><season>))s?",
    r"(?:im|vom|seit dem|des|dem|das) (?P<x>(?P<o><ordinal>) (?P<u>quartal|halbjahr))s?",
)
def bare_period(match: Match) -> Draft | None:
    inner = repeating(match)
    if inner is None or (match.groupdict().get("m") and not is_month(match)):
        return None
    return dated(Bare(inner))


PLACE: Final = re.compile(r"(?:straße|strasse|platz|allee|brücke|museum) des $", re.I)
"""Before "17. Juni" it makes the name of a place."""
MONTH_BEFORE: Final = re.compile(
    r"(?:\b(?:im|ab|seit|bis|ende|anfang|mitte|monat|beginn|vom|von|zum|und|oder|gegen|für|den|dem)\s+|[-–(/])$", re.I
)
NEAR: Final = 20
"""Characters before a word that decide what it is."""


def is_month(match: Match) -> bool:
    """Whether a lone month name is one: "im Mai" is, "Robert Mai" and "der März-Verlag" are not."""
    before = match.string[max(0, match.start() - NEAR) : match.start()]
    if match["m"].endswith(".") or match["m"].lower() in words.MONTH_ABBREVIATIONS:
        return False
    return bool(MONTH_BEFORE.search(before)) and match.string[match.end() : match.end() + 1] != "-"


@RULES.add("digit", r"(?:im jahre?|des jahres) (?P<x>(?P<y>[12]?\d{3}))", r"(?P<x>(?P<y><year>))")
def a_year(match: Match) -> Draft | None:
    text, start, end = match.string, match.start("x"), match.end("x")
    if match.start() == start and not is_year(text, start, end):
        return None
    return dated(Fixed(spans.year(int(match["y"]))))


WORD_BEFORE: Final = re.compile(r"(\S+)\s+$")
WORD_AFTER: Final = re.compile(r"\s*([\w%€$£°]+)")
GLUE: Final = re.compile(r"[\d.,:/€$£#-]$")
OLDEST_LONE_YEAR: Final = 1700
"""A lone number below it is more often a count than a year."""


def is_year(text: str, start: int, end: int) -> bool:
    """Whether a lone number of four digits is a year, by the words beside it."""
    before = WORD_BEFORE.search(text[max(0, start - NEAR) : start])
    after = WORD_AFTER.match(text, end)
    if GLUE.search(text[max(0, start - 1) : start]) or re.match(r"[.,:/-]\d|[-/]\w|\s*[%€$£°]", text[end : end + 4]):
        return False
    if before and before[1].lower() in words.NOT_YEAR_AFTER:
        return False
    if after and after[1].lower() in words.COUNTED:
        return False
    return int(text[start:end]) >= OLDEST_LONE_YEAR


@RULES.add(
    "digit decade",
    r"(?P<x>(?:<the> )?(?P<p>frühen |späten )?(?P<c>1[5-9]\d|20\d)0er(?:[-\s]jahren?)?)",
    r"(?P<x>(?:<the> )(?P<p>frühen |späten )?(?P<c>[2-9])0er[-\s]jahren?)",
    r"(?P<x>(?:<the> )(?P<p>frühen |späten )?(?P<c><decade>)[-\s]?jahren?)",
)
def a_decade(match: Match) -> Draft | None:
    text = match["c"].lower()
    digits = int(text) if text.isdigit() else words.DECADES[text]
    first = (digits if digits >= 100 else 190 + digits) * 10
    part = words.ADJECTIVE_PARTS.get((match["p"] or "").strip().lower())
    return dated(Fixed(Span(date(first, 1, 1), date(first + 9, 12, 31), Precision.DECADE)), part)


@RULES.add("digit", r"(?:<the> )?(?P<p>frühen |späten |ausgehenden )?(?P<n>\d{1,2})\. jahrhunderts?")
def a_century(match: Match) -> Draft | None:
    first = (int(match["n"]) - 1) * 100
    if first < 0 or first > 2900:
        return None
    part = {"frühen": "START", "späten": "END", "ausgehenden": "END"}.get((match["p"] or "").strip().lower())
    return dated(Fixed(Span(date(max(first, 1), 1, 1), date(first + 99, 12, 31), Precision.CENTURY)), part)


@RULES.add("digit", r"(?P<y>\d{1,4}) n\.\s?chr\.")
def after_christ(match: Match) -> Draft | None:
    return dated(Fixed(spans.year(int(match["y"])))) if int(match["y"]) else None


@RULES.add("digit", r"(?P<y>\d{1,4}) v\.\s?chr\.")
def before_christ(match: Match) -> Draft | None:
    return dated(Vague(f"BC{int(match['y']):04}"))


@RULES.add(
    "month",
    r"(?:vom |zwischen (?:dem )?)?(?P<x>(?P<a><day>)(?:<to>| und (?:dem )?)(?P<b><day>)"
    r"\s?(?P<m><month>)(?: (?P<y><year>))?)",
)
def days_of_a_month(match: Match) -> Draft | None:
    month, year = month_number(match["m"]), match["y"]
    if year:
        first, last = a_day(year, month, match["a"]), a_day(year, month, match["b"])
        return dated(Between(first, last)) if first and last else None
    begin, end = a_month_day(month, match["a"]), a_month_day(month, match["b"])
    return dated(Between(Bare(begin), Bare(end))) if begin and end else None


@RULES.add(
    "month",
    r"(?:vom |zwischen dem )?(?P<x>(?P<a><day>)\s?(?P<m><month>)(?: (?P<y><year>))?(?:<to>| und (?:dem )?)"
    r"(?P<b><day>)\s?(?P<k><month>) (?P<z><year>))",
)
def days_of_two_months(match: Match) -> Draft | None:
    last = a_day(match["z"], month_number(match["k"]), match["b"])
    first = a_day(match["y"] or match["z"], month_number(match["m"]), match["a"])
    return dated(Between(first, last)) if first and last else None


@RULES.add(
    "month",
    r"(?:von |zwischen )?(?P<x>(?P<m><month>)(?: (?P<y><year>))?(?:<to>| und )(?P<k><month>) (?P<z><year>))",
)
def months_of_years(match: Match) -> Draft | None:
    first = spans.month(int(match["y"] or match["z"]), month_number(match["m"]))
    return dated(Between(Fixed(first), Fixed(spans.month(int(match["z"]), month_number(match["k"])))))


@RULES.add(
    "digit",
    r"(?:von |zwischen |den jahren )(?P<x>(?P<a><year>)(?:<to>| und )(?P<b><year>))",
    r"(?P<x>(?P<a><year>)(?: bis |[-–])(?P<b><year>))",
    r"(?:geschäftsjahr|saison|spielzeit|schuljahr|wintersemester) (?P<x>(?P<a><year>)/(?P<b>\d\d(?:\d\d)?))",
)
def years(match: Match) -> Draft | None:
    begin, end = match["a"], match["b"]
    first, last = spans.year(int(begin)), spans.year(int(end if len(end) == len(begin) else begin[:2] + end))
    return dated(Between(Fixed(first), Fixed(last))) if first.first <= last.first else None
