"""What a sentence tells: the clause for print, and what is no event at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsline.events.notices import is_notice
from newsline.events.verdict import CAPTION_PENALTY
from tests.events.analysing import FILLER, analyse, mentions, only

LINES = [
    (
        "In a turn that nobody foresaw, Norland troops stormed back into Aldane on May 4, marking a reversal after "
        "Sudmark claimed to have ejected them last month.",
        ["Norland troops stormed back into Aldane on May 4", "Sudmark claimed to have ejected them last month."],
    ),
    (
        "Fires broke out as the fighting went on, with Norland striving to win back what it had lost since the first "
        "Aldane incursion in August last year.",
        ["the first Aldane incursion in August last year"],
    ),
    (
        "The quarrel may have been caused by a recent fishing deal signed between Norland and Sudmark at the end of "
        "April.",
        ["a recent fishing deal signed between Norland and Sudmark at the end of April"],
    ),
    (
        "However, Norland closed the border on Friday.",
        ["Norland closed the border on Friday."],
    ),
    (
        "Norland closed the border on Friday and reopened it on Sunday.",
        ["Norland closed the border on Friday", "reopened it on Sunday."],
    ),
    (
        "The mayor kept the letter he was given last Friday.",
        ["he was given last Friday."],
    ),
    (
        "The move comes days before a three-day truce beginning on 8 May that Sudmark had offered.",
        ["a three-day truce beginning on 8 May"],
    ),
    (
        "Norland has sunk more ships than the storm of 1987 did, and the fleet left Aldane in June 1999.",
        ["the fleet left Aldane in June 1999."],
    ),
]

LINES += [
    (
        "Residents of Aldane have begun to return home three days after a fire that broke out on Friday.",
        ["a fire that broke out on Friday."],
    ),
    (
        "A worker burned in a fire at the Aldane solvent works died on Tuesday, officials said.",
        ["A worker burned in a fire at the Aldane solvent works died on Tuesday, officials said."],
    ),
    (
        "A judge in Aldane upheld a fine imposed by the port last Friday.",
        ["a fine imposed by the port last Friday"],
    ),
    (
        "Two ships sank off Aldane on Sunday, the navy said on Monday.",
        ["Two ships sank off Aldane on Sunday"],
    ),
    (
        "At a meeting in Aldane on Tuesday night, which went on for hours, the mayor was shouted down.",
        ["At a meeting in Aldane on Tuesday night, which went on for hours, the mayor was shouted down."],
    ),
    (
        "The mayor has gone; on Friday the council of Aldane chose another.",
        ["on Friday the council of Aldane chose another."],
    ),
    (
        "Having ruled out arson on Wednesday, Judge Marsh on Friday freed the ferryman.",
        ["Judge Marsh on Friday freed the ferryman.", "Having ruled out arson on Wednesday"],
    ),
    (
        "The hall opened in 1934, burned down in 1961, and was rebuilt by the council of Aldane.",
        ["The hall opened in 1934", "burned down in 1961, and was rebuilt by the council of Aldane."],
    ),
    (
        "Some time before noon on Friday, by a road that no guard had thought of, Ida Brandt left the prison.",
        ["Some time before noon on Friday, by a road that no guard had thought of, Ida Brandt left the prison."],
    ),
    (
        "Ida Brandt has been the chief executive of Blue Ferries since May 2011.",
        ["Ida Brandt has been the chief executive of Blue Ferries since May 2011."],
    ),
    ("The mayor is due back in Aldane on Friday.", ["The mayor is due back in Aldane on Friday."]),
    ("Five days before Christmas the ferry burned.", ["Five days before Christmas the ferry burned."]),
    ("The ferrymen went back to work on Friday.", ["The ferrymen went back to work on Friday."]),
]
ARRANGED = [
    ("Ito announces a truce for Easter.", "a truce for Easter"),
    ("The union has called a strike for 5 June.", "a strike for 5 June"),
    ("Ito announced a truce on Monday.", "Ito announced a truce on Monday."),
    ("The union called off a strike on Monday.", "The union called off a strike on Monday."),
    ("The court set bail for Quist on Friday.", "The court set bail for Quist on Friday."),
]


@pytest.mark.parametrize(("sentence", "expected"), ARRANGED)
def test_the_day_of_what_is_arranged_is_not_that_of_its_announcement(sentence: str, expected: str) -> None:
    assert [mention.text for mention in mentions(sentence)] == [expected]


@pytest.mark.parametrize(
    ("headline", "tells"),
    [
        ("How Brandt lost the vote in Aldane", False),
        ("What went wrong: the night the Aldane ferry sank", False),
        ("Inside Aldane: why the bank fell", False),
        ("Whatever it takes: Brandt wins the Aldane vote", True),
        ("Brandt loses the vote in Aldane", True),
    ],
)
def test_a_headline_that_promises_to_explain_tells_nothing(headline: str, tells: bool) -> None:
    found = analyse(f"{headline}\n\n{FILLER}").mentions
    assert any(mention.quote == headline for mention in found) == tells


CONNECTIVES = [
    ("Meanwhile, some members of the council left on Friday.", "some members of the council left on Friday."),
    ("Moreover, Norland closed the border on Friday.", "Norland closed the border on Friday."),
    ("But the ferry sank on Friday off Aldane.", "the ferry sank on Friday off Aldane."),
    ("By comparison, the storm of 1987 killed nine people.", "the storm of 1987 killed nine people."),
    ("At the same time, Norland closed the border on Friday.", "Norland closed the border on Friday."),
    ("At the same time Norland closed the border on Friday.", "At the same time Norland closed the border on Friday."),
    ("Two months later the council sold the ferry on 4 May.", "the council sold the ferry on 4 May."),
    ("A few days earlier, Norland closed the border in May.", "Norland closed the border in May."),
    ("Two months later than planned, the ferry sank in May.", "Two months later than planned, the ferry sank in May."),
    ("By Friday, Norland had closed the border.", "By Friday, Norland had closed the border."),
    ("In Aldane, the council closed a school on Friday.", "In Aldane, the council closed a school on Friday."),
    ("Still waters off Aldane froze on Friday.", "Still waters off Aldane froze on Friday."),
]

LABELLED = [
    ("14 May 2019 Captain Lund left Aldane with the ferry.", "Captain Lund left Aldane with the ferry."),
    ("12 September 2020: Dr Lund closed her practice in Aldane.", "Dr Lund closed her practice in Aldane."),
    ("2011 Dr Lund opened a practice in Aldane.", "Dr Lund opened a practice in Aldane."),
    ("3 June 2019 - An inquiry opened in Aldane.", "An inquiry opened in Aldane."),
    ("(Updated 6:12 p.m. (1812 in Aldane)) Dr Lund left the town on Friday.", "Dr Lund left the town on Friday."),
    ("(10:47 a.m. ET) Dr Lund closed her practice on Friday.", "Dr Lund closed her practice on Friday."),
    (
        "Dr Lund (in practice until 2011) left Aldane on Friday.",
        "Dr Lund (in practice until 2011) left Aldane on Friday.",
    ),
    ("On 3 June 2019 an inquiry opened in Aldane.", "On 3 June 2019 an inquiry opened in Aldane."),
    ("2011 World Cup tickets went on sale in Aldane.", "2011 World Cup tickets went on sale in Aldane."),
]
"""Entries of chronologies: the line has its date beside it anyway."""


@pytest.mark.parametrize(("sentence", "expected"), LABELLED)
def test_a_line_does_not_begin_with_its_date_as_a_label(sentence: str, expected: str) -> None:
    found = mentions(f"A chronicle of Aldane. {sentence}")
    assert [mention.text for mention in found if mention.expression] == [expected]


@pytest.mark.parametrize(("sentence", "expected"), CONNECTIVES)
def test_a_line_does_not_begin_with_what_links_it_to_the_one_before(sentence: str, expected: str) -> None:
    assert [mention.text for mention in mentions(sentence)] == [expected]


NO_EVENT = [
    "It was the worst flood in Aldane since 1953.",
    "Sales were higher than in May.",
    "The ministry first spoke of Christmas.",
    "The builders have talked about the end of May.",
    "The price is up 4 percent from 2 percent in June.",
    "The town will mark the 80th anniversary of the end of the war.",
    "The queen has three dogs now.",
    "The show runs every Friday.",
    "The siege lasted for three weeks.",
    "The quarrel over the ferry goes back to May 2010.",
    "The oldest deed of the town dates from May 1910.",
    "The mayor has been ill since Friday.",
    "Ida Brandt was the happiest woman in Aldane in 1999.",
    "Did the ferry sink on Friday?",
    "Read more: what happened in Aldane on Friday",
    "© 2014 Aldane Courier. All rights reserved.",
    "Sign up for our newsletter on Friday.",
    "Readers can follow the count on our live page from Friday morning.",
    "Listeners may send in their questions until Friday.",
    "Rain is forecast for later in the week.",
    "Heavy snow is expected on Friday night.",
    "At 20:49 24th Mar 2010, Gemma Lund wrote: The ferry left late.",
    "12 August 2011 - 23:07 This comment was removed because it broke the rules of the house.",
    "May 29: This image made from video by the Aldane Courier shows the ferry before it sank.",
    "In this photo taken on Friday, a crew raises the ferry.",
    "At 5:20 pm on 12 Jun 2009, ferryman wrote: They closed the port for nothing.",
    "The oil leak has now eclipsed the previous worst spill, the Marlow accident in 1989.",
]


@pytest.mark.parametrize(("sentence", "texts"), LINES)
def test_lines(sentence: str, texts: list[str]) -> None:
    assert [mention.text for mention in mentions(sentence)] == texts


@pytest.mark.parametrize("sentence", NO_EVENT)
def test_no_event(sentence: str) -> None:
    assert [mention.text for mention in mentions(sentence)] == []


@pytest.mark.parametrize(
    ("sentence", "caption"),
    [
        ("Rescue workers unload a ship in Aldane, Norland, 4 March 2019.", True),
        ("A policeman wears a mask in Aldane April 27, 2009.", True),
        ("Ida Brandt listens to pilots at the port of Aldane, Thursday, June 17, 2010, prior to a hearing.", True),
        ("Rescue workers look for bodies in the ruins of Norham, March 4, 2019, in Norland.", True),
        ("The Aldane ferry starts its summer service March 4, 2020.", False),
        ("Jan Ito wins the election in Aldane on 4 March 2019.", False),
        ("Rescue workers unloaded a ship in Aldane, Norland, March 4, 2019.", False),
        ("Jan Ito wins the election in Aldane, June 5.", False),
    ],
)
def test_what_stands_below_a_picture_is_hardly_a_line(sentence: str, caption: bool) -> None:
    assert (only(sentence).fitness <= CAPTION_PENALTY) is caption


def test_the_lead_is_an_event_of_its_day() -> None:
    found = analyse("Ferry sinks off Aldane\n\nThe Aldane ferry has sunk with forty people on board.").mentions
    assert [(mention.text, mention.expression) for mention in found] == [
        ("Ferry sinks off Aldane", None),
        ("The Aldane ferry has sunk with forty people on board.", None),
    ]


def test_the_points_of_a_list_that_are_sentences_tell_events() -> None:
    points = "* Blue Ferries raised 4 million crowns on Monday, at a price.\n* Monday: closed\n* Tickets for Friday"
    found = [mention.text for mention in analyse(f"{FILLER}\n\n{points}").mentions if mention.expression]
    assert found[:1] == ["Blue Ferries raised 4 million crowns on Monday, at a price."]
    assert not any("Tickets" in text for text in found)


def test_a_point_without_a_full_stop_tells_an_event_but_not_in_the_present_of_headlines() -> None:
    points = (
        "* The court of Aldane will meet on Friday for the sentence\n* Court of Aldane meets on Friday over a ferry"
    )
    found = [mention.text for mention in analyse(f"{FILLER}\n\n{points}").mentions if mention.expression]
    assert found == ["The court of Aldane will meet on Friday for the sentence"]


def test_of_a_week_and_a_day_in_it_the_day_dates() -> None:
    found = only("Also last week: the mayor of Aldane, Ida Brandt, opened a new bridge on Tuesday.")
    assert found.expression is not None
    assert (found.expression.text, found.defect) == ("Tuesday", None)


@pytest.mark.parametrize("link", ["Two days later", "The next day", "On the next day"])
def test_a_line_without_what_links_it_is_whole(link: str) -> None:
    assert only(f"{link} a ferry was hit by a bomb off Aldane.").defect is None


def test_what_lies_before_the_news_is_not_of_its_day() -> None:
    lead = "The mayor of Aldane resigned after a vote of the council."
    behind = "Analysts in Norland had expected a vote of that kind. For ten years Ida Brandt led Aldane alone."
    assert [mention.text for mention in analyse(f"{lead} {behind}").mentions] == [lead]


def test_what_follows_the_lead_needs_a_date() -> None:
    assert analyse(f"{FILLER}\n\nThe Aldane ferry was thirty years old and had often been repaired.").mentions == ()


def test_a_long_line_ends_at_a_clause_border() -> None:
    found = only(
        "The Aldane ferry sank on Friday with more than forty people and a load of timber on board, while the crew "
        "of a trawler that had been fishing near the cape pulled nine of them from the water and took them to the "
        "hospital."
    )
    assert found.text == ("The Aldane ferry sank on Friday with more than forty people and a load of timber on board")
    assert found.quote.endswith("hospital.")


def test_a_date_counted_from_the_main_clause() -> None:
    found = mentions("The council voted on Tuesday to sell the ferry, four days after the captain had resigned.")
    assert [mention.text for mention in found] == [
        "The council voted on Tuesday to sell the ferry, four days after the captain had resigned.",
        "the captain had resigned.",
    ]
    assert found[1].expression is not None
    assert found[1].expression.text == "four days after"


WORDS = "The mayor of Aldane said on Friday that , who after “ ” ( ) fell in May 2010 . Ida - he killed 12".split()


def test_a_date_counted_from_the_main_clause_at_its_head() -> None:
    found = mentions("Two days after the ferry struck the bridge, the council voted on Tuesday to sell it.")
    assert found[1].text == "the ferry struck the bridge"
    assert found[1].expression is not None
    assert found[1].expression.text == "Two days after"


@given(st.lists(st.sampled_from(WORDS), max_size=60))
def test_slices_are_verbatim(parts: list[str]) -> None:
    text = " ".join(parts)
    for mention in analyse(text).mentions:
        assert text[mention.start : mention.end] == mention.text
        assert text[mention.quote_start : mention.quote_end] == mention.quote
        assert mention.quote_start <= mention.start < mention.end <= mention.quote_end
        assert 0 <= mention.fitness <= 1


def test_to_give_up_a_search_from_is_no_rise() -> None:
    (found,) = mentions("Divers gave up the search for a trawler from Aldane on Sunday.")
    assert found.expression is not None
    assert found.expression.text == "Sunday"


def test_a_headline_is_of_those_whom_the_lead_names():
    text = "Mara Quist was dismissed by the Aldane Savings Bank on Friday, and 15 others with her.\n\n" + FILLER
    head = next(mention for mention in analyse(text, "Bank chief thrown out").mentions if mention.sentence == 0)
    assert "Mara Quist" in head.names


@pytest.mark.parametrize(
    "sentence",
    [
        "Heavy rain flooded the harbour of Aldane on Friday.",
        "Rain is expected on Friday, and the crews will stop the search.",
        "Rain is expected to stop the search on Friday; the crews will go home.",
        "The ban on readers was lifted on Friday.",
    ],
)
def test_weather_that_comes_about_and_readers_may_be_news(sentence: str) -> None:
    assert not is_notice(sentence)
