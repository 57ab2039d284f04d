"""Distributions over days, held compactly, and how the articles of a folder lie in time."""

from __future__ import annotations

import math
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, pairwise

from newsline.publication.segments import add_times

Days = Mapping[int, float]
"""Probability by day (ordinal)."""

NEGLIGIBLE = 1e-5
"""Probability of a day below which it is dropped."""
SPARSE = 3
"""Days for each possible one from which the impossible ones are left out; else they are held with a share of 0."""
CROWD = 150
"""Articles from which the density need not leave out the one that asks."""


@dataclass(frozen=True, slots=True)
class Run:
    """A distribution over days (ordinals, in order)."""

    dates: Sequence[int]
    shares: Sequence[float]

    @classmethod
    def of(cls, days: Days) -> Run:
        days = dict(days.items())
        dates = sorted(days)
        first, size = dates[0], dates[-1] - dates[0] + 1
        if size > SPARSE * len(dates):
            return cls(array("l", dates), array("d", [days[day] for day in dates]))
        shares = array("d", bytes(8 * size))
        for day, share in days.items():
            shares[day - first] = share
        return cls(range(first, first + size), shares)

    @property
    def size(self) -> int:
        """How many days lie between the first and the last, both included."""
        return self.dates[-1] - self.dates[0] + 1

    def places(self) -> dict[int, int]:
        """The index of each day."""
        return dict(zip(self.dates, range(len(self.dates)), strict=True))

    def days(self) -> dict[int, float]:
        return {day: share for day, share in zip(self.dates, self.shares, strict=True) if share > NEGLIGIBLE}


class Density:
    """How the folder's articles lie in time, smoothed."""

    def __init__(self, beliefs: Sequence[Run], even: float, busy: float) -> None:
        """`even` is the part that is spread evenly over the days, `busy` the days over which the rest is smoothed."""
        self.total = len(beliefs)
        self._even, self._busy = even, busy
        self._first = min((belief.dates[0] for belief in beliefs), default=0)
        last = max((belief.dates[-1] + 1 for belief in beliefs), default=0)
        counts = [0.0] * (last - self._first)
        for belief in beliefs:
            shares = [share if share > NEGLIGIBLE else 0.0 for share in belief.shares]
            if isinstance(belief.dates, range):
                add_times([(self._first, counts)], (belief.dates[0], shares), 1.0)
                continue
            for day, share in zip(belief.dates, shares, strict=True):
                counts[day - self._first] += share
        self._values = _smooth(counts, busy)
        self._flat = even / max(1, len(counts))
        self._scaled: dict[float, list[float]] = {}

    @property
    def first(self) -> date:
        """The first day that any article may be of."""
        return date.fromordinal(self._first)

    @property
    def last(self) -> date:
        return date.fromordinal(self._first + len(self._values) - 1)

    def share(self, day: int) -> float:
        """The probability of a day for an article of which nothing else is known; 0 outside the folder's days."""
        place = day - self._first
        if not 0 <= place < len(self._values):
            return 0.0
        return (1 - self._even) * self._values[place] / self.total + self._flat

    def within(self, day: int, length: float) -> float:
        """How many articles lie in the days from one on."""
        start = max(0, day - self._first)
        return math.fsum(self._values[start : max(start, day - self._first + math.ceil(length))])

    def anywhere(self) -> Run:
        """Every day of the folder, equally likely."""
        size = len(self._values)
        return Run(range(self._first, self._first + size), array("d", [1 / size]) * size)

    def beside(self, mine: Run, current: Run | None, voice: float) -> list[float]:
        """The density on the days of `mine`, without what the article itself adds to it, times `voice`."""
        if self.total > CROWD:
            return _at(self._times(voice), self._first, mine.dates)
        values = _at(self._values, self._first, mine.dates)
        others = self.total
        if current is not None and current.dates[0] == mine.dates[0]:
            others = max(1, others - 1)
            itself = _smooth_run(current, self._busy)
            values = [max(0.0, value - own) for value, own in zip(values, itself, strict=True)]
        scale, flat = voice * (1 - self._even) / others, voice * self._flat
        return [scale * value + flat for value in values]

    def _times(self, voice: float) -> list[float]:
        """The whole density times `voice`, worked out once: no article is left out of it."""
        if voice not in self._scaled:
            scale, flat = voice * (1 - self._even) / self.total, voice * self._flat
            self._scaled[voice] = [scale * value + flat for value in self._values]
        return self._scaled[voice]


def _at(values: list[float], first: int, dates: Sequence[int]) -> list[float]:
    """The values on some days, where they are given from the day `first` on."""
    if isinstance(dates, range):
        return values[dates[0] - first : dates[-1] + 1 - first]
    return [values[day - first] for day in dates]


def _smooth(counts: Sequence[float], days: float) -> list[float]:
    """Each count spread to both sides, falling off with a mean distance in days; the sum stays."""
    keep = math.exp(-1 / days)
    right = list(accumulate(counts, lambda total, count: total * keep + count))
    left = list(accumulate(reversed(counts), lambda total, count: total * keep + count))[::-1]
    scale = (1 - keep) / (1 + keep)
    return [scale * (a + b - c) for a, b, c in zip(right, left, counts, strict=True)]


def _smooth_run(run: Run, days: float) -> list[float]:
    """The same for a distribution, on its own days alone."""
    if isinstance(run.dates, range):
        return _smooth(run.shares, days)
    fall = [math.exp(-(b - a) / days) for a, b in pairwise(run.dates)]
    right = _carried(run.shares, fall)
    left = _carried(run.shares[::-1], fall[::-1])[::-1]
    keep = math.exp(-1 / days)
    scale = (1 - keep) / (1 + keep)
    return [scale * (a + b - c) for a, b, c in zip(right, left, run.shares, strict=True)]


def _carried(shares: Sequence[float], fall: Sequence[float]) -> list[float]:
    """What each share and those before it come to, each worth less by `fall` from one place to the next."""
    total, found = 0.0, []
    for share, factor in zip(shares, (0.0, *fall), strict=True):
        total = total * factor + share
        found.append(total)
    return found
