"""What the articles of a folder say to each other of their days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from newsline.publication.days import Days, summed

if TYPE_CHECKING:
    from newsline.publication.days import Ints, Reals
    from newsline.publication.density import Axis

KNOWN = 0.003
"""Probability of a day below which a neighbour does not mention it."""


class Voice(Struct, frozen=True):
    """What an article says: the values of some places of the axis, 0 on all others."""

    places: Ints
    values: Reals

    def on(self, axis: Axis) -> Reals:
        """The value of each place."""
        found = np.zeros(axis.size)
        found[self.places] = self.values
        return found


def blurred(runs: Sequence[Days | None], near: Reals, axis: Axis) -> Iterator[Voice | None]:
    """What each article says: its likely days, spread to both sides by `near`, the weights 0, 1, 2, ... days away."""
    steps = np.arange(1 - len(near), len(near))
    weights = near[np.abs(steps)]
    for days in runs:
        likely = days.above(KNOWN) if days else None
        if not likely:
            yield None
            continue
        places = axis.places_of(likely)  # those of the days around them follow, as the margin is wider
        first = int(places[0]) - len(near)
        cells = (places - first)[:, None] + steps
        values = summed(cells, likely.shares[:, None] * weights, int(cells[-1, -1]) + 1)
        told = (values > 0).nonzero()[0]
        yield Voice((told + first).astype(np.int32), values[told].astype(np.float32)) if len(told) else None


def heard(said: Sequence[tuple[float, Voice]], axis: Axis) -> Reals:
    """What an article hears on each place from voices with their weights."""
    if not said:
        return np.zeros(axis.size)
    weights, voices = zip(*said, strict=True)
    places = np.concatenate([voice.places for voice in voices])
    factors = np.array(weights).repeat([len(voice.places) for voice in voices])
    return summed(places, np.concatenate([voice.values for voice in voices]) * factors, axis.size)


def change(old: Voice | None, new: Voice | None, axis: Axis) -> float:
    """The largest change of what an article says of any day."""
    difference = np.zeros(axis.size)
    if new:
        difference += new.on(axis)
    if old:
        difference -= old.on(axis)
    return float(np.abs(difference).max())
