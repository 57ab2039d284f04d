"""Days of the year that several articles of a folder name."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from newsline.model import Article
from newsline.pipeline import analyse
from newsline.publication import layout, shared
from newsline.publication.days import Days, days_of
from newsline.publication.infer import date_articles

YEARS = frozenset(range(2010, 2016))


def _named(text: str) -> dict[shared.Name, shared.Naming]:
    return shared.named(layout.locate(analyse(Article("a.txt", text), "mdy"), lambda _: False))


def _days(*years: int) -> Days:
    dates = days_of(frozenset(years))
    return Days.of(dates, np.full(len(dates), 1 / len(dates)))


def _shares(factors: dict[int, object], row: int, days: Days) -> dict[int, float]:
    raw = days.shares * factors[row]
    by_year = Days.of(days.dates, raw / raw.sum()).by_year()[0]
    return {year: float(by_year[year - 1800]) for year in YEARS}


PAST = "The lock gate broke on June 15."
FUTURE = "The lock will be opened on June 15."


@pytest.mark.parametrize(
    ("mine", "theirs", "years"),
    [
        (PAST, "The lock gate broke on June 15, 2012.", {2012, 2013}),
        (FUTURE, "The lock was opened on June 15, 2012.", {2011, 2012}),
        (PAST, "The gate broke on 15 June 2012 and was mended in July.", {2012, 2013}),
    ],
)
def test_a_day_that_another_article_names_with_its_year_tells_the_year(mine: str, theirs: str, years: set[int]) -> None:
    factors = shared.factors([_named(mine), _named(theirs)], [_days(*YEARS), _days(*YEARS)])
    shares = _shares(factors, 0, _days(*YEARS))
    assert sum(shares[year] for year in years) > 0.75
    assert np.all(factors[1] == 1)


def test_an_article_of_a_known_year_tells_the_year_of_those_that_name_the_same_day() -> None:
    wide = _days(*YEARS)
    factors = shared.factors([_named(FUTURE), _named(PAST), _named(PAST)], [_days(2013), wide, wide])
    for row in (1, 2):
        shares = _shares(factors, row, wide)
        assert shares[2013] + shares[2014] > 0.75


def test_articles_that_are_sure_of_other_years_are_not_drawn() -> None:
    own = [_days(2010), _days(2014)]
    factors = shared.factors([_named(PAST), _named(PAST)], own)
    assert _shares(factors, 0, own[0])[2010] == pytest.approx(1)


def test_other_days_say_nothing() -> None:
    assert shared.factors([_named(PAST), _named("It broke on June 16, 2012.")], [_days(2010), _days(2012)]) == {}
    assert shared.factors([_named(PAST), _named(PAST)], [_days(2010), None]) == {}


def test_the_29th_of_february_is_a_day_like_others() -> None:
    leap = "The lock gate broke on February 29."
    factors = shared.factors([_named(leap), _named(f"{leap[:-1]}, 2012.")], [_days(*YEARS), _days(*YEARS)])
    assert _shares(factors, 0, _days(*YEARS))[2012] > 0.5


def test_the_folder_says_why() -> None:
    texts = {
        "a.txt": "ORD, May 20, 2012 (Wire) - The lock of Ord will be opened on June 15 by the canal board's Ada Penn.",
        "b.txt": "The canal board was told of a leak. The lock of Ord had been opened on June 15. Ada Penn was sorry.",
    }
    found = date_articles([analyse(Article(name, text), "mdy") for name, text in texts.items()], {})
    assert any("other articles name 15 June as well" in one.text for one in found["b.txt"].evidence)
    inside = sum(share for day, share in found["b.txt"].days if date(2012, 6, 15) <= day < date(2013, 6, 15))
    assert inside > 0.6
