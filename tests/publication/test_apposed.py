"""Dates that are said in two ways, one of them counted from the day of publication."""

from __future__ import annotations

from datetime import date

import pytest

from newsline.dates import expression as ex
from newsline.dates.tense import Tense
from newsline.model import Article
from newsline.pipeline import analyse
from newsline.publication import evidence, layout, outright, weekdays
from newsline.publication.clues import Window
from newsline.publication.infer import date_articles


def _found(text: str) -> list[layout.Found]:
    return layout.locate(analyse(Article("a.txt", text), "mdy"), lambda _: False)


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("The board of the dairy met on Tuesday evening, July 18, in the hall.", 1),
        ("The dairy burned on Wednesday night, 3 June, and nobody saw it.", 2),
        ("The dairy was sold on Monday (June 3) to a bank.", 0),
    ],
)
def test_a_weekday_and_the_day_of_the_year_behind_it_are_one_date(text: str, weekday: int) -> None:
    (item,) = _found(text)
    assert isinstance(item.expression.meaning, ex.Dated)
    assert item.expression.meaning.weekday == weekday
    assert text[item.expression.start : item.expression.end] == item.expression.text


@pytest.mark.parametrize(
    "text",
    [
        "The dairy opens on Tuesday evening, and on July 18 it shuts.",
        "The dairy was sold on Monday. June 3 is its last day.",
        "The dairy was sold on Monday, the 3,000 cows were not.",
        "The dairy was sold on Monday, June's milk with it.",
        "Water off in Moot on Sunday\nBlack Friday: two hurt in a crush\n",
    ],
)
def test_other_weekdays_stand_alone(text: str) -> None:
    assert not any(isinstance(item.expression.meaning, ex.Dated) or item.same for item in _found(text))


WINDOW = Window(date(2018, 1, 1).toordinal(), date(2018, 12, 31).toordinal())


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The ballot of the pilots closed at noon yesterday (25 October).", (10, 26), (10, 26)),
        ("The court ruled today, June 3, for the pilots.", (6, 3), (6, 3)),
        ("The pilots vote tomorrow, May 5, on the offer.", (5, 4), (5, 4)),
        ("The pilots met the day before yesterday, May 4, in Ord.", (5, 6), (5, 6)),
        ("The service opens a week from today, on July 4.", (6, 27), (6, 27)),
        ("A strike is threatened for Wednesday of next week, 28 March, by the drivers.", (3, 19), (3, 25)),
        ("Swift Coaches will begin on Monday week, 19 November, with two buses.", (11, 6), (11, 12)),
        ("The drivers will stop work on Monday and Tuesday of next week, 12 and 13 March.", (3, 5), (3, 11)),
    ],
)
def test_the_day_of_publication_is_told(text: str, first: tuple[int, int], last: tuple[int, int]) -> None:
    (clue,) = outright.clues(_found(text), WINDOW)
    days = [date.fromordinal(day) for span in clue.spans for day in span]
    told = [day for day in days if day.year == 2018]
    assert (min(told), max(told)) == (date(2018, *first), date(2018, *last))


@pytest.mark.parametrize(
    "text",
    [
        "The court ruled on June 3 for the pilots.",
        "It ruled today. June 3 is a holiday.",
        "It ruled in June, on the 3rd.",
        "On June 4, last month's figures were put right.",
        "It shut in 2012, 2014, last year and now.",
        "The ministers told of it last month, 3 May being the deadline.",
        "A report came out last week on the April 20 fire.",
        "She was named Minister of the Year, 1993, in Ord.",
        "“I saw him last night, 4 May,” the witness had written.",
        "The mine shut on 3 March 2017, last month the pit flooded.",
    ],
)
def test_other_days_tell_no_such_thing(text: str) -> None:
    assert not [*outright.clues(_found(text), WINDOW)]


def test_a_weekday_with_its_day_tells_the_year_of_an_undated_folder() -> None:
    text = "The board met on Tuesday evening, July 18, after the fire. The mill ground its last wheat in 2005."
    (dating,) = date_articles([analyse(Article("a.txt", text), "mdy")], {}).values()
    years = {year: sum(share for day, share in dating.days if day.year == year) for year in (2005, 2006, 2007)}
    assert years[2006] > 3 * max(years[2005], years[2007])


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The union called on the men to stop work on Tuesday of next week, 13 March.", Tense.FUTURE),
        ("The board meets in three weeks, on 9 August.", Tense.FUTURE),
        ("The board met on 9 August, a week ago today.", Tense.PAST),
        ("The men said yesterday, 13 March, that they would be paid.", Tense.PAST),
        ("The court ruled today, June 3, for the pilots.", Tense.PAST),
        ("The court ruled on June 3 for the pilots.", Tense.PAST),
    ],
)
def test_words_that_count_tell_whether_a_day_is_ahead(text: str, tense: Tense) -> None:
    (item,) = [one for one in _found(text) if one.expression.text in {"13 March", "June 3", "9 August"}]
    assert item.expression.tense is tense


def _tables(text: str) -> set[str]:
    window = Window(date(1995, 1, 1).toordinal(), date(2015, 1, 1).toordinal())
    return {clue.table for clue in evidence.clues(_found(text), window, frozenset())}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The men walked out on Tuesday, Christmas Eve, in a file.", "agree"),
        ("The library opens on Saturday, 5 October.", "md_dated_ahead"),
    ],
)
def test_a_weekday_beside_a_day_of_the_year_tells_the_year(text: str, row: str) -> None:
    assert row in _tables(text)


@pytest.mark.parametrize("text", ["The men walked out on Christmas Eve.", "The library opens on 5 October."])
def test_a_day_of_the_year_alone_does_not(text: str) -> None:
    assert not _tables(text) & {"agree", "md_dated_ahead"}


def test_what_was_on_a_night_is_mostly_told_the_day_after() -> None:
    (clue,) = [one for one in weekdays.clues(_found("The dairy burned on Tuesday night.")) if one.weekdays == (1,)]
    assert clue.table == "wd_night"
    (clue, *_) = [one for one in weekdays.clues(_found("The dairy burned on Tuesday.")) if one.weekdays == (1,)]
    assert clue.table != "wd_night"
