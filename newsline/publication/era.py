"""The time of a small folder: its articles tell one story, so they lie within a few years of each other.

Each article's own evidence gives a probability for each year. For each year that may be the middle of the story, the
probabilities that the articles lie around it are multiplied, each with a chance that the article is a stray one. What
all the others say so is the prior for the years of an article. A product, not a vote: an article that only names
old years hardly tells the later ones apart, one whose date is stated does.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from newsline.publication.clues import normalise

AROUND = (0.5, 0.22, 0.03)
"""Probability that an article lies 0, 1, 2, ... years from the middle of the story, to each side. Chosen: most stories
are told within a year or two, a few are taken up again years later."""
STRAY = 0.001
"""Probability that an article of the folder belongs to quite another time. Chosen: one in a thousand; articles whose
day is stated need no prior and do not count here."""
BESIDE = 0.2
"""Part of the prior that is how the other articles come to lie in time: a story may have two times. Chosen."""
AGES = ((1945, 0.1), (1980, 0.3))
"""Before each year, how likely its news is in files, beside later years. Chosen: little of it was ever typed in."""


def priors(own: Sequence[Mapping[int, float]]) -> list[dict[int, float]]:
    """For each article the probability of each year in the light of the others.

    `own` has the probability of each year by an article's own evidence, empty where it has none. The years of a prior
    are all that occur in `own`; an article's own evidence is not part of it.
    """
    years = sorted({year for one in own for year in one})
    if not years:
        return [{} for _ in own]
    voices = [[_log_share(one, middle, len(years)) for middle in years] if one else [0.0] * len(years) for one in own]
    totals = [math.fsum(column) for column in zip(*voices, strict=True)]
    around = []
    for voice in voices:
        middles = normalise([total - mine for total, mine in zip(totals, voice, strict=True)])
        around.append(
            _mixed(years, [math.fsum(p * _near(y - m) for m, p in zip(years, middles, strict=True)) for y in years])
        )
    return _beside(own, around, years)


def _beside(
    own: Sequence[Mapping[int, float]], around: Sequence[Mapping[int, float]], years: Sequence[int]
) -> list[dict[int, float]]:
    """The priors around the middle, mixed with how the other articles come to lie by them."""
    posts = [_product(one, prior) for one, prior in zip(own, around, strict=True)]
    counts = {year: math.fsum(post.get(year, 0.0) for post in posts) for year in years}
    found = []
    for prior, post in zip(around, posts, strict=True):
        others = len([one for one in posts if one]) - bool(post)
        part = BESIDE if others else 0.0
        found.append(
            {
                year: (1 - part) * share + part * (counts[year] - post.get(year, 0.0)) / max(1, others)
                for year, share in prior.items()
            }
        )
    return found


def _product(own: Mapping[int, float], prior: Mapping[int, float]) -> dict[int, float]:
    """What an article says together with its prior, as probabilities."""
    raw = {year: share * prior[year] for year, share in own.items()}
    whole = math.fsum(raw.values())
    return {year: share / whole for year, share in raw.items()} if whole else {}


def _mixed(years: Sequence[int], shares: Sequence[float]) -> dict[int, float]:
    """The shares by year, with the chance that an article is a stray one."""
    stray = STRAY / len(years)
    return {year: _age(year) * (stray + (1 - STRAY) * share) for year, share in zip(years, shares, strict=True)}


def _log_share(own: Mapping[int, float], middle: int, years: int) -> float:
    """The log of the probability of what an article says if the story's middle is that year."""
    inside = math.fsum(share * _near(year - middle) for year, share in own.items())
    return math.log(STRAY / years + (1 - STRAY) * inside)


def _near(distance: int) -> float:
    distance = abs(distance)
    return AROUND[distance] if distance < len(AROUND) else 0.0


def _age(year: int) -> float:
    return next((share for before, share in AGES if year < before), 1.0)
