"""Days of the year that several articles of a small folder name: "on June 15" here, "by 15 June" there.

Such a day is of one year, whatever is told of it. How an article names it, as past or as still to come, and when the
article may have been written tell of which year it is; that tells the others of which year they are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from newsline.dates import expression as ex
from newsline.dates.describe import MONTHS
from newsline.publication.days import FIRST_YEAR, YEARS, Days
from newsline.publication.layout import PROSE, Found

if TYPE_CHECKING:
    from newsline.publication.days import Ints, Reals

SAME = 0.9
"""How often articles that name one day of the year mean that of one year: 46 of 50 pairs in the annotated folders and
in folders written for the dating."""
EARLIER = 0.15
"""How often a day is of the year before the one that the tense tells, as an article looks back over more than a year.
Chosen; .08 to .3 do as well."""
AHEAD, NEAR = {"past": 61, "future": 241}, 121
"""Days before a day of the year in which an article may be that names it, by tense, and of other tenses: the `wrap` of
the weights."""
REPEATED = 0.5
"""Power of the number of such days of an article, and of the others that name one, by which what each says is divided:
they mostly say the same. Chosen."""
ROUNDS = 3
"""Rounds in which the articles tell each other of which year the days are."""

NAMED = 2
"""Days that are named in a reason."""

Name = tuple[int, int]
"""A month and the number of a day."""


class Naming(Struct, frozen=True):
    """How an article names a day of the year."""

    ahead: int
    """Days before it in which the article may be."""
    year: int | None
    """Where the year stands beside it."""


def named(found: Iterable[Found]) -> dict[Name, Naming]:
    """The days of the year that an article names, each as it is named first, or with its year."""
    days: dict[Name, Naming] = {}
    for item in found:
        if item.zone not in PROSE:
            continue
        for part in ex.walk(item.expression.meaning):
            match part:
                case ex.MonthDay(month=month, day=number):
                    days.setdefault((month, number), Naming(AHEAD.get(item.tense, NEAR), None))
                case ex.Fixed(span=span) if span.is_day:
                    days[span.first.month, span.first.day] = Naming(0, span.first.year)
    return days


def factors(namings: Sequence[Mapping[Name, Naming]], own: Sequence[Days | None]) -> dict[int, Reals]:
    """How well each day of an article, by its index, fits what the others say of the days that they name as well.

    `own` is what each says by itself. Messages go between articles and days, as in a factor graph, for some rounds.
    """
    ties = _ties(namings, own)
    heard: dict[tuple[int, Name], Reals] = {(row, name): np.ones(len(days)) for (row, name), (days, _) in ties.items()}
    for _ in range(ROUNDS):
        whole = _products(heard)
        told: defaultdict[Name, Reals] = defaultdict(lambda: np.zeros(len(YEARS)))
        said: dict[tuple[int, Name], Reals] = {}
        for (row, name), (days, years) in ties.items():
            shares = days.shares * whole[row] / heard[row, name]
            said[row, name] = _log_told(years, shares / shares.sum(), namings[row][name])
            told[name] = told[name] + said[row, name]
        holders = Counter(name for _, name in ties)
        for (row, name), (_, years) in ties.items():
            others = (told[name] - said[row, name]) / (holders[name] - 1) ** REPEATED
            heard[row, name] = _factor(years, others, namings[row][name])
    return _products(heard)


def reason(row: int, namings: Sequence[Mapping[Name, Naming]]) -> str:
    """Why an article, by its index, is of a year, in words."""
    others = {name for index, naming in enumerate(namings) if index != row for name in naming}
    days = [name for name in namings[row] if name in others]
    words = " and ".join(f"{number} {MONTHS[month - 1]}" for month, number in days[:NAMED])
    return f"other articles name {words} as well, which {'are days' if days[1:] else 'is a day'} of one year"


def _ties(
    namings: Sequence[Mapping[Name, Naming]], own: Sequence[Days | None]
) -> dict[tuple[int, Name], tuple[Days, Ints]]:
    """For each article and each day that it and another one name its own days, and the year of that day for each."""
    holders: defaultdict[Name, list[tuple[int, Days]]] = defaultdict(list)
    for row, (naming, days) in enumerate(zip(namings, own, strict=True)):
        if days:
            for name in naming:
                holders[name].append((row, days))
    return {
        (row, name): (days, (_starts(name) - namings[row][name].ahead).searchsorted(days.dates, side="right") - 1)
        for name, rows in sorted(holders.items())
        for row, days in rows
        if len(rows) > 1
    }


def _products(heard: Mapping[tuple[int, Name], Reals]) -> dict[int, Reals]:
    """What all days say of each article together."""
    parts: defaultdict[int, list[Reals]] = defaultdict(list)
    for (row, _), factor in heard.items():
        parts[row].append(np.log(factor))
    return {row: np.exp(np.sum(some, axis=0) / len(some) ** REPEATED) for row, some in parts.items()}


@cache
def _starts(name: Name) -> Ints:
    """The day in each of `YEARS`; of 29 February the day before, where there is none."""
    month, number = name
    last = 28 if month == 2 else number
    return np.array([date(year, month, min(number, last)).toordinal() for year in YEARS])


def _log_told(years: Ints, shares: Reals, naming: Naming) -> Reals:
    """How likely the day is of each of `YEARS`, as one article says; `years` are places among them."""
    if naming.year is not None:
        told = np.zeros(len(YEARS))
        told[naming.year - FIRST_YEAR] = 1.0
    else:
        plain = np.bincount(years.clip(0), shares, len(YEARS))
        told = (1 - EARLIER) * plain + EARLIER * np.append(plain[1:], 0.0)
    found: Reals = np.log((1 - SAME) / len(YEARS) + SAME * told)
    return found


def _factor(years: Ints, told: Reals, naming: Naming) -> Reals:
    """How well the days of an article fit what the others say of the day's year, in nats."""
    if naming.year is not None:
        return np.ones(len(years))
    likely = np.exp(told - told.max())
    likely /= likely.sum()
    found: Reals = (1 - EARLIER) * likely + EARLIER * np.append(0.0, likely[:-1])
    fits: Reals = (1 - SAME) / len(YEARS) + SAME * found[years.clip(0)]
    return fits
