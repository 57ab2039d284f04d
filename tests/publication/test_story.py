"""The time of a small folder, and days that one article knows from another."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from newsline.dates import span as spans
from newsline.publication import era, story
from newsline.publication.cases import found_in
from newsline.publication.days import YEARS, Days
from newsline.publication.infer import date_articles
from newsline.publication.story import read_cases
from tests.publication.test_infer import analysis

OLD = "The lighthouse of Torbeg, built in 1974, lost its lamp in a storm on Tuesday, keeper Una Reith said."


def told(*shares: tuple[date, float]) -> Days:
    """An article that says of each day how likely it is."""
    return Days.told({day.toordinal(): share for day, share in shares})


def anywhere(first: int, last: int) -> Days:
    """An article that may be of any day of some years."""
    days = np.arange(date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal() + 1)
    return Days.of(days, np.full(len(days), 1 / len(days)))


def test_a_prior_follows_the_others_and_leaves_out_the_article_itself() -> None:
    old, new = date(1994, 5, 1), date(2011, 5, 1)
    first, second = era.priors([told((old, 0.9), (new, 0.1)), told((old, 0.1), (new, 0.9))])
    assert first is not None
    assert second is not None
    assert first[1] > first[0]
    assert second[0] > second[1]


def test_without_any_day_there_is_no_prior() -> None:
    assert era.priors([None, None]) == [None, None]


def test_an_article_alone_has_no_time_but_that_of_files() -> None:
    (prior,) = era.priors([anywhere(1990, 2010)])
    assert prior is not None
    assert prior.max() < 1.5 * np.median(prior)


@pytest.mark.parametrize("after", [0, 45, 200])
def test_the_nearer_to_the_others_the_likelier(after: int) -> None:
    known = told((date(2008, 3, 3), 1.0))
    mine = anywhere(2000, 2016)
    prior = era.priors([mine, known, known])[0]
    assert prior is not None
    here = prior[mine.dates == date(2008, 3, 3).toordinal() + after]
    assert here > 3 * prior[mine.dates == date(2008, 3, 3).toordinal() + after + 365]
    assert here > prior[mine.dates == date(2008, 3, 3).toordinal() - after - 30]


@pytest.mark.parametrize(
    ("others", "near"), [([2008, 2008, 2009], True), ([2003, 2012, 2018], False), ([2000, 2008, 2016], False)]
)
def test_a_folder_over_many_years_draws_none_of_its_articles_far(others: list[int], near: bool) -> None:
    mine = anywhere(1995, 2024)
    prior = era.priors([mine, *(told((date(year, 6, 1), 1.0)) for year in others)])[0]
    assert prior is not None
    late = prior[mine.dates >= date(2022, 1, 1).toordinal()].sum() / prior.sum()
    assert (late < 0.005) == near


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
    ("told", "linked"),
    [
        ("Tuesday of last week", True),
        ("Tuesday last week", True),
        ("Wednesday of last week", False),
        ("Wednesday last week", False),
    ],
)
def test_a_day_of_last_week_here_and_a_date_there_date_the_article(told: str, linked: bool) -> None:
    storm = f"Keeper Una Reith watched the Torbeg lamp break in the storm on {told}."
    later = "The Torbeg lamp broke in the storm on 8 March, keeper Una Reith recalled."
    articles = [analysis(storm, "a.txt"), analysis(later, "b.txt")]
    found = date_articles(articles, {"b.txt": spans.day(date(2011, 4, 20))})["a.txt"]
    inside = sum(share for day, share in found.days if date(2011, 3, 14) <= day <= date(2011, 3, 20))
    assert (inside > 0.05) is linked


def test_a_day_of_last_year_is_a_day_of_the_year_for_others() -> None:
    inside = []
    for weekday in ("Tuesday", "Wednesday"):
        storm = f"Keeper Una Reith watched the Torbeg lamp break in the storm on {weekday}. It was lit in 2010."
        later = "The Torbeg lamp broke in the storm on 8 March last year, keeper Una Reith recalled."
        (case, _) = read_cases([analysis(storm, "a.txt"), analysis(later, "b.txt")], {})
        assert case.days is not None
        inside.append(float(case.days.at(np.arange(date(2011, 3, 8).toordinal(), date(2011, 3, 15).toordinal())).sum()))
    assert inside[0] > 2 * inside[1]


@pytest.mark.parametrize(("said", "linked"), [("9 March", True), ("8 March", False)])
def test_a_day_that_the_article_names_itself_is_not_its_tuesday(said: str, linked: bool) -> None:
    storm = "Keeper Una Reith watched the Torbeg lamp break in the storm on Tuesday."
    own = f"{storm} The oil is to come on {said} at the latest."
    later = "The Torbeg lamp broke in the storm on 8 March, keeper Una Reith recalled."
    (case, _) = read_cases([analysis(own, "a.txt"), analysis(later, "b.txt")], {"b.txt": spans.day(date(2011, 4, 20))})
    assert any("“Tuesday”" in reason.text for reason in case.links) is linked


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


def test_years_may_be_counted_from_a_date_that_the_article_names() -> None:
    lead = "A keeper who vanished from the Torbeg rock seven years ago must have drowned, a court found."
    (case,) = read_cases([analysis(f"{lead} Una Reith was last seen on 18 August 1996.", "a.txt")], {})
    assert case.days is not None
    shares, _ = case.days.by_year()
    assert shares[YEARS.index(2003) : YEARS.index(2005)].sum() > 0.4
    alone = read_cases(
        [analysis(f"{lead.replace('seven years ago', 'in a fog')} She was seen on 18 August 1996.", "a.txt")], {}
    )
    assert alone[0].days is not None
    shares, _ = alone[0].days.by_year()
    assert shares[YEARS.index(2003) : YEARS.index(2005)].sum() < 0.1


CONCLAVE = "Una Reith lit the lamp when Pope Francis was elected on Wednesday."


@pytest.mark.parametrize("year", [2021, 2022])
def test_one_that_looks_back_tells_of_no_other_that_it_is_as_late(year: int) -> None:
    late = analysis(f"The Torbeg lamp was mended in {year}.", "b.txt")
    assert 2013 in story.story_years(found_in([analysis(CONCLAVE, "a.txt"), late], {}))


def test_an_article_is_as_late_as_what_it_looks_back_on_itself() -> None:
    both = analysis(CONCLAVE + " The Torbeg lamp was mended in 2021.", "a.txt")
    assert 2013 not in story.story_years(found_in([both], {}))


def test_years_are_counted_from_the_date_that_fits_best() -> None:
    told = (
        "Six and a half years after the Torbeg lamp was put out, it is to shine again. It was put out in March 2018. "
        "Keeper Una Reith retired in May 2021, and in November 2022 the harbour office changed its rules."
    )
    found = date_articles([analysis(told, "a.txt")], {})["a.txt"]
    shares = {year: sum(share for day, share in found.days if day.year == year) for year in (2024, 2027, 2028)}
    assert shares[2024] > 2 * (shares[2027] + shares[2028])
