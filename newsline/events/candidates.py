"""Pairs of mentions worth comparing: an inverted index over rare features in blocks of time, never all pairs."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache, partial

from newsline.dates.span import DAY, Span
from newsline.events.similarity import Vector, dot
from newsline.late import late
from newsline.model import Mention
from newsline.spread import dealt, spread

KEYS = 12
"""The weightiest features of a mention by which it is found. On the annotated folders B-cubed F1 is .904 with 8, .909
with 12, .910 with 16; on T17 AR1-F is .1583, .1580, .1578."""
POSTINGS = 48
"""How far back a list of mentions under one key is read; what is older has long been joined to what is newer."""
NEIGHBOURS = 12
"""How many of the most similar earlier mentions each is paired with."""
DAYS_IN_BLOCKS = 16
"""A span of more days is filed by months."""
MONTHS_IN_BLOCKS = 7
"""A span of more months is filed by years."""
MIN_PAIR = 0.08
"""Below this cosine two mentions are never the same event, however the threshold falls."""

CORRECTION = late(
    r"\bcorrect(?:ion|ions|s|ed)\b|\b(?:an?|the) earlier (?:version|report|edition)\b"
    r"|\bpreviously (?:stated|reported)\b",
    re.IGNORECASE,
)
"""A sentence that says it puts an earlier one right; it is compared with all of its month."""

SPANS_KEPT = 1 << 12
"""Spans whose blocks are remembered: most mentions are of some hundreds of days."""

Block = tuple[str, int]

FILED, SEEKING = 1, 2
"""The part of a mention in a block: it is found there, or looks there for others."""


@lru_cache(SPANS_KEPT)
def blocks(span: Span, lead: bool) -> tuple[list[Block], list[Block]]:
    """Where a mention is filed, and where it looks for others.

    Days, months and years are filed apart. A day looks into its month and year for coarser tellings, a month for the
    days that lie in it ("in": filed by all that is finer). A lead may also tell of the day before.
    """
    members = span.members or (span,)
    months = sorted({m for one in members for m in range(_month(one.first), _month(one.last) + 1)})
    years = sorted({one // 12 for one in months})
    if sum(one.days for one in members) <= DAYS_IN_BLOCKS:
        days = sorted({n for one in members for n in range(one.first.toordinal(), one.last.toordinal() + 1)})
        filed = [("day", one) for one in days]
        near = [("day", days[0] - 1)] if lead else []
        return (
            [*filed, *near, *(("in month", one) for one in months), *(("in year", one) for one in years)],
            [*filed, *near, *(("month", one) for one in months), *(("year", one) for one in years)],
        )
    if len(months) <= MONTHS_IN_BLOCKS:
        filed = [("month", one) for one in months]
        finer = [("in month", one) for one in months]
        return [*filed, *(("in year", one) for one in years)], [*filed, *finer, *(("year", one) for one in years)]
    filed = [("year", one) for one in years]
    return filed, [*filed, *(("in year", one) for one in years)]


def crowded(span: Span) -> str:
    """The day, month or year that a mention is counted with, when the question is how much is told of a time."""
    if span.days <= DAYS_IN_BLOCKS:
        return span.first.isoformat()
    months = _month(span.last) - _month(span.first) + 1
    return f"{span.first:%Y-%m}" if months <= MONTHS_IN_BLOCKS else f"{span.first:%Y}"


def crowd(spans: Iterable[Span]) -> Counter[str]:
    """How many mentions there are of each day, month and year; the counts of parts can be added.

    Each is counted where it is filed (`crowded`), and under "in 2024-08" and "in 2024" in the month and the year in
    which it begins.
    """
    told: Counter[str] = Counter()
    for span, count in Counter(spans).items():
        for time in (crowded(span), f"in {span.first:%Y-%m}", f"in {span.first:%Y}"):
            told[time] += count
    return told


def within(span: Span, told: Mapping[str, int]) -> int:
    """About how many mentions lie in a span, at least 1; whole months and years are taken for long ones."""
    if span.days <= DAYS_IN_BLOCKS:
        return max(1, sum(told.get((span.first + n * DAY).isoformat(), 0) for n in range(span.days)))
    months = range(_month(span.first), _month(span.last) + 1)
    if len(months) <= MONTHS_IN_BLOCKS:
        return max(1, sum(told.get(f"in {one // 12}-{one % 12 + 1:02}", 0) for one in months))
    return max(1, sum(told.get(f"in {one}", 0) for one in range(span.first.year, span.last.year + 1)))


def _month(value: date) -> int:
    return value.year * 12 + value.month - 1


def pairs(mentions: Sequence[Mention], vectors: Sequence[Vector], jobs: int = 1) -> Iterator[tuple[float, int, int]]:
    """(cosine, earlier index, later index) of mentions that may tell the same event, each pair once.

    The mentions come in a fixed order; the number of pairs is at most `NEIGHBOURS` times theirs. Up to `jobs` processes
    look for them.
    """
    places = ((i, mention.span, mention) for i, mention in enumerate(mentions))
    items = ((i, vectors[i], *filing(mention, span)) for i, span, mention in places if span is not None)
    yield from nearest(items, jobs)


def is_correction(mention: Mention) -> bool:
    """Whether a mention says that it puts an earlier report right."""
    quote = mention.quote.lower()
    if not ("correct" in quote or "earlier " in quote or "previously " in quote):  # quicker to look for
        return False
    return CORRECTION.search(quote) is not None


def filing(mention: Mention, span: Span) -> tuple[list[Block], list[Block]]:
    """Where a mention of this span is filed, and where it looks for others."""
    filed, sought = blocks(span, mention.expression is None)
    if is_correction(mention):
        sought = [*sought, *(block for block in filed if block[0] == "in month")]
        filed = [*filed, *(("month", block[1]) for block in filed if block[0] == "in month")]
    return filed, sought


def nearest(
    items: Iterable[tuple[int, Vector, list[Block], list[Block]]], jobs: int = 1
) -> Iterator[tuple[float, int, int]]:
    """The same of numbers that stand for mentions, in rising order, each with its vector and `filing`.

    Blocks are looked through apart from each other, so that only one is indexed at a time: the `NEIGHBOURS` best of all
    are among the best of each.
    """
    vectors: dict[int, Vector] = {}
    members: defaultdict[Block, list[tuple[int, int]]] = defaultdict(list)
    for i, vector, filed, sought in items:
        vectors[i] = vector
        parts = dict.fromkeys(filed, FILED)
        for block in sought:
            parts[block] = parts.get(block, 0) | SEEKING
        for block, part in parts.items():
            members[block].append((i, part))
    keys = {i: weightiest(vector) for i, vector in vectors.items()}
    blocks = [some for some in members.values() if len(some) > 1 and any(part & SEEKING for _, part in some)]
    blocks = dealt(sorted(blocks, key=len, reverse=True))  # those of months and years would all be one process's
    near: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for found in spread(partial(_look_through, keys, vectors), blocks, jobs):
        for i, j, cosine in found:
            near[i][j] = cosine
    for i, others in near.items():
        best = sorted((-cosine, j) for j, cosine in others.items())
        yield from ((-cosine, j, i) for cosine, j in best[:NEIGHBOURS])


def weightiest(vector: Vector) -> list[str]:
    """The features by which a mention or an event is found."""
    return [feature for _, feature in sorted([(-weight, feature) for feature, weight in vector.items()])[:KEYS]]


def _look_through(
    keys: Mapping[int, Sequence[str]], vectors: Mapping[int, Vector], blocks: Iterable[Sequence[tuple[int, int]]]
) -> Iterator[list[tuple[int, int, float]]]:
    """For each of some blocks what its mentions find in it, and in none of the blocks before.

    A block is the numbers of its mentions, with their part in it; what is found are a later and an earlier one, and
    their cosine.
    """
    compared: defaultdict[int, set[int]] = defaultdict(set)
    for some in blocks:
        index: defaultdict[str, list[int]] = defaultdict(list)
        found: list[tuple[int, int, float]] = []
        for i, part in some:
            if part & SEEKING and index:
                vector, before = vectors[i], compared[i]
                near = {j for key in keys[i] if key in index for j in index[key][-POSTINGS:]} - before
                before |= near
                found += [(i, j, cosine) for j in near if (cosine := dot(vector, vectors[j])) >= MIN_PAIR]
            if part & FILED:
                for key in keys[i]:
                    index[key].append(i)
        yield found
