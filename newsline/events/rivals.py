"""Two days for what is surely the same telling: a conflict of dates, kept with both events.

Sources disagree about a date where both claim one: they name a day of the calendar or a weekday for something that
happened. A lead that is dated by its article claims none, a plan that was put off is no error, and a night belongs to
two days. Where much is told of those days the two have to say the same of the same: one predicate, one name or number.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from newsline.dates.describe import MONTHS, WEEKDAYS, describe
from newsline.dates.span import Precision, Span
from newsline.events.candidates import crowded, weightiest
from newsline.events.concepts import concept_of
from newsline.events.conflicts import number_conflicts
from newsline.events.english import verbs
from newsline.events.english.words import EVENT_NOUNS
from newsline.events.similarity import Vector, centroid, dot, features
from newsline.events.terms import stem
from newsline.events.tokens import tokenize
from newsline.late import late
from newsline.model import Conflict, Dating, Event, Factuality, Mention, TimexType

ADJACENT = 0.26
"""Cosine of two events' centroids from which they are one event under two dates, a day (or a month or year) apart."""
PER_CROWD = 0.03
"""What is added for each e-fold of tellings of those dates, as in merging."""
ADJACENT_OF_FEW = 0.14
"""The same where hardly anything else is told of those dates, and both sources claim theirs."""
ONE_DEED_OF_FEW = 0.07
"""The same where the two also share a verb or noun of what happened. Both were set on the annotated folders."""
NOT_ADJACENT = 0.80
"""The same for dates further apart: a slip by one is the usual one."""
LEAST_SHARED = NOT_ADJACENT**2 - 1e-9
"""The part of a vector's square that is shared with one of that cosine, at least; less what rounding may lose."""
SHARED = 3
"""Stems, names or numbers that two claims must have in common, where more than FEW tellings are of their dates."""
ALIKE = 0.4
"""The cosine of two claims there, each word counting alike. On four topics of T17 58 pairs of events were conflicts
without these rules, eight of them rightly; with them 9 are, six of them rightly."""
FEW = 12
SMALL_FOLDER = 200
"""Tellings of a folder in which one deed is hardly told twice: about 20 articles."""
ALL = "all"
LATER = 3
"""Days after the event from which a telling looks back on it. Two reports of successive days are no conflict of dates
unless one looks back: a running story sounds alike from day to day."""
APART = 31
"""Days between the two dates, at most: a confused day or a confused month, not an anniversary."""
COMMON = 40
"""A word that more events hold than this proposes no rivals."""


def date_conflicts(
    events: Sequence[Event], totals: Sequence[Vector], datings: Mapping[str, Dating], voice: Mapping[str, str]
) -> tuple[Event, ...]:
    """The events, each with a conflict for every other event that tells nearly the same of another date.

    The events come in the order in which they begin; `totals` are the sums of the vectors of each one's mentions.
    Events that one article tells both are two events, and no conflict.
    """
    sides = [side(event, total, datings) for event, total in zip(events, totals, strict=True)]
    told = crowd(events)
    conflicts: defaultdict[int, list[Conflict]] = defaultdict(list)
    holders: defaultdict[str, list[int]] = defaultdict(list)
    ends, looks_back = [one.ends for one in sides], [one.looks_back for one in sides]
    for i, mine in enumerate(sides):
        found = {j for key in mine.keys if key in holders for j in holders[key][-COMMON:]}
        first, anyway = mine.begins - APART, mine.looks_back
        near = [j for j in found if first <= ends[j] < mine.begins and (anyway or looks_back[j])]  # as `are_near` asks
        for j in sorted(j for j in near if may_be_alike(sides[j], mine)):
            both = between(sides[j], mine, told, voice)
            for one in (i, j) if both else ():
                conflicts[one].extend(conflict for conflict in both if conflict not in conflicts[one])
        for key in mine.keys:
            holders[key].append(i)
    return tuple(
        replace(event, conflicts=tuple(dict.fromkeys((*event.conflicts, *conflicts[i])))) if i in conflicts else event
        for i, event in enumerate(events)
    )


class Side(NamedTuple):
    """An event as it is compared with others."""

    event: Event
    center: Vector
    keys: Sequence[str]
    """The words by which it is found; none where only the dates of articles date it."""
    begins: int
    ends: int
    """Its first and its last day, as ordinals."""
    looks_back: bool


def side(event: Event, total: Vector, datings: Mapping[str, Dating]) -> Side:
    """An event with the sum of the vectors of its mentions, to be compared."""
    center = centroid((total,))
    keys = weightiest(center) if _has_expression(event) else ()
    return Side(event, center, keys, *event.span.ordinals, _looks_back(event, datings))


def are_near(a: Side, b: Side) -> bool:
    """Whether an event and one that begins no earlier can be rivals by their dates: quickly asked, and most cannot."""
    return 0 < b.begins - a.ends <= APART and (a.looks_back or b.looks_back)


def may_be_alike(a: Side, b: Side) -> bool:
    """Whether two that are near may be as alike as rivals are of days that do not adjoin: quickly asked, too.

    By what is not shared of the weightiest words of the first their cosine is at most a cosine short of 1.
    """
    if b.begins - a.ends == 1:
        return True
    rest = 1.0
    for key in a.keys:
        if key not in b.center:
            rest -= a.center[key] ** 2
            if rest < LEAST_SHARED:
                return False
    return True


def crowd(events: Iterable[Event]) -> Counter[str]:
    """How many tellings there are of each day, month or year, and in all; the counts of parts can be added."""
    of_span: Counter[Span] = Counter()
    for event in events:
        of_span[event.span] += len(event.mentions)
    told: Counter[str] = Counter()
    for span, count in of_span.items():
        told[crowded(span)] += count
        told[ALL] += count
    return told


def between(a: Side, b: Side, told: Mapping[str, int], voice: Mapping[str, str]) -> list[Conflict]:
    """The conflicts of an event with a later one that is near, none unless they surely tell the same of two dates.

    `told` is as from `crowd`; `voice` gives, for a syndicated copy, the article that it copies.
    """
    if not _disagree(a, b, told, voice):
        return []
    return [_conflict(a.event, b.event), *number_conflicts((*a.event.mentions, *b.event.mentions), voice)]


def _disagree(a: Side, b: Side, told: Mapping[str, int], voice: Mapping[str, str]) -> bool:
    """Whether two events are one under two dates."""
    alike, is_small, adjoin = dot(a.center, b.center), told[ALL] <= SMALL_FOLDER, b.begins - a.ends == 1
    least = NOT_ADJACENT if not adjoin else ONE_DEED_OF_FEW if is_small else ADJACENT
    if alike < least or _articles(a.event, voice) & _articles(b.event, voice):
        return False  # the quickest question comes first
    count = told[crowded(a.event.span)] + told[crowded(b.event.span)]
    few = count <= FEW and is_small and adjoin
    threshold = ADJACENT + PER_CROWD * math.log(count) if adjoin else NOT_ADJACENT
    if alike < (ONE_DEED_OF_FEW if few else threshold):
        return False
    theirs = _claims(b.event)
    claims = [(m, n) for m in _claims(a.event) for n in theirs if _clash(m, n)]
    if not few:
        return any(_say_the_same(m, n) for m, n in claims)
    one_deed = any(not _predicates(m).isdisjoint(_predicates(n)) for m, n in claims)
    named_alone = all(feature.startswith("n:") for feature in a.center.keys() & b.center.keys())
    return bool(claims) and (one_deed or (alike >= ADJACENT_OF_FEW and not named_alone))


def _has_expression(event: Event) -> bool:
    return any(mention.expression is not None for mention in event.mentions)


_BEGINS = late(r"(?i)\b(?:beg[aiu]ns?|start(?:s|ed)?|open(?:s|ed)?|launch(?:es|ed)?)\b")
_ENDS = late(
    r"(?i)\b(?:end(?:s|ed)?|finish(?:es|ed)?|closed?|stop(?:s|ped)?|halt(?:s|ed)?|adjourn(?:s|ed)?|concluded?"
    r"|collapsed?|cut (?:\w+ ){0,3}?short)\b"
)
"""The two ends of what lasts: a debate that began on one day and was cut short on another."""
_MONTHS = "|".join(month[:3] for month in MONTHS)
_CALENDAR = late(rf"(?i)\b(?:1\d|20)\d\d\b|\d[/-]\d|\b(?:{_MONTHS})")
_DAY_NAMED = late(
    rf"(?i)\b(?:{_MONTHS})[a-z]*\.?\s+\d{{1,2}}\b|\d(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTHS})|\d[/-]\d"
    rf"|\b(?:{'|'.join(WEEKDAYS)})"
)
_NIGHT = late(r"(?i)night|evening|late\b|dawn|overnight|early\b|small hours")


def _claims(event: Event) -> list[Mention]:
    """The tellings that say outright on which day (or in which month or year) it happened."""
    return [m for m in event.mentions if _is_claim(m, event)]


def _is_claim(mention: Mention, event: Event) -> bool:
    span = mention.span
    if mention.expression is None or span is None or mention.factuality is not Factuality.HAPPENED:
        return False
    if span.members or span.part or span.first != event.span.first:
        return False
    if span.approximate and mention.expression.type is not TimexType.TIME:
        return False  # "shortly before ten on Friday 13 February" leaves the hour open, not the day
    named = _DAY_NAMED if span.is_day else _CALENDAR
    return (span.is_day or span.precision in (Precision.MONTH, Precision.YEAR)) and bool(
        named.search(mention.expression.text)
    )


def _clash(a: Mention, b: Mention) -> bool:
    """Whether the dates of two claims are of one sort, one at least of the calendar, and no night between two days."""
    if a.span is None or b.span is None or a.expression is None or b.expression is None:
        return False
    first, second = a.expression.text, b.expression.text
    if a.span.is_day != b.span.is_day or (not a.span.is_day and a.span.precision is not b.span.precision):
        return False
    if not (_CALENDAR.search(first) or _CALENDAR.search(second)) or _are_phases(a, b):
        return False
    return _at_night(a) == _at_night(b)


def _are_phases(a: Mention, b: Mention) -> bool:
    """Whether one tells how a thing began and the other how it ended."""
    phases = [(bool(_BEGINS.search(m.text)), bool(_ENDS.search(m.text))) for m in (a, b)]
    return phases in ([(True, False), (False, True)], [(False, True), (True, False)])


def _at_night(mention: Mention) -> bool:
    """Whether a telling speaks of a night, which some count to the day before it and some to the day behind."""
    phrase = mention.expression.text if mention.expression is not None else ""
    return bool(_NIGHT.search(mention.text) or _NIGHT.search(phrase))


def _say_the_same(a: Mention, b: Mention) -> bool:
    """Whether two tellings share what happened, a name or a number, and much of their words."""
    one, other = features(a).weights, features(b).weights
    shared = one.keys() & other.keys()
    if len(shared) < SHARED or not any(feature[0] in "n#" for feature in shared):
        return False
    size = math.sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))
    alike = sum(one[feature] * other[feature] for feature in shared) / (size or 1.0)
    return alike >= ALIKE and not _predicates(a).isdisjoint(_predicates(b))


def _predicates(mention: Mention) -> frozenset[str]:
    """What happened: the verbs and the nouns of happening in a telling, by their concepts where they have one."""
    tokens = tokenize(mention.text, mention.start)
    found = set()
    for word, tag, i in zip(tokens.lower, tokens.tags, range(len(tokens)), strict=True):
        verb = tag in "VZUGB" and tokens.base(i) not in verbs.STATE | verbs.SPEECH
        noun = tag in "NP" and bool({word, word.removesuffix("s")} & EVENT_NOUNS or concept_of(stem(word)))
        if verb or noun:
            base = stem(tokens.base(i) if verb else word)
            found.add(concept_of(base) or base)
    return frozenset(found)


def _looks_back(event: Event, datings: Mapping[str, Dating]) -> bool:
    """Whether some article tells it well after; an article without a date is taken to."""
    published = [datings[m.article].published if m.article in datings else None for m in event.mentions]
    return any(span is None or (span.first - event.span.last).days >= LATER for span in published)


def _articles(event: Event, voice: Mapping[str, str]) -> set[str]:
    return {voice.get(mention.article, mention.article) for mention in event.mentions}


def _conflict(a: Event, b: Event) -> Conflict:
    told = [f"{describe(event.span)} ({', '.join(sorted({m.article for m in event.mentions}))})" for event in (a, b)]
    articles = sorted({mention.article for event in (a, b) for mention in event.mentions})
    return Conflict("date", f"reports differ on the date: {told[0]} or {told[1]}", tuple(articles))
