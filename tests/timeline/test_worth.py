from __future__ import annotations

import pytest
from msgspec.structs import replace

from newsline.dates import span as spans
from newsline.dates.span import month
from newsline.dates.span import year as in_year
from newsline.events.merge import merge
from newsline.model import Factuality
from newsline.timeline.rank import rank
from newsline.timeline.select import LEAST_SCORE, Selection, select
from newsline.timeline.worth import worth_a_line
from tests.events.telling import on, told

MARCH = on(2019, 3, 4)
LINE = "The council of Sollum closed the old harbour bridge to lorries"


def events(*mentions):
    return rank(merge(mentions, {}), {})


def shown(found):
    return [event.text for event in found]


def worth(*mentions, articles=5):
    return shown(worth_a_line(events(*mentions), articles, LEAST_SCORE))


@pytest.mark.parametrize(
    "mention",
    [
        told("a", LINE, MARCH, sentence=5),
        told("a", LINE, MARCH, sentence=60),
        told("a", LINE, month(2019, 3), sentence=5),
        told("a", LINE, MARCH, sentence=5, factuality=Factuality.PLANNED),
        told("a", LINE, MARCH, sentence=5, factuality=Factuality.ONGOING),
        told("a", "It was closed to lorries by the council of Sollum on that day.", MARCH, sentence=9, fitness=1.0),
        replace(told("a", LINE, MARCH, sentence=9, fitness=1.0), defect="borrowed"),
    ],
)
def test_one_dated_sentence_is_enough_however_deep_in_an_article(mention):
    assert worth(mention) == [mention.text]


@pytest.mark.parametrize(
    "mention",
    [
        told("a", LINE, MARCH, sentence=1, lead=True),
        told("a", LINE, in_year(2019), sentence=20, fitness=0.5),
        told("a", "was closed to lorries", MARCH, sentence=5, fitness=0.3),
        told("a", "Friday's parade", MARCH, sentence=5, fitness=0.2),
        told("a", "It was closed to lorries", MARCH, sentence=9, fitness=0.2),
        replace(told("a", LINE, MARCH, sentence=9, fitness=0.2), defect="stub"),
        replace(told("a", LINE, MARCH, sentence=9, fitness=0.2), defect="state"),
        told("a", LINE, MARCH, sentence=9, factuality=Factuality.POSSIBLE, fitness=0.3),
    ],
)
def test_what_is_hardly_an_event_or_cannot_be_printed_is_left_out(mention):
    assert worth(mention) == []


@pytest.mark.parametrize(
    ("before", "shows"),
    [("The council of Sollum was older when ", True), ("The mayor of Sollum left and ", False)],
)
def test_a_line_that_holds_the_noun_of_its_pronoun_leans_on_nothing(before, shows):
    clause = told("a", "it closed the old harbour bridge to lorries", MARCH, sentence=9, fitness=0.2)
    start, whole = clause.start - len(before), before + clause.text
    mention = replace(clause, quote=whole, quote_start=start, line=(start, clause.end))
    assert worth(mention) == ([whole] if shows else [])


def test_what_two_articles_tell_is_worth_more():
    one = told("a", "closed the old harbour bridge", in_year(2019), sentence=20, fitness=0.4)
    assert worth(one) == []
    assert len(worth(one, replace(one, article="b"), replace(one, article="c"))) == 1


def test_a_headline_is_told_where_its_article_tells_nothing_else():
    headline = told("a", "Council closes harbour bridge to lorries", MARCH, lead=True)
    beside = told("a", "Mayor Ilse Tamm resigned over the budget of the town", on(2019, 2, 1), sentence=4)
    assert worth(headline) == [headline.text]
    assert worth(headline, beside) == [beside.text]
    assert sorted(worth(headline, replace(beside, article="b"))) == sorted([headline.text, beside.text])


def test_whoever_asks_for_a_length_gets_it_whatever_the_events_are_worth():
    found = events(told("a", "Friday's parade", MARCH, sentence=5, fitness=0.0))
    assert shown(select(found)) == []
    assert shown(select(found, Selection(limit=5))) == ["Friday's parade"]


def test_an_article_by_itself_is_told_more_fully():
    year = told("a", "The museum bought the drawing of the harbour at auction", in_year(1936), sentence=5)
    assert worth(year, articles=1) == [year.text]
    assert worth(year, articles=20) == []


def test_an_event_on_one_of_many_weekdays_is_hardly_placed():
    near = spans.one_of([on(2019, 3, 4), on(2019, 3, 11), on(2019, 3, 18)])
    far = spans.one_of([on(2019, 3, 4), on(2019, 3, 11), on(2019, 3, 18), on(2019, 9, 2)])
    assert worth(told("a", LINE, near, sentence=5, fitness=0.5)) == [LINE]
    assert worth(told("a", LINE, far, sentence=5, fitness=0.5)) == []
