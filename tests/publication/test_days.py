"""Distributions over days."""

from __future__ import annotations

import math
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsline.publication.days import YEARS, Days, certain, listed, year_places

DATES = st.dates(date(1800, 1, 1), date(2099, 12, 31)).map(date.toordinal)
TOLD = st.dictionaries(DATES, st.floats(1e-6, 1), min_size=1)
MAY = date(2017, 5, 1)


@given(TOLD)
def test_days_are_in_order_and_keep_their_shares(told: dict[int, float]) -> None:
    days = Days.told(told)
    assert days.dates.tolist() == sorted(told)
    assert days.at(days.dates) == pytest.approx([told[day] for day in sorted(told)])
    assert (len(days), days.reach) == (len(told), max(told) - min(told) + 1)
    assert days.total == pytest.approx(sum(told.values()))


@given(TOLD, DATES)
def test_a_day_that_is_not_there_has_no_share(told: dict[int, float], day: int) -> None:
    assert Days.told(told).at(np.array([day]))[0] == pytest.approx(told.get(day, 0.0))


@given(TOLD, TOLD, st.floats(0.01, 0.99))
def test_mixed_days_have_their_parts_of_either(mine: dict[int, float], other: dict[int, float], part: float) -> None:
    mixed = Days.told(mine).beside(Days.told(other), part)
    assert mixed.dates.tolist() == sorted({*mine, *other})
    expected = [(1 - part) * mine.get(day, 0.0) + part * other.get(day, 0.0) for day in sorted({*mine, *other})]
    assert mixed.at(mixed.dates) == pytest.approx(expected)


def test_what_comes_to_little_is_not_mixed_in() -> None:
    mixed = Days.told({5: 1.0}).beside(Days.told({5: 0.1, 6: 0.1, 7: 0.8}), 0.5, 0.2)
    assert mixed.dates.tolist() == [5, 7]
    assert mixed.shares.tolist() == pytest.approx([0.5, 0.4])


def test_beside_days_that_are_all_too_unlikely_nothing_changes() -> None:
    told = Days.told({5: 0.5, 9: 0.5})
    assert told.beside(Days.told(dict.fromkeys(range(1000), 0.001)), 0.03, 0.01) is told


@given(st.lists(DATES, min_size=1))
def test_the_year_of_each_day(days: list[int]) -> None:
    assert [YEARS[place] for place in year_places(np.array(days))] == [date.fromordinal(day).year for day in days]


@given(TOLD)
def test_the_probabilities_of_the_years_add_up_to_those_of_the_days(told: dict[int, float]) -> None:
    shares, there = Days.told(told).by_year()
    for year, share, some in zip(YEARS, shares, there, strict=True):
        days = [day for day in told if date.fromordinal(day).year == year]
        assert some == bool(days)
        assert math.isclose(share, sum(told[day] for day in days), abs_tol=1e-6)


def test_the_likeliest_day_is_the_first_of_several() -> None:
    days = Days.told({8: 0.25, 3: 0.25, 5: 0.5, 9: 0.5})
    assert (days.top, days.highest) == (5, 0.5)
    assert days.above(0.5).dates.tolist() == [5, 9]


def test_only_likely_days_are_listed() -> None:
    days = Days.told({MAY.toordinal(): 0.75, MAY.toordinal() + 1: 0.001, MAY.toordinal() + 2: 0.0001})
    assert listed(days, 0.001) == ((MAY, 0.75), (date(2017, 5, 2), 0.001))
    assert listed(certain(MAY), 0.001) == ((MAY, 1.0),)


def test_equal_days_of_several_articles_are_one_array() -> None:
    first, second = Days.told({1: 0.5, 2: 0.5}), Days.told({1: 0.1, 2: 0.9})
    assert first.dates is second.dates
    assert first.dates is not Days.told({1: 0.5, 3: 0.5}).dates
    with pytest.raises(ValueError, match="read-only"):
        first.dates[0] = 5
