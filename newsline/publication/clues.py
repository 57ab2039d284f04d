"""Clues: what single pieces of evidence say of the day on which an article was published, and how they add up.

A clue compares a candidate day with something that the text names: a day, a stretch of days, a day of the year or a
weekday. How much each distance speaks for or against the candidate is a table of weights in nats (`weights.py`); the
sum over an article's clues, normalised over the candidate days, is the probability of each (a conditional logit).

Days are ordinals (`date.toordinal`). A table is piecewise constant in the distance, so a clue is a handful of steps,
and scoring a window costs its length once, not once for each clue.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from newsline.publication.days import Days, summed
from newsline.publication.weights import TABLES, WEEKDAY_TABLES

if TYPE_CHECKING:
    from newsline.publication.days import Ints, Reals


class Clue(Struct, frozen=True):
    """One piece of evidence. Exactly one of `spans` and `weekdays` is set."""

    table: str
    """The row of `weights.TABLES` (or `WEEKDAY_TABLES`) that says what a distance is worth."""
    text: str
    """The reason in plain words, fit for print."""
    spans: tuple[tuple[int, int], ...] = ()
    """The stretches that may be meant (first and last ordinal), in order: one for a date, one a year for "4 May".

    The distance of a candidate is counted from the stretch that its table's `wrap` picks.
    """
    weekdays: tuple[int, ...] = ()
    """0 for Monday to 6 for Sunday; the distance is the number of days since the last such day, and of several weekdays
    since the first of them.
    """
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


@cache
def _week(table: str, weekdays: tuple[int, ...]) -> Reals:
    """The weight of each day of the week."""
    return np.array([WEEKDAY_TABLES[table][max((day - named) % 7 for named in weekdays)] for day in range(7)])


APART = 1 << 21
"""By how much the days of one group are moved against those of the one before it: more than any ordinal."""


def score(clues: Sequence[Clue], dates: Ints) -> Reals:
    """The sum of the clues' weights on each of some days (ordinals, in order), in nats, up to a constant."""
    return scores([clues], [dates])


def scores(groups: Sequence[Sequence[Clue]], runs: Sequence[Ints]) -> Reals:
    """The same for several groups of clues, each on days of its own: one group's scores behind the other's."""
    if not groups:
        return np.zeros(0)
    sizes = [len(dates) for dates in runs]
    dates, rows = np.concatenate(runs), np.arange(len(runs)).repeat(sizes)
    found = np.zeros(len(dates))
    told = [(row, clue) for row, clues in enumerate(groups) for clue in clues]
    dated = [pair for pair in told if pair[1].spans]
    if dated:
        found += _changes(dated, dates, rows).cumsum()
    if len(dated) < len(told):
        weeks = np.zeros((len(runs), 7))
        for row, clue in told:
            if clue.weekdays:
                weeks[row] += clue.strength * _week(clue.table, clue.weekdays)
        found += weeks[rows, (dates - 1) % 7]  # ordinal 1 is a Monday
    return found


def _changes(told: Sequence[tuple[int, Clue]], dates: Ints, rows: Ints) -> Reals:
    """By how much the sum of the clues' weights of a row changes from the day before, for the days of all rows.

    `told` has clues with stretches, each with its row. What a clue adds is taken away again at the end of its row.
    """
    owners, clues = zip(*told, strict=True)
    begun = rows.searchsorted(np.arange(rows[-1] + 2))
    sizes = [len(clue.spans) for clue in clues]
    firsts = np.cumsum(sizes) - sizes
    spans = np.array([span for clue in clues for span in clue.spans])
    tables = np.array([_NUMBERS[clue.table] for clue in clues]).repeat(sizes)
    # The reach of a stretch begins where that of the one before it ends.
    begins = spans[:, 0] - _WRAPS[tables]
    begins[firsts] = dates[begun[list(owners)]]
    ends = np.append(begins[1:], 0)
    ends[firsts - 1] = np.roll(dates[begun[np.array(owners) + 1] - 1], 1) + 1
    apart = (APART * np.repeat(owners, sizes))[:, None]
    places = dates + APART * rows
    kept = np.flatnonzero(places.searchsorted(begins + apart[:, 0]) < places.searchsorted(ends + apart[:, 0]))
    spans, tables, begins, ends = spans[kept], tables[kept], begins[kept, None], ends[kept, None]
    # Below zero a distance is counted from the first day of a stretch, above it from the last; inside it is 0.
    edges = _EDGES[tables]
    edges += np.where(edges <= 0, spans[:, :1], spans[:, 1:])
    steps = places.searchsorted(np.hstack([begins, edges.clip(begins, ends), ends]) + apart[kept])
    changes = _CHANGES[tables]
    refused = np.array([not fits for clue in clues for fits in clue.allowed or (True,) * len(clue.spans)])[kept]
    changes[refused] = _MISMATCHES[tables[refused]]
    changes *= np.repeat([clue.strength for clue in clues], sizes)[kept, None]
    return summed(steps, changes, len(dates) + 1)[:-1]


def normalised(scores: Reals) -> Reals:
    """Scores in nats as probabilities that add up to one along the last axis; below `FLOOR` they are 0."""
    above = scores - scores.max(axis=-1, keepdims=True)
    raw = np.where(above > -FLOOR, np.exp(above), 0.0)
    whole: Reals = raw.sum(axis=-1, keepdims=True)
    return raw / whole


def likely(groups: Sequence[Sequence[Clue]], runs: Sequence[Ints]) -> list[Days]:
    """How probable each of its days is by each group of clues; the days that are negligible are left out."""
    found = scores(groups, runs)
    borders = pairwise(np.cumsum([0, *map(len, runs)]).tolist())
    return [Days.likely(dates, normalised(found[a:b])) for dates, (a, b) in zip(runs, borders, strict=True)]
