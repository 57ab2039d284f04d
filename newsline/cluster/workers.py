"""The Dask cluster: its workers, what is asked of them, and what becomes of a task that kills them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from importlib import import_module
from operator import itemgetter
from typing import Any

from newsline.errors import NewslineError
from newsline.garbage import collect_seldom

Future = Any
"""A result on the cluster; its type belongs to Dask, which has none to offer."""

RETRIES = 2
"""How often a task that fails for want of a storage or a connection is tried again."""
ARITY = 8
"""Partial results that one task adds up."""
QUIET = {
    "distributed.worker.profile.enabled": False,
    "distributed.admin.system-monitor.interval": "5s",
    "distributed.admin.tick.interval": "1s",
}
"""Settings of a cluster on this machine: what feeds a dashboard that nobody opens takes time from the work."""
ANSWER_SECONDS = 10
"""How long a scheduler may take to answer before the address is taken to be wrong."""
EXTRA = 'the Dask engine needs an extra: pip install "newsline[cluster]"'
DIED = (
    "a task of the joint stages killed its worker several times, which mostly means too little memory; "
    "start workers with more memory or with fewer threads"
)


class Cluster:
    """Workers at the address of a scheduler, or some on this machine. Use it as a context manager.

    Raises NewslineError where Dask is missing, the scheduler does not answer, or the workers do not survive.
    """

    def __init__(self, jobs: int, scheduler: str | None = None) -> None:
        self._stack = ExitStack()
        self._dask = _distributed()
        try:
            where: Any = scheduler
            if scheduler is None:
                self._stack.enter_context(import_module("dask").config.set(QUIET))
                local = self._dask.LocalCluster(
                    n_workers=jobs, threads_per_worker=1, dashboard_address=None, silence_logs=logging.CRITICAL
                )  # its workers end with the run, and what they log of that is no news
                where = self._stack.enter_context(local)
            client = self._dask.Client(where, set_as_default=False, timeout=ANSWER_SECONDS)
            self._client: Any = self._stack.enter_context(client)
            if scheduler is None:
                self._client.run(collect_seldom)
        except (OSError, ValueError) as error:
            self._stack.close()
            place = scheduler or "a local cluster"
            raise NewslineError(f"{place}: no Dask scheduler answers there ({error}); check --scheduler") from None

    def __enter__(self) -> Cluster:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def cores(self) -> int:
        """Threads of all workers that are there now."""
        return sum(self._client.nthreads().values())

    def submit(self, function: Callable[..., object], *arguments: object) -> Future:
        """The future result of a function; futures among the arguments, in lists too, are awaited on the cluster."""
        return self._client.submit(function, *arguments, pure=False, retries=RETRIES)

    def map(self, function: Callable[..., object], *columns: Sequence[object]) -> list[Future]:
        """A future for each row of arguments."""
        return [self.submit(function, *row) for row in zip(*columns, strict=True)]

    def gather(self, futures: Sequence[Future]) -> list[Any]:
        """The results. Raises NewslineError where a task killed its workers."""
        try:
            found: list[Any] = self._client.gather(list(futures))
        except self._dask.KilledWorker:
            raise NewslineError(DIED) from None
        return found

    def done(self, futures: Sequence[Future]) -> Any:
        """The futures as they are done, whatever became of them."""
        return self._dask.as_completed(list(futures), loop=self._client.loop, raise_errors=False)

    def died(self, future: Future) -> bool:
        """Waits for a task; whether it killed its workers. Raises what else went wrong with it."""
        error = future.exception()
        if error is not None and not isinstance(error, self._dask.KilledWorker):
            raise error
        return error is not None

    def shuffle(self, scattered: Sequence[Future], width: int) -> list[list[Future]]:
        """For each of `width` targets its part of every result; each result is a sequence of so many parts."""
        return [[self.submit(itemgetter(target), one) for one in scattered] for target in range(width)]

    def reduce(self, function: Callable[[list[Any]], object], futures: Sequence[Future]) -> Future:
        """A tree over neighbours: `function` makes one of several, down to a single one."""
        level = list(futures)
        while True:
            level = self.level(function, level)
            if len(level) == 1:
                return level[0]

    def level(self, function: Callable[..., object], futures: Sequence[Future], *more: object) -> list[Future]:
        """One level of a tree: `function` makes one of a few neighbours, given what else it takes."""
        return [self.submit(function, list(futures[at : at + ARITY]), *more) for at in range(0, len(futures), ARITY)]


def _distributed() -> Any:
    try:
        return import_module("distributed")
    except ImportError:
        raise NewslineError(EXTRA) from None
