"""One event with everything that led to it, for `newsline explain`."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from newsline.dates.describe import describe
from newsline.formats import words
from newsline.model import DatedArticle, Event, Mention, Timeline


class ExplanationFormat(StrEnum):
    """The formats of an explanation."""

    TEXT = "text"
    JSON = "json"


def render(name: ExplanationFormat, event: Event, timeline: Timeline) -> str:
    """The explanation as text for people, or as JSON."""
    articles = words.by_id(timeline)
    if name is ExplanationFormat.JSON:
        from newsline.formats.json import dumps
        from newsline.formats.records import SCHEMA_VERSION, article_record, event_record

        told = [article_record(articles[key]) for key in words.tellers(event) if key in articles]
        return dumps({"schema": SCHEMA_VERSION, "event": event_record(event, articles), "articles": told}, indent=2)
    return "\n".join(_lines(event, articles)) + "\n"


def _lines(event: Event, articles: dict[str, DatedArticle]) -> Iterator[str]:
    yield f"{event.id}  {describe(event.span)}"
    yield f"  {words.plain(words.told(event))}"
    yield ""
    span = event.span
    yield f"Date: {span} (EDTF), {span.first} to {span.last}, known to the {span.precision.word}"
    yield f"Status: {words.status(event) or event.status.value}"
    yield f"Wording: from {words.plain(event.article)}, characters {event.start} to {event.end}"
    if event.stands_for is not None:
        start, end, name = event.stands_for
        pronoun = event.text[start - event.start : end - event.start]
        known = "whom the text before it names" if pronoun else "with whom the sentence begins"
        yield f"Name: {f'“{words.plain(pronoun)}”' if pronoun else 'the subject'} is {words.plain(name)}, {known}"
    yield f"Importance: {event.score:.2f}"
    yield from _section("How it was put together", event.why)
    yield from _section("What the sources disagree about", [conflict.text for conflict in event.conflicts])
    yield ""
    yield "Sources"
    for number, mention in enumerate(event.mentions, 1):
        yield from _source(number, mention, articles.get(mention.article))


def _section(heading: str, items: tuple[str, ...] | list[str]) -> Iterator[str]:
    if items:
        yield ""
        yield heading
        yield from (f"  - {words.plain(item)}" for item in items)


def _source(number: int, mention: Mention, article: DatedArticle | None) -> Iterator[str]:
    name = words.source(article) if article else words.plain(mention.article)
    file = f", {words.plain(mention.article)}" if article and words.outlet(article) != mention.article else ""
    yield f"{number}. {name}{file}, characters {mention.quote_start} to {mention.quote_end}"
    yield f"   “{_marked(mention)}”"
    if mention.factuality.value != "happened" or mention.speaker:
        speaker = f", says {words.plain(mention.speaker)}" if mention.speaker else ""
        yield f"   told as: {mention.factuality.value}{speaker}"
    yield "   its date:"
    yield from (f"     - {words.plain(step)}" for step in mention.why)
    if mention.span is not None:
        yield f"     = {describe(mention.span)}"
    if article:
        yield f"   the article's date: {words.how_dated(article)}"
        yield from (f"     - {words.plain(evidence.text)}" for evidence in article.dating.evidence)


def _marked(mention: Mention) -> str:
    """The quote with the dating phrase between square brackets."""
    phrase, quote = mention.expression, mention.quote
    if phrase is None or not mention.quote_start <= phrase.start <= phrase.end <= mention.quote_end:
        return words.plain(quote)
    start, end = phrase.start - mention.quote_start, phrase.end - mention.quote_start
    return words.plain(f"{quote[:start]}[{quote[start:end]}]{quote[end:]}")
