"""What a sentence without a date tells that goes on from the one before it.

Only where words say so ("Within hours the bridge was shut", "By then four had left"), or where the sentence before
merely announces it: "There were new arrests on Monday. Police took in four men". Of what else follows upon a dated
sentence of the annotated folders a third is of its day and told nowhere else, so that as much is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsline.dates.tense import Tense
from newsline.events import eventhood
from newsline.events.clauses import Clause, ClauseKind
from newsline.events.english import verbs
from newsline.events.factuality import factuality, verb_group
from newsline.events.hours import is_of_report
from newsline.events.parts import names_day
from newsline.late import late
from newsline.model import Factuality, SentenceKind, TimexType

if TYPE_CHECKING:
    from newsline.events.attribution import Voices
    from newsline.events.parse import Parse
    from newsline.model import Sentence, TimeExpression

AT_ONCE = late(
    r"(?:Within (?:an? |a few |some )?(?:second|moment|minute|hour)s?\b(?! of\b)"
    r"|(?:Seconds|Moments|Minutes|Hours) later"
    r"|By (?:then|the close|nightfall|dusk|sunset|daybreak)\b|(?:Soon|Shortly|Immediately) after(?:wards?)?,?"
    r"|That (?:same )?(?:night|evening|afternoon|day),? )"
)
"""Beginnings that put a sentence on the day told before it."""
INITIALS = "WSMHBIT"
"""What they begin with."""
REACH = 2
"""Sentences back in which that day is told."""
DAYS = frozenset({TimexType.DATE, TimexType.TIME})


def sequel_date(voices: Voices, index: int) -> TimeExpression | None:
    """The expression of a sentence before that dates sentence `index`, which has no date; None if none does."""
    here = voices.sentences[index]
    if index == 0 or here.kind is not SentenceKind.BODY or voices.in_quotation(index):
        return None
    if any(one.type in DAYS for one in voices.expressions[index]):
        return None
    day = _announced(voices, index) or (
        last_told(voices, index) if here.text[0] in INITIALS and AT_ONCE.match(here.text) else None
    )
    if day is None:
        return None
    parse = voices.parse(index)
    main = next((c for c in parse.clauses if c.kind is ClauseKind.MAIN and c.verb >= 0), None)
    return day if main is not None and _is_deed(parse, main) else None


def _announced(voices: Voices, index: int) -> TimeExpression | None:
    """The day of a sentence right before that only says "There was fresh horror on Friday"."""
    here, before = voices.sentences[index], voices.sentences[index - 1]
    if here.paragraph != before.paragraph or before.kind is not SentenceKind.BODY or voices.in_quotation(index - 1):
        return None
    if not before.text.startswith(("There was ", "There were ")):
        return None
    days = [one for one in voices.expressions[index - 1] if _is_past_day(one)]
    return days[0] if len(days) == 1 and len(voices.parse(index - 1).clauses) == 1 else None


def last_told(voices: Voices, index: int) -> TimeExpression | None:
    """The last day told shortly before; None where only a report is of it."""
    for near in range(index - 1, max(-1, index - 1 - REACH), -1):
        sentence = voices.sentences[near]
        if sentence.kind is not SentenceKind.BODY or sentence.quoted:
            return None
        days = [one for one in voices.expressions[near] if one.type in DAYS and one.tense is not Tense.FUTURE]
        if days:
            last = days[-1]
            return last if _is_past_day(last) and not _reports(sentence, last) else None
    return None


def _reports(sentence: Sentence, day: TimeExpression) -> bool:
    return is_of_report(sentence.text[: day.start - sentence.start])


def _is_past_day(one: TimeExpression) -> bool:
    return one.type in DAYS and one.tense is not Tense.FUTURE and names_day(one)


def _is_deed(parse: Parse, clause: Clause) -> bool:
    """Whether a clause tells what was done: in the simple past, the passive, or "had announced"."""
    tokens = parse.tokens
    group = verb_group(tokens, clause)
    if not group or tokens.tags[group[-1]] not in "VU":
        return False
    base = tokens.base(group[-1])
    first = tokens.lower[group[0]] in ("was", "were", "had") or len(group) == 1
    if not first or base in verbs.SPEECH or base in verbs.STATE or base in verbs.LASTING:
        return False
    return eventhood.is_event(tokens, clause) and factuality(tokens, clause) is Factuality.HAPPENED
