"""German: a lexicon, rules over it, and the tense of the governing verb. A language is a folder like this one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from msgspec.structs import replace

from newsline.dates.expression import AtTime, PartOf, Since, Until
from newsline.dates.german import absolute, amounts, relative
from newsline.dates.german import lexicon as words
from newsline.dates.german.grammar import Draft, Rule, placed, signals
from newsline.dates.german.tense import tense_of
from newsline.model import Sentence, TimeExpression, TimexType

RULES: Final[tuple[Rule, ...]] = (*absolute.RULES, *relative.RULES, *amounts.RULES)
BEFORE: Final = 40
"""Characters before an expression in which "Ende des" or "seit dem" stand."""
PART: Final = re.compile(
    r"\b(?P<p>anfang|beginn|mitte|ende)\s+(?:de[rs]\s+|diese[rs]\s+)?$|\b(?:im\s+|den\s+)?(?P<a>frühen|späten)\s+$",
    re.I,
)
SINCE: Final = re.compile(r"\bseit\s+(?:de[mnr]\s+)?$", re.I)
UNTIL: Final = re.compile(r"\bbis\s+(?:zu[mr]\s+)?$", re.I)
JOINT: Final = re.compile(r",?\s+(?:(?:um|gegen|ab|kurz\s+(?:vor|nach))\s+)?")


def tag_sentences(text: str, sentences: Sequence[Sentence], date_order: str = "dmy") -> tuple[TimeExpression, ...]:
    """The time expressions of the sentences of a text, in order. German dates are always day first."""
    del date_order
    found: list[TimeExpression] = []
    for index, sentence in enumerate(sentences):
        body = sentence.text
        for draft in join_times(body, choose(candidates(body))):
            whole = with_bounds(body, with_part(body, draft))
            start, end = sentence.start + whole.start, sentence.start + whole.end
            tense = tense_of(body, whole.start, whole.end)
            found.append(
                TimeExpression(start, end, text[start:end], whole.type, whole.meaning, tense, index, whole.mod)
            )
    return tuple(found)


def candidates(body: str) -> list[Draft]:
    """Every match of every rule that means something, by rule."""
    found: list[Draft] = []
    present = signals(body)
    for rule in RULES:
        if rule.needs.isdisjoint(present):
            continue
        for match in rule.pattern.finditer(body):
            draft = rule.build(match)
            if draft:
                found.append(draft if draft.start >= 0 else placed(draft, match))
    return found


def choose(drafts: Iterable[Draft]) -> list[Draft]:
    """From left to right the longest match at each place; of equal ones that of the earlier rule."""
    chosen: list[Draft] = []
    for draft in sorted(drafts, key=lambda draft: (draft.start, -draft.end)):
        if not chosen or draft.start >= chosen[-1].end:
            chosen.append(draft)
    return chosen


def join_times(body: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Joins "am Montag" and "um 15 Uhr": the clock time of the day before it."""
    joined: list[Draft] = []
    for draft in drafts:
        before = joined[-1] if joined else None
        meaning = draft.meaning
        if (
            before
            and isinstance(meaning, AtTime)
            and meaning.suffix[1:2].isdigit()
            and before.type in {TimexType.DATE, TimexType.TIME}
            and JOINT.fullmatch(body, before.end, draft.start)
        ):
            day = before.meaning.inner if isinstance(before.meaning, AtTime) else before.meaning
            joined[-1] = replace(draft, meaning=AtTime(day, meaning.suffix), start=before.start)
        else:
            joined.append(draft)
    return joined


def with_part(body: str, draft: Draft) -> Draft:
    """A part of a period: "Ende August", "Anfang des Jahres", "Mitte 2024"."""
    if draft.type is not TimexType.DATE or draft.mod:
        return draft
    match = PART.search(body, max(0, draft.start - BEFORE), draft.start)
    if match is None:
        return draft
    name = match["p"]
    part = words.PARTS[name.lower()] if name else words.ADJECTIVE_PARTS[match["a"].lower()]
    start = match.start("p") if name else match.start("a")
    return replace(draft, meaning=PartOf(draft.meaning, part), mod=part, start=start)


def with_bounds(body: str, draft: Draft) -> Draft:
    """Bounds, "seit August", "bis Freitag": the preposition is no part of the expression, but of its meaning."""
    if draft.type not in {TimexType.DATE, TimexType.TIME}:
        return draft
    begin = max(0, draft.start - BEFORE)
    if SINCE.search(body, begin, draft.start):
        return replace(draft, meaning=Since(draft.meaning))
    if UNTIL.search(body, begin, draft.start):
        return replace(draft, meaning=Until(draft.meaning))
    return draft
