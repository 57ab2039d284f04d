"""The lines of a day: central to what is told of it, and not told already, of this day or of those around it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from newsline.dates.span import DAY, Precision
from newsline.events.outcome import DONE
from newsline.events.similarity import Vector, centroid, dot, vectors
from newsline.model import Dating, Event, Factuality

CENTRALITY = 1.5
"""What being like all that is told of the day is worth beside the score; 1 to 2 did about as well."""
REPEATED = 0.7
"""Cosine from which an event says again what another one says."""
AROUND = 3
"""Days before and after within which a repetition counts as one."""
SAME_MATTER = 0.05
"""Cosine from which a report of a day is of what was planned for it, and the features that both must have: of four
pairs above .05 in the annotated folders the two that share two of them are of one matter, the others are not."""
SHARED = 2
SAME_WORDS = 0.6
"""Share of the words of two lines that both have (Jaccard), from which one of the two is struck."""
AWAITED = frozenset(("c:ruling", "w:decis", "w:decid"))
"""Features of a plan to decide, and of what decides."""
DECIDED = frozenset(f"c:{name}" for name in ("acquit", "approve", "ban", "convict", "reject", "ruling", "sentence"))
RECURRING = 45
"""Days apart from which the same words tell of something that happened again."""
SHORT_WORD = 3
"""Letters up to which a word says nothing about what is told."""

_WORD = re.compile(r"\w+")


class _Lines:
    """The lines kept so far, and whether another one says the same in the same words."""

    def __init__(self) -> None:
        self._lines: list[tuple[int, frozenset[str], tuple[str, int]]] = []
        self._holders: defaultdict[str, list[int]] = defaultdict(list)

    def repeats(self, event: Event) -> bool:
        words, day = _content(event.text), event.span.first.toordinal()
        place = event.article, event.start
        shared = Counter(i for word in words for i in self._holders.get(word, ()))
        for i, count in shared.items():
            other_day, other, other_place = self._lines[i]
            if place == other_place and words == other:
                return True
            if place == other_place and day != other_day:
                continue  # "was arrested on Monday", "was arrested on Monday and charged on Friday"
            if count >= SAME_WORDS * (len(words) + len(other) - count) and abs(other_day - day) < RECURRING:
                return True
        return False

    def add(self, event: Event) -> None:
        words = _content(event.text)
        for word in words:
            self._holders[word].append(len(self._lines))
        self._lines.append((event.span.first.toordinal(), words, (event.article, event.start)))


def _content(text: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(text.lower()) if len(word) > SHORT_WORD)


Vectors = Mapping[str, Vector]
"""For each event, by its id, the centroid of its tellings."""


def event_vectors(events: Sequence[Event]) -> Vectors:
    """The vectors of events among each other."""
    single = iter(vectors([mention for event in events for mention in event.mentions]))
    return {event.id: centroid([next(single) for _ in event.mentions]) for event in events}


def by_centrality(events: Sequence[Event], found: Vectors) -> list[Event]:
    """The events, those first that are both important and central to what is told of their day."""
    of_day: defaultdict[date, list[Vector]] = defaultdict(list)
    for event in events:
        of_day[event.span.first].append(found[event.id])
    centers = {day: centroid(members) for day, members in of_day.items()}
    values = {e.id: e.score + CENTRALITY * dot(found[e.id], centers[e.span.first]) for e in events}
    return sorted(events, key=lambda event: (-values[event.id], event.span.first, event.id))


def without_repeats(events: Sequence[Event], found: Vectors, per_day: int | None = None) -> list[Event]:
    """The events in their order without those that repeat an earlier one, at most `per_day` of each first day.

    Of two events that are one under two dates the first stays, whose conflict names the other date and its sources.
    """
    overtaken = _overtaken(events, found)
    kept: list[Event] = []
    near: defaultdict[int, list[Vector]] = defaultdict(list)
    count: defaultdict[date, int] = defaultdict(int)
    disputed: set[str] = set()
    lines = _Lines()
    for event in events:
        day, vector = event.span.first, found[event.id]
        if event.id in overtaken or (per_day is not None and count[day] >= per_day):
            continue
        around = (other for n in range(-AROUND, AROUND + 1) for other in near[day.toordinal() + n])
        rivals = {conflict.text for conflict in event.conflicts if conflict.kind == "date"}
        if rivals & disputed or lines.repeats(event) or any(dot(vector, other) >= REPEATED for other in around):
            continue
        kept.append(event)
        lines.add(event)
        disputed |= rivals
        count[day] += 1
        near[day.toordinal()].append(vector)
    return kept


def _overtaken(events: Sequence[Event], found: Vectors) -> set[str]:
    """The plans for a day of which others report what came of them: "A rally is planned for Friday"."""
    reports: defaultdict[date, list[Event]] = defaultdict(list)
    for event in events:
        if event.span.is_day and event.status in DONE:
            reports[event.span.first].append(event)
    plans = [event for event in events if event.span.is_day and event.status is Factuality.PLANNED]
    return {plan.id for plan in plans if any(_tells_of(report, plan, found) for report in reports[plan.span.first])}


def _tells_of(report: Event, plan: Event, found: Vectors) -> bool:
    """Whether other articles report of the matter of a plan; to share one word is not enough.

    A decision that was awaited needs none: "A verdict is expected on Friday", "The jury cleared her".
    """
    vector, other = found[plan.id], found[report.id]
    alike = len(vector.keys() & other.keys()) >= SHARED and dot(vector, other) >= SAME_MATTER
    if not alike and (AWAITED.isdisjoint(vector) or DECIDED.isdisjoint(other)):
        return False
    return {mention.article for mention in report.mentions}.isdisjoint(mention.article for mention in plan.mentions)


FINER = 3
"""How many times shorter a date has to be to tell when something of a month or a year was."""
TOLD_FINER = 0.2
"""Cosine from which other articles tell with its day what one tells of a month. In the annotated folders five of six
such lines are told twice, of those between .1 and .2 half are."""


def without_coarse_repeats(events: Sequence[Event], found: Vectors, datings: Mapping[str, Dating]) -> list[Event]:
    """The events without those of a month, a season or a year that others tell with the day: "fell at the end of May".

    For small folders: among very many events some are always alike. A date that is wide because nobody knows when its
    article was written is not meant.
    """
    coarse = [event for event in events if _is_coarse(event, datings)]
    told = {event.id for event in coarse if any(_tells_finer(event, other, found) for other in events)}
    return [event for event in events if event.id not in told]


def _is_coarse(event: Event, datings: Mapping[str, Dating]) -> bool:
    published = [datings[m.article].published if m.article in datings else None for m in event.mentions]
    known = all(span is not None and FINER * span.days <= event.span.days for span in published)
    return known and event.span.precision < Precision.WEEK and not event.span.members


def _tells_finer(wide: Event, fine: Event, found: Vectors) -> bool:
    if fine.span.days * FINER > wide.span.days or not wide.span.contains(fine.span):
        return False
    if fine.status is not wide.status or dot(found[wide.id], found[fine.id]) < TOLD_FINER:
        return False
    return {mention.article for mention in wide.mentions}.isdisjoint(mention.article for mention in fine.mentions)


NEAR_THE_LEAD = 6
"""Sentences of an article in which it tells its news."""


def without_bare_headlines(events: Sequence[Event]) -> list[Event]:
    """The events without those that only one headline tells, of an article that tells its day's news with a date.

    They are nearly always the same event, in words too different to be merged, dated by the article alone.
    """
    dated: defaultdict[str, set[tuple[str, date]]] = defaultdict(set)
    for event in events:
        for mention in event.mentions:
            if mention.expression is not None and mention.sentence <= NEAR_THE_LEAD:
                dated[mention.article].add((event.id, event.span.last))
    return [event for event in events if not _is_told_with_a_date(event, dated)]


def _is_told_with_a_date(event: Event, dated: Mapping[str, set[tuple[str, date]]]) -> bool:
    articles = {mention.article for mention in event.mentions}
    if len(articles) > 1 or any(m.expression is not None or m.sentence > 0 for m in event.mentions):
        return False
    others = (day for article in articles for other, day in dated.get(article, ()) if other != event.id)
    return any(event.span.last - DAY <= day <= event.span.last for day in others)
