"""What each article of a folder says by itself of the day on which it was written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from msgspec import Struct

from newsline.dates import expression as ex
from newsline.dates.span import Span
from newsline.dates.tense import Tense
from newsline.model import Analysis, Evidence
from newsline.publication import (
    amounts,
    era,
    evidence,
    facts,
    latest,
    layout,
    links,
    metadata,
    reach,
    readings,
    subject,
    yearly,
)
from newsline.publication.boilerplate import Boilerplate
from newsline.publication.clues import Clue, Window, likely
from newsline.publication.counts import Reading
from newsline.publication.days import FIRST_YEAR, LAST_YEAR, YEARS, Days, certain, days_of, year_places
from newsline.publication.infer import LARGE
from newsline.publication.voices import CELLS

if TYPE_CHECKING:
    from newsline.publication.days import Flags, Ints, Reals

YEARS_BEFORE, YEARS_AFTER = 1, 2
"""An article is sought from one year before to two years after each year that it names."""
YEARS_LATER = 45
"""Years after the latest one named that are considered, too, where no article of a small folder states its date: texts
that name only old years are common, and what is said of weekdays and dates may pick one of the later years. So are
those between the latest year that is not still to come and the years that are."""
HORIZON = 2030
"""Year up to which they are considered at least: a folder that only recalls 1931 may well be of today. Chosen: a few
years after this was written, as no clock is asked."""
SURE_DAY = 0.7
"""Probability from which a day counts as known when its weekdays are compared with those of other articles."""
STATED = 0.5
"""Probability from which a stated day is left alone by other articles: to tell of the same things, or of those of half
a year ago, is no reason to think that it is wrong."""
LINK_ROUNDS = 3
"""Rounds in which days that became known date others by links."""
LATEST_YEARS = 3
"""How many of the latest years that an article names are looked at: it appeared in one of them or soon after."""
COMMON_ARTICLES, COMMON_SHARE = 10, 0.05
"""A date named by at least so many articles, and so large a part of the folder, belongs to its subject."""


Common: TypeAlias = frozenset[ex.Expression]
"""Dates that so many articles name that they belong to the folder's subject."""


class Case(Struct):
    """One article on its way to a date."""

    analysis: Analysis
    found: list[layout.Found]
    given: Span | None
    years: frozenset[int]
    told: tuple[Window, tuple[Clue, ...]] | None = None
    """What the article says by itself, for the days of a window."""
    clues: tuple[Clue, ...] = ()
    links: Sequence[links.Link] = ()
    days: Days | None = None
    counted: Sequence[Evidence] = ()
    """What it counts from the folder's happening, in words."""


def read_cases(analyses: Iterable[Analysis], given: Mapping[str, Span]) -> list[Case]:
    """Every article with its clues and what they say by themselves."""
    cases = found_in(analyses, given)
    common = common_dates(cases)
    if len(cases) <= LARGE:
        _settle_era(cases, common)
        return cases
    weigh(((case, case.years) for case in cases), common)
    years = sorted({year for case in cases for year in case.years}) or [FIRST_YEAR]
    columns = slice(years[0] - FIRST_YEAR, years[-1] - FIRST_YEAR + 1)
    own, _ = _by_year(cases, columns)
    named = np.array([_marked(case.years)[columns] for case in cases])
    unnamed = np.array([yearly.unnamed(case.days) for case in cases])
    shares = yearly.shares_of(own, named, unnamed)
    fit = yearly.likely(own, named, unnamed, shares, yearly.core_of(shares, len(cases)))
    chosen = ((case, frozenset((row.nonzero()[0] + years[0]).tolist())) for case, row in zip(cases, fit, strict=True))
    weigh(((case, told) for case, told in chosen if case.given is None and told != case.years), common)
    return cases


def _by_year(cases: Sequence[Case], columns: slice = slice(None)) -> tuple[Reals, Flags]:
    """The probability of each of `YEARS` (columns, or some of them) for each article (rows), and which have a day."""
    own = np.zeros((len(cases), len(YEARS[columns])))
    there = np.zeros(own.shape, dtype=np.bool_)
    for row, case in enumerate(cases):
        if case.days:
            shares, has_day = case.days.by_year()
            own[row], there[row] = shares[columns], has_day[columns]
    return own, there


@lru_cache(maxsize=256)
def _marked(years: frozenset[int]) -> Flags:
    """Which of `YEARS` are among some years."""
    return np.array([year in years for year in YEARS])


def found_in(analyses: Iterable[Analysis], given: Mapping[str, Span]) -> list[Case]:
    """Every article with its time expressions and the years in which it may lie.

    Of the articles of a large folder no more than the text is kept: they are many, and nothing else is asked for later.
    """
    waiting = list(analyses)
    large = len(waiting) > LARGE
    boilerplate = Boilerplate([analysis.article.text for analysis in waiting])
    waiting.reverse()
    cases = []
    while waiting:
        analysis = waiting.pop()
        found = layout.locate(analysis, boilerplate.offsets(analysis.article.text))
        fixed = given.get(analysis.article.id)
        years = _years(analysis, found, fixed)
        cases.append(Case(Analysis(analysis.article, (), (), ()) if large else analysis, found, fixed, years))
    return cases


def _settle_era(cases: Sequence[Case], common: Common) -> None:
    """Weigh the articles of a small folder, which tell one story: all over the same years, and by its time."""
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
    stated = [_stated_day(case) if says_its_day(case) else None for case in cases]
    found = subject.solve(said, [case.days for case in cases], years) if said else None
    for index, solved in found.told.items() if found else ():
        if cases[index].given is None and stated[index] is None:
            cases[index].days, cases[index].counted = solved.days, solved.reasons
    _weigh_years(cases, stated, found)
    return stated


def _weigh_years(cases: Sequence[Case], stated: Sequence[date | None], found: subject.Subject | None) -> None:
    """Weigh the years of each article by the others'; those that count from one day have heard each other already."""
    own, there = _by_year(cases)
    occurring = np.flatnonzero(there.any(axis=0))
    voices = own[:, occurring]
    places = sorted(found.told) if found else []
    if found and places:  # one voice, of when that was from which they count
        voices[places] = 0.0
        voices[places[0]] = found.begun.by_year()[0][occurring]
    priors = np.zeros_like(own)
    priors[:, occurring] = era.priors(voices, occurring + FIRST_YEAR)
    priors[places] = 1.0
    for case, prior, day in zip(cases, priors, stated, strict=True):
        if case.days and case.given is None and day is None:
            shares = case.days.shares * prior[year_places(case.days.dates)]
            case.days = Days.likely(case.days.dates, shares / shares.sum())


def _surest(days: Days | None) -> date | None:
    """The likeliest day where it is likelier than all others together by far."""
    return date.fromordinal(days.top) if days and days.highest >= SURE_DAY else None


def _stated_day(case: Case) -> date | None:
    """The day that the user, trustworthy metadata or a full dateline states."""
    if case.given is not None:
        return case.given.first if case.given.is_day else None
    stated = metadata.stated_day(case.analysis.article)
    datelines = (item.expression.meaning for item in case.found if item.zone == "dateline")
    return stated or next((one.span.first for one in datelines if isinstance(one, ex.Fixed) and one.span.is_day), None)


def says_its_day(case: Case) -> bool:
    """Whether a day is stated that what else the article says does not make less likely than all others together."""
    day = _stated_day(case)
    return day is not None and case.days is not None and bool(case.days.at(np.array([day.toordinal()]))[0] >= STATED)


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


def common_dates(cases: Sequence[Case]) -> Common:
    """The dates that so many articles name that they belong to the folder's subject."""
    holders = Counter(name for case in cases for name in {evidence.name_of(item) for item in case.found})
    least = max(COMMON_ARTICLES, COMMON_SHARE * len(cases))
    return frozenset(name for name, count in holders.items() if count >= least)


def weigh(asked: Iterable[tuple[Case, frozenset[int]]], common: Common) -> None:
    """Set each case's window, clues and own distribution over the days of some years."""
    some: list[tuple[Case, Ints]] = []
    room = CELLS
    for case, years in asked:
        if case.given is not None and case.given.is_day:
            case.days = certain(case.given.first)
        elif years:
            dates = _looked_at(case, years, common)
            some.append((case, dates))
            room -= len(dates)
        if room <= 0:
            _settle(some)
            some, room = [], CELLS
    _settle(some)


def _looked_at(case: Case, years: frozenset[int], common: Common) -> Ints:
    """The days of some years on which the case may lie; its clues are made to tell of them."""
    dates = days_of(years)
    whole = Window(int(dates[0]), int(dates[-1]))
    if case.told is None or not case.told[0].holds(whole):
        case.told = whole, _told(case, whole, common)
    case.clues = (*case.told[1], *links.clues(case.links, whole))
    if case.given is not None:
        ordinals = [member.ordinals for member in case.given.members or (case.given,)]
        dates = dates[np.any([(a <= dates) & (dates <= b) for a, b in ordinals], axis=0)]
    return dates


def _settle(some: Sequence[tuple[Case, Ints]]) -> None:
    """Set the distributions of some cases over their days, all at once."""
    found = likely([case.clues for case, _ in some], [dates for _, dates in some])
    for (case, _), days in zip(some, found, strict=True):
        case.days = days


def _told(case: Case, window: Window, common: Common) -> tuple[Clue, ...]:
    """What the article says by itself."""
    return (
        *metadata.clues(case.analysis.article),
        *facts.clues(case.analysis.article.text, window),
        *evidence.clues(case.found, window, common),
    )


def _years(analysis: Analysis, found: Sequence[layout.Found], given: Span | None) -> frozenset[int]:
    """The years in which the article may have been written, by the years that it and its metadata name."""
    if given is not None:
        return frozenset(range(given.first.year, given.last.year + 1))
    text = analysis.article.text
    stated = {signal.span.first.year for signal in analysis.article.signals} | facts.years_named(text)
    for amount in amounts.find(analysis, found):
        stated.update(reach.years_counted(amount, text[slice(*amount.clause)]))
    named = stated | set(sorted(latest.years_named(found))[-LATEST_YEARS:])
    near = {year + shift for year in named for shift in range(-YEARS_BEFORE, YEARS_AFTER + 1)}
    return frozenset(year for year in near if FIRST_YEAR <= year <= LAST_YEAR)
