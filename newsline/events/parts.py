"""A part of a sentence that tells an event of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from newsline.events.nominal import RECENT
from newsline.events.wording import Slice
from newsline.model import TimeExpression

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsline.events.moved import Place

DAY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\b")
"""A day of the month, which no month or year by itself has."""


class Told(Struct, frozen=True):
    """A unit of a sentence that tells an event: the clause of its verb, the slice for print, what dates it."""

    clause: int
    slice: Slice
    expression: TimeExpression | None
    nominal: bool = False
    shared: bool = False
    """It shares the verb of its clause: "arrested a woman on Thursday and a man on Saturday"."""


def names_day(expression: TimeExpression) -> bool:
    """As "Friday", "last night", "4 May"; no month, year or week."""
    text = expression.text.lower()
    return DAY.search(text) is not None or not RECENT.isdisjoint(text.split())


def is_deictic(expression: TimeExpression) -> bool:
    """Whether a word counts from the day of speaking: in a quotation that is not the article's day."""
    return expression.text.lower() in ("today", "yesterday", "tomorrow", "tonight", "today and yesterday")


def foreign(placed: Sequence[Place], own: TimeExpression | None) -> list[int]:
    """The tokens at which other dates begin."""
    return [first for expression, first, _ in placed if expression is not own]
