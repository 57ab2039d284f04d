"""What an article says beside a date, as a vector: which sentences of a folder tell the same event.

Names, figures, stems and sorts of happenings are compared, the rarer the heavier. The clause of a date counts more
than the rest of its sentence: "the search was given up on Sunday, two nights after she struck a reef" tells two events.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from newsline.events.concepts import concept_of, place_of
from newsline.events.terms import fold, name_key, stem
from newsline.publication.likeness import UNSEEN
from newsline.publication.stopwords import STOP_WORDS

Vector = Mapping[str, float]
"""Feature to weight, of length one."""

WORD, PLACE = 0.6, 0.4
"""Weights of plain words and of countries beside names, figures and sorts of happenings, which weigh 1."""
REST = 0.3
"""Weight of the rest of the sentence beside the clause of the date. Chosen."""
MOST_HOLDERS = 300
"""Sayings from which a feature is left out: it is the subject of the folder, or one sentence said again and again."""
REMEMBERED = 1 << 14
"""Words kept with their features: the different ones of as many articles as are compared in this way."""

_TOKEN = re.compile(r"[^\W\d_][^\W\d_’'-]*[^\W\d_]|\d[\d,.]*\d|\d|[.!?“\"]|\n")


def features(text: str) -> dict[str, float]:
    """What a stretch of text is about, each feature with its weight before rareness is known."""
    found: dict[str, float] = {}
    begins = True
    for token in _TOKEN.findall(text):
        if token[0].isalnum():
            found.update(_told(token, begins))
        begins = not token[0].isalnum()
    return found


@lru_cache(maxsize=REMEMBERED)
def _told(word: str, begins: bool) -> dict[str, float]:
    """The features of one word or figure, which may begin a sentence."""
    if word[0].isdigit():
        return {"#" + word.replace(",", ""): 1.0}
    lower = word.lower()
    if lower in STOP_WORDS:
        return {}
    if place := place_of(lower):
        return {f"n:{place}": PLACE}
    if word[0].isupper() and not begins:
        return {f"n:{name_key(word) or fold(word)}": 1.0}
    base = stem(lower)
    concept = concept_of(lower) or concept_of(base)
    told = {f"c:{concept}": 1.0, f"w:{base}": WORD / 2} if concept else {f"w:{base}": WORD}
    if word[0].isupper():  # a name as well as not: both are compared
        told[f"n:{name_key(word) or fold(word)}"] = WORD
    return told


def rareness(texts: Iterable[str]) -> dict[str, float]:
    """The inverse document frequency of each feature of the articles' texts."""
    counts: Counter[str] = Counter()
    size = 0
    for text in texts:
        size += 1
        counts.update(features(text).keys())
    return {key: math.log((size + UNSEEN) / (count + 1)) for key, count in counts.items()}


def vector(clause: str, sentence: str, rare: Mapping[str, float]) -> dict[str, float]:
    """The features of a clause and, less, of the sentence around it, of length one."""
    values = {key: weight * REST for key, weight in features(sentence).items()}
    values.update(features(clause))
    weighed = {key: weight * rare.get(key, math.log(UNSEEN)) for key, weight in values.items()}
    length = math.sqrt(math.fsum(value * value for value in weighed.values())) or 1.0
    return {key: value / length for key, value in weighed.items()}


def alike(mine: Sequence[Vector], theirs: Sequence[Vector], least: float) -> list[list[tuple[int, float]]]:
    """For each of the first vectors the indices of the others with a cosine of at least `least`, in order.

    Linear in the number of vectors: a feature that more than `MOST_HOLDERS` of the others have counts for none.
    """
    holders: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for index, vector in enumerate(theirs):
        for key, value in vector.items():
            holders[key].append((index, value))
    found = []
    for vector in mine:
        totals: defaultdict[int, float] = defaultdict(float)
        for key, value in vector.items():
            for index, other in holders[key] if len(holders[key]) <= MOST_HOLDERS else ():
                totals[index] += value * other
        found.append([(index, total) for index, total in sorted(totals.items()) if total >= least])
    return found
