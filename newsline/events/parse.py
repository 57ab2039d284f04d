"""One sentence, tokenised and split into clauses."""

from __future__ import annotations

from newsline.events.clauses import Clause
from newsline.events.defects import unprintable
from newsline.events.tokens import Tokens


class Parse:
    """A sentence with its tokens and clauses."""

    __slots__ = ("_defects", "clauses", "tokens")

    def __init__(self, tokens: Tokens, clauses: list[Clause]) -> None:
        self.tokens = tokens
        self.clauses = clauses
        self._defects: dict[tuple[int, int], str | None] = {}

    def unprintable(self, first: int, end: int) -> str | None:
        """As `defects.unprintable`, for tokens of this sentence; the units of a sentence ask for the same lines."""
        if (first, end) not in self._defects:
            self._defects[first, end] = unprintable(self.tokens, self.clauses, first, end)
        return self._defects[first, end]
