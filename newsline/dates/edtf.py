"""EDTF (ISO 8601-2:2019): seasons, quarters and halves as codes, `~` for approximate, sets in brackets."""

from __future__ import annotations

from datetime import date

from newsline.dates import span as spans
from newsline.dates.span import Precision, Span

SEASON_CODES = {3: 21, 6: 22, 9: 23, 12: 24}
"""First month of a season (northern half of the earth) -> EDTF code."""
QUARTER_CODES = {1: 33, 4: 34, 7: 35, 10: 36}
HALF_CODES = {1: 40, 7: 41}


def write(span: Span) -> str:
    """A span as EDTF; a day part or clock time is not part of EDTF's dates and is left to `Span.time`."""
    if span.members:
        return "[" + ",".join(write(member) for member in span.members) + "]"
    tail = "~" if span.approximate else ""
    single = _single(span)
    if single:
        return single + tail
    first, last = _edge(span, span.first, start=True), _edge(span, span.last, start=False)
    if len(first) != len(last):
        first, last = _day(span.first), _day(span.last)
    return f"{first}{tail}/{last}{tail}" if first != last else first + tail


def _single(span: Span) -> str | None:
    """The span as one EDTF date, if it is exactly one unit."""
    first, last, precision = span.first, span.last, span.precision
    if precision >= Precision.DAY:
        return _day(first) if first == last else None
    if precision is Precision.MONTH and span == _like(span, spans.month(first.year, first.month)):
        return f"{first.year:04}-{first.month:02}"
    if precision is Precision.YEAR and span == _like(span, spans.year(first.year)):
        return f"{first.year:04}"
    codes = {Precision.SEASON: SEASON_CODES, Precision.QUARTER: QUARTER_CODES, Precision.HALF: HALF_CODES}.get(
        precision
    )
    if codes and first.day == 1 and first.month in codes and (last + spans.DAY).day == 1 and span.part is None:
        return f"{first.year:04}-{codes[first.month]}"
    if precision is Precision.DECADE and first.year % 10 == 0 and last.year == first.year + 9:
        return f"{first.year // 10:03}X"
    if precision is Precision.CENTURY and last.year - first.year == 99:
        return f"{first.year // 100:02}XX"
    return None


def _like(span: Span, unit: Span) -> Span:
    """`unit` with the marks of `span`, for comparison."""
    return Span(unit.first, unit.last, span.precision, span.approximate, span.time, span.part, span.members)


def _edge(span: Span, value: date, *, start: bool) -> str:
    """One end of an interval, as coarse as the span's precision and its own place in the month or year allow."""
    next_day = value + spans.DAY
    if (
        span.precision is Precision.YEAR
        and span.part is None
        and (value if start else next_day).timetuple().tm_yday == 1
    ):
        return f"{value.year:04}"
    if span.precision < Precision.WEEK and (value if start else next_day).day == 1:
        return f"{value.year:04}-{value.month:02}"
    return _day(value)


def _day(value: date) -> str:
    return f"{value.year:04}-{value.month:02}-{value.day:02}"
