"""Which events make the chronology, when space is short."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from newsline.model import Dating, Event
from newsline.timeline.days import day_weights
from newsline.timeline.novelty import by_centrality, without_repeats
from newsline.timeline.order import ordered
from newsline.timeline.topic import Topic

BASE_LENGTH = 6
PER_ROOT_ARTICLE = 8
"""Lines of a chronology that nobody gave a length: these two and the square root of the number of articles."""
LEAST_SCORE = 0.3
"""Below this an event is left out, unless a length was asked for."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What the user wants to see. The defaults mean: a length that suits the folder."""

    limit: int | None = None
    """At most so many events, the most important."""
    days: int | None = None
    """At most so many days, the most important; events of no exact day are then left out."""
    per_day: int | None = None
    """At most so many events of one day."""
    since: date | None = None
    until: date | None = None
    """Events that may lie between these days, both included."""
    about: tuple[str, ...] = ()
    """An event must speak of one of these; case does not matter."""
    min_sources: int = 1
    """Articles that tell an event, at least."""


def select(
    events: Sequence[Event], selection: Selection | None = None, datings: Mapping[str, Dating] | None = None
) -> tuple[Event, ...]:
    """The events that make the chronology, in its order.

    `datings` let days count for more that are still spoken of later. The events come with their scores.
    """
    wanted = selection or Selection()
    topic = Topic(wanted.about)
    found = [event for event in events if _admitted(event, wanted, topic)]
    found.sort(key=lambda event: (-event.score, event.span.first, event.id))
    if wanted.days is not None:
        chosen = _days(found, wanted.days, datings or {}, topic, wanted)
        found = by_centrality([event for event in found if event.span.is_day and event.span.first in chosen])
    found = without_repeats(found, wanted.per_day)
    if wanted.limit is not None:
        found = found[: wanted.limit]
    elif wanted.days is None and wanted.per_day is None:
        articles = {mention.article for event in events for mention in event.mentions}
        found = [event for event in found if event.score >= LEAST_SCORE][: suitable_length(len(articles))]
    return ordered(found)


def suitable_length(articles: int) -> int:
    """How many lines suit so many articles."""
    return round(BASE_LENGTH + PER_ROOT_ARTICLE * math.sqrt(articles))


def _admitted(event: Event, wanted: Selection, topic: Topic) -> bool:
    if wanted.since is not None and event.span.last < wanted.since:
        return False
    if wanted.until is not None and event.span.first > wanted.until:
        return False
    if len({mention.article for mention in event.mentions}) < wanted.min_sources:
        return False
    return topic.in_event(event)


def _days(
    events: Sequence[Event], most: int, datings: Mapping[str, Dating], topic: Topic, wanted: Selection
) -> frozenset[date]:
    """The most important days."""
    weights = day_weights(events, datings, topic)
    return frozenset(sorted(weights, key=lambda day: (-weights[day], day))[:most])
