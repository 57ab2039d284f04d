"""Seasons of the southern half of the earth."""

from __future__ import annotations

from datetime import date

import pytest

from newsline.dates import span as spans
from newsline.dates.resolve import resolve
from newsline.dates.tag import tag_text

SOUTH = "Farmers around Dunedin and in Queensland are waiting. "
NORTH = "Farmers around Dunedin, in Kent and elsewhere in England are waiting. "


def told(text: str, language: str = "en") -> list[tuple[str, str]]:
    found = resolve(tag_text(text, language=language), spans.day(date(2011, 8, 24)))
    return [(str(item.span), item.value) for item in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hearings were held in the winter of 2010.", ("2010-06/2010-08", "2010-WI")),
        ("Hearings were held in the summer of 2009-10.", ("2009-12/2010-02", "2009-SU")),
        ("Hearings will be held in the spring.", ("2011-09/2011-11", "2011-SP")),
        ("Hearings were held last autumn.", ("2011-03/2011-05", "2011-FA")),
        ("Hearings were held in early autumn 2010.", ("2010-03/2010-05", "2010-FA")),
        ("Hearings were held in March 2010.", ("2010-03", "2010-03")),
    ],
)
def test_a_text_of_the_south_means_its_own_seasons(text: str, expected: tuple[str, str]) -> None:
    assert told(SOUTH + text) == [expected]


def test_what_is_told_from_the_north_is_of_the_north() -> None:
    assert told(NORTH + "Hearings were held in the winter of 2010.") == [("2010-24", "2010-WI")]
    assert told("Sydney is far. Hearings were held in the winter of 2010.") == [("2010-24", "2010-WI")]
    german = "Sydney und Brisbane warten. Im Winter 2010 war es kalt."
    assert told(german, "de") == [("2010-24", "2010-WI")]
