"""XML from strangers: no external entities, no network, libxml2's limits on depth and growth left on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsline.articles.draft import NoArticle
from newsline.late import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

ENTITY_DECLARATION = re.compile(rb"<!ENTITY\b", re.I)
DOCTYPE = late(rb"<!DOCTYPE\s+(?:([\w.-]{1,40}):)?([A-Za-z_][\w.-]{0,60})", re.I)
PROLOG_LIMIT = 20_000
"""Bytes before the root element that are looked through: declarations, comments, style sheets."""
ROOT = late(rb"<(?:([\w.-]{1,40}):)?([A-Za-z_][\w.-]{0,60})[\s/>]")
PROLOG = late(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?[^>]{0,2000}\?>\s*|<!--.{0,4000}?-->\s*|<!DOCTYPE[^\[>]{0,2000}>\s*)*", re.S
)


def root_name(data: bytes) -> str | None:
    """The local name of the root element, lower case, without parsing; None if the content is no XML or HTML."""
    prolog = PROLOG.match(data, 0, PROLOG_LIMIT)
    start = prolog.end() if prolog else 0
    found = DOCTYPE.match(data, start) or ROOT.match(data, start)
    return found[2].decode("ascii", "replace").lower() if found else None


def parse(data: bytes) -> _Element:
    """The root element. Raises `NoArticle` for XML that is broken or declares entities of its own."""
    from lxml import etree

    if ENTITY_DECLARATION.search(data):
        raise NoArticle("XML that declares entities of its own is not read, for safety")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser=parser)
    except etree.XMLSyntaxError as error:
        raise NoArticle(f"not valid XML: {error.msg}") from None


def local(element: _Element) -> str:
    """The name of an element without its namespace; "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def every(root: _Element, *names: str) -> Iterator[_Element]:
    """All elements below with one of these local names, in order."""
    return (element for element in root.iter() if local(element) in names)


def first(root: _Element, *names: str) -> _Element | None:
    """The first element below with the first of these names that occurs."""
    return next((element for name in names for element in every(root, name)), None)


def all_text(element: _Element) -> str:
    """The text inside an element as it stands."""
    return "".join(str(part) for part in element.itertext())


def text_of(element: _Element | None) -> str | None:
    """The text inside an element on one line, None if there is none."""
    if element is None:
        return None
    return " ".join(all_text(element).split()) or None
