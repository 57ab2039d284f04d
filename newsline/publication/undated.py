"""The dates of articles that state none: what each says by itself, then what they tell each other.

Each article's own clues give a distribution over days; then the articles tell each other what they know, and each
distribution is summarised as a day, a set, a span or nothing, with its probability and its reasons.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

from msgspec.structs import replace

from newsline.analysis import Analysis
from newsline.dates.span import Span
from newsline.model import DatedFrom, Dating, Evidence
from newsline.publication import explain
from newsline.publication.cases import Case, says_its_day
from newsline.publication.days import Days, listed
from newsline.publication.elapsed import Elapsed
from newsline.publication.folder import Folder
from newsline.publication.large import LARGE
from newsline.publication.stories import stories
from newsline.publication.story import read_cases
from newsline.publication.summary import DAY_SHARE, SMALL_DAY_SHARE
from newsline.spread import spread

LISTED = 1e-3
"""Probability of a day from which it is listed in `Dating.days`."""


def date_undated(analyses: Iterable[Analysis], given: Mapping[str, Span], jobs: int = 1) -> dict[str, Dating]:
    """When each article was written, by article id; a date that is given bounds the days, whatever else is said.

    The stories of a small folder are dated each by itself.
    """
    every = iter(analyses)
    some = list(islice(every, LARGE + 1))
    if len(some) > LARGE:
        return _dated(chain(some, every), given, jobs)
    told = stories([one.article.text for one in some])
    found = [_dated([some[index] for index in group], given, jobs) for group in told]
    return {one.article.id: next(part[one.article.id] for part in found if one.article.id in part) for one in some}


def _dated(analyses: Iterable[Analysis], given: Mapping[str, Span], jobs: int) -> dict[str, Dating]:
    """The same of a large folder, or of one story."""
    cases = read_cases(analyses, given, jobs)
    texts = [case.analysis.article.text for case in cases]
    counted = Elapsed(texts, [case.found for case in cases]) if len(cases) > LARGE else None
    certain = [case.given is not None or says_its_day(case) for case in cases]
    folder = Folder(texts, elapsed=counted, jobs=jobs)
    del texts
    for case in cases:  # they have told all that they tell
        case.found, case.analysis = [], Analysis(replace(case.analysis.article, text=""), (), (), ())
    own = [case.days for case in cases]
    days = folder.solve(own, certain)
    titles = [case.analysis.article.title or case.analysis.article.id for case in cases]
    others = explain.Others(folder, days, titles, SMALL_DAY_SHARE if folder.small else DAY_SHARE)

    def told(indexes: Sequence[int]) -> Iterator[Dating]:
        for index in indexes:
            case, final = cases[index], days[index]
            reasons = [*others.reasons(index), *folder.counted(index, final), *_told_by_folder(case)]
            yield _dating(case, final, others.summary(index), reasons)

    return {dating.article: dating for dating in spread(told, range(len(cases)), jobs)}


def _told_by_folder(case: Case) -> tuple[Evidence, ...]:
    return (*case.era, *case.links)


def _dating(case: Case, days: Days | None, summary: tuple[Span | None, float], told: Sequence[Evidence]) -> Dating:
    """What is said of an article's date; `summary` is what its days come to."""
    article = case.analysis.article.id
    if not days:
        nothing = Evidence("neither the text nor the folder names a date", 0.0)
        return Dating(article, None, DatedFrom.NONE, None, (nothing,))
    span, probability = summary
    reasons = sorted((*explain.reasons(case.clues, days), *told), key=lambda one: (-abs(one.weight), one.text))
    shown = listed(days, LISTED)
    if span is None:
        return Dating(article, None, DatedFrom.NONE, None, tuple(reasons), shown)
    return Dating(article, span, explain.source(case.clues, days), round(probability, 4), tuple(reasons), shown)
