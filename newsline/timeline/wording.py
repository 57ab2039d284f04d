"""The line that an event is shown by: the best verbatim clause among its mentions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from newsline.dates.expression import Since
from newsline.events.participles import FINITE
from newsline.events.similarity import Vector, centroid, dot
from newsline.events.tokens import tokenize
from newsline.model import RELATIVES, Event, Mention

LONGEST = 30
"""Words that a line may have before it costs."""
SHORTEST = 6
"""Words below which a line is a fragment."""
PER_WORD_TOO_MANY = 0.02
PER_WORD_TOO_FEW = 0.12
CENTRALITY = 0.35
"""What standing for all tellings is worth beside standing alone (fitness, which is worth 1)."""
OTHER_STATUS = 0.5
"""Cost of a wording that tells the event otherwise than its status: as a plan, though it happened."""
SPOKEN = 0.15
"""Cost of a wording that somebody says, where the event is no claim."""
NAMELESS = 0.15
"""Cost of naming nobody and no place."""
COARSER = 0.3
"""Cost of a wording that dates the event less precisely than it is known: "last summer" beside 6 August."""
STATE = 0.3
"""Cost of telling what has held since the event: "since August they have kept the town" beside "they took it"."""
HALF_AS_LONG_AGAIN = 1.5
"""How much longer its date may be before it counts as coarser."""
DANGLING = 0.5
"""Cost of beginning with a word that points back to a sentence that is not shown."""
STOOD_FOR = 0.2
"""Cost of a pronoun beside which a name has to be printed: a line that has the name itself goes before it."""
HEADED = 0.4
"""Cost of a relative clause or a second verb, before which its noun has to be printed: it tells a thing in passing."""
DEFECT = 0.4
"""Cost of a line that an editor would strike: cut before its object, without a main verb, a quotation left open."""
GOOD_ENOUGH = 0.6
"""Fitness of a telling that may stand in for one whose line overlaps with that of another event."""
SAID_TWICE = 0.85
"""What is left of the score of an event that can only be shown by the line of another one: that one goes first."""
SAID_BESIDE = 0.5
"""The same where it is only a phrase of that line."""

_POINTS_BACK = re.compile(
    r"(?:it|its|he|him|his|she|her|hers|they|them|their|this|that|these|those|then|such|both|but|and|or|so|also"
    r"|hours later|days later|weeks later|meanwhile|however|which|who|whom|whose|where)\b",
    re.IGNORECASE,
)
_AND = re.compile(r"\b(?:and|but)\b")
_OF_A_NOUN = re.compile(r"[DPNJ#A]*[NP][^VZXHKMSC;:]*,[WQ]")
"""The tags of a noun and a relative behind a comma, "the mill, which burned": it can be read by itself."""
_WORD = re.compile(r"\S+")


def goodness(mention: Mention, event: Event, central: float) -> float:
    """How well a mention words an event; `central` is its cosine with all the tellings. About 0 to 1.4."""
    words = len(_WORD.findall(line(mention)[2]))
    value = mention.fitness + CENTRALITY * central
    value -= PER_WORD_TOO_MANY * max(0, words - LONGEST) + PER_WORD_TOO_FEW * max(0, SHORTEST - words)
    value -= OTHER_STATUS * (mention.factuality is not event.status)
    value -= SPOKEN * (mention.speaker is not None and not _mostly_spoken(event))
    value -= NAMELESS * (not mention.names)
    value -= STATE * _since(mention)
    value -= DEFECT * (mention.defect is not None)
    value -= _leans(mention)
    if mention.span is not None and mention.span.days > HALF_AS_LONG_AGAIN * event.span.days:
        value -= COARSER
    return value


def _leans(mention: Mention) -> float:
    """The cost of what has to be printed in brackets, or is missing."""
    if mention.stands_for is None:
        return DANGLING * points_back(mention)
    start, end, _ = mention.stands_for
    pronoun = mention.quote[start - mention.quote_start : end - mention.quote_start].lower()
    return HEADED if not pronoun or pronoun in RELATIVES else STOOD_FOR


def points_back(mention: Mention) -> bool:
    """Whether its line begins with a word that leans on a sentence before, and no name is printed beside it.

    Behind "and" its clause has to stand alone: the line begins with what else was done.
    """
    start, _, text = line(mention)
    joined = _AND.search(mention.quote, start - mention.quote_start, mention.start - mention.quote_start) is not None
    return mention.stands_for is None and _POINTS_BACK.match(mention.text if joined else text) is not None


def _since(mention: Mention) -> bool:
    return mention.expression is not None and isinstance(mention.expression.meaning, Since)


def _mostly_spoken(event: Event) -> bool:
    """Whether most of those who tell it only report what others say."""
    return 2 * sum(mention.speaker is not None for mention in event.mentions) >= len(event.mentions)


def best(event: Event, vectors: Sequence[Vector]) -> tuple[Mention, float]:
    """The mention that words the event best, and how good the best of all is; `vectors` are theirs, in order.

    One that tells the event as it came about goes before a better one that does not.
    """
    center = centroid(vectors)
    rated = [(goodness(m, event, dot(v, center)), m) for m, v in zip(event.mentions, vectors, strict=True)]
    rated.sort(key=lambda pair: (-round(pair[0], 9), pair[1].article, pair[1].start, pair[1].end))
    value, mention = rated[0]
    if mention.factuality is event.status:
        return mention, value
    return next((other for _, other in rated if _tells(other, event)), mention), value


def _tells(mention: Mention, event: Event) -> bool:
    """Whether a mention can be printed and tells the event as it came about: "she took office", not "she is to"."""
    if mention.defect is not None or mention.factuality is not event.status or points_back(mention):
        return False
    return any(tag in "VZXH" for tag in tokenize(line(mention)[2], 0).tags)


def line(mention: Mention) -> tuple[int, int, str]:
    """What is printed for a mention: offsets into its article, and the text."""
    if mention.line is None:
        return mention.start, mention.end, mention.text
    start, end = mention.line
    return start, end, mention.quote[start - mention.quote_start : end - mention.quote_start]


def apart(events: Sequence[Event]) -> list[Event]:
    """The events, so that no two are shown by lines that overlap.

    Where an event is shown by a line around its clause and another event by a part of that line, its clause has to do.
    """
    shown: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for event in events:
        shown[event.article].append((event.start, event.end, event.id))
    return [moved(event, shown) for event in events]


def moved(event: Event, shown: Mapping[str, Sequence[tuple[int, int, str]]]) -> Event:
    """The event by another telling or by a noun alone, if another event is shown by a part of its line.

    `shown` has, for each article that tells the event, where the lines of events lie in it, and whose they are.
    What a relative tells of a noun is then told by that alone ("Jan Ito, who left in May"). Another clause that is no
    sentence is not printed alone: the event keeps its line, counts for less, and the selection strikes what is said
    twice (`timeline.novelty`).
    """
    span = event.start, event.end
    own = next((m for m in event.mentions if m.article == event.article and m.line == span), None)
    if own is None or not _overlaps(event.id, event.article, span, shown):
        return event
    others = [m for m in event.mentions if _serves(m, event) and not _overlaps(event.id, m.article, line(m)[:2], shown)]
    if others:
        return worded(event, min(others, key=lambda m: (-m.fitness, m.article, m.start, m.end)))
    tags = tokenize(own.text, 0).tags
    if _OF_A_NOUN.match(tags):
        return _by_clause(event, own)
    if tags[:1] == "U" or any(tag in FINITE for tag in tags):  # "charged on Friday with murder"
        return replace(event, score=round(event.score * SAID_TWICE, 4))
    if tags[:1] in ("I", "A"):  # "by the Senate on Friday"
        return replace(event, score=round(event.score * SAID_BESIDE, 4))
    return _by_clause(event, own)


def _by_clause(event: Event, own: Mention) -> Event:
    """The event shown by the clause alone, not by the line around it."""
    held = event.stands_for is not None and own.start <= event.stands_for[0] < own.end
    return replace(event, text=own.text, start=own.start, end=own.end, stands_for=event.stands_for if held else None)


def _serves(mention: Mention, event: Event) -> bool:
    """Whether an event can as well be shown by a mention."""
    fit = mention.defect is None and mention.fitness >= GOOD_ENOUGH and not points_back(mention)
    return fit and mention.factuality is event.status


def _overlaps(
    event: str, article: str, span: tuple[int, int], shown: Mapping[str, Sequence[tuple[int, int, str]]]
) -> bool:
    """Whether another event is shown by a part of a slice."""
    return any(start < span[1] and span[0] < end and other != event for start, end, other in shown.get(article, ()))


def worded(event: Event, mention: Mention) -> Event:
    """The event shown by the line of one of its mentions; a claim is then that of who makes it there."""
    start, end, text = line(mention)
    claimed = mention.speaker or event.attributed_to if event.attributed_to is not None else None
    return replace(
        event,
        text=text,
        article=mention.article,
        start=start,
        end=end,
        attributed_to=claimed,
        stands_for=mention.stands_for,
    )
