"""What newsline itself has written: a chronology that lies among the articles it was made of is none of them."""

from __future__ import annotations

import re

from newsline.late import late

HEAD = 4096
"""Bytes in which all formats but Markdown show whose they are."""
STARTS = (
    b"date,earliest,latest,precision,",
    b"date\tearliest\tlatest\tprecision\t",
    b"article,published,published_from,",
    b"> NOTODAY\n",
)
IN_HEAD = late(
    rb'<meta name="generator" content="newsline">'
    rb'|"(?:@id|id|unique_id)": ?"(?:urn:newsline:)?e-[0-9a-f]{8}"'
    rb'|"published_from": ?"(?:given|metadata|filename|dateline|inferred|none)"'
    rb'|\A\{\s*"schema": ?1,\s*"(?:articles": ?\[\s*\{\s*"article"|event": ?\{)'
)
TEXT = re.compile(
    rb"\A[^\n]+\n\n[^\n ][^\n]*\n  [^\n ][^\n]*\n(?:  [^\n ][^\n]*\n){0,3}?  [^\n]*\([^\n()]*\d{4}[^\n()]*\)[:\n]"
)
"""A title, then a block for each event: its date, its line, its sources."""
MARKDOWN = late(
    rb"^#{1,6} Articles\n(?:[^\n]*\n){0,3}?- [^\n]*\*\* "
    rb"\((?:inferred, \d+ % sure|from its (?:metadata|dateline|file name)|given by the user|not known)\)"
    rb"|^#{1,6} Articles\n\n- [^\n]*: \*\*undated\*\*",
    re.M,
)
"""The list of articles that ends each of these documents, with how each was dated."""
BEGIN, END = "<!-- newsline:begin -->", "<!-- newsline:end -->"
"""The lines of a document between which `--into` puts a chronology."""


def is_own(data: bytes, suffix: str) -> bool:
    """Whether a file is a document of newsline's, by its contents."""
    head = data[:HEAD]
    if head.startswith(STARTS) or (head[:1] in (b"{", b"[", b"<") and IN_HEAD.search(head)):
        return True
    if suffix == ".txt":
        return TEXT.match(head) is not None
    if suffix not in (".md", ".markdown") or b" Articles\n" not in data or BEGIN.encode() in data:
        return False
    return MARKDOWN.search(data) is not None


def without_own(markdown: str) -> str:
    """A document without the chronology that it embeds."""
    begin, end = markdown.find(BEGIN), markdown.find(END)
    return markdown[:begin] + markdown[end + len(END) :] if 0 <= begin < end else markdown
