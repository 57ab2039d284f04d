"""Two days for what is nearly the same telling: a conflict of dates, kept with both events."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from newsline.dates.describe import MONTHS, describe
from newsline.events.agreement import meet
from newsline.events.candidates import crowded
from newsline.events.conflicts import number_conflicts
from newsline.events.similarity import Vector, centroid, dot
from newsline.model import Conflict, Dating, Event

ADJACENT = 0.26
"""Cosine of two events' centroids from which they are one event under two dates, a day (or a month) apart."""
PER_CROWD = 0.03
"""What is added for each e-fold of tellings of those dates, as in merging."""
NOT_ADJACENT = 0.80
"""The same for dates further apart: a slip by one is the usual one."""
SHARED = 3
"""Stems, names or numbers that the two must have in common, where more than FEW tellings are of their dates."""
FEW = 12
LATER = 3
"""Days after the event from which a telling looks back on it. Two reports of successive days are no conflict of dates
unless one looks back: a running story sounds alike from day to day."""
APART = 31
"""Days between the two dates, at most: a confused day or a confused month, not an anniversary."""
KEYS = 6
COMMON = 40
"""A word that more events hold than this proposes no rivals."""


def date_conflicts(
    events: Sequence[Event], totals: Sequence[Vector], datings: Mapping[str, Dating], voice: Mapping[str, str]
) -> tuple[Event, ...]:
    """The events, each with a conflict for every other event that tells nearly the same of another date.

    `totals` are the sums of the vectors of each event's mentions. Events that one article tells both are two events,
    and no conflict.
    """
    sides = [side(event, total, datings) for event, total in zip(events, totals, strict=True)]
    told = crowd(events)
    conflicts: defaultdict[int, list[Conflict]] = defaultdict(list)
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for i in range(len(events)):
        near = {j for key in sides[i].keys for j in holders[key][-COMMON:]}
        for j in sorted(near):
            both = between(sides[j], sides[i], told, voice)
            for one in (i, j):
                conflicts[one].extend(conflict for conflict in both if conflict not in conflicts[one])
        for key in sides[i].keys:
            holders[key].append(i)
    return tuple(
        replace(event, conflicts=tuple(dict.fromkeys((*event.conflicts, *conflicts[i])))) if i in conflicts else event
        for i, event in enumerate(events)
    )


class Side(NamedTuple):
    """An event as it is compared with others."""

    event: Event
    total: Vector
    center: Vector
    keys: Sequence[str]
    """The words by which it is found; none where only the dates of articles date it."""
    looks_back: bool


def side(event: Event, total: Vector, datings: Mapping[str, Dating]) -> Side:
    """An event with the sum of the vectors of its mentions, to be compared."""
    center = centroid((total,))
    keys = sorted(center, key=lambda feature: (-center[feature], feature))[:KEYS] if _has_expression(event) else ()
    return Side(event, total, center, keys, _looks_back(event, datings))


def crowd(events: Iterable[Event]) -> Counter[str]:
    """How many tellings there are of each day, month or year; the counts of parts can be added."""
    told: Counter[str] = Counter()
    for event in events:
        told[crowded(event.span)] += len(event.mentions)
    return told


def between(a: Side, b: Side, told: Mapping[str, int], voice: Mapping[str, str]) -> list[Conflict]:
    """The conflicts of an event with a later one, none unless they tell nearly the same of two dates."""
    if not (a.looks_back or b.looks_back) or not _rivals(b.event, a.event, voice):
        return []
    count = told[crowded(b.event.span)] + told[crowded(a.event.span)]
    if count > FEW and len(b.total.keys() & a.total.keys()) < SHARED:
        return []
    threshold = ADJACENT + PER_CROWD * math.log(count) if _apart(b.event, a.event) == 1 else NOT_ADJACENT
    if dot(b.center, a.center) < threshold:
        return []
    return [_conflict(a.event, b.event), *number_conflicts((*a.event.mentions, *b.event.mentions), voice)]


def _has_expression(event: Event) -> bool:
    return any(mention.expression is not None for mention in event.mentions)


def _rivals(a: Event, b: Event, voice: Mapping[str, str]) -> bool:
    if not 0 < _apart(a, b) <= APART or meet(a.span, b.span) is not None:
        return False
    if not (_names_a_date(a) or _names_a_date(b)):
        return False
    return not _articles(a, voice) & _articles(b, voice)


_CALENDAR = re.compile(r"\b(?:1\d|20)\d\d\b|\d/\d|\b(?:" + "|".join(month[:3] for month in MONTHS) + ")", re.IGNORECASE)


def _names_a_date(event: Event) -> bool:
    """Whether a telling has a date of the calendar: two weekdays that were read amiss are no conflict of sources."""
    return any(m.expression is not None and _CALENDAR.search(m.expression.text) for m in event.mentions)


def _apart(a: Event, b: Event) -> int:
    """Days from the end of the one to the beginning of the other; not positive where they overlap."""
    return max((a.span.first - b.span.last).days, (b.span.first - a.span.last).days)


def _looks_back(event: Event, datings: Mapping[str, Dating]) -> bool:
    """Whether some article tells it well after; an article without a date is taken to."""
    published = [datings[m.article].published if m.article in datings else None for m in event.mentions]
    return any(span is None or (span.first - event.span.last).days >= LATER for span in published)


def _articles(event: Event, voice: Mapping[str, str]) -> set[str]:
    return {voice.get(mention.article, mention.article) for mention in event.mentions}


def _conflict(a: Event, b: Event) -> Conflict:
    told = [f"{describe(event.span)} ({', '.join(sorted({m.article for m in event.mentions}))})" for event in (a, b)]
    articles = sorted({mention.article for event in (a, b) for mention in event.mentions})
    return Conflict("date", f"reports differ on the date: {told[0]} or {told[1]}", tuple(articles))
