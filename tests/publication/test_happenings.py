"""What happened once and has a name, told with its day or counted from the day of writing."""

from __future__ import annotations

from datetime import date

import pytest

from newsline.publication import facts, happenings


def _clues(text: str) -> dict[str, list[tuple[str, str]]]:
    """The rows of the clues with the first and the last days of their stretches."""
    found: dict[str, list[tuple[str, str]]] = {}
    for clue in happenings.clues(text):
        found.setdefault(clue.table.replace("told_past", "told_week"), []).extend(
            (str(date.fromordinal(a)), str(date.fromordinal(b))) for a, b in clue.spans
        )
    return found


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The mayor flies on Friday to the funeral of Pope Francis, who died on Monday.", "2025-04-21", "2025-04-27"),
        ("Nelson Mandela, who died on Thursday aged 95, loved the dam.", "2013-12-05", "2013-12-11"),
        ("Nelson Mandela, 95, died yesterday.", "2013-12-06", "2013-12-06"),
        ("Jimmy Carter, the former president who died on Sunday, built it.", "2024-12-29", "2025-01-04"),
        ("Jimmy Carter, the former president, has died on Sunday.", "2024-12-29", "2025-01-04"),
        ("Flags flew low on Thursday for David Bowie, who died last week.", "2016-01-11", "2016-01-17"),
        ("Shops play David Bowie, who died this month.", "2016-01-01", "2016-01-31"),
        ("Shops play Whitney Houston, who died last month.", "2012-03-01", "2012-03-31"),
        ("Shops play Amy Winehouse, who died last year.", "2012-01-01", "2012-12-31"),
        ("Shops play Amy Winehouse, who died two weeks ago.", "2011-08-02", "2011-08-10"),
        ("On Sunday Slobodan Milosevic had the dam; on Saturday Slobodan Milosevic died.", "2006-03-11", "2006-03-17"),
        ("Pope Francis will be buried on Saturday.", "2025-04-20", "2025-04-26"),
        ("Two weeks ago Amy Winehouse died.", "2011-08-02", "2011-08-10"),
        ("Last month Whitney Houston died.", "2012-03-01", "2012-03-31"),
        ("Yesterday Nelson Mandela died.", "2013-12-06", "2013-12-06"),
        ("Boris Johnson resigned as prime minister on Thursday.", "2022-07-07", "2022-07-13"),
        ("Boris Johnson quit on Thursday.", "2022-07-07", "2022-07-13"),
        ("Mikhail Khodorkovsky was arrested on Saturday.", "2003-10-25", "2003-10-31"),
        ("Benazir Bhutto was assassinated last Thursday.", "2007-12-28", "2008-01-05"),
        ("Trade fell after last month’s collapse of Lehman Brothers.", "2008-10-01", "2008-10-31"),
        ("Trade fell after the collapse of Lehman Brothers last week.", "2008-09-21", "2008-09-28"),
        ("Banks will shut tomorrow for the funeral of Ronald Reagan.", "2004-06-10", "2004-06-10"),
        ("Trade fell after last September’s collapse of Lehman Brothers.", "2008-10-01", "2009-09-30"),
        ("Trade fell after the collapse of Lehman Brothers in September last year.", "2009-01-01", "2009-12-31"),
        ("Trade fell after Monday’s collapse of Lehman Brothers.", "2008-09-15", "2008-09-21"),
        ("Streets are hung for next month’s coronation of King Charles III.", "2023-04-01", "2023-04-30"),
        ("Streets are hung for tomorrow’s coronation of King Charles III.", "2023-05-05", "2023-05-05"),
        ("Streets are hung for this week’s coronation of King Charles III.", "2023-05-01", "2023-05-07"),
        ("The storm before last year’s Brexit referendum felled it.", "2017-01-01", "2017-12-31"),
    ],
)
def test_told_with_its_day(text: str, first: str, last: str) -> None:
    assert (first, last) in _clues(text).get("told_week", [])


@pytest.mark.parametrize(
    "text",
    [
        "Boris Johnson resigned as foreign secretary on Monday.",
        "Boris Johnson resigned on Monday.",  # that was as foreign secretary
        "Nelson Mandela, whose son died on Thursday, wept.",
        "Nelson Mandela, said the friend, died on Thursday, 5 December 2013.",
        "Pope Francis said that the abbot died on Monday.",
        "Ada Mandela died on Thursday.",
        "Pope Francis, who died in April 2025, had the dam blessed on Monday.",
        "Elizabeth Penn, who died on Thursday, had the dam.",
        "Shops play Ada Winehouse, who died last year.",
        "Nelson Mandela’s guard died on Thursday.",
        "Boris Johnson quit smoking, as president of the club has it, on Friday.",
    ],
)
def test_no_day_is_told(text: str) -> None:
    assert "told_week" not in _clues(text)


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("Prime Minister Modi has opened the dam.", "acts_in_office"),
        ("Prime Minister Modi arrived on Friday.", "acts_in_office"),
        ("Vice-President J.D. Vance called.", "acts_in_office"),
        ("The dam of Prime Minister Modi leaks.", "in_office"),
        ("Prime Minister Modi said so in 2015.", "in_office"),
        ("The crowd wept for the late Pope Francis.", "has_begun"),
        ("The crowd wept when Pope Francis died.", "has_begun"),
        ("The crowd saw Pope Francis’s coffin.", "has_begun"),
    ],
)
def test_who_acts_is_in_office_and_who_is_dead_is_not(text: str, table: str) -> None:
    assert {clue.table for clue in facts.clues(text)} & {"acts_in_office", "in_office", "has_begun"} == {table}


def test_who_acts_weighs_once() -> None:
    text = "The dam of Prime Minister Modi leaks. Prime Minister Modi has said so."
    assert [clue.table for clue in facts.clues(text)] == ["acts_in_office"]


def test_the_funeral_of_somebody_tells_of_no_office() -> None:
    assert {clue.table for clue in facts.clues("Crowds walk to the funeral of Pope Francis.")} == {"foreseen_named"}


@pytest.mark.parametrize(
    ("text", "tables"),
    [
        ("Crowds call for President Hosni Mubarak's resignation.", {"in_office"}),
        ("Crowds mark President Hosni Mubarak's resignation.", {"has_begun"}),
        ("They would not talk until President Hosni Mubarak resigned.", {"in_office"}),
    ],
)
def test_an_end_that_is_only_asked_for(text: str, tables: set[str]) -> None:
    assert {clue.table for clue in facts.clues(text)} & {"in_office", "has_begun"} == tables
