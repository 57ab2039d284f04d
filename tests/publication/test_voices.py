"""What articles say to each other: distributions worked on together give what each gives by itself."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsline.publication import voices
from newsline.publication.days import Days
from newsline.publication.density import Axis
from newsline.publication.voices import KNOWN, Flat, Voice, blurred, change, heard, parts

DATES = st.integers(730_000, 733_000)
RUN = st.dictionaries(DATES, st.floats(KNOWN * 1.01, 1), min_size=1, max_size=20).map(Days.told)
NEAR = np.array([0.5, 0.2, 0.05])


def spread(days: Days) -> dict[int, float]:
    found: defaultdict[int, float] = defaultdict(float)
    for day, share in zip(days.dates.tolist(), days.shares.tolist(), strict=True):
        for step in range(1 - len(NEAR), len(NEAR)):
            found[day + step] += share * NEAR[abs(step)]
    return found


@given(st.lists(st.none() | RUN, min_size=1, max_size=8).filter(any), st.integers(1, 20_000))
def test_a_blurred_day_is_heard_on_the_days_around(runs: list[Days | None], cells: int) -> None:
    axis = Axis([days for days in runs if days])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(voices, "CELLS", cells)
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


@given(st.lists(RUN, min_size=1, max_size=8))
def test_distributions_lie_behind_each_other_and_come_apart_again(runs: list[Days]) -> None:
    flat = Flat.of([*runs, None, runs[0]])
    assert [len(runs[row]) for row in range(len(runs))] == np.bincount(flat.rows)[: len(runs)].tolist()
    apart = Flat.of(runs).split(Flat.of(runs).shares, len(runs))
    for days, again in zip(runs, apart, strict=True):
        assert (days.dates == again.dates).all()
        assert (days.shares == again.shares).all()


def test_days_that_become_negligible_are_dropped() -> None:
    runs = [Days.told({730_000: 0.5, 730_001: 0.5}), Days.told({730_005: 1.0})]
    first, second = Flat.of(runs).split(np.array([1.0, 1e-9, 0.0]), 2)
    assert (first.dates.tolist(), len(second)) == ([730_000], 0)


@given(st.lists(st.tuples(st.integers(0, 2), st.floats(0, 1)), max_size=6), RUN)
def test_what_is_heard_is_the_sum_of_the_voices(said: list[tuple[int, float]], days: Days) -> None:
    axis = Axis([days])
    (voice,) = blurred([days], NEAR, axis)
    assert voice is not None
    values, weights = heard([(row, weight, voice) for row, weight in said], axis, 3)
    expected = [sum(weight for one, weight in said if one == row) for row in range(3)]
    assert weights == pytest.approx(expected)
    assert values == pytest.approx(np.array(expected)[:, None] * voice.on(axis))


def test_change_is_the_largest_of_any_day() -> None:
    axis = Axis([Days.told({730_000: 1.0})])
    old = Voice(np.array([3, 5]), np.array([0.5, 0.25]))
    new = Voice(np.array([3, 6]), np.array([0.4, 0.125]))
    assert change(old, new, axis) == pytest.approx(0.25)
    assert change(None, new, axis) == pytest.approx(0.4)
    assert change(None, None, axis) == 0.0


@given(st.integers(0, 50), st.integers(1, 30))
def test_groups_hold_every_article_once(count: int, rows: int) -> None:
    axis = Axis([Days.told({730_000: 1.0})])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(voices, "CELLS", rows * axis.size)
        found = list(parts(range(count), axis))
    assert [index for part in found for index in part] == list(range(count))
    assert all(len(part) <= rows for part in found)
