"""Where a text speaks of a vote is found by its words first: no word with which the pattern may begin is left out."""

from __future__ import annotations

import pytest

from newsline.publication import votes


@pytest.mark.parametrize(
    "text",
    [
        "Elections are held on Sunday, an election that few wanted.",
        "Polling over, the polls closed and the ballots, a ballot for each, were counted.",
        "Vote early: votes, voters and each voter voted. Voting went on; a vote's a vote.",
        "Referendum or referendums, runoff or run-off, Run-offs in the first round and the second round.",
        "Primaries and a primary in Oran; the primaries, a plebiscite.",
        "They choose; she chooses, he chose, choosing between a slim majority and an outright majority.",
        "An absolute majority, a narrow majority, a majority: a landslide for her successor.",
        "He swept to power, returned to power and was voted into power; the presidency.",
        "The runner-up, the voteless and a firstborn selection are none.",
    ],
)
def test_the_words_that_are_asked_for_are_those_of_the_pattern(text: str) -> None:
    wanted = [match.span() for match in votes._VOTING.finditer(text)]
    assert [match.span() for match in votes._voting(text)] == wanted
