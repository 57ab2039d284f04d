"""The line that is printed for a clause that is no sentence."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from newsline.events.merge import merge
from newsline.model import Factuality, Mention
from newsline.timeline.wording import apart, line
from tests.events.analysing import FILLER, analyse, mentions, only
from tests.events.telling import on, told

LINES = [
    (
        "One has gone home; the case of the other, which was to be heard on Monday, has been put off.",
        "the case of the other, which was to be heard on Monday, has been put off.",
    ),
    (
        "Mara Quist is to appear before the data protection commissioner on 18 June.",
        "Mara Quist is to appear before the data protection commissioner on 18 June.",
    ),
    (
        "When Norland troops crossed the river at Aldane last August, the world was surprised.",
        "Norland troops crossed the river at Aldane last August",
    ),
    (
        "At least nine people died when a slope gave way above Aldane on Wednesday night.",
        "At least nine people died when a slope gave way above Aldane on Wednesday night.",
    ),
    (
        "Residents left the valley after a slope had given way above Aldane in May 1999.",
        "a slope had given way above Aldane in May 1999.",
    ),
    (
        "Union and employers in Aldane agreed on Monday on a pay rise of 4 per cent, and the strike that nobody in the "
        "town had wanted was called off.",
        "Union and employers in Aldane agreed on Monday on a pay rise of 4 per cent, and the strike that nobody in the "
        "town had wanted was called off.",
    ),
    (
        "The move comes days before a three-day truce beginning on 8 May that Sudmark had offered.",
        "a three-day truce beginning on 8 May",
    ),
    (
        "The quarrel may have been caused by a recent fishing deal signed between Norland and Sudmark at the end of "
        "April.",
        "a recent fishing deal signed between Norland and Sudmark at the end of April",
    ),
    (
        "The harbour was closed after the Norland fleet had left it in June 1999.",
        "The harbour was closed after the Norland fleet had left it in June 1999.",
    ),
    (
        "The soldiers who overthrew Norland's interim government released President Ito on Friday.",
        "The soldiers who overthrew Norland's interim government released President Ito on Friday.",
    ),
    (
        "A general who was the right hand of the former president declared himself the ruler of Norland on Thursday.",
        "A general who was the right hand of the former president declared himself the ruler of Norland on Thursday.",
    ),
    (
        "The speaker, Orla Dunn, who had claimed the office while Mr Ito was held, stepped aside on Wednesday.",
        "The speaker, Orla Dunn, who had claimed the office while Mr Ito was held, stepped aside on Wednesday.",
    ),
    (
        "Rumours that the bank would be sold were denied by its governor on Wednesday.",
        "Rumours that the bank would be sold were denied by its governor on Wednesday.",
    ),
    (
        "She ran the paper when Mikel Ito was shot in May 1987, and has often written about it.",
        "Mikel Ito was shot in May 1987",
    ),
    (
        "The government had dissolved the 1,200-strong regiment on Friday.",
        "The government had dissolved the 1,200-strong regiment on Friday.",
    ),
    (
        "The indoor games, for which Renko has entered, begin in Aldane on 27 February.",
        "The indoor games, for which Renko has entered, begin in Aldane on 27 February.",
    ),
    (
        "Norland will vote for a parliament on 11 October, the first since the war.",
        "Norland will vote for a parliament on 11 October, the first since the war.",
    ),
    (
        "A letter with two signatures, dated 26 April 2006, was published by the Senate last week.",
        "A letter with two signatures, dated 26 April 2006, was published by the Senate last week.",
    ),
]


LINKED = [
    (
        "On the following day the council dismissed Mara Quist and two others.",
        "the council dismissed Mara Quist and two others.",
    ),
    ("The same evening, Aldane Council dismissed Mara Quist.", "Aldane Council dismissed Mara Quist."),
]


@pytest.mark.parametrize(("sentence", "expected"), LINKED)
def test_a_line_does_not_begin_with_the_day_after_something(sentence: str, expected: str) -> None:
    assert shown(only(sentence)) == expected


SEVERAL = [
    (
        "Jan Ito, a driver, was arrested in Aldane on Monday and charged on Friday with the murder of his wife.",
        [
            "Jan Ito, a driver, was arrested in Aldane on Monday",
            "Jan Ito, a driver, was arrested in Aldane on Monday and charged on Friday with the murder of his wife.",
        ],
    ),
    (
        "The Assembly in April passed a bill that moves the primary to August.",
        [
            "The Assembly in April passed a bill that moves the primary to August.",
            "a bill that moves the primary to August.",
        ],
    ),
    (
        "Norland is due to vote for a parliament on 11 October, the first since Orla Dunn was shot in October 2014.",
        ["Norland is due to vote for a parliament on 11 October", "Orla Dunn was shot in October 2014."],
    ),
    (
        "The deal, signed on Sunday evening after three days of talks, would have let the general stand in elections "
        "by 22 November.",
        [
            "The deal, signed on Sunday evening after three days of talks, would have let the general stand in "
            "elections by 22 November."
        ]
        * 2,
    ),
    (
        "Mara Kess, who took over as chief on 15 January, was told of the recall on 31 January, a spokesman said.",
        [
            "Mara Kess, who took over as chief on 15 January",
            "Mara Kess, who took over as chief on 15 January, was told of the recall on 31 January, a spokesman said.",
        ],
    ),
    (
        "The troops that had entered the city before dawn on Tuesday gave the guard an hour to surrender.",
        ["The troops that had entered the city before dawn on Tuesday gave the guard an hour to surrender."],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), SEVERAL)
def test_each_event_of_a_sentence_has_its_line(sentence: str, expected: list[str]) -> None:
    assert [shown(found) for found in mentions(sentence)] == expected


def shown(mention: Mention) -> str:
    return line(mention)[2]


@pytest.mark.parametrize(("sentence", "expected"), LINES)
def test_a_fragment_is_printed_with_its_sentence(sentence: str, expected: str) -> None:
    found = only(sentence)
    assert shown(found) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland closed the border on Friday.",
        "However, Norland closed the border on Friday.",
        "The town is quiet, where norway’s troops first crossed the river last August.",
    ],
)
def test_a_sentence_needs_no_other_line(sentence: str) -> None:
    assert only(sentence).line is None


@pytest.mark.parametrize(
    ("sentence", "defect"),
    [
        ("The loss takes away almost everything that Norland had won in May 1999.", "state"),
        ("Norland took away the bridge and the school, which had burned in May 1999.", "borrowed"),
        ("At least nine people died when a slope gave way above Aldane on Wednesday night.", None),
        ("Norland troops crossed the river at Aldane in May 1999.", None),
    ],
)
def test_the_sentence_around_a_relative_clause_tells_another_event(sentence: str, defect: str | None) -> None:
    assert only(sentence).defect == defect


def test_a_line_does_not_begin_with_the_date_of_another_event() -> None:
    sentence = (
        "Aldane asked on Thursday for 60 million crowns to clear the remains of the bridge that fell two days ago."
    )
    (fell,) = [found for found in mentions(sentence) if "fell" in found.text and "asked" not in found.text]
    assert line(fell)[2] == "the bridge that fell two days ago."


def test_a_line_is_a_slice_of_the_quote_that_holds_the_clause() -> None:
    for sentence, _ in LINES:
        found = only(sentence)
        start, end, text = line(found)
        assert start <= found.start <= found.end <= end
        assert found.quote[start - found.quote_start : end - found.quote_start] == text


def test_a_truce_that_begins_while_the_article_looks_ahead_is_planned() -> None:
    found = only("The move comes days before a three-day truce beginning on 8 May that Sudmark had offered.")
    assert found.factuality is Factuality.PLANNED


@pytest.mark.parametrize("sentence", ["The talks took up most of the morning.", "It rained for much of Friday."])
def test_how_long_something_took_is_no_date(sentence: str) -> None:
    assert all(mention.expression is None for mention in mentions(sentence))


def test_what_a_relative_tells_second_is_not_shown_with_the_main_clause() -> None:
    found = mentions("The state charged Ito on Monday over a blast in Aldane that killed two and hurt nine in August.")
    (hurt,) = [m for m in found if m.expression is not None and m.expression.text == "August"]
    assert "charged" not in line(hurt)[2]


QUOTED = [
    ("“The ferry left Aldane on Monday. All was well,” said Jan Ito.", "The ferry left Aldane on Monday."),
    ("“All was well. The ferry left Aldane on Monday,” said Jan Ito.", "The ferry left Aldane on Monday"),
    ("“All was well. Then the ferry left Aldane on Monday.”", "Then the ferry left Aldane on Monday."),
    ("“The ferry left Aldane on Monday,” said Jan Ito.", "“The ferry left Aldane on Monday,” said Jan Ito."),
    (
        "The “old lady” of the harbour left Aldane on Monday, “for good”.",
        "The “old lady” of the harbour left Aldane on Monday, “for good”.",
    ),
]


@pytest.mark.parametrize(("text", "expected"), QUOTED)
def test_a_line_has_no_half_of_a_quotation(text: str, expected: str) -> None:
    found = [mention for mention in analyse(f"{FILLER}\n\n{text}").mentions if mention.expression]
    assert [line(mention)[2] for mention in found] == [expected]


def test_two_events_are_not_shown_by_overlapping_lines() -> None:
    whole = told("a", "Norland attacked days before a truce", on(2014, 5, 4))
    part = replace(told("a", "a truce", on(2014, 5, 8), quote=whole.text), start=29, end=36, line=(0, 36))
    events = [replace(event, **_shown(event.mentions[0])) for event in merge([whole, part], {})]
    assert sorted(event.text for event in apart(events)) == ["Norland attacked days before a truce", "a truce"]


def test_the_second_thing_told_of_one_subject_is_not_shown_without_it() -> None:
    first, second = mentions(
        "Jan Ito was arrested in Aldane on Monday and charged on Friday with the murder of his wife."
    )
    found = [replace(m, span=on(2014, 5, 5 + 4 * n)) for n, m in enumerate((first, second))]
    events = [replace(event, **_shown(event.mentions[0])) for event in merge(found, {})]
    assert all(event.text.startswith("Jan Ito") for event in apart(events))


def test_a_phrase_that_shares_a_verb_gives_way_to_the_line_that_it_is_part_of() -> None:
    first, second = mentions("Jan Ito was removed by the council on 8 October and by the Senate on 17 October.")
    assert second.text.startswith("by the Senate")
    found = [replace(m, span=on(2014, 10, day)) for m, day in ((first, 8), (second, 17))]
    events = [replace(event, **_shown(event.mentions[0]), score=0.6) for event in merge(found, {})]
    scores = {event.span.first.day: event.score for event in apart(events)}
    assert scores[17] < scores[8] == 0.6


@pytest.mark.parametrize(
    ("sentence", "own"),
    [
        (
            "Jan Ito, who lost his house in the flood in March, went back to work in May, in the mail room.",
            "Jan Ito, who lost his house in the flood in March",
        ),
        (
            "The Court of Norham, which had asked in March for a new vote, will publish its ruling in May.",
            "The Court of Norham, which had asked in March for a new vote",
        ),
        (
            "The mill, which had burned down in March, was sold to a bank in May.",
            "The mill, which had burned down in March",
        ),
    ],
)
def test_what_a_relative_tells_is_not_told_by_the_line_of_another_event(sentence: str, own: str | None) -> None:
    first, second = sorted(mentions(sentence), key=lambda m: m.expression is None or "March" not in m.expression.text)
    found = [replace(first, span=on(2014, 3, 5)), replace(second, span=on(2014, 5, 9))]
    events = [replace(event, **_shown(event.mentions[0])) for event in merge(found, {})]
    assert [event.text for event in apart(events)] == [own or sentence, sentence]


def _shown(mention: Mention) -> dict[str, int | str]:
    start, end, text = line(mention)
    return {"start": start, "end": end, "text": text}
