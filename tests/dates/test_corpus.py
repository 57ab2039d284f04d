"""Every phrase of the tables in `corpus/` against the tagger: extents, type, value and mod."""

from __future__ import annotations

import pytest

from newsline.dates import span as spans
from newsline.dates.resolve import resolve
from newsline.dates.tag import tag
from newsline.model import Resolution
from tests.dates.corpus import Case, Marked, cases, negatives

CASES = tuple(cases())
NEGATIVES = tuple(negatives())
MIN_PHRASES, MIN_VALUES, MIN_NEGATIVES = 600, 120, 200
"""What the corpus has to hold at least, as the issue that asked for it says."""


def resolutions(case: Case) -> tuple[Resolution, ...]:
    expressions = tag(case.marked.text, case.marked.sentences, language="en", date_order=case.order)
    return tuple(resolve(expressions, spans.day(case.on)))


def overlapping(found: tuple[Resolution, ...], extent: tuple[int, int]) -> list[Resolution]:
    return [item for item in found if item.expression.start < extent[1] and extent[0] < item.expression.end]


@pytest.mark.parametrize("case", [case for case in CASES if not case.span], ids=lambda case: case.name)
def test_phrase(case: Case) -> None:
    target = case.marked.target
    assert target is not None
    found = overlapping(resolutions(case), target)
    assert found, "nothing was found"
    if case.loose:
        item = next((item for item in found if item.value in case.values), found[0])
    else:
        item = found[0]
        extents = [case.marked.text[item.expression.start : item.expression.end] for item in found]
        assert extents == [case.marked.text[slice(*target)]]
    assert item.value in case.values
    assert item.expression.type == case.type
    if case.mods is not None:
        assert item.expression.mod in case.mods


@pytest.mark.parametrize("case", [case for case in CASES if case.span], ids=lambda case: case.name)
def test_range(case: Case) -> None:
    assert case.marked.target is not None
    found = [item.span for item in overlapping(resolutions(case), case.marked.target) if item.span]
    assert found, "nothing was found"
    assert (str(min(span.first for span in found)), str(max(span.last for span in found))) == case.span


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_nothing_else(case: Case) -> None:
    known = [extent for extent in (case.marked.target, *case.marked.others) if extent]
    found = tag(case.marked.text, case.marked.sentences, language="en", date_order=case.order)
    strays = [item.text for item in found if not any(item.start < end and start < item.end for start, end in known)]
    assert strays == []
    for extent in case.marked.others:
        assert any(item.start < extent[1] and extent[0] < item.end for item in found)


@pytest.mark.parametrize(("topic", "marked"), NEGATIVES, ids=[f"{topic}: {item.text}" for topic, item in NEGATIVES])
def test_negative(topic: str, marked: Marked) -> None:
    found = tag(marked.text, marked.sentences, language="en", date_order="mdy")
    assert len([item.text for item in found]) == len(marked.others), f"{topic}: {[item.text for item in found]}"
    for item in found:
        assert any(item.start < end and start < item.end for start, end in marked.others)


def test_size_of_the_corpus() -> None:
    assert len({(case.type, case.values, case.mods, case.span) for case in CASES}) >= MIN_VALUES
    assert len({case.name for case in CASES}) >= MIN_PHRASES
    assert len({item.text for _, item in NEGATIVES}) >= MIN_NEGATIVES
