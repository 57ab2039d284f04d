"""Markdown, read back by a CommonMark parser with the extensions of GitHub."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from newsline.formats import render
from newsline.formats.markdown import escape, link
from newsline.formats.view import View
from newsline.formats.words import plain
from tests.formats.samples import EMPTY, HOSTILE, TIMELINE, hostile_timeline

PARSER = MarkdownIt("gfm-like", {"linkify": False})


def tokens(document: str) -> Iterator[Token]:
    for token in PARSER.parse(document):
        yield token
        yield from token.children or ()


def shown(document: str) -> str:
    """What a reader sees, all blocks joined."""
    return "\n".join(
        "".join(child.content for child in token.children or ()) for token in PARSER.parse(document) if token.children
    )


def test_years_and_months_are_headings_and_unknown_months_come_first() -> None:
    document = render("markdown", TIMELINE, View())
    headings = [line for line in document.splitlines() if line.startswith("#")]
    assert headings == [
        "# The Orsk bridge",
        "## 2029",
        "## 2031",
        "### January 2031",
        "### May 2031",
        "### August 2031",
        "## Articles",
        "## Left out",
    ]
    assert document.index("early 2031") < document.index("### January 2031")


@pytest.mark.parametrize(
    "line",
    [
        "- **5, 12 or 19 January 2031**: The Orsk bridge collapsed on Sunday.",
        "  - Reports differ: 12 or 13 injured",
        "- **4 May 2031, night**: The builder knew of the cracks. *(claimed by the mayor, disputed)*",
        "- **about August 2031**: A new bridge is to open. *(planned)*",
        "  - Sources: a.txt (5 or 6 May 2031, inferred); c.txt (undated)",
        "- a.txt: **5 or 6 May 2031** (inferred, 91 % sure): “Sunday” is told in the past",
        "- Valley Wire (d.txt): **6 January 2031** (from its dateline): “Sunday” is told in the past. "
        "Copy of news/b.html",
        "- scan.bin: not text: a binary file",
    ],
)
def test_a_document_holds(line: str) -> None:
    assert line in render("markdown", TIMELINE, View()).splitlines()


def test_quotes_name_their_source() -> None:
    document = render("markdown", TIMELINE, View(quotes=True))
    assert "/bridge_%28orsk%29?a=1&copy=2): “On Sunday the old bridge collapsed.”" in document


def test_nothing_found_is_said() -> None:
    assert render("markdown", EMPTY, View()) == "# Chronology\n\nNo dated events were found.\n"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_text(text: str) -> None:
    document = render("markdown", hostile_timeline(text), View(quotes=True))
    kinds = {token.type for token in tokens(document)}
    markup = {"html_block", "html_inline", "code_inline", "fence", "code_block", "image", "s_open", "link_open"}
    assert not kinds & markup
    assert shown(document).count(plain(text)) >= 5


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("The firm paid $14 million in May.", "The firm paid $14 million in May."),
        ("The firm paid US$14m.", "The firm paid US$14m."),
        ("It paid $14 million, then $3.", "It paid \\$14 million, then $3."),
        ("The curve $x^2$ rose.", "The curve \\$x^2\\$ rose."),
        ("It cost 5$.", "It cost 5\\$."),
    ],
)
def test_a_price_in_dollars_is_no_formula(text: str, escaped: str) -> None:
    assert escape(text) == escaped


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("She [Mara Quist] left.", "She [Mara Quist] left."),
        ("Its [Orrin’s] shares fell.", "Its [Orrin’s] shares fell."),
        ("[The mill] burned.", "[The mill] burned."),
        ("[X] burned.", "\\[X\\] burned."),
        ("See [Mara](https://a.example).", "See \\[Mara\\](https://a.example)."),
        ("See [Mara][Quist] and [Mara]: so.", "See \\[Mara\\]\\[Quist\\] and \\[Mara\\]: so."),
        ("A note [^1] and a box [x].", "A note \\[^1\\] and a box \\[x\\]."),
        ("An image![Mara] and [Mara", "An image!\\[Mara\\] and \\[Mara"),
    ],
)
def test_a_name_in_brackets_is_no_link(text: str, escaped: str) -> None:
    assert escape(text) == escaped


@given(st.text(st.characters(exclude_categories=["Cs"])) | st.text("ab_*~` .é!<>[](){}\\") | st.text("A b[]()!:"))
def test_escaped_text_comes_back(text: str) -> None:
    shown_text = shown(f"- **x**: {escape(text)}")
    assert " ".join(shown_text.split()) == " ".join(f"x: {plain(text)}".split())


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "http:",
        "http://[",
        "https://a b",
        "ftp://a",
        "\x00",
    ],
)
def test_only_web_addresses_become_links(url: str) -> None:
    assert link("name", url) == "name"


@given(st.text("ab()[]<>\\`*_|&;%#?copyt", min_size=1))
def test_a_link_stays_one_link(path: str) -> None:
    links = [token for token in tokens(link("name", f"https://news.example/{path}")) if token.type == "link_open"]
    assert len(links) == 1
    assert str(links[0].attrs["href"]).startswith("https://news.example/")
