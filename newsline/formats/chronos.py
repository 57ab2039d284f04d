"""Chronos, the timeline plugin of Obsidian: one line for each event."""

from __future__ import annotations

from html import escape as escape_html

from newsline.dates.describe import describe
from newsline.dates.span import Span
from newsline.formats import words
from newsline.formats.view import View
from newsline.model import Timeline

REPLACED = {"|": "\uff5c", "[[": "[\u2060[", "]]": "]\u2060]"}
"""Chronos knows no escape character: its column mark becomes the wide form, and wiki links are broken up."""


def render(timeline: Timeline, view: View) -> str:
    """The body of a `chronos` block: date, line, and the sources as the description."""
    articles = words.by_id(timeline)
    lines = ["> NOTODAY"]
    for event in timeline.events:
        notes = [*words.disagreements(event), *words.sources(event, articles)]
        line = f"{describe(event.span)}: {words.headline(event)}"
        lines.append(f"- [{_date(event.span)}] {escape(line)} | {escape('; '.join(notes))}")
    return "\n".join(lines) + "\n"


def escape(text: str) -> str:
    """One cell; Chronos shows HTML, so that is escaped too."""
    for mark, harmless in REPLACED.items():
        text = text.replace(mark, harmless)
    return escape_html(words.plain(text), quote=False)


def _date(span: Span) -> str:
    return span.first.isoformat() if span.is_day else f"{span.first.isoformat()}~{span.last.isoformat()}"
