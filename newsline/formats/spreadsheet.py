"""CSV and TSV: one row for each event, safe to open in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator

from newsline.dates.describe import describe
from newsline.formats import words
from newsline.formats.table import write
from newsline.formats.view import View
from newsline.model import Event, Timeline

HEADER = (
    "date",
    "earliest",
    "latest",
    "precision",
    "approximate",
    "in_words",
    "text",
    "status",
    "attributed_to",
    "sources",
    "articles",
    "conflicts",
    "id",
)
JOINT = "; "


def render(timeline: Timeline, view: View) -> str:
    """Comma-separated values with a header."""
    return write(HEADER, rows(timeline), ",")


def rows(timeline: Timeline) -> Iterator[tuple[str | None, ...]]:
    """The cells of each event, as in `HEADER`."""
    articles = words.by_id(timeline)
    for event in timeline.events:
        yield (*_date(event), *_told(event), JOINT.join(words.sources(event, articles)), *_rest(event))


def _date(event: Event) -> tuple[str, ...]:
    span = event.span
    ends = (span.first.isoformat(), span.last.isoformat())
    return (str(span), *ends, span.precision.word, str(span.approximate).lower(), describe(span))


def _told(event: Event) -> tuple[str | None, ...]:
    return event.text, event.status.value, event.attributed_to


def _rest(event: Event) -> tuple[str, ...]:
    return JOINT.join(words.tellers(event)), JOINT.join(words.disagreements(event)), event.id
