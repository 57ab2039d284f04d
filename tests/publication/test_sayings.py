"""What is said beside dates, compared."""

from __future__ import annotations

from newsline.publication import sayings
from newsline.publication.sayings import MOST_HOLDERS


def test_sayings_with_a_rare_word_in_common_are_alike() -> None:
    bridge, again, market = {"w:bridge": 0.8, "w:shut": 0.6}, {"w:bridge": 1.0}, {"w:market": 1.0}
    assert sayings.alike([bridge], [bridge, again, market], 0.5) == [[(0, 1.0), (1, 0.8)]]


def test_a_sentence_said_again_and_again_is_like_none() -> None:
    said = {"w:bridge": 1.0}
    assert [len(one) for one in sayings.alike([said], [said] * MOST_HOLDERS, 0.5)] == [MOST_HOLDERS]
    assert sayings.alike([said], [said] * (MOST_HOLDERS + 1), 0.5) == [[]]
