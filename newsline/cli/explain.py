"""`newsline explain`: one event, and every step that led to it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from newsline.cli import options as opt
from newsline.cli import output as out
from newsline.cli.build import make_timeline
from newsline.cli.guard import complain, guarded, leave
from newsline.cli.inputs import Inputs, is_incomplete
from newsline.dates.describe import describe
from newsline.errors import ExitCode, NothingFoundError, UsageError
from newsline.formats import explanation, words
from newsline.model import Event

EventId = Annotated[
    str, typer.Argument(parser=str, metavar="EVENT", help="The id of an event or its beginning, or words of its line.")
]
Format = Annotated[
    explanation.ExplanationFormat,
    opt.choice(explanation.ExplanationFormat, "--format", "-f", help="How it is written."),
]
SHOWN = 5
"""Events named when several fit."""


def explain(
    event: EventId,
    paths: opt.Paths,
    format_name: Format = explanation.ExplanationFormat.TEXT,
    published: opt.Published = None,
    dates: opt.Dates = None,
    date_order: opt.Order = opt.DateOrder.MDY,
    jobs: opt.Jobs = None,
    no_cache: opt.NoCache = False,
    strict: opt.Strict = False,
    color: opt.Color = opt.ColorChoice.AUTO,
    quiet: opt.Quiet = False,
    verbose: opt.Verbose = False,
) -> None:
    """Explain one event: its wording, sources and quotes, and every step of its date's derivation.

    The ids of events are in the JSON of `newsline build -f json`.
    """
    with guarded():
        from newsline.timeline.select import Selection

        inputs = Inputs(paths, published, dates, date_order.value, quiet, verbose, jobs, not no_cache)
        timeline = make_timeline(inputs, Selection(limit=sys.maxsize))
        found = find(event, timeline.events)
        if len(found) > 1:
            for one in found[:SHOWN]:
                complain(f"{one.id}: {describe(one.span)}: {words.told(one)}")
            more = f" (the first {SHOWN} are above)" if len(found) > SHOWN else ""
            raise UsageError(f"{event}: {len(found)} events fit{more}; give the id of one")
        out.emit(explanation.render(format_name, found[0], timeline), None)
        inputs.say_timings()
        if strict and is_incomplete(timeline.articles, timeline.skipped):
            leave(ExitCode.LEFT_OUT)


def find(key: str, events: Sequence[Event]) -> list[Event]:
    """The events that may be meant: by id, by the beginning of an id ("e-" left out or not), or by words of a line.

    Raises NothingFoundError where none is.
    """
    prefix = "e-" + key.removeprefix("e-")
    found = [event for event in events if event.id.startswith(prefix)]
    if not found:
        wanted = key.lower().split()
        found = [event for event in events if wanted and all(word in event.text.lower() for word in wanted)]
    if found:
        return [event for event in found if event.id == prefix] or found
    raise NothingFoundError(f"{key}: no event has this id or these words; `newsline build -f json` lists the events")
