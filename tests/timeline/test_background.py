"""What lies long before the story is left out of a chronology that nobody gave a length."""

from __future__ import annotations

from newsline.dates.span import year
from newsline.events.merge import merge
from newsline.timeline.background import without_background
from tests.events.telling import on, published, told

OPENED = told("a", "The quay of Harnvik was opened to ships", year(1988))
SANK = told("a", "The ferry Corrin sank off Harnvik", on(2019, 3, 4))
BOUGHT = told("b", "The Sollum line bought the ferry Corrin", year(2016))
RAISED = told("b", "Cranes raised the wreck of the Corrin", on(2019, 5, 9))
TRIED = told("c", "Captain Tamm was tried at Sollum", on(2019, 9, 2))
DATINGS = {name: published(name, on(2019, 3, day)) for name, day in (("a", 5), ("b", 7), ("c", 9))}


def kept(*mentions, datings=DATINGS, large=False):
    return {event.text for event in without_background(merge(mentions, datings), datings, large)}


def test_what_one_article_recalls_of_long_ago_is_background():
    assert kept(OPENED, SANK, BOUGHT, RAISED, TRIED) == {m.text for m in (SANK, BOUGHT, RAISED, TRIED)}


def test_an_old_case_is_background_where_the_story_is_likened_to_it():
    quote = "It was the worst loss since the Aldane burned in 1988."
    likened = told("a", "the Aldane burned", year(1988), quote=quote)
    alone = told("a", "the Aldane burned", year(1988))
    assert likened.text not in kept(likened, SANK, BOUGHT, RAISED, TRIED)
    assert alone.text in kept(alone, SANK, BOUGHT, RAISED, TRIED)
    assert alone.text not in kept(alone, SANK, BOUGHT, RAISED, TRIED, large=True)


def test_what_is_told_by_its_day_is_no_background():
    exact = told("a", OPENED.text, on(1988, 5, 2))
    assert OPENED.text in kept(exact, SANK, BOUGHT, RAISED, TRIED)


def test_what_two_articles_recall_belongs_to_the_story():
    again = told("b", OPENED.text, year(1988))
    assert OPENED.text in kept(OPENED, again, SANK, BOUGHT, RAISED, TRIED)


def test_a_folder_about_the_past_is_told_whole():
    assert kept(OPENED, SANK) == {OPENED.text, SANK.text}


def test_without_a_dated_article_nothing_is_known_to_be_old():
    undated = {name: published(name, None) for name in "abc"}
    assert OPENED.text in kept(OPENED, SANK, BOUGHT, RAISED, TRIED, datings=undated)
