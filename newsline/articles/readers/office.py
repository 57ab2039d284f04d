"""Documents of word processors: DOCX by python-docx, RTF by striprtf."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from datetime import date, datetime
from typing import TYPE_CHECKING, cast

from newsline.articles.clean import tidy
from newsline.articles.datestring import parse_date
from newsline.articles.decode import decode
from newsline.articles.draft import Draft, NoArticle, unique, with_headline
from newsline.articles.exports import split_export
from newsline.articles.headline import headline, same_words
from newsline.model import DateSignal

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document

MAX_UNPACKED = 300_000_000
"""Bytes that the parts of a document may unpack to; a book with its images stays far below."""
TEMPLATE_DAY = date(2013, 12, 23)
"""The day that python-docx's template carries: a document with it was never given a date of its own."""
ENCRYPTED_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Word 97 files, and newer ones that are encrypted, are OLE compound files."""


def read_docx(data: bytes, name: str) -> list[Draft]:
    """One article, or several if the document is an export of a news database."""
    check_package(data)
    import docx
    from docx.opc.exceptions import OpcError

    try:
        document = docx.Document(io.BytesIO(data))
    except (OpcError, KeyError, ValueError, zipfile.BadZipFile, zlib.error) as error:
        raise NoArticle(f"damaged or no DOCX file: {error}") from None
    title, text = _docx_text(document)
    properties = document.core_properties
    created, modified = _moment(properties, "created"), _moment(properties, "modified")
    if created is not None and created.date() == TEMPLATE_DAY:
        created = modified = None
    return drafts_of_text(text, title or properties.title or None, created, modified)


def _docx_text(document: Document) -> tuple[str | None, str]:
    """The title (a paragraph styled as one) and the text of paragraphs and tables in their order."""
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    title, lines = None, []
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            style = (block.style.name or "") if block.style is not None else ""
            if title is None and style in ("Title", "Heading 1") and block.text.strip():
                title = " ".join(block.text.split())
            bullet = style.startswith("List") and block.text.strip()
            lines.append(f"- {block.text}" if bullet else block.text)
        elif isinstance(block, Table):
            lines.extend(" ".join(cell.text for cell in row.cells) for row in block.rows)
    return title, tidy("\n".join(lines))


def _moment(properties: object, name: str) -> datetime | None:
    """A date of the document's properties; malformed ones count as missing."""
    try:
        value = getattr(properties, name)
    except (ValueError, TypeError):
        return None
    return value if isinstance(value, datetime) else None


def check_package(data: bytes) -> None:
    """Raises `NoArticle` for documents that are no ZIP package, are encrypted, or unpack to too much."""
    if data.startswith(ENCRYPTED_OFFICE):
        raise NoArticle("an encrypted document, or one of Word 97: save it as DOCX without a password")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            size = sum(entry.file_size for entry in package.infolist())
            encrypted = any(entry.flag_bits & 1 for entry in package.infolist())
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise NoArticle(f"damaged document: {error}") from None
    if encrypted:
        raise NoArticle("an encrypted document: save it without a password")
    if size > MAX_UNPACKED:
        raise NoArticle(f"too large: unpacks to more than {MAX_UNPACKED // 1_000_000} MB")


RTF_TIME = re.compile(r"\\(creatim|revtim)\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")
RTF_TITLE = re.compile(r"\{\\title ([^{}\\]{1,300})\}")
RTF_CODE_PAGE = re.compile(rb"\\ansicpg(\d{3,5})")


def read_rtf(data: bytes, name: str) -> list[Draft]:
    """One article, or several if the document is an export of a news database."""
    from striprtf.striprtf import rtf_to_text

    code_page = RTF_CODE_PAGE.search(data[:4096])
    source = decode(data, f"cp{code_page[1].decode()}" if code_page else "cp1252")
    if not source.lstrip().startswith("{\\rtf"):
        raise NoArticle("no RTF file")
    convert = cast("Callable[..., str]", rtf_to_text)
    text = tidy(convert(source, errors="replace"))
    times = {match[1]: (int(match[2]), int(match[3]), int(match[4])) for match in RTF_TIME.finditer(source[:65_536])}
    title = RTF_TITLE.search(source[:65_536])
    return drafts_of_text(text, title[1].strip() if title else None, _day(times, "creatim"), _day(times, "revtim"))


def _day(times: dict[str, tuple[int, int, int]], name: str) -> datetime | None:
    try:
        return datetime(*times[name])
    except (KeyError, ValueError):
        return None


def drafts_of_text(
    text: str, title: str | None, created: datetime | None, modified: datetime | None = None
) -> list[Draft]:
    """The article or articles of a document's text; a title from the properties counts if the text begins with it."""
    if not text.strip():
        raise NoArticle("no article in it: the document holds no text")
    if exported := split_export(text):
        return list(exported)
    signals = []
    for value, signal in ((created, "properties"), (modified, "modified")):
        if span := parse_date(value):
            signals.append(DateSignal(signal, span, str(value.date()) if value else ""))
    lines = [line for line in text[:2000].split("\n") if line.strip()][:5]
    if title and any(same_words(line, title) for line in lines):
        title = next(" ".join(line.split()) for line in lines if same_words(line, title))
    else:
        title = headline(text)
    return [Draft(with_headline(None, text), title, signals=unique(signals))]
