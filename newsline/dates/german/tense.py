"""The tense of the verb that governs a German time expression, by the words around it."""

from __future__ import annotations

import re
from typing import Final

from newsline.dates.german import lexicon as words
from newsline.model import Tense

WORD: Final = re.compile(r"\w+|[;:„“”\"()]")
BREAKS: Final = frozenset(';:„“”"()')
REACH: Final = 120
"""Characters to look for the verb on either side: about 14 words, a clause of news."""
WEAK_PAST: Final = re.compile(r"[a-zäöüß]{2,}(?:[^aeiou]te|[^aeiou]ten|ete|eten)")
"""Weak verbs in the simple past: "sagte", "erklärten"."""
PARTICIPLE: Final = re.compile(r"(?:\w+)?ge[a-zäöüß]{2,}(?:t|en)")
NOT_PAST: Final = frozenset(
    [
        "achte",
        "achten",
        "alte",
        "alten",
        "beste",
        "besten",
        "bitte",
        "breite",
        "breiten",
        "dritten",
        "elften",
        "ersten",
        "fünften",
        "gebieten",
        "gegen",
        "gesamten",
        "gestalten",
        "guten",
        "heute",
        "letzte",
        "letzten",
        "leute",
        "minuten",
        "mitte",
        "monaten",
        "neunten",
        "nächste",
        "nächsten",
        "sechsten",
        "seite",
        "seiten",
        "siebten",
        "vierten",
        "weite",
        "weiten",
        "zehnten",
        "zeiten",
        "zweite",
        "zweiten",
        "zwölften",
    ]
)
TENSES: Final = {
    **dict.fromkeys(words.FUTURE, Tense.FUTURE),
    **dict.fromkeys(words.PAST, Tense.PAST),
    **dict.fromkeys(words.PRESENT, Tense.PRESENT),
}


def tense_of(text: str, start: int, end: int) -> Tense:
    """The tense of the finite verb nearest to the characters from `start` to `end`, within its clause."""
    left = WORD.findall(text[max(0, start - REACH) : start])[::-1]
    right = WORD.findall(text[end : end + REACH])
    found = [near for near in (_nearest(left), _nearest(right)) if near]
    if not found:
        return Tense.NONE
    return min(found, key=lambda near: near[0])[1]


def _nearest(near: list[str]) -> tuple[int, Tense] | None:
    present: tuple[int, Tense] | None = None
    for distance, word in enumerate(near):
        if word in BREAKS:
            break
        if tense := TENSES.get(word):
            if tense is not Tense.PRESENT:
                return distance, tense
            present = present or (distance, tense)
        elif word not in NOT_PAST and (WEAK_PAST.fullmatch(word) or PARTICIPLE.fullmatch(word)):
            return distance, Tense.PAST
    return present
