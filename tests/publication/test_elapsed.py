"""Counts from the day on which a large folder's subject began."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from newsline.dates import span as spans
from newsline.dates.span import Span
from newsline.publication import layout
from newsline.publication.days import Days, certain
from newsline.publication.density import Axis, Density
from newsline.publication.elapsed import Elapsed
from newsline.publication.infer import date_articles
from tests.publication.test_infer import analysis

BEGUN = date(2017, 3, 9)
TRADES = "bakers dyers smiths coopers weavers tanners masons potters millers saddlers".split()


def told(number: int, count: str = "") -> str:
    """One of many articles on one strike, each about a trade of its own."""
    trade = TRADES[number % len(TRADES)]
    return f"The {trade} of ward {number} met the council. The strike that began on 9 March went on.{count}"


def folder(counts: list[str]) -> Elapsed:
    texts = [told(number, count) for number, count in enumerate(counts)]
    analyses = [analysis(text, f"{number}.txt") for number, text in enumerate(texts)]
    return Elapsed(texts, [layout.locate(one, lambda _: False) for one in analyses])


def lie(runs: list[Days]) -> Density:
    """How articles lie in time."""
    return Density(Axis(runs), runs, 0.2, 20.0)


def weighed(count: str, other: str) -> tuple[date | None, Days | None, list[str]]:
    """The first of 61 articles, of an unknown day of 120, which counts so; every second other one counts so, too."""
    days = [BEGUN + timedelta(days=2 * number % 100 + 5) for number in range(60)]
    counts = [
        other.format(n=(day - BEGUN).days, w=(day - BEGUN).days // 7 + 1) if number % 2 else ""
        for number, day in enumerate(days)
    ]
    unknown = Days.told({(BEGUN + timedelta(days=step)).toordinal(): 1 / 120 for step in range(120)})
    runs = [unknown, *map(certain, days)]
    elapsed = folder([count, *counts])
    found = elapsed.weigh(runs, runs, lie(runs))[0]
    reasons = elapsed.reasons(0, found) if found else []
    return elapsed.since, found, [reason.text for reason in reasons]


COUNTED = " On day {n} of the strike all was quiet. {n} days after the walkout, this was its {w}th week."


@pytest.mark.parametrize(
    ("count", "first", "last"),
    [
        (" Day 40 of the strike was quiet.", 38, 42),
        (" It was the 40th day of the strike.", 38, 42),
        (" Forty days after the walkout, nothing moves.", 38, 43),
        (" This was the 6th week of the strike.", 35, 43),
        (" This was the sixth week of the strike.", 35, 43),
    ],
)
def test_a_count_dates_an_article_where_others_count_so_too(count: str, first: int, last: int) -> None:
    since, found, reasons = weighed(count, COUNTED)
    assert since == BEGUN
    assert found is not None
    assert first <= found.top - BEGUN.toordinal() <= last
    assert "9 March 2017" in reasons[0]


@pytest.mark.parametrize(
    "count",
    ["", " The mayor is 40 years old.", " It rained for two days.", " The mill reopens in the next six weeks."],
)
def test_what_is_no_count_of_days_past_says_nothing(count: str) -> None:
    _, found, reasons = weighed(count, " Day {n} of the strike was quiet.")
    assert found is not None
    assert max(found.shares) == pytest.approx(min(found.shares))
    assert not reasons


def test_counts_that_fit_no_articles_of_the_folder_say_nothing() -> None:
    since, found, reasons = weighed(" They waited 40 days.", " They waited {n}3 days.")
    assert found is not None
    assert max(found.shares) < 2 * min(found.shares)
    assert not reasons or since is None


def test_without_a_day_that_many_name_nothing_is_counted() -> None:
    texts = [f"Ward {number} met on day 40." for number in range(60)]
    elapsed = Elapsed(texts, [[] for _ in texts])
    runs = [certain(BEGUN + timedelta(days=number)) for number in range(60)]
    assert elapsed.weigh(runs, runs, lie(runs)) == runs
    assert elapsed.since is None


def test_the_count_decides_in_a_large_folder() -> None:
    days = [BEGUN + timedelta(days=2 * number % 100 + 5) for number in range(60)]
    texts = [told(number, f" Day {(day - BEGUN).days} of the strike was quiet.") for number, day in enumerate(days)]
    analyses = [analysis(text, f"{number}.txt") for number, text in enumerate(texts)]
    given: dict[str, Span] = {f"{number}.txt": spans.day(day) for number, day in enumerate(days)}
    last = analysis("Nobody sang in the chapel on day 70 of the strike that began on 9 March.", "last.txt")
    found = date_articles([*analyses, last], given)["last.txt"]
    likeliest = max(found.days, key=lambda pair: pair[1])[0]
    assert abs((likeliest - BEGUN).days - 70) <= 3
    assert any("may count from 9 March 2017" in reason.text for reason in found.evidence)
