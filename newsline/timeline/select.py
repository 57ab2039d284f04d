"""Which events make the chronology, when space is short."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from newsline.model import Event
from newsline.timeline.order import ordered

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
    """At most so many days, the most important."""
    per_day: int | None = None
    """At most so many events of one day."""
    since: date | None = None
    until: date | None = None
    """Events that may lie between these days, both included."""
    about: tuple[str, ...] = ()
    """An event must speak of one of these; case does not matter."""
    min_sources: int = 1
    """Articles that tell an event, at least."""


def select(events: Sequence[Event], selection: Selection | None = None) -> tuple[Event, ...]:
    """The events that make the chronology, in its order."""
    wanted = selection or Selection()
    found = [event for event in events if _admitted(event, wanted)]
    found.sort(key=lambda event: (-event.score, event.span.first, event.id))
    if wanted.days is not None:
        found = _of_days(found, wanted.days)
    if wanted.per_day is not None:
        found = _per_day(found, wanted.per_day)
    if wanted.limit is not None:
        found = found[: wanted.limit]
    elif wanted.days is None and wanted.per_day is None:
        articles = {mention.article for event in events for mention in event.mentions}
        found = [event for event in found if event.score >= LEAST_SCORE][: suitable_length(len(articles))]
    return ordered(found)


def suitable_length(articles: int) -> int:
    """How many lines suit so many articles."""
    return round(BASE_LENGTH + PER_ROOT_ARTICLE * math.sqrt(articles))


def _admitted(event: Event, wanted: Selection) -> bool:
    if wanted.since is not None and event.span.last < wanted.since:
        return False
    if wanted.until is not None and event.span.first > wanted.until:
        return False
    if len({mention.article for mention in event.mentions}) < wanted.min_sources:
        return False
    return not wanted.about or any(speaks_of(event, topic) for topic in wanted.about)


def speaks_of(event: Event, topic: str) -> bool:
    """Whether the words of a topic stand in a telling of the event, whatever their case and ending."""
    pattern = re.compile(r"\b" + r"\W+".join(map(re.escape, topic.split())), re.IGNORECASE)
    return any(pattern.search(mention.quote) for mention in event.mentions)


def _of_days(events: Sequence[Event], days: int) -> list[Event]:
    """The events of the most important days: those whose events' scores add up highest."""
    weight: defaultdict[date, float] = defaultdict(float)
    for event in events:
        weight[event.span.first] += event.score
    chosen = set(sorted(weight, key=lambda day: (-weight[day], day))[:days])
    return [event for event in events if event.span.first in chosen]


def _per_day(events: Sequence[Event], most: int) -> list[Event]:
    seen: defaultdict[date, int] = defaultdict(int)
    kept = []
    for event in events:
        if seen[event.span.first] < most:
            seen[event.span.first] += 1
            kept.append(event)
    return kept
