"""How the articles of a folder lie in time."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from newsline.publication.days import Days

if TYPE_CHECKING:
    from newsline.publication.days import Ints, Reals

MARGIN = 400
"""Days around those that some article may be of: what is heard from farther off is exp(-20) of it, or nothing."""
BLOCK = 100
"""Mean distances after which what was carried on is exp(-100) of it: nothing, and no factor leaves its range."""


class Axis:
    """The days that any article of a folder may be of, and a margin around them; the long gaps are left out."""

    def __init__(self, runs: Iterable[Days]) -> None:
        """At least one of the distributions has a day."""
        found = [run.dates for run in runs]
        self.first = int(min(dates[0] for dates in found))
        self.last = int(max(dates[-1] for dates in found))
        self._there = np.zeros(self.last - self.first + 1 + 2 * MARGIN, dtype=np.bool_)
        for dates in found:
            self._there[dates - (self.first - MARGIN)] = True
        before = np.pad(self._there.cumsum(), (MARGIN + 1, MARGIN), "edge")
        before[: MARGIN + 1] = 0
        self._places = (before[2 * MARGIN + 1 :] > before[: -2 * MARGIN - 1]).cumsum() - 1
        self.size = int(self._places[-1]) + 1

    @property
    def length(self) -> int:
        """How many days lie between the first and the last, both included and the gaps, too."""
        return self.last - self.first + 1

    def places(self, dates: Ints) -> Ints:
        """The places of days that lie no farther than the margin from a day of some article."""
        return self._places[dates - (self.first - MARGIN)]

    def places_of(self, days: Days) -> Ints:
        """The places of the days of a distribution. Where no gap lies between them they are counted, not looked up."""
        first, last = (int(self.places(days.dates[end])) for end in (0, -1))
        shift = int(days.dates[0]) - first
        if last + shift == days.dates[-1]:
            return np.subtract(days.dates, shift, dtype=np.intp)
        return self.places(days.dates)

    @cached_property
    def anywhere(self) -> Days:
        """Every day that some article may be of, equally likely."""
        dates = self._there.nonzero()[0] + (self.first - MARGIN)
        return Days.of(dates, np.full(len(dates), 1 / len(dates)))


class Density:
    """How many articles lie on each day, smoothed."""

    def __init__(self, axis: Axis, runs: Iterable[Days], even: float, busy: float) -> None:
        """`even` is the part that is spread evenly over the days, `busy` the days over which the rest is smoothed."""
        self.axis, self.total = axis, 0
        self._even, self._busy = even, busy
        counts = np.zeros(axis.size)
        for run in runs:
            self.total += 1
            counts[axis.places_of(run)] += run.shares
        self._values = smooth(counts, busy)
        self._flat = even / axis.length

    @property
    def years(self) -> range:
        """The years from the first to the last day that any article may be of."""
        return range(date.fromordinal(self.axis.first).year, date.fromordinal(self.axis.last).year + 1)

    def share(self, dates: Ints) -> Reals:
        """The probability of days for an article of which nothing else is known; 0 outside the folder's days."""
        inside = (self.axis.first <= dates) & (dates <= self.axis.last)
        places = self.axis.places(dates.clip(self.axis.first, self.axis.last))
        return np.where(inside, (1 - self._even) * self._values[places] / self.total + self._flat, 0.0)

    def within(self, day: int, length: float) -> float:
        """How many articles lie in the days from one on."""
        first, last = (max(self.axis.first, min(one, self.axis.last + 1)) for one in (day, day + math.ceil(length)))
        begin, end = self.axis.places(np.array([first, last]))
        return float(self._values[begin:end].sum())

    @cached_property
    def voice(self) -> Reals:
        """The probability of each place of the axis for an article of which nothing else is known."""
        return (1 - self._even) * self._values / self.total + self._flat

    def voice_without(self, without: Reals) -> Reals:
        """The same for an article, given what itself adds to it, which is left out."""
        others = np.maximum(0.0, self._values - smooth(without, self._busy))
        return (1 - self._even) * others / max(1, self.total - 1) + self._flat


def smooth(values: Reals, days: float) -> Reals:
    """Each value of the last axis spread to both sides, falling off with a mean distance in days; the sum stays."""
    keep = math.exp(-1 / days)
    scale = (1 - keep) / (1 + keep)
    return scale * (_carried(values, days) + _carried(values[..., ::-1], days)[..., ::-1] - values)


def _carried(values: Reals, days: float) -> Reals:
    """What each value and those before it come to, each worth less by the distance."""
    size, block = values.shape[-1], math.ceil(BLOCK * days)
    blocks = np.zeros((*values.shape[:-1], -(-size // block) * block))
    blocks[..., :size] = values
    blocks = blocks.reshape(*values.shape[:-1], -1, block)
    grown = np.exp(np.arange(block) / days)
    found = (blocks * grown).cumsum(axis=-1) / grown
    found[..., 1:, :] += found[..., :-1, -1:] * math.exp(-1 / days) / grown
    return found.reshape(*values.shape[:-1], -1)[..., :size]
