"""English for the extraction of events: words as data, no rules."""

from __future__ import annotations


def vocabulary(text: str) -> frozenset[str]:
    """The words of a list in which white space separates them."""
    return frozenset(text.split())
