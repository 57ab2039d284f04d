"""PDF by pypdfium2: lines with their places become columns, columns become paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from newsline.articles.datestring import parse_date
from newsline.articles.draft import Draft, NoArticle, unique, with_headline
from newsline.articles.exports import split_export
from newsline.articles.headline import headline, same_words
from newsline.articles.layout import Line, reading_order, to_paragraphs
from newsline.model import DateSignal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pypdfium2 import PdfDocument

MAX_PAGES = 3_000
MARGIN = 0.12
"""Share of a page's height at its top and its foot in which running heads and page numbers stand."""
REPEATED = 0.5
"""Share of the pages on which a line of the margin must stand, figures aside, to be a running head; at least two."""
PAGE_NUMBER = re.compile(
    r"[-–— ]*(?:(?:page|seite|p\.|стр\.|página)\s*)?\d{1,4}(?:\s*(?:/|of|von|sur|de|из)\s*\d{1,4})?[-–— ]*$", re.I
)
PRINTED = re.compile(r"https?://\S+(?:\s+\d+/\d+)?$|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}, \d{1,2}:\d{2}(?: [AP]M)?\b.*$")
"""What browsers print at the head and the foot of each page."""
JUNK_TITLE = re.compile(r"^(?:microsoft word|untitled|document\d*|.*\.(?:docx?|indd|pdf|qxd|html?))\b|^.{0,3}$", re.I)


def read_pdf(data: bytes, name: str) -> list[Draft]:
    """One article, or several if the file is an export of a news database."""
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise NoArticle("an encrypted PDF: save it without its password first") from None
        raise NoArticle(f"damaged or no PDF file: {error}") from None
    try:
        pages = [_page_lines(document, index) for index in range(min(len(document), MAX_PAGES))]
        metadata = document.get_metadata_dict(skip_empty=True)
    finally:
        document.close()
    if not any(pages):
        raise NoArticle("a scanned PDF without text: run text recognition over it first (for example ocrmypdf)")
    text = to_paragraphs(reading_order(page) for page in _without_running_heads(pages))
    if exported := split_export(text):
        return exported
    return [_draft(text, metadata)]


def _page_lines(document: PdfDocument, index: int) -> list[Line]:
    """The lines of a page, from the top, with their places as shares of the page's height and width."""
    page = document[index]
    textpage = page.get_textpage()
    width, height = page.get_size()
    found = []
    try:
        for number in range(textpage.count_rects()):
            left, bottom, right, top = textpage.get_rect(number)
            text = textpage.get_text_bounded(left, bottom, right, top).replace("\x00", "")
            text = " ".join(text.replace("\ufffe", "\xad").replace("\x02", "\xad").split())
            if text and height and width:
                found.append(Line(left / width, right / width, 1 - top / height, 1 - bottom / height, text))
    finally:
        textpage.close()
        page.close()
    return found


def _without_running_heads(pages: list[list[Line]]) -> Iterable[list[Line]]:
    """Pages without their numbers and the lines that stand on the margin of most of them."""
    counts = Counter(key for page in pages for key in {_key(line) for line in page if _on_margin(line)})
    needed = max(2, REPEATED * len(pages))
    for page in pages:
        yield [
            line
            for line in page
            if not (
                _on_margin(line)
                and (counts[_key(line)] >= needed or PAGE_NUMBER.match(line.text) or PRINTED.match(line.text))
            )
        ]


def _on_margin(line: Line) -> bool:
    return line.bottom < MARGIN or line.top > 1 - MARGIN


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text.casefold())


def _draft(text: str, metadata: dict[str, str]) -> Draft:
    signals = []
    for key, signal in (("CreationDate", "properties"), ("ModDate", "modified")):
        if span := parse_date(metadata.get(key)):
            signals.append(DateSignal(signal, span, metadata[key]))
    title = " ".join(metadata.get("Title", "").split())
    lines = [line for line in text[:2000].split("\n") if line.strip()][:6]
    shown = next((line for line in lines if same_words(line, title)), None)
    if JUNK_TITLE.match(title) or shown is None:
        title = headline(text) or ""
    return Draft(with_headline(None, text), title or None, signals=unique(signals))
