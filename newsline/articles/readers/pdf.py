"""PDF by pypdfium2: lines with their places become columns, columns become paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from newsline.articles.datestring import parse_date
from newsline.articles.draft import Draft, NoArticle, unique, with_headline
from newsline.articles.exports import split_export
from newsline.articles.headline import headline, same_words
from newsline.articles.kinds import is_stamp
from newsline.articles.layout import SOFT_HYPHEN, Line, reading_order, to_paragraphs
from newsline.model import DateSignal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pypdfium2 import PdfDocument, PdfTextPage

SPACE, NEW_LINE = 0x20, 0x0A
LINE_ENDS = frozenset({0x0A, 0x0D})
HYPHENS = frozenset({0x02, 0xFFFE})
"""What PDFium puts where a hyphen breaks a word at the end of a line."""
COLUMN_SPACE = 1.5
"""A space wider than this multiple of the line's height parts two columns."""
MAX_PAGES = 3_000
HEAD_LINES = 5
"""Paragraphs below the headline among which an article says when it appeared: byline, standfirst, captions."""
MARGIN = 0.12
"""Share of a page's height at its top and its foot in which running heads and page numbers stand."""
REPEATED = 0.5
"""Share of the pages on which a line of the margin must stand, figures aside, to be a running head; at least two."""
PAGE_NUMBER = re.compile(
    r"[-–— ]*(?:(?:page|seite|p\.|стр\.|página)\s*)?\d{1,4}(?:\s*(?:/|of|von|sur|de|из)\s*\d{1,4})?[-–— ]*$", re.I
)
PRINTED = re.compile(
    r"(?:https?|file)://\S+(?:\s+\d+/\d+)?$|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}, \d{1,2}:\d{2}(?: [AP]M)?\b.*$"
)
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
        metadata = _metadata(document)
    finally:
        document.close()
    if not any(pages):
        raise NoArticle("a scanned PDF without text: run text recognition over it first (for example ocrmypdf)")
    text = to_paragraphs(reading_order(page) for page in _without_running_heads(pages))
    if exported := split_export(text):
        return exported
    return [_draft(_with_day(text, pages), metadata, _printed_address(pages))]


def _page_lines(document: PdfDocument, index: int) -> list[Line]:
    """The lines of a page in the order of its content, with their places as shares of its size; none if damaged."""
    from pypdfium2 import PdfiumError

    try:
        page = document[index]
        textpage = page.get_textpage()
    except PdfiumError:
        return []
    width, height = page.get_size()
    try:
        found = [
            Line(left / width, right / width, 1 - top / height, 1 - bottom / height, text)
            for text, (left, bottom, right, top) in _pieces(textpage)
            if width and height
        ]
    finally:
        textpage.close()
        page.close()
    return found


def _metadata(document: PdfDocument) -> dict[str, str]:
    try:
        return dict(document.get_metadata_dict(skip_empty=True))
    except UnicodeDecodeError:
        return {}


def _pieces(textpage: PdfTextPage) -> Iterator[tuple[str, tuple[float, float, float, float]]]:
    """Runs of characters without a line break or a column's space between them, with the box around each, in points."""
    from pypdfium2.raw import FPDFText_GetUnicode

    codes = [FPDFText_GetUnicode(textpage.raw, index) for index in range(textpage.count_chars())]
    start = 0
    for index, code in enumerate([*codes, NEW_LINE]):
        hyphen = code in HYPHENS
        if not (hyphen or code in LINE_ENDS or (code == SPACE and _is_wide(textpage, codes, index))):
            continue
        places = [place for place in range(start, index) if codes[place] > SPACE]
        text = " ".join("".join(map(_character, codes[start:index])).split())
        start = index + 1
        if text and places:
            first, last = textpage.get_charbox(places[0], loose=True), textpage.get_charbox(places[-1], loose=True)
            box = (first[0], min(first[1], last[1]), last[2], max(first[3], last[3]))
            yield text + (SOFT_HYPHEN if hyphen else ""), box


def _character(code: int) -> str:
    """A character, a space for what UTF-8 cannot write or no reader wants to see."""
    return chr(code) if SPACE <= code < 0xD800 or 0xE000 <= code < 0x110000 else " "


def _is_wide(textpage: PdfTextPage, codes: list[int], index: int) -> bool:
    """Whether the space at a place is wider than words need: the space between two columns or cells."""
    if not 0 < index < len(codes) - 1 or codes[index - 1] <= SPACE or codes[index + 1] <= SPACE:
        return False
    before, after = textpage.get_charbox(index - 1, loose=True), textpage.get_charbox(index + 1, loose=True)
    return bool(after[0] - before[2] > COLUMN_SPACE * (before[3] - before[1]))


def _without_running_heads(pages: list[list[Line]]) -> Iterable[list[Line]]:
    """Pages without their numbers and the lines that stand on the margin of most of them."""
    counts = Counter(key for page in pages for key in {_key(line) for line in page if _on_margin(line)})
    needed = max(2, REPEATED * len(pages))
    for page in pages:
        printed = [line for line in page if _on_margin(line) and PRINTED.match(line.text)]
        yield [
            line
            for line in page
            if not (_on_margin(line) and (counts[_key(line)] >= needed or _is_furniture(line, printed)))
        ]


def _is_furniture(line: Line, printed: list[Line]) -> bool:
    """Whether a line of the margin is a page number, or what a browser printed there, or beside such a line."""
    if PAGE_NUMBER.match(line.text):
        return True
    return any(min(line.bottom, other.bottom) > max(line.top, other.top) for other in printed)


def _on_margin(line: Line) -> bool:
    return line.bottom < MARGIN or line.top > 1 - MARGIN


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text.casefold())


def _printed_address(pages: list[list[Line]]) -> str | None:
    """The address that a browser printed at the foot of the page."""
    lines = (line.text.split()[0] for page in pages for line in page if _on_margin(line) and PRINTED.match(line.text))
    return next((word for word in lines if word.startswith(("http://", "https://")) and "…" not in word), None)


def _with_day(text: str, pages: list[list[Line]]) -> str:
    """The text with the day of its running heads below the first line, where the text itself has no such line."""
    first, *others = text.split("\n\n")
    if any(map(is_stamp, (first, *others[:HEAD_LINES]))):
        return text
    heads = (line.text for page in pages for line in page if _on_margin(line) and not PRINTED.match(line.text))
    day = next(filter(is_stamp, heads), None)
    return "\n\n".join([first, day, *others]) if day else text


def _draft(text: str, metadata: dict[str, str], url: str | None) -> Draft:
    signals = []
    for key, signal in (("CreationDate", "properties"), ("ModDate", "modified")):
        if span := parse_date(metadata.get(key)):
            signals.append(DateSignal(signal, span, metadata[key]))
    title = " ".join(metadata.get("Title", "").split())
    lines = [line for line in text[:2000].split("\n") if line.strip()][:6]
    shown = next((line for line in lines if same_words(line, title)), None)
    if JUNK_TITLE.match(title) or shown is None:
        title = headline(text) or ""
    return Draft(with_headline(None, text), title or None, url=url, signals=unique(signals))
