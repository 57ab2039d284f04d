"""The clauses of a sentence: which verb, which kind, and where each begins and ends (`events.splitting` finds them).

Clauses are runs of tokens that cover the sentence without gaps, in order.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class ClauseKind(StrEnum):
    """How a clause hangs in its sentence."""

    MAIN = "main"
    LEAD = "lead"
    """A phrase without a finite verb before the main clause: "On Sunday night,"."""
    SUB = "subordinate"
    RELATIVE = "relative"
    PARTICIPLE = "participle"
    COORDINATE = "coordinate"
    """After "and", "or", "but"; with a subject of its own or without."""
    CONTENT = "content"
    """What is said: after "said that", after a speech verb alone, or a quotation after one."""
    REPORT = "report"
    """", officials said on Sunday": who says so, after what is said."""
    RESUMED = "resumed"
    """The rest of the main clause after a relative or participle in its middle."""
    PHRASE = "phrase"
    """A run without a finite verb behind the main clause."""


TELLING = frozenset({ClauseKind.MAIN, ClauseKind.RESUMED})


class Clause(Struct):
    """A run of tokens of a sentence, the end excluded."""

    kind: ClauseKind
    first: int
    end: int
    body: int
    """The first token behind the word that opens the clause ("after", "which", "and")."""
    verb: int
    """The first word of its finite verb group; -1 if it has none."""
    subject: bool = False
    """Whether something stands before the verb that may be its subject."""
