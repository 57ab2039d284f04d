"""Values that travel between processes come out of a pickle as they went in."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field, fields

import pytest

from newsline.model import Analysis, Article
from newsline.packed import Packed
from newsline.pipeline import analyse

TEXT = """Ferry aground

VELM, March 4 (Wire) - The ferry Osprey ran aground near Velm on Sunday evening, two weeks after a storm.

It had left port in early 2019, since which time it has sailed every Friday. The inquiry opens at the end of next month.
"""


@dataclass(frozen=True, slots=True)
class One(Packed):
    only: int


@dataclass(frozen=True, slots=True)
class Two(One):
    other: tuple[One, ...] = field(default=(), kw_only=False)


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize("value", [One(1), Two(2), Two(3, (One(4), Two(5)))])
def test_a_value_survives(value: Packed, protocol: int) -> None:
    assert pickle.loads(pickle.dumps(value, protocol)) == value


def test_an_analysis_survives_with_all_that_is_in_it() -> None:
    analysis = analyse(Article("a.txt", TEXT), "mdy")
    assert analysis.mentions
    assert analysis.expressions
    copied = pickle.loads(pickle.dumps(analysis))
    assert isinstance(copied, Analysis)
    for part in fields(Analysis):
        assert getattr(copied, part.name) == getattr(analysis, part.name)
    assert hash(copied.expressions) == hash(analysis.expressions)
