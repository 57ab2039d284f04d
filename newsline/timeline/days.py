"""Which days matter, when a folder tells of more days than there is room for.

A day matters as much as articles speak of it by name, and more if they still do later: the features of date selection
in timeline summarization (Tran et al. 2013; Gholipour Ghalandari & Ifrim 2020), reduced to the two that carry it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from newsline.model import Dating, Event

NAMED = 1.0
"""Weight of the logarithm of the number of articles that tell by name an event of the day."""
LATER = 0.2
"""Weight of the logarithm of those of them that were written at least `AFTER` days later."""
AFTER = 30
"""A month; from one week to two months, with any LATER from .1 to .4, Date-F1 is .692 to .707."""
FEWEST_OF_FEW, FEWEST_DAYS = 15, 20
"""Days that suit a large folder at least, the first where articles were written on no more: journalists' timelines have
7 to 100."""
DAYS_A_MONTH = 1.5
"""... and for each month in which articles were written: what stretches over years is named by few at a time.

On samples of 40 to 1,460 articles of T17 these two give Date-F1 .536 (15 and 22 days .527 and .533, 1 and 2 a month
.517 and .530); the best numbers in hindsight .578. A root of the months does as well.
"""
NAMED_PER_ROOT_ARTICLE = 0.4
"""A day suits a folder that so many articles name, times the square root of the number of articles.

All were chosen on the four topics of T17 that tests/benchmarks/timelines.py measures: its figures are those of the
topics that they were fitted to. Values near these do about as well there. Other laws were tried for the number of days
(thresholds by the articles written around a day, roots of the articles of each week or month, shares of the whole
weight) and other features of a day (its share of lead sentences, its largest event, the articles of the day and of the
next, the time since the story began; also all of them at once in a logistic regression): with topics left out none is
better by more than a hundredth.
"""


def day_weights(events: Sequence[Event], datings: Mapping[str, Dating]) -> dict[date, float]:
    """How much each day matters that an event is dated to exactly; in no unit, comparable within one folder.

    An article that tells the event counts whatever its own words for it are: with a topic, `events` are those of it.
    Days that no article names weigh nothing: then only the date of an article speaks for them.
    """
    named: defaultdict[date, set[str]] = defaultdict(set)
    later: defaultdict[date, set[str]] = defaultdict(set)
    for event in events:
        if not event.span.is_day:
            continue
        day = event.span.first
        of_day, of_later = named[day], later[day]
        for mention in event.mentions:
            if mention.expression is None:
                continue
            of_day.add(mention.article)
            dating = datings.get(mention.article)
            if dating and dating.published and (dating.published.first - day).days >= AFTER:
                of_later.add(mention.article)
    return {day: NAMED * math.log1p(len(named[day])) + LATER * math.log1p(len(later[day])) for day in named}


def important_days(weights: Mapping[date, float], most: int) -> frozenset[date]:
    """At most so many days, the weightiest; those of no weight only if none has any."""
    some = [day for day in weights if weights[day] > 0] or list(weights)
    return frozenset(sorted(some, key=lambda day: (-weights[day], day))[:most])


def suitable_days(weights: Mapping[date, float], articles: int, written: Collection[date] = ()) -> int:
    """How many days suit a folder of so many articles, written on these days.

    Those that enough articles name; a few in any case, though hardly more than articles were written on, and more the
    longer the matter goes on.
    """
    enough = math.log1p(NAMED_PER_ROOT_ARTICLE * math.sqrt(articles))
    named = sum(weight >= enough for weight in weights.values())
    fewest = max(FEWEST_OF_FEW, min(FEWEST_DAYS, len(written) or FEWEST_DAYS))
    months = len({(day.year, day.month) for day in written})
    return max(fewest, round(DAYS_A_MONTH * months), named)


def days_written(
    datings: Mapping[str, Dating], since: date | None = None, until: date | None = None
) -> frozenset[date]:
    """The days on which articles were written, of those whose day is known and in the time asked for."""
    spans = (dating.published for dating in datings.values() if dating.published)
    days = (span.first for span in spans if span.is_day)
    return frozenset(day for day in days if (since or day) <= day <= (until or day))
