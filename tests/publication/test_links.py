"""What articles of a folder tell each other of their days."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from newsline.publication import links
from newsline.publication.days import Days
from newsline.publication.infer import date_articles
from newsline.publication.layout import locate
from newsline.publication.said import Said, find, meant
from tests.publication.test_infer import analysis

STORM = "A storm tore the lamp from the Torbeg lighthouse {}, keeper Una Reith said."
AGAIN = "Keeper Una Reith told how a storm tore the lamp from the Torbeg lighthouse {}."
OTHER = "Bakers of Lindale won the county cup {}, the mayor said."
FEBRUARY = date(2011, 2, 8), date(2011, 2, 10)


def within(first: date, last: date) -> Days:
    """Each of some days as likely as another."""
    dates = np.arange(first.toordinal(), last.toordinal() + 1)
    return Days.of(dates, np.full(len(dates), 1 / len(dates)))


def heard(first: str, second: str, known: tuple[date, date], window: tuple[date, date] | None = None) -> Days:
    """The days of the first article, of early 2011 before it hears the second, which is of one of the `known` days."""
    analyses = [analysis(first, "a.txt"), analysis(second, "b.txt")]
    told = links.Links(analyses, [locate(one, lambda _: False) for one in analyses])
    own = [within(*(window or (date(2011, 1, 1), date(2011, 3, 31)))), within(*known)]
    gains, _ = told.hear(own, own)
    assert gains is not None
    shares = own[0].shares * np.exp(gains)
    return Days.of(own[0].dates, shares / shares.sum())


def share(days: Days, first: date, last: date) -> float:
    """The probability of some days."""
    return float(days.shares[(first.toordinal() <= days.dates) & (days.dates <= last.toordinal())].sum())


@pytest.mark.parametrize(
    ("mine", "theirs", "first", "last"),
    [
        ("on Sunday", "on 6 February 2011", date(2011, 2, 6), date(2011, 2, 12)),
        ("on Sunday", "early on Sunday", date(2011, 2, 6), date(2011, 2, 12)),  # neither knows which
        ("on Sunday", "last Sunday", date(2011, 2, 6), date(2011, 2, 12)),
        ("today", "on Sunday", date(2011, 2, 6), date(2011, 2, 6)),
        ("yesterday", "on Sunday", date(2011, 2, 6) + timedelta(1), date(2011, 2, 7)),
        ("last month", "on 6 January 2011", date(2011, 2, 1), date(2011, 2, 28)),
        ("four weeks ago", "on 6 January 2011", date(2011, 1, 30), date(2011, 2, 7)),
    ],
)
def test_both_mean_one_day(mine: str, theirs: str, first: date, last: date) -> None:
    days = heard(STORM.format(mine), AGAIN.format(theirs), FEBRUARY)
    even = ((last - first).days + 1) / len(days)
    assert share(days, first, last) > 2 * even
    assert first <= date.fromordinal(days.top) <= last


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (OTHER.format("on Sunday") + " It rained. It snowed. It hailed.", "on Monday"),
        (STORM.format("in the year 1974"), "on Sunday"),
        (STORM.format("on Sunday") + " The oil comes on 6 February.", "on 6 February 2011"),  # so Sunday is another day
    ],
)
def test_other_events_and_other_dates_are_not_tied(mine: str, theirs: str) -> None:
    days = heard(mine, AGAIN.format(theirs), FEBRUARY)
    assert share(days, date(2011, 2, 6), date(2011, 2, 12)) < 0.15


@pytest.mark.parametrize(
    ("told", "tied"),
    [
        ("Keeper Una Reith was arrested in June 2003.", True),
        ("Keeper Una Reith will be tried in June 2003.", False),  # still to come
        ("Keeper Una Reith was arrested in 2003.", False),  # a year holds too much else
    ],
)
def test_a_month_in_which_such_a_thing_happened_dates_an_article(told: str, tied: bool) -> None:
    mine = "Una Reith, the keeper of the Torbeg lamp, was arrested on Tuesday."
    days = heard(mine, told, (date(2005, 3, 1), date(2005, 3, 1)), (date(2003, 1, 1), date(2004, 12, 31)))
    assert (share(days, date(2003, 6, 1), date(2003, 7, 6)) > 0.15) is tied


@pytest.mark.parametrize(
    ("mine", "theirs", "years"),
    [
        ("The lock gate broke on June 15.", "The lock gate broke on June 15, 2012.", {2012, 2013}),
        ("The lock will be opened on June 15.", "The lock was opened on June 15, 2012.", {2011, 2012}),
    ],
)
def test_a_day_that_another_article_names_with_its_year_tells_the_year(mine: str, theirs: str, years: set[int]) -> None:
    known = date(2013, 5, 1), date(2013, 5, 1)
    shares, _ = heard(mine, theirs, known, (date(2010, 1, 1), date(2015, 12, 31))).by_year()
    assert sum(float(shares[year - 1800]) for year in years) > 0.5


def test_a_time_beyond_the_calendar_tells_nothing() -> None:
    days = heard(STORM.format("7,000,000 years after the eruption"), AGAIN.format("on 6 February 2011"), FEBRUARY)
    assert days.highest == pytest.approx(1 / len(days), rel=1e-3)


def test_no_pair_is_surer_than_the_chance_that_it_is_wrong() -> None:
    text = STORM.format("on Sunday")
    days = heard(text, text.replace("on Sunday", "on Sunday, 6 February 2011"), FEBRUARY)
    inside, outside = days.at(np.array([date(2011, 2, 8).toordinal(), date(2011, 3, 8).toordinal()]))
    assert 5 < inside / outside < np.exp(links.SURE) + 1


def test_an_article_is_believed_once_however_often_it_is_alike() -> None:
    """Its day is one of two weeks, one twice as likely: many words that are tied to it leave them so."""
    said = "Keeper Una Reith told on Sunday how the storm tore a {} from the Torbeg lighthouse."
    text = " ".join(said.format(what) for what in ("lamp", "lens", "ladder", "gallery", "vane"))
    first, second = date(2011, 2, 6), date(2011, 2, 13)
    analyses = [analysis(text, "a.txt"), analysis(text, "b.txt")]
    told = links.Links(analyses, [locate(one, lambda _: False) for one in analyses])
    sender = Days.of(np.array([first.toordinal(), second.toordinal()]), np.array([2 / 3, 1 / 3]))
    own = [within(first, second + timedelta(6)), sender]
    gains, _ = told.hear(own, own)
    assert gains is not None
    shares = np.exp(gains)
    assert 1.2 < shares[:7].sum() / shares[7:].sum() < 2.5


def test_what_one_is_told_is_not_told_back() -> None:
    analyses = [analysis(STORM.format("on Sunday"), "a.txt"), analysis(AGAIN.format("early on Sunday"), "b.txt")]
    told = links.Links(analyses, [locate(one, lambda _: False) for one in analyses])
    own = [within(date(2011, 1, 1), date(2011, 3, 31)), within(*FEBRUARY)]
    beliefs = list(own)
    found = []
    for _ in range(4):
        gains, _ = told.hear(own, beliefs)
        shares = own[0].shares * np.exp(gains)
        beliefs[0] = Days.of(own[0].dates, shares / shares.sum())
        found.append(beliefs[0].highest)
    assert found[1:] == pytest.approx(found[:-1], rel=0.02)


def test_the_reason_names_the_words_of_both() -> None:
    texts = STORM.format("on Sunday"), AGAIN.format("on 6 February 2011")
    found = date_articles([analysis(text, f"{n}.txt") for n, text in enumerate(texts)], {})["0.txt"]
    assert "what it tells of “Sunday” another article dates “6 February 2011”" in {one.text for one in found.evidence}


@pytest.mark.parametrize(
    ("phrase", "known", "dates"),
    [
        ("on 15 June", (date(2012, 8, 1), date(2012, 8, 20)), {date(2012, 6, 15)}),
        ("on 15 June last year", (date(2012, 1, 1), date(2012, 12, 30)), {date(2011, 6, 15)}),
        ("on Sunday", FEBRUARY, {date(2011, 2, 6)}),
        ("yesterday", FEBRUARY, {date(2011, 2, 7), date(2011, 2, 8), date(2011, 2, 9)}),
        ("on Sunday", (date(2011, 1, 1), date(2011, 12, 31)), set()),  # any of so many
    ],
)
def test_the_dates_that_words_may_mean(phrase: str, known: tuple[date, date], dates: set[date]) -> None:
    one = analysis(STORM.format(phrase), "a.txt")
    (told,) = find(0, one, locate(one, lambda _: False), {})
    assert isinstance(told, Said)
    assert {span.first for span, likely in meant(told, within(*known)) if likely > 0.1} == dates
