"""Saved web pages: the article by trafilatura, everything that the page says of its date by us."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsline.articles.clean import element_text, html_to_text, tidy
from newsline.articles.decode import decode
from newsline.articles.draft import Draft, NoArticle, with_headline
from newsline.articles.exports import europresse, split_export
from newsline.articles.page import PageFacts, facts

if TYPE_CHECKING:
    from lxml.html import HtmlElement

CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.I)
DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
EUROPRESSE = "DocPublicationName"
FACTIVA = re.compile(r"class=[\"'][^\"']*\b(?:en|de|fr|es|it|ru|ja)?Article\b")
HEAD = 4096
"""Bytes in which HTML requires the encoding to be declared (1,024), with room for pages that do not care."""
MIN_TEXT = 200
"""Characters below which an extraction counts as failed and the paragraphs of the page are taken instead."""
MIN_ARTICLE = 80
SENTENCE = re.compile(r"\w{2}[.!?…。।]")
"""A page whose text is shorter and holds no sentence is navigation, an image or a login form."""
PARAGRAPHS = ".//p | .//h2 | .//h3 | .//li | .//blockquote"


def read_html(data: bytes, name: str) -> list[Draft]:
    """One article, or those of a database's export. Raises `NoArticle` for pages without running text."""
    declared = CHARSET.search(data[:HEAD])
    markup = decode(data, declared[1].decode("ascii") if declared else None)
    if EUROPRESSE in markup and (exported := list(europresse(markup))):
        return exported
    if FACTIVA.search(markup) and (exported := split_export(html_to_text(markup))):
        return exported
    return [article_of_page(markup)]


def article_of_page(markup: str) -> Draft:
    """The article of a page and what the page says about it."""
    root = _parse(markup)
    found = facts(root)
    body = _body(root, found)
    if len(body) < MIN_ARTICLE and not SENTENCE.search(body):
        raise NoArticle("no article in it: the page has no running text")
    return Draft(
        with_headline(found.title, body), found.title, found.publisher, found.url, found.language, found.signals
    )


def _parse(markup: str) -> HtmlElement:
    from lxml import etree
    from lxml import html as lxml_html

    parser = lxml_html.HTMLParser(recover=True, no_network=True, encoding="utf-8", remove_comments=True)
    try:
        root = lxml_html.document_fromstring(DECLARATION.sub("", markup).encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise NoArticle("no article in it: the page is empty or no HTML") from None
    return root


def _body(root: HtmlElement, found: PageFacts) -> str:
    extracted = _extract(root)
    if len(extracted) < MIN_TEXT:
        extracted = max(extracted, _paragraphs(root), key=len)
    if found.body and len(found.body) > 1.5 * len(extracted):
        return found.body
    return extracted


def _extract(root: HtmlElement) -> str:
    import copy
    import logging

    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # else its warnings go to stderr

    document = bare_extraction(
        copy.deepcopy(root), fast=True, include_comments=False, include_tables=False, with_metadata=False
    )
    text = getattr(document, "text", None) if document is not None else None
    return tidy(text) if text else ""


def _paragraphs(root: HtmlElement) -> str:
    """The paragraphs of the page's article, or of the whole page, outside its navigation."""
    for path in (".//article", ".//main", "."):
        blocks = [
            element_text(block)
            for region in root.xpath(path)
            for block in region.xpath(PARAGRAPHS)
            if not block.xpath("ancestor::nav | ancestor::footer | ancestor::aside | ancestor::form | ancestor::header")
        ]
        text = "\n\n".join(block for block in blocks if block)
        if len(text) > 80:
            return text
    return ""
