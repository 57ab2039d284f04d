"""Which days matter, when a folder tells of more days than there is room for.

A day matters as much as articles speak of it by name, and more if they still do later: the features of date selection
in timeline summarization (Tran et al. 2013; Gholipour Ghalandari & Ifrim 2020), reduced to the two that carry it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from newsline.model import Dating, Event

NAMED = 1.0
"""Weight of the logarithm of the number of articles that tell by name an event of the day."""
LATER = 0.2
"""Weight of the logarithm of those of them that were written at least `AFTER` days later."""
AFTER = 30
"""A month; from one week to two months, with any LATER from .1 to .4, Date-F1 is .692 to .707."""
FEWEST_DAYS = 15
"""Days that suit a large folder at least: journalists' timelines have 7 to 100, half of those at hand 15 or fewer."""
NEARLY_WHOLE = 300
"""... and this divided by the number of articles more: a folder that is hardly large is told nearly whole. On samples
of 60 to 250 articles of T17 Date-F1 is .01 better with 20 days than with 15, on 500 and more it is .01 worse."""
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


def suitable_days(weights: Mapping[date, float], articles: int, months: int = 0) -> int:
    """How many days suit a folder of so many articles, written in so many different months.

    Those that enough articles name; a few in any case, and as many as there are months: what stretches over years is
    named by few articles at a time.
    """
    enough = math.log1p(NAMED_PER_ROOT_ARTICLE * math.sqrt(articles))
    fewest = FEWEST_DAYS + NEARLY_WHOLE // max(1, articles)
    return max(fewest, months, sum(weight >= enough for weight in weights.values()))


def months_written(datings: Mapping[str, Dating], since: date | None = None, until: date | None = None) -> int:
    """In how many different months articles were written, of those whose day is known and in the time asked for."""
    spans = (dating.published for dating in datings.values() if dating.published)
    days = (span.first for span in spans if span.is_day)
    return len({(day.year, day.month) for day in days if (since or day) <= day <= (until or day)})
