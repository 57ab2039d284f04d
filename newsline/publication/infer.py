"""When was each article of a folder written?"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from newsline.dates.describe import describe
from newsline.dates.span import Span
from newsline.model import Analysis, DatedFrom, Dating, Evidence

CERTAIN = 30.0
"""Weight of a date from the user, in nats."""


def date_articles(analyses: Sequence[Analysis], given: Mapping[str, Span]) -> dict[str, Dating]:
    """When each article was written, by article id; `given` (by article id, too) wins over everything."""
    found: dict[str, Dating] = {}
    if not all((span := given.get(one.article.id)) and span.is_day for one in analyses):
        # Nothing here is large enough for numpy's linear algebra to have threads, which take long to start.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        from newsline.publication.undated import date_undated

        found = date_undated(analyses, given)
    return {name: _given(name, given[name], found) if name in given else found[name] for name in _names(analyses)}


def _names(analyses: Sequence[Analysis]) -> list[str]:
    return list(dict.fromkeys(one.article.id for one in analyses))


def _given(article: str, span: Span, found: Mapping[str, Dating]) -> Dating:
    """What the user says; of a longer span, the days that are likelier than others."""
    reason = Evidence(f"given: {describe(span)}", CERTAIN)
    days = ((span.first, 1.0),) if span.is_day else found[article].days
    return Dating(article, span, DatedFrom.GIVEN, 1.0, (reason,), days)
