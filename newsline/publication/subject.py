"""From which day the articles of a small folder count: "two days after the blast", "on Sunday, a year after the blast".

Where several articles count days, months or years from a happening that they call by one word, its day is taken as
unknown. Each day that it may be is weighed by all counts together, each with the chance that it is from elsewhere: so
"killed on 4 August" in one article and "on Thursday, two days after the blast" in another tell the year as well. What
the other articles say of that day then tells when one that counts from it was written.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from newsline.dates.describe import describe
from newsline.dates.span import day
from newsline.model import Evidence
from newsline.publication.clues import normalised
from newsline.publication.counts import Count, Named, Reading
from newsline.publication.days import LAST_YEAR, Days

if TYPE_CHECKING:
    from newsline.publication.days import Ints, Reals

BEFORE, BEHIND = 250, 900
"""Days before and after the happening in which the articles of a folder that tells of it mostly lie. Chosen."""
STRAY = 0.01
"""Probability that an article lies elsewhere; chosen, and more than `era.STRAY`, as a count may be misread."""
RELATED = 0.8
"""How often a happening that several articles count from is one, and they from its one day. Chosen."""
YEAR = 365.0
"""Days in which a count lies at random."""
TOLD = 0.5
"""Probability of the happening's day of the year from which the counts are heard, and of its day from which that is
given as a reason."""


class Solved(Struct, frozen=True):
    """What counts say of one article."""

    days: Days
    reasons: tuple[Evidence, ...]


class Subject(Struct, frozen=True):
    """What the counts of a folder say."""

    told: Mapping[int, Solved]
    """Of the articles that count, by index."""
    begun: Days
    """Of the happening."""


class _Heard(Struct, frozen=True):
    """For each candidate day: how well one article fits if its counts are from it, and if they are not."""

    related: Reals
    apart: Reals


def years_reached(said: Sequence[Reading], years: frozenset[int]) -> frozenset[int]:
    """The years with those to which is counted from them: an anniversary may be all that tells of a later one."""
    later = {math.ceil(count.years) for one in said for count in one.counts}
    return frozenset(year + more for year in years for more in {0, *later} if year + more <= LAST_YEAR)


def solve(readings: Sequence[Reading], own: Sequence[Days | None], years: frozenset[int]) -> Subject | None:
    """What the counts of a folder say; None where no day is named from which they may be.

    `own` is what each article says by itself, without what the others say.
    """
    candidates = _candidates(readings, own, years)
    if not candidates:
        return None
    starts = _supported(np.array(sorted(candidates)), own)
    weights = np.log([candidates[start] for start in starts.tolist()])
    heard = [
        _heard(reading.counts, days, starts) if days else None for reading, days in zip(readings, own, strict=True)
    ]
    related = weights + math.log(RELATED) + sum(np.log(one.related) for one in heard if one)
    apart = weights + math.log(1 - RELATED) + sum(np.log(one.apart) for one in heard if one)
    begun = Days.of(starts, normalised(np.logaddexp(related, apart)))
    if np.logaddexp.reduce(related) < np.logaddexp.reduce(apart) or _clearest(begun) < TOLD:
        return None
    found = {}
    for index, (reading, days, one) in enumerate(zip(readings, own, heard, strict=True)):
        if days and one and reading.counts:
            others = related - np.log(one.related), apart - np.log(one.apart)
            found[index] = _told(reading.counts, days, starts, *others)
    return Subject(found, begun)


def _clearest(begun: Days) -> float:
    """The probability of the likeliest day of the year, whatever the year."""
    shares: defaultdict[tuple[int, int], float] = defaultdict(float)
    for start, share in zip(begun.dates.tolist(), begun.shares.tolist(), strict=True):
        one = date.fromordinal(start)
        shares[one.month, one.day] += share
    return max(shares.values())


def _candidates(readings: Sequence[Reading], own: Sequence[Days | None], years: frozenset[int]) -> dict[int, float]:
    """The days that the happening may have had, each with its weight."""
    found: dict[int, float] = {}
    for reading in readings:
        for named in reading.named:
            for start in _occurrences(named, years):
                found[start] = max(found.get(start, 0.0), named.weight)
    for reading, days in zip(readings, own, strict=True):
        for published in _stated(reading, days, years):
            for count in (*reading.counts, *reading.weekdays):
                begun = count.exactly(published)
                if begun is not None:
                    found[begun] = max(found.get(begun, 0.0), 1.0)
    return found


def _occurrences(named: Named, years: frozenset[int]) -> Iterator[int]:
    for year in sorted(years) if named.year is None else [named.year]:
        try:
            yield date(year, named.month, named.day).toordinal() - named.back
        except ValueError:
            continue


SURE = 0.7
"""Probability from which a day of publication counts as known."""


def _stated(reading: Reading, days: Days | None, years: frozenset[int]) -> Iterator[int]:
    """The days on which the article was published, as its dateline says or its clues make sure."""
    if days and days.highest >= SURE:
        yield days.top
    elif reading.dateline:
        yield from _occurrences(reading.dateline, years)


def _supported(starts: Ints, own: Sequence[Days | None]) -> Ints:
    """The candidate days around which the articles may lie at all, whatever they count."""
    fits = sum((np.log(_heard((), days, starts).apart) for days in own if days), np.zeros(len(starts)))
    kept: Ints = starts[fits >= fits.max() - FAR]
    return kept


def _heard(counts: Sequence[Count], days: Days, starts: Ints) -> _Heard:
    begins, ends = days.dates.searchsorted(starts - BEFORE), days.dates.searchsorted(starts + BEHIND)
    sums = np.concatenate([[0.0], days.shares.cumsum(dtype=np.float64)])
    apart = STRAY + (1 - STRAY) * (sums[ends] - sums[begins])
    if not counts:
        return _Heard(apart, apart)
    related = np.empty(len(starts))
    for place, (start, begin, end) in enumerate(zip(starts.tolist(), begins, ends, strict=True)):
        fits = _ratios(counts, days.dates[begin:end], start)
        related[place] = STRAY + (1 - STRAY) * float(days.shares[begin:end] @ fits)
    return _Heard(related, apart)


def _ratios(counts: Sequence[Count], dates: Ints, start: int) -> Reals:
    """How much likelier than at random the counts are on each day of publication."""
    found = np.ones(len(dates))
    for count in counts:
        found *= 1 - count.holds + count.holds * YEAR * count.density(dates, start)
    return found


def _told(counts: Sequence[Count], days: Days, starts: Ints, related: Reals, apart: Reals) -> Solved:
    """An article's days by what the others say of the happening's day."""
    top = max(float(related.max()), float(apart.max()))
    yes, no = np.exp(related - top), np.exp(apart - top)
    whole = float(yes.sum() + no.sum())
    voice = np.full(len(days), STRAY)
    for start, counted, other in zip(starts.tolist(), yes / whole, no / whole, strict=True):
        if counted + other > NOTHING:
            begin, end = days.dates.searchsorted([start - BEFORE, start + BEHIND])
            fits = _ratios(counts, days.dates[begin:end], start)
            voice[begin:end] += (1 - STRAY) * (counted * fits + other)
    raw = days.shares * voice
    final = Days.of(days.dates, raw / raw.sum())
    best = int(yes.argmax())
    if yes[best] / whole < TOLD:
        return Solved(final, ())
    begun = describe(day(date.fromordinal(int(starts[best]))))
    phrases = " and ".join(dict.fromkeys(count.phrase for count in counts))
    gained = float(np.log(max(1.0, (final.shares * _ratios(counts, days.dates, int(starts[best]))).sum())))
    reason = Evidence(f"{phrases}: it counts from what others of the folder date {begun}", round(gained, 2))
    return Solved(final, (reason,) if gained > 0 else ())


FAR = 12.0
"""Nats by which the articles may lie worse around a day than around another, for it to be looked at."""
NOTHING = 1e-4
"""Probability below which a candidate day is left out."""
