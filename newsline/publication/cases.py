"""What each article of a folder says by itself of the day on which it was written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from msgspec import Struct

from newsline.analysis import Analysis
from newsline.dates import expression as ex
from newsline.dates.span import Span
from newsline.model import Evidence
from newsline.publication import (
    amounts,
    elected,
    evidence,
    facts,
    latest,
    layout,
    metadata,
    outright,
    reach,
    regular,
    weekdays,
)
from newsline.publication.ages import Age
from newsline.publication.boilerplate import Boilerplate
from newsline.publication.clues import Clue, Window, likely
from newsline.publication.days import FIRST_YEAR, LAST_YEAR, YEARS, Days, certain, days_of
from newsline.publication.large import LARGE
from newsline.publication.later import Later
from newsline.spread import spread

if TYPE_CHECKING:
    from newsline.publication.days import Flags, Ints, Reals

YEARS_BEFORE, YEARS_AFTER = 1, 2
"""An article is sought from one year before to two years after each year that it names."""
STATED = 0.5
"""Probability from which a stated day is left alone by other articles: to tell of the same things, or of those of half
a year ago, is no reason to think that it is wrong."""
LATEST_YEARS = 3
"""How many of the latest years that an article names are looked at: it appeared in one of them or soon after."""
COMMON_ARTICLES, COMMON_SHARE = 10, 0.05
"""A date named by at least so many articles, and so large a part of the folder, belongs to its subject."""
CELLS = 200_000
"""Days of articles whose clues are added up at once: about what fits a processor's cache."""


Clues: TypeAlias = tuple[Clue, ...]
Told: TypeAlias = tuple[Window, Clues]
"""What an article says by itself, for the days of a window."""


class Common(Struct, frozen=True):
    """What the folder says of the dates that its articles name."""

    dates: frozenset[ex.Expression]
    """Those that so many articles name that they belong to the folder's subject."""
    linked: bool
    """Whether `links` compares what is said beside them, as in a small folder."""


class Case(Struct):
    """One article on its way to a date."""

    analysis: Analysis
    found: list[layout.Found]
    given: Span | None
    years: frozenset[int]
    told: Told | None = None
    days: Days | None = None
    links: Sequence[Evidence] = ()
    """What others tell of days that it tells of as well, in words; asked in a small folder."""
    later: Later | None = None
    """How many years after its story it says that it is; asked in a small folder."""
    age: Age | None = None
    """How old the person is whom the folder follows; asked in a small folder."""
    era: Sequence[Evidence] = ()
    """What the time of the folder says of its year, in words."""

    @property
    def clues(self) -> Clues:
        """What it says by itself."""
        return self.told[1] if self.told else ()


def by_year(cases: Sequence[Case], columns: slice = slice(None)) -> tuple[Reals, Flags]:
    """The probability of each of `YEARS` (columns, or some of them) for each article (rows), and which have a day."""
    own = np.zeros((len(cases), len(YEARS[columns])))
    there = np.zeros(own.shape, dtype=np.bool_)
    for row, case in enumerate(cases):
        if case.days:
            shares, has_day = case.days.by_year()
            own[row], there[row] = shares[columns], has_day[columns]
    return own, there


def found_in(analyses: Iterable[Analysis], given: Mapping[str, Span], jobs: int = 1) -> list[Case]:
    """Every article with its time expressions and the years in which it may lie, by up to `jobs` processes.

    Of the articles of a large folder no more than the text is kept: they are many, and nothing else is asked for later.
    """
    waiting = list(analyses)
    large = len(waiting) > LARGE
    boilerplate = Boilerplate([analysis.article.text for analysis in waiting])

    def located(some: Sequence[Analysis]) -> Iterator[tuple[list[layout.Found], frozenset[int]]]:
        for analysis in some:
            found = layout.locate(analysis, boilerplate.offsets(analysis.article.text))
            yield found, _years(analysis, found, given.get(analysis.article.id))

    looked = spread(located, waiting, jobs)
    return [
        Case(Analysis(one.article, (), (), ()) if large else one, found, given.get(one.article.id), years)
        for one, (found, years) in zip(waiting, looked, strict=True)
    ]


def stated_day(case: Case) -> date | None:
    """The day that the user, trustworthy metadata or a full dateline states."""
    if case.given is not None:
        return case.given.first if case.given.is_day else None
    stated = metadata.stated_day(case.analysis.article)
    datelines = (item.expression.meaning for item in case.found if item.zone == "dateline")
    return stated or next((one.span.first for one in datelines if isinstance(one, ex.Fixed) and one.span.is_day), None)


def says_its_day(case: Case) -> bool:
    """Whether a day is stated that what else the article says does not make less likely than all others together."""
    day = stated_day(case)
    return day is not None and case.days is not None and bool(case.days.at(np.array([day.toordinal()]))[0] >= STATED)


def common_dates(cases: Sequence[Case]) -> Common:
    """The dates that so many articles name that they belong to the folder's subject."""
    holders = Counter(name for case in cases for name in {evidence.name_of(item) for item in case.found})
    least = max(COMMON_ARTICLES, COMMON_SHARE * len(cases))
    return Common(frozenset(name for name, count in holders.items() if count >= least), len(cases) <= LARGE)


def weigh(asked: Iterable[tuple[Case, frozenset[int]]], common: Common, jobs: int = 1) -> None:
    """Set what each case says by itself, and its days of some years by that, by up to `jobs` processes."""
    sought: list[tuple[Case, frozenset[int]]] = []
    for case, years in asked:
        if case.given is not None and case.given.is_day:
            case.days = certain(case.given.first)
        elif years:
            sought.append((case, years))
    found = spread(partial(_weighed, common=common), sought, jobs)
    for (case, _), (told, days) in zip(sought, found, strict=True):
        case.told, case.days = told, days


def _weighed(sought: Sequence[tuple[Case, frozenset[int]]], common: Common) -> Iterator[tuple[Told, Days]]:
    """What `weigh` sets for some cases, the distributions of many at once."""
    some: list[tuple[Told, Ints]] = []
    room = CELLS
    for case, years in sought:
        some.append(_looked_at(case, years, common))
        room -= len(some[-1][-1])
        if room <= 0:
            yield from _settled(some)
            some, room = [], CELLS
    yield from _settled(some)


def _looked_at(case: Case, years: frozenset[int], common: Common) -> tuple[Told, Ints]:
    """What the case says by itself, and the days of some years on which it may lie."""
    dates = days_of(years)
    whole = Window(int(dates[0]), int(dates[-1]))
    told = case.told
    if told is None or not told[0].holds(whole):
        told = whole, _told(case, whole, common)
    if case.given is not None:
        ordinals = [member.ordinals for member in case.given.members or (case.given,)]
        dates = dates[np.any([(a <= dates) & (dates <= b) for a, b in ordinals], axis=0)]
    return told, dates


def _settled(some: Sequence[tuple[Told, Ints]]) -> Iterator[tuple[Told, Days]]:
    """With the distributions of the cases over their days in the place of these, all worked out at once."""
    found = likely([clues for (_, clues), _ in some], [dates for _, dates in some])
    return ((told, days) for (told, _), days in zip(some, found, strict=True))


def _told(case: Case, window: Window, common: Common) -> Clues:
    """What the article says by itself."""
    return (
        *metadata.clues(case.analysis.article),
        *facts.clues(case.analysis.article.text),
        *evidence.clues(case.found, window, common.dates),
        *outright.clues(case.found, window),
        *weekdays.clues(case.found, common.linked),
        *regular.clues(case.analysis.article.text),
    )


def _years(analysis: Analysis, found: Sequence[layout.Found], given: Span | None) -> frozenset[int]:
    """The years in which the article may have been written, by the years that it and its metadata name."""
    if given is not None:
        return frozenset(range(given.first.year, given.last.year + 1))
    text = analysis.article.text
    stated = {signal.span.first.year for signal in analysis.article.signals} | elected.years_named(text)
    for amount in amounts.find(analysis, found):
        stated.update(reach.years_counted(amount, text[slice(*amount.clause)]))
    named = stated | set(sorted(latest.years_named(found))[-LATEST_YEARS:])
    near = {year + shift for year in named for shift in range(-YEARS_BEFORE, YEARS_AFTER + 1)}
    return frozenset(year for year in near if FIRST_YEAR <= year <= LAST_YEAR)
