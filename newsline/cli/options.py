"""The options, as types: what they are called, what they take, and what `--help` says of them."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from newsline.config import parse_day
from newsline.dates.span import Span
from newsline.formats import FORMATS


class DateOrder(StrEnum):
    """How "03/04/2024" is read."""

    DMY = "dmy"
    MDY = "mdy"


class Engine(StrEnum):
    """What runs the stages."""

    LOCAL = "local"
    DASK = "dask"


class ColorChoice(StrEnum):
    """When colour is used."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def day(text: str | Span) -> Span:
    """A day from the command line (typer hands a default, and nothing else, in as it is)."""
    if isinstance(text, Span):
        return text
    try:
        return parse_day(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


def _format(name: str) -> str:
    if name not in (known := [row.name for row in FORMATS]):
        raise typer.BadParameter(f"{name!r} is not a format of a timeline; choose one of {', '.join(known)}")
    return name


Paths = Annotated[list[str], typer.Argument(metavar="PATH", help="Files and folders of articles; - reads stdin.")]
Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Files and folders of articles; - reads stdin. With --engine dask, addresses and globs, too.",
    ),
]
Published = Annotated[
    Span | None,
    typer.Option(parser=day, metavar="DAY", help="When the articles were written; wins over everything."),
]
Dates = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="CSV with the columns article,published (a path, a file name or a glob)."),
]
Order = Annotated[DateOrder, typer.Option(help="How 03/04/2024 is read where the text does not tell.")]
Strict = Annotated[bool, typer.Option("--strict", help="Exit 4 if a file was left out or an article is undated.")]
Color = Annotated[ColorChoice, typer.Option(help="Colour; auto means on a terminal without NO_COLOR.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Nothing on stderr but errors.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Say on stderr what is being done.")]

FormatName = Annotated[
    str | None,
    typer.Option("--format", "-f", parser=_format, metavar="NAME", help="See `newsline formats`."),
]
Output = Annotated[
    str | None, typer.Option("--output", "-o", metavar="FILE", help="Write there; the suffix chooses the format.")
]
Into = Annotated[
    Path | None,
    typer.Option(metavar="FILE.md", help="Replace what stands between newsline:begin and newsline:end in FILE.md."),
]
Limit = Annotated[
    int | None, typer.Option("--limit", "-n", min=1, metavar="N", help="Only the N most important events.")
]
Days = Annotated[int | None, typer.Option(min=1, metavar="N", help="Only the N most important days.")]
PerDay = Annotated[int | None, typer.Option(min=1, metavar="N", help="At most N events of one day.")]
Since = Annotated[Span | None, typer.Option(parser=day, metavar="DAY", help="Nothing before this day, month or year.")]
Until = Annotated[Span | None, typer.Option(parser=day, metavar="DAY", help="Nothing after this day, month or year.")]
About = Annotated[list[str] | None, typer.Option(metavar="TEXT", help="Events that speak of this; may be repeated.")]
MinSources = Annotated[int, typer.Option(min=1, metavar="N", help="Events that at least N articles tell.")]
Quotes = Annotated[bool, typer.Option("--quotes", help="Show the sentence of each source.")]
Title = Annotated[str | None, typer.Option(metavar="TEXT", help="The heading of the document.")]
Jobs = Annotated[int | None, typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes; default: the cores.")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Read every file anew.")]
EngineName = Annotated[Engine, typer.Option("--engine", help="dask: a cluster of workers, see docs/cluster.md.")]
Scheduler = Annotated[
    str | None, typer.Option(metavar="ADDRESS", help="The Dask scheduler; default: workers on this machine.")
]
Watch = Annotated[bool, typer.Option("--watch", help="Write --output or --into anew when the files change.")]
