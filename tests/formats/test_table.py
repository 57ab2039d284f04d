"""What holds for every format: hostile text comes out as the text that it was, and nothing in it can run."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from newsline.formats import FORMATS, render
from newsline.formats.view import View
from newsline.formats.words import plain
from tests.formats.samples import EMPTY, HOSTILE, TIMELINE, hostile_timeline

NAMES = [row.name for row in FORMATS]
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
INVISIBLE = re.compile("[\u200b\u2060]")
"""What Org, markwhen and Chronos get between the characters of a mark; no reader sees it."""


class Page(HTMLParser):
    """Collects the text, the tags and the attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside not in ("script", "style"):
            self.text.append(data)


def html_text(document: str) -> str:
    page = Page()
    page.feed(document)
    assert page.tags.count("script") <= 1
    assert not {"img", "svg", "iframe", "object", "base", "link"} & set(page.tags)
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    assert not [
        value for name, value in page.attributes if name == "href" and not (value or "").startswith(("http", "#"))
    ]
    return "".join(page.text)


def markdown_text(document: str) -> str:
    blocks = [token for token in MarkdownIt("gfm-like", {"linkify": False}).parse(document) if token.children]
    return "\n".join("".join(child.content for child in token.children or ()) for token in blocks)


def json_text(document: str) -> str:
    """All strings of a JSON document, with the HTML that some of them are undone."""
    found: list[str] = []

    def walk(value: object) -> None:
        if isinstance(value, str):
            found.append(value)
        for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            walk(item)

    walk(json.loads(document))
    return "\n".join(found)


def json_html_text(document: str) -> str:
    return html_text(json_text(document))


def calendar_text(document: str) -> str:
    from icalendar import Calendar

    calendar = Calendar.from_ical(document)
    assert [part.name for part in calendar.walk()] == ["VCALENDAR", "VEVENT"]
    return "\n".join(str(part.get("summary")) for part in calendar.walk("VEVENT"))


def mermaid_text(document: str) -> str:
    assert not re.search('[<>{}"`%;]', re.sub(r"#\d+;", "", document))
    return re.sub(r"#(\d+);", lambda match: chr(int(match[1])), document)


def lines_text(document: str) -> str:
    return "\n".join(json_text(line) for line in document.splitlines())


def same(document: str) -> str:
    return document


def chronos_text(document: str) -> str:
    assert "<" not in document
    return html_text(document).replace("\uff5c", "|")


READ_BACK: dict[str, Callable[[str], str]] = {
    "table": same,
    "markdown": markdown_text,
    "markdown-table": markdown_text,
    "text": same,
    "html": html_text,
    "json": json_text,
    "jsonl": lines_text,
    "csv": lambda document: "\n".join(cell for row in csv.reader(io.StringIO(document)) for cell in row),
    "tsv": lambda document: "\n".join(
        cell for row in csv.reader(io.StringIO(document), delimiter="\t") for cell in row
    ),
    "org": same,
    "icalendar": calendar_text,
    "mermaid": mermaid_text,
    "timelinejs": json_html_text,
    "vis": json_html_text,
    "markwhen": same,
    "chronos": chronos_text,
    "csl": json_text,
    "jsonld": json_text,
}


def squeezed(text: str) -> str:
    return " ".join(INVISIBLE.sub("", text).split())


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", NAMES)
def test_hostile_text_comes_out_as_it_went_in(name: str, text: str) -> None:
    document = render(name, hostile_timeline(text), View(quotes=True, width=2000))
    document.encode("utf-8")
    shown = READ_BACK[name](document)
    expected = text if name in ("json", "jsonl") else plain(text)
    assert squeezed(expected) in squeezed(shown)
    assert not CONTROLS.search(document)


@given(st.text(st.characters(exclude_categories=[]), min_size=1, max_size=60), st.sampled_from(NAMES))
def test_any_text_comes_out_as_it_went_in(text: str, name: str) -> None:
    document = render(name, hostile_timeline(text), View(width=2000))
    document.encode("utf-8", "strict")
    shown = READ_BACK[name](document)
    expected = text if name in ("json", "jsonl") else plain(text)
    assert squeezed(INVISIBLE.sub("", expected)) in squeezed(shown)
    assert not CONTROLS.search(document)


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_timeline_is_a_valid_document(name: str) -> None:
    document = render(name, EMPTY, View())
    if name != "icalendar":  # its reader counts on an event; test_icalendar looks at the empty one
        READ_BACK[name](document)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "csl"])
def test_uncertainty_survives(name: str) -> None:
    document = render(name, TIMELINE, View(width=2000))
    if name != "icalendar":
        document = READ_BACK[name](document)
    document = squeezed(document)
    document = document.replace("\\,", ",")
    if name in ("json", "jsonl"):
        assert "[2031-01-05,2031-01-12,2031-01-19]" in document
        assert "2031-08~" in document
    else:
        assert "5, 12 or 19 January 2031" in document
        assert "about August 2031" in document.replace("About", "about")
    assert "planned" in document.replace("EventScheduled", "planned")


@pytest.mark.parametrize("name", NAMES)
def test_the_same_timeline_gives_the_same_bytes(name: str) -> None:
    assert render(name, TIMELINE, View()) == render(name, TIMELINE, View())


def test_names_and_suffixes_are_used_once() -> None:
    suffixes = [suffix for row in FORMATS for suffix in row.suffixes]
    assert len(set(suffixes)) == len(suffixes)
    assert len(set(NAMES)) == len(NAMES)
