"""The input formats: one table, one module for each family."""

from __future__ import annotations

import importlib
from importlib.util import find_spec
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, cast

from msgspec import Struct

from newsline.articles.draft import Item, NoArticle, Reader
from newsline.articles.own import is_own
from newsline.articles.xmltree import root_name

if TYPE_CHECKING:
    from collections.abc import Iterable


class InputFormat(Struct, frozen=True):
    """One input format: how it is recognised, what reads it, what it needs beyond the core."""

    name: str
    suffixes: tuple[str, ...]
    reader: str
    """Module and function in this package, "plain:read_plain"; imported when the first file of the format comes."""
    starts: tuple[bytes, ...] = ()
    """What the content begins with, white space aside, whatever the name says."""
    roots: tuple[str, ...] = ()
    """Names of the root element, lower case, where the content is XML."""
    by_content: bool = False
    """Whether the reader of the carrying format finds it inside; such a row is there to be listed."""
    extra: str | None = None
    """The extra of the distribution that brings `needs`: pip install "newsline[extra]"."""
    needs: tuple[str, ...] = ()
    """Modules that must be importable."""

    @property
    def is_installed(self) -> bool:
        """Whether everything that it needs is there."""
        return all(find_spec(module) is not None for module in self.needs)

    def load(self) -> Reader:
        """Its reader function."""
        module, _, function = self.reader.partition(":")
        return cast("Reader", getattr(importlib.import_module(f"{__name__}.{module}"), function))


FORMATS = (
    InputFormat("plain text", (".txt", ".text", ".asc", ".log"), "plain:read_plain"),
    InputFormat("Markdown", (".md", ".markdown", ".mdown", ".mkd"), "markdown:read_markdown"),
    InputFormat(
        "HTML",
        (".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx"),
        "html:read_html",
        (b"<!doctype html",),
        roots=("html",),
    ),
    InputFormat("MHTML", (".mhtml", ".mht"), "mail:read_mhtml", (b"from: <saved by", b'from: "saved by')),
    InputFormat("web archive of Safari", (".webarchive",), "webarchive:read_webarchive"),
    InputFormat("JSON", (".json", ".jsonld", ".ninjs"), "json:read_json"),
    InputFormat("JSON Lines", (".jsonl", ".ndjson", ".jsonlines"), "json:read_json_lines"),
    InputFormat("CSV", (".csv",), "table:read_csv"),
    InputFormat("TSV", (".tsv", ".tab"), "table:read_csv"),
    InputFormat("e-mail", (".eml",), "mail:read_message", (b"return-path:", b"received:", b"delivered-to:")),
    InputFormat("mailbox", (".mbox", ".mbx"), "mail:read_mailbox"),
    InputFormat("PDF", (".pdf",), "pdf:read_pdf", (b"%pdf-",)),
    InputFormat(
        "news industry XML (NewsML-G2, NewsML, NITF)",
        (".nitf", ".newsml"),
        "newsml:read_news_xml",
        roots=("nitf", "newsitem", "newsmessage", "newsml", "packageitem", "conceptitem"),
    ),
    InputFormat(
        "exports of Nexis Uni, LexisNexis, Factiva, ProQuest",
        (".txt", ".rtf", ".docx", ".odt", ".pdf"),
        "plain:read_plain",
        by_content=True,
    ),
    InputFormat("exports of Europresse", (".html",), "html:read_html", by_content=True),
    InputFormat("gzip", (".gz", ".tgz"), "archive:read_gzip", (b"\x1f\x8b\x08",)),
    InputFormat("bzip2", (".bz2", ".tbz2", ".tbz"), "archive:read_bzip2", (b"bzh",)),
    InputFormat("xz", (".xz", ".lzma", ".txz"), "archive:read_xz", (b"\xfd7zxz\x00",)),
    InputFormat("ZIP", (".zip",), "archive:read_zip", (b"pk\x03\x04", b"pk\x05\x06")),
    InputFormat("tar", (".tar",), "archive:read_tar"),
    InputFormat("DOCX", (".docx", ".docm"), "office:read_docx", extra="office", needs=("docx",)),
    InputFormat("RTF", (".rtf",), "office:read_rtf", (b"{\\rtf",), extra="office", needs=("striprtf",)),
    InputFormat("ODT", (".odt", ".ott"), "opendocument:read_odt"),
    InputFormat("flat ODT", (".fodt",), "opendocument:read_flat_odt", roots=("document",)),
    InputFormat("EPUB", (".epub",), "opendocument:read_epub"),
    InputFormat(
        "RSS, Atom",
        (".rss", ".atom", ".rdf"),
        "feed:read_feed",
        roots=("rss", "feed", "rdf"),
        extra="feeds",
        needs=("feedparser",),
    ),
    InputFormat("WARC", (".warc", ".warc.gz"), "warc:read_warc", (b"warc/",), extra="archive", needs=("fastwarc",)),
    InputFormat("Parquet", (".parquet", ".pq"), "table:read_parquet", (b"par1",), extra="tables", needs=("pyarrow",)),
    InputFormat(
        "Arrow", (".arrow", ".feather", ".ipc"), "table:read_arrow", (b"arrow1",), extra="tables", needs=("pyarrow",)
    ),
)
"""In the order in which `newsline formats` lists them; the first row that fits a file reads it."""
NEXT_STEPS = {
    **dict.fromkeys((".doc", ".dot", ".pages", ".wpd", ".wps"), "save it as .docx"),
    **dict.fromkeys((".xls", ".xlsx", ".ods", ".numbers"), "save the sheet as .csv"),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".tif", ".tiff", ".heic", ".webp"), "run text recognition over it first"),
    **dict.fromkeys((".ppt", ".pptx", ".odp", ".key"), "save it as .pdf"),
    **dict.fromkeys((".org", ".rst", ".adoc", ".tex", ".srt", ".vtt"), "save its text as .txt or .md"),
    **dict.fromkeys((".url", ".webloc", ".desktop"), "open it in a browser and save the page"),
    **dict.fromkeys((".mp3", ".m4a", ".wav", ".mp4", ".mov"), "save a transcript of it as .txt"),
    **dict.fromkeys((".yaml", ".yml", ".toml"), "save it as .json"),
    **dict.fromkeys((".ris", ".bib", ".enw"), "it names articles; save the articles themselves"),
    ".msg": "save it as .eml",
    ".mobi": "save it as .epub",
}
"""What to do with files that hold articles in formats that nothing here reads."""
HEAD = 4096
"""Bytes looked at to recognise a format by its content."""


def recognise(name: str, data: bytes) -> InputFormat | None:
    """The format of a file: by its content where that is plain, or else by its name; None if unknown.

    A name without a suffix means plain text or JSON. A package (DOCX, ODT, EPUB) is a ZIP file whose name or first
    member tells which; those of spreadsheets and slides are none that is read.
    """
    head = data[:HEAD].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    named = _by_name(name)
    if named is not None and named.suffixes[0] == ".warc":
        return named
    told = _by_content(head, data)
    if told is not None and told.name == "ZIP":
        return None if _suffix(name) in NEXT_STEPS else _package(named, data) or told
    return told or named or (None if _suffix(name) in NEXT_STEPS else _unnamed(name, head))


def _suffix(name: str) -> str:
    return PurePosixPath(name).suffix.lower()


_STARTS = (b"<", *(start for row in FORMATS for start in row.starts))
_SUFFIXES = {suffix: row for row in reversed(FORMATS) if not row.by_content for suffix in row.suffixes}


def _by_content(head: bytes, data: bytes) -> InputFormat | None:
    if not head.startswith(_STARTS):
        return None
    root = root_name(data[:HEAD]) if head.startswith(b"<") else None
    for candidate in FORMATS:
        if (candidate.starts and head.startswith(candidate.starts)) or (root and root in candidate.roots):
            return candidate
    return None


def _by_name(name: str) -> InputFormat | None:
    lower = name.lower()
    dot = lower.find(".")
    while dot >= 0:  # the longest ending first: ".warc.gz" before ".gz"
        if lower[dot:] in _SUFFIXES:
            return _SUFFIXES[lower[dot:]]
        dot = lower.find(".", dot + 1)
    return None


def _package(named: InputFormat | None, data: bytes) -> InputFormat | None:
    """Which kind of document a ZIP file is: OpenDocument and EPUB say so in their first member."""
    kinds = ((b"word/document.xml", ".docx"), (b"application/epub+zip", ".epub"), (b"opendocument.text", ".odt"))
    if named is not None and named.suffixes[0] in (".docx", ".epub", ".odt"):
        return named
    for mark, suffix in kinds:
        if mark in data[:HEAD] or (suffix == ".docx" and mark in data[-65_536:]):
            return _by_name(suffix)
    return None


def _unnamed(name: str, head: bytes) -> InputFormat | None:
    suffix = _suffix(name)
    if suffix[1:].isalnum() and not suffix[1:].isdigit() and len(suffix) <= 6:
        return None
    return _by_name(".json" if head.startswith((b"{", b"[")) and b'"' in head else ".txt")


def items(data: bytes, name: str) -> Iterable[Item]:
    """What is in a file. Raises `NoArticle` if nothing here reads it."""
    if not data.strip(b" \t\r\n\x0b\x0c"):
        raise NoArticle("empty")
    if is_own(data, _suffix(name)):
        raise NoArticle("a document that newsline wrote, not an article")
    kind = recognise(name, data)
    if kind is None:
        root, suffix = root_name(data[:HEAD]), _suffix(name)
        what = f"XML with the root element {root}" if root else suffix
        step = NEXT_STEPS.get(suffix, "'newsline formats' lists the supported ones")
        raise NoArticle(f"unsupported format ({what}); {step}")
    if not kind.is_installed:
        raise NoArticle(f'{kind.name} needs an extra: pip install "newsline[{kind.extra}]"')
    return kind.load()(data, name)
