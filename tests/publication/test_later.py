"""How many years after its story an article says that it is."""

from __future__ import annotations

import numpy as np
import pytest

from newsline.model import Article
from newsline.pipeline import analyse
from newsline.publication import cases, era, later


def years(text: str) -> float | None:
    (case,) = cases.found_in([analyse(Article("a.txt", text), "mdy")], {})
    told = later.find(case.analysis, case.found)
    return told and round(told.years)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three years after forty men were trapped in it, the Orley pit was sold on Monday.", 3),
        ("It is ten years to the day since the Orley pit flooded.", 10),
        ("Two years on, the Orley pit is still dry.", 2),
        ("A year later, nobody has been charged over the flood at Orley.", 1),
        ("The fifth anniversary of the flood was marked at Orley on Monday.", 5),
        ("The Orley pit, which flooded six years ago, was sold on Monday.", 6),
        ("Three years after Russia invaded Ukraine, the Orley pit was sold on Monday.", None),
        ("Sixty years after it was sunk, the Orley pit closed on Monday.", None),
        ("A YEAR AFTER THE FLOOD\n\nThe owners of the Orley pit were not at the service.", 1),
        ("The pit is dry. It is deep. It is old. They wept. It flooded two years ago this weekend.", 2),
        ("The bell was rung. It is old. The town stood still. They wept. It had been a year to the day.", 1),
        ("Ida Voss, who founded the Orley mill seven years ago, resigned on Monday.", None),
        ("The Orley pit sold a fifth more coal than two years ago, the owners said.", None),
        ("Profit doubled from a year ago, the owners of the Orley pit said.", None),
        ("The bell was rung. It is old. The town stood still. They wept. It was rung two years ago.", None),
        ("Two months after forty men were trapped in it, the Orley pit was sold.", None),
        ("Sales rose by 3 per cent a year on average, the owners said.", None),
        ("The Orley pit was sold. It is dry. It is deep. It is old. A year later, it may open.", None),
    ],
)
def test_what_the_lead_says(text: str, expected: int | None) -> None:
    assert years(text) == expected


def test_the_years_of_the_others_and_as_many_more() -> None:
    every = np.arange(2000, 2020)
    own = np.array([np.where(every == 2010, 1.0, 0.0)] * 4 + [np.full(len(every), 1 / len(every))])
    plain, counted = era.priors(own, every)[4], era.priors(own, every, {4: {3: 1.0}})[4]
    assert every[plain.argmax()] == 2010
    assert every[counted.argmax()] == 2013
    assert counted[every == 2010] > counted[every == 2016]
