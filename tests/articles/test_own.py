"""What newsline wrote is no article, whatever its format; documents that look a little like it are."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsline.articles.own import is_own
from newsline.articles.read import read
from newsline.formats import FORMATS, articles, explanation, render
from newsline.formats.view import View
from newsline.model import Article, Skipped
from tests.formats.samples import TIMELINE

WRITTEN = {
    **{row.suffixes[0]: render(row.name, TIMELINE, View()) for row in FORMATS if row.suffixes},
    ".quotes.md": render("markdown", TIMELINE, View(quotes=True)),
    ".quotes.txt": render("text", TIMELINE, View(quotes=True)),
    **{
        f".list.{name}": articles.render(name, TIMELINE.articles, TIMELINE.skipped, View())
        for name in articles.ListFormat
        if name is not articles.ListFormat.TABLE
    },
    ".event.json": explanation.render(explanation.ExplanationFormat.JSON, TIMELINE.events[0], TIMELINE),
}


@pytest.mark.parametrize("suffix", WRITTEN)
def test_what_newsline_wrote_is_left_out(tmp_path: Path, suffix: str) -> None:
    name = f"out{suffix.replace('.markdown', '.md')}"
    (tmp_path / name).write_text(WRITTEN[suffix], "utf-8")
    (item,) = read([tmp_path])
    assert isinstance(item, Skipped)
    assert "wrote" in item.reason or "unsupported" in item.reason or suffix == ".csl.json"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", '{"schema": 1, "articles": [{"title": "Bridge falls", "text": "It fell on Monday."}]}'),
        ("a.json", '{"id": "e-12", "title": "Bridge falls", "text": "It fell on Monday."}'),
        ("a.csv", "date,title,text\n2031-05-04,Bridge falls,It fell on Monday.\n"),
        (
            "a.txt",
            "Bridge falls\n\nLund, 4 May 2031\n  It fell on Monday.\n  Nobody was hurt (in 2031 it was closed).\n",
        ),
        ("a.txt", "Bridge falls\n\nIt fell on Monday.\n"),
        ("a.md", "# Weekly\n\n## Articles\n\n- Bridge falls: **4 May 2031** (from its start it was weak)\n"),
        (
            "a.html",
            '<html><meta name="generator" content="WordPress"><p>The bridge fell on Monday. Nobody was hurt.</p>',
        ),
    ],
)
def test_other_documents_are_articles(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content)
    (item,) = read([tmp_path])
    assert isinstance(item, Article)


def test_a_document_is_read_without_the_chronology_that_it_embeds(tmp_path: Path) -> None:
    chronology = render("markdown", TIMELINE, View(embedded=True))
    text = f"# Notes\n\nThe mayor resigned.\n\n<!-- newsline:begin -->\n{chronology}<!-- newsline:end -->\n\nThe end.\n"
    (tmp_path / "a.md").write_text(text)
    (item,) = read([tmp_path])
    assert isinstance(item, Article)
    assert item.text == "Notes\n\nThe mayor resigned.\n\nThe end."
    assert not is_own(text.encode(), ".md")
