"""When each article of a folder was written, by what it says and by the years of the others.

The articles of a small folder tell one story: all are looked for over the same years, and counts, links and the time of
the story bind them together. Those of a large one lie in the years in which most of them are likely.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from newsline.analysis import Analysis
from newsline.dates.span import Span
from newsline.dates.tense import Tense
from newsline.model import Evidence
from newsline.publication import ages, era, explain, facts, later, latest, links, yearly
from newsline.publication.cases import Case, Common, by_year, common_dates, found_in, says_its_day, stated_day, weigh
from newsline.publication.days import FIRST_YEAR, LAST_YEAR, YEARS, Days, year_places
from newsline.publication.large import LARGE

if TYPE_CHECKING:
    from newsline.publication.days import Flags, Ints, Reals

YEARS_LATER = 45
"""Years after the latest one named that are considered, too, where no article of a small folder states its date: texts
that name only old years are common, and what is said of weekdays and dates may pick one of the later years. So are
those between the latest year that is not still to come and the years that are."""
HORIZON = 2030
"""Year up to which they are considered at least: a folder that only recalls 1931 may well be of today. Chosen: a few
years after this was written, as no clock is asked."""
UNTOLD = 0.5
"""Probability of its year by an article's own evidence from which it is no news that the others are of that year."""
SHARED = 0.4
"""Probability of that year by the others from which they are said to be of it; of the middle one they say half."""
LINK_ROUNDS = 3
"""Rounds in which the articles tell each other of their days."""


def read_cases(analyses: Iterable[Analysis], given: Mapping[str, Span], jobs: int = 1) -> list[Case]:
    """Every article with its clues and what they say by themselves."""
    cases = found_in(analyses, given, jobs)
    common = common_dates(cases)
    if len(cases) <= LARGE:
        _settle_era(cases, common)
        return cases
    weigh(((case, case.years) for case in cases), common, jobs)
    years = sorted({year for case in cases for year in case.years}) or [FIRST_YEAR]
    columns = slice(years[0] - FIRST_YEAR, years[-1] - FIRST_YEAR + 1)
    own, _ = by_year(cases, columns)
    named = np.array([_marked(case.years)[columns] for case in cases])
    unnamed = np.array([yearly.unnamed(case.days) for case in cases])
    shares = yearly.shares_of(own, named, unnamed)
    fit = yearly.likely(own, named, unnamed, shares, yearly.core_of(shares, len(cases)))
    chosen = ((case, frozenset((row.nonzero()[0] + years[0]).tolist())) for case, row in zip(cases, fit, strict=True))
    weigh(((case, told) for case, told in chosen if case.given is None and told != case.years), common, jobs)
    return cases


@lru_cache(maxsize=256)
def _marked(years: frozenset[int]) -> Flags:
    """Which of `YEARS` are among some years."""
    return np.array([year in years for year in YEARS])


def _settle_era(cases: Sequence[Case], common: Common) -> None:
    """Weigh the articles of a small folder, which tell one story: all over the same years, and by its time."""
    old = ages.told([case.analysis.article.text for case in cases])
    for case, age in zip(cases, old, strict=True):
        case.later, case.age = later.find(case.analysis, case.found), age
    years = story_years(cases) | _years_reached(cases)
    weigh(((case, case.years if case.given is not None else years) for case in cases), common)
    stated = [stated_day(case) if says_its_day(case) else None for case in cases]
    own = [case.days for case in cases]
    asked = [case.given is None and day is None for case, day in zip(cases, stated, strict=True)]
    told = links.Links([case.analysis for case in cases], [case.found for case in cases])
    for _ in range(LINK_ROUNDS):
        _weigh_time(cases, stated, tells=False)
        heard = told.hear(own, [case.days for case in cases])
        for case, days, gains, ask in zip(cases, own, heard, asked, strict=True):
            if days and gains is not None and ask:
                shares = days.shares * np.exp(gains - gains.max())
                case.days = Days.likely(days.dates, shares / shares.sum())
    _weigh_time(cases, stated, tells=True)
    for row, (case, days, ask) in enumerate(zip(cases, own, asked, strict=True)):
        if days and case.days and ask:
            case.links = told.reasons(row, days, case.days)


def _years_reached(cases: Sequence[Case]) -> frozenset[int]:
    """The years that an article tells by how old somebody was in others, or by what it says is so long ago."""
    found: set[int] = set()
    for case in cases:
        apart = {-math.floor(case.later.years), -math.ceil(case.later.years)} if case.later else set()
        if case.age:
            old = {other.age.years - case.age.years for other in cases if other.age}
            apart.update(years + more for years in old for more in (-1, 0, 1))
        found.update(year + more for year in case.years for more in apart)
    return frozenset(year for year in found if FIRST_YEAR <= year <= LAST_YEAR)


def _weigh_time(cases: Sequence[Case], stated: Sequence[date | None], tells: bool) -> None:
    """Weigh the days of each article by those of the others; keep what these say of it if that `tells` the result."""
    counts = {row: case.later.shares for row, case in enumerate(cases) if case.later}
    old = {row: (case.age.years, case.age.holds) for row, case in enumerate(cases) if case.age}
    own, there = by_year(cases)
    kinds = era.OVER_YEARS if old else era.OFTEN
    alone = [case.days for case in cases]
    counted = era.priors(alone, counts, kinds)
    plain = era.priors(alone, None, kinds) if counts and tells else counted
    surest = {row: float(own[row].max()) for row in old}
    aged = _by_ages(cases, counted, np.flatnonzero(there.any(axis=0)), old)
    for row, (case, day) in enumerate(zip(cases, stated, strict=True)):
        days, prior, uncounted = case.days, counted[row], plain[row]
        if not days or prior is None or uncounted is None or case.given is not None or day:
            continue
        by_age = aged[row][year_places(days.dates)] if row in aged else np.ones(len(days))
        shares = days.shares * prior * by_age
        case.days = Days.likely(days.dates, shares / shares.sum())
        if not tells:
            continue
        kept = days.dates.searchsorted(case.days.dates)
        told = case.later if row in counts else None
        case.era = [*_time(case.days, own[row], prior[kept], uncounted[kept], told)]
        if row in aged:
            case.era += _aged(cases, row, surest, by_age[kept])


def _by_ages(
    cases: Sequence[Case], priors: Sequence[Reals | None], occurring: Ints, old: Mapping[int, tuple[int, float]]
) -> Mapping[int, Reals]:
    """How well each of `YEARS` fits the ages of one person in the articles that tell them, by article.

    `occurring` are the places of the years in which any article may lie.
    """
    posts = np.zeros((len(cases), len(YEARS)))
    for row, (case, prior) in enumerate(zip(cases, priors, strict=True)):
        if case.days and prior is not None:
            posts[row] = np.bincount(year_places(case.days.dates), case.days.shares * prior, len(YEARS))
    whole = posts.sum(axis=1, keepdims=True)
    posts = np.divide(posts, whole, out=posts, where=whole > 0)
    found = {}
    for row, fits in ages.factors(posts[:, occurring], occurring + FIRST_YEAR, old).items():
        found[row] = np.ones(len(YEARS))
        found[row][occurring] = fits / fits.mean()
    return found


def _time(days: Days, own: Reals, prior: Reals, plain: Reals, told: later.Later | None) -> Iterator[Evidence]:
    """What the folder's time says of an article, by how much it raises the years of the days that were found.

    `own` are the article's years by itself, `prior` what the others say of its days, `plain` the same without its count
    of years.
    """
    counted = float(days.shares @ np.log(prior / prior.sum() * plain.sum() / plain))
    if told and counted >= explain.LEAST:
        yield Evidence(f"{told.phrase}: so long after what the others of the folder tell", round(counted, 2))
    found, _ = days.by_year()
    top = int(found.argmax())
    gained = math.log(found[top] / own[top])
    others = np.bincount(year_places(days.dates), plain, len(YEARS))
    if own[top] < UNTOLD and others[top] >= SHARED * others.sum() and gained >= explain.LEAST:
        yield Evidence(f"other articles of the folder are most likely of {top + FIRST_YEAR}", round(gained, 2))


def _aged(cases: Sequence[Case], row: int, surest: Mapping[int, float], by_age: Reals) -> Iterator[Evidence]:
    """What the age of a person says of an article, beside the article that is surest of its year of those that tell it.

    `surest` is how sure of its year each of these is; `by_age` how well the ages fit the article's days, 1 on average.
    """
    case = cases[row]
    others = [(-sure, place) for place, sure in surest.items() if place != row]
    mine, theirs = case.age, cases[min(others)[1]].age if others else None
    if not case.days or not mine or not theirs:
        return
    gained = float(case.days.shares @ np.log(by_age))
    if gained >= explain.LEAST:
        article = cases[min(others)[1]].analysis.article
        apart = mine.years - theirs.years
        how = f"{abs(apart)} years {'younger' if apart < 0 else 'older'} than" if apart else "as old as"
        yield Evidence(f"{mine.phrase}: {how} in {article.title or article.id}", round(gained, 2))


def story_years(cases: Sequence[Case]) -> frozenset[int]:
    """The years in which any article may lie; and later ones, where nothing states when one was published."""
    years = {year for case in cases for year in case.years}
    begun = 0
    for case in cases:
        items = [item for item in case.found if item.expression.tense is not Tense.FUTURE]
        own = max(latest.years_named(items), default=0)
        if case.given is None:  # one that looks back over years tells of no other that it lies behind them
            years.update(year for year in facts.years_known(case.analysis.article.text) if year >= own)
        begun = max(begun, own)
    stated = any(case.given is not None or case.analysis.article.signals for case in cases)
    if years and not stated:
        years.update(range(min(begun or min(years), max(years)), max(max(years) + YEARS_LATER, HORIZON) + 1))
    return frozenset(year for year in years if year <= LAST_YEAR)
