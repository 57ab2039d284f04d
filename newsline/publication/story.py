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
from newsline.publication import ages, era, explain, facts, later, latest, links, shared, ties, yearly
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
SURE_DAY = 0.7
"""Probability from which a day counts as known when its weekdays are compared with those of other articles."""
LINK_ROUNDS = 3
"""Rounds in which days that became known date others by links."""


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
    stated = _weigh_story(cases, years, common)
    alone = [case.alone for case in cases]
    for case in cases:
        case.among = _open(case.days) if case.days else 1.0
    told = links.Links([case.analysis for case in cases], [case.found for case in cases])
    known: list[date | None] = []
    for _ in range(LINK_ROUNDS):
        before, known = known, [day or _surest(case.days) for case, day in zip(cases, stated, strict=True)]
        if known == before:
            break
        for case, found in zip(cases, told.find(known, alone), strict=True):
            case.links = found
        stated = _weigh_story(cases, years, common)
    _hear_ties(cases, told, known)


def _hear_ties(cases: Sequence[Case], told: links.Links, known: Sequence[date | None]) -> None:
    """Weigh the articles whose day is not known by what others of that kind tell in the same words of their own."""
    asked = [case.given is None and day is None for case, day in zip(cases, known, strict=True)]
    titles = [case.analysis.article.title or case.analysis.article.id for case in cases]
    for row, heard in ties.solve(told, [case.days for case in cases], asked, titles).items():
        cases[row].days, cases[row].ties = heard.days, heard.reasons


def _open(days: Days) -> float:
    """Among how many years an article lies: the perplexity of its years."""
    shares, _ = days.by_year()
    shares = shares[shares > 0] / shares.sum()
    return float(np.exp(-(shares * np.log(shares)).sum()))


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


def _weigh_story(cases: Sequence[Case], years: frozenset[int], common: Common) -> list[date | None]:
    """Set each article's own distribution over the years of the story, with its prior where no day is stated.

    Returns the days that are stated and not contradicted, None for the other articles.
    """
    weigh(((case, case.years if case.given is not None else years) for case in cases), common)
    stated = [stated_day(case) if says_its_day(case) else None for case in cases]
    for case in cases:
        case.alone = case.days
    _weigh_time(cases, stated)
    _hear_shared(cases, stated)
    return stated


def _hear_shared(cases: Sequence[Case], stated: Sequence[date | None]) -> None:
    """Weigh each article by the days of the year that others name as well, and by what each says by itself of them.

    By itself: what the others said of the time of the folder would be heard once for each of them.
    """
    namings = [shared.named(case.found) for case in cases]
    for row, told in shared.factors(namings, [case.alone for case in cases]).items():
        case = cases[row]
        if not case.days or not case.alone or case.given is not None or stated[row] is not None:
            continue
        factor = told[case.alone.dates.searchsorted(case.days.dates)]
        before, shares = case.days.shares, case.days.shares * factor
        case.days = Days.likely(case.days.dates, shares / shares.sum())
        gained = float(np.log(factor) @ (shares / shares.sum() - before))
        if gained >= explain.LEAST:
            case.shared = (Evidence(shared.reason(row, namings), round(gained, 2)),)


def _weigh_time(cases: Sequence[Case], stated: Sequence[date | None]) -> None:
    """Weigh the days of each article by those of the others."""
    counts = {row: case.later.shares for row, case in enumerate(cases) if case.later}
    old = {row: (case.age.years, case.age.holds) for row, case in enumerate(cases) if case.age}
    own, there = by_year(cases)
    kinds = era.OVER_YEARS if old else era.OFTEN
    alone = [case.days for case in cases]
    plain = era.priors(alone, None, kinds)
    counted = era.priors(alone, counts, kinds) if counts else plain
    surest = {row: float(own[row].max()) for row in old}
    aged = _by_ages(cases, counted, np.flatnonzero(there.any(axis=0)), old)
    for row, (case, day) in enumerate(zip(cases, stated, strict=True)):
        days, prior, uncounted = case.days, counted[row], plain[row]
        if not days or prior is None or uncounted is None or case.given is not None or day:
            continue
        by_age = aged[row][year_places(days.dates)] if row in aged else np.ones(len(days))
        shares = days.shares * prior * by_age
        case.days = Days.likely(days.dates, shares / shares.sum())
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


def _surest(days: Days | None) -> date | None:
    """The likeliest day where it is likelier than all others together by far."""
    return date.fromordinal(days.top) if days and days.highest >= SURE_DAY else None


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
