"""The JSON contract: timelines, articles and expressions as plain dicts (see the *.schema.json files beside this).

Only ever add keys: other programs read this.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from newsline.dates.span import Span
from newsline.model import (
    Article,
    DatedArticle,
    Dating,
    Event,
    Mention,
    Resolution,
    Skipped,
    Timeline,
)

SCHEMA_VERSION = 1
PROBABILITY_DIGITS = 3
Record = dict[str, Any]


def timeline_record(timeline: Timeline) -> Record:
    """The whole document of `build -f json`."""
    return {
        "schema": SCHEMA_VERSION,
        "title": timeline.title,
        "events": event_records(timeline),
        "articles": [article_record(article) for article in timeline.articles],
        "skipped": [skipped_record(item) for item in timeline.skipped],
    }


def event_records(timeline: Timeline) -> list[Record]:
    """The events of a timeline with their sources."""
    articles = {article.id: article for article in timeline.articles}
    return [event_record(event, articles) for event in timeline.events]


def event_record(event: Event, articles: Mapping[str, DatedArticle]) -> Record:
    """One event; `text` and each `quote` are exact slices of the texts."""
    return {
        "id": event.id,
        **date_record(event.span),
        "text": event.text,
        "status": event.status.value,
        "attributed_to": event.attributed_to,
        "score": round(event.score, PROBABILITY_DIGITS),
        "sources": [source_record(mention, articles.get(mention.article)) for mention in event.mentions],
        "conflicts": [
            {"kind": conflict.kind, "text": conflict.text, "articles": list(conflict.articles)}
            for conflict in event.conflicts
        ],
        "why": list(event.why),
        "stands_for": _stands_for(event),
    }


def _stands_for(event: Event) -> Record | None:
    if event.stands_for is None:
        return None
    start, end, name = event.stands_for
    return {"start": start, "end": end, "name": name}


def date_record(span: Span) -> Record:
    """A date: EDTF, its first and last day, and how precise it is."""
    return {
        "date": str(span),
        "earliest": span.first.isoformat(),
        "latest": span.last.isoformat(),
        "precision": span.precision.word,
        "approximate": span.approximate,
        "time": span.time,
    }


def source_record(mention: Mention, article: DatedArticle | None) -> Record:
    """One place of one article that tells an event."""
    phrase = mention.expression
    return {
        "article": mention.article,
        "title": article.title if article else None,
        "publisher": article.publisher if article else None,
        "url": article.url if article else None,
        "published": edtf(article.dating.published) if article else None,
        "quote": mention.quote,
        "start": mention.quote_start,
        "end": mention.quote_end,
        "phrase": phrase.text if phrase else None,
        "phrase_start": phrase.start if phrase else None,
        "phrase_end": phrase.end if phrase else None,
        "why": list(mention.why),
    }


def article_record(article: DatedArticle) -> Record:
    """An article and how it was dated."""
    dating = article.dating
    return {
        "article": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "url": article.url,
        "language": article.language,
        "published": edtf(dating.published),
        "earliest": dating.published.first.isoformat() if dating.published else None,
        "latest": dating.published.last.isoformat() if dating.published else None,
        "published_from": dating.source.value,
        "probability": None if dating.probability is None else round(dating.probability, PROBABILITY_DIGITS),
        "why": [evidence.text for evidence in dating.evidence],
        "characters": article.characters,
        "copy_of": article.copy_of,
    }


def skipped_record(item: Skipped) -> Record:
    """A file that was left out."""
    return {"path": item.path, "reason": item.reason}


def articles_record(articles: Iterable[DatedArticle], skipped: Iterable[Skipped]) -> Record:
    """The whole document of `articles -f json`."""
    return {
        "schema": SCHEMA_VERSION,
        "articles": [article_record(article) for article in articles],
        "skipped": [skipped_record(item) for item in skipped],
    }


def expressions_record(article: Article, dating: Dating, resolutions: Sequence[Resolution]) -> Record:
    """The time expressions of one article, with offsets into its text."""
    return {
        "article": article.id,
        "published": edtf(dating.published),
        "expressions": [expression_record(resolution) for resolution in resolutions],
    }


def expression_record(resolution: Resolution) -> Record:
    """One time expression with its TIMEX3 type and value, and its date where it has one."""
    expression, span = resolution.expression, resolution.span
    return {
        "start": expression.start,
        "end": expression.end,
        "text": expression.text,
        "type": expression.type.value,
        "value": resolution.value,
        "mod": expression.mod,
        "date": edtf(span),
        "earliest": span.first.isoformat() if span else None,
        "latest": span.last.isoformat() if span else None,
    }


def edtf(span: Span | None) -> str | None:
    """A span as EDTF, or None."""
    return None if span is None else str(span)
