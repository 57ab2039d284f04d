"""What lies long before the story of a folder: how its things came to be, and old cases to which it is likened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import timedelta

from newsline.events.terms import name_key
from newsline.late import late
from newsline.model import Dating, Event

LONG_BEFORE = timedelta(days=5 * 365)
"""How long before the first article an event has to lie to be background."""
EXACT = 31
"""Days up to which an old date is exact: what is told by its day or month is told for its own sake."""
SHARE_OF_ARTICLES = 0.05
"""The share of the articles that have to tell it, if it is none; two articles at least."""
IMPORTANT = 0.5
"""The score from which it is none, however few tell it: it is in a headline or of what the folder is about."""
HISTORY = 0.25
"""The share of old events from which a folder is about them."""
FOUNDING = frozenset(("built", "build", "found", "establish", "born", "open", "construct", "complet", "finish"))
"""Stems of verbs that tell how a thing of the story came to be."""
COMPARING = late(
    r"(?i)\b(?:since|same|similar|likewise|unlike|comparison|compared?|recalls?|worst|biggest|largest|deadliest|record"
    r"|not the first|last time|previous(?:ly)?)\b"
)
"""Words beside an old case that the story is likened to."""


def without_background(events: Sequence[Event], datings: Mapping[str, Dating], large: bool = False) -> list[Event]:
    """The events without those that one article or hardly any recalls, long before the first article.

    They tell how a thing came to be ("was built in 1981"), or of an old case to which the story is likened, that no
    other article names; and they tell it by its year. In a `large` folder whatever few recall of so long ago is
    background. All events are kept where no article is dated, or where so many lie so far back that the folder is
    about the past.
    """
    first = min((dating.published.first for dating in datings.values() if dating.published), default=None)
    if first is None:
        return list(events)
    old = [event for event in events if event.span.last < first - LONG_BEFORE]
    if len(old) > HISTORY * len(events):
        return list(events)
    enough = max(2, SHARE_OF_ARTICLES * len(datings))
    few = [event for event in old if len({mention.article for mention in event.mentions}) < enough]
    named = frozenset() if large else _named_by_several(events)
    left_out = {event.id for event in few if large or _recalled(event, named)}
    return [event for event in events if event.id not in left_out]


def _recalled(event: Event, named: AbstractSet[str]) -> bool:
    """Whether an event is told by its year, for the sake of a thing or a case of the story; `named` by several."""
    if event.score >= IMPORTANT or event.span.days <= EXACT:
        return False
    return _founds(event) or (_likens(event) and named.isdisjoint(_names(event)))


def _founds(event: Event) -> bool:
    return any(not FOUNDING.isdisjoint(mention.terms) for mention in event.mentions)


def _likens(event: Event) -> bool:
    return any(COMPARING.search(mention.quote) for mention in event.mentions)


def _names(event: Event) -> set[str]:
    return {name_key(word) for mention in event.mentions for name in mention.names for word in name.split()}


def _named_by_several(events: Sequence[Event]) -> set[str]:
    """The words of names that more than one article has."""
    holders: defaultdict[str, set[str]] = defaultdict(set)
    for event in events:
        for word in _names(event):
            holders[word].update(mention.article for mention in event.mentions)
    return {word for word, articles in holders.items() if len(articles) > 1}
