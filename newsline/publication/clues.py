"""Clues: what single pieces of evidence say of the day on which an article was published, and how they add up.

A clue compares a candidate day with something that the text names: a day, a stretch of days, a day of the year or a
weekday. How much each distance speaks for or against the candidate is a table of weights in nats (`weights.py`); the
sum over an article's clues, normalised over the candidate days, is the probability of each (a conditional logit).

Days are ordinals (`date.toordinal`). A table is piecewise constant in the distance, so a clue is a handful of steps,
and scoring a window costs its length once, not once for each clue.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from newsline.publication.days import summed
from newsline.publication.weights import TABLES, WEEKDAY_TABLES

if TYPE_CHECKING:
    from newsline.publication.days import Ints, Reals


class Clue(Struct, frozen=True):
    """One piece of evidence. Exactly one of `spans` and `weekday` is set."""

    table: str
    """The row of `weights.TABLES` (or `WEEKDAY_TABLES`) that says what a distance is worth."""
    text: str
    """The reason in plain words, fit for print."""
    spans: tuple[tuple[int, int], ...] = ()
    """The stretches that may be meant (first and last ordinal), in order: one for a date, one a year for "4 May".

    The distance of a candidate is counted from the stretch that its table's `wrap` picks.
    """
    weekday: int | None = None
    """0 for Monday to 6 for Sunday; the distance is the number of days since the last such day."""
    strength: float = 1.0
    """Factor for the weights; below one where several mentions say much the same."""
    group: str = ""
    """Clues of one group are one reason in the explanation."""
    source: str = ""
    """"metadata", "filename" or "dateline" where the clue states the date by itself; else empty."""
    allowed: tuple[bool, ...] = ()
    """For each of `spans`, whether it fits the rest of what is said (the weekday, say); empty where nothing is said."""

    @property
    def reason(self) -> str:
        return self.group or self.text


class Window(Struct, frozen=True):
    """A run of candidate days, `first` and `last` included."""

    first: int
    last: int

    def __len__(self) -> int:
        return self.last - self.first + 1

    def holds(self, other: Window) -> bool:
        """Whether every day of the other is one of its own."""
        return self.first <= other.first and other.last <= self.last


FLOOR = 30.0
"""Nats below the best day from which a day counts as impossible: exp(-30) is less than rounding leaves."""
FAR = 10**7
"""A distance in days that no clue has."""
_NUMBERS = {name: number for number, name in enumerate(TABLES)}
_STEPS = max(len(table.edges) for table in TABLES.values())
_EDGES = np.array([[*table.edges, *[FAR] * (_STEPS - len(table.edges))] for table in TABLES.values()])
"""For each table the distances at which its weight changes, filled up to the same number."""
_WRAPS = np.array([table.wrap for table in TABLES.values()])


def _levels(weights: Sequence[float]) -> list[float]:
    """By how much the weight changes where a stretch's reach begins, at each edge, and where the reach ends."""
    levels = [0.0, *weights, *[weights[-1]] * (_STEPS + 1 - len(weights)), 0.0]
    return [b - a for a, b in pairwise(levels)]


_CHANGES = np.array([_levels(table.weights) for table in TABLES.values()])
_MISMATCHES = np.array([_levels([table.mismatch]) for table in TABLES.values()])


def score(clues: Sequence[Clue], dates: Ints) -> Reals:
    """The sum of the clues' weights on each of some days (ordinals, in order), in nats, up to a constant."""
    return scores([clues], dates).reshape(-1)


def scores(groups: Sequence[Sequence[Clue]], dates: Ints) -> Reals:
    """The same for several groups of clues, each a row."""
    found = np.zeros((len(groups), len(dates)))
    told = [(row, clue) for row, clues in enumerate(groups) for clue in clues]
    for row, clue in told:
        if clue.weekday is not None:
            # Ordinal 1 is a Monday.
            found[row] += clue.strength * np.roll(WEEKDAY_TABLES[clue.table], clue.weekday)[(dates - 1) % 7]
    dated = [pair for pair in told if pair[1].spans]
    if dated:
        rows, clues = zip(*dated, strict=True)
        found += _changes(rows, clues, dates, len(groups)).cumsum(axis=1)[:, :-1]
    return found


def _changes(rows: Sequence[int], clues: Sequence[Clue], dates: Ints, count: int) -> Reals:
    """By how much each row's sum of the clues' weights changes from the day before on each day, and behind the last."""
    sizes = [len(clue.spans) for clue in clues]
    firsts = np.cumsum(sizes) - sizes
    spans = np.array([span for clue in clues for span in clue.spans])
    tables = np.array([_NUMBERS[clue.table] for clue in clues]).repeat(sizes)
    # The reach of a stretch begins where that of the one before it ends.
    begins = spans[:, 0] - _WRAPS[tables]
    begins[firsts] = dates[0]
    ends = np.append(begins[1:], 0)
    ends[firsts - 1] = dates[-1] + 1
    kept = np.flatnonzero(dates.searchsorted(begins) < dates.searchsorted(ends))
    spans, tables, begins, ends = spans[kept], tables[kept], begins[kept, None], ends[kept, None]
    # Below zero a distance is counted from the first day of a stretch, above it from the last; inside it is 0.
    edges = _EDGES[tables]
    edges += np.where(edges <= 0, spans[:, :1], spans[:, 1:])
    places = dates.searchsorted(np.hstack([begins, edges.clip(begins, ends), ends]))
    places += ((len(dates) + 1) * np.repeat(rows, sizes)[kept])[:, None]
    changes = _CHANGES[tables]
    refused = np.array([not fits for clue in clues for fits in clue.allowed or (True,) * len(clue.spans)])[kept]
    changes[refused] = _MISMATCHES[tables[refused]]
    changes *= np.repeat([clue.strength for clue in clues], sizes)[kept, None]
    return summed(places, changes, count * (len(dates) + 1)).reshape(count, -1)


def normalised(scores: Reals) -> Reals:
    """Scores in nats as probabilities that add up to one along the last axis; below `FLOOR` they are 0."""
    above = scores - scores.max(axis=-1, keepdims=True)
    raw = np.where(above > -FLOOR, np.exp(above), 0.0)
    whole: Reals = raw.sum(axis=-1, keepdims=True)
    return raw / whole
