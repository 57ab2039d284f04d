"""The command line: arguments in, a document out. The only package that knows typer.

Each command is a module. What a command needs beyond its options is imported inside it, so that `--help` is quick.
"""

from __future__ import annotations

import errno
import sys

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
            raise
