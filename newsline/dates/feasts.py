"""Days that come back every year by a rule: feasts of several calendars, the third Monday of January.

The rules are those of `almanac.tsv`, which explains them at its head; the last day of a longer time stands after "/".
"""

from __future__ import annotations

from datetime import date, timedelta

from newsline.dates import calendars
from newsline.dates import span as spans
from newsline.dates.span import Precision, Span

WEEKDAYS = {name: number for number, name in enumerate(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])}
EASTER_YEARS = range(1583, 4100)
"""The years of the Gregorian calendar for which dateutil computes Easter."""


def run(first: date, last: date) -> Span:
    """The days from the first to the last."""
    return Span(first, last, Precision.DAY)


def fixed(rule: str, year: int) -> tuple[Span, ...]:
    """The same days of every year, "12-24/01-06"; none where the year has no such day."""
    start, _, end = rule.partition("/")
    try:
        first = date(year, int(start[:2]), int(start[3:]))
        last = date(year, int(end[:2]), int(end[3:])) if end else first
    except ValueError:  # 29 February in a common year
        return ()
    return (run(first, last if last >= first else last.replace(year=year + 1)),)


def easter(rule: str, year: int, orthodox: bool) -> tuple[Span, ...]:
    """Days before or after Easter Sunday, "-2/1"; none outside of `EASTER_YEARS`."""
    if year not in EASTER_YEARS:
        return ()
    from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN
    from dateutil.easter import easter as easter_sunday

    sunday = easter_sunday(year, EASTER_ORTHODOX if orthodox else EASTER_WESTERN)
    start, _, end = rule.partition("/")
    return (run(sunday + timedelta(days=int(start)), sunday + timedelta(days=int(end or start))),)


def hebrew(rule: str, year: int) -> tuple[Span, ...]:
    """Days of the Hebrew calendar, as `calendars.hebrew_feast` counts them."""
    start, _, end = rule.partition("/")
    first = calendars.hebrew_feast(year, int(start))
    return (run(first, first + timedelta(days=int(end or start) - int(start))),)


def islamic(rule: str, year: int) -> tuple[Span, ...]:
    """Days of the Islamic calendar, "9-1/9-29". Approximate: the months begin when the new moon is seen."""
    start, _, end = rule.partition("/")
    month, first = (int(part) for part in start.split("-"))
    length = int(end.split("-")[1]) - first if end else 0
    days = calendars.islamic_days(year, month, first)
    return tuple(run(day, day + timedelta(days=length)).approximately() for day in days)


def nth_weekday(rule: str, year: int) -> date:
    """A weekday counted in a month or from a day of it, "3 mon 1" or "-1 mon 05", and perhaps days after that."""
    count, name, month, *shift = rule.split()
    weekday, number = WEEKDAYS[name], int(count)
    whole = spans.month(year, int(month[:2]))
    first = whole.first if "-" not in month else whole.first.replace(day=int(month[3:]))
    if number > 0:
        found = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))
    else:
        last = first - spans.DAY if "-" in month else whole.last
        found = last - timedelta(days=(last.weekday() - weekday) % 7 - 7 * (number + 1))
    return found + timedelta(days=int(shift[0]) if shift else 0)
