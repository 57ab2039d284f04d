"""Merging on the workers: the same events as `newsline.events.merge`, found block of time by block of time.

The mentions are spread over ranges of days (their homes) of about equal size, and to the ranges that hold the other
blocks of time in which they are filed or sought. Each range finds the candidates in its own blocks; the best of all
ranges are chosen at home. Pairs within a range are then joined from the most similar downwards, as everywhere. A pair
that leaves the range cannot be decided there, nor can any later pair of the groups that it touches: these groups and
pairs go up a tree in which neighbouring ranges are put together, until both are in one range. What a pair is decided
on is thus exactly what it would be decided on if all were in one place, so the events are the same to the bit.
"""

from __future__ import annotations

import pickle
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from operator import itemgetter
from typing import NamedTuple

from newsline.cluster.reading import Counts, Telling
from newsline.events import merge
from newsline.events.candidates import NEIGHBOURS, Block, filing, nearest
from newsline.events.merge import Pair
from newsline.events.similarity import Vector, features, inverse, vector
from newsline.model import DatedArticle, Event


class Entry(NamedTuple):
    """A mention in one range of days."""

    key: int
    home: int
    """The range in which it is merged."""
    vector: Vector
    filed: list[Block]
    sought: list[Block]
    """The blocks of this range in which it is filed, and in which it looks for others."""
    telling: Telling | None
    """The mention itself, where it is at home."""


class Found(NamedTuple):
    """A candidate of the mention `key`."""

    key: int
    cosine: float
    other: int
    home: int
    """The range in which the other one is merged."""


class Finished(NamedTuple):
    """An event with what ranking needs to know of its mentions."""

    event: Event
    total: Vector
    vectors: list[Vector]
    """Of its mentions, in their order."""
    first: int
    """The key of its first mention."""
    articles: dict[str, DatedArticle]


class Node(NamedTuple):
    """A range of days on its way up the tree."""

    finished: list[Finished]
    waiting: list[merge.Group]
    """Groups that a pair may still be joined to that leaves the range."""
    tellings: dict[int, tuple[Telling, Vector]]
    """Their members."""
    edges: list[Pair]
    """What could not be decided yet."""


def rareness(counts: Counts) -> dict[str, float]:
    """How rare each feature is among all articles."""
    return inverse(counts.features, counts.articles)


def ranges(days: Mapping[int, int], width: int) -> list[int]:
    """The first days of all ranges but the first, so that each holds about as many mentions."""
    whole, so_far = sum(days.values()), 0
    cuts: list[int] = []
    for day in sorted(days):
        if len(cuts) + 1 < width and so_far >= whole * (len(cuts) + 1) / width:
            cuts.append(day)
        so_far += days[day]
    return cuts


def range_of(day: int, cuts: Sequence[int]) -> int:
    """The range that holds a day."""
    return bisect_right(cuts, day)


def _range_of_block(block: Block, cuts: Sequence[int]) -> int:
    kind, number = block
    if kind == "day":
        return range_of(number, cuts)
    year, month = divmod(number, 12) if kind in ("month", "in month") else (number, 0)
    return range_of(date(year, month + 1, 1).toordinal(), cuts)


def spread(blob: bytes, idf: Mapping[str, float], cuts: Sequence[int]) -> list[bytes]:
    """The mentions of some batches as entries, for each range of days."""
    entries: list[list[Entry]] = [[] for _ in range(len(cuts) + 1)]
    for telling in pickle.loads(blob):
        mention = telling.mention
        filed, sought = filing(mention, mention.span)
        home = range_of(mention.span.first.toordinal(), cuts)
        places: defaultdict[int, tuple[list[Block], list[Block]]] = defaultdict(lambda: ([], []))
        for block in filed:
            places[_range_of_block(block, cuts)][0].append(block)
        for block in sought:
            places[_range_of_block(block, cuts)][1].append(block)
        weights = vector(features(mention), idf)
        for place in sorted({*places, home}):
            told = telling if place == home else None
            entries[place].append(Entry(telling.key, home, weights, *places[place], told))
    return [pickle.dumps(one, pickle.HIGHEST_PROTOCOL) for one in entries]


def _loaded(blobs: Iterable[bytes]) -> list[Entry]:
    return [entry for blob in blobs for entry in pickle.loads(blob)]


def near(blobs: Sequence[bytes], width: int) -> list[list[Found]]:
    """The candidates in the blocks of one range, for each range in which the later of the two is at home."""
    found: list[list[Found]] = [[] for _ in range(width)]
    homes: dict[int, int] = {}

    def items() -> Iterator[tuple[int, Vector, list[Block], list[Block]]]:
        for entry in sorted(_loaded(blobs), key=itemgetter(0)):
            homes[entry.key] = entry.home
            yield entry.key, entry.vector, entry.filed, entry.sought

    for cosine, other, key in nearest(items()):
        found[homes[key]].append(Found(key, cosine, other, homes[other]))
    return found


def choose(candidates: Sequence[Sequence[Found]], home: int, width: int) -> list[list[Pair]]:
    """The pairs of the mentions of one range with their best candidates, for each range that one of the two is in."""
    best: defaultdict[int, set[tuple[float, int, int]]] = defaultdict(set)
    for some in candidates:
        for one in some:
            best[one.key].add((-one.cosine, one.other, one.home))
    edges: list[list[Pair]] = [[] for _ in range(width)]
    for key in best:
        for cosine, other, place in sorted(best[key])[:NEIGHBOURS]:
            for target in {home, place}:
                edges[target].append((-cosine, other, key))
    return edges


def leaf(blobs: Sequence[bytes], edges: Sequence[Sequence[Pair]], crowd: Mapping[str, int]) -> Node:
    """One range by itself."""
    own = [(entry.telling, entry.vector) for entry in _loaded(blobs) if entry.telling is not None]
    tellings = {telling.key: (telling, weights) for telling, weights in own}
    groups = []
    for key, (telling, weights) in tellings.items():
        dating = telling.article.dating
        groups.append(merge.single(key, telling.mention, weights, {dating.article: dating}))
    return together([Node([], groups, tellings, [edge for some in edges for edge in some])], crowd)


def rest(node: Node) -> Node:
    """What goes up the tree."""
    return node._replace(finished=[])


def together(nodes: Sequence[Node], crowd: Mapping[str, int]) -> Node:
    """Neighbouring ranges as one.

    Decides every pair that can be decided here; groups that no undecided pair touches are finished events.
    """
    group_of = {key: group for node in nodes for group in node.waiting for key in group.members}
    tellings = {key: told for node in nodes for key, told in node.tellings.items()}
    edges = merge.join({edge for node in nodes for edge in node.edges}, group_of, crowd)
    touched = {id(group) for _, *ends in edges for key in ends if (group := group_of.get(key)) is not None}
    groups = {id(group): group for group in group_of.values()}
    waiting = [group for group in groups.values() if id(group) in touched]
    finished = [_finished(group, tellings) for group in groups.values() if id(group) not in touched]
    kept = {key: tellings[key] for group in waiting for key in group.members}
    return Node(finished, waiting, kept, edges)


def _finished(group: merge.Group, tellings: Mapping[int, tuple[Telling, Vector]]) -> Finished:
    """The event of a group."""
    told = [tellings[key][0] for key in group.members]
    articles = {one.article.id: one.article for one in told}
    voice = {one.id: one.copy_of for one in articles.values() if one.copy_of is not None}
    pairs = [(tellings[key][0].mention, tellings[key][1]) for key in group.members]
    event, weights = merge.event_of(group, pairs, voice)
    return Finished(event, group.total, weights, min(group.members), articles)


def apportioned(node: Node, cuts: Sequence[int]) -> list[list[Finished]]:
    """The finished events for each range in which they begin."""
    found: list[list[Finished]] = [[] for _ in range(len(cuts) + 1)]
    for one in node.finished:
        found[range_of(one.event.span.first.toordinal(), cuts)].append(one)
    return found


def in_order(parts: Sequence[Sequence[Finished]]) -> list[Finished]:
    """The events that begin in one range, in the order of their dates."""
    return sorted((one for part in parts for one in part), key=lambda one: (*merge.order(one.event), one.first))
