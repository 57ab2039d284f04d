"""Amounts of time between an event and the article, and from which days words mean a date."""

from __future__ import annotations

from datetime import date

import pytest

from newsline.dates import expression as ex
from newsline.dates import span as spans
from newsline.dates.repeating import Month, Weekday
from newsline.dates.tense import Tense
from newsline.dates.units import Unit
from newsline.publication import amounts, layout, reach
from newsline.publication.infer import date_articles
from tests.publication.test_infer import analysis, dated


def found(text: str) -> list[amounts.Amount]:
    one = analysis(text)
    return amounts.find(one, layout.locate(one, lambda _: False))


@pytest.mark.parametrize(
    ("text", "least", "most", "clause"),
    [
        ("Ferries ran again on Monday, three days after the storm.", 3, 5, "the storm"),
        ("The hall reopened two weeks after the fire, the mayor said.", 10, 20, "the fire"),
        ("Exactly one year after the fire, bells rang.", 364, 368, "the fire"),
        ("A year to the day after the fire, bells rang.", 364, 368, "the fire"),
        ("The vote comes just days before the strike.", -6, 0, "the strike"),
        ("He spoke two days before the second anniversary of the flood.", 728, 731, "the flood"),
        ("He spoke a day after the ten-year anniversary of the flood.", 3653, 3656, "the flood"),
        ("It is the worst since the dam burst two and a half years ago.", 793, 1033, " the dam burst "),
        ("On the 100th day of the siege, bread ran out.", 99, 102, " siege"),
        ("The siege is now in its third week.", 14, 23, "The siege is now in "),
    ],
)
def test_amounts_bound_the_days_between(text: str, least: int, most: int, clause: str) -> None:
    (amount,) = found(text)
    assert (amount.least, amount.most) == (least, most)
    assert text[slice(*amount.clause)] == clause


LEAD = "The council met in the hall. Rain fell. The mayor spoke first. Nobody left early. "
"""So many sentences that the next one is in the lead no more."""


@pytest.mark.parametrize(
    ("text", "found_there"),
    [
        ("The vote comes just days before the strike.", True),
        ("The plan comes two weeks after the fire.", True),
        ("The plan, coming less than a week after the fire, was praised.", True),
        ("He came two weeks after the fire.", False),
        ("She moved there two weeks after the fire.", False),
    ],
)
def test_what_comes_after_something_is_news_below_the_lead_too(text: str, found_there: bool) -> None:
    assert bool(found(LEAD + text)) is found_there


@pytest.mark.parametrize(
    "text",
    [
        "He served two years in prison.",
        "The talks lasted three days.",
        "It opens in two weeks.",
        "He spoke two days before the anniversary of the flood.",  # of which one, nobody says
        "Sales were a fifth higher than three years ago.",
        "Sales were up from a year ago.",
        "A walk of two hours after lunch does good.",
    ],
)
def test_other_amounts_are_left_alone(text: str) -> None:
    assert found(text) == []


DAY = date(2016, 3, 9)
"""A Wednesday."""


@pytest.mark.parametrize(
    ("words", "tense", "when", "first", "last"),
    [
        (ex.Bare(Weekday(2)), Tense.PAST, spans.day(DAY), date(2016, 3, 9), date(2016, 3, 15)),
        (ex.Bare(Weekday(2)), Tense.FUTURE, spans.day(DAY), date(2016, 3, 3), date(2016, 3, 9)),
        (ex.Bare(Weekday(2)), Tense.NONE, spans.day(DAY), date(2016, 3, 3), date(2016, 3, 15)),
        (ex.Last(Weekday(2)), Tense.NONE, spans.day(DAY), date(2016, 3, 10), date(2016, 3, 18)),
        (ex.Last(Unit.DAY), Tense.PAST, spans.day(DAY), date(2016, 3, 10), date(2016, 3, 10)),
        (ex.This(Unit.DAY), Tense.PAST, spans.day(DAY), DAY, DAY),
        (ex.Last(Unit.MONTH), Tense.PAST, spans.day(DAY), date(2016, 4, 1), date(2016, 4, 30)),
        (ex.Last(Unit.WEEK), Tense.PAST, spans.day(DAY), date(2016, 3, 13), date(2016, 3, 20)),
        (ex.Within(Weekday(2), ex.Last(Unit.WEEK)), Tense.PAST, spans.day(DAY), date(2016, 3, 14), date(2016, 3, 20)),
        (ex.Within(Weekday(2), ex.Next(Unit.WEEK)), Tense.FUTURE, spans.day(DAY), date(2016, 2, 29), date(2016, 3, 6)),
        (ex.Around(Weekday(2)), Tense.PAST, spans.day(DAY), date(2016, 3, 3), date(2016, 3, 15)),
        (ex.Next(Unit.MONTH), Tense.FUTURE, spans.day(DAY), date(2016, 2, 1), date(2016, 2, 29)),
        (ex.Bare(Month(3)), Tense.PAST, spans.month(2016, 3), date(2016, 4, 1), date(2017, 3, 31)),
        (ex.Within(Month(3), ex.Last(Unit.YEAR)), Tense.PAST, spans.day(DAY), date(2017, 1, 1), date(2017, 12, 31)),
    ],
)
def test_words_mean_a_date_from_some_days_only(
    words: ex.Expression, tense: Tense, when: spans.Span, first: date, last: date
) -> None:
    assert reach.is_relative(words)
    assert reach.days(words, tense, when) == (first.toordinal(), last.toordinal())


@pytest.mark.parametrize(
    ("words", "own"),
    [
        (ex.This(Unit.DAY), True),
        (ex.Last(Unit.DAY), True),
        (ex.AtTime(ex.Last(Unit.DAY), "TMO"), True),
        (ex.Last(Unit.WEEK), True),
        (ex.Last(Unit.MONTH), False),
        (ex.Bare(Weekday(2)), False),
        (ex.Last(Weekday(2)), False),
    ],
)
def test_words_that_go_with_anything(words: ex.Expression, own: bool) -> None:
    assert reach.is_own(words) is own


@pytest.mark.parametrize(
    ("words", "when"),
    [
        (ex.Bare(Weekday(1)), spans.day(DAY)),
        (ex.Within(Weekday(1), ex.Last(Unit.WEEK)), spans.day(DAY)),
        (ex.Within(Weekday(2), ex.Last(Unit.MONTH)), spans.day(DAY)),
        (ex.Around(Weekday(1)), spans.day(DAY)),
        (ex.Bare(Month(4)), spans.day(DAY)),
        (ex.Fixed(spans.day(DAY)), spans.day(DAY)),
    ],
)
def test_words_that_cannot_mean_a_date_say_nothing(words: ex.Expression, when: spans.Span) -> None:
    assert reach.days(words, Tense.PAST, when) is None


@pytest.mark.parametrize(
    ("clause", "key"),
    [
        ("the invasion of Kuwait", "invasion-of-kuwait"),
        ("Iraq sent its army into Kuwait", "invasion-of-kuwait"),
        ("Iraq invaded Kuwait", "invasion-of-kuwait"),
        ("the Titanic sank", "titanic"),
        ("the fall of the Berlin Wall", "fall-of-the-berlin-wall"),
    ],
)
def test_a_clause_names_a_dated_fact(clause: str, key: str) -> None:
    assert list(reach.events_named(clause)) == [key]


@pytest.mark.parametrize("clause", ["the ferry sank", "the troops marched into town", "she died", "a wall fell"])
def test_other_clauses_name_none(clause: str) -> None:
    assert list(reach.events_named(clause)) == []


def test_an_amount_since_a_dated_fact_dates_an_article() -> None:
    text = "The border at Safwan opened on Monday, the first time since Iraq invaded Kuwait two and a half years ago."
    other = analysis("The customs house at Umm Qasr was painted on Friday.", "b.txt")
    dating = date_articles([analysis(text, "a.txt"), other], {})["a.txt"]
    inside = sum(share for day, share in dating.days if date(1992, 9, 1) <= day <= date(1993, 6, 30))
    assert inside > 0.5 * sum(share for _, share in dating.days)


def test_what_an_anniversary_is_of_is_not_the_news() -> None:
    text = (
        "The inquiry opened on Tuesday, three weeks before the fifth anniversary of the night of 13 August 1998,"
        " when the dam burst."
    )
    found_there = dated(text).published
    assert found_there is not None
    assert found_there.contains(spans.day(date(2003, 7, 22)))


def test_the_year_of_an_anniversary_without_a_number_is_not_known() -> None:
    text = "Candles were lit on Friday, a day after the anniversary of the earthquake of 17 January 1995."
    assert dated(text).published is None
