"""Markup becomes plain text: a paragraph a line, with empty lines between."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from newsline.articles.abbreviations import words

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

MARKUP = re.compile(
    r"</?(?:p|br|div|span|a|b|i|em|strong|h[1-6]|ul|ol|li|blockquote|figure|img|table|article|section)\b[^<>]{0,2000}/?>",
    re.I,
)
ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{1,6}|#x[0-9a-f]{1,6});", re.I)
BLOCK_TAGS = words(
    """
    address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre section summary table tbody td tfoot th thead
    tr ul html br
    """
)
SILENT_TAGS = words(
    """
    script style noscript template head iframe object embed svg math canvas audio video source track select
    button input textarea form nav figure aside footer
    """
)
"""What does not belong to the running text, even where it holds words."""
SPACES = re.compile(r"[^\S\n]+")


def looks_like_html(text: str) -> bool:
    """Whether a string holds tags or entities rather than plain text."""
    return MARKUP.search(text) is not None or ENTITY.search(text) is not None


def html_to_text(markup: str) -> str:
    """The text of an HTML fragment. Markup that nothing can parse gives the string itself, tags cut out."""
    if MARKUP.search(markup) is None:
        return html.unescape(markup)
    from lxml import etree
    from lxml import html as lxml_html

    parser = lxml_html.HTMLParser(recover=True, no_network=True, huge_tree=False, encoding="utf-8")
    try:
        root = lxml_html.fragment_fromstring(f"<div>{markup}</div>".encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return html.unescape(re.sub(r"<[^<>]*>", " ", markup))
    return element_text(root)


def element_text(
    root: _Element, block_tags: frozenset[str] = BLOCK_TAGS, silent_tags: frozenset[str] = SILENT_TAGS
) -> str:
    """The text of an element with its block structure, iteratively: no depth of nesting overflows the stack."""
    parts: list[str] = []
    stack: list[tuple[_Element, bool]] = [(root, False)]
    while stack:
        element, leaving = stack.pop()
        tag = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        if leaving:
            if tag in block_tags:
                parts.append("\n")
            if element is not root:
                parts.append(_on_one_line(element.tail))
            continue
        if not tag or (tag in silent_tags and element is not root):
            parts.append(_on_one_line(element.tail if element is not root else None))
            continue
        if tag in block_tags:
            parts.append("\n- " if tag == "li" else "\n")
        parts.append(element.text or "" if tag == "pre" else _on_one_line(element.text))
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))
    return tidy("".join(parts))


def _on_one_line(text: str | None) -> str:
    """A line break of markup is a space."""
    return " ".join((text or "").split("\n"))


def stands_in(element: HtmlElement, tags: frozenset[str], marks: re.Pattern[str]) -> bool:
    """Whether an element is or stands in one of some tags, or one whose class or id has a mark (not <body>)."""
    for above in (element, *element.iterancestors()):
        if above.tag in ("body", "html"):
            return False
        if above.tag in tags or marks.search(f"{above.get('class') or ''} {above.get('id') or ''}"):
            return True
    return False


def tidy(text: str) -> str:
    """Runs of white space made single, lines trimmed, an empty line between the lines that are left."""
    lines = (SPACES.sub(" ", line.replace("\xa0", " ")).strip() for line in text.replace("\xad", "").split("\n"))
    return "\n\n".join(line for line in lines if line and line != "-")
