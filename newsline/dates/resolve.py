"""From symbolic time expressions to dates, given when the article was written.

The article's date may be a day, a run of days, one of several days, or not known at all. Expressions that do not
depend on it are resolved all the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from newsline.dates import span as spans
from newsline.dates import timex3
from newsline.dates.explain import steps
from newsline.dates.expression import (
    Ago,
    Anchor,
    Anniversary,
    Duration,
    Earlier,
    Expression,
    Since,
    Vague,
    depends_on_day,
    is_absolute,
)
from newsline.dates.span import Precision, Span
from newsline.dates.units import MONTHS_IN, Unit
from newsline.model import Resolution, TimeExpression, TimexType

MOST_DAYS: Final = 62
"""Publication days that are tried one by one: two months. Beyond that, the first and the last day enclose the rest."""
REPORTED: Final = frozenset({Precision.QUARTER, Precision.HALF})
"""What companies report on; "a year earlier" is then the same quarter or half of the year before."""
STORY: Final = frozenset({TimexType.DATE, TimexType.TIME})
YEARS: Final = frozenset({Unit.YEAR, Unit.DECADE, Unit.CENTURY})
"""Units too coarse to tell when something happened: "this year" leaves the story where it was."""
MOST_MEMBERS: Final = 8
"""Candidates that a reader can still make use of; more than that become the run that encloses them."""


def possible_days(anchor: Span | None) -> tuple[date, ...]:
    """The days on which the article may have been written; none if nobody knows or there are too many."""
    if anchor is None:
        return ()
    members = anchor.members or (anchor,)
    if sum(member.days for member in members) > MOST_DAYS:
        return ()
    return tuple(day for member in members for day in _days(member))


def _days(span: Span) -> Iterator[date]:
    return (span.first + timedelta(days=offset) for offset in range(span.days))


def resolve(expressions: Sequence[TimeExpression], anchor: Span | None) -> tuple[Resolution, ...]:
    """What each expression of one article means, in the order of the text.

    `anchor` is the article's publication date. "The next day" and the like count from the last date that the text
    told before them.
    """
    days = possible_days(anchor)
    anchors = [Anchor(day) for day in days or (None,)]
    found: list[Resolution] = []
    for expression in expressions:
        candidates: list[Span | None] = []
        for index, told in enumerate(anchors):
            span = expression.meaning.resolve(
                Anchor(told.day, told.previous, told.quarter, expression.tense, told.longer)
            )
            candidates.append(span)
            if span is not None and moves_the_story(expression, span):
                reports = span.precision in REPORTED
                reported = span if reports else told.quarter
                anchors[index] = Anchor(told.day, span, reported, longer=told.longer and not reports)
            elif told.quarter and _is_long(expression.meaning):
                anchors[index] = Anchor(told.day, told.previous, told.quarter, longer=True)
            elif span is None and told.previous and loses_the_story(expression):
                anchors[index] = Anchor(told.day, None, told.quarter)
        found.append(_resolution(expression, _combined(candidates), anchor, days))
    return tuple(found)


def moves_the_story(expression: TimeExpression, span: Span) -> bool:
    """Whether later expressions may count from this one: a date no coarser than a year that is not itself counted.

    "Last year", "a year earlier", "not since 1941" and anniversaries compare; the story goes on where it was.
    """
    if expression.type not in STORY or span.precision < Precision.YEAR:
        return False
    if isinstance(expression.meaning, Since | Anniversary):
        return False
    return (span.precision > Precision.YEAR and not isinstance(expression.meaning, Ago | Earlier)) or is_absolute(
        expression.meaning
    )


def _is_long(meaning: Expression) -> bool:
    """Whether it is a run of more months than a quarter has: "the nine months"."""
    if not isinstance(meaning, Duration):
        return False
    return any(unit is Unit.MONTH and (count or 0) > MONTHS_IN[Unit.QUARTER] for count, unit in meaning.parts)


def loses_the_story(expression: TimeExpression) -> bool:
    """Whether the story went on to a date that nobody knows: what is counted from it is not known either."""
    meaning = expression.meaning
    if expression.type not in STORY or isinstance(meaning, Ago | Earlier | Since | Anniversary):
        return False
    return depends_on_day(meaning) and getattr(meaning, "of", None) not in YEARS


def _combined(candidates: Sequence[Span | None]) -> Span | None:
    """One span for what an expression would mean on each possible day; None if it has no date on some."""
    known = [span for span in candidates if span is not None]
    if not known or len(known) < len(candidates):
        return None
    whole = spans.one_of(known)
    if len(whole.members) > MOST_MEMBERS:
        return Span(whole.first, whole.last, whole.precision, approximate=True)
    return whole


def _resolution(expression: TimeExpression, span: Span | None, anchor: Span | None, days: Sequence[date]) -> Resolution:
    meaning = expression.meaning
    value = timex3.value(meaning, span)
    if isinstance(meaning, Duration) and len(days) == 1:
        bounds = meaning.bounds(Anchor(days[0]))
        if bounds:
            return Resolution(expression, None, value, steps(expression, None, anchor), *bounds)
    return Resolution(expression, span, value, steps(expression, span, anchor))


__all__ = [
    "MOST_DAYS",
    "Vague",
    "depends_on_day",
    "is_absolute",
    "moves_the_story",
    "possible_days",
    "replace",
    "resolve",
]
