"""What follows merging, on the workers: conflicts of dates, scores, lines, and the partitions that are written.

The same values as those of `newsline.events.rivals` and `newsline.timeline.rank`. Each range of days has its events in
the order of their dates; what it needs to know of other ranges comes to it as little as can be: of the ranges before,
the last events that hold a word; of all, how much is told of each day and what the articles are about; of other events
that an article tells, where their lines begin and end.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple
from zlib import crc32

from msgspec.structs import replace

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
    voice: dict[str, str]
    """For each syndicated copy that tells it the article that it copies."""


Holders = dict[str, list[Holder | None]]
"""For each word the last events that hold it, in order; None for one that ended too early to be a rival."""


Line = tuple[int, int, str]
"""Where the line of an event begins and ends in its article, and the id of the event."""


class Shown(NamedTuple):
    """What the lines of one range of days have to do with one article."""

    home: int
    lines: list[Line]
    """The lines that are slices of it."""
    asking: list[int]
    """Places of events that it tells and that another line of it may move."""


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


def holders(events: Sequence[Finished], home: int, start: int) -> Holders:
    """For each word the last events of one range that hold it; the next range begins on the day `start`."""
    found: defaultdict[str, list[Holder | None]] = defaultdict(list)
    for holder in _holders(events, home):
        for key in holder.side.keys:
            found[key].append(holder)
    return extended({}, found, start)


def _holders(events: Sequence[Finished], home: int) -> Iterator[Holder]:
    for place, one in enumerate(events):
        datings = {article.id: article.dating for article in one.articles.values()}
        yield Holder(home, place, rivals.side(one.event, one.total, datings), _voice(one.articles))


def extended(before: Holders, own: Mapping[str, list[Holder | None]], start: int) -> Holders:
    """The last events that hold a word in the ranges up to the one that begins on the day `start` (an ordinal)."""
    found: Holders = {}
    for key in {**before, **own}:
        some = [*before.get(key, ()), *own.get(key, ())][-rivals.COMMON :]
        near = [one if one and one.side.ends >= start - rivals.APART else None for one in some]
        first = next((n for n, one in enumerate(near) if one), None)
        if first is not None:
            found[key] = near[first:]
    return found


def conflicts(
    events: Sequence[Finished], home: int, before: Holders, told: Told, width: int
) -> list[list[tuple[int, Conflict]]]:
    """The conflicts of dates that the events of one range have with earlier ones, for the range of each of the two.

    Each with the place of its event; in the order in which `rivals.date_conflicts` finds them.
    """
    found: list[list[tuple[int, Conflict]]] = [[] for _ in range(width)]
    held: defaultdict[str, list[Holder | None]] = defaultdict(list, {key: [*some] for key, some in before.items()})
    for one in _holders(events, home):
        some = (other for key in one.side.keys for other in held[key][-rivals.COMMON :])
        near = {other[:2]: other for other in some if other and rivals.are_near(other.side, one.side)}
        for _, other in sorted(near.items(), key=itemgetter(0)):
            both = rivals.between(other.side, one.side, told.crowd, {**other.voice, **one.voice})
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


def shown(events: Sequence[Ranked], home: int, width: int) -> list[dict[str, Shown]]:
    """What the lines of one range of days have to do with each article, sent by article."""
    found: list[dict[str, Shown]] = [{} for _ in range(width)]

    def of(article: str) -> Shown:
        target = found[crc32(article.encode("utf-8", "surrogatepass")) % width]
        return target.setdefault(article, Shown(home, [], []))

    for place, (event, _) in enumerate(events):
        of(event.article).lines.append((event.start, event.end, event.id))
        if any(one.line == (event.start, event.end) and one.article == event.article for one in event.mentions):
            for article in {one.article for one in event.mentions}:
                of(article).asking.append(place)
    return found


def answered(parts: Sequence[Mapping[str, Shown]], width: int) -> list[list[tuple[int, str, list[Line]]]]:
    """For each range the places that ask, the article and all lines that are slices of it."""
    by_article: defaultdict[str, list[Shown]] = defaultdict(list)
    for part in parts:
        for article, one in part.items():
            by_article[article].append(one)
    found: list[list[tuple[int, str, list[Line]]]] = [[] for _ in range(width)]
    for article, some in by_article.items():
        lines = [line for one in some for line in one.lines]
        for one in some:
            found[one.home] += [(place, article, lines) for place in one.asking]
    return found


def apart(events: Sequence[Ranked], answers: Sequence[Sequence[tuple[int, str, list[Line]]]]) -> list[Ranked]:
    """The events of one range, so that no two are shown by lines that overlap."""
    lines: defaultdict[int, dict[str, list[Line]]] = defaultdict(dict)
    for some in answers:
        for place, article, of_article in some:
            lines[place][article] = of_article
    found = list(events)
    for place, of_place in lines.items():
        found[place] = Ranked(wording.moved(events[place].event, of_place), events[place].told)
    return found


def bare(events: Sequence[Ranked]) -> list[Event]:
    """The events alone."""
    return [one.event for one in events]
