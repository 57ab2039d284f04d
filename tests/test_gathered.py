"""What is gathered of a folder: the same whether it lies packed or not."""

from __future__ import annotations

import random

import pytest

from newsline import gathered
from newsline.analysis import Analysis
from newsline.events.copies import copies
from newsline.gathered import Gathered
from newsline.model import Article, Skipped
from newsline.parcel import Parcel, Result, pack
from newsline.pipeline import analyse

WORDS = "harbour storm town mayor ferry bridge flood vote fish school wind crew boat tower road sand".split()


def report(seed: int) -> str:
    dice = random.Random(seed)
    return " ".join(f"The {dice.choice(WORDS)} and the {dice.choice(WORDS)} were seen." for _ in range(20))


@pytest.fixture
def files() -> list[list[Result]]:
    """What files gave: an article, several, one that copies another, none."""
    texts = [report(1), report(2), f"{report(1)} And so on.", report(3)]
    one, other, copy, last = (analyse(Article(f"{n}.txt", text), "mdy") for n, text in enumerate(texts))
    return [[one], [other, copy], [Skipped("noise.bin", "not text")], [last]]


@pytest.mark.parametrize("few", [0, 2, 100])
@pytest.mark.parametrize("given", [False, True])
def test_packed_or_not_the_analyses_are_the_same(
    files: list[list[Result]], few: int, given: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gathered, "FEW", few)
    found = Gathered()
    for results in files:
        found.add(Parcel.received(pack(results)) if given else Parcel.of(results))
    whole = Gathered(result for results in files for result in results)
    wanted = [result for results in files for result in results if isinstance(result, Analysis)]
    assert list(found) == list(found) == list(whole) == wanted
    assert found.articles == whole.articles
    assert [(one.id, one.characters) for one in found.articles] == [
        (one.article.id, len(one.article.text)) for one in wanted
    ]
    assert found.skipped == whole.skipped == [Skipped("noise.bin", "not text")]
    assert found.copies() == copies({one.article.id: one.article.text for one in wanted}) == {"0.txt": "2.txt"}
