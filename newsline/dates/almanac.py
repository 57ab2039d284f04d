"""Named days and dated facts: Easter, Victory Day, 9/11. The data is `almanac.tsv` (`almanac_rows`)."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from operator import attrgetter

from newsline.dates import feasts
from newsline.dates import span as spans
from newsline.dates.almanac_rows import names, rows
from newsline.dates.span import Span
from newsline.late import late

PERIOD_YEARS = range(1900, 2100)
"""The years in which `occurrences` looks."""
OPEN_END = date(PERIOD_YEARS.stop - 1, 12, 31)
"""The last day of what has not ended, written ".." in the file."""
ARTICLE = late(r"(?:the|der|die|das|dem|den|des)\s+")
SPACE = re.compile(r"\s+")
TOLD = frozenset({"event", "table"})
"""Kinds of rows whose times are told one by one, not by a rule for each year."""


def lookup(name: str, language: str = "en", *uses: str) -> str | None:
    """The key of a named day or fact, or None. An article before the name, and its case, do not matter.

    By default a row that is a time expression or an anchor of one; `uses` names other kinds.
    """
    plain = SPACE.sub(" ", name.strip().lower())
    found = names(language, *(uses or ("", "anchor")))
    return found.get(plain) or found.get(ARTICLE.sub("", plain, count=1))


def is_event(key: str) -> bool:
    """Whether the key names something that happened once."""
    row = rows().get(key)
    return row is not None and row.kind == "event"


def event(key: str) -> Span | None:
    """When a dated fact happened, or None for a day that comes back every year."""
    row = rows().get(key)
    return _interval(row.rule) if row and row.kind == "event" else None


def anniversary(count: int, name: str, language: str = "en") -> int | None:
    """The year of an anniversary: 2025 for (80, "the end of World War II"); None if nothing of that name is known."""
    key = lookup(name, language)
    happened = event(key) if key else None
    return happened.first.year + count if happened else None


@cache
def occurrences(key: str) -> tuple[Span, ...]:
    """All times within `PERIOD_YEARS` that a row means, in order."""
    row = rows().get(key)
    if row is not None and row.kind in TOLD:
        found = (_interval(part) for part in row.rule.split())
        return tuple(sorted((one for one in found if one.first.year in PERIOD_YEARS), key=_year_of))
    return tuple(span for year in PERIOD_YEARS for span in in_year(key, year))


@cache
def in_year(key: str, year: int) -> tuple[Span, ...]:
    """The times that a name means, by the year in which they begin: none, one, or (lunar feasts) two."""
    row = rows().get(key)
    if row is None or not date.min.year < year < date.max.year:
        return ()
    rule, _, condition = row.rule.partition(" @")
    if condition and not _holds(condition, year):
        return ()
    match row.kind:
        case "fixed":
            return feasts.fixed(rule, year)
        case "easter" | "orthodox":
            return feasts.easter(rule, year, row.kind == "orthodox")
        case "hebrew":
            return feasts.hebrew(rule, year)
        case "islamic":
            return feasts.islamic(rule, year)
        case "weekday":
            return (spans.day(feasts.nth_weekday(rule, year)),)
        case "either":
            return tuple(sorted((span for one in rule.split() for span in in_year(one, year)), key=attrgetter("first")))
        case _:
            found = (_interval(part) for part in rule.split())
            return tuple(span for span in found if span.first.year == year)


def _holds(condition: str, year: int) -> bool:
    divisor, rest = condition.split("+")
    return year % int(divisor) == int(rest)


@cache
def _interval(text: str) -> Span:
    start, _, end = text.partition("/")
    first = _date(start)
    if end == "..":
        return Span(first.first, OPEN_END, first.precision)
    last = _date(end or start)
    return Span(first.first, last.last, min(first.precision, last.precision))


def _year_of(span: Span) -> int:
    return span.first.year


def _date(text: str) -> Span:
    parts = [int(part) for part in text.split("-")]
    match parts:
        case [year, month, number]:
            return spans.day(date(year, month, number))
        case [year, month]:
            return spans.month(year, month)
        case _:
            return spans.year(parts[0])
