"""Headlines and captions that lost their line break: a bar stands where another text begins, and where none does."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsline.articles.seams import _stands_in
from newsline.articles.sentences import split
from newsline.model import Article, SentenceKind

STITCHED = """
Storm sinks ferry off the northern coast| A search is under way for six people who were on board.
Storm sinks ferry off the northern coast| For the second time this winter a ferry has sunk in the strait.
The bridge had been closed since June 2019| The council has voted to pull it down.
Odell mine flooded in 1994 aged pumps blamed| Two men who worked there have been charged.
Marta Lund quits as head of the union| Marta Lund has resigned after nine years, the union said.
Lund died in her flat last spring aged 50| Marta Lund's doctor has lost his licence, the council said.
Lund was found dead in June| Marta Lund's doctor has lost his licence, the council said.
Lund was treated for insomnia, papers show| Pop star Marta Lund had taken five pills, the coroner has found.
Odells pull out of Harbour Park concert| The Odells are not to play on Saturday| Organisers had asked other organisers.
Miners' families left without answers| Relatives of the men said their relatives had been told nothing.
Minister wants "no more excuses"| A minister has told the water firms to mend their pipes.
""".strip().splitlines()
"""Where a noun is the reason it is written small further on: that it is no name is seen in the article itself."""
WHOLE = """
Lund said the ferry A Fine Day was to sail on Monday with a new crew.
He told The Harbour Chronicle that the ferry had been late for years.
Odell Holdings said it would buy a deadline that Odell had let pass twice.
The firm's Series A shares were worth less than its Class B shares in May.
She was named Minister of Trade in March and left in the same year.
The mayor, Marta Lund, said that Lund Holdings had never asked for the land.
Analysts doubt that Odell can sell the yard before Odell Holdings is broken up.
The ministers met in Oslo on Friday Norwegian time to settle the fishing dispute.
Two former Odell managers were told that three Odell lorries were missing.
""".strip().splitlines()


def _pieces(text: str) -> list[str]:
    return [sentence.text for sentence in split(Article("a", text))]


@pytest.mark.parametrize("line", STITCHED)
def test_a_headline_that_runs_into_the_story_is_cut_from_it(line: str) -> None:
    parts = [part.strip() for part in line.split("|")]
    sentences = split(Article("a", " ".join(parts) + " Nobody was hurt."))
    assert [sentence.text for sentence in sentences] == [*parts, "Nobody was hurt."]
    kinds = [sentence.kind for sentence in sentences]
    captions = [SentenceKind.CAPTION] * (len(parts) - 2)
    assert kinds == [SentenceKind.TITLE, *captions, SentenceKind.BODY, SentenceKind.BODY]


@pytest.mark.parametrize("line", WHOLE)
def test_a_capital_letter_with_another_reason_cuts_nothing(line: str) -> None:
    assert _pieces(line + " Nobody was hurt.") == [line, "Nobody was hurt."]


@pytest.mark.parametrize("line", STITCHED)
def test_only_the_first_sentence_is_searched(line: str) -> None:
    parts = [part.strip() for part in line.split("|")]
    first = "The strike went on in all nine harbours yesterday."
    assert _pieces(f"{first}\n\n{' '.join(parts)}")[0] == first
    kinds = {sentence.kind for sentence in split(Article("a", f"{first}\n\n{' '.join(parts)}"))}
    assert kinds == {SentenceKind.BODY}


def test_a_headline_of_its_own_makes_what_runs_in_a_caption() -> None:
    text = "Ferry sinks in storm\n\nThe ferry in better days A search is under way for six people.\n\nNobody was hurt."
    kinds = [(sentence.kind, sentence.text) for sentence in split(Article("a", text))]
    assert kinds[:3] == [
        (SentenceKind.TITLE, "Ferry sinks in storm"),
        (SentenceKind.CAPTION, "The ferry in better days"),
        (SentenceKind.BODY, "A search is under way for six people."),
    ]


def test_a_time_stamp_that_runs_in_is_one() -> None:
    text = "14 May 2019 Last updated at 09:14 GMT A search is under way for six people. Nobody was hurt."
    kinds = [sentence.kind for sentence in split(Article("a", text))]
    assert kinds == [SentenceKind.DATELINE, SentenceKind.BODY, SentenceKind.BODY]


@pytest.mark.parametrize(
    "head",
    [
        "By Anna Lund Harbour News, Los Angeles",
        "By Anna Lund Harbour News",
        "By Anna Lund Science editor, The Chronicle",
        "By Anna Lund Environment correspondent, HBC News, Oslo",
    ],
)
def test_a_byline_that_runs_in_is_one(head: str) -> None:
    story = (
        "Six people are missing since a ferry sank in the strait between the islands, where another had sunk in the "
        "winter before, police said."
    )
    kinds = [(sentence.kind, sentence.text) for sentence in split(Article("a", f"{head} {story} They search."))]
    assert kinds == [(SentenceKind.BYLINE, head), (SentenceKind.BODY, story), (SentenceKind.BODY, "They search.")]


def test_other_languages_are_left_alone() -> None:
    text = "Sturm versenkt Fähre vor der Küste Die Suche nach sechs Menschen dauert an. Niemand wurde verletzt."
    assert len(split(Article("a", text, language="de"))) == 2


@given(st.text("ab .'-_é", max_size=30), st.text("ab.é'", min_size=1, max_size=3))
def test_a_word_is_found_as_its_pattern_finds_it(text: str, word: str) -> None:
    assert _stands_in(text, word) == (re.search(rf"\b{re.escape(word)}\b", text) is not None)
