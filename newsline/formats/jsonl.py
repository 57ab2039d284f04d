"""JSON Lines: one event a line, the same objects as in the JSON document, each with a "type"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from newsline.formats.json import dumps
from newsline.formats.records import event_records, skipped_record
from newsline.formats.view import View
from newsline.model import Timeline


def render(timeline: Timeline, view: View) -> str:
    """A line for each event, then one for each file that was left out."""
    skipped = (skipped_record(item) for item in timeline.skipped)
    return lines([("event", event_records(timeline)), ("skipped", skipped)])


def lines(groups: Iterable[tuple[str, Iterable[dict[str, Any]]]]) -> str:
    """Each record on its own line, the name of its group first."""
    return "".join(dumps({"type": name, **record}) for name, records in groups for record in records)
