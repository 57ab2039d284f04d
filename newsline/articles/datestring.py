"""Date strings of metadata become spans, as precise as they were written. The day is the day as written, in its zone.

Strings with a year only: metadata that leaves the year to the reader is no evidence. Nothing here reads a clock.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from newsline.articles.pathdates import NAMES
from newsline.dates import span
from newsline.late import late

if TYPE_CHECKING:
    from newsline.dates.span import Span

ISO = late(
    r"\s*(\d{4})(?:([-/.])?(0[1-9]|1[0-2]|[1-9](?=\2\d))(?:\2(0[1-9]|[12]\d|3[01]|[1-9](?!\d)))?)?(?=$|[T\s_,;+Z]|\d{6}\b)"
)
COMPACT = late(r"\s*(?:D:)?(\d{4})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:$|[T\sZ_-]|\d{2,6})")
NUMERIC = late(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)")
YEAR = late(r"(?<!\d)(1[6-9]\d\d|20\d\d|2100)(?!\d)")
MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    "nov(?:ember)?|dec(?:ember)?"
)
DAY_MONTH = late(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ .-]*({MONTHS})\b\.?[ ,-]*(\d{{4}})\b", re.I)
MONTH_DAY = late(rf"\b({MONTHS})\b\.?[ -]*(\d{{1,2}})(?:st|nd|rd|th)?[ ,-]+(\d{{4}})\b", re.I)
CTIME = late(rf"\b({MONTHS}) +(\d{{1,2}}) [\d:]{{5,8}} (?:[A-Z]{{3,4}} |[+-]\d{{4}} )?(\d{{4}})\b", re.I)
MONTH_YEAR = late(rf"\b({MONTHS})\b\.?[ ,-]*(\d{{4}})\b", re.I)
FIRST_YEAR, LAST_YEAR = 1600, 2100
"""Newspapers begin in 1605; a year outside is an id or a sentinel ("9999-12-31")."""
PLACEHOLDERS = frozenset({date(1970, 1, 1), date(1900, 1, 1), date(1601, 1, 1), date(1980, 1, 1)})
"""Zero in the epochs of Unix, spreadsheets, Windows and ZIP."""
LANGUAGES = ["de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "sv", "tr"]
"""Tried where the article's own language gives no date: a page in one often has its metadata in another."""
MAX_LENGTH = 120
"""Characters: a longer value is a sentence that holds a date, not a date."""


def parse_date(value: object, language: str = "en") -> Span | None:
    """The date that a metadata value means, None if it means none. Takes strings, dates and Unix times.

    "2025-05" is the month, "2025" the year. "04/05/2025" is one of two days where the language does not tell.
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, datetime):
        return _day(value.year, value.month, value.day)
    if isinstance(value, date):
        return _day(value.year, value.month, value.day)
    if isinstance(value, int | float):
        return _unix_time(float(value))
    text = " ".join(str(value).split())
    if not text or len(text) > MAX_LENGTH:
        return None
    return _iso(text) or _unix_digits(text) or _english(text) or _numeric(text, language) or _other(text, language)


def _day(year: int, month: int, day: int) -> Span | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    if found in PLACEHOLDERS or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return span.day(found)


def _month(year: int, month: int) -> Span | None:
    return span.month(year, month) if FIRST_YEAR <= year <= LAST_YEAR else None


def _iso(text: str) -> Span | None:
    if match := COMPACT.match(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    match = ISO.match(text)
    if not match:
        return None
    year = int(match[1])
    if match[4]:
        return _day(year, int(match[3]), int(match[4]))
    if match[3] and match[2]:
        return _month(year, int(match[3]))
    return span.year(year) if len(text) == 4 and FIRST_YEAR <= year <= LAST_YEAR else None


def _unix_digits(text: str) -> Span | None:
    return _unix_time(float(text)) if re.fullmatch(r"\d{9,10}(?:\.\d+)?|\d{12,13}", text) else None


def _unix_time(value: float) -> Span | None:
    """Seconds or milliseconds since 1970; the day in UTC, since no zone is written."""
    seconds = value / 1000 if abs(value) >= 1e11 else value
    if not 0 < seconds < 4.2e9:
        return None
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    return _day(moment.year, moment.month, moment.day)


def _english(text: str) -> Span | None:
    if match := DAY_MONTH.search(text):
        return _day(int(match[3]), _month_number(match[2]), int(match[1]))
    if match := MONTH_DAY.search(text) or CTIME.search(text):
        return _day(int(match[3]), _month_number(match[1]), int(match[2]))
    if match := MONTH_YEAR.search(text):
        return _month(int(match[2]), _month_number(match[1]))
    return None


def _month_number(name: str) -> int:
    return NAMES.index(name[:3].lower()) + 1


def _numeric(text: str, language: str) -> Span | None:
    match = NUMERIC.search(text)
    if not match:
        return None
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    day_first, month_first = _day(year, second, first), _day(year, first, second)
    if match[2] == "." or language != "en":
        return day_first or month_first
    candidates = [found for found in (day_first, month_first) if found is not None]
    return span.one_of(candidates) if candidates else None


def _other(text: str, language: str) -> Span | None:
    """Other languages and rare orders, through dateparser, which may not complete what is not written."""
    if not YEAR.search(text):
        return None
    import warnings

    from dateparser.date import DateDataParser

    settings = {"REQUIRE_PARTS": ["year", "month"], "PARSERS": ["absolute-time"], "TIMEZONE": "UTC"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            data = DateDataParser(languages=[language], settings=settings).get_date_data(text)
            if data.date_obj is None:
                data = DateDataParser(languages=LANGUAGES, settings=settings).get_date_data(text)
        except (ValueError, OverflowError, TypeError):
            return None
    if data.date_obj is None or str(data.date_obj.year) not in text:
        return None
    if data.period == "month":
        return _month(data.date_obj.year, data.date_obj.month)
    return _day(data.date_obj.year, data.date_obj.month, data.date_obj.day) if data.period == "day" else None
