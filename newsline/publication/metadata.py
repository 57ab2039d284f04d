"""What an article's metadata says of its date, weighted by how far each place of it can be trusted."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date

from newsline.dates.describe import describe
from newsline.model import Article, DateSignal
from newsline.publication.clues import Clue

RELIABILITY = {
    "field": 0.97,
    "front-matter": 0.97,
    "url": 0.97,
    "email": 0.97,
    "meta": 0.93,
    "json-ld": 0.93,
    "time": 0.87,
    "filename": 0.9,
    "modified": 0.5,
    "properties": 0.4,
}
"""Probability that the day stated in a place is the day of publication.

"url", "meta" and "time" as measured on saved news pages with several date finders (json-ld was measured at .88 before
modification dates were told apart from publication dates, as they are here); exports of news databases ("field") and
front matter are written by people or programs that know the date; a file name often is the day of saving, the
properties of a document are those of the last program that wrote it. The day of the last change is that of
publication for half of the pages (chosen), and hardly ever before it."""
TRUSTWORTHY = 0.85
"""Reliability from which the weekdays of an article are counted from the stated day."""
UNKNOWN = 0.8
"""For a signal that the table does not know."""
WORDS = {
    "field": "the export gives the date",
    "front-matter": "the file's front matter gives the date",
    "url": "the web address holds the date",
    "email": "the message was sent on",
    "meta": "the page's metadata gives the date",
    "json-ld": "the page's structured data gives the date",
    "time": "the page shows the date",
    "filename": "the file name holds the date",
    "modified": "the page was last changed on",
    "properties": "the document's properties give the date",
}
DAYS_AT_RANDOM = 1000
"""Days among which a wrong date lies: about three years, the reach of a folder on one subject."""


def clues(article: Article) -> Iterator[Clue]:
    """A clue for each signal of the article."""
    for signal in article.signals:
        words = WORDS.get(signal.signal, f"{signal.signal} gives the date")
        span = signal.span.ordinals
        yield Clue(
            "stated",
            f"{words} {describe(signal.span)}",
            (span,),
            strength=trust(signal),
            source="filename" if signal.signal == "filename" else "metadata",
        )
        if signal.signal == "modified":
            yield Clue("changed", f"{words} {describe(signal.span)}", (span,))
        elif _reliability(signal) >= TRUSTWORTHY:
            yield Clue("stated_apart", f"{words} {describe(signal.span)}", (span,))


def stated_day(article: Article) -> date | None:
    """The day that the most reliable signal states; None where none is trustworthy."""
    days = [signal for signal in article.signals if signal.span.is_day and _reliability(signal) >= TRUSTWORTHY]
    return max(days, key=_reliability).span.first if days else None


def _reliability(signal: DateSignal) -> float:
    return RELIABILITY.get(signal.signal, UNKNOWN)


def trust(signal: DateSignal) -> float:
    """What the stated days gain over a day at random, in nats: the log of the likelihood ratio."""
    right = _reliability(signal)
    return max(0.0, math.log(right / (1 - right) * DAYS_AT_RANDOM / signal.span.days))
