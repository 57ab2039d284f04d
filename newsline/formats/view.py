"""What the user chose about the look of a document, the same for every format."""

from __future__ import annotations

from msgspec import Struct

DEFAULT_WIDTH = 100
"""Columns where no terminal says how many it has."""


class View(Struct, frozen=True):
    """How a document is to look. A format ignores what means nothing to it."""

    quotes: bool = False
    """Whether each source is shown with the sentence that tells the event."""
    width: int = DEFAULT_WIDTH
    """Columns of the terminal; only the table wraps."""
    color: bool = False
    """Whether escape sequences for colour may be written; only by the table."""
    embedded: bool = False
    """Whether the document becomes part of another, which has a heading of its own."""
    level: int = 0
    """Level of the heading that an embedded document stands under; 0 for none."""
