"""The cache: what goes in comes out, its size is bounded, and nothing that happens to its file stops a run."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from newsline import cache as caches
from newsline.cache import Cache, key


@pytest.fixture
def warnings() -> list[str]:
    return []


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "articles.sqlite"


def test_values_survive_closing(path: Path, warnings: list[str]) -> None:
    values = {key("a", bytes([n % 256, n // 256])): b"value %d" % n for n in range(1200)}
    with Cache(path, warn=warnings.append) as cache:
        cache.put(values)
    with Cache(path, warn=warnings.append) as cache:
        assert cache.get([*values, key("absent")]) == values
        assert cache.size().entries == 1200
        assert cache.size().bytes == sum(len(value) for value in values.values())
    assert warnings == []


def test_a_value_put_again_is_replaced(path: Path, warnings: list[str]) -> None:
    with Cache(path, warn=warnings.append) as cache:
        cache.put({b"k": b"long before", b"other": b"x"})
        cache.put({b"k": b"now"})
        assert cache.get([b"k", b"other"]) == {b"k": b"now", b"other": b"x"}
        assert (cache.size().entries, cache.size().bytes) == (2, 4)
    assert warnings == []


def test_keys_depend_on_every_part_and_its_borders() -> None:
    keys = {key("ab", "c"), key("a", "bc"), key("abc"), key("ab", "c", ""), key(b"ab", "d")}
    assert len(keys) == 5
    assert key("ab", b"c") == key(b"ab", "c")


def test_other_rules_other_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    before = key("a")
    monkeypatch.setattr(caches, "rules_version", lambda: b"other")
    assert key("a") != before


def test_least_recently_used_make_room(path: Path, warnings: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1_000_000.0
    monkeypatch.setattr(caches.time, "time", lambda: now)
    with Cache(path, warn=warnings.append, limit=1000) as cache:
        cache.put({b"old": b"x" * 400})
        now += 2 * caches.TOUCH_SECONDS
        cache.put({b"middle": b"x" * 400})
        now += 2 * caches.TOUCH_SECONDS
        cache.get([b"old"])
        cache.put({b"new": b"x" * 400})
        assert set(cache.get([b"old", b"middle", b"new"])) == {b"old", b"new"}
        assert cache.size().bytes <= 1000


@pytest.mark.parametrize("damage", [b"this is no database", b"SQLite format 3\0" + b"\xff" * 4000])
def test_damaged_file_is_rebuilt_with_one_line(path: Path, warnings: list[str], damage: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(damage)
    with Cache(path, warn=warnings.append) as cache:
        cache.put({b"k": b"v"})
        assert cache.get([b"k"]) == {b"k": b"v"}
    assert len(warnings) == 1
    assert str(path) in warnings[0]
    assert "rebuilt" in warnings[0]


def test_unusable_place_is_done_without(tmp_path: Path, warnings: list[str]) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("not a folder")
    with Cache(blocker / "articles.sqlite", warn=warnings.append) as cache:
        cache.put({b"k": b"v"})
        assert cache.get([b"k"]) == {}
        assert cache.size().entries == 0
    assert len(warnings) == 1


def test_runs_at_the_same_time(path: Path, warnings: list[str]) -> None:
    def run(name: int) -> None:
        with Cache(path, warn=warnings.append) as cache:
            for n in range(20):
                cache.put({key(str(name), str(n)): b"value"})

    threads = [threading.Thread(target=run, args=(name,)) for name in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Cache(path, warn=warnings.append) as cache:
        assert cache.size().entries == 80
    assert warnings == []


def test_clear(path: Path, warnings: list[str]) -> None:
    with Cache(path, warn=warnings.append) as cache:
        cache.put({b"k": b"v" * 10_000})
        cache.clear()
        assert cache.size().entries == cache.size().bytes == 0
    assert path.stat().st_mode & 0o077 == 0
