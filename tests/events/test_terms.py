"""Stems, names, spellings of names, and amounts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsline.events import terms
from newsline.events.tokens import Tokens, tokenize

SAME = [
    ("Kyiv", "kyiv", "Kiev"),
    ("Zelensky", "Zelenskiy", "Zelenskyy", "Zelenskii"),
    ("Mohammed", "Muhammad", "Mohamed"),
    ("Odesa", "Odessa"),
    ("Müller", "Muller"),
    ("al-Rashid", "Rashid"),
    ("Andriy Yermak", "Andrii Yermak"),
    ("Suleiman", "Suleyman"),
    ("Aldane's", "Aldane"),
]
DIFFERENT = [
    ("Iran", "Iraq"),
    ("Austria", "Australia"),
    ("Paris", "Peres"),
    ("Mahmoud", "Mohammed"),
    ("Mali", "Malawi"),
]

NUMBERS = [
    ("The army has 14 brigades.", ("14 brigades",)),
    ("It took 500 square miles.", ("500 square miles",)),
    ("Fourteen miners were killed.", ("14 killed",)),
    ("The blast killed 11 workers and injured 17 others.", ("11 killed", "17 injured")),
    ("The firm paid $1.5 billion.", ("$1500000000",)),
    ("The firm paid £42m.", ("£42000000",)),
    ("Sales fell by 12%.", ("12%",)),
    ("Some 1,200 people live there.", ("1200 people",)),
    ("The ferry sank and took twelve people with it.", ("12 killed",)),
    ("The attack took 26 lives.", ("26 killed",)),
    ("Nine men were murdered in the meadow.", ("9 killed",)),
    ("The drug saved 26 lives.", ("26 lives",)),
    ("The magnitude-6.3 quake broke windows.", ("6.3 magnitude",)),
    ("The first quake, a 7.1, broke windows.", ("7.1 magnitude",)),
    ("The first quake emptied 7.5 miles of road.", ("7.5 miles",)),
    ("The first score was a 7.1, the judges said.", ("7.1",)),
    ("Police told 8,000 people to leave their homes.", ("8000 evacuated",)),
    ("Half a million passengers walked.", ("500000 passengers",)),
    ("One man came.", ()),
    ("The storm killed 14 people and forced 420 from their homes.", ("14 killed", "420 evacuated")),
    ("The toll from the blast at Aldane rose to 14.", ("14 killed",)),
    ("The toll climbed to at least 35 dead and 120 wounded.", ("35 killed", "120 injured")),
    ("The fire left 20 homeless.", ("20 displaced",)),
    ("A crowd of 20,000 filled the square.", ("20000 people",)),
    ("Two hundred and fifty people were hurt.", ("250 injured",)),
    ("Divers found twenty-three cannons.", ("23 cannons",)),
]


def tokens(text: str) -> Tokens:
    return tokenize(text, 0)


@pytest.mark.parametrize("spellings", SAME)
def test_spellings_of_one_name(spellings: tuple[str, ...]) -> None:
    assert len({terms.name_key(name) for name in spellings}) == 1


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_names(one: str, other: str) -> None:
    assert terms.name_key(one) != terms.name_key(other)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzéüøñç ", max_size=30))
def test_a_key_does_not_depend_on_case(name: str) -> None:
    assert terms.name_key(name) == terms.name_key(name.upper())


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_numbers(text: str, expected: tuple[str, ...]) -> None:
    assert terms.numbers(tokens(text)) == expected


def test_terms_are_stems_of_content_words() -> None:
    assert terms.terms(tokens("The miners have marched through Aldane on Friday.")) == ("miner", "march", "aldan")


def test_a_body_named_general_keeps_its_name() -> None:
    assert terms.names(tokens("The losses were confirmed by the General Staff on Friday.")) == ("General Staff",)
    assert terms.names(tokens("The losses were confirmed by General Ito on Friday.")) == ("Ito",)


def test_names_without_titles() -> None:
    text = "Prime Minister Ida Brandt met Mr Kenji Ito of the Bank of Norland in Aldane's harbour."
    assert terms.names(tokens(text)) == ("Ida Brandt", "Kenji Ito", "Bank of Norland", "Aldane")
