"""Which August, which Sunday: the choice among the occurrences of a repeating date, stated in one place.

Each policy says how much dearer a day ahead is than a day back; the cheapest occurrence is meant, and one that holds
the article's own day costs nothing. Measured on TimeBank and AQUAINT (1989 to 2000), the visible two thirds, with
`tests/benchmarks/timex.py`.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from newsline.dates.repeating import DayOfMonth, Holiday, Month, MonthDay, Repeating, Season, Weekday, Weekend
from newsline.dates.span import Span
from newsline.dates.tense import Tense

AHEAD: Final[dict[str, dict[Tense, float]]] = {
    # News looks back: a weekday is the latest one unless the verb says otherwise. With a present, or a plan that the
    # past tells ("was due on Friday"), it is the nearest one, the coming one as likely as that just gone.
    "weekday": {Tense.PAST: 99, Tense.PRESENT: 1, Tense.NONE: 99, Tense.FUTURE: 0.01},
    # A day of the year is the nearest, but plans seldom reach further than three months without naming the year; what
    # will be on a day that was about a month ago is meant of the next year.
    "day": {Tense.PAST: 12, Tense.PRESENT: 1, Tense.NONE: 2, Tense.FUTURE: 0.08},
    "month": {Tense.PAST: 12, Tense.PRESENT: 1, Tense.NONE: 3, Tense.FUTURE: 0.02},
    # Who says in June what will be "in the spring" means the next one.
    "feast": {Tense.PAST: 12, Tense.PRESENT: 2, Tense.NONE: 2, Tense.FUTURE: 0.02},
    # Quarters are reported.
    "other": {Tense.PAST: 12, Tense.PRESENT: 2, Tense.NONE: 2, Tense.FUTURE: 0.3},
}


def choose(repeating: Repeating, day: date, tense: Tense, sure: bool = False) -> Span | None:
    """The occurrence that a text written on a day means by the bare name.

    Where that day is `sure`, a month that the past tense tells is never ahead: "in January they won" is no news of
    tomorrow on 31 December. One drawn from a wide distribution may lie before the month that the text looks back on.
    """
    here = repeating.holding(day)
    if here:
        return here
    before, after = repeating.before(day), repeating.after(day)
    if before is None or after is None:
        return before or after
    if sure and tense is Tense.PAST and isinstance(repeating, Month):
        return before
    ahead = AHEAD[kind(repeating)][tense]
    return after if after.distance(day) * ahead < before.distance(day) else before


def kind(repeating: Repeating) -> str:
    """The row of the table that holds for a repeating date."""
    match repeating:
        case Weekday() | Weekend() | DayOfMonth():
            return "weekday"
        case MonthDay():
            return "day"
        case Month():
            return "month"
        case Season() | Holiday():
            return "feast"
        case _:
            return "other"


BACK: Final = 2.0
"""In a story of the past time goes on: a day back from the last date told is as dear as two days on."""


def in_story(repeating: Repeating, told: Span) -> Span | None:
    """The occurrence that a story means by the bare name, after the last date that it told."""
    inside = [span for span in repeating.occurrences(told.first, told.last) if span.first >= told.first]
    inside = inside or list(repeating.occurrences(told.first, told.last) if told.is_day else ())
    if inside:
        return inside[0]
    before, after = repeating.before(told.first), repeating.after(told.last)
    if before is None or after is None:
        return before or after
    if after.first.year == told.last.year:  # "in January 1961 he ...; by October"
        return after
    return before if before.distance(told.first) * BACK < after.distance(told.last) else after
