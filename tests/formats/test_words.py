"""How the line of an event is printed."""

from __future__ import annotations

import json

import pytest
from msgspec.structs import replace

from newsline.formats import render
from newsline.formats.explanation import ExplanationFormat
from newsline.formats.explanation import render as explained
from newsline.formats.view import View
from newsline.formats.words import outlet, told
from tests.formats.samples import TIMELINE

LINES = [
    ("the ferry had sunk off Aldane.", "The ferry had sunk off Aldane."),
    ("norland’s troops crossed the river.", "Norland’s troops crossed the river."),
    ("émigrés left the port.", "Émigrés left the port."),
    ("al-Daran signed the treaty.", "al-Daran signed the treaty."),
    ("iPhone sales fell in May.", "iPhone sales fell in May."),
    ("ßmall letter without a capital of one sign", "ßmall letter without a capital of one sign"),
    ("“we will not sell,” she said.", "“we will not sell,” she said."),
    ("12 people died.", "12 people died."),
    ("The ferry sank.", "The ferry sank."),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), LINES)
def test_a_line_begins_with_a_capital(text: str, expected: str) -> None:
    assert told(replace(TIMELINE.events[0], text=text)) == expected


@pytest.mark.parametrize("name", ["markdown", "markdown-table", "org", "html", "text"])
def test_documents_show_the_line_with_a_capital_and_data_the_slice(name: str) -> None:
    event = replace(TIMELINE.events[0], text="the ferry had sunk off Aldane.")
    timeline = replace(TIMELINE, events=(event,))
    assert "The ferry had sunk off Aldane." in render(name, timeline, View())
    assert '"text": "the ferry had sunk off Aldane."' in render("json", timeline, View())


@pytest.mark.parametrize(
    ("text", "pronoun", "name", "expected"),
    [
        ("She left in May.", "She", "Mara Quist", "She [Mara Quist] left in May."),
        ("On Friday he left.", "he", "Jan Ito", "On Friday he [Jan Ito] left."),
        ("its chief left.", "its", "Norham Rail", "Its [Norham Rail’s] chief left."),
        ("His lawyer spoke.", "His", "Jan Jones", "His [Jan Jones’] lawyer spoke."),
        ("the mill, which burned.", "which", "the mill", "[The mill] burned."),
    ],
)
def test_a_name_stands_behind_its_pronoun_in_documents_and_beside_the_text_in_data(
    text: str, pronoun: str, name: str, expected: str
) -> None:
    start = 40 + text.index(pronoun)
    event = replace(TIMELINE.events[0], text=text, start=40, end=40 + len(text))
    event = replace(event, stands_for=(start, start + len(pronoun), name))
    assert told(event) == expected
    timeline = replace(TIMELINE, events=(event,))
    assert expected in render("html", timeline, View())
    (record,) = json.loads(render("json", timeline, View()))["events"]
    assert f"Name: “{pronoun}” is {name}, whom" in explained(ExplanationFormat.TEXT, event, timeline)
    assert (record["text"], record["stands_for"]) == (text, {"start": start, "end": start + len(pronoun), "name": name})


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.harbour.example/2031/bridge", "harbour.example"),
        ("https://web.archive.org/web/20311105010203/http://www.harbour.example/bridge", "harbour.example"),
        ("https://web.archive.org/web/20311105id_/https://harbour.example/", "harbour.example"),
        ("https://web.archive.org/about", "web.archive.org"),
        ("javascript:alert(1)", "a.html"),
    ],
)
def test_an_article_without_a_publisher_is_named_by_its_host(url: str, name: str) -> None:
    article = replace(TIMELINE.articles[0], id="a.html", publisher=None, url=url)
    assert outlet(article) == name
