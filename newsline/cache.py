"""What was learned from each file, kept between runs in one SQLite file under the user's cache folder.

An entry is keyed by everything that it depends on: the bytes of the file, its name (ids and file-name dates come from
it), the options that matter to a single article, and the version of the rules. A key therefore never goes stale; it
only falls out of use, and the entries longest out of use make room for new ones.

The cache is a convenience: whatever goes wrong with it costs time, never a result. A damaged file is rebuilt, a locked
or read-only one is done without.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

LIMIT_BYTES = 1 << 30
"""How much the values may take on disk before the least recently used go: about 100,000 articles of 3 kB."""
BUSY_SECONDS = 5.0
"""How long to wait for another run that is writing."""
TOUCH_SECONDS = 86_400
"""A hit is noted at most once a day, so that a run that only reads does not write."""
KEY_BYTES = 20
BATCH = 500
"""Keys in one SQL statement; SQLite allows 999 parameters in its oldest builds."""

SCHEMA = """
CREATE TABLE IF NOT EXISTS entry (
    key BLOB PRIMARY KEY,
    value BLOB NOT NULL,
    used INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS total (id INTEGER PRIMARY KEY CHECK (id = 1), bytes INTEGER NOT NULL);
INSERT OR IGNORE INTO total VALUES (1, 0);
CREATE TRIGGER IF NOT EXISTS entry_added AFTER INSERT ON entry
    BEGIN UPDATE total SET bytes = bytes + length(new.value); END;
CREATE TRIGGER IF NOT EXISTS entry_changed AFTER UPDATE OF value ON entry
    BEGIN UPDATE total SET bytes = bytes + length(new.value) - length(old.value); END;
CREATE TRIGGER IF NOT EXISTS entry_removed AFTER DELETE ON entry
    BEGIN UPDATE total SET bytes = bytes - length(old.value); END;
"""
PUT = """
INSERT INTO entry VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value, used = excluded.used
"""


class Size(Struct, frozen=True):
    """What a cache holds."""

    path: Path
    entries: int
    bytes: int


def default_path() -> Path:
    """The cache file: `NEWSLINE_CACHE` if set, else in the folder that the platform keeps for caches."""
    chosen = os.environ.get("NEWSLINE_CACHE")
    if chosen:
        return Path(chosen)
    from platformdirs import user_cache_path

    return user_cache_path("newsline") / "articles.sqlite"


@cache
def rules_version() -> bytes:
    """A digest of newsline's own code and data: other rules, other keys."""
    root = Path(__file__).parent
    digest = hashlib.blake2b(digest_size=KEY_BYTES)
    for path in sorted(root.rglob("*")):
        if path.suffix in {".py", ".tsv", ".toml", ".txt", ".json"}:
            digest.update(path.relative_to(root).as_posix().encode() + b"\0")
            digest.update(path.read_bytes())
    return digest.digest()


def key(*parts: bytes | str) -> bytes:
    """The key of what depends on these parts and on the rules."""
    digest = hashlib.blake2b(rules_version(), digest_size=KEY_BYTES)
    for part in parts:
        data = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.digest()


class Cache:
    """A bounded key-value store that several runs may use at once. Use it as a context manager."""

    def __init__(self, path: Path, *, warn: Callable[[str], None], limit: int = LIMIT_BYTES) -> None:
        self.path = path
        self.limit = limit
        """Bytes that the values may take."""
        self._warn = warn
        self._connection = self._open()

    def __enter__(self) -> Cache:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """The values that are there, by key."""
        found: dict[bytes, bytes] = {}
        stale: list[bytes] = []
        now = int(time.time())
        for at in range(0, len(keys), BATCH):
            some = keys[at : at + BATCH]
            marks = ",".join("?" * len(some))
            for name, value, used in self._run(f"SELECT key, value, used FROM entry WHERE key IN ({marks})", some):
                found[name] = value
                if now - used > TOUCH_SECONDS:
                    stale.append(name)
        self._write("UPDATE entry SET used = ? WHERE key = ?", [(now, name) for name in stale])
        return found

    def put(self, values: Mapping[bytes, bytes]) -> None:
        """Adds or replaces values; those longest unused make room when the limit is passed."""
        now = int(time.time())
        self._write(PUT, [(k, v, now) for k, v in values.items()])
        self._trim()

    def size(self) -> Size:
        """How much it holds."""
        rows = self._run("SELECT (SELECT count(*) FROM entry), (SELECT bytes FROM total)", ())
        entries, size = rows[0] if rows else (0, 0)
        return Size(self.path, entries, size)

    def clear(self) -> None:
        """Removes every entry and gives the space back."""
        self._write("DELETE FROM entry", [()])
        self._run("VACUUM", ())

    def close(self) -> None:
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None

    def _open(self) -> sqlite3.Connection | None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            return self._connect()
        except sqlite3.OperationalError as error:  # locked, read-only, no space: a sound file that cannot be used now
            self._warn(f"{self.path}: the cache cannot be used ({error}); going on without it")
        except sqlite3.DatabaseError as error:
            return self._rebuild(error)
        except OSError as error:
            self._warn(f"{self.path}: the cache cannot be used ({error.strerror}); going on without it")
        return None

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = OFF")  # a lost entry is worked out again
            connection.executescript(SCHEMA)
        except sqlite3.Error:
            connection.close()
            raise
        with suppress(OSError):
            self.path.chmod(0o600)  # values are pickles: nobody else may write them
        return connection

    def _rebuild(self, error: sqlite3.Error) -> sqlite3.Connection | None:
        self._warn(f"{self.path}: the cache was damaged ({error}) and has been rebuilt")
        try:
            for suffix in ("", "-wal", "-shm"):
                self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)
            return self._connect()
        except (OSError, sqlite3.Error):
            return None

    def _run(self, statement: str, values: Sequence[bytes]) -> list[tuple[Any, ...]]:
        if self._connection is None:
            return []
        try:
            return self._connection.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            self._failed(error)
            return []

    def _write(self, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
        rows = list(rows)
        if self._connection is None or not rows:
            return
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany(statement, rows)
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            with suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")
            self._failed(error)

    def _failed(self, error: sqlite3.Error) -> None:
        """A lock that lasts is no damage; anything else that is wrong with the file means a new one."""
        if isinstance(error, sqlite3.OperationalError):
            return
        self.close()
        self._connection = self._rebuild(error)

    def _trim(self) -> None:
        """Removes the entries longest unused, down to nine tenths of the limit, so that it is not done at every run."""
        rows = self._run("SELECT bytes FROM total", ())
        over = (rows[0][0] if rows else 0) - self.limit
        if over <= 0:
            return
        room = over + self.limit // 10
        gone: list[tuple[bytes]] = []
        for name, length, _ in self._run("SELECT key, length(value), used FROM entry ORDER BY used, key", ()):
            if room <= 0:
                break
            room -= int(length)
            gone.append((name,))
        self._write("DELETE FROM entry WHERE key = ?", gone)
