"""A distribution in little room is the same as a dictionary."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsline.publication.held import Held


@given(st.dictionaries(st.integers(1, 800_000), st.floats(0, 1)))
def test_held_is_the_dictionary_in_order(days: dict[int, float]) -> None:
    held = Held(days)
    assert list(held.items()) == sorted(days.items())
    assert list(held) == sorted(days)
    assert list(held.values()) == [days[day] for day in sorted(days)]
    assert (len(held), bool(held), dict(held)) == (len(days), bool(days), days)
    assert held == days
    assert all(held[day] == share and day in held for day, share in days.items())


@pytest.mark.parametrize("day", [4, 6, 8])
def test_a_day_that_is_not_there(day: int) -> None:
    held = Held({5: 0.5, 7: 0.5})
    assert held.get(day) is None
    with pytest.raises(KeyError):
        held[day]
