"""The tense of the verb that governs a German time expression, by the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsline.dates.german import lexicon as words
from newsline.dates.tense import Tense

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
    """The tense of the verb nearest to the characters from `start` to `end`, within its clause."""
    left = WORD.findall(text[max(0, start - REACH) : start])[::-1]
    if left[:1] == ["vom"] and text[start:end].lower() in words.WEEKDAYS and not ONWARDS.match(text, end):
        return Tense.PAST  # "nach dem Angriff vom Montag"
    before = text[max(0, start - REACH) : start]
    right = WORD.findall(text[end : end + REACH])
    if PLANNED.search(before) and (text[start:end].lower() in words.WEEKDAYS or DAY.match(text, start)):
        return Tense.FUTURE if WAS.isdisjoint((*left, *right)) else Tense.PRESENT
    if (behind := BEHIND_CLAUSE.search(before)) and PROGRAMME.fullmatch(behind[1]):
        return Tense.FUTURE
    found = [*_verbs(left), *_verbs(right)]
    tense = min(found, key=lambda verb: verb[:2])[2] if found else Tense.NONE
    if tense is Tense.PRESENT and AHEAD.search(before):
        return Tense.FUTURE
    if tense is Tense.NONE and len(left) <= LEADING and (verb := right[:1]) and FINITE.fullmatch(verb[0]):
        return Tense.FUTURE
    if tense is Tense.NONE and left[:1] in LEADS and (verb := left[1:2]) and PROGRAMME.fullmatch(verb[0]):
        return Tense.FUTURE
    return tense


AHEAD: Final = re.compile(r"\b(?:bis|ab)(?:\s+(?:zu[mr]|dem|kommenden))?\s+$", re.I)
"""Before a date they point ahead, with a present: "bis zum 31. Dezember gilt"."""
PLANNED: Final = re.compile(r"\bfür(?:\s+(?:den|kommenden|diesen))?\s+$", re.I)
"""Before a day they tell what it was planned for: "hat für Dienstag zum Streik aufgerufen"."""
DAY: Final = re.compile(r"\d\d?\.")
WAS: Final = frozenset({"war", "waren", "hatte", "hatten"})
"""With them that may be over."""
BEHIND_CLAUSE: Final = re.compile(r",\s+(\w+)\s+(?:am|um|im)\s+$")
"""Behind a relative clause the sentence goes on: "ein Mann, der festgenommen wurde, kommt am Freitag vor Gericht"."""
ONWARDS: Final = re.compile(r"\s+(?:an|bis)\b")
LEADS: Final = (["am"], ["um"], ["im"])
PROGRAMME: Final = re.compile(
    r"beginnt|(?!(?:nicht|jetzt|seit|mit|laut|fast|sonst|erst|statt|samt|dort|selbst|oft|meist|zuletzt|spät|direkt|zuerst|insgesamt)$)"
    r"(?!ge|be|ver|er|ent|zer|miss)[a-zäöüß]{3,}t"
)
"""A verb in the present right before such a date, and no participle: "Das Spiel beginnt am Samstag"."""
LEADING: Final = 2
"""Words before a date that begins its sentence: "Am Wochenende spielt ..."."""
FINITE: Final = re.compile(r"(?!(?:nicht|jetzt|seit|mit|laut|fast|sonst|erst|statt|samt|dort)$)[a-zäöüß]{3,}t|finden")
"""A verb in the present right behind such a date: news tells the past in other tenses."""


def _verbs(near: list[str]) -> Iterator[tuple[int, int, Tense]]:
    """The verbs of a clause: how little they tell (a finite verb before a participle before "ist"), how far, tense."""
    for distance, word in enumerate(near):
        if word in BREAKS:
            return
        if tense := TENSES.get(word):
            yield (2 if tense is Tense.PRESENT else 0), distance, tense
        elif word in NOT_PAST:
            continue
        elif PARTICIPLE.fullmatch(word):
            yield 1, distance, Tense.PAST
        elif WEAK_PAST.fullmatch(word):
            yield 0, distance, Tense.PAST
