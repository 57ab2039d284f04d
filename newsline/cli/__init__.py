"""The command line: arguments in, a document out. The only package that knows typer.

Each command is a module. What a command needs beyond its options is imported inside it, so that `--help` is quick.
"""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress

from newsline.cli.guard import guarded, leave, replace_closed_streams
from newsline.errors import ExitCode
from newsline.garbage import collect_seldom


def main() -> None:
    """The `newsline` command. Ends the process with one of the exit codes of `newsline.errors`."""
    replace_closed_streams()
    collect_seldom()
    with guarded():
        from newsline.cli.app import app

        try:
            app(sys.argv[1:])(prog_name="newsline")  # also as `python -m newsline`
        except SystemExit as error:
            cause = error.__context__
            if isinstance(cause, OSError) and cause.errno == errno.EPIPE:  # the reader of --help has gone
                leave(ExitCode.DONE)
            sys.stdout.flush()
            _end(error)
            raise


def _end(error: SystemExit) -> None:
    """Ends the process at once: Python would let go of all that it holds first, which takes as long as reading two
    articles. What had processes of its own, or is watched by a profiler, ends in Python's way.
    """
    watched = sys.getprofile() is not None or sys.gettrace() is not None
    if isinstance(error.code, int) and "multiprocessing" not in sys.modules and not watched:
        with suppress(OSError, ValueError):
            sys.stderr.flush()
        os._exit(error.code)
