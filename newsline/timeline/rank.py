"""How much each event matters: a score from 0 to 1, and with it the wording."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from newsline.dates.span import Precision
from newsline.events.similarity import Vector, center, centroid, dot, vectors, weigh_up
from newsline.model import Dating, Event, Factuality, Mention
from newsline.timeline.wording import apart, best, worded

VOICES = 0.30
"""Weight of the number of independent articles that tell it."""
AFAR = 0.10
"""Weight of being told long after: what is still spoken of months later was important."""
PLACE = 0.15
"""Weight of its most prominent place in an article, the headline or the lead being the first."""
CENTRALITY = 0.15
"""Weight of being about what the folder is about."""
WORDING = 0.30
"""Weight of having a line that stands alone."""

MANY_VOICES = 6
"""Voices that count as many: half of that is worth most of it."""
LONG_AFTER = 365
"""Days after which telling it again is as telling as it gets."""
LEAST_LINE = 0.5
"""Goodness from which a line of the day is preferred to a better one that tells it of a month."""
VAGUE_DAYS = 20
"""Days from which a date is a month or longer, give or take."""
LESS_CERTAIN = {Factuality.POSSIBLE: 0.7, Factuality.DENIED: 0.7, Factuality.ONGOING: 0.85}
"""What is left of the score for events that may not be events."""
VAGUE = {Precision.CENTURY: 0.3, Precision.DECADE: 0.4, Precision.YEAR: 0.75}
"""What is left of the score for dates that hardly place an event."""
UNFIT = {"state": 0.5}
"""What is left of the score of an event that can only be shown by a line that tells a state first. A line that tells
another event first costs nothing here: with .85 or .95 the annotated folders lose events that nothing else tells."""
BESIDE_THE_LEAD = 0.45
"""What is left of the score for an undated sentence near the lead that no other article tells: most are background."""


def rank(
    events: Sequence[Event],
    datings: Mapping[str, Dating],
    copied: Mapping[str, str] | None = None,
    weights: Sequence[Vector] | None = None,
) -> tuple[Event, ...]:
    """The events with their score and their best wording, the most important first.

    `copied` gives, for a syndicated copy, the article that it copies; copies are one voice. `weights` are the vectors
    of all mentions in their order, where merging has made them (`events.merge.merged`).
    """
    found = weights if weights is not None else vectors([mention for event in events for mention in event.mentions])
    totals: Counter[str] = Counter()
    weigh_up(totals, found)
    folder = center(totals)
    ranked = []
    position = 0
    for event in events:
        own = found[position : position + len(event.mentions)]
        position += len(event.mentions)
        ranked.append(rated(event, own, folder, datings, copied or {}))
    return tuple(sorted(apart(ranked), key=lambda event: (-event.score, event.span.first, event.id)))


def _line(event: Event, own: Sequence[Vector]) -> tuple[Mention, float]:
    """The mention that words the event and its goodness; for a day none that tells it of a month, if another serves.

    "In January the attack came to a halt" is no line for 5 January, though it tells of the same attack.
    """
    mention, goodness = best(event, own)
    if not event.span.is_day or not _vague(mention):
        return mention, goodness
    rest = [i for i, other in enumerate(event.mentions) if not _vague(other)]
    if not rest:
        return mention, goodness
    finer = best(replace(event, mentions=tuple(event.mentions[i] for i in rest)), [own[i] for i in rest])
    return finer if finer[1] >= LEAST_LINE else (mention, goodness)


def _vague(mention: Mention) -> bool:
    return mention.span is not None and mention.span.days > VAGUE_DAYS


def rated(
    event: Event, own: Sequence[Vector], folder: Vector, datings: Mapping[str, Dating], copied: Mapping[str, str]
) -> Event:
    """An event with its score and its best wording.

    `own` are the vectors of its mentions, in order; `folder` is what all articles are about.
    """
    mention, wording = _line(event, own)
    score = _score(event, own, wording, folder, datings, copied) * UNFIT.get(mention.defect or "", 1.0)
    return replace(worded(event, mention), score=round(score, 4))


def _score(
    event: Event,
    own: Sequence[Vector],
    wording: float,
    folder: Vector,
    datings: Mapping[str, Dating],
    copied: Mapping[str, str],
) -> float:
    articles = {copied.get(mention.article, mention.article) for mention in event.mentions}
    voices = min(1.0, math.log2(len(articles) + 1) / math.log2(MANY_VOICES + 1))
    afar = min(1.0, math.log1p(_told_after(event, datings)) / math.log1p(LONG_AFTER))
    place = 1.0 / (1.0 + 0.15 * min(mention.sentence for mention in event.mentions))
    central = min(1.0, 2 * dot(centroid(own), folder))
    line = min(1.0, max(0.0, wording))
    score = VOICES * voices + AFAR * afar + PLACE * place + CENTRALITY * central + WORDING * line
    if _only_beside_the_lead(event) and len(articles) == 1:
        score *= BESIDE_THE_LEAD
    score *= LESS_CERTAIN.get(event.status, 1.0) * VAGUE.get(event.span.precision, 1.0)
    return min(1.0, max(0.0, score))


def _only_beside_the_lead(event: Event) -> bool:
    """Whether no telling has an expression or is the headline or the lead itself: the date is only the article's."""
    return all(mention.expression is None and mention.sentence > 0 for mention in event.mentions)


def _told_after(event: Event, datings: Mapping[str, Dating]) -> int:
    """The longest time in days between the event and an article that tells it."""
    longest = 0
    for mention in event.mentions:
        dating = datings.get(mention.article)
        if dating is not None and dating.published is not None:
            longest = max(longest, (dating.published.first - event.span.last).days)
    return longest
