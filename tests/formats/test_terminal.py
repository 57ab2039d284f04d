"""The table for terminals."""

from __future__ import annotations

import re

import pytest
from rich.cells import cell_len

from newsline.formats import render
from newsline.formats.view import View
from newsline.formats.words import plain
from tests.formats.samples import EMPTY, HOSTILE, TIMELINE, hostile_timeline


@pytest.mark.parametrize("width", [20, 40, 71, 72, 80, 120, 300])
def test_lines_fit_the_width_and_nothing_is_cut(width: int) -> None:
    document = render("table", TIMELINE, View(width=width))
    assert max(cell_len(line) for line in document.splitlines()) <= width
    words = "".join(document.split())
    assert "builder" in words
    assert "planned" in words
    assert "…" not in document


def test_no_colour_is_needed_for_the_meaning() -> None:
    bare = render("table", TIMELINE, View(width=100))
    coloured = render("table", TIMELINE, View(width=100, color=True))
    assert "\x1b[" not in bare
    assert "\x1b[" in coloured
    stripped = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert [line.rstrip() for line in stripped.splitlines()] == bare.splitlines()
    assert "[claimed by the mayor, disputed]" in " ".join(render("table", TIMELINE, View(width=300)).split())


def test_the_environment_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    before = render("table", TIMELINE, View(width=90))
    for name, value in {"FORCE_COLOR": "1", "COLUMNS": "30", "TERM": "dumb", "GITHUB_ACTIONS": "true"}.items():
        monkeypatch.setenv(name, value)
    assert render("table", TIMELINE, View(width=90)) == before


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_text(text: str) -> None:
    document = render("table", hostile_timeline(text), View(width=1000))
    assert plain(text) in document
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", document)


def test_an_empty_timeline_says_so() -> None:
    assert "0 events from 0 articles" in render("table", EMPTY, View())
