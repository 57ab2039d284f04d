"""Factuality: one class, many ways of saying it."""

from __future__ import annotations

import pytest

from newsline.model import Factuality
from tests.events.analysing import FILLER, dated, mentions, only

CASES = {
    Factuality.HAPPENED: [
        "The Aldane ferry sank on Friday.",
        "The Aldane ferry was raised in June 2011.",
        "The Aldane ferry had been sold in March 2010.",
        "Rebels were advancing on Aldane on Friday.",
        "Engineers failed to seal the well at Aldane on Friday.",
        "The mayor refused to resign on Friday.",
        "There was to be a truce in Aldane over Easter but it fell apart.",
        "A commission was to meet in Aldane on Monday but did not agree on a place.",
        "A treaty was to be signed at Aldane on 28 February, but that visit ended in a quarrel.",
        "The two firms had agreed in March to merge.",
        "Aldane's mayor denied on Friday that he had taken money.",
        "“We will never sell the ferry,” Mayor Ida Brandt said on Friday.",
        "The skipper Jon Ritter was banned for two years on Friday.",
        "The town hall of Aldane was set on fire on Friday.",
        "The captain continued the descent to Aldane on Friday.",
        "All flights to Aldane were cancelled on Friday.",
        "The match at Aldane on Saturday was abandoned after 20 minutes.",
        "Aid did not reach Aldane until Tuesday.",
        "Boats could not reach Aldane until Tuesday.",
        "Blue Ferries declined on Friday an offer for the port of Aldane.",
        "The captain is known to have left Aldane on Monday.",
        "The band of Aldane was still going on on Friday.",
        "The ferry of Aldane has had to leave people on the quay this week.",
        "Jan Ito, 37, walked out of Aldane gaol on Friday, took a bus and left.",
    ],
    Factuality.ONGOING: [
        "Crews are searching the harbour of Aldane this week.",
        "The strike at Aldane continues this week.",
    ],
    Factuality.PLANNED: [
        "The trial of Ida Brandt will begin on Monday.",
        "The trial of Ida Brandt is to begin on Monday.",
        "The cars of Aldane can be sold back from October.",
        "All the schools of Aldane must close by Friday.",
        "Ida Brandt has until Monday to appeal.",
        "The crews of Aldane were due to be paid on Monday. They were not alone.",
        "The trial of Ida Brandt is due to begin on Monday.",
        "The trial of Ida Brandt is expected to begin on Monday.",
        "The trial of Ida Brandt is set for Monday.",
        "The trial of Ida Brandt has been scheduled for Monday.",
        "The union plans to walk out on Monday.",
        "The union hopes to reach a deal by Monday.",
        "A decision is expected on Monday.",
        "Analysts expect the bank of Aldane to raise rates in June.",
        "The port of Aldane is to ratchet up prices on Monday.",
        "The board of Aldane is to certify the result on Monday.",
        "A march through Aldane has been called for Saturday.",
        "The Aldane line will not reopen before March.",
        "Prosecutor Ida Brandt is due to give evidence next Monday.",
        "The minister said that the bridge at Aldane would open in May.",
        "The minister said that the port of Aldane would have its first launch in May.",
    ],
    Factuality.POSSIBLE: [
        "A strike could begin on Monday.",
        "Boats could not land at Aldane on Monday.",
        "The bank may close the Aldane branch on Monday.",
        "The ferry must have sunk on Friday.",
        "It is not known whether the ferry left Aldane on Monday.",
        "The captain is thought to have left Aldane on Monday.",
        "Forty people were feared dead in Aldane on Monday.",
    ],
    Factuality.DENIED: [
        "The union did not strike on Friday.",
        "The bridge at Aldane will not open on Monday.",
        "The army has denied that its troops fired on Aldane on Friday.",
    ],
    Factuality.CANCELLED: [
        "The festival, which was to be held on 12 July, has been called off.",
        "The strike that had been set for Wednesday was called off.",
        "The march planned for Saturday has been put off.",
        "The curfew in Aldane, which was to have ended on Saturday, was extended.",
        "The Aldane vote had been planned for 11 October but was postponed.",
        "A concert arranged for 12 July had been cancelled because of the storm.",
        "A concert in the castle of Aldane on Sunday has been cancelled.",
        "Friday's debate at Aldane College is off.",
        "A meeting of the council of Aldane set for Friday was called off.",
        "A commission was to meet in Aldane on Monday but did not.",
        "A swap of prisoners that was to follow in Aldane on Wednesday has been put back.",
        "The crews of Aldane were meant to be paid on Monday and they weren't.",
        "The crews of Aldane were due to be paid on Monday. They weren't.",
        "A concert was to be held in Aldane on Monday. It never happened.",
        "A second bridge in Aldane, originally due in 2021, has been cancelled.",
        "A commission was to meet in Aldane on Monday, but never did so.",
        "A second meeting in Aldane, planned for Friday, did not take place.",
        "The opening of the Aldane bridge, planned for Saturday, has been delayed by a month.",
        "The captain had been due to leave Aldane on Monday but cancelled the trip.",
        "Friday's debate at Aldane College was postponed because of the wind.",
        "The port of Aldane postponed Friday's opening because of the wind.",
        "The Aldane lander, built by a firm led by Ida Brandt, was to have flown in July.",
    ],
}


@pytest.mark.parametrize(("expected", "sentence"), [(f, s) for f, all_ in CASES.items() for s in all_])
def test_factuality(expected: Factuality, sentence: str) -> None:
    assert expected in {mention.factuality for mention in mentions(sentence)}


def test_an_event_after_the_article_is_a_plan() -> None:
    text = "Aldane news of the week, part one\n\nThe new bridge opens on 18 March 2012."
    (found,) = [mention for mention in dated(text, "2012-03-05") if mention.expression]
    assert found.factuality is Factuality.PLANNED


def test_a_weekday_in_a_plan_lies_ahead() -> None:
    text = "The shops were full of people in Aldane.\n\nThe trial of Ida Brandt is to begin on Monday."
    (found,) = [mention for mention in dated(text, "2012-03-07") if mention.expression]
    assert str(found.span) == "2012-03-12"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Aldane vote had been planned for 11 October but was postponed.", "2015-10-11"),
        ("The Aldane vote was to be held on 11 January.", "2016-01-11"),
        ("The Aldane vote will be held on 11 October.", "2016-10-11"),
        ("Aldane has put off the vote from 31 December to 17 January.", "2016-01-17"),
        ("Aldane has agreed to bring the vote forward from 23 February to 11 January.", "2016-01-11"),
    ],
)
def test_a_plan_told_in_the_past_may_be_over(sentence: str, expected: str) -> None:
    (found,) = [
        m for m in dated(f"The shops were full of people in Aldane.\n\n{sentence}", "2015-12-01") if m.expression
    ]
    assert str(found.span) == expected


def test_a_speaker_does_not_make_a_saying_a_plan() -> None:
    found = only("On Friday the ministry said that it would close the mine.")
    assert found.factuality is Factuality.HAPPENED
    assert found.speaker is None


@pytest.mark.parametrize("verb", ["may have left", "could have left", "is thought to have left", "left"])
def test_what_may_have_happened_lies_behind(verb: str) -> None:
    text = f"Aldane news of the week, part one\n\nThe captain {verb} Aldane on Monday."
    (found,) = [mention for mention in dated(text, "2012-03-07") if mention.expression]
    assert str(found.span) == "2012-03-05"


HEADLINES = [
    ("Vote on Aldane charter set for Friday", "planned", "2012-03-09"),
    ("Aldane bank set to close branches on Friday", "planned", "2012-03-09"),
    ("Second Aldane debate scheduled for Friday", "planned", "2012-03-09"),
    ("Strike in Aldane expected on Friday", "planned", "2012-03-09"),
    ("Aldane town hall set on fire on Friday", "happened", "2012-03-02"),
    ("Aldane council set to work on Friday", "happened", "2012-03-02"),
    ("Two held at Aldane airport on Friday", "happened", "2012-03-02"),
]


@pytest.mark.parametrize(("headline", "factuality", "span"), HEADLINES)
def test_what_a_headline_announces_lies_ahead(headline: str, factuality: str, span: str) -> None:
    found = [mention for mention in dated(f"{headline}\n\n{FILLER}", "2012-03-07") if mention.quote == headline]
    assert [(mention.factuality.value, str(mention.span)) for mention in found] == [(factuality, span)]
