"""The Dask engine gives what the local engine gives, and survives the death of a worker."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

pytest.importorskip("distributed", reason="the Dask engine is an extra: pip install newsline[cluster]")

from newsline import engine
from newsline.articles.files import FoundFile, find
from newsline.engine import Settings, analyse_files
from newsline.errors import NewslineError
from newsline.model import Analysis, Article
from newsline.workers import Result

pytestmark = pytest.mark.filterwarnings("ignore")  # other people's: tornado's and asyncio's at their shutdown


def shout(file: FoundFile, date_order: str) -> list[Result]:
    """A stand-in for the per-article stages; a text may name a marker file: the first worker to read it dies."""
    text = (file.data or b"").decode()
    if text.startswith("once "):
        marker = Path(text.removeprefix("once "))
        if not marker.exists():
            marker.touch()
            os._exit(1)
    if text == "deadly":
        os._exit(1)
    return [Analysis(Article(file.id, text.upper()), (), (), ())]


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[FoundFile]:
    monkeypatch.setattr(engine, "CHUNK_FILES", 5)
    folder = tmp_path / "articles"
    folder.mkdir()
    for n in range(30):
        (folder / f"{n:03}.txt").write_text(f"text {n}")
    return find([folder])


def test_same_results_though_a_worker_dies(files: list[FoundFile], tmp_path: Path) -> None:
    files[12].path.write_text(f"once {tmp_path / 'marker'}")
    results = list(analyse_files(files, Settings(jobs=2, dask=True, analyse=shout)))
    assert (tmp_path / "marker").exists()
    assert [r.article.id if isinstance(r, Analysis) else r.reason for r in results] == [file.id for file in files]


def test_article_that_kills_every_worker_is_named(files: list[FoundFile]) -> None:
    import dask

    files[3].path.write_text("deadly")
    with dask.config.set({"distributed.scheduler.allowed-failures": 0}):  # a new worker takes seconds to start
        results = list(analyse_files(files[:10], Settings(jobs=2, dask=True, analyse=shout)))
    assert [r.article.id if isinstance(r, Analysis) else f"{r.path} died" for r in results] == [
        f"{file.id} died" if n == 3 else file.id for n, file in enumerate(files[:10])
    ]


def test_no_scheduler_is_one_clear_line(files: list[FoundFile]) -> None:
    with pytest.raises(NewslineError, match="no Dask scheduler answers"):
        list(analyse_files(files, Settings(dask=True, scheduler="tcp://127.0.0.1:1", analyse=shout)))
