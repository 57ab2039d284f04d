"""How alike the articles of a folder are: the cosine of TF-IDF vectors over names, figures and words.

Names and figures weigh more than words: they tell events apart. Only the likest neighbours of an article are kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from newsline.publication.days import summed
from newsline.publication.large import LARGE
from newsline.publication.stopwords import STOP_WORDS
from newsline.spread import spread

if TYPE_CHECKING:
    from newsline.publication.days import Flags, Ints, Reals

NEIGHBOURS = 15
"""Neighbours kept for each article; between 10 and 30 the dates of T17 hardly change."""
FEATURES = 250
"""Weightiest features kept of each article. With all of them the mode is within a day for a hundredth more of T17's
articles, at three times the cost; with 120 for two hundredths less (half of the dates given)."""
MOST_COMMON = 0.2
"""Share of the articles from which a feature is dropped in a large folder: it is the subject, not an event."""
MOST_HOLDERS = 200
"""Articles of an archive from which a feature is dropped: the same as `MOST_COMMON` for a thousand."""
UNSEEN = 20
"""Articles without a feature that are imagined beside the folder, so that a folder of five knows rare from common."""
WORD_WEIGHT = 0.3
"""Weight of plain words in a small folder, where it cannot be told which are rare; 1 from `LARGE` articles on."""
RARENESS = 1.5
"""Power of the inverse document frequency; between 1 and 2 the neighbours hardly change."""
CELLS = 200_000
"""Pairs of articles that are compared at once."""

_TOKEN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ƿ]{2,}+(?![^\W\d_])|[^\W\d_]{2,}|\d(?:[\d,.]*\d)?|[.!?\n]")
"""Words of two letters or more, figures, and ends of sentences and lines. Words of common letters, which the first part
finds in half of the time, are found by the second one, too."""
_END, _STOP, _FIGURE, _NAME, _WORD = range(5)
"""Sorts of tokens: the end of a sentence or line, a word that tells nothing, a figure, with a capital, without."""
_FIGURES, _NAMES, _PAIRS, _WORDS = range(4)
"""Sorts of features, in the order in which they are preferred: figures alone and with what they count, names, pairs of
names, words."""
_ROW, _SORT, _FIRST = 58, 56, 28
"""Bits of a feature's number behind its text, its sort and its first word: no folder has so many different words."""
ROWS = 16
"""Texts whose features are counted at once: their numbers fit into the bits that are left."""


def neighbours(texts: Iterable[str], jobs: int = 1) -> list[list[tuple[int, float]]]:
    """For each text the indices of the likest others with their cosine, the likest first.

    Linear in the number of texts: a feature that more than `MOST_HOLDERS` of them have counts for none.
    """
    names, features, often, borders = _joined(_features(texts, jobs))
    size = len(borders) - 1
    if not size:
        return []
    vectors = _vectors(names, features, often, borders)
    found: list[list[tuple[int, float]]] = []
    rows = max(1, CELLS // size)
    for first in range(0, size, rows):
        found += map(_likest, vectors.cosines(first, min(size, first + rows)))
    return found


def cosines(texts: Iterable[str]) -> Reals:
    """How alike each two texts (row and column) are in their names and words, however rare these are among the texts.

    So it does not depend on how many texts there are. Takes room for each feature of each text.
    """
    names, features, often, borders = _joined(_features(texts, 1))
    sorts = names >> _SORT
    weights = (np.log(often) + 1) * np.select([sorts == _NAMES, sorts == _WORDS], [1.0, WORD_WEIGHT])[features]
    vectors = np.zeros((len(borders) - 1, len(names)))
    for row, (begin, end) in enumerate(pairwise(borders)):
        vectors[row, features[begin:end]] = weights[begin:end]
    vectors /= np.sqrt((vectors**2).sum(axis=1, keepdims=True)).clip(min=1.0)
    found: Reals = vectors @ vectors.T
    return found


def _likest(cosines: Reals) -> list[tuple[int, float]]:
    """The likest of all articles, those that come first where several are equally alike."""
    others = (cosines > 0).nonzero()[0]
    values = cosines[others]
    if len(others) > NEIGHBOURS:
        kept = values >= np.partition(values, -NEIGHBOURS)[-NEIGHBOURS]
        others, values = others[kept], values[kept]
    order = np.argsort(-values, kind="stable")[:NEIGHBOURS]
    return list(zip(others[order].tolist(), values[order].tolist(), strict=True))


class _Vocabulary(dict[str, int]):
    """The number of each token, in the order in which they are met; the first ends a sentence."""

    def __missing__(self, token: str) -> int:
        self[token] = number = len(self)
        return number


def _features(texts: Iterable[str], jobs: int) -> list[tuple[Ints, Ints]]:
    """What each text is about: the numbers of its features, in order, and how often it has each."""
    vocabulary = _Vocabulary({".": 0})
    read: list[Ints] = []
    for tokens, numbered in spread(_tokens, [*texts], jobs):
        shared = np.array([*map(vocabulary.__getitem__, tokens)], dtype=np.int32)
        read += map(shared.__getitem__, numbered)
    places = {token: place for place, token in enumerate(sorted({token.lower() for token in vocabulary}))}
    words = np.array([places[token.lower()] for token in vocabulary], dtype=np.int64)
    sorts = np.array([_sort(token) for token in vocabulary])
    capital = np.array([token[0].isupper() for token in vocabulary])

    def told(some: Sequence[Ints]) -> Iterator[tuple[Ints, Ints]]:
        for at in range(0, len(some), ROWS):
            yield from _counted(some[at : at + ROWS], words, sorts, capital)

    return spread(told, read, jobs)


def _tokens(texts: Sequence[str]) -> Iterator[tuple[list[str], list[Ints]]]:
    """The tokens of some texts, and each text as places among them, with the end of a sentence before it."""
    vocabulary = _Vocabulary({".": 0})
    read = [np.array([0, *map(vocabulary.__getitem__, _TOKEN.findall(text))], dtype=np.int32) for text in texts]
    yield [*vocabulary], read


def _counted(some: Sequence[Ints], words: Ints, sorts: Ints, capital: Flags) -> Iterator[tuple[Ints, Ints]]:
    """The features of some texts, given their tokens, of which the first ends a sentence; all sorted at once."""
    tokens = np.concatenate(some)
    rows = np.arange(len(some)).repeat([len(one) for one in some])[1:] << _ROW
    word, sort = words[tokens[1:]], sorts[tokens[1:]]
    before, sort_before = words[tokens[:-1]], sorts[tokens[:-1]]
    name = (sort == _NAME) & (sort_before != _END)
    plain = (sort == _WORD) | ((sort == _NAME) & (sort_before == _END))
    pair = name & capital[tokens[:-1]]
    count = plain & (sort_before == _FIGURE)
    figure = sort == _FIGURE
    found, often = np.unique(
        np.concatenate(
            [
                rows[figure] + _numbers(_FIGURES, word[figure]),
                rows[count] + _numbers(_FIGURES, before[count], word[count]),
                rows[name] + _numbers(_NAMES, word[name]),
                rows[pair] + _numbers(_PAIRS, before[pair], word[pair]),
                rows[plain] + _numbers(_WORDS, word[plain]),
            ]
        ),
        return_counts=True,
    )
    borders = found.searchsorted(np.arange(len(some) + 1) << _ROW)
    features, counts = found & ((1 << _ROW) - 1), often.astype(np.int32)
    return ((features[a:b], counts[a:b]) for a, b in pairwise(borders.tolist()))


def _sort(token: str) -> int:
    if not token[0].isalnum():
        return _END
    if token[0].isdigit():
        return _FIGURE
    if token.lower() in STOP_WORDS:
        return _STOP
    return _NAME if token[0].isupper() else _WORD


def _numbers(sort: int, words: Ints, seconds: Ints | None = None) -> Ints:
    """Features of a word, or of two, as numbers: in the order of their sorts, then in that of the alphabet."""
    return (sort << _SORT) + (words << _FIRST) + (0 if seconds is None else seconds + 1)


class _Vectors(Struct, frozen=True):
    """The features that articles share, and their weights in vectors of length one: by article, and by feature."""

    features: Ints
    weights: Reals
    borders: Ints
    """Where those of each article begin, and where the last ones end."""
    holders: Ints
    holders_weights: Reals
    starts: Ints
    """Where the holders of each feature begin, and where the last ones end."""

    def cosines(self, first: int, last: int) -> Reals:
        """How alike some articles (rows, from `first` up to `last`) are to all (columns); 0 to themselves."""
        size = len(self.borders) - 1
        mine = slice(self.borders[first], self.borders[last])
        begins = self.starts[self.features[mine]]
        counts = self.starts[self.features[mine] + 1] - begins
        rows = np.arange(last - first).repeat(np.diff(self.borders[first : last + 1])).repeat(counts)
        theirs = np.arange(len(rows)) - (counts.cumsum() - counts - begins).repeat(counts)
        values = self.weights[mine].repeat(counts) * self.holders_weights[theirs]
        found = summed(rows * size + self.holders[theirs], values, (last - first) * size).reshape(-1, size)
        found[np.arange(last - first), np.arange(first, last)] = 0.0
        return found


def _joined(read: Iterable[tuple[Ints, Ints]]) -> tuple[Ints, Ints, Ints, list[int]]:
    """All features in order; then those of all texts, as places among these, how often each is met, and where those of
    each text begin and the last ones end. An archive has hundreds for each text: what is done with is let go at once.
    """
    met: list[Ints] = [np.zeros(0, dtype=np.int64)]
    often: list[Ints] = [np.zeros(0, dtype=np.int32)]
    for own, counts in read:
        met.append(own)
        often.append(counts)
    borders = np.cumsum([len(own) for own in met]).tolist()
    whole = np.concatenate(met)
    del met
    order = whole.argsort()
    whole = whole[order]
    is_next = np.append(True, whole[1:] != whole[:-1])[: len(whole)]
    names = whole[is_next]
    del whole
    features = np.empty(len(order), dtype=np.int32)
    features[order] = is_next.cumsum(dtype=np.int32) - 1
    return names, features, np.concatenate(often), borders


def _vectors(names: Ints, features: Ints, often: Ints, borders: Sequence[int]) -> _Vectors:
    size = len(borders) - 1
    most = int(min(max(size * MOST_COMMON, LARGE * MOST_COMMON), MOST_HOLDERS) if size > LARGE else size)
    holders = np.bincount(features, minlength=1)
    rare = np.log((size + UNSEEN) / (holders + 1)) ** RARENESS
    rare[: len(names)][names >> _SORT == _WORDS] *= max(WORD_WEIGHT, min(1.0, size / LARGE))
    rare[holders > most] = 0.0
    weights = np.log(often)
    weights += 1
    weights *= rare[features]
    # A feature of one article alone makes it less like all others, but proposes no neighbour.
    shared = (holders > 1) & (rare > 0)
    kept = []
    for begin, end in pairwise(borders):
        top = begin + np.argsort(-weights[begin:end], kind="stable")[:FEATURES]
        weights[top] /= np.sqrt((weights[top] ** 2).sum()) or 1.0
        kept.append(top[shared[features[top]]])
    chosen = np.concatenate(kept)
    own, told = features[chosen], weights[chosen].astype(np.float32)
    articles = np.arange(size).repeat([len(top) for top in kept])
    order = np.argsort(own, kind="stable")
    return _Vectors(
        own,
        told,
        np.cumsum([0, *map(len, kept)]),
        articles[order],
        told[order],
        own[order].searchsorted(np.arange(len(holders) + 1)),
    )
