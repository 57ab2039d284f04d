"""Expressions of time that are no dates: how long, how often, and the vague past, present and future."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from newsline.dates import span as spans
from newsline.dates import units
from newsline.dates.meaning import Anchor, Expression
from newsline.dates.span import Span
from newsline.dates.units import Unit

UNKNOWN_DAY: Final = "XXXX-XX-XX"
"""The TIMEX3 value of a day of which nothing is known."""


class Vague(Expression, frozen=True):
    """No date at all: "PAST_REF" ("recently"), "PRESENT_REF" ("now"), "FUTURE_REF" ("soon")."""

    value: str


class Duration(Expression, frozen=True):
    """Such as "two years and a half", "several weeks": amounts by unit, None where the number is not told.

    `anchored` says where it lies: "past" ("the last 24 hours"), "next", or None.
    """

    parts: tuple[tuple[float | None, Unit], ...]
    anchored: str | None = None

    def bounds(self, anchor: Anchor) -> tuple[Span, Span] | None:
        """The days on which an anchored duration begins and ends, where the amount is told."""
        if self.anchored is None or anchor.day is None:
            return None
        sign, other = (-1 if self.anchored == "past" else 1), anchor.day
        try:
            for count, unit in self.parts:
                if count is None:
                    return None
                other = units.add(other, unit, sign * count) if not unit.is_clock else _hours(other, unit, sign * count)
        except (OverflowError, ValueError):
            return None
        first, last = sorted((anchor.day, other))
        return spans.day(first), spans.day(last)


def _hours(day: date, unit: Unit, count: float) -> date:
    """The last 24 hours of a day began on the day before: hours are counted from its middle, rounded outward."""
    days = units.add(day, unit, abs(count)) - day
    begun = days if days else timedelta(0)
    return day - begun if count < 0 else day + begun


class Repeated(Expression, frozen=True):
    """A set: "every Monday", "twice a week"; `every` is its TIMEX3 value."""

    every: str
    quant: str | None = None
    freq: str | None = None
