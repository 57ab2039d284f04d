"""A sentence as tokens, and as a string with one letter for the class of each token.

The rules are regular expressions over that string, a tenth as long as the sentence, so that a hundred of them cost
little, and none sees letters or spaces.
"""

from __future__ import annotations

import re
import string
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from newsline.dates import almanac
from newsline.dates.english.lexicon import LEXICON, Value

YEARS: Final = range(1000, 2101)
"""Four digits that may be a year."""
TOKEN: Final = re.compile(
    r"""
      (?P<word> o['’]clock\b | [ap]\.\s?m\b\.? | [ABab]\.\s?[CD]\.(?:\s?E\.)? | [^\W\d_]+ )
    | (?P<number> \d{1,3}(?:,\d{3})+(?:\.\d+)? | \d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])
        | \d+(?:[./:-]\d+)*(?:st|nd|rd|th|s)?(?![^\W\d_]) | \d+ )
    | (?P<mark> ['’]s\b | ['’]\d0s\b | ['’]\d\d\b(?!\S\d) | \S )
    """,
    re.VERBOSE,
)
MONEY: Final = frozenset("$£€¥#")
MARKS: Final = {
    ".": "dot", ",": "comma", "-": "hyphen", "–": "dash", "—": "dash", "'": "apos", "’": "apos", "'s": "poss",
    "’s": "poss", "(": "open", ")": "close", "/": "slash", "[": "open", "]": "close", "%": "percent",
}  # fmt: skip
ORDINAL: Final = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
DECADE: Final = re.compile(r"['’]?(\d0|[12]\d\d0)s")
SHORT_YEAR: Final = re.compile(r"['’](\d\d)")
CLOCK: Final = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)(?::([0-5]\d))?")
ISO: Final = re.compile(r"([12]\d\d\d)-([01]\d)-([0-3]\d)(T.*)?")
NUMERIC: Final = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)|([12]\d\d\d)([/.])(\d\d)\6(\d\d)")
YEAR_RUN: Final = re.compile(r"([12]\d\d\d)[-/](\d\d|[12]\d\d\d)")
FRACTION: Final = re.compile(r"([1-9])/([2-9])")
DAY_RUN: Final = re.compile(r"(\d\d?)-(\d\d?)")

_LETTERS: Final = string.ascii_letters + string.digits + "".join(map(chr, range(0xC0, 0x17F)))
OUTSIDE: Final = "_"
"""The letter of every token that no rule speaks of."""


NUMERIC_KINDS: Final = (
    "num", "int", "dec", "fraction", "year", "short_year", "nth", "tens_of", "clock", "iso", "numeric", "year_run",
    "day_run", "ampm", "holiday",
)  # fmt: skip
"""Classes of tokens that no word list gives."""
KINDS: Final = tuple(dict.fromkeys([*(kind for kind, _ in LEXICON.values()), *MARKS.values(), *NUMERIC_KINDS]))
_LETTER_OF: Final = dict(zip(KINDS, _LETTERS, strict=False))


def letter(kind: str) -> str:
    """The letter that stands for a class. Raises KeyError for a class that no token can have."""
    return _LETTER_OF[kind]


WORDS: Final = {word: (letter(kind), value) for word, (kind, value) in LEXICON.items()}
HOLIDAY: Final = letter("holiday")
MARK_LETTERS: Final = {mark: letter(kind) for mark, kind in MARKS.items()}


@dataclass(slots=True)
class Line:
    """A tokenised sentence: parallel lists, and `kinds` with one letter a token."""

    text: str
    kinds: str = ""
    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)

    def lower(self, index: int) -> str:
        """The word at an index in lower case; "" outside the sentence."""
        return self.words[index].lower() if 0 <= index < len(self.words) else ""

    def glued(self, index: int) -> bool:
        """Whether no space parts the token from the one before it."""
        return 0 < index < len(self.starts) and self.starts[index] == self.ends[index - 1]


@cache
def _holiday_names() -> dict[str, re.Pattern[str]]:
    """First word of a name of the almanac -> a pattern for all the names that begin with it, the longest first."""
    groups: dict[str, list[str]] = {}
    for name in sorted(almanac.names("en"), key=len, reverse=True):
        first = TOKEN.match(name)
        if first:
            groups.setdefault(first.group(), []).append(re.escape(name).replace(r"\ ", r"\s+"))
    return {first: re.compile(rf"(?:{'|'.join(found)})(?!\w)", re.IGNORECASE) for first, found in groups.items()}


def tokenise(text: str) -> Line:
    """The tokens of a sentence."""
    line = Line(text)
    kinds: list[str] = []
    holidays, position, money = _holiday_names(), 0, False
    for match in TOKEN.finditer(text):
        start, end = match.span()
        if start < position:
            continue
        word, group = match.group(), match.lastgroup
        lower = word.lower()
        if lower in holidays and not word[0].islower() and (named := holidays[lower].match(text, start)):
            end, word = named.end(), named.group()
            kind, value = HOLIDAY, almanac.lookup(word)
        elif group == "word":
            kind, value = WORDS.get(lower) or _abbreviation(lower)
        elif group == "mark":
            kind, value = _mark(word)
        else:
            kind, value = _number(word) if not money else (OUTSIDE, None)
        money = word in MONEY
        position = end
        kinds.append(kind)
        line.words.append(word)
        line.starts.append(start)
        line.ends.append(end)
        line.values.append(value)
    line.kinds = "".join(kinds)
    return line


def _abbreviation(lower: str) -> tuple[str, Value]:
    if "." not in lower and len(lower) > 3:
        return OUTSIDE, None
    squeezed = lower.replace(".", "").replace(" ", "")
    if squeezed in {"am", "pm"}:
        return letter("ampm"), squeezed
    if squeezed in {"bc", "bce", "ad"} and "." in lower:
        return letter("ad" if squeezed == "ad" else "bc"), squeezed
    return OUTSIDE, None


def _mark(word: str) -> tuple[str, Value]:
    if len(word) > 2 and (found := DECADE.fullmatch(word)):
        return letter("tens_of"), int(found[1])
    if found := SHORT_YEAR.fullmatch(word):
        return letter("short_year"), int(found[1])
    return MARK_LETTERS.get(word, OUTSIDE), None


def _number(word: str) -> tuple[str, Value]:
    """The class of a token that begins with a digit."""
    if word.isdigit():
        value = int(word[:9])
        if len(word) == 4 and value in YEARS:
            return letter("year"), value
        return (letter("num"), value) if len(word) <= 2 else (letter("int"), value)
    if found := ORDINAL.fullmatch(word):
        return letter("nth"), int(found[1])
    if found := DECADE.fullmatch(word):
        return letter("tens_of"), int(found[1])
    if CLOCK.fullmatch(word):
        return letter("clock"), word
    if ISO.fullmatch(word):
        return letter("iso"), word
    if NUMERIC.fullmatch(word):
        return letter("numeric"), word
    if YEAR_RUN.fullmatch(word):
        return letter("year_run"), word
    if found := FRACTION.fullmatch(word):
        return letter("fraction"), int(found[1]) / int(found[2])
    if DAY_RUN.fullmatch(word):
        return letter("day_run"), word
    plain = word.replace(",", "")
    if plain.replace(".", "", 1).isdigit():
        return letter("dec"), float(plain)
    return OUTSIDE, None
