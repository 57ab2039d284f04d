"""The JSON that TimelineJS (Knight Lab) reads: a slide for each event."""

from __future__ import annotations

from datetime import date
from html import escape
from typing import Any

from newsline.dates.describe import describe
from newsline.formats import words
from newsline.formats.json import dumps
from newsline.formats.view import View
from newsline.model import DatedArticle, Event, Timeline


def render(timeline: Timeline, view: View) -> str:
    """Title and slides. A date that is no day is a stretch of days with its words as the date that is shown."""
    articles = words.by_id(timeline)
    slides = [_slide(event, articles) for event in timeline.events]
    return dumps({"title": {"text": {"headline": escape(words.title(timeline))}}, "events": slides}, indent=2)


def _slide(event: Event, articles: dict[str, DatedArticle]) -> dict[str, Any]:
    slide: dict[str, Any] = {
        "unique_id": event.id,
        "start_date": _date(event.span.first),
        "display_date": escape(describe(event.span)),
        "text": {"headline": escape(words.headline(event)), "text": _body(event, articles)},
        "autolink": False,
    }
    if event.span.first != event.span.last:
        slide["end_date"] = _date(event.span.last)
    return slide


def _date(value: date) -> dict[str, int]:
    return {"year": value.year, "month": value.month, "day": value.day}


def _body(event: Event, articles: dict[str, DatedArticle]) -> str:
    """HTML, which TimelineJS shows as it is: everything in it is escaped."""
    paragraphs = [escape(text) for text in words.disagreements(event)]
    paragraphs.append("; ".join(source_html(key, articles) for key in words.tellers(event)))
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


def source_html(key: str, articles: dict[str, DatedArticle]) -> str:
    """A source as HTML, a link where it has an address of the web."""
    article = articles.get(key)
    if article is None:
        return escape(words.plain(key))
    label = escape(words.source(article))
    address = words.safe_url(article.url)
    return f'<a href="{escape(address)}" rel="noreferrer">{label}</a>' if address else label
