"""When was each article of a folder written?

Each article's own clues give a distribution over days; then the articles tell each other what they know, and each
distribution is summarised as a day, a set, a span or nothing, with its probability and its reasons.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from newsline.dates import expression as ex
from newsline.dates import span as spans
from newsline.dates.describe import describe
from newsline.dates.span import Span
from newsline.model import Analysis, DatedFrom, Dating, Evidence
from newsline.publication import (
    amounts,
    era,
    evidence,
    explain,
    facts,
    latest,
    layout,
    links,
    metadata,
    reach,
    yearly,
)
from newsline.publication.boilerplate import Boilerplate
from newsline.publication.clues import Clue, Window, normalise, score
from newsline.publication.elapsed import Elapsed
from newsline.publication.folder import Folder
from newsline.publication.held import Held
from newsline.publication.likeness import LARGE
from newsline.publication.summary import summarise

Days = Mapping[int, float]
"""Probability by day (ordinal), the improbable ones left out."""

FIRST_YEAR, LAST_YEAR = 1800, 2099
"""Years in which an article may have been published: newspapers on the one side, a clock-free bound on the other."""
YEARS_BEFORE, YEARS_AFTER = 1, 2
"""An article is sought from one year before to two years after each year that it names."""
YEARS_LATER = 30
"""Years after the latest one named that are considered, too, where no article of a small folder states its date: texts
that name only old years are common, and what is said of weekdays and dates may pick one of the later years."""
SURE_DAY = 0.7
"""Probability from which a day counts as known when its weekdays are compared with those of other articles."""
LINK_ROUNDS = 3
"""Rounds in which days that became known date others by links."""
LATEST_YEARS = 3
"""How many of the latest years that an article names are looked at: it appeared in one of them or soon after."""
COMMON_ARTICLES, COMMON_SHARE = 10, 0.05
"""A date named by at least so many articles, and so large a part of the folder, belongs to its subject."""
ALONE = 0.03
"""Part of an article's own distribution that is kept beside what the others of a small folder make of it: they may be
wrong all together. Chosen with `Coupling.small_trust` on the open folders of tests/folders."""
NEGLIGIBLE = 1e-5
"""Probability of a day below which it is dropped."""
LISTED = 1e-3
"""Probability of a day from which it is listed in `Dating.days`."""


@dataclass(slots=True)
class Case:
    """One article on its way to a date."""

    analysis: Analysis
    found: list[layout.Found]
    given: Span | None
    years: frozenset[int]
    windows: tuple[Window, ...] = ()
    clues: tuple[Clue, ...] = ()
    links: Sequence[links.Link] = ()
    days: Days | None = None


def date_articles(analyses: Sequence[Analysis], given: Mapping[str, Span]) -> dict[str, Dating]:
    """When each article was written, by article id; `given` (by article id, too) wins over everything."""
    fixed = {analysis.article.id: given.get(analysis.article.id) for analysis in analyses}
    if all(span is not None and span.is_day for span in fixed.values()):
        return {article: _given(article, span, _certainty(span)) for article, span in fixed.items() if span}
    cases = read_cases(analyses, given)
    texts = [case.analysis.article.text for case in cases]
    counted = Elapsed(texts, [case.found for case in cases]) if len(cases) > LARGE else None
    joint = Folder(texts, elapsed=counted)
    own = [case.days for case in cases]
    days = joint.solve(own, [case.given is not None for case in cases])
    if joint.small:
        days = [_kept(mine, told) for mine, told in zip(own, days, strict=True)]
    titles = [case.analysis.article.title or case.analysis.article.id for case in cases]
    return {
        article: _given(article, case.given, final or {})
        if case.given is not None
        else _dating(case, final, [*explain.voices(joint, index, days, titles), *joint.counted(index, final)])
        for index, (article, case, final) in enumerate(zip(fixed, cases, days, strict=True))
    }


def _kept(own: Days | None, told: Days | None) -> Days | None:
    """What an article says alone, mixed into what all say together."""
    if not own or not told:
        return told
    return {day: ALONE * own.get(day, 0.0) + (1 - ALONE) * told.get(day, 0.0) for day in sorted({*own, *told})}


def read_cases(analyses: Sequence[Analysis], given: Mapping[str, Span]) -> list[Case]:
    """Every article with its clues and what they say by themselves."""
    cases = found_in(analyses, given)
    common = common_dates(cases)
    if len(cases) <= LARGE:
        _settle_era(cases, common)
        return cases
    for case in cases:
        weigh(case, case.years, common)
        case.days = Held(case.days) if case.days else None
    own = [{**dict.fromkeys(case.years, 0.0), **yearly.by_year(case.days)} for case in cases]
    unnamed = [yearly.unnamed(case.days) for case in cases]
    shares = yearly.shares_of(own, unnamed)
    core = yearly.core_of(shares, len(cases))
    for case, years_of_case, elsewhere in zip(cases, own, unnamed, strict=True):
        years = yearly.likely(years_of_case, elsewhere, shares, core)
        if case.given is None and years != case.years:
            weigh(case, years, common)
            case.days = Held(case.days) if case.days else None
    return cases


def found_in(analyses: Sequence[Analysis], given: Mapping[str, Span]) -> list[Case]:
    """Every article with its time expressions and the years in which it may lie."""
    boilerplate = Boilerplate([analysis.article.text for analysis in analyses])
    cases = []
    for analysis in analyses:
        found = layout.locate(analysis, boilerplate.offsets(analysis.article.text))
        fixed = given.get(analysis.article.id)
        cases.append(Case(analysis, found, fixed, _years(analysis, found, fixed)))
    return cases


def _settle_era(cases: Sequence[Case], common: frozenset[str]) -> None:
    """Weigh the articles of a small folder, which tell one story: all over the same years, and by its time."""
    years = _story_years(cases)
    stated = [_stated_day(case) for case in cases]
    _weigh_story(cases, years, stated, common)
    told = links.Links([case.analysis for case in cases], [case.found for case in cases])
    before: list[date | None] | None = None
    for _ in range(LINK_ROUNDS):
        known = [day or _surest(case.days) for case, day in zip(cases, stated, strict=True)]
        if known == before:
            break
        before = known
        for case, found in zip(cases, told.find(known), strict=True):
            case.links = found
        _weigh_story(cases, years, stated, common)


def _weigh_story(
    cases: Sequence[Case], years: frozenset[int], stated: Sequence[date | None], common: frozenset[str]
) -> None:
    """Set each article's own distribution over the years of the story, with its prior where no day is stated."""
    for case in cases:
        weigh(case, case.years if case.given is not None else years, common)
    priors = era.priors([yearly.by_year(case.days) for case in cases])
    for case, prior, day in zip(cases, priors, stated, strict=True):
        if case.days and case.given is None and day is None:
            days = zip(case.days.items(), yearly.years_of(case.days), strict=True)
            shares = {day: share * prior[year] for (day, share), year in days}
            whole = math.fsum(shares.values())
            case.days = {day: share / whole for day, share in shares.items() if share > NEGLIGIBLE * whole}


def _surest(days: Days | None) -> date | None:
    """The likeliest day where it is likelier than all others together by far."""
    best = max(days or {}, key=lambda day: (days or {})[day], default=None)
    return date.fromordinal(best) if days and best is not None and days[best] >= SURE_DAY else None


def _stated_day(case: Case) -> date | None:
    """The day that the user, trustworthy metadata or a full dateline states."""
    if case.given is not None:
        return case.given.first if case.given.is_day else None
    stated = metadata.stated_day(case.analysis.article)
    datelines = (item.expression.meaning for item in case.found if item.zone == "dateline")
    return stated or next((one.span.first for one in datelines if isinstance(one, ex.Fixed) and one.span.is_day), None)


def _story_years(cases: Sequence[Case]) -> frozenset[int]:
    """The years in which any article may lie; and later ones, where nothing states when one was published."""
    years = {year for case in cases for year in case.years}
    stated = any(case.given is not None or case.analysis.article.signals for case in cases)
    if years and not stated:
        years.update(range(max(years), max(years) + YEARS_LATER + 1))
    return frozenset(year for year in years if year <= LAST_YEAR)


def common_dates(cases: Sequence[Case]) -> frozenset[str]:
    """The dates that so many articles name that they belong to the folder's subject."""
    holders = Counter(name for case in cases for name in {evidence.name_of(item) for item in case.found})
    least = max(COMMON_ARTICLES, COMMON_SHARE * len(cases))
    return frozenset(name for name, count in holders.items() if count >= least)


def weigh(case: Case, years: frozenset[int], common: frozenset[str]) -> None:
    """Set the case's window, clues and own distribution over the days of some years."""
    if not years:
        return
    if case.given is not None and case.given.is_day:
        case.days = _certainty(case.given)
        return
    case.windows = tuple(_runs(years))
    whole = Window(case.windows[0].first, case.windows[-1].last)
    case.clues = (
        *metadata.clues(case.analysis.article),
        *facts.clues(case.analysis.article.text, whole),
        *evidence.clues(case.found, whole, common),
        *links.clues(case.links, whole),
    )
    case.days = _distribution(case.clues, case.windows, case.given)


def _certainty(day: Span) -> Days:
    """All the probability on one day."""
    return {day.first.toordinal(): 1.0}


def _runs(years: Iterable[int]) -> Iterator[Window]:
    """The years as windows of days, adjoining ones together."""
    ordered = sorted(years)
    first = ordered[0]
    for year, following in zip(ordered, [*ordered[1:], None], strict=True):
        if following != year + 1:
            yield Window(date(first, 1, 1).toordinal(), date(year, 12, 31).toordinal())
            first = following or 0


def _distribution(clues: Sequence[Clue], windows: Sequence[Window], given: Span | None) -> Days:
    days = [day for window in windows for day in range(window.first, window.last + 1)]
    scores = [value for window in windows for value in score(clues, window)]
    if given is not None:
        held = (given.contains(spans.day(date.fromordinal(day))) for day in days)
        scores = [value if inside else -math.inf for value, inside in zip(scores, held, strict=True)]
    return {day: share for day, share in zip(days, normalise(scores), strict=True) if share > NEGLIGIBLE}


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


def _given(article: str, span: Span, days: Days) -> Dating:
    """What the user says."""
    reason = Evidence(f"given: {describe(span)}", explain.CERTAIN)
    return Dating(article, span, DatedFrom.GIVEN, 1.0, (reason,), _listed(days))


def _listed(days: Days) -> tuple[tuple[date, float], ...]:
    return tuple((date.fromordinal(day), round(share, 4)) for day, share in sorted(days.items()) if share >= LISTED)


def _dating(case: Case, days: Days | None, told: Sequence[Evidence]) -> Dating:
    article = case.analysis.article.id
    days = dict(days.items()) if days else None  # asked for one by one from here on
    listed = _listed(days or {})
    if not days:
        nothing = Evidence("neither the text nor the folder names a date", 0.0)
        return Dating(article, None, DatedFrom.NONE, None, (nothing,))
    span, probability = summarise(days)
    reasons = tuple(sorted((*explain.reasons(case.clues, days), *told), key=lambda one: (-abs(one.weight), one.text)))
    if span is None:
        return Dating(article, None, DatedFrom.NONE, None, reasons, listed)
    return Dating(article, span, explain.source(case.clues, days), round(probability, 4), reasons, listed)
