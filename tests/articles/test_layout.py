"""Lines with places on a page: their order, and the words that are made whole."""

from __future__ import annotations

import pytest

from newsline.articles.layout import Line, reading_order, to_paragraphs

SMALL, LARGE = 0.014, 0.03
"""Heights of 10 and 22 points on A4, as shares of the page."""


def column(left: float, texts: list[str], *, top: float = 0.2, width: float = 0.36) -> list[Line]:
    """Lines of 10 points below one another."""
    return [
        Line(left, left + width, top + number * SMALL, top + (number + 1) * SMALL, text)
        for number, text in enumerate(texts)
    ]


LEFT = column(0.1, ["The bridge fell on", "Monday, when two", "lorries were", "crossing it and the"])
RIGHT = column(0.52, ["wind was strong.", "Nobody was hurt.", "It is closed.", "It was old."])
STORY = "The bridge fell on Monday, when two lorries were crossing it and the wind was strong."


@pytest.mark.parametrize("width", [0.3, 0.415, 0.45, 0.78])
def test_a_headline_may_reach_over_columns_without_joining_them(width: float) -> None:
    title = Line(0.1, 0.1 + width, 0.1, 0.1 + LARGE, "Old bridge falls")
    text = to_paragraphs([reading_order([title, *LEFT, *RIGHT])])
    assert text.split("\n\n")[0] == "Old bridge falls"
    assert STORY in text


def test_a_large_line_inside_a_column_parts_no_other() -> None:
    heading = Line(0.52, 0.7, 0.2 + 4 * SMALL, 0.2 + 4 * SMALL + LARGE, "Ferry")
    below = column(0.52, ["The ferry sails."], top=0.2 + 4 * SMALL + LARGE)
    more = column(0.1, ["The mayor wept.", "He left."], top=0.2 + 4 * SMALL)
    columns = reading_order([*LEFT, *more, *RIGHT, heading, *below])
    assert [line.text for line in columns[0]][-2:] == ["The mayor wept.", "He left."]


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("the council met in the hos-", "pital on Monday", "the council met in the hospital on Monday"),
        ("he was a 54-", "year-old man", "he was a 54-year-old man"),
        ("a well-known man, a well-", "known story", "a well-known man, a well-known story"),
    ],
)
def test_words_broken_at_the_end_of_a_line(first: str, second: str, whole: str) -> None:
    assert to_paragraphs([[column(0.1, [first, second])]]) == whole
