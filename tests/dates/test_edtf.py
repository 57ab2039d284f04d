"""EDTF: each form as it is written, and that what is written can be read."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsline.dates import edtf, units
from newsline.dates import span as spans
from newsline.dates.span import Precision, Span
from newsline.dates.units import Unit

DAY = date(2025, 5, 5)


@pytest.mark.parametrize(
    ("span", "text"),
    [
        (spans.day(DAY), "2025-05-05"),
        (spans.day(DAY).approximately(), "2025-05-05~"),
        (spans.month(2024, 8), "2024-08"),
        (spans.month(2024, 8).approximately(), "2024-08~"),
        (spans.year(2025), "2025"),
        (units.holding(Unit.QUARTER, DAY), "2025-34"),
        (units.holding(Unit.HALF, DAY), "2025-40"),
        (units.holding(Unit.SEASON, DAY), "2025-21"),
        (units.holding(Unit.SEASON, date(2025, 1, 5)), "2024-24"),
        (units.holding(Unit.DECADE, DAY), "202X"),
        (units.holding(Unit.CENTURY, DAY), "20XX"),
        (spans.week(DAY), "2025-05-05/2025-05-11"),
        (spans.between(spans.day(DAY), spans.day(date(2025, 5, 7))), "2025-05-05/2025-05-07"),
        (spans.between(spans.month(2025, 3), spans.month(2025, 5)), "2025-03/2025-05"),
        (spans.between(spans.year(1939), spans.year(1945)), "1939/1945"),
        (spans.between(units.holding(Unit.QUARTER, DAY), units.holding(Unit.QUARTER, DAY, 1)), "2025-04/2025-09"),
        (spans.one_of(spans.day(date(2025, 1, d)) for d in (5, 12, 19)), "[2025-01-05,2025-01-12,2025-01-19]"),
        (Span(date(2025, 4, 21), date(2025, 4, 30), Precision.MONTH, True, part="END"), "2025-04-21~/2025-04-30~"),
        (spans.year(9999), "9999"),
    ],
)
def test_each_form(span: Span, text: str) -> None:
    assert str(span) == text
    again = edtf.read(text)
    assert (again.first, again.last, again.approximate) == (span.first, span.last, span.approximate)
    assert [(m.first, m.last) for m in again.members] == [(m.first, m.last) for m in span.members]


days = st.dates(date(1, 1, 1), date(9999, 11, 30))
units_of = st.builds(
    lambda unit, day: units.holding(unit, day),
    st.sampled_from([Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.HALF, Unit.YEAR, Unit.DECADE, Unit.CENTURY]),
    st.dates(date(100, 1, 1), date(9990, 1, 1)),
)
runs = st.builds(
    lambda first, length, precision: Span(first, first + timedelta(days=length), precision),
    st.dates(date(1, 1, 1), date(9990, 1, 1)),
    st.integers(0, 3000),
    st.sampled_from(Precision),
)


@given(st.one_of(units_of, runs), st.booleans())
def test_what_is_written_can_be_read(span: Span, approximate: bool) -> None:
    span = span.approximately() if approximate else span
    again = edtf.read(str(span))
    assert (again.first, again.last, again.approximate) == (span.first, span.last, approximate)


@given(units_of)
def test_units_come_back_whole(span: Span) -> None:
    if span.precision is not Precision.WEEK:
        assert edtf.read(str(span)) == span


@pytest.mark.parametrize(
    "text", ["", "yesterday", "2025-13", "2025-02-30", "2025-5-5", "20X", "2025/", "[]", "2025-50"]
)
def test_anything_else_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        edtf.read(text)
