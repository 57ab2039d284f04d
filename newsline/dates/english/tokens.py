"""A sentence as tokens, and as a string with one letter for the class of each token.

The rules are regular expressions over that string, a sixth as long as the sentence, so that a hundred of them cost
little, and none sees letters or spaces.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newsline.dates import almanac, almanac_rows
from newsline.dates.english.classes import NUMERIC_KINDS, OUTSIDE, Letters, classify, letter
from newsline.dates.english.lexicon import Value

TOKEN: Final = re.compile(
    r"""
    \s* (
      [a-zA-EG-Z][a-z]++(?![^\W\d_]) | (?!FY)[^\W\d_]{2,}+ | [,.](?=\s|$)  # the most frequent first
    | o['’]clock\b | (?:[QH][1-4]|[1-4][QH](?:[0-3]\d)?)(?:\b|(?=FY))
    | FY\s?['’]?(?:\d\d)?\d\d(?:[-–/](?:\d\d)?\d\d)?\b | [12]\d{3}-W[0-5]\d\b
    | [ap]\.\s?m\b\.? | [ABab]\.\s?[CD]\.(?:\s?E\.)? | [^\W\d_]+
    | \d{1,3}(?:,\d{3})+(?:\.\d+)?
    | \d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])
    | \d++(?:[./:-]\d++)*+(?:st|nd|rd|th|s)(?![^\W\d_]) | \d+(?:[:.]\d\d)?(?=(?:[ap]\.?m|hrs|mins|yrs)\b)
    | \d\d?[hH][0-5]\d\b | \d++(?:[./:-]\d++)*+(?![^\W\d_])
    | \d++(?:[./:-]\d++)*+[^\W\d_]++ | ['’]s\b | ['’]\d0s\b | ['’]\d\d\b(?!\S\d) | \S
    )
    """,
    re.VERBOSE,
)
HOLIDAY: Final = letter("holiday")
MONEY: Final = letter("money")
PRICE: Final = re.compile(f"(?<={MONEY})[{''.join(letter(kind) for kind in NUMERIC_KINDS)}]")
CAPITALS: Final = frozenset({"May", "Open"})
_LETTERS: Final = Letters()


class Line:
    """A tokenised sentence: parallel lists, and `kinds` with one letter a token."""

    __slots__ = ("_lowered", "_starts", "kinds", "text", "values", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[str] = TOKEN.findall(text)
        self.kinds = "".join(map(_LETTERS.__getitem__, self.words))
        self.values: dict[int, Value] = {}
        """Values that do not follow from the token alone."""
        self._starts: list[int] = []
        self._lowered: list[str] = []

    @property
    def starts(self) -> list[int]:
        """Where each token begins in the sentence."""
        if not self._starts:
            find, at = self.text.index, 0
            for word in self.words:  # nothing but white space lies between two tokens
                start = find(word, at)
                self._starts.append(start)
                at = start + len(word)
        return self._starts

    def end(self, index: int) -> int:
        """Where a token ends in the sentence."""
        return self.starts[index] + len(self.words[index])

    @property
    def lowered(self) -> list[str]:
        """The words in lower case, but for "May", which is a month where "may" is a verb, and "Open", a contest."""
        if not self._lowered:
            self._lowered = [word.lower() if word not in CAPITALS else word for word in self.words]
        return self._lowered

    def lower(self, index: int) -> str:
        """The word at an index in lower case; "" outside the sentence."""
        return self.words[index].lower() if 0 <= index < len(self.words) else ""

    def value(self, index: int) -> Value:
        """What the token at an index means: a number, a unit, the key of a feast."""
        return self.values[index] if index in self.values else classify(self.words[index])[1]

    def glued(self, index: int) -> bool:
        """Whether no space parts the token from the one before it."""
        return 0 < index < len(self.words) and self.starts[index] == self.end(index - 1)

    def join(self, first: int, last: int, kind: str, value: Value) -> None:
        """Make the tokens from `first` to `last` (excluded) one token of a class."""
        start = self.starts[first]
        self.words[first:last] = [self.text[start : self.end(last - 1)]]
        self._starts[first:last] = [start]
        self._lowered = []
        self.kinds = self.kinds[:first] + kind + self.kinds[last:]
        shorter = last - first - 1
        self.values = {index - shorter if index >= last else index: kept for index, kept in self.values.items()}
        self.values[first] = value


Names = dict[str, tuple[tuple[str, ...], ...]]
"""First word of a name, as it may be written -> the words of all names that begin so, longest first."""


def _plain(words: list[str]) -> tuple[str, ...]:
    return tuple(word.lower().replace("’", "'") for word in words)


@cache
def _holiday_names() -> Names:
    groups: dict[str, list[tuple[str, ...]]] = {}
    for name in almanac_rows.names("en"):
        if "’" in name:  # the same tokens as with a straight apostrophe
            continue
        words = tuple(TOKEN.findall(name))
        for form in {words[0].capitalize(), words[0].upper()}:
            groups.setdefault(form, []).append(words)
    return {form: tuple(sorted(found, key=len, reverse=True)) for form, found in groups.items()}


def tokenise(text: str) -> Line:
    """The tokens of a sentence; names of the almanac are one token each, and prices are no numbers."""
    line = Line(text)
    if MONEY in line.kinds:
        line.kinds = PRICE.sub(OUTSIDE, line.kinds)
    names = _holiday_names()
    if not names.keys().isdisjoint(line.words):
        _join_names(line, names)
    return line


def _join_names(line: Line, names: Names) -> None:
    index = 0
    while index < len(line.words):
        for name in names.get(line.words[index], ()):
            last = index + len(name)
            if _plain(line.words[index:last]) != name:
                continue
            key = almanac.lookup(line.text[line.starts[index] : line.end(last - 1)])
            if key:
                line.join(index, last, HOLIDAY, key)
                break
        index += 1
