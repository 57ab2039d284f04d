"""Values that travel between processes come out of a pickle as they went in."""

from __future__ import annotations

import pickle
from datetime import date

import pytest
from msgspec import Struct
from msgspec.structs import replace

from newsline.analysis import Analysis
from newsline.dates.expression import Fixed, Last, PartOf, This, Unit
from newsline.dates.span import month, one_of
from newsline.model import Article
from newsline.pipeline import analyse

TEXT = """Ferry aground

VELM, March 4 (Wire) - The ferry Osprey ran aground near Velm on Sunday evening, two weeks after a storm.

It had left port in early 2019, since which time it has sailed every Friday. The inquiry opens at the end of next month.
"""


MEANINGS = (This(Unit.DAY), Last(Unit.WEEK), PartOf(Last(Unit.YEAR), "END"), Fixed(month(2019, 3)))


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize("value", [*MEANINGS, Article("a.txt", TEXT), one_of([month(2019, 3), month(2021, 3)])])
def test_a_value_survives(value: Struct, protocol: int) -> None:
    assert pickle.loads(pickle.dumps(value, protocol)) == value


@pytest.mark.parametrize("value", MEANINGS)
def test_a_value_is_frozen_and_can_be_hashed(value: Struct) -> None:
    with pytest.raises(AttributeError):
        setattr(value, value.__struct_fields__[0], None)
    assert hash(replace(value)) == hash(value)


def test_values_of_two_kinds_are_never_equal() -> None:
    this: Struct = This(Unit.DAY)
    assert this != Last(Unit.DAY)


def test_a_span_that_ends_before_it_begins_is_refused_however_it_is_made() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        replace(month(2019, 3), last=date(2019, 2, 1))


def test_an_analysis_survives_with_all_that_is_in_it() -> None:
    analysis = analyse(Article("a.txt", TEXT), "mdy")
    assert analysis.mentions
    assert analysis.expressions
    copied = pickle.loads(pickle.dumps(analysis))
    assert isinstance(copied, Analysis)
    assert copied == analysis
    assert hash(copied.expressions) == hash(analysis.expressions)
