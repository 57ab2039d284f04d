"""Which parts of a sentence tell an event of their own: clauses and nouns, each with the expression that dates it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsline.dates.expression import AtTime
from newsline.events.clauses import ClauseKind
from newsline.events.counted import counted
from newsline.events.english import verbs, vocabulary
from newsline.events.factuality import factuality, verb_group
from newsline.events.hosts import hosts_of
from newsline.events.moved import Place, clause_at, moved
from newsline.events.offsets import may_count
from newsline.events.parts import Told, foreign, is_deictic, names_day
from newsline.events.runs import runs
from newsline.events.subjects import report_subject
from newsline.events.wording import Slice, clause_slice, tidy
from newsline.model import Factuality, TimeExpression, TimexType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsline.events.attribution import Voices
    from newsline.events.parse import Parse

UNDATED = ("Vague", "Anniversary", "Duration", "Repeated")
"""Meanings that are no place on the calendar."""
DENYING = vocabulary("deny confirm admit")
"""Verbs of saying that answer somebody: that they were said is told beside what they say."""
TELLING = frozenset({ClauseKind.MAIN, ClauseKind.RESUMED})
TELLING_OR_REPORT = TELLING | {ClauseKind.REPORT}


def units(voices: Voices, index: int, lead: bool) -> Iterator[tuple[Told, list[int]]]:
    """The units of a sentence that its expressions date, and its main clause if it belongs to the lead.

    Beside each stand the tokens at which other dates begin.
    """
    dating = [expression for expression in voices.expressions[index] if _dates(expression)]
    if not lead and not dating:
        if not may_count(voices.sentences[index].text):
            return
        yield from ((told, []) for told in counted(voices, index, (), None, lead=False))
        return
    placed = runs(voices, index, _places(voices.parse(index), dating))
    for told in _units(voices, index, lead, placed):
        yield told, foreign(placed, told.expression)


def _units(voices: Voices, index: int, lead: bool, placed: Sequence[Place]) -> Iterator[Told]:
    parse = voices.parse(index)
    tokens, clauses = parse.tokens, parse.clauses
    hosts, nominals = hosts_of(parse, placed, voices.headline(index))
    if any(clauses[c].kind is ClauseKind.REPORT for c in hosts):
        placed = [place for place in placed if not is_deictic(place[0]) or _in_report(parse, place)]
        known = [expression for expression, _, _ in placed]
        hosts = {c: found for c, found in hosts.items() if found[0] in known}
    if len(hosts) > 1:  # "fell on Sunday, the police said on Monday": told is Sunday's fall
        hosts = {c: found for c, found in hosts.items() if not _reports(parse, c, hosts)}
    slices = {
        clause: _own(parse, clause, clause_slice(tokens, clauses, clause, foreign(placed, expression), at), expression)
        for clause, (expression, at) in hosts.items()
    }
    if lead and not any(clauses[c].kind in TELLING_OR_REPORT for c in hosts):
        main = next((n for n, c in enumerate(clauses) if c.kind in TELLING and c.verb >= 0), None)
        if main is not None and main not in hosts:
            own = clause_slice(tokens, clauses, main, foreign(placed, None))
            told = [s for c, s in slices.items() if clauses[c].kind is not ClauseKind.RELATIVE]
            if not any(s.first <= own.verb < s.end or own.first <= s.verb < own.end for s in told):
                yield Told(main, own, None)
    for clause, (expression, _) in hosts.items():
        yield Told(clause, slices[clause], expression)
    yield from nominals
    if hosts or lead:
        yield from counted(voices, index, placed, next(iter(hosts.items()), None), lead=lead)


def _own(parse: Parse, number: int, told: Slice, expression: TimeExpression) -> Slice:
    """The slice of a relative clause; without the main clause that goes on, unless both are told of a day in the past.

    "The airline that halted its flights on Monday has sold a plane" is no line of Monday.
    """
    day = names_day(expression)
    tokens, clause, behind = parse.tokens, parse.clauses[number], parse.clauses[number + 1 : number + 2]
    if clause.kind is not ClauseKind.RELATIVE or not behind or behind[0].kind is not ClauseKind.RESUMED:
        return told
    verb = behind[0].verb
    past = tokens.tags[verb] == "V" or tokens.lower[verb] in ("was", "were", "had", "did")
    if (past and day) or factuality(tokens, clause) is not Factuality.HAPPENED:
        return told
    return Slice(*tidy(tokens, told.first, min(told.end, clause.end)), told.verb)


def _in_report(parse: Parse, place: Place) -> bool:
    """As in "Two bodies were found, the coastguard said today": that day is the article's."""
    return parse.clauses[clause_at(parse.clauses, place[1])].kind is ClauseKind.REPORT


def _reports(parse: Parse, number: int, hosts: Mapping[int, tuple[TimeExpression, int]]) -> bool:
    """Whether a clause only says who reports what another tells with a date of its own.

    That stands before it, or behind it in the past: "said on Monday that the wall had fallen on Sunday".
    """
    clauses = parse.clauses
    clause = clauses[number]
    if clause.kind is ClauseKind.REPORT:
        told = [
            c for c in hosts if clauses[c].kind in TELLING and (c < number or clauses[c].kind is ClauseKind.RESUMED)
        ]
        orders = clause.verb >= 0 and parse.tokens.base(clause.verb) in verbs.PERFORMATIVE
        plans = any(factuality(parse.tokens, clauses[c]) is Factuality.PLANNED for c in told)
        return bool(told) and not (orders and plans)  # "must pay by 1 May, the court ruled on Monday"
    content = clauses[number + 1] if number + 1 in hosts else None
    if content is None or content.kind is not ClauseKind.CONTENT or report_subject(parse, number) is None:
        return False
    said, held = hosts[number][0].meaning, hosts[number + 1][0].meaning
    if isinstance(held, AtTime) and held.inner == said:
        return False  # "said on Monday that the wall fell at nine"
    saying = verb_group(parse.tokens, clause)
    base = parse.tokens.base(saying[-1]) if saying else ""
    plain = bool(saying) and not any(base in told for told in (verbs.PERFORMATIVE, verbs.WARNING, DENYING))
    return plain and factuality(parse.tokens, content, reported=True) is Factuality.HAPPENED


def _places(parse: Parse, expressions: Sequence[TimeExpression]) -> list[Place]:
    """Where expressions stand in the tokens of their sentence."""
    tokens = parse.tokens
    return moved(parse, [(e, tokens.index(e.start), tokens.index(e.end - 1) + 1) for e in expressions])


def _dates(expression: TimeExpression) -> bool:
    """Whether an expression can date an event: no duration, no set, no "now" and no "recently"."""
    if expression.type not in (TimexType.DATE, TimexType.TIME):
        return False
    return type(expression.meaning).__name__ not in UNDATED
