"""The command line: arguments in, a document out. The only package that knows typer.

Each command is a module. What a command needs beyond its options is imported inside it, so that `--help` is quick.
"""

from __future__ import annotations

import errno
import sys
from typing import Annotated

import typer

from newsline import __version__
from newsline.cli.articles import articles
from newsline.cli.build import build
from newsline.cli.dates import dates
from newsline.cli.explain import explain
from newsline.cli.formats import formats
from newsline.cli.guard import guarded, leave
from newsline.errors import ExitCode

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}

app = typer.Typer(
    name="newsline",
    rich_markup_mode=None,  # plain help: the same in a pipe and on a terminal, and quick
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings=CONTEXT,
    add_completion=True,
)


def _version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"newsline {__version__}\n")
        raise typer.Exit


@app.callback()
def newsline(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """From a folder of news articles, most of them undated, to the chronology that they tell."""


for command in (build, articles, dates, explain, formats):
    app.command(context_settings=CONTEXT)(command)


def main() -> None:
    """The `newsline` command. Ends the process with one of the exit codes of `newsline.errors`."""
    with guarded():
        try:
            app()
        except SystemExit as error:
            cause = error.__context__
            if isinstance(cause, OSError) and cause.errno == errno.EPIPE:  # the reader of --help has gone
                leave(ExitCode.DONE)
            sys.stdout.flush()
            raise
