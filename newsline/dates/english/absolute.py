"""Dates of the calendar: days, months, years, decades, quarters, seasons."""

from __future__ import annotations

from datetime import date
from typing import Final

from newsline.dates import span as spans
from newsline.dates import units
from newsline.dates.english.grammar import Draft, Found, Rules
from newsline.dates.expression import (
    Bare,
    Between,
    Dated,
    DayOfMonth,
    Expression,
    Fixed,
    Half,
    Holiday,
    Last,
    Month,
    MonthDay,
    Next,
    Quarter,
    Season,
    This,
    Unit,
    Weekday,
    Within,
)
from newsline.dates.span import Precision, Span
from newsline.model import TimexType

RULES: Final = Rules()
PIVOT: Final = 50
"""Two-digit years below it are of this century ('24), the others of the last ('89); POSIX says 69, but news of the
1950s and 60s writes '56 more often than news of today writes of 2056."""
YEAR_WORDS: Final = {"last": -1, "this": 0, "next": 1, "past": -1, "previous": -1, "current": 0, "coming": 1}


def full_year(number: int) -> int:
    """A year of two digits with its century."""
    return number if number >= 100 else number + (2000 if number < PIVOT else 1900)


def day(year: int, month: int, number: int) -> Fixed | None:
    """A day, if there is one."""
    try:
        return Fixed(spans.day(date(year, month, number)))
    except ValueError:
        return None


def dated(found: Found, inner: Expression | None) -> Draft | None:
    """A date, with its weekday if the match has one."""
    if inner is None:
        return None
    if found.at("w") >= 0:
        inner = Dated(found.number("w"), inner)
    return Draft(TimexType.DATE, inner)


WEEKDAY = "(w:(weekday|wd) dot? comma?)?"


@RULES.add(
    f"{WEEKDAY} m:month dot? d:(num|nth) comma? y:year",
    f"{WEEKDAY} (the)? d:(num|nth) (of)? m:month dot? comma? y:year",
    f"{WEEKDAY} d:num hyphen m:month hyphen y:(year|num)",
    f"{WEEKDAY} m:month dot? d:(num|nth) comma? y:short_year",
)
def full_date(found: Found) -> Draft | None:
    return dated(found, day(full_year(found.number("y")), found.number("m"), found.number("d")))


@RULES.add(
    f"{WEEKDAY} m:month dot? (the)? d:(num|nth)",
    f"{WEEKDAY} (the)? d:nth (of)? m:month dot?",
    f"{WEEKDAY} (the)? d:num (of)? m:month dot?",
    "w:weekday comma? (the)? d:ord of m:month",
    "(the)? d:ord of m:month",
    "m:month d:ord",
)
def month_day(found: Found) -> Draft | None:
    month, number = found.number("m"), found.number("d")
    if not 1 <= number <= 31 or day(2024, month, number) is None:  # a leap year has all days
        return None
    if found.after() == "%" or found.cased(found.at("m"))[:1].islower():
        return None
    last = found.last - 1 if found.line.words[found.last - 1] == "." else None
    draft = dated(found, Bare(MonthDay(month, number)))
    return Draft(draft.type, draft.meaning, last=last) if draft else None


@RULES.add(
    "m:month dot? (from)? a:(num|nth) (hyphen|dash|to|until|and) b:(num|nth) (comma? y:year)?",
    "(the)? a:(num|nth) (hyphen|dash|to|until|and) (the)? b:(num|nth) (of)? m:month dot? (comma? y:year)?",
    "m:month dot? r:day_run (comma? y:year)?",
    "r:day_run m:month (comma? y:year)?",
)
def day_run(found: Found) -> Draft | None:
    run = str(found.value("r") or "").split("-")
    first, last = (int(run[0]), int(run[1])) if len(run) == 2 else (found.number("a"), found.number("b"))
    month, year = found.number("m"), found.number("y")
    if first >= last or day(2024, month, first) is None or day(2024, month, last) is None:
        return None
    if year:
        a, b = day(year, month, first), day(year, month, last)
        return Draft(TimexType.DATE, Fixed(spans.between(a.span, b.span))) if a and b else None
    return Draft(TimexType.DATE, Between(Bare(MonthDay(month, first)), Bare(MonthDay(month, last))))


@RULES.add("m:month dot? comma? (of)? y:(year|short_year)")
def month_year(found: Found) -> Draft | None:
    return Draft(TimexType.DATE, Fixed(spans.month(full_year(found.number("y")), found.number("m"))))


@RULES.add("i:iso")
def iso(found: Found) -> Draft | None:
    text = str(found.value("i"))
    fixed = day(int(text[:4]), int(text[5:7]), int(text[8:10]))
    if fixed is None or len(text) == len("2024-08-06"):
        return Draft(TimexType.DATE, fixed) if fixed else None
    from newsline.dates.expression import AtTime

    return Draft(TimexType.TIME, AtTime(fixed, text[10:]))


@RULES.add("d:numeric")
def numeric(found: Found) -> Draft | None:
    text = str(found.value("d"))
    parts = [int(part) for part in text.replace("/", "-").replace(".", "-").split("-")]
    if parts[0] > 31:
        fixed = day(*parts)
    else:
        first, second, year = parts
        month, number = (first, second) if found.month_first and "." not in text else (second, first)
        fixed = day(full_year(year), month, number) or day(full_year(year), number, month)
    return Draft(TimexType.DATE, fixed) if fixed else None


YEAR_LEADS: Final = frozenset(
    [
        "in",
        "since",
        "by",
        "of",
        "until",
        "till",
        "from",
        "during",
        "before",
        "after",
        "for",
        "through",
        "to",
        "between",
        "late",
        "early",
        "mid",
        "ended",
        "ending",
        "year",
        "years",
        "fiscal",
        "spring",
        "summer",
        "autumn",
        "fall",
        "winter",
        "back",
        "circa",
        "and",
        "or",
        "than",
        "around",
        "about",
        "the",
        "-",
        "–",
        "(",
        ",",
        ";",
        ":",
        "/",
        "—",
    ]
)
"""Words after which four digits are a year."""
COUNTED: Final = frozenset(
    [
        "people",
        "men",
        "women",
        "troops",
        "soldiers",
        "workers",
        "jobs",
        "shares",
        "dollars",
        "euros",
        "pounds",
        "miles",
        "kilometers",
        "kilometres",
        "feet",
        "metres",
        "meters",
        "tons",
        "tonnes",
        "pages",
        "votes",
        "seats",
        "cars",
        "homes",
        "units",
        "points",
        "yards",
        "acres",
        "students",
        "employees",
        "members",
        "times",
        "percent",
        "%",
        "mph",
        "km",
        "m",
        "ft",
        "kg",
        "lb",
        "bpd",
        "barrels",
        "rpm",
    ]
)
"""What stands behind a number that counts something."""


@RULES.add("y:year")
def year(found: Found) -> Draft | None:
    number, after, before = found.number("y"), found.after(), found.before()
    if after in COUNTED or (after in {"-", "–"} and found.line.glued(found.last)) or before in {"no", "number", "$"}:
        return None
    sure = before in YEAR_LEADS or 1900 <= number <= 2100
    if not sure or (before == "." and found.line.lower(found.first - 2) == "no"):
        return None
    if number < 1500 and before not in {"in", "since", "by", "of", "until", "from"}:
        return None
    return Draft(TimexType.DATE, Fixed(spans.year(number)))


@RULES.add("(the)? fiscal (unit)? y:(year|short_year)", "(the)? fiscal unit (of)? y:(year|short_year)")
def fiscal_year(found: Found) -> Draft | None:
    return Draft(TimexType.DATE, Fixed(spans.year(full_year(found.number("y")))))


@RULES.add("y:short_year")
def short_year(found: Found) -> Draft | None:
    if found.before() not in {"in", "since", "of", "by", "from", "summer", "spring", "fall", "winter", "early", "late"}:
        return None
    return Draft(TimexType.DATE, Fixed(spans.year(full_year(found.number("y")))))


@RULES.add("a:year (hyphen|dash|to|until) b:year", "r:year_run")
def years(found: Found) -> Draft | None:
    if found.at("r") >= 0:
        first, last = (int(part) for part in str(found.value("r")).replace("/", "-").split("-"))
        last = last if last >= 100 else first - first % 100 + last
    else:
        first, last = found.number("a"), found.number("b")
        if found.line.lower(found.first + 1) in {"to", "until", "through"} and found.before() != "from":
            return None
    if not 1000 <= first < last <= 2100:
        return None
    return Draft(TimexType.DATE, Fixed(spans.between(spans.year(first), spans.year(last))))


def _decade(first: int) -> Span:
    return Span(date(first, 1, 1), date(first + 9, 12, 31), Precision.DECADE)


@RULES.add("(the)? d:tens_of", "the d:decade")
def decade(found: Found) -> Draft | None:
    number = found.number("d")
    if number < 100:
        if not found.line.lower(found.first) == "the" and not found.word("d").startswith(("'", "’")):
            return None
        number += 1900
    return Draft(TimexType.DATE, Fixed(_decade(number)))


@RULES.add("(the)? n:(nth|ord) hyphen? u:unit")
def century(found: Found) -> Draft | None:
    if found.value("u") is not Unit.CENTURY:
        return None
    first = (found.number("n") - 1) * 100
    return Draft(TimexType.DATE, Fixed(units.holding(Unit.CENTURY, date(max(first, 1), 1, 1))))


def _outer(found: Found) -> Expression | None:
    """The year that is named behind a quarter, a season or a month."""
    if found.at("y") >= 0:
        return Fixed(spans.year(full_year(found.number("y"))))
    word = found.word("o")
    if word:
        shift = YEAR_WORDS.get(word)
        if shift is None:
            return None
        return (Last, This, Next)[shift + 1](Unit.YEAR)
    return None


OF_YEAR = "((of)? (fiscal)? (y:year|y2:short_year)|of o:(last|this|next|the) u2:unit|o3:(last|this|next) u3:unit)?"


def _in_year(found: Found, inner: Month | Quarter | Half | Season) -> Expression:
    label = next((name for name in ("y", "y2") if found.at(name) >= 0), None)
    if label:
        year = full_year(found.number(label))
        return Fixed(inner.in_year(year)[0])
    word = found.word("o") or found.word("o3")
    if word in YEAR_WORDS:
        return Within(inner, (Last, This, Next)[YEAR_WORDS[word] + 1](Unit.YEAR))
    return Bare(inner)


def _year_unit(found: Found) -> bool:
    """Whether "of the year" and the like, if there, does speak of a year."""
    return all(found.at(name) < 0 or found.value(name) is Unit.YEAR for name in ("u2", "u3"))


@RULES.add(
    f"(the)? (fiscal)? n:(ord|nth|second) (hyphen)? (fiscal)? u:unit {OF_YEAR}",
    f"(the)? n:(ord|nth|second) h:half {OF_YEAR}",
)
def quarter(found: Found) -> Draft | None:
    count = 2 if found.word("n") == "second" else found.number("n")
    if not _year_unit(found):
        return None
    if found.at("h") >= 0 and 1 <= count <= 2:
        return Draft(TimexType.DATE, _in_year(found, Half(count)))
    if found.at("h") < 0 and found.value("u") is Unit.QUARTER and 1 <= count <= 4:
        return Draft(TimexType.DATE, _in_year(found, Quarter(count)))
    return None


@RULES.add(
    "(the)? s:season (of)? (y:year|y2:short_year)",
    "(the)? s:season of o:(last|this|next) u2:unit",
    "(the)? s:season",
)
def season(found: Found) -> Draft | None:
    if not _year_unit(found):
        return None
    named = found.at("y") >= 0 or found.at("y2") >= 0 or found.at("o") >= 0
    word = found.word("s")
    if not named:
        lead = found.before() if found.line.lower(found.first) != "the" else "the"
        ok = lead in {"in", "since", "by", "until", "during", "from"} or (
            lead == "the" and found.before() in {"in", "by", "until", "during", "over", "since", "for"}
        )
        if not ok or (word in {"fall", "spring"} and found.after() == "of"):
            return None
    return Draft(TimexType.DATE, _in_year(found, Season(str(found.value("s")))))


@RULES.add("m:month (of)? o:(last|this|next) u2:unit", "m:month of the o:(following|previous) u2:unit")
def month_of_year(found: Found) -> Draft | None:
    if found.value("u2") is not Unit.YEAR or found.word("o") not in YEAR_WORDS:
        return None
    return Draft(TimexType.DATE, _in_year(found, Month(found.number("m"))))


MONTH_LEADS: Final = frozenset(
    [
        "in",
        "since",
        "by",
        "until",
        "till",
        "from",
        "during",
        "before",
        "after",
        "through",
        "to",
        "between",
        "of",
        "early",
        "late",
        "mid",
        "this",
        "last",
        "next",
        "back",
        "for",
        "and",
        "or",
        "around",
        "about",
        "the",
        "on",
        ",",
        "(",
        "-",
        "as",
    ]
)


@RULES.add("m:month dot?")
def month(found: Found) -> Draft | None:
    cased, word = found.cased(found.first), found.word("m")
    if not cased[:1].isupper() or not _is_month(found, word, cased):
        return None
    ended = found.last - found.first == 2 and len(word) > 5
    return Draft(TimexType.DATE, Bare(Month(found.number("m"))), last=found.first + 1 if ended else None)


NAMES: Final = frozenset({"april", "may", "june", "august", "jan", "mar", "dec", "jun"})
"""Months that are given names, surnames or other words too."""


def _is_month(found: Found, word: str, cased: str) -> bool:
    """Whether a month's name, standing alone, is the month."""
    before, after = found.before(), found.after()
    if word in {"mar", "jan", "dec", "jun", "sep", "apr", "nov", "oct", "feb", "jul", "aug", "sept"}:
        return found.last - found.first == 2 or before in MONTH_LEADS
    previous, following = found.cased(found.first - 1), found.cased(found.last)
    if word == "march":
        return before in MONTH_LEADS - {"the", "on"} and after not in {"on", "to", "through"}
    if word == "may":
        return before in MONTH_LEADS - {",", "(", "the", "on", "and", "or", "-"} and not previous[:1].isupper()
    if word in NAMES:
        named = following[:1].isupper() and following.isalpha()
        if previous[:1].isupper() and previous.isalpha() and before not in MONTH_LEADS:
            return False
        return before in MONTH_LEADS or not named
    return True


@RULES.add("w:weekday")
def weekday(found: Found) -> Draft | None:
    if found.cased(found.first)[:1].islower():
        return None
    following = found.cased(found.last)
    if following in {"Times", "Telegraph", "Mirror", "Express", "Mail", "Herald", "Post", "Mass", "School", "Night"}:
        if following != "Night":
            return None
    return Draft(TimexType.DATE, Bare(Weekday(found.number("w"))))


@RULES.add("w:wd dot? comma? m:month")
def weekday_abbreviated(found: Found) -> Draft | None:
    return None


@RULES.add("the d:nth")
def day_of_month(found: Found) -> Draft | None:
    if found.before() not in {"on", "until", "by"} or found.after()[:1].isalpha() or found.number("d") > 31:
        return None
    return Draft(TimexType.DATE, Bare(DayOfMonth(found.number("d"))))


@RULES.add("h:holiday (comma? y:year)?", "w:weekday poss h:holiday", "o:this u:unit poss h:holiday")
def holiday(found: Found) -> Draft | None:
    from newsline.dates import almanac

    key = str(found.value("h"))
    event = almanac.event(key)
    if event:
        return Draft(TimexType.DATE, Fixed(event))
    if found.at("y") >= 0:
        spans_found = almanac.in_year(key, found.number("y"))
        return Draft(TimexType.DATE, Fixed(spans_found[0])) if spans_found else None
    if found.at("u") >= 0:
        unit = found.value("u")
        return Draft(TimexType.DATE, Within(Holiday(key), This(unit))) if isinstance(unit, Unit) else None
    return dated(found, Bare(Holiday(key)))
