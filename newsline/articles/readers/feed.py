"""RSS and Atom files, by feedparser. Nothing is fetched: what the feed does not hold is not read."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from newsline.articles import language as languages
from newsline.articles.clean import html_to_text
from newsline.articles.datestring import parse_date
from newsline.articles.draft import Draft, NoArticle, Rejected, unique, with_headline
from newsline.articles.xmltree import ENTITY_DECLARATION
from newsline.model import DateSignal

if TYPE_CHECKING:
    from collections.abc import Iterator


def read_feed(data: bytes, name: str) -> Iterator[Draft | Rejected]:
    """An article for each entry; an entry may be no more than its headline and a summary."""
    import feedparser

    if ENTITY_DECLARATION.search(data):
        raise NoArticle("XML that declares entities of its own is not read, for safety")
    feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries:
        raise NoArticle("no article in it: the feed has no entries")
    publisher = _line(feed.feed.get("title"))
    language = languages.code(feed.feed.get("language"))
    for entry in feed.entries:
        yield _draft(entry, publisher, language)


def _draft(entry: Any, publisher: str | None, language: str | None) -> Draft | Rejected:
    title = _line(entry.get("title"))
    texts = [part.get("value", "") for part in entry.get("content", ())] + [entry.get("summary", "")]
    body = max((html_to_text(text) for text in texts), key=len)
    text = with_headline(title, body)
    if not text.strip():
        return Rejected("no text in it")
    signals = []
    for keys, signal in ((("published", "created", "issued"), "field"), (("updated",), "modified")):
        written = next((entry[key] for key in keys if key in entry), None)
        if span := parse_date(written, language or "en"):
            signals.append(DateSignal(signal, span, str(written)))
    source = _line(entry["source"].get("title")) if "source" in entry else None
    link = entry.get("link")
    url = link if isinstance(link, str) and link.startswith("http") else None
    return Draft(text, title, source or publisher, url, language, unique(signals))


def _line(value: object) -> str | None:
    return " ".join(html_to_text(value).split()) or None if isinstance(value, str) else None
