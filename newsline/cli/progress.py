"""A line on a terminal that says what is being done, and how far the reading is."""

from __future__ import annotations

import shutil
import sys
import time
from contextlib import suppress

PATIENCE = 0.7
"""Seconds before anything is shown: a run that is over by then needs no progress."""
INTERVAL = 0.1
"""Seconds between two updates."""
WIDTH = 78
"""Columns of the line, at most; it is overwritten with blanks, which every terminal understands."""


class Progress:
    """Told how many files are done; writes to stderr, which must be a terminal, and wipes its line at the end."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._begun = self._shown = time.monotonic()
        self._is_visible = False
        self._width = min(WIDTH, shutil.get_terminal_size().columns - 1)  # a line that wraps cannot be wiped

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self.wipe()

    def wipe(self) -> None:
        """Takes the line away: something else is about to be written."""
        if self._is_visible:
            self._write("\r" + " " * self._width + "\r")
            self._is_visible = False

    def stage(self, name: str) -> None:
        """Shows what is being done now, if the run has taken long enough to wonder."""
        if time.monotonic() - self._begun >= PATIENCE:
            self._is_visible = True
            self._write("\r" + f"{name} ..."[: self._width].ljust(self._width))

    def __call__(self, done: int) -> None:
        now = time.monotonic()
        if now - self._begun < PATIENCE or now - self._shown < INTERVAL:
            return
        self._shown, self._is_visible = now, True
        rate = done / (now - self._begun)
        left = (self._total - done) / rate if rate else 0
        line = f"reading: {done:,} of {self._total:,} files, {rate:,.0f}/s, {left:,.0f} s left"
        self._write("\r" + line[: self._width].ljust(self._width))

    @staticmethod
    def _write(text: str) -> None:
        with suppress(OSError, ValueError):
            sys.stderr.write(text)
            sys.stderr.flush()
