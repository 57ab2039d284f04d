"""Days of the calendar: with a year, without one, by weekday, by name."""

from __future__ import annotations

from datetime import date
from typing import Final

from newsline.dates import span as spans
from newsline.dates.english.grammar import Draft, Found, Rules
from newsline.dates.english.lexicon import STREETS, words
from newsline.dates.english.verbs import PAST
from newsline.dates.expression import (
    AtTime,
    Bare,
    Between,
    Dated,
    DayOfMonth,
    Expression,
    Fixed,
    Last,
    Month,
    MonthDay,
    Next,
    SameAs,
    This,
    Unit,
    Within,
)
from newsline.model import TimexType

RULES: Final = Rules()
PIVOT: Final = 35
"""Two-digit years below it are of this century ('24), the others of the last ('89). POSIX says 69, but news of
the wars and of the 1950s and 60s writes '43 or '56 more often than news of today writes of 2043."""
LEAP_YEAR: Final = 2024
"""A year that has every day a year can have."""


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


WEEKDAY: Final = "(w:(weekday|wd) dot? comma? (the)?)?"
YEAR: Final = "(comma? (y:(year|short_year)))"


@RULES.add(
    f"{WEEKDAY} m:month dot? (the)? d:(num|nth|ord) {YEAR}",
    f"{WEEKDAY} (the)? d:(num|nth|ord) hyphen? (of)? hyphen? m:month dot? hyphen? {YEAR}",
    f"{WEEKDAY} d:num hyphen m:month dot? hyphen y:num",
)
def full_date(found: Found) -> Draft | None:
    return dated(found, day(full_year(found.number("y")), found.number("m"), found.number("d")))


@RULES.add(
    f"{WEEKDAY} m:month dot? (the)? d:(num|nth|ord)",
    f"{WEEKDAY} (the)? d:(nth|ord) (of)? m:month dot?",
    f"{WEEKDAY} d:num (of)? m:month dot?",
    "m:month dot? d:(num|nth|ord) comma a w:weekday",
    "d:(num|nth|ord) (of)? m:month comma a w:weekday",
)
def month_day(found: Found) -> Draft | None:
    month, number = found.number("m"), found.number("d")
    if day(LEAP_YEAR, month, number) is None or found.cased(found.at("m"))[:1].islower():
        return None
    if found.cased(found.last) in STREETS:  # "9 July Avenue"
        return None
    if found.after() == "%" or (
        found.at("d") == found.last - 1
        and found.line.glued(found.last + 1)
        and found.line.glued(found.last)
        and found.after() in {"/", ":"}
    ):
        return None
    verb = found.after() in AFTER_VERB and not (found.after() == "to" and found.after(2)[:1].isdigit())
    if verb and found.at("d") < found.at("m") and found.word("m") in {"may", "march"}:  # but "3 March to 7 March"
        return None
    draft = dated(found, Bare(MonthDay(month, number)))
    return draft and Draft(draft.type, draft.meaning, last=without_full_stop(found))


AFTER_VERB: Final = frozenset({"be", "have", "not", "also", "on", "to", "get", "go", "need", "face", "take", "see"})
"""Behind "10 may" or "20 march" they show the verb."""


ABBREVIATED: Final = words("jan feb mar apr jun jul aug sep sept oct nov dec")


def without_full_stop(found: Found) -> int | None:
    """The end of the match without a full stop behind a month's full name."""
    last = found.last
    if found.line.words[last - 1] == "." and found.line.lower(last - 2) not in ABBREVIATED:
        return last - 1
    return None


DASH: Final = "(hyphen|dash|to|until)"


@RULES.add(
    f"m:month dot? a:(num|nth) {DASH} b:(num|nth) (comma? y:year)?",
    f"(the)? a:(num|nth) {DASH} (the)? b:(num|nth) (of)? m:month dot? (comma? y:year)?",
    "between? (the)? a:(num|nth) and (the)? b:(num|nth) (of)? m:month dot? (comma? y:year)?",
    "m:month dot? r:day_run (comma? y:year)?",
    "r:(day_run|slashed|fraction) m:month dot? (comma? y:year)?",
    f"weekday comma? a:(num|nth) {DASH} weekday comma? b:(num|nth) (of)? m:month dot? (comma? y:year)?",
)
def day_run(found: Found) -> Draft | None:
    run = found.word("r").replace("/", "-").split("-")
    first, last = (int(run[0]), int(run[1])) if len(run) == 2 else (found.number("a"), found.number("b"))
    month, year = found.number("m"), found.number("y")
    if found.cased(found.at("m"))[:1].islower():  # "children aged 10-12 may join"
        return None
    if found.at("a") >= 0 and last - first > 1 and _is_pair(found):
        return None  # two days, not a run
    if first >= last or day(LEAP_YEAR, month, first) is None or day(LEAP_YEAR, month, last) is None:
        return None
    begin = found.first + (found.line.lower(found.first) == "between")
    if year:
        a, b = day(year, month, first), day(year, month, last)
        return Draft(TimexType.DATE, Fixed(spans.between(a.span, b.span)), first=begin) if a and b else None
    meaning = Between(Bare(MonthDay(month, first)), Bare(MonthDay(month, last)))
    return Draft(TimexType.DATE, meaning, first=begin, last=without_full_stop(found))


def _is_pair(found: Found) -> bool:
    """Whether it is such as "9 and 16 June", without "between"."""
    return "and" in found.line.lowered[found.at("a") : found.at("b")] and found.line.lower(found.first) != "between"


@RULES.add("i:iso", "i:iso c:clock")
def iso(found: Found) -> Draft | None:
    text = str(found.value("i"))
    fixed = day(int(text[:4]), int(text[5:7]), int(text[8:10]))
    if fixed and found.at("c") >= 0:
        return Draft(TimexType.TIME, AtTime(fixed, f"T{found.cased(found.at('c'))}"))
    if fixed is None or len(text) == len("2024-08-06"):
        return Draft(TimexType.DATE, fixed) if fixed else None
    return Draft(TimexType.TIME, AtTime(fixed, text[10:]))


@RULES.add("w:(weekday|wd) dot? comma? d:(slashed|fraction)")
def weekday_numeric(found: Found) -> Draft | None:
    """Such as "Thursday 11/14"."""
    first, second = (int(part) for part in found.word("d").split("/"))
    month, number = (first, second) if found.month_first else (second, first)
    for of, at in ((month, number), (number, month)):
        if 1 <= of <= MONTHS and day(LEAP_YEAR, of, at):
            return dated(found, Bare(MonthDay(of, at)))
    return None


MONTHS: Final = 12
VERSIONS: Final = words("version versions v release build firmware update patch ios android")
"""Before "5.10.24" they show that it is no date."""


@RULES.add("d:numeric")
def numeric(found: Found) -> Draft | None:
    if found.before() in VERSIONS or (found.before() in {"is", "was"} and found.before(2) in VERSIONS):
        return None
    if found.before() in {"-", "_"} and found.line.glued(found.first):  # "notes-2.1.10.txt"
        return None
    text = str(found.value("d"))
    parts = [int(part) for part in text.replace("/", "-").replace(".", "-").split("-")]
    if parts[0] > 31:
        fixed = day(*parts)
    else:
        first, second, year = parts
        month, number = (first, second) if found.month_first and "." not in text else (second, first)
        fixed = day(full_year(year), month, number) or day(full_year(year), number, month)
    return Draft(TimexType.DATE, fixed) if fixed else None


@RULES.add("w:weekday comma? the d:nth")
def weekday_of_month(found: Found) -> Draft | None:
    """Such as "Wednesday the 14th"."""
    number = found.number("d")
    free = not found.after()[:1].isalpha() or found.after() in SUBJECTS or found.after() in PAST
    if number > 31 or not free or found.cased(found.at("w"))[:1].islower():
        return None
    return dated(found, Bare(DayOfMonth(number)))


@RULES.add("the d:(nth|ord) of o:(last|this|next) m:month")
def day_of_named_month(found: Found) -> Draft | None:
    """Such as "the first of next January"."""
    operator = {"last": Last, "this": This}.get(found.word("o"), Next)
    if not 1 <= found.number("d") <= 31:
        return None
    return Draft(TimexType.DATE, Within(DayOfMonth(found.number("d")), operator(Month(found.number("m")))))


@RULES.add("the d:(nth|ord) of o:(last|this|next|that|the) u:unit")
def day_of_that_month(found: Found) -> Draft | None:
    operator = {"last": Last, "this": This, "next": Next}.get(found.word("o"), SameAs)
    if found.value("u") is not Unit.MONTH or found.number("d") > 31:
        return None
    return Draft(TimexType.DATE, Within(DayOfMonth(found.number("d")), operator(Unit.MONTH)))


SUBJECTS: Final = words(
    "the a an he she they it we his her their its and but when while in at as to who that there one "
    "will would was were is are had has"
)
"""What may follow "on the 24th" where no noun does ("on the 24th floor")."""


@RULES.add("(the)? d:nth x:inst dot?")
def day_of_letter(found: Found) -> Draft | None:
    """Such as "the 3rd inst.", "the 28th ult.": of this month, the last or the next, as old letters and papers say."""
    if found.number("d") > 31:
        return None
    operator = {"i": This, "u": Last}.get(found.word("x")[0], Next)
    return Draft(TimexType.DATE, Within(DayOfMonth(found.number("d")), operator(Unit.MONTH)))


PARTS_OF_DAY: Final = words("morning afternoon evening night")


@RULES.add("the a:(nth|ord) to the b:(nth|ord)")
def run_of_month(found: Found) -> Draft | None:
    """Such as "moved from the 20th to the 21st"."""
    a, b = found.number("a"), found.number("b")
    free = not found.after()[:1].isalpha() or found.after() in SUBJECTS
    if found.before() != "from" or not a < b <= 31 or not free:
        return None
    return Draft(TimexType.DATE, Between(Bare(DayOfMonth(a)), Bare(DayOfMonth(b))))


@RULES.add("the d:(nth|ord)")
def day_of_month(found: Found) -> Draft | None:
    after = found.after()
    if after in {"and", "or"} and found.after(3)[:1].isalpha() and found.after(3) not in SUBJECTS:
        return None  # "on the first and third Saturdays"
    of_part = found.before() == "of" and found.before(2) in PARTS_OF_DAY
    if not (of_part or found.before() in {"on", "until", "by"}) or after in {"-", "–"} or found.number("d") > 31:
        return None
    if after[:1].isalpha() and after not in SUBJECTS:
        return None
    return Draft(TimexType.DATE, Bare(DayOfMonth(found.number("d"))))
