"""The likest neighbours of articles, and what an archive leaves out to find them."""

from __future__ import annotations

import math
import random
from itertools import pairwise

import pytest

from newsline.publication import likeness
from newsline.publication.likeness import NEIGHBOURS, neighbours


def reports(count: int) -> list[str]:
    """Reports of `count` fires, three of each, in words that all of them share."""
    dice = random.Random(2)
    names = ["".join(dice.choices("abcdefgh", k=7)).capitalize() for _ in range(count)]
    return [
        f"A fire at the {name} mill in {name[::-1].capitalize()} was out on day {n}." for name in names for n in "123"
    ]


def test_the_likest_tell_of_the_same() -> None:
    texts = reports(40)
    for index, found in enumerate(neighbours(texts)):
        assert {other for other, _ in found[:2]} == {3 * (index // 3) + n for n in range(3)} - {index}
        assert all(a >= b for (_, a), (_, b) in pairwise(found))
        assert all(0 < cosine <= 1 + 1e-9 for _, cosine in found)
        assert len(found) <= NEIGHBOURS


def test_likeness_is_mutual() -> None:
    found = [dict(one) for one in neighbours(reports(4))]
    for index, others in enumerate(found):
        for other, cosine in others.items():
            assert math.isclose(found[other][index], cosine)


def test_a_feature_that_too_many_hold_proposes_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = reports(30)
    monkeypatch.setattr(likeness, "MOST_HOLDERS", 3)
    few = neighbours(texts)
    assert all({other // 3 for other, _ in found} == {index // 3} for index, found in enumerate(few))
    monkeypatch.setattr(likeness, "MOST_HOLDERS", 2)
    assert not any(neighbours(texts))


@pytest.mark.parametrize("cells", [1, 50, 1000])
def test_articles_that_are_compared_a_few_at_a_time_have_the_same_neighbours(
    monkeypatch: pytest.MonkeyPatch, cells: int
) -> None:
    texts = reports(10)
    found = neighbours(texts)
    monkeypatch.setattr(likeness, "CELLS", cells)
    assert neighbours(texts) == found


@pytest.mark.parametrize("texts", [[], [""], ["One."], ["", "", ""]])
def test_nothing_to_compare(texts: list[str]) -> None:
    assert not any(neighbours(texts))
