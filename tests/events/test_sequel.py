"""Sentences without a date that take the day of the one before."""

from __future__ import annotations

import pytest

from tests.events.analysing import FILLER, dated

PUBLISHED = "2012-03-07"
GOES_ON = [
    # the sentence before only announces it
    ("There were new arrests on Monday. Police took in four clerks at Aldane.", "Police took in four", "2012-03-05"),
    ("There was fresh grief on Friday. Divers raised the bow of the ferry.", "Divers raised the bow", "2012-03-02"),
    # words put it on the day told before
    ("The cabinet fell on Monday. Within hours crowds blocked the ring road.", "Within hours crowds", "2012-03-05"),
    ("The cabinet fell on Monday. By then six members had left it.", "By then six members had left", "2012-03-05"),
    ("The cabinet fell on 2 March. Minutes later the bells of Aldane rang.", "bells of Aldane rang", "2012-03-02"),
    ("The cabinet fell on Monday. It was a surprise. Within hours crowds blocked Aldane.", "crowds", "2012-03-05"),
]
STANDS_ALONE = [
    "The cabinet fell on Monday. Crowds blocked the ring road of Aldane.",  # on that day or not
    "There will be talks on Friday. Police took in four clerks at Aldane.",
    "There were new arrests on Monday.\n\nPolice took in four clerks at Aldane.",
    "There were new arrests in March. Police took in four clerks at Aldane.",
    "The cabinet fell, the radio said on Monday. Within hours crowds blocked Aldane.",
    "The cabinet fell on Monday. Within hours of the vote of 1998 crowds had blocked Aldane.",
    "The cabinet fell on Monday. Within hours the price was twice as high.",
    "The cabinet fell on Monday. Within hours, he said, crowds would block Aldane.",
    "The cabinet fell on Monday. “Within hours crowds blocked Aldane,” he said.",
]


@pytest.mark.parametrize(("text", "line", "day"), GOES_ON)
def test_what_goes_on_is_of_the_day_told_before(text: str, line: str, day: str) -> None:
    found = dated(f"{FILLER}\n\n{text}", PUBLISHED)[-1]
    assert line in found.text
    assert str(found.span) == day


COUNTED = [
    ("The army came on Monday. The move came three days after the judge of Aldane left.", "2012-03-02"),
    ("The army came on Monday. Ida Brandt leaves on Friday. It came a day after the judge left.", "2012-03-04"),
]


@pytest.mark.parametrize(("text", "day"), COUNTED)
def test_what_is_counted_from_is_of_the_day_told_before(text: str, day: str) -> None:
    found = dated(f"{FILLER}\n\n{text}", PUBLISHED)[-1]
    assert "left" in found.text
    assert str(found.span) == day


@pytest.mark.parametrize(
    "text",
    [
        "The army came. The move came three days after the judge of Aldane left.",
        "The army came on Monday. Two days after the judge left Ida Brandt spoke.",
    ],
)
def test_nothing_counts_from_a_day_that_is_not_told(text: str) -> None:
    assert not [one.text for one in dated(f"{FILLER}\n\n{text}", PUBLISHED) if "judge" in one.text]


@pytest.mark.parametrize("text", STANDS_ALONE)
def test_nothing_else_takes_the_day_of_the_sentence_before(text: str) -> None:
    last = text.replace("\n", " ").split(". ")[-1]
    found = dated(f"{FILLER}\n\n{text}", PUBLISHED)
    assert not [one.text for one in found if one.expression and one.text in last and one.expression.text not in last]
