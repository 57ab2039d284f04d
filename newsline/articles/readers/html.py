"""Saved web pages: the article by trafilatura, everything that the page says of its date by us."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsline.articles.body import body_of, lines_above, strip_marks, strip_walls
from newsline.articles.clean import html_to_text
from newsline.articles.decode import decode
from newsline.articles.draft import Draft, NoArticle, with_headline
from newsline.articles.exports import europresse, split_export
from newsline.articles.kinds import is_stamp
from newsline.articles.page import facts

if TYPE_CHECKING:
    from lxml.html import HtmlElement

CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.I)
DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
EUROPRESSE = "DocPublicationName"
FACTIVA = re.compile(r"class=[\"'][^\"']*\b(?:en|de|fr|es|it|ru|ja)?Article\b")
HEAD = 4096
"""Bytes in which HTML requires the encoding to be declared (1,024), with room for pages that do not care."""
SAVED_FROM = re.compile(r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://[^\s>]+)")
"""Where a page was saved, as browsers (and the extension SingleFile) write it at the top."""
MIN_ARTICLE = 80
SENTENCE = re.compile(r"\w{2}[.!?…。।]")
"""A page whose text is shorter and holds no sentence is navigation, an image or a login form."""
WALL = re.compile(
    r"(?:enable|activate|turn on|requires?) (?:cookies and )?JavaScript|JavaScript (?:and cookies )?(?:is|are|must be) "
    r"(?:disabled|required|enabled)|checking your browser|(?:verify|confirm)(?:ing)? (?:that )?you are (?:a )?human|"
    r"you are (?:not )?a robot",
    re.I,
)
SHOWN = frozenset({"json-ld", "meta", "time"})
"""Signals of the day of publication that make a line of the text needless."""
HEAD_LINES = 6
"""Paragraphs below the headline among which such a line stands: byline, standfirst, captions."""
WALL_LIMIT = 600
"""Characters: a longer text that speaks of JavaScript is an article about it."""


def read_html(data: bytes, name: str, address: str | None = None) -> list[Draft]:
    """One article, or those of a database's export; `address` is where the page came from if that is known.

    Raises `NoArticle` for pages without running text.
    """
    declared = CHARSET.search(data[:HEAD])
    markup = decode(data, declared[1].decode("ascii") if declared else None)
    if EUROPRESSE in markup and (exported := list(europresse(markup))):
        return exported
    if FACTIVA.search(markup) and (exported := split_export(html_to_text(markup))):
        return exported
    return [article_of_page(markup, address)]


def article_of_page(markup: str, address: str | None = None) -> Draft:
    """The article of a page and what the page says about it."""
    root = _parse(markup)
    strip_marks(root)
    found = facts(root)
    strip_walls(root)
    body = body_of(root)
    if found.body and len(found.body) > 1.5 * len(body):
        body = found.body
    if len(body) < MIN_ARTICLE and not SENTENCE.search(body):
        raise NoArticle("no article in it: the page has no running text")
    if len(body) < WALL_LIMIT and WALL.search(body):
        raise NoArticle("no article in it: the page asks for JavaScript; open it in a browser and save it there")
    saved = SAVED_FROM.search(markup, 0, HEAD)
    url = found.url or address or (saved[1] if saved else None)
    text = with_headline(found.title, body)
    if not SHOWN.intersection(signal.signal for signal in found.signals):
        text = _with_stamp(root, text)
    return Draft(text, found.title, found.publisher, url, found.language, found.signals)


def _parse(markup: str) -> HtmlElement:
    from lxml import etree
    from lxml import html as lxml_html

    parser = lxml_html.HTMLParser(recover=True, no_network=True, encoding="utf-8", remove_comments=True)
    try:
        root = lxml_html.document_fromstring(DECLARATION.sub("", markup).encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise NoArticle("no article in it: the page is empty or no HTML") from None
    return root


def _with_stamp(root: HtmlElement, text: str) -> str:
    """The text with the line that tells its day, where the page shows one under the headline and the text has none."""
    title, *lines = text.split("\n\n")
    if any(map(is_stamp, lines[:HEAD_LINES])):
        return text
    first = next((line for line in lines if len(line) >= MIN_ARTICLE), title)
    stamp = next((line for line in lines_above(root, title, first) if is_stamp(line)), None)
    return "\n\n".join([title, stamp, *lines]) if stamp else text
