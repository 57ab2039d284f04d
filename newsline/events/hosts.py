"""Which clauses the time expressions of a sentence date, and which nouns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsline.events import eventhood
from newsline.events.claims import described, strongest, trailing
from newsline.events.clauses import TELLING, Clause, ClauseKind
from newsline.events.english import verbs, vocabulary, words
from newsline.events.factuality import factuality
from newsline.events.gaps import Claim, gapped
from newsline.events.moved import Place, clause_at
from newsline.events.nominal import Nominal, is_occasion, nominal_host, taking_effect
from newsline.events.parts import Told
from newsline.events.wording import nominal_slice
from newsline.model import Factuality, TimeExpression, TimexType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsline.events.parse import Parse

BEFORE_REACH = 8
"""Words between "will not open" and "before March"."""
MEANWHILE = ("when", "as", "while")
"""Openers of what was going on when something else happened."""
SUPPOSED = re.compile("[DPNJ#R]+A?[UVX].*")
"""The tags behind "had" that opens a condition: "the dam failed on", "he been there on"."""
PERIOD = 2
"""Words of "the winter", "the year"."""
RANKS = words.SUPERLATIVE_CUES | vocabulary("second third fourth fifth sixth seventh eighth ninth tenth last")
"""Words that count or rank one thing among others."""
LASTING = ("most", "much", "half", "part", "all", "rest", "remainder")


def hosts_of(
    parse: Parse, placed: Sequence[Place], headline: bool
) -> tuple[dict[int, tuple[TimeExpression, int]], list[Told]]:
    """The clauses that expressions date, each with its expression and the clause that holds it; and dated nouns, and
    what shares a verb.
    """
    tokens, clauses = parse.tokens, parse.clauses
    claims: dict[int, list[Claim]] = {}
    nominals: list[Told] = []
    occasions: list[Claim] = []
    for expression, first, end in placed:
        number = clause_at(clauses, first)
        telling = described(parse, number, first, end)
        if telling == number and _dates_nothing(parse, clauses[number], expression, first, end):
            continue
        nominal = nominal_host(tokens, clauses[number], first, end) if telling == number else None
        if nominal is not None:
            if nominal.event and is_occasion(tokens, clauses[number], nominal):
                occasions.append((expression, number, first))
            if nominal.event:
                nominals.append(Told(number, nominal_slice(tokens, nominal), expression, nominal=True))
            continue
        if eventhood.clashes(tokens, clauses[number], first, end) and not headline:
            continue
        host = _host(tokens.tags, clauses, telling)
        claims.setdefault(host, []).append((expression, number, first))
    for expression, number, first in occasions:  # "won 34 seats in Sunday's vote", where nothing else dates the verb
        host = _host(tokens.tags, clauses, number)
        if host not in claims and clauses[host].verb >= 0:
            claims[host] = [(expression, number, first)]
            nominals = [one for one in nominals if one.expression is not expression]
    for host in list(claims):
        main = _at_that_time(parse, host)
        if main >= 0 and main not in claims:
            claims[main] = claims.pop(host)
    for host, those in claims.items():
        for again, claim in list(gapped(parse, host, those)):
            nominals.append(Told(host, again, claim[0], shared=True))
            those.remove(claim)
    hosts = {host: strongest(parse, those) for host, those in claims.items()}
    nominals += _beside(parse, claims, hosts)
    return hosts, nominals


def _dates_nothing(parse: Parse, clause: Clause, expression: TimeExpression, first: int, end: int) -> bool:
    """Whether the expression in tokens `first` to `end` only bounds, measures, names or rules out a time."""
    tokens = parse.tokens
    return (
        (clause.kind is ClauseKind.SUB and clause.verb == clause.first)
        or _lasts(parse, first)
        or tokens.lower[first - 1 : first] == ["not"]
        or tokens.lower[max(0, first - 2) : first] == ["not", "on"]
        or _is_label(parse, first)
        or (expression.type is not TimexType.TIME and _before(parse, first))
        or eventhood.compares(tokens, clause, first, end)
        or _supposes(parse, clause, first)
        or _ranks(parse, first, end)
    )


def _supposes(parse: Parse, clause: Clause, first: int) -> bool:
    """As in "Had the dam failed on Sunday, the town would": a condition without "if"."""
    tokens = parse.tokens
    begun = clause.first == 0 and tokens.lower[:1] == ["had"]
    return begun and SUPPOSED.fullmatch(tokens.tags, 1, first) is not None


def _ranks(parse: Parse, first: int, end: int) -> bool:
    """As in "the first storm of the winter", "the worst crash of the year": among which it is counted."""
    tokens = parse.tokens
    if tokens.lower[first - 1 : first + 1] != ["of", "the"] or end != first + PERIOD or first < PERIOD:
        return False
    head = first - 1
    while head > 0 and tokens.tags[head - 1] in "NJP#AY":
        head -= 1
        if tokens.lower[head] in RANKS or eventhood.is_superlative(tokens.lower[head]):
            return True
    return False


def _beside(
    parse: Parse,
    claims: Mapping[int, Sequence[Claim]],
    hosts: dict[int, tuple[TimeExpression, int]],
) -> Iterator[Told]:
    """What expressions date that lost their clause to another: a noun, or a participle before it, put into `hosts`."""
    tokens, clauses = parse.tokens, parse.clauses
    for host, those in claims.items():
        for expression, number, first in those:
            led = clauses[number].kind is ClauseKind.LEAD and eventhood.is_done(tokens, clauses[number].body)
            if led and number not in hosts and hosts[host][0] is not expression:
                hosts[number] = expression, number  # "Founded in 1974, the firm went bankrupt in 1999"
            effect = taking_effect(tokens, clauses[number], first, tokens.index(expression.end - 1) + 1)
            if effect is not None and hosts[host][0] is not expression:
                yield Told(number, nominal_slice(tokens, effect), expression, nominal=True)
            behind = trailing(tokens, clauses[number], first) if hosts[host][0] is not expression else 0
            if behind and eventhood.has_event_noun(tokens, behind, first):  # ", after the vote on 26 October"
                noun = Nominal(behind, tokens.index(expression.end - 1) + 1, True)
                yield Told(number, nominal_slice(tokens, noun), expression, nominal=True)


def _at_that_time(parse: Parse, number: int) -> int:
    """The clause that happened when another did: "Two men were arrested when police raided a flat on Friday"; or -1."""
    clauses, tokens = parse.clauses, parse.tokens
    clause, main = clauses[number], clauses[number - 1]
    if number == 0 or clause.kind is not ClauseKind.SUB or tokens.lower[clause.first] not in MEANWHILE:
        return -1
    if main.kind not in TELLING or not main.subject or tokens.tags[main.body] == "R":
        return -1  # "He lost his job when the mill closed in 2008": the mill's closing is the line
    if tokens.base(main.verb) in verbs.LASTING or not (_is_past(parse, main) and _is_past(parse, clause)):
        return -1
    happened = eventhood.is_event(tokens, main) and factuality(tokens, main) is Factuality.HAPPENED
    return number - 1 if happened else -1


def _is_past(parse: Parse, clause: Clause) -> bool:
    """Whether a clause is told in the simple past."""
    verb = clause.verb
    return verb >= 0 and (parse.tokens.tags[verb] == "V" or parse.tokens.lower[verb] in ("was", "were"))


def _before(parse: Parse, first: int) -> bool:
    """As in "the deal reached before Easter": that only bounds a date, unless a plan has to wait for it."""
    tokens = parse.tokens
    return tokens.lower[first - 1 : first] == ["before"] and not any(
        tag == "M" for tag in tokens.tags[max(0, first - BEFORE_REACH) : first]
    )


def _lasts(parse: Parse, first: int) -> bool:
    """As in "took up most of the morning": that is how long it took."""
    before = parse.tokens.lower[max(0, first - 3) : first + 1]
    if "of" not in before:
        return False
    before = [word for word in before if word not in ("the", "this", "that")]
    of = before.index("of")
    return of > 0 and before[of - 1] in LASTING


def _is_label(parse: Parse, first: int) -> bool:
    """As in "a letter, dated 11 February, was found": that is when it was written."""
    return parse.tokens.lower[first - 1 : first] == ["dated"]


def _host(tags: str, clauses: Sequence[Clause], number: int) -> int:
    """The clause that tells what an expression in clause `number` dates: for a phrase the clause behind it.

    "Ito, campaigning in Norham on Friday, called it a lie" tells that she called it so on Friday.
    """
    if clauses[number].kind is ClauseKind.LEAD:
        behind = [n for n in range(number + 1, len(clauses)) if clauses[n].verb >= 0]
        if behind and clauses[behind[0]].kind is ClauseKind.SUB:  # "This May, if the money lasts, the hall will open"
            behind = [n for n in behind if clauses[n].kind is ClauseKind.MAIN] or behind
        nearest = behind[0] if behind else number
        return next((n for n in behind if clauses[n].kind is not ClauseKind.RELATIVE), nearest)
    if clauses[number].kind is ClauseKind.PHRASE or clauses[number].verb < 0:
        if clauses[number].kind is ClauseKind.PARTICIPLE:
            resumed = number + 1 < len(clauses) and clauses[number + 1].kind is ClauseKind.RESUMED
            return number + 1 if resumed and tags[clauses[number].body] == "G" else number
        if clauses[number].kind is ClauseKind.MAIN:
            return next((n for n in range(number, len(clauses)) if clauses[n].kind is ClauseKind.RESUMED), number)
        return next((n for n in range(number, -1, -1) if clauses[n].kind is ClauseKind.MAIN), number)
    return number
