"""The time expressions of articles, for `newsline dates`."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from newsline.dates.describe import describe
from newsline.formats import words
from newsline.formats.view import View

if TYPE_CHECKING:
    from rich.console import RenderableType

    from newsline.pipeline import Reading

PLACE_WIDTH, TYPE_WIDTH = 11, 8
"""Columns for "1234-1245" and "DURATION"."""
VALUE_SHARE, DATE_SHARE = 0.2, 0.25
"""Of the width of the table, for TIMEX3 values and for dates in words."""


class ExpressionFormat(StrEnum):
    """The formats of the list."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    TIMEML = "timeml"


SUFFIXES = {
    ".txt": ExpressionFormat.TABLE,
    ".json": ExpressionFormat.JSON,
    ".jsonl": ExpressionFormat.JSONL,
    ".tml": ExpressionFormat.TIMEML,
    ".xml": ExpressionFormat.TIMEML,
}


def render(name: ExpressionFormat, readings: Sequence[Reading], view: View) -> str:
    """The expressions in one of the formats."""
    if name is ExpressionFormat.TABLE:
        return _table(readings, view)
    if name is ExpressionFormat.TIMEML:
        from newsline.formats import timeml

        return "".join(timeml.write(one.article, one.dating, one.resolutions) for one in readings)
    from newsline.formats.json import dumps
    from newsline.formats.jsonl import lines
    from newsline.formats.records import SCHEMA_VERSION, expressions_record

    records = [expressions_record(one.article, one.dating, one.resolutions) for one in readings]
    if name is ExpressionFormat.JSON:
        return dumps({"schema": SCHEMA_VERSION, "articles": records}, indent=2)
    return lines([("article", records)])


def _table(readings: Sequence[Reading], view: View) -> str:
    from newsline.formats.terminal import draw, line, listed

    headings = ("Place", "Text", "Type", "Value", "Date")
    shares = (PLACE_WIDTH, None, TYPE_WIDTH, VALUE_SHARE, DATE_SHARE)
    parts: list[RenderableType] = []
    for reading in readings:
        published = reading.dating.published
        written = f"written {describe(published)}" if published else words.UNDATED
        parts.append(line(f"{words.plain(reading.article.id)}, {written}", "bold"))
        rows = [
            (
                f"{found.expression.start}-{found.expression.end}",
                words.plain(found.expression.text),
                found.expression.type.value,
                found.value + (f" {found.expression.mod}" if found.expression.mod else ""),
                describe(found.span) if found.span else "",
            )
            for found in reading.resolutions
        ]
        parts += listed(headings, rows, shares, view) if rows else [line("no dates\n", "dim")]
    return draw(parts, view)
