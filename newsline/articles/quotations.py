"""Which places of a text lie inside a quotation. Quotations end with their paragraph at the latest."""

from __future__ import annotations

import re
from bisect import bisect_right

MARK = re.compile(r"[“”„«»\"‘’]|``|''")
OPENERS = ("“", '"', "‘", "«", "„", "``")
OPENING = {"“": "”", "«": "»", "„": "“”", "``": "''", "‘": "’"}


class Quotations:
    """The quotations of one paragraph, text[start:end]; building it costs one pass."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._changes: list[int] = []
        self._depths: list[int] = []
        open_marks: list[str] = []
        if not _may_open(text, start, end):
            return
        for match in MARK.finditer(text, start, end):
            if _turn(text, start, end, match, open_marks):
                self._changes.append(match.end() if len(open_marks) > self._depth() else match.start())
                self._depths.append(len(open_marks))

    def _depth(self) -> int:
        return self._depths[-1] if self._depths else 0

    def holds(self, position: int) -> bool:
        """Whether a character lies inside a quotation; the opening mark itself does not."""
        index = bisect_right(self._changes, position) - 1
        return index >= 0 and self._depths[index] > 0


def _may_open(text: str, start: int, end: int) -> bool:
    """Whether a mark that opens quotations stands in text[start:end]."""
    for mark in OPENERS:  # noqa: SIM110 - a generator costs as much as the search
        if text.find(mark, start, end) >= 0:
            return True
    return False


def _turn(text: str, start: int, end: int, match: re.Match[str], open_marks: list[str]) -> bool:
    """Opens or closes a quotation at a mark; False if the mark is an apostrophe or stray."""
    mark = match[0]
    before = text[match.start() - 1] if match.start() > start else " "
    after = text[match.end()] if match.end() < end else " "
    if open_marks and mark in OPENING.get(open_marks[-1], open_marks[-1]):
        if mark == "’" and after.isalnum():
            return False
        open_marks.pop()
        return True
    if mark == "‘" and (after.isdigit() or before.isalnum()):
        return False
    if mark == '"' and (before.isalnum() or before in ".,!?") and '"' not in open_marks:
        return False
    if mark == "»" and not before.isspace():
        return False
    if mark in OPENING or mark == '"':
        open_marks.append(mark)
        return True
    if mark == "”" and open_marks:
        open_marks.clear()
        return True
    return False
