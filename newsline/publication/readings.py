"""What the articles of a small folder count from, and what each says of it: "a month since the blast"."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from newsline.analysis import Analysis
from newsline.dates import expression as ex
from newsline.dates import units
from newsline.dates.english.lexicon import ORDINALS
from newsline.dates.tense import Tense
from newsline.dates.units import Unit
from newsline.late import late
from newsline.publication import amounts, evidence, sayings
from newsline.publication.counts import Count, Named, Reading
from newsline.publication.layout import PROSE, Found

HOLDS, ANNIVERSARY, LESS = 0.85, 0.9, 0.5
"""How often a count is from the happening: one that names it; an anniversary; one that is told to the day and names
something else ("six months on Sunday since the water came"). Chosen."""
NEAR = 60
"""Characters between a count and the date from which it is counted back: "on Thursday, two days after"."""
FARTHER = 150
"""The same for an anniversary."""
LONGEST = 36525
"""Days that a count may come to: a century."""
WORDS = 2
"""Words behind "after the" in which the happening is named."""
SEASON = 20
"""Days before and after an anniversary in which it is spoken of."""
LEAD = 3
"""Sentences of the body that tell the news of the day: "two days after the blast" in a later one tells of the past."""
NAMED, ALONE, AHEAD = 4.0, 1.0, 0.25
"""Weights of a day of the year in a sentence that names the happening, and in another; and the factor for one to come.
Chosen."""

LONG = 12
"""Characters that "exactly" takes."""

_FROM = re.compile(r"(?P<day> on [A-Z][a-z]+day)?[ \n](?:after|since|on from|into|following)\b[ \n]")
_EXACT = re.compile(r"\b(?:exactly|precisely)[ \n]\Z", re.I)
_END = re.compile(r"[,;:.!?)]|\s[–—-]\s|$")
_ORDINAL = late(r"\b(?P<count>[a-z-]+|\d(?:st|nd|rd|th)|10th)[ \n]anniversary\b", re.I)
_OF = re.compile(r"(?P<word>\w+) of(?: the)? \Z")
_DEFINITE = re.compile(rf"the(?:[ \n][A-Za-z-]+){{1,{WORDS}}}")
_PLURAL = re.compile(r"[^s]s$")
_TOKEN = re.compile(r"\w+")


class _Raw(Struct, frozen=True):
    """A count before it is known what is counted from."""

    count: Count
    terms: frozenset[str]
    to: Named | None
    """The date to which is counted, where it is a day of the year."""


def read(analyses: Sequence[Analysis], found: Sequence[Sequence[Found]]) -> list[Reading]:
    """What each article says of the happening that the folder counts from; an empty list where there is none."""
    raw = [list(_counted(*pair)) for pair in zip(analyses, found, strict=True)]
    term = _happening(raw, analyses, found)
    if term is None:
        return []
    readings = [_reading(term, *three) for three in zip(raw, analyses, found, strict=True)]
    return readings if sum(one.tells for one in readings) >= LEAST else []


LEAST = 2
"""Articles that must count from a happening."""


def _happening(
    raw: Sequence[Sequence[_Raw]], analyses: Sequence[Analysis], found: Sequence[Sequence[Found]]
) -> str | None:
    """The word, or sort of happening, from which most articles count; else one that most of them name."""
    dated = [set(_dated_words(*pair)) for pair in zip(analyses, found, strict=True)]
    if sum(bool(counts or words) for counts, words in zip(raw, dated, strict=True)) < LEAST:
        return None
    holders: Counter[str] = Counter()
    for counts, words in zip(raw, dated, strict=True):
        holders.update(words.union(*(one.terms for one in counts)))
    everywhere: Counter[str] = Counter()
    for analysis in analyses if holders else ():
        everywhere.update(_terms(analysis.article.text, None))
    fit = [term for term in holders if holders[term] >= LEAST or 2 * everywhere[term] > len(analyses)]
    return min(fit, key=lambda term: (-holders[term], -everywhere[term], term), default=None)


def _dated_words(analysis: Analysis, items: Sequence[Found]) -> Iterator[str]:
    """What stands before "of 4 May"."""
    text = analysis.article.text
    for item in items:
        start = item.expression.start
        match = _OF.search(text, max(0, start - NEAR), start) if _monthday(item) else None
        if match:
            yield from _terms(match["word"], None)


def _once(clause: str) -> frozenset[str]:
    """What happened once, by the words that name it: "the blast", but not "the protests" or "they had come"."""
    match = _DEFINITE.match(clause)
    words = [] if match is None else [word for word in match[0].split()[1:] if not _PLURAL.search(word)]
    return _terms(" ".join(words), WORDS)


def _terms(text: str, most: int | None) -> frozenset[str]:
    """The words of a stretch and their sorts of happenings, countries and names left out."""
    words = _TOKEN.findall(text)[:most]
    return frozenset(key for key in sayings.features(" ".join(words)) if key[:2] in {"w:", "c:"})


def _reading(term: str, raw: Sequence[_Raw], analysis: Analysis, items: Sequence[Found]) -> Reading:
    reading = Reading()
    counted_to = set()
    for one in raw:
        count, named = one.count, term in one.terms
        if named and one.to is not None:
            counted_to.add((one.to.month, one.to.day))
            back = count.number * units.APPROXIMATE_DAYS[count.unit]
            for days in sorted({math.floor(back), math.ceil(back)}) if count.slack <= 1 else ():
                reading.named.append(replace(one.to, weight=NAMED, back=days))
        elif one.to is None and (named or count.holds == ANNIVERSARY):
            reading.counts.append(count)
        elif one.to is None and not count.slack and count.unit in {Unit.MONTH, Unit.YEAR}:
            reading.counts.append(replace(count, holds=LESS))
    reading.tells = bool(reading.counts or reading.named) or term in set(_dated_words(analysis, items))
    for item in items:
        date_named = _monthday(item)
        day = _named(item, Count(item.phrase, 0, Unit.DAY, 0, LESS))
        tells = (date_named or day) and term in _around(analysis, item)
        if date_named and item.zone == "dateline":
            reading.dateline = date_named
        elif date_named and item.zone in PROSE and (date_named.month, date_named.day) not in counted_to:
            weight = (NAMED if tells else ALONE) * (AHEAD if item.expression.tense is Tense.FUTURE else 1.0)
            reading.named.append(replace(date_named, weight=weight))
        elif tells and item.zone in PROSE and item.place < LEAD and item.expression.tense is Tense.PAST:
            reading.weekdays += [day] if day and day.weekday is not None else []
    return reading


def _around(analysis: Analysis, item: Found) -> frozenset[str]:
    """The words of the sentence in which an expression stands."""
    if not 0 <= item.expression.sentence < len(analysis.sentences):
        return frozenset()
    sentence = analysis.sentences[item.expression.sentence]
    return _terms(analysis.article.text[sentence.start : sentence.end], None)


def _monthday(item: Found) -> Named | None:
    plain = evidence.core(item.expression.meaning)
    if isinstance(plain, ex.Dated):
        plain = evidence.core(plain.inner)
    match plain:
        case ex.Bare(repeating=ex.MonthDay(month=month, day=number)):
            return Named(month, number, None, ALONE)
        case ex.Fixed(span=span) if span.is_day:
            return Named(span.first.month, span.first.day, span.first.year, ALONE)
    return None


def _counted(analysis: Analysis, items: Sequence[Found]) -> Iterator[_Raw]:
    """All counts of a text, whatever they are from."""
    text = analysis.article.text
    for item in items:
        match evidence.core(item.expression.meaning):
            case ex.Duration(parts=((float() | int() as number, unit),), anchored=None):
                yield from _after(analysis, items, item, number, unit)
    for index, sentence in enumerate(analysis.sentences if "nniversary" in text else ()):
        for match in _ORDINAL.finditer(text, sentence.start, sentence.end):
            word = match["count"].lower()
            number = 2 if word == "second" else ORDINALS.get(word) or int(re.sub(r"\D", "", word) or 0)
            if not number:
                continue
            count = Count(f"“{match[0]}”", number, Unit.YEAR, 0, ANNIVERSARY)
            told = _anchored(items, index, match.span(), frozenset(), count)
            yield replace(told, count=replace(count, slack=SEASON)) if told.count is count else told


def _after(analysis: Analysis, items: Sequence[Found], item: Found, number: float, unit: Unit) -> Iterator[_Raw]:
    """A count "after", "since" or "into" what the words behind it name."""
    text, expression = analysis.article.text, item.expression
    behind = _FROM.match(text, expression.end)
    end = _END.search(text, behind.end()) if behind else None
    if behind is None or end is None:
        return
    exact = (
        behind["day"] is not None or _EXACT.search(text, max(0, expression.start - LONG), expression.start) is not None
    )
    limits = amounts.bounds(number, unit, expression.mod, exact)
    if limits is not None and limits[1] <= LONGEST:
        slack = 0 if exact else (limits[1] - limits[0]) // 2
        phrase = f"“{' '.join(text[expression.start : behind.end()].split())} …”"
        terms = _once(text[behind.end() : end.start()])
        place = expression.start, expression.end
        told = _anchored(items, expression.sentence, place, terms, Count(phrase, number, unit, slack, HOLDS))
        if told.to is not None or unit is not Unit.DAY or item.place < LEAD:
            yield told


def _anchored(
    items: Sequence[Found], sentence: int, place: tuple[int, int], terms: frozenset[str], count: Count
) -> _Raw:
    """A count with the date to which it is counted, the nearest in its sentence."""
    farthest = FARTHER if count.holds == ANNIVERSARY else NEAR
    near: list[tuple[int, Count | Named]] = []
    for item in items:
        if item.expression.sentence == sentence and item.zone in PROSE:
            apart = max(item.expression.start - place[1], place[0] - item.expression.end)
            to = _monthday(item) or _named(item, count)
            if 0 <= apart <= farthest and to is not None:
                near.append((apart, to))
    nearest = min(near, key=lambda pair: pair[0])[1] if near else count
    return _Raw(count, terms, nearest) if isinstance(nearest, Named) else _Raw(nearest, terms, None)


def _named(item: Found, count: Count) -> Count | None:
    """The count, with the day of the week, or from publication, that an expression names."""
    tense = item.expression.tense
    ahead = True if item.ahead or tense is Tense.FUTURE else False if tense is Tense.PAST else None
    match evidence.core(item.expression.meaning):
        case ex.Bare(repeating=ex.Weekday(number=number)) if "day" in item.phrase.lower():
            return replace(count, weekday=number, ahead=ahead)
        case ex.This(of=Unit.DAY) if "to" in item.expression.text.lower():
            return replace(count, shift=0)
        case ex.Next(of=Unit.DAY):
            return replace(count, shift=1)
        case ex.Last(of=Unit.DAY):
            return replace(count, shift=-1)
    return None
