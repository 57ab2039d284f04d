"""The news industry's XML: NewsML-G2 (IPTC NAR), NewsML 1 and NITF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsline.articles import language as languages
from newsline.articles.clean import element_text, html_to_text, tidy
from newsline.articles.datestring import parse_date
from newsline.articles.draft import Draft, NoArticle, Rejected, unique, with_headline
from newsline.articles.xmltree import all_text, every, first, local, parse, text_of
from newsline.model import DateSignal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

ITEMS = ("newsItem", "NewsItem", "nitf")
HEADLINES = ("hl1", "headline", "HeadLine", "title", "slugline", "SlugLine")
PUBLISHED = (
    "date.issue",
    "date.release",
    "firstCreated",
    "FirstCreated",
    "contentCreated",
    "versionCreated",
    "DateId",
    "sent",
)
MODIFIED = ("versionCreated", "ThisRevisionCreated", "contentModified")
PUBLISHERS = (
    "copyrightHolder",
    "CopyrightLine",
    "provider",
    "Provider",
    "doc.copyright",
    "distributor",
    "infoSource",
    "creator",
)
BODIES = ("body.content", "DataContent", "inlineXML", "inlineData", "body")
SILENT = frozenset({"head", "media", "figure", "byline", "body.end"})
BLOCKS = frozenset({"p", "h1", "h2", "h3", "h4", "hl2", "li", "blockquote", "block", "tr", "div", "br", "dd", "dt"})


def read_news_xml(data: bytes, name: str) -> Iterator[Draft | Rejected]:
    """An article for each news item with text; pictures and packages have none."""
    root = parse(data)
    items = [item for item in every(root, *ITEMS) if not _inside_item(item)]
    if not items:
        raise NoArticle("no article in it: no news item")
    found = 0
    for item in items:
        body = _body(item)
        if body:
            found += 1
            yield _draft(item, root, body)
    if not found:
        raise NoArticle("no article in it: no news item holds text")


def _inside_item(item: _Element) -> bool:
    return any(local(above) in ITEMS for above in item.iterancestors())


def _draft(item: _Element, root: _Element, body: str) -> Draft | Rejected:
    title = next(filter(None, (text_of(first(item, name)) for name in HEADLINES)), None)
    return Draft(with_headline(title, body), title, _publisher(item), _url(item), _language(item, root), _signals(item))


def _body(item: _Element) -> str:
    """The longest text among the places that may hold it: packages hold an abstract and a body."""
    texts = [_block_text(element) for element in every(item, *BODIES)]
    return max(texts, key=len, default="")


def _block_text(element: _Element) -> str:
    plain = all_text(element)
    if len(element):
        return element_text(element, BLOCKS, SILENT)
    return tidy(html_to_text(plain) if "<p" in plain else plain)


def _signals(item: _Element) -> tuple[DateSignal, ...]:
    found = []
    for names, signal in ((PUBLISHED, "field"), (MODIFIED, "modified")):
        for name in names:
            element = first(item, name)
            written = (element.get("norm") or text_of(element)) if element is not None else None
            if span := parse_date(written):
                found.append(DateSignal(signal, span, written or ""))
                break
    publication = first(item, "pubdata")
    if publication is not None and not found and (span := parse_date(publication.get("date.publication"))):
        found.append(DateSignal("field", span, publication.get("date.publication") or ""))
    return unique(found)


def _publisher(item: _Element) -> str | None:
    publication = first(item, "pubdata")
    if publication is not None and publication.get("name"):
        return publication.get("name")
    for name in PUBLISHERS:
        element = first(item, name)
        if element is None:
            continue
        holder = element.get("holder") or text_of(first(element, "name")) or element.get("literal") or text_of(element)
        if holder or (holder := _party(element)):
            return holder
    return None


def _party(element: _Element) -> str | None:
    party = first(element, "Party")
    return party.get("FormalName") if party is not None else None


def _url(item: _Element) -> str | None:
    for element in every(item, "link", "remoteContent", "canonicalLink"):
        address = element.get("href") or ""
        if address.startswith("http") and element.get("rel", "").rpartition(":")[2] in (
            "alternate",
            "canonical",
            "web",
            "",
        ):
            return address
    return None


def _language(item: _Element, root: _Element) -> str | None:
    element = first(item, "language", "Language")
    named = (element.get("tag") or element.get("FormalName")) if element is not None else None
    key = "{http://www.w3.org/XML/1998/namespace}lang"
    return languages.code(named) or languages.code(item.get(key)) or languages.code(root.get(key))
