"""A corpus that is cut gives the articles of the whole, in order, wherever it is cut."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("fsspec", reason="addresses are an extra: pip install newsline[cluster]")

from newsline.articles import corpus
from newsline.articles.corpus import Piece, find_pieces, read_piece
from newsline.articles.files import FoundFile
from newsline.articles.read import read_file
from newsline.errors import NewslineError, UsageError
from newsline.model import Article, Skipped

ROWS = [
    {"title": f"Report {n}", "text": f"The council of Öland met on Monday. Item {n} was passed. " * (1 + n % 4)}
    for n in range(60)
]


def lines() -> bytes:
    rows = [json.dumps(row, ensure_ascii=False) for row in ROWS]
    rows.insert(20, "{broken")
    rows.insert(40, "")
    return "\n".join(rows).encode()  # the last line has no end


def warc(pack: Callable[[bytes], bytes]) -> bytes:
    records = b""
    for n in range(30):
        told = "The old mill burned down on Sunday night, the fire brigade said. " * 6
        page = f"<html><head><title>Report {n}</title></head><body><article><h1>Report {n}</h1><p>{told}Number {n}.</p>"
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.encode()
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{n:012}>\r\n"
            f"WARC-Date: 2031-05-04T00:00:00Z\r\nWARC-Target-URI: https://news.example/{n}\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        records += pack(head.encode() + http + b"\r\n\r\n")
    return records


def parquet() -> bytes:
    pa = pytest.importorskip("pyarrow")
    from pyarrow import parquet as pq

    stream = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(ROWS), stream, row_group_size=7)
    return stream.getvalue()


MAKERS: dict[str, Callable[[], bytes]] = {
    "news.jsonl": lines,
    "news.warc": lambda: warc(bytes),
    "news.warc.gz": lambda: warc(gzip.compress),
    "news.parquet": parquet,
}


@pytest.fixture
def store() -> Any:
    """An empty storage in memory."""
    import fsspec

    files = fsspec.filesystem("memory")
    files.store.clear()
    yield files
    files.store.clear()


def told(item: Article | Skipped) -> tuple[str, ...]:
    if isinstance(item, Skipped):
        return ("", item.reason)
    return (item.title or "", item.text, item.url or "")


@pytest.mark.parametrize("size", [1, 500, 3_000, 20_000])
@pytest.mark.parametrize("name", MAKERS)
def test_the_pieces_of_a_file_hold_what_it_holds(
    store: Any, monkeypatch: pytest.MonkeyPatch, name: str, size: int
) -> None:
    if "warc" in name:
        pytest.importorskip("fastwarc")
    data = MAKERS[name]()
    monkeypatch.setattr(corpus, "PIECE_BYTES", max(size, len(data) // 40))
    monkeypatch.setattr(corpus, "WINDOW", 4_000)
    store.pipe(f"/crawl/{name}", data)
    pieces = find_pieces([f"memory://crawl/{name}"])
    assert len(pieces) > 1 or size >= len(data) // 2
    parts = [read_piece(piece) for piece in pieces]
    whole = read_file(FoundFile(name, Path(name), data))
    assert [told(item) for part in parts for item in part] == [told(item) for item in whole]
    assert len(whole) >= 30


def test_articles_are_numbered_within_their_piece(store: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus, "PIECE_BYTES", 2_000)
    store.pipe("/crawl/news.jsonl", lines())
    for place, piece in enumerate(find_pieces(["memory://crawl/news.jsonl"])):
        read = read_piece(piece)
        ids = [item.id if isinstance(item, Article) else item.path for item in read]
        assert ids == [f"news.jsonl#{n}" for n in range(1, len(read) + 1)]
        assert piece.place == place


def test_lines_in_utf_16_are_not_cut(store: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus, "PIECE_BYTES", 2_000)
    store.pipe("/crawl/news.jsonl", lines().decode().encode("utf-16"))
    (piece,) = find_pieces(["memory://crawl/news.jsonl"])
    assert [told(item)[0] for item in read_piece(piece)][-1] == "Report 59"


def test_gzip_that_is_no_archive_of_members_is_read_by_one(store: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("fastwarc")
    monkeypatch.setattr(corpus, "PIECE_BYTES", 200)
    store.pipe("/crawl/news.warc.gz", gzip.compress(warc(bytes)))
    parts = [read_piece(piece) for piece in find_pieces(["memory://crawl/news.warc.gz"])]
    assert [len(part) > 0 for part in parts] == [True] + [False] * (len(parts) - 1)
    assert len(parts) > 1


@pytest.mark.parametrize(
    ("address", "ids"),
    [
        ("memory://crawl", ["a.txt", "b.txt", "sub/c.txt"]),
        ("memory://crawl/*.txt", ["a.txt", "b.txt"]),
        ("memory://crawl/*/*.txt", ["sub/c.txt"]),
        ("memory://crawl/sub/c.txt", ["c.txt"]),
    ],
)
def test_files_folders_and_globs(store: Any, address: str, ids: list[str]) -> None:
    for name in ("a.txt", "b.txt", "sub/c.txt", "_SUCCESS", ".hidden.txt", "_delta/log.json", "Thumbs.db"):
        store.pipe(f"/crawl/{name}", b"The dam broke on 4 May 2024.")
    pieces = find_pieces([address])
    assert [piece.file.id for piece in pieces] == ids
    assert [told(item)[1] for piece in pieces for item in read_piece(piece)] == ["The dam broke on 4 May 2024."] * len(
        ids
    )


def test_paths_and_addresses_with_one_name_are_told_apart(store: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The dam broke.")
    store.pipe("/crawl/a.txt", b"The dam held.")
    pieces = find_pieces([str(tmp_path / "a.txt"), "memory://crawl/a.txt"])
    assert [piece.file.id for piece in pieces] == [str(tmp_path / "a.txt"), "/crawl/a.txt"]


def test_contents_travel_where_they_are_asked_to(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The dam broke.")
    assert [one.file.data for one in find_pieces([str(tmp_path)], travel=True)] == [b"The dam broke."]
    assert [one.file.data for one in find_pieces([str(tmp_path)])] == [None]


@pytest.mark.parametrize(
    ("address", "kind", "message"),
    [
        ("memory://crawl/*.txt", UsageError, "no such file"),
        ("memory://crawl/a.txt", UsageError, "no such file"),
        ("nosuch://crawl", NewslineError, "cannot be listed"),
    ],
)
def test_what_cannot_be_listed_is_named(store: Any, address: str, kind: type[Exception], message: str) -> None:
    with pytest.raises(kind, match=message) as problem:
        find_pieces([address])
    assert str(problem.value).startswith(address)


def test_what_cannot_be_read_is_left_out(store: Any) -> None:
    gone = Piece(FoundFile("a.txt", Path("/crawl/a.txt")), "memory://crawl/a.txt")
    (skipped,) = read_piece(gone)
    assert isinstance(skipped, Skipped)
    assert skipped.reason.startswith("unreadable")


def test_a_damaged_table_is_left_out_as_a_whole(store: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyarrow")
    monkeypatch.setattr(corpus, "PIECE_BYTES", 100)
    store.pipe("/crawl/news.parquet", b"PAR1" + b"x" * 500)
    (piece,) = find_pieces(["memory://crawl/news.parquet"])
    (skipped,) = read_piece(piece)
    assert isinstance(skipped, Skipped)
    assert "Parquet" in skipped.reason
