"""EDTF (ISO 8601-2:2019): seasons, quarters and halves as codes, `~` for approximate, sets in brackets."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Final

from newsline.dates import span as spans
from newsline.dates import units
from newsline.dates.span import Precision, Span

SEASON_CODES: Final = {3: 21, 6: 22, 9: 23, 12: 24}
"""First month of a season (northern half of the earth) -> EDTF code."""
QUARTER_CODES: Final = {1: 33, 4: 34, 7: 35, 10: 36}
HALF_CODES: Final = {1: 40, 7: 41}
CODES: Final = {
    Precision.SEASON: SEASON_CODES,
    Precision.QUARTER: QUARTER_CODES,
    Precision.HALF: HALF_CODES,
}
SIZES: Final = {Precision.SEASON: 3, Precision.QUARTER: 3, Precision.HALF: 6}
"""Months in a unit that has a code."""
DATE: Final = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?|(?P<digits>\d{2,3})X{1,2}")


def write(span: Span) -> str:
    """A span as EDTF; a day part or clock time is not part of EDTF's dates and is left to `Span.time`."""
    if span.members:
        return "[" + ",".join(write(member) for member in span.members) + "]"
    tail = "~" if span.approximate else ""
    if span.first == span.last:
        return _day(span.first) + tail
    if units.is_one_unit(span) and (single := _single(span)):
        return single + tail
    first, last = _edge(span, span.first, start=True), _edge(span, span.last, start=False)
    if len(first) != len(last):
        first, last = _day(span.first), _day(span.last)
    return f"{first}{tail}/{last}{tail}"


def _single(span: Span) -> str | None:
    """One whole unit; None for a week, which EDTF writes as an interval."""
    year, month = span.first.year, span.first.month
    match span.precision:
        case Precision.MONTH:
            return f"{year:04}-{month:02}"
        case Precision.YEAR:
            return f"{year:04}"
        case Precision.DECADE:
            return f"{year // 10:03}X"
        case Precision.CENTURY:
            return f"{year // 100:02}XX" if span.last.year - year == 99 and year % 100 == 0 else None
        case Precision.SEASON | Precision.QUARTER | Precision.HALF:
            return f"{year:04}-{CODES[span.precision][month]}"
        case _:
            return None


def _edge(span: Span, value: date, *, start: bool) -> str:
    """One end of an interval, as coarse as the span's precision and its own place in the month or year allow."""
    month_edge = value.day == (1 if start else calendar.monthrange(value.year, value.month)[1])
    year_edge = month_edge and value.month == (1 if start else 12)
    if span.precision <= Precision.YEAR and span.part is None and year_edge:
        return f"{value.year:04}"
    if span.precision < Precision.WEEK and month_edge:
        return f"{value.year:04}-{value.month:02}"
    return _day(value)


def _day(value: date) -> str:
    return f"{value.year:04}-{value.month:02}-{value.day:02}"


def read(text: str) -> Span:
    """The span that EDTF text means: what `write` writes, which is not all of EDTF.

    Raises ValueError for anything else. The part ("early") and the clock time of a span are not written and do not
    come back; an interval is as precise as its ends are written.
    """
    plain = text.strip()
    if plain.startswith("[") and plain.endswith("]"):
        members = tuple(read(part) for part in plain[1:-1].split(","))
        first, last = min(member.first for member in members), max(member.last for member in members)
        precision = min(member.precision for member in members)
        return Span(first, last, precision, any(member.approximate for member in members), members=members)
    start, slash, end = plain.partition("/")
    if not slash:
        return _read_date(start)
    first_span, last_span = _read_date(start), _read_date(end)
    return spans.between(first_span, last_span)


def _read_date(text: str) -> Span:
    plain = text.removesuffix("~")
    found = DATE.fullmatch(plain)
    if found is None:
        raise ValueError(f"not a date that newsline writes as EDTF: {text!r}")
    span = _from_digits(plain, found["digits"]) if found["digits"] else _from_numbers(found)
    return span.approximately() if plain != text else span


def _from_digits(text: str, digits: str) -> Span:
    size = 10 ** text.count("X")
    if len(text) != len("YYYY"):
        raise ValueError(f"a year has four places: {text!r}")
    year = int(digits) * size
    precision = Precision.DECADE if text.count("X") == 1 else Precision.CENTURY
    return Span(date(max(year, 1), 1, 1), date(year + size - 1, 12, 31), precision)


def _from_numbers(found: re.Match[str]) -> Span:
    year, month, day = int(found["year"]), int(found["month"] or 0), int(found["day"] or 0)
    if day:
        return spans.day(date(year, month, day))
    if not month:
        return spans.year(year)
    for precision, codes in CODES.items():
        for first, code in codes.items():
            if code == month:
                return units.months(year * 12 + first - 1, SIZES[precision])
    return spans.month(year, month)
