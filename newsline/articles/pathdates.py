"""Dates in the names of files and folders and in addresses, as software writes them."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from newsline.dates import span
from newsline.late import late
from newsline.model import DateSignal

if TYPE_CHECKING:
    from newsline.dates.span import Span

EDGE, END = r"(?<![0-9A-Za-z])", r"(?![0-9])"
YEAR, MONTH, DAY = r"((?:19|20)\d\d)", r"(0[1-9]|1[0-2])", r"(0[1-9]|[12]\d|3[01])"
NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NAMED = r"(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}"
FULL = late(rf"{EDGE}{YEAR}([-_./]?){MONTH}\2{DAY}{END}")
NAMED_DAY = late(rf"{EDGE}{YEAR}[-_./]{NAMED}[-_./]{DAY}{END}", re.I)
DAY_NAMED = late(rf"{EDGE}(\d{{1,2}})[-_. ]?{NAMED}[-_. ,]*{YEAR}{END}", re.I)
NAMED_FIRST = late(rf"{EDGE}{NAMED}[-_. ]?(\d{{1,2}})[-_. ,]+{YEAR}{END}", re.I)
DAY_FIRST = late(rf"{EDGE}(\d{{1,2}})([-_.])(\d{{1,2}})\2{YEAR}{END}")
URL_MONTH = late(rf"/{YEAR}[-/]{MONTH}(?=/)")
NAME_MONTH = late(rf"{EDGE}{YEAR}[-_/]{MONTH}(?![-_./]?\d)(?![A-Za-z])")


def url_signal(url: str | None) -> DateSignal | None:
    """The date in an address ("/2025/05/04/", "/2025/may/04/", "-20250504"); a month where it gives no day."""
    if not url:
        return None
    path = url.split("?", 1)[0].split("#", 1)[0]
    if not _may_hold_year(path):
        return None
    for pattern in (FULL, NAMED_DAY, URL_MONTH):
        for match in pattern.finditer(path):
            if found := _span(pattern, match):
                return DateSignal("url", found, match[0].strip("/"))
    return None


def filename_signal(path: str) -> DateSignal | None:
    """The date in a file's name, or else in the folders above it ("2025/05/04/report.txt")."""
    if not _may_hold_year(path):
        return None
    folders, _, name = path.rpartition("/")
    for part in (name, f"{folders}/" if folders else ""):
        named = (NAMED_DAY, NAMED_FIRST, DAY_NAMED) if _may_name_month(part) else ()
        for pattern in (FULL, *named, DAY_FIRST, NAME_MONTH):
            for match in pattern.finditer(part):
                if found := _span(pattern, match):
                    return DateSignal("filename", found, match[0].strip("/"))
    return None


def _may_hold_year(path: str) -> bool:
    """Whether one of the patterns may match: all hold a year."""
    return "20" in path or "19" in path


def _may_name_month(name: str) -> bool:
    """Whether one of the patterns with a month in letters may match."""
    lower = name.lower()
    return any(month in lower for month in NAMES)


def _span(pattern: re.Pattern[str], match: re.Match[str]) -> Span | None:
    groups = match.groups()
    try:
        if pattern is FULL:
            return span.day(date(int(groups[0]), int(groups[2]), int(groups[3])))
        if pattern is NAMED_DAY:
            return span.day(date(int(groups[0]), _month(groups[1]), int(groups[2])))
        if pattern is DAY_NAMED:
            return span.day(date(int(groups[2]), _month(groups[1]), int(groups[0])))
        if pattern is NAMED_FIRST:
            return span.day(date(int(groups[2]), _month(groups[0]), int(groups[1])))
        if pattern is DAY_FIRST:
            return _either(int(groups[0]), int(groups[2]), int(groups[3]))
        return span.month(int(groups[0]), int(groups[1]))
    except ValueError:
        return None


def _month(name: str) -> int:
    return NAMES.index(name[:3].lower()) + 1


def _either(first: int, second: int, year: int) -> Span | None:
    """One of two days for "04-05-2025": a file's name does not tell in which country it was written."""
    days = {(year, second, first), (year, first, second)}
    candidates = [span.day(date(*day)) for day in sorted(days) if 1 <= day[1] <= 12 and 1 <= day[2] <= 31]
    return span.one_of(candidates) if candidates else None
