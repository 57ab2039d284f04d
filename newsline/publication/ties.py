"""Days that two articles of a small folder tell of in words of their own: "on Sunday" here, "early on Sunday" there.

Neither knows its day, so that nothing is dated by either (`links` does that). But where both tell one event, both mean
one Sunday, and what each knows of its own time holds for the other: an article that was written in January says so of
the other as well. Messages go between the articles as in a factor graph, each without what the other had told before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from newsline.dates import expression as ex
from newsline.dates.units import Unit
from newsline.model import Evidence
from newsline.publication import evidence, explain
from newsline.publication.amounts import Amount
from newsline.publication.days import Days, summed
from newsline.publication.links import likely

if TYPE_CHECKING:
    from newsline.publication.days import Ints, Reals
    from newsline.publication.links import Links, Said

LEAST = 0.3
"""Cosine of two sayings from which they are tied: below, two weekdays are of one day no oftener than by chance."""
MOST = 2
"""Ties of two articles that are heard, the likest ones: more say the same again."""
AMONG = 8.0
"""Days among which another article lies that tells of something else: the weeks are told by its time. Chosen: up to 20
the log-likelihood of the open folders of tests/folders is the same, with more it falls, as ties are no proof."""
ROUNDS = 2
"""Rounds in which the articles tell each other of their days; with more, three that tell the same sound too sure."""
SOME_WEEK = tuple(date(2001, 1, number) for number in range(1, 8))
"""The days of a week from Monday on, whichever it is."""


class _Tie(Struct, frozen=True):
    """Words of two articles that may mean one day."""

    said: tuple[Said, Said]
    odds: float
    likeness: float


class Heard(Struct, frozen=True):
    """What the others say of one article's days."""

    days: Days
    reasons: tuple[Evidence, ...]


def solve(told: Links, own: Sequence[Days | None], asked: Sequence[bool], titles: Sequence[str]) -> Mapping[int, Heard]:
    """What the articles that are `asked`, because nothing states their day, tell each other, by index."""
    runs = {row: days for row, (days, ask) in enumerate(zip(own, asked, strict=True)) if days and ask}
    ties = _ties(told, runs)
    if not ties:
        return {}
    messages: dict[tuple[int, int], Reals] = {
        (x, y): np.zeros(len(runs[y])) for a, b in ties for x, y in ((a, b), (b, a))
    }
    for _ in range(ROUNDS):
        whole = {row: np.sum([said for (_, y), said in messages.items() if y == row], axis=0) for row in runs}
        messages = {
            (x, y): _message(ties[min(x, y), max(x, y)], x, runs, whole[x] - messages[y, x]) for x, y in messages
        }
    found = {}
    for row, days in runs.items():
        said = {x: message for (x, y), message in messages.items() if y == row}
        if said:
            shares = days.shares * np.exp(np.sum(list(said.values()), axis=0))
            final = shares / shares.sum()
            reasons = (_reason(ties[min(x, row), max(x, row)], row, titles[x], days, final, said[x]) for x in said)
            found[row] = Heard(Days.likely(days.dates, final), tuple(one for one in reasons if one))
    return found


def _ties(told: Links, runs: Mapping[int, Days]) -> Mapping[tuple[int, int], list[_Tie]]:
    """The likest pairs of sayings of each two articles, the one that comes first before the other."""
    found: defaultdict[tuple[int, int], list[_Tie]] = defaultdict(list)
    lags = [_lags(one) if one.article in runs else None for one in told.said]
    for place, (mine, alike) in enumerate(zip(told.said, told.alike, strict=True)):
        for other, likeness in alike if lags[place] is not None else ():
            theirs = told.said[other]
            if other > place and theirs.article != mine.article and lags[other] is not None and likeness >= LEAST:
                odds = min(likely(mine.meaning, likeness), likely(theirs.meaning, likeness))
                found[mine.article, theirs.article].append(_Tie((mine, theirs), odds, likeness))
    return {
        pair: sorted(ties, key=lambda tie: (-tie.likeness, tie.said[0].start, tie.said[1].start))[:MOST]
        for pair, ties in found.items()
    }


def _lags(said: Said) -> Ints | None:
    """How many days behind publication the day lies that is meant, for each weekday of publication; None where it may
    lie at several distances or is no day.
    """
    match None if isinstance(said.meaning, Amount) else evidence.core(said.meaning):
        case (
            ex.Bare(repeating=ex.Weekday()) | ex.Last(of=ex.Weekday() | Unit.DAY) | ex.This(of=ex.Weekday() | Unit.DAY)
            | ex.Next(of=ex.Weekday() | Unit.DAY) as plain
        ):  # fmt: skip
            spans = [plain.resolve(ex.Anchor(day, tense=said.tense)) for day in SOME_WEEK]
            lags = [(span.first - day).days for span, day in zip(spans, SOME_WEEK, strict=True) if span and span.is_day]
            return np.array(lags) if len(lags) == len(SOME_WEEK) else None
    return None


def _meant(said: Said, days: Days) -> Ints:
    """The day that is meant on each day of publication."""
    lags = _lags(said)
    assert lags is not None
    return days.dates + lags[(days.dates - 1) % 7]  # ordinal 1 is a Monday


def _message(ties: Sequence[_Tie], speaker: int, runs: Mapping[int, Days], heard: Reals) -> Reals:
    """What one of two articles tells the other of its days, in nats; `heard` is what others have told the speaker."""
    found: Reals | None = None
    for tie in ties:
        mine, theirs = tie.said if tie.said[0].article == speaker else tie.said[::-1]
        belief = runs[speaker].shares * np.exp(heard - heard.max())
        told, asked = _meant(mine, runs[speaker]), _meant(theirs, runs[theirs.article])
        first = int(min(told.min(), asked.min()))
        days = summed(told - first, belief / belief.sum(), int(max(told.max(), asked.max())) - first + 1)
        said: Reals = np.log1p(tie.odds * AMONG * days[asked - first])
        found = said if found is None else found + said
    assert found is not None
    return found


def _reason(ties: Sequence[_Tie], row: int, title: str, days: Days, final: Reals, message: Reals) -> Evidence | None:
    """What another article says of one's days, by how much it fits those that were found; None if it says little."""
    gained = float(final @ message) - float(np.log(days.shares @ np.exp(message)))
    mine, theirs = ties[0].said if ties[0].said[0].article == row else ties[0].said[::-1]
    text = f"what it tells of {mine.phrase} {title} tells of {theirs.phrase}"
    return Evidence(text, round(gained, 2)) if gained >= explain.LEAST else None
