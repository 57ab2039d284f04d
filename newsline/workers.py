"""Processes that analyse files for the engine, and what they are sent and send back.

What runs processes is imported where it is used: a small folder is read in this one.

A process that dies takes nothing with it: what was in flight is tried again file by file in a process of its own, and
only the file that kills that one, too, is named and left out.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from newsline.articles.files import FoundFile
from newsline.garbage import collect_seldom
from newsline.model import Skipped
from newsline.parcel import Result, pack

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

Analyse = Callable[[FoundFile, str], list[Result]]
"""The per-article stages for one file, given the order of day and month."""


class Task(Protocol):
    """A chunk that is being worked on."""

    def result(self) -> list[bytes]:
        """Waits for the packed results, one for each file."""
        ...


class Workers(Protocol):
    """Where chunks of files are analysed."""

    def submit(self, files: list[FoundFile]) -> Task:
        """Starts on a chunk."""
        ...

    def result(self, task: Task, files: list[FoundFile]) -> list[bytes]:
        """The packed results of a chunk; a file that kills its worker gives a Skipped."""
        ...

    def close(self) -> None:
        """Stops the workers; what has not begun is dropped."""
        ...


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


def work(task: bytes) -> list[bytes]:
    """What a worker does with a chunk. It reads the task itself: one that the pool cannot read would end the worker."""
    chunk: tuple[list[FoundFile], str, Analyse] = pickle.loads(task)
    files, date_order, analyse = chunk
    return [pack(analyse(file, date_order)) for file in files]


def killed(file: FoundFile) -> bytes:
    """The packed result of a file that nothing survives."""
    return pack([Skipped(file.id, "its analysis died twice (out of memory?)")])


class Processes:
    """Worker processes on this machine."""

    def __init__(self, jobs: int, date_order: str, analyse: Analyse) -> None:
        self._jobs = jobs
        self._date_order = date_order
        self._analyse = analyse
        self._executor = _executor(jobs)

    def submit(self, files: list[FoundFile]) -> Task:
        from concurrent.futures.process import BrokenProcessPool

        try:
            return self._submit(self._executor, files)
        except BrokenProcessPool:
            _abandon(self._executor)
            self._executor = _executor(self._jobs)
            return self._submit(self._executor, files)

    def result(self, task: Task, files: list[FoundFile]) -> list[bytes]:
        from concurrent.futures.process import BrokenProcessPool

        try:
            return task.result()
        except BrokenProcessPool:
            return self._one_by_one(files)

    def close(self) -> None:
        if self._executor._broken:
            _abandon(self._executor)
        else:
            self._executor.shutdown(wait=True, cancel_futures=True)

    def _submit(self, executor: ProcessPoolExecutor, files: list[FoundFile]) -> Future[list[bytes]]:
        return executor.submit(work, pickle.dumps((files, self._date_order, self._analyse)))

    def _one_by_one(self, files: list[FoundFile]) -> list[bytes]:
        """Each file in turn in a process that does nothing else, so that a death has one possible cause."""
        from concurrent.futures.process import BrokenProcessPool

        blobs: list[bytes] = []
        alone = _executor(1)
        for file in files:
            try:
                blobs += self._submit(alone, [file]).result()
            except BrokenProcessPool:
                _abandon(alone)
                alone = _executor(1)
                blobs.append(killed(file))
        alone.shutdown()
        return blobs


def _abandon(executor: ProcessPoolExecutor) -> None:
    """Let go of a pool that is broken, with all of its processes.

    One that was being started while the pool broke would never be told to end, and Python would wait for it at its own
    end.
    """
    for process in list((executor._processes or {}).values()):
        process.kill()
    executor.shutdown(wait=False, cancel_futures=True)


def _executor(jobs: int) -> ProcessPoolExecutor:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    # A fork server is clean of the threads and files of this process, and imports newsline once for all workers.
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    if method == "forkserver":
        context.set_forkserver_preload(["newsline.pipeline", "newsline.articles.read"])
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin)


def _begin() -> None:
    """What a worker does first. Ctrl-C is for the parent, which then stops the workers in order."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_seldom()
