"""Over which years do the articles of a folder spread, by what each says alone?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

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


def years_of(days: Iterable[int]) -> Iterator[int]:
    """The year of each day (ordinal); quick for days in order, of which few begin another year."""
    year = first = end = 0
    for day in days:
        if not first <= day < end:
            year = date.fromordinal(day).year
            first, end = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1
        yield year


def by_year(days: Mapping[int, float] | None) -> dict[int, float]:
    """The probability of each year."""
    totals: dict[int, float] = {}
    for share, year in zip((days or {}).values(), years_of(days or ()), strict=True):
        totals[year] = totals.get(year, 0.0) + share
    return totals


def unnamed(days: Mapping[int, float] | None) -> float:
    """The probability of a year that the article does not look at; the surer it is of a day, the smaller."""
    return UNNAMED * (1 - max(days.values(), default=0.0)) if days else UNNAMED


def shares_of(own: Sequence[Mapping[int, float]], unnamed: Sequence[float]) -> dict[int, float]:
    """How the folder's articles are spread over years, found by expectation maximisation over what each says alone.

    Any article may be of a year that it does not name: else each old year that some recall would hold a part of the
    folder (with 300 characters cut from either end of T17's articles, candidates went from nine years to three).
    """
    shares = {year: 1.0 for years in own for year in years}
    fits = [
        [years.get(year, elsewhere) for year in shares] for years, elsewhere in zip(own, unnamed, strict=True) if years
    ]
    for _ in range(ROUNDS):
        counts = dict.fromkeys(shares, 0.0)
        for fit in fits:
            joint = [value * shares[year] for value, year in zip(fit, shares, strict=True)]
            whole = sum(joint)
            for year, value in zip(shares, joint, strict=True):
                counts[year] += value / whole if whole else 0.0
        total = sum(counts.values())
        shares = {year: count / total for year, count in counts.items()} if total else shares
    return shares


def core_of(shares: Mapping[int, float], articles: int) -> frozenset[int]:
    """The years in which the folder's articles lie, and the years beside them that hold a few."""
    core = {year for year, share in shares.items() if share >= max(CORE_SHARE / articles, CORE_PART)}
    beside = {year + step for year in core for step in (-1, 1)}
    return frozenset(core | {year for year in beside if shares.get(year, 0.0) >= BESIDE_PART})


def likely(
    own: Mapping[int, float], unnamed: float, shares: Mapping[int, float], core: frozenset[int]
) -> frozenset[int]:
    """The folder's years where they are likely for an article, else the likely ones of those that it names."""
    own = {**dict.fromkeys(core, unnamed), **own}
    weighed = {year: share * (shares[year] + LONE / len(own)) for year, share in own.items()}
    whole = sum(weighed.values())
    if sum(weighed.get(year, 0.0) for year in core) >= CORE_TRUST * whole:
        return core
    return frozenset(year for year, share in weighed.items() if share >= UNLIKELY * whole)
