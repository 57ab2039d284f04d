"""How alike two mentions are: the cosine of TF-IDF vectors over stems, names and numbers.

Words that name the same sort of happening ("blast", "explosion") share a feature beside their stems, and a country,
its adjective and its capital ("Norway", "Norwegian", "Oslo") are one place: five outlets tell one event in five
vocabularies, and these are the differences that can be listed once for all subjects.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from newsline.dates.expression import walk
from newsline.dates.repeating import Holiday
from newsline.events.concepts import concept_of, place_of
from newsline.events.terms import fold, name_key
from newsline.model import Mention

Vector = dict[str, float]
"""Feature to weight, of length 1; the order of the keys is that of the text."""

NAME_WEIGHT = 1.6
"""Who and where tell events apart better than what. Chosen by hand; other values were not swept."""
COUNTRY_WEIGHT = 0.8
"""A country is the stage of whole folders and tells little apart."""
SPEAKER_WEIGHT = 0.6
"""Who tells it is little of what is told. Event F1 on hand-annotated folders: .846 with .3, .848 with .6 and 1."""
NUMBER_WEIGHT = 1.3
CONCEPT_WEIGHT = 1.0
FATES = {"killed": "kill", "injured": "injure", "evacuated": "evacuate", "arrested": "arrest"}
"""Concepts of the fates that `terms.numbers` counts people by."""
STEM_BESIDE_CONCEPT = 0.5
"""A stem that has a concept keeps half of its weight, so that the same word still counts more than a like word."""

ELSEWHERE = 300
"""Articles about other things that are assumed besides those of the folder; 30 to 1000 swept on annotated folders."""

NAMES_KEPT, TERMS_KEPT = 1 << 14, 1 << 15
"""Names and stems whose features are remembered: one string for all mentions, made once."""

_WORD = re.compile(r"[^\W_]+")


class Features(NamedTuple):
    """What a mention is about, before the rareness of each feature is known."""

    weights: dict[str, float]


def features(mention: Mention) -> Features:
    """Weighted features of a mention: "w:" stems, "c:" concepts, "n:" words of names, "h:" holidays, "#" numbers."""
    weights: dict[str, float] = {}
    named = set()
    speaker = set(_WORD.findall(fold(mention.speaker))) if mention.speaker else frozenset()
    for name in mention.names:
        for word, feature, is_place in _named(name):
            named.add(word)
            weights[feature] = COUNTRY_WEIGHT if is_place else SPEAKER_WEIGHT if word in speaker else NAME_WEIGHT
    for term in mention.terms:
        _add_term(weights, term, named)
    if mention.expression is not None:
        for part in walk(mention.expression.meaning):
            if isinstance(part, Holiday):
                weights[f"h:{part.key}"] = NAME_WEIGHT
    for number in mention.numbers:
        weights[f"#{number}"] = NUMBER_WEIGHT
        fate = FATES.get(number.partition(" ")[2])
        if fate is not None:
            weights[f"c:{fate}"] = CONCEPT_WEIGHT
    return Features(weights)


@lru_cache(NAMES_KEPT)
def _named(name: str) -> tuple[tuple[str, str, bool], ...]:
    """The words of a name, each with its feature and whether it names a country."""
    found = []
    for word in _WORD.findall(fold(name)):
        place = place_of(word)
        found.append((word, f"n:{place or name_key(word) or word}", place is not None))
    return tuple(found)


class _Term(NamedTuple):
    """The features of a stem."""

    stem: str
    name: str
    """What it would be as a word of a name."""
    place: str | None
    concept: str | None


@lru_cache(TERMS_KEPT)
def _term(term: str) -> _Term:
    place, concept = place_of(term), concept_of(term)
    return _Term(f"w:{term}", f"n:{name_key(term)}", place and f"n:{place}", concept and f"c:{concept}")


def _add_term(weights: dict[str, float], term: str, named: set[str]) -> None:
    """Put a stem among the features, as a place or with its concept where it has one."""
    found = _term(term)
    if found.place is not None:
        weights.setdefault(found.place, COUNTRY_WEIGHT)
        return
    if term in named or found.name in weights:
        return
    if found.concept is None:
        weights[found.stem] = 1.0
        return
    weights[found.concept] = CONCEPT_WEIGHT
    weights[found.stem] = STEM_BESIDE_CONCEPT


def rareness(found: Sequence[Features], articles: Sequence[str]) -> dict[str, float]:
    """The inverse document frequency of each feature; the documents are articles, log((N + K) / n).

    K articles about something else are assumed besides: in a folder of three articles about one accident the words
    that all three use are still what tells the accident from the rest of the world.
    """
    seen: Counter[str] = Counter()
    by_article = sorted(range(len(found)), key=articles.__getitem__)
    for _, some in groupby(by_article, key=articles.__getitem__):
        seen.update({feature for i in some for feature in found[i].weights})
    return inverse(seen, len(set(articles)))


def inverse(seen: Mapping[str, int], articles: int) -> dict[str, float]:
    """The inverse frequency of each feature, given how many of the articles have it."""
    return {feature: math.log((articles + ELSEWHERE) / count) for feature, count in seen.items()}


def vector(found: Features, idf: Mapping[str, float]) -> Vector:
    """The features of a mention weighted by their rareness, of length 1; empty where it has none."""
    raw = {feature: weight * idf[feature] for feature, weight in found.weights.items()}
    length = math.sqrt(sum(value * value for value in raw.values()))
    return {feature: value / length for feature, value in raw.items()} if length else {}


def vectors(mentions: Sequence[Mention]) -> list[Vector]:
    """The vectors of mentions, in their order, with the rareness learned from all of them."""
    found = [features(mention) for mention in mentions]
    idf = rareness(found, [mention.article for mention in mentions])
    found.reverse()
    return [vector(found.pop(), idf) for _ in mentions]  # each makes room for the next


def dot(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """The inner product: the cosine, if both have the length 1."""
    if len(a) > len(b):
        a, b = b, a
    total = 0.0
    for feature, value in a.items():
        if feature in b:
            total += value * b[feature]
    return total


def length(a: Mapping[str, float]) -> float:
    """The Euclidean length of a vector."""
    return math.sqrt(sum(value * value for value in a.values()))


def add(total: Vector, more: Mapping[str, float]) -> None:
    """Add a vector to a sum, in place."""
    for feature, value in more.items():
        total[feature] = total.get(feature, 0.0) + value


UNIT = 1 << 52
"""What a weight of 1 counts in `weigh_up`: a float between .5 and 1 has as many steps."""


def weigh_up(totals: Counter[str], members: Iterable[Mapping[str, float]]) -> None:
    """Add vectors to a sum in whole numbers, in place: the same sum in whatever order and parts it is done."""
    for member in members:
        for feature, value in member.items():
            totals[feature] += int(value * UNIT)


def center(totals: Mapping[str, int]) -> Vector:
    """What `weigh_up` summed, as a vector of length 1."""
    size = math.sqrt(sum(value * value for value in totals.values()))
    return {feature: value / size for feature, value in totals.items()} if size else {}


def centroid(members: Iterable[Mapping[str, float]]) -> Vector:
    """The sum of vectors, of length 1."""
    total: Vector = {}
    for member in members:
        add(total, member)
    size = length(total)
    return {feature: value / size for feature, value in total.items()} if size else {}
