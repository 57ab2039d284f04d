"""The English corpus: one value, many phrasings; and of equal rank the sentences that hold no time expression."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsline.dates import span as spans
from newsline.dates.english.lexicon import words
from newsline.dates.resolve import resolve
from newsline.dates.tag import tag, tag_text
from newsline.dates.tense import Tense
from newsline.model import Sentence

FOLDER = Path(__file__).parent / "corpus"
MONDAY = spans.day(date(2025, 5, 5))


def _lines(name: str) -> list[str]:
    lines = (FOLDER / name).read_text("utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def _cases() -> list[tuple[str, str]]:
    """Expected "TYPE value mod" with each sentence."""
    cases = []
    for line in _lines("english.txt"):
        expected, _, rest = line.partition(": ")
        for phrase in rest.split(" | "):
            whole = (
                phrase if phrase[0].isupper() or phrase.startswith(("[T", "[1998] ", "[L")) else f"They met {phrase}."
            )
            cases.append((expected, whole))
    return cases


CASES = _cases()
NEGATIVE = _lines("english_negative.txt")


def test_the_corpus_is_as_large_as_promised() -> None:
    assert len(CASES) >= 600
    assert len({expected for expected, _ in CASES}) >= 120
    assert len(NEGATIVE) >= 200


@pytest.mark.parametrize(("expected", "sentence"), CASES)
def test_phrase(expected: str, sentence: str) -> None:
    before, _, rest = sentence.partition("[")
    inside, _, after = rest.partition("]")
    text = before + inside + after
    found = resolve(tag_text(text), MONDAY)
    at = [r for r in found if r.expression.start == len(before)]
    got = [
        " ".join(filter(None, (r.expression.type, r.value, r.expression.mod if r.expression.mod in PARTS else None)))
        for r in at
        if r.expression.text == inside
    ]
    assert got == [expected], [(r.expression.text, r.value) for r in found]


PARTS = {"START", "MID", "END"}


@pytest.mark.parametrize("sentence", NEGATIVE)
def test_no_time_expression(sentence: str) -> None:
    assert [expression.text for expression in tag_text(sentence)] == []


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    for expression in tag_text(text):
        assert text[expression.start : expression.end] == expression.text
        assert expression.text.strip() == expression.text != ""
    resolve(tag_text(text), MONDAY)


WORDS = words(
    "the of in on at last next this early late mid - , . Monday May 5 2024 3 p.m. week weeks year years ago later "
    "earlier first half quarter summer a few two dozen hundred and to from between Easter now future 's 1990s 10:30 ("
)


@given(st.lists(st.sampled_from(sorted(WORDS)), max_size=14))
def test_any_order_of_the_words(pieces: list[str]) -> None:
    text = " ".join(pieces)
    end = 0
    for found in resolve(tag_text(text), MONDAY):
        assert found.expression.start >= end
        end = found.expression.end
        assert found.span is None or found.span.first <= found.span.last
        assert found.value


def test_expressions_can_be_pickled() -> None:
    found = tag_text("On Sunday, 4 May, the early 1990s, two weeks ago and every Monday since last August.")
    assert pickle.loads(pickle.dumps(found)) == found


def test_offsets_are_those_of_the_text() -> None:
    text = "Nothing. It began on Sunday."
    sentence = Sentence(9, len(text), text[9:])
    (found,) = tag(text, [sentence])
    assert (found.start, found.end, text[found.start : found.end]) == (21, 27, "Sunday")


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("They met on Sunday.", Tense.PAST),
        ("They will meet on Sunday.", Tense.FUTURE),
        ("On Sunday they will meet.", Tense.FUTURE),
        ("The vote is scheduled for Sunday.", Tense.FUTURE),
        ("They plan to meet on Sunday.", Tense.FUTURE),
        ("They had met on Sunday.", Tense.PAST),
        ("The army said on Sunday that it will attack.", Tense.PAST),
        ("The board decided to close the mine as long ago as April.", Tense.PAST),
        ("They agreed to meet as early as April.", Tense.FUTURE),
        ("A strike has been called for Monday.", Tense.FUTURE),
        ("The strike was called off on Monday.", Tense.PAST),
        ("The hearing was set for June.", Tense.FUTURE),
        ("The hearing had been set for June.", Tense.PAST),
        ("The trial was put back to October.", Tense.FUTURE),
        ("Its minister has promised to close all coal-fired mills by 2031.", Tense.FUTURE),
        ("The guard is to drive through the town in armoured cars on 1 July.", Tense.FUTURE),
        ("He was found by armed men in May.", Tense.PAST),
        ("The port will have lost half of its trade by June.", Tense.FUTURE),
        ("She offered to extend the truce until 6 August.", Tense.FUTURE),
        ("The board announced hearings for early September.", Tense.FUTURE),
        ("The board had announced hearings for September.", Tense.PAST),
        ("A second walkout has been called from 14 July.", Tense.FUTURE),
        ("She was released on bail until the end of May.", Tense.FUTURE),
        ("They propose to collect the waste from October.", Tense.FUTURE),
        ("It will be the first strike in the borough since 1989.", Tense.PAST),
        ("The council refused by 31 votes to 27 on Thursday to put it off.", Tense.PAST),
        ("The candidate used a stop in Halden on Tuesday to accuse the mayor.", Tense.PAST),
        ("The union votes on Friday.", Tense.FUTURE),
        ("On Friday the deputy, who had been ill, died.", Tense.PAST),
        (
            "On Friday the deputy, who had been hounded by two newspapers close to the council and by most of its "
            "members, died.",
            Tense.PAST,
        ),
        ("On Friday the mayor, who was elected unopposed, will resign.", Tense.FUTURE),
        ("On Friday the firm, which makes chips, announced a loss.", Tense.PAST),
        ("On Friday a meeting which was open to all.", Tense.NONE),
        ("Preparations for the fair on the quay on Friday go on.", Tense.FUTURE),
        ("The countdown for the launch on 5 May goes on.", Tense.FUTURE),
        ("Preparations for the fair began on Friday.", Tense.PAST),
        ("Preparations went on all Friday.", Tense.PAST),
        ("The assembly decided by 88 votes to 51 on Friday that it would stay.", Tense.PAST),
        ("The club lost by 3 to 1 on Friday.", Tense.PAST),
        ("They decided to play on Friday.", Tense.FUTURE),
    ],
)
def test_tense(text: str, tense: Tense) -> None:
    (found,) = tag_text(text)
    assert found.tense is tense


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They will stop work for two weeks from Monday, 16 June.", ["two weeks", "Monday, 16 June"]),
        ("The pool is shut for a month after Easter.", ["a month", "Easter"]),
        ("The pool will open two weeks after Easter.", ["two weeks after Easter"]),
    ],
)
def test_how_long_from_a_date_on(text: str, found: list[str]) -> None:
    assert [expression.text for expression in tag_text(text)] == found


@pytest.mark.parametrize("order", ["mdy", "dmy"])
def test_date_order(order: str) -> None:
    (found,) = resolve(tag_text("It was 03/04/2024.", date_order=order), MONDAY)
    assert found.value == ("2024-03-04" if order == "mdy" else "2024-04-03")


ADVERSARIAL = (
    "1" * 1_000_000,
    "1-" * 500_000,
    "the last " * 110_000,
    "two hundred and " * 60_000,
    "Monday, " * 12_000,
    "May " * 50_000,
    "(" * 1_000_000,
    "a.m. " * 200_000,
    "1,000," * 160_000,
)


@pytest.mark.parametrize("text", ADVERSARIAL, ids=[text[:12] for text in ADVERSARIAL])
def test_time_grows_linearly(text: str) -> None:
    """A megabyte of the worst kind (less where every word is a date) costs little more than ten tenths of it."""
    tag_text("On Sunday it rained.")
    tenth = _seconds(text[: len(text) // 10])
    assert _seconds(text) < 40 * tenth + 1.0


def _seconds(text: str) -> float:
    start = process_time()
    tag("" + text, [Sentence(0, len(text), text)])
    return process_time() - start
