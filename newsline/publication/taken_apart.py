"""The names of the almanac taken apart: into what is a name in them, and the words for what happened.

"The fire at Brackley mill" is told by any text that speaks of Brackley, of a mill and of a blaze, burning or flames.
"""

from __future__ import annotations

import re
from collections import Counter
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
    named = (one for word in sorted(words & _rarest()) for one in index[word])
    asked = dict.fromkeys(_telling(one) for one in named if all(name in words for name in one.names))
    return [one for one in asked if one and all(sort & words for sort in (*one.sorts, *one.things))]


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
        words = [word for word in WORD.findall(name) if word not in _SMALL] if "’" not in name else []
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
def is_rare(word: str) -> bool:
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
    words = [word for word in WORD.findall(name) if word not in _SMALL]
    names = tuple(word for word in words if word not in sorts and word not in things)
    told_by = tuple(sorts[word] for word in words if word in sorts)
    if not names or not told_by:
        return None
    planned = key.endswith("-foreseen") or bool(PLANNED.intersection(words))
    return Telling(key, names, told_by, tuple(things[word] for word in words if word in things), planned)
