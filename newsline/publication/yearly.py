"""Over which years do the articles of a folder spread, by what each says alone?

Arrays have a row for each article and a column for each of `days.YEARS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from newsline.publication.days import Days, Flags, Reals

CORE_SHARE = 0.3
"""A year is one of the folder's when the articles' probabilities for it add up to at least this."""
CORE_PART = 0.05
"""The same as a part of the folder, so that the old years that a large one names do not widen the search."""
BESIDE_PART = 0.003
"""The part that is enough for a year beside such a year."""
ROUNDS = 10
"""Rounds of expectation maximisation; the shares of folders on one subject settle in about five."""
LONE = 0.01
"""Share of the years in which no other article of the folder lies, all of them together."""
UNNAMED = 0.05
"""Probability that an article appeared in a year far from all that it names (one in four names only old years)."""
CORE_TRUST = 0.5
"""Probability of the folder's years from which an article is looked for in them alone."""
UNLIKELY = 0.02
"""Probability of a year below which the days of an article outside the folder's years are no longer looked at."""


def unnamed(days: Days | None) -> float:
    """The probability of a year that the article does not look at; the surer it is of a day, the smaller."""
    return UNNAMED * (1 - days.highest) if days else UNNAMED


def shares_of(own: Reals, named: Flags, unnamed: Reals) -> Reals:
    """How the folder's articles are spread over years, found by expectation maximisation over what each says alone.

    `named` marks the years that each article looks at, `unnamed` has for each the probability of another year: any
    article may be of a year that it does not name. Else each old year that some recall would hold a part of the
    folder (with 300 characters cut from either end of T17's articles, candidates went from nine years to three).
    """
    told, shares = named.any(axis=1), np.asarray(named.any(axis=0), dtype=np.float64)
    fits = np.where(named, own, unnamed[:, None])[told]
    for _ in range(ROUNDS if told.any() else 0):
        joint = fits * shares
        whole = joint.sum(axis=1, keepdims=True)
        counts = np.divide(joint, whole, out=np.zeros_like(joint), where=whole > 0).sum(axis=0)
        shares = counts / counts.sum() if counts.any() else shares
    return shares


def core_of(shares: Reals, articles: int) -> Flags:
    """The years in which the folder's articles lie, and the years beside them that hold a few."""
    core: Flags = shares >= max(CORE_SHARE / articles, CORE_PART)
    near = np.zeros_like(core)
    near[1:] |= core[:-1]
    near[:-1] |= core[1:]
    return core | (near & (shares >= BESIDE_PART))


def likely(own: Reals, named: Flags, unnamed: Reals, shares: Reals, core: Flags) -> Flags:
    """For each article the folder's years where they are likely, else the likely ones of those that it names."""
    looked = named | core
    lone = LONE / np.maximum(1, looked.sum(axis=1))
    weighed = np.where(looked, np.where(named, own, unnamed[:, None]) * (shares + lone[:, None]), 0.0)
    whole = weighed.sum(axis=1)
    inside = np.where(core, weighed, 0.0).sum(axis=1) >= CORE_TRUST * whole
    return np.where(inside[:, None], core, looked & (weighed >= UNLIKELY * whole[:, None]))
