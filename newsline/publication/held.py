"""A distribution over days in little room: a large folder has one for each article, over thousands of days."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import ItemsView, Iterator, Mapping, ValuesView


class Held(Mapping[int, float]):
    """Probability by day (ordinal), in order, read-only: 12 bytes a day, where a dictionary takes 100."""

    __slots__ = ("_dates", "_shares")

    def __init__(self, days: Mapping[int, float]) -> None:
        pairs = sorted(days.items())
        self._dates = array("i", [day for day, _ in pairs])
        self._shares = array("d", [share for _, share in pairs])

    def __getitem__(self, day: int) -> float:
        place = bisect_left(self._dates, day)
        if place == len(self._dates) or self._dates[place] != day:
            raise KeyError(day)
        return self._shares[place]

    def __iter__(self) -> Iterator[int]:
        return iter(self._dates)

    def __len__(self) -> int:
        return len(self._dates)

    def items(self) -> ItemsView[int, float]:
        """The days with their shares."""
        return _Items(self)

    def values(self) -> ValuesView[float]:
        """The shares."""
        return _Values(self)

    def pairs(self) -> Iterator[tuple[int, float]]:
        """The days with their shares, without looking any of them up."""
        return zip(self._dates, self._shares, strict=True)

    def shares(self) -> Iterator[float]:
        """The shares alone."""
        return iter(self._shares)


class _Items(ItemsView[int, float]):
    _mapping: Held

    def __iter__(self) -> Iterator[tuple[int, float]]:
        return self._mapping.pairs()


class _Values(ValuesView[float]):
    _mapping: Held

    def __iter__(self) -> Iterator[float]:
        return self._mapping.shares()
