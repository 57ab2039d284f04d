"""Plain text, without a width and without marks: to paste anywhere."""

from __future__ import annotations

from newsline.dates.describe import describe
from newsline.formats import words
from newsline.formats.view import View
from newsline.model import Timeline


def render(timeline: Timeline, view: View) -> str:
    """A block for each event: its date, its line, what is disputed, its sources."""
    articles = words.by_id(timeline)
    blocks = [words.title(timeline)]
    for event in timeline.events:
        lines = [describe(event.span), words.headline(event), *words.disagreements(event)]
        if view.quotes:
            for mention in words.quotes(event):
                source = words.source(articles[mention.article]) if mention.article in articles else mention.article
                lines.append(f"{source}: “{words.plain(mention.quote)}”")
        else:
            lines.append("; ".join(words.sources(event, articles)))
        blocks.append("\n  ".join(lines))
    if not timeline.events:
        blocks.append("No dated events were found.")
    blocks += [f"Left out: {words.plain(item.path)}: {words.plain(item.reason)}" for item in timeline.skipped]
    return "\n\n".join(blocks) + "\n"
