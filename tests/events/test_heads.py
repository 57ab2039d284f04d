from __future__ import annotations

from datetime import date

import pytest

from newsline.dates.span import day
from newsline.formats.words import told
from newsline.model import Article, Event, Factuality, Mention
from newsline.pipeline import analyse
from newsline.timeline.wording import line, worded

PRINTED = [
    ("The bank was sold by Rolf Dane, who was arrested in April.", "[Rolf Dane] was arrested in April."),
    ("The trial, which opened on Monday, turned on three letters.", "[The trial] opened on Monday"),
    ("Police looked for Mira Oz, 61, who was last seen on 4 June.", "[Mira Oz] was last seen on 4 June."),
    ("The driver was a watchman of 61, who had lost his licence in May.", "[A watchman] had lost his licence in May."),
    (
        "The city fined the mill that spilled acid into the Tarn in March.",
        "[The mill] spilled acid into the Tarn in March.",
    ),
    ("Voters remember the mayor, who was sentenced in May.", "[The mayor] was sentenced in May."),
    ("The town bought the mill in 1990 and sold its wheels in June 1998.", "[The town] sold its wheels in June 1998."),
    ("Mira Oz lost her seat. She left in May and sold the house in June.", "[Mira Oz] sold the house in June."),
    ("The mill, which burned in 2011, was rebuilt and was sold in 2015.", "[The mill] was sold in 2015."),
    ("Blue Ferries lost a ship in 2010 but paid its crew in May 2011.", "[Blue Ferries] paid its crew in May 2011."),
]
"""A sentence, and how the last thing that it tells is printed."""

AS_IT_STANDS = [
    "She is the wife of the mayor, who was arrested in May.",  # two persons
    "They wrote of a fire in the mill, which broke out in May.",  # two things
    "Rolf Dane and Mira Oz, who were arrested in April.",  # only one of the two
    "The league lost the vote, which led to riots in June.",  # the vote, or that it was lost
    "Those who left in May were fined.",
    "He spoke against the driver, Rolf Dane, which was dropped in May.",  # the case
    "They ate eels from a pond, which were brought in May.",
    "The talks, which were to begin on 4 May, have been called off.",  # the whole says both
    "Rolf Dane was arrested on Monday and charged on Friday.",  # "was" is shared, too
    "She bought the mill in 1990 and sold its wheels in June 1998.",  # nobody is named
    "The bridge that the army had built in 1990 burned.",  # not the subject
    "The president sent his envoy to Lima, who arrived in May.",  # no place does
    "The strike that was to begin on Monday has been put off.",
]


def last(text: str) -> Mention:
    return analyse(Article("a.txt", text), "mdy").mentions[-1]


@pytest.mark.parametrize(("text", "printed"), PRINTED)
def test_a_noun_in_brackets_makes_a_sentence(text: str, printed: str) -> None:
    found = last(text)
    start, end, slice_ = line(found)
    event = Event("e", day(date(2011, 6, 4)), slice_, "a.txt", start, end, Factuality.HAPPENED, (found,))
    assert found.defect is None
    assert text[start:end] == slice_
    assert told(worded(event, found)) == printed


@pytest.mark.parametrize("text", AS_IT_STANDS)
def test_nothing_is_added_where_the_noun_is_not_sure(text: str) -> None:
    assert last(text).stands_for is None
