"""What follows merging, on the workers: conflicts of dates, scores, lines, and the partitions that are written.

The same values as those of `newsline.events.rivals` and `newsline.timeline.rank`. Each range of days has its events in
the order of their dates; what it needs to know of other ranges comes to it as little as can be: of the ranges before,
the last events that hold a word; of all, how much is told of each day and what the articles are about; of other events
that an article tells, where their lines begin and end.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple
from zlib import crc32

from newsline.cluster.merging import Finished
from newsline.events import rivals
from newsline.events.candidates import crowded
from newsline.events.conflicts import number_conflicts
from newsline.events.similarity import Vector, center, centroid, dot, weigh_up
from newsline.model import Conflict, Dating, Event
from newsline.timeline import rank, wording


class Told(NamedTuple):
    """What is counted over all events."""

    crowd: Counter[str]
    """Tellings of each day, month or year."""
    totals: Counter[str]
    """The vectors of all mentions, summed in whole numbers."""


class Holder(NamedTuple):
    """An event that another range may have a rival of."""

    home: int
    place: int
    """Its range, and its place in it."""
    told: Finished


Holders = dict[str, list[Holder | None]]
"""For each word the last events that hold it, in order; None for one that ended too early to be a rival."""


class Shown(NamedTuple):
    """Where the line of an event lies in its article."""

    article: str
    start: int
    end: int
    event: str
    home: int
    place: int


class Ranked(NamedTuple):
    """An event with its score and line, and the articles that tell it."""

    event: Event
    told: Finished


def count(events: Sequence[Finished]) -> Told:
    """What the events of one range add to the counts."""
    told = Told(Counter(), Counter())
    for one in events:
        told.crowd[crowded(one.event.span)] += len(one.event.mentions)
        weigh_up(told.totals, one.vectors)
    return told


def add(parts: Sequence[Told]) -> Told:
    """The sum of counts."""
    total = Told(Counter(), Counter())
    for one in parts:
        total.crowd.update(one.crowd)
        total.totals.update(one.totals)
    return total


def folder(told: Told) -> Vector:
    """What all articles are about."""
    return center(told.totals)


def holders(events: Sequence[Finished], home: int) -> Holders:
    """For each word the last events of one range that hold it."""
    found: defaultdict[str, list[Holder | None]] = defaultdict(list)
    for place, one in enumerate(events):
        if rivals._has_expression(one.event):
            for key in _keys(one):
                found[key].append(Holder(home, place, one))
    return {key: some[-rivals.COMMON :] for key, some in found.items()}


def extended(before: Holders, own: Holders, start: int) -> Holders:
    """The last events that hold a word in the ranges up to the one that begins on the day `start` (an ordinal)."""
    found: Holders = {}
    for key in {**before, **own}:
        some = [*before.get(key, ()), *own.get(key, ())][-rivals.COMMON :]
        near = [one if one and _ends(one) >= start - rivals.APART else None for one in some]
        first = next((n for n, one in enumerate(near) if one), None)
        if first is not None:
            found[key] = near[first:]
    return found


def _ends(holder: Holder) -> int:
    return holder.told.event.span.last.toordinal()


def _keys(one: Finished) -> list[str]:
    weights = centroid((one.total,))
    return sorted(weights, key=lambda feature: (-weights[feature], feature))[: rivals.KEYS]


def conflicts(
    events: Sequence[Finished], home: int, before: Holders, told: Told, width: int
) -> list[list[tuple[int, Conflict]]]:
    """The conflicts of dates that the events of one range have with earlier ones, for the range of each of the two.

    Each with the place of its event; in the order in which `rivals.date_conflicts` finds them.
    """
    found: list[list[tuple[int, Conflict]]] = [[] for _ in range(width)]
    held: defaultdict[str, list[Holder | None]] = defaultdict(list, {key: [*some] for key, some in before.items()})
    for place, one in enumerate(events):
        if not rivals._has_expression(one.event):
            continue
        keys = _keys(one)
        near = {(other.home, other.place): other for key in keys for other in held[key][-rivals.COMMON :] if other}
        for where in sorted(near):
            other = near[where].told
            if _disagree(one, other, told.crowd):
                voice = _voice(one, other)
                mentions = (*other.event.mentions, *one.event.mentions)
                both = [rivals._conflict(other.event, one.event), *number_conflicts(mentions, voice)]
                found[where[0]] += [(where[1], conflict) for conflict in both]
                found[home] += [(place, conflict) for conflict in both]
        for key in keys:
            held[key].append(Holder(home, place, one))
    return found


def _voice(*events: Finished) -> dict[str, str]:
    """For each syndicated copy the article that it copies."""
    return {a.id: a.copy_of for one in events for a in one.articles.values() if a.copy_of is not None}


def _datings(*events: Finished) -> dict[str, Dating]:
    return {a.id: a.dating for one in events for a in one.articles.values()}


def _disagree(one: Finished, other: Finished, crowd: Mapping[str, int]) -> bool:
    """Whether two events are one under two dates."""
    a, b = one.event, other.event
    if not rivals._rivals(a, b, _voice(one, other)):
        return False
    if not (rivals._looks_back(a, _datings(one)) or rivals._looks_back(b, _datings(other))):
        return False
    told = crowd[crowded(a.span)] + crowd[crowded(b.span)]
    if told > rivals.FEW and len(one.total.keys() & other.total.keys()) < rivals.SHARED:
        return False
    adjacent = rivals.ADJACENT + rivals.PER_CROWD * math.log(told)
    threshold = adjacent if rivals._apart(a, b) == 1 else rivals.NOT_ADJACENT
    return dot(centroid((one.total,)), centroid((other.total,))) >= threshold


def ranked(events: Sequence[Finished], late: Sequence[Sequence[tuple[int, Conflict]]], center: Vector) -> list[Ranked]:
    """The events of one range with their conflicts, scores and lines; `late` in the order of the ranges."""
    disputed: defaultdict[int, dict[Conflict, None]] = defaultdict(dict)
    for some in late:
        for place, conflict in some:
            disputed[place].setdefault(conflict)
    found = []
    for place, one in enumerate(events):
        event = one.event
        if place in disputed:
            event = replace(event, conflicts=tuple(dict.fromkeys((*event.conflicts, *disputed[place]))))
        mention, goodness = wording.best(event, one.vectors)
        score = rank._score(event, one.vectors, goodness, center, _datings(one), _voice(one))
        event = replace(wording.worded(event, mention), score=round(score, 4))
        found.append(Ranked(event, one._replace(total={}, vectors=[])))
    return found


def shown(events: Sequence[Ranked], home: int, width: int) -> list[list[Shown]]:
    """Where the lines of the events lie, sent by article."""
    found: list[list[Shown]] = [[] for _ in range(width)]
    for place, (event, _) in enumerate(events):
        target = crc32(event.article.encode("utf-8", "surrogatepass")) % width
        found[target].append(Shown(event.article, event.start, event.end, event.id, home, place))
    return found


def overlapping(parts: Sequence[Sequence[Shown]], width: int) -> list[list[int]]:
    """The places, for each range, of events whose line overlaps that of another event of the same article."""
    by_article: defaultdict[str, list[Shown]] = defaultdict(list)
    for part in parts:
        for one in part:
            by_article[one.article].append(one)
    found: list[list[int]] = [[] for _ in range(width)]
    for some in by_article.values():
        for a in some:
            if any(b.start < a.end and a.start < b.end and b.event != a.event for b in some):
                found[a.home].append(a.place)
    return found


def apart(events: Sequence[Ranked], overlaps: Sequence[Sequence[int]]) -> list[Ranked]:
    """The events of one range, those that `overlapping` names shown by their clause alone."""
    found = list(events)
    for place in {place for some in overlaps for place in some}:
        event = events[place].event
        itself = (event.start, event.end, "")  # stands for the other line: that there is one is known
        found[place] = Ranked(wording._narrowed(event, [itself]), events[place].told)
    return found


def bare(events: Sequence[Ranked]) -> list[Event]:
    """The events alone."""
    return [one.event for one in events]
