"""The same event, told in several sentences and articles, becomes one event with all who tell it.

Agglomerative clustering under constraints. Pairs that share rare words and whose dates are compatible are joined from
the most similar downwards, as long as the groups they belong to are similar as a whole (the cosine of their
centroids) and their dates still meet: two different days never join, unless one source says that it corrects another.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field

from newsline.dates.span import Span
from newsline.events.agreement import are_two_dates, meet, meet_told_in_lead
from newsline.events.candidates import crowd, crowded, is_correction, pairs, within
from newsline.events.rivals import date_conflicts
from newsline.events.similarity import Vector, add, dot, length, vectors
from newsline.events.told import place, told_event
from newsline.model import Dating, Event, Mention

ALONE = 0.08
"""Cosine from which two tellings of a day of which little else is told are one event."""
PER_CROWD = 0.04
"""What is added for each e-fold of mentions of the same day, month or year: the more is told of it, the more events."""
PER_COARSER = 0.06
"""What is added for each e-fold that one date is longer than the other."""
PER_WIDER = 0.08
"""What is added at most for each e-fold that more is told of the wider date: in a small folder a month has few events
that a coarse telling could mean. Not where the date is wide because nobody knows when the article was written."""
FROM_AFAR = 0.6
"""The share of the threshold for two tellings of what lies far back for both: from afar one tells the main thing.

These were swept on the annotated folders in tests/folders: event F1 is .87 to .88 with ALONE from .04 to .08,
PER_CROWD from .03 to .05 and PER_WIDER from .02 to .08. The strict end was taken, as T17's crowded days want it."""
SEVERAL = 3
MAIN_THING = 0.85
"""The share for two dates of which one is coarser, where so many articles tell it under either: what several tell of a
month from afar is its main event, and so is what several tell of a day."""
WITHIN_ARTICLE = 0.06
"""What is added for two tellings of one article, headlines aside: it seldom tells a thing twice. Event F1 on five
folders written for it is .792 without and .800 with it; from .09 on it falls on those of tests/folders."""
DAY_BEFORE = 0.1
"""What is added for an undated lead and what others date a day earlier. AR1-F on T17: .160 without, .162 with .05,
.1635 with .1; the annotated folders are the same with all three."""
SURELY = 0.6
"""Cosine from which two tellings in one article are one event though they share nothing but names. Of 14 such pairs in
the annotated folders ten were two events: of one person a page tells many things."""
AFAR = 45
"""Days between a publication and the date that it tells, from which it tells it from afar."""
SURE = 3
"""Days that a publication date may be uncertain by and still count as known."""
CORRECTED = 0.45
"""Cosine from which a correction is of the event it resembles, though the days differ."""


Pair = tuple[float, int, int]
"""A cosine, and the numbers of the earlier and the later of two mentions."""


class Group(Struct):
    """Mentions taken for one event so far."""

    members: list[int]
    span: Span
    total: Vector
    """The sum of the vectors of its members."""
    size: float
    """The length of the sum."""
    lead: bool
    """Whether no member has an expression: the date is then only that of an article."""
    afar: bool
    """Whether every member tells it from afar."""
    unsure: bool
    """Whether the day of a member's article is not known."""
    headline: bool
    """Whether a member is the headline of its article."""
    sentences: set[tuple[str, int]] = field(default_factory=set)
    dates: dict[str, set[Span]] = field(default_factory=dict)
    """The dates under which each article tells it."""
    correcting: bool = False
    """Whether a member says that it puts an earlier report right."""
    corrected: bool = False
    published: dict[str, Span | None] = field(default_factory=dict)
    """When the articles that tell it were published."""


def merge(
    mentions: Sequence[Mention], datings: Mapping[str, Dating], copied: Mapping[str, str] | None = None
) -> tuple[Event, ...]:
    """The events that dated mentions tell; mentions without a span are left out.

    `copied` gives, for a syndicated copy, the article that it copies. Events come in order of their dates, their
    mentions in order of article and offset; the result does not depend on the order of the mentions. Near-linear in the
    number of mentions.
    """
    return merged(mentions, datings, copied)[0]


def merged(
    mentions: Sequence[Mention],
    datings: Mapping[str, Dating],
    copied: Mapping[str, str] | None = None,
    jobs: int = 1,
) -> tuple[tuple[Event, ...], list[Vector]]:
    """The same, and the vectors of all mentions of all events, in their order: what ranking needs of them.

    Up to `jobs` processes work on it.
    """
    dated = sorted((m for m in mentions if m.span is not None), key=place)
    voice = copied or {}
    found = vectors(dated)
    groups = []
    for group in _groups(dated, found, datings, jobs):
        event, weights = event_of(group, [(dated[i], found[i]) for i in group.members], voice)
        groups.append((event, group.total, weights))
    groups.sort(key=lambda one: order(one[0]))
    events = date_conflicts([event for event, _, _ in groups], [total for _, total, _ in groups], datings, voice)
    return events, [vector for _, _, weights in groups for vector in weights]


def event_of(
    group: Group, told: Sequence[tuple[Mention, Vector]], voice: Mapping[str, str]
) -> tuple[Event, list[Vector]]:
    """The event of a group's mentions, and their vectors in the order in which it has them."""
    return told_event(told, group.span, group.published, voice, group.corrected)


def order(event: Event) -> tuple[str, str, str]:
    """The order of events before they are ranked."""
    return event.span.first.isoformat(), event.span.last.isoformat(), event.id


def _groups(
    mentions: Sequence[Mention], found: Sequence[Vector], datings: Mapping[str, Dating], jobs: int
) -> list[Group]:
    """Join pairs from the most similar downwards."""
    told = crowd(span for m in mentions if (span := m.span) is not None)
    group_of = {i: single(i, mention, found[i], datings) for i, mention in enumerate(mentions)}
    join(pairs(mentions, found, jobs), group_of, told)
    return list({id(group): group for group in group_of.values()}.values())


def join(pairs: Iterable[Pair], group_of: dict[int, Group], told: Mapping[str, int]) -> list[Pair]:
    """Joins the groups of pairs from the most similar downwards, in place; returns the pairs that are undecided.

    What a pair is decided on depends on no pair that is less similar, and on no group but its two. So where one of
    the two is elsewhere (not in `group_of`), the pair is undecided, and so is every later one of a group that it
    touches; put together with the groups and pairs of elsewhere they are decided as if all had been in one place.
    """
    counts = _Counts(told)
    undecided: list[Pair] = []
    touched: set[int] = set()
    for pair in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        a, b = group_of.get(pair[1]), group_of.get(pair[2])
        if a is not None and a is b:
            continue
        if a is None or b is None or id(a) in touched or id(b) in touched:
            if a is None or b is None or not _are_two(a, b):
                undecided.append(pair)
                touched.update(id(group) for group in (a, b) if group is not None)
            continue
        joined = _join(a, b, counts)
        if joined is not None:
            for index in (b if joined is a else a).members:
                group_of[index] = joined
    return undecided


def single(index: int, mention: Mention, vector: Vector, datings: Mapping[str, Dating]) -> Group:
    """A mention by itself; `index` is its place in the order of all."""
    span = mention.span
    if span is None:
        raise ValueError("an undated mention cannot be merged")
    dating = datings.get(mention.article)
    published = dating.published if dating else None
    afar = published is not None and (published.first - span.last).days >= AFAR
    lead = mention.expression is None
    unsure = published is None or published.days > SURE
    group = Group([index], span, vector, length(vector), lead, afar, unsure, mention.sentence <= 0)
    group.sentences = {(mention.article, mention.sentence)}
    group.dates[mention.article] = {span}
    group.published[mention.article] = published
    group.correcting = is_correction(mention)
    return group


class _Counts:
    """How much is told of a time, `told` being as from `candidates.crowd`; most spans are asked for again and again."""

    def __init__(self, told: Mapping[str, int]) -> None:
        self._told = told
        self._found: dict[Span, tuple[int, int]] = {}

    def of(self, span: Span) -> tuple[int, int]:
        """The mentions that are counted with a span, and about how many lie in it."""
        found = self._found.get(span)
        if found is None:
            found = self._found[span] = self._told.get(crowded(span), 0), within(span, self._told)
        return found


def _join(a: Group, b: Group, counts: _Counts) -> Group | None:
    """The two as one group, the larger of them; None where they are two events."""
    if _are_two(a, b):
        return None
    span = _agreed(a, b)
    if span is None and a.correcting == b.correcting:
        return None
    inner = dot(a.total, b.total)
    cosine = inner / (a.size * b.size or 1.0)
    corrected = False
    if span is None and cosine >= CORRECTED:
        span, corrected = _correction(a, b), True
    if span is None or cosine < _threshold(a, b, counts) + _within(a, b) + _day_before(a, b):
        return None
    if cosine < SURELY and a.dates.keys() == b.dates.keys() and _share_names_alone(a, b):
        return None
    if len(a.members) < len(b.members):
        a, b = b, a
    if len(a.members) == 1:
        a.total = dict(a.total)  # so far the vector of its mention
    add(a.total, b.total)
    a.size = math.sqrt(a.size * a.size + b.size * b.size + 2 * inner)  # to measure the sum anew takes long in the end
    a.members.extend(b.members)
    a.sentences |= b.sentences
    a.headline = a.headline or b.headline
    for article, spans in b.dates.items():
        a.dates.setdefault(article, set()).update(spans)
    a.published.update(b.published)
    a.correcting = a.correcting or b.correcting
    a.unsure = a.unsure or b.unsure
    a.span, a.lead, a.afar, a.corrected = (
        span,
        a.lead and b.lead,
        a.afar and b.afar,
        corrected or a.corrected or b.corrected,
    )
    return a


def _are_two(a: Group, b: Group) -> bool:
    """Whether two groups are two events whatever else joins them."""
    return not a.sentences.isdisjoint(b.sentences) or _told_apart(a, b)


def _told_apart(a: Group, b: Group) -> bool:
    """Whether one article tells of both under dates of which neither holds the other.

    They may overlap where the article's own date is uncertain ("this morning", "late last week"): its expressions
    count from one day, whichever that is, so they are two dates.
    """
    for article in a.dates.keys() & b.dates.keys():
        for one in a.dates[article]:
            if any(are_two_dates(one, other) for other in b.dates[article]):
                return True
    return False


def _day_before(a: Group, b: Group) -> float:
    """What is added for an undated lead and what another dates the day before it was published."""
    return DAY_BEFORE if a.lead != b.lead and meet(a.span, b.span) is None else 0.0


def _within(a: Group, b: Group) -> float:
    """What is added for two groups that one and the same article alone tells, neither by its headline."""
    same = len(a.dates) == len(b.dates) == 1 and a.dates.keys() == b.dates.keys()
    return WITHIN_ARTICLE if same and not (a.headline or b.headline) else 0.0


def _share_names_alone(a: Group, b: Group) -> bool:
    """Whether two groups have nothing but names in common."""
    return all(feature.startswith("n:") for feature in a.total.keys() & b.total.keys())


def _threshold(a: Group, b: Group, counts: _Counts) -> float:
    (of_a, in_a), (of_b, in_b) = counts.of(a.span), counts.of(b.span)
    threshold = ALONE + PER_CROWD * math.log(max(of_a, of_b, 1))
    coarser = PER_COARSER * abs(math.log(a.span.days / b.span.days))
    if coarser and not (a.unsure or b.unsure):
        coarser = min(coarser, PER_WIDER * abs(math.log(in_a / in_b)))
    threshold += coarser
    if coarser and min(len(a.dates), len(b.dates)) >= SEVERAL and (a.afar or b.afar):
        threshold *= MAIN_THING
    return threshold * FROM_AFAR if a.afar and b.afar else threshold


def _agreed(a: Group, b: Group) -> Span | None:
    if a.lead and not b.lead:
        return meet_told_in_lead(a.span, b.span)
    if b.lead and not a.lead:
        return meet_told_in_lead(b.span, a.span)
    return meet(a.span, b.span)


def _correction(a: Group, b: Group) -> Span:
    """The date of the group that says it corrects, of two of which one does."""
    return a.span if a.correcting else b.span
