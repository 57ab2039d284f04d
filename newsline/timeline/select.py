"""Which events make the chronology, when space is short."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct

from newsline.model import Dating, Event
from newsline.timeline.background import without_background
from newsline.timeline.days import day_weights, days_written, important_days, suitable_days
from newsline.timeline.novelty import (
    by_centrality,
    event_vectors,
    without_bare_headlines,
    without_coarse_repeats,
    without_repeats,
)
from newsline.timeline.order import ordered
from newsline.timeline.topic import Topic
from newsline.timeline.worth import worth_a_line

FEWEST_LINES = 80
"""A chronology of so many lines is read whole, however few articles it is of: what is good enough stands in it.

With 50, four folders of seven or eight articles dense with events, written after that was set, lost a tenth of what
they tell: event F1 .687, now .72; four more that nobody reads .653, now .689. A higher score for the lines behind the
first fifty costs more than it saves."""
BASE_LENGTH = 6
PER_ROOT_ARTICLE = 8
"""Lines of a longer one that nobody gave a length: these two and the square root of the number of articles, at most."""
LEAST_SCORE = 0.36
"""Below this an event of a large folder and a headline of a small one are left out, unless a length was asked for."""
LARGE = 30
"""Articles from which a folder is one whose days have to be chosen; a smaller one is told whole."""
LINES_OF_A_DAY = 3
"""Lines for a day of a large folder, where no number was asked for: what journalists' timelines have, rounded up."""
COARSE_SHARE = 0.1
"""The share of lines in a large folder that may have no exact day: what is told of "2008" there is background."""
COARSE_ARTICLES = 2
"""Articles that have to tell such an event: what one of very many tells of some month is beside the story."""
MORE_OF_A_DAY = 0.55
"""The score that a further line of a day needs in a large folder: AR1-F of T17 with no length given is .142 with .5,
.146 with .55 and .143 with .6."""


class Selection(Struct, frozen=True):
    """What the user wants to see. The defaults mean: a length that suits the folder."""

    limit: int | None = None
    """At most so many events, the most important."""
    days: int | None = None
    """At most so many days, the most important; events of no exact day are then left out."""
    per_day: int | None = None
    """At most so many events of one day."""
    since: date | None = None
    until: date | None = None
    """Events that may lie between these days, both included."""
    about: tuple[str, ...] = ()
    """An event must speak of one of these; case does not matter."""
    min_sources: int = 1
    """Articles that tell an event, at least."""


def select(
    events: Sequence[Event], selection: Selection | None = None, datings: Mapping[str, Dating] | None = None
) -> tuple[Event, ...]:
    """The events that make the chronology, in its order.

    The events come with their scores. `datings` let those days count for more that are still spoken of later.
    """
    wanted = selection or Selection()
    topic = Topic(wanted.about)
    found = [event for event in events if is_admitted(event, wanted, topic)]
    found.sort(key=lambda event: (-event.score, event.span.first, event.id))
    articles = len({mention.article for event in events for mention in event.mentions})
    told_nothing = wanted.limit is None and wanted.days is None and wanted.per_day is None
    if told_nothing and wanted.since is None:
        found = without_background(found, datings or {}, articles >= LARGE)
    if wanted.days is not None:
        chosen = important_days(day_weights(found, datings or {}), wanted.days)
        found = [event for event in found if _on(event, chosen)]
    elif told_nothing and articles >= LARGE:
        return ordered(_of_large(found, datings or {}, articles, wanted))
    elif told_nothing:
        found = without_bare_headlines(worth_a_line(found, articles, LEAST_SCORE))
    alike = event_vectors(found)
    if wanted.days is not None:
        found = by_centrality(found, alike)
    elif told_nothing:
        found = without_coarse_repeats(found, alike, datings or {})
    found = without_repeats(found, alike, wanted.per_day)
    if told_nothing:
        found = found[: suitable_length(articles)]
    return ordered(found[: wanted.limit])


def suitable_length(articles: int) -> int:
    """How many lines suit so many articles."""
    return max(FEWEST_LINES, round(BASE_LENGTH + PER_ROOT_ARTICLE * math.sqrt(articles)))


def _of_large(events: Sequence[Event], datings: Mapping[str, Dating], articles: int, wanted: Selection) -> list[Event]:
    """What suits a large folder: its important days with a few lines each, and a few lines of no exact day."""
    weights = day_weights(events, datings)
    written = days_written(datings, wanted.since, wanted.until)
    chosen = important_days(weights, suitable_days(weights, articles, written))
    length = suitable_length(articles)
    good = [event for event in events if event.score >= LEAST_SCORE]
    days = [event for event in good if _on(event, chosen)]
    coarse = [event for event in good if not event.span.is_day and _voices(event) >= COARSE_ARTICLES]
    coarse = coarse[: round(COARSE_SHARE * length)]
    alike = event_vectors([*coarse, *days])
    days = without_repeats(_worth_a_line(by_centrality(days, alike)), alike, LINES_OF_A_DAY)
    return without_repeats([*coarse, *days[: length - len(coarse)]], alike)


def _worth_a_line(events: Sequence[Event]) -> list[Event]:
    """Of each day the first event, and the others if they are good by themselves."""
    first: dict[date, str] = {}
    for event in events:
        first.setdefault(event.span.first, event.id)
    return [event for event in events if event.score >= MORE_OF_A_DAY or first[event.span.first] == event.id]


def _voices(event: Event) -> int:
    return len({mention.article for mention in event.mentions})


def _on(event: Event, days: frozenset[date]) -> bool:
    return event.span.is_day and event.span.first in days


def is_admitted(event: Event, wanted: Selection, topic: Topic | None = None) -> bool:
    """Whether the selection wants an event whatever the others are."""
    if wanted.since is not None and event.span.last < wanted.since:
        return False
    if wanted.until is not None and event.span.first > wanted.until:
        return False
    if _voices(event) < wanted.min_sources:
        return False
    return (topic or Topic(wanted.about)).in_event(event)
