"""ODT and EPUB: ZIP packages of XML, read with small readers of our own."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import unquote

from newsline.articles.clean import tidy
from newsline.articles.datestring import parse_date
from newsline.articles.draft import Draft, NoArticle, Rejected
from newsline.articles.headline import headline
from newsline.articles.readers.html import article_of_page
from newsline.articles.readers.office import check_package, drafts_of_text
from newsline.articles.xmltree import every, first, local, parse, text_of
from newsline.model import DateSignal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

SKIPPED = frozenset({"note", "annotation", "tracked-changes", "sequence-decls", "forms", "index-body"})
MIN_CHAPTER = 200
"""Characters below which a part of a book is a cover, a title page or a table of contents."""


def read_odt(data: bytes, name: str) -> list[Draft]:
    """One article, or several if the document is an export of a news database."""
    check_package(data)
    with _package(data) as package:
        content = parse(_part(package, "content.xml"))
        meta = parse(_part(package, "meta.xml")) if "meta.xml" in package.namelist() else None
    return _odt(content, meta)


def read_flat_odt(data: bytes, name: str) -> list[Draft]:
    """The same as one XML file (.fodt)."""
    root = parse(data)
    return _odt(root, root)


def _odt(content: _Element, meta: _Element | None) -> list[Draft]:
    body = first(content, "text")
    if body is None:
        raise NoArticle("no article in it: no text document")
    lines: list[str] = []
    stack = list(reversed(body))
    while stack:
        element = stack.pop()
        kind = local(element)
        if kind in ("p", "h"):
            in_list = any(local(above) == "list-item" for above in element.iterancestors())
            lines.append(("- " if in_list and kind == "p" else "") + _run(element))
        elif kind and kind not in SKIPPED:
            stack.extend(reversed(element))
    title = text_of(first(meta, "title")) if meta is not None else None
    created = _moment(meta, "creation-date") or _moment(meta, "date")
    return drafts_of_text(tidy("\n".join(lines)), title, created, _moment(meta, "date"))


def _run(element: _Element) -> str:
    """The text of a paragraph: spaces and line breaks are elements in OpenDocument, notes stand inside."""
    parts = [element.text or ""]
    for child in element:
        kind = local(child)
        if kind in ("s", "tab"):
            parts.append(" ")
        elif kind == "line-break":
            parts.append("\n")
        elif kind and kind not in SKIPPED:
            parts.append(_run(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _moment(meta: _Element | None, name: str) -> datetime | None:
    value = text_of(first(meta, name)) if meta is not None else None
    try:
        return datetime.fromisoformat(value[:19]) if value else None
    except ValueError:
        return None


def read_epub(data: bytes, name: str) -> Iterator[Draft | Rejected]:
    """An article for each chapter with running text, in reading order; title and date of the book go with them."""
    check_package(data)
    with _package(data) as package:
        container = parse(_part(package, "META-INF/container.xml"))
        rootfile = first(container, "rootfile")
        where = (rootfile.get("full-path") if rootfile is not None else None) or ""
        book = parse(_part(package, where))
        publisher, title = text_of(first(book, "publisher")), text_of(first(book, "title"))
        written = text_of(first(book, "date"))
        span = parse_date(written)
        signals = (DateSignal("properties", span, written or ""),) if span else ()
        chapters = list(_chapters(package, book, posixpath.dirname(where)))
    found = False
    for page in chapters:
        try:
            draft = article_of_page(page)
        except NoArticle:
            continue
        if len(draft.text) >= MIN_CHAPTER or (len(chapters) == 1 and draft.text):
            found = True
            outlet = publisher or (title if len(chapters) > 1 else None)
            yield Draft(
                draft.text,
                draft.title or headline(draft.text),
                outlet,
                draft.url,
                draft.language,
                draft.signals or signals,
            )
    if not found:
        raise NoArticle("no article in it: no chapter holds running text")


def _chapters(package: zipfile.ZipFile, book: _Element, folder: str) -> Iterator[str]:
    paths = {item.get("id"): item.get("href") or "" for item in every(book, "item")}
    names = set(package.namelist())
    for reference in every(book, "itemref"):
        path = posixpath.normpath(posixpath.join(folder, unquote(paths.get(reference.get("idref"), ""))))
        if path in names and re.search(r"\.x?html?$", path):
            yield _part(package, path).decode("utf-8", "replace")


def _package(data: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(data))


def _part(package: zipfile.ZipFile, name: str) -> bytes:
    try:
        return package.read(name)
    except (KeyError, zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError) as error:
        raise NoArticle(f"damaged document: {error}") from None
