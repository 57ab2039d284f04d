"""The cluster gives what the local engine gives, to the byte, also when workers die."""

from __future__ import annotations

import json
import os
import pickle
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

pytest.importorskip("distributed", reason="the Dask engine is an extra: pip install newsline[cluster]")
pytest.importorskip("fsspec", reason="the Dask engine is an extra: pip install newsline[cluster]")

from newsline.analysis import Analysis
from newsline.articles import corpus
from newsline.articles.corpus import find_pieces
from newsline.cluster import merging, ranking, run
from newsline.cluster.workers import Cluster
from newsline.dates import span
from newsline.dates.span import Span
from newsline.errors import NewslineError
from newsline.formats import partitions, render
from newsline.formats.records import event_records
from newsline.formats.view import View
from newsline.model import Article, Timeline
from newsline.pipeline import Options, analyse, chronicle, survey, tell
from newsline.timeline.order import ordered
from newsline.timeline.select import Selection
from tests.benchmarks._generate import articles
from tests.cli_runner import newsline

pytestmark = pytest.mark.filterwarnings("ignore")  # other people's: tornado's and asyncio's at their shutdown

COUNT = 48
FIRST_DAY = date(2024, 5, 6)


class Inline(Cluster):
    """A cluster in this process: what is handed over is pickled as if it travelled."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    def submit(self, function: Callable[..., object], *arguments: object) -> Any:
        self.calls.append(getattr(function, "__name__", ""))
        return pickle.loads(pickle.dumps(function(*arguments)))

    def gather(self, futures: Sequence[Any]) -> list[Any]:
        return list(futures)

    def done(self, futures: Sequence[Any]) -> Any:
        return futures

    def died(self, future: Any) -> bool:
        return False

    def cores(self) -> int:
        return 2


def given(names: Sequence[str]) -> Mapping[str, Span]:
    """Some days for each story, most of them one after the other."""
    return {
        name: span.day(date.fromordinal(FIRST_DAY.toordinal() + n // 8 + n % 5)) for n, name in enumerate(sorted(names))
    }


def half_dated(names: Sequence[str]) -> Mapping[str, Span]:
    """The dates of every other article: the others are dated by what they tell."""
    return dict(list(given(names).items())[::2])


def no_dates(names: Sequence[str]) -> Mapping[str, Span]:
    return {}


@pytest.fixture(scope="module")
def made() -> list[tuple[str, str]]:
    return list(articles(COUNT))


@pytest.fixture(scope="module")
def corpus_file(tmp_path_factory: pytest.TempPathFactory, made: list[tuple[str, str]]) -> Path:
    """The articles as one file of JSON Lines."""
    path = tmp_path_factory.mktemp("corpus") / "stories.jsonl"
    path.write_text("".join(json.dumps({"title": name, "text": text}) + "\n" for name, text in made))
    return path


@cache
def local(path: Path, dates: run.Given) -> tuple[Timeline, list[dict[str, Any]]]:
    """What the local engine makes of a file: the timeline, and all events in the order of a chronology."""
    from newsline.articles.read import read

    results = [analyse(one, "mdy") if isinstance(one, Article) else one for one in read([path])]
    found = survey(results, dates([one.article.id for one in results if isinstance(one, Analysis)]))
    timeline = chronicle(found, Options())
    return timeline, event_records(replace(timeline, events=ordered(tell(found))))


def as_json(timeline: Timeline) -> str:
    return render("json", timeline, View())


@pytest.mark.parametrize(
    ("dates", "mentions"),
    [(given, 10_000), (given, 60), (given, 20), (half_dated, 40)],
    ids=["1", "few", "many", "half"],
)
def test_any_number_of_ranges_gives_the_events_of_the_local_engine(
    corpus_file: Path, monkeypatch: pytest.MonkeyPatch, dates: run.Given, mentions: int
) -> None:
    monkeypatch.setattr(run, "RANGE_MENTIONS", mentions)
    monkeypatch.setattr(corpus, "PIECE_BYTES", 20_000)
    cluster = Inline()
    pieces = find_pieces([corpus_file.as_uri()])
    assert len(pieces) > 3
    found = run.read(cluster, pieces, "mdy", dates)
    ranked = run.events(cluster, found)
    assert (len(ranked) > 1) == (mentions < 10_000)
    timeline, events = local(corpus_file, dates)
    assert len(events) > 10
    told = [event for part in ranked for event in ranking.bare(part)]
    assert event_records(replace(timeline, events=ordered(told))) == events
    assert as_json(run.timeline(cluster, found, ranked, Selection())) == as_json(timeline)


def test_pairs_that_leave_a_range_go_up_the_tree(corpus_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "RANGE_MENTIONS", 20)
    cluster = Inline()
    run.events(cluster, run.read(cluster, find_pieces([str(corpus_file)]), "mdy", given))
    leaves, nodes = cluster.calls.count("leaf"), cluster.calls.count("together")
    assert leaves > 8
    assert nodes > 1


def test_nothing_to_read_is_an_empty_timeline(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    for pieces in ([], find_pieces([str(tmp_path)])):
        cluster = Inline()
        found = run.read(cluster, pieces, "mdy", no_dates)
        timeline = run.timeline(cluster, found, run.events(cluster, found), Selection())
        assert (timeline.events, timeline.articles) == ((), ())
        assert [one.path for one in timeline.skipped] == [one.file.id for one in pieces]


def test_ranges_hold_about_as_many_mentions() -> None:
    assert merging.ranges({1: 5, 2: 5, 3: 5, 4: 5}, 2) == [3]
    assert merging.ranges({1: 100, 2: 1, 3: 1}, 2) == [2]
    assert merging.ranges({}, 4) == []


def deadly(article: Article, date_order: str) -> Analysis:
    """The per-article stages, but for an article that nothing survives."""
    if "deadly" in article.text:
        os._exit(1)
    return analyse(article, date_order)


def once(marker: str, function: Callable[..., object], *arguments: object) -> object:
    """A function whose first call takes its worker with it."""
    if not Path(marker).exists():
        Path(marker).touch()
        os._exit(1)
    return function(*arguments)


class Mortal(Cluster):
    """A cluster of which a worker dies when it is first asked for a certain function."""

    def __init__(self, victim: str, marker: Path) -> None:
        super().__init__(2)
        self._victim, self._marker = victim, marker

    def submit(self, function: Callable[..., object], *arguments: object) -> Any:
        if getattr(function, "__name__", "") == self._victim:
            return super().submit(once, str(self._marker), function, *arguments)
        return super().submit(function, *arguments)


@pytest.mark.parametrize("victim", ["read", "near", "ranked"])
def test_nothing_is_lost_though_a_worker_dies(
    corpus_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, victim: str
) -> None:
    monkeypatch.setattr(run, "RANGE_MENTIONS", 100)
    monkeypatch.setattr(corpus, "PIECE_BYTES", 40_000)
    with Mortal(victim, tmp_path / "marker") as cluster:
        found = run.read(cluster, find_pieces([corpus_file.as_uri()]), "mdy", given)
        timeline = run.timeline(cluster, found, run.events(cluster, found), Selection())
    assert (tmp_path / "marker").exists()
    assert as_json(timeline) == as_json(local(corpus_file, given)[0])


@pytest.fixture
def unforgiving() -> Iterator[None]:
    """A task that kills one worker is given to no other: a new worker takes seconds to start."""
    import dask

    with dask.config.set({"distributed.scheduler.allowed-failures": 0}):
        yield


@pytest.mark.usefixtures("unforgiving")
def test_an_article_that_kills_every_worker_is_named(tmp_path: Path) -> None:
    texts = ["The mill burned down on 4 May 2024.", "A deadly article.", "The dam broke on 5 May 2024."]
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps({"title": f"Report {n}", "text": text}) + "\n" for n, text in enumerate(texts)))
    with Cluster(1) as cluster:
        found = run.read(cluster, find_pieces([str(path)]), "mdy", no_dates, run=deadly)
    assert [one.id for one in found.articles] == ["news.jsonl#1", "news.jsonl#3"]
    assert [(one.path, "died" in one.reason) for one in found.skipped] == [("news.jsonl#2", True)]


def test_no_scheduler_is_one_clear_line() -> None:
    with pytest.raises(NewslineError, match="no Dask scheduler answers"):
        Cluster(1, "tcp://127.0.0.1:1")


def test_the_command_line_gives_the_same_bytes(undated: Path) -> None:
    options = ("build", "--published", "2024-05-06", "-f", "json")
    alone = newsline(*options, "--no-cache", undated)
    cluster = newsline(*options, "--engine", "dask", "-j", 1, undated)
    assert cluster.stderr == alone.stderr
    assert cluster.stdout == alone.stdout
    assert cluster.returncode == alone.returncode == 0


@pytest.mark.parametrize("suffix", ["", ".parquet"])
def test_partitions_hold_all_events_in_order(
    corpus_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    monkeypatch.setattr(run, "RANGE_MENTIONS", 60)
    folder = f"{tmp_path}/out{suffix}/"
    cluster = Inline()
    found = run.read(cluster, find_pieces([str(corpus_file)]), "mdy", given)
    ranked = run.events(cluster, found)
    count = run.write(cluster, found, ranked, folder, Selection())
    parts = sorted((tmp_path / f"out{suffix}" / "events").iterdir())
    assert len(parts) == len(ranked) > 1
    rows = [row for part in parts for row in records(part)]
    assert rows == local(corpus_file, given)[1]
    assert len(rows) == count
    listed = [
        row["article"] for part in sorted((tmp_path / f"out{suffix}" / "articles").iterdir()) for row in records(part)
    ]
    assert listed == [one.id for one in found.articles]


def test_partitions_hold_what_the_selection_admits(corpus_file: Path, tmp_path: Path) -> None:
    cluster = Inline()
    found = run.read(cluster, find_pieces([str(corpus_file)]), "mdy", given)
    selection = Selection(since=date(2024, 5, 8), until=date(2024, 5, 9), min_sources=2)
    count = run.write(cluster, found, run.events(cluster, found), f"{tmp_path}/out/", selection)
    rows = [row for part in (tmp_path / "out" / "events").iterdir() for row in records(part)]
    wanted = [
        row
        for row in local(corpus_file, given)[1]
        if row["latest"] >= "2024-05-08" and row["earliest"] <= "2024-05-09"
        if len({source["article"] for source in row["sources"]}) >= 2
    ]
    assert rows == wanted
    assert count == len(rows) > 0


def records(part: Path) -> list[dict[str, Any]]:
    if part.suffix == ".parquet":
        parquet = pytest.importorskip("pyarrow.parquet")
        rows: list[dict[str, Any]] = parquet.read_table(part).to_pylist()
        return rows
    return [json.loads(line) for line in part.read_text("utf-8").splitlines()]


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text("keep")
    with pytest.raises(NewslineError, match="not empty"):
        partitions.check(f"{tmp_path}/")
    partitions.check(f"{tmp_path}/new/")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("-o", "out/"), "--engine dask"),
        (("--engine", "dask", "-o", "out/", "-f", "html"), "takes no --format"),
        (("--engine", "dask", "-o", "out/", "--days", 3), "name a file"),
        (("s3://bucket/news.jsonl",), "--engine dask"),
        (("--engine", "dask", "nowhere-*.jsonl"), "no such file"),
    ],
)
def test_usage(undated: Path, arguments: tuple[object, ...], message: str) -> None:
    done = newsline("build", undated, *arguments, cwd=undated)
    assert done.returncode == 2
    assert message in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1
