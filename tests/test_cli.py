"""The conventions of the command line, each held by a process of its own."""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli_runner import COMMAND, TIMEOUT, environment, newsline, on_terminal, schema_errors
from tests.texts import INQUIRY, PLAIN, RAID

COLOURFUL = {"FORCE_COLOR": "1", "CLICOLOR_FORCE": "1", "GITHUB_ACTIONS": "true", "TERM": "xterm-256color"}


def test_stdout_is_one_document_and_stderr_has_one_line_for_a_bad_file(folder: Path) -> None:
    done = newsline("build", folder, "-f", "json")
    document = json.loads(done.stdout)
    assert done.returncode == 0
    assert schema_errors("timeline", document) == []
    assert [item["path"] for item in document["skipped"]] == ["noise.bin"]
    assert len(done.stderr.decode().splitlines()) == 1
    assert b"noise.bin" in done.stderr
    assert newsline("build", folder, "-f", "json", "--quiet").stderr == b""


def test_quotes_and_phrases_are_exact_slices(folder: Path) -> None:
    document = json.loads(newsline("build", folder, "-f", "json").stdout)
    texts = {"wreck.txt": RAID, "inquiry.txt": INQUIRY}
    assert document["events"]
    for event in document["events"]:
        assert any(event["text"] in text for text in texts.values())
        for source in event["sources"]:
            text = texts[source["article"]]
            assert text[source["start"] : source["end"]] == source["quote"]
            if source["phrase"] is not None:
                assert text[source["phrase_start"] : source["phrase_end"]] == source["phrase"]


@pytest.mark.parametrize(
    "arguments",
    [["build"], ["build", "-f", "table"], ["articles"], ["articles", "-f", "table"], ["dates"]],
    ids=" ".join,
)
def test_no_escape_sequences_in_a_pipe(folder: Path, arguments: list[str]) -> None:
    done = newsline(*arguments, folder, **COLOURFUL)
    assert done.returncode == 0
    assert b"\x1b" not in done.stdout + done.stderr


@pytest.mark.parametrize("arguments", [["--help"], ["build", "-h"], ["build"], ["build", "--limit", "x"], ["nonsense"]])
def test_no_escape_sequences_in_help_and_errors(arguments: list[str]) -> None:
    done = newsline(*arguments, **COLOURFUL)
    assert done.stdout + done.stderr
    assert b"\x1b" not in done.stdout + done.stderr


@pytest.mark.parametrize("command", ["build", "articles", "dates", "explain", "formats"])
def test_short_help(command: str) -> None:
    done = newsline(command, "-h")
    assert (done.returncode, done.stderr) == (0, b"")
    assert f"newsline {command}".encode() in done.stdout


@pytest.mark.parametrize("arguments", [["build"], ["articles"], ["dates"], ["--help"], ["formats"]])
def test_a_reader_that_goes_away_is_no_failure(folder: Path, arguments: list[str]) -> None:
    paths = [str(folder)] if arguments[0] in ("build", "articles", "dates") else []
    process = subprocess.Popen(
        [*COMMAND, *arguments, *paths], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    errors = process.stderr.read().decode()
    process.stderr.close()
    assert process.wait(TIMEOUT) == 0
    assert "Traceback" not in errors
    assert "Broken" not in errors


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["build", "{folder}"], 0),
        (["build", "{folder}/nosuch.txt"], 2),
        (["build", "{folder}", "nosuch"], 2),
        (["build"], 2),
        (["build", "{folder}", "--format", "docx"], 2),
        (["build", "{folder}", "--since", "soon"], 2),
        (["build", "{folder}", "--limit", "0"], 2),
        (["build", "{folder}", "-o", "{folder}/out.docx"], 2),
        (["build", "{folder}", "-o", "{folder}/no/such/out.md"], 2),
        (["build", "{folder}", "-o", "{folder}"], 2),
        (["build", "{folder}", "--dates", "nosuch.csv"], 2),
        (["build", "{folder}", "--nosuch"], 2),
        (["build", "{folder}", "--since", "2090"], 3),
        (["build", "{folder}", "--strict"], 4),
        (["build", "{folder}/inquiry.txt", "{folder}/wreck.txt", "--strict", "--published", "2031-03-12"], 0),
        (["articles", "{folder}", "--strict"], 4),
        (["dates", "{folder}", "--strict"], 4),
        (["dates", "--text", "Nothing."], 3),
        (["dates", "{folder}", "--text", "Both."], 2),
        (["dates"], 2),
        (["explain", "e-00000000", "{folder}"], 3),
        (["explain", "e-", "{folder}"], 2),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else str(value),
)
def test_exit_codes(folder: Path, arguments: list[str], code: int) -> None:
    done = newsline(*(argument.format(folder=folder) for argument in arguments))
    assert done.returncode == code, done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert bool(done.stdout) == (code not in (1, 2) and arguments[0] != "explain")


def test_nothing_found_is_a_valid_empty_document(tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text(PLAIN)
    done = newsline("build", tmp_path, "-f", "json")
    assert done.returncode == 3
    document = json.loads(done.stdout)
    assert schema_errors("timeline", document) == []
    assert document["events"] == []
    assert [article["article"] for article in document["articles"]] == ["plain.txt"]


def test_a_missing_path_is_named_with_the_next_step() -> None:
    done = newsline("build", "nosuch")
    assert done.stderr.decode().splitlines() == [
        "newsline: nosuch: no such file or folder; name files or folders of articles, or - for stdin"
    ]


def test_a_bug_keeps_its_traceback_out_of_stdout_and_one_bad_file_never_ends_a_run(folder: Path) -> None:
    (folder / "empty.txt").write_text("")
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    (folder / "broken.json").write_text('{"a": ')
    done = newsline("articles", folder, "-f", "json")
    document = json.loads(done.stdout)
    assert done.returncode == 0
    assert schema_errors("articles", document) == []
    assert {item["path"] for item in document["skipped"]} >= {"broken.json", "empty.txt", "noise.bin"}
    assert len(done.stderr.splitlines()) == len(document["skipped"])
    assert {article["article"] for article in document["articles"]} == {"inquiry.txt", "wreck.txt"}


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only Linux has a disk that is always full")
@pytest.mark.parametrize("arguments", [["build"], ["articles"], ["build", "-o", "/dev/full", "-f", "markdown"]])
def test_a_full_disk_is_a_failure_that_is_named(folder: Path, arguments: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*COMMAND, *arguments, str(folder), "-q"], stdout=full, stderr=subprocess.PIPE, env=environment()
        )
    assert done.returncode == 1
    assert b"No space left on device" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(os.name != "posix", reason="needs a shell that can close a stream")
def test_streams_that_are_closed(folder: Path) -> None:
    command = " ".join(shlex.quote(part) for part in [*COMMAND, "build", str(folder)])
    done = subprocess.run(["sh", "-c", f"{command} >&-"], capture_output=True, env=environment(), timeout=TIMEOUT)
    assert done.returncode == 1
    assert b"standard output: it is closed" in done.stderr
    assert b"Traceback" not in done.stderr
    quiet = subprocess.run(["sh", "-c", f"{command} 2>&-"], capture_output=True, env=environment(), timeout=TIMEOUT)
    assert quiet.returncode == 0
    assert quiet.stdout.startswith(b"# Chronology")


def test_ctrl_c_ends_with_130_and_no_traceback() -> None:
    process = subprocess.Popen(
        [*COMMAND, "build", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    time.sleep(2)  # it waits for its standard input by then; if it should not, the result is the same
    process.send_signal(signal.SIGINT)
    output, errors = process.communicate(timeout=TIMEOUT)
    assert process.returncode == 130
    assert output == b""
    assert b"Traceback" not in errors


@pytest.mark.parametrize("name", ["json", "table"])
def test_the_same_bytes_every_time(folder: Path, name: str) -> None:
    first = newsline("build", folder, "-f", name, PYTHONHASHSEED="1", TZ="Asia/Tokyo", LC_ALL="C")
    second = newsline("build", folder, "-f", name, "-j", 2, PYTHONHASHSEED="2", TZ="America/Lima", LC_ALL="C.UTF-8")
    third = newsline("build", folder, "-f", name, "--no-cache", "-j", 1, PYTHONHASHSEED="3", COLUMNS="")
    assert first.stdout == second.stdout == third.stdout
    assert first.returncode == 0


def test_a_dash_reads_standard_input() -> None:
    done = newsline("build", "-", "-f", "json", stdin=INQUIRY)
    assert done.returncode == 0
    document = json.loads(done.stdout)
    assert [article["article"] for article in document["articles"]] == ["-"]
    assert any(event["date"] == "2031-08" and event["status"] == "planned" for event in document["events"])


def test_help_imports_nothing_heavy() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "newsline", "build", "--help"],
        capture_output=True,
        env=environment(),
        timeout=TIMEOUT,
    )
    imported = {line.rpartition(b"|")[2].strip().decode() for line in done.stderr.splitlines()}
    assert "typer" in imported
    heavy = {"lxml", "numpy", "dateparser", "trafilatura", "sentencex", "pypdfium2", "icalendar", "newsline.pipeline"}
    assert not imported & heavy


@pytest.mark.parametrize(
    "text",
    [
        "On March 3, 2031, the \x1b[31mRed Hall\x1b[0m in Port Amber burned down.",
        "On March 3, 2031, the [bold]Red Hall[/b] [sic] in Port Amber burned down :smile:.",
        "On March 3, 2031, the <script>alert(1)</script> Hall in Port Amber burned down.",
        "On March 3, 2031, the **Red** [Hall](javascript:alert(1)) in Port Amber burned down.",
    ],
)
def test_article_text_is_never_more_than_text(tmp_path: Path, text: str) -> None:
    (tmp_path / "fire.txt").write_text(text + "\n")
    markdown = newsline("build", tmp_path).stdout.decode()
    assert "\x1b" not in markdown
    assert "\\[Hall\\](" in markdown or "[Hall](" not in markdown
    assert "\\<script" in markdown or "<script" not in markdown
    code, seen = on_terminal("build", tmp_path / "fire.txt", "--color", "never")
    assert code in (0, 3)
    assert "\x1b" not in seen
    assert "[sic]" in seen or "[sic]" not in text


def test_paths_may_hold_any_bytes(tmp_path: Path) -> None:
    try:
        (tmp_path / "caf\udce9 \x1b[31m.txt").write_text(INQUIRY)
    except (OSError, UnicodeError):
        pytest.skip("this file system knows only UTF-8 names")
    for name in ("markdown", "json", "table"):
        done = newsline("build", tmp_path, "-f", name)
        assert done.returncode == 0, done.stderr
        assert b"\x1b" not in done.stdout
        done.stdout.decode("utf-8")


def test_module_and_version() -> None:
    from newsline import __version__

    assert newsline("--version").stdout.decode() == f"newsline {__version__}\n"
