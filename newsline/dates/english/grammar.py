"""How a rule is written: a pattern over classes of tokens, and a function that says what a match means.

A pattern is a line of class names with the operators of regular expressions, `m:month dot? d:(num|nth)`: a name is a
token of that class, `label:name` or `label:(a|b)` gives the token a name for the function.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from msgspec import Struct

from newsline.dates.english.classes import letter
from newsline.dates.english.lexicon import Value
from newsline.dates.english.tokens import Line
from newsline.dates.expression import Expression
from newsline.model import TimexType

PIECE: Final = re.compile(r"\s*(?:(\w+):)?(?:(\w+)|(\()|([)|?*+]))")


class Draft(Struct, frozen=True):
    """What a match means. `first` and `last` narrow the match to these tokens (the last one excluded)."""

    type: TimexType
    meaning: Expression
    mod: str | None = None
    first: int | None = None
    last: int | None = None


class Found(Struct, frozen=True):
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


class Rule(Struct, frozen=True):
    """A way of saying a date."""

    name: str
    source: str
    """A regular expression over letters, compiled when a match is first likely: most texts need few rules."""
    pairs: frozenset[str]
    """The two letters with which a match can begin, or the one letter that it is."""
    build: Build


class Rules(list[Rule]):
    """The rules of one theme, in order; of two matches of the same length the earlier rule's wins."""

    def add(self, *patterns: str) -> Callable[[Build], Build]:
        """Register a function for some patterns."""

        def register(build: Build) -> Build:
            for text in patterns:
                source, pairs = compile_pattern(text)
                self.append(Rule(build.__name__, source, pairs, build))
            return build

        return register


def compile_pattern(text: str) -> tuple[str, frozenset[str]]:
    """A pattern as a regular expression over letters, and the first letters that a match can have."""
    pieces = PIECE.findall(text)
    source, position, pairs = _alternatives(pieces, 0)
    if position != len(pieces):
        raise ValueError(f"unbalanced pattern: {text}")
    return source, pairs


Pieces = Sequence[tuple[str, ...]]
EMPTY: Final = frozenset({""})
SEEN: Final = 3
"""Letters of a match's beginning by which its rule is found: with three, few rules are tried in vain."""


def _then(first: frozenset[str], second: frozenset[str]) -> frozenset[str]:
    """The beginnings of what begins as the first and goes on as the second."""
    if first == EMPTY:
        return second
    short = [start for start in first if len(start) < SEEN]
    if not short:
        return first
    return first.difference(short).union([(start + more)[:SEEN] for start in short for more in second])


def _alternatives(pieces: Pieces, position: int) -> tuple[str, int, frozenset[str]]:
    sources: list[str] = []
    pairs = frozenset[str]()
    while True:
        source, position, branch = _sequence(pieces, position)
        sources.append(source)
        pairs |= branch
        if position < len(pieces) and pieces[position][3] == "|":
            position += 1
            continue
        return _either(sources), position, pairs


def _either(sources: Sequence[str]) -> str:
    """One of several; of single letters a class of them, which is compiled in half of the time."""
    if len(sources) > 1 and all(len(source) == 1 for source in sources):
        return f"[{''.join(sources)}]"
    return "|".join(sources)


def _is_one(source: str) -> bool:
    """Whether a source matches one letter, and may be repeated without brackets around it."""
    return len(source) == 1 or (source[0] == "[" and source.find("]") == len(source) - 1)


def _sequence(pieces: Pieces, position: int) -> tuple[str, int, frozenset[str]]:
    source, pairs = "", EMPTY
    while position < len(pieces) and pieces[position][3] not in {"|", ")"}:
        label, name, opening, _ = pieces[position]
        if opening:
            inner, position, own = _alternatives(pieces, position + 1)
            piece = f"(?P<{label}>{inner})" if label else inner if _is_one(inner) else f"(?:{inner})"
        else:
            single = letter(name)
            piece, own = (f"(?P<{label}>{single})" if label else single), frozenset(single)
        position += 1
        if position < len(pieces) and pieces[position][3] in {"?", "*", "+"}:
            mark = pieces[position][3]
            own = own if mark == "?" else own | _then(own, own)
            own = own if mark == "+" else own | EMPTY
            piece += mark
            position += 1
        source += piece
        pairs = _then(pairs, own)
    return source, position, pairs
