"""How long ago the subject of a large folder began: "45 days into the strike", "Day 12", "a month after the blast".

A folder on one subject mostly names one day more than any other: the day on which it began. Articles then count from
it. How often the counts of a kind do is learned from the folder itself, by expectation maximisation over what the
articles' days are believed to be: in a folder whose articles do not count from such a day, the counts say nothing.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from newsline.dates import expression as ex
from newsline.dates.describe import describe
from newsline.dates.span import day
from newsline.dates.units import Unit
from newsline.late import late
from newsline.model import Evidence
from newsline.publication import evidence
from newsline.publication.days import Days
from newsline.publication.density import Density
from newsline.publication.layout import Found

if TYPE_CHECKING:
    from newsline.publication.days import Reals

LEAST_SHARE, LEAST_ARTICLES = 0.08, 10
"""Part, and number, of the articles that must name the day from which others may count."""
NEAREST, FARTHEST = 4.0, 400.0
"""Days that a count may come to: below, too much else is counted so; above, years are, and say too little."""
FOLLOWED = 0.1
"""Part of the articles that must follow the day, for a year to be the one in which it was."""
RELATED, RELATED_ARTICLES = 0.1, 20.0
"""How often a count is from that day before the folder tells, and the counts that this belief is worth: chosen; in four
topics of T17 it is .05 to .5 by kind."""
ROUNDS = 8
"""Rounds of expectation maximisation; the shares settle in about five."""
LENGTHS = {Unit.DAY: 1.0, Unit.WEEK: 7.0, Unit.MONTH: 30.44}
"""Days of a unit."""
WHOLE = 0.15
"""Part of a week or month by which a count lags behind: "two months" is said until the third is near. Chosen."""
EARLY, LATE = (0.35, 0.03, 0.7), (0.5, 0.05, 1.0)
"""Spread in days before and after what a count says: a part of its unit, a part of the count, and some days. Chosen."""
REACH = 3.0
"""Spreads from the centre at which a count ends."""
MOST = 50.0
"""How much likelier a count makes a day at most."""
TRUST = 0.5
"""Power of what the counts of an article say: they repeat each other and what its neighbours say. With 1, the mode is
within a day for a fiftieth less of T17's articles."""
TOLD = 0.2
"""Nats that the counts must gain to be given as a reason."""

_NTH = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
)
_ORDINALS = {word: number for number, word in enumerate(_NTH.split(), 1)}
_NUMBERED = late(
    rf"\b(?:[Dd]ay (?P<day>\d{{1,3}})|(?:(?P<figure>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>{'|'.join(_ORDINALS)}))"
    r"[ -](?:consecutive |straight )?(?P<unit>day|week|month))\b"
)
_PLACE = re.compile(r"[ -](?:day|week|month)\b|[Dd]ay \d")
"""Where such a count may end: quicker to find."""
_LONGEST, _DIGITS = 30, 3
"""Characters before such a place with which a count may begin, and behind it that may belong to its figure."""
_FROM = re.compile(r"[ -](?:after|since|into|of|old)\b")


class Count(Struct, frozen=True):
    """A count of days, weeks or months that may be from the day on which the folder's subject began."""

    phrase: str
    days: float
    unit: Unit
    kind: str
    """"from" ("five weeks after", "Day 12"), "ago", or "plain" ("for five weeks")."""


class _Shape(Struct, frozen=True):
    """How much likelier than at random an article was published on each day from `first` on; on others, not at all."""

    first: int
    ratios: Reals

    def at(self, days: Days) -> tuple[slice, Reals]:
        """Those of some days that it speaks of, and the ratio of each."""
        begin, end = days.dates.searchsorted([self.first, self.first + len(self.ratios)])
        return slice(begin, end), self.ratios[days.dates[begin:end] - self.first]


class _Start(Struct, frozen=True):
    """A day from which the counts may be."""

    day: date
    shapes: Mapping[tuple[float, Unit], _Shape]
    related: Mapping[str, float]
    """How often the counts of a kind and unit are from it."""
    gained: float
    """How much better the counts fit the articles' days than if they were from nowhere, in nats."""


class Elapsed:
    """The counts of a folder's articles, and the day from which they may count."""

    def __init__(self, texts: Sequence[str], found: Sequence[Sequence[Found]]) -> None:
        named = Counter(pair for items in found for pair in set(map(_yearly, items)) if pair)
        top = min(named, key=lambda pair: (-named[pair], pair), default=(0, 0))
        self._begun = top if named[top] >= max(LEAST_ARTICLES, LEAST_SHARE * len(texts)) else None
        self._counts = [tuple(_counts(*pair)) if self._begun else () for pair in zip(texts, found, strict=True)]
        self._start: _Start | None = None

    @property
    def since(self) -> date | None:
        """The day from which the articles count."""
        return self._start.day if self._start else None

    def weigh(self, own: Sequence[Days | None], beliefs: Sequence[Days | None], density: Density) -> list[Days | None]:
        """The articles' own distributions with what their counts say, given what is believed by now."""
        starts = [self._from(one, beliefs, density) for one in self._starts(density)]
        best = max(starts, key=lambda start: (start.gained, start.day), default=None)
        if best is None or best.gained <= 0:
            return list(own)
        self._start = best
        return [
            _weighed(days, _ratios(counts, best, days)) if days and counts else days
            for days, counts in zip(own, self._counts, strict=True)
        ]

    def reasons(self, index: int, days: Days) -> list[Evidence]:
        """What an article's counts say for its days, in words."""
        if self._start is None or not self._counts[index]:
            return []
        gained = math.log(float(days.shares @ _ratios(self._counts[index], self._start, days)) or 1.0)
        if gained < TOLD:
            return []
        phrases = list(dict.fromkeys(count.phrase for count in self._counts[index]))
        begun = describe(day(self._start.day))
        text = f"{' and '.join(phrases[:2])}: it may count from {begun}, which much of the folder names"
        return [Evidence(text, round(gained, 2))]

    def _starts(self, density: Density) -> Iterator[date]:
        """The day from which is counted, in each year after which articles lie."""
        for year in range(density.years.start - 1, density.years.stop) if self._begun else ():
            start = _on(year, self._begun or (0, 0))
            if start and density.within(start.toordinal(), FARTHEST) >= FOLLOWED * density.total:
                yield start

    def _from(self, start: date, beliefs: Sequence[Days | None], density: Density) -> _Start:
        """How the counts fit if they are from a day: how often those of each kind are, and what that gains."""
        lengths = {(count.days, count.unit) for counts in self._counts for count in counts}
        shapes = {pair: _shape(*pair, start.toordinal(), density) for pair in lengths}
        fits: dict[str, list[float]] = {}
        for counts, belief in zip(self._counts, beliefs, strict=True):
            if not belief:
                continue
            for count in counts:
                there, ratios = shapes[count.days, count.unit].at(belief)
                fits.setdefault(_sort(count), []).append(float(belief.shares[there] @ ratios))
        related = {sort: _share(values) for sort, values in fits.items()}
        gained = math.fsum(math.log(1 - related[sort] + related[sort] * fit) for sort in fits for fit in fits[sort])
        return _Start(start, shapes, related, gained)


def _yearly(item: Found) -> tuple[int, int] | None:
    """The month and day of a date in the prose."""
    match evidence.core(item.expression.meaning):
        case ex.Bare(repeating=ex.MonthDay() as yearly) | ex.Dated(inner=ex.Bare(repeating=ex.MonthDay() as yearly)):
            return yearly.month, yearly.day
        case ex.Fixed(span=span) if span.is_day:
            return span.first.month, span.first.day
    return None


def _counts(text: str, found: Sequence[Found]) -> Iterator[Count]:
    """The counts of one article, each once."""
    seen: set[tuple[float, Unit, str]] = set()
    for count in (*_tagged(text, found), *_numbered(text)):
        key = (count.days, count.unit, count.kind)
        if NEAREST <= count.days <= FARTHEST and key not in seen:
            seen.add(key)
            yield count


def _tagged(text: str, found: Sequence[Found]) -> Iterator[Count]:
    """The counts among the time expressions."""
    for item in found:
        match item.expression.meaning:
            case ex.Ago(count=number, unit=unit):
                kind = "ago"
            case ex.Later(count=number, unit=unit, base=None):
                kind = "from"
            case ex.Duration(parts=((float() | int() as number, unit),), anchored=None | "past"):
                kind = "from" if _FROM.match(text, item.expression.end) else "plain"
            case _:
                continue
        if unit in LENGTHS:
            yield Count(item.phrase, number * LENGTHS[unit], unit, kind)


def _numbered(text: str) -> Iterator[Count]:
    """The days, weeks and months that have a number: "Day 12", "the 12th day", "the third week"."""
    for place in _PLACE.finditer(text):
        match = _NUMBERED.search(text, max(0, place.start() - _LONGEST), place.end() + _DIGITS)
        if match is None:
            continue
        number: float = int(match["day"] or match["figure"] or _ORDINALS[match["word"]])
        unit = Unit(match["unit"] or "day")
        if unit is not Unit.DAY:
            number -= 0.5 + WHOLE  # the third week is not over
        yield Count(f"“{match[0]}”", number * LENGTHS[unit], unit, "from")


def _on(year: int, begun: tuple[int, int]) -> date | None:
    try:
        return date(year, *begun)
    except ValueError:
        return None


def _sort(count: Count) -> str:
    return f"{count.kind} {count.unit.value}"


def _shape(days: float, unit: Unit, since: int, density: Density) -> _Shape:
    """For an article that counts so many days, in a unit, from the day `since`."""
    length = LENGTHS[unit]
    centre = since + days + (WHOLE * length if unit is not Unit.DAY else 0.0)
    early, late = (part * length + share * days + least for part, share, least in (EARLY, LATE))
    dates = np.arange(max(since + 1, math.ceil(centre - REACH * early)), math.floor(centre + REACH * late) + 1)
    heights = np.exp(-0.5 * ((dates - centre) / np.where(dates >= centre, late, early)) ** 2)
    base = density.share(dates) * (heights.sum() or 1.0)
    ratios = np.divide(heights, base, out=np.zeros(len(dates)), where=base > 0)
    return _Shape(int(dates[0]), np.minimum(MOST, ratios))


def _share(fits: Sequence[float]) -> float:
    """How many of the counts are related, by how well each fits if it is."""
    related, values = RELATED, np.array(fits)
    for _ in range(ROUNDS):
        held = float((related * values / (related * values + 1 - related)).sum())
        related = (held + RELATED * RELATED_ARTICLES) / (len(fits) + RELATED_ARTICLES)
    return related


def _ratios(counts: Sequence[Count], start: _Start, days: Days) -> Reals:
    """How much likelier each of some days is than one that no count fits."""
    power = TRUST / math.sqrt(len(counts))
    found = np.ones(len(days))
    for count in counts:
        share = start.related.get(_sort(count), RELATED)
        there, ratios = start.shapes[count.days, count.unit].at(days)
        found[there] *= (1 + share / (1 - share) * ratios) ** power
    return found


def _weighed(days: Days, ratios: Reals) -> Days:
    raw = days.shares * ratios
    return Days.of(days.dates, raw / raw.sum())
