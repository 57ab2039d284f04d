"""Plain text: the file is the article."""

from __future__ import annotations

from newsline.articles.decode import decode
from newsline.articles.draft import Draft
from newsline.articles.exports import split_export
from newsline.articles.fields import described
from newsline.articles.header import header
from newsline.articles.headline import headline


def read_plain(data: bytes, name: str) -> list[Draft]:
    """One article; its text is the decoded file itself, so that offsets count the file's characters.

    An export of a news database gives each of its articles.
    """
    text = decode(data)
    if exported := split_export(text.replace("\r\n", "\n") if "\r" in text else text):
        return exported
    lines = header(text)
    if not lines:
        return [Draft(text, title=headline(text))]
    fields = {line.key: text[line.start : line.end] for line in lines}
    return [described(fields, text, signal="field")]
