"""The edge of the program: errors become exit codes and one line on stderr."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from newsline.errors import ExitCode, NewslineError


def complain(message: str) -> None:
    """One line on stderr. A stderr that is closed or full is not worth failing for."""
    from newsline.formats.words import plain

    with suppress(OSError, ValueError):
        sys.stderr.write(f"newsline: {plain(message)}\n")
        sys.stderr.flush()


def replace_closed_streams() -> None:
    """Python has None for a stream that was closed before the start (`>&-`): one that refuses to be written instead."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, encoding="utf-8"))  # noqa: SIM115 - it lives as long as the process


@contextmanager
def guarded() -> Iterator[None]:
    """Ends the process with the exit code that an error stands for; bugs keep their traceback."""
    try:
        yield
        sys.stdout.flush()
    except NewslineError as error:
        complain(str(error))
        leave(error.exit_code)
    except KeyboardInterrupt:
        leave(ExitCode.INTERRUPTED)
    except BrokenPipeError:
        leave(ExitCode.DONE)
    except io.UnsupportedOperation:
        complain("standard output: it is closed; open it or write to a file with --output")
        leave(ExitCode.FAILED)
    except OSError as error:
        if error.errno == errno.EPIPE:
            leave(ExitCode.DONE)
        complain(describe_os_error(error))
        leave(ExitCode.FAILED)


def describe_os_error(error: OSError) -> str:
    """Which file, what the system said, and what to do about it."""
    name = error.filename if isinstance(error.filename, str) else "standard output"
    step = {
        errno.ENOSPC: "free some space there or write elsewhere with --output",
        errno.EACCES: "check its permissions or write elsewhere with --output",
        errno.EROFS: "write elsewhere with --output",
        errno.EMFILE: "raise the limit of open files (ulimit -n)",
    }.get(error.errno or 0, "check the path and try again")
    return f"{name}: {error.strerror or error}; {step}"


def leave(code: int) -> None:
    """Ends the process now. Nothing that is still buffered for a closed or full stdout may fail after this."""
    with suppress(OSError, ValueError):
        sys.stdout.flush()
    with suppress(OSError, ValueError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
        os.close(null)
    sys.exit(int(code))
