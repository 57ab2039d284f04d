"""The formats of a timeline: one module each, and this one table of them.

The table feeds `--format`, the suffixes of `--output` and `newsline formats`. A module has one function,
`render(timeline, view) -> str`, and is imported only when its format is asked for.
"""

from __future__ import annotations

from importlib import import_module

from msgspec import Struct

from newsline.formats.view import View
from newsline.model import Timeline


class Format(Struct, frozen=True):
    """A row of the table."""

    name: str
    module: str
    suffixes: tuple[str, ...]
    """Of files that `--output` writes in this format; the longest that fits wins."""
    description: str


FORMATS = (
    Format("table", "terminal", (), "a table for the terminal (the default there)"),
    Format("markdown", "markdown", (".md", ".markdown"), "Markdown, by year and month (the default in a pipe)"),
    Format("markdown-table", "markdown_table", (".table.md",), "Markdown with one table"),
    Format("text", "text", (".txt",), "plain text"),
    Format("html", "html", (".html", ".htm"), "one page, complete in itself: filter, reasons for dates, print"),
    Format("json", "json", (".json",), "JSON, described by timeline.schema.json"),
    Format("jsonl", "jsonl", (".jsonl", ".ndjson"), "JSON Lines: one event a line"),
    Format("csv", "spreadsheet", (".csv",), "comma-separated values, safe in spreadsheets"),
    Format("tsv", "tsv", (".tsv", ".tab"), "tab-separated values, safe in spreadsheets"),
    Format("org", "org", (".org",), "Org, by year and month"),
    Format("icalendar", "icalendar", (".ics",), "iCalendar: uncertain dates as spans of days"),
    Format("mermaid", "mermaid", (".mmd", ".mermaid"), "a Mermaid timeline diagram"),
    Format("timelinejs", "timelinejs", (".timelinejs.json",), "JSON for TimelineJS"),
    Format("vis", "vis", (".vis.json",), "items for vis-timeline (JSON)"),
    Format("markwhen", "markwhen", (".mw",), "markwhen"),
    Format("chronos", "chronos", (".chronos",), "a block for the Chronos plugin of Obsidian"),
    Format("csl", "csl", (".csl.json",), "the articles as CSL JSON (Zotero, pandoc)"),
    Format("jsonld", "jsonld", (".jsonld",), "JSON-LD with Schema.org events"),
)
BY_NAME = {row.name: row for row in FORMATS}
SUFFIXES = {suffix: row.name for row in FORMATS for suffix in row.suffixes}


def render(name: str, timeline: Timeline, view: View) -> str:
    """The timeline in the format of that name. Raises KeyError for a name that is not in the table."""
    module = import_module(f"{__name__}.{BY_NAME[name].module}")
    text: str = module.render(timeline, view)
    return text
