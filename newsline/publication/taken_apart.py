"""The names of the almanac taken apart: into what is a name in them, and the words for what happened.

"The fire at Brackley mill" is told by any text that speaks of Brackley, of a mill and of a blaze, burning or flames.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from msgspec import Struct

from newsline.dates import almanac, almanac_rows
from newsline.publication.sorts import happenings
from newsline.publication.sorts import things as sorts_of_things

WORD = re.compile(r"[^\W_]+")
_PERSONAL = re.compile(
    r"\b(?:death|murder|assassination|killing|execution|resignation|impeachment|birth|abdication|proclamation"
    r"|shooting of|trial|jailing|pardon|beheading|divorce|confirmation|expulsion|extradition|speech|interview|act"
    r"|report)\b"
)
"""Names of what people did or suffered; `happenings` has their verbs."""
_SMALL = frozenset("au al el de la the of in on at a an and by to from with for s its".split())
PLANNED = frozenset(
    """launch release landing flyby ruling decision verdict agreement accord handover accession independence
    announcement departure deal treaty enlargement funeral wedding coronation conviction vote opening summit""".split()
)
"""Words of what is known before it happens."""


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


def told_with(words: AbstractSet[str]) -> list[Telling]:
    """The happenings of which all is told by some of a text's words, in small letters."""
    index = _index()
    named = (one for word in sorted(words & _longest()) for one in index[word])
    asked = dict.fromkeys(_telling(name) for name, words_of in named if all(word in words for word in words_of))
    return [one for one in asked if one and all(sort & words for sort in (*one.sorts, *one.things))]


@cache
def _index() -> Mapping[str, Sequence[tuple[str, Sequence[str]]]]:
    """The names with words of both sorts, some that are names and some that may tell what happened: each with those
    that are names, by the longest of these. What a name means is looked up where it is asked for, which few are.
    """
    plain = happenings().keys() | sorts_of_things().keys()
    skipped = plain | _SMALL
    found: dict[str, list[tuple[str, Sequence[str]]]] = {}
    for name in almanac_rows.names("en", "", "anchor"):
        words = name.split(" ")
        if not name.replace(" ", "").isalnum():
            if "’" in name:
                continue
            words = WORD.findall(name)
        names = [word for word in words if word not in skipped]
        if names and not plain.isdisjoint(words):
            found.setdefault(max(names, key=len), []).append((name, names))
    return found


@cache
def _longest() -> frozenset[str]:
    return frozenset(_index())


@cache
def is_rare(word: str) -> bool:
    """Whether the almanac has a word in the name of one happening only."""
    named = (name for some in _index().values() for name, names in some if word in names)
    return len({one.key for name in named if (one := _telling(name))}) == 1


@cache
def _telling(name: str) -> Telling | None:
    """The happening that a name means; None if it cannot be taken apart."""
    key = almanac_rows.names("en", "", "anchor")[name]
    return None if not almanac.is_event(key) or _PERSONAL.search(name) else _apart(key, name)


def _apart(key: str, name: str) -> Telling | None:
    """A name taken apart; None if no word of it is a name, or none tells what happened."""
    sorts, things = happenings(), sorts_of_things()
    words = [word for word in WORD.findall(name) if word not in _SMALL]
    names = tuple(word for word in words if word not in sorts and word not in things)
    told_by = tuple(sorts[word] for word in words if word in sorts)
    if not names or not told_by:
        return None
    planned = key.endswith("-foreseen") or bool(PLANNED.intersection(words))
    return Telling(key, names, told_by, tuple(things[word] for word in words if word in things), planned)
