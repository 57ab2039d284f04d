"""The order of a chronology."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from newsline.model import Event


def key(event: Event) -> tuple[date, int, str, date, float, str]:
    """First day, then coarse before fine ("2024" before "January 2024" before 1 January), time of day, last day.

    What is still equal goes by importance, then by id, so that the order is total.
    """
    span = event.span
    return span.first, span.precision, span.time or "", span.last, -event.score, event.id


def ordered(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events in the order of a chronology."""
    return tuple(sorted(events, key=key))
