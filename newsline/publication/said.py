"""Words of an article about a date, with what is said beside them, and the dates that they may mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from newsline.analysis import Analysis
from newsline.dates import expression as ex
from newsline.dates.span import Precision, Span
from newsline.dates.tense import Tense
from newsline.dates.units import Unit
from newsline.publication import amounts, evidence, reach, sayings
from newsline.publication.amounts import Amount
from newsline.publication.days import FIRST_YEAR, Days
from newsline.publication.layout import PROSE, Found

if TYPE_CHECKING:
    from newsline.publication.days import Ints

LEAD, NEAR = 3, 6
"""Sentences of an article's body that tell its news, and those in which "this morning" may say its day again."""
LIKELY = 0.01
"""Probability from which a day of an article counts, or a date that its words may mean."""
AHEAD, BESIDE = {Tense.PAST: 61, Tense.FUTURE: 241}, 121
"""Days before a day of the year in which an article may be that names it, by tense, and of other tenses: the `wrap` of
the weights."""
YEAR = 365
SEASON = 100
"""Days of the longest month or season in which one article tells what another tells of "on Friday"."""
YEARS_COUNTED = 300
"""Days from which an amount is one of years."""
COUNTED = frozenset({"amount", "years"})
"""Kinds of words that may count from a date of their own article."""


class Said(Struct, frozen=True):
    """Words about a date and what is said beside them."""

    article: int
    start: int
    leads: bool
    """Whether they tell the article's news."""
    near: bool
    """Whether they stand in the sentences around it."""
    phrase: str
    meaning: ex.Expression | Amount
    tense: Tense
    vector: sayings.Vector
    kind: str | None
    """What sort of words they are, if they hang on the day of their article: "weekday", "day" ("today"), "month",
    "unit" ("last week"), "yearly" ("25 May"), "amount" or "years" ("ten years ago").
    """


def find(index: int, analysis: Analysis, items: Sequence[Found], rare: Mapping[str, float]) -> Iterator[Said]:
    """All dates and amounts of a text, with how rare each word is in the folder."""
    text, clauses = analysis.article.text, _clauses(analysis)
    for item in items:
        expression, meaning = item.expression, item.expression.meaning
        if not (item.zone in PROSE or item.led) or expression.sentence >= len(analysis.sentences):
            continue
        kind = _kind(meaning)
        if reach.is_clock(meaning, item.phrase) or not (kind or ex.is_absolute(meaning) or yearly(meaning)):
            continue
        sentence = analysis.sentences[expression.sentence]
        begin, end = clauses.get(expression.start, (sentence.start, sentence.end))
        vector = sayings.vector(text[begin:end], text[sentence.start : sentence.end], rare)
        leads, near = item.place < LEAD, item.place < NEAR
        yield Said(index, expression.start, leads, near, item.phrase, meaning, expression.tense, vector, kind)
    for amount in amounts.find(analysis, items):
        vector = sayings.vector(text[slice(*amount.clause)], "", rare)
        kind = "years" if amount.most >= YEARS_COUNTED else "amount"
        yield Said(index, amount.start, True, True, amount.phrase, amount, Tense.NONE, vector, kind)


def _clauses(analysis: Analysis) -> dict[int, tuple[int, int]]:
    """Where the clause of each expression lies that dates one, by the expression's offset."""
    return {
        mention.expression.start: (mention.start, mention.end)
        for mention in analysis.mentions
        if mention.expression is not None
    }


def _kind(meaning: ex.Expression) -> str | None:
    """What sort of words they are that hang on the day of their article."""
    repeating = yearly(meaning)
    if repeating is not None:
        return "yearly" if isinstance(repeating, ex.MonthDay) else None
    if not reach.is_relative(meaning):
        return None
    match evidence.core(meaning):
        case ex.Bare(repeating=ex.Month()) | ex.Last(of=ex.Month()) | ex.Next(of=ex.Month()):
            return "month"
        case ex.Within(inner=ex.Month() | ex.MonthDay()):
            return "month"
        case ex.This(of=Unit.DAY) | ex.Last(of=Unit.DAY) | ex.Next(of=Unit.DAY):
            return "day"
        case ex.This(of=Unit()) | ex.Last(of=Unit()) | ex.Next(of=Unit()):
            return "unit"
    return "weekday"


def yearly(meaning: ex.Expression | Amount) -> ex.MonthDay | ex.Holiday | None:
    """The day of the year that words name without a year."""
    plain = None if isinstance(meaning, Amount) else evidence.core(meaning)
    if isinstance(plain, ex.Dated):
        plain = evidence.core(plain.inner)
    match plain:
        case ex.Bare(repeating=ex.MonthDay() | ex.Holiday() as repeating):
            return repeating
    return None


def days_named(found: Iterable[Found]) -> frozenset[tuple[int, int]]:
    """The month and day of each date that an article names in its prose."""
    parts = [part for item in found if item.zone in PROSE for part in ex.walk(item.expression.meaning)]
    fixed = [part.span.first for part in parts if isinstance(part, ex.Fixed) and part.span.is_day]
    named = [(part.month, part.day) for part in parts if isinstance(part, ex.MonthDay)]
    return frozenset((*named, *((day.month, day.day) for day in fixed)))


def dates(said: Said) -> Iterator[Span | None]:
    """The date that words name by themselves; None if they name one by the day of their article; nothing if none."""
    if isinstance(said.meaning, Amount | ex.Anniversary):
        return
    plain = evidence.core(said.meaning)
    if not ex.is_absolute(plain):
        yield None
        return
    span = plain.resolve(ex.Anchor(None))
    if span is not None and _is_date(span):
        yield span


def _is_date(span: Span) -> bool:
    """Whether it is one day, month or season, not one of several."""
    return not span.members and span.precision >= Precision.MONTH


def meant(said: Said, days: Days) -> list[tuple[Span, float]]:
    """The dates that words may mean and how likely each is, by the days of their article."""
    repeating = yearly(said.meaning)
    if repeating is not None:
        return _of_years(repeating, AHEAD.get(said.tense, BESIDE), days)
    assert not isinstance(said.meaning, Amount)
    plain = evidence.core(said.meaning)
    found: defaultdict[Span, float] = defaultdict(float)
    for day, share in _anchors(plain, days):
        span = _resolved(plain, said.tense, day)
        if span is not None:
            found[span] += share
    return [(span, share) for span, share in found.items() if share >= LIKELY]


@lru_cache(maxsize=reach.REMEMBERED)
def _resolved(plain: ex.Expression, tense: Tense, day: int) -> Span | None:
    """The date that words mean in an article of a day (ordinal)."""
    span = plain.resolve(ex.Anchor(date.fromordinal(day), tense=tense))
    return span if span is not None and _is_date(span) else None


def _anchors(plain: ex.Expression, days: Days) -> Iterator[tuple[int, float]]:
    """Days of publication (ordinals) that tell the date, with their probability."""
    if isinstance(plain, ex.Within) and isinstance(plain.inner, ex.MonthDay):  # "13 June last year": any of a year does
        shares, there = days.by_year()
        for place in np.flatnonzero(there).tolist():
            yield date(FIRST_YEAR + place, 7, 1).toordinal(), float(shares[place])
        return
    likely = days.above(LIKELY)
    yield from zip(likely.dates.tolist(), likely.shares.tolist(), strict=True)


def _of_years(repeating: ex.MonthDay | ex.Holiday, ahead: int, days: Days) -> list[tuple[Span, float]]:
    """A day of the year in each year, if its article may be `ahead` days before it, up to the next one."""
    first, last = (date.fromordinal(int(days.dates[end]) + ahead).year for end in (0, -1))
    spans, begins = _occurrences(repeating, first - 1, last)
    sums = np.append(0.0, days.shares.cumsum(dtype=np.float64))
    borders = days.dates.searchsorted(begins - days.dates.dtype.type(ahead))
    shares = np.diff(sums[np.append(borders, len(days))])
    return [(spans[place], float(shares[place])) for place in np.flatnonzero(shares >= LIKELY).tolist()]


@lru_cache(maxsize=256)
def _occurrences(repeating: ex.MonthDay | ex.Holiday, first: int, last: int) -> tuple[Sequence[Span], Ints]:
    """A day of the year in each of some years, in order, and where they begin (ordinals)."""
    found = {span for year in range(first, last + 1) for span in repeating.in_year(year)}
    spans = sorted(found, key=lambda span: span.first)
    return spans, np.array([span.first.toordinal() for span in spans], np.int32)


def stretch(mine: Said, theirs: Said | None, when: Span) -> tuple[int, int] | None:
    """From which days of publication words mean a date, or a day of a month or season; None if from none.

    `theirs` are the words of whoever tells the date; None if the almanac does.
    """
    if mine.kind == "yearly":
        repeating = yearly(mine.meaning)
        if not when.is_day or not repeating or when not in repeating.in_year(when.first.year):
            return None
        first = when.first.toordinal() - AHEAD.get(mine.tense, BESIDE)
        return first, first + YEAR - 1
    found = reach.days(mine.meaning, mine.tense, when)
    if found is None and theirs is not None and not when.is_day and _is_retold(mine, theirs, when):
        return reach.during(mine.meaning, mine.tense, when)
    return found


def _is_retold(mine: Said, theirs: Said, when: Span) -> bool:
    """Whether another article says that such a thing happened in a month or season: "was arrested in June 2003"."""
    near = (when.last - when.first).days < SEASON and theirs.kind is None
    return near and mine.tense is not Tense.FUTURE is not theirs.tense
