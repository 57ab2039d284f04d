"""TIMEX3 (TimeML 1.2.1): the `value` of an expression, given the date that it was resolved to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from newsline.dates.amounts import UNKNOWN_DAY
from newsline.dates.expression import (
    AtTime,
    Bare,
    Between,
    Duration,
    Expression,
    Fixed,
    Foretold,
    Holiday,
    InStory,
    Month,
    MonthDay,
    PartOf,
    Quarter,
    Repeated,
    Season,
    Since,
    Unit,
    Until,
    Vague,
    Weekday,
    WeekOfYear,
    walk,
)
from newsline.dates.span import Precision, Span

SEASONS: Final = {12: "WI", 3: "SP", 6: "SU", 9: "FA"}
SEASON_NAMES: Final = {"winter": "WI", "spring": "SP", "summer": "SU", "autumn": "FA"}
LONGEST_MONTH: Final = 31
UNITS: Final = {
    Unit.SECOND: "S", Unit.MINUTE: "M", Unit.HOUR: "H", Unit.NIGHT: "NI", Unit.DAY: "D", Unit.WEEKEND: "WE",
    Unit.WEEK: "W", Unit.FORTNIGHT: "W", Unit.MONTH: "M", Unit.QUARTER: "Q", Unit.SEASON: "S", Unit.HALF: "H",
    Unit.YEAR: "Y", Unit.DECADE: "DE", Unit.CENTURY: "CE", Unit.MILLENNIUM: "ML",
}  # fmt: skip
AS_OTHER: Final = {
    Unit.FORTNIGHT: (2, "W"),
    Unit.DECADE: (10, "Y"),
    Unit.CENTURY: (100, "Y"),
    Unit.MILLENNIUM: (1000, "Y"),
}
"""Counted decades are written as years ("P20Y"), as TimeBank has them."""


def value(expression: Expression, span: Span | None) -> str:
    """The TIMEX3 value: of the span if there is one, else what is known without it ("XXXX-08")."""
    if isinstance(expression, Since | Until | PartOf):
        return value(expression.inner, span)
    if isinstance(expression, Vague):
        return expression.value
    if isinstance(expression, Duration):
        return duration(expression.parts)
    if isinstance(expression, Repeated):
        return expression.every
    if span is None or span.members:
        return _unknown(expression)
    if span.precision is Precision.MONTH and span.days > LONGEST_MONTH:
        name = next((part.name for part in walk(expression) if isinstance(part, Season) and part.southern), None)
        if name:
            return f"{span.first.year:04}-{SEASON_NAMES[name]}"
    if isinstance(expression, Between) and isinstance(expression.first, Fixed):
        return of_span(expression.first.span)
    if isinstance(expression, Between) and _is_day(expression.first) and span.precision is not Precision.DAY:
        return span.first.isoformat()  # "from 23 April to mid-June"
    if isinstance(expression, Between) and isinstance(expression.first, AtTime) and not span.time:
        return of_span(span) + expression.first.suffix  # a run of days has no time of its own; its first day has
    return of_span(span)


def _is_day(expression: Expression) -> bool:
    return isinstance(expression, Bare) and isinstance(expression.repeating, MonthDay | Weekday)


def of_span(span: Span) -> str:
    """The TIMEX3 value of a span; that of its first unit if it is a run of several."""
    first = span.first
    match span.precision:
        case Precision.CENTURY:
            return f"{first.year // 100:02}"
        case Precision.DECADE:
            return f"{first.year // 10:03}"
        case Precision.YEAR:
            return f"{first.year:04}"
        case Precision.HALF:
            return f"{first.year:04}-H{1 if first.month < 7 else 2}"
        case Precision.SEASON:
            return f"{first.year:04}-{_season(first.month)}"
        case Precision.QUARTER:
            return f"{first.year:04}-Q{(first.month + 2) // 3}"
        case Precision.MONTH:
            return f"{first.year:04}-{first.month:02}"
        case Precision.WEEK:
            year, week, _ = first.isocalendar()
            return f"{year:04}-W{week:02}" + ("-WE" if span.days == 2 and not span.part else "")
        case _:
            return f"{first.year:04}-{first.month:02}-{first.day:02}{span.time or ''}"


def _season(month: int) -> str:
    """The season that a month belongs to."""
    return SEASONS[month % 12 // 3 * 3 or 12]


def _unknown(expression: Expression) -> str:
    """What the words alone tell, X for the rest."""
    time = next((part.suffix for part in walk(expression) if isinstance(part, AtTime)), "")
    for part in walk(expression):
        if isinstance(part, InStory | Foretold):
            part = Bare(part.repeating)
        match part:
            case Bare(Month(number)):
                return f"XXXX-{number:02}"
            case Bare(MonthDay(month, number)):
                return f"XXXX-{month:02}-{number:02}{time}"
            case Bare(Weekday(number)):
                return f"XXXX-WXX-{number + 1}{time}"
            case Bare(WeekOfYear(number)):
                return f"XXXX-W{number:02}"
            case Bare(Season(name)):
                return f"XXXX-{SEASON_NAMES[name]}"
            case Bare(Quarter(number)):
                return f"XXXX-Q{number}"
            case Bare(Holiday()):
                return UNKNOWN_DAY
    return UNKNOWN_DAY + time


PARTS_OF: Final = {Unit.YEAR: (12, "M"), Unit.HOUR: (60, "M"), Unit.MINUTE: (60, "S")}
"""What a fraction of a unit is told in: a year and a half is "P1Y6M"."""


def duration(parts: Iterable[tuple[float | None, Unit]]) -> str:
    """A duration: "P3W", "PT2H", "P1Y6M", "PXD" where the number is not told."""
    dates, times = "", ""
    for count, unit in parts:
        factor, name = AS_OTHER.get(unit, (1, UNITS[unit])) if count is not None else (1, UNITS[unit])
        number, rest = "X" if count is None else _number(count * factor), ""
        if count is not None and unit in PARTS_OF and count % 1:
            size, smaller = PARTS_OF[unit]
            whole, part = divmod(count, 1)
            number, rest = _number(whole), _number(round(part * size)) + smaller
        text = (number + name if number != "0" else "") + rest
        dates, times = (dates, times + text) if unit.is_clock else (dates + text, times)
    return "P" + dates + ("T" + times if times else "")


def _number(count: float) -> str:
    return str(int(count)) if count == int(count) else f"{count:g}"
