"""Lines that several articles of a folder share are the page's furniture: their dates say nothing of one article.

Teasers, link lists and footers keep the dates of other days. Copies of one article share their lines, too: a line only
counts as furniture where most of its articles differ otherwise.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

SHARED = 3
"""Articles from which a line is furniture; two may well be copies of each other."""
COPY_SHARE = 0.5
"""An article of which more than this share of the characters stands in other articles, too, is a copy."""


class Boilerplate:
    """Counts the lines of all texts once."""

    def __init__(self, texts: Sequence[str]) -> None:
        everywhere: Counter[str] = Counter()
        for text in texts:
            everywhere.update(_different(text))
        self._lines: Counter[str] = Counter()
        for text in texts:
            lines = _different(text)
            size = sum(map(len, lines))
            shared = sum(len(line) for line in lines if everywhere[line] > 1)
            if shared <= COPY_SHARE * size:
                self._lines.update(line for line in lines if everywhere[line] > 1)
        self._has_furniture = any(count >= SHARED for count in self._lines.values())

    def offsets(self, text: str) -> Callable[[int], bool]:
        """A test for offsets of one of the texts: whether its line is furniture."""
        if not self._has_furniture:
            return lambda _: False
        starts, flags = [], []
        for start, line in _lines(text):
            starts.append(start)
            flags.append(self._lines[line] >= SHARED)
        return lambda offset: bool(starts) and flags[max(0, bisect_right(starts, offset) - 1)]


def _different(text: str) -> set[str]:
    """Each of the lines once."""
    lines = {*map(str.strip, text.splitlines())}
    lines.discard("")
    return lines


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines with their offsets, trimmed, the empty ones left out."""
    start = 0
    for line in text.splitlines(keepends=True):
        trimmed = line.strip()
        if trimmed:
            yield start, trimmed
        start += len(line)
