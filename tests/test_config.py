"""Dates that the user gives."""

from __future__ import annotations

from datetime import date

import pytest

from newsline.config import match_given, parse_day
from newsline.dates.span import day, month, one_of, year


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025-05-04", date(2025, 5, 4), date(2025, 5, 4)),
        (" 2025-05 ", date(2025, 5, 1), date(2025, 5, 31)),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2025-05-04/2025-05-06", date(2025, 5, 4), date(2025, 5, 6)),
        ("2024/2025", date(2024, 1, 1), date(2025, 12, 31)),
        ("2024-12/2025-02", date(2024, 12, 1), date(2025, 2, 28)),
        ("2025-05-04T23:59:00+02:00", date(2025, 5, 4), date(2025, 5, 4)),
        ("2025-05-04 12:30:00", date(2025, 5, 4), date(2025, 5, 4)),
        ("20250504", date(2025, 5, 4), date(2025, 5, 4)),
        ("[2025-01-05,2025-01-12]", date(2025, 1, 5), date(2025, 1, 12)),
        ("2025-21", date(2025, 3, 1), date(2025, 5, 31)),
    ],
)
def test_days_that_are_understood(text: str, first: date, last: date) -> None:
    span = parse_day(text)
    assert (span.first, span.last) == (first, last)


@pytest.mark.parametrize(
    "text", ["", "soon", "2025-13", "2025-02-30", "04.05.2025", "5 May 2025", "25", "2025/", "/", "[]"]
)
def test_days_that_are_not(text: str) -> None:
    with pytest.raises(ValueError, match="expected a day, a month, a year or an interval"):
        parse_day(text)


@pytest.mark.parametrize(
    "span", [day(date(2025, 5, 4)), month(2025, 5), year(2025), one_of([day(date(2025, 1, 5)), day(date(2025, 1, 12))])]
)
def test_what_is_written_can_be_given(span: object) -> None:
    assert parse_day(str(span)) == span


def test_no_rows_and_no_date_give_nothing() -> None:
    assert match_given([], ["a.txt"]) == ({}, [])
    assert match_given([], ["a.txt"], year(2025)) == ({"a.txt": year(2025)}, [])
