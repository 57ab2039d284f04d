"""Where a chronology goes: files, and marked places in documents."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path

import pytest

from newsline.cli.output import choose_format
from newsline.errors import UsageError
from newsline.formats import SUFFIXES, articles, expressions
from tests.cli_runner import newsline
from tests.texts import INQUIRY


def test_output_chooses_the_format_by_its_suffix(undated: Path, tmp_path: Path) -> None:
    for name, start in {
        "a.md": "# Chronology",
        "a.json": "{",
        "a.html": "<!doctype html>",
        "a.ics": "BEGIN:VCALENDAR",
        "a.csv": "date,",
        "a.csl.json": "[",
    }.items():
        target = tmp_path / name
        done = newsline("build", undated, "-o", target)
        assert (done.returncode, done.stdout) == (0, b"")
        assert target.read_text("utf-8").startswith(start)
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) == []


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a.md", "markdown"),
        ("a.table.md", "markdown-table"),
        ("A.HTML", "html"),
        ("a.b.json", "json"),
        ("a.csl.json", "csl"),
        ("a.vis.json", "vis"),
        ("a.ics", "icalendar"),
    ],
)
def test_the_longest_suffix_chooses_the_format(path: str, name: str) -> None:
    assert choose_format(None, path, SUFFIXES) == name
    assert choose_format("text", path, SUFFIXES) == "text"


@pytest.mark.parametrize("path", ["a", "a.docx", "md", ".json.bak"])
@pytest.mark.parametrize("suffixes", [SUFFIXES, articles.SUFFIXES, expressions.SUFFIXES])
def test_other_suffixes_choose_none(path: str, suffixes: Mapping[str, str]) -> None:
    with pytest.raises(UsageError, match=r"--format, or one of \..*\.json"):
        choose_format(None, path, suffixes)


@pytest.mark.parametrize(("path", "said"), [("", "is a folder"), ("nosuch/a.md", "does not exist")])
@pytest.mark.parametrize("command", ["build", "articles"])
def test_where_no_file_can_be_written_nothing_is_read(undated: Path, command: str, path: str, said: str) -> None:
    done = newsline(command, undated, "-o", undated / path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode()


def test_output_replaces_in_one_step_and_keeps_mode_and_link(undated: Path, tmp_path: Path) -> None:
    real, link = tmp_path / "real.md", tmp_path / "link.md"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    assert newsline("build", undated, "-o", link).returncode == 0
    assert link.is_symlink()
    assert real.read_text("utf-8").startswith("# Chronology")
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else True, reason="root may write everywhere")
def test_a_undated_that_may_not_be_written(undated: Path, tmp_path: Path) -> None:
    shut = tmp_path / "shut"
    shut.mkdir(mode=0o500)
    done = newsline("build", undated, "-o", shut / "a.md")
    assert done.returncode == 1
    assert b"write elsewhere with --output" in done.stderr


MARKED = (
    "# Mine\r\n\r\nBefore \xe9.\r\n<!-- newsline:begin -->\r\nold\r\n  <!-- newsline:end -->\r\n"
    "After, no newline at the end"
)


def test_into_replaces_what_stands_between_the_marks(undated: Path, tmp_path: Path) -> None:
    target = tmp_path / "notes.md"
    target.write_bytes(MARKED.encode("latin-1"))
    done = newsline("build", undated / "inquiry.txt", "--into", target)
    assert (done.returncode, done.stdout) == (0, b"")
    before, _, rest = target.read_bytes().partition(b"<!-- newsline:begin -->\r\n")
    inside, _, after = rest.partition(b"  <!-- newsline:end -->")
    assert before == MARKED.encode("latin-1").partition(b"<!-- newsline:begin -->")[0]
    assert after == b"\r\nAfter, no newline at the end"
    assert inside.startswith(b"## 2031\r\n\r\n### February 2031\r\n")
    assert b"\n" not in inside.replace(b"\r\n", b"")
    first = target.read_bytes()
    newsline("build", undated / "inquiry.txt", "--into", target)
    assert target.read_bytes() == first


def test_into_takes_a_diagram_as_a_fenced_block(undated: Path, tmp_path: Path) -> None:
    target = tmp_path / "notes.md"
    target.write_text("<!-- newsline:begin -->\n<!-- newsline:end -->\n")
    assert newsline("build", undated, "--into", target, "-f", "mermaid").returncode == 0
    lines = target.read_text("utf-8").splitlines()
    assert lines[1:3] == ["```mermaid", "timeline"]
    assert lines[-2:] == ["```", "<!-- newsline:end -->"]


@pytest.mark.parametrize(
    ("content", "arguments", "code"),
    [
        ("no marks", [], 1),
        ("<!-- newsline:end -->\n<!-- newsline:begin -->\n", [], 1),
        ("<!-- newsline:begin -->\n<!-- newsline:begin -->\n<!-- newsline:end -->\n", [], 1),
        ("text <!-- newsline:begin -->\n<!-- newsline:end -->\n", [], 1),
        ("<!-- newsline:begin -->\n<!-- newsline:end -->\n", ["-f", "json"], 2),
        ("<!-- newsline:begin -->\n<!-- newsline:end -->\n", ["-o", "x.md"], 2),
        (None, [], 2),
    ],
)
def test_into_leaves_a_file_alone_that_it_does_not_understand(
    undated: Path, tmp_path: Path, content: str | None, arguments: list[str], code: int
) -> None:
    target = tmp_path / "notes.md"
    if content is not None:
        target.write_text(content)
    done = newsline("build", undated, "--into", target, *arguments)
    assert done.returncode == code
    assert len(done.stderr.splitlines()) == 1
    assert content is None or target.read_text() == content


def test_a_mark_in_a_title_or_a_file_name_is_only_text(tmp_path: Path) -> None:
    mark = "<!-- newsline:end -->"
    article, target = tmp_path / f"{mark}.txt", tmp_path / "notes.md"
    article.write_text(INQUIRY)
    target.write_text(f"<!-- newsline:begin -->\n{mark}\nrest\n")
    for _ in range(2):
        assert newsline("build", article, "--into", target, "--title", mark).returncode == 0
    lines = target.read_text().splitlines()
    assert lines[-2:] == [mark, "rest"]
    assert lines.count(mark) == 1
    assert sum("inquiry" in line for line in lines) == 2
