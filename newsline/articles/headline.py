"""Whether a line is a headline, and which line of a plain text is its title."""

from __future__ import annotations

import re
from functools import lru_cache

from newsline.articles.blocks import Block, blocks
from newsline.articles.furniture import is_boilerplate
from newsline.articles.kinds import (
    MARK,
    TIMESTAMP,
    dateline,
    is_byline,
    is_caption,
    is_stamp,
    may_hold_stamp,
)

MAX_WORDS, MAX_CHARACTERS = 25, 180
"""Headlines of online news rarely pass 20 words or 130 characters; the limits leave room for those that do."""
SENTENCE_END = re.compile(r"[.;:,…。।][\"'”’»)\]]*$")
WORDS = re.compile(r"\w+")
SKIPPED_LINES = 3
"""Lines of boilerplate, dates or section names that may stand above a headline."""


def is_headline(line: str) -> bool:
    """Whether a line on its own, at the top, reads like a headline: short, no full stop, no furniture of the page."""
    words = WORDS.findall(line)
    if not 2 <= len(words) <= MAX_WORDS or len(line) > MAX_CHARACTERS or SENTENCE_END.search(line):
        return False
    if is_boilerplate(line) or is_byline(line) or is_caption(line) or is_stamp(line):
        return False
    if MARK.search(line) and dateline(line, 0, len(line), bare=True):
        return False
    return not (may_hold_stamp(line) and TIMESTAMP.match(line))


@lru_cache(maxsize=1)
def headline(text: str) -> str | None:
    """The headline that a plain text begins with, None if it begins with the story itself.

    It stands alone in its block and something follows it; boilerplate, a date or a byline may stand above it. Kept for
    one text: reading and splitting both ask for it.
    """
    found = blocks(text, 0)
    for index, block in enumerate(found[: SKIPPED_LINES + 1]):
        line = text[block.start : block.end]
        if is_headline(line) and not block.bullet and index + 1 < len(found):
            return " ".join(line.split())
        if not _stands_above(line, block):
            return None
    return None


def _stands_above(line: str, block: Block) -> bool:
    return not block.bullet and bool(
        is_boilerplate(line)
        or is_byline(line)
        or is_stamp(line)
        or (may_hold_stamp(line) and TIMESTAMP.fullmatch(line))
    )


def same_words(one: str, other: str) -> bool:
    """Whether two strings hold the same words, whatever their punctuation and case."""
    return WORDS.findall(one.casefold()) == WORDS.findall(other.casefold())
