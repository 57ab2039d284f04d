"""Markwhen: one line for each event, its date in EDTF."""

from __future__ import annotations

import json
import re

from newsline.dates.describe import describe
from newsline.dates.span import Precision, Span
from newsline.formats import words
from newsline.formats.view import View
from newsline.model import Timeline

WORD_JOINER = "\u2060"
"""Invisible; markwhen knows no escape character, and a mark that is followed by this is no tag, link or list."""
_MARKUP = re.compile(r"[#@!\[\]()*_`~:/-]")


def render(timeline: Timeline, view: View) -> str:
    """A header with the title, then the events; uncertain dates have their words before the line."""
    articles = words.by_id(timeline)
    lines = [f"title: {json.dumps(words.title(timeline), ensure_ascii=False)}", ""]
    for event in timeline.events:
        before = "" if words.is_exact(event.span) else f"{describe(event.span)}, "
        sources = "; ".join(words.sources(event, articles))
        told = ". ".join([before + words.headline(event), *words.disagreements(event)])
        lines.append(f"{_date(event.span)}: {escape(told)} {escape(f'({sources})')}")
    return "\n".join(lines) + "\n"


def escape(text: str) -> str:
    """One line that markwhen takes for text."""
    return _MARKUP.sub(rf"\g<0>{WORD_JOINER}", words.plain(text))


def _date(span: Span) -> str:
    """EDTF as far as markwhen knows it: a day, a month, a year, or a range of days."""
    if span.is_day:
        return span.first.isoformat()
    if words.is_exact(span):
        return f"{span.first:%Y-%m}" if span.precision is Precision.MONTH else f"{span.first:%Y}"
    return f"{span.first.isoformat()}/{span.last.isoformat()}"
