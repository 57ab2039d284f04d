"""A distribution over days, summarised as a reader wants it: a day, a set of days, a span, or nothing at all."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from newsline.dates import span as spans
from newsline.dates.span import Span
from newsline.publication.days import Days

if TYPE_CHECKING:
    from newsline.publication.days import Ints, Reals

DAY_SHARE = 0.5
"""Probability from which a single day is given: less likely than not, no day is printed as one. Of such days 88 in 100
are right, with no date given and with half of them (four topics of T17 together)."""
SMALL_DAY_SHARE = 0.7
"""The same in a small folder, where the evidence is thin: of two days with .6 to .7 in the open folders of
tests/folders one is right, of 24 with .7 to .9 21 are, of 32 above all."""
SPAN_SHARE = 0.9
"""Probability that a set or span holds at least; 0.9 is promised, the rest is for rounding to whole months."""
SET_LIMIT = 6
"""Most days that are listed one by one; more are easier to read as a span."""
FAR_BELOW = 50.0
"""Days that are so much less likely than the likeliest one are hardly ever needed for that."""
SPAN_LIMIT = 3 * 366
"""Longest span that still tells a reader something; above, the article stays undated."""


def summarise(days: Days, day_share: float = DAY_SHARE) -> tuple[Span | None, float]:
    """The shortest honest statement for the probability of each day, and how probable it is.

    `day_share` is the probability from which a single day is given.
    (None, 0.0) where the days that hold most of the probability spread over more than `SPAN_LIMIT`.
    """
    if days.highest >= day_share:
        return spans.day(date.fromordinal(days.top)), days.highest
    shares = days.shares.astype(np.float64)
    if shares.sum() < SPAN_SHARE:  # the rest is spread over days that nobody names
        return None, 0.0
    chosen = _likeliest(shares)
    first, last = shortest(days.dates, shares)
    if len(chosen) <= SET_LIMIT and (last - first + 1 > len(chosen)):
        listed = days.dates[chosen].tolist()
        return spans.one_of(spans.day(date.fromordinal(value)) for value in listed), min(
            1.0, float(shares[chosen].sum())
        )
    if last - first > SPAN_LIMIT:
        return None, 0.0
    span = spans.rounded(date.fromordinal(first), date.fromordinal(last))
    begin, end = span.ordinals
    return span, min(1.0, float(shares[(begin <= days.dates) & (days.dates <= end)].sum()))


def _likeliest(shares: Reals) -> Ints:
    """The places, in order, of the fewest days that together hold the share."""
    for least in (shares.max() / FAR_BELOW, 0.0):  # to put all in order takes long, and most hold next to nothing
        some = (shares >= least).nonzero()[0]
        ranked = some[np.argsort(-shares[some], kind="stable")]
        sums = shares[ranked].cumsum()
        if sums[-1] >= SPAN_SHARE:
            break
    return np.sort(ranked[: int(sums.searchsorted(SPAN_SHARE)) + 1])


def shortest(dates: Ints, shares: Reals, least: float = SPAN_SHARE) -> tuple[int, int]:
    """The shortest run of days that holds the share; the likeliest of those that are equally short."""
    sums = np.concatenate([[0.0], shares.cumsum()])
    ends = np.arange(int(sums.searchsorted(least)), len(sums))  # each the place behind a last day
    if not len(ends):
        return int(dates[0]), int(dates[-1])
    begins = sums.searchsorted(sums[ends] - least, side="right") - 1
    lengths = dates[ends - 1] - dates[begins]
    short = np.flatnonzero(lengths == lengths.min())
    best = short[(sums[begins] - sums[ends])[short].argmin()]
    return int(dates[begins[best]]), int(dates[ends[best] - 1])
