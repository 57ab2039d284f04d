"""Where a text names what the almanac knows: days, dated facts, offices and whoever was in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from itertools import dropwhile

from newsline.dates.almanac import is_event, lookup
from newsline.dates.almanac_rows import names

WORD = re.compile(r"\w+")
FEW = 2
"""Names with one first word that are looked for by it."""
MANY = 16
"""Names with one last word that are not looked for by it."""
LONGEST_NAME = 200
"""Characters that a name may take, white space included: the longest of the almanac has a fourth of that."""
BY_TITLE = ("pope ", "king ", "queen ", "emperor ", "prince ")
"""Titles of those who have no surname: "Pope Francis" is a full name."""
OFFICES = frozenset(
    """
    president vice deputy prime minister premier chancellor exchequer taoiseach secretary secretary-general general
    state defense defence foreign home health treasury finance attorney governor gov. mayor king queen emperor pope
    prince crown speaker house commons chief justice executive director managing first leader labour conservative
    tory liberal democrat opposition commission european central bank federal reserve fed chairman chairwoman chair
    ecb imf world nato eu policy council who director-general fifa ioc fbi cia security homeland special counsel
    palestinian authority north korean libyan soviet colonel col. gen. ayatollah archbishop canterbury counsellor of
    the england british
    """.split()
)
"""Words of offices, before the name of whoever is in them."""


def name_at(text: str, position: int, language: str = "en", *uses: str) -> tuple[str, int] | None:
    """The longest name of a day or fact that begins at a position of a text: its key and its end, or None.

    By default of a row that is a time expression or an anchor of one; `uses` names other kinds.
    """
    return _at(text, position, language, uses or ("", "anchor"))


@lru_cache(maxsize=4)
def find_facts(text: str, language: str = "en") -> tuple[tuple[int, int, str], ...]:
    """What happened once and is named in a text: start, end and key, the longest at each place."""
    return tuple(found for found in _named(text, language, ("", "anchor")) if is_event(found[2]))


def find_people(text: str) -> dict[str, list[str]]:
    """Whoever is named in full and stands in the almanac with an office: the name as in the text, with the keys."""
    lower, plain, words = _read(text)
    found: dict[str, list[str]] = {}
    for word in sorted(words & _words_told()):
        for who, key in _people(word):
            if who in plain:
                place = lower.find(who)
                if place >= 0 and text[place].isupper():
                    mine = found.setdefault(text[place : place + len(who)], [])
                    if key not in mine:
                        mine.append(key)
    return found


@cache
def _words_told() -> frozenset[str]:
    """The words by which people are looked for."""
    return frozenset(_told("en", ("period",)))


@cache
def _people(word: str) -> Sequence[tuple[str, str]]:
    """The full names of people in an office that are looked for by a word, with the keys of their times in it."""
    keys, told = names("en", "period"), _told("en", ("period",))[word]
    return [(who, keys[name]) for name, _ in told if " " in (who := person(name))]


@cache
def person(name: str) -> str:
    """A name without the office before it."""
    who = " ".join(dropwhile(OFFICES.__contains__, name.split(" ")))
    return name if " " not in who and name.startswith(BY_TITLE) else who


def find_periods(text: str, language: str = "en") -> Iterator[tuple[int, int, str]]:
    """The phrases of a text that have periods: start, end and the key for `occurrences`; the longest at each place."""
    return _named(text, language, ("period",))


def words_of(text: str) -> AbstractSet[str]:
    """The words of a text, small letters."""
    return _read(text)[2]


def find_places(text: str, table: Mapping[str, Sequence[str]]) -> Iterator[tuple[int, int, str]]:
    """Where names of a table stand in a text, small letters, by their last words: start, end and name."""
    lower, _, words = _read(text)
    found = [name for word in words if word in table for name in table[word]]
    yield from sorted((place, place + len(name), name) for name in found for place in _places(lower, name))


def by_last_word(names: Iterable[str]) -> dict[str, list[str]]:
    """A table of names, small letters, for `find_places`."""
    found: dict[str, list[str]] = {}
    for name in names:
        found.setdefault(WORD.findall(name)[-1], []).append(name)
    return found


def places(text: str, words: AbstractSet[str]) -> list[int]:
    """Where words of a set, small letters, stand in a text, in order."""
    lower, _, held = _read(text)
    return sorted(place for word in held & words for place in _places(lower, word))


def _named(text: str, language: str, uses: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    """The names of rows in a text: start, end and key, the longest at each place."""
    lower, plain, words = _read(text)
    begins, told = _beginnings(language, uses), _sought(language, uses)
    met: dict[str, list[str]] = {}
    for word in words & _words_sought(language, uses):
        for name, first in told[word]:
            if first in words and name in plain:
                met.setdefault(first, []).append(name)
    position = 0
    places = ((place, word) for word in met for place in _places(lower, begins[word]))
    for start, word in sorted(places):
        some = sorted(met[word], key=len, reverse=True)
        if start >= position and (found := _longest(text, start, language, uses, some)):
            key, position = found
            yield start, position, key


@lru_cache(maxsize=4)
def _read(text: str) -> tuple[str, str, AbstractSet[str]]:
    """A text without capitals, as long as it was; the same with single spaces as its only white space; its words."""
    lower = text.lower()
    if len(lower) != len(text):  # a few letters become two
        lower = "".join(letter.lower()[0] for letter in text)
    pieces = lower.split()
    words = set(pieces)
    words.update(WORD.findall(" ".join([piece for piece in words if not piece.isalnum()])))
    return lower, " ".join(pieces), words


def _places(text: str, beginning: str) -> Iterator[int]:
    """Where words of the text begin, and end, with what names begin with."""
    place = text.find(beginning)
    while place >= 0:
        end = place + len(beginning)
        if not text[place - 1 : place].isalnum() and not (text[end - 1].isalnum() and text[end : end + 1].isalnum()):
            yield place
        place = text.find(beginning, end)


@cache
def _beginnings(language: str, uses: tuple[str, ...]) -> Mapping[str, str]:
    """First word of a name -> what all names with it begin with: "d-day" for "d", else that word."""
    found: dict[str, str] = {}
    for first, group in _by_first_word(language, uses).items():
        words = {name.partition(" ")[0] for name in group}
        found[first] = words.pop() if len(words) == 1 else first
    return found


@cache
def _told(language: str, uses: tuple[str, ...]) -> Mapping[str, list[tuple[str, str]]]:
    """Each name with its first word, under the word that a text is asked for: the first where few names have it, else
    the last. "President Penn" is looked for where there is a Penn, not wherever there is a president.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    for first, group in _by_first_word(language, uses).items():
        for name in group:
            word = first
            if len(group) > FEW:
                word = name.rpartition(" ")[2]
                if not word.isalnum():
                    word = WORD.findall(word)[-1]
            found.setdefault(word, []).append((name, first))
    return found


@cache
def _sought(language: str, uses: tuple[str, ...]) -> Mapping[str, list[tuple[str, str]]]:
    """The same, names that would be many under one word under their longest ones: "Victory Day" is looked for where
    there is a victory.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    for word, group in _told(language, uses).items():
        if len(group) <= MANY:
            found.setdefault(word, []).extend(group)
            continue
        for name, first in group:
            longest = max((other for other in WORD.findall(name) if other != word), key=len, default=word)
            found.setdefault(longest, []).append((name, first))
    return found


@cache
def _words_sought(language: str, uses: tuple[str, ...]) -> frozenset[str]:
    """The words that a text is asked for: what two sets share is found in a third of the time of a mapping's keys."""
    return frozenset(_sought(language, uses))


@cache
def _by_first_word(language: str, uses: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """First word of a name -> all the names that begin with it, the longest first."""
    groups: dict[str, list[str]] = {}
    for name in names(language, *uses):
        first = name.partition(" ")[0]
        if not first.isalnum():
            begins = WORD.match(name)
            if begins is None:
                continue
            first = begins.group()
        groups.setdefault(first, []).append(name)
    return {first: tuple(sorted(found, key=len, reverse=True)) for first, found in groups.items()}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """A name with any white space between its words. One for all names would take longer to compile than a text."""
    return re.compile(re.escape(name).replace(r"\ ", r"\s+") + r"(?!\w)", re.IGNORECASE)


def _at(text: str, position: int, language: str, uses: tuple[str, ...]) -> tuple[str, int] | None:
    first = WORD.match(text, position)
    some = _by_first_word(language, uses).get(first.group().lower(), ()) if first else ()
    return _longest(text, position, language, uses, some) if some else None


def _longest(
    text: str, position: int, language: str, uses: tuple[str, ...], some: Sequence[str]
) -> tuple[str, int] | None:
    """The key and the end of the first of some names, the longest first, that stands at a position of a text."""
    ahead = " ".join(text[position : position + LONGEST_NAME].lower().split())
    for name in some:
        if ahead.startswith(name) and (found := _pattern(name).match(text, position)):
            key = lookup(found.group(), language, *uses)
            return (key, found.end()) if key else None
    return None
