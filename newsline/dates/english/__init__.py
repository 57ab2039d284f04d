"""English: a lexicon, rules over it, refiners, and the tense of the governing verb."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Final

from newsline.dates import almanac
from newsline.dates.english import (
    clock,
    counted,
    days,
    duration,
    nested,
    numbered,
    periods,
    relative,
    shifted,
    vague,
    years,
)
from newsline.dates.english.classes import YEARS, letter
from newsline.dates.english.grammar import Draft, Found, Rule
from newsline.dates.english.lexicon import LEXICON, words
from newsline.dates.english.numbers import merge
from newsline.dates.english.refine import refine
from newsline.dates.english.tense import tense_of
from newsline.dates.english.tokens import Line, tokenise
from newsline.model import Sentence, TimeExpression

THEMES: Final = (days, periods, numbered, years, relative, nested, shifted, counted, vague, clock, duration)
"""Of two matches of the same length that of the earlier theme wins."""
RULES: Final[tuple[Rule, ...]] = tuple(rule for theme in THEMES for rule in theme.RULES)
WORD: Final = re.compile(r"[a-z]+|\d+")
DIGITS: Final = re.compile(r"\d0s\b|\d[QH]\b|[QHY]\d|[AB]\.\s?[CD]\.|\d[/:.h-]\d|\b[apAP]\.\s?[mM]\b|['’]\d\d")
LABEL: Final = re.compile(r"\(\?P<\w+>")
TRIGGER_KINDS: Final = words(
    "month weekday wd season unit units part decade adverb today yesterday tomorrow tonight now noon "
    "midnight vague ago oclock future past while period weekdays unitlong bc ad zone moment term"
)


@cache
def triggers() -> frozenset[str]:
    """Words without one of which (or a date in digits) no sentence holds a time expression."""
    found = {word for word, (kind, _) in LEXICON.items() if kind in TRIGGER_KINDS}
    found.update(str(number) for number in YEARS)
    found.update(words("th st nd rd pm am nineteen eighteen seventeen yearend anniversary"))
    for name in almanac.names("en"):
        parts = WORD.findall(name)
        if found.isdisjoint(parts):
            found.add(max(parts, key=len))  # the longest word is the rarest, as a rule
    return frozenset(found)


Match = Callable[[str, int], re.Match[str] | None]


@cache
def starts() -> frozenset[str]:
    """The letters with which a match of some rule may begin."""
    return frozenset(start for rule in RULES for start in rule.starts)


@cache
def any_rule(start: str) -> Match | None:
    """Matches where any of the rules may that can begin with a letter; None if there are none."""
    sources = [LABEL.sub("(?:", rule.source) for rule in RULES if start in rule.starts]
    return re.compile("|".join(f"(?:{source})" for source in sources)).match if sources else None


@cache
def rules_from(start: str) -> tuple[tuple[Match, Rule], ...]:
    """The rules that can begin with a letter, compiled, in order."""
    return tuple((_compiled(rule.source).match, rule) for rule in RULES if start in rule.starts)


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


def tag_sentences(text: str, sentences: Sequence[Sentence], date_order: str = "mdy") -> tuple[TimeExpression, ...]:
    """The time expressions of the sentences of a text, in order."""
    found: list[TimeExpression] = []
    known = triggers()
    for index, sentence in enumerate(sentences):
        body = sentence.text
        if known.isdisjoint(WORD.findall(body.lower())) and not DIGITS.search(body):
            continue
        line = tokenise(body)
        merge(line)
        for draft in refine(line, scan(line, date_order != "dmy")):
            first, last = draft.first or 0, draft.last or 0
            start, end = sentence.start + line.starts[first], sentence.start + line.ends[last - 1]
            tense = tense_of(line, first, last)
            found.append(
                TimeExpression(start, end, text[start:end], draft.type, draft.meaning, tense, index, draft.mod)
            )
    return tuple(found)


def scan(line: Line, month_first: bool) -> list[Draft]:
    """The longest match at each place, from left to right; of equally long ones that of the earliest rule."""
    drafts: list[Draft] = []
    kinds, position = line.kinds, 0
    candidates = _starts()
    while found := candidates.search(kinds, position):
        position = found.start()
        start = found.group()
        either = any_rule(start)
        draft = _best(line, rules_from(start), position, month_first) if either and either(kinds, position) else None
        if draft:
            drafts.append(draft)
        position = draft.last or position + 1 if draft else position + 1
    return drafts


NEAR: Final = 9
"""Tokens: the longest way from the beginning of a rule's match to its first time word ("at least the next two ...")."""
DIGIT_KINDS: Final = words(
    "year short_year nth tens_of clock iso iso_week numeric year_run month_year ampm holiday short_quarter ord "
    "fiscal adverb anniversary yearend once times half"
)


@cache
def _starts() -> re.Pattern[str]:
    """A token with which some rule may begin; one that is no time word itself only if a time word is near."""
    core = "".join(letter(kind) for kind in sorted(TRIGGER_KINDS | DIGIT_KINDS))
    weak = "".join(start for start in sorted(starts()) if start not in core)
    return re.compile(f"[{core}]|[{weak}](?=.{{0,{NEAR}}}[{core}])")


def _best(line: Line, rules: Sequence[tuple[Match, Rule]], position: int, month_first: bool) -> Draft | None:
    kinds = line.kinds
    matches = [(found, rule) for match, rule in rules if (found := match(kinds, position))]
    matches.sort(key=lambda pair: -pair[0].end())
    for match, rule in matches:
        draft = rule.build(Found(line, match, month_first))
        if draft:
            first = match.start() if draft.first is None else draft.first
            last = match.end() if draft.last is None else draft.last
            return Draft(draft.type, draft.meaning, draft.mod, first, last)
    return None
