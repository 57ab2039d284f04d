"""Clause borders: one sentence, its clauses; and sentences that must stay whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsline.events.splitting import split_clauses
from newsline.events.tokens import tokenize
from tests.events.analysing import clauses

SPLIT = [
    (
        "The ferry sank on Friday, killing nine people, after a door had opened.",
        [
            ("main", "The ferry sank on Friday,"),
            ("participle", "killing nine people,"),
            ("subordinate", "after a door had opened."),
        ],
    ),
    (
        "After the dam broke, the mayor ordered everybody to leave.",
        [("subordinate", "After the dam broke,"), ("main", "the mayor ordered everybody to leave.")],
    ),
    (
        "On Sunday night, the union called off the strike.",
        [("lead", "On Sunday night,"), ("main", "the union called off the strike.")],
    ),
    (
        "The minister said that the bridge would open in May.",
        [("main", "The minister said"), ("content", "that the bridge would open in May.")],
    ),
    (
        "Officials said Norland troops crossed the border.",
        [("main", "Officials said"), ("content", "Norland troops crossed the border.")],
    ),
    (
        "The bank closed its doors, officials said on Monday.",
        [("main", "The bank closed its doors,"), ("report", "officials said on Monday.")],
    ),
    (
        "“We will not sell,” said Mara Quist, the chairwoman.",
        [("main", "“We will not sell,”"), ("report", "said Mara Quist, the chairwoman.")],
    ),
    (
        "The tower, which burned in March, was pulled down in June.",
        [
            ("main", "The tower,"),
            ("relative", "which burned in March,"),
            ("resumed", "was pulled down in June."),
        ],
    ),
    (
        "Residents who saw the wave were not surprised by the report.",
        [("main", "Residents"), ("relative", "who saw the wave"), ("resumed", "were not surprised by the report.")],
    ),
    (
        "The court freed two men and the third went to prison.",
        [("main", "The court freed two men"), ("coordinate", "and the third went to prison.")],
    ),
    (
        "The agency banned the drug, and its maker, Calvo Labs, began to call it back.",
        [
            ("main", "The agency banned the drug,"),
            ("coordinate", "and its maker, Calvo Labs, began to call it back."),
        ],
    ),
]

SPLIT += [
    (
        "The works would stay shut, the owner's son, Jan Ito, told the radio.",
        [("main", "The works would stay shut,"), ("report", "the owner's son, Jan Ito, told the radio.")],
    ),
    (
        "The roof fell on Friday, killing nine people, the police said.",
        [("main", "The roof fell on Friday,"), ("participle", "killing nine people,"), ("report", "the police said.")],
    ),
    (
        "Marsh, who runs the bank, told the radio that it was sound.",
        [
            ("main", "Marsh,"),
            ("relative", "who runs the bank,"),
            ("resumed", "told the radio"),
            ("content", "that it was sound."),
        ],
    ),
    (
        "The ferry sailed late; its bar had been shut.",
        [("main", "The ferry sailed late;"), ("main", "its bar had been shut.")],
    ),
    (
        "When the storm came, the mayor told people to leave.",
        [("subordinate", "When the storm came,"), ("main", "the mayor told people to leave.")],
    ),
]
WHOLE = [
    "Jan Ito, 37, waited for her at the gate.",
    "After months of talks the two firms agreed on a merger.",
    "The vote on the new line between Harstad and Melby ended in uproar.",
    "Lena Marsh, a former head of the bank, resigned on Tuesday.",
    "The council closed three schools, two libraries and a swimming pool.",
    "Since the storm in March the harbour has been closed.",
    "The party has won as many as twelve seats.",
    "Shareholders voted by a large majority for the plan.",
]


@pytest.mark.parametrize(("sentence", "expected"), SPLIT)
def test_borders(sentence: str, expected: list[tuple[str, str]]) -> None:
    found = [(kind, text.strip()) for kind, text in clauses(sentence)]
    assert found == expected


@pytest.mark.parametrize("sentence", WHOLE)
def test_stays_whole(sentence: str) -> None:
    assert len([kind for kind, _ in clauses(sentence) if kind != "lead"]) == 1


def test_a_sentence_may_end_in_a_verb() -> None:
    assert clauses("The firm says it killed") == [("main", "The firm says"), ("content", "it killed")]


@given(st.lists(st.sampled_from("The mayor said , and who after which - “ ” ( ) that it fell killed 12 .".split())))
def test_clauses_cover_every_token_once(parts: list[str]) -> None:
    tokens = tokenize(" ".join(parts), 0)
    found = split_clauses(tokens)
    assert [i for clause in found for i in range(clause.first, clause.end)] == list(range(len(tokens)))
    assert all(clause.first <= clause.body for clause in found)
