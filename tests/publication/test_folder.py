"""What articles hear of their days by being alike: in a large folder, and copies in a small one."""

from __future__ import annotations

import pytest

from newsline.publication.days import Days
from newsline.publication.folder import Folder
from newsline.publication.summary import summarise

FIRST, APART, MANY = 730_000, 400, 60
"""Articles that lie more than a year apart: none hears of the others, and they share no years."""


def text(number: int) -> str:
    return f"The Quay{number} Company opened Pier{number} for {number}17 guests beside Hill{number} Tower{number}."


def solved(*more: str) -> list[Days | None]:
    """What is found for more articles beside many whose days are known."""
    folder = Folder([*map(text, range(MANY)), *more])
    known: list[Days | None] = [Days.told({FIRST + APART * number: 1.0}) for number in range(MANY)]
    return folder.solve([*known, *[None] * len(more)], [True] * MANY + [False] * len(more))[MANY:]


@pytest.mark.parametrize("number", [0, 17, MANY - 1])
def test_it_has_the_days_that_it_hears_of(number: int) -> None:
    (found,) = solved(f"{text(number)} The guests stayed.")
    assert found is not None
    assert found.top == FIRST + APART * number
    assert found.total == pytest.approx(1.0, abs=0.05)
    assert len(found) < 20  # not any day of sixty years


def test_it_has_none_where_nothing_is_like_it() -> None:
    (found,) = solved("Snow fell in the mountains all winter long.")
    assert not found


def test_what_lies_on_few_days_by_a_small_part_is_not_summarised() -> None:
    assert summarise(Days.told({FIRST: 0.3, FIRST + 1: 0.3})) == (None, 0.0)
    span, share = summarise(Days.told({FIRST: 0.6, FIRST + 1: 0.3}))
    assert span is not None
    assert share == pytest.approx(0.6)


def test_a_day_is_given_by_how_likely_it_is() -> None:
    days = Days.told({FIRST: 0.55, FIRST + 1: 0.4})
    given, asked = summarise(days, 0.5)[0], summarise(days, 0.6)[0]
    assert given is not None
    assert given.is_day
    assert asked is not None
    assert asked.days == 2


@pytest.mark.parametrize(
    ("other", "same"), [(f"{text(1)} The guests stayed.", True), (text(2), False), ("Snow fell on the hills.", False)]
)
def test_in_a_small_folder_only_copies_share_a_day(other: str, same: bool) -> None:
    folder = Folder([text(1), other, text(3)])
    anywhere = Days.told({FIRST + number: 1 / MANY for number in range(MANY)})
    found = folder.solve([Days.told({FIRST + 20: 1.0}), anywhere, anywhere], [True, False, False])[1]
    assert found is not None
    assert (found.top == FIRST + 20) == same
    assert (found.highest > 0.1) == same


def test_an_article_without_a_likely_day_agrees_with_none() -> None:
    folder = Folder(["The dam at Ludwell was opened.", "The dam at Ludwell was shut."])
    nowhere, somewhere = Days.told({}), Days.told({738_000: 0.6, 738_001: 0.4})
    assert folder.agreements(nowhere, [somewhere, nowhere]) == [0.0, 0.0]
    assert folder.agreements(somewhere, [nowhere, somewhere])[0] == 0.0
