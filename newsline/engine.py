"""Running the per-article stages over many files: in this process, in several, or out of the cache.

The results come in the order of the files whatever ran where, so the output is the same bytes for any number of
processes. A process that dies takes nothing with it: what was in flight is tried again file by file in a process of
its own, and only the file that kills that one, too, is named and left out.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import pickle
import signal
import zlib
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

from newsline.articles.files import FoundFile
from newsline.cache import Cache, key
from newsline.model import Analysis, Skipped

CHUNK_BYTES = 256 * 1024
"""Input in one task: long enough that handing it over costs little, short enough that the cores finish together."""
CHUNK_FILES = 64
SMALL_BYTES = 400 * 1024
"""Up to this much input one process is done before others have started (about half a second)."""
WINDOW = 3
"""Chunks in flight for each process: bounds what waits in memory behind a slow chunk."""
ZLIB_LEVEL = 1
"""The fastest: analyses shrink to a third, and inflating them costs less than reading the difference."""

Result = Analysis | Skipped


def analyse_file(file: FoundFile, date_order: str) -> list[Result]:
    """The per-article stages for one file. Never raises: what goes wrong is the reason why the article is left out."""
    from newsline.articles.read import read_file
    from newsline.pipeline import analyse

    results: list[Result] = []
    for item in read_file(file):
        if isinstance(item, Skipped):
            results.append(item)
            continue
        try:
            results.append(analyse(item, date_order))
        except Exception as error:
            results.append(Skipped(item.id, f"failed in analysis ({type(error).__name__}: {error}); please report it"))
    return results


@dataclass(frozen=True, slots=True)
class Settings:
    """How to run the per-article stages; only `date_order` changes what comes out."""

    date_order: str = "mdy"
    jobs: int = 1
    cache: Cache | None = None
    analyse: Callable[[FoundFile, str], list[Result]] = analyse_file
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
    task: Future[list[bytes]] | None = None


def analyse_files(files: Sequence[FoundFile], settings: Settings) -> Iterator[Result]:
    """The analyses of all files, in their order, and what was left out."""
    pool = _Pool(settings) if settings.jobs > 1 and _is_large(files) else None
    try:
        waiting: deque[_Pending] = deque()
        done = 0
        for chunk in _chunks(files):
            waiting.append(_start(chunk, settings, pool))
            if len(waiting) > (WINDOW * settings.jobs if pool else 0):
                done += len(waiting[0].files)
                yield from _finish(waiting.popleft(), settings, pool)
                _report(settings, done)
        while waiting:
            done += len(waiting[0].files)
            yield from _finish(waiting.popleft(), settings, pool)
            _report(settings, done)
    finally:
        if pool:
            pool.close()


def available_cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _start(chunk: list[FoundFile], settings: Settings, pool: _Pool | None) -> _Pending:
    keys: list[bytes] = []
    cached: dict[bytes, bytes] = {}
    if settings.cache:
        keys = [_key(file, settings.date_order) for file in chunk]
        cached = settings.cache.get(keys)
    missing = [n for n in range(len(chunk)) if not (keys and keys[n] in cached)]
    pending = _Pending(chunk, keys, cached, missing)
    if pool and missing:
        pending.task = pool.submit([chunk[n] for n in missing])
    return pending


def _finish(pending: _Pending, settings: Settings, pool: _Pool | None) -> Iterator[Result]:
    files = [pending.files[n] for n in pending.missing]
    if pending.task and pool:
        packed = pool.result(pending.task, files)
        fresh = [_unpack(blob) for blob in packed]
    else:
        fresh = [settings.analyse(file, settings.date_order) for file in files]
        packed = [_pack(results) for results in fresh] if settings.cache else []
    if settings.cache:
        # A file that gave no article may give one once a library is installed or a permission changed: not kept.
        kept = zip(pending.missing, packed, fresh, strict=True)
        settings.cache.put({pending.keys[n]: blob for n, blob, results in kept if _has_article(results)})
    news = iter(fresh)
    for n in range(len(pending.files)):
        known = pending.cached.get(pending.keys[n]) if pending.keys else None
        yield from (_unpack(known) if known is not None else next(news))


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


def _pack(results: list[Result]) -> bytes:
    return zlib.compress(pickle.dumps(results, pickle.HIGHEST_PROTOCOL), ZLIB_LEVEL)


def _unpack(blob: bytes) -> list[Result]:
    results: list[Result] = pickle.loads(zlib.decompress(blob))
    return results


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


class _Pool:
    """Worker processes that survive the death of one of them."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._executor = _executor(self._settings.jobs)

    def submit(self, files: list[FoundFile]) -> Future[list[bytes]]:
        try:
            return self._submit(self._executor, files)
        except BrokenProcessPool:
            self._restart()
            return self._submit(self._executor, files)

    def result(self, task: Future[list[bytes]], files: list[FoundFile]) -> list[bytes]:
        try:
            return task.result()
        except BrokenProcessPool:
            return self._one_by_one(files)

    def close(self) -> None:
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _submit(self, executor: ProcessPoolExecutor, files: list[FoundFile]) -> Future[list[bytes]]:
        return executor.submit(_work, files, self._settings.date_order, self._settings.analyse)

    def _restart(self) -> None:
        self._executor.shutdown(wait=False, cancel_futures=True)
        self._executor = _executor(self._settings.jobs)

    def _one_by_one(self, files: list[FoundFile]) -> list[bytes]:
        """Each file in turn in a process that does nothing else, so that a death has one possible cause."""
        blobs: list[bytes] = []
        alone = _executor(1)
        for file in files:
            try:
                blobs += self._submit(alone, [file]).result()
            except BrokenProcessPool:
                alone.shutdown(wait=False)
                alone = _executor(1)
                blobs.append(_pack([Skipped(file.id, "its analysis died twice (out of memory?)")]))
        alone.shutdown()
        return blobs


def _executor(jobs: int) -> ProcessPoolExecutor:
    # A fork server is clean of the threads and files of this process, and imports newsline once for all workers.
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    if method == "forkserver":
        context.set_forkserver_preload(["newsline.pipeline", "newsline.articles.read"])
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_ignore_interrupts)


def _ignore_interrupts() -> None:
    """Ctrl-C is for the parent, which then stops the workers in order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _work(files: list[FoundFile], date_order: str, analyse: Callable[[FoundFile, str], list[Result]]) -> list[bytes]:
    return [_pack(analyse(file, date_order)) for file in files]
