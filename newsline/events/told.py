"""The tellings of one event put together: its date, its status, whose claim it is, and how it came about."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence

from newsline.dates.describe import describe
from newsline.dates.span import Span
from newsline.events.agreement import meet
from newsline.events.conflicts import number_conflicts, toll
from newsline.events.disputes import factuality_conflicts
from newsline.events.outcome import attribution, foreseen, status
from newsline.events.similarity import Vector
from newsline.model import Event, Factuality, Mention

Published = Mapping[str, Span | None]
"""When the articles that tell an event were published, by their ids."""


def told_event(
    told: Sequence[tuple[Mention, Vector]], span: Span, published: Published, voice: Mapping[str, str], corrected: bool
) -> tuple[Event, list[Vector]]:
    """The event of mentions, its date being `span`, and their vectors in the order in which it has them.

    `corrected` says that one of them puts the date of others right; `voice` is as in `Survey.copied`. The wording is
    provisional until the event is ranked.
    """
    ordered = sorted(told, key=lambda pair: place(pair[0]))
    mentions = tuple(foreseen(mention, span, published.get(mention.article)) for mention, _ in ordered)
    first = mentions[0]
    event = Event(
        id=_identity(span, first),
        span=span,
        text=first.text,
        article=first.article,
        start=first.start,
        end=first.end,
        status=status(mentions),
        mentions=mentions,
        attributed_to=attribution(mentions, voice),
        conflicts=(*number_conflicts(mentions, voice, published), *factuality_conflicts(mentions)),
        why=tuple(_reasons(mentions, span, published, voice, corrected)),
    )
    return event, [vector for _, vector in ordered]


def place(mention: Mention) -> tuple[str, int, int, str]:
    """The order of the mentions of an event."""
    return mention.article, mention.start, mention.end, str(mention.span)


def _identity(span: Span, first: Mention) -> str:
    """Stable as long as the event keeps its date and its first telling."""
    content = "\x1f".join((str(span), first.article, str(first.start), first.text))
    digest = hashlib.blake2b(content.encode("utf-8", "surrogatepass"), digest_size=4)
    return f"e-{digest.hexdigest()}"


def _reasons(
    mentions: Sequence[Mention], span: Span, published: Published, voice: Mapping[str, str], corrected: bool
) -> Iterator[str]:
    """How the event came about, in plain words."""
    articles = sorted({mention.article for mention in mentions})
    if len(mentions) > 1:
        told_in = "one article" if len(articles) == 1 else f"{len(articles)} articles"
        yield f"{len(mentions)} tellings in {told_in} share their rarer words, names and numbers"
    spans = dict.fromkeys(mention.span for mention in mentions if mention.span is not None)
    for other in sorted(spans, key=lambda span: (-span.days, str(span))):
        if corrected and meet(other, span) is None:
            yield f"corrected from {describe(other)} to {describe(span)}"
        elif other.days > span.days or (other.members and not span.members):
            named = next((mention.article for mention in mentions if mention.span == span), None)
            source = f", the date in {named}" if named else ", the days that its tellings have in common"
            yield f"narrowed from {describe(other)} to {describe(span)}{source}"
    for article in articles:
        if article in voice:
            yield f"{article} is a copy of {voice[article]} and counts once with it"
    yield from toll(mentions, voice, published)
    kinds = {mention.factuality for mention in mentions}
    if Factuality.PLANNED in kinds and status(mentions) is Factuality.HAPPENED:
        yield "a plan in one telling, reported as done in another"
