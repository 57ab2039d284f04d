"""The joint stages from the cache: the same bytes as without it, and nothing worked out twice."""

from __future__ import annotations

import json
import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from newsline import joint, pipeline
from newsline.analysis import Analysis
from newsline.articles.files import find
from newsline.cache import Cache
from newsline.engine import Settings
from newsline.joint import Joint
from newsline.model import Article, Timeline
from newsline.parcel import unpack
from newsline.timeline.select import Selection
from newsline.workers import analyse_file, killed

TOWNS = ("Velm", "Oster", "Hallin", "Brack", "Tarn")
DEEDS = (
    "The {town} harbour reopened on {day} March 2019 after a storm that had closed it for weeks.",
    "On {day} March 2019 the council of {town} voted to rebuild the sea wall, the mayor said.",
    "Fishermen in {town} had protested on 2 March 2019 against the closure.",
    "Last August a ferry ran aground off {town}.",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "articles"
    place.mkdir()
    dice = random.Random(1)
    for number in range(12):
        town = TOWNS[number % len(TOWNS)]
        lines = [deed.format(town=town, day=dice.randint(3, 9)) for deed in dice.sample(DEEDS, 3)]
        (place / f"{number:02}.txt").write_text(f"News from {town}\n\n" + "\n\n".join(lines) + "\n")
    (place / "empty.txt").write_text("")
    return place


def run(folder: Path, cache: Cache | None, selection: Selection | None = None) -> Timeline:
    return Joint(find([folder]), Settings(cache=cache)).timeline(selection or Selection())


def never(*_: object) -> object:
    raise AssertionError("worked out again")


def test_the_same_folder_is_worked_out_once(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = run(folder, None)
    assert plain.events
    assert [one.path for one in plain.skipped] == ["empty.txt"]
    with Cache(tmp_path / "cache.sqlite", warn=pytest.fail) as cache:
        assert run(folder, cache) == plain
        monkeypatch.setattr(pipeline, "dated", never)
        monkeypatch.setattr(pipeline, "told_by", never)
        wanted = Selection(limit=2, about=("Velm",))
        some = run(folder, cache, wanted)
        monkeypatch.setattr(joint, "select", never)
        assert run(folder, cache) == plain
        assert run(folder, cache, wanted) == some
    monkeypatch.undo()
    assert run(folder, None, wanted) == some


def test_the_list_of_articles_serves_the_chronology(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = run(folder, None)
    with Cache(tmp_path / "cache.sqlite", warn=pytest.fail) as cache:
        Joint(find([folder]), Settings(cache=cache)).listing()
        monkeypatch.setattr(pipeline, "dated", never)
        assert run(folder, cache) == plain


def changed(folder: Path) -> None:
    (folder / "03.txt").write_text("News from Lund\n\nA bridge at Lund fell on 5 March 2019, the police said.\n")


def added(folder: Path) -> None:
    (folder / "99.txt").write_text("News from Lund\n\nA bridge at Lund fell on 5 March 2019, the police said.\n")


def removed(folder: Path) -> None:
    (folder / "05.txt").unlink()


def renamed(folder: Path) -> None:
    (folder / "05.txt").rename(folder / "77.txt")


def filled(folder: Path) -> None:
    (folder / "empty.txt").write_text("News from Lund\n\nA bridge at Lund fell on 5 March 2019, the police said.\n")


@pytest.mark.parametrize("change", [changed, added, removed, renamed, filled])
def test_a_changed_folder_is_worked_out_anew(folder: Path, tmp_path: Path, change: object) -> None:
    assert callable(change)
    with Cache(tmp_path / "cache.sqlite", warn=pytest.fail) as cache:
        before = run(folder, cache)
        change(folder)
        after = run(folder, cache)
        assert after == run(folder, cache) == run(folder, None)
    assert after != before


def test_other_dates_from_the_user_are_other_results(folder: Path, tmp_path: Path) -> None:
    from newsline.dates.span import Span, day

    def dated(cache: Cache | None, year: int) -> Timeline:
        def given(articles: Sequence[str]) -> dict[str, Span]:
            return dict.fromkeys(articles, day(date(year, 4, 1)))

        return Joint(find([folder]), Settings(cache=cache), given=given, told=str(year)).timeline(Selection())

    with Cache(tmp_path / "cache.sqlite", warn=pytest.fail) as cache:
        first = [dated(cache, year) for year in (2019, 2020)]
        assert first[0] != first[1]
        assert [dated(cache, year) for year in (2019, 2020)] == first == [dated(None, year) for year in (2019, 2020)]


def test_what_gave_no_article_is_tried_again(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "odd.bin").write_bytes(bytes(range(256)) * 8)
    with Cache(tmp_path / "cache.sqlite", warn=pytest.fail) as cache:
        first = run(folder, cache)
        assert {one.path for one in first.skipped} == {"empty.txt", "odd.bin"}

        def installed(file: object, order: str) -> object:
            if getattr(file, "id", "") == "odd.bin":
                return [Analysis(Article("odd.bin", "A library reads it now."), (), (), ())]
            return analyse_file(file, order)  # type: ignore[arg-type]

        settings = Settings(cache=cache, analyse=installed)  # type: ignore[arg-type]
        second = Joint(find([folder]), settings).timeline(Selection())
    assert "odd.bin" in {one.id for one in second.articles}


def test_a_deadly_file_is_not_tried_in_this_process(folder: Path, tmp_path: Path) -> None:
    tried: list[str] = []

    def analyse(file: object, order: str) -> object:
        name = getattr(file, "id", "")
        tried.append(name)
        return unpack(killed(file)) if name == "03.txt" else analyse_file(file, order)  # type: ignore[arg-type]

    with Cache(tmp_path / "cache.sqlite", warn=pytest.fail) as cache:
        for _ in range(2):
            settings = Settings(cache=cache, analyse=analyse)  # type: ignore[arg-type]
            Joint(find([folder]), settings).timeline(Selection())
    assert tried.count("03.txt") == 2  # once in each run, by the workers that may die of it


def test_a_file_written_to_while_it_is_read_is_not_kept(folder: Path, tmp_path: Path) -> None:
    def analyse(file: object, order: str) -> object:
        results = analyse_file(file, order)  # type: ignore[arg-type]
        if getattr(file, "id", "") == "04.txt" and not again:
            again.append(1)
            changed_text = (folder / "04.txt").read_text() + "\nA bridge at Lund fell on 5 March 2019.\n"
            (folder / "04.txt").write_text(changed_text)
        return results

    again: list[int] = []
    with Cache(tmp_path / "cache.sqlite", warn=pytest.fail) as cache:
        original = (folder / "04.txt").read_text()
        Joint(find([folder]), Settings(cache=cache, analyse=analyse)).timeline(Selection())  # type: ignore[arg-type]
        assert run(folder, cache) == run(folder, None)
        (folder / "04.txt").write_text(original)
        assert run(folder, cache) == run(folder, None)


def test_articles_and_events_are_kept_in_parts_and_a_lost_part_costs_only_time(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(joint, "IN_ENTRY", 3)
    plain = run(folder, None, Selection(limit=5))
    path = tmp_path / "cache.sqlite"
    with Cache(path, warn=pytest.fail) as cache:
        run(folder, cache)
        entries = cache.size().entries
        assert entries > 12 + 6
        assert run(folder, cache, Selection(limit=5)) == plain
    for damage in ("DELETE FROM entry", "UPDATE entry SET value = x'00'"):
        base = sqlite3.connect(path)
        with base:
            names = [name for (name,) in base.execute("SELECT key FROM entry ORDER BY key")]
            base.executemany(f"{damage} WHERE key = ?", [(name,) for name in names[::2]])
        base.close()
        with Cache(path, warn=pytest.fail) as cache:
            assert run(folder, cache, Selection(limit=5)) == plain
            assert run(folder, cache, Selection(limit=4)) == run(folder, None, Selection(limit=4))


def test_events_too_large_for_the_cache_are_not_kept(folder: Path, tmp_path: Path) -> None:
    with Cache(tmp_path / "cache.sqlite", warn=pytest.fail, limit=2000) as cache:
        assert run(folder, cache) == run(folder, None) == run(folder, cache)
        assert cache.size().bytes <= 2000


def newsline(cache: Path | None, seed: str, *arguments: str) -> bytes:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    if cache:
        environment["NEWSLINE_CACHE"] = str(cache)
    command = [
        sys.executable,
        "-m",
        "newsline",
        *arguments,
        *([] if cache or "build" not in arguments else ["--no-cache"]),
    ]
    done = subprocess.run(command, capture_output=True, check=True, env=environment)
    return done.stdout + done.stderr


def test_commands_print_the_same_with_and_without_the_cache(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache.sqlite"
    (tmp_path / "dates.csv").write_text("article,published\n03.txt,2019-03-12\nabsent.txt,2019-03-12\n")
    build = ["build", str(folder), "-f", "json", "--dates", str(tmp_path / "dates.csv")]
    plain = newsline(None, "1", *build)
    assert b"absent.txt" in plain
    assert b"empty.txt: left out" in plain
    assert [newsline(cache, seed, *build) for seed in ("1", "2", "3")] == [plain] * 3
    fewer = [*build, "--limit", "3", "--about", "council"]
    assert newsline(cache, "4", *fewer) == newsline(None, "5", *fewer)
    first = json.loads(newsline(None, "1", *build, "-q"))["events"][0]["id"]
    for command in (["articles", str(folder), "-f", "json"], ["dates", str(folder), "-f", "json"], ["explain", first]):
        arguments = [
            *command,
            *([str(folder)] if command[0] == "explain" else []),
            "--dates",
            str(tmp_path / "dates.csv"),
        ]
        cold = newsline(tmp_path / "other.sqlite", "1", *arguments)
        assert newsline(cache, "2", *arguments) == cold == newsline(cache, "3", *arguments)
