"""A corpus in pieces, each read by itself: files, byte ranges of JSON Lines and WARC, row groups of Parquet.

Addresses ("s3://bucket/crawl/*.warc.gz") are listed and opened by fsspec, here and on the workers of a cluster. The
articles of a file that was cut are numbered within their piece; `Piece.place` lets the number within the file be found
once all pieces are read.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from msgspec import Struct
from msgspec.structs import replace

from newsline.articles.draft import Draft, Item, Rejected
from newsline.articles.files import SYSTEM_FILES, FoundFile, find, told_apart
from newsline.articles.read import MAX_BYTES, MAX_MESSAGE, Budget, complete, items_of, read_file
from newsline.errors import NewslineError, UsageError
from newsline.model import Article, Skipped

PIECE_BYTES = 8 << 20
"""A piece of a file that can be cut: some 2,500 articles as JSON Lines, half a minute of one core."""
WINDOW = 1 << 20
"""Bytes read at once in search of the next record of a WARC file."""
LINES, WARC, ROWS = (".jsonl", ".ndjson", ".jsonlines"), (".warc", ".warc.gz"), (".parquet", ".pq")
CUT = (*LINES, *WARC, *ROWS)
GLOB = frozenset("*?[")
UNREADABLE_LINES = (b"\xff\xfe", b"\xfe\xff")
"""UTF-16 has line ends inside its characters: such a file is not cut."""
GZIP = b"\x1f\x8b\x08"
BLANK_LINE, VERSION = b"\r\n\r\n", b"WARC/"
OVERLAP = 1024
"""Bytes that two windows share: more than tells a record."""
TOO_LARGE = "too large to be sent; name it by an address that the workers can open (file://, s3:// ...)"
EXTRA = 'addresses need an extra: pip install "newsline[cluster]"'


class Piece(Struct, frozen=True):
    """What is read in one go: a file, or a part of one that was cut."""

    file: FoundFile
    url: str | None = None
    """Where it is opened; None for a file that is read by its path, or whose content travels with it."""
    size: int = 0
    """Bytes to read, for sharing out the work."""
    place: int | None = None
    """Its number among the pieces of its file; None where the file is whole."""
    first: int = 0
    last: int = 0
    """The bytes, or the row groups, that it begins and ends with; what begins before `last` belongs to it."""


def is_address(text: str) -> bool:
    """Whether an argument is for fsspec: it has a scheme, or marks of a glob that no shell has expanded."""
    return "://" in text or bool(GLOB.intersection(text))


def find_pieces(arguments: Sequence[str], *, travel: bool = False, stdin: BinaryIO | None = None) -> list[Piece]:
    """The files under some paths, then those at some addresses, in order, the large ones cut.

    With `travel` the contents of files under paths travel with their pieces, to be read on other machines. Raises
    NewslineError where an address cannot be listed.
    """
    addresses = [one for one in arguments if is_address(one) and not Path(one).exists()]
    paths = [Path(one) for one in arguments if one not in addresses]
    whole = [_at_path(file, travel) for file in find(paths, stdin=stdin)]
    for address in addresses:
        try:
            whole += _listed(address)
        except NewslineError:
            raise
        except Exception as error:  # whatever the library of a storage raises
            raise NewslineError(f"{address}: cannot be listed ({_told(error)}); check the address and access") from None
    files = told_apart([one.file for one in whole])
    return [part for one, file in zip(whole, files, strict=True) for part in _cut(replace(one, file=file))]


def _at_path(file: FoundFile, travel: bool) -> Piece:
    """A file of this machine, with its content if it is to be read on others."""
    if file.data is not None or file.problem is not None:
        return Piece(file, size=len(file.data or b""))
    try:
        size = file.path.stat().st_size
        if travel and file.path.is_file():
            if size > MAX_BYTES:
                return Piece(replace(file, problem=TOO_LARGE), size=0)
            file = replace(file, data=file.path.read_bytes())
    except OSError as error:
        return Piece(replace(file, problem=f"unreadable: {(error.strerror or str(error)).lower()}"))
    return Piece(file, size=size)


def _told(error: Exception) -> str:
    return " ".join(str(error).split())[:MAX_MESSAGE] or type(error).__name__


def read_piece(piece: Piece) -> list[Article | Skipped]:
    """The articles of a piece, or why it has none. Takes and returns values that can be pickled."""
    file = piece.file
    try:
        if piece.place is None:
            return read_file(file if piece.url is None else _loaded(file, piece.url))
        found, problem = _items(piece)
    except Exception as error:  # whatever the library of a storage raises
        return [Skipped(file.id, f"unreadable: {_told(error)}")]
    read = [complete(f"{file.id}#{n}", file.id, item) for n, item in enumerate(found, 1)]
    return [*read, Skipped(file.id, problem)] if problem else read


def _listed(address: str) -> Iterator[Piece]:
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise NewslineError(f"{address}: {EXTRA}") from None
    files, path = url_to_fs(address)
    root = path.rstrip("/")
    if GLOB.intersection(path):
        root = path[: min(path.index(mark) for mark in GLOB if mark in path)].rpartition("/")[0]
        found = files.glob(path, detail=True)
    elif files.isdir(path):
        found = files.find(path, detail=True)
    else:
        root, found = root.rpartition("/")[0], {path: files.info(path)} if files.exists(path) else {}
    if not found:
        raise UsageError(f"{address}: no such file; name a file, a folder or a glob that fits some")
    for name in sorted(found, key=lambda one: one.split("/")):
        article = name.removeprefix(root).lstrip("/")
        if found[name]["type"] == "file" and not any(map(_is_hidden, article.split("/"))):
            url = files.unstrip_protocol(name)
            yield Piece(FoundFile(article, Path(name)), url, int(found[name]["size"] or 0))


def _is_hidden(name: str) -> bool:
    """Whether a file is no article: hidden, of the system, or a mark such as "_SUCCESS" beside the parts of a table."""
    return name.startswith((".", "_")) or name.lower() in SYSTEM_FILES


def _cut(piece: Piece) -> Iterator[Piece]:
    """The pieces of a file: of one that is large and can be cut several, else the file itself."""
    name = piece.file.path.name.lower()
    is_whole = piece.file.data is not None or piece.file.problem is not None or not name.endswith(CUT)
    if is_whole or piece.size <= PIECE_BYTES:
        is_large = piece.url is not None and piece.size > MAX_BYTES
        problem = f"too large: more than {MAX_BYTES // 1_000_000} MB" if is_large else piece.file.problem
        yield replace(piece, file=replace(piece.file, problem=problem))
        return
    try:
        ends = list(_ends_of_rows(piece) if name.endswith(ROWS) else _ends_of_bytes(piece))
    except Exception:  # what is wrong with it is told when it is read
        yield piece
        return
    first = 0
    for place, (last, size) in enumerate(ends):
        yield replace(piece, size=size, place=place, first=first, last=last)
        first = last


def _ends_of_bytes(piece: Piece) -> Iterator[tuple[int, int]]:
    with _open(piece) as stream:
        if stream.read(2) in UNREADABLE_LINES:
            yield piece.size, piece.size
            return
    for first in range(0, piece.size, PIECE_BYTES):
        last = min(piece.size, first + PIECE_BYTES)
        yield last, last - first


def _ends_of_rows(piece: Piece) -> Iterator[tuple[int, int]]:
    from newsline.articles.readers.table import row_group_sizes

    with _open(piece) as stream:
        sizes = row_group_sizes(stream)
    size = 0
    for group, more in enumerate(sizes):
        if size and size + more > PIECE_BYTES:
            yield group, size
            size = 0
        size += more
    yield len(sizes), size


def _open(piece: Piece) -> Any:
    if piece.url is None:
        return piece.file.path.open("rb")
    import fsspec

    return fsspec.open(piece.url, "rb")


def _loaded(file: FoundFile, url: str) -> FoundFile:
    """A whole file with its content."""
    if file.problem is not None:
        return file
    with _open(Piece(file, url)) as stream:
        return replace(file, data=stream.read())


def _items(piece: Piece) -> tuple[list[Draft | Rejected], str | None]:
    """What is in a piece of a file that was cut; that it holds no article is no problem of the file."""
    name = piece.file.path.name
    with _open(piece) as stream:
        if name.lower().endswith(ROWS):
            from newsline.articles.readers.table import read_row_groups

            return _kept(list(read_row_groups(stream, range(piece.first, piece.last)))), None
        data = (_warc if name.lower().endswith(WARC) else _lines)(stream, piece)
    if not data.strip():
        return [], None
    found, problem = items_of(data, name, Budget(len(data)))
    return _kept(found), problem if found else None


def _kept(found: Sequence[Item]) -> list[Draft | Rejected]:
    return [item for item in found if isinstance(item, Draft | Rejected)]


def _lines(stream: BinaryIO, piece: Piece) -> bytes:
    """The lines that begin in the piece."""
    if piece.first:
        stream.seek(piece.first - 1)
        stream.readline()
    first = stream.tell()
    if first >= piece.last:
        return b""
    data = stream.read(piece.last - first)
    return data if data.endswith(b"\n") else data + stream.readline()


def _warc(stream: BinaryIO, piece: Piece) -> bytes:
    """The records that begin in the piece."""
    first = _record(stream, piece.first) if piece.first else 0
    last = _record(stream, piece.last)
    if first is None or (last is not None and first >= last):
        return b""
    stream.seek(first)
    return stream.read() if last is None else stream.read(last - first)


def _record(stream: BinaryIO, at: int) -> int | None:
    """Where the first record begins at `at` or behind it; None behind the last. Of gzip each record is a member."""
    stream.seek(0)
    is_gzip = stream.read(len(GZIP)) == GZIP
    mark, before = (GZIP, 0) if is_gzip else (BLANK_LINE + VERSION, len(BLANK_LINE))
    position = at - before
    while True:
        stream.seek(position)
        window = stream.read(WINDOW)
        found = window.find(mark)
        while found >= 0 and is_gzip and not _is_member(window[found : found + OVERLAP]):
            found = window.find(mark, found + 1)
        if found >= 0:
            return position + found + before
        if len(window) < WINDOW:
            return None
        position += WINDOW - OVERLAP


def _is_member(data: bytes) -> bool:
    """Whether a record begins here, and not merely bytes that look like the mark of gzip."""
    try:
        return zlib.decompressobj(wbits=31).decompress(data, len(VERSION)) == VERSION
    except zlib.error:
        return False
