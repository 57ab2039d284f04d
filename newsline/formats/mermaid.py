"""A Mermaid timeline diagram: a section for each year, a period for each date."""

from __future__ import annotations

import re
from itertools import groupby

from newsline.dates.describe import describe
from newsline.formats import words
from newsline.formats.view import View
from newsline.model import Timeline

_CODED = re.compile(r"[^\w\s.,'()?!’“”‘–—…€£-]")
"""Everything that the grammar or the HTML of a diagram could take for more than text becomes a character code."""


def render(timeline: Timeline, view: View) -> str:
    """The diagram's source. In Markdown it stands in a fenced block of the language `mermaid`."""
    lines = ["timeline", f"    title {escape(words.title(timeline))}"]
    for year, in_year in groupby(timeline.events, key=lambda event: event.span.first.year):
        lines.append(f"    section {year}")
        for date, events in groupby(in_year, key=lambda event: describe(event.span)):
            told = [f" : {escape(words.headline(event))}" for event in events]
            lines.append(f"        {escape(date)}" + "".join(told))
    return "\n".join(lines) + "\n"


def escape(text: str) -> str:
    """One line in which only Mermaid's own codes ("#35;") are more than letters, digits and plain punctuation."""
    return _CODED.sub(lambda match: f"#{ord(match.group())};", words.plain(text))
