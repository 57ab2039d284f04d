"""Where a text names what the almanac knows: days, dated facts, offices and whoever was in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from itertools import dropwhile

from newsline.dates.almanac import is_event
from newsline.dates.almanac_rows import names

WORD = re.compile(r"\w+")
WORD_END = re.compile(r"(?!\w)")
MANY = 8
"""Names with one last word that are not looked for by it."""
LONGEST_NAME = 200
"""Characters that a name may take, white space included: the longest of the almanac has a fourth of that."""
MOST_WORDS = 12
"""Words of the longest name, with some to spare."""
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
    wanted = uses or ("", "anchor")
    first = WORD.match(text, position)
    begins = first is not None and first.group().lower() in _first_words(language, wanted)
    return _longest(text, position, language, wanted) if begins else None


@lru_cache(maxsize=4)
def find_facts(text: str, language: str = "en") -> tuple[tuple[int, int, str], ...]:
    """What happened once and is named in a text: start, end and key, the longest at each place."""
    return tuple(found for found in _named(text, language, ("", "anchor")) if is_event(found[2]))


def find_people(text: str) -> dict[str, list[str]]:
    """Whoever is named in full and stands in the almanac with an office: the name as in the text, with the keys."""
    lower, plain, words = _read(text)
    found: dict[str, list[str]] = {}
    for word in sorted(words & _words_sought("en", ("period",))):
        for who, first, key in _people(word):
            if (first in words or not first.isalnum()) and who in plain:
                place = lower.find(who)
                if place >= 0 and text[place].isupper():
                    mine = found.setdefault(text[place : place + len(who)], [])
                    if key not in mine:
                        mine.append(key)
    return found


@cache
def _people(word: str) -> Sequence[tuple[str, str, str]]:
    """The people in an office who are looked for by a word: full and first names, and the keys of their times in it."""
    keys = names("en", "period")
    people = [(person(name), keys[name]) for name, _ in _sought("en", ("period",))[word]]
    return [(who, who.partition(" ")[0], key) for who, key in people if " " in who]


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
    found = [name for word in words & table.keys() for name in table[word]]
    yield from sorted((place, place + len(name), name) for name in found for place in whole_words(lower, name))


def by_last_word(names: Iterable[str]) -> dict[str, list[str]]:
    """A table of names, small letters, for `find_places`."""
    found: dict[str, list[str]] = {}
    for name in names:
        found.setdefault(WORD.findall(name)[-1], []).append(name)
    return found


def places(text: str, words: AbstractSet[str]) -> list[int]:
    """Where words of a set, small letters, stand in a text, in order."""
    lower, _, held = _read(text)
    return sorted(place for word in held & words for place in whole_words(lower, word))


def _named(text: str, language: str, uses: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    """The names of rows in a text: start, end and key, the longest at each place."""
    lower, plain, words = _read(text)
    by_word = _sought(language, uses)
    met = {
        name.partition(" ")[0]
        for word in words & _words_sought(language, uses)
        for name, first in by_word[word]
        if first in words and _words(name) <= words and name in plain
    }
    position = 0
    for start in sorted({place for beginning in met for place in whole_words(lower, beginning)}):
        if start >= position and (found := _longest(text, start, language, uses)):
            key, position = found
            yield start, position, key


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(WORD.findall(name))


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


def whole_words(text: str, words: str) -> Iterator[int]:
    """Where some words stand in a text, its capitals as theirs, and no letter before or behind them."""
    place = text.find(words)
    while place >= 0:
        end = place + len(words)
        if not text[place - 1 : place].isalnum() and not (text[end - 1].isalnum() and text[end : end + 1].isalnum()):
            yield place
        place = text.find(words, end)


@cache
def with_last_word(language: str, *uses: str) -> Mapping[str, Sequence[str]]:
    """The names of rows of some uses by their last words."""
    found: dict[str, list[str]] = {}
    for name in names(language, *uses):
        found.setdefault(_word(name.rpartition(" ")[2]), []).append(name)
    return found


def _word(piece: str) -> str:
    """The word of what stands between blanks: "year" of "year's"."""
    return piece if piece.isalnum() else max(WORD.findall(piece), key=len)


@cache
def _sought(language: str, uses: tuple[str, ...]) -> Mapping[str, Sequence[tuple[str, str]]]:
    """The names with their first words, under the word that a text is asked for: the last, or the one before it where
    many names have the last. "Victory Day" is looked for where there is a victory.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    for last, some in with_last_word(language, *uses).items():
        for name in some:
            first, _, more = name.partition(" ")
            word = last if len(some) <= MANY else _word(more.rpartition(" ")[0].rpartition(" ")[2] or first)
            found.setdefault(word, []).append((name, _word(first)))
    return found


@cache
def _words_sought(language: str, uses: tuple[str, ...]) -> frozenset[str]:
    """The words that a text is asked for: what two sets share is found in a third of the time of a mapping's keys."""
    return frozenset(_sought(language, uses))


@cache
def _first_words(language: str, uses: tuple[str, ...]) -> frozenset[str]:
    """The words that names begin with."""
    beginnings = (name.partition(" ")[0] for name in names(language, *uses))
    return frozenset(word if word.isalnum() else WORD.findall(word)[0] for word in beginnings)


def _longest(text: str, position: int, language: str, uses: tuple[str, ...]) -> tuple[str, int] | None:
    """The key and the end of the longest name that stands at a position of a text, or None."""
    known = names(language, *uses)
    ahead = " ".join(text[position : position + LONGEST_NAME].lower().split()[:MOST_WORDS])
    for end in reversed([place.start() for place in WORD_END.finditer(ahead)]):
        key = known.get(ahead[:end])
        if key:
            return key, _end(text, position, ahead[:end])
    return None


def _end(text: str, position: int, name: str) -> int:
    """Where a name ends that begins at a position of a text, in which any white space parts its words."""
    for piece in name.split(" "):
        while text[position].isspace():
            position += 1
        position += len(piece)
    return position
