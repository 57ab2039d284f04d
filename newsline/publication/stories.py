"""Which articles of a small folder tell one story: it may hold two, and one is no evidence for the days of another."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from newsline.publication import likeness

ALIKE = 0.06
"""Mean cosine of the articles of two groups from which they tell one story. Of 39 folders put together from two of the
annotated ones and of folders written for the dating, all fall apart into their stories from .055 to .1, and 37 of the
folders themselves stay whole up to .07; so do, but for single articles, forty of a topic of T17."""


def stories(texts: Sequence[str]) -> list[list[int]]:
    """The texts, by index, in groups that tell a story each: those with the highest mean likeness are joined first."""
    alike = likeness.cosines(texts)
    groups = [[index] for index in range(len(texts))]
    sums = alike.copy()
    sizes = np.ones(len(texts))
    while len(groups) > 1:
        means = sums / (sizes[:, None] * sizes)
        np.fill_diagonal(means, -1.0)
        first, second = sorted(divmod(int(means.argmax()), len(groups)))
        if means[first, second] < ALIKE:
            break
        groups[first] = sorted(groups[first] + groups.pop(second))
        sums[first] += sums[second]
        sums[:, first] += sums[:, second]
        sums = np.delete(np.delete(sums, second, 0), second, 1)
        sizes[first] += sizes[second]
        sizes = np.delete(sizes, second)
    return sorted(groups)
