"""The tense of the verb that governs a time expression, by the words around it."""

from __future__ import annotations

from typing import Final

from newsline.dates.english.tokens import Line
from newsline.model import Tense

REACH: Final = 14
"""Tokens to look for the verb on either side; clauses of news seldom are longer."""
FUTURE: Final = frozenset(
    [
        "will",
        "shall",
        "'ll",
        "’ll",
        "scheduled",
        "due",
        "plans",
        "plan",
        "planned",
        "expects",
        "expect",
        "expected",
        "going",
        "would",
        "upcoming",
        "set",
        "slated",
        "intends",
        "hopes",
        "aims",
        "may",
        "might",
        "could",
        "should",
        "must",
        "can",
        "won't",
        "won’t",
        "tomorrow",
        "to",
    ]
) - {"to", "would", "may", "might", "could", "should", "must", "can", "set"}
PAST: Final = frozenset(
    [
        "was",
        "were",
        "had",
        "did",
        "said",
        "told",
        "took",
        "came",
        "went",
        "made",
        "began",
        "became",
        "got",
        "gave",
        "found",
        "held",
        "left",
        "met",
        "saw",
        "won",
        "lost",
        "fell",
        "rose",
        "kept",
        "led",
        "sent",
        "spoke",
        "stood",
        "struck",
        "broke",
        "brought",
        "built",
        "bought",
        "caught",
        "chose",
        "cut",
        "died",
        "drew",
        "drove",
        "fought",
        "hit",
        "killed",
        "knew",
        "laid",
        "paid",
        "put",
        "ran",
        "read",
        "sat",
        "sold",
        "shot",
        "showed",
        "spent",
        "swore",
        "taught",
        "thought",
        "threw",
        "understood",
        "wrote",
        "announced",
        "declared",
        "been",
        "grew",
        "flew",
        "shut",
        "set",
        "hurt",
        "wore",
        "hung",
        "sank",
        "shook",
        "stole",
        "swept",
        "woke",
        "wound",
        "beat",
        "bore",
        "bound",
        "bred",
    ]
) - {"read", "wound", "set", "put", "shut", "cut", "hurt", "been"}
BREAKS: Final = frozenset({";", ":", "—", "“", "”", '"', "but", "(", ")"})
NOT_PAST: Final = frozenset(
    [
        "need",
        "speed",
        "indeed",
        "hundred",
        "seed",
        "feed",
        "red",
        "bed",
        "united",
        "breed",
        "led",
        "shed",
        "wed",
        "sacred",
        "naked",
        "alleged",
    ]
)


def tense_of(line: Line, first: int, last: int) -> Tense:
    """The tense of the verb nearest to the tokens from `first` to `last`, within its clause."""
    left = _nearest(line, range(first - 1, max(first - REACH, -1), -1))
    right = _nearest(line, range(last, min(last + REACH, len(line.words))))
    if left and (right is None or left[0] <= right[0] + 1):
        return left[1]
    return right[1] if right else Tense.NONE


def _nearest(line: Line, indices: range) -> tuple[int, Tense] | None:
    for distance, index in enumerate(indices):
        word = line.words[index].lower()
        if word in BREAKS:
            return None
        if word in FUTURE:
            return distance, Tense.FUTURE
        if word in PAST or (word.endswith("ed") and len(word) > 4 and word not in NOT_PAST):
            return distance, _modal(line, index)
        if word in {"is", "are", "has", "have", "says"}:
            return distance, Tense.PRESENT
    return None


def _modal(line: Line, index: int) -> Tense:
    """A participle behind "will be" or "is to be" is no past."""
    for word in (line.lower(index - 1), line.lower(index - 2), line.lower(index - 3)):
        if word in FUTURE or (word == "to" and line.lower(index - 1) == "be"):
            return Tense.FUTURE
    return Tense.PAST
