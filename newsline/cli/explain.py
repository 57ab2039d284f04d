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

EventId = Annotated[str, typer.Argument(metavar="EVENT", help="The id of an event, or its beginning.")]
Format = Annotated[explanation.ExplanationFormat, typer.Option("--format", "-f")]
SHOWN = 5
"""Ids named when a prefix fits several."""


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
    """The event whose id begins with `key`, its "e-" left out or not. Raises UsageError and NothingFoundError."""
    prefix = "e-" + key.removeprefix("e-")
    found = [event for event in events if event.id.startswith(prefix)]
    exact = [event for event in found if event.id == prefix]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if found:
        ids = ", ".join(event.id for event in found[:SHOWN])
        raise UsageError(f"{key}: {len(found)} events begin with this ({ids} ...); give more of the id")
    raise NothingFoundError(f"{key}: no event has this id; `newsline build -f json` lists the ids")
