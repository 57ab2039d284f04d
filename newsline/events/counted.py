"""What happened a week before, or hours after, the event that its sentence dates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsline.events import eventhood
from newsline.events.clauses import Clause, ClauseKind
from newsline.events.english.lexicon import LEXICON
from newsline.events.moved import Place, clause_at
from newsline.events.nominal import SHORTLY, Nominal, phrase_end
from newsline.events.offsets import offset_expressions
from newsline.events.parts import Told, foreign
from newsline.events.sequel import last_told
from newsline.events.wording import Slice, clause_slice, nominal_slice, tidy
from newsline.model import TimeExpression, TimexType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsline.events.attribution import Voices
    from newsline.events.parse import Parse

DEED = re.compile("(?:[st]ion|ment|ing|[ae]nce|al|out|up|down|in|off|over|fall|quake|acre|cide)s?$")
"""Endings of nouns that name what somebody did or what befell."""


def counted(
    voices: Voices,
    index: int,
    placed: Sequence[Place],
    host: tuple[int, tuple[TimeExpression, int]] | None,
    *,
    lead: bool,
) -> Iterator[Told]:
    """What happened "a week before" or "after" the event that the sentence dates, in the clause of `host`.

    Where it dates none, the lead counts from the article's own day, others from the day told shortly before.
    """
    sentence, parse = voices.sentences[index], voices.parse(index)
    tokens, clauses = parse.tokens, parse.clauses
    dated = host[1][0] if host is not None else None
    told = dated if host is not None or lead else last_told(voices, index)
    if told is None and not lead:
        return
    for number in range(host[0] + 1 if host is not None else len(clauses), len(clauses)):
        if dated is not None and _is_hours_after(parse, number) and not _holds_date(clauses[number], placed):
            yield Told(number, clause_slice(tokens, clauses, number, ()), dated)
    for expression in offset_expressions(sentence.text, sentence.start, index, told):
        if dated is None and not lead and expression.start == sentence.start:
            continue  # "Two days after the truce the king spoke": the truce is of the day told before
        end = tokens.index(expression.end - 1)
        number = clause_at(clauses, end)
        clause = clauses[number]
        counting = clause_at(clauses, tokens.index(expression.start))
        if clauses[counting].kind is ClauseKind.RELATIVE and (host is None or counting != host[0]):
            continue  # "a fire that began two days after the visit": nothing dates that fire
        apart = host is not None and ";" in tokens.tags[clauses[host[0]].first : clauses[counting].first]
        if apart and clauses[counting].verb >= 0:
            continue  # "was freed on 14 May; he had been seized the day after the attack": nothing dates that
        if clauses[counting].verb < 0 and tokens.tags[tokens.index(expression.start) - 1] == "U":
            continue  # "In a film made six weeks before the fire, she says": nothing dates that film
        comma = tokens.tags.find(",", end, clause.end)
        behind = range(end + 1, comma if comma > 0 else clause.end)
        own = next((known for known, first, _ in placed if first in behind), None)
        if own is not None and clause.verb > end:
            continue  # "three weeks after the first was admitted on 4 August"
        if any(
            known.type is TimexType.DATE and known.start < expression.end <= known.end
            for known in voices.expressions[index]
        ):
            continue  # "four days before Christmas a fire", which is a date of its own
        if clause.first == end and clause.verb >= 0:
            yield Told(number, clause_slice(tokens, clauses, number, foreign(placed, None)), expression)
            continue
        if clause.verb > end:
            comma = tokens.tags.find(",", clause.verb, clause.end)
            first, stop = tidy(tokens, end + 1, comma if comma > 0 else clause.end)
            yield Told(number, Slice(first, stop, clause.verb), expression)
            continue
        nominal = Nominal(end + 1, phrase_end(tokens, end + 1, clause.end), True)
        if host is not None and clauses[host[0]].kind is ClauseKind.RELATIVE and clauses[host[0]].first >= nominal.end:
            continue  # "three days after a fire that broke out on Friday": Friday is the fire's own day
        if _names_event(parse, nominal):
            yield Told(number, nominal_slice(tokens, nominal), own or expression, nominal=True)


def _is_hours_after(parse: Parse, number: int) -> bool:
    """As in "The court on Friday stopped it hours after the council had voted": both were on that day."""
    tokens, clause = parse.tokens, parse.clauses[number]
    after = clause.kind is ClauseKind.SUB and tokens.lower[clause.first] == "after" and clause.verb >= 0
    return after and tokens.lower[clause.first - 1] in SHORTLY


def _holds_date(clause: Clause, placed: Sequence[Place]) -> bool:
    return any(clause.first <= first < clause.end for _, first, _ in placed)


def _names_event(parse: Parse, nominal: Nominal) -> bool:
    """As in "a week after the break-in"; "a day after the cabinet" says nothing of what happened to it."""
    tokens, first, end = parse.tokens, nominal.first, nominal.end
    if eventhood.has_event_noun(tokens, first, end):
        return True
    nouns = [tokens.lower[i] for i in range(first, end) if tokens.tags[i] == "N"]
    return any(LEXICON.get(noun) in ("B", "Z", "E") or DEED.search(noun) for noun in nouns)
