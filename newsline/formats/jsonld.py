"""JSON-LD with the vocabulary of Schema.org: an ItemList of Events."""

from __future__ import annotations

from typing import Any

from newsline.formats import words
from newsline.formats.json import dumps
from newsline.formats.view import View
from newsline.model import DatedArticle, Event, Factuality, Timeline

VOCABULARY = "https://schema.org"
EVENT_STATUS = {Factuality.PLANNED: "EventScheduled", Factuality.CANCELLED: "EventCancelled"}


def render(timeline: Timeline, view: View) -> str:
    """The events in order. Uncertain dates have both ends, and their words in the description."""
    articles = words.by_id(timeline)
    items = [
        {"@type": "ListItem", "position": number, "item": _event(event, articles)}
        for number, event in enumerate(timeline.events, 1)
    ]
    return dumps(
        {
            "@context": VOCABULARY,
            "@type": "ItemList",
            "name": words.title(timeline),
            "numberOfItems": len(items),
            "itemListElement": items,
        },
        indent=2,
    )


def _event(event: Event, articles: dict[str, DatedArticle]) -> dict[str, Any]:
    notes = [words.when(event.span), words.status(event), *words.disagreements(event)]
    made: dict[str, Any] = {
        "@type": "Event",
        "@id": f"urn:newsline:{event.id}",
        "name": words.plain(words.told(event)),
        "startDate": event.span.first.isoformat(),
        "endDate": event.span.last.isoformat(),
        "description": ". ".join(words.sentence(note) for note in notes if note),
        "subjectOf": [_article(articles[key]) for key in words.tellers(event) if key in articles],
    }
    if event.status in EVENT_STATUS:
        made["eventStatus"] = f"{VOCABULARY}/{EVENT_STATUS[event.status]}"
    return made


def _article(article: DatedArticle) -> dict[str, Any]:
    made: dict[str, Any] = {"@type": "NewsArticle", "headline": words.plain(article.title or article.id)}
    address = words.safe_url(article.url)
    if address:
        made["url"] = address
    if article.publisher:
        made["publisher"] = {"@type": "Organization", "name": words.plain(article.publisher)}
    published = article.dating.published
    if published is not None and published.is_day:
        made["datePublished"] = published.first.isoformat()
    return made
