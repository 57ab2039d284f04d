"""A distribution over days, summarised as a reader wants it: a day, a set of days, a span, or nothing at all."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from newsline.dates import span as spans
from newsline.dates.span import Span

DAY_SHARE = 0.5
"""Probability from which a single day is given: less likely than not, no day is printed as one. Of such days 88 in 100
are right, with no date given and with half of them (four topics of T17 together)."""
SPAN_SHARE = 0.9
"""Probability that a set or span holds at least; 0.9 is promised, the rest is for rounding to whole months."""
SET_LIMIT = 6
"""Most days that are listed one by one; more are easier to read as a span."""
SPAN_LIMIT = 3 * 366
"""Longest span that still tells a reader something; above, the article stays undated."""


def summarise(days: Mapping[int, float]) -> tuple[Span | None, float]:
    """The shortest honest statement for the probability of each day (by ordinal), and how probable it is.

    (None, 0.0) where the days that hold most of the probability spread over more than `SPAN_LIMIT`.
    """
    if not days:
        return None, 0.0
    ranked = sorted(days, key=lambda value: (-days[value], value))
    if days[ranked[0]] >= DAY_SHARE:
        return spans.day(date.fromordinal(ranked[0])), days[ranked[0]]
    chosen = _likeliest(days, ranked)
    first, last = _shortest(days)
    if len(chosen) <= SET_LIMIT and (last - first + 1 > len(chosen)):
        span = spans.one_of(spans.day(date.fromordinal(value)) for value in sorted(chosen))
        return span, min(1.0, sum(days[value] for value in chosen))
    if last - first > SPAN_LIMIT:
        return None, 0.0
    span = spans.rounded(date.fromordinal(first), date.fromordinal(last))
    inside = (share for value, share in days.items() if span.first <= date.fromordinal(value) <= span.last)
    return span, min(1.0, sum(inside))


def _likeliest(days: Mapping[int, float], ranked: list[int]) -> list[int]:
    """The fewest days that together hold the share."""
    total, chosen = 0.0, []
    for value in ranked:
        chosen.append(value)
        total += days[value]
        if total >= SPAN_SHARE:
            break
    return chosen


def _shortest(days: Mapping[int, float]) -> tuple[int, int]:
    """The shortest run of days that holds the share; the likeliest of those that are equally short."""
    order = sorted(days)
    best = (order[-1] - order[0] + 1, 0.0, order[0], order[-1])
    total, start = 0.0, 0
    for value in order:
        total += days[value]
        while total - days[order[start]] >= SPAN_SHARE:
            total -= days[order[start]]
            start += 1
        if total >= SPAN_SHARE:
            best = min(best, (value - order[start], -total, order[start], value))
    return best[2], best[3]
