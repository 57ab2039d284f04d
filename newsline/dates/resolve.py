"""From symbolic time expressions to dates, given when the article was written.

The article's date may be a day, a run of days, one of several days, or not known at all. Expressions that do not
depend on it are resolved all the same.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate
from typing import Final

from msgspec.structs import replace

from newsline.dates import span as spans
from newsline.dates import timex3
from newsline.dates.explain import steps
from newsline.dates.expression import (
    Ago,
    Anchor,
    Anniversary,
    AtTime,
    Duration,
    Earlier,
    Expression,
    FiscalQuarter,
    Later,
    Moved,
    Reported,
    SameAs,
    Since,
    ThatWeekday,
    ToldDay,
    Until,
    depends_on_day,
    is_absolute,
)
from newsline.dates.span import Precision, Span
from newsline.dates.story import is_of_news
from newsline.dates.units import MONTHS_IN, Unit
from newsline.model import Resolution, TimeExpression, TimexType

MOST_DAYS: Final = 62
"""Publication days that are tried one by one: two months."""
DRAWN: Final = 30
"""Of more days, so many are drawn, as often as the distribution has them: enough to tell a tenth."""
SHARE: Final = 0.9
"""Of the days that were drawn, the part for which a date has to hold."""
REPORTED: Final = frozenset({Precision.QUARTER, Precision.HALF})
"""What companies report on; "a year earlier" is then the same quarter or half of the year before."""
STORY: Final = frozenset({TimexType.DATE, TimexType.TIME})
YEARS: Final = frozenset({Unit.YEAR, Unit.DECADE, Unit.CENTURY})
"""Units too coarse to tell when something happened: "this year" leaves the story where it was."""
COMPARED: Final = (Ago, Earlier, Moved, Reported)
"""Dates counted back from another, to compare with it."""
MOST_MEMBERS: Final = 8
"""Candidates that a reader can still make use of; more than that become the run that encloses them."""

NEAR: Final = 1
RECENT: Final = timedelta(days=7)
"""Sentences within which a bare time of the day is of the day told before it, however long ago that was; and how long
ago a day may be that was told further above: "on Wednesday ... . It came down at 17:25"."""
REMEMBERED: Final = 8
"""Days told of which "that Thursday" may be one."""
FEW, LONGEST_RUN = 3, 92
"""Candidates that say when something was however far they lie apart; and days from the first to the last of more that
still do: three months."""


def _possible_days(anchor: Span | None, likely: Sequence[tuple[date, float]]) -> tuple[Sequence[date], float]:
    """The days on which the article may have been written, or a sample of them, none if nobody knows; and for what
    part of them a date has to hold.
    """
    if anchor is None:
        return (), 1.0
    members = anchor.members or (anchor,)
    count = sum(member.days for member in members)
    inside = [(day, share) for day, share in likely if anchor.first <= day <= anchor.last] if count > MOST_DAYS else []
    if inside:
        return _drawn(inside), SHARE
    days = [day for member in members for day in _days(member)]
    return days if count <= MOST_DAYS else [*days[:: count // DRAWN], days[-1]], 1.0


def _drawn(days: Sequence[tuple[date, float]]) -> list[date]:
    """Days in order, each as often as its share has it."""
    step = math.fsum(share for _, share in days) / DRAWN
    totals = accumulate(share for _, share in days)
    drawn: list[date] = []
    for (day, _), total in zip(days, totals, strict=True):
        drawn.extend([day] * (min(DRAWN, int(total / step + 0.5)) - len(drawn)))
    return drawn


def _days(span: Span) -> Iterator[date]:
    return (span.first + timedelta(days=offset) for offset in range(span.days))


def resolve(
    expressions: Sequence[TimeExpression],
    anchor: Span | None,
    likely: Sequence[tuple[date, float]] = (),
    asked: Callable[[TimeExpression], bool] = lambda _: True,
) -> tuple[Resolution, ...]:
    """What the expressions of one article mean that are asked for, in the order of the text.

    `anchor` is the article's publication date; where that is a long span, `likely` may say how probable its days are.
    "The next day" and the like count from the last date that the text told before them, so that all are looked at.
    """
    days, least = _possible_days(anchor, likely)
    often = Counter(days)  # a likely day is drawn several times, and tried once
    counts = list(often.values()) or [1]
    anchors = [Anchor(day, sure=least == 1.0) for day in often or (None,)]
    found: list[Resolution] = []
    moved, remembers = 0, any(_recalls(one.meaning) for one in expressions)
    for expression in expressions:
        candidates: list[Span | None] = []
        same = _is_same_day(expression.meaning) and expression.sentence != moved + 1
        far = expression.sentence - moved > NEAR and _is_hour(expression.meaning) and is_of_news(expressions)
        for index, told in enumerate(anchors):
            here = told.with_tense(expression.tense)
            if same and told.days and told.previous is not None and told.previous.precision < Precision.DAY:
                here = replace(here, previous=spans.day(told.days[0]))  # no "same day" counts from "last September"
            span = expression.meaning.resolve(_of_its_day(here) if far else here)
            candidates.append(span)
            if remembers and span is not None and span.is_day and span.precision is Precision.DAY:
                anchors[index] = told = replace(told, days=(span.first, *told.days[: REMEMBERED - 1]))
            if span is not None and moves_the_story(expression, span):
                moved = expression.sentence
                named = _label(expression.meaning, here) or span
                reports = named.precision in REPORTED
                reported = named if reports else told.quarter
                behind = span if told.day is None or span.first <= told.day else told.behind
                longer = told.longer and not reports
                finer = span if span.precision >= Precision.MONTH else told.finer
                told = replace(told, previous=span, quarter=reported, longer=longer, behind=behind, finer=finer)
                anchors[index] = told
            elif told.quarter and _is_long(expression.meaning):
                anchors[index] = replace(told, longer=True)
            elif span is None and told.previous and loses_the_story(expression):
                anchors[index] = replace(told, previous=None, longer=False, behind=None, finer=None)
        if asked(expression):
            resolution = _resolution(expression, _combined(candidates, counts, least), anchor, days)
            label = _label(expression.meaning, anchors[0].with_tense(expression.tense)) if counts == [1] else None
            found.append(replace(resolution, value=timex3.of_span(label)) if label else resolution)
    return tuple(found)


def _label(meaning: Expression, here: Anchor) -> Span | None:
    """The quarter of the calendar whose name a report gives to one of its own year."""
    return meaning.label.resolve(here) if isinstance(meaning, FiscalQuarter) else None


def _recalls(meaning: Expression) -> bool:
    """Whether it is one of the days told before: "that Thursday", "the same day"."""
    return isinstance(meaning, ThatWeekday) or _is_same_day(meaning)


def _is_same_day(meaning: Expression) -> bool:
    return isinstance(meaning, SameAs) and meaning.unit is Unit.DAY


def _is_hour(meaning: Expression) -> bool:
    """Whether it is a time of a day that it does not name."""
    return isinstance(meaning, AtTime) and isinstance(meaning.inner, ToldDay)


def _of_its_day(told: Anchor) -> Anchor:
    """Where a text of today stands that told of a day long ago some sentences above."""
    old = told.day is not None and told.previous is not None and told.day - told.previous.last > RECENT
    return replace(told, previous=None) if old else told


def moves_the_story(expression: TimeExpression, span: Span) -> bool:
    """Whether later expressions may count from this one: a date no coarser than a year that is not itself counted.

    "Last year", "a year earlier", "not since 1941" and anniversaries compare; the story goes on where it was.
    """
    if expression.type not in STORY or span.precision < Precision.YEAR:
        return False
    if isinstance(expression.meaning, Since | Until | Anniversary):
        return False
    if span.precision is Precision.YEAR and isinstance(expression.meaning, Later):
        return True  # "two years later", "the following year": the story has gone on
    return (span.precision > Precision.YEAR and not isinstance(expression.meaning, COMPARED)) or is_absolute(
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
    if expression.type not in STORY or isinstance(meaning, (*COMPARED, Since, Anniversary)):
        return False
    return depends_on_day(meaning) and getattr(meaning, "of", None) not in YEARS


def _combined(candidates: Sequence[Span | None], counts: Sequence[int], least: float) -> Span | None:
    """One span for what an expression would mean on each possible day; None if it has no date on some.

    `counts` tells how often each candidate was drawn, and `least` what part of them it has to hold.
    """
    if counts == [1]:
        return candidates[0]
    known: list[Span] = []
    held, total = 0, sum(counts)
    often: Counter[Span | None] = Counter()
    for span, count in zip(candidates, counts, strict=True):
        often[span] += count
    for span, count in sorted(often.items(), key=lambda one: (-one[1], str(one[0]))):
        if held >= least * total:
            break
        if span is None:
            return None
        known.append(span)
        held += count
    whole = spans.one_of(known)
    if len(known) > FEW and (whole.last - whole.first).days >= LONGEST_RUN:
        return None
    if len(whole.members) > MOST_MEMBERS:
        return replace(spans.rounded(whole.first, whole.last), approximate=True)
    return whole


def _resolution(expression: TimeExpression, span: Span | None, anchor: Span | None, days: Sequence[date]) -> Resolution:
    meaning = expression.meaning
    value = timex3.value(meaning, span)
    if isinstance(meaning, Duration) and len(days) == 1:
        bounds = meaning.bounds(Anchor(days[0]))
        if bounds:
            return Resolution(expression, None, value, steps(expression, None, anchor), *bounds)
    return Resolution(expression, span, value, steps(expression, span, anchor))
