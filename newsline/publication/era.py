"""The time of a small folder: its articles tell one story, so most of them lie within months of each other.

Each article's own evidence gives a probability for each of its days. For each week in which the story may have broken,
the probabilities that the articles lie around it are multiplied, each with a chance that the article is a stray one.
What all the others say so is the prior for the days of an article. A product, not a vote: an article that only names
old years hardly tells the later ones apart, one whose date is stated does. An article whose lead says "three years
after" lies so much later, as a rule.

Most of what is written comes within days and months of that week, a few articles take the story up again years later.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from newsline.publication.clues import normalised
from newsline.publication.days import summed

if TYPE_CHECKING:
    from newsline.publication.days import Days, Ints, Reals, Waves

BIN = 7
"""Days in a bin: articles of a story lie days to months apart."""
Parts = tuple[tuple[float, float, float], ...]
"""Parts of the articles, each with its mean distance in days behind and before the day on which their story broke."""
SHORT: Parts = ((0.35, 20.0, 10.0), (0.6, 120.0, 40.0), (0.05, 400.0, 200.0))
LONG: Parts = ((0.15, 30.0, 20.0), (0.45, 200.0, 100.0), (0.4, 500.0, 400.0))
LIFE: Parts = ((1.0, 2200.0, 2200.0),)
KINDS = (SHORT, LONG, LIFE)
OFTEN, OVER_YEARS = (0.7, 0.28, 0.02), (0.25, 0.25, 0.5)
"""Folders whose articles follow each other; those that look back on a story again and again; and, now and then, such
that follow somebody from an arrest to a death. How likely each is before anything is read, and where ages of one person
lie years apart (chosen). Fitted by hand on the open folders of tests/folders (193 articles in 31): log-likelihood -3.13
an article, of 20 such pairs all within .03; with years as units, as it was before, -3.33."""
BEHIND = 0.7
"""Part of the articles that lie after it. Fitted with `KINDS`; .8 does as well."""
STRAY = 0.001
"""Probability that an article of the folder belongs to quite another time. Chosen: one in a thousand; articles whose
day is stated need no prior and do not count here."""
COUNTED = 0.7
"""How often an article that says how many years later it is counts them from the folder's story. Of 17 such articles in
30 folders, 13 are of that many years after the folder's first one."""
ANNIVERSARY = ((1.0, 45.0, 45.0),)
"""How such articles lie around the day on which so many years are over. Fitted with `KINDS`; 30 to 90 do as well."""
YEAR = 365.25
BESIDE = 0.15
"""Part of the prior that is how the other articles come to lie in time: a story may have two times. Chosen; .1 to .35
do as well."""
AGES = ((1945, 0.1), (1980, 0.3), (2027, 1.0))
"""Before each year, how likely its news is in files. Chosen: little of what is old was ever typed in."""
COMING = 0.5
"""The same from the last of these years on, which had not come when this was written; no clock is asked. Chosen, and no
less: with .1, folders of such years would not be dated when they come."""


def priors(
    own: Sequence[Days | None],
    later: Mapping[int, Mapping[int, float]] | None = None,
    kinds: tuple[float, ...] = OFTEN,
) -> list[Reals | None]:
    """For each article the probability of each of its days in the light of the others, up to a factor.

    `own` has what each article says by itself, None where it says nothing; that is no part of the article's prior.
    `later` has, by index, by how many years articles say that they are later, with the part of each; `kinds` how likely
    the folder is of each of `KINDS`.
    """
    told = [row for row, days in enumerate(own) if days]
    if not told:
        return [None] * len(own)
    line = _Line([days for days in own if days])
    binned = np.array([line.binned(days) if days else np.zeros(line.size) for days in own])
    plain, beside = line.around(), line.beside()
    shapes = {row: line.later(plain, shares) for row, shares in (later or {}).items()}
    stray = STRAY / line.size
    heard = np.zeros((len(own), len(KINDS), line.size))
    for row in told:
        heard[row] = np.log(stray + (1 - STRAY) * line.against(binned[row], shapes.get(row, plain)))
    whole = heard.sum(axis=0) + np.log(kinds)[:, None]
    around = np.zeros_like(binned)
    for row in told:
        broken = normalised((whole - heard[row]).ravel()).reshape(whole.shape)
        near = line.along(broken, shapes.get(row, plain)).sum(axis=0)
        around[row] = line.ages * (stray + (1 - STRAY) * near)
    posts = np.zeros_like(binned)
    posts[told] = [one / one.sum() for one in binned[told] * around[told]]
    mixed = _beside(around, [line.along(one, beside) for one in posts], told, shapes.keys())
    return [mixed[row][line.places(days)] if days else None for row, days in enumerate(own)]


def _beside(around: Reals, near: Sequence[Reals], told: Sequence[int], later: Set[int]) -> Reals:
    """The priors around the story, mixed with a part of where the others come to lie by them."""
    if len(told) == 1:
        return around
    mixed, whole = around.copy(), np.sum(near, axis=0)
    for row in told:
        part = BESIDE * (1 - COUNTED) if row in later else BESIDE
        mixed[row] = (1 - part) * around[row] + part * (whole - near[row]) / (len(told) - 1)
    return mixed


class _Line:
    """The bins in which any article of a folder may lie; distances along it are worked out by Fourier transforms."""

    def __init__(self, runs: Sequence[Days]) -> None:
        self._first = min(int(days.dates[0]) for days in runs) // BIN
        self.size = max(int(days.dates[-1]) for days in runs) // BIN - self._first + 1
        self._room = 1 << (2 * self.size).bit_length()
        self._apart: Reals = BIN * np.arange(1 - self.size, self.size, dtype=np.float64)
        begins = BIN * np.arange(self._first, self._first + self.size)
        self.ages: Reals = np.full(self.size, COMING)
        for before, share in reversed(AGES):
            self.ages[begins < date(before, 1, 1).toordinal()] = share

    def places(self, days: Days) -> Ints:
        """The bin of each day."""
        return days.dates // BIN - self._first

    def binned(self, days: Days) -> Reals:
        """The probability of each bin."""
        return summed(self.places(days), days.shares, self.size)

    def around(self) -> Waves:
        """How the articles of a folder of each kind (row) lie around the bin in which their story broke."""
        return np.array([self._waves(_fall(self._apart, parts, BEHIND)) for parts in KINDS])

    def later(self, around: Waves, shares: Mapping[int, float]) -> Waves:
        """The same of an article that says by how many years it is later."""
        found: Waves = (1 - COUNTED) * around
        for years, share in shares.items():
            found = found + COUNTED * share * self._waves(_fall(self._apart - years * YEAR, ANNIVERSARY, 0.5))
        return found

    def beside(self) -> Waves:
        """How two articles of a folder lie to each other."""
        parts = [
            (often * share, after, before)
            for often, kind in zip(OFTEN, KINDS, strict=True)
            for share, after, before in kind
        ]
        near = _fall(self._apart, tuple(parts), BEHIND)
        return self._waves(near + near[::-1])

    def _waves(self, near: Reals) -> Waves:
        """The transform of weights by distance, which come to one."""
        wrapped = np.zeros(self._room)
        wrapped[: self.size] = near[self.size - 1 :]
        wrapped[self._room - self.size + 1 :] = near[: self.size - 1]
        return np.fft.rfft(wrapped / near.sum())

    def along(self, shares: Reals, shape: Waves) -> Reals:
        """Where articles come to lie, given where the story broke; one for each kind, or all at once."""
        found: Reals = np.fft.irfft(np.fft.rfft(shares, self._room) * shape, self._room)[..., : self.size]
        return found.clip(0.0)

    def against(self, shares: Reals, shape: Waves) -> Reals:
        """How likely the story broke in each bin, given where an article lies."""
        return self.along(shares, np.conj(shape))


def _fall(apart: Reals, parts: Parts, behind: float) -> Reals:
    """The weight of distances in days, negative before: `behind` of each part on the later side, falling off."""
    found, far = np.zeros(len(apart)), np.abs(apart)
    for share, after, before in parts:
        later, sooner = np.exp(-far / after) / after, np.exp(-far / before) / before
        found += share * np.where(apart >= 0, behind * later, (1 - behind) * sooner)
    return found
