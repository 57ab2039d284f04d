"""The engine: the same results whatever runs where, and one bad article costs only itself."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from newsline import engine
from newsline.analysis import Analysis
from newsline.articles.files import FoundFile, find
from newsline.cache import Cache
from newsline.engine import Settings, analyse_files
from newsline.model import Article, Skipped
from newsline.parcel import Result

FILES = 150


def shout(file: FoundFile, date_order: str) -> list[Result]:
    """A stand-in for the per-article stages that tells which process ran it only by dying in it."""
    text = file.path.read_text()
    if text == "deadly":
        os._exit(1)
    if text == "empty":
        return [Skipped(file.id, "empty")]
    return [Analysis(Article(file.id, text.upper() + date_order), (), (), ())]


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[FoundFile]:
    monkeypatch.setattr(engine, "SMALL_BYTES", 0)
    monkeypatch.setattr(engine, "CHUNK_FILES", 7)
    folder = tmp_path / "articles"
    folder.mkdir()
    for n in range(FILES):
        (folder / f"{n:03}.txt").write_text("empty" if n == 20 else f"text {n}")
    return find([folder])


def summary(results: list[Result]) -> list[tuple[str, str]]:
    return [
        (item.path, item.reason) if isinstance(item, Skipped) else (item.article.id, item.article.text)
        for item in results
    ]


def test_same_results_for_any_number_of_processes(files: list[FoundFile]) -> None:
    one = list(analyse_files(files, Settings(analyse=shout)))
    several = list(analyse_files(files, Settings(analyse=shout, jobs=3)))
    assert summary(one) == summary(several)
    assert [name for name, _ in summary(one)] == [file.id for file in files]


def test_article_that_kills_its_process_is_named_and_nothing_else_is_lost(files: list[FoundFile]) -> None:
    for n in (40, 41, 90):
        files[n].path.write_text("deadly")
    results = summary(list(analyse_files(files, Settings(analyse=shout, jobs=2))))
    assert [name for name, _ in results] == [file.id for file in files]
    dead = [name for name, text in results if "died" in text]
    assert dead == ["040.txt", "041.txt", "090.txt"]


class Unreadable:
    """Stands for what a worker does not know how to read."""

    def __call__(self, file: FoundFile, date_order: str) -> list[Result]:
        return shout(file, date_order)

    def __reduce__(self) -> tuple[object, ...]:
        return int, ("no number",)


def test_a_task_that_no_worker_can_read_is_an_error_and_kills_none(files: list[FoundFile]) -> None:
    with pytest.raises(ValueError, match="no number"):
        list(analyse_files(files, Settings(analyse=Unreadable(), jobs=2)))


def test_cache_answers_for_unchanged_files_only(files: list[FoundFile], tmp_path: Path) -> None:
    asked: list[str] = []

    def counted(file: FoundFile, date_order: str) -> list[Result]:
        asked.append(file.id)
        return shout(file, date_order)

    def run(date_order: str = "mdy") -> list[tuple[str, str]]:
        asked.clear()
        with Cache(tmp_path / "cache.sqlite", warn=pytest.fail) as cache:
            settings = Settings(analyse=counted, cache=cache, date_order=date_order)
            return summary(list(analyse_files(files, settings)))

    first = run()
    assert len(asked) == FILES
    assert run() == first
    assert asked == ["020.txt"]  # what gave no article is tried again: a library or a permission may have come
    files[3].path.write_text("changed")
    assert run()[3] == ("003.txt", "CHANGEDmdy")
    assert asked == ["003.txt", "020.txt"]
    run(date_order="dmy")
    assert len(asked) == FILES


def test_progress_counts_every_file(files: list[FoundFile]) -> None:
    seen: list[int] = []
    list(analyse_files(files, Settings(analyse=shout, progress=seen.append)))
    assert seen[-1] == FILES
    assert seen == sorted(seen)


def test_a_mistake_in_one_article_leaves_it_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from newsline import pipeline

    def analyse(article: Article, date_order: str) -> Analysis:
        if article.id == "b.txt":
            raise RecursionError("too deep")
        return Analysis(article, (), (), ())

    monkeypatch.setattr(pipeline, "analyse", analyse)
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"The council of town {name} met on Monday and voted for the new bridge.")
    results = summary(list(analyse_files(find([tmp_path]), Settings())))
    assert [name for name, _ in results] == ["a.txt", "b.txt", "c.txt"]
    assert "RecursionError: too deep" in results[1][1]
