"""Sums over stretches of days give what sums day by day would."""

from __future__ import annotations

import math
from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from newsline.publication.segments import add_times, blur, by_day, change, gathered, spread, stretches

DAYS = st.lists(st.integers(700_000, 701_500), min_size=1, max_size=30, unique=True).map(sorted)
NEAR = (0.5, 0.2, 0.05)


@given(DAYS)
def test_spread_and_gathered_are_inverse(days: list[int]) -> None:
    values = [float(n + 1) for n in range(len(days))]
    cuts = stretches(days)
    assert [begin for begin, _ in cuts[1:]] == [end for _, end in cuts[:-1]]
    assert gathered(days, spread(days, values, cuts), cuts) == values


@given(DAYS, DAYS)
def test_blurred_shares_are_heard_on_the_days_that_are_there(mine: list[int], theirs: list[int]) -> None:
    segments = blur([(day, 0.5) for day in theirs], NEAR)
    expected: defaultdict[int, float] = defaultdict(float)
    for day in theirs:
        for step in range(1 - len(NEAR), len(NEAR)):
            expected[day + step] += 0.5 * NEAR[abs(step)]
    found = by_day(segments)
    assert all(math.isclose(found.get(day, 0.0), expected.get(day, 0.0)) for day in found.keys() | expected.keys())
    cuts = stretches(mine)
    filled = spread(mine, [1.0] * len(mine), cuts)
    for segment in segments:
        add_times(filled, segment, 2.0)
    heard = gathered(mine, filled, cuts)
    assert all(math.isclose(value, 1 + 2 * expected.get(day, 0.0)) for day, value in zip(mine, heard, strict=True))


@given(DAYS, DAYS)
def test_change_is_the_largest_of_any_day(old: list[int], new: list[int]) -> None:
    before, now = blur([(day, 0.5) for day in old], NEAR), blur([(day, 0.25) for day in new], NEAR)
    a, b = by_day(before), by_day(now)
    assert change(before, now) == max(abs(a.get(day, 0.0) - b.get(day, 0.0)) for day in {*a, *b})
    assert change(before, before) == 0
