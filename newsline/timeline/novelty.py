"""The lines of a day: central to what is told of it, and not told already, of this day or of those around it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from newsline.events.similarity import Vector, centroid, dot, vectors
from newsline.model import Event

CENTRALITY = 1.0
"""What being like all that is told of the day is worth beside the score; .5 to 2 did about as well."""
REPEATED = 0.7
"""Cosine from which an event says again what another one says."""
AROUND = 3
"""Days before and after within which a repetition counts as one."""


def event_vectors(events: Sequence[Event]) -> list[Vector]:
    """For each event the centroid of its tellings."""
    single = iter(vectors([mention for event in events for mention in event.mentions]))
    return [centroid([next(single) for _ in event.mentions]) for event in events]


def by_centrality(events: Sequence[Event]) -> list[Event]:
    """The events, those first that are both important and central to what is told of their day."""
    found = event_vectors(events)
    of_day: defaultdict[date, list[Vector]] = defaultdict(list)
    for event, vector in zip(events, found, strict=True):
        of_day[event.span.first].append(vector)
    centers = {day: centroid(members) for day, members in of_day.items()}
    values = [
        event.score + CENTRALITY * dot(vector, centers[event.span.first])
        for event, vector in zip(events, found, strict=True)
    ]
    order = sorted(range(len(events)), key=lambda i: (-values[i], events[i].span.first, events[i].id))
    return [events[i] for i in order]


def without_repeats(events: Sequence[Event], per_day: int | None = None) -> list[Event]:
    """The events in their order without those that repeat an earlier one, at most `per_day` of each first day."""
    kept: list[Event] = []
    near: defaultdict[int, list[Vector]] = defaultdict(list)
    count: defaultdict[date, int] = defaultdict(int)
    for event, vector in zip(events, event_vectors(events), strict=True):
        day = event.span.first
        if per_day is not None and count[day] >= per_day:
            continue
        around = (other for n in range(-AROUND, AROUND + 1) for other in near[day.toordinal() + n])
        if any(dot(vector, other) >= REPEATED for other in around):
            continue
        kept.append(event)
        count[day] += 1
        near[day.toordinal()].append(vector)
    return kept
