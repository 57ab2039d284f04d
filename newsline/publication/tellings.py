"""What the almanac knows by a name and a text tells in words of its own: "the fire on Monday took the roof of ...".

Of a name of the almanac (`taken_apart`) what is a name in it must stand in the text as one, what says the sort of
happening in any word for it, and both near a weekday on which it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec.structs import replace

from newsline.dates import almanac, almanac_names
from newsline.dates.describe import WEEKDAYS
from newsline.dates.english.lexicon import NUMBERS, TENS, UNITS
from newsline.dates.span import Span
from newsline.dates.tense import Tense
from newsline.late import late
from newsline.publication import amounts, taken_apart, told
from newsline.publication.clues import Clue
from newsline.publication.taken_apart import WORD, Telling

_DAY = rf"(?:{'|'.join(WEEKDAYS)})"
_SAID = late(
    r"\b(?:said|says|say|told|added|announced|warned|reported|according)\b"
    r"(?: [\w’'-]+){0,4}? (?:on |late |early |last )*"
    rf"{_DAY}\b|\b{_DAY} that\b"
)
"""A weekday on which something was said of it."""
_AFTER = late(
    rf"\b(?P<n>\d{{1,3}}|an?|{'|'.join(word for word in NUMBERS if word.isalpha())})[ -](?P<unit>day|week|month)s? "
    r"(?P<side>after|since|on from|before|ahead of)\b(?P<of>[^.;]{0,60})",
    re.I,
)
_YEARS = late(
    rf"\b(?P<n>\d{{1,3}}|a (?:hundred|quarter of a century)"
    rf"|{'|'.join(word for word in (*NUMBERS, *TENS) if word.isalpha())})"
    r"(?P<years> years)?(?P<day> to the day)? (?:after|since)\b(?P<of>[^.;]{0,60})",
    re.I,
)
_MARKED = late(
    r"\b(?:mark\w*|commemorat\w*|remember\w*|anniversary|wreaths?|candles|ceremon\w+|balloons|bells|lit)\b", re.I
)
"""What is done on the day of an anniversary."""
_ROUND = {"hundred": 100, "quarter of a century": 25}
NEAR, SPREAD = 1.0, 0.9
"""Strengths where all stands in one sentence with its weekday, and where the sentences beside it are needed. Chosen."""
FIRST_YEAR = 1985
"""Before it the almanac has what is remembered, not what is in the news of a folder."""
LEAD = 3
"""Sentences at the head, the headline among them, in which an amount is counted to the news of the day."""
AWAY = 70
"""Characters between a weekday and what happened on it, at most. Chosen: a clause."""
BEHIND = 36
"""The same behind it."""
_TO_COME = re.compile(
    r"\b(?:marry|marries|weds?|opens?|joins?|meets?|goes|launches|lands|plays?|returns?|becomes?|takes|is on|are on)\b"
)
"""Verbs of the present that tell what is planned."""
_THE = re.compile(r"\b(?:the|that|this)\s(?:\w+\s)??(\w+)", re.I)
"""What is told as known, of another sentence's place: "the blast"."""
WEAK = frozenset("hit down broke fell fall lost held took taken left go put came given gave won met".split())
"""Words that tell too many things to be understood beside a name of another sentence."""
_MARK = re.compile(r"[,;:()“”\"–—]")
_ENDS = re.compile(r"[,;:()“”\"–—]|\b(?:that|which|who|when|after|since|before)\b")
_OTHER = re.compile(r" (?:prayers|paper|edition|newspaper|night football)\b")
"""Behind a weekday that is part of another thing's name."""
LONGEST = 7
"""Days of what has a weekday."""


class _Sentence:
    """A sentence of a text, its words in small letters, and those of them that stand in capitals."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(word.lower() for word in WORD.findall(self.text))

    @cached_property
    def capitals(self) -> frozenset[str]:
        return frozenset(word.lower() for word in WORD.findall(self.text) if not word.islower())


def clues(text: str, known: frozenset[str]) -> Iterator[Clue]:
    """What a text tells of happenings beside a weekday of theirs, or counts in days from; `known` keys are left out."""
    words = almanac_names.words_of(text)
    some = [one for one in taken_apart.told_with(words) if one.key not in known]
    if not some:
        return
    sentences = list(map(_Sentence, told.sentences(text)))
    seen: set[tuple[tuple[int, int], ...]] = set()
    for place, own in enumerate(sentences):
        near = sentences[max(0, place - 1) : place + 2]
        if told.tells_year(own.text) or _counts_years(own.text):
            for clue in _years_after(own, near, some):
                if clue.spans not in seen:
                    seen.add(clue.spans)
                    yield clue
            continue
        counted = _counted_from(own, near, some) if place < LEAD else ()
        for clue in (*_on_weekdays(own, near, some), *counted):
            if clue.spans not in seen:
                seen.add(clue.spans)
                yield clue


def _counts_years(text: str) -> bool:
    if " year" not in text and " century" not in text:  # ten times as fast
        return False
    found = _YEARS.search(text)
    return found is not None and (found["years"] is not None or found["n"].lower().endswith("century"))


def _on_weekdays(own: _Sentence, near: Sequence[_Sentence], some: Sequence[Telling]) -> Iterator[Clue]:
    """What one sentence tells with its weekday, by the words around that."""
    for weekday, around in weekdays(own.text):
        words = frozenset(word.lower() for word in WORD.findall(around))
        found: dict[tuple[float, bool], list[int]] = {}
        for one in some:
            strength = _strength(one, own, near) if _tells(one, words) else 0.0
            if strength < NEAR and not _tells(one, words - WEAK):
                continue
            span = almanac.event(one.key) if strength else None
            day = day_on(*span.ordinals, WEEKDAYS.index(weekday)) if span and span.first.year >= FIRST_YEAR else None
            if day is not None:
                found.setdefault((strength, one.planned), []).append(day)
        for (strength, planned), days in found.items():
            clue = told.in_week(
                days, tense(around) if planned else Tense.PAST, f"“{' '.join(around.split())}” is a public fact"
            )
            if clue:
                yield replace(clue, strength=strength)


def weekdays(sentence: str) -> Iterator[tuple[str, str]]:
    """The weekdays of a sentence on which something was that it tells, each with the words of its clause."""
    for weekday in told.WEEKDAY.finditer(sentence):
        around = clause(sentence, weekday)
        if not (_SAID.search(around) or _OTHER.match(sentence, weekday.end()) or told.days_of_year(sentence)):
            yield weekday[0], around


def tense(words: str) -> Tense:
    """Whether what may be planned is over, which it is where nothing is said of it, or lies ahead."""
    found = Tense.FUTURE if _TO_COME.search(words) else told.tense(words)
    return Tense.PAST if found is Tense.NONE else found


def clause(text: str, weekday: re.Match[str]) -> str:
    """The words of a clause around a weekday: those before it to the last comma, and the few behind it."""
    before, behind = (
        text[max(0, weekday.start() - AWAY) : weekday.start()],
        text[weekday.end() : weekday.end() + BEHIND],
    )
    return _MARK.split(before)[-1] + weekday[0] + _ENDS.split(behind)[0]


def _tells(one: Telling, words: frozenset[str]) -> bool:
    """Whether words tell what happened."""
    return any(sort & words for sort in one.sorts)


def _counted_from(own: _Sentence, near: Sequence[_Sentence], some: Sequence[Telling]) -> Iterator[Clue]:
    """What one sentence counts in days from a happening."""
    counted = _AFTER.search(own.text)
    for one in some if counted else ():
        strength = _strength(one, own, near)
        span = almanac.event(one.key) if strength else None
        if span and counted and (clue := _counted(one, span, counted, strength)):
            yield clue


def _years_after(own: _Sentence, near: Sequence[_Sentence], some: Sequence[Telling]) -> Iterator[Clue]:
    """What a round number of years after a happening says: "seventy years to the day after the landings"."""
    years = _YEARS.search(own.text)
    marked = years and (years["day"] or (_MARKED.search(own.text) and told.weekdays(own.text)))
    if not years or not marked or not _counts_years(own.text):
        return
    said = years["n"].lower().removeprefix("a ")
    count = int(said) if said.isdigit() else _ROUND.get(said) or NUMBERS.get(said) or TENS.get(said)
    behind = frozenset(WORD.findall(years["of"].lower()))
    for one in some if count else ():
        span = almanac.event(one.key) if _tells(one, behind) and _strength(one, own, near) else None
        if span is None or count is None or not span.is_day:
            continue
        day = span.first.replace(year=span.first.year + count, day=min(span.first.day, 28)).toordinal()
        day += span.first.day - min(span.first.day, 28)
        if years["day"] or (day - 1) % 7 in told.weekdays(own.text):
            clue = told.in_week([day], Tense.PAST, f"“{' '.join(years[0].split())}” is counted from a public fact")
            if clue:
                yield replace(clue, strength=SPREAD)


def _strength(one: Telling, own: _Sentence, near: Sequence[_Sentence]) -> float:
    """How surely a sentence tells it: all in one sentence, or in those beside it as well; 0 if it does not."""
    names = set(one.names)
    if names <= own.capitals and all(sort & own.words for sort in (*one.sorts, *one.things)):
        return NEAR
    if len(names) + len(one.sorts) + len(one.things) < 3 and not taken_apart.is_rare(one.names[0]):
        return 0.0
    if not (
        names & own.capitals or any(place[1].lower() in sort for place in _THE.finditer(own.text) for sort in one.sorts)
    ):
        return 0.0
    capitals = frozenset().union(*(sentence.capitals for sentence in near))
    words = frozenset().union(*(sentence.words for sentence in near))
    return SPREAD if names <= capitals and all(sort & words for sort in (*one.sorts, *one.things)) else 0.0


def day_on(first: int, last: int, weekday: int) -> int | None:
    """The day that falls on a weekday, of a happening's first and last (ordinals); None if it is long, or none does."""
    if last - first >= LONGEST:
        return None
    return next((day for day in range(first, last + 1) if (day - 1) % 7 == weekday), None)


def _counted(one: Telling, span: Span, counted: re.Match[str], strength: float) -> Clue | None:
    """What a number of days says that is counted from a happening."""
    if told.days_of_year(counted["of"]) or span.first.year < FIRST_YEAR:
        return None
    behind = frozenset(WORD.findall(counted["of"].lower()))
    if not _tells(one, behind):
        return None
    said = counted["n"].lower()
    number = int(said) if said.isdigit() else 1 if said in {"a", "an"} else NUMBERS.get(said)
    limits = amounts.bounds(number, UNITS[counted["unit"].lower()]) if number else None
    if limits is None:
        return None
    first, last = span.ordinals
    ahead = counted["side"].lower() in {"before", "ahead of"}
    stretch = (first - limits[1], first - limits[0]) if ahead else (first + limits[0], last + limits[1])
    what = f"“{' '.join(counted[0].split())}” is counted from a public fact"
    return Clue("told_week", what, (stretch,), strength=strength)
