"""Of which day an hour is: "It fell on Tuesday, the airline said on Wednesday. It had left at 5.40 p.m."

Resolution counts an hour from the last date told, and that may be the day of a report. What happened is of the day
that was reported.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from newsline.analysis import Analysis
from newsline.dates.derived import ToldDay
from newsline.dates.expression import AtTime, Until
from newsline.dates.meaning import SameAs
from newsline.dates.span import DAY, Span
from newsline.model import Resolution, TimeExpression, TimexType

REACH = 1
"""Sentences back in which the day of an hour is told. With three, and the news of an article behind them, hours of
unlike things are taken together: on T17 Date-F1 .709 -> .708 and adjacent days with one story .121 -> .135."""
NEWS_AGE = 3 * DAY
"""How old the news of an article may be."""
SAME = ("the same ", "that same ")
DATES = (TimexType.DATE, TimexType.TIME)
LOOK_BACK = 60
"""Characters before a date in which it shows that only a report is of it."""
REPORTED = re.compile(
    r"\b(?:sa(?:id|ys)|told (?:[\w’']+ ){1,4}?|announced|reported|confirmed|added|stated|wrote)"
    r"(?: in an? \w+)?,? ?(?:early |late )?(?:on )?$"
)


def is_of_told_day(expression: TimeExpression) -> bool:
    """Whether it tells an hour or a part of a day and leaves the day to the story."""
    meaning = expression.meaning
    return isinstance(meaning, AtTime) and isinstance(meaning.inner, ToldDay | SameAs)


def of_told_day(
    analysis: Analysis,
    expression: TimeExpression,
    dated: tuple[Span, tuple[str, ...]],
    resolutions: Mapping[tuple[int, int], Resolution],
    published: Span,
) -> tuple[Span, tuple[str, ...]]:
    """The date of an hour at which something happened, and why: `dated` if the story tells no other day before it.

    That is the last of the sentence or of the one before, where the very last is a report's.
    """
    told = [
        one
        for one in analysis.expressions
        if one.start < expression.start and (one.start, one.end) in resolutions and not isinstance(one.meaning, Until)
    ]
    if expression.text.lower().startswith(SAME):
        return _of_the_last(analysis, told, dated, resolutions, published)
    near = [one for one in told if one.sentence >= expression.sentence - REACH and one.type in DATES]
    if not near:
        return _of_the_news(told, dated, resolutions, published)
    if not _is_of_report(analysis, near[-1]):
        return dated
    for one in reversed(near[:-1]):
        day = resolutions[one.start, one.end].span
        if day is not None and day.is_day and day.first <= published.last and not _is_of_report(analysis, one):
            why = f"an hour of the day told before it, “{one.text}”"
            return replace(dated[0], first=day.first, last=day.last), (why,)
    return dated


def _of_the_last(
    analysis: Analysis,
    told: Sequence[TimeExpression],
    dated: tuple[Span, tuple[str, ...]],
    resolutions: Mapping[tuple[int, int], Resolution],
    published: Span,
) -> tuple[Span, tuple[str, ...]]:
    """Of "the same night" the date is the last day told, however far back, but not that of a report."""
    for one in reversed(told):
        day = resolutions[one.start, one.end].span
        if one.type not in DATES or day is None or not day.is_day or day.first > published.last:
            continue
        if is_of_told_day(one):
            day, _ = of_told_day(analysis, one, (day, ()), resolutions, published)
        if not _is_of_report(analysis, one):
            return replace(dated[0], first=day.first, last=day.last), (f"the day told before it, “{one.text}”",)
    return dated


def _of_the_news(
    told: Sequence[TimeExpression],
    dated: tuple[Span, tuple[str, ...]],
    resolutions: Mapping[tuple[int, int], Resolution],
    published: Span,
) -> tuple[Span, tuple[str, ...]]:
    """An hour far from any date is of the day that the article's news is of: of the first day told that is recent."""
    for one in told:
        day = resolutions[one.start, one.end].span
        if day is not None and day.is_day and published.first - NEWS_AGE <= day.first <= published.last:
            why = f"an hour of the day that the article is about, “{one.text}”"
            return replace(dated[0], first=day.first, last=day.last), (why,)
    return dated


def _is_of_report(analysis: Analysis, one: TimeExpression) -> bool:
    """Whether a date is that of a report."""
    return is_of_report(analysis.article.text[max(0, one.start - LOOK_BACK) : one.start])


def is_of_report(before: str) -> bool:
    """Whether the date behind a text is that of a report: "said late on"."""
    return REPORTED.search(before) is not None
