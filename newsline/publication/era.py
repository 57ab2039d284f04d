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

AROUND = (0.55, 0.14, 0.05, 0.015, 0.005)
"""Probability that an article lies 0, 1, 2, ... years from the middle of the story, to each side. Chosen: most stories
are told within a year or two, a few are taken up again years later."""
STRAY = 0.01
"""Probability that an article of the folder belongs to quite another time. Chosen: one in a hundred."""
AGES = ((1945, 0.1), (1980, 0.3))
"""Before each year, how likely its news is in files, beside later years. Chosen: little of it was ever typed in."""


def priors(own: Sequence[Mapping[int, float]]) -> list[dict[int, float]]:
    """For each article the probability of each year in the light of the others.

    `own` has the probability of each year by an article's own evidence, empty where it has none. The years of a prior
    are all that occur in `own`; an article's own evidence is not part of it.
    """
    years = sorted({year for one in own for year in one})
    voices = [[_log_share(one, middle, len(years)) for middle in years] if one else [0.0] * len(years) for one in own]
    ages = [math.log(_age(year)) for year in years]
    totals = [math.fsum(column) for column in zip(ages, *voices, strict=True)]
    found = []
    for voice in voices:
        middles = normalise([total - mine for total, mine in zip(totals, voice, strict=True)]) if years else []
        found.append(
            {
                year: STRAY / len(years)
                + (1 - STRAY)
                * math.fsum(share * _near(year - middle) for middle, share in zip(years, middles, strict=True))
                for year in years
            }
        )
    return found


def _log_share(own: Mapping[int, float], middle: int, years: int) -> float:
    """The log of the probability of what an article says if the story's middle is that year."""
    inside = math.fsum(share * _near(year - middle) for year, share in own.items())
    return math.log(STRAY / years + (1 - STRAY) * inside)


def _near(distance: int) -> float:
    distance = abs(distance)
    return AROUND[distance] if distance < len(AROUND) else 0.0


def _age(year: int) -> float:
    return next((share for before, share in AGES if year < before), 1.0)
