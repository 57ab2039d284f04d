"""The options, as types: what they are called, what they take, and what `--help` says of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from newsline.config import parse_day
from newsline.dates.span import Span
from newsline.formats import FORMATS, SUFFIXES


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


def count(text: str | int) -> int:
    """A number of things from the command line."""
    if not str(text).isascii() or not str(text).isdigit() or int(text) < 1:
        raise typer.BadParameter(f"expected a whole number from 1, found {text!r}")
    return int(text)


def path(text: str | Path) -> Path:
    """The name of a file."""
    return Path(text)


def choice(names: Iterable[str], *flags: str, suffixes: Mapping[str, str] | None = None, **how: Any) -> Any:
    """An option that takes one of a few names, or members of an enumeration; the shell completes them.

    Where files have a suffix for each, that is a name, too: "md" is what ".md" is.
    """
    known = list(names)
    make = names if isinstance(names, type) else str

    def chosen(text: str) -> Any:
        text = (suffixes or {}).get(f".{text}", text)
        if text not in known:
            near = get_close_matches(text, known, 1)
            meant = f"; did you mean {near[0]}?" if near else ""
            raise typer.BadParameter(f"expected one of {', '.join(known)}, found {text!r}{meant}")
        return make(text)

    def completed(incomplete: str) -> list[str]:
        return [name for name in known if name.startswith(incomplete)]

    return typer.Option(*flags, parser=chosen, autocompletion=completed, **({"metavar": "|".join(known)} | how))


Paths = Annotated[
    list[str], typer.Argument(parser=str, metavar="PATH", help="Files and folders of articles; - reads stdin.")
]
Sources = Annotated[
    list[str],
    typer.Argument(
        parser=str,
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
    typer.Option(
        parser=path, metavar="FILE", help="CSV with the columns article,published (a path, a file name or a glob)."
    ),
]
Order = Annotated[DateOrder, choice(DateOrder, help="How 03/04/2024 is read where the text does not tell.")]
Strict = Annotated[bool, typer.Option("--strict", help="Exit 4 if a file was left out or an article is undated.")]
Color = Annotated[ColorChoice, choice(ColorChoice, help="Colour; auto means on a terminal without NO_COLOR.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Nothing on stderr but errors.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Say on stderr how long each part took.")]

FormatName = Annotated[
    str | None,
    choice(
        [row.name for row in FORMATS],
        *("--format", "-f"),
        suffixes=SUFFIXES,
        metavar="NAME",
        help="One of those that `newsline formats` lists.",
    ),
]
Output = Annotated[
    str | None,
    typer.Option("--output", "-o", parser=str, metavar="FILE", help="Write there; the suffix chooses the format."),
]
Into = Annotated[
    Path | None,
    typer.Option(
        parser=path, metavar="FILE.md", help="Replace what stands between newsline:begin and newsline:end in FILE.md."
    ),
]
Limit = Annotated[
    int | None, typer.Option("--limit", "-n", parser=count, metavar="N", help="Only the N most important events.")
]
Days = Annotated[int | None, typer.Option(parser=count, metavar="N", help="Only the N most important days.")]
PerDay = Annotated[int | None, typer.Option(parser=count, metavar="N", help="At most N events of one day.")]
Since = Annotated[Span | None, typer.Option(parser=day, metavar="DAY", help="Nothing before this day, month or year.")]
Until = Annotated[Span | None, typer.Option(parser=day, metavar="DAY", help="Nothing after this day, month or year.")]
About = Annotated[
    list[str] | None, typer.Option(parser=str, metavar="TEXT", help="Events that speak of this; may be repeated.")
]
MinSources = Annotated[int, typer.Option(parser=count, metavar="N", help="Events that at least N articles tell.")]
Quotes = Annotated[bool, typer.Option("--quotes", help="Show the sentence of each source.")]
Title = Annotated[str | None, typer.Option(parser=str, metavar="TEXT", help="The heading of the document.")]
Jobs = Annotated[
    int | None, typer.Option("--jobs", "-j", parser=count, metavar="N", help="Processes; default: the cores.")
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Read every file anew.")]
EngineName = Annotated[Engine, choice(Engine, "--engine", help="dask: a cluster of workers, see docs/cluster.md.")]
Scheduler = Annotated[
    str | None,
    typer.Option(parser=str, metavar="ADDRESS", help="The Dask scheduler; default: workers on this machine."),
]
Watch = Annotated[bool, typer.Option("--watch", help="Write --output or --into anew when the files change.")]
