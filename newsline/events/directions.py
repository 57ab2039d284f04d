"""Whether the date of a unit lies ahead or behind, as far as its verb tells: a plan lies ahead, a report behind."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from newsline.dates.expression import Bare, walk
from newsline.dates.repeating import Month, MonthDay
from newsline.dates.tense import Tense
from newsline.events.english import verbs, vocabulary
from newsline.events.factuality import HEADED
from newsline.events.moved import shifted
from newsline.events.nominal import RECENT
from newsline.events.parts import Told
from newsline.events.verdict import is_arranging
from newsline.model import Factuality, TimeExpression

if TYPE_CHECKING:
    from newsline.events.attribution import Voices
    from newsline.events.tokens import Tokens

MODAL = "M"
LYING_AHEAD = (Factuality.PLANNED, Factuality.POSSIBLE, Factuality.CANCELLED)
PRESENT = "Z"
"""The tag of verbs in the present."""
LATELY = RECENT | vocabulary("last early late night morning afternoon evening week weekend")
"""Words of the days of which news tells what was said: "told us last week that it would open in May"."""
PERFECT_REACH = 6
"""Words from "may" or "is" on among which "have left" stands."""


def directed(voices: Voices, index: int, told: Told, fact: Factuality) -> TimeExpression | None:
    """The expression of a unit with the direction that its verb gives it."""
    parse = voices.parse(index)
    tokens = parse.tokens
    if told.expression is not None and told.nominal and is_arranging(parse, told):
        return _arranged(told.expression, tokens, parse.clauses[told.clause].verb)
    if told.expression is not None and shifted(parse, tokens.index(told.expression.start)):
        return told.expression  # "was put back to Tuesday"
    expression = _with_tense(told.expression, fact, tokens, told)
    if expression is not None and not voices.headline(index) and _lies_ahead(expression, tokens, told):
        return replace(expression, tense=Tense.FUTURE)
    return expression


def _arranged(expression: TimeExpression, tokens: Tokens, verb: int) -> TimeExpression:
    """The day for which something was arranged: ahead; of "had called an election for 4 July" it may be over."""
    if not _of_the_year(expression):
        near = tokens.lower[tokens.index(expression.start)] in RECENT
        return replace(expression, tense=Tense.FUTURE) if near and tokens.lower[verb] != "had" else expression
    return replace(expression, tense=Tense.NONE if tokens.lower[verb] == "had" else Tense.FUTURE)


def _past(tokens: Tokens, verb: int, expression: TimeExpression) -> bool:
    """Whether a past verb takes back a direction that the expression was given: "decided in April to close".

    Not one of another clause, as headlines join them: "Drill reached the miners, rescue could start on Wednesday"; nor
    where something was arranged for then: "set sentencing for 4 May".
    """
    told = verb >= 0 and (tokens.tags[verb] == "V" or tokens.lower[verb] in ("was", "were", "had", "could", "couldn't"))
    if not told or expression.tense in (Tense.PAST, Tense.NONE):
        return False
    between = range(verb + 1, tokens.index(expression.start))
    if between and tokens.lower[between.stop - 1] == "for":
        return False
    return not any(tokens.tags[i] == MODAL and "," in tokens.tags[verb:i] for i in between)


def _with_tense(
    expression: TimeExpression | None, fact: Factuality, tokens: Tokens, told: Told
) -> TimeExpression | None:
    """The expression with the direction that the verb of its clause gives it: a plan lies ahead."""
    verb = told.slice.verb
    if (
        expression is not None
        and fact is Factuality.CANCELLED
        and not (_was(tokens, verb) and _of_the_year(expression))
    ):
        if told.nominal and tokens.tags[told.slice.first - 1] == "V":
            return expression  # "postponed Monday's launch"
        if _was(tokens, verb) and not _calls_off(tokens):
            return replace(expression, tense=Tense.PAST)  # "were to be paid on Friday but were not"
        return replace(expression, tense=Tense.NONE if _put_off(tokens, verb) else Tense.FUTURE)
    if expression is not None and not told.nominal and fact is Factuality.HAPPENED and _past(tokens, verb, expression):
        return replace(expression, tense=Tense.PAST)
    refused = fact is Factuality.DENIED and verb >= 0 and tokens.tags[verb] == MODAL  # "will not stand in September"
    if expression is None or told.nominal or verb < 0 or not (refused or fact in LYING_AHEAD):
        return expression
    if fact is Factuality.POSSIBLE and "HU" in tokens.tags[verb : verb + PERFECT_REACH]:
        return replace(expression, tense=Tense.PAST)  # "may have left on Monday", "is thought to have left"
    arranged = tokens.lower[tokens.index(expression.start) - 1] == "for"
    past = _was(tokens, verb)
    if past and _of_the_year(expression) and not _just_said(tokens, verb):
        return replace(expression, tense=Tense.NONE)  # "had been planned for 11 October": that may be over
    past = past and not _just_said(tokens, verb)
    return expression if past and not arranged else replace(expression, tense=Tense.FUTURE)


def _lies_ahead(expression: TimeExpression, tokens: Tokens, told: Told) -> bool:
    """As in "On Sunday the town chooses a mayor", "has cancelled all flights on Sunday": a weekday to come."""
    verb, first = told.slice.verb, tokens.index(expression.start)
    if told.nominal or verb < 0 or tokens.lower[first] not in RECENT:
        return False
    behind = verb + 1 + (tokens.tags[verb + 1 : verb + 2] == "A")
    if tokens.lower[verb] in ("has", "have") and tokens.tags[behind : behind + 1] == "U":
        return tokens.base(behind) in verbs.CANCELLING and first > behind
    present = tokens.tags[verb] == PRESENT and tokens.base(verb) not in verbs.SPEECH
    return present and (expression.tense is Tense.NONE or tokens.lower[first - 1] == "from")


def _just_said(tokens: Tokens, verb: int) -> bool:
    """As in "said on Thursday it would shut by May", "said it was likely to shut": what was said lately lies ahead."""
    if tokens.lower[verb] not in ("would", "was", "were") or "had" in tokens.lower[:verb]:
        return False
    dates = [i for i in range(verb) if tokens.tags[i] == "Y"]
    said = any(tokens.tags[i] in "VZ" and tokens.base(i) in verbs.SPEECH for i in range(verb))
    return said and all(tokens.lower[i] in LATELY for i in dates)


def _calls_off(tokens: Tokens) -> bool:
    """Whether a sentence says that something was called off."""
    return "off" in tokens.lower or any(
        tokens.base(i) in verbs.CANCELLING for i, tag in enumerate(tokens.tags) if tag in "VUZEN"
    )


def _put_off(tokens: Tokens, verb: int) -> bool:
    """As in "had been planned for Friday but was put off": that Friday may be over."""
    behind = tokens.lower[verb + 1 :]
    if tokens.lower[verb] == "had" and "but" in behind:
        return True  # "had been due to leave on Monday but stayed"
    return _was(tokens, verb) and any(pair in (("but", "was"), ("but", "were")) for pair in pairwise(behind))


def _was(tokens: Tokens, verb: int) -> bool:
    """Whether a plan is told in the past."""
    past = tokens.tags[verb] == "V" and tokens.lower[verb] not in HEADED
    return verb >= 0 and (tokens.lower[verb] in ("was", "were", "had", "would") or past)


def _of_the_year(expression: TimeExpression) -> bool:
    """Whether a date is a day or a month of an unnamed year."""
    return any(
        isinstance(part, Bare) and isinstance(part.repeating, MonthDay | Month) for part in walk(expression.meaning)
    )
