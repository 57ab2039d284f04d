"""Markup as plain text: blocks are paragraphs, line breaks of the source are none, and a headline stands there once."""

from __future__ import annotations

import pytest

from newsline.articles.clean import html_to_text
from newsline.articles.draft import with_headline


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>The <b>mayor</b>\nof Lund\n resigned on <i>Monday</i>\nand left.</p>\n<p>\nNo one wept.</p>",
         "The mayor of Lund resigned on Monday and left.\n\nNo one wept."),
        ("It fell.<br>It broke.<br/><br/>It sank.", "It fell.\n\nIt broke.\n\nIt sank."),
        ("<ul>\n<li>It\nfell.</li>\n<li>It <a href='x'>broke</a>\n.</li></ul>", "- It fell.\n\n- It broke ."),
        ("<div><pre>It fell.\nIt broke.</pre></div>", "It fell.\n\nIt broke."),
        ("<div>It fell.<script>evil()</script>\nIt broke.<!-- no -->\nIt sank.</div>", "It fell. It broke. It sank."),
        ("It fell &amp; broke.", "It fell & broke."),
        ("It&nbsp;fell: 3 < 5 and\n6 > 4.", "It\xa0fell: 3 < 5 and\n6 > 4."),
    ],
)  # fmt: skip
def test_markup_becomes_text(markup: str, text: str) -> None:
    assert html_to_text(markup) == text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("It fell.", "Bridge falls\n\nIt fell."),
        ("Bridge falls\nIt fell.", "Bridge falls\nIt fell."),
        ("World\n\n4 May\n\nBRIDGE FALLS!\n\nIt fell.", "Bridge falls\n\nWorld\n\n4 May\n\nIt fell."),
        ("Why Bridge falls matters\nBridge falls\nIt fell.", "Bridge falls\n\nWhy Bridge falls matters\n\nIt fell."),
        ("One.\nTwo.\nThree.\nFour.\nBridge falls", "Bridge falls\n\nOne.\nTwo.\nThree.\nFour.\nBridge falls"),
        ("", "Bridge falls"),
    ],
)
def test_a_headline_stands_on_top_and_once(body: str, text: str) -> None:
    assert with_headline("Bridge falls", body) == text
