"""`newsline explain`: one event, and every step that led to it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from newsline.cli import options as opt
from newsline.cli import output as out
from newsline.cli.build import make_timeline
from newsline.cli.guard import guarded, leave
from newsline.cli.inputs import Inputs, is_incomplete
from newsline.errors import ExitCode, NothingFoundError, UsageError
from newsline.formats import explanation
from newsline.model import Event

EventId = Annotated[
    str, typer.Argument(metavar="EVENT", help="The id of an event or its beginning, or words of its line.")
]
Format = Annotated[explanation.ExplanationFormat, typer.Option("--format", "-f")]
SHOWN = 5
"""Ids named when several events fit."""


def explain(
    event: EventId,
    paths: opt.Paths,
    format_name: Format = explanation.ExplanationFormat.TEXT,
    published: opt.Published = None,
    dates: opt.Dates = None,
    date_order: opt.Order = opt.DateOrder.MDY,
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

        inputs = Inputs(paths, published, dates, date_order.value, quiet, verbose)
        timeline = make_timeline(inputs, Selection(limit=sys.maxsize))
        found = find(event, timeline.events)
        out.emit(explanation.render(format_name, found, timeline), None)
        if strict and is_incomplete(timeline.articles, timeline.skipped):
            leave(ExitCode.LEFT_OUT)


def find(key: str, events: Sequence[Event]) -> Event:
    """The event that is meant: by its id, by the beginning of its id ("e-" left out or not), or by words of its line.

    Raises UsageError where several fit and NothingFoundError where none does.
    """
    prefix = "e-" + key.removeprefix("e-")
    found = [event for event in events if event.id.startswith(prefix)]
    if not found:
        words = key.lower().split()
        found = [event for event in events if words and all(word in event.text.lower() for word in words)]
    exact = [event for event in found if event.id == prefix]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if found:
        ids = ", ".join(event.id for event in found[:SHOWN])
        more = ", ..." if len(found) > SHOWN else ""
        raise UsageError(f"{key}: {len(found)} events fit ({ids}{more}); give one of the ids")
    raise NothingFoundError(f"{key}: no event has this id or these words; `newsline build -f json` lists the events")
