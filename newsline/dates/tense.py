"""The tense of the clause around a time expression."""

from __future__ import annotations

from enum import StrEnum


class Tense(StrEnum):
    """The direction that the verb governing an expression gives."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    NONE = "none"
