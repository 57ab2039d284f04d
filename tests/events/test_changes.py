"""What "be" tells: a change since, by or on a day; and subjects and participles that a verb is hard to tell by."""

from __future__ import annotations

import pytest

from newsline.model import Factuality
from tests.events.analysing import analyse, dated, mentions

EVENTS = {
    Factuality.HAPPENED: [
        "Among those freed on Friday were two teachers from Aldane.",
        "Among those killed on Saturday was the mayor of Aldane.",
        "Also arrested on Friday was the trader Jan Ito.",
        "Killed on Friday were two guards of the Aldane mint.",
        "Brandt has been in custody in Aldane since Friday.",
        "Thousands marched through Aldane on Friday.",
        "At least 12 died in Aldane on Friday.",
        "The ministry said 12 escaped from Aldane gaol on Friday.",
        "More than 4,000 signed the petition in Aldane in May.",
        "Two arrested in Aldane on Friday were released.",
        "All the men arrested were released in Aldane on Friday.",
    ],
    Factuality.PLANNED: [
        "Power should be back in Aldane by Saturday.",
        "The Aldane bridge will be open by May.",
        "Brandt has been confirmed to sing in Aldane in March.",
        "Letters to all customers concerned are to be posted on Friday.",
        "Those who want a licence must ask the town of Aldane before May.",
    ],
}
NO_EVENT = [
    "The mill has been in private hands since 1994.",
    "The inn should be a place for all by May.",
    "Among those present on Friday was the mayor of Aldane.",
    "Profits of Aldane Bank were down from a year earlier.",
    "The 1918 virus came from birds.",
]


@pytest.mark.parametrize(("factuality", "sentence"), [(kind, one) for kind, those in EVENTS.items() for one in those])
def test_changes(factuality: Factuality, sentence: str) -> None:
    assert [mention.factuality for mention in mentions(sentence)] == [factuality]


@pytest.mark.parametrize("sentence", NO_EVENT)
def test_no_change(sentence: str) -> None:
    assert [mention.text for mention in mentions(sentence)] == []


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("The mayor pleaded guilty on Monday to nineteen counts of fraud between 2004 and 2008.", "Monday"),
        ("The painter died more than two decades ago, in 1986.", "1986"),
    ],
)
def test_a_year_does_not_outdo_a_day(sentence: str, phrase: str) -> None:
    assert [mention.expression and mention.expression.text for mention in mentions(sentence)] == [phrase]


@pytest.mark.parametrize(
    ("sentence", "span"),
    [
        ("Brandt had called an election for 4 July.", "2024-07-04"),
        ("The union has called a strike for 4 March.", "2025-03-04"),
    ],
)
def test_what_is_arranged_for_a_day_lies_ahead(sentence: str, span: str) -> None:
    (found,) = [one for one in dated(f"Aldane news of the week\n\n{sentence}", "2024-05-23") if one.expression]
    assert (str(found.span), found.factuality) == (span, Factuality.PLANNED)


def test_a_relative_does_not_date_what_has_been_done_since() -> None:
    text = "The Aldane bridge that collapsed in August is to be rebuilt by a firm from Norland, the council said."
    found = {mention.text: mention.expression for mention in analyse(text).mentions}
    assert [one and one.text for text, one in found.items() if "rebuilt" in text] == [None]
    assert [one and one.text for text, one in found.items() if "rebuilt" not in text] == ["August"]


def test_a_relative_dates_what_was_done_then() -> None:
    (found,) = mentions("Police who searched the centre on 16 February found 32 bags.")
    assert "found 32 bags" in found.text
