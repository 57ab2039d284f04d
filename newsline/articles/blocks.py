"""Lines become blocks: paragraphs, headlines, list items. Hard-wrapped lines are put together again."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from newsline.late import late

if TYPE_CHECKING:
    from collections.abc import Sequence

LINE = re.compile(r"\S.*(?<=\S)")
"""A line that holds more than white space, trimmed."""
ADDRESS = ("http://", "https://")
"""A line that begins so is the foot of a printed page, or a link."""
SLUG = re.compile(r"(?:BC|AM|PM)-[A-Z][\w-]*(?:--|[, ])|[A-Z]{2,}-[A-Z]{2,}:(?=\S)")
"""The name of a story in a wire service's head: "BC-Storm, 3rd Ld-Writethru,0281", "WX-STORM:Ferry sinks"."""
HEAD_LINE = "^"
"""The mark before the other lines of such a head: "^Ferry sinks<", "^By ANN ITO="."""
HEAD_MARK = re.compile(r"(?:\^|#{1,6}[ \t]+)(?=\S)")
"""The same, and that of a heading in notes."""
OTHER_BREAKS = "\r\v\f\x85\u2028\u2029"
ANY_LINE = late(rf"\S[^\n{OTHER_BREAKS}]*(?<=\S)")
"""The same where lines end with more than line feeds. The dot is three times as fast."""
BULLET = re.compile(r"(?:[-–—*+•‣▪●◦·►▶■□○✓➤›»]|\(?\d{1,2}[.)]|(?!\(c\))\(?[a-z]\))\s+(?=[^\r\n]{0,80}\w)")
TERMINAL = re.compile(r"[.!?…:;。！？।؟][\"'”’»›)\]*_]{0,4}$")
TERMINAL_REACH = 6
"""Characters that the mark and what may stand behind it take up, and one to spare."""
WRAP_MIN, WRAP_MAX = 40, 100
"""Width in characters of hard-wrapped text: e-mail wraps at 65 to 78, wire services at 64 to 80, editors at 100."""
WRAPPED_SHARE = 0.5
"""A text is wrapped if so many of its lines with a line right behind them break off in mid-sentence."""

UNWRAPPED_SHARE = 0.5
"""A text is not wrapped if more of it stands in longer lines: those below its headline are an outlet and an author."""
BYLINE = re.compile(r"by (?=[A-Z])")


class Block(Struct, frozen=True):
    """A run of text that no sentence crosses: text[start:end], trimmed, the mark of a list item left out."""

    start: int
    end: int
    bullet: bool = False
    after_blank: bool = True
    """Whether an empty line (or the beginning of the text) stands before it."""


@lru_cache(maxsize=1)
def blocks(text: str, begin: int) -> tuple[Block, ...]:
    """The blocks of a text from an offset on, in order. Kept for one text: its headline is sought by them, too."""
    line = ANY_LINE if any(mark in text for mark in OTHER_BREAKS) else LINE
    lines = [match.span() for match in line.finditer(text, begin)]
    # whether an empty line stands before each line
    blanks = [True, *(_blank_between(text, end, start) for (_, end), (start, _) in pairwise(lines))]
    width = _wrap_width(text, lines, blanks)
    found: list[Block] = []
    for index, (start, end) in enumerate(lines):
        blank = blanks[index]
        mark = None if text[start].isupper() else BULLET.match(text, start, end)
        if text[start] in "^#" and (head := HEAD_MARK.match(text, start, end)):
            found.append(Block(head.end(), end, after_blank=blank))
        elif mark is None and not blank and _goes_on(text, lines[index - 1], (start, end), width):
            found[-1] = Block(found[-1].start, end, found[-1].bullet, found[-1].after_blank)
        else:
            found.append(Block(mark.end() if mark else start, end, mark is not None, blank))
    return tuple(found)


def _blank_between(text: str, end: int, start: int) -> bool:
    if start - end == 1:
        return False
    if start - end == 2 and text.startswith("\n\n", end):
        return True
    return len(f"{text[end:start]}.".splitlines()) > 2


def _wrap_width(text: str, lines: Sequence[tuple[int, int]], blanks: Sequence[bool]) -> int | None:
    """The width that a text is wrapped at, None if each of its lines is a paragraph."""
    lengths = [end - start for start, end in lines]
    if sum(length for length in lengths if length > WRAP_MAX) > UNWRAPPED_SHARE * sum(lengths):
        return None
    pairs = [
        (end - start, _breaks_off(text, start, end))
        for (start, end), blank in zip(lines, blanks[1:], strict=False)
        if not blank
    ]
    if not pairs:
        return None
    widths = sorted(width for width, _ in pairs)
    width = widths[int(0.95 * (len(widths) - 1))]
    longish = [open_ended for length, open_ended in pairs if length >= WRAP_MIN]
    if not WRAP_MIN <= width <= WRAP_MAX or not longish:
        return None
    return width if sum(longish) >= WRAPPED_SHARE * len(longish) else None


def _goes_on(text: str, line: tuple[int, int], following: tuple[int, int], width: int | None) -> bool:
    """Whether a line is continued by the one right below it."""
    start, end = following
    if text[line[0]] == HEAD_LINE or text.startswith(ADDRESS, line[0]):
        return False
    if _is_slug(text, *line) or _is_slug(text, start, end):
        return False
    if width is None:
        goes_on = text[start].islower() and line[1] - line[0] > 1 and _breaks_off(text, *line)
        return goes_on and BYLINE.match(text, start) is None
    word = text[start:end].split(maxsplit=1)[0]
    full = line[1] - line[0] + 1 + len(word) > width
    return full or ((text[start].islower() or text[line[1] - 1] == ",") and _breaks_off(text, *line))


def _is_slug(text: str, start: int, end: int) -> bool:
    """Whether a line is of a wire service's head; two capitals begin it, which rules most lines out at once."""
    return text[start : start + 2].isupper() and SLUG.match(text, start, end) is not None


def _breaks_off(text: str, start: int, end: int) -> bool:
    """Whether a line ends without a mark that may end a sentence."""
    return text[end - 1] != "." and TERMINAL.search(text, max(start, end - TERMINAL_REACH), end) is None
