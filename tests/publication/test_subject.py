"""From which day the articles of a small folder count."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from newsline.dates import span as spans
from newsline.dates.units import Unit
from newsline.model import Dating
from newsline.publication import layout, readings
from newsline.publication.counts import Count, Reading
from newsline.publication.infer import date_articles
from tests.publication.test_infer import analysis

BLAST = "TORBEG, March 9 - A blast at the mill on Thursday killed four."


def read(*texts: str) -> list[Reading]:
    analyses = [analysis(text, f"{number}.txt") for number, text in enumerate(texts)]
    return readings.read(analyses, [layout.locate(one, lambda _: False) for one in analyses])


def dated(*texts: str, first: date | None = None) -> dict[str, Dating]:
    analyses = [analysis(text, f"{number}.txt") for number, text in enumerate(texts)]
    return date_articles(analyses, {"0.txt": spans.day(first)} if first else {})


WEEK = "The harbour of Torbeg opened again a week after the blast, its master said."


@pytest.mark.parametrize(
    ("text", "published", "wanted"),
    [
        ("The mill said on Monday, four days after the blast, that it would close.", date(2017, 3, 13), True),
        ("The mill said on Monday, four days after the blast, that it would close.", date(2017, 3, 20), False),
        ("Tomorrow the bells will ring for the first anniversary of the blast.", date(2018, 3, 8), True),
        ("Tomorrow the bells will ring for the first anniversary of the blast.", date(2018, 3, 9), False),
        ("Bells rang on Friday, exactly a year after the blast.", date(2018, 3, 9), True),
        ("It is six months on Saturday since the blast, the keeper says.", date(2017, 9, 6), True),
        ("It is six months on Saturday since the blast, the keeper says.", date(2017, 9, 20), False),
    ],
)
def test_a_count_fits_the_days_that_it_may_be_of(text: str, published: date, wanted: bool) -> None:
    counts = read(text, WEEK)[0].counts
    fits = [count.density(_days(published), date(2017, 3, 9).toordinal())[0] for count in counts]
    assert len(fits) == 1
    assert (fits[0] > 0) == wanted


def _days(day: date) -> np.ndarray[tuple[int], np.dtype[np.int64]]:

    return np.array([day.toordinal()])


@pytest.mark.parametrize(
    "texts",
    [
        [WEEK, "The keeper painted his boat on Monday."],
        ["A week after the wedding the keeper left.", "Two days after the flood he was back."],
        ["Three days after the protests the keeper left.", "A week after the protests he was back."],
        ["A day after he had sung the keeper left.", "Two days after he had sung he was back."],
        ["The keeper came ten thousand years after the flood.", "Two seconds after the flood he left."],
    ],
)
def test_nothing_is_read_where_the_articles_do_not_count_from_one_happening(texts: list[str]) -> None:
    assert not any(one.counts for one in read(*texts))


def test_a_day_to_which_is_counted_is_not_that_of_the_happening() -> None:
    found = read("On 11 March, two days after the blast, the mill was sold.", WEEK)[0]
    assert [(named.day, named.back) for named in found.named] == [(11, 2)]
    assert not found.counts


def test_a_weekday_here_and_a_date_there_tell_the_year() -> None:
    others = [
        "The blast of 9 March killed four and took the roof of the mill, which was built in 2014.",
        "The mill will not be built again, its owner said on Saturday, two days after the blast.",
    ]
    found = dated(*others)["1.txt"]
    assert found.published == spans.day(date(2017, 3, 11))  # a Saturday; in 2015 and 2016 it was none


def test_an_anniversary_is_dated_by_the_day_that_others_know() -> None:
    anniversary = "Tomorrow the bells of Torbeg will ring for the first anniversary of the blast."
    found = dated(BLAST, WEEK, anniversary, first=date(2017, 3, 10))["2.txt"]
    assert max(found.days, key=lambda pair: pair[1])[0] == date(2018, 3, 8)
    assert any("anniversary" in reason.text for reason in found.evidence)


def test_a_count_from_something_else_dates_nothing() -> None:
    other = "The keeper of Torbeg left on Monday, three days after the wedding."
    alone = dated(BLAST, other, first=date(2017, 3, 10))["1.txt"]
    beside = dated(BLAST, other, WEEK, first=date(2017, 3, 10))["1.txt"]
    assert not [reason for one in (alone, beside) for reason in one.evidence if "counts from" in reason.text]


def test_an_exact_count_names_the_day_from_which_it_is() -> None:
    weekday = Count("", 2, Unit.DAY, 0, 0.9, weekday=5)
    assert weekday.exactly(date(2017, 3, 12).toordinal()) == date(2017, 3, 9).toordinal()
