"""Named days and dated facts: Easter, Victory Day, 9/11. The data is `almanac.tsv`, a source in every row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from types import MappingProxyType

from newsline.dates import span as spans
from newsline.dates.span import Precision, Span

WEEKDAYS = {name: number for number, name in enumerate("mon tue wed thu fri sat sun".split())}
EASTER_YEARS = range(1583, 4100)
"""The years of the Gregorian calendar for which dateutil computes Easter."""


@dataclass(frozen=True, slots=True)
class Row:
    """One named day or fact; the columns are told at the head of the data file."""

    key: str
    kind: str
    rule: str
    names: tuple[str, ...]
    german: tuple[str, ...]
    country: str
    source: str


@cache
def rows() -> Mapping[str, Row]:
    """All rows by key, in the order of the file."""
    found: dict[str, Row] = {}
    for line in Path(__file__).with_name("almanac.tsv").read_text("utf-8").splitlines():
        if not line or line.startswith(("#", "key\t")):
            continue
        key, kind, rule, names, german, country, source = (line.split("\t") + [""] * 7)[:7]
        found[key] = Row(key, kind, rule, _names(names), _names(german), country, source)
    return MappingProxyType(found)


@cache
def names(language: str = "en") -> Mapping[str, str]:
    """Every name in a language ("en", "de"), lower case, with the key that it means; the first row wins."""
    found: dict[str, str] = {}
    for row in rows().values():
        for name in row.german if language == "de" else row.names:
            found.setdefault(name, row.key)
    return MappingProxyType(found)


def lookup(name: str, language: str = "en") -> str | None:
    """The key of a named day or fact, or None."""
    return names(language).get(name.lower())


def title(key: str) -> str:
    """The first English name, for explanations: "victory day"."""
    row = rows().get(key)
    return row.names[0] if row and row.names else key.replace("-", " ")


def is_event(key: str) -> bool:
    """Whether the key names something that happened once."""
    row = rows().get(key)
    return row is not None and row.kind == "event"


def event(key: str) -> Span | None:
    """When a dated fact happened, or None for a day that comes back every year."""
    row = rows().get(key)
    return _interval(row.rule) if row and row.kind == "event" else None


@cache
def in_year(key: str, year: int) -> tuple[Span, ...]:
    """The days that a name means in a year: none, one, or (lunar feasts) two."""
    row = rows().get(key)
    if row is None or not date.min.year < year < date.max.year:
        return ()
    match row.kind:
        case "fixed":
            return _fixed(row.rule, year)
        case "easter" | "orthodox":
            return _easter(row, year)
        case "weekday":
            return (spans.day(_nth_weekday(row.rule, year)),)
        case "table":
            found = (_interval(part) for part in row.rule.split())
            return tuple(span for span in found if span.first.year == year)
        case _:
            span = _interval(row.rule)
            return (span,) if span.first.year == year else ()


def _names(cell: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in cell.split("|") if name.strip())


def _run(first: date, last: date) -> Span:
    return Span(first, last, Precision.DAY)


def _fixed(rule: str, year: int) -> tuple[Span, ...]:
    start, _, end = rule.partition("/")
    try:
        first = date(year, int(start[:2]), int(start[3:]))
        last = date(year, int(end[:2]), int(end[3:])) if end else first
    except ValueError:  # 29 February in a common year
        return ()
    return (_run(first, last if last >= first else last.replace(year=year + 1)),)


def _easter(row: Row, year: int) -> tuple[Span, ...]:
    if year not in EASTER_YEARS:
        return ()
    from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

    sunday = easter(year, EASTER_ORTHODOX if row.kind == "orthodox" else EASTER_WESTERN)
    start, _, end = row.rule.partition("/")
    return (_run(sunday + timedelta(days=int(start)), sunday + timedelta(days=int(end or start))),)


def _nth_weekday(rule: str, year: int) -> date:
    count, name, month, *shift = rule.split()
    whole, weekday, number = spans.month(year, int(month)), WEEKDAYS[name], int(count)
    if number > 0:
        found = whole.first + timedelta(days=(weekday - whole.first.weekday()) % 7 + 7 * (number - 1))
    else:
        found = whole.last - timedelta(days=(whole.last.weekday() - weekday) % 7 - 7 * (number + 1))
    return found + timedelta(days=int(shift[0]) if shift else 0)


def _interval(text: str) -> Span:
    start, _, end = text.partition("/")
    first, last = _date(start), _date(end or start)
    return Span(first.first, last.last, min(first.precision, last.precision))


def _date(text: str) -> Span:
    parts = [int(part) for part in text.split("-")]
    match parts:
        case [year, month, number]:
            return spans.day(date(year, month, number))
        case [year, month]:
            return spans.month(year, month)
        case _:
            return spans.year(parts[0])
