"""Days that another article of a small folder names: "on Friday" here, "on 25 May" there, of the same event.

The sentences in which one article says a weekday and another one a date are compared by the names, figures and words
that they share. Where they are alike and the weekday fits the date, the article most likely appeared in the week from
that date on.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsline.dates import expression as ex
from newsline.dates.span import Span
from newsline.model import Analysis, Tense
from newsline.publication import evidence
from newsline.publication.clues import Clue, Window
from newsline.publication.layout import Found
from newsline.publication.likeness import UNSEEN, features

ALIKE = 0.08
"""Cosine of two sentences from which they may tell the same event: of the pairs above it whose weekday fits the date,
10 of 15 did (open folders of tests/folders)."""
SURE = 0.15
"""Cosine from which a link counts in full."""
WORD = 0.6
"""Weight of plain words beside names and figures."""
MOST = 3
"""Links kept for one article."""


@dataclass(frozen=True, slots=True)
class Link:
    """A weekday that an article names and the date that another one gives for what may be the same event."""

    weekday: int
    phrase: str
    """The weekday as written, quoted."""
    date: ex.Repeating | Span
    named: str
    """The date as written, quoted."""
    likeness: float

    def clue(self, window: Window) -> Clue:
        """What it says of the days of the window."""
        if isinstance(self.date, Span):
            spans: tuple[tuple[int, int], ...] = ((self.date.first.toordinal(), self.date.last.toordinal()),)
        else:
            spans = evidence.occurrences(self.date, window)
        return Clue(
            "told_elsewhere",
            f"what it tells of {self.phrase} another article tells of {self.named}",
            spans,
            strength=min(1.0, self.likeness / SURE),
            allowed=tuple((first - 1) % 7 == self.weekday for first, _ in spans),
        )


@dataclass(frozen=True, slots=True)
class _Said:
    """A date in a sentence, and the sentence as a vector."""

    article: int
    item: Found
    meaning: int | ex.Repeating | Span
    """The weekday, the day of the year, or the day."""
    vector: Mapping[str, float]


def find(analyses: Sequence[Analysis], found: Sequence[Sequence[Found]]) -> list[list[Link]]:
    """The links of each article, the likest first; `found` has each article's time expressions."""
    weekdays, dates = _said(analyses, found)
    links: list[list[Link]] = [[] for _ in analyses]
    for mine in weekdays:
        for theirs in dates:
            if mine.article == theirs.article:
                continue
            likeness = math.fsum(value * theirs.vector.get(key, 0.0) for key, value in mine.vector.items())
            if likeness >= ALIKE and isinstance(mine.meaning, int) and not isinstance(theirs.meaning, int):
                link = Link(mine.meaning, mine.item.phrase, theirs.meaning, theirs.item.phrase, likeness)
                links[mine.article].append(link)
    return [_best(told) for told in links]


def _best(links: Sequence[Link]) -> list[Link]:
    """The likest links, one for each pair of a weekday and a date."""
    kept: dict[tuple[int, str], Link] = {}
    for link in sorted(links, key=lambda one: (-one.likeness, one.phrase, one.named)):
        kept.setdefault((link.weekday, repr(link.date)), link)
    return list(kept.values())[:MOST]


def _said(analyses: Sequence[Analysis], found: Sequence[Sequence[Found]]) -> tuple[list[_Said], list[_Said]]:
    """The weekdays told in the past, and the dates."""
    holders = Counter(key for analysis in analyses for key in features(analysis.article.text))
    weekdays: list[_Said] = []
    dates: list[_Said] = []
    for index, (analysis, items) in enumerate(zip(analyses, found, strict=True)):
        for item in items:
            meaning = _meaning(item)
            if meaning is None or item.expression.sentence >= len(analysis.sentences):
                continue
            sentence = analysis.sentences[item.expression.sentence]
            vector = _vector(analysis.article.text[sentence.start : sentence.end], holders, len(analyses))
            (weekdays if isinstance(meaning, int) else dates).append(_Said(index, item, meaning, vector))
    return weekdays, dates


def _meaning(item: Found) -> int | ex.Repeating | Span | None:
    match evidence.core(item.expression.meaning):
        case ex.Bare(repeating=ex.Weekday(number=number)) if item.expression.tense is not Tense.FUTURE:
            return number
        case ex.Bare(repeating=ex.MonthDay() as day) | ex.Dated(inner=ex.Bare(repeating=ex.MonthDay() as day)):
            return day
        case ex.Fixed(span=span) if span.is_day:
            return span
    return None


def _vector(text: str, holders: Mapping[str, int], articles: int) -> dict[str, float]:
    """The features of a sentence, the rarer the heavier, of length one."""
    values = {
        key: math.log((articles + UNSEEN) / (holders.get(key, 0) + 1)) * (WORD if key.startswith("w:") else 1.0)
        for key in features(text)
    }
    length = math.sqrt(math.fsum(value * value for value in values.values())) or 1.0
    return {key: value / length for key, value in values.items()}


def clues(links: Sequence[Link], window: Window) -> Iterator[Clue]:
    """What the links of one article say of its day."""
    for link in links:
        yield link.clue(window)
