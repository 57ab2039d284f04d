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
    "The organisers of the Aldane 2012 bid are tired.",
    "This made it eight times worse than the Aldane spill in 1989.",
    "Sales of Aldane Foods were twice those of the same period last year.",
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
        ("Brandt said the port was likely to reopen on Saturday.", "2024-05-25"),
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


HOSTS = [
    # a number with a decimal, a number behind "and on", a participle before a present verb
    (
        "A magnitude-6.0 hit on 13 June, and on 23 December two more sent shoppers running from the malls.",
        [("13 June", "A magnitude-6.0 hit"), ("23 December", "on 23 December two more sent")],
    ),
    ("All permits held by Norland nationals stand cancelled from Sunday.", [("Sunday", "All permits held by Norland")]),
    ("Health officials announced one more confirmed case on Friday.", [("Friday", "Health officials announced one")]),
    # a date before the subject of a second clause
    (
        "In March Brandt said that the tower would fall, and last month a court told the town to wait.",
        [("March", "In March Brandt said that the tower would fall"), ("last month", "last month a court told")],
    ),
    # what was done shortly before on the same day
    (
        "The court on Friday stopped the sale hours after the council of Aldane had voted for it.",
        [("Friday", "The court on Friday stopped"), ("Friday", "the council of Aldane had voted")],
    ),
    # what was going on when something else happened, and what holds from a later day
    (
        "Two men were arrested when police raided a flat in Aldane on Friday.",
        [("Friday", "Two men were arrested when")],
    ),
    ("Troops fired into the air in Aldane as crowds gathered on Friday.", [("Friday", "Troops fired into the air")]),
    ("Nobody was warned of it when the Aldane dam burst on Friday.", [("Friday", "the Aldane dam burst on Friday")]),
    ("Brandt was the mayor when the bank of Aldane failed in 2008.", [("2008", "the bank of Aldane failed in 2008")]),
    (
        "Brandt announced on Monday a levy on beer, in force from Friday.",
        [("Monday", "Brandt announced on Monday"), ("Friday", "a levy on beer, in force from Friday")],
    ),
    (
        "The bank of Aldane raised its main rate on Monday, effective 15 July.",
        [("Monday", "The bank of Aldane raised"), ("15 July", "its main rate on Monday, effective 15 July")],
    ),
    ("The bank of Aldane failed on Monday, starting a panic.", [("Monday", "The bank of Aldane failed on Monday")]),
    # adjectives that are nouns, and what goes on during something
    ("Norland's military announced on Monday that it would leave.", [("Monday", "Norland's military announced")]),
    ("The poor lost their homes in Aldane on Friday.", [("Friday", "The poor lost their homes")]),
    (
        "During the 2003 outbreak more than 8,000 people fell ill in Aldane.",
        [("2003", "During the 2003 outbreak more")],
    ),
    # an apposition between dashes
    ("The bridge - the longest in Aldane - collapsed on Monday.", [("Monday", "The bridge - the longest in Aldane")]),
    (
        "Five activists - including two from Aldane - were freed on Friday by the police.",
        [("Friday", "Five activists - including two from Aldane - were freed")],
    ),
    # what was arranged
    (
        "A concert, expected to take place in Aldane in May, was cancelled.",
        [("May", "A concert, expected to take place in Aldane in May")],
    ),
    (
        "Brandt moved the concert, which had been planned for 25 June, the anniversary of the fire.",
        [("25 June", "the concert, which had been planned for 25 June")],
    ),
    # behind a colon another sentence begins
    (
        "Norland did not mention him: by its account, the general telephoned on Saturday.",
        [("Saturday", "by its account, the general telephoned on Saturday")],
    ),
    # a month in a relative clause is not that of the main clause
    ("The craft that left Aldane in March 2004 flew for twelve years.", [("March 2004", "The craft that left Aldane")]),
]


@pytest.mark.parametrize(("sentence", "expected"), HOSTS)
def test_the_clause_of_a_date(sentence: str, expected: list[tuple[str, str]]) -> None:
    found = [(mention.expression.text, mention.text) for mention in mentions(sentence) if mention.expression]
    assert len(found) == len(expected)
    assert all(
        own == phrase and text.startswith(begin) for (phrase, begin), (own, text) in zip(expected, found, strict=True)
    )


def test_what_is_told_beside_a_report_is_not_its_speakers() -> None:
    text = "Sudmark on Thursday shut its ports and said that it might leave, a day after Norland crossed the river."
    found = {mention.text: mention.speaker for mention in analyse(text).mentions}
    assert found["Norland crossed the river."] is None
    (own,) = mentions("Last week we said that the Aldane telescope had been launched in November.")
    assert own.speaker is None


def test_a_speaker_ends_before_a_dash() -> None:
    (found,) = mentions("Three outlets of Aldane - the Courier among them - said the bridge had fallen on Monday.")
    assert found.speaker == "three outlets of Aldane"


def test_nothing_dates_what_was_the_day_after_an_undated_event() -> None:
    text = "A guard was handed back on 14 May; he had been seized the day after the Aldane attack."
    assert [mention.text for mention in mentions(text)] == ["A guard was handed back on 14 May"]


def test_a_headline_is_not_of_the_day_before_its_lead() -> None:
    text = "Sudmark shuts its ports\n\nSudmark shut its ports on Friday, a day after Norland crossed the river."
    found = {mention.text: str(mention.span) for mention in dated(text, "2025-04-26")}
    assert found["Sudmark shuts its ports"] == "2025-04-25"


def test_a_title_after_a_body_tells_nothing() -> None:
    text = "Police chief of Aldane goes, a day after the cabinet\n\nThe police chief of Aldane resigned on Friday."
    assert "the cabinet" not in {mention.text for mention in analyse(text).mentions}


@pytest.mark.parametrize(
    "sentence",
    [
        "A U.S.-led coalition bombed Aldane on Friday.",
        "Talks on a U.S.-Indian pact foundered in Aldane on Friday.",
        "A non-U.S. firm bought the Aldane mill on Friday.",
    ],
)
def test_an_abbreviation_with_a_hyphen_is_one_word(sentence: str) -> None:
    assert [mention.text for mention in mentions(sentence)] == [sentence]
