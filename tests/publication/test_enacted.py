"""Public events that a text tells by who and what is in the scene, and the file that has them."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

import pytest

from newsline.publication import enacted, scenes

ROWS = [line.split("\t") for line in scenes.FILE.read_text("utf-8").partition(scenes.HEAD)[2].splitlines()]
KINDS = frozenset(
    """attack business coup court crash culture death disaster epidemic law office protest quake royal science space
    sport storm summit vote war""".split()
)
OFTEN, SAGA, SPELL, FEW = 8, 3, 180, 2
"""Rows from which a name is marked as common, those within so many days, and the most that one with a star is in."""


def _spans(text: str) -> list[tuple[str, str]]:
    return [(str(date.fromordinal(a)), str(date.fromordinal(b))) for clue in enacted.clues(text) for a, b in clue.spans]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Nobody knows where Prigozhin is. His Wagner mercenaries left Rostov on Saturday.", "2023-06-24"),
        ("Crowds filled Tunis. Ben Ali had fled to Saudi Arabia on Friday.", "2011-01-14"),
        ("A van drove into people on the Ramblas in Barcelona on Thursday.", "2017-08-17"),
        ("The Deepwater Horizon exploded on Tuesday; the rig burns in the Gulf of Mexico.", "2010-04-20"),
        ("Tugs pull at the Ever Given. She has blocked the Suez canal since Tuesday.", "2021-03-23"),
        ("Two more bodies were found in the Costa Concordia, which hit a rock off Giglio on Friday.", "2012-01-13"),
        ("Erdoğan came back to İstanbul; tanks had stood on the Bosphorus since Friday's coup.", "2016-07-15"),
    ],
)
def test_told_beside_its_weekday(text: str, first: str) -> None:
    last = str(date.fromordinal(date.fromisoformat(first).toordinal() + 6))
    assert (first, last) in _spans(text)


def test_told_as_of_yesterday() -> None:
    text = "The politician Pim Fortuyn was shot dead yesterday in a car park in Hilversum."
    assert ("2002-05-07", "2002-05-07") in _spans(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor of Jindo opened a school on Wednesday.",
        "On Saturday a column of tractors left Rostov for the fields.",
        "The museum of the Costa Concordia at Giglio opens on Friday, ten years after the ship hit the rock.",
        "The captain of the Costa Concordia was sentenced on Friday for the wreck off Giglio.",
        "Shares fell on Friday, and a bank in London closed a branch.",
        "prigozhin and rostov, a mutiny on Saturday",
    ],
)
def test_not_told(text: str) -> None:
    assert not _spans(text)


def test_the_rows_are_in_form_and_order() -> None:
    for when, kind, cast in ROWS:
        first, _, last = when.partition("/")
        begun, over = date.fromisoformat(first), date.fromisoformat(last or first)
        assert begun <= over
        assert (over - begun).days < 25, when
        assert kind in KINDS
        words = cast.split(" ")
        assert not words[0][0].islower()
        assert words[-1][0].islower(), cast
        assert words == sorted(words, key=lambda word: word[0].islower()), cast
        assert len(set(words)) == len(words), cast
        assert cast.isascii(), cast
    assert sorted(ROWS) == ROWS
    assert len({tuple(row) for row in ROWS}) == len(ROWS)


def test_common_names_are_marked() -> None:
    days: dict[str, list[int]] = defaultdict(list)
    for when, _, cast in ROWS:
        for name in cast.split(" "):
            if not name[0].islower():
                days[name.rstrip(scenes.MARKS)].append(date.fromisoformat(when[:10]).toordinal())
    for when, _, cast in ROWS:
        day = date.fromisoformat(when[:10]).toordinal()
        for name in (word for word in cast.split(" ") if not word[0].islower()):
            mine = days[name.rstrip(scenes.MARKS)]
            near = sum(abs(other - day) <= SPELL for other in mine)
            common = len(mine) >= OFTEN or (near >= SAGA and len(mine) > FEW)
            assert name.endswith(scenes.COMMON_MARK) == common or name.endswith(scenes.SURE_MARK), (when, name)
            assert not name.endswith(scenes.SURE_MARK) or len(mine) <= FEW, (when, name)
