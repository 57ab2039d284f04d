"""How well a line stands alone: pairs of which the first is the better line, and bounds."""

from __future__ import annotations

import pytest

from newsline.events.fitness import fitness
from newsline.events.tokens import tokenize

GOOD = "Norland troops crossed the border at Aldane on Friday with forty tanks."
WORSE = [
    "They crossed the border at Aldane on Friday with forty tanks and more.",
    "These updates show that Norland troops crossed the border at Aldane on Friday.",
    "That marked the first time that Norland troops crossed the border at Aldane.",
    "The incident came as Norland troops crossed the border at Aldane on Friday.",
    "crossed the border at Aldane on Friday with forty Norland tanks and more",
    "Norland fell.",
    "the first Norland incursion at Aldane in August",
    "“Norland troops crossed the border at Aldane on Friday, and we saw them.",
    "Have Norland troops crossed the border at Aldane on Friday with forty tanks?",
    "I saw Norland troops cross the border at Aldane on Friday with forty tanks.",
    "NORLAND TROOPS CROSSED THE BORDER AT ALDANE ON FRIDAY WITH FORTY TANKS.",
    "Ida Brandt said on Friday.",
    GOOD[:-1] + ", which led to a crowd of people who had come from the market to run away in all directions and to "
    "leave behind them whatever they had bought there in the course of a long and sunny morning.",
]


def score(text: str) -> float:
    tokens = tokenize(text, 0)
    verb = next((i for i, tag in enumerate(tokens.tags) if tag in "VZXHKM"), -1)
    return fitness(text, tokens, 0, len(tokens), verb)


def test_a_good_line() -> None:
    assert score(GOOD) == 1.0


@pytest.mark.parametrize("text", WORSE)
def test_worse_lines(text: str) -> None:
    assert score(text) < 0.85


def test_nothing_is_no_line() -> None:
    assert fitness("", tokenize("", 0), 0, 0, -1) == 0.0
