"""What the options of the commands do."""

from __future__ import annotations

import csv
import io
import json
import os
import stat
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.cli_runner import newsline
from tests.test_cli import INQUIRY, schema_errors

VAGUE = """The mill burned down on Sunday night. The owner said on Monday that nobody was hurt.
A new mill is to open next year.
"""
SECOND = "The mill burned down on Sunday night, and the firemen of Aldwick saved the barn.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles without a date, one of them in a folder of its own, and one with dates."""
    made = tmp_path / "articles"
    (made / "sub").mkdir(parents=True)
    (made / "mill.txt").write_text(VAGUE)
    (made / "sub" / "barn.txt").write_text(SECOND)
    (made / "inquiry.txt").write_text(INQUIRY)
    return made


def built(*arguments: object) -> Any:
    done = newsline("build", *arguments, "-f", "json", "-q")
    assert done.returncode in (0, 3), done.stderr.decode()
    return json.loads(done.stdout)


def published(document: Any) -> dict[str, str | None]:
    return {article["article"]: article["published"] for article in document["articles"]}


def test_published_is_the_date_of_all_articles(folder: Path) -> None:
    document = built(folder / "mill.txt", "--published", "2031-03-04")
    assert published(document) == {"mill.txt": "2031-03-04"}
    assert document["articles"][0]["published_from"] == "given"
    assert "2031-03-02" in {event["date"] for event in document["events"]}
    assert {event["date"] for event in built(folder / "mill.txt", "--published", "2031-03-18")["events"]} >= {
        "2031-03-16"
    }


@pytest.mark.parametrize("written", ["2031-03", "2031", "2031-03-04/2031-03-05", "2031-03-04T12:00:00"])
def test_published_takes_days_months_years_and_intervals(folder: Path, written: str) -> None:
    (found,) = published(built(folder / "mill.txt", "--published", written)).values()
    assert found == written.removesuffix("T12:00:00")


@pytest.mark.parametrize("row", ["sub/barn.txt", "barn.txt", "sub/*", "*arn.txt", "./sub/barn.txt", "sub\\barn.txt"])
def test_dates_of_single_articles(folder: Path, tmp_path: Path, row: str) -> None:
    dates = tmp_path / "dates.csv"
    dates.write_text(f"article,published\n{row},2031-03-04\n")
    document = built(folder, "--dates", dates)
    given = {article["article"]: article["published_from"] for article in document["articles"]}
    assert published(document)["sub/barn.txt"] == "2031-03-04"
    assert [name for name, source in given.items() if source == "given"] == ["sub/barn.txt"]


def test_a_path_wins_over_a_name_and_a_name_over_a_glob_and_published_is_for_the_rest(
    folder: Path, tmp_path: Path
) -> None:
    dates = tmp_path / "dates.csv"
    dates.write_text(
        "\ufeffPublished; Article\n2031-01-01;sub/barn.txt\n2031-01-02;barn.txt\n2031-01-03;*.txt\n;mill.txt\n\n",
        "utf-8",
    )
    assert published(built(folder, "--dates", dates, "--published", "2031-09-09")) == {
        "inquiry.txt": "2031-01-03",
        "mill.txt": "2031-01-03",
        "sub/barn.txt": "2031-01-01",
    }
    dates.write_text("article,published\nmill.txt,2031-01-04\n")
    assert set(published(built(folder, "--dates", dates, "--published", "2031-09-09")).values()) == {
        "2031-01-04",
        "2031-09-09",
    }


def test_rows_that_fit_no_article_are_named(folder: Path, tmp_path: Path) -> None:
    dates = tmp_path / "dates.csv"
    dates.write_text("article,published\nnosuch.txt,2031-03-04\n")
    done = newsline("build", folder, "--dates", dates)
    assert done.returncode == 0
    assert done.stderr.decode().splitlines() == [
        f"newsline: {dates}: line 2: no article is called 'nosuch.txt'; see `newsline articles`"
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "expected the columns article,published in its first line, found ''"),
        (b"file,date\na,b\n", "expected the columns article,published in its first line, found 'file,date'"),
        (b"article,published\nmill.txt,soon\n", "line 2: expected a day, a month, a year or an interval"),
        (b"article,published\nmill.txt,2031-02-30\n", "found '2031-02-30'"),
        (b"\xff\xfe\x00", "not UTF-8 text"),
    ],
)
def test_a_file_of_dates_that_is_none(folder: Path, tmp_path: Path, content: bytes, message: str) -> None:
    dates = tmp_path / "dates.csv"
    dates.write_bytes(content)
    done = newsline("build", folder, "--dates", dates)
    assert (done.returncode, done.stdout) == (2, b"")
    assert str(dates) in done.stderr.decode()
    assert message in done.stderr.decode()


def test_the_list_of_articles_is_a_file_of_dates(folder: Path, tmp_path: Path) -> None:
    listed = newsline("articles", folder, "-f", "csv", "--published", "2031-03-04")
    rows = list(csv.DictReader(io.StringIO(listed.stdout.decode())))
    assert {row["article"]: row["published"] for row in rows} == {
        "inquiry.txt": "2031-03-04",
        "mill.txt": "2031-03-04",
        "sub/barn.txt": "2031-03-04",
    }
    dates = tmp_path / "dates.csv"
    dates.write_bytes(listed.stdout)
    assert set(published(built(folder, "--dates", dates)).values()) == {"2031-03-04"}


def test_selection_of_events(folder: Path) -> None:
    everything = [event["date"] for event in built(folder / "inquiry.txt")["events"]]
    assert everything == ["2031-02-27", "2031-03-03", "2031-08"]
    for options, expected in {
        ("--since", "2031-03"): ["2031-03-03", "2031-08"],
        ("--until", "2031-03-03"): ["2031-02-27", "2031-03-03"],
        ("--until", "2031-02"): ["2031-02-27"],
        ("--since", "2031-08-15"): ["2031-08"],
        ("--about", "reef", "--about", "minister"): ["2031-02-27", "2031-03-03"],
        ("--min-sources", "2"): [],
    }.items():
        assert [event["date"] for event in built(folder / "inquiry.txt", *options)["events"]] == expected, options
    assert len(built(folder / "inquiry.txt", "-n", 1)["events"]) == 1
    assert len(built(folder / "inquiry.txt", "--days", 2)["events"]) == 2
    assert len(built(folder / "inquiry.txt", "--per-day", 1, "-n", 9)["events"]) == 3


def test_title_and_quotes(folder: Path) -> None:
    document = newsline("build", folder / "inquiry.txt", "--title", "The Larkspur", "--quotes").stdout.decode()
    assert document.startswith("# The Larkspur\n")
    assert "“The inquiry is to publish its report in August 2031.”" in document


def test_output_chooses_the_format_by_its_suffix(folder: Path, tmp_path: Path) -> None:
    for name, start in {
        "a.md": "# Chronology",
        "a.json": "{",
        "a.html": "<!doctype html>",
        "a.ics": "BEGIN:VCALENDAR",
        "a.csv": "date,",
        "a.csl.json": "[",
    }.items():
        target = tmp_path / name
        done = newsline("build", folder, "-o", target)
        assert (done.returncode, done.stdout) == (0, b"")
        assert target.read_text("utf-8").startswith(start)
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) == []


def test_output_replaces_in_one_step_and_keeps_mode_and_link(folder: Path, tmp_path: Path) -> None:
    real, link = tmp_path / "real.md", tmp_path / "link.md"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    assert newsline("build", folder, "-o", link).returncode == 0
    assert link.is_symlink()
    assert real.read_text("utf-8").startswith("# Chronology")
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else True, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(folder: Path, tmp_path: Path) -> None:
    shut = tmp_path / "shut"
    shut.mkdir(mode=0o500)
    done = newsline("build", folder, "-o", shut / "a.md")
    assert done.returncode == 1
    assert b"write elsewhere with --output" in done.stderr


MARKED = (
    "# Mine\r\n\r\nBefore \xe9.\r\n<!-- newsline:begin -->\r\nold\r\n  <!-- newsline:end -->\r\n"
    "After, no newline at the end"
)


def test_into_replaces_what_stands_between_the_marks(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "notes.md"
    target.write_bytes(MARKED.encode("latin-1"))
    done = newsline("build", folder / "inquiry.txt", "--into", target)
    assert (done.returncode, done.stdout) == (0, b"")
    before, _, rest = target.read_bytes().partition(b"<!-- newsline:begin -->\r\n")
    inside, _, after = rest.partition(b"  <!-- newsline:end -->")
    assert before == MARKED.encode("latin-1").partition(b"<!-- newsline:begin -->")[0]
    assert after == b"\r\nAfter, no newline at the end"
    assert inside.startswith(b"## 2031\r\n\r\n### February 2031\r\n")
    assert b"\n" not in inside.replace(b"\r\n", b"")
    first = target.read_bytes()
    newsline("build", folder / "inquiry.txt", "--into", target)
    assert target.read_bytes() == first


def test_into_takes_a_diagram_as_a_fenced_block(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "notes.md"
    target.write_text("<!-- newsline:begin -->\n<!-- newsline:end -->\n")
    assert newsline("build", folder, "--into", target, "-f", "mermaid").returncode == 0
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
    folder: Path, tmp_path: Path, content: str | None, arguments: list[str], code: int
) -> None:
    target = tmp_path / "notes.md"
    if content is not None:
        target.write_text(content)
    done = newsline("build", folder, "--into", target, *arguments)
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


def test_explain_tells_every_step(folder: Path) -> None:
    (event,) = [found for found in built(folder / "inquiry.txt")["events"] if found["date"] == "2031-08"]
    done = newsline("explain", event["id"], folder / "inquiry.txt")
    text = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert text.startswith(f"{event['id']}  August 2031\n")
    for part in ("2031-08-01 to 2031-08-31", "planned", "[August 2031]", "inquiry.txt", *event["sources"][0]["why"]):
        assert part in text.replace("in August 2031]", "[August 2031]")
    short = newsline("explain", event["id"].removeprefix("e-")[:5], folder / "inquiry.txt", "-f", "json")
    assert json.loads(short.stdout)["event"] == event


def test_explain_finds_an_event_by_words_of_its_line(folder: Path) -> None:
    done = newsline("explain", "minister INQUIRY", folder / "inquiry.txt", "-q")
    assert done.stdout.decode().splitlines()[0].endswith("3 March 2031")
    several = newsline("explain", "the", folder / "inquiry.txt", "-q")
    assert several.returncode == 2
    assert b"events fit (e-" in several.stderr


def test_dates_of_a_text() -> None:
    done = newsline(
        "dates", "--text", "It sank on Sunday; the report is due in June at last.", "--on", "2031-03-04", "-f", "json"
    )
    document = json.loads(done.stdout)
    assert done.returncode == 0
    assert schema_errors("expressions", document) == []
    (article,) = document["articles"]
    assert article["published"] == "2031-03-04"
    found = [(each["text"], each["type"], each["value"], each["date"]) for each in article["expressions"]]
    assert ("Sunday", "DATE", "2031-03-02", "2031-03-02") in found
    assert ("June", "DATE", "2031-06", "2031-06") in found


def test_dates_offsets_count_characters_of_the_file(folder: Path) -> None:
    done = newsline("dates", folder, "-f", "json", "--published", "2031-03-04")
    document = json.loads(done.stdout)
    assert schema_errors("expressions", document) == []
    for article in document["articles"]:
        text = (folder / article["article"]).read_text()
        assert article["expressions"]
        for each in article["expressions"]:
            assert text[each["start"] : each["end"]] == each["text"]


def test_dates_table_and_lines(folder: Path) -> None:
    table = newsline("dates", folder / "mill.txt", "--on", "2031-03-04").stdout.decode()
    assert "Sunday" in table
    assert "2031-03-02" in table
    lines = newsline("dates", folder, "-f", "jsonl").stdout.decode().splitlines()
    assert [json.loads(line)["article"] for line in lines] == ["inquiry.txt", "mill.txt", "sub/barn.txt"]


def test_timeml_has_one_document_for_each_article(folder: Path, tmp_path: Path) -> None:
    one = newsline("dates", folder / "mill.txt", "--on", "2031-03-04", "-f", "timeml")
    assert ElementTree.fromstring(one.stdout).find("TEXT/TIMEX3") is not None
    several = newsline("dates", folder, "-f", "timeml")
    assert (several.returncode, several.stdout) == (2, b"")
    assert b"--output FOLDER/" in several.stderr
    assert newsline("dates", folder, "-o", f"{tmp_path}/timeml/").returncode == 0
    written = sorted(path.relative_to(tmp_path).as_posix() for path in (tmp_path / "timeml").rglob("*.tml"))
    assert written == ["timeml/inquiry.txt.tml", "timeml/mill.txt.tml", "timeml/sub/barn.txt.tml"]
    for path in written:
        ElementTree.parse(tmp_path / path)


def test_date_order(folder: Path) -> None:
    (folder / "mill.txt").write_text("The mill burned down on 03/04/2031.\n")
    for order, day in {"mdy": "2031-03-04", "dmy": "2031-04-03"}.items():
        done = newsline("dates", folder / "mill.txt", "--date-order", order, "-f", "json")
        (each,) = json.loads(done.stdout)["articles"][0]["expressions"]
        assert each["value"] == day


def test_formats_lists_both_tables() -> None:
    from newsline.articles.readers import FORMATS as READERS
    from newsline.formats import FORMATS

    text = newsline("formats").stdout.decode()
    for row in FORMATS:
        assert f"  {row.name} " in text
        assert row.description in text
    for reader in READERS:
        assert f"  {reader.name} " in text


def test_verbose_says_what_was_done(folder: Path) -> None:
    done = newsline("build", folder, "-v")
    assert b"events from 3 articles" in done.stderr
