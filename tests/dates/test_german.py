"""Every German phrase of `corpus/german/` against the tagger, and what holds for any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsline.dates import span as spans
from newsline.dates.resolve import resolve
from newsline.dates.tag import tag, tag_text
from newsline.dates.tense import Tense
from newsline.model import Resolution
from tests.dates.corpus import FOLDER, Case, Marked, cases, negatives

CASES = tuple(cases(FOLDER / "german"))
NEGATIVES = tuple(negatives(FOLDER / "german"))


def overlapping(case: Case) -> list[Resolution]:
    found = resolve(tag(case.marked.text, case.marked.sentences, language="de"), spans.day(case.on))
    assert case.marked.target is not None
    start, end = case.marked.target
    return [item for item in found if item.expression.start < end and start < item.expression.end]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_phrase(case: Case) -> None:
    found = overlapping(case)
    assert found, "nothing was found"
    if case.span:
        known = [item.span for item in found if item.span]
        assert (str(min(span.first for span in known)), str(max(span.last for span in known))) == case.span
        return
    if not case.loose:
        assert case.marked.target is not None
        assert [item.expression.text for item in found] == [case.marked.text[slice(*case.marked.target)]]
    assert found[0].value in case.values
    assert found[0].expression.type == case.type
    if case.mods is not None:
        assert found[0].expression.mod in case.mods


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_nothing_else(case: Case) -> None:
    known = [extent for extent in (case.marked.target, *case.marked.others) if extent]
    found = tag(case.marked.text, case.marked.sentences, language="de")
    assert [item.text for item in found if not any(item.start < end and start < item.end for start, end in known)] == []


@pytest.mark.parametrize(("topic", "marked"), NEGATIVES, ids=[f"{topic}: {item.text}" for topic, item in NEGATIVES])
def test_negative(topic: str, marked: Marked) -> None:
    found = tag(marked.text, marked.sentences, language="de")
    assert [item.text for item in found] == [marked.text[start:end] for start, end in marked.others], topic


def test_size_of_the_corpus() -> None:
    assert len({case.name for case in CASES}) >= 180
    assert len({item.text for _, item in NEGATIVES}) >= 55


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("Am Freitag wird die Brücke gesperrt.", Tense.FUTURE),
        ("Die Brücke soll am Freitag gesperrt werden.", Tense.FUTURE),
        ("Die Brücke wurde am Freitag gesperrt.", Tense.PAST),
        ("Am Freitag sagte sie ab.", Tense.PAST),
        ("Sie haben am Freitag unterschrieben.", Tense.PAST),
        ("Freitag, so die Behörde.", Tense.NONE),
    ],
)
def test_tense(text: str, tense: Tense) -> None:
    assert [item.tense for item in tag_text(text, language="de")] == [tense]


@pytest.mark.parametrize("language", ["de", "de-CH", "de_AT", "DE"])
def test_every_german_is_german(language: str) -> None:
    assert [item.text for item in tag_text("Es begann gestern.", language=language)] == ["gestern"]


PIECES = st.sampled_from(
    [
        "am",
        "Montag",
        "5.",
        "31.",
        "Mai",
        "2024",
        " ",
        "vor",
        "drei",
        "Tagen",
        "bis",
        "Jahrestag",
        "des",
        "-",
        "Ende",
        "9/11",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=30).map(" ".join)))
def test_any_text(text: str) -> None:
    last = 0
    for item in tag_text(text, language="de"):
        assert last <= item.start < item.end <= len(text)
        assert item.text == text[item.start : item.end]
        last = item.end
        for resolution in resolve([item], None):
            assert resolution.span is None or resolution.span.first <= resolution.span.last
