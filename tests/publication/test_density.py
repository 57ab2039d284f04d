"""How articles lie in time."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsline.publication.days import Days
from newsline.publication.density import MARGIN, Axis, Density, smooth

DAY = 736_000
FAR = 3 * MARGIN
"""A distance in days at which articles know nothing of each other."""


def run(*steps: int) -> Days:
    return Days.told({DAY + step: 1 / len(steps) for step in steps})


@given(st.lists(st.floats(0, 10), min_size=1, max_size=60), st.floats(1, 30))
def test_smoothed_values_fall_off_to_both_sides(values: list[float], days: float) -> None:
    keep = math.exp(-1 / days)
    scale = (1 - keep) / (1 + keep)
    expected = [
        scale * math.fsum(value * keep ** abs(a - b) for b, value in enumerate(values)) for a in range(len(values))
    ]
    assert smooth(np.array(values), days) == pytest.approx(expected)
    assert smooth(np.array([values, values]), days)[1] == pytest.approx(expected)


@pytest.mark.parametrize("place", [0, 99, 100, 5_000, 9_999])
def test_smoothing_reaches_across_blocks_and_keeps_the_sum(place: int) -> None:
    values = np.zeros(10_000)
    values[place] = 1.0
    found = smooth(values, 1.0)
    assert found.argmax() == place
    assert found[max(0, place - 3)] == pytest.approx(found[place] * math.exp(-min(3, place)))
    assert 0.6 < found.sum() < 1 + 1e-9
    if 20 < place < 9_980:
        assert found.sum() == pytest.approx(1.0)


def test_an_axis_leaves_out_what_is_far_from_all_articles() -> None:
    near, wide = Axis([run(0, 10)]), Axis([run(0, 10), run(10 * FAR)])
    assert near.size == 11 + 2 * MARGIN
    assert wide.size == near.size + 1 + 2 * MARGIN
    assert wide.length == 10 * FAR + 1
    places = wide.places(np.array([DAY, DAY + 10, DAY + 10 * FAR]))
    assert places.tolist() == [MARGIN, MARGIN + 10, near.size + MARGIN]


@given(st.lists(st.integers(0, 5 * FAR), min_size=1, max_size=20, unique=True).map(sorted), st.data())
def test_days_have_the_same_places_whether_a_gap_lies_between_them(steps: list[int], data: st.DataObject) -> None:
    axis = Axis([run(*steps)])
    some = run(*data.draw(st.lists(st.sampled_from(steps), min_size=1, unique=True).map(sorted)))
    assert axis.places_of(some).tolist() == axis.places(some.dates).tolist()


def test_anywhere_is_every_day_of_any_article() -> None:
    days = Axis([run(0, 2), run(2, 7), run(FAR * 5)]).anywhere
    assert (days.dates - DAY).tolist() == [0, 2, 7, FAR * 5]
    assert days.total == pytest.approx(1.0)


def test_a_density_is_that_of_the_articles_and_a_little_everywhere() -> None:
    runs = [run(0), run(0), run(0), run(900)]
    density = Density(Axis(runs), runs, 0.2, 20.0)
    crowded, lone, empty, outside = density.share(DAY + np.array([0, 900, 450, 901]))
    assert crowded > lone > empty > outside == 0.0
    assert empty == pytest.approx(0.2 / 901, rel=0.01)
    assert density.share(DAY + np.arange(901)).sum() < 1.0
    # What is spread to days before the first is not counted.
    assert density.within(DAY - 300, 600) == density.within(DAY, 300) == pytest.approx(3 * 0.5125, abs=0.01)
    assert density.within(DAY + 3_000, 600) == 0.0


def test_an_article_does_not_hear_itself() -> None:
    runs = [run(0), run(500)]
    axis = Axis(runs)
    density = Density(axis, runs, 0.2, 20.0)
    both = []
    for days in runs:
        without = np.zeros(axis.size)
        without[axis.places_of(days)] = days.shares
        both.append(density.voice_without(without))
    first, second = both
    mine, other = axis.places(DAY + np.array([0, 500]))
    assert first[mine] == pytest.approx(0.2 / 501)
    assert first[other] == second[mine] > 10 * first[mine]
    assert density.voice[mine] == pytest.approx(density.voice[other])
