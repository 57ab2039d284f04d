"""Rows for spreadsheets: CSV and TSV that no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from newsline.formats.words import plain

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins with one of these is evaluated (OWASP, CSV injection), unless an apostrophe stands first."""


def write(header: Sequence[str], rows: Iterable[Sequence[str | None]], delimiter: str) -> str:
    """A header and rows, quoted where needed (RFC 4180, but with plain newlines)."""
    target = io.StringIO()
    writer = csv.writer(target, delimiter=delimiter, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([cell(value) for value in row] for row in rows)
    return target.getvalue()


def cell(value: str | None) -> str:
    """One line of text that a spreadsheet shows and never evaluates."""
    text = plain(value or "")
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
