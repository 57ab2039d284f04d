"""Who is elected and not yet in office: the stretches between a vote and the beginning of a term."""

from __future__ import annotations

from datetime import date

import pytest

from newsline.publication import elected


def _spans(text: str) -> list[tuple[str, str]]:
    """The first and the last days of all stretches of all clues."""
    found = (span for clue in elected.clues(text) for span in clue.spans)
    return [(str(date.fromordinal(first)), str(date.fromordinal(last))) for first, last in found]


TRUMP = [("2016-11-08", "2017-01-19"), ("2024-11-05", "2025-01-19")]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("President-elect Barack Obama spoke of the dam.", [("2008-11-04", "2009-01-19")]),
        ("President-elect George W. Bush spoke of the dam.", [("2000-11-07", "2001-01-19")]),
        ("Vice President-elect Kamala Harris spoke.", [("2020-11-03", "2021-01-19")]),
        ("President-elect Trump’s party", TRUMP),
        ("The president-elect, Mr. Trump, spoke.", TRUMP),
        ("The Trump transition team spoke.", TRUMP),
        ("the incoming Trump administration", TRUMP),
        ("Incoming President Donald Trump spoke.", TRUMP),
        ("President-elect Javier Milei spoke.", [("2023-11-19", "2023-12-09")]),
        ("President-elect Vicente Fox of Mexico spoke.", [("2000-07-02", "2000-11-30")]),
        ("Prime Minister-designate Mario Draghi spoke.", [("2020-10-16", "2021-02-12")]),  # no vote made him one
    ],
)
def test_who_is_named(text: str, spans: list[tuple[str, str]]) -> None:
    assert _spans(text) == spans


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("The Mexican president-elect spoke of the dam.", ("2018-07-01", "2018-11-30")),
        ("Brazil’s president-elect spoke of the dam.", ("2022-10-30", "2022-12-31")),
        ("The U.S. president-elect spoke.", ("2020-11-03", "2021-01-19")),
        ("The president-elect left for Washington.", ("1992-11-03", "1993-01-19")),
        ("The incoming Polish president spoke.", ("2015-05-24", "2015-08-05")),
        ("India’s prime minister-designate spoke.", ("2014-05-12", "2014-05-25")),
        (
            "Kenya waits. In Kenya the price of tea rose, and Kenyan farmers are glad; "
            + "the rain has come. " * 8
            + "The president-elect spoke.",
            ("2022-08-09", "2022-09-12"),
        ),
    ],
)
def test_the_country_is_named(text: str, span: tuple[str, str]) -> None:
    assert span in _spans(text)


@pytest.mark.parametrize(
    "text",
    [
        "President-elect Ada Penn spoke.",
        "President-elect Ada Penn of the American Dental League spoke.",
        "The president-elect spoke.",
        "Talks between the president-elect, Mexico and Canada go on.",
        "The elected president spoke.",
        "The incoming tide met President Barack Obama.",
        "The transition team of the club spoke.",
        "The incoming president of the golf club spoke.",
    ],
)
def test_nobody_is_known(text: str) -> None:
    assert _spans(text) == []


def test_the_years_are_those_of_people_who_are_named() -> None:
    assert elected.years_named("President-elect Trump met the Mexican president-elect.") == {2016, 2024}
