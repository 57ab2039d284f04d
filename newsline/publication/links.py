"""Days that another article of a small folder names: "on Friday" here, "on 25 May" there, of the same event.

The sentences in which one article says a weekday and another one a date are compared by the names, figures and words
that they share. Where they are alike and the weekday fits the date, the article most likely appeared in the week from
that date on.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from newsline.dates import expression as ex
from newsline.dates.describe import describe
from newsline.dates.span import DAY, Span, day
from newsline.model import Analysis, Tense
from newsline.publication import evidence
from newsline.publication.clues import Clue, Window
from newsline.publication.layout import Found
from newsline.publication.likeness import UNSEEN, features

ALIKE = 0.08
"""Cosine of two sentences from which they may tell the same event: of the pairs above it whose weekday fits the date,
10 of 15 did (open folders of tests/folders)."""
SURE, HOLDS = 0.15, 0.67
"""Cosine from which a link holds as often as it ever does, and how often that is (10 of 15, as above)."""
WEEK = 50.0
"""How much rarer a day at random falls into the week after the date than a linked article does."""
WORD = 0.6
"""Weight of plain words beside names and figures."""
MOST = 5
"""Links kept for one article."""


@dataclass(frozen=True, slots=True)
class Link:
    """A weekday that an article names and the date that another one gives for what may be the same event."""

    weekday: int
    phrase: str
    """The weekday as written, quoted."""
    meant: ex.Repeating | Span
    named: str
    """The date in words."""
    likeness: float
    holds: float = 0.0
    """The probability that both tell the same event."""

    def clue(self, window: Window) -> Clue:
        """What it says of the days of the window."""
        if isinstance(self.meant, Span):
            spans: tuple[tuple[int, int], ...] = ((self.meant.first.toordinal(), self.meant.last.toordinal()),)
        else:
            spans = evidence.occurrences(self.meant, window)
        return Clue(
            "told_elsewhere",
            f"what it tells of {self.phrase} another article tells of {self.named}",
            spans,
            strength=math.log(1 + self.holds * (WEEK - 1)) / math.log(1 + HOLDS * (WEEK - 1)),
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

    @property
    def named(self) -> str:
        """The date in words: as written, or counted from a weekday."""
        return describe(self.meaning) if isinstance(self.meaning, Span) else self.item.phrase


def find(
    analyses: Sequence[Analysis], found: Sequence[Sequence[Found]], stated: Sequence[date | None]
) -> list[list[Link]]:
    """The links of each article, the likest first.

    `found` has each article's time expressions, `stated` its day of publication where it is stated.
    """
    weekdays, dates = _said(analyses, found)
    dates += [_dated(said, day) for said in weekdays if (day := stated[said.article])]
    links: list[list[Link]] = [[] for _ in analyses]
    for mine in weekdays:
        for theirs in dates:
            if mine.article == theirs.article or not _fits(mine.meaning, theirs.meaning):
                continue
            likeness = math.fsum(value * theirs.vector.get(key, 0.0) for key, value in mine.vector.items())
            if likeness >= ALIKE and isinstance(mine.meaning, int) and not isinstance(theirs.meaning, int):
                link = Link(mine.meaning, mine.item.phrase, theirs.meaning, theirs.named, likeness)
                links[mine.article].append(link)
    return [_best(told) for told in links]


def _fits(weekday: object, named: object) -> bool:
    """Whether a date may fall on the weekday: only one with a year can be told not to."""
    return not isinstance(named, Span) or named.first.weekday() == weekday


def _dated(said: _Said, published: date) -> _Said:
    """A weekday of an article whose day is stated, as a date."""
    assert isinstance(said.meaning, int)
    return replace(said, meaning=day(published - (published.weekday() - said.meaning) % 7 * DAY))


def _best(links: Sequence[Link]) -> list[Link]:
    """The likest links, one for each pair of a weekday and a date; dates for one weekday are rivals."""
    kept: dict[tuple[int, str], Link] = {}
    for link in sorted(links, key=lambda one: (-one.likeness, one.phrase, one.named)):
        kept.setdefault((link.weekday, repr(link.meant)), link)
    best = list(kept.values())[:MOST]
    rivals: dict[int, float] = {}
    for link in best:
        rivals[link.weekday] = rivals.get(link.weekday, 0.0) + link.likeness**2
    return [
        replace(link, holds=HOLDS * min(1.0, link.likeness / SURE) * link.likeness**2 / rivals[link.weekday])
        for link in best
    ]


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
        case ex.Bare(repeating=ex.Weekday(number=number)) if item.expression.tense is Tense.PAST:
            return number
        case ex.Bare(repeating=ex.MonthDay() as yearly) | ex.Dated(inner=ex.Bare(repeating=ex.MonthDay() as yearly)):
            return yearly
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
