"""Items for vis-timeline: a JSON array for its DataSet."""

from __future__ import annotations

from datetime import timedelta
from html import escape
from typing import Any

from newsline.dates.describe import describe
from newsline.formats import words
from newsline.formats.json import dumps
from newsline.formats.view import View
from newsline.model import DatedArticle, Event, Timeline


def render(timeline: Timeline, view: View) -> str:
    """A point for each event of one day, a range for the others; `end` is the day after the last."""
    articles = words.by_id(timeline)
    return dumps([_item(event, articles) for event in timeline.events], indent=2)


def _item(event: Event, articles: dict[str, DatedArticle]) -> dict[str, Any]:
    span = event.span
    lines = [describe(span), *words.disagreements(event), *words.sources(event, articles)]
    item: dict[str, Any] = {
        "id": event.id,
        "content": escape(words.headline(event)),
        "title": "<br>".join(map(escape, lines)),
        "start": span.first.isoformat(),
        "className": f"newsline-{event.status.value}",
    }
    if span.is_day:
        return {**item, "type": "point"}
    return {**item, "type": "range", "end": (span.last + timedelta(days=1)).isoformat()}
