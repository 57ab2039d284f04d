"""Compressed files and archives, with limits: what unpacks to more than it should is not unpacked.

The reader of files keeps the sum over nested archives; here every single member is cut off at its limit, whatever size
the archive claims for it.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
import zlib
from typing import IO, TYPE_CHECKING

from newsline.articles.draft import Item, Member, NoArticle, Rejected

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_MEMBER = 100_000_000
"""Bytes of one unpacked file."""
MAX_MEMBERS = 50_000
BROKEN = (
    OSError,
    EOFError,
    zlib.error,
    lzma.LZMAError,
    ValueError,
    RuntimeError,
    NotImplementedError,
    tarfile.TarError,
)


def read_gzip(data: bytes, name: str) -> Iterator[Item]:
    """The file inside a .gz."""
    with gzip.open(io.BytesIO(data)) as stream:
        yield _single(stream, name, (".gz", ".tgz"))


def read_bzip2(data: bytes, name: str) -> Iterator[Item]:
    """The file inside a .bz2."""
    with bz2.BZ2File(io.BytesIO(data)) as stream:
        yield _single(stream, name, (".bz2", ".tbz2", ".tbz"))


def read_xz(data: bytes, name: str) -> Iterator[Item]:
    """The file inside a .xz or .lzma."""
    with lzma.LZMAFile(io.BytesIO(data)) as stream:
        yield _single(stream, name, (".xz", ".lzma", ".txz"))


def _single(stream: IO[bytes] | gzip.GzipFile, name: str, suffixes: tuple[str, ...]) -> Member:
    try:
        content = _limited(stream)
    except BROKEN as error:
        raise NoArticle(f"damaged or cut off: {error}") from None
    inner = name
    for suffix in suffixes:
        if name.lower().endswith(suffix):
            inner = name[: -len(suffix)] + (".tar" if suffix.startswith(".t") else "")
    return Member(inner, content, is_all=True)


def _limited(stream: IO[bytes] | gzip.GzipFile) -> bytes:
    content = stream.read(MAX_MEMBER + 1)
    if len(content) > MAX_MEMBER:
        raise NoArticle(f"too large: unpacks to more than {MAX_MEMBER // 1_000_000} MB")
    return content


def read_zip(data: bytes, name: str) -> Iterator[Item]:
    """The files of a .zip, in order of their names."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, *BROKEN) as error:
        raise NoArticle(f"damaged or no ZIP file: {error}") from None
    with archive:
        entries = sorted(
            (entry for entry in archive.infolist() if not entry.is_dir()), key=lambda entry: entry.filename
        )
        for entry in entries[:MAX_MEMBERS]:
            if _is_hidden(entry.filename):
                continue
            if entry.flag_bits & 1:
                yield Rejected("encrypted: unpack it with its password first", entry.filename)
                continue
            try:
                with archive.open(entry) as stream:
                    yield Member(_safe(entry.filename), _limited(stream))
            except NoArticle as problem:
                yield Rejected(str(problem), entry.filename)
            except (zipfile.BadZipFile, *BROKEN) as error:
                yield Rejected(f"damaged: {error}", entry.filename)


def read_tar(data: bytes, name: str) -> Iterator[Item]:
    """The regular files of a .tar, in the order in which they stand there; nothing is written to the disk."""
    try:
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:") as archive:
            for count, entry in enumerate(archive):
                if count >= MAX_MEMBERS:
                    break
                if not entry.isfile() or _is_hidden(entry.name):
                    continue
                stream = archive.extractfile(entry)
                if stream is None:
                    continue
                try:
                    content = _limited(stream)
                except NoArticle as problem:
                    yield Rejected(str(problem), entry.name)
                    continue
                yield Member(_safe(entry.name), content)
    except BROKEN as error:
        raise NoArticle(f"damaged or cut off: {error}") from None


def _is_hidden(path: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) and part not in (".", "..") for part in path.split("/"))


def _safe(path: str) -> str:
    """A path for an id: without drive, root and steps upwards."""
    return "/".join(part for part in path.replace("\\", "/").split("/") if part not in ("", ".", ".."))
