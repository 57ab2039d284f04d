"""Amounts of time between an event and the article: "two and a half years ago", "three months after she sank".

An amount with the event that it is counted from bounds the day of publication, once that event has a date: from the
almanac, from the same text or from another article of the folder.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from newsline.analysis import Analysis
from newsline.dates import expression as ex
from newsline.dates import units
from newsline.dates.english.lexicon import NUMBERS, ORDINALS, UNITS
from newsline.dates.tense import Tense
from newsline.dates.units import Unit
from newsline.late import late
from newsline.model import SentenceKind
from newsline.publication.layout import Found

LEAD = 3
"""Sentences of the body in which an amount "after" an event is mostly counted from the news of the day; further down it
tells of something else that came later. Chosen: the lead and what supports it."""
LAG = 2
"""Days by which the news that an amount leads up to may lie before publication (the rest of the lead does, in T17)."""
FEW = 4
"""Days and nights up to which people count exactly."""
SLACK = {Unit.DAY: 1, Unit.NIGHT: 1, Unit.WEEK: 4, Unit.FORTNIGHT: 5, Unit.MONTH: 16, Unit.YEAR: 120, Unit.DECADE: 1500}
"""Days by which a round amount of a unit may be off, to each side. Chosen: half a unit, a third of a year."""
PART = 0.12
"""The same as a part of the amount, where that is more: large amounts are rounder. Chosen."""
VAGUE = {Unit.DAY: (2, 6), Unit.NIGHT: (2, 6), Unit.WEEK: (10, 50), Unit.MONTH: (55, 330)}
"""What "days", "weeks" and "months" without a number come to, in days. Chosen."""
DAYS_IN = {Unit.MONTH: 30.44, Unit.YEAR: 365.25}
"""Mean length in days."""
HALF_YEARS = 18
"""Months from which a multiple of six is told in half years: "two and a half years"."""

_AFTER = re.compile(
    r"(?P<exact> to the (?:day|hour|minute))?[ \n](?P<how>after|since|on from|into|following|from)\b[ \n]"
)
_BEFORE = re.compile(r"[ \n](?:before|ahead of|until|to)\b[ \n]")
COMPARED = 12
"""Characters before an amount in which it is compared with."""
_COMPARED = re.compile(r"\b(?:than|from|with|against|versus)[ \n]$")
"""Before "a year ago", if it is no time since the event: "19 percent more than a year ago"."""
_EXACT = re.compile(r"(?:exactly|precisely)\b", re.I)
_RETURN = late(
    r"(?:the|its|their|his|her|a|an) (?:(?P<nth>[a-z-]+|\d{1,3}(?:st|nd|rd|th)|\d{1,3})(?:[ -]year)? )?"
    r"(?:\w+ )?anniversary\b(?: (?:of|since))? ?",
    re.I,
)
"""The return of an event, not the event itself: "two days before the second anniversary of the flood"."""
_CLAUSE_END = re.compile(r"[,;:.!?)]|\s[–—-]\s|$")
_CLAUSE_BEGIN = late(r"[,;:(]|\b(?:since|when|after|before|that|which|who|because|where|as)\b")
_ORDINAL = late(
    r"\b(?:its|their|the|his|her) (?P<count>[a-z-]+|\d{1,4}(?:st|nd|rd|th)) "
    r"(?P<unit>day|week|month|year)(?P<of> of(?: the| a| an)?\b| since\b| after\b)?",
    re.I,
)
_PRESENT = late(r"\b(?:now|already|is|are|has|have|enter(?:s|ed|ing)|go(?:es)? into)\b[^.;]{0,40}$", re.I)
_COMES = re.compile(
    r"\b(?:comes?|coming)(?: (?:just|only|barely|less than|more than|nearly|almost|about|some|a mere))? $"
)
COMES = 24
"""Characters in which that stands: "comes less than "."""
NEARLY, OVER = frozenset({"LESS_THAN", "EQUAL_OR_LESS"}), frozenset({"MORE_THAN", "EQUAL_OR_MORE"})


class Amount(Struct, frozen=True):
    """How many days lie between an event and the day of publication, at least and at most."""

    least: int
    most: int
    """Below zero where the event is still to come."""
    phrase: str
    start: int
    clause: tuple[int, int]
    """Offsets of the words that tell the event."""
    sentence: int


def find(analysis: Analysis, found: Sequence[Found]) -> list[Amount]:
    """The amounts of a text that are counted to its day of publication, in order."""
    leading = lead(analysis)
    amounts: list[Amount] = []
    for item in found:
        match item.expression.meaning:
            case ex.Ago(count=count, unit=unit):
                amounts += _ago(analysis, item, count, unit)
            case ex.Duration(parts=((count, unit),), anchored=None):
                if item.expression.sentence in leading or _is_news(analysis.article.text, item.expression.start):
                    amounts += _counted(analysis, item, count, unit)
    amounts += _ordinals(analysis, leading)
    return sorted(amounts, key=lambda amount: amount.start)


def _is_news(text: str, start: int) -> bool:
    """Whether what an amount counts from is the news of the day, wherever it stands: "The vote comes days before"."""
    return _COMES.search(text, max(0, start - COMES), start) is not None


def lead(analysis: Analysis) -> frozenset[int]:
    """The headline and the first sentences of the body, by index."""
    body = [index for index, one in enumerate(analysis.sentences) if one.kind is SentenceKind.BODY][:LEAD]
    titles = [index for index, one in enumerate(analysis.sentences) if one.kind is SentenceKind.TITLE]
    return frozenset((*titles, *body))


def _ago(analysis: Analysis, item: Found, count: int, unit: Unit) -> Iterator[Amount]:
    if not 0 <= item.expression.sentence < len(analysis.sentences) or item.expression.tense is Tense.FUTURE:
        return
    if _COMPARED.search(analysis.article.text, max(0, item.expression.start - COMPARED), item.expression.start):
        return
    limits = bounds(count, unit, item.expression.mod)
    begin, end = analysis.sentences[item.expression.sentence].start, item.expression.start
    borders = [match.end() for match in _CLAUSE_BEGIN.finditer(analysis.article.text, begin, end)]
    start = next((border for border in reversed(borders) if end - border > MIN_CLAUSE), begin)
    if limits and end > start:
        yield Amount(*limits, item.phrase, item.expression.start, (start, end), item.expression.sentence)


MIN_CLAUSE = 12
"""Characters of the shortest clause that can tell an event."""


def _counted(analysis: Analysis, item: Found, count: float | None, unit: Unit) -> Iterator[Amount]:
    """Amounts "after", "since", "into" or "before" something that the words behind them tell."""
    text, expression = analysis.article.text, item.expression
    after, before = _AFTER.match(text, expression.end), _BEFORE.match(text, expression.end)
    match = after or before
    if match is None:
        return
    exact = after is not None and after["exact"] is not None
    exact = exact or _EXACT.search(text, max(0, expression.start - 12), expression.end) is not None
    limits = bounds(count, unit, expression.mod, exact)
    end = _CLAUSE_END.search(text, match.end())
    if limits is None or end is None:
        return
    least, most = (limits[0], limits[1] + LAG) if after else (-limits[1], -limits[0] + LAG)
    begin = match.end()
    if later := _RETURN.match(text, begin):
        years = _years(later["nth"])
        if years is None:
            return
        least, most, begin = least + math.floor(365.25 * years), most + math.ceil(365.25 * years), later.end()
    phrase = f"“{' '.join(text[expression.start : match.end()].split())} …”"
    yield Amount(least, most, phrase, expression.start, (begin, end.start()), expression.sentence)


def _ordinals(analysis: Analysis, leading: frozenset[int]) -> Iterator[Amount]:
    """Such as "now in its third year", "on the 100th day of the strike"."""
    text = analysis.article.text
    for index in sorted(leading):
        sentence = analysis.sentences[index]
        for match in _ORDINAL.finditer(text, sentence.start, sentence.end):
            count, unit = _ordinal(match["count"].lower()), UNITS[match["unit"].lower()]
            if count is None:
                continue
            if not match["of"] and not _PRESENT.search(text, max(sentence.start, match.start() - 60), match.start()):
                continue
            days = units.APPROXIMATE_DAYS[unit]
            least, most = (count - 1) * days, count * days + LAG
            clause = _clause_behind(text, match, sentence.end) if match["of"] else (sentence.start, match.start())
            yield Amount(least, most, f"“{match[0]}”", match.start(), clause, index)


def _ordinal(word: str) -> int | None:
    """Which one a word in small letters says: "third", "21st"."""
    if word[:1].isdigit():
        return int(re.sub(r"\D", "", word))
    return 2 if word == "second" else ORDINALS.get(word)


def _years(said: str | None) -> int | None:
    """How many years an anniversary is of: "second", "10th", "two-year"; None where nothing says so."""
    word = (said or "").lower().removesuffix("-year")
    return _ordinal(word) or NUMBERS.get(word)


def _clause_behind(text: str, match: re.Match[str], last: int) -> tuple[int, int]:
    end = _CLAUSE_END.search(text, match.end())
    return match.end(), min(last, end.start()) if end else last


def bounds(count: float | None, unit: Unit, mod: str | None = None, exact: bool = False) -> tuple[int, int] | None:
    """The fewest and the most days that an amount may come to; None for units of the clock and vague years."""
    if count is None:
        return VAGUE.get(unit)
    if unit is Unit.MONTH and count >= HALF_YEARS and count % 6 == 0:
        count, unit = count / 12, Unit.YEAR
    if unit not in SLACK:
        return None
    days = round(
        count * (365.25 if unit is Unit.YEAR else 30.44 if unit is Unit.MONTH else units.APPROXIMATE_DAYS[unit])
    )
    if exact:
        return days - 1, days + 1
    slack = 0 if SLACK[unit] == 1 and count <= FEW else max(SLACK[unit], round(PART * days))
    if mod in NEARLY:
        return days - 2 * slack, days
    if mod in OVER:
        return days, days + 2 * slack
    return days - slack, days + slack
