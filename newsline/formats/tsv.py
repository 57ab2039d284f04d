"""Tab-separated values: the rows of the CSV."""

from __future__ import annotations

from newsline.formats.spreadsheet import HEADER, rows
from newsline.formats.table import write
from newsline.formats.view import View
from newsline.model import Timeline


def render(timeline: Timeline, view: View) -> str:
    """The same columns as in CSV; no cell holds a tab."""
    return write(HEADER, rows(timeline), "\t")
