"""When was each article of a folder written?"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from itertools import chain

from newsline.analysis import Analysis
from newsline.dates.describe import describe
from newsline.dates.span import Span
from newsline.model import DatedFrom, Dating, Evidence

CERTAIN = 30.0
"""Weight of a date from the user, in nats."""


def date_articles(analyses: Iterable[Analysis], given: Mapping[str, Span], jobs: int = 1) -> dict[str, Dating]:
    """When each article was written, by article id; `given` (by article id, too) wins over everything.

    Up to `jobs` processes work on a folder that is worth it; the dates are the same for any number.

    The analyses are gone through once: those of an archive may be made one by one.
    """
    every, found = iter(analyses), dict[str, Dating]()
    named: list[Analysis] = []
    for one in every:
        named.append(one)
        if not is_day_given(one.article.id, given):
            # Nothing here is large enough for numpy's linear algebra to have threads, which take long to start.
            os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
            from newsline.publication.undated import date_undated

            found = date_undated(chain(named, every), given, jobs)
            break
    names = found or dict.fromkeys(one.article.id for one in named)
    return {name: _given(name, given[name], found) if name in given else found[name] for name in names}


def is_day_given(article: str, given: Mapping[str, Span]) -> bool:
    """Whether the user says on which day an article was written."""
    return article in given and given[article].is_day


def _given(article: str, span: Span, found: Mapping[str, Dating]) -> Dating:
    """What the user says; of a longer span, the days that are likelier than others."""
    reason = Evidence(f"given: {describe(span)}", CERTAIN)
    days = ((span.first, 1.0),) if span.is_day else found[article].days
    return Dating(article, span, DatedFrom.GIVEN, 1.0, (reason,), days)
