"""On which day of the week an outlet says that it appears."""

from __future__ import annotations

from datetime import date

import pytest

from newsline.dates import span as spans
from newsline.model import Article
from newsline.pipeline import analyse
from newsline.publication import regular
from newsline.publication.infer import date_articles

LONG = "The dam of the upper valley gave way on Tuesday, and the mayor was asked why no siren was heard. " * 6
MONDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = 0, 2, 3, 4, 5, 6


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("Ora Finch's column appears on Fridays.", FRIDAY),
        ("Ora Finch's column appears here every Friday.", FRIDAY),
        ("The Ledger is published every Thursday in Ord.", THURSDAY),
        ("Nora Vale writes from the hills every Saturday.", SATURDAY),
        ("The Post comes out on Sundays and is free.", SUNDAY),
        ("This letter goes out each Wednesday to 900 readers.", WEDNESDAY),
        ("The Courier is printed at Tarn and sent out on Mondays.", MONDAY),
        ("Until next Wednesday,\nR. K.", WEDNESDAY),
        ("See you next Friday.", FRIDAY),
        ("The Lamp will be back next Thursday.", THURSDAY),
        ("Tomorrow in the Sunday Post: the wolf is back.", SATURDAY),
        ("In tomorrow's Saturday Courier: ten walks.", FRIDAY),
    ],
)
def test_what_stands_below_an_article_tells_its_day(text: str, weekday: int) -> None:
    (clue,) = regular.clues(f"{LONG}\n{text}")
    assert (clue.table, clue.weekdays) == ("wd_regular", (weekday,))


@pytest.mark.parametrize(
    ("text", "table", "weekday"),
    [
        ("THE MOOR LETTER: your midweek note from Ord\n", "wd_midweek", WEDNESDAY),
        ("Weekend reading | Walks\n", "wd_weekend", SATURDAY),
        ("The Sunday Essay\nOra Finch\n", "wd_regular", SUNDAY),
        ("Moor Post\nFriday briefing\n", "wd_regular", FRIDAY),
    ],
)
def test_so_does_the_line_at_the_top(text: str, table: str, weekday: int) -> None:
    (clue,) = regular.clues(text + LONG)
    assert (clue.table, clue.weekdays) == (table, (weekday,))


@pytest.mark.parametrize(
    "text",
    [
        f"{LONG}\nThe index of prices is published every Thursday.",
        f"{LONG}\nThe bank's report on loans comes out on Mondays.",
        f"{LONG}\nThe council sits on Fridays.",
        f"{LONG}\nThe book is published on Thursday.",
        f"{LONG}\nThe trial goes on until Wednesday.",
        f"{LONG}\nThe team will be back on Friday.",
        f"The paper comes out on Sundays.\n{LONG}",
        f"At the Friday briefing the minister was asked about the dam, and he said that he knew of no siren.\n{LONG}",
        f"{LONG}\nTomorrow in Ord the wolf is back.",
    ],
)
def test_other_remarks_do_not(text: str) -> None:
    assert not [*regular.clues(text)]


def test_it_is_heard_and_said() -> None:
    text = (
        "The dam was opened in 2011. The dam gave way on Tuesday, 7 June 2016.\nThe Moor Post comes out every Friday."
    )
    given = {"a.txt": spans.between(spans.day(date(2016, 6, 8)), spans.day(date(2016, 6, 14)))}
    found = date_articles([analyse(Article("a.txt", text), "mdy")], given)["a.txt"]
    assert max(found.days, key=lambda pair: pair[1])[0] == date(2016, 6, 10)
    told = date_articles([analyse(Article("a.txt", text), "mdy")], {})["a.txt"]
    assert any(one.text.startswith("“comes out every Friday”") for one in told.evidence)


def _shares(text: str) -> dict[int, float]:
    """How likely each weekday is in a known week."""
    given = {"a.txt": spans.between(spans.day(date(2011, 2, 22)), spans.day(date(2011, 2, 28)))}
    found = date_articles([analyse(Article("a.txt", text), "mdy")], given)["a.txt"]
    return {day.weekday(): share for day, share in found.days}


@pytest.mark.parametrize("own", ["last night", "yesterday", "yesterday afternoon"])
def test_an_outlet_that_says_yesterday_names_other_days_by_their_weekdays(own: str) -> None:
    text = "The toll rose to 98 {}. On Wednesday the army came. The bank shut on Tuesday. It was founded in 2004."
    heard, plain = _shares(text.format(own)), _shares(text.format("in the end"))
    assert heard[FRIDAY] + heard[THURSDAY] > 0.5 > plain[FRIDAY] + plain[THURSDAY] + 0.2
    assert heard[WEDNESDAY] < 0.85 * plain[WEDNESDAY]


def test_what_is_quoted_is_not_the_outlets_own_yesterday() -> None:
    text = "“We slept {},” he said on Wednesday. The bank shut on Tuesday. It was founded in 2004."
    assert _shares(text.format("last night")) == pytest.approx(_shares(text.format("in the end")), abs=0.02)
