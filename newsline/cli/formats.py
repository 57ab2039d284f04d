"""`newsline formats`: what can be read and what can be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsline.cli import output as out
from newsline.cli.guard import guarded
from newsline.formats import FORMATS
from newsline.formats.articles import ListFormat
from newsline.formats.explanation import ExplanationFormat
from newsline.formats.expressions import ExpressionFormat

if TYPE_CHECKING:
    from newsline.articles.readers import InputFormat


def formats() -> None:
    """List the input and output formats."""
    with guarded():
        lines = ["Input (files, folders, or - for standard input)", *_inputs(), ""]
        lines += ["Output of `newsline build` (-f NAME, or the suffix of -o FILE)"]
        lines += _columns([(row.name, " ".join(row.suffixes), row.description) for row in FORMATS])
        lines += ["", "Output of the other commands (-f NAME)"]
        lines += _columns(
            [
                ("articles", "", ", ".join(ListFormat)),
                ("dates", "", ", ".join(ExpressionFormat)),
                ("explain", "", ", ".join(ExplanationFormat)),
            ]
        )
        out.emit("\n".join(lines) + "\n", None)


def _inputs() -> list[str]:
    from newsline.articles.readers import FORMATS as READERS

    return _columns([(row.name, " ".join(row.suffixes), _needs(row)) for row in READERS])


def _needs(row: InputFormat) -> str:
    if row.extra is None:
        return ""
    return "installed" if row.is_installed else f'not installed: pip install "newsline[{row.extra}]"'


def _columns(rows: list[tuple[str, str, str]]) -> list[str]:
    """Rows in columns as wide as their widest cell."""
    widths = [max(len(row[column]) for row in rows) for column in range(2)]
    return [f"  {row[0]:{widths[0]}}  {row[1]:{widths[1]}}  {row[2]}".rstrip() for row in rows]
