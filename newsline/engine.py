"""Running the per-article stages over many files: in this process, in several, or out of the cache.

The results come in the order of the files whatever ran where: the output is the same bytes for any number of workers.
"""

from __future__ import annotations

import hashlib
import os
import zlib
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from newsline.articles.files import FoundFile
from newsline.cache import Cache, key
from newsline.parcel import Parcel, Result
from newsline.workers import Analyse, Processes, Task, Workers, analyse_file

CHUNK_BYTES = 256 * 1024
"""Input in one task: long enough that handing it over costs little, short enough that the cores finish together."""
CHUNK_FILES = 64
SMALL_BYTES = 400 * 1024
"""Up to this much input one process is done before others have started (about half a second)."""
WINDOW = 3
"""Chunks in flight for each process: bounds what waits in memory behind a slow chunk."""


class Settings(Struct, frozen=True):
    """How to run the per-article stages; only `date_order` changes what comes out."""

    date_order: str = "mdy"
    jobs: int = 1
    cache: Cache | None = None
    analyse: Analyse = analyse_file
    progress: Callable[[int], None] | None = None
    """Told how many files are done, after each chunk."""


class Known(Struct, frozen=True):
    """What a file held when it was looked at."""

    key: bytes
    """Its key in the cache: all that its analysis depends on."""
    stamp: tuple[int, int] | None
    """Time of its last change in nanoseconds and size, where it has them."""


class Analysed(NamedTuple):
    """What a file gave."""

    file: FoundFile
    parcel: Parcel


class _Pending(Struct):
    """A chunk on its way: what the cache knew of it, and the task for the rest."""

    files: list[FoundFile]
    known: list[Known]
    cached: dict[bytes, bytes]
    missing: list[int]
    """Indexes of the files that have to be analysed."""
    task: Task | None = None


def look(files: Sequence[FoundFile], date_order: str) -> list[Known]:
    """What each file holds, for the cache: reads them all."""
    stamped = [(_stamp(file), file) for file in files]  # before it is read: what is written later shows
    return [Known(_key(file, date_order), stamp) for stamp, file in stamped]


def are_unchanged(files: Sequence[FoundFile], known: Sequence[Known]) -> bool:
    """Whether no file was written to since it was looked at."""
    return all(one.stamp == _stamp(file) for file, one in zip(files, known, strict=True))


def analyse_files(
    files: Sequence[FoundFile], settings: Settings, known: Sequence[Known] | None = None
) -> Iterator[Result]:
    """The analyses of all files, in their order, and what was left out.

    `known` is what `look` found, where the cache was asked for the whole folder before.
    """
    for one in analyse_each(files, settings, known):
        yield from one.parcel.opened()


def analyse_each(
    files: Sequence[FoundFile], settings: Settings, known: Sequence[Known] | None = None
) -> Iterator[Analysed]:
    """The same, file by file: a file may hold several articles."""
    workers = _workers(files, settings)
    window = WINDOW * settings.jobs if workers else 0
    try:
        waiting: deque[_Pending] = deque()
        done = 0
        begun = 0
        for chunk in _chunks(files):
            of_chunk = known[begun : begun + len(chunk)] if known is not None else None
            begun += len(chunk)
            waiting.append(_start(chunk, of_chunk, settings, workers))
            while len(waiting) > window:
                done += len(waiting[0].files)
                yield from _finish(waiting.popleft(), settings, workers)
                _report(settings, done)
        while waiting:
            done += len(waiting[0].files)
            yield from _finish(waiting.popleft(), settings, workers)
            _report(settings, done)
    finally:
        if workers:
            workers.close()


def _workers(files: Sequence[FoundFile], settings: Settings) -> Workers | None:
    """None: the work is done in this process."""
    if settings.jobs > 1 and _is_large(files):
        return Processes(settings.jobs, settings.date_order, settings.analyse)
    return None


def available_cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _start(
    chunk: list[FoundFile], known: Sequence[Known] | None, settings: Settings, workers: Workers | None
) -> _Pending:
    cached: dict[bytes, bytes] = {}
    known = list(known or look(chunk, settings.date_order)) if settings.cache else []
    if settings.cache:
        cached = settings.cache.get([one.key for one in known])
    missing = [n for n in range(len(chunk)) if not (known and known[n].key in cached)]
    pending = _Pending(chunk, known, cached, missing)
    if workers and missing:
        pending.task = workers.submit([chunk[n] for n in missing])
    return pending


def _finish(pending: _Pending, settings: Settings, workers: Workers | None) -> Iterator[Analysed]:
    files = [pending.files[n] for n in pending.missing]
    if pending.task and workers:
        fresh = [Parcel.received(blob) for blob in workers.result(pending.task, files)]
    else:
        fresh = [_analysed(file, settings) for file in files]
    if settings.cache:
        # A file that gave no article may give one once a library is installed or a permission changed: not kept.
        # Nor is one that somebody wrote to meanwhile: its key is that of what it held before.
        kept = {
            pending.known[n].key: parcel.closed()
            for n, file, parcel in zip(pending.missing, files, fresh, strict=True)
            if parcel.has_article and pending.known[n].stamp == _stamp(file)
        }
        settings.cache.put(kept)
    news = iter(fresh)
    for n, file in enumerate(pending.files):
        blob = pending.cached.get(pending.known[n].key) if pending.known else None
        yield Analysed(file, next(news) if blob is None else _received(blob, file, settings))


def _received(blob: bytes, file: FoundFile, settings: Settings) -> Parcel:
    """What the cache knew of a file; a damaged entry is worked out again."""
    try:
        return Parcel.received(blob)
    except zlib.error:
        return _analysed(file, settings)


def _analysed(file: FoundFile, settings: Settings) -> Parcel:
    """What a file gives, worked out in this process."""
    parcel = Parcel.of(settings.analyse(file, settings.date_order))
    return Parcel(parcel.fronts, parcel.results, parcel.closed()) if settings.cache else parcel


def _report(settings: Settings, done: int) -> None:
    if settings.progress:
        settings.progress(done)


def _key(file: FoundFile, date_order: str) -> bytes:
    digest = hashlib.blake2b(digest_size=32)
    if file.data is not None:
        digest.update(file.data)
    elif file.problem is None:
        try:
            with file.path.open("rb") as stream:
                while block := stream.read(1 << 20):
                    digest.update(block)
        except OSError as error:
            digest.update(str(error).encode())
    return key(file.id, file.path.name, file.problem or "", date_order, digest.digest())


def _stamp(file: FoundFile) -> tuple[int, int] | None:
    if file.data is not None or file.problem is not None:
        return None
    try:
        status = os.stat(file.path)
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def _is_large(files: Sequence[FoundFile]) -> bool:
    total = 0
    for file in files:
        total += _size(file)
        if total > SMALL_BYTES:
            return True
    return False


def _size(file: FoundFile) -> int:
    try:
        return len(file.data) if file.data is not None else file.path.stat().st_size
    except OSError:
        return 0


def _chunks(files: Sequence[FoundFile]) -> Iterator[list[FoundFile]]:
    chunk: list[FoundFile] = []
    size = 0
    for file in files:
        chunk.append(file)
        size += _size(file)
        if size >= CHUNK_BYTES or len(chunk) >= CHUNK_FILES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk
