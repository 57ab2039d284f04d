"""Scores, summaries, boilerplate and likeness by themselves."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsline.dates import span as spans
from newsline.publication.boilerplate import Boilerplate
from newsline.publication.clues import Clue, normalised, score, scores
from newsline.publication.days import Days
from newsline.publication.likeness import neighbours
from newsline.publication.summary import SPAN_SHARE, shortest, summarise
from newsline.publication.weights import TABLES, WEEKDAY_TABLES

DAY = date(2017, 3, 9).toordinal()
"""A Thursday."""


def plain(clue: Clue, day: int) -> float:
    """What a clue says of a day, worked out by hand."""
    if clue.weekdays:
        oldest = max((day - 1 - weekday) % 7 for weekday in clue.weekdays)
        return clue.strength * WEEKDAY_TABLES[clue.table][oldest]
    table = TABLES[clue.table]
    begun = [number for number, (start, _) in enumerate(clue.spans) if number == 0 or start - table.wrap <= day]
    if clue.allowed and not clue.allowed[begun[-1]]:
        return clue.strength * table.mismatch
    first, last = clue.spans[begun[-1]]
    distance = day - first if day < first else max(0, day - last)
    return clue.strength * table.weights[sum(edge <= distance for edge in table.edges)]


def test_every_table_has_a_weight_for_each_stretch() -> None:
    for name, table in TABLES.items():
        assert len(table.weights) == len(table.edges) + 1, name
        assert list(table.edges) == sorted(table.edges), name
    assert {len(row) for row in WEEKDAY_TABLES.values()} == {7}


@st.composite
def some_clues(draw: st.DrawFn) -> list[Clue]:
    found = []
    for _ in range(draw(st.integers(0, 3))):
        strength = draw(st.floats(0.1, 3))
        if draw(st.booleans()):
            table = draw(st.sampled_from(sorted(WEEKDAY_TABLES)))
            found.append(
                Clue(
                    table,
                    "",
                    weekdays=tuple(draw(st.sets(st.integers(0, 6), min_size=1, max_size=3))),
                    strength=strength,
                )
            )
            continue
        starts = sorted(draw(st.lists(st.integers(DAY - 900, DAY + 900), min_size=1, max_size=4, unique=True)))
        length = draw(st.integers(0, 40))
        spans = tuple((start + 400 * number, start + 400 * number + length) for number, start in enumerate(starts))
        allowed = draw(st.sampled_from([(), tuple(number % 2 == 0 for number in range(len(spans)))]))
        found.append(Clue(draw(st.sampled_from(sorted(TABLES))), "", spans, strength=strength, allowed=allowed))
    return found


some_days = st.lists(st.integers(DAY - 1000, DAY + 1000), min_size=1, unique=True).map(sorted)


@given(st.lists(st.tuples(some_clues(), some_days), min_size=1, max_size=4))
def test_scoring_days_is_adding_up_what_each_clue_says_of_each(asked: list[tuple[list[Clue], list[int]]]) -> None:
    found = scores([clues for clues, _ in asked], [np.array(days) for _, days in asked])
    summed = [sum(plain(clue, day) for clue in clues) for clues, days in asked for day in days]
    assert found == pytest.approx(summed, abs=1e-9)
    clues, days = asked[0]
    assert score(clues, np.array(days)) == pytest.approx(found[: len(days)], abs=1e-9)


@given(st.lists(st.floats(-50, 50), min_size=1, max_size=60))
def test_normalised_scores_add_up_to_one(scores: list[float]) -> None:
    assert sum(normalised(np.array(scores))) == pytest.approx(1.0)


def said(days: dict[int, float]) -> tuple[str | None, float]:
    span, share = summarise(Days.told(days))
    return (str(span) if span else None), share


def test_summaries_say_a_day_a_set_a_span_or_nothing() -> None:
    assert said({DAY: 0.75, DAY + 1: 0.25}) == ("2017-03-09", 0.75)
    assert said({DAY: 0.375, DAY + 7: 0.375, DAY + 14: 0.25}) == ("[2017-03-09,2017-03-16,2017-03-23]", 1.0)
    assert said(dict.fromkeys(range(DAY, DAY + 4), 0.25))[0] == "2017-03-09/2017-03-12"
    assert said(dict.fromkeys(range(DAY, DAY + 100), 0.01))[0] == "2017-03/2017-06"
    assert said(dict.fromkeys(range(DAY, DAY + 4000), 1 / 4000)) == (None, 0.0)


@given(st.dictionaries(st.integers(DAY, DAY + 90), st.floats(0.01, 1), min_size=1, max_size=40))
def test_sets_and_spans_hold_what_they_promise(raw: dict[int, float]) -> None:
    whole = sum(raw.values())
    days = {day: value / whole for day, value in raw.items()}
    chosen, share = summarise(Days.told(days))
    assert chosen is not None
    assert chosen.is_day or share >= SPAN_SHARE - 1e-6
    held = sum(value for day, value in days.items() if chosen.contains(spans.day(date.fromordinal(day))))
    assert held == pytest.approx(share, abs=1e-5)


@given(st.dictionaries(st.integers(DAY, DAY + 500), st.floats(0.01, 1), min_size=30, max_size=60))
def test_no_shorter_span_holds_as_much(raw: dict[int, float]) -> None:
    whole = sum(raw.values())
    days = Days.told({day: value / whole for day, value in raw.items()})
    first, last = shortest(days.dates, days.shares.astype(np.float64))
    ordered = days.dates.tolist()
    held = [
        b - a
        for a in ordered
        for b in ordered
        if a <= b and sum(raw[d] for d in ordered if a <= d <= b) >= 0.9001 * whole
    ]
    assert last - first <= min(held)


def test_lines_that_differing_articles_share_are_furniture() -> None:
    texts = [f"{name} spoke at length about the {name} bridge and its cost.\nRead next, 3 May 2011" for name in "ABCD"]
    ignored = Boilerplate(texts).offsets(texts[0])
    assert not ignored(0)
    assert ignored(texts[0].index("3 May"))


def test_lines_of_copies_are_not_furniture() -> None:
    texts = ["The quay closed on 3 May 2011.\nDivers had found cracks in its piles."] * 4
    assert not Boilerplate(texts).offsets(texts[0])(5)


def test_the_likest_neighbour_tells_the_same() -> None:
    texts = [
        "In Wexmouth the engineer Maud Perrin found cracks in 14 piles of the quay.",
        "A choir from Selbury won the prize of Aldersey, said Tom Hale.",
        "Cracks in 14 piles: the quay at Wexmouth is shut, as Maud Perrin told reporters.",
    ]
    assert [found[0][0] for found in neighbours(texts) if found][:1] == [2]
