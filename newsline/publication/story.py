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
from newsline.publication import ages, era, explain, facts, later, latest, links, readings, shared, subject, yearly
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
    old = ages.told([case.analysis.article.text for case in cases])
    for case, age in zip(cases, old, strict=True):
        case.later, case.age = later.find(case.analysis, case.found), age
    said = readings.read([case.analysis for case in cases], [case.found for case in cases])
    years = subject.years_reached(said, story_years(cases)) | _years_reached(cases)
    stated = _weigh_story(cases, years, common, said)
    alone = [case.alone for case in cases]
    for case in cases:
        case.among = _open(case.days) if case.days else 1.0
    told = links.Links([case.analysis for case in cases], [case.found for case in cases])
    before: list[date | None] | None = None
    for _ in range(LINK_ROUNDS):
        known = [day or _surest(case.days) for case, day in zip(cases, stated, strict=True)]
        if known == before:
            break
        before = known
        for case, found in zip(cases, told.find(known, alone), strict=True):
            case.links = found
        stated = _weigh_story(cases, years, common, said)


def _open(days: Days) -> float:
    """Among how many years an article lies: the perplexity of its years."""
    shares, _ = days.by_year()
    shares = shares[shares > 0] / shares.sum()
    return float(np.exp(-(shares * np.log(shares)).sum()))


def years_apart(cases: Sequence[Case]) -> Reals:
    """How likely each two articles of a small folder (row and column) lie years apart, by what they say of that."""
    later = np.array([era.COUNTED if case.later else 0.0 for case in cases])
    apart: Reals = 1 - (1 - later[:, None]) * (1 - later)
    for row, one in enumerate(cases):
        for column, other in enumerate(cases):
            if one.age and other.age and abs(one.age.years - other.age.years) >= ages.APART:
                apart[row, column] = one.age.holds * other.age.holds
    return apart


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
    for case in cases:
        case.alone = case.days
    found = subject.solve(said, [case.days for case in cases], years) if said else None
    for index, solved in found.told.items() if found else ():
        if cases[index].given is None and stated[index] is None:
            cases[index].days, cases[index].counted = solved.days, solved.reasons
    _weigh_years(cases, stated, found)
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


def _weigh_years(cases: Sequence[Case], stated: Sequence[date | None], found: subject.Subject | None) -> None:
    """Weigh the years of each article by the others'; those that count from one day have heard each other already."""
    own, there = by_year(cases)
    occurring = np.flatnonzero(there.any(axis=0))
    voices = own[:, occurring]
    places = sorted(found.told) if found else []
    if found and places:  # one voice, of when that was from which they count
        voices[places] = 0.0
        voices[places[0]] = found.begun.by_year()[0][occurring]
    counts = {row: case.later.shares for row, case in enumerate(cases) if case.later and row not in places}
    old = {row: (case.age.years, case.age.holds) for row, case in enumerate(cases) if case.age and row not in places}
    plain, counted, priors = (np.zeros_like(own) for _ in range(3))
    plain[:, occurring] = era.priors(voices, occurring + FIRST_YEAR)
    counted[:, occurring] = era.priors(voices, occurring + FIRST_YEAR, counts) if counts else plain[:, occurring]
    priors[:, occurring] = era.priors(voices, occurring + FIRST_YEAR, counts, old) if old else counted[:, occurring]
    priors[places] = 1.0
    for row, (case, day) in enumerate(zip(cases, stated, strict=True)):
        if case.days and case.given is None and day is None:
            shares = case.days.shares * priors[row][year_places(case.days.dates)]
            case.days = Days.likely(case.days.dates, shares / shares.sum())
            case.era = list(_time(case.days, own[row], counted[row], plain[row], case.later if row in counts else None))
            if row in old:
                case.era += _aged(cases, row, own[list(old)].max(axis=1), list(old), (priors[row], counted[row]))


def _time(days: Days, own: Reals, prior: Reals, plain: Reals, told: later.Later | None) -> Iterator[Evidence]:
    """What the folder's time says of an article, by how much it raises the years of the days that were found.

    `own` are the article's years by itself, `prior` those by the others, `plain` the same without its count of years.
    """
    counted = _gained(days, prior, plain)
    if told and counted >= explain.LEAST:
        yield Evidence(f"{told.phrase}: so long after what the others of the folder tell", round(counted, 2))
    found, _ = days.by_year()
    top = int(found.argmax())
    gained = math.log(found[top] / own[top])
    if own[top] < UNTOLD and plain[top] >= SHARED * plain.sum() and gained >= explain.LEAST:
        yield Evidence(f"other articles of the folder are most likely of {top + FIRST_YEAR}", round(gained, 2))


def _aged(
    cases: Sequence[Case], row: int, surest: Reals, old: Sequence[int], years: tuple[Reals, Reals]
) -> Iterator[Evidence]:
    """What the age of a person says of an article, beside the article that is surest of its year of those that tell it.

    `surest` is how sure of its year each of `old` is; `years` are the article's by the others with and without the age.
    """
    case = cases[row]
    others = [(-float(sure), place) for place, sure in zip(old, surest, strict=True) if place != row]
    mine, theirs = case.age, cases[min(others)[1]].age if others else None
    if not case.days or not mine or not theirs:
        return
    told, untold = (part / part.sum() for part in years)
    gained = _gained(case.days, told, untold)
    if gained >= explain.LEAST:
        article = cases[min(others)[1]].analysis.article
        apart = mine.years - theirs.years
        how = f"{abs(apart)} years {'younger' if apart < 0 else 'older'} than" if apart else "as old as"
        yield Evidence(f"{mine.phrase}: {how} in {article.title or article.id}", round(gained, 2))


def _gained(days: Days, prior: Reals, other: Reals) -> float:
    """How much likelier one prior over years makes some days than another, in nats."""
    places = year_places(days.dates)
    return float(days.shares @ np.log(prior[places] / other[places]))


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
