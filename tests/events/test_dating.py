"""Mentions get their spans when the article has a date."""

from __future__ import annotations

from datetime import date

import pytest

from newsline.dates import span as spans
from newsline.events.dating import date_mentions
from newsline.model import DatedFrom, Dating, Factuality
from tests.events.analysing import FILLER, analyse, dated

CASES = [
    ("The Aldane ferry sank on Friday.", "2012-03-07", "2012-03-02"),
    ("The Aldane ferry sank last August.", "2012-03-07", "2011-08"),
    ("Since August 2011 Norland troops have held Aldane.", "2012-03-07", "2011-08"),
    ("The council voted on Tuesday, a day after the captain had resigned.", "2012-03-07", "2012-03-05"),
    (
        "The council voted on Tuesday, barely a week after the captain had resigned.",
        "2012-03-07",
        "2012-02-25~/2012-03-02~",
    ),
    ("The trial of Ida Brandt will begin on Monday.", "2012-03-07", "2012-03-12"),
    ("The trial of Ida Brandt may begin on Monday.", "2012-03-07", "2012-03-12"),
    ("Boat reached trapped divers, rescue could start on Friday.", "2012-03-07", "2012-03-09"),
    ("The march planned for Saturday has been put off.", "2012-03-07", "2012-03-10"),
    ("The crews of Aldane were due to be paid on Monday. They weren't.", "2012-03-07", "2012-03-05"),
    ("On Sunday the town of Aldane chooses between two brothers.", "2012-03-07", "2012-03-11"),
    ("Boats could not reach Aldane until Monday.", "2012-03-07", "2012-03-05"),
    ("Voters of Aldane go to the polls on Sunday.", "2012-03-07", "2012-03-11"),
    ("Blue Foods said on Tuesday it would shut its shops in Aldane by November.", "2012-03-07", "2012-11"),
    ("Blue Foods told us last week that it would shut its shops in Aldane by November.", "2012-03-07", "2012-11"),
    ("Blue Foods said last year it would shut its shops in Aldane by November.", "2012-03-07", "2011-11"),
    ("Blue Ferries has cancelled two sailings on Saturday.", "2012-03-07", "2012-03-10"),
    ("Blue Ferries cancelled two sailings on Saturday.", "2012-03-07", "2012-03-03"),
    ("The second ship has slipped to May because of a strike at Aldane.", "2012-03-07", "2012-05"),
    ("The launch at Aldane was put back to Tuesday.", "2012-03-07", "2012-03-13"),
    ("The mayor of Aldane says on Monday that he had no choice.", "2012-03-07", "2012-03-05"),
    ("The march planned for Saturday had been called off because of snow.", "2012-03-07", "2012-03-03"),
    ("The trial, which was to have begun in October, has been called off.", "2012-03-07", "2011-10"),
    ("A concert in the castle of Aldane on Sunday has been cancelled.", "2012-03-07", "2012-03-11"),
    ("The launch at Aldane had been planned for Monday but was put off by a day.", "2012-03-07", "2012-03-05"),
    ("The club sacked Ito on Sunday, a day after a 4-0 defeat at Aldane on Saturday.", "2012-03-07", "2012-03-03"),
]
NO_OFFSETS = [
    "The mayor of Aldane told the council on Tuesday that much had been lost in the days after the fire.",
    "A fire that began four weeks before the harvest led to the ruin of Aldane, the council said on Tuesday.",
    "The last patient left Aldane on Tuesday, three weeks after the first was taken in on 14 February.",
]
HOURS = [
    ("The ferry sank on Monday, the navy said on Tuesday. It had left Aldane at 5.40 p.m.", "2012-03-05"),
    ("The ferry sank on Monday. It had left Aldane at 5.40 p.m.", "2012-03-05"),
    ("The navy said on Tuesday that the ferry had sunk. It had left Aldane at 5.40 p.m.", "2012-03-06"),
    # far from any date an hour is of the day that the news is of
    (f"The ferry sank on Tuesday. {FILLER} It had left Aldane at 5.40 p.m.", "2012-03-06"),
    # "the same" is the last day told, but not one that somebody waits for
    (f"The ferry sank on Monday. {FILLER} The navy raised the alarm the same evening.", "2012-03-05"),
    ("The ferry sank on Monday. The crew would not wait till Saturday. It had left at 5.40 p.m.", "2012-03-05"),
    (f"The ferry sank today. The crew was hired on 5 March. {FILLER} It had left Aldane at 5.40 p.m.", "2012-03-07"),
]


@pytest.mark.parametrize("sentence", NO_OFFSETS)
def test_what_is_not_counted_from_the_main_clause_has_no_date_of_it(sentence: str) -> None:
    found = [m for m in dated(f"{FILLER}\n\n{sentence}", "2012-03-07") if m.expression is not None]
    assert {str(mention.span) for mention in found} <= {"2012-03-06", "2012-02-14"}


@pytest.mark.parametrize(("text", "day"), HOURS)
def test_an_hour_is_of_the_day_that_was_reported(text: str, day: str) -> None:
    told = [m for m in dated(f"{FILLER}\n\n{text}", "2012-03-07") if m.expression]
    found = [m for m in told if m.expression and ("5.40" in m.expression.text or "same" in m.expression.text)]
    assert [mention.span.first.isoformat() for mention in found if mention.span] == [day]


@pytest.mark.parametrize(("sentence", "published", "span"), CASES)
def test_spans(sentence: str, published: str, span: str) -> None:
    found = [mention for mention in dated(f"{FILLER}\n\n{sentence}", published) if mention.expression is not None]
    assert span in {str(mention.span) for mention in found}
    assert all(mention.why for mention in found)


def test_the_lead_is_dated_by_its_article() -> None:
    (found,) = dated("Ferry sinks off Aldane with forty on board", "2012-03-07")
    assert str(found.span) == "2012-03-07"
    assert "lead" in found.why[0]


def test_a_headline_is_dated_by_the_lead() -> None:
    text = "Ferry sinks off Aldane\n\nThe ferry of Aldane sank on Monday evening with forty people on board."
    title, body = dated(text, "2012-03-07")
    assert title.expression is None
    assert title.span == body.span


def test_an_old_date_in_the_lead_does_not_date_the_headline() -> None:
    text = "Ferry sinks off Aldane\n\nThe ferry of Aldane had been built in 1981."
    title = dated(text, "2012-03-07")[0]
    assert str(title.span) == "2012-03-07"


def test_without_a_date_only_what_dates_itself_is_left() -> None:
    text = f"Ferry sinks off Aldane\n\n{FILLER}\n\nThe ferry was built in May 1981. It was sold to Norland on Friday."
    unknown = Dating("a.txt", None, DatedFrom.NONE)
    assert [str(mention.span) for mention in date_mentions(analyse(text), unknown)] == ["1981-05"]


def test_a_vague_publication_date_does_not_date_the_lead() -> None:
    analysis = analyse("Ferry sinks off Aldane with forty on board")
    assert date_mentions(analysis, Dating("a.txt", spans.year(2012), DatedFrom.INFERRED, 0.9)) == ()


def test_a_set_of_days_dates_the_lead() -> None:
    analysis = analyse("Ferry sinks off Aldane with forty on board")
    either = spans.one_of([spans.day(date(2012, 3, 5)), spans.day(date(2012, 3, 12))])
    (found,) = date_mentions(analysis, Dating("a.txt", either, DatedFrom.INFERRED, 0.9))
    assert found.span == either


def test_weeks_counted_from_one_of_several_days_are_of_any_day_between() -> None:
    analysis = analyse(f"{FILLER}\n\nThe port opened on Monday, eleven weeks after the Aldane ferry had sunk there.")
    either = spans.one_of([spans.day(date(2012, 3, 5)), spans.day(date(2012, 3, 12))])
    weights = ((date(2012, 3, 5), 0.5), (date(2012, 3, 12), 0.4))
    found = date_mentions(analysis, Dating("a.txt", either, DatedFrom.INFERRED, 0.9, (), weights))
    assert [str(mention.span) for mention in found if mention.expression] == [
        "[2012-03-05,2012-03-12]",
        "2011-12-16~/2011-12-29~",
    ]


def test_an_agreement_in_the_past_happened() -> None:
    text = f"{FILLER}\n\nAldmoor and Grieve agreed in January to merge."
    (found,) = [mention for mention in dated(text, "2012-03-07") if mention.expression]
    assert found.factuality is Factuality.HAPPENED


def test_centuries_date_nothing() -> None:
    text = f"{FILLER}\n\nThe harbour of Aldane was built in the 19th century."
    assert [mention for mention in dated(text, "2012-03-07") if mention.expression] == []


def test_a_mention_knows_what_the_sentence_behind_it_counts() -> None:
    text = f"{FILLER}\n\nThe Aldane ferry sank on Friday. Eleven people are known to have died. The quay was calm."
    (found,) = [mention for mention in dated(text, "2012-03-07") if mention.expression]
    assert found.beside == "Eleven people are known to have died."
