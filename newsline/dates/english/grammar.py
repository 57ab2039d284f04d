"""How a rule is written: a pattern over classes of tokens, and a function that says what a match means.

A pattern is a line of class names with the operators of regular expressions, `m:month dot? d:(num|nth)`: a name is a
token of that class, `label:name` or `label:(a|b)` gives the token a name for the function.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from newsline.dates.english.classes import letter
from newsline.dates.english.lexicon import Value
from newsline.dates.english.tokens import Line
from newsline.dates.expression import Expression
from newsline.model import TimexType

PIECE: Final = re.compile(r"\s*(?:(\w+):)?(?:(\w+)|(\()|([)|?*+]))")


@dataclass(frozen=True, slots=True)
class Draft:
    """What a match means. `first` and `last` narrow the match to these tokens (the last one excluded)."""

    type: TimexType
    meaning: Expression
    mod: str | None = None
    first: int | None = None
    last: int | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A match of a rule, as its function sees it."""

    line: Line
    match: re.Match[str]
    month_first: bool = True

    @property
    def first(self) -> int:
        return self.match.start()

    @property
    def last(self) -> int:
        """Index behind the last token."""
        return self.match.end()

    def at(self, label: str) -> int:
        """Index of the labelled token, or -1."""
        return self.match.start(label) if label in self.match.re.groupindex else -1

    def value(self, label: str) -> Value:
        index = self.at(label)
        return self.line.value(index) if index >= 0 else None

    def number(self, label: str) -> int:
        """The labelled token's value as a whole number; 0 if it is not there."""
        value = self.value(label)
        return int(value) if isinstance(value, int | float) else 0

    def word(self, label: str) -> str:
        """The labelled token in lower case; "" if it is not there."""
        return self.line.lower(self.at(label))

    def before(self, count: int = 1) -> str:
        """The `count`th word before the match, in lower case; "" before the sentence."""
        return self.line.lower(self.match.start() - count)

    def after(self, count: int = 1) -> str:
        """The `count`th word after the match, in lower case; "" behind the sentence."""
        return self.line.lower(self.match.end() + count - 1)

    def cased(self, index: int) -> str:
        """The word at an index as it is written; "" outside the sentence."""
        return self.line.words[index] if 0 <= index < len(self.line.words) else ""


Build = Callable[[Found], Draft | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A way of saying a date."""

    name: str
    source: str
    """A regular expression over letters, compiled when a match is first likely: most texts need few rules."""
    starts: frozenset[str]
    """The letters with which a match can begin."""
    build: Build


class Rules(list[Rule]):
    """The rules of one theme, in order; of two matches of the same length the earlier rule's wins."""

    def add(self, *patterns: str) -> Callable[[Build], Build]:
        """Register a function for some patterns."""

        def register(build: Build) -> Build:
            for text in patterns:
                source, starts = compile_pattern(text)
                self.append(Rule(build.__name__, source, starts, build))
            return build

        return register


def compile_pattern(text: str) -> tuple[str, frozenset[str]]:
    """A pattern as a regular expression over letters, and the letters with which a match can begin."""
    pieces = [match.groups() for match in PIECE.finditer(text)]
    source, position, (_, starts) = _alternatives(pieces, 0)
    if position != len(pieces):
        raise ValueError(f"unbalanced pattern: {text}")
    return source, starts


Pieces = Sequence[tuple[str | None, ...]]
Starts = tuple[bool, frozenset[str]]
"""Whether it may be empty, and the letters it may begin with."""


def _alternatives(pieces: Pieces, position: int) -> tuple[str, int, Starts]:
    sources: list[str] = []
    empty, starts = False, frozenset[str]()
    while True:
        source, position, (branch_empty, branch_starts) = _sequence(pieces, position)
        sources.append(source)
        empty, starts = empty or branch_empty, starts | branch_starts
        if position < len(pieces) and pieces[position][3] == "|":
            position += 1
            continue
        return "|".join(sources), position, (empty, starts)


def _sequence(pieces: Pieces, position: int) -> tuple[str, int, Starts]:
    source, empty, starts = "", True, frozenset[str]()
    while position < len(pieces) and pieces[position][3] not in {"|", ")"}:
        label, name, opening, _ = pieces[position]
        if opening:
            inner, position, (piece_empty, piece_starts) = _alternatives(pieces, position + 1)
            piece = f"(?P<{label}>{inner})" if label else f"(?:{inner})"
        else:
            single = letter(name or "")
            piece, piece_empty, piece_starts = (f"(?P<{label}>{single})" if label else single), False, frozenset(single)
        position += 1
        if position < len(pieces) and pieces[position][3] in {"?", "*", "+"}:
            piece_empty = piece_empty or pieces[position][3] != "+"
            piece += pieces[position][3] or ""
            position += 1
        source += piece
        starts |= piece_starts if empty else frozenset()
        empty = empty and piece_empty
    return source, position, (empty, starts)
