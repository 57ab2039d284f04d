from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from newsline.dates.span import month, year
from newsline.events.merge import merge
from newsline.model import Factuality
from newsline.timeline.rank import rank
from tests.events.telling import on, published, told

DAM = "The Brackley dam burst above Harnvik and flooded the lower town"
MAYOR = "Mayor Ilse Tamm of Sollum resigned over the budget"
DAY = on(2019, 3, 4)


def ranked(*mentions, dates=None, copied=None):
    return rank(merge(mentions, dates or {}, copied or {}), dates or {}, copied)


def score(text, *mentions, **more):
    return next(event.score for event in ranked(*mentions, **more) if any(m.text == text for m in event.mentions))


def test_more_independent_articles_matter_more():
    single = score(DAM, told("a", DAM, DAY), told("z", MAYOR, on(2019, 5, 1)))
    three = score(DAM, *(told(name, DAM, DAY) for name in "abc"), told("z", MAYOR, on(2019, 5, 1)))
    assert three > single


def test_copies_are_one_voice():
    mentions = [told(name, DAM, DAY) for name in "abc"]
    assert score(DAM, *mentions, copied={"b": "a", "c": "a"}) < score(DAM, *mentions)


def test_what_is_still_told_a_year_later_matters_more():
    near, far = ({"a": published("a", on(*when))} for when in ((2019, 3, 5), (2020, 3, 5)))
    assert score(DAM, told("a", DAM, DAY), dates=far) > score(DAM, told("a", DAM, DAY), dates=near)


def test_the_lead_matters_more_than_the_end():
    assert score(DAM, told("a", DAM, DAY, sentence=0)) > score(DAM, told("a", DAM, DAY, sentence=30))


@pytest.mark.parametrize("status", [Factuality.POSSIBLE, Factuality.DENIED, Factuality.ONGOING])
def test_what_may_not_have_happened_matters_less(status):
    assert score(DAM, told("a", DAM, DAY, factuality=status)) < score(DAM, told("a", DAM, DAY))


def test_what_only_the_line_of_a_state_can_show_matters_less():
    state, cut = (score(DAM, replace(told("a", DAM, DAY), defect=defect)) for defect in ("state", "cut"))
    assert state < cut


def test_a_date_that_places_nothing_matters_less():
    assert score(DAM, told("a", DAM, year(1950))) < score(DAM, told("a", DAM, month(1950, 3)))


@given(st.lists(st.tuples(st.sampled_from([DAM, MAYOR]), st.integers(1, 9), st.floats(0, 1)), min_size=1, max_size=8))
def test_scores_lie_between_0_and_1_and_order_the_events(tellings):
    mentions = [told(f"{n}", text, on(2019, 3, day), fitness=fit) for n, (text, day, fit) in enumerate(tellings)]
    scores = [event.score for event in ranked(*mentions)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= value <= 1 for value in scores)


def test_the_wording_is_the_clause_that_stands_alone():
    (event,) = ranked(
        told("a", "It flooded the lower town of Harnvik when the Brackley dam burst", DAY, fitness=0.9),
        told("b", DAM, DAY, fitness=0.9),
    )
    assert (event.text, event.article) == (DAM, "b")
    assert event.mentions[1].text[event.start - event.mentions[1].start :] == DAM


def test_the_wording_is_that_of_the_report_not_of_the_plan():
    plan = told("a", "The Harnvik bridge will open to traffic again", DAY, factuality=Factuality.PLANNED, fitness=1.0)
    report = told("b", "The Harnvik bridge opened to traffic again", DAY, fitness=0.8)
    (event,) = ranked(plan, report)
    assert event.text == report.text


def test_the_wording_is_as_precise_as_the_date():
    vague = told("a", DAM, month(2019, 3), fitness=0.9)
    exact = told("b", "Water flooded the lower town of Harnvik after the Brackley dam burst", DAY, fitness=0.8)
    (event,) = ranked(vague, exact)
    assert event.article == "b"


def test_a_long_wording_gives_way():
    long = DAM + " while " + " and ".join(f"neighbours carried chair number {n}" for n in "abcdefghij")
    (event,) = ranked(told("a", long, DAY), told("b", DAM, DAY))
    assert event.text == DAM


def test_a_day_is_shown_by_no_line_of_its_month():
    vague = told("a", "In March the Brackley dam burst above Harnvik", month(2019, 3), fitness=0.9)
    plain = told("b", "The Brackley dam burst above Harnvik on Monday", DAY, fitness=0.7)
    (event,) = ranked(vague, plain)
    assert event.span == DAY
    assert event.text == plain.text


def test_a_plan_that_came_true_is_told_by_whoever_tells_that_it_did():
    plan = told(
        "a",
        "Mara Quist will be sworn in as mayor of Harnvik on Monday",
        DAY,
        factuality=Factuality.PLANNED,
        fitness=1.0,
    )
    done = told("b", "Quist was sworn in", DAY, fitness=0.3)
    noun = told("c", "Quist of Harnvik and Mayor", DAY, fitness=0.4)
    (event,) = ranked(plan, done, noun)
    assert (event.status, event.text) == (Factuality.HAPPENED, "Quist was sworn in")
