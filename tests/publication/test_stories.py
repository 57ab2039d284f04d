"""Folders that hold more than one story."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from newsline.dates import span as spans
from newsline.publication.days import Days
from newsline.publication.explain import Others
from newsline.publication.folder import Folder
from newsline.publication.infer import date_articles
from newsline.publication.likeness import cosines
from newsline.publication.stories import stories
from tests.publication.test_infer import analysis

FERRY = (
    "The ferry Hilda Wray ran aground off Skelby on Monday. Harbour master Nora Quist sent three boats out of Skelby.",
    "Nora Quist told the inquiry at Skelby that the Hilda Wray had been a mile off her course when she ran aground.",
    "The owner of the Hilda Wray was fined. The ferry had no radar, the inquiry at Skelby was told by Nora Quist.",
)
VINES = (
    "Growers in the Ambra valley have lost half of their vines to frost, said Luis Pereda of the Ambra cooperative.",
    "The Ambra cooperative of Luis Pereda asked for help. Frost took half of the vines of the Ambra valley.",
)


def test_two_stories_are_told_apart_in_any_order() -> None:
    mixed = [FERRY[0], VINES[0], FERRY[1], VINES[1], FERRY[2]]
    assert stories(mixed) == [[0, 2, 4], [1, 3]]
    assert stories(mixed[::-1]) == [[0, 2, 4], [1, 3]]


def test_one_story_is_one() -> None:
    assert stories(FERRY) == [[0, 1, 2]]
    assert stories(FERRY[:1]) == [[0]]
    assert stories([]) == []


def test_articles_without_a_word_in_common_are_stories_each() -> None:
    assert stories(["", "Snow fell.", "12 345"]) == [[0], [1], [2]]


def test_likeness_of_two_texts_does_not_depend_on_the_others() -> None:
    alone, among = cosines(FERRY[:2]), cosines([*FERRY, *VINES])
    assert np.allclose(alone, among[:2, :2])
    assert alone[0, 0] == pytest.approx(1.0)
    assert cosines([]).shape == (0, 0)


def test_the_years_of_one_story_are_no_evidence_for_the_other() -> None:
    ferry = [analysis(text, f"ferry-{number}.txt") for number, text in enumerate(FERRY)]
    vines = [analysis(text, f"vines-{number}.txt") for number, text in enumerate(VINES)]
    given = {f"ferry-{number}.txt": spans.day(date(2003, 5, 6 + number)) for number in (1, 2)}
    mixed = date_articles([ferry[0], vines[0], *ferry[1:], vines[1]], given)
    assert list(mixed) == ["ferry-0.txt", "vines-0.txt", "ferry-1.txt", "ferry-2.txt", "vines-1.txt"]
    assert mixed["vines-0.txt"] == date_articles(vines, {})["vines-0.txt"]
    assert mixed["ferry-0.txt"] == date_articles(ferry, given)["ferry-0.txt"]
    assert any(day.year == 2003 for day, _ in mixed["ferry-0.txt"].days)


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ({5: 0.3, 6: 0.2, 12: 0.2, 13: 0.15, 19: 0.1, 20: 0.05}, "most likely of 5, 6, 12, 13 or 19 January 2025"),
        ({5: 0.4, 6: 0.4, 7: 0.2}, "most likely of 5 or 6 January 2025"),
        ({5: 0.9, 6: 0.1}, "which is of 5 January 2025"),
    ],
)
def test_what_is_said_of_another_article_names_no_day_between_its_days(days: dict[int, float], told: str) -> None:
    first = date(2024, 12, 31).toordinal()
    near = Days.told({first + day: share for day, share in days.items()})
    reasons = Others(Folder(FERRY[:2]), [near, near], ["one.txt", "two.txt"]).reasons(0)
    assert [one.text.split(", ", 1)[1] for one in reasons] == [f"which is {told}" if told[0] == "m" else told]
