"""The class of a token: a word by the lexicon, a number or a mark by its shape. A class is written as one letter."""

from __future__ import annotations

import re
from typing import Final

from newsline.dates.english.lexicon import LEXICON, Value

YEARS: Final = range(1000, 2101)
"""Four digits that may be a year."""
MARKS: Final = {
    ".": "dot", ",": "comma", "-": "hyphen", "–": "dash", "—": "dash", "'": "apos", "’": "apos", "'s": "poss",
    "’s": "poss", "(": "open", ")": "close", "/": "slash", "[": "open", "]": "close", "%": "percent",
    "$": "money", "£": "money", "€": "money", "¥": "money", "#": "money",
}  # fmt: skip
NUMERIC_KINDS: Final = (
    "num", "int", "dec", "fraction", "year", "short_year", "nth", "tens_of", "clock", "iso", "numeric", "year_run",
    "day_run", "short_quarter", "month_year", "iso_week", "clock_run", "slashed",
)  # fmt: skip
"""Classes of tokens that no word list gives."""
KINDS: Final = tuple(
    dict.fromkeys([*(kind for kind, _ in LEXICON.values()), *MARKS.values(), *NUMERIC_KINDS, "ampm", "holiday"])
)
_LETTERS: Final = "".join(chr(one) for one in range(0x180) if chr(one).isalnum() or one > 0xA0)
"""Most are among the first 256 characters: a set with others takes ten times as long to compile."""
_LETTER_OF: Final = dict(zip(KINDS, _LETTERS, strict=False))
OUTSIDE: Final = "_"
"""The letter of every token that no rule speaks of."""
REMEMBERED: Final = 1 << 16
"""Different tokens kept with their class: more than the words of a newspaper in a year take a few megabytes."""

ORDINAL: Final = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
DECADE: Final = re.compile(r"['’]?(\d0|[12]\d\d0)s")
SHORT_YEAR: Final = re.compile(r"['’](\d\d)")
CLOCK: Final = re.compile(r"([01]?\d|2[0-4])[:hH]([0-5]\d)(?::([0-5]\d))?")
ISO: Final = re.compile(r"([12]\d\d\d)-([01]\d)-([0-3]\d)(T.*)?")
NUMERIC: Final = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)|([12]\d\d\d)([/.])(\d\d)\6(\d\d)")
YEAR_RUN: Final = re.compile(r"([12]\d\d\d)[-/](\d\d|[12]\d\d\d)")
FRACTION: Final = re.compile(r"([1-9])/([2-9])")
SHORT_QUARTER: Final = re.compile(r"[QH][1-4]|[1-4][QH](?:\d\d)?|FY\s?['’]?(?:\d\d)?\d\d(?:[-–/](?:\d\d)?\d\d)?")
DAY_RUN: Final = re.compile(r"(\d\d?)-(\d\d?)")
CLOCK_RUN: Final = re.compile(
    r"(?:[01]?\d|2[0-4]):[0-5]\d-(?:[01]?\d|2[0-4]):[0-5]\d|(?:0?[1-9]|1[0-2])(?:[:.][0-5]\d)?-\d\d?(?:[:.][0-5]\d)?[ap]m"
)
SLASHED: Final = re.compile(r"(\d\d?)/(\d\d?)")
MONTH_YEAR: Final = re.compile(r"(?:0?[1-9]|1[0-2])/[12]\d\d\d")
ISO_WEEK: Final = re.compile(r"[12]\d\d\d-W[0-5]\d")
SHAPES: Final = (
    (CLOCK, "clock"),
    (ISO, "iso"),
    (NUMERIC, "numeric"),
    (YEAR_RUN, "year_run"),
    (DAY_RUN, "day_run"),
    (CLOCK_RUN, "clock_run"),
    (MONTH_YEAR, "month_year"),
    (ISO_WEEK, "iso_week"),
)
"""Shapes of numbers whose value is their text."""


def letter(kind: str) -> str:
    """The letter that stands for a class. Raises KeyError for a class that no token can have."""
    return _LETTER_OF[kind]


def classify(token: str) -> tuple[str, Value]:
    """The letter of a token's class, and its value."""
    lower = token.lower()
    known = LEXICON.get(lower)
    if known:
        return letter(known[0]), known[1]
    if token.isalpha():
        return (letter("ampm"), lower) if lower in {"am", "pm"} else (OUTSIDE, None)
    if SHORT_QUARTER.fullmatch(token):
        return letter("short_quarter"), token
    if token[0].isdecimal():
        return _number(token)
    if token in MARKS:
        return letter(MARKS[token]), None
    if token[0].isalpha():
        return _abbreviation(lower)
    if len(token) > 2 and (found := DECADE.fullmatch(token)):
        return letter("tens_of"), int(found[1])
    if found := SHORT_YEAR.fullmatch(token):
        return letter("short_year"), int(found[1])
    return OUTSIDE, None


def _abbreviation(lower: str) -> tuple[str, Value]:
    squeezed = lower.replace(".", "").replace(" ", "")
    if squeezed in {"am", "pm"}:
        return letter("ampm"), squeezed
    if squeezed in {"bc", "bce", "ad"} and "." in lower:
        return letter("ad" if squeezed == "ad" else "bc"), squeezed
    return OUTSIDE, None


def _number(token: str) -> tuple[str, Value]:
    if token.isdecimal():
        value = int(token[:9])
        if len(token) == 4 and value in YEARS:
            return letter("year"), value
        return (letter("num"), value) if len(token) <= 2 else (letter("int"), value)
    if found := ORDINAL.fullmatch(token):
        return letter("nth"), int(found[1])
    if found := DECADE.fullmatch(token):
        return letter("tens_of"), int(found[1])
    for shape, kind in SHAPES:
        if shape.fullmatch(token):
            return letter(kind), token
    if found := FRACTION.fullmatch(token):
        return letter("fraction"), int(found[1]) / int(found[2])
    if SLASHED.fullmatch(token):
        return letter("slashed"), token
    plain = token.replace(",", "")
    if plain.replace(".", "", 1).isdecimal():
        return letter("dec"), float(plain)
    return OUTSIDE, None


class Letters(dict[str, str]):
    """Token -> letter, remembered: most tokens of a text have been met before."""

    def __missing__(self, token: str) -> str:
        found = classify(token)[0]
        if len(self) < REMEMBERED:
            self[token] = found
        return found
