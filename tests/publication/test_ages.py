"""Articles that lie years apart by how old somebody is in each."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest

from newsline.publication import ages, days
from newsline.publication.ages import Age
from newsline.publication.infer import date_articles
from newsline.publication.story import read_cases
from tests.publication.test_infer import analysis

OTHER = "Nora Quist, 30, was chosen as harbour master of Sundby."


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Nora Quist, 44, opened the new lock on Monday.", 44),
        ("Ms Quist, who is 51 now, would not be drawn.", 51),
        ("The lock was opened by Nora Quist (44).", 44),
        ("The harbour master, Nora Quist, aged 44, resigned.", 44),
        ("A 44-year-old engineer, Per Dahl, and the 39-year-old harbour master Nora Quist were fined.", 39),
        ("Nora Quist resigned on Friday. She is 44, and will not say why.", 44),
        ("Nora Quist, the harbour master, who is 44, resigned.", 44),
        ("Nora Quist has died in Sundby, aged 83.", 83),
        ("Nora Quist resigned. The 44-year-old had been ill.", 44),
        ("Nora Quist, forty-four, opened the lock.", 44),
        ("Quist, sixty, opened the lock.", 60),
    ],
)
def test_an_age_is_of_whom_it_stands_beside_or_who_was_named_last(text: str, years: int) -> None:
    first, second = ages.told([OTHER, text])
    assert first is not None
    assert second is not None
    assert (first.years, second.years) == (30, years)
    assert first.person == second.person == "quist"


@pytest.mark.parametrize(
    "text",
    [
        "Nora Quist was 19 when she first saw the sea.",
        "Nora Quist keeps 44 ducks on Pier 40.",
        "Nora Quist will be 44 in June.",
        "Nora Quist won by 44, 39 and 41 votes.",
        "Nora Quist, 30, opened the lock.",
        "Nora Quist, 31, opened the lock.",
        "Per Dahl, 44, opened the lock.",
        "It blew hard on Tuesday, 44, they say, in Sundby.",
        "Nora Quist, 44, opened it. Two years later Nora Quist, 46, shut it.",
        "Nora Quist, 4, opened the lock.",
        "It was shut on May 12, and again on July 24.",
    ],
)
def test_other_figures_are_no_ages_and_the_same_age_tells_nothing_apart(text: str) -> None:
    assert ages.told([OTHER, text]) == [None, None]


def test_the_person_of_most_articles_is_followed() -> None:
    texts = [
        "Nora Quist, 30, met Per Dahl, 61.",
        "Nora Quist, 33, met nobody.",
        "Nora Quist, 36, wrote to Per Dahl, 67.",
    ]
    assert [one and one.years for one in ages.told(texts)] == [30, 33, 36]


def test_nobody_is_followed_where_no_age_is_told() -> None:
    assert ages.told(["The lock was shut.", "The lock was opened."]) == [None, None]


YEARS = np.arange(2000, 2021)


def likely(shares: Mapping[int, float]) -> list[float]:
    return [shares.get(year, 0.0) for year in YEARS.tolist()]


ANY = [1 / len(YEARS)] * len(YEARS)


def test_an_age_moves_an_article_by_the_years_between() -> None:
    own = np.array([likely({2018: 1.0}), ANY, ANY])
    found = ages.factors(own, YEARS, {0: (52, 0.99), 1: (43, 0.99)})
    assert set(found) == {0, 1}
    years = found[1] / found[1].sum()
    assert years[(YEARS >= 2008) & (YEARS <= 2010)].sum() > 0.8
    assert YEARS[years.argmax()] == 2009


def test_one_age_alone_moves_nothing() -> None:
    own = np.array([likely({2018: 1.0}), ANY])
    (alone,) = ages.factors(own, YEARS, {0: (52, 0.99)}).values()
    assert np.allclose(alone, alone[0])
    assert ages.factors(own, YEARS, {}) == {}


def test_an_age_does_not_move_an_article_that_says_its_year() -> None:
    own = np.array([likely({2018: 1.0}), likely({2018: 0.999, 2009: 0.001})])
    posts = ages.factors(own, YEARS, {0: (52, 0.9), 1: (43, 0.9)})[1] * own[1]
    assert YEARS[posts.argmax()] == 2018


def test_the_ages_of_a_folder_date_its_articles_and_say_so() -> None:
    late = analysis("12 March 2019\n\nNora Quist, 52, left the harbour of Sundby on Monday.", "a.txt")
    early = analysis("Nora Quist, 43, was chosen as harbour master of Sundby on Monday.", "b.txt")
    (_, case) = read_cases([late, early], {})
    assert case.days is not None
    shares, _ = case.days.by_year()
    assert shares[days.YEARS.index(2008) : days.YEARS.index(2012)].sum() > 0.5
    found = date_articles([late, early], {})["b.txt"]
    assert any("9 years younger than in" in reason.text for reason in found.evidence)


def test_an_age_tells_its_words() -> None:
    assert ages.told([OTHER, "Ms Quist, who is 51 now, would not be drawn."])[1] == Age(
        "quist", 51, "“Ms Quist, who is 51”", ages.DIRECT
    )
