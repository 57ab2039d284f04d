"""Two days for what is nearly the same telling: a conflict of dates, kept with both events."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

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
    centroids = [centroid((total,)) for total in totals]
    crowd: Counter[str] = Counter()
    for event in events:
        crowd[crowded(event.span)] += len(event.mentions)
    looking_back = [_looks_back(event, datings) for event in events]
    conflicts: defaultdict[int, list[Conflict]] = defaultdict(list)
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for i, event in enumerate(events):
        if not _has_expression(event):
            continue
        keys = sorted(centroids[i], key=lambda feature: (-centroids[i][feature], feature))[:KEYS]
        near = {j for key in keys for j in holders[key][-COMMON:]}
        for j in sorted(near):
            if not (looking_back[i] or looking_back[j]) or not _rivals(event, events[j], voice):
                continue
            told = crowd[crowded(event.span)] + crowd[crowded(events[j].span)]
            if told > FEW and len(totals[i].keys() & totals[j].keys()) < SHARED:
                continue
            threshold = ADJACENT + PER_CROWD * math.log(told) if _apart(event, events[j]) == 1 else NOT_ADJACENT
            if dot(centroids[i], centroids[j]) >= threshold:
                both = [_conflict(events[j], event), *number_conflicts((*events[j].mentions, *event.mentions), voice)]
                for one in (i, j):
                    conflicts[one].extend(conflict for conflict in both if conflict not in conflicts[one])
        for key in keys:
            holders[key].append(i)
    return tuple(
        replace(event, conflicts=tuple(dict.fromkeys((*event.conflicts, *conflicts[i])))) if i in conflicts else event
        for i, event in enumerate(events)
    )


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
