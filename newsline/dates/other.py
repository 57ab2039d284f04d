"""Dates in languages for which newsline has no grammar, by the month names of dateparser's locale data.

Only absolute dates are found: a day, a month or a year that is named as such ("5 de marzo de 2024", "mars 2024",
"2024年3月5日"), and a day of the year without its year ("5 mars"). Nothing that counts from the day of writing, and
never a day that the text does not name. Each expression carries its locale, so that explanations can say so.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from newsline.dates import span as spans
from newsline.dates.expression import Bare, Expression, Fixed, MonthDay
from newsline.model import Sentence, TimeExpression, TimexType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

MONTH_KEYS: Final = (
    "january february march april may june july august september october november december".split()
)  # as dateparser's data call them
CODE: Final = re.compile(r"[a-z]{2,3}")
FULL_NAME: Final = 5
"""Letters from which a name counts as written out; shorter ones are abbreviations where a longer one begins alike."""
STEM: Final = 4
"""Letters that the written-out forms of a name must share for other endings of it to be recognised."""
ENDING: Final = r"\w{0,3}"
"""Cases of month names that the locale data leave out: Russian "марте", Finnish "maaliskuun"."""
CASES: Final[dict[str, dict[str, int]]] = {
    "ru": {"мае": 5, "июне": 6, "июле": 7},
    "uk": {"січні": 1, "лютому": 2, "липні": 7},
}
"""Forms behind "in" that neither the locale data have nor their stems give."""
JOINTS: Final = ("de", "del", "d'", "d’", "da", "do", "di", "den", "năm", "tahun", "г.", "r.")
"""Small words between the parts of a date in some language, beside those that the locale data name."""
YEARS: Final = range(1000, 2101)
BUDDHIST: Final = range(2400, 2700)
BUDDHIST_AHEAD: Final = 543
"""Years by which the Thai calendar is ahead."""
ISO: Final = r"(?P<iy>[12]\d{3})-(?P<im>0[1-9]|1[0-2])-(?P<id>0[1-9]|[12]\d|3[01])"
NUMERIC: Final = r"(?P<na>\d{1,2})(?P<sep>[./-])(?P<nb>\d{1,2})(?P=sep)(?P<ny>[12]\d{3})"
YEAR_FIRST: Final = r"(?P<fy>[12]\d{3})(?P<fsep>[./])\s?(?P<fm>\d{1,2})(?P=fsep)\s?(?P<fd>\d{1,2})\.?"
IDEOGRAPHIC: Final = (
    r"(?:(?P<cy>[12]\d{3})\s?[年년]\s?)(?:(?P<cm>\d{1,2})\s?[月월](?:\s?(?P<cd>\d{1,2})\s?[日日일號号])?)?"
    r"|(?P<xm>\d{1,2})\s?[月월]\s?(?P<xd>\d{1,2})\s?[日일號号]"
)
IDEOGRAPHIC_LANGUAGES: Final = frozenset({"zh", "ja", "ko", "yue"})


class Locale(Struct, frozen=True):
    """What is known of the dates of a language."""

    pattern: re.Pattern[str]
    months: Mapping[str, int]
    """Forms of the month names, lower case, and the stems of their inflected forms."""
    short: frozenset[str]
    """Abbreviations, which are no month without a year."""
    month_first: bool


def tag_sentences(
    text: str, sentences: Sequence[Sentence], date_order: str = "mdy", *, language: str
) -> tuple[TimeExpression, ...]:
    """The absolute dates of the sentences of a text, in order.

    The order of a date in digits is that of the language, not `date_order`, which speaks of English. A language that
    dateparser does not know has ISO dates only.
    """
    del date_order
    known = locale(language)
    found: list[TimeExpression] = []
    for index, sentence in enumerate(sentences):
        for start, end, meaning in dates(sentence.text, known, language):
            start, end = sentence.start + start, sentence.start + end
            found.append(
                TimeExpression(start, end, text[start:end], TimexType.DATE, meaning, sentence=index, locale=language)
            )
    return tuple(found)


def dates(body: str, known: Locale, language: str) -> Iterator[tuple[int, int, Expression]]:
    """Start, end and meaning of each date of a sentence; every date holds a digit."""
    if not any(character.isdigit() for character in body):
        return
    for match in known.pattern.finditer(body):
        meaning = _meaning(match, known, language)
        if meaning:
            yield match.start(), match.end(), meaning


@cache
def locale(language: str) -> Locale:
    """The months of a language as dateparser's data know them, and the pattern that finds its dates."""
    info = _data(language)
    months: dict[str, int] = {}
    short: set[str] = set()
    for number, key in enumerate(MONTH_KEYS, 1):
        names = [name.lower().rstrip(".") for name in info.get(key, []) if not name[:1].isdigit() and len(name) > 1]
        full = [name for name in names if len(name) >= FULL_NAME]
        months.update((name, number) for name in names)
        short.update(name for name in names if len(name) < FULL_NAME and full)
        stem = _shared(full)
        if len(stem) >= STEM:
            months.setdefault(stem, number)
    months.update(CASES.get(language, {}))
    order = str(info.get("date_order", "DMY"))
    pattern = re.compile("|".join(_patterns(language, info, months)), re.IGNORECASE)
    return Locale(pattern, months, frozenset(short), order == "MDY")


def _shared(names: Sequence[str]) -> str:
    """The letters with which all names begin."""
    first, last = min(names, default=""), max(names, default="")
    length = next((place for place, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1]), None)
    return first[:length]


def _data(language: str) -> Mapping[str, Any]:
    if not CODE.fullmatch(language):
        return {}
    try:
        found: Mapping[str, Any] = import_module(f"dateparser.data.date_translation_data.{language}").info
    except ImportError:
        return {}
    return found


def _patterns(language: str, info: Mapping[str, Any], months: Mapping[str, int]) -> Iterator[str]:
    """The ways of writing a date, the longer ones first."""
    edge, end = r"(?<![\w./-])", r"(?!\w|[./-]\d)"
    yield rf"{edge}(?:{ISO}|{NUMERIC}|{YEAR_FIRST}){end}"
    if language in IDEOGRAPHIC_LANGUAGES:
        yield rf"(?<!\d)(?:{IDEOGRAPHIC})"
    if not months:
        return
    names = _any(sorted(months, key=lambda name: (-len(name), name)))
    small = [*JOINTS, *(info.get("pertain") or ())]
    joint = rf"(?:[\s,.]+(?:(?:{_any(sorted(small, key=len, reverse=True))})\s*)?)"
    near = rf"(?:{joint}|\s?)"
    month, year, day = rf"(?:{names}){ENDING}", r"[12]\d{3}", r"(?:[12]\d|3[01]|0?[1-9])"
    mark = r"(?:\.?[ºª°]|\.|er|ος)?"
    yield rf"{edge}(?P<ad>{day}){mark}{near}(?P<am>{month})(?:\.?{near}(?P<ay>{year}))?{end}"
    yield rf"{edge}(?P<by>{year})\.?{near}(?P<bm>{month})\.?{near}(?P<bd>{day}){mark}{end}"
    yield rf"{edge}(?P<cmn>{month})\.?{joint}(?P<cyn>{year}){end}"
    yield rf"{edge}(?P<dy>{year})\.?{joint}(?P<dm>{month}){end}"
    yield from _year_words(info, edge, end)


def _year_words(info: Mapping[str, Any], edge: str, end: str) -> Iterator[str]:
    """A year that is called one: "año 2012", "2012 году"."""
    words = [word for word in info.get("year") or () if len(word) > 2 and word.isalpha()]
    stems = sorted({word[: max(3, len(word) - 1)] for word in words}, key=lambda word: (-len(word), word))
    if stems:
        yield rf"{edge}(?:{_any(stems)})\w{{0,2}}\s(?P<ey>[12]\d{{3}}){end}"
        yield rf"{edge}(?P<gy>[12]\d{{3}})\s(?:{_any(stems)})\w{{0,2}}{end}"


def _any(options: Sequence[str]) -> str:
    return "|".join(re.escape(option).replace(r"\ ", r"\s") for option in options)


def _meaning(match: re.Match[str], known: Locale, language: str) -> Expression | None:
    groups = {name: text for name, text in match.groupdict().items() if text}
    for year, month, day in (("iy", "im", "id"), ("fy", "fm", "fd"), ("cy", "cm", "cd")):
        if year in groups:
            return _fixed(groups[year], groups.get(month), groups.get(day), language)
    if "ny" in groups:
        day, month = groups["na"], groups["nb"]
        swapped = int(month) > 12 or (known.month_first and int(day) <= 12)
        return _fixed(groups["ny"], *((day, month) if swapped else (month, day)), language)
    if "xm" in groups:
        return _day_of_year(int(groups["xm"]), int(groups["xd"]))
    for name in ("ey", "gy"):
        if name in groups:
            return _fixed(groups[name], None, None, language)
    return _named(groups, known, language)


def _named(groups: Mapping[str, str], known: Locale, language: str) -> Expression | None:
    """A date whose month is a name."""
    for year, month, day in (("ay", "am", "ad"), ("by", "bm", "bd"), ("cyn", "cmn", ""), ("dy", "dm", "")):
        if month not in groups:
            continue
        number = _month(groups[month], known)
        if number is None:
            return None
        if year in groups:
            return _fixed(groups[year], str(number), groups.get(day), language)
        if groups[month].lower() in known.short:
            return None
        return _day_of_year(number, int(groups[day]))
    return None


def _month(name: str, known: Locale) -> int | None:
    """The month of a form, or of the longest stem that it begins with."""
    lower = " ".join(name.lower().split())
    for length in range(len(lower), STEM - 1, -1):
        if lower[:length] in known.months and (length == len(lower) or length >= STEM):
            return known.months[lower[:length]]
    return known.months.get(lower)


def _fixed(year: str, month: str | None, day: str | None, language: str) -> Expression | None:
    """An absolute date as precise as it is told; None if the calendar has no such day."""
    number = int(year)
    if language == "th" and number in BUDDHIST:
        number -= BUDDHIST_AHEAD
    if number not in YEARS:
        return None
    try:
        if day and month:
            return Fixed(spans.day(date(number, int(month), int(day))))
        return Fixed(spans.month(number, int(month)) if month else spans.year(number))
    except ValueError:
        return None


def _day_of_year(month: int, day: int) -> Expression | None:
    try:
        date(2000, month, day)  # a leap year: 29 February is a day of some year
    except ValueError:
        return None
    return Bare(MonthDay(month, day))
