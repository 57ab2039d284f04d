"""When was each article of a folder written?

Each article's own clues give a distribution over days; then the articles tell each other what they know, and each
distribution is summarised as a day, a set, a span or nothing, with its probability and its reasons.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from newsline.dates import span as spans
from newsline.dates.describe import describe
from newsline.dates.span import Span
from newsline.model import Analysis, DatedFrom, Dating, Evidence
from newsline.publication import evidence, facts, metadata
from newsline.publication.boilerplate import Boilerplate
from newsline.publication.clues import Clue, Window, normalise, score
from newsline.publication.folder import Folder
from newsline.publication.summary import summarise

Days = dict[int, float]
"""Probability by day (ordinal), the improbable ones left out."""

FIRST_YEAR, LAST_YEAR = 1800, 2099
"""Years in which an article may have been published: newspapers on the one side, a clock-free bound on the other."""
YEARS_BEFORE, YEARS_AFTER = 1, 2
"""An article is sought from one year before to two years after each year that it names."""
CORE_SHARE = 0.3
"""A year is one of the folder's when the articles' probabilities for it add up to at least this."""
CORE_PART = 0.01
"""The same as a part of the folder, so that slips in a large one do not widen the search."""
LATEST_YEARS = 3
"""How many of the latest years that an article names are looked at: it appeared in one of them or soon after."""
UNLIKELY_YEAR = 0.003
"""Probability of a year below which its days are no longer looked at."""
NEGLIGIBLE = 1e-5
"""Probability of a day below which it is dropped."""
LISTED = 1e-3
"""Probability of a day from which it is listed in `Dating.days`."""


@dataclass(slots=True)
class Case:
    """One article on its way to a date."""

    analysis: Analysis
    found: list[evidence.Found]
    given: Span | None
    years: frozenset[int]
    windows: tuple[Window, ...] = ()
    clues: tuple[Clue, ...] = ()
    days: Days | None = None


def date_articles(analyses: Sequence[Analysis], given: Mapping[str, Span]) -> dict[str, Dating]:
    """When each article was written, by article id; `given` (by article id, too) wins over everything."""
    cases = read_cases(analyses, given)
    joint = Folder([case.analysis.article.text for case in cases])
    days = joint.solve([case.days for case in cases], [case.given is not None for case in cases])
    return {
        case.analysis.article.id: _dating(case, final, joint, index)
        for index, (case, final) in enumerate(zip(cases, days, strict=True))
    }


def read_cases(analyses: Sequence[Analysis], given: Mapping[str, Span]) -> list[Case]:
    """Every article with its clues and what they say by themselves."""
    boilerplate = Boilerplate([analysis.article.text for analysis in analyses])
    cases = []
    for analysis in analyses:
        found = evidence.locate(analysis, boilerplate.offsets(analysis.article.text))
        fixed = given.get(analysis.article.id)
        cases.append(Case(analysis, found, fixed, _years(analysis, found, fixed)))
    for case in cases:
        weigh(case, case.years)
    core = _core_years(cases)
    for case in cases:
        years = _likely_years(case) | core
        if case.given is None and years != case.years:
            weigh(case, years)
    return cases


def weigh(case: Case, years: frozenset[int]) -> None:
    """Set the case's window, clues and own distribution over the days of some years."""
    if not years:
        return
    case.windows = tuple(_runs(years))
    whole = Window(case.windows[0].first, case.windows[-1].last)
    case.clues = (
        *metadata.clues(case.analysis.article),
        *facts.clues(case.analysis.article.text, whole),
        *evidence.clues(case.found, whole),
    )
    case.days = _distribution(case.clues, case.windows, case.given)


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


def _years(analysis: Analysis, found: Sequence[evidence.Found], given: Span | None) -> frozenset[int]:
    """The years in which the article may have been written, by the years that it and its metadata name."""
    if given is not None:
        return frozenset(range(given.first.year, given.last.year + 1))
    stated = {signal.span.first.year for signal in analysis.article.signals} | facts.years_named(analysis.article.text)
    named = stated | set(sorted(evidence.years_named(found))[-LATEST_YEARS:])
    near = {year + shift for year in named for shift in range(-YEARS_BEFORE, YEARS_AFTER + 1)}
    return frozenset(year for year in near if FIRST_YEAR <= year <= LAST_YEAR)


def _likely_years(case: Case) -> frozenset[int]:
    """The years that hold all but a negligible part of the case's probability."""
    totals: dict[int, float] = {}
    for day, share in (case.days or {}).items():
        year = date.fromordinal(day).year
        totals[year] = totals.get(year, 0.0) + share
    return frozenset(year for year, total in totals.items() if total >= UNLIKELY_YEAR)


def _core_years(cases: Sequence[Case]) -> frozenset[int]:
    """The years in which the folder's articles were written, by what each says alone."""
    totals: dict[int, float] = {}
    for case in cases:
        for day, share in (case.days or {}).items():
            year = date.fromordinal(day).year
            totals[year] = totals.get(year, 0.0) + share
    least = max(CORE_SHARE, CORE_PART * len(cases))
    return frozenset(year for year, total in totals.items() if total >= least)


def _dating(case: Case, days: Days | None, joint: Folder, index: int) -> Dating:
    article = case.analysis.article.id
    if case.given is not None:
        reason = Evidence(f"given by the user: {describe(case.given)}", math.inf)
        listed = tuple((date.fromordinal(day), round(share, 4)) for day, share in sorted((days or {}).items()) if share >= LISTED)
        return Dating(article, case.given, DatedFrom.GIVEN, 1.0, (replace(reason, weight=99.0),), listed)
    if not days:
        return Dating(article, None, DatedFrom.NONE)
    span, probability = summarise(days)
    reasons = _reasons(case, days)
    listed = tuple((date.fromordinal(day), round(share, 4)) for day, share in sorted(days.items()) if share >= LISTED)
    if span is None:
        return Dating(article, None, DatedFrom.NONE, None, reasons, listed)
    return Dating(article, span, _source(case, reasons), round(probability, 4), reasons, listed)


def _reasons(case: Case, days: Days) -> tuple[Evidence, ...]:
    return ()


def _source(case: Case, reasons: Sequence[Evidence]) -> DatedFrom:
    return DatedFrom.INFERRED
