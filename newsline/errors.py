"""What can go wrong for a user: one class for each exit code.

A message is one line. It names the file or option, what was expected, and the next step.
"""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """How `newsline` ends. Scripts rely on these."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    NOTHING_FOUND = 3
    LEFT_OUT = 4
    INTERRUPTED = 130


class NewslineError(Exception):
    """The run cannot go on."""

    exit_code = ExitCode.FAILED


class UsageError(NewslineError):
    """The user asked for something that cannot be: an unknown format, a missing path, a date that is none."""

    exit_code = ExitCode.USAGE


class NothingFoundError(NewslineError):
    """What was asked for is not in the articles."""

    exit_code = ExitCode.NOTHING_FOUND
