"""How alike the articles of a folder are: the cosine of TF-IDF vectors over names, figures and words.

Names and figures weigh more than words: they tell events apart. Only the likest neighbours of an article are kept.
"""

from __future__ import annotations

import heapq
import math
import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable

from newsline.publication.stopwords import STOP_WORDS

NEIGHBOURS = 15
"""Neighbours kept for each article; between 10 and 30 the dates of T17 hardly change."""
FEATURES = 250
"""Weightiest features kept of each article. With all of them the mode is within a day for a hundredth more of T17's
articles, at three times the cost; with 120 for two hundredths less (half of the dates given)."""
MOST_COMMON = 0.2
"""Share of the articles from which a feature is dropped in a large folder: it is the subject, not an event."""
MOST_HOLDERS = 200
"""Articles of an archive from which a feature is dropped: the same as `MOST_COMMON` for a thousand."""
LARGE = 50
"""Articles from which a folder counts as large."""
UNSEEN = 20
"""Articles without a feature that are imagined beside the folder, so that a folder of five knows rare from common."""
WORD_WEIGHT = 0.3
"""Weight of plain words in a small folder, where it cannot be told which are rare; 1 from `LARGE` articles on."""
RARENESS = 1.5
"""Power of the inverse document frequency; between 1 and 2 the neighbours hardly change."""

_TOKEN = re.compile(r"[^\W\d_][^\W\d_’']*[^\W\d_]|\d[\d,.]*\d|\d|[.!?]|\n")


def features(text: str) -> Counter[str]:
    """What a text is about: "n:" names, "nn:" pairs of names, "#" figures with what they count, "w:" words."""
    found: Counter[str] = Counter()
    before = "."
    for token in _TOKEN.findall(text):
        if not token[0].isalnum():
            before = "."
            continue
        lower = token.lower()
        if token[0].isdigit():
            found["#" + lower] += 1
        elif lower in STOP_WORDS:
            before = token
            continue
        elif token[0].isupper() and before != ".":
            found["n:" + lower] += 1
            if before[0].isupper():
                found[f"nn:{before.lower()} {lower}"] += 1
        else:
            found["w:" + lower] += 1
            if before[0].isdigit():
                found[f"#{before} {lower}"] += 1
        before = token
    return found


def neighbours(texts: Iterable[str]) -> list[list[tuple[int, float]]]:
    """For each text the indices of the likest others with their cosine, the likest first.

    Linear in the number of texts: a feature that more than `MOST_HOLDERS` of them have counts for none.
    """
    vectors = _vectors(_Counted(texts))
    holders: defaultdict[int, tuple[array[int], array[float]]] = defaultdict(lambda: (array("l"), array("d")))
    for index, (own, weights) in enumerate(vectors):
        for feature, weight in zip(own, weights, strict=True):
            articles, theirs = holders[feature]
            articles.append(index)
            theirs.append(weight)
    found = []
    for index, (own, weights) in enumerate(vectors):
        totals: defaultdict[int, float] = defaultdict(float)
        for feature, weight in zip(own, weights, strict=True):
            for other, value in zip(*holders[feature], strict=True):
                totals[other] += weight * value
        totals.pop(index, None)
        found.append(heapq.nsmallest(NEIGHBOURS, totals.items(), key=lambda item: (-item[1], item[0])))
    return found


class _Counted:
    """The features of all texts, numbered, and how many texts hold each."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.names: list[str] = []
        self.holders = array("l")
        self.texts: list[tuple[array[int], array[int]]] = []
        """For each text its features by number, and how often it has each."""
        numbers: dict[str, int] = {}
        for text in texts:
            counts = features(text)
            own = array("l")
            for name in counts:
                number = numbers.setdefault(name, len(numbers))
                if number == len(self.names):
                    self.names.append(name)
                    self.holders.append(0)
                self.holders[number] += 1
                own.append(number)
            self.texts.append((own, array("l", counts.values())))


Vector = tuple["array[int]", "array[float]"]
"""Features by number, the weightiest first, and their weights."""


def _vectors(counted: _Counted) -> list[Vector]:
    size = len(counted.texts)
    holders = counted.holders
    most = min(max(size * MOST_COMMON, LARGE * MOST_COMMON), MOST_HOLDERS) if size > LARGE else size
    words = max(WORD_WEIGHT, min(1.0, size / LARGE))
    # How rare a feature is depends only on how many texts hold it.
    rareness = [math.log((size + UNSEEN) / (count + 1)) ** RARENESS for count in range(int(most) + 1)]
    often = [1 + math.log(count) if count else 0.0 for count in range(max(map(_most, counted.texts), default=0) + 1)]
    plain = bytes(name.startswith("w:") for name in counted.names)
    vectors: list[Vector] = []
    for own, counts in counted.texts:
        weights = [
            (-(often[n] * rareness[holders[f]] * (words if plain[f] else 1.0)), counted.names[f], f)
            for f, n in zip(own, counts, strict=True)
            if holders[f] <= most
        ]
        weights.sort()
        kept = weights[:FEATURES]
        length = math.sqrt(math.fsum(value * value for value, _, _ in kept)) or 1.0
        # A feature of one article alone makes it less like all others, but proposes no neighbour.
        shared = [(f, -value / length) for value, _, f in kept if holders[f] > 1]
        vectors.append((array("l", [f for f, _ in shared]), array("d", [value for _, value in shared])))
    return vectors


def _most(text: tuple[array[int], array[int]]) -> int:
    """How often the text has the feature that it has most often."""
    return max(text[1], default=0)
