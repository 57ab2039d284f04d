"""The commands under one name."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.machinery import EXTENSION_SUFFIXES
from importlib.util import find_spec
from typing import Annotated

import typer

from newsline import __version__
from newsline.cli.command import Command, Group

CONTEXT = {"help_option_names": ["-h", "--help"]}
COMMANDS = {
    "build": "Print the chronology that the articles tell.",
    "articles": "List the articles and how each was dated.",
    "dates": "List the time expressions of articles or of a text.",
    "explain": "Explain one event, every step of it.",
    "formats": "List the input and output formats.",
    "cache": "Show or clear what is kept between runs.",
}
"""What each says of itself in the list of all; a command is the function of its name in the module of its name."""


def _version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"newsline {__version__}{', compiled' if _is_compiled() else ''}\n")
        raise typer.Exit


def _is_compiled() -> bool:
    """Whether what reads articles was compiled to C."""
    spec = find_spec("newsline.events.tokens")
    return spec is not None and spec.origin is not None and spec.origin.endswith(tuple(EXTENSION_SUFFIXES))


def newsline(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """From a folder of news articles, most of them undated, to the chronology that they tell."""


def app(arguments: Sequence[str]) -> typer.Typer:
    """What runs the command that the arguments ask for: with that one alone, as typer reads the options of each that it
    has, which takes as long as reading an article; with all where they begin with none.
    """
    made = typer.Typer(
        name="newsline",
        cls=Group,
        rich_markup_mode=None,  # plain help: the same in a pipe and on a terminal, and quick
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings=CONTEXT,
    )
    made.callback()(newsline)
    for name in arguments[:1] if arguments and arguments[0] in COMMANDS else COMMANDS:
        command = getattr(import_module(f"newsline.cli.{name}"), name)
        made.command(cls=Command, short_help=COMMANDS[name], context_settings=CONTEXT)(command)
    return made
