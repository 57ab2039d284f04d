"""Clues: what single pieces of evidence say of the day on which an article was published, and how they add up.

A clue compares a candidate day with something that the text names: a day, a stretch of days, a day of the year or a
weekday. How much each distance speaks for or against the candidate is a table of weights in nats (`weights.py`); the
sum over an article's clues, normalised over the candidate days, is the probability of each (a conditional logit).

Days are ordinals (`date.toordinal`). A table is piecewise constant in the distance, so a clue is a handful of steps,
and scoring a window costs its length once, not once for each clue.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from newsline.publication.weights import TABLES, WEEKDAY_TABLES


@dataclass(frozen=True, slots=True)
class Clue:
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


@dataclass(frozen=True, slots=True)
class Window:
    """A run of candidate days, `first` and `last` included."""

    first: int
    last: int

    def __len__(self) -> int:
        return self.last - self.first + 1


def weight(clue: Clue, day: int) -> float:
    """What one clue says of one day, in nats, up to a constant."""
    if clue.weekday is not None:
        return clue.strength * WEEKDAY_TABLES[clue.table][(day - 1 - clue.weekday) % 7]
    table = TABLES[clue.table]
    index = bisect_right(clue.spans, day, key=lambda span: span[0] - table.wrap) - 1
    index = max(0, index)
    if clue.allowed and not clue.allowed[index]:
        return clue.strength * table.mismatch
    first, last = clue.spans[index]
    distance = day - first if day < first else max(0, day - last)
    return clue.strength * table.weights[bisect_right(table.edges, distance)]


def score(clues: Iterable[Clue], window: Window) -> list[float]:
    """The sum of the clues' weights for each day of the window, in nats, up to a constant."""
    steps = [0.0] * (len(window) + 1)
    weekly = [0.0] * 7
    for clue in clues:
        if clue.weekday is not None:
            weights = WEEKDAY_TABLES[clue.table]
            for distance, weight in enumerate(weights):
                weekly[(clue.weekday + distance) % 7] += clue.strength * weight
        else:
            _add_steps(steps, clue, window)
    totals = list(accumulate(steps[:-1]))
    if any(weekly):
        # Ordinal 1 is a Monday.
        phase = (window.first - 1) % 7
        cycle = weekly[phase:] + weekly[:phase]
        weeks = cycle * (len(totals) // 7 + 1)
        return [total + week for total, week in zip(totals, weeks, strict=False)]
    return totals


def _add_steps(steps: list[float], clue: Clue, window: Window) -> None:
    table = TABLES[clue.table]
    spans = clue.spans
    # Where one stretch's reach ends and the next one's begins.
    borders = [span[0] - table.wrap for span in spans[1:]]
    begin = window.first
    for index in range(bisect_right(borders, begin), len(spans)):
        if begin > window.last:
            break
        first, last = spans[index]
        end = min(borders[index], window.last + 1) if index < len(borders) else window.last + 1
        if clue.allowed and not clue.allowed[index]:
            _add(steps, begin, end, table.mismatch * clue.strength, window)
        else:
            _add_table(steps, table.edges, table.weights, (first, last), (begin, end), clue.strength, window)
        begin = end


def _add_table(
    steps: list[float],
    edges: Sequence[int],
    weights: Sequence[float],
    span: tuple[int, int],
    reach: tuple[int, int],
    strength: float,
    window: Window,
) -> None:
    """Add the weights for the distances from `span` on the days from `reach[0]` up to `reach[1]` (excluded)."""
    begin = reach[0]
    for edge, weight in zip((*edges, None), weights, strict=True):
        end = reach[1] if edge is None else min(border(span, edge), reach[1])
        if end > begin:
            _add(steps, begin, end, weight * strength, window)
            begin = end


def border(span: tuple[int, int], edge: int) -> int:
    """The first day whose distance from the span is at least `edge`; inside it the distance is 0."""
    return (span[0] if edge <= 0 else span[1]) + edge


def _add(steps: list[float], begin: int, end: int, weight: float, window: Window) -> None:
    if weight:
        steps[begin - window.first] += weight
        steps[end - window.first] -= weight


def normalise(scores: Sequence[float]) -> list[float]:
    """Scores in nats as probabilities that add up to one."""
    top = max(scores)
    least = top - FLOOR
    raw = [math.exp(value - top) if value > least else 0.0 for value in scores]
    total = math.fsum(raw)
    return [value / total for value in raw]


FLOOR = 30.0
"""Nats below the best day from which a day counts as impossible: exp(-30) is less than rounding leaves."""
