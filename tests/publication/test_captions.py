"""Dates of pictures above a text are not the text's own."""

from __future__ import annotations

from datetime import date

import pytest

from newsline.publication import layout
from newsline.publication.infer import date_articles
from tests.publication.test_infer import analysis

STORY = "The board of Wexmouth will hear the divers on Friday. Nobody has used the quay since the storm."


def zones(text: str) -> list[str]:
    return [one.zone for one in layout.locate(analysis(text), lambda _: False)]


@pytest.mark.parametrize(
    "caption",
    [
        "March 9: Divers at the eastern quay.",
        "AP March 9: Divers at the eastern quay.",
        "Divers stand on the eastern quay of Wexmouth, Thursday, March 9, 2017.\n(AP) WEXMOUTH",
        "Divers stand on the eastern quay of Wexmouth, March 9, 2017.\nPhotograph: Una Reith",
    ],
)
def test_the_date_of_a_picture_is_known_as_one(caption: str) -> None:
    assert zones(f"{caption}\n{STORY}")[0] == "caption"


@pytest.mark.parametrize(
    "text",
    [
        "The board met on March 9: it closed the quay.",
        "The quay was shut on March 9, 2017. It has cracks.",
        "March 9, 2017\nThe quay was shut.",
        "Published: March 9, 2017\nThe quay was shut.",
    ],
)
def test_other_dates_are_not(text: str) -> None:
    assert "caption" not in zones(f"{text}\n{STORY}")


@pytest.mark.parametrize(
    ("text", "of_page"),
    [
        ("May 16, Ord\nParliament sends the draft to the people.", True),
        ("Ord Gazette. 16 May. Parliament sends the draft to the people.", True),
        ("Parliament sends the draft to a referendum on 16 May.", False),
        ("A letter of 22 April, of which this paper has a copy, asks for the money.", False),
        ("On 16 May the people vote.", True),
    ],
)
def test_a_date_to_which_a_preposition_leads_is_none_of_the_page(text: str, of_page: bool) -> None:
    (item,) = layout.locate(analysis(text), lambda _: False)
    assert item.led is not of_page


def test_a_picture_is_mostly_of_the_day_before() -> None:
    text = f"March 9, 2017: Divers at the eastern quay.\n{STORY}"
    days = dict(date_articles([analysis(text)], {})["a.txt"].days)
    assert max(days, key=lambda day: days[day]) in {date(2017, 3, 9), date(2017, 3, 10)}
    assert days[date(2017, 3, 10)] > days.get(date(2017, 3, 8), 0.0)
