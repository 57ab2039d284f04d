"""Probability by year."""

from __future__ import annotations

import math
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from newsline.publication import yearly

DAYS = st.dates(date(1800, 1, 1), date(2099, 12, 31)).map(date.toordinal)


@given(st.lists(DAYS))
def test_the_year_of_each_day_in_whatever_order(days: list[int]) -> None:
    assert list(yearly.years_of(days)) == [date.fromordinal(day).year for day in days]


@given(st.dictionaries(DAYS, st.floats(0, 1)))
def test_the_probabilities_of_the_years_add_up_to_those_of_the_days(days: dict[int, float]) -> None:
    found = yearly.by_year(days)
    assert found.keys() == {date.fromordinal(day).year for day in days}
    assert math.isclose(sum(found.values()), sum(days.values()), abs_tol=1e-9)


def test_without_days_there_is_no_year() -> None:
    assert yearly.by_year(None) == {}
