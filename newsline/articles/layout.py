"""Lines with places on a page become running text: columns in reading order, paragraphs, words made whole."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable

WIDE = 0.6
"""Share of the text's width from which a line spans the columns: a headline, a table, a single column."""
GUTTER = 0.01
"""Smallest space between two columns as a share of the page's width: 6 points of A4."""
SAME_LINE = 0.5
"""Two pieces are on one line if they overlap by this share of the smaller one's height."""
PARAGRAPH_GAP = 1.45
"""A space between baselines above this multiple of the usual one begins a paragraph."""
INDENT = 0.012
"""Share of the page's width by which the first line of a paragraph stands further in: 7 points of A4."""
SHORT_LINE = 0.8
"""A line that ends in a full stop before this share of the column's width ends its paragraph."""
HEADLINE_GAP = 1.6
"""The same for lines of a headline, as a multiple of their own height."""
LARGER = 1.25
"""A line this much taller than the usual one is a headline, and a paragraph of its own."""
SOFT_HYPHEN = "\xad"
BROKEN_WORD = re.compile(r"(\w+)[-\xad‐]$")
END = re.compile(r"[.!?:…][\"'”’»)]*$")


class Line(Struct, frozen=True):
    """A piece of a line: left and right as shares of the page's width, top and bottom (from above) of its height."""

    left: float
    right: float
    top: float
    bottom: float
    text: str

    @property
    def height(self) -> float:
        """As a share of the page's height."""
        return self.bottom - self.top


def reading_order(pieces: list[Line]) -> list[list[Line]]:
    """The columns of a page in reading order, each a list of whole lines from the top."""
    lines = _whole_lines(pieces)
    if not lines:
        return []
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    wide = WIDE * (right - left)
    small = LARGER * median(line.height for line in lines)
    groups = _groups(line for line in lines if line.height < small and line.right - line.left <= wide)
    found: list[list[Line]] = []
    band: list[Line] = []
    for line in sorted(lines, key=lambda line: (line.top, line.left)):
        crossed = sum(line.left < end + GUTTER and start - GUTTER < line.right for start, end in groups)
        if line.right - line.left > wide or (line.height >= small and crossed > 1):
            found.extend(_columns(band))
            band = []
            if found and len(found[-1]) and found[-1][-1].right - found[-1][-1].left > wide:
                found[-1].append(line)
            else:
                found.append([line])
        else:
            band.append(line)
    found.extend(_columns(band))
    return _rejoined(found, wide)


def _rejoined(columns: list[list[Line]], wide: float) -> list[list[Line]]:
    """A short last line of a paragraph belongs to the wide lines around it, not to a column of its own."""
    found: list[list[Line]] = []
    for column in columns:
        if found and len({round(line.left, 2) for line in column}) <= 2 and _continues(found[-1], column, wide):
            found[-1] = found[-1] + column
        else:
            found.append(column)
    return found


def _continues(above: list[Line], column: list[Line], wide: float) -> bool:
    full = above[-1].right - above[-1].left > wide or column[0].right - column[0].left > wide
    return full and abs(above[0].left - column[0].left) < 3 * INDENT and above[-1].bottom <= column[0].bottom


def _whole_lines(pieces: list[Line]) -> list[Line]:
    """Pieces on one baseline that are no further apart than words are, put together."""
    found: list[Line] = []
    for piece in pieces:
        if found and _same_line(found[-1], piece) and -0.02 < piece.left - found[-1].right < 1.2 * piece.height:
            last = found[-1]
            glue = "" if piece.left - last.right < 0.1 * piece.height else " "
            top, bottom = min(last.top, piece.top), max(last.bottom, piece.bottom)
            found[-1] = Line(last.left, piece.right, top, bottom, last.text + glue + piece.text)
        else:
            found.append(piece)
    return found


def _same_line(one: Line, other: Line) -> bool:
    overlap = min(one.bottom, other.bottom) - max(one.top, other.top)
    return overlap > SAME_LINE * min(one.height, other.height)


def _columns(band: list[Line]) -> list[list[Line]]:
    """A band without wide lines, cut at the spaces that no line crosses; one column if there is none."""
    if len(band) < 4:
        return [band] if band else []
    groups = _groups(band)
    columns = [[line for line in band if start <= line.left and line.right <= end] for start, end in groups]
    return columns if all(len(column) > 1 for column in columns) else [band]


def _groups(lines: Iterable[Line]) -> list[list[float]]:
    """Where lines lie from left to right, with a space between that none of them crosses."""
    groups: list[list[float]] = []
    for left, right in sorted((line.left, line.right) for line in lines):
        if groups and left < groups[-1][1] + GUTTER:
            groups[-1][1] = max(groups[-1][1], right)
        else:
            groups.append([left, right])
    return groups


def to_paragraphs(pages: Iterable[list[list[Line]]]) -> str:
    """The paragraphs of all columns of all pages; one that breaks off at the end of a column goes on in the next."""
    found: list[str] = []
    vocabulary: set[str] = set()
    columns = [column for page in pages for column in page]
    for column in columns:
        for line in column:
            vocabulary.update(word.casefold() for word in re.findall(r"\w+(?:-\w+)*", line.text))
    for column in columns:
        for number, paragraph in enumerate(_paragraphs(column)):
            text = paragraph[0]
            for following in paragraph[1:]:
                text = _joined(text, following, vocabulary)
            if number == 0 and found and not END.search(found[-1]) and text[:1].islower():
                found[-1] = _joined(found[-1], text, vocabulary)
            else:
                found.append(text)
    return "\n\n".join(text.replace(SOFT_HYPHEN, "") for text in found)


def _paragraphs(column: list[Line]) -> list[list[str]]:
    gaps = [below.top - above.top for above, below in pairwise(column)]
    usual = median([gap for gap in gaps if gap > 0] or [1.0])
    height = median(line.height for line in column)
    left, right = min(line.left for line in column), max(line.right for line in column)
    found: list[list[str]] = [[column[0].text]]
    for above, line, gap in zip(column, column[1:], gaps, strict=False):
        ends_short = END.search(above.text) and above.right < left + SHORT_LINE * (right - left)
        indented = line.left - left > INDENT and above.left - left < INDENT
        size_changes = max(line.height, above.height) > LARGER * height and not _alike(line, above)
        large = _alike(line, above) and line.height > LARGER * height
        room = max(PARAGRAPH_GAP * usual, HEADLINE_GAP * line.height if large else 0)
        if gap > room or indented or ends_short or size_changes:
            found.append([line.text])
        else:
            found[-1].append(line.text)
    return found


def _alike(one: Line, other: Line) -> bool:
    return max(one.height, other.height) < LARGER * min(one.height, other.height)


def _joined(text: str, line: str, vocabulary: set[str]) -> str:
    """Two lines as one; a hyphen goes unless it follows a figure or the text elsewhere writes the word with it."""
    broken = BROKEN_WORD.search(text)
    following = re.match(r"\w+", line)
    if broken is None or following is None or not line[0].islower():
        return f"{text} {line}"
    hyphenated = f"{broken[1]}-{following[0]}".casefold()
    joined = f"{broken[1]}{following[0]}".casefold()
    keep = broken[1][-1].isdigit() or (
        text[-1] != SOFT_HYPHEN and hyphenated in vocabulary and joined not in vocabulary
    )
    return (text if keep else text[:-1]) + line
