"""What follows merging, on the workers: conflicts of dates, scores, lines, and the partitions that are written.

The same values as those of `newsline.events.rivals` and `newsline.timeline.rank`. Each range of days has its events in
the order of their dates; what it needs to know of other ranges comes to it as little as can be: of the ranges before,
the last events that hold a word; of all, how much is told of each day and what the articles are about; of other events
that an article tells, where their lines begin and end.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import NamedTuple
from zlib import crc32

from newsline.cluster.merging import Finished
from newsline.events import rivals
from newsline.events.similarity import Vector, center, weigh_up
from newsline.model import Conflict, DatedArticle, Event
from newsline.timeline import wording
from newsline.timeline.rank import rated


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
    side: rivals.Side
    articles: dict[str, DatedArticle]


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
    told = Told(rivals.crowd(one.event for one in events), Counter())
    for one in events:
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
    for holder in _holders(events, home):
        for key in holder.side.keys:
            found[key].append(holder)
    return {key: some[-rivals.COMMON :] for key, some in found.items()}


def _holders(events: Sequence[Finished], home: int) -> Iterator[Holder]:
    for place, one in enumerate(events):
        datings = {article.id: article.dating for article in one.articles.values()}
        yield Holder(home, place, rivals.side(one.event, one.total, datings), one.articles)


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
    return holder.side.event.span.last.toordinal()


def conflicts(
    events: Sequence[Finished], home: int, before: Holders, told: Told, width: int
) -> list[list[tuple[int, Conflict]]]:
    """The conflicts of dates that the events of one range have with earlier ones, for the range of each of the two.

    Each with the place of its event; in the order in which `rivals.date_conflicts` finds them.
    """
    found: list[list[tuple[int, Conflict]]] = [[] for _ in range(width)]
    held: defaultdict[str, list[Holder | None]] = defaultdict(list, {key: [*some] for key, some in before.items()})
    for one in _holders(events, home):
        near = {other[:2]: other for key in one.side.keys for other in held[key][-rivals.COMMON :] if other}
        for _, other in sorted(near.items(), key=itemgetter(0)):
            both = rivals.between(other.side, one.side, told.crowd, _voice({**other.articles, **one.articles}))
            found[other.home] += [(other.place, conflict) for conflict in both]
            found[home] += [(one.place, conflict) for conflict in both]
        for key in one.side.keys:
            held[key].append(one)
    return found


def _voice(articles: Mapping[str, DatedArticle]) -> dict[str, str]:
    """For each syndicated copy the article that it copies."""
    return {one.id: one.copy_of for one in articles.values() if one.copy_of is not None}


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
        datings = {article.id: article.dating for article in one.articles.values()}
        event = rated(event, one.vectors, center, datings, _voice(one.articles))
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
