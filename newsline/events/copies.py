"""Syndicated copies: articles that are nearly the same text count as one voice.

Each text is reduced to the smallest hashes of its word shingles (a bottom-k sketch: Broder 1997, "On the resemblance
and containment of documents"), and only texts that share some of them are compared. Linear in the number of texts.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
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

_WORD = re.compile(r"[^\W_]+")


def copies(texts: Mapping[str, str]) -> dict[str, str]:
    """Article id to the id of the article that it copies: the longest text of its group, then the first by name.

    Articles that copy none are left out.
    """
    shingles = {key: hashed for key, text in texts.items() if len(hashed := _shingles(text)) >= MIN_SHINGLES}
    sketches = {key: sorted(hashed)[:SKETCH] for key, hashed in shingles.items()}
    holders: defaultdict[int, list[str]] = defaultdict(list)
    original: dict[str, str] = {}
    for key in sorted(shingles, key=lambda one: (-len(shingles[one]), one)):
        shared = Counter(other for value in sketches[key] if len(holders[value]) <= COMMON for other in holders[value])
        for other, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:10]:
            if _are_copies(shingles[key], shingles[other]):
                original[key] = original.get(other, other)
                break
        for value in sketches[key]:
            holders[value].append(key)
    return original


def _shingles(text: str) -> set[int]:
    words = _WORD.findall(text.lower())
    return {crc32(" ".join(words[i : i + SHINGLE]).encode()) for i in range(max(0, len(words) - SHINGLE + 1))}


def _are_copies(shorter: set[int], longer: set[int]) -> bool:
    common = len(shorter & longer)
    return common >= RESEMBLANCE * (len(shorter) + len(longer) - common) or common >= CONTAINMENT * len(shorter)
