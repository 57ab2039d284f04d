"""A distribution over days: the one form in which this package holds what is known of when an article was written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias
from weakref import WeakValueDictionary

import numpy as np
from msgspec import Struct

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints: TypeAlias = NDArray[np.signedinteger[Any]]
    Reals: TypeAlias = NDArray[np.floating[Any]]
    Flags: TypeAlias = NDArray[np.bool_]
    Waves: TypeAlias = NDArray[np.complexfloating[Any, Any]]

NEGLIGIBLE = 1e-5
"""Probability of a day below which it is dropped."""
FIRST_YEAR, LAST_YEAR = 1800, 2099
"""Years in which an article may have been published: newspapers on the one side, a clock-free bound on the other."""
YEARS = range(FIRST_YEAR, LAST_YEAR + 1)
NEW_YEARS = np.array([date(year, 1, 1).toordinal() for year in (*YEARS, LAST_YEAR + 1)])
"""The first day of each of the years, and the day behind the last."""


class Days(Struct, frozen=True, eq=False):
    """Days (ordinals) in order and the probability of each, eight bytes a day: a large folder has thousands for each
    article. Single precision is more than the evidence carries; sums are made in double precision.
    """

    dates: Ints
    shares: Reals

    @classmethod
    def of(cls, dates: Ints, shares: Reals) -> Days:
        """Held in as little room as they need: the same days of several articles are one array, not to be changed."""
        return cls(_shared(dates.astype(np.int32)), shares.astype(np.float32))

    @classmethod
    def likely(cls, dates: Ints, shares: Reals) -> Days:
        """Without the days that are negligible."""
        kept = shares > NEGLIGIBLE
        return cls.of(dates[kept], shares[kept])

    @classmethod
    def told(cls, days: Mapping[int, float]) -> Days:
        """From the probability by day, in any order."""
        dates = sorted(days)
        return cls.of(np.array(dates), np.array([days[day] for day in dates]))

    def __len__(self) -> int:
        return len(self.dates)

    def __reduce__(self) -> tuple[Callable[[Ints, Reals], Days], tuple[Ints, Reals]]:
        return Days.of, (self.dates, self.shares)

    @property
    def reach(self) -> int:
        """How many days lie between the first and the last, both included."""
        return int(self.dates[-1] - self.dates[0]) + 1

    @property
    def top(self) -> int:
        """The likeliest day, the first of several."""
        return int(self.dates[self.shares.argmax()])

    @property
    def highest(self) -> float:
        """The probability of the likeliest day."""
        return float(self.shares.max())

    @property
    def total(self) -> float:
        """All the probability."""
        return float(self.shares.sum(dtype=np.float64))

    def where(self, kept: Flags) -> Days:
        """Some of the days."""
        return Days(self.dates[kept], self.shares[kept])

    def above(self, least: float) -> Days:
        """The days that are at least so likely."""
        return self.where(self.shares >= least)

    def at(self, dates: Ints) -> Reals:
        """The probability of days; 0 where one is not there."""
        places = self.dates.searchsorted(dates).clip(max=len(self) - 1)
        return np.where(self.dates[places] == dates, self.shares[places], 0.0)

    def beside(self, other: Days, part: float, least: float = 0.0) -> Days:
        """Mixed with a part of another distribution, of which days that come to no more than `least` are left out."""
        kept = other.where(other.shares * part > least)
        if not kept:  # spread over so many days that none of them counts
            return self
        dates = np.sort(np.concatenate([self.dates, kept.dates]), kind="stable")  # both are in order: quick to merge
        dates = dates[np.append(True, dates[1:] > dates[:-1])]
        return Days.of(dates, (1 - part) * self.at(dates) + part * kept.at(dates))

    def by_year(self) -> tuple[Reals, Flags]:
        """The probability of each of `YEARS`, and which of them have a day."""
        borders = self.dates.searchsorted(NEW_YEARS)
        sums = np.concatenate([[0.0], self.shares.cumsum(dtype=np.float64)])[borders]
        there = borders[1:] > borders[:-1]
        return np.where(there, sums[1:] - sums[:-1], 0.0), there


_HELD: WeakValueDictionary[tuple[int, int], Ints] = WeakValueDictionary()
"""The dates that some distribution holds, by their number and their hash."""


def _shared(dates: Ints) -> Ints:
    """The array of the same dates that another distribution holds, if any: in an archive, where most articles may lie
    in any of a few years, two thirds of them.
    """
    dates.setflags(write=False)
    held = _HELD.setdefault((len(dates), hash(dates.tobytes())), dates)
    return held if np.array_equal(held, dates) else dates


def certain(day: date) -> Days:
    """All the probability on one day."""
    return Days.told({day.toordinal(): 1.0})


@lru_cache(maxsize=256)
def days_of(years: frozenset[int]) -> Ints:
    """All days of some years, in order."""
    return np.concatenate([np.arange(*NEW_YEARS[year - FIRST_YEAR :][:2]) for year in sorted(years)])


def year_places(dates: Ints) -> Ints:
    """The place among `YEARS` of the year of each day."""
    return NEW_YEARS.searchsorted(dates, side="right") - 1


def listed(days: Days | None, least: float) -> tuple[tuple[date, float], ...]:
    """The days that are at least so likely, with their probability to four places, as they are shown."""
    if days is None:
        return ()
    kept = days.above(least)
    places = np.rint(kept.shares * 10**PLACES).astype(np.int64)
    return tuple(zip(map(_day, kept.dates.tolist()), map(_shown, places.tolist()), strict=True))


PLACES = 4
"""Decimal places of a probability that are shown."""


@cache
def _day(ordinal: int) -> date:
    """One value for all articles: a large folder lists a hundred days for each."""
    return date.fromordinal(ordinal)


@cache
def _shown(share: int) -> float:
    return float(share / 10**PLACES)


def summed(places: Ints, values: Reals, count: int) -> Reals:
    """The sum of the values on each of `count` places."""
    return np.asarray(np.bincount(places.ravel(), values.ravel(), count), dtype=np.float64)
