"""Public events as reports tell them: who and what is in the scene, whatever the words for it.

"His mercenaries turned round on Saturday" names no event; but beside the names of their leader and of the town from
which they came it is one. `scenes.tsv` has for each event the names and words of which reports of it have some.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from functools import cache
from pathlib import Path

from msgspec import Struct

from newsline.publication.sorts import happenings, things
from newsline.publication.taken_apart import WORD

FILE = Path(__file__).with_name("scenes.tsv")
HEAD = "\nwhen\tkind\tcast\n"
"""What stands above the rows of the file."""
ENOUGH = 5
"""Points of what a text must have of a scene. Chosen, as those below, by the false hits in T17 and TimeBank: a name
that hardly any other news has with a word, two names with a word, or one with three.
"""
SURE, RARE, COMMON, PLAIN = 4, 2, 1, 1
"""Points of a name that hardly any other news has, of one in few scenes, of one that much else has, of a word."""
MOST = 2
"""Points that all common names of a scene have together at most."""
STEM = 5
"""Letters from which a word of the file stands for all that begin with it: "capsize" for "capsized"."""
PLANNED = frozenset({"vote", "sport", "summit", "space", "law", "royal"})
"""Kinds of what is known before it happens."""
_BARE = {code: unicodedata.normalize("NFD", chr(code))[0] for code in range(0xC0, 0x220)}
_PLAIN = {code: base for code, base in _BARE.items() if base.isascii()} | str.maketrans("ıøłđØŁĐ", "ioldOLD")
"""Latin letters without their marks; the last ones are no marks for Unicode."""
SURE_MARK, COMMON_MARK = "*", "~"
MARKS = SURE_MARK + COMMON_MARK
_WORTH = {SURE_MARK: SURE, COMMON_MARK: COMMON}


class Scene(Struct, frozen=True):
    """An event with its days (ordinals) and what is in it."""

    first: int
    last: int
    kind: str
    """What sort of event it is, as the file has it."""
    names: Mapping[str, int]
    """Names in small letters, those of several words with blanks, with their points."""
    words: tuple[AbstractSet[str], ...]
    """For each sort of word all that may stand for it."""
    stems: tuple[tuple[str, ...], ...]
    """What a word may begin with, for each of `words`."""

    @property
    def is_planned(self) -> bool:
        """Whether it was known before it happened."""
        return self.kind in PLANNED

    def named(self, capitals: AbstractSet[str], text: str) -> int:
        """The points of its names in a stretch of text in small letters, with its words that stand in capitals."""
        found = [
            worth
            for name, worth in self.names.items()
            if name in capitals or (not name.isalnum() and name in text and WORD.findall(name)[0] in capitals)
        ]
        common = found.count(COMMON) * COMMON
        return sum(found) - common + min(common, MOST)

    def told(self, words: AbstractSet[str]) -> int:
        """The points of its words among some in small letters."""
        found = 0
        for some, stems in zip(self.words, self.stems, strict=True):
            found += bool(some & words) or (bool(stems) and any(word.startswith(stems) for word in words))
        return found * PLAIN


def unmarked(text: str) -> str:
    """A text without the marks of its letters, as long as it was: as the file has its names."""
    return text if text.isascii() else text.translate(_PLAIN)


def found_in(text: str, words: AbstractSet[str], capitals: AbstractSet[str]) -> Sequence[Scene]:
    """The scenes of which a text has enough, by all its words and those in capitals; all in small letters, unmarked."""
    index = _index()
    lines = dict.fromkeys(line for word in sorted(capitals & _first_words()) for line in index[word])
    some = map(_scene, lines)
    return [one for one in some if (told := one.told(words)) and told + one.named(capitals, text) >= ENOUGH]


@cache
def _index() -> Mapping[str, Sequence[str]]:
    """The lines of the file by the names in them, or their first words, that not much else has; in small letters."""
    found: dict[str, list[str]] = {}
    for line in FILE.read_text("utf-8").partition(HEAD)[2].splitlines():
        for name in line[line.rindex("\t") + 1 :].split(" "):
            if name[0].islower():
                break  # the words come after the names
            if name[-1] != COMMON_MARK:
                word = name.rstrip(SURE_MARK).lower()
                if not word.isalnum():
                    word = WORD.findall(word.replace("_", " "))[0]
                found.setdefault(word, []).append(line)
    return found


@cache
def _first_words() -> frozenset[str]:
    return frozenset(_index())


@cache
def _scene(line: str) -> Scene:
    when, kind, cast = line.split("\t")
    first, _, last = when.partition("/")
    sorts, alike = happenings(), things()
    groups: list[tuple[AbstractSet[str], tuple[str, ...]]] = []
    names: dict[str, int] = {}
    for word in cast.split(" "):
        if not word[0].islower():
            names[word.rstrip(MARKS).replace("_", " ").lower()] = _WORTH.get(word[-1], RARE)
            continue
        some = frozenset((word,)) | sorts.get(word, frozenset()) | alike.get(word, frozenset())
        stems = (word,) if len(word) >= STEM else ()
        mine = next((place for place, group in enumerate(groups) if group[0] & some), None)
        if mine is None:
            groups.append((some, stems))
        else:
            groups[mine] = (groups[mine][0] | some, groups[mine][1] + stems)
    return Scene(
        date.fromisoformat(first).toordinal(),
        date.fromisoformat(last or first).toordinal(),
        kind,
        names,
        tuple(words for words, _ in groups),
        tuple(stems for _, stems in groups),
    )
