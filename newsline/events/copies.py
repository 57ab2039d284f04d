"""Syndicated copies: articles that are nearly the same text count as one voice.

Each text is reduced to the smallest hashes of its word shingles (a bottom-k sketch: Broder 1997, "On the resemblance
and containment of documents"), and only texts that share some of them are compared. Linear in the number of texts.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import accumulate
from zlib import crc32

SHINGLE = 6
"""Words to a shingle: long enough that two reports of one event share few, short enough to survive light editing."""
SKETCH = 96
"""Hashes kept of each text; the standard error of a resemblance of .5 is then .05."""
RESEMBLANCE = 0.5
"""Two independent reports of one event that quote the same agency share up to a third of their shingles."""
CONTAINMENT = 0.8
"""A copy that was cut short: this much of the shorter text stands in the longer one."""
MIN_SHINGLES = 12
"""A text shorter than this is no article whose copies could be told."""
COMMON = 200
"""A hash that more texts share than this is boilerplate and proposes no pairs."""
LIKEST = 10
"""Texts that a text is compared with in full."""

_WORD = re.compile(r"[^\W_]+")


def copies(texts: Mapping[str, str]) -> dict[str, str]:
    """Article id to the id of the article that it copies: the longest text of its group, then the first by name.

    Articles that copy none are left out.
    """
    return copied({key: shingles(text) for key, text in texts.items()})


def copied(found: Mapping[str, array[int]]) -> dict[str, str]:
    """The same of texts that are given by their shingles."""
    hashes = {key: hashed for key, hashed in found.items() if len(hashed) >= MIN_SHINGLES}
    holders: defaultdict[int, list[str]] = defaultdict(list)
    original: dict[str, str] = {}
    for key in sorted(hashes, key=lambda one: (-len(hashes[one]), one)):
        sketch = hashes[key][:SKETCH]
        shared: Counter[str] = Counter()
        for value in sketch:
            if value in holders and len(holders[value]) <= COMMON:
                shared.update(holders[value])
        own = set(hashes[key]) if shared else set()
        for other, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:LIKEST]:
            if _are_copies(own, hashes[other]):
                original[key] = original.get(other, other)
                break
        for value in sketch:
            if len(holders[value]) <= COMMON:
                holders[value].append(key)
    return original


def shingles(text: str) -> array[int]:
    """The hashes of the shingles, each once, the smallest first."""
    words = [word.encode() for word in _WORD.findall(text.lower())]
    joined = b" ".join(words)
    begins = list(accumulate((len(word) + 1 for word in words), initial=0))
    # A shingle ends before the blank in front of the word after its last one.
    ends = (begin - 1 for begin in begins[SHINGLE:])
    return array("I", sorted({crc32(joined[begin:end]) for begin, end in zip(begins, ends, strict=False)}))


def _are_copies(shorter: set[int], longer: array[int]) -> bool:
    common = len(shorter.intersection(longer))
    return common >= RESEMBLANCE * (len(shorter) + len(longer) - common) or common >= CONTAINMENT * len(shorter)
