"""The stemmer against the one that Snowball generates from its own description of the algorithm."""

from __future__ import annotations

import pytest
import snowballstemmer  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from newsline.events.english.stemmer import IRREGULAR, stem

ORACLE = snowballstemmer.stemmer("english")
ENDINGS = """
s es ies ied ed eed eedly edly ing ingly y ly li ational tional enci anci abli entli izer ization ation ator alism
aliti alli fulness ousli ousness iveness iviti biliti bli ogist ogi fulli lessli alize icate iciti ical ful ness ative
al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize sion tion e ll ' 's 's'
""".split()
WORDS = """
running ran runs dying lying tying dyingly ugly news sky skies skis early only evening inning outing succeed exceedingly
generate general generic organise organisation university universal commune community interim latest past pasted added
adding eggs off odd hoped hopping hoping sayings yes you yearly by boy boys ties gas gaps kiwis this bus caresses
abilities agreement agreed controlling roll rolled rate cease apology geologist communism relational ' 's 'em
""".split()


@pytest.mark.parametrize("word", [*WORDS, *IRREGULAR])
def test_words(word: str) -> None:
    assert stem(word) == ORACLE.stemWord(word)


@given(st.text("aeiouybcdfghklmnprstvwxz'", max_size=7), st.lists(st.sampled_from(ENDINGS), max_size=2))
def test_any_beginning_with_any_endings(beginning: str, endings: list[str]) -> None:
    word = beginning + "".join(endings)
    assert stem(word) == ORACLE.stemWord(word)


@given(st.text(max_size=12))
def test_any_text(text: str) -> None:
    assert stem(text.lower()) == ORACLE.stemWord(text.lower())
