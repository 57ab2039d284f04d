"""The commands under one name."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Annotated

import typer

from newsline import __version__
from newsline.cli.articles import articles
from newsline.cli.build import build
from newsline.cli.cache import cache
from newsline.cli.command import Command, Group
from newsline.cli.dates import dates
from newsline.cli.explain import explain
from newsline.cli.formats import formats

CONTEXT = {"help_option_names": ["-h", "--help"]}

app = typer.Typer(
    name="newsline",
    cls=Group,
    rich_markup_mode=None,  # plain help: the same in a pipe and on a terminal, and quick
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings=CONTEXT,
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


SHORT_HELP: dict[Callable[..., None], str] = {
    build: "Print the chronology that the articles tell.",
    articles: "List the articles and how each was dated.",
    dates: "List the time expressions of articles or of a text.",
    explain: "Explain one event, every step of it.",
    formats: "List the input and output formats.",
    cache: "Show or clear what is kept between runs.",
}
for command, summary in SHORT_HELP.items():
    app.command(cls=Command, short_help=summary, context_settings=CONTEXT)(command)
