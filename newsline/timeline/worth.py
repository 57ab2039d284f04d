"""Whether an event is worth a line where a folder is small enough to be told whole.

There nothing has to make room, and what matters is not how many articles tell an event or how prominently (that orders
the events: `timeline.rank`), but whether an editor would take it for one: dated by words of its own, told at some
length, in words that can be printed.

The weights are those of a logistic regression on the annotated folders of tests/folders that may be read, with the
dates of their articles, each as a whole and each article by itself: `python -m tests.benchmarks._worth_fit`. On folders
left out of the fit the mean log-likelihood is -.42.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from newsline.dates.span import Precision
from newsline.model import Event, Factuality, Mention
from newsline.timeline.wording import points_back

BASE = -0.61
"""The log-odds of an event without any of the following."""
TELLINGS = 1.8
"""For each e-fold of the clauses that tell it."""
WORDS = 0.047
"""For each word of its line, up to `MANY_WORDS`."""
EARLY = -0.67
"""If it is told among the first sentences: these tell what the rest tells in detail, and with its date."""
UNDATED = -3.56
"""If no words date it but the day of its article."""
COARSE = -1.92
"""If no more is known of its date than the year, or than some days of different seasons."""
CUT_IN = -0.41
"""If its line begins in the midst of a sentence."""
FITNESS = 1.73
"""For the fitness of its fittest clause, 0 to 1."""
UNCERTAIN = -1.41
"""If it only may have happened, or is denied."""
ALONE = 0.81
"""If no other article tells anything: in a folder of several one event is often told as two."""

MANY_WORDS = 40
FIRST_SENTENCES = 3
THREE_MONTHS = 92
LEAST = 0.4
"""The probability from which an event is told. A line more or less changes F1 for the better from half of F1 on, which
is .8 on folders with dates."""
LEAST_STRUCK = 0.7
"""The same where an editor would strike the line: one in fourteen, as many as with a score of .36 from `timeline.rank`.
With .65 it is a quarter more of them, and up to .02 more of F1."""
STRUCK = frozenset(("caption", "cut", "open", "stub", "pronoun", "state"))
"""Defects of a line that an editor would strike (`Mention.defect`)."""
FRAGMENT = 5
"""Words below which a line is none."""


def worth_a_line(events: Sequence[Event], articles: int, least: float) -> list[Event]:
    """The events that the chronology of a small folder tells, in the same order; `articles` is how many it has.

    Of an article that would tell nothing at all, the headlines and leads as well whose score is at least `least`.
    """
    worth = {event.id for event in events if _is_worth_a_line(event, articles)}
    told = {mention.article for event in events if event.id in worth for mention in event.mentions}
    return [
        event
        for event in events
        if event.id in worth or (event.score >= least and any(_heads(mention, told) for mention in event.mentions))
    ]


def _heads(mention: Mention, told: AbstractSet[str]) -> bool:
    return mention.sentence == 0 and mention.article not in told


def _is_worth_a_line(event: Event, articles: int) -> bool:
    weighed = BASE + math.fsum(a * b for a, b in zip(WEIGHTS, features(event, articles), strict=True))
    return 1 / (1 + math.exp(-weighed)) >= (LEAST_STRUCK if _is_struck(event) else LEAST)


WEIGHTS = (TELLINGS, WORDS, EARLY, UNDATED, COARSE, CUT_IN, FITNESS, UNCERTAIN, ALONE)


def features(event: Event, articles: int) -> tuple[float, ...]:
    """What the weights are of, in their order, of an event of a folder of so many articles."""
    return (
        math.log(len(event.mentions)),
        min(MANY_WORDS, len(event.text.split())),
        min(mention.sentence for mention in event.mentions) < FIRST_SENTENCES,
        all(mention.expression is None for mention in event.mentions),
        event.span.precision <= Precision.YEAR or (bool(event.span.members) and event.span.days > THREE_MONTHS),
        event.text[:1].islower(),
        max(mention.fitness for mention in event.mentions),
        event.status in (Factuality.POSSIBLE, Factuality.DENIED),
        articles == 1,
    )


def _is_struck(event: Event) -> bool:
    if len(event.text.split()) < FRAGMENT:
        return True
    return any(mention.defect in STRUCK or points_back(mention) for mention in event.mentions if _shows(mention, event))


def _shows(mention: Mention, event: Event) -> bool:
    """Whether an event is shown by a mention's line."""
    place = mention.line or (mention.start, mention.end)
    return mention.article == event.article and place == (event.start, event.end)
