"""The time of a small folder: its articles tell one story, so they lie within a few years of each other.

Each article's own evidence gives a probability for each year. For each year that may be the middle of the story, the
probabilities that the articles lie around it are multiplied, each with a chance that the article is a stray one. What
all the others say so is the prior for the years of an article. A product, not a vote: an article that only names old
years hardly tells the later ones apart, one whose date is stated does. Now and then a folder follows somebody over many
years, from an arrest to a death: then none of its articles is drawn far. An article whose lead says "three years after"
lies so much later than the middle, as a rule.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from newsline.publication.clues import normalised

if TYPE_CHECKING:
    from newsline.publication.days import Flags, Ints, Reals

AROUND = (0.5, 0.22, 0.03)
"""Probability that an article lies 0, 1, 2, ... years from the middle of the story, to each side. Chosen: most stories
are told within a year or two, a few are taken up again years later."""
STRAY = 0.001
"""Probability that an article of the folder belongs to quite another time. Chosen: one in a thousand; articles whose
day is stated need no prior and do not count here."""
LONG, YEARS = 0.01, 6.0
"""How often the articles of a folder follow somebody or something over many years, and the mean distance of such
articles from the middle in years. Chosen: with it, of two folders over years all that is dated is right, without it
half; with .1, others lose."""
COUNTED = 0.7
"""How often an article that says how many years later it is counts them from the folder's story. Of 17 such articles in
30 folders, 13 are of that many years after the folder's first one."""
BESIDE = 0.2
"""Part of the prior that is how the other articles come to lie in time: a story may have two times. Chosen."""
AGES = ((1980, 0.3), (1945, 0.1))
"""Before each year, how likely its news is in files, beside later years. Chosen: little of it was ever typed in."""


def priors(own: Reals, years: Ints, later: Mapping[int, Mapping[int, float]] | None = None) -> Reals:
    """For each article (row) the probability of each year (column) in the light of the others.

    `own` has the probability of each of `years` by an article's own evidence, all zeros where it has none; that
    evidence is no part of the article's prior. `later` has, by row, by how many years articles say that they are later,
    with the part of each.
    """
    if not len(years):
        return own
    told: Flags = np.asarray(own.any(axis=1))
    plain = _shapes(years)
    counted = {row: _counted(years, plain, shares) for row, shares in (later or {}).items()}
    kinds = np.log(np.repeat([1 - LONG, LONG], len(years)))
    stray = STRAY / max(1, len(years))
    fits = own @ plain
    for row, shapes in counted.items():
        fits[row] = own[row] @ shapes
    voices = np.where(told[:, None], np.log(stray + (1 - STRAY) * fits), 0.0)
    middles = normalised(kinds + voices.sum(axis=0) - voices)
    around = middles @ plain.T
    for row, shapes in counted.items():
        around[row] = middles[row] @ shapes.T
    part = np.full(len(own), BESIDE)
    part[list(counted)] *= 1 - COUNTED
    return _beside(own, told, _ages(years) * (stray + (1 - STRAY) * around), part)


def _shapes(years: Ints, shift: int = 0) -> Reals:
    """The probability of each year (row) for each middle that a folder of either kind may have (column).

    `shift` is by how many years an article is later.
    """
    apart = np.abs(years[:, None] - years - shift)
    near = np.array([*AROUND, 0.0])[apart.clip(max=len(AROUND))]
    far = np.exp(-apart / YEARS)
    return np.concatenate([near, far / np.exp(-np.abs(years[:, None] - years) / YEARS).sum(axis=0)], axis=1)


def _counted(years: Ints, plain: Reals, shares: Mapping[int, float]) -> Reals:
    """The same of an article that says by how many years it is later."""
    found = (1 - COUNTED) * plain
    for shift, share in shares.items():
        found += COUNTED * share * _shapes(years, shift)
    return found


def _beside(own: Reals, told: Flags, around: Reals, part: Reals) -> Reals:
    """The priors around the middle, mixed with a part of how the other articles come to lie by them."""
    joint = own * around
    posts = np.divide(joint, joint.sum(axis=1, keepdims=True), out=np.zeros_like(joint), where=told[:, None])
    others = (told.sum() - told)[:, None]
    part = np.where(others > 0, part[:, None], 0.0)
    beside: Reals = (posts.sum(axis=0) - posts) / np.maximum(1, others)
    return (1 - part) * around + part * beside


def _ages(years: Ints) -> Reals:
    found = np.ones(len(years))
    for before, share in AGES:
        found[years < before] = share
    return found
