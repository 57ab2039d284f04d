"""Spans in words, for people: "August 2024", "5 or 6 May 2025", "early 2025", "one of 5, 12 and 19 January 2025"."""

from __future__ import annotations

import calendar
from datetime import date
from functools import lru_cache
from itertools import groupby

from newsline.dates import units
from newsline.dates.span import Precision, Span

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]  # fixed, not the locale's: the same bytes everywhere
MONTHS_IN_YEAR = len(MONTHS)
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
PARTS = {"START": "early", "MID": "mid-", "END": "late"}
WITHIN = {"START": "early in", "MID": "the middle of", "END": "late in"}
DAY_PARTS = {"TMO": "morning", "TMI": "midday", "TAF": "afternoon", "TEV": "evening", "TNI": "night", "TDT": "daytime"}


@lru_cache(maxsize=4096)
def describe(span: Span) -> str:
    """A span as a reader of English would write it, without an article or preposition."""
    if span.members:
        return _members(span)
    text = _part(span) if span.part else _plain(span)
    about = "about " if span.approximate and not span.part else ""
    return about + text


def _part(span: Span) -> str:
    word, whole = PARTS[span.part or "START"], _plain(units.unit_around(span))
    if span.precision in {Precision.WEEK, Precision.QUARTER, Precision.HALF}:
        return f"{WITHIN[span.part or 'START']} the {whole}"
    return f"{word}{whole}" if word.endswith("-") else f"{word} {whole}"


def _plain(span: Span) -> str:
    first, last = span.first, span.last
    if first == last:
        return _day(first) + _time(span.time or "")
    unit = _unit(span)
    if unit:
        return unit
    if span.precision <= Precision.MONTH and _whole_months(first, last):
        whole_years = span.precision <= Precision.YEAR and first.month == 1 and last.month == MONTHS_IN_YEAR
        return f"{first.year} to {last.year}" if whole_years else _months(first, last)
    joint = " or " if span.days == 2 else " to "
    return _days(first, last, joint)


def _time(time: str) -> str:
    """The time of the day behind the day: ", night", ", 15:30"; nothing for one that was not told ("TXX")."""
    if time in DAY_PARTS:
        return f", {DAY_PARTS[time]}"
    return f", {time[1:]}" if time[1:2].isdigit() else ""


def _unit(span: Span) -> str | None:
    """The name of the unit that the span is, or None if it is a run of several or a day."""
    first, last = span.first, span.last
    if span.precision is Precision.WEEK and span.days == 2:
        return f"weekend of {_days(first, last, ' and ')}"
    if not units.is_one_unit(span):
        return None
    match span.precision:
        case Precision.MONTH:
            return f"{MONTHS[first.month - 1]} {first.year}"
        case Precision.YEAR:
            return f"{first.year}"
        case Precision.DECADE:
            return f"{first.year}s"
        case Precision.CENTURY:
            return f"{_ordinal(first.year // 100 + 1)} century"
        case Precision.SEASON:
            years = f"{first.year}" if first.year == last.year else f"{first.year}-{last.year % 100:02}"
            return f"{SEASONS[first.month]} {years}"
        case Precision.QUARTER:
            return f"{('first', 'second', 'third', 'fourth')[(first.month - 1) // 3]} quarter of {first.year}"
        case Precision.HALF:
            return f"{'first' if first.month == 1 else 'second'} half of {first.year}"
        case _:
            return f"week of {_day(first)}"


def _ordinal(number: int) -> str:
    teen = number % 100 in range(11, 14)
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _whole_months(first: date, last: date) -> bool:
    return first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]


def _months(first: date, last: date) -> str:
    if first.year == last.year:
        return f"{MONTHS[first.month - 1]} to {MONTHS[last.month - 1]} {last.year}"
    return f"{MONTHS[first.month - 1]} {first.year} to {MONTHS[last.month - 1]} {last.year}"


def _day(value: date) -> str:
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def _days(first: date, last: date, joint: str) -> str:
    if first.year != last.year:
        return f"{_day(first)}{joint}{_day(last)}"
    if first.month != last.month:
        return f"{first.day} {MONTHS[first.month - 1]}{joint}{_day(last)}"
    return f"{first.day}{joint}{_day(last)}"


def _members(span: Span) -> str:
    members = span.members
    if all(member.is_day for member in members):
        return _any_day([member.first for member in members])
    return _either([describe(member) for member in members])


def _any_day(days: list[date]) -> str:
    """One of some days, each month and, where it is the same, the year named once."""
    months = [list(group) for _, group in groupby(days, key=lambda day: (day.year, day.month))]
    same = days[0].year == days[-1].year
    told = []
    for group in months:
        month = MONTHS[group[0].month - 1] + ("" if same else f" {group[0].year}")
        told.append(f"{_either([str(day.day) for day in group])} {month}")
    either = _either(told) if all(len(group) == 1 for group in months) else ", or ".join(told)
    return f"{either} {days[0].year}" if same else either


def _either(words: list[str]) -> str:
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))
