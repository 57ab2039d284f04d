"""A Markdown table (GitHub's kind): one row for each event."""

from __future__ import annotations

from newsline.dates.describe import describe
from newsline.formats import words
from newsline.formats.markdown import articles_section, escape, skipped_section, source_link, title_section
from newsline.formats.view import View
from newsline.model import Timeline


def render(timeline: Timeline, view: View) -> str:
    """The columns date, event, status and sources; then the articles and what was left out."""
    articles = words.by_id(timeline)
    rows = ["| Date | Event | Status | Sources |", "| --- | --- | --- | --- |"]
    for event in timeline.events:
        notes = [escape(words.status(event)), *(escape(text) for text in words.disagreements(event))]
        sources = "; ".join(source_link(key, articles) for key in words.tellers(event))
        cells = (escape(describe(event.span)), escape(words.told(event)), "; ".join(filter(None, notes)), sources)
        rows.append("| " + " | ".join(cells) + " |")
    parts, level = title_section(timeline, view)
    parts.append("\n".join(rows) + "\n" if timeline.events else "No dated events were found.\n")
    return "\n".join([*parts, *articles_section(timeline.articles, level), *skipped_section(timeline.skipped, level)])
