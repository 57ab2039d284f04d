"""Spans in words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from newsline.dates import span as spans
from newsline.dates import units
from newsline.dates.describe import describe
from newsline.dates.expression import Anchor, PartOf, This
from newsline.dates.span import Precision, Span
from newsline.dates.units import Unit

DAY = date(2025, 5, 5)
NEXT = spans.day(date(2025, 5, 6))


def part(unit: Unit, name: str) -> Span:
    """A part of the unit that holds the day."""
    span = PartOf(This(unit), name).resolve(Anchor(DAY))
    assert span is not None
    return span


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (spans.day(DAY), "5 May 2025"),
        (spans.day(DAY).approximately(), "about 5 May 2025"),
        (replace(spans.day(DAY), time="TNI", precision=Precision.PART), "5 May 2025, night"),
        (replace(spans.day(DAY), time="T15:30", precision=Precision.MINUTE), "5 May 2025, 15:30"),
        (spans.month(2024, 8), "August 2024"),
        (spans.year(2025), "2025"),
        (spans.week(DAY), "week of 5 May 2025"),
        (units.holding(Unit.WEEKEND, DAY), "weekend of 10 and 11 May 2025"),
        (units.holding(Unit.QUARTER, DAY), "second quarter of 2025"),
        (units.holding(Unit.HALF, DAY), "first half of 2025"),
        (units.holding(Unit.SEASON, DAY), "spring 2025"),
        (units.holding(Unit.SEASON, date(2025, 1, 5)), "winter 2024-25"),
        (units.holding(Unit.DECADE, DAY), "2020s"),
        (units.holding(Unit.CENTURY, DAY), "21st century"),
        (spans.between(spans.day(DAY), NEXT), "5 or 6 May 2025"),
        (spans.between(spans.day(DAY), spans.day(date(2025, 5, 7))), "5 to 7 May 2025"),
        (spans.between(spans.day(DAY), spans.day(date(2025, 6, 7))), "5 May to 7 June 2025"),
        (spans.between(spans.day(DAY), spans.day(date(2026, 6, 7))), "5 May 2025 to 7 June 2026"),
        (spans.between(spans.month(2025, 3), spans.month(2025, 5)), "March to May 2025"),
        (spans.between(spans.month(2024, 12), spans.month(2025, 1)), "December 2024 to January 2025"),
        (spans.between(spans.year(1939), spans.year(1945)), "1939 to 1945"),
        (spans.one_of(spans.day(date(2025, 1, d)) for d in (5, 12, 19)), "5, 12 or 19 January 2025"),
        (part(Unit.WEEK, "MID"), "the middle of the week of 5 May 2025"),
        (replace(spans.day(DAY), time="TXX", precision=Precision.PART), "5 May 2025"),
        (
            spans.one_of(spans.day(date(2025, m, d)) for m, d in ((4, 12), (4, 19), (4, 26), (5, 3), (5, 10))),
            "12, 19 or 26 April, or 3 or 10 May 2025",
        ),
        (
            spans.one_of(spans.day(date(2025, m, d)) for m, d in ((4, 26), (5, 3), (5, 10))),
            "26 April, or 3 or 10 May 2025",
        ),
        (
            spans.one_of(spans.day(date(2025, m, d)) for m, d in ((4, 12), (5, 3), (6, 10))),
            "12 April, 3 May or 10 June 2025",
        ),
        (
            spans.one_of([spans.day(date(2024, 12, 29)), spans.day(date(2025, 1, 5)), spans.day(date(2025, 1, 12))]),
            "29 December 2024, or 5 or 12 January 2025",
        ),
        (spans.one_of([spans.day(DAY), spans.day(date(2025, 6, 7))]), "5 May or 7 June 2025"),
        (spans.one_of([spans.month(2025, 3), spans.month(2025, 5)]), "March 2025 or May 2025"),
        (part(Unit.YEAR, "START"), "early 2025"),
        (part(Unit.YEAR, "MID"), "mid-2025"),
        (part(Unit.MONTH, "END"), "late May 2025"),
        (part(Unit.DECADE, "END"), "late 2020s"),
        (part(Unit.WEEK, "END"), "late in the week of 5 May 2025"),
        (part(Unit.QUARTER, "START"), "early in the second quarter of 2025"),
        (part(Unit.DAY, "START"), "early 5 May 2025"),
    ],
)
def test_in_words(span: Span, words: str) -> None:
    assert describe(span) == words


@given(
    st.dates(date(100, 1, 1), date(9900, 1, 1)), st.sampled_from(Unit), st.sampled_from([None, "START", "MID", "END"])
)
def test_every_span_has_words(day: date, unit: Unit, name: str | None) -> None:
    meaning = PartOf(This(unit), name) if name else This(unit)
    span = meaning.resolve(Anchor(day))
    assert span is not None
    assert describe(span).strip() == describe(span) != ""
    assert any(character.isdigit() for character in describe(span))
