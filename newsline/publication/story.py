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
from newsline.publication import era, explain, facts, later, latest, links, readings, subject, yearly
from newsline.publication.cases import Case, Common, by_year, common_dates, found_in, says_its_day, stated_day, weigh
from newsline.publication.counts import Reading
from newsline.publication.days import FIRST_YEAR, LAST_YEAR, YEARS, Days, year_places
from newsline.publication.large import LARGE

if TYPE_CHECKING:
    from newsline.publication.days import Flags, Reals

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
    cases = found_in(analyses, given)
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
    for case in cases:
        case.later = later.find(case.analysis, case.found)
    said = readings.read([case.analysis for case in cases], [case.found for case in cases])
    years = subject.years_reached(said, story_years(cases))
    stated = _weigh_story(cases, years, common, said)
    told = links.Links([case.analysis for case in cases], [case.found for case in cases])
    before: list[date | None] | None = None
    for _ in range(LINK_ROUNDS):
        known = [day or _surest(case.days) for case, day in zip(cases, stated, strict=True)]
        if known == before:
            break
        before = known
        for case, found in zip(cases, told.find(known), strict=True):
            case.links = found
        stated = _weigh_story(cases, years, common, said)


def _weigh_story(
    cases: Sequence[Case],
    years: frozenset[int],
    common: Common,
    said: Sequence[Reading],
) -> list[date | None]:
    """Set each article's own distribution over the years of the story, with its prior where no day is stated.

    Returns the days that are stated and not contradicted, None for the other articles.
    """
    weigh(((case, case.years if case.given is not None else years) for case in cases), common)
    stated = [stated_day(case) if says_its_day(case) else None for case in cases]
    found = subject.solve(said, [case.days for case in cases], years) if said else None
    for index, solved in found.told.items() if found else ():
        if cases[index].given is None and stated[index] is None:
            cases[index].days, cases[index].counted = solved.days, solved.reasons
    _weigh_years(cases, stated, found)
    return stated


def _weigh_years(cases: Sequence[Case], stated: Sequence[date | None], found: subject.Subject | None) -> None:
    """Weigh the years of each article by the others'; those that count from one day have heard each other already."""
    own, there = by_year(cases)
    occurring = np.flatnonzero(there.any(axis=0))
    voices = own[:, occurring]
    places = sorted(found.told) if found else []
    if found and places:  # one voice, of when that was from which they count
        voices[places] = 0.0
        voices[places[0]] = found.begun.by_year()[0][occurring]
    priors, plain = np.zeros_like(own), np.zeros_like(own)
    counts = {row: case.later.shares for row, case in enumerate(cases) if case.later and row not in places}
    priors[:, occurring] = era.priors(voices, occurring + FIRST_YEAR, counts)
    plain[:, occurring] = era.priors(voices, occurring + FIRST_YEAR)
    priors[places] = 1.0
    for row, (case, day) in enumerate(zip(cases, stated, strict=True)):
        if case.days and case.given is None and day is None:
            shares = case.days.shares * priors[row][year_places(case.days.dates)]
            case.days = Days.likely(case.days.dates, shares / shares.sum())
            told = case.later if row in counts else None
            case.era = list(_time(case.days, own[row], priors[row], plain[row], told))


def _time(days: Days, own: Reals, prior: Reals, plain: Reals, told: later.Later | None) -> Iterator[Evidence]:
    """What the folder's time says of an article, by how much it raises the years of the days that were found.

    `own` are the article's years by itself, `prior` those by the others, `plain` the same without its count of years.
    """
    places = year_places(days.dates)
    counted = float(days.shares @ np.log(prior[places] / plain[places]))
    if told and counted >= explain.LEAST:
        yield Evidence(f"{told.phrase}: so long after what the others of the folder tell", round(counted, 2))
    found, _ = days.by_year()
    top = int(found.argmax())
    gained = math.log(found[top] / own[top])
    if own[top] < UNTOLD and plain[top] >= SHARED * plain.sum() and gained >= explain.LEAST:
        yield Evidence(f"the other articles of the folder are most likely of {top + FIRST_YEAR}", round(gained, 2))


def _surest(days: Days | None) -> date | None:
    """The likeliest day where it is likelier than all others together by far."""
    return date.fromordinal(days.top) if days and days.highest >= SURE_DAY else None


def story_years(cases: Sequence[Case]) -> frozenset[int]:
    """The years in which any article may lie; and later ones, where nothing states when one was published."""
    years = {year for case in cases for year in case.years}
    items = [item for case in cases for item in case.found if item.expression.tense is not Tense.FUTURE]
    begun = max(latest.years_named(items), default=0)
    known = {year for case in cases if case.given is None for year in facts.years_known(case.analysis.article.text)}
    years.update(year for year in known if year >= begun)
    stated = any(case.given is not None or case.analysis.article.signals for case in cases)
    if years and not stated:
        years.update(range(min(begun or min(years), max(years)), max(max(years) + YEARS_LATER, HORIZON) + 1))
    return frozenset(year for year in years if year <= LAST_YEAR)
