"""Syndicated copies: articles that are nearly the same text count as one voice.

Whether two texts are copies is told by their shingles, all runs of six words. Which texts are worth comparing is told
by a few of these, those that begin with a word of four letters: so the same are chosen in a copy, wherever it was cut
(anchored chains, as in Theobald, Siddharth and Paepcke 2008, "SpotSigs"). Linear in the number of texts.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import accumulate, chain
from zlib import crc32

from newsline.spread import spread

SHINGLE = 6
"""Words to a shingle: long enough that two reports of one event share few, short enough to survive light editing."""
ANCHOR = 4
"""Letters of a word that begins a sampled shingle: every sixth word in English, every tenth in German or French."""
FEW = 16
"""Where less than one shingle in so many would be sampled, all are: a text in which such words are hardly used."""
RESEMBLANCE = 0.5
"""Two independent reports of one event that quote the same agency share up to a third of their shingles."""
CONTAINMENT = 0.8
"""A copy that was cut short: this much of the shorter text stands in the longer one."""
LIKELY = 1 / 3
"""Of the sampled shingles of the shorter text, those that a likely copy shares: either bar takes two thirds of all."""
MIN_SHINGLES = 12
"""A text shorter than this is no article whose copies could be told."""
COMMON = 200
"""A hash that more texts share than this is boilerplate and proposes no pairs."""
LIKEST = 10
"""Texts that a text is compared with in full."""
ROOM, MOST_BITS = 8, 24
"""Counts for each hash, by which hashes of one text only are told, which need no place in the index; 16 MB at most."""

_WORD = re.compile(r"[^\W_]+")
_MARKS = "“”‘’–—…\xa0"
"""Typographic marks: without them most English texts are ASCII."""
_APART = bytes(code if chr(code).isalnum() else ord(" ") for code in range(128)).ljust(256)

Pairs = dict[str, list[str]]
"""For a text those that it may be a copy of, or they of it; each pair once."""


def copies(texts: Mapping[str, str]) -> dict[str, str]:
    """Article id to the id of the article that it copies: of the longer ones the likest, or the shortest.

    Where that is a copy, too, the one that it copies. Articles that copy none are left out.
    """
    pairs = likely({key: sample(text) for key, text in texts.items()})
    return copied(pairs, {key: shingles(texts[key]) for key in concerned(pairs)})


def _words(text: str) -> list[str]:
    """The words and figures of a text in small letters; those of ASCII are parted in a third of a pattern's time."""
    lower = text.lower()
    for mark in _MARKS:
        lower = lower.replace(mark, " ")
    if lower.isascii():
        return lower.encode().translate(_APART).decode().split()
    return _WORD.findall(lower)


def sample(text: str) -> array[int]:
    """The hashes of some shingles of a text; none of one that is too short."""
    words = _words(text)
    last = len(words) - SHINGLE
    if last + 1 < MIN_SHINGLES:
        return array("I")
    begins: Collection[int] = [at for at, size in enumerate(map(len, words)) if size == ANCHOR and at <= last]
    if FEW * len(begins) < last:
        begins = range(last + 1)
    return array("I", {crc32(" ".join(words[at : at + SHINGLE]).encode()) for at in begins})


def likely(samples: Mapping[str, array[int]], jobs: int = 1) -> Pairs:
    """Which texts are worth comparing in full, given `sample` of each; up to `jobs` processes look for them."""
    held = _Held(samples)
    found = spread(held.likest, range(len(samples)), jobs)
    return {key: others for key, others in zip(held.ranked, found, strict=True) if others}


def concerned(pairs: Pairs) -> list[str]:
    """The texts of pairs, each once."""
    return list(dict.fromkeys(key for one, others in pairs.items() for key in (one, *others)))


def copied(pairs: Pairs, hashes: Mapping[str, array[int]]) -> dict[str, str]:
    """The same as `copies`, given which texts are worth comparing and `shingles` of these."""
    both: defaultdict[str, list[str]] = defaultdict(list)
    place = {key: n for n, key in enumerate(sorted(concerned(pairs), key=lambda one: (-len(hashes[one]), one)))}
    for one, others in pairs.items():
        for other in others:
            shorter, longer = (one, other) if place[one] > place[other] else (other, one)
            both[shorter].append(longer)
    original: dict[str, str] = {}
    for key in sorted(both, key=place.__getitem__):
        own = set(hashes[key])
        found = []
        for other in both[key]:
            size, common = len(hashes[other]), len(own.intersection(hashes[other]))
            if common >= RESEMBLANCE * (len(own) + size - common) or common >= CONTAINMENT * len(own):
                found.append((-common, size, other))
        if found:
            *_, other = min(found)
            original[key] = original.get(other, other)
    return original


def shingles(text: str) -> array[int]:
    """The hashes of all shingles, each once."""
    words = [word.encode() for word in _words(text)]
    joined = b" ".join(words)
    begins = list(accumulate((len(word) + 1 for word in words), initial=0))
    # A shingle ends before the blank in front of the word after its last one.
    ends = (begin - 1 for begin in begins[SHINGLE:])
    return array("I", set(map(crc32, map(joined.__getitem__, map(slice, begins, ends)))))


class _Held:
    """Which texts have each hash that several have."""

    def __init__(self, samples: Mapping[str, array[int]]) -> None:
        self.ranked = sorted(samples, key=lambda one: (-len(samples[one]), one))
        """The texts, the longest first: each is compared with those before it."""
        self._samples = samples
        self._counted = _Counted(sum(map(len, samples.values())))
        for hashes in samples.values():
            self._counted.add(hashes)
        self._holders: defaultdict[int, list[int]] = defaultdict(list)
        """For each hash the places of the first texts that have it; that of a text behind these is not asked for."""
        for place, key in enumerate(self.ranked):
            for value in self._counted.several(samples[key]):
                if len(self._holders[value]) <= COMMON:
                    self._holders[value].append(place)

    def likest(self, places: Iterable[int]) -> Iterator[list[str]]:
        """For each of some texts those before it that it may be a copy of, or they of it."""
        for place in places:
            hashes = self._samples[self.ranked[place]]
            several = self._counted.several(hashes)
            held = [(holders := self._holders[value], bisect_left(holders, place)) for value in several]
            before = [holders[:at] for holders, at in held if at < len(holders) and holders[at] == place]
            shared = Counter(chain.from_iterable(before))
            least = LIKELY * (len(hashes) - len(several) + len(before))
            near = sorted(
                (-count, len(self._samples[self.ranked[other]]), self.ranked[other])
                for other, count in shared.items()
                if count >= least
            )
            yield [other for *_, other in near[:LIKEST]]


class _Counted:
    """Tells hashes that surely stand in one text only, which most do, in little memory."""

    def __init__(self, hashes: int) -> None:
        self._seen = bytearray(1 << min((ROOM * hashes).bit_length(), MOST_BITS))
        self._mask = len(self._seen) - 1

    def add(self, hashes: Iterable[int]) -> None:
        """Counts hashes, up to two."""
        seen, mask = self._seen, self._mask
        for value in hashes:
            if seen[value & mask] < 2:
                seen[value & mask] += 1

    def several(self, hashes: Iterable[int]) -> list[int]:
        """Those that stand in several texts, and a few that do not."""
        seen, mask = self._seen, self._mask
        return [value for value in hashes if seen[value & mask] > 1]
