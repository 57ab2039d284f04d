"""The order of a chronology."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from newsline.dates.span import Precision, Span
from newsline.model import Event

BEGINS = {"TMO": 5.0, "TDT": 6.0, "TMI": 12.0, "TAF": 13.0, "TEV": 18.0, "TNI": 21.0}
"""The hour from which an event of a part of the day is sorted in: a morning before what happened at 6 o'clock."""
WHOLE_DAY = -1.0
"""An event of the day comes before those of an hour."""
_CLOCK = re.compile(r"T(\d\d)(?::(\d\d))?")


def key(event: Event) -> tuple[date, int, float, int, date, float, str]:
    """First day, then coarse before fine ("2024" before "January 2024" before 1 January), time of day, last day.

    What is still equal goes by importance, then by id, so that the order is total.
    """
    span = event.span
    coarse = min(span.precision, Precision.DAY)
    return span.first, coarse, hour(span), span.precision, span.last, -event.score, event.id


def hour(span: Span) -> float:
    """The hour of the day at which a span begins; below 0 where none is told."""
    clock = _CLOCK.match(span.time or "")
    if clock:
        return int(clock[1]) + int(clock[2] or 0) / 60
    return BEGINS.get(span.time or "", WHOLE_DAY)


def ordered(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events in the order of a chronology."""
    return tuple(sorted(events, key=key))
