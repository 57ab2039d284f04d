"""Folders of invented articles without a date of their own: the true day lies in what is given, and that is narrow."""

from __future__ import annotations

from datetime import date

import pytest

from newsline.dates import span as spans
from newsline.model import Article, Dating
from newsline.pipeline import analyse
from newsline.publication.infer import date_articles

STRIKE = {
    "vote.txt": (
        "Dockers in Port Harran will stop work on Monday, 7 November 2011, over a new rota: so they voted on Thursday."
        " The union's secretary, Ines Calder, said that nobody had been asked. The rota takes effect next month.",
        date(2011, 11, 3),
        310,
    ),
    "begins.txt": (
        "Forty cranes stood still in Port Harran on Monday as the dockers began their strike over the new rota, Ines"
        " Calder of the union said. Eleven ships were waiting in the roads on Monday evening.",
        date(2011, 11, 7),
        400,
    ),
    "ends.txt": (
        "PORT HARRAN, November 19 - The dockers went back to work on Saturday, twelve days after they began their"
        " strike over the rota. Ines Calder called the deal of Friday fair. It was signed on 18 November 2011.",
        date(2011, 11, 19),
        1,
    ),
}
FLOOD = {
    "crest.txt": (
        "The river Tarn crested at 9.4 metres in Velden on Tuesday, 12 March 1998, and 3,000 people slept in schools.",
        date(1998, 3, 12),
        1400,
    ),
    "levee.txt": (
        "A levee broke at Velden on 10 March 1998, and the river Tarn ran into Mill Lane. Mayor Ruth Osk said on"
        " Wednesday that nobody had drowned. The bridge is to reopen on 20 March.",
        date(1998, 3, 11),
        14,
    ),
    "a-month.txt": (
        "A month after the levee broke at Velden and the river Tarn ran into Mill Lane, Mayor Ruth Osk opened a new"
        " wall on Friday. Easter, on Sunday, will be quiet in the town, she said.",
        date(1998, 4, 10),
        400,
    ),
}
LAUNCH = {
    "scrubbed.txt": (
        "The launch of the weather satellite Halcyon from Cape Morrow was called off on Friday because of wind. The"
        " agency will try again on Sunday, June 18, its spokesman Tor Lund said. It had been planned since 2021.",
        date(2023, 6, 16),
        400,
    ),
    "up.txt": (
        "CAPE MORROW, June 18, 2023 (Skywire) - The weather satellite Halcyon reached its orbit on Sunday, two days"
        " after wind had stopped a first attempt, the agency's spokesman Tor Lund said.",
        date(2023, 6, 18),
        1,
    ),
}
TRIAL = {
    "verdict.txt": (
        "A jury in Selbury acquitted the banker Noor Falk on Friday, a day after hearing the last plea. The trial had"
        " begun on 5 September 2016. Prosecutors said on Friday evening that they would appeal by 14 October.",
        date(2016, 9, 30),
        1100,
    ),
}
FOLDERS = {"strike": STRIKE, "flood": FLOOD, "launch": LAUNCH, "trial": TRIAL}


def dated(name: str) -> dict[str, Dating]:
    articles = [Article(file, text) for file, (text, *_) in FOLDERS[name].items()]
    return date_articles([analyse(article, "mdy") for article in articles], {})


@pytest.mark.parametrize(("name", "file"), [(name, file) for name, folder in FOLDERS.items() for file in folder])
def test_the_true_day_lies_in_what_is_given(name: str, file: str) -> None:
    _, day, widest = FOLDERS[name][file]
    published = dated(name)[file].published
    assert published is not None
    assert published.contains(spans.day(day)), published
    assert (len(published.members) or published.days) <= widest, published
