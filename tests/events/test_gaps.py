"""Verbs that are left out, and pro-verbs: what is told a second time has a date and a line of its own."""

from __future__ import annotations

import pytest

from tests.events.analysing import mentions

GAPS = [
    (
        "Two climbers died above Aldane on Saturday and a third on Sunday.",
        [("Saturday", "Two climbers died above Aldane on Saturday"), ("Sunday", "a third on Sunday")],
    ),
    (
        "Police in Aldane arrested a woman on Thursday and a man of 66 on Saturday.",
        [("Thursday", "Police in Aldane arrested a woman"), ("Saturday", "a man of 66 on Saturday")],
    ),
    (
        "Guards stopped the first lorry at Aldane on 25 January and a second one two days later.",
        [("25 January", "Guards stopped the first lorry"), ("two days later", "a second one two days later")],
    ),
    (
        "The first case was reported on 4 October in Aldane and the second, in Norham, on 9 November.",
        [("4 October", "The first case was reported"), ("9 November", "the second, in Norham, on 9 November")],
    ),
    (
        "Blue Ferries sold one ship in May, also to Norland, and three planes in June.",
        [("May", "Blue Ferries sold one ship in May"), ("June", "three planes in June")],
    ),
    (
        "Brandt met the union on Monday, the employers on Tuesday and the minister on Friday.",
        [
            ("Monday", "Brandt met the union on Monday"),
            ("Tuesday", "the employers on Tuesday"),
            ("Friday", "the minister on Friday"),
        ],
    ),
    ("The dam at Aldane leaked on 9 May and again on 23 May.", [("9 May", "The dam"), ("23 May", "again on 23 May")]),
    (
        "They pulled the mill down on 12 May with a cable and two cranes, and the silos on 3 June.",
        [("12 May", "They pulled the mill down"), ("3 June", "the silos on 3 June")],
    ),
    # "did so"
    (
        "Norland approved the drug in May, and Sudmark did so last week.",
        [("May", "Norland approved the drug"), ("last week", "Sudmark did so last week.")],
    ),
    (
        "In May the unions walked out; in June the mayors did.",
        [("May", "In May the unions walked out"), ("June", "in June the mayors did.")],
    ),
]
NO_GAPS = [
    ("The council met on Friday and the mayor resigned on Sunday.", ["Friday", "Sunday"]),
    ("Ida Brandt lost the vote on Friday and her seat.", ["Friday"]),
    ("Blue Ferries will restate what it earned in 2015 and in the first half of 2016.", ["2015"]),
    ("Norland signed a truce on Friday, with Sudmark and its allies in the room.", ["Friday"]),
    ("The council did its work in Aldane on Friday.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), GAPS)
def test_what_shares_a_verb_has_its_own_date(sentence: str, expected: list[tuple[str, str]]) -> None:
    found = [(m.expression.text, m.text) for m in mentions(sentence) if m.expression is not None]
    assert len(found) == len(expected), found
    for phrase, beginning in expected:
        assert any(own == phrase and text.startswith(beginning) for own, text in found), found


@pytest.mark.parametrize(("sentence", "phrases"), NO_GAPS)
def test_what_has_its_own_verb_shares_none(sentence: str, phrases: list[str]) -> None:
    assert [m.expression.text for m in mentions(sentence) if m.expression is not None] == phrases


def test_the_line_of_what_shares_a_verb_holds_the_verb() -> None:
    sentence = "Police in Aldane arrested a woman on Thursday and a man of 66 on Saturday."
    (second,) = [m for m in mentions(sentence) if m.text.startswith("a man")]
    assert second.line is not None
    offset = second.line[0] - second.quote_start
    assert sentence[offset:].startswith("Police in Aldane arrested a woman on Thursday and a man")
    assert "arrest" in second.terms
    assert second.fitness > 0.5
