"""How many years after its story an article says that it is."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from newsline.model import Article
from newsline.pipeline import analyse
from newsline.publication import cases, era, later
from newsline.publication.days import Days


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
    days = np.arange(date(2000, 1, 1).toordinal(), date(2019, 12, 31).toordinal() + 1)
    known = Days.told({date(2010, 6, 1).toordinal(): 1.0})
    own = [*[known] * 4, Days.of(days, np.full(len(days), 1 / len(days)))]
    plain, counted = era.priors(own)[4], era.priors(own, {4: {3: 1.0}})[4]
    assert plain is not None
    assert counted is not None
    assert date.fromordinal(days[plain.argmax()]).year == 2010
    assert abs((date.fromordinal(days[counted.argmax()]) - date(2013, 6, 1)).days) <= era.BIN
    assert counted[days == date(2010, 6, 1).toordinal()] > counted[days == date(2016, 6, 1).toordinal()]
