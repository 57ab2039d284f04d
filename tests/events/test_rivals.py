"""When two days for one event are a conflict of its sources, and when they are not."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from newsline.events.merge import merge
from newsline.model import Factuality
from tests.events.telling import on, published, told

SANK = "The ferry Corrin sank off Harnvik with forty people"
FIRST, SECOND = on(2019, 3, 4), on(2019, 3, 5)


def saying(mention, phrase):
    """The mention with another phrase for its date."""
    return replace(mention, expression=replace(mention.expression, text=phrase))


def conflicts(*mentions, datings=None):
    return [c.text for event in merge(mentions, datings or {}) for c in event.conflicts if c.kind == "date"]


def test_two_claims_of_a_day_disagree():
    one = saying(told("a", SANK, FIRST), "Monday 4 March")
    assert len(conflicts(one, saying(told("b", SANK, SECOND), "5 March"))) == 2
    assert len(conflicts(one, saying(told("b", SANK, SECOND), "Tuesday"))) == 2


@pytest.mark.parametrize(
    "other",
    [
        saying(told("b", SANK, SECOND), "the night of 5 March"),
        saying(told("b", SANK, SECOND), "the day after"),
        told("b", SANK, SECOND, lead=True),
        told("b", SANK, SECOND, factuality=Factuality.PLANNED),
        told("b", SANK, replace(SECOND, approximate=True)),
    ],
    ids=["night", "no day named", "day of the article", "plan", "approximate"],
)
def test_what_claims_no_day_disagrees_with_none(other):
    assert conflicts(saying(told("a", SANK, FIRST), "4 March"), other) == []


def test_two_weekdays_do_not_disagree():
    one = saying(told("a", SANK, FIRST), "Monday")
    assert conflicts(one, saying(told("b", SANK, SECOND), "Tuesday")) == []


PHASES = [
    ("The Corrin debate off Harnvik was cut short by the speaker", 0),
    ("The Corrin debate off Harnvik began under the speaker", 2),
]


@pytest.mark.parametrize(("other", "count"), PHASES)
def test_the_beginning_and_the_end_of_a_thing_do_not_disagree(other, count):
    one = saying(told("a", "The Corrin debate off Harnvik began with the speaker", FIRST), "4 March")
    assert len(conflicts(one, saying(told("b", other, SECOND), "5 March"))) == count


def test_successive_reports_do_not_disagree():
    datings = {"a": published("a", FIRST), "b": published("b", SECOND)}
    one, other = saying(told("a", SANK, FIRST), "4 March"), saying(told("b", SANK, SECOND), "5 March")
    assert conflicts(one, other, datings=datings) == []


CROWD = [told(f"x{i}", f"The mayor of Ostby opened school number {'abcdefghijklmnop'[i]}", FIRST) for i in range(14)]


def test_where_much_is_told_the_two_must_tell_of_one_deed():
    one = saying(told("a", SANK, FIRST), "4 March")
    same = saying(told("b", SANK, SECOND), "5 March")
    photographed = saying(told("b", "The ferry Corrin is seen off Harnvik with forty people", SECOND), "5 March")
    assert len(conflicts(one, same, *CROWD)) == 2
    assert conflicts(one, photographed, *CROWD) == []
