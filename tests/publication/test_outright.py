"""What single articles say of their own day by a date beside words that count from it."""

from __future__ import annotations

from datetime import date

import pytest

from newsline.dates import span as spans
from newsline.model import Article, Dating
from newsline.pipeline import analyse
from newsline.publication import outright
from newsline.publication.clues import Window
from newsline.publication.infer import date_articles
from newsline.publication.layout import locate


def dated(text: str, year: int | None = None) -> Dating:
    given = {"a.txt": spans.year(year)} if year else {}
    return date_articles([analyse(Article("a.txt", text), "mdy")], given)["a.txt"]


def held(found: Dating, first: str, last: str) -> float:
    return sum(share for day, share in found.days if date.fromisoformat(first) <= day <= date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        (
            "The probe took the picture last Friday, 2 September 2016. It was shown on Monday.",
            "2016-09-03",
            "2016-09-09",
        ),
        ("The bridge was shut yesterday, 14 March 2019, after a barge struck it.", "2019-03-15", "2019-03-15"),
        ("On 14 March 2019, yesterday, a barge struck a pier of the bridge.", "2019-03-15", "2019-03-15"),
        ("The court ruled today, June 3, 2014, that the mine must close.", "2014-06-03", "2014-06-03"),
        ("The court will rule tomorrow, June 3, 2014, on the mine.", "2014-06-02", "2014-06-02"),
        ("The vote will be held next Tuesday, 8 May 2012. The count takes two days.", "2012-04-29", "2012-05-07"),
        ("The vote was held last Tuesday, 8 May 2012. The count took two days.", "2012-05-09", "2012-05-15"),
        ("The ferry sank last night, 3 February 2006, with 40 aboard.", "2006-02-04", "2006-02-04"),
        ("It opens this Saturday, 6 July 2013, with a parade.", "2013-06-30", "2013-07-06"),
        ("It opened this Tuesday, 9 July 2013, with a parade.", "2013-07-09", "2013-07-15"),
        ("A week ago, on 3 March 2017, the dam gave way.", "2017-03-09", "2017-03-11"),
        ("Two weeks ago, on Friday 3 March 2017, the dam gave way.", "2017-03-15", "2017-03-19"),
        ("The dam gave way on 3 March 2017, a week ago.", "2017-03-09", "2017-03-11"),
        ("The dam gave way two days ago, on 3 March 2017.", "2017-03-05", "2017-03-05"),
        ("The dam gave way on Friday of last week (3 March 2017).", "2017-03-05", "2017-03-11"),
        ("The league begins in three weeks, on 9 August 2019, in Ord.", "2019-07-15", "2019-07-22"),
        ("Three weeks have passed since the flood of 7 June 2016.", "2016-06-25", "2016-07-01"),
        ("It is now three weeks since the dam burst on 7 June 2016.", "2016-06-25", "2016-07-01"),
        ("Three weeks on from 7 June 2016, the valley is dry.", "2016-06-25", "2016-07-01"),
        ("With two weeks to go until the vote of 8 November 2016, the lead is thin.", "2016-10-23", "2016-10-27"),
        ("The vote is on 8 November 2016, twelve days from now.", "2016-10-27", "2016-10-27"),
        ("The games start in two and a half weeks, on 7 February 2014.", "2014-01-18", "2014-01-22"),
        ("The games start on 7 February 2014, in just over two weeks.", "2014-01-20", "2014-01-24"),
        ("The dam gave way on 7 June 2016, ten days ago, at noon.", "2016-06-16", "2016-06-18"),
        ("Last month, in April 2016, the player won an award.", "2016-05-01", "2016-05-31"),
        ("The plant was sold last month (April 2016) to a bank.", "2016-05-01", "2016-05-31"),
        ("Next month, in June 2018, the plant will be sold.", "2018-05-01", "2018-05-31"),
        ("Earlier this month, on 4 June 2018, the plant was sold.", "2018-06-04", "2018-06-30"),
        ("The plant was sold last month, on 4 June 2018, to a bank.", "2018-07-01", "2018-07-31"),
        ("Late last month, on 28 June 2018, the plant was sold to a bank.", "2018-06-30", "2018-07-31"),
        ("The plant was sold last year, in 2014, to a bank.", "2015-01-01", "2015-12-31"),
        ("Last year, in March 2014, the plant was sold to a bank.", "2015-01-01", "2015-12-31"),
        ("The plant will be sold next year, in 2015, to a bank.", "2014-01-01", "2014-12-31"),
        ("Three years ago, in 2011, the plant was sold to a bank.", "2014-01-01", "2014-12-31"),
        ("The plant was sold this year, 2014, to a bank.", "2014-01-01", "2014-12-31"),
        ("The plant was sold last summer, in July 2012, to a bank.", "2012-08-01", "2013-07-31"),
    ],
)
def test_an_article_with_a_year_is_dated_by_a_single_sentence(text: str, first: str, last: str) -> None:
    found = dated(text)
    assert held(found, first, last) > 0.84
    assert any(one.text.endswith("which counts from the article's own day") for one in found.evidence)


@pytest.mark.parametrize(
    ("text", "year", "first", "last"),
    [
        (
            "The probe took the picture last Friday, 2 September. It was shown on Monday.",
            2016,
            "2016-09-03",
            "2016-09-09",
        ),
        ("It is to fly past the moon next month, on 14 July.", 2015, "2015-06-01", "2015-06-30"),
        ("The bridge was shut yesterday, Thursday, 14 March.", 2019, "2019-03-15", "2019-03-15"),
        ("The bridge was shut on Thursday, 14 March, a week ago today.", 2019, "2019-03-21", "2019-03-21"),
        ("Last month, in April, the player won an award.", 2016, "2016-05-01", "2016-05-31"),
        ("The player won an award last month, on 4 April.", 2016, "2016-05-01", "2016-05-31"),
        ("The court sat two weeks ago, on 4 April, in Ord.", 2016, "2016-04-16", "2016-04-20"),
    ],
)
def test_so_is_one_of_a_known_year(text: str, year: int, first: str, last: str) -> None:
    assert held(dated(text, year), first, last) > 0.8


def test_a_friday_tells_more_of_the_year_than_a_day() -> None:
    window = Window(date(2015, 1, 1).toordinal(), date(2021, 12, 31).toordinal())
    strengths = []
    for text in ("It was seen last Friday, 2 September.", "It was seen last week, on 2 September."):
        (clue,) = outright.clues(locate(analyse(Article("a.txt", text), "mdy"), lambda _: False), window)
        strengths.append(clue.strength)
    assert strengths[0] > strengths[1] + 1


def test_a_weekday_beside_the_date_picks_the_years_in_which_it_fits() -> None:
    window = Window(date(2015, 1, 1).toordinal(), date(2021, 12, 31).toordinal())
    analysis = analyse(Article("a.txt", "The bridge was shut yesterday, Thursday 14 March, by a barge."), "mdy")
    (clue,) = outright.clues(locate(analysis, lambda _: False), window)
    inside = [date.fromordinal(first) for first, _ in clue.spans if window.first <= first <= window.last]
    assert inside == [date(2019, 3, 15)]


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ("Last Friday the plant was sold. On 3 June 2014 it had burned.", "2015-03-09"),
        ("He left on 3 May 2014 and came back last month, in time for the vote of 12 October 2014.", "2014-10-11"),
        ("“I saw him last night, 4 May 1988,” the witness had written. The trial began in June 2011.", "2011-06-20"),
        ("The match was played last Sunday, the 2012 champions being absent. It was held on 3 May 2015.", "2015-05-08"),
        ("The firm said last month, 2 September 2016 being the deadline, that it would sell.", "2016-08-20"),
        ("Three weeks had passed since the raid of 3 May 2012 when she wrote to him.", "2013-04-04"),
        ("With two weeks to go until the vote of 8 November 2016, the lead had been thin.", "2017-05-05"),
        ("As of last month, 2,014 houses stood empty. The mill shut in 2009.", "2009-11-11"),
    ],
)
def test_other_dates_leave_it_open(text: str, true: str) -> None:
    found = dated(text)
    assert not any("stands beside" in one.text for one in found.evidence)
    assert found.published is None or found.published.contains(spans.day(date.fromisoformat(true)))
