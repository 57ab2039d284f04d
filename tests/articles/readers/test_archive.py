"""Compressed files and archives: what is inside, and bombs."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from pathlib import Path

import pytest

from newsline.articles import read as reading
from newsline.articles.read import read
from newsline.articles.readers import archive
from newsline.model import Article, Skipped

STORY = b"The bridge in Lund fell on Monday. Nobody was hurt."


def zipped(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return buffer.getvalue()


def tarred(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as package:
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            package.addfile(entry, io.BytesIO(content))
    return buffer.getvalue()


def result(tmp_path: Path, name: str, data: bytes) -> list[str]:
    (tmp_path / name).write_bytes(data)
    items = read([tmp_path / name])
    return [item.id if isinstance(item, Article) else f"{item.path}: {item.reason}" for item in items]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt.gz", gzip.compress(STORY, mtime=0)),
        ("a.txt.bz2", bz2.compress(STORY)),
        ("a.txt.xz", lzma.compress(STORY)),
        ("a.gz", gzip.compress(STORY, mtime=0)),
        ("a.txt", gzip.compress(STORY, mtime=0)),
    ],
)
def test_a_compressed_file_keeps_its_id(tmp_path: Path, name: str, data: bytes) -> None:
    assert result(tmp_path, name, data) == [name]


def test_members_have_ids_of_their_own(tmp_path: Path) -> None:
    files = {
        "x/b.txt": STORY,
        "a.jsonl": b'{"text": "It fell on Monday."}\n{"text": "It fell on Sunday."}',
        ".x/c.txt": STORY,
    }
    assert result(tmp_path, "z.zip", zipped(files)) == ["z.zip/a.jsonl#1", "z.zip/a.jsonl#2", "z.zip/x/b.txt"]
    assert result(tmp_path, "t.tar", tarred({"b.txt": STORY, "a.txt": STORY})) == ["t.tar/b.txt", "t.tar/a.txt"]
    assert result(tmp_path, "t.tar.gz", gzip.compress(tarred({"b.txt": STORY}))) == ["t.tar.gz/b.txt"]
    assert result(tmp_path, "t.tgz", gzip.compress(tarred({"b.txt": STORY}))) == ["t.tgz/b.txt"]
    assert result(tmp_path, "n.zip", zipped({"i.zip": zipped({"b.txt": STORY})})) == ["n.zip/i.zip/b.txt"]


def test_dates_in_the_names_of_members(tmp_path: Path) -> None:
    (tmp_path / "z.zip").write_bytes(zipped({"2025/05/04/a.txt": STORY}))
    (article,) = read([tmp_path])
    assert isinstance(article, Article)
    assert [str(signal.span) for signal in article.signals] == ["2025-05-04"]


def test_paths_that_lead_outside_stay_inside(tmp_path: Path) -> None:
    assert result(tmp_path, "z.zip", zipped({"../../etc/a.txt": STORY})) == ["z.zip/etc/a.txt"]
    assert result(tmp_path, "t.tar", tarred({"/etc/../a.txt": STORY})) == ["t.tar/etc/a.txt"]


def test_bombs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_MEMBER", 1_000_000)
    bomb = b"a" * 1_000_001
    for name, data in (("a.gz", gzip.compress(bomb)), ("a.xz", lzma.compress(bomb)), ("a.bz2", bz2.compress(bomb))):
        (reason,) = result(tmp_path, name, data)
        assert "unpacks to more than 1 MB" in reason
    found = result(tmp_path, "a.zip", zipped({"bomb.txt": bomb, "good.txt": STORY}))
    assert found[1] == "a.zip/good.txt"
    assert "unpacks to more than" in found[0]


def test_the_sum_over_nested_archives_is_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_UNPACKED", 2_000_000)
    layer = zipped({f"{n}.txt": b"It fell. " * 50_000 for n in range(3)})
    found = result(tmp_path, "a.zip", zipped({f"{n}.zip": layer for n in range(10)}))
    assert sum(": " not in item for item in found) == 4
    assert all("the rest was left out" in item for item in found if ": " in item)


def test_archives_in_archives_without_end(tmp_path: Path) -> None:
    data = zipped({"a.txt": STORY})
    for _ in range(8):
        data = zipped({"a.zip": data})
    (reason,) = result(tmp_path, "a.zip", data)
    assert "inside too many others" in reason


def test_encrypted_and_damaged_members(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": STORY, "b.txt": STORY}))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    found = result(tmp_path, "a.zip", bytes(data))
    assert "encrypted" in found[0]
    assert found[1] == "a.zip/b.txt"
    damaged = gzip.compress(STORY * 100)[:-10]
    assert "damaged or cut off" in result(tmp_path, "b.gz", damaged)[0]


def test_an_archive_without_articles(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({}))
    (item,) = read([tmp_path])
    assert isinstance(item, Skipped)
