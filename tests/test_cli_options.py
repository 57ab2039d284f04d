"""What the options of the commands do."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.cli_runner import COMMAND, TIMEOUT, environment, newsline


def built(*arguments: object) -> Any:
    done = newsline("build", *arguments, "-f", "json", "-q")
    assert done.returncode in (0, 3), done.stderr.decode()
    return json.loads(done.stdout)


def published(document: Any) -> dict[str, str | None]:
    return {article["article"]: article["published"] for article in document["articles"]}


def test_published_is_the_date_of_all_articles(undated: Path) -> None:
    document = built(undated / "mill.txt", "--published", "2031-03-04")
    assert published(document) == {"mill.txt": "2031-03-04"}
    assert document["articles"][0]["published_from"] == "given"
    assert "2031-03-02" in {event["date"] for event in document["events"]}
    assert {event["date"] for event in built(undated / "mill.txt", "--published", "2031-03-18")["events"]} >= {
        "2031-03-16"
    }


@pytest.mark.parametrize("written", ["2031-03", "2031", "2031-03-04/2031-03-05", "2031-03-04T12:00:00"])
def test_published_takes_days_months_years_and_intervals(undated: Path, written: str) -> None:
    (found,) = published(built(undated / "mill.txt", "--published", written)).values()
    assert found == written.removesuffix("T12:00:00")


@pytest.mark.parametrize("row", ["sub/barn.txt", "barn.txt", "sub/*", "*arn.txt", "./sub/barn.txt", "sub\\barn.txt"])
def test_dates_of_single_articles(undated: Path, tmp_path: Path, row: str) -> None:
    dates = tmp_path / "dates.csv"
    dates.write_text(f"article,published\n{row},2031-03-04\n")
    document = built(undated, "--dates", dates)
    given = {article["article"]: article["published_from"] for article in document["articles"]}
    assert published(document)["sub/barn.txt"] == "2031-03-04"
    assert [name for name, source in given.items() if source == "given"] == ["sub/barn.txt"]


def test_a_path_wins_over_a_name_and_a_name_over_a_glob_and_published_is_for_the_rest(
    undated: Path, tmp_path: Path
) -> None:
    dates = tmp_path / "dates.csv"
    dates.write_text(
        "\ufeffPublished; Article\n2031-01-01;sub/barn.txt\n2031-01-02;barn.txt\n2031-01-03;*.txt\n;mill.txt\n\n",
        "utf-8",
    )
    assert published(built(undated, "--dates", dates, "--published", "2031-09-09")) == {
        "inquiry.txt": "2031-01-03",
        "mill.txt": "2031-01-03",
        "sub/barn.txt": "2031-01-01",
    }
    dates.write_text("article,published\nmill.txt,2031-01-04\n")
    assert set(published(built(undated, "--dates", dates, "--published", "2031-09-09")).values()) == {
        "2031-01-04",
        "2031-09-09",
    }


def test_rows_that_fit_no_article_are_named(undated: Path, tmp_path: Path) -> None:
    dates = tmp_path / "dates.csv"
    dates.write_text("article,published\nnosuch.txt,2031-03-04\n")
    done = newsline("build", undated, "--dates", dates)
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
def test_a_file_of_dates_that_is_none(undated: Path, tmp_path: Path, content: bytes, message: str) -> None:
    dates = tmp_path / "dates.csv"
    dates.write_bytes(content)
    done = newsline("build", undated, "--dates", dates)
    assert (done.returncode, done.stdout) == (2, b"")
    assert str(dates) in done.stderr.decode()
    assert message in done.stderr.decode()


def test_the_list_of_articles_is_a_file_of_dates(undated: Path, tmp_path: Path) -> None:
    listed = newsline("articles", undated, "-f", "csv", "--published", "2031-03-04")
    rows = list(csv.DictReader(io.StringIO(listed.stdout.decode())))
    assert {row["article"]: row["published"] for row in rows} == {
        "inquiry.txt": "2031-03-04",
        "mill.txt": "2031-03-04",
        "sub/barn.txt": "2031-03-04",
    }
    dates = tmp_path / "dates.csv"
    dates.write_bytes(listed.stdout)
    assert set(published(built(undated, "--dates", dates)).values()) == {"2031-03-04"}


def test_selection_of_events(undated: Path) -> None:
    everything = [event["date"] for event in built(undated / "inquiry.txt")["events"]]
    assert everything == ["2031-02-27", "2031-03-03", "2031-08"]
    for options, expected in {
        ("--since", "2031-03"): ["2031-03-03", "2031-08"],
        ("--until", "2031-03-03"): ["2031-02-27", "2031-03-03"],
        ("--until", "2031-02"): ["2031-02-27"],
        ("--since", "2031-08-15"): ["2031-08"],
        ("--about", "reef", "--about", "minister"): ["2031-02-27", "2031-03-03"],
        ("--min-sources", "2"): [],
    }.items():
        assert [event["date"] for event in built(undated / "inquiry.txt", *options)["events"]] == expected, options
    assert len(built(undated / "inquiry.txt", "-n", 1)["events"]) == 1
    assert len(built(undated / "inquiry.txt", "--days", 2)["events"]) == 2
    assert len(built(undated / "inquiry.txt", "--per-day", 1, "-n", 9)["events"]) == 3


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--about", "zebra"), "no event was found that fits --about; ask for less"),
        (("--min-sources", 9, "--since", 2040), "no event was found that fits --since and --min-sources; ask for less"),
        (("--since", "2031-05", "--until", "2031-04-30"), "--since 2031-05 is after --until 2031-04-30"),
        (("-n", 0), "expected a whole number from 1, found '0'"),
        (("--days", "two"), "expected a whole number from 1, found 'two'"),
        (("--per-day", "-1"), "expected a whole number from 1, found '-1'"),
        (("-f", "jsno"), "found 'jsno'; did you mean json?"),
        (("--color", "maybe"), "expected one of auto, always, never, found 'maybe'"),
        (("--date-order", "ymd"), "expected one of dmy, mdy, found 'ymd'"),
    ],
)
def test_what_cannot_be_is_told_with_the_next_step(undated: Path, options: tuple[object, ...], said: str) -> None:
    done = newsline("build", undated / "inquiry.txt", *options)
    assert done.returncode in (2, 3)
    assert said in done.stderr.decode()


@pytest.mark.parametrize("command", ["build", "articles"])
def test_a_folder_without_articles(tmp_path: Path, command: str) -> None:
    done = newsline(command, tmp_path)
    assert (done.returncode, done.stderr) == (
        3, b"newsline: no articles were found; `newsline formats` lists what can be read\n",
    )  # fmt: skip


@pytest.mark.parametrize("command", ["build", "articles", "dates"])
def test_all_commands_that_read_articles_take_jobs_and_no_cache(undated: Path, command: str) -> None:
    done = newsline(command, undated, "-j", 1, "--no-cache", "-f", "json")
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["articles"]


@pytest.mark.parametrize(
    ("words", "completed"),
    [
        ("build -f mark", ["markdown", "markdown-table", "markwhen"]),
        ("articles -f js", ["json", "jsonl"]),
        ("build --color ", ["auto", "always", "never"]),
    ],
)
def test_the_shell_completes_names(words: str, completed: list[str]) -> None:
    typed = f"newsline {words}"
    place = len(typed.split(" ")) - 1
    done = newsline(COMP_WORDS=typed, COMP_CWORD=str(place), _NEWSLINE_COMPLETE="complete_bash")
    assert done.stdout.decode().split() == completed


def test_title_and_quotes(undated: Path) -> None:
    document = newsline("build", undated / "inquiry.txt", "--title", "The Larkspur", "--quotes").stdout.decode()
    assert document.startswith("# The Larkspur\n")
    assert "“The inquiry is to publish its report in August 2031.”" in document


def test_explain_tells_every_step(undated: Path) -> None:
    (event,) = [found for found in built(undated / "inquiry.txt")["events"] if found["date"] == "2031-08"]
    done = newsline("explain", event["id"], undated / "inquiry.txt")
    text = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert text.startswith(f"{event['id']}  August 2031\n")
    for part in ("2031-08-01 to 2031-08-31", "planned", "[August 2031]", "inquiry.txt", *event["sources"][0]["why"]):
        assert part in text.replace("in August 2031]", "[August 2031]")
    short = newsline("explain", event["id"].removeprefix("e-")[:5], undated / "inquiry.txt", "-f", "json")
    assert json.loads(short.stdout)["event"] == event


def test_explain_finds_an_event_by_words_of_its_line(undated: Path) -> None:
    done = newsline("explain", "minister INQUIRY", undated / "inquiry.txt", "-q")
    assert done.stdout.decode().splitlines()[0].endswith("3 March 2031")
    several = newsline("explain", "the", undated / "inquiry.txt", "-q")
    *lines, error = several.stderr.decode().splitlines()
    assert (several.returncode, several.stdout) == (2, b"")
    assert error == f"newsline: the: {len(lines)} events fit; give the id of one"
    for line in lines:
        assert re.fullmatch(r"newsline: e-[0-9a-f]{8}: [^:]*2031: .*[Tt]he.*", line)


def test_formats_lists_both_tables() -> None:
    from newsline.articles.readers import FORMATS as READERS
    from newsline.formats import FORMATS

    text = newsline("formats").stdout.decode()
    for row in FORMATS:
        assert f"  {row.name} " in text
        assert row.description in text
    for reader in READERS:
        assert f"  {reader.name} " in text


@pytest.mark.parametrize("command", [("articles",), ("dates",), ("explain", "publish")])
def test_verbose_says_how_long_it_took(undated: Path, command: tuple[str, ...]) -> None:
    done = newsline(*command, undated / "inquiry.txt", "-v", "--no-cache")
    assert re.search(r"reading \d+\.\d\d s.*; at most \d+ MB of memory", done.stderr.decode())
    assert newsline(*command, undated / "inquiry.txt", "-q", "--no-cache").stderr == b""


def test_verbose_says_what_was_done(undated: Path) -> None:
    done = newsline("build", undated, "-v")
    assert b"events from 3 articles" in done.stderr
    timings = done.stderr.decode().splitlines()[-1]
    assert re.search(r"reading \d+\.\d\d s, dating \d+\.\d\d s, events \d+\.\d\d s", timings)


@pytest.mark.parametrize(
    ("command", "short", "name"),
    [
        ("build", "md", "markdown"),
        ("build", "ics", "icalendar"),
        ("build", "ndjson", "jsonl"),
        ("articles", "md", "markdown"),
    ],
)
def test_a_suffix_names_its_format(undated: Path, command: str, short: str, name: str) -> None:
    assert newsline(command, undated, "-f", short).stdout == newsline(command, undated, "-f", name).stdout


def test_a_text_and_files_at_once(undated: Path) -> None:
    done = newsline("dates", undated, "--text", "on Sunday")
    assert done.returncode == 2
    assert done.stderr.decode().rstrip().endswith("or give a text with --text, not both")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders")
def test_a_pipe_in_a_folder_is_not_waited_for(undated: Path) -> None:
    os.mkfifo(undated / "pipe.txt")
    done = newsline("articles", undated, "-f", "json")
    assert [item for item in json.loads(done.stdout)["skipped"] if item["path"] == "pipe.txt"] == [
        {"path": "pipe.txt", "reason": "not a regular file"}
    ]


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="no <(command) there")
def test_what_a_shell_hands_in_through_a_pipe_is_read(undated: Path) -> None:
    read, write = os.pipe()
    os.write(write, (undated / "inquiry.txt").read_bytes())
    os.close(write)
    command = [*COMMAND, "articles", f"/dev/fd/{read}", "-f", "json"]
    done = subprocess.run(
        command, capture_output=True, pass_fds=(read,), env=environment(), timeout=TIMEOUT, check=False
    )
    os.close(read)
    assert [item["article"] for item in json.loads(done.stdout)["articles"]] == [str(read)]
