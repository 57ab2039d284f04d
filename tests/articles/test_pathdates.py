"""Dates in names of files and in addresses."""

from __future__ import annotations

import pytest

from newsline.articles.pathdates import filename_signal, url_signal


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("2025-05-04-bridge.txt", "2025-05-04"),
        ("bridge_2025_05_04.txt", "2025-05-04"),
        ("article 2025.05.04.md", "2025-05-04"),
        ("20250504.txt", "2025-05-04"),
        ("20250504T1015-bridge.txt", "2025-05-04"),
        ("bridge-20250504.html", "2025-05-04"),
        ("4 May 2025.txt", "2025-05-04"),
        ("4May2025.txt", "2025-05-04"),
        ("May-4-2025_bridge.txt", "2025-05-04"),
        ("13-05-2025.txt", "2025-05-13"),
        ("04-05-2025.txt", "[2025-04-05,2025-05-04]"),
        ("2025-05 notes.txt", "2025-05"),
        ("2025/05/04/bridge.txt", "2025-05-04"),
        ("2025-05-04/bridge.txt", "2025-05-04"),
        ("2025/05/bridge.txt", "2025-05"),
        ("2024/12/31/2025-01-01.txt", "2025-01-01"),
    ],
)
def test_file_names(path: str, expected: str) -> None:
    signal = filename_signal(path)
    assert signal is not None
    assert (signal.signal, str(signal.span)) == ("filename", expected)


@pytest.mark.parametrize(
    "path",
    [
        "000_32aaf3bb0e7a5d47.txt", "bridge.txt", "2025.txt", "12345678.txt", "a20250504b.txt", "20251504.txt",
        "1.2.3.txt",
        "v2025-1.txt", "99-99-2025.txt", "00032025050499.txt",
        "IMG_1234.txt", "2025-02-30.txt", "page-2025-13.txt",
    ],
)  # fmt: skip
def test_names_without_a_date(path: str) -> None:
    assert filename_signal(path) is None


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://harbour.example/2025/05/04/bridge", "2025-05-04"),
        ("https://harbour.example/world/2025/may/04/bridge", "2025-05-04"),
        ("https://harbour.example/world/bridge-20250504", "2025-05-04"),
        ("https://harbour.example/2025-05-04/bridge.html?x=2019-01-01", "2025-05-04"),
        ("https://harbour.example/2025/05/bridge", "2025-05"),
        ("https://harbour.example/news/12345678", None),
        ("https://harbour.example/?date=2025-05-04", None),
        (None, None),
    ],
)
def test_addresses(url: str | None, expected: str | None) -> None:
    signal = url_signal(url)
    assert (str(signal.span) if signal else None) == expected
