"""English: a lexicon, rules over it, refiners, and the tense of the governing verb."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Final

from newsline.dates import almanac_rows
from newsline.dates.english import (
    clock,
    counted,
    days,
    duration,
    named,
    nested,
    numbered,
    periods,
    relative,
    sets,
    shifted,
    vague,
    weekdays,
    years,
)
from newsline.dates.english.classes import YEARS, letter
from newsline.dates.english.grammar import SEEN, Draft, Found, Rule
from newsline.dates.english.lexicon import LEXICON, words
from newsline.dates.english.numbers import merge
from newsline.dates.english.refine import refine
from newsline.dates.english.tense import tense_of
from newsline.dates.english.tokens import Line, tokenise
from newsline.dates.expression import RangeEnd
from newsline.dates.tense import Tense
from newsline.model import Sentence, TimeExpression

DATES: Final = (days, weekdays, named, periods, numbered, years, relative, nested, shifted, counted, vague)
THEMES: Final = (*DATES, clock, duration, sets)
"""Of two matches of the same length that of the earlier theme wins."""
RULES: Final[tuple[Rule, ...]] = tuple(rule for theme in THEMES for rule in theme.RULES)
WORDS: Final = re.compile(r"[a-z]+|[0-9]+")
APART: Final = bytes(ord(chr(code).lower()) if code < 128 and chr(code).isalnum() else ord(" ") for code in range(256))
"""Small letters and figures, and spaces for all else: parts the words of a sentence in a third of the time of a
pattern. Figures and letters that stand together stay so."""
FIGURES: Final = b"0123456789"
DIGITS: Final = re.compile(
    r"\d(?:0s\b|[QH]\b|[/:hH]\d|[.-]\d\d?[.-]\d|(?:st|nd|rd|th|hrs|mins|yrs)\b|\s?[apAP]\.?\s?[mM]\b)"
    r"|\b(?:at|from|until) \d\d?\.\d[05]\b|[QHY]\d|FY\s?['’]?\d|['’]\d\d|[AB]\.\s?[CD]\."
)
"""Dates and times in digits."""
PHRASES: Final = re.compile(r"\bM(?:ay|AY)\b|\b[Aa] while\b|\b(?:[Ff]irst|[Ss]econd|[Ll]atter)[- ]half\b")
"""Words that are too common to tell a time expression alone."""
COMMON: Final = words("may while half")
_COMMON: Final = frozenset(map(str.encode, COMMON))
TRIGGER_KINDS: Final = words(
    "month weekday wd season unit units part decade adverb today yesterday tomorrow tonight now noon "
    "midnight midunit workdays vague ago oclock future past while period weekdays unitlong bc ad zone moment term "
    "morrow current"
)


@cache
def triggers() -> frozenset[bytes]:
    """Words without one of which (or a date in digits) no sentence holds a time expression."""
    found = {word for word, (kind, _) in LEXICON.items() if kind in TRIGGER_KINDS} - COMMON
    found.update(str(number) for number in YEARS)
    found.update(words("th st nd rd pm clock nineteen eighteen seventeen yearend anniversary fiscal c ca circa"))
    for name in almanac_rows.names("en"):
        parts = WORDS.findall(name)
        letters = [part for part in parts if part.isalpha()]
        if letters and found.isdisjoint(parts):
            found.add(max(letters, key=len))  # the longest word is the rarest, as a rule
    return frozenset(word.encode() for word in found)


def may_hold(body: str, known: frozenset[bytes]) -> bool:
    """Whether a sentence can hold a time expression at all; `known` are the `triggers`."""
    plain = body.encode("ascii", "replace")
    found = plain.translate(APART).split()
    if not known.isdisjoint(found):
        return True
    if len(plain.translate(None, FIGURES)) < len(plain) and DIGITS.search(body):
        return True
    return not _COMMON.isdisjoint(found) and PHRASES.search(body) is not None


Match = Callable[[str, int], re.Match[str] | None]


@cache
def _indexed() -> dict[str, list[int]]:
    """The letters that a match begins with, or that it is -> the numbers of the rules that can begin so, in order."""
    index: dict[str, list[int]] = {}
    for number, rule in enumerate(RULES):
        for pair in rule.pairs:
            index.setdefault(pair, []).append(number)
    return index


class ByPair(dict[str, tuple[tuple[Match, Rule], ...]]):
    """Two letters of a sentence -> the rules that may match from there on, in order, compiled when first met."""

    def __missing__(self, pair: str) -> tuple[tuple[Match, Rule], ...]:
        index = _indexed()
        numbers = sorted({number for end in range(1, SEEN + 1) for number in index.get(pair[:end], ())})
        self[pair] = found = tuple((_compiled(RULES[number].source).match, RULES[number]) for number in numbers)
        return found


BY_PAIR: Final = ByPair()


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


def tag_sentences(text: str, sentences: Sequence[Sentence], date_order: str = "mdy") -> tuple[TimeExpression, ...]:
    """The time expressions of the sentences of a text, in order."""
    found: list[TimeExpression] = []
    known = triggers()
    for index, sentence in enumerate(sentences):
        body = sentence.text
        if not may_hold(body, known):
            continue
        line, tense, behind = tokenise(body), Tense.NONE, -1
        merge(line)
        for draft in refine(line, scan(line, date_order != "dmy")):
            first, last = draft.first or 0, draft.last or 0
            start, end = sentence.start + line.starts[first], sentence.start + line.end(last - 1)
            listed = first - 1 == behind and line.lower(behind) in {"and", "or"}  # "on Monday or Tuesday"
            if not listed and not isinstance(draft.meaning, RangeEnd):  # a run has one tense, and so has a list
                tense = tense_of(line, first, last)
            behind = last
            found.append(
                TimeExpression(start, end, text[start:end], draft.type, draft.meaning, tense, index, draft.mod)
            )
    return tuple(found)


def scan(line: Line, month_first: bool) -> list[Draft]:
    """The longest match at each place, from left to right; of equally long ones that of the earliest rule."""
    drafts: list[Draft] = []
    kinds, position = line.kinds, 0
    search = _starts().search
    while found := search(kinds, position):
        position = found.start()
        rules = BY_PAIR[kinds[position : position + SEEN]]
        draft = _best(line, rules, position, month_first) if rules else None
        if draft:
            drafts.append(draft)
        position = draft.last or position + 1 if draft else position + 1
    return drafts


NEAR: Final = 9
"""Tokens: the longest way from the beginning of a rule's match to its first time word ("at least the next two ...")."""
DIGIT_KINDS: Final = words(
    "year short_year nth tens_of clock iso iso_week numeric year_run month_year ampm holiday short_quarter ord "
    "fiscal adverb anniversary yearend once times half clock_run dec circa"
)


@cache
def _starts() -> re.Pattern[str]:
    """A token with which some rule may begin; one that is no time word itself only if a time word is near."""
    core = "".join(letter(kind) for kind in sorted(TRIGGER_KINDS | DIGIT_KINDS))
    weak = "".join(start for start in sorted({pair[0] for pair in _indexed()}) if start not in core)
    return re.compile(f"[{core}]|[{weak}](?=.{{0,{NEAR}}}[{core}])")


def _best(line: Line, rules: Sequence[tuple[Match, Rule]], position: int, month_first: bool) -> Draft | None:
    kinds = line.kinds
    matches = [(found, rule) for match, rule in rules if (found := match(kinds, position))]
    if len(matches) > 1:
        matches.sort(key=lambda pair: -pair[0].end())
    for match, rule in matches:
        draft = rule.build(Found(line, match, month_first))
        if draft:
            first = match.start() if draft.first is None else draft.first
            last = match.end() if draft.last is None else draft.last
            return Draft(draft.type, draft.meaning, draft.mod, first, last)
    return None
