"""What a text tells of public events by their scenes (`scenes`): names and words of one near a weekday on which it was.

"His mercenaries turned round on Saturday, Mr Prigozhin said in Rostov": no name of the event is needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from newsline.dates.describe import WEEKDAYS
from newsline.dates.tense import Tense
from newsline.late import late
from newsline.publication import tellings, told
from newsline.publication.clues import Clue
from newsline.publication.scenes import COMMON, ENOUGH, Scene, found_in, unmarked
from newsline.publication.taken_apart import WORD

_AFTERMATH = late(
    r"\b(?:anniversar|commemorat|memorial|trial|tried|sentenc|convict|inquest|inquir|verdict|plead|appeal|court|jury|judge"
    r"|testif|hearing|investigat|lawmaker|extradit|settle|compensat|documentar|museum|report|share price|stock)",
    re.I,
)
"""Words of what comes long after an event; where they stand only courts and laws are told of."""
LEGAL = frozenset({"court", "law"})
"""Kinds of scenes in which such words are at home."""
_NEAR = late(r"\b(?:(?P<before>yesterday|last night)|today|tonight|this (?:morning|afternoon|evening))\b", re.I)
"""The article's own day, or the one before it."""
LEAD = 6
"""Sentences and lines at the head of a text in which the news of the day is told; what is recalled comes later.
Chosen by the false hits in T17."""
WHOLE, PART, ASIDE = 0.8, 0.5, 0.4
"""Strengths where one sentence has enough of the scene, where those beside it are needed, and where no weekday says
that it is this event and not another of the same people. Chosen: of the 14 scenes that T17 is found to tell by those
beside it five are right, nearly all that folders tell are; there the figures are the same from .5 to .9."""


class _Stretch:
    """A part of a text: in small letters and unmarked, its words, and those of them that stand in capitals."""

    def __init__(self, text: str) -> None:
        found = WORD.findall(text)
        self.text = " ".join(text.lower().split())
        self.words = frozenset(word.lower() for word in found)
        self.capitals = frozenset(word.lower() for word in found if not word.islower())

    def points(self, scene: Scene) -> int:
        """What it has of a scene."""
        return scene.named(self.capitals, self.text) + scene.told(self.words)

    def has_enough(self, scene: Scene) -> bool:
        """Whether it has enough of a scene, and a word for what happened."""
        return self.points(scene) >= ENOUGH and scene.told(self.words) > 0


def clues(text: str) -> Iterator[Clue]:
    """What a text tells of scenes beside a weekday on which they were, or as of the day itself or the one before."""
    plain = unmarked(text).replace("’", "'")
    whole = _Stretch(plain)
    some = found_in(whole.text, whole.words, whole.capitals)
    sentences = list(told.sentences(plain)) if some else []
    seen: set[tuple[tuple[int, int], ...]] = set()
    for place, own in enumerate(sentences[:LEAD]):
        if told.tells_year(own):
            continue
        for clue in _in_sentence(own, sentences[max(0, place - 1) : place + 2], some):
            if clue.spans not in seen:
                seen.add(clue.spans)
                yield clue


def _in_sentence(own: str, near: Sequence[str], some: Sequence[Scene]) -> Iterator[Clue]:
    """What one sentence tells of scenes, with those beside it."""
    weekdays = list(tellings.weekdays(own))
    days = None if weekdays else _NEAR.search(own)
    if not weekdays and days is None:
        return
    mine, around = _Stretch(own), _Stretch(" ".join(near))
    here = [one for one in some if mine.points(one) and around.has_enough(one)]
    for weekday, words in weekdays if here else ():
        yield from _on_weekday(WEEKDAYS.index(weekday), words, [one for one in here if _fits(one, own)], (mine, around))
    if days and here:
        yield from _on_the_day(own, days, [one for one in here if _fits(one, own)], mine)


def _on_the_day(own: str, days: re.Match[str], some: Sequence[Scene], mine: _Stretch) -> Iterator[Clue]:
    """What a sentence says that tells a scene whole as of today or yesterday."""
    said = _Stretch(tellings.clause(own, days))
    wanted = [
        one
        for one in some
        if one.first == one.last
        and mine.points(one) > ENOUGH
        and said.points(one) >= ENOUGH - 1
        and one.told(said.words)
    ]
    spans = {(one.first + bool(days["before"]),) * 2 for one in _best(wanted, mine)}
    if spans:
        what = f"“{' '.join(own.split())}” is a public fact"
        yield Clue(told.SURELY, what, tuple(sorted(spans)), strength=ASIDE)


def _fits(scene: Scene, words: str) -> bool:
    """Whether words are of the event, not of what came of it."""
    return scene.kind in LEGAL or _AFTERMATH.search(words) is None


def _in_clause(scene: Scene, words: frozenset[str]) -> bool:
    """Whether a weekday's clause has a word of the event, or one of its names."""
    return scene.told(words) > 0 or scene.named(words, "") > COMMON


def _best(some: Sequence[Scene], stretch: _Stretch) -> Sequence[Scene]:
    """The scenes of which a stretch has most."""
    points = [stretch.points(one) for one in some]
    return [one for one, worth in zip(some, points, strict=True) if worth == max(points)]


def _on_weekday(number: int, words: str, some: Sequence[Scene], places: tuple[_Stretch, _Stretch]) -> Iterator[Clue]:
    """What a weekday and the words around it say."""
    mine, around = places
    said = frozenset(word.lower() for word in WORD.findall(words))
    found = [one for one in some if tellings.day_on(one.first, one.last, number) and _in_clause(one, said)]
    best = _best(found, around)
    planned = bool(best) and all(one.is_planned for one in best)
    days = [day for one in best if (day := tellings.day_on(one.first, one.last, number))]
    tense = tellings.tense(words) if planned else Tense.PAST
    clue = told.in_week(days, tense, f"“{' '.join(words.split())}” is a public fact")
    if clue:
        yield replace(clue, strength=WHOLE if any(map(mine.has_enough, best)) else PART)
