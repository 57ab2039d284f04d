"""Running the per-article stages over many files: in this process, in several, on a cluster, or out of the cache.

The results come in the order of the files whatever ran where: the output is the same bytes for any number of workers.
"""

from __future__ import annotations

import hashlib
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from newsline.articles.files import FoundFile
from newsline.cache import Cache, key
from newsline.model import Analysis
from newsline.workers import Analyse, Processes, Result, Task, Workers, analyse_file, pack, unpack

CHUNK_BYTES = 256 * 1024
"""Input in one task: long enough that handing it over costs little, short enough that the cores finish together."""
CHUNK_FILES = 64
SMALL_BYTES = 400 * 1024
"""Up to this much input one process is done before others have started (about half a second)."""
WINDOW = 3
"""Chunks in flight for each process: bounds what waits in memory behind a slow chunk."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How to run the per-article stages; only `date_order` changes what comes out."""

    date_order: str = "mdy"
    jobs: int = 1
    cache: Cache | None = None
    dask: bool = False
    """Whether the workers are those of a Dask cluster: at `scheduler`, or `jobs` of them on this machine."""
    scheduler: str | None = None
    analyse: Analyse = analyse_file
    progress: Callable[[int], None] | None = None
    """Told how many files are done, after each chunk."""


@dataclass(slots=True)
class _Pending:
    """A chunk on its way: what the cache knew of it, and the task for the rest."""

    files: list[FoundFile]
    keys: list[bytes]
    cached: dict[bytes, bytes]
    missing: list[int]
    """Indexes of the files that have to be analysed."""
    task: Task | None = None


def analyse_files(files: Sequence[FoundFile], settings: Settings) -> Iterator[Result]:
    """The analyses of all files, in their order, and what was left out."""
    workers = _workers(files, settings)
    window = WINDOW * settings.jobs if workers else 0
    try:
        waiting: deque[_Pending] = deque()
        done = 0
        for chunk in _chunks(files):
            waiting.append(_start(chunk, settings, workers))
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
    if settings.dask:
        from newsline.cluster import DaskWorkers

        return DaskWorkers(settings.jobs, settings.date_order, settings.analyse, scheduler=settings.scheduler)
    if settings.jobs > 1 and _is_large(files):
        return Processes(settings.jobs, settings.date_order, settings.analyse)
    return None


def available_cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _start(chunk: list[FoundFile], settings: Settings, workers: Workers | None) -> _Pending:
    keys: list[bytes] = []
    cached: dict[bytes, bytes] = {}
    if settings.cache:
        keys = [_key(file, settings.date_order) for file in chunk]
        cached = settings.cache.get(keys)
    missing = [n for n in range(len(chunk)) if not (keys and keys[n] in cached)]
    pending = _Pending(chunk, keys, cached, missing)
    if workers and missing:
        pending.task = workers.submit([chunk[n] for n in missing])
    return pending


def _finish(pending: _Pending, settings: Settings, workers: Workers | None) -> Iterator[Result]:
    files = [pending.files[n] for n in pending.missing]
    if pending.task and workers:
        packed = workers.result(pending.task, files)
        fresh = [unpack(blob) for blob in packed]
    else:
        fresh = [settings.analyse(file, settings.date_order) for file in files]
        packed = [pack(results) for results in fresh] if settings.cache else []
    if settings.cache:
        # A file that gave no article may give one once a library is installed or a permission changed: not kept.
        kept = zip(pending.missing, packed, fresh, strict=True)
        settings.cache.put({pending.keys[n]: blob for n, blob, results in kept if _has_article(results)})
    news = iter(fresh)
    for n in range(len(pending.files)):
        known = pending.cached.get(pending.keys[n]) if pending.keys else None
        yield from (unpack(known) if known is not None else next(news))


def _has_article(results: list[Result]) -> bool:
    return any(isinstance(result, Analysis) for result in results)


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
