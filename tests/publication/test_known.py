"""What the almanac knows of people, words and happenings, as evidence of when a text was written."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from newsline.model import Article
from newsline.pipeline import analyse
from newsline.publication import cases, evidence, facts, story, weekdays
from newsline.publication.clues import Window, score

WINDOW = Window(date(1950, 1, 1).toordinal(), date(2029, 12, 31).toordinal())


def _clues(text: str) -> set[tuple[str, int]]:
    """The rows of the clues with the first year of what they name."""
    return {(clue.table, date.fromordinal(clue.spans[0][0]).year) for clue in facts.clues(text)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("President Dilma Rousseff opened the dam.", {("in_office", 2011)}),
        ("The prime minister, Theresa May, opened the dam.", {("in_office", 2016)}),
        ("Angela Merkel, the German chancellor, opened the dam.", {("in_office", 2005)}),
        ("The former prime minister, Theresa May, opened the dam.", set()),
        ("Crowds recalled the overthrow of President Mubarak.", set()),
        ("Theresa May opened the dam.", set()),
        ("New PM Theresa May opened the dam.", {("in_office", 2016), ("new_in_office", 2016)}),
        ("The pm shift was May's.", set()),
        (
            "Theresa May resigned the same evening, after three years as prime minister.",
            {("in_office", 2016), ("deed_told", 2019)},
        ),
        ("Theresa May was replaced as prime minister.", {("in_office", 2016)}),
        ("Theresa May resigned. Nobody saw her as prime minister.", {("deed_told", 2019)}),
        ("Theresa May praised the dam as home secretary.", set()),
        ("President-elect Javier Milei spoke of the dam.", {("before_office", 2023)}),
        ("President-elect Milei’s party spoke of the dam.", {("before_office", 2023)}),
        ("President-elect Barack Obama’s party spoke of the dam.", {("before_office", 2008)}),
        ("President-elect Ada Penn spoke of the dam.", set()),
        ("Crowds waited for President Bush.", {("in_office", 1989)}),  # and again from 2001
        ("Trade in the EU fell.", {("has_begun", 1991)}),
        ("Les ponts que j'ai eu.", set()),
        ("The ward was full of patients with Covid-19.", {("has_begun", 2020)}),
        ("Soviet television showed the dam.", {("in_era", 1922)}),
        ("It was the worst blaze since the Grenfell Tower fire.", {("event_named", 2017)}),
    ],
)
def test_what_is_known(text: str, told: set[tuple[str, int]]) -> None:
    assert _clues(text) == told


def test_years_known() -> None:
    assert facts.years_known("President Dilma Rousseff spoke of the Grenfell Tower fire.") == {*range(2011, 2018)}
    assert facts.years_known("Soviet television showed the dam.") == set()
    assert min(facts.years_known("President Vladimir Putin spoke.")) == 1999


def test_every_long_office_ends_within_reach() -> None:
    assert len(facts.years_known("President Robert Mugabe spoke.")) == facts.LONGEST + 1


def _found(*texts: str) -> list[cases.Case]:
    analyses = [analyse(Article(f"{number}.txt", text), "mdy") for number, text in enumerate(texts)]
    return cases.found_in(analyses, {})


def test_the_years_between_what_was_and_what_is_to_come_are_looked_at() -> None:
    found = _found("The mill was shut in 1996.", "The town will have a new mill by 2007.")
    assert {1997, 2003, 2007} <= story.story_years(found)


def test_no_year_before_the_latest_that_is_past_is_added() -> None:
    found = _found("Forty men died here in 1938.", "The pit was shut in 1986.")
    assert 1960 not in story.story_years(found)


@pytest.mark.parametrize(
    ("phrase", "last"), [("in early May", 10), ("in the middle of May", 21), ("at the end of May", 31), ("in May", 31)]
)
def test_a_part_of_a_month_is_over_sooner(phrase: str, last: int) -> None:
    (case,) = _found(f"The first were moved {phrase} and the last in 1986.")
    months = [one for one in evidence.clues(case.found, WINDOW) if one.table == "month_past"]
    assert {date.fromordinal(span[1]).day for span in months[0].spans} == {last}


def test_a_plan_is_no_date_nearby() -> None:
    (case,) = _found("The old quay was built in 1977. A new one is to be opened in the autumn of 2028.")
    tables = {clue.table for clue in evidence.clues(case.found, WINDOW)}
    assert "soonest_ahead" in tables
    assert "part_year_future" not in tables


@pytest.mark.parametrize(
    ("text", "linked", "run"),
    [
        (
            "Police searched the club on Tuesday. Its owner denied on Wednesday that he had known.",
            False,
            ("wd_two", (1, 2)),
        ),
        ("They met on Friday, rested on Saturday and left on Sunday.", False, ("wd_more", (4, 5, 6))),
        ("They met on Friday, rested on Saturday and left on Sunday.", True, None),
        ("Police searched the club on Tuesday. The owner will speak on Thursday.", False, None),
        ("Police searched the club on Tuesday. They had waited until Tuesday.", False, None),
    ],
)
def test_weekdays_of_the_past_are_one_run(text: str, linked: bool, run: tuple[str, tuple[int, ...]] | None) -> None:
    (case,) = _found(text)
    found = list(weekdays.clues(case.found, linked))
    assert [(one.table, one.weekdays) for one in found if one.table in {"wd_two", "wd_more"}] == ([run] if run else [])


def test_what_was_denied_on_a_wednesday_is_hardly_told_on_a_tuesday() -> None:
    (case,) = _found("Police searched the club on Tuesday. Its owner denied on Wednesday that he had known.")
    tuesday = date(1990, 1, 2).toordinal()
    run, apart = (
        score(list(weekdays.clues(case.found, linked)), np.array([tuesday, tuesday + 1])) for linked in (False, True)
    )
    assert run[1] - run[0] > 1 + apart[1] - apart[0]
