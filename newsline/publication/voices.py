"""What the articles of a folder say to each other of their days: many distributions worked on at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from newsline.publication.days import NEGLIGIBLE, Days, summed

if TYPE_CHECKING:
    from newsline.publication.days import Ints, Reals
    from newsline.publication.density import Axis

KNOWN = 0.003
"""Probability of a day below which a neighbour does not mention it."""
CELLS = 200_000
"""Days of articles that are worked on at once: about what fits a processor's cache."""


class Voice(Struct, frozen=True):
    """What an article says: the values of some places of the axis, 0 on all others."""

    places: Ints
    values: Reals

    def on(self, axis: Axis) -> Reals:
        """The value of each place."""
        found = np.zeros(axis.size)
        found[self.places] = self.values
        return found


class Flat(Struct, frozen=True):
    """The days of several distributions, one behind the other."""

    dates: Ints
    shares: Reals
    rows: Ints
    """Which of the distributions each day is of."""

    @classmethod
    def of(cls, runs: Sequence[Days | None]) -> Flat:
        there = [days for days in runs if days]
        sizes = [len(days) if days else 0 for days in runs]
        dates, shares = (
            np.concatenate(parts) for parts in zip(*((one.dates, one.shares) for one in there), strict=True)
        )
        return cls(dates, shares, np.arange(len(runs)).repeat(sizes))

    def split(self, shares: Reals, count: int) -> list[Days]:
        """The distributions again, with other shares, without the days that have become negligible."""
        kept = (shares > NEGLIGIBLE).nonzero()[0]
        dates, values = self.dates[kept], shares[kept].astype(np.float32)
        borders = self.rows[kept].searchsorted(np.arange(count + 1))
        return [Days(dates[a:b], values[a:b]) for a, b in pairwise(borders.tolist())]


def parts(indexes: Sequence[int], axis: Axis) -> Iterator[Sequence[int]]:
    """Articles, by index, in groups that are worked on at once."""
    count = max(1, CELLS // axis.size)
    return (indexes[start : start + count] for start in range(0, len(indexes), count))


def blurred(runs: Sequence[Days | None], near: Reals, axis: Axis) -> Iterator[Voice | None]:
    """What each article says: its likely days, spread to both sides by `near`, the weights 0, 1, 2, ... days away."""
    steps = np.arange(1 - len(near), len(near))
    for part in parts(range(len(runs)), axis):
        likely = [days.above(KNOWN) if (days := runs[index]) else None for index in part]
        if not any(likely):
            yield from [None] * len(part)
            continue
        flat = Flat.of(likely)
        cells = axis.places(flat.dates[:, None] + steps) + axis.size * flat.rows[:, None]
        values = summed(cells, flat.shares[:, None] * near[np.abs(steps)], axis.size * len(part))
        told = (values > 0).nonzero()[0]
        borders = told.searchsorted(axis.size * np.arange(len(part) + 1)).tolist()
        for row, (a, b) in enumerate(pairwise(borders)):
            places, shares = (told[a:b] - axis.size * row).astype(np.int32), values[told[a:b]].astype(np.float32)
            yield Voice(places, shares) if b > a else None


def heard(said: Sequence[tuple[int, float, Voice]], axis: Axis, count: int) -> tuple[Reals, Reals]:
    """What each of `count` articles hears on each place, and the weight of all the voices that it hears.

    `said` has voices, each with the row of the article that hears it and its weight.
    """
    if not said:
        return np.zeros((count, axis.size)), np.zeros(count)
    hearers, weights, voices = zip(*said, strict=True)
    rows, factors = np.array(hearers), np.array(weights)
    sizes = [len(voice.places) for voice in voices]
    cells = np.concatenate([voice.places for voice in voices]) + (axis.size * rows).repeat(sizes)
    values = np.concatenate([voice.values for voice in voices]) * factors.repeat(sizes)
    return summed(cells, values, axis.size * count).reshape(count, axis.size), summed(rows, factors, count)


def change(old: Voice | None, new: Voice | None, axis: Axis) -> float:
    """The largest change of what an article says of any day."""
    difference = np.zeros(axis.size)
    if new:
        difference += new.on(axis)
    if old:
        difference -= old.on(axis)
    return float(np.abs(difference).max())
