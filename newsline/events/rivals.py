"""Two days for what is nearly the same telling: a conflict of dates, kept with both events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from newsline.dates.describe import describe
from newsline.events.agreement import meet
from newsline.events.similarity import Vector, centroid, dot, vectors
from newsline.model import Conflict, Event

SAME_TELLING = 0.6
"""Cosine of two events' centroids from which they are one story under two dates."""
APART = 31
"""Days between the two dates, at most: a confused day or a confused month, not an anniversary."""
KEYS = 6
COMMON = 40
"""A word that more events hold than this proposes no rivals."""


def date_conflicts(events: Sequence[Event], voice: Mapping[str, str]) -> tuple[Event, ...]:
    """The events, each with a conflict for every other event that tells nearly the same of another date.

    Events that one article tells both are two events, and no conflict.
    """
    centroids = _centroids(events)
    conflicts: defaultdict[int, list[Conflict]] = defaultdict(list)
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for i, event in enumerate(events):
        if not _has_expression(event):
            continue
        keys = sorted(centroids[i], key=lambda feature: (-centroids[i][feature], feature))[:KEYS]
        near = {j for key in keys for j in holders[key][-COMMON:]}
        for j in sorted(near):
            if _rivals(event, events[j], voice) and dot(centroids[i], centroids[j]) >= SAME_TELLING:
                conflict = _conflict(events[j], event)
                conflicts[i].append(conflict)
                conflicts[j].append(conflict)
        for key in keys:
            holders[key].append(i)
    return tuple(
        replace(event, conflicts=(*event.conflicts, *conflicts[i])) if i in conflicts else event
        for i, event in enumerate(events)
    )


def _centroids(events: Sequence[Event]) -> list[Vector]:
    single = iter(vectors([mention for event in events for mention in event.mentions]))
    return [centroid([next(single) for _ in event.mentions]) for event in events]


def _has_expression(event: Event) -> bool:
    return any(mention.expression is not None for mention in event.mentions)


def _rivals(a: Event, b: Event, voice: Mapping[str, str]) -> bool:
    apart = max((a.span.first - b.span.last).days, (b.span.first - a.span.last).days)
    if not 0 < apart <= APART or meet(a.span, b.span) is not None:
        return False
    return not _articles(a, voice) & _articles(b, voice)


def _articles(event: Event, voice: Mapping[str, str]) -> set[str]:
    return {voice.get(mention.article, mention.article) for mention in event.mentions}


def _conflict(a: Event, b: Event) -> Conflict:
    told = [f"{describe(event.span)} ({', '.join(sorted({m.article for m in event.mentions}))})" for event in (a, b)]
    articles = sorted({mention.article for event in (a, b) for mention in event.mentions})
    return Conflict("date", f"reports differ on the date: {told[0]} or {told[1]}", tuple(articles))
