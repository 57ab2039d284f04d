"""The time of a small folder, and days that one article knows from another."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from newsline.dates import span as spans
from newsline.publication import era
from newsline.publication.days import YEARS
from newsline.publication.infer import date_articles
from newsline.publication.story import read_cases
from tests.publication.test_infer import analysis

OLD = "The lighthouse of Torbeg, built in 1974, lost its lamp in a storm on Tuesday, keeper Una Reith said."


def test_a_prior_follows_the_others_and_leaves_out_the_article_itself() -> None:
    first, second = era.priors(np.array([[1.0, 0.0], [0.01, 0.99]]), np.array([1974, 2011]))
    assert first[1] > first[0]
    assert second[0] > second[1]


def test_without_any_year_there_is_no_prior() -> None:
    assert not era.priors(np.zeros((2, 0)), np.array([], dtype=np.int64)).size


def _surely(years: list[int]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Articles of which each by itself says nine times in ten which year it is of."""
    every = np.arange(1995, 2025)
    return np.array([np.where(every == year, 0.9, 0.1 / (len(every) - 1)) for year in years])


@pytest.mark.parametrize(
    ("others", "near"), [([2008, 2008, 2009], True), ([2003, 2012, 2018], False), ([2000, 2008, 2016], False)]
)
def test_a_folder_over_many_years_draws_none_of_its_articles_far(others: list[int], near: bool) -> None:
    every = np.arange(1995, 2025)
    prior = era.priors(_surely([2022, *others]), every)[0]
    assert (prior[every == 2022] < prior.sum() / 500) == near


def test_a_year_of_history_does_not_date_an_article() -> None:
    found = date_articles([analysis(OLD, "a.txt")], {})["a.txt"]
    assert found.published is None or found.published.contains(spans.year(2011))


def test_history_gives_way_to_the_time_of_the_folder() -> None:
    beside = analysis("The Torbeg lamp is to shine again, the harbour office said.", "b.txt")
    found = date_articles([analysis(OLD, "a.txt"), beside], {"b.txt": spans.day(date(2011, 3, 20))})["a.txt"]
    assert sum(share for day, share in found.days if day.year in {2010, 2011, 2012}) > 0.5


@pytest.mark.parametrize(("weekday", "linked"), [("Tuesday", True), ("Wednesday", False)])
def test_a_weekday_here_and_a_date_there_date_the_article(weekday: str, linked: bool) -> None:
    storm = f"Keeper Una Reith watched the Torbeg lamp break in the storm on {weekday}."
    later = "The Torbeg lamp broke in the storm on 8 March, keeper Una Reith recalled."
    articles = [analysis(storm, "a.txt"), analysis(later, "b.txt")]
    found = date_articles(articles, {"b.txt": spans.day(date(2011, 4, 20))})["a.txt"]
    inside = sum(share for day, share in found.days if date(2011, 3, 8) <= day <= date(2011, 3, 14))
    assert (inside > 0.05) is linked
    assert any("another article dates" in reason.text for reason in found.evidence) is linked


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("The new lock at Torbeg is to open in March 2031, the harbour office said.", range(2027, 2032)),
        (
            "By the autumn of 2031 the lock at Torbeg, which was begun in 2027, will carry ships of any size.",
            range(2027, 2032),
        ),
    ],
)
def test_a_plan_dates_an_article_to_the_few_years_before(text: str, inside: range) -> None:
    (case,) = read_cases([analysis(text, "a.txt")], {})
    assert case.days is not None
    shares, _ = case.days.by_year()
    assert shares[YEARS.index(inside.start) : YEARS.index(inside.stop)].sum() > 0.7
    assert shares[YEARS.index(2032) :].sum() < 0.1
