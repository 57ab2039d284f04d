"""CSL JSON of the articles: a bibliography for Zotero, pandoc and others."""

from __future__ import annotations

from datetime import date
from typing import Any

from newsline.dates.span import Precision, Span
from newsline.formats import words
from newsline.formats.json import dumps
from newsline.formats.view import View
from newsline.model import DatedArticle, DatedFrom, Timeline


def render(timeline: Timeline, view: View) -> str:
    """One item for each article. A date that was inferred is `circa`, and the note says how it is known."""
    return dumps([_item(article) for article in timeline.articles], indent=2)


def _item(article: DatedArticle) -> dict[str, Any]:
    address = words.safe_url(article.url)
    item: dict[str, Any] = {
        "id": article.id,
        "type": "article-newspaper",
        "title": words.plain(article.title or article.id),
        "language": article.language,
        "note": f"Date: {words.written(article)} ({words.how_dated(article)})",
    }
    if article.publisher:
        item["container-title"] = words.plain(article.publisher)
    if address:
        item["URL"] = address
    if article.dating.published:
        issued: dict[str, Any] = {"date-parts": _date_parts(article.dating.published)}
        if article.dating.source is DatedFrom.INFERRED or article.dating.published.approximate:
            issued["circa"] = True
        item["issued"] = issued
    return item


def _date_parts(span: Span) -> list[list[int]]:
    """One date as precise as it is known, or the first and the last of a range."""
    if span.precision is Precision.YEAR and not span.members and not span.part:
        years = [[span.first.year], [span.last.year]]
        return years[:1] if years[0] == years[1] else years
    if span.precision is Precision.MONTH and words.is_exact(span):
        return [[span.first.year, span.first.month]]
    first, last = _parts(span.first), _parts(span.last)
    return [first] if first == last else [first, last]


def _parts(value: date) -> list[int]:
    return [value.year, value.month, value.day]
