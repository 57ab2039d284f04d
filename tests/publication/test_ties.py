"""Days that two articles tell of in words of their own."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from newsline.publication.days import Days
from newsline.publication.layout import locate
from newsline.publication.links import Links
from newsline.publication.ties import solve
from tests.publication.test_infer import analysis

STORM = "A storm tore the lamp from the Torbeg lighthouse {}, keeper Una Reith said."
AGAIN = "Keeper Una Reith told how a storm tore the lamp from the Torbeg lighthouse {}."
OTHER = "Bakers of Lindale won the county cup {}, the mayor said."


def within(first: date, last: date) -> Days:
    """Each of some days as likely as another."""
    dates = np.arange(first.toordinal(), last.toordinal() + 1)
    return Days.of(dates, np.full(len(dates), 1 / len(dates)))


def heard(first: str, second: str, known: tuple[date, date]) -> dict[date, float]:
    """How likely each day of the first article is, of the first quarter of 2011 before, if the second is of `known`."""
    analyses = [analysis(first, "a.txt"), analysis(second, "b.txt")]
    told = Links(analyses, [locate(one, lambda _: False) for one in analyses])
    own = [within(date(2011, 1, 1), date(2011, 3, 31)), within(*known)]
    found = solve(told, own, [True, True], ["a", "b"])
    days = found[0].days if 0 in found else own[0]
    return dict(zip(map(date.fromordinal, days.dates.tolist()), days.shares.tolist(), strict=True))


@pytest.mark.parametrize(
    ("mine", "theirs", "first"),
    [
        ("on Sunday", "early on Sunday", date(2011, 2, 6)),
        ("on Sunday", "last Sunday", date(2011, 2, 6)),
        ("today", "on Sunday", date(2011, 2, 6)),
        ("yesterday", "on Sunday", date(2011, 2, 7)),
    ],
)
def test_both_mean_one_day(mine: str, theirs: str, first: date) -> None:
    days = heard(STORM.format(mine), AGAIN.format(theirs), (date(2011, 2, 8), date(2011, 2, 10)))
    week = {first + timedelta(n) for n in range(7)}
    assert days[first] > 2 * days[first - timedelta(7)]
    assert days[first] > 2 * days[first + timedelta(14)]
    assert max(days, key=lambda day: days[day]) in week


@pytest.mark.parametrize(
    ("mine", "theirs"), [(OTHER.format("on Sunday"), AGAIN), (STORM.format("in the year 1974"), AGAIN)]
)
def test_other_events_and_other_dates_are_not_tied(mine: str, theirs: str) -> None:
    days = heard(mine, theirs.format("on Sunday"), (date(2011, 2, 8), date(2011, 2, 10)))
    assert max(days.values()) == pytest.approx(min(days.values()))


def test_who_is_not_asked_hears_nothing() -> None:
    analyses = [analysis(STORM.format("on Sunday"), "a.txt"), analysis(AGAIN.format("on Sunday"), "b.txt")]
    told = Links(analyses, [locate(one, lambda _: False) for one in analyses])
    own = [within(date(2011, 1, 1), date(2011, 3, 31)), within(date(2011, 2, 8), date(2011, 2, 10))]
    assert not solve(told, own, [False, True], ["a", "b"])
    assert not solve(told, [None, own[1]], [True, True], ["a", "b"])


def test_the_reason_names_the_words_of_both() -> None:
    analyses = [analysis(STORM.format("on Sunday"), "a.txt"), analysis(AGAIN.format("early on Sunday"), "b.txt")]
    told = Links(analyses, [locate(one, lambda _: False) for one in analyses])
    own = [within(date(2011, 1, 1), date(2011, 3, 31)), within(date(2011, 2, 8), date(2011, 2, 10))]
    (reason,) = solve(told, own, [True, True], ["a.txt", "The lamp"])[0].reasons
    assert reason.text == "what it tells of “Sunday” The lamp tells of “early on Sunday”"
    assert reason.weight > 0
