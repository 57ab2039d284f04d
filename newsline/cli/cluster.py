"""`newsline build --engine dask`: the chronology, worked out on a cluster."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from newsline.cli.guard import leave
from newsline.cli.inputs import STDIN, Inputs, check_paths, is_incomplete, name_left_out
from newsline.cli.progress import Progress
from newsline.config import match_given, read_given
from newsline.dates.span import Span
from newsline.errors import ExitCode, UsageError
from newsline.model import Timeline

if TYPE_CHECKING:
    from newsline.cluster.run import Reading
    from newsline.cluster.workers import Cluster, Future
    from newsline.timeline.select import Selection

DOCUMENT = "timeline.json"
"""What is put beside the parts of a folder where a number of events was asked for."""


def make_timeline(inputs: Inputs, selection: Selection, title: str | None) -> Timeline:
    """From paths and addresses to a timeline, with what was left out named on stderr."""
    from newsline.cluster.run import timeline

    with _ranked(inputs) as (cluster, found, ranked), inputs.timings.part("events"):
        return timeline(cluster, found, ranked, selection, title)


def write_folder(inputs: Inputs, selection: Selection, title: str | None, folder: str, *, strict: bool) -> None:
    """Writes the chronology in partitions; with a limit, the most important events beside them as one document."""
    from newsline.cluster.run import timeline, write
    from newsline.formats import partitions, render
    from newsline.formats.view import View
    from newsline.formats.words import counted

    if selection.days is not None or selection.per_day is not None:
        raise UsageError("--days and --per-day choose among all events; name a file, not a folder, with --output")
    partitions.check(folder)
    with _ranked(inputs) as (cluster, found, ranked), inputs.timings.part("events"):
        events = write(cluster, found, ranked, folder, selection)
        if selection.limit is not None:
            chosen = timeline(cluster, found, ranked, selection, title)
            partitions.write_document(folder, DOCUMENT, render("json", chosen, View()))
        partitions.write_document(folder, partitions.DONE, "")
    if inputs.verbose:
        inputs.say(
            f"{counted(events, 'event')} from {counted(len(found.articles), 'article')}, "
            f"{counted(len(found.skipped), 'file')} left out"
        )
        inputs.say_timings()
    if strict and is_incomplete(found.articles, found.skipped):
        leave(ExitCode.LEFT_OUT)
    if not events:
        leave(ExitCode.NOTHING_FOUND)


@contextmanager
def _ranked(inputs: Inputs) -> Iterator[tuple[Cluster, Reading, list[Future]]]:
    """The cluster, what was read, and the ranked events of each range of days, while the cluster is there."""
    from newsline.articles.corpus import find_pieces, is_address
    from newsline.cluster.run import events, read
    from newsline.cluster.workers import Cluster
    from newsline.engine import available_cores

    check_paths([path for path in inputs.paths if not is_address(path)])
    if STDIN in inputs.paths and sys.stdin.isatty():
        inputs.say("reading from the terminal; end the text with Ctrl-D")
    rows = read_given(inputs.dates) if inputs.dates else []
    pieces = find_pieces(inputs.paths, travel=inputs.scheduler is not None, stdin=sys.stdin.buffer)
    if inputs.written and inputs.written.exists():
        own = [one for one in pieces if one.url is None and one.file.path.exists()]
        written = {id(one) for one in own if one.file.path.samefile(inputs.written)}
        pieces = [one for one in pieces if id(one) not in written]

    def given(articles: Sequence[str]) -> Mapping[str, Span]:
        return match_given(rows, articles, inputs.published)[0]

    with ExitStack() as stack:
        cluster = stack.enter_context(Cluster(inputs.jobs or available_cores(), inputs.scheduler))
        progress = stack.enter_context(Progress(len(pieces))) if sys.stderr.isatty() and not inputs.quiet else None
        with inputs.timings.part("reading and dating"):
            found = read(cluster, pieces, inputs.date_order, given, progress=progress)
        name_left_out(inputs, rows, [one.id for one in found.articles], found.skipped)
        yield cluster, found, events(cluster, found)
