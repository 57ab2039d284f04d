"""Furniture of web pages: the patterns sorted by their first letters find what they find all together."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsline.articles.furniture import CREDIT, CREDIT_HEADS, OPENINGS, OTHER_HEADS, _openings, is_boilerplate
from newsline.articles.kinds import CAPTION_HEADS, CAPTION_OPENING

FURNITURE = """
Share this story with a friend
View this post on the web at https://harbour.example/p/1
View in your browser
Unsubscribe https://harbour.example/u
You are receiving this because you signed up
Already a subscriber? Log in
To continue reading, subscribe
Thanks for reading Harbour Letters!
FOR IMMEDIATE RELEASE
Media contact: Ada Lund, 555-0100
THIS IS A RUSH TRANSCRIPT.
Harbour Works (@harbourworks) June 11, 2031
Read more about the harbour
Our newsletter comes out daily
The newsletter for sailors
E-mail this article
Email this
X
@harbournews
© 2031 Harbour News
(c) 2031 Harbour News
(For a map of the islands, click here)
Lire aussi : la grève continue
À lire aussi
Anzeige
Реклама
Читайте также: новости порта
5 min read
Video
https://example.org/news
A version of this article appeared on page two
This story originally appeared in the Harbour Post
Reporting by Ada Lund in Norham; editing by Per Strand
Ada Lund and Per Strand contributed to this report.
The author has contributed to this article.
""".strip().splitlines()
STORY = """
Shares of the ferry company fell.
View of the harbour has changed since 2019.
Contact with the ferry was lost at noon.
Already a member of the council, she became mayor.
Harbour Works closed on June 11, 2031
The release of the film was immediate.
Readers wrote to the editor for weeks.
The news reached Norham late.
This article of the treaty was never applied.
Xenia Lund won the race.
Videos of the fire were shown in court.
She contributed to the victory.
The followers of the prophet left the town.
""".strip().splitlines()
BRACKETS = re.compile(r"\[[^\]]*\]|\\.|\([^()]*\)")


@pytest.mark.parametrize("sentence", FURNITURE)
def test_furniture_is_told_from_the_story(sentence: str) -> None:
    assert is_boilerplate(sentence)


@pytest.mark.parametrize("sentence", STORY)
def test_the_story_is_kept(sentence: str) -> None:
    assert not is_boilerplate(sentence)


@pytest.mark.parametrize("pattern", OPENINGS)
def test_no_alternatives_stand_outside_brackets(pattern: str) -> None:
    rest = pattern
    while (shorter := BRACKETS.sub("", rest)) != rest:
        rest = shorter
    assert "|" not in rest


@given(st.from_regex(CREDIT, fullmatch=True))
def test_the_cheap_look_at_credits_rules_none_out(sentence: str) -> None:
    assert sentence.lower()[:3] in CREDIT_HEADS or sentence[0] == "("


@given(st.from_regex(_openings()[1], fullmatch=True))
def test_the_cheap_look_at_other_openings_rules_none_out(sentence: str) -> None:
    assert sentence[0] in OTHER_HEADS or sentence[0].isdecimal()


@given(st.from_regex(CAPTION_OPENING, fullmatch=True))
def test_the_cheap_look_at_captions_rules_none_out(sentence: str) -> None:
    assert sentence[0] in CAPTION_HEADS
