"""What articles say to each other."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsline.publication.days import Days
from newsline.publication.density import Axis
from newsline.publication.voices import KNOWN, Voice, blurred, change, heard

DATES = st.integers(730_000, 733_000)
RUN = st.dictionaries(DATES, st.floats(KNOWN * 1.01, 1), min_size=1, max_size=20).map(Days.told)
NEAR = np.array([0.5, 0.2, 0.05])


def spread(days: Days) -> dict[int, float]:
    found: defaultdict[int, float] = defaultdict(float)
    for day, share in zip(days.dates.tolist(), days.shares.tolist(), strict=True):
        for step in range(1 - len(NEAR), len(NEAR)):
            found[day + step] += share * NEAR[abs(step)]
    return found


@given(st.lists(st.none() | RUN, min_size=1, max_size=8).filter(any))
def test_a_blurred_day_is_heard_on_the_days_around(runs: list[Days | None]) -> None:
    axis = Axis([days for days in runs if days])
    found = [*blurred(runs, NEAR, axis)]
    for days, voice in zip(runs, found, strict=True):
        assert (voice is None) is (days is None)
        if days and voice:
            expected = spread(days)
            dates = np.array(sorted(expected))
            assert voice.on(axis)[axis.places(dates)] == pytest.approx([expected[day] for day in dates.tolist()])
            assert voice.values.sum() == pytest.approx(days.total * (2 * NEAR.sum() - NEAR[0]), rel=1e-4)


def test_unlikely_days_are_not_mentioned() -> None:
    days = Days.told({730_000: KNOWN / 2, 730_900: KNOWN / 2})
    assert [*blurred([days, None], NEAR, Axis([days]))] == [None, None]


@given(st.lists(st.tuples(st.integers(0, 2), st.floats(0, 1)), max_size=6), st.lists(RUN, min_size=3, max_size=3))
def test_what_is_heard_is_the_sum_of_the_voices(said: list[tuple[int, float]], runs: list[Days]) -> None:
    axis = Axis(runs)
    voices = [voice for voice in blurred(runs, NEAR, axis) if voice]
    found = heard([(weight, voices[who]) for who, weight in said], axis)
    expected = np.zeros(axis.size)
    for who, weight in said:
        expected += weight * voices[who].on(axis)
    assert found == pytest.approx(expected)


def test_change_is_the_largest_of_any_day() -> None:
    axis = Axis([Days.told({730_000: 1.0})])
    old = Voice(np.array([3, 5]), np.array([0.5, 0.25]))
    new = Voice(np.array([3, 6]), np.array([0.4, 0.125]))
    assert change(old, new, axis) == pytest.approx(0.25)
    assert change(None, new, axis) == pytest.approx(0.4)
    assert change(None, None, axis) == 0.0
