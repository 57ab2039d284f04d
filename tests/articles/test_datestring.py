"""Dates as metadata writes them: one table, one value, many phrasings; and what is no date."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from newsline.articles.datestring import parse_date

SAME_DAY = """
2025-05-04
2025-05-04T23:30:00+12:00
2025-05-04T00:10:00-11:00
2025-05-04T10:00Z
2025-05-04T10:00:00.123456Z
2025-05-04 10:00:00 UTC
2025/05/04
2025/5/4
2025-5-4
2025.05.04
20250504
20250504T101500Z
20250504101500
D:20250504101500+02'00'
Sun, 04 May 2025 10:15:00 +0200
Sun, 4 May 2025 10:15:00 GMT
Sunday, May 4, 2025 10:15 AM EDT
Sunday 4 May 2025 10.15 BST
May 4, 2025
May 4th, 2025
MAY 4, 2025
4 May 2025
4. May 2025
4th of May 2025
04-May-2025
May-04-2025
Sun May 04 10:15:00 +0000 2025
Sun May  4 10:15:00 2025
Published: May 4, 2025 at 10:15 a.m.
04.05.2025
04.05.2025 10:15
1746353700
1746353700000
1746353700.5
"""


@pytest.mark.parametrize("written", [line for line in SAME_DAY.splitlines() if line])
def test_one_day_in_many_phrasings(written: str) -> None:
    assert str(parse_date(written)) == "2025-05-04"


@pytest.mark.parametrize(
    ("written", "language", "expected"),
    [
        ("2025-05", "en", "2025-05"),
        ("2025/05", "en", "2025-05"),
        ("May 2025", "en", "2025-05"),
        ("2025", "en", "2025"),
        ("13/05/2025", "en", "2025-05-13"),
        ("05/13/2025", "en", "2025-05-13"),
        ("05/05/2025", "en", "2025-05-05"),
        ("04/05/2025", "en", "[2025-04-05,2025-05-04]"),
        ("04/05/2025", "fr", "2025-05-04"),
        ("4. Mai 2025", "de", "2025-05-04"),
        ("Sonntag, 4. Mai 2025, 10:15 Uhr", "de", "2025-05-04"),
        ("4 mai 2025", "fr", "2025-05-04"),
        ("4 de mayo de 2025", "es", "2025-05-04"),
        ("4 maggio 2025", "it", "2025-05-04"),
        ("4 мая 2025", "ru", "2025-05-04"),
        ("4 травня 2025", "uk", "2025-05-04"),
        ("4 maja 2025", "pl", "2025-05-04"),
        ("2025年5月4日", "zh", "2025-05-04"),
        ("août 2024", "fr", "2024-08"),
        ("4 mai 2025", "en", "2025-05-04"),
    ],
)
def test_as_precise_as_written(written: str, language: str, expected: str) -> None:
    assert str(parse_date(written, language)) == expected


@pytest.mark.parametrize(
    "value",
    [
        None, "", " ", True, 0, -5, 12, "0", "yesterday", "2 hours ago", "Sunday", "May 4", "today at 10:15", "10:15",
        "May", "0001-01-01T00:00:00Z", "1970-01-01", "9999-12-31", "2025-13-40", "2025-02-30", "31 February 2025",
        "Lund", "12345", "version 2025.5.4-beta of a very long sentence " * 5, [], {}, "++", "00000000", "99999999",
    ],
)  # fmt: skip
def test_no_date(value: object) -> None:
    assert parse_date(value) is None


def test_dates_that_are_dates_already() -> None:
    assert str(parse_date(date(2025, 5, 4))) == "2025-05-04"
    assert str(parse_date(datetime(2025, 5, 4, 23, 59, tzinfo=UTC))) == "2025-05-04"
    assert str(parse_date(1746353700)) == "2025-05-04"
