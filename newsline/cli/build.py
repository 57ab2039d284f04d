"""`newsline build`: the chronology."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from newsline.cli import options as opt
from newsline.cli import output as out
from newsline.cli.guard import guarded, leave
from newsline.cli.inputs import NO_ARTICLES, STDIN, Inputs, is_incomplete, opened
from newsline.errors import ExitCode, UsageError
from newsline.formats import SUFFIXES, render
from newsline.formats.view import View
from newsline.formats.words import counted
from newsline.model import Timeline

if TYPE_CHECKING:
    from newsline.timeline.select import Selection

FENCES = {"mermaid": "mermaid", "chronos": "chronos"}
"""Diagrams that stand in Markdown as a fenced block, by the name of its language."""


def build(
    paths: opt.Sources,
    format_name: opt.FormatName = None,
    output: opt.Output = None,
    into: opt.Into = None,
    limit: opt.Limit = None,
    days: opt.Days = None,
    per_day: opt.PerDay = None,
    since: opt.Since = None,
    until: opt.Until = None,
    about: opt.About = None,
    min_sources: opt.MinSources = 1,
    quotes: opt.Quotes = False,
    title: opt.Title = None,
    published: opt.Published = None,
    dates: opt.Dates = None,
    date_order: opt.Order = opt.DateOrder.MDY,
    jobs: opt.Jobs = None,
    no_cache: opt.NoCache = False,
    engine: opt.EngineName = opt.Engine.LOCAL,
    scheduler: opt.Scheduler = None,
    watch: opt.Watch = False,
    strict: opt.Strict = False,
    color: opt.Color = opt.ColorChoice.AUTO,
    quiet: opt.Quiet = False,
    verbose: opt.Verbose = False,
) -> None:
    """Print the chronology that the articles tell.

    A table in a terminal, Markdown in a pipe. With -o, the suffix of the file chooses the format.
    """
    with guarded():
        folder = check_folder(output, format_name, into, dask=engine is opt.Engine.DASK, watch=watch)
        name, level = ("json", 0) if folder else check(format_name, output, into, watch=watch)

        from newsline.timeline.select import Selection

        first, last = since.first if since else None, until.last if until else None
        if first and last and first > last:
            raise UsageError(f"--since {since} is after --until {until}; nothing lies between them")
        selection = Selection(limit, days, per_day, first, last, tuple(about or ()), min_sources)
        written = into or (Path(output) if output and output != STDIN and not folder else None)
        inputs = Inputs(
            paths, published, dates, date_order.value, quiet, verbose, jobs, not no_cache,
            dask=engine is opt.Engine.DASK, scheduler=scheduler, written=written,
        )  # fmt: skip
        if folder:
            from newsline.cli.cluster import write_folder

            write_folder(inputs, selection, title, folder, strict=strict)
            return
        view = View(quotes, out.width(), out.wants_color(color.value, output), into is not None, level)

        def run() -> Timeline:
            timeline = make_timeline(inputs, selection, title)
            write(render(name, timeline, view), name, output, into)
            return timeline

        if watch:
            from newsline.cli.watch import changes

            for _ in changes(inputs):
                summarize(run(), inputs)
        finish(run(), inputs, selection, strict)


def check_folder(
    output: str | None, format_name: str | None, into: Path | None, *, dask: bool, watch: bool
) -> str | None:
    """The folder that partitions are written into, if the output is one. Raises UsageError."""
    if output is None or not output.endswith("/"):
        return None
    if not dask:
        raise UsageError(f"{output}: partitions in a folder are written with --engine dask; else name a file")
    if format_name is not None or into is not None or watch:
        raise UsageError(
            f"{output}: a folder takes no --format, --into or --watch; its parts are JSON Lines, or Parquet if it is "
            "called .parquet/"
        )
    return output


def check(format_name: str | None, output: str | None, into: Path | None, *, watch: bool) -> tuple[str, int]:
    """The format, and the level of the heading that the chronology will stand under. Raises UsageError."""
    if into is not None and output is not None:
        raise UsageError("--into and --output exclude each other; choose one place for the chronology")
    if watch and into is None and output in {None, STDIN}:
        raise UsageError("--watch needs a file to keep current; name one with --output or --into")
    name = out.choose_format(format_name, output, SUFFIXES, "markdown" if into else None)
    return name, out.check_into(into, name) if into else 0


def make_timeline(inputs: Inputs, selection: Selection, title: str | None = None) -> Timeline:
    """From paths to a timeline, with what was left out named on stderr."""
    if inputs.dask:
        from newsline.cli import cluster

        return cluster.make_timeline(inputs, selection, title)
    with opened(inputs) as joint:
        return joint.timeline(selection, title)


def write(document: str, name: str, output: str | None, into: Path | None) -> None:
    """Puts the document where the user wants it."""
    if into is None:
        out.emit(document, output)
        return
    if name in FENCES:
        document = f"```{FENCES[name]}\n{document.rstrip()}\n```\n"
    out.embed(document, into)


def summarize(timeline: Timeline, inputs: Inputs) -> None:
    """What was made of what, on stderr for those who want it."""
    if inputs.verbose:
        undated = sum(article.dating.published is None for article in timeline.articles)
        inputs.say(
            f"{counted(len(timeline.events), 'event')} from {counted(len(timeline.articles), 'article')} "
            f"({undated:,} undated), {counted(len(timeline.skipped), 'file')} left out"
        )
        inputs.say_timings()


def why_empty(timeline: Timeline, selection: Selection) -> str:
    """Why there is no event, and the next step."""
    if not timeline.articles:
        return NO_ARTICLES
    given = {
        "--since": selection.since is not None,
        "--until": selection.until is not None,
        "--about": bool(selection.about),
        "--min-sources": selection.min_sources > 1,
    }
    if any(given.values()):
        asked = " and ".join(name for name, is_given in given.items() if is_given)
        return f"no event was found that fits {asked}; ask for less to see others"
    return "no dated events were found; `newsline articles` and `newsline dates` show what was read"


def finish(timeline: Timeline, inputs: Inputs, selection: Selection, strict: bool) -> None:
    """The exit code, and a summary on stderr for those who want it."""
    summarize(timeline, inputs)
    if strict and is_incomplete(timeline.articles, timeline.skipped):
        leave(ExitCode.LEFT_OUT)
    if not timeline.events:
        inputs.say(why_empty(timeline, selection))
        leave(ExitCode.NOTHING_FOUND)
    sys.stdout.flush()
