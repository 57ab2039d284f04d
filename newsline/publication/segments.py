"""Sums over the days of distributions, a stretch of days at a time: an archive has thousands of them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from itertools import chain, repeat
from operator import add, mul, sub

Segment = tuple[int, Sequence[float]]
"""A first day (ordinal) and the values of the days from it on."""
Stretch = tuple[int, int]
"""The indexes of some days in order: the first, and the one behind the last."""

GAP = 400
"""Days between two that are not left out from which they are worked on apart: less is sooner skipped over than cut."""
LULL = 30
"""The same for days with a value, around which the values are added."""


def stretches(dates: Sequence[int]) -> list[Stretch]:
    """Days in order, cut where more than `GAP` of them are left out."""
    steps = () if dates[-1] - dates[0] - len(dates) < GAP else map(sub, dates[1:], dates)
    gaps = [n for n, step in enumerate(steps, 1) if step > GAP]
    return list(zip([0, *gaps], [*gaps, len(dates)], strict=True))


def spread(dates: Sequence[int], values: list[float], cuts: Sequence[Stretch]) -> list[tuple[int, list[float]]]:
    """Values on some days as a segment for each stretch, with 0 on the days that are left out."""
    found: list[tuple[int, list[float]]] = []
    for begin, end in cuts:
        first, last = dates[begin], dates[end - 1]
        if last - first == end - 1 - begin:
            found.append((first, values[begin:end]))
            continue
        filled = [0.0] * (last - first + 1)
        for day, value in zip(dates[begin:end], values[begin:end], strict=True):
            filled[day - first] = value
        found.append((first, filled))
    return found


def gathered(dates: Sequence[int], segments: Sequence[tuple[int, list[float]]], cuts: Sequence[Stretch]) -> list[float]:
    """The values on the days again, the inverse of `spread`."""
    parts = []
    for (begin, end), (first, values) in zip(cuts, segments, strict=True):
        whole = len(values) == end - begin
        parts.append(values if whole else [values[day - first] for day in dates[begin:end]])
    return parts[0] if len(parts) == 1 else list(chain.from_iterable(parts))


def blur(days: Iterable[tuple[int, float]], near: Sequence[float]) -> list[Segment]:
    """Days in order with their shares, each spread to both sides by `near`: the weights 0, 1, 2, ... days away."""
    reach = len(near) - 1
    kernel = [near[abs(step)] for step in range(-reach, reach + 1)]
    found: list[tuple[int, list[float]]] = []
    for day, share in days:
        if not found or day - reach > found[-1][0] + len(found[-1][1]) + LULL:
            found.append((day - reach, []))
        first, shares = found[-1]
        place = day - reach - first
        shares.extend(repeat(0.0, place + len(kernel) - len(shares)))
        shares[place:] = map(add, shares[place:], [share * weight for weight in kernel])
    return [(first, array("d", shares)) for first, shares in found]


def add_times(segments: Sequence[tuple[int, list[float]]], more: Segment, factor: float) -> None:
    """Adds the values of a segment times a factor, in place, on the days that are there."""
    first, values = more
    for begin, own in segments:
        if begin < first + len(values) and first < begin + len(own):
            low, high = max(first, begin), min(first + len(values), begin + len(own))
            scaled = map(mul, values[low - first : high - first], repeat(factor))
            own[low - begin : high - begin] = map(add, own[low - begin : high - begin], scaled)


def by_day(segments: Iterable[Segment]) -> dict[int, float]:
    """The value of each day."""
    return {day: value for first, values in segments for day, value in enumerate(values, first)}


def change(old: Sequence[Segment], new: Sequence[Segment]) -> float:
    """The largest change of any day's value; a day that is not there has 0."""
    before, now = by_day(old), by_day(new)
    if before.keys() == now.keys():
        return max((abs(value - now[day]) for day, value in before.items()), default=0.0)
    return max(abs(before.get(day, 0.0) - now.get(day, 0.0)) for day in before.keys() | now.keys())
