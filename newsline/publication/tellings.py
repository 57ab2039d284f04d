"""What the almanac knows by a name and a text tells in words of its own: "the fire on Monday took the roof of ...".

A name of the almanac is taken apart: what is a name in it must stand in the text as one, what says the sort of
happening in any word for it, and both near a weekday on which it was.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property

from msgspec import Struct
from msgspec.structs import replace

from newsline.dates import almanac, almanac_names, almanac_rows
from newsline.dates.describe import WEEKDAYS
from newsline.dates.english.lexicon import NUMBERS, TENS, UNITS
from newsline.dates.span import Span
from newsline.dates.tense import Tense
from newsline.late import late
from newsline.publication import amounts, told
from newsline.publication.clues import Clue
from newsline.publication.sorts import happenings
from newsline.publication.sorts import things as sorts_of_things

_PERSONAL = re.compile(
    r"\b(?:death|murder|assassination|killing|execution|resignation|impeachment|birth|abdication|proclamation"
    r"|shooting of|trial|jailing|pardon|beheading|divorce|confirmation|expulsion|extradition|speech|interview|act"
    r"|report)\b"
)
"""Names of what people did or suffered; `happenings` has their verbs."""
_SMALL = frozenset(
    {
        "au",
        "al",
        "el",
        "de",
        "la",
        "the",
        "of",
        "in",
        "on",
        "at",
        "a",
        "an",
        "and",
        "by",
        "to",
        "from",
        "with",
        "for",
        "s",
        "its",
    }
)
_WORD = re.compile(r"[^\W_]+")
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
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
PLANNED = frozenset(
    """launch release landing flyby ruling decision verdict agreement accord handover accession independence
    announcement departure deal treaty enlargement funeral wedding coronation conviction vote opening summit""".split()
)
"""Words of what is known before it happens."""
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


class Telling(Struct, frozen=True):
    """A happening of the almanac taken apart."""

    key: str
    names: tuple[str, ...]
    """Words that stand in capitals, in small letters."""
    sorts: tuple[frozenset[str], ...]
    """For each word of what happened those that may stand for it."""
    things: tuple[frozenset[str], ...]
    """The same of other words: "train", "school"."""
    planned: bool
    """Whether it was known before it happened."""


class _Sentence:
    """A sentence of a text, its words in small letters, and those of them that stand in capitals."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(word.lower() for word in _WORD.findall(self.text))

    @cached_property
    def capitals(self) -> frozenset[str]:
        return frozenset(word.lower() for word in _WORD.findall(self.text) if not word.islower())


def clues(text: str, known: frozenset[str]) -> Iterator[Clue]:
    """What a text tells of happenings beside a weekday of theirs, or counts in days from; `known` keys are left out."""
    words = almanac_names.words_of(text)
    index = _index()
    named = (one for word in sorted(words & _rarest()) for one in index[word])
    asked = dict.fromkeys(_telling(one) for one in named if all(name in words for name in one.names))
    some = [
        one for one in asked if one and one.key not in known and all(sort & words for sort in (*one.sorts, *one.things))
    ]
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
    found = _YEARS.search(text)
    return found is not None and (found["years"] is not None or found["n"].lower().endswith("century"))


def _on_weekdays(own: _Sentence, near: Sequence[_Sentence], some: Sequence[Telling]) -> Iterator[Clue]:
    """What one sentence tells with its weekday, by the words around that."""
    for weekday in told.WEEKDAY.finditer(own.text):
        around = clause(own.text, weekday)
        if _SAID.search(around) or _OTHER.match(own.text, weekday.end()) or told.days_of_year(own.text):
            continue
        words = frozenset(word.lower() for word in _WORD.findall(around))
        found: dict[tuple[float, bool], list[int]] = {}
        for one in some:
            strength = _strength(one, own, near) if _tells(one, words) else 0.0
            if strength < NEAR and not _tells(one, words - WEAK):
                continue
            span = almanac.event(one.key) if strength else None
            day = _day_on(span, WEEKDAYS.index(weekday[0])) if span and span.first.year >= FIRST_YEAR else None
            if day is not None:
                found.setdefault((strength, one.planned), []).append(day)
        for (strength, planned), days in found.items():
            tense = Tense.PAST
            if planned:
                tense = Tense.FUTURE if _TO_COME.search(around) else told.tense(around)
            clue = told.in_week(
                days, Tense.PAST if tense is Tense.NONE else tense, f"“{' '.join(around.split())}” is a public fact"
            )
            if clue:
                yield replace(clue, strength=strength)


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
    behind = frozenset(_WORD.findall(years["of"].lower()))
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
    if len(names) + len(one.sorts) + len(one.things) < 3 and not _is_rare(one.names[0]):
        return 0.0
    if not (
        names & own.capitals or any(place[1].lower() in sort for place in _THE.finditer(own.text) for sort in one.sorts)
    ):
        return 0.0
    capitals = frozenset().union(*(sentence.capitals for sentence in near))
    words = frozenset().union(*(sentence.words for sentence in near))
    return SPREAD if names <= capitals and all(sort & words for sort in (*one.sorts, *one.things)) else 0.0


def _day_on(span: Span, weekday: int) -> int | None:
    """The day of a happening that falls on a weekday."""
    first, last = span.ordinals
    if last - first >= LONGEST:
        return None
    return next((day for day in range(first, last + 1) if (day - 1) % 7 == weekday), None)


def _counted(one: Telling, span: Span, counted: re.Match[str], strength: float) -> Clue | None:
    """What a number of days says that is counted from a happening."""
    if told.days_of_year(counted["of"]) or span.first.year < FIRST_YEAR:
        return None
    behind = frozenset(_WORD.findall(counted["of"].lower()))
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


class _Named(Struct, frozen=True):
    """A name of the almanac, and which of its words stand in capitals."""

    name: str
    key: str
    names: tuple[str, ...]


@cache
def _named() -> Sequence[_Named]:
    """The names with words of both sorts: some that are names, and some that may tell what happened."""
    plain = happenings().keys() | sorts_of_things().keys()
    found = []
    for name, key in almanac_rows.names("en", "", "anchor").items():
        words = [word for word in _WORD.findall(name) if word not in _SMALL] if "’" not in name else []
        names = tuple([word for word in words if word not in plain])
        if names and len(names) < len(words):
            found.append(_Named(name, key, names))
    return found


@cache
def _index() -> Mapping[str, Sequence[_Named]]:
    """The names by their rarest word. Of most no more is ever asked: what they mean is looked up for those that are."""
    common = Counter(word for one in _named() for word in one.names)
    found: dict[str, list[_Named]] = {}
    for one in _named():
        found.setdefault(min(one.names, key=lambda word: (common[word], word)), []).append(one)
    return found


@cache
def _rarest() -> frozenset[str]:
    return frozenset(_index())


@cache
def _by_word() -> Mapping[str, Sequence[_Named]]:
    found: dict[str, list[_Named]] = {}
    for one in _named():
        for word in one.names:
            found.setdefault(word, []).append(one)
    return found


@cache
def _is_rare(word: str) -> bool:
    """Whether the almanac has a word in the name of one happening only."""
    return len({one.key for one in _by_word()[word] if _telling(one)}) == 1


@cache
def _telling(one: _Named) -> Telling | None:
    """The happening that a name means; None if it cannot be taken apart."""
    if not almanac.is_event(one.key) or _PERSONAL.search(one.name):
        return None
    return _apart(one.key, one.name)


def _apart(key: str, name: str) -> Telling | None:
    """A name taken apart; None if no word of it is a name, or none tells what happened."""
    sorts, things = happenings(), sorts_of_things()
    words = [word for word in _WORD.findall(name) if word not in _SMALL]
    names = tuple(word for word in words if word not in sorts and word not in things)
    told_by = tuple(sorts[word] for word in words if word in sorts)
    if not names or not told_by:
        return None
    planned = key.endswith("-foreseen") or bool(PLANNED.intersection(words))
    return Telling(key, names, told_by, tuple(things[word] for word in words if word in things), planned)
