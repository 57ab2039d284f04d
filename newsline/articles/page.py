"""What a web page says about its article outside the running text: JSON-LD, meta elements, <time>, addresses."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from newsline.articles import language as languages
from newsline.articles.clean import element_text, html_to_text, looks_like_html
from newsline.articles.datestring import parse_date
from newsline.articles.draft import unique
from newsline.articles.headline import same_words
from newsline.articles.pagetime import is_beside, shown_dates
from newsline.articles.pathdates import url_signal
from newsline.model import DateSignal

if TYPE_CHECKING:
    from lxml.html import HtmlElement

META_DATES = (
    "article:published_time", "og:published_time", "og:article:published_time", "article:published",
    "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.issued", "dcterms.created",
    "dc.date.created", "pubdate", "publishdate", "publish_date", "publish-date", "publication_date",
    "publication-date", "parsely-pub-date", "sailthru.date", "article.published", "article:post_date",
    "published-date", "published_time", "citation_date", "citation_publication_date",
    "cxenseparse:recs:publishtime", "bt:pubdate", "displaydate", "originalpublicationdate",
    "rnews:datepublished", "article_date_original", "ptime", "timestamp", "datecreated", "dateissued",
    "release_date", "prism.publicationdate", "eomportal-firstpublished", "nrm-published", "last-published",
)  # fmt: skip
"""Names of meta elements for the day of publication, best first."""
META_MODIFIED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "lastmod",
    "last-modified",
    "dcterms.modified",
)
META_TITLES = ("og:title", "twitter:title", "parsely-title", "dc.title", "sailthru.title", "headline", "title")
META_PUBLISHERS = (
    "og:site_name", "application-name", "publisher", "dc.publisher", "citation_journal_title",
    "twitter:app:name:iphone",
)  # fmt: skip
ARTICLE_TYPES = re.compile(
    r"(?:News|Blog|Report|Opinion|Analysis|Review|Background|Social|Live|Tech)?\w*(?:Article|Posting|BlogPost)\b|^Report$"
)
TRAILING_COMMA = re.compile(r",\s*(?=[}\]])")
"""No JSON, but what templates of pages write behind the last of a list."""
SEPARATOR = r"\s+(?:[|–—»·•]|--?|::)\s+"
SITE_SUFFIX = re.compile(rf"{SEPARATOR}[^|–—»·•]{{1,40}}$")


BEFORE = re.compile(rf"([^|–—»·•:]{{1,40}})(?:{SEPARATOR}|: )")
"""The outlet before the headline."""
TITLE_WORDS = 3
"""Words of a headline; the name of an outlet or a section has fewer, or stands alone, too."""


class PageFacts(Struct, frozen=True):
    """What a page says of its article. `body` is the text that JSON-LD gives in full, as some pages do."""

    title: str | None
    publisher: str | None
    url: str | None
    language: str | None
    signals: tuple[DateSignal, ...]
    body: str | None


def facts(root: HtmlElement) -> PageFacts:
    """Title, publisher, address, language and date signals of a parsed page."""
    meta = _meta(root)
    linked = list(_linked_data(root))
    main = next((item for item in linked if _is_article(item)), {})
    url = _url(root, meta, main)
    declared = languages.code(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang"))
    declared = declared or languages.code(_text(main.get("inLanguage"))) or languages.code(meta.get("og:locale"))
    publisher = _publisher(main, linked) or next((meta[name] for name in META_PUBLISHERS if name in meta), None)
    signals = [*_linked_dates(linked, main, declared), *_meta_dates(meta, declared), *shown_dates(root, declared)]
    if signal := url_signal(url):
        signals.append(signal)
    body = _text(main.get("articleBody"))
    title = _title(root, meta, main, publisher)
    return PageFacts(
        title,
        publisher or _named_beside(root, meta, title),
        url,
        declared,
        unique(signals),
        html_to_text(body) if body and looks_like_html(body) else body,
    )


def _meta(root: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _linked_data(root: HtmlElement) -> Iterator[Mapping[str, Any]]:
    """All objects of the page's JSON-LD, outer ones first; scripts that are no JSON are passed over."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        source = re.sub(r"\A\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*\Z", "", script.text or "")
        try:
            document = json.loads(TRAILING_COMMA.sub("", source.strip().rstrip(";")), strict=False)
        except (ValueError, RecursionError):
            continue
        queue = [document]
        while queue:
            item = queue.pop(0)
            if isinstance(item, Mapping):
                yield item
                queue.extend(
                    item[key] for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart") if key in item
                )
            elif isinstance(item, list):
                queue.extend(item)


def _is_article(item: Mapping[str, Any]) -> bool:
    kinds = item.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and ARTICLE_TYPES.search(kind) for kind in kinds)


def _linked_dates(
    linked: list[Mapping[str, Any]], main: Mapping[str, Any], language: str | None
) -> Iterator[DateSignal]:
    """Of the article itself; of the page only where no article is described."""
    pages = [item for item in linked if item.get("@type") in ("WebPage", "NewsPage", "ItemPage")]
    item = main or next(iter(pages), {})
    for keys, signal in ((("datePublished", "dateCreated"), "json-ld"), (("dateModified",), "modified")):
        for key in keys:
            value = _text(item.get(key))
            if span := parse_date(value, language or "en"):
                yield DateSignal(signal, span, value or "")
                break


def _meta_dates(meta: Mapping[str, str], language: str | None) -> Iterator[DateSignal]:
    for names, signal in ((META_DATES, "meta"), (META_MODIFIED, "modified")):
        for name in names:
            if span := parse_date(meta.get(name), language or "en"):
                yield DateSignal(signal, span, meta[name])
                break


def _publisher(main: Mapping[str, Any], linked: list[Mapping[str, Any]]) -> str | None:
    """The article's publisher, who may be described elsewhere on the page and only be pointed at by an "@id"."""
    value = main.get("publisher")
    value = value[0] if isinstance(value, list) and value else value
    if isinstance(value, Mapping) and "name" not in value and "@id" in value:
        value = next((one for one in linked if one.get("@id") == value["@id"] and "name" in one), None)
    name = _text(value)
    return None if name is None or name.startswith(("http://", "https://")) else name


def _named_beside(root: HtmlElement, meta: Mapping[str, str], title: str | None) -> str | None:
    """The outlet beside the headline in the <title>: "Bridge falls | World | The Harbour", "Harbour: Bridge falls".

    Only where the headline stands elsewhere, too: else what is behind the bar may be a part of it.
    """
    whole = _whole_title(root)
    if title is None or not whole or whole == title:
        return None
    headlines = [*(meta.get(name, "") for name in META_TITLES), *_shown(root)]
    if not any(same_words(title, one) for one in headlines):
        return None
    if whole.startswith(title):
        behind = re.split(SEPARATOR, whole[len(title) :])
        return behind[-1].strip() or None if len(behind) > 1 and not behind[0] else None
    before = BEFORE.fullmatch(whole[: -len(title)]) if whole.endswith(title) else None
    return before[1].strip() if before else None


def _whole_title(root: HtmlElement) -> str:
    return next((" ".join(element.text_content().split()) for element in root.iter("title")), "")


def _shown(root: HtmlElement) -> list[str]:
    """The lines of the page, those of a list without their marks."""
    return [line.removeprefix("- ") for line in element_text(root).split("\n\n")]


def _shown_title(root: HtmlElement) -> str | None:
    """The part of the page's <title> that stands on a line of its own on the page, behind the outlet's name."""
    whole = _whole_title(root)
    parts = re.split(SEPARATOR, whole)[1:]
    parts += [whole.partition(": ")[2]] if ": " in whole else []
    long = [part for part in parts if len(part.split()) >= TITLE_WORDS]
    return next((part for part in long if any(same_words(part, line) for line in _shown(root))), None) if long else None


def _url(root: HtmlElement, meta: Mapping[str, str], main: Mapping[str, Any]) -> str | None:
    links: list[str | None] = [
        link.get("href") for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"
    ]
    candidates = [*links, meta.get("og:url"), _text(main.get("url")), _text(main.get("mainEntityOfPage"))]
    trimmed = [candidate.strip() for candidate in candidates if candidate]
    return next((candidate for candidate in trimmed if re.match(r"https?://\S+$", candidate)), None)


def _title(root: HtmlElement, meta: Mapping[str, str], main: Mapping[str, Any], publisher: str | None) -> str | None:
    candidates = [_text(main.get("headline"))]
    candidates += [meta[name] for name in META_TITLES if name in meta]
    outlets = {publisher, *(meta.get(name) for name in META_PUBLISHERS), *re.split(SEPARATOR, _whole_title(root))[1:]}
    headings = [" ".join(element.text_content().split()) for element in root.iter("h1") if not is_beside(element)]
    headings = [heading for heading in headings if heading not in outlets]
    candidates += headings[:1] if len(headings) == 1 else [_shown_title(root)]
    candidates += [element.text_content() for element in root.iter("title")][:1] + headings[:1]
    candidates += [element.text_content() for element in root.iter("h2") if not is_beside(element)][:1]
    for candidate in candidates:
        title = " ".join((html_to_text(candidate) if candidate else "").split())
        if publisher and title.casefold().endswith(publisher.casefold()):
            title = title[: -len(publisher)].rstrip(" |–—-·:»•")
        if publisher and (before := BEFORE.match(title)) and before[1].casefold() == publisher.casefold():
            title = title[before.end() :]
        title = SITE_SUFFIX.sub("", title) if candidate not in candidates[:1] + headings else title
        if title:
            return title
    return None


def _text(value: object) -> str | None:
    """A string out of a JSON-LD value: a string, an object with a name or an address, or a list of these."""
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, Mapping):
        return _text(value.get("name") or value.get("@value") or value.get("@id") or value.get("url"))
    if isinstance(value, list) and value:
        return _text(value[0])
    return None
