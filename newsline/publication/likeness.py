"""How alike the articles of a folder are: the cosine of TF-IDF vectors over names, figures and words.

Names and figures weigh more than words: they tell events apart. Only the likest neighbours of an article are kept.
"""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from newsline.publication.stopwords import STOP_WORDS

NEIGHBOURS = 15
"""Neighbours kept for each article; between 10 and 30 the dates of T17 hardly change."""
FEATURES = 250
"""Weightiest features kept of each article. With all of them the mode is within a day for a hundredth more of T17's
articles, at three times the cost; with 120 for two hundredths less (half of the dates given)."""
MOST_COMMON = 0.2
"""Share of the articles from which a feature is dropped in a large folder: it is the subject, not an event."""
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


def neighbours(texts: Sequence[str]) -> list[list[tuple[int, float]]]:
    """For each text the indices of the likest others with their cosine, the likest first."""
    vectors = _vectors([features(text) for text in texts])
    holders: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for index, vector in enumerate(vectors):
        for feature, weight in vector.items():
            holders[feature].append((index, weight))
    found = []
    for index, vector in enumerate(vectors):
        totals: defaultdict[int, float] = defaultdict(float)
        for feature, weight in vector.items():
            for other, theirs in holders[feature]:
                totals[other] += weight * theirs
        totals.pop(index, None)
        found.append(heapq.nsmallest(NEIGHBOURS, totals.items(), key=lambda item: (-item[1], item[0])))
    return found


def _vectors(counted: Sequence[Counter[str]]) -> list[dict[str, float]]:
    size = len(counted)
    holders = Counter(feature for counts in counted for feature in counts)
    most = max(size * MOST_COMMON, LARGE * MOST_COMMON) if size > LARGE else size
    rareness = {
        feature: math.log((size + UNSEEN) / (count + 1)) ** RARENESS
        for feature, count in holders.items()
        if count <= most
    }
    words = max(WORD_WEIGHT, min(1.0, size / LARGE))
    vectors = []
    for counts in counted:
        weights = {
            f: (1 + math.log(n)) * rareness[f] * (words if f.startswith("w:") else 1.0)
            for f, n in counts.items()
            if f in rareness
        }
        kept = dict(heapq.nsmallest(FEATURES, weights.items(), key=lambda item: (-item[1], item[0])))
        length = math.sqrt(math.fsum(value * value for value in kept.values())) or 1.0
        # A feature of one article alone makes it less like all others, but proposes no neighbour.
        vectors.append({f: value / length for f, value in kept.items() if holders[f] > 1})
    return vectors
