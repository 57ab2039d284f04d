"""What is to be thought of a unit: does it tell an event, did that happen, and who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from newsline.dates.expression import Between, RangeEnd, Since
from newsline.events import eventhood
from newsline.events.attribution import Voices
from newsline.events.clauses import Clause, ClauseKind
from newsline.events.english import verbs, vocabulary
from newsline.events.factuality import factuality, verb_group
from newsline.events.nominal import ARRANGING, taking_effect
from newsline.events.parse import Parse
from newsline.events.parts import Told, is_deictic
from newsline.events.pronouns import is_person
from newsline.events.subjects import report_subject
from newsline.late import late
from newsline.model import Factuality, TimexType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsline.events.tokens import Tokens

PRESENT_PENALTY = 0.6
"""Fitness of a dated clause in the simple present: news is told in the past, listings and habits are not."""
CAPTION_PENALTY = 0.3
"""The same below a picture: what it shows has a date, and is seldom what happened that day."""
SPOKEN_PENALTY = 0.5
"""Fitness of what a quotation dates by "today" or "tomorrow": there hopes are told, and the day of speaking is open."""
SAYING_PENALTY = 0.7
"""Fitness of a line whose news is only that somebody gave an opinion."""

ARRANGED = vocabulary("planned scheduled set due arranged called expected fixed slated booked announced")
PAST = vocabulary("was were had")
TIMETABLE = vocabulary(
    "arrive begin close come convene end expire fall go leave meet open reopen resume return run start take"
)
"""Verbs whose present may tell what is to come: "The ferry starts its summer service March 4, 2020"."""
YEAR = late(r"\d\W+\d{4}\b|\d (?:[A-Z]\w+) \d{4}\b")
"""A day with its year: "March 4, 2019", "4 March 2019"."""
OFF = vocabulary("off back")
DID_NOT = vocabulary("not never didn't didn’t hasn't hasn’t wasn't wasn’t weren't weren’t")
REFUSAL = late(
    r"(?i)(?:it|they|he|she|that|this|we) (?:never|(?:did|was|were|had|has|have)(?: not|n[’']t))"
    r"(?: (?:so|happen\w*|be|been|come|take place|to be))?\."
)
SHORT_ANSWER = 4
"""Words and full stop of "did not do so" at the most: longer ones tell something else."""
BIRTH_YEAR = late(r"\d{4}")


class Verdict(Struct, frozen=True):
    """Of a unit that tells an event; `weight` is a factor of its fitness."""

    factuality: Factuality
    speaker: str | None
    weight: float = 1.0
    defect: str | None = None
    """As in `Mention.defect`, where the sentence as a whole has one."""


def _nominal_factuality(parse: Parse, told: Told) -> Factuality:
    run = parse.tokens.lower[told.slice.first : told.slice.end]
    planned = {"planned", "proposed", "scheduled", "arranged", "upcoming", "due", "expected"}.intersection(run)
    clause = parse.clauses[told.clause]
    starting = {"beginning", "starting", "commencing"}.intersection(run)
    main = next((c.verb for c in parse.clauses if c.kind is ClauseKind.MAIN and c.verb >= 0), -1)
    if starting and main >= 0 and parse.tokens.tags[main] == "Z":
        return Factuality.PLANNED  # "comes days before a truce beginning on 8 May"
    if planned and clause.verb >= 0 and cancels(parse, clause):
        return Factuality.CANCELLED
    if told.slice.first == clause.body and told.slice.end <= clause.verb and cancels(parse, clause):
        return Factuality.CANCELLED  # "Monday's debate was put off"
    if is_arranging(parse, told):
        return Factuality.PLANNED
    governing = told.slice.first - 1
    if governing >= 0 and parse.tokens.tags[governing] in "VUZB" and parse.tokens.base(governing) in verbs.CANCELLING:
        return Factuality.CANCELLED  # "postponed Monday's launch"
    return Factuality.PLANNED if planned else Factuality.HAPPENED


def is_arranging(parse: Parse, told: Told) -> bool:
    """As in "has called an election for 4 July": the day of a noun for which its verb arranges it."""
    tokens, first = parse.tokens, told.slice.first
    begin = -1 if told.expression is None else tokens.index(told.expression.start)
    if taking_effect(tokens, parse.clauses[told.clause], begin, begin + 1) is not None:
        return True
    if told.expression is None or tokens.lower[tokens.index(told.expression.start) - 1] != "for":
        return False
    return first > 0 and tokens.tags[first - 1] in "VZUGB" and tokens.base(first - 1) in ARRANGING


def cancels(parse: Parse, clause: Clause) -> bool:
    """Whether the verb of a clause calls something off."""
    tokens = parse.tokens
    for i in range(max(clause.verb, clause.first), clause.end):
        if tokens.tags[i] in "VZUE":
            if tokens.base(i) in verbs.CANCELLING:
                return True
            if tokens.base(i) in ("call", "put", "push") and not OFF.isdisjoint(tokens.lower[i + 1 : i + 3]):
                return tokens.base(i) != "call" or "off" in tokens.lower[i + 1 : i + 3]
        elif tokens.tags[i] == "X" and tokens.lower[i + 1 : i + 2] == ["off"]:
            return True
    return False


def judge(voices: Voices, index: int, told: Told) -> Verdict | None:
    """Factuality and speaker of a unit; None if it tells no event."""
    parse = voices.parse(index)
    if told.nominal:
        return Verdict(_nominal_factuality(parse, told), None)
    tokens, clauses = parse.tokens, parse.clauses
    clause = clauses[told.clause]
    title = voices.headline(index)
    content = _content(clauses, told.clause)
    reports = report_subject(parse, told.clause) is not None
    if clause.kind is ClauseKind.REPORT or (reports and content is not None):
        return _reported(voices, index, told, content)
    if clause.kind is ClauseKind.PARTICIPLE and is_arranged(tokens, clause):
        around = [c for c in clauses if c.kind in (ClauseKind.MAIN, ClauseKind.RESUMED) and c.verb >= 0]
        off = any(cancels(parse, c) or factuality(tokens, c) is Factuality.DENIED for c in around)
        return Verdict(Factuality.CANCELLED if off else Factuality.PLANNED, None)
    if not (eventhood.is_event(tokens, clause) or _has_ends(tokens, clause, told)) or _is_birth(tokens, clause, told):
        return None
    if told.expression is not None and isinstance(told.expression.meaning, Since) and _repeats(voices, index, clause):
        return None
    if told.expression is None and not title and index > 0 and eventhood.describes(tokens, clause):
        return None
    if told.expression is None and not title and eventhood.is_background(tokens, clause):
        return None
    speaker = voices.speaker(index, told.clause)
    fact = factuality(tokens, clause, title=title, reported=speaker is not None)
    if clause.kind is ClauseKind.CONTENT and denied(parse, told.clause):
        fact = Factuality.DENIED
    if fact is not Factuality.CANCELLED and _thing_called_off(parse, told):
        return Verdict(Factuality.CANCELLED, speaker)
    weight, caption = 1.0, False
    if not title and told.expression is not None and _habitual(parse, clause):
        caption = _is_caption(parse, clause, told)
        weight = CAPTION_PENALTY if caption else PRESENT_PENALTY
    if told.expression is not None and voices.in_quotation(index) and is_deictic(told.expression):
        weight *= SPOKEN_PENALTY
    past = fact is Factuality.PLANNED and tokens.lower[clause.verb] in PAST
    if past and (_then_called_off(parse, told.clause) or _refuted(voices, index)):
        fact = Factuality.CANCELLED
    if fact is Factuality.PLANNED and tokens.lower[clause.verb] in ("was", "were") and _contradicted(parse, told):
        fact = Factuality.HAPPENED
    if fact is Factuality.PLANNED and clause.kind is ClauseKind.RELATIVE and _called_off(parse, told.clause):
        fact = Factuality.CANCELLED
    return Verdict(fact, speaker, weight, "caption" if caption else None)


def _repeats(voices: Voices, index: int, clause: Clause) -> bool:
    """As in "Since May it has sold 4,000 loaves a week": how often it was done."""
    tokens = voices.parse(index).tokens
    sets = (one for one in voices.expressions[index] if one.type is TimexType.SET)
    return any(clause.first <= tokens.index(one.start) < clause.end for one in sets)


def _has_ends(tokens: Tokens, clause: Clause, told: Told) -> bool:
    """As in "One fan was out of service from 26 June until 5 July": a state whose days are told; no term of years."""
    if told.expression is None or clause.verb < 0 or tokens.lower[clause.verb] not in ("was", "were"):
        return False
    ends = isinstance(told.expression.meaning, Between | RangeEnd)
    return ends and BIRTH_YEAR.search(told.expression.text) is None


def _is_birth(tokens: Tokens, clause: Clause, told: Told) -> bool:
    """As in "Ito was born in 1961": that tells who somebody is; but "the twins were born on Friday"."""
    group = verb_group(tokens, clause)
    named = told.expression is None or BIRTH_YEAR.search(told.expression.text) is not None
    born = bool(group) and named and tokens.lower[group[-1]] == "born"
    thing = clause.subject and tokens.tags[clause.verb - 1] == "N" and not is_person(tokens, clause.verb - 1)
    return born and not thing  # "a litter was born in 2001"


def denied(parse: Parse, number: int) -> bool:
    """Whether the clause that reports clause `number` denies it."""
    group = verb_group(parse.tokens, parse.clauses[max(0, number - 1)])
    return bool(group) and parse.tokens.base(group[-1]) == "deny"


def is_arranged(tokens: Tokens, clause: Clause) -> bool:
    """As in ", planned for Saturday," and ", originally scheduled for May,"."""
    first = next((i for i in range(clause.body, clause.end) if tokens.tags[i] != "A"), clause.body)
    behind = tokens.lower[first + 1 : first + 2]
    due = tokens.lower[first] == "due" and behind in (["in"], ["on"], ["by"], ["at"])
    ahead = tokens.lower[first] in ARRANGED and (
        behind == ["for"] or tokens.tags[first + 1 : first + 3] in ("TB", "TX")
    )
    return clause.verb < 0 and (due or ahead)


def _habitual(parse: Parse, clause: Clause) -> bool:
    """Whether a clause stands in the simple present, as habits, listings and summaries do."""
    return parse.tokens.tags[clause.verb] == "Z" if clause.verb >= 0 else False


def _is_caption(parse: Parse, clause: Clause, told: Told) -> bool:
    """As agencies write below pictures: "Aid workers unload a ship in Harnvik, Norland, 4 March 2019".

    In the present, with a date that has its year and follows no preposition, at the end or before the place.
    """
    tokens = parse.tokens
    if told.expression is None or tokens.base(clause.verb) in TIMETABLE:
        return False
    first, end = tokens.index(told.expression.start), tokens.index(told.expression.end - 1) + 1
    dated = YEAR.search(told.expression.text) is not None and first > clause.verb + 1
    bare = tokens.tags[first - 1] not in "IA" and tokens.lower[first - 1] != "the"
    behind = tokens.tags[end:].strip(".,;)>")
    return dated and bare and (not behind or tokens.lower[end : end + 1] == ["in"] or tokens.tags[end] == ",")


def _contradicted(parse: Parse, told: Told) -> bool:
    """As in "there was to be a truce but it fell apart": what came instead stands in the same line."""
    behind = parse.clauses[told.clause + 1 : told.clause + 2]
    return any(parse.tokens.lower[c.first] in ("but", "yet") and c.end <= told.slice.end + 1 for c in behind)


def _then_called_off(parse: Parse, number: int) -> bool:
    """As in "had been planned for May but was delayed", "was to meet on Monday but did not"."""
    behind = parse.clauses[number + 1 : number + 2]
    if not behind or parse.tokens.lower[behind[0].first] not in ("but", "and"):
        return False
    answer = parse.tokens.lower[behind[0].body : behind[0].end]
    never = len(answer) <= SHORT_ANSWER and not DID_NOT.isdisjoint(answer)
    return never or (parse.tokens.lower[behind[0].first] == "but" and cancels(parse, behind[0]))


def _refuted(voices: Voices, index: int) -> bool:
    """As in "Workers were due to be paid on Friday. They weren't.": the next sentence takes it back."""
    return index + 1 < len(voices.sentences) and REFUSAL.match(voices.sentences[index + 1].text) is not None


def _called_off(parse: Parse, number: int) -> bool:
    """Whether the clause around a relative calls off what the relative says was planned."""
    tokens, clauses = parse.tokens, parse.clauses
    around = [n for n in (number + 1, number - 1) if 0 <= n < len(clauses)]
    own = clauses[number]
    tail = next((i for i in range(own.verb + 1, own.end) if tokens.tags[i] in "XH" and tokens.tags[i + 1] in "XU"), -1)
    return any(cancels(parse, clauses[n]) for n in around) or (tail > 0 and cancels(parse, replace(own, verb=tail)))


def _thing_called_off(parse: Parse, told: Told) -> bool:
    """As in "a concert in the castle on Sunday has been cancelled": the date is that of the concert."""
    clause, tokens = parse.clauses[told.clause], parse.tokens
    if told.expression is None or clause.verb < 0 or tokens.tags[clause.body] not in "DNPJ#":
        return False
    first = tokens.index(told.expression.start)
    passive = tokens.lower[clause.verb] in ("has", "have", "was", "were", "is", "are")
    behind = tokens.index(told.expression.end - 1) + 1 == clause.verb and clause.body < first
    if tokens.lower[clause.verb] in ("was", "were") and "after" in tokens.lower[clause.verb : clause.end]:
        return False  # "was abandoned after 20 minutes": it had begun
    return passive and behind and cancels(parse, clause)


def _content(clauses: Sequence[Clause], number: int) -> int | None:
    """The clause that holds what is said in clause `number`: behind it, or before a report."""
    if clauses[number].kind is ClauseKind.REPORT:
        return next((n for n, clause in enumerate(clauses[:number]) if clause.verb >= 0), None)
    behind = range(number + 1, len(clauses))
    return next((n for n in behind if clauses[n].kind is ClauseKind.CONTENT), None)


def _reported(voices: Voices, index: int, told: Told, content: int | None) -> Verdict | None:
    """A dated saying: a claim about what is said if that is an event, else the saying itself is the event."""
    parse = voices.parse(index)
    tokens = parse.tokens
    run = report_subject(parse, told.clause)
    verb = parse.clauses[told.clause].verb
    performative = verb >= 0 and tokens.base(verb) in verbs.PERFORMATIVE
    if content is None:
        return Verdict(Factuality.HAPPENED, None, 1.0 if performative else SAYING_PENALTY)
    if tokens.base(verb) == "deny":
        return Verdict(Factuality.HAPPENED, voices.named(index, tokens, run) if run is not None else None)
    if tokens.base(verb) in verbs.WARNING and parse.clauses[told.clause].kind is not ClauseKind.REPORT:
        return Verdict(Factuality.HAPPENED, voices.told_by(index, told.clause))
    inner = parse.clauses[content]
    said = factuality(tokens, inner, reported=True)
    own = tokens.tags[inner.body] == "R" if inner.body < len(tokens) else False
    if not eventhood.is_event(tokens, inner):
        return Verdict(Factuality.HAPPENED, None, SAYING_PENALTY)
    if said is not Factuality.HAPPENED or (own and (performative or _intends(tokens, inner))):
        return Verdict(Factuality.HAPPENED, None)
    return Verdict(said, voices.named(index, tokens, run) if run is not None else None)


def _intends(tokens: Tokens, clause: Clause) -> bool:
    """Whether somebody speaks of what they are about: "said that it was trying to", "that they were preparing"."""
    group = verb_group(tokens, clause)
    return bool(group) and (tokens.tags[group[-1]] == "G" or tokens.base(group[-1]) in ("try", "attempt", "plan"))
