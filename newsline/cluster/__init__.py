"""Workers on a Dask cluster: the owner's, by the address of its scheduler, or one on this machine.

Each task carries the content of its files, so the workers need no share of the disk, only newsline itself installed.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from importlib import import_module
from typing import Any

from newsline.articles.files import FoundFile
from newsline.errors import NewslineError
from newsline.workers import Analyse, Task, killed, work

RETRIES = 2
"""How often a chunk is given to another worker when the one that had it is gone."""
ANSWER_SECONDS = 10
"""How long a scheduler may take to answer before the address is taken to be wrong."""
EXTRA = 'the Dask engine needs an extra: pip install "newsline[cluster]"'


class DaskWorkers:
    """The workers of a Dask cluster. Raises NewslineError where Dask is missing or the scheduler does not answer."""

    def __init__(self, jobs: int, date_order: str, analyse: Analyse, *, scheduler: str | None = None) -> None:
        self._date_order = date_order
        self._analyse = analyse
        self._stack = ExitStack()
        self._dask = _distributed()
        try:
            where: Any = scheduler
            if scheduler is None:
                local = self._dask.LocalCluster(n_workers=jobs, threads_per_worker=1, dashboard_address=None)
                where = self._stack.enter_context(local)
            client = self._dask.Client(where, set_as_default=False, timeout=ANSWER_SECONDS)
            self._client: Any = self._stack.enter_context(client)
        except (OSError, ValueError) as error:
            self._stack.close()
            place = scheduler or "a local cluster"
            raise NewslineError(f"{place}: no Dask scheduler answers there ({error}); check --scheduler") from None

    def submit(self, files: list[FoundFile]) -> Task:
        task: Task = self._client.submit(
            work, [_carried(file) for file in files], self._date_order, self._analyse, pure=False, retries=RETRIES
        )
        return task

    def result(self, task: Task, files: list[FoundFile]) -> list[bytes]:
        try:
            return task.result()
        except self._dask.KilledWorker:
            return [blob for file in files for blob in self._alone(file)]

    def close(self) -> None:
        self._stack.close()

    def _alone(self, file: FoundFile) -> list[bytes]:
        try:
            return self.submit([file]).result()
        except self._dask.KilledWorker:
            return [killed(file)]


def _distributed() -> Any:
    try:
        return import_module("distributed")
    except ImportError:
        raise NewslineError(EXTRA) from None


def _carried(file: FoundFile) -> FoundFile:
    """The file with its content; one that cannot be read here says so."""
    if file.data is not None or file.problem is not None:
        return file
    try:
        return replace(file, data=file.path.read_bytes())
    except OSError as error:
        return replace(file, problem=f"unreadable: {(error.strerror or str(error)).lower()}")
