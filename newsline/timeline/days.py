"""Which days matter, when a folder tells of more days than there is room for.

A day matters as much as articles speak of it by name, and more if they still do later: the features of date selection
in timeline summarization (Tran et al. 2013; Gholipour Ghalandari & Ifrim 2020), reduced to those that held on every
topic when each topic was left out in turn.
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
AFTER = 2
TOLD = 0.01
"""Weight of the logarithm of all articles that tell of it: enough to order the days that none names.

The weights were chosen on four topics of news timelines, three of them at a time; .1 to .7 for the second did as well.
"""


def day_weights(events: Sequence[Event], datings: Mapping[str, Dating], topic: Topic) -> dict[date, float]:
    """How much each day matters that an event is dated to exactly; in no unit, comparable within one folder."""
    named: defaultdict[date, set[str]] = defaultdict(set)
    later: defaultdict[date, set[str]] = defaultdict(set)
    told: defaultdict[date, set[str]] = defaultdict(set)
    for event in events:
        if not event.span.is_day:
            continue
        day = event.span.first
        for mention in event.mentions:
            told[day].add(mention.article)
            if mention.expression is None or not topic.in_text(mention.quote):
                continue
            named[day].add(mention.article)
            dating = datings.get(mention.article)
            if dating and dating.published and (dating.published.first - day).days >= AFTER:
                later[day].add(mention.article)
    log = math.log1p
    return {
        day: NAMED * log(len(named[day])) + LATER * log(len(later[day])) + TOLD * log(len(articles))
        for day, articles in told.items()
    }
