"""Whether a line is a headline, and which line of a plain text is its title."""

from __future__ import annotations

import re
from functools import lru_cache

from newsline.articles.blocks import SLUG, Block, blocks
from newsline.articles.furniture import is_boilerplate
from newsline.articles.kinds import (
    MARK,
    TIMESTAMP,
    dateline,
    is_byline,
    is_caption,
    is_navigation,
    is_stamp,
    may_hold_stamp,
)

MAX_WORDS, MAX_CHARACTERS = 25, 180
"""Headlines of online news rarely pass 20 words or 130 characters; the limits leave room for those that do."""
SENTENCE_END = re.compile(r"[.;:,…。।][\"'”’»)\]]*$")
WORDS = re.compile(r"\w+")
SKIPPED_LINES = 3
"""Lines of boilerplate or dates that may stand above a headline."""
HEAD_END = "<="
"""What a wire service ends the lines of its head with."""
COPIED_LINES, LEAST_WORDS = 12, 4
"""The same on a page that was copied with its navigation, and words that tell a headline from the name of a section."""


def is_headline(line: str) -> bool:
    """Whether a line on its own, at the top, reads like a headline: short, no full stop, no furniture of the page."""
    if len(line) > MAX_CHARACTERS or SENTENCE_END.search(line) or not 2 <= len(WORDS.findall(line)) <= MAX_WORDS:
        return False
    if (
        SLUG.match(line)
        or is_boilerplate(line)
        or is_byline(line)
        or is_caption(line)
        or is_stamp(line)
        or is_navigation(line)
    ):
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
    name = None
    copied = False
    for index, block in enumerate(found[:COPIED_LINES]):
        if index > SKIPPED_LINES and not copied:
            break
        line = text[block.start : block.end]
        if is_headline(line) and not block.bullet and index + 1 < len(found):
            words = " ".join(line.rstrip(HEAD_END).split())
            if not copied or len(line.split()) >= LEAST_WORDS:
                return words
            name = name or words
        elif not (
            _stands_above(line, block) or (copied and len(line.split()) < LEAST_WORDS) or _is_section(line, index)
        ):
            break
        copied = copied or is_boilerplate(line) or is_navigation(line)
    return name


def _is_section(line: str, index: int) -> bool:
    """Whether the first line names a section in one word: "Crime"."""
    return index == 0 and line.isalpha() and line[0].isupper()


def _stands_above(line: str, block: Block) -> bool:
    return not block.bullet and bool(
        SLUG.match(line)
        or is_boilerplate(line)
        or is_navigation(line)
        or is_byline(line)
        or is_stamp(line)
        or (may_hold_stamp(line) and TIMESTAMP.fullmatch(line))
    )


def same_words(one: str, other: str) -> bool:
    """Whether two strings hold the same words, whatever their punctuation and case."""
    return WORDS.findall(one.casefold()) == WORDS.findall(other.casefold())
