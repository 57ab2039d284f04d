"""Spans: their arithmetic, and that they never say more than is known."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsline.dates import span as spans
from newsline.dates.span import Precision, Span

days = st.dates(date(2, 1, 1), date(9998, 12, 31))


def some_span(first: date, length: int) -> Span:
    return Span(first, first + timedelta(days=length), Precision.DAY)


runs = st.builds(some_span, st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 40))


def test_a_span_cannot_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="cannot end before it begins"):
        Span(date(2025, 5, 2), date(2025, 5, 1), Precision.DAY)


@given(days)
def test_the_units_hold_their_day(day: date) -> None:
    for span in (spans.day(day), spans.week(day), spans.month(day.year, day.month), spans.year(day.year)):
        assert span.first <= day <= span.last
        assert span.distance(day) == 0


@given(days)
def test_a_week_runs_from_monday_to_sunday(day: date) -> None:
    week = spans.week(day)
    assert (week.first.weekday(), week.last.weekday(), week.days) == (0, 6, 7)


@given(st.lists(runs, min_size=1, max_size=6))
def test_one_of_encloses_its_candidates(found: list[Span]) -> None:
    whole = spans.one_of(found)
    assert all(whole.first <= span.first <= span.last <= whole.last for span in found)
    assert all(whole.contains(span) for span in found)
    assert len(whole.members) != 1


def test_one_of_what_agrees_is_that() -> None:
    august = spans.month(2024, 8)
    assert spans.one_of([august, august]) == august


def test_one_of_days_in_a_row_is_a_run() -> None:
    whole = spans.one_of(spans.day(date(2025, 5, number)) for number in (6, 5, 7))
    assert (whole.first, whole.last, whole.members) == (date(2025, 5, 5), date(2025, 5, 7), ())


def test_one_of_nothing_is_an_error() -> None:
    with pytest.raises(ValueError, match="at least one"):
        spans.one_of([])


def test_members_decide_what_is_contained() -> None:
    sundays = spans.one_of(spans.day(date(2025, 1, number)) for number in (5, 12, 19))
    assert sundays.contains(spans.day(date(2025, 1, 12)))
    assert not sundays.contains(spans.day(date(2025, 1, 13)))
    assert not sundays.overlaps(spans.day(date(2025, 1, 13)))
    assert not sundays.is_day


@given(runs, runs)
def test_overlap_is_mutual(left: Span, right: Span) -> None:
    assert left.overlaps(right) == right.overlaps(left)


def test_a_run_is_as_precise_as_its_coarser_end() -> None:
    run = spans.between(spans.month(2025, 3), spans.day(date(2025, 5, 9)))
    assert (run.first, run.last, run.precision) == (date(2025, 3, 1), date(2025, 5, 9), Precision.MONTH)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2025-01-30", "2025-02-02", "2025-01-30/2025-02-02"),
        ("2025-01-30", "2025-04-02", "2025-01/2025-04"),
        ("2024-12-30", "2026-03-02", "2024/2026"),
    ],
)
def test_long_runs_are_told_in_whole_months_and_years(first: str, last: str, expected: str) -> None:
    assert str(spans.rounded(date.fromisoformat(first), date.fromisoformat(last))) == expected
