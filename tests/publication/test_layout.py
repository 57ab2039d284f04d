"""Where a date stands in its page, and what that makes of it."""

from __future__ import annotations

from datetime import date

import pytest

from newsline.dates.tense import Tense
from newsline.model import Article
from newsline.pipeline import analyse
from newsline.publication import evidence, latest, layout
from newsline.publication.clues import Clue, Window

WINDOW = Window(date(2010, 1, 1).toordinal(), date(2014, 12, 31).toordinal())


def found(text: str) -> list[layout.Found]:
    return layout.locate(analyse(Article("a.txt", text), "mdy"), lambda _: False)


def first(text: str, words: str) -> layout.Found:
    return next(item for item in found(text) if words in item.expression.text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A report for the council, published on 9 February, found that the beams were thin.", "9 February"),
        ("The pictures, posted on 9 February, show the beams.", "9 February"),
        ("Those who crossed may come back through the post before 1 May, the ministry said.", "1 May"),
        ("The beams were made in the year of the first post office, 1 May being the day.", "1 May"),
    ],
)
def test_what_others_published_is_no_date_line(text: str, words: str) -> None:
    assert first(text, words).zone in layout.PROSE


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Beams fail\nPublished on 9 February 2012\nThe beams of the hall failed.", "9 February"),
        ("Beams fail\nLast updated 9 February 2012\nThe beams of the hall failed.", "9 February"),
        ("Beams fail\nPosted: 9 February 2012 10:15\nThe beams of the hall failed.", "9 February"),
    ],
)
def test_what_the_page_says_of_itself_is(text: str, words: str) -> None:
    item = first(text, words)
    assert item.zone in layout.STATED
    assert f"says {item.phrase}" in item.told


def test_a_date_with_an_hour_in_a_sentence_is_not_called_a_date_line() -> None:
    item = first("The hall fell on 9 February at 10.15pm, and nobody was in it.", "9 February")
    assert "date line" not in item.told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Pupils were told not to come back before March 14, and stayed at home.", "March 14"),
        ("The arrival was pencilled in for August when the ship left.", "August"),
    ],
)
def test_words_before_a_date_say_that_it_is_ahead(text: str, words: str) -> None:
    item = first(text, words)
    assert (item.ahead, item.expression.tense) == (True, Tense.FUTURE)


@pytest.mark.parametrize("text", ["The hall did not open before March 14.", "He wrote to her on March 14."])
def test_other_words_do_not(text: str) -> None:
    assert not first(text, "March 14").ahead


def _ahead(text: str) -> list[Clue]:
    return [clue for clue in latest.soonest_ahead(found(text)) if clue.table == "soonest_ahead"]


def test_a_year_that_only_names_a_thing_is_not_still_to_come() -> None:
    assert not _ahead("The state will buy the houses at the 2007 valuation.")
    assert _ahead("The state will buy the houses in 2013.")
    assert _ahead("The state will pay for the 2014 World Cup.")


def _barred(text: str) -> set[int]:
    clues = (clue for clue in latest.other_years(found(text)))
    return {date.fromordinal(day).year for clue in clues for span in clue.spans for day in span}


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("The notes, of October 2011, and the volumes, of August this year, dealt with it.", {2011}),
        ("It was fined on 3 May 2012 and in June 2011. On 27 July this year it was fined again.", {2011, 2012}),
        ("It was fined in October 2011. It is to be fined in August this year.", set()),
        ("It was fined in 2011. In August this year it was fined again.", set()),
        ("It was fined in October 2011. In August last year it was fined again.", set()),
        ("It was fined in October 2011. “In August this year we paid,” he said.", set()),
    ],
)
def test_a_year_that_is_called_this_year_is_not_named_as_well(text: str, years: set[int]) -> None:
    assert _barred(text) == years


@pytest.mark.parametrize(
    ("text", "begin", "end"),
    [
        ("In August this year the bank was fined.", (8, 1), (12, 31)),
        ("In August this year the bank will be sold.", (1, 1), (8, 31)),
    ],
)
def test_a_month_of_this_year_is_over_or_ahead(text: str, begin: tuple[int, int], end: tuple[int, int]) -> None:
    (clue,) = [one for one in evidence.clues(found(text), WINDOW) if one.table == "calendar"]
    assert (date(2012, *begin).toordinal(), date(2012, *end).toordinal()) in clue.spans


def test_a_feast_of_this_week_is_of_any_of_its_days() -> None:
    (clue,) = evidence.clues(found("The troops marched on this week's May Day."), WINDOW)
    assert all((last - begin) == 6 for begin, last in clue.spans)


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("They let the men go, a gesture for Christmas.", Tense.NONE),
        ("The men were let go. A truce for Christmas, which both had asked for, was broken.", Tense.PAST),
        ("The men came home at Christmas.", Tense.PAST),
    ],
)
def test_what_something_is_for_is_not_past(text: str, tense: Tense) -> None:
    (found,) = layout.locate(analyse(Article("a.txt", text), "mdy"), lambda _: False)
    assert found.expression.tense is tense
