"""The lines "Title: ...", "Date: ...", "Source: ..." that scrapers and clipping programs put above a plain text."""

from __future__ import annotations

import re

from msgspec import Struct

LINE = re.compile(r"[ \t]*([A-Za-z][A-Za-z _-]{1,20}?)[ \t]*:[ \t]+(\S[^\r\n]{0,400}?)[ \t]*(?=[\r\n]|$)")
KEYS = frozenset(
    {
        "title",
        "headline",
        "date",
        "published",
        "publication date",
        "pub date",
        "pubdate",
        "published at",
        "published on",
    }
    | {"source", "publisher", "publication", "outlet", "newspaper", "url", "link", "author", "authors", "byline", "by"}
    | {"language", "lang", "section", "category", "updated", "last updated", "modified", "id", "keywords", "tags"}
)
TELLING = frozenset(
    {"title", "headline", "date", "published", "publication date", "source", "publisher", "url", "link"}
)
"""One of these must be among them: "By: ..." and "Section: ..." alone may begin a story."""
MIN_LINES = 2
"""One such line may be prose; two in a row are a header."""
LIMIT = 4_000
"""Characters in which a header must end."""


class HeaderLine(Struct, frozen=True):
    """One line: its key in lower case, and where the value stands."""

    key: str
    start: int
    end: int


def header(text: str) -> list[HeaderLine]:
    """The header lines that a text begins with, [] if it has none."""
    found: list[HeaderLine] = []
    position = 0
    while match := LINE.match(text, position, LIMIT):
        key = match[1].lower().replace("_", " ").replace("-", " ")
        if key not in KEYS:
            break
        found.append(HeaderLine(key, match.start(2), match.end(2)))
        position = match.end()
        while position < len(text) and text[position] in "\r\n":
            position += 1
    telling = any(line.key in TELLING for line in found)
    return found if len(found) >= MIN_LINES and telling else []
