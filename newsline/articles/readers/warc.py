"""Web archives: WARC and WARC.GZ as crawlers write them (CC-NEWS, Heritrix, wget), by FastWARC."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from newsline.articles.decode import decode
from newsline.articles.draft import Draft, NoArticle, Rejected
from newsline.articles.headline import headline
from newsline.articles.readers.html import read_html

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_RECORD = 20_000_000
"""Bytes of a page; a larger one is no article."""


def read_warc(data: bytes, name: str) -> Iterator[Draft | Rejected]:
    """An article for each archived page; images, scripts and redirects are passed over in silence.

    The time of the crawl is no signal: it says when a page was saved, years after its publication at times.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    pages = 0
    try:
        for record in ArchiveIterator(io.BytesIO(data), record_types=wanted, max_content_length=MAX_RECORD):
            headers = record.http_headers
            if headers is not None and headers.status_code not in (None, 200):
                continue
            kind = str(record.http_content_type or record.headers.get("Content-Type") or "")
            kind = kind.partition(";")[0].strip().lower()
            if kind in ("text/html", "application/xhtml+xml", "text/plain"):
                pages += 1
                yield from _drafts(record.reader.read(MAX_RECORD), kind, record.headers.get("WARC-Target-URI"))
    except (ValueError, OSError, EOFError) as error:
        raise NoArticle(f"damaged or cut off: {error}") from None
    if not pages:
        raise NoArticle("no article in it: no page in the archive")


def _drafts(content: bytes, kind: str, address: str | None) -> list[Draft | Rejected]:
    try:
        if kind == "text/plain":
            text = decode(content)
            return [Draft(text, headline(text), None, address)]
        return [*read_html(content, "", address)]
    except NoArticle as problem:
        return [Rejected(str(problem))]
