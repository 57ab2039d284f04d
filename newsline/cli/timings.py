"""How long each part of a run took and how much memory it needed, for `--verbose`."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from msgspec import Struct, field

MEGABYTE = 1 << 20


class Timings(Struct):
    """Seconds by the clock for each part, in the order in which they began."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """Adds the time that the block takes to a part."""
        began = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - began

    def told(self) -> str:
        """In words: "reading 1.20 s, dating 0.31 s, events 0.12 s; at most 81 MB of memory"."""
        spent = ", ".join(f"{name} {seconds:.2f} s" for name, seconds in self.seconds.items()) or "nothing new"
        used = peak_bytes()
        return f"{spent}; at most {used / MEGABYTE:.0f} MB of memory" if used else spent


def peak_bytes() -> int:
    """The most memory that this process held; 0 where the platform does not tell."""
    try:
        import resource
    except ImportError:
        return 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
