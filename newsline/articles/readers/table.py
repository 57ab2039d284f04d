"""Tables: CSV and TSV by the standard library, Parquet and Arrow by pyarrow. One article a row."""

from __future__ import annotations

import csv
import io
import re
import sys
from typing import TYPE_CHECKING, Any, BinaryIO

from newsline.articles.decode import decode
from newsline.articles.draft import Draft, NoArticle, Rejected
from newsline.articles.entries import draft_of
from newsline.articles.fields import BODIES, SUMMARIES, TITLES, normal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

SAMPLE = 16_384
"""Characters from which the delimiter is told."""
SEPARATOR = re.compile(r"\ufeff?\"?sep=([,;\t|])\"?\r?\n", re.I)
"""The line that tells Excel the delimiter."""
ROWS_AT_ONCE = 1_000


def read_csv(data: bytes, name: str) -> Iterator[Draft | Rejected]:
    """An article in each row, the columns named in the first one like the fields of JSON."""
    text = decode(data)
    named = SEPARATOR.match(text)
    text = text[named.end() :] if named else text
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=named[1] if named else _delimiter(text, name))
    try:
        header = [column.strip() for column in next(rows)]
        _check(header)
        for row in rows:
            if any(cell.strip() for cell in row):
                yield draft_of(dict(zip(header, row, strict=False)))
    except csv.Error as error:
        raise NoArticle(f"not valid CSV: {error}") from None


def _delimiter(text: str, name: str) -> str:
    first = text[:SAMPLE].partition("\n")[0]
    if name.lower().endswith((".tsv", ".tab")) and "\t" in first:
        return "\t"
    return max(",;\t|", key=first.count)


def _check(columns: list[str]) -> None:
    known = normal(dict.fromkeys(columns, "x"))
    if not any(key in known for key in (*BODIES, *SUMMARIES, *TITLES)):
        raise NoArticle(
            f"no article in it: no column is named like a text or a title (text, content, body, title ...) "
            f"among {', '.join(columns)[:120]}"
        )


def read_parquet(data: bytes, name: str) -> Iterator[Draft | Rejected]:
    """An article in each row of a Parquet file."""
    from pyarrow import ArrowException, BufferReader, parquet

    try:
        file = parquet.ParquetFile(BufferReader(data))
        _check(file.schema_arrow.names)
        for batch in file.iter_batches(batch_size=ROWS_AT_ONCE):
            yield from _rows(batch.to_pylist())
    except (ArrowException, OSError) as error:
        raise NoArticle(f"not valid Parquet: {_first_line(error)}") from None


def row_group_sizes(stream: BinaryIO) -> list[int]:
    """Bytes of each row group of a Parquet file, uncompressed."""
    from pyarrow import parquet

    found = parquet.ParquetFile(stream).metadata
    return [found.row_group(n).total_byte_size for n in range(found.num_row_groups)]


def read_row_groups(stream: BinaryIO, groups: Iterable[int]) -> Iterator[Draft | Rejected]:
    """An article in each row of some row groups of a Parquet file; the others are not read."""
    from pyarrow import parquet

    file = parquet.ParquetFile(stream)
    _check(file.schema_arrow.names)
    for batch in file.iter_batches(batch_size=ROWS_AT_ONCE, row_groups=list(groups)):
        yield from _rows(batch.to_pylist())


def read_arrow(data: bytes, name: str) -> Iterator[Draft | Rejected]:
    """An article in each row of an Arrow file or stream (Feather version 2 is an Arrow file)."""
    from pyarrow import ArrowException, BufferReader, ipc

    try:
        source = BufferReader(data)
        reader = ipc.open_file(source) if data.startswith(b"ARROW1") else ipc.open_stream(source)
        _check(reader.schema.names)
        batches = (
            (reader.get_batch(n) for n in range(reader.num_record_batches)) if data.startswith(b"ARROW1") else reader
        )
        for batch in batches:
            yield from _rows(batch.to_pylist())
    except (ArrowException, OSError) as error:
        raise NoArticle(f"not valid Arrow: {_first_line(error)}") from None


def _rows(rows: list[Mapping[str, Any]]) -> Iterator[Draft | Rejected]:
    return (draft_of(row) for row in rows)


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n", 1)[0][:200]
