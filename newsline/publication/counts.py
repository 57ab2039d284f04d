"""A count from a happening to the day of an article, and how likely each day of the one is for one of the other."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct, field

from newsline.dates import units
from newsline.dates.units import Unit
from newsline.publication import amounts

if TYPE_CHECKING:
    from newsline.publication.days import Ints, Reals

LAGS = (0.35, 0.4, 0.15, 0.1)
"""How often news is of the day of publication, or of 1, 2, 3 days before: chosen near what T17's weekdays have."""
WEEK = 7


class Count(Struct, frozen=True):
    """A count from the happening to a day that the article names, or to its own."""

    phrase: str
    number: float
    unit: Unit
    slack: int
    """Days by which it may be off, to each side."""
    holds: float
    """How often such a count is from the happening."""
    weekday: int | None = None
    """Of the day to which is counted."""
    ahead: bool | None = False
    """Whether that day is still to come; None where that is not said."""
    shift: int | None = None
    """Days from publication to it: 1 for tomorrow; None where it is not named."""

    def reached(self, dates: Ints, ahead: bool = False) -> Ints:
        """The day to which is counted, for articles published on some days."""
        if self.weekday is None:
            return dates + (self.shift or 0)
        if ahead:
            return dates + 1 + (self.weekday - dates) % WEEK  # ordinal 1 is a Monday
        return dates - (dates - 1 - self.weekday) % WEEK

    def density(self, dates: Ints, start: int) -> Reals:
        """The probability that the count is reached so, if it is from the day `start`."""
        goal = self._goal(start)
        if self.weekday is not None:
            ways = (False, True) if self.ahead is None else (self.ahead,)
            return sum(
                (_tent(self.reached(dates, way) - goal, self.slack) for way in ways), np.zeros(len(dates))
            ) / len(ways)
        offsets = self.reached(dates) - goal
        if self.shift is not None:
            return _tent(offsets, self.slack)
        return sum((share * _tent(offsets - lag, self.slack) for lag, share in enumerate(LAGS)), np.zeros(len(dates)))

    def exactly(self, published: int) -> int | None:
        """The day from which is counted, where the count is exact; the first of two."""
        if self.slack > 1 or self.ahead is None or (self.weekday is None and self.shift is None):
            return None
        reached = int(self.reached(np.array([published]), self.ahead)[0])
        if self.unit is Unit.DAY:
            return reached - round(self.number)
        return units.add(date.fromordinal(reached), self.unit, -round(self.number)).toordinal()

    @property
    def years(self) -> float:
        """How many years it comes to."""
        return self.number * units.APPROXIMATE_DAYS[self.unit] / units.APPROXIMATE_DAYS[Unit.YEAR]

    def _goal(self, start: int) -> int:
        if self.unit in {Unit.MONTH, Unit.YEAR} and self.number == int(self.number):
            return units.add(date.fromordinal(start), self.unit, int(self.number)).toordinal()
        return start + round(self.number * amounts.DAYS_IN.get(self.unit, units.APPROXIMATE_DAYS[self.unit]))


def _tent(offsets: Ints, slack: int) -> Reals:
    """The likelier, the nearer; adds up to one."""
    return np.maximum(0.0, 1 - np.abs(offsets) / (slack + 1)) / (slack + 1)


class Named(Struct, frozen=True):
    """A day of the year, or of one year, that may be the happening's."""

    month: int
    day: int
    year: int | None
    weight: float
    back: int = 0
    """Days from the happening to it."""


class Reading(Struct):
    """What one article says of the folder's happening."""

    counts: list[Count] = field(default_factory=list)
    named: list[Named] = field(default_factory=list)
    weekdays: list[Count] = field(default_factory=list)
    """The days of the week on which the happening may have been; said of so much else that they only suggest a day."""
    dateline: Named | None = None
    tells: bool = False
    """Whether it counts from the happening, or says of which day it was: "the blast of 4 May"."""
