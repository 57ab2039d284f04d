"""Work on many things at once, for the stages that look at all articles: what is done for each has no order.

The other processes are forked where the work begins, so that they have all that this one knows and nothing has to be
sent to them; only what they find is. They live as long as the work does.
"""

from __future__ import annotations

import os
import pickle
import sys
import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Item = TypeVar("Item")
Found = TypeVar("Found")

PART = 32
"""Items in a row that one process takes: neighbours are alike, and some kinds of articles take longer than others."""
FEWEST = 64
"""Items from which another process is worth its start, which takes some hundredths of a second."""


def spread(work: Callable[[Sequence[Item]], Iterable[Found]], items: Sequence[Item], jobs: int) -> list[Found]:
    """What `work` finds for each of the items, which it is given in runs of some, by up to `jobs` processes.

    `work` must find the same whatever the runs are, and what it changes elsewhere may be lost. What a process that dies
    would have found is found in this one.
    """
    parts = [items[at : at + PART] for at in range(0, len(items), PART)]
    count = min(jobs, len(items) // FEWEST) if _can_fork() else 1
    if count < 2:
        return [*chain.from_iterable(map(work, parts))]
    found: list[Sequence[Found]] = [()] * len(parts)
    with ExitStack() as stack:
        others = [(share, _begun(work, parts[share::count], stack)) for share in range(1, count)]
        found[0::count] = [[*work(part)] for part in parts[0::count]]
        for share, other in others:
            for at in range(share, len(parts), count):
                found[at] = _received(other) or [*work(parts[at])]
    return [*chain.from_iterable(found)]


def dealt(items: Sequence[Item]) -> list[Item]:
    """Items in order of the work they are, the largest first, in an order in which all runs are about as much."""
    count = -(-len(items) // PART)
    return [item for run in range(count) for item in items[run::count]]


def _can_fork() -> bool:
    """Windows cannot, libraries of macOS do not survive it, and a lock that another thread holds would stay shut."""
    return hasattr(os, "fork") and sys.platform != "darwin" and threading.active_count() == 1


def _begun(
    work: Callable[[Sequence[Item]], Iterable[Found]], parts: Sequence[Sequence[Item]], stack: ExitStack
) -> Connection:
    """Starts another process on some parts, which ends with the stack; it is heard on the connection."""
    from multiprocessing import get_context

    context = get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(work, parts, here, there), daemon=True)
    process.start()
    there.close()  # who waits for a process that has died must not be waiting for this one
    stack.callback(process.join)
    stack.callback(process.kill)
    return here


def _send(
    work: Callable[[Sequence[Item]], Iterable[Found]],
    parts: Sequence[Sequence[Item]],
    here: Connection,
    there: Connection,
) -> None:
    """What another process does. Ctrl-C is for the first one, and so is the account of what went wrong."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    here.close()
    try:
        found = [[*work(part)] for part in parts]  # the first process hears of it when its own share is done
        for some in found:
            there.send_bytes(pickle.dumps(some, pickle.HIGHEST_PROTOCOL))
    except Exception:
        os._exit(1)


def _received(other: Connection) -> list[Found] | None:
    """What another process has found for its next part; None where it has died."""
    try:
        found: list[Found] = pickle.loads(other.recv_bytes())
    except (EOFError, OSError):  # before a message, or in the middle of it
        return None
    return found
