"""Timelines in partitions: JSON Lines or Parquet files in a folder, written anywhere that fsspec reaches.

The records are those of the JSON contract. A folder holds `events/`, `articles/` and `skipped/`, each with its parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from newsline.errors import NewslineError, UsageError
from newsline.formats.json import dumps
from newsline.formats.records import Record

PARQUET, JSONL = ".parquet", ".jsonl"
DONE = "_SUCCESS"
"""The file that says that all parts are there, as Hadoop and Spark name it."""


def suffix_of(folder: str) -> str:
    """What the parts of a folder are: Parquet if it is called like that ("timeline.parquet/"), else JSON Lines."""
    return PARQUET if folder.rstrip("/").lower().endswith(PARQUET) else JSONL


def check(folder: str) -> None:
    """Raises UsageError where the folder holds something already, whose parts would mix with the new ones."""
    files, path = _opened(folder)
    if files.exists(path) and files.ls(path):
        raise UsageError(f"{folder}: is not empty; name a new folder for --output")


def write(folder: str, kind: str, number: int, records: Sequence[Record]) -> int:
    """Writes one part ("events", "articles" or "skipped") and returns how many records it has."""
    suffix = suffix_of(folder)
    files, path = _opened(folder)
    files.makedirs(f"{path}/{kind}", exist_ok=True)
    with files.open(f"{path}/{kind}/part-{number:05}{suffix}", "wb") as stream:
        if suffix == PARQUET:
            _write_table(stream, kind, records)
        else:
            stream.writelines(line.encode("utf-8", "backslashreplace") for line in map(dumps, records))
    return len(records)


def write_document(folder: str, name: str, text: str) -> None:
    """Puts a whole document beside the parts."""
    files, path = _opened(folder)
    files.makedirs(path, exist_ok=True)
    with files.open(f"{path}/{name}", "wb") as stream:
        stream.write(text.encode("utf-8", "backslashreplace"))


def _opened(folder: str) -> tuple[Any, str]:
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise NewslineError(f'{folder}: folders need an extra: pip install "newsline[cluster]"') from None
    try:
        files, path = url_to_fs(folder)
    except (ImportError, ValueError) as error:
        raise NewslineError(f"{folder}: {error}; check the address") from None
    return files, str(path).rstrip("/")


def _write_table(stream: Any, kind: str, records: Iterable[Record]) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    text, texts, number = pa.string(), pa.list_(pa.string()), pa.int64()
    conflict = pa.struct([("kind", text), ("text", text), ("articles", texts)])
    source = pa.struct(
        [(name, text) for name in ("article", "title", "publisher", "url", "published", "quote")]
        + [("start", number), ("end", number), ("phrase", text), ("phrase_start", number), ("phrase_end", number)]
        + [("why", texts)]
    )
    pronoun = pa.struct([("start", number), ("end", number), ("name", text)])
    date = [("date", text), ("earliest", text), ("latest", text)]
    schemas = {
        "events": [
            ("id", text), *date, ("precision", text), ("approximate", pa.bool_()), ("time", text), ("text", text),
            ("status", text), ("attributed_to", text), ("score", pa.float64()), ("sources", pa.list_(source)),
            ("conflicts", pa.list_(conflict)), ("why", texts), ("stands_for", pronoun),
        ],
        "articles": [
            *((name, text) for name in ("article", "title", "publisher", "url", "language", "published")), *date[1:],
            ("published_from", text), ("probability", pa.float64()), ("why", texts), ("characters", number),
            ("copy_of", text),
        ],
        "skipped": [("path", text), ("reason", text)],
    }  # fmt: skip
    parquet.write_table(pa.Table.from_pylist(list(records), schema=pa.schema(schemas[kind])), stream)
