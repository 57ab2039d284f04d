"""Which parts of a sentence tell an event of their own: clauses and nouns, each with the expression that dates it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsline.dates.expression import walk
from newsline.dates.repeating import Holiday
from newsline.events import eventhood
from newsline.events.clauses import Clause, ClauseKind
from newsline.events.nominal import Nominal, nominal_host, phrase_end
from newsline.events.offsets import offset_expressions
from newsline.events.wording import Slice, clause_slice, nominal_slice, tidy
from newsline.model import Sentence, TimeExpression, TimexType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsline.events.attribution import Parse, Voices

BEFORE_REACH = 8
"""Words between "will not open" and "before March"."""
LASTING = ("most", "much", "half", "part", "all", "rest", "remainder")
TELLING = frozenset({ClauseKind.MAIN, ClauseKind.RESUMED})


@dataclass(frozen=True, slots=True)
class Told:
    """A unit of a sentence that tells an event: the clause of its verb, the slice for print, what dates it."""

    clause: int
    slice: Slice
    expression: TimeExpression | None
    nominal: bool = False


def units(voices: Voices, index: int, lead: bool) -> Iterator[tuple[Told, list[int]]]:
    """The units of a sentence that its expressions date, and its main clause if it belongs to the lead.

    Beside each stand the tokens at which other dates begin.
    """
    if not lead and not any(map(_dates, voices.expressions[index])):
        return
    parse = voices.parse(index)
    placed = _places(parse, voices.expressions[index])
    for told in _units(voices, index, lead, placed):
        yield told, _foreign(placed, told.expression)


def _units(voices: Voices, index: int, lead: bool, placed: Sequence[tuple[TimeExpression, int, int]]) -> Iterator[Told]:
    parse = voices.parse(index)
    tokens, clauses = parse.tokens, parse.clauses
    hosts, nominals = _hosts(parse, placed, voices.headline(index))
    if any(clauses[c].kind is ClauseKind.REPORT for c in hosts):
        hosts = {c: found for c, found in hosts.items() if not _deictic(found[0])}
        placed = [place for place in placed if not _deictic(place[0])]
    slices = {
        clause: clause_slice(tokens, clauses, clause, _foreign(placed, expression), at)
        for clause, (expression, at) in hosts.items()
    }
    if lead and not any(clauses[c].kind in TELLING | {ClauseKind.REPORT} for c in hosts):
        main = next((n for n, c in enumerate(clauses) if c.kind in TELLING and c.verb >= 0), None)
        if main is not None and main not in hosts:
            own = clause_slice(tokens, clauses, main, _foreign(placed, None))
            told = slices.values()
            if not any(s.first <= own.verb < s.end or own.first <= s.verb < own.end for s in told):
                yield Told(main, own, None)
    for clause, (expression, _) in hosts.items():
        yield Told(clause, slices[clause], expression)
    yield from nominals
    if hosts or lead:
        first_host = next((found[0] for found in hosts.values()), None)
        yield from _offset(voices.sentences[index], index, parse, placed, first_host)


def _hosts(
    parse: Parse, placed: Sequence[tuple[TimeExpression, int, int]], headline: bool
) -> tuple[dict[int, tuple[TimeExpression, int]], list[Told]]:
    """The clauses that expressions date, each with its expression and the clause that holds it; and dated nouns."""
    tokens, clauses = parse.tokens, parse.clauses
    hosts: dict[int, tuple[TimeExpression, int]] = {}
    ranks: dict[int, int] = {}
    nominals: list[Told] = []
    for expression, first, end in placed:
        number = _clause_at(clauses, first)
        if (
            not _dates(expression)
            or _lasts(parse, first)
            or (expression.type is not TimexType.TIME and _before(parse, first))
            or eventhood.compares(tokens, clauses[number], first, end)
        ):
            continue
        nominal = nominal_host(tokens, clauses[number], first, end)
        if nominal is not None:
            if nominal.event:
                nominals.append(Told(number, nominal_slice(tokens, nominal), expression, nominal=True))
            continue
        if eventhood.clashes(tokens, clauses[number], first, end) and not headline:
            continue
        host = _host(clauses, _when(parse, number, end))
        rank = _rank(parse, clauses[number], first, expression)
        if rank > ranks.get(host, -1):
            hosts[host], ranks[host] = (expression, number), rank
    return hosts, nominals


def _offset(
    sentence: Sentence,
    index: int,
    parse: Parse,
    placed: Sequence[tuple[TimeExpression, int, int]],
    host: TimeExpression | None,
) -> Iterator[Told]:
    """What happened "a week before" or "after" the event that the sentence dates."""
    tokens, clauses = parse.tokens, parse.clauses
    known = {end for expression, _, end in placed if expression.type is TimexType.DATE}
    for expression in offset_expressions(sentence.text, sentence.start, index, host):
        end = tokens.index(expression.end - 1)
        number = _clause_at(clauses, end)
        clause = clauses[number]
        if end + 1 in known:
            continue
        if clause.first == end and clause.verb >= 0:
            yield Told(number, clause_slice(tokens, clauses, number, _foreign(placed, None)), expression)
            continue
        if clause.verb > end:
            comma = tokens.tags.find(",", clause.verb, clause.end)
            first, stop = tidy(tokens, end + 1, comma if comma > 0 else clause.end)
            yield Told(number, Slice(first, stop, clause.verb), expression)
            continue
        nominal = Nominal(end + 1, phrase_end(tokens, end + 1, clause.end), True)
        if any(tag in "NP" for tag in tokens.tags[nominal.first : nominal.end]):
            yield Told(number, nominal_slice(tokens, nominal), expression, nominal=True)


def _before(parse: Parse, first: int) -> bool:
    """As in "the deal reached before Easter": that only bounds a date, unless a plan has to wait for it."""
    tokens = parse.tokens
    return tokens.lower[first - 1 : first] == ["before"] and not any(
        tag == "M" for tag in tokens.tags[max(0, first - BEFORE_REACH) : first]
    )


def _lasts(parse: Parse, first: int) -> bool:
    """As in "took up most of the morning": that is how long it took."""
    before = [word for word in parse.tokens.lower[max(0, first - 3) : first + 1] if word not in ("the", "this", "that")]
    of = next((i for i, word in enumerate(before) if word == "of"), 0)
    return of > 0 and before[of - 1] in LASTING


def _when(parse: Parse, number: int, end: int) -> int:
    """As in "January, when the bid was made": the clause behind "when" is what the expression before it dates."""
    tokens, clauses = parse.tokens, parse.clauses
    follows = number + 1 < len(clauses) and clauses[number + 1].first - end <= 1
    when = follows and tokens.lower[clauses[number + 1].first] == "when"
    return number + 1 if when and not eventhood.is_event(tokens, clauses[number]) else number


def _rank(parse: Parse, clause: Clause, first: int, expression: TimeExpression) -> int:
    """Of several expressions in a clause the one that dates its verb: in no apposition; with a figure or a feast."""
    tokens = parse.tokens
    aside = clause.kind is ClauseKind.MAIN and first < clause.verb and "," in tokens.tags[clause.body : first]
    named = any(c.isdigit() for c in expression.text) or any(isinstance(e, Holiday) for e in walk(expression.meaning))
    return (0 if aside else 2) + named


def _places(parse: Parse, expressions: Sequence[TimeExpression]) -> list[tuple[TimeExpression, int, int]]:
    """Each expression with its first token and the token behind it."""
    tokens = parse.tokens
    return [(e, tokens.index(e.start), tokens.index(e.end - 1) + 1) for e in expressions]


def _foreign(placed: Sequence[tuple[TimeExpression, int, int]], own: TimeExpression | None) -> list[int]:
    """The tokens at which other dates begin."""
    return [first for expression, first, _ in placed if expression is not own and _dates(expression)]


def _dates(expression: TimeExpression) -> bool:
    """Whether an expression can date an event: no duration, no set, no "now" and no "recently"."""
    if expression.type not in (TimexType.DATE, TimexType.TIME):
        return False
    return type(expression.meaning).__name__ not in ("Vague", "Anniversary", "Duration", "Repeated")


def _deictic(expression: TimeExpression) -> bool:
    """Whether a word counts from the day of speaking: in a quotation that is not the article's day."""
    return expression.text.lower() in ("today", "yesterday", "tomorrow", "tonight", "today and yesterday")


def _clause_at(clauses: Sequence[Clause], token: int) -> int:
    for number, clause in enumerate(clauses):
        if clause.first <= token < clause.end:
            return number
    return len(clauses) - 1


def _host(clauses: Sequence[Clause], number: int) -> int:
    """The clause that tells what an expression in clause `number` dates: for a phrase the clause behind it."""
    if clauses[number].kind is ClauseKind.LEAD:
        return next((n for n in range(number + 1, len(clauses)) if clauses[n].verb >= 0), number)
    if clauses[number].kind is ClauseKind.PHRASE or clauses[number].verb < 0:
        if clauses[number].kind is ClauseKind.PARTICIPLE:
            return number
        if clauses[number].kind is ClauseKind.MAIN:
            return next((n for n in range(number, len(clauses)) if clauses[n].kind is ClauseKind.RESUMED), number)
        return next((n for n in range(number, -1, -1) if clauses[n].kind is ClauseKind.MAIN), number)
    return number
