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
LIFETIME = 60
"""Years of age among which a wrong one lies."""
AGES = ((1980, 0.3), (1945, 0.1))
"""Before each year, how likely its news is in files, beside later years. Chosen: little of it was ever typed in."""


def priors(
    own: Reals,
    years: Ints,
    later: Mapping[int, Mapping[int, float]] | None = None,
    ages: Mapping[int, tuple[int, float]] | None = None,
) -> Reals:
    """For each article (row) the probability of each year (column) in the light of the others.

    `own` has the probability of each of `years` by an article's own evidence, all zeros where it has none; that
    evidence is no part of the article's prior. `later` has, by row, by how many years articles say that they are later,
    with the part of each; `ages` the age of one person in some articles, and how often such an age is right.
    """
    if not len(years):
        return own
    told: Flags = np.asarray(own.any(axis=1))
    plain = _shapes(years)
    shapes = {row: _counted(years, plain, shares) for row, shares in (later or {}).items()}
    births = _births(years, ages or {})
    # One column for each middle, one plane for each year of birth.
    voices = np.zeros((len(own), plain.shape[1], next(iter(births.values())).shape[1] if births else 1))
    for row in np.flatnonzero(told).tolist():
        fits = shapes.get(row, plain)
        apart = (births[row].T @ (own[row][:, None] * fits)).T if row in births else (own[row] @ fits)[:, None]
        astray = (own[row] @ births[row] if row in births else np.ones(1)) * STRAY / max(1, len(years))
        voices[row] = np.log(astray + (1 - STRAY) * apart)
    kinds = np.log(np.repeat([1 - LONG, LONG], len(years)))[:, None]
    total = kinds + voices.sum(axis=0)
    around = np.empty_like(own)
    beside = np.ones_like(own)
    for row in range(len(own)):
        middles = normalised((total - voices[row]).ravel()).reshape(total.shape)
        spread = shapes.get(row, plain) @ middles
        stray = STRAY / max(1, len(years)) * middles.sum(axis=0)
        chance = births.get(row, np.ones((1, 1)))
        around[row] = ((stray + (1 - STRAY) * spread) * chance).sum(axis=1)
        beside[row] = (middles.sum(axis=0) * chance).sum(axis=1)
    part = np.full(len(own), BESIDE)
    part[list(shapes)] *= 1 - COUNTED
    return _beside(own, told, _ages(years) * around, beside, part)


def _births(years: Ints, ages: Mapping[int, tuple[int, float]]) -> Mapping[int, Reals]:
    """For each article that tells the age of the person how likely that is in each year (row) for each year of birth.

    Before the birthday of a year a person is a year younger than after it: both are as likely.
    """
    if not ages:
        return {}
    oldest, youngest = max(age for age, _ in ages.values()), min(age for age, _ in ages.values())
    born = np.arange(years[0] - oldest - 1, years[-1] - youngest + 1)
    found = {}
    for row, (age, holds) in ages.items():
        apart = years[:, None] - born
        right = ((apart == age) | (apart == age + 1)) / 2
        found[row] = holds * right + (1 - holds) / LIFETIME
    return found


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


def _beside(own: Reals, told: Flags, around: Reals, chance: Reals, part: Reals) -> Reals:
    """The priors around the middle, mixed with a part of how the other articles come to lie by them.

    `chance` is how likely what else is said of each year is.
    """
    joint = own * around
    posts = np.divide(joint, joint.sum(axis=1, keepdims=True), out=np.zeros_like(joint), where=told[:, None])
    others = (told.sum() - told)[:, None]
    part = np.where(others > 0, part[:, None], 0.0)
    beside: Reals = (posts.sum(axis=0) - posts) / np.maximum(1, others)
    return (1 - part) * around + part * beside * chance


def _ages(years: Ints) -> Reals:
    found = np.ones(len(years))
    for before, share in AGES:
        found[years < before] = share
    return found
