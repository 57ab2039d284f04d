"""From the sentences of an article to the clauses that tell an event, each with what dates it and who says so.

A mention is made for each clause that an expression dates, for each noun that one dates ("the truce from 8 May"), and
for the main clauses of the lead. Spans come later, when the article's date is known (`events.dating`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newsline.events import eventhood, terms
from newsline.events.attribution import Parse, Voices, report_subject
from newsline.events.clauses import Clause, ClauseKind
from newsline.events.english import verbs
from newsline.events.factuality import factuality
from newsline.events.nominal import Nominal, nominal_host, phrase_end
from newsline.events.offsets import offset_expressions
from newsline.events.tokens import Tokens
from newsline.events.wording import Slice, clause_slice, nominal_slice
from newsline.model import Article, Factuality, Mention, Sentence, SentenceKind, Tense, TimeExpression, TimexType

TELLING = frozenset({SentenceKind.TITLE, SentenceKind.BODY})
LEAD_SENTENCES = 3
"""Body sentences that belong to the lead: who, what, where stand in the first three by the craft of news writing."""
FIT_LEAD = 0.3
"""A lead sentence that no expression dates is worth a line only if it can stand alone to some degree."""
PRESENT_PENALTY = 0.6
"""Fitness of a dated clause in the simple present: news is told in the past, listings and habits are not."""
SAYING_PENALTY = 0.7
"""Fitness of a line whose news is only that somebody gave an opinion."""


@dataclass(frozen=True, slots=True)
class Told:
    """A unit of a sentence that tells an event: the clause of its verb, the slice for print, what dates it."""

    clause: int
    slice: Slice
    expression: TimeExpression | None
    nominal: bool = False


def extract(
    article: Article, sentences: Sequence[Sentence], expressions: Sequence[TimeExpression]
) -> tuple[Mention, ...]:
    """The event mentions of one article in order, without spans. Pure; linear in the length of the text."""
    grouped: list[list[TimeExpression]] = [[] for _ in sentences]
    for expression in expressions:
        grouped[expression.sentence].append(expression)
    voices = Voices(sentences, grouped)
    lead = _lead(sentences)
    found: list[Mention] = []
    for index, sentence in enumerate(sentences):
        if sentence.kind not in TELLING or not (grouped[index] or index in lead):
            continue
        if eventhood.is_notice(sentence.text) or sentence.text.endswith("?"):
            continue
        for told in _told(voices, index, index in lead):
            mention = _mention(article, voices, index, told)
            if mention is not None and (mention.expression is not None or mention.fitness >= FIT_LEAD):
                found.append(mention)
    return tuple(found)


def _lead(sentences: Sequence[Sentence]) -> frozenset[int]:
    """Indexes of the title and of the first body sentences."""
    body = [i for i, s in enumerate(sentences) if s.kind is SentenceKind.BODY][:LEAD_SENTENCES]
    return frozenset(body + [i for i, s in enumerate(sentences) if s.kind is SentenceKind.TITLE])


def _told(voices: Voices, index: int, lead: bool) -> Iterator[Told]:
    """The units of a sentence that its expressions date, and its main clause if it belongs to the lead."""
    parse = voices.parse(index)
    tokens, clauses = parse.tokens, parse.clauses
    placed = _places(parse, voices.expressions[index])
    hosts: dict[int, tuple[TimeExpression, int]] = {}
    ranks: dict[int, int] = {}
    nominals: list[Told] = []
    for expression, first, end in placed:
        number = _clause_at(clauses, first)
        if not _dates(expression) or eventhood.compares(tokens, clauses[number], first, end):
            continue
        nominal = nominal_host(tokens, clauses[number], first, end)
        if nominal is not None:
            if nominal.event:
                nominals.append(Told(number, nominal_slice(tokens, nominal), expression, nominal=True))
            continue
        if eventhood.clashes(tokens, clauses[number], first, end) and not voices.headline(index):
            continue
        host = _host(clauses, _when(parse, number, end))
        rank = _rank(parse, clauses[number], first, expression)
        if rank > ranks.get(host, -1):
            hosts[host], ranks[host] = (expression, number), rank
    if any(clauses[c].kind is ClauseKind.REPORT for c in hosts):
        hosts = {c: found for c, found in hosts.items() if not _deictic(found[0])}
        placed = [place for place in placed if not _deictic(place[0])]
    slices = {
        clause: clause_slice(tokens, clauses, clause, _foreign(placed, expression), at)
        for clause, (expression, at) in hosts.items()
    }
    if lead and not any(clauses[c].kind in (ClauseKind.MAIN, ClauseKind.REPORT) for c in hosts):
        main = next((n for n, c in enumerate(clauses) if c.kind is ClauseKind.MAIN and c.verb >= 0), None)
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
        nominal = Nominal(end + 1, phrase_end(tokens, end + 1, clause.end), True)
        if any(tag in "NP" for tag in tokens.tags[nominal.first : nominal.end]):
            yield Told(number, nominal_slice(tokens, nominal), expression, nominal=True)


def _when(parse: Parse, number: int, end: int) -> int:
    """As in "January, when the bid was made": the clause behind "when" is what the expression before it dates."""
    tokens, clauses = parse.tokens, parse.clauses
    follows = number + 1 < len(clauses) and clauses[number + 1].first - end <= 1
    when = follows and tokens.lower[clauses[number + 1].first] == "when"
    return number + 1 if when and not eventhood.is_event(tokens, clauses[number]) else number


def _rank(parse: Parse, clause: Clause, first: int, expression: TimeExpression) -> int:
    """Of several expressions in a clause the one that dates its verb: not in an apposition, and with a figure."""
    tokens = parse.tokens
    aside = clause.kind is ClauseKind.MAIN and first < clause.verb and "," in tokens.tags[clause.body : first]
    return (0 if aside else 2) + any(c.isdigit() for c in expression.text)


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
    return next((n for n, clause in enumerate(clauses) if clause.first <= token < clause.end), len(clauses) - 1)


def _host(clauses: Sequence[Clause], number: int) -> int:
    """The clause that tells what an expression in clause `number` dates: for a phrase the clause behind it."""
    if clauses[number].kind is ClauseKind.LEAD:
        return next((n for n in range(number + 1, len(clauses)) if clauses[n].verb >= 0), number)
    if clauses[number].kind in (ClauseKind.PHRASE, ClauseKind.RESUMED) or clauses[number].verb < 0:
        if clauses[number].kind is ClauseKind.PARTICIPLE:
            return number
        return next((n for n in range(number, -1, -1) if clauses[n].kind is ClauseKind.MAIN), number)
    return number


def _mention(article: Article, voices: Voices, index: int, told: Told) -> Mention | None:
    """The mention of one unit; None if it tells no event."""
    sentence, parse = voices.sentences[index], voices.parse(index)
    tokens = parse.tokens
    first, end = told.slice.first, told.slice.end
    verdict = _Verdict(_nominal_factuality(parse, told), None) if told.nominal else _judge(voices, index, told)
    if verdict is None or end <= first:
        return None
    start, stop = tokens.starts[first], tokens.ends[end - 1]
    text = article.text[start:stop]
    expression = _with_tense(told.expression, verdict.factuality, tokens, told)
    score = eventhood.fitness(text, tokens, first, end, told.slice.verb) * verdict.weight
    return Mention(
        article=article.id, start=start, end=stop, text=text,
        quote_start=sentence.start, quote_end=sentence.end, quote=sentence.text,
        expression=expression, factuality=verdict.factuality, speaker=verdict.speaker,
        terms=terms.terms(tokens, first, end),
        names=terms.unique(voices.canonical(name) for name in terms.names(tokens, first, end)),
        numbers=terms.numbers(tokens, first, end), sentence=index, fitness=round(min(1.0, score), 3),
    )  # fmt: skip


def _with_tense(
    expression: TimeExpression | None, fact: Factuality, tokens: Tokens, told: Told
) -> TimeExpression | None:
    """The expression with the direction that the verb of its clause gives it: a plan lies ahead."""
    verb = told.slice.verb
    if expression is not None and fact is Factuality.CANCELLED:
        return replace(expression, tense=Tense.FUTURE)
    if expression is None or told.nominal or verb < 0 or fact not in (Factuality.PLANNED, Factuality.POSSIBLE):
        return expression
    past = tokens.lower[verb] in ("was", "were", "had", "would") or tokens.tags[verb] == "V"
    return expression if past else replace(expression, tense=Tense.FUTURE)


@dataclass(frozen=True, slots=True)
class _Verdict:
    factuality: Factuality
    speaker: str | None
    weight: float = 1.0


def _nominal_factuality(parse: Parse, told: Told) -> Factuality:
    run = parse.tokens.lower[told.slice.first : told.slice.end]
    planned = {"planned", "proposed", "scheduled", "upcoming", "due", "expected"}.intersection(run)
    clause = parse.clauses[told.clause]
    if planned and clause.verb >= 0 and cancels(parse, clause):
        return Factuality.CANCELLED
    return Factuality.PLANNED if planned else Factuality.HAPPENED


def cancels(parse: Parse, clause: Clause) -> bool:
    """Whether the verb of a clause calls something off."""
    tokens = parse.tokens
    for i in range(max(clause.verb, clause.first), clause.end):
        if tokens.tags[i] in "VZUE":
            if tokens.base(i) in verbs.CANCELLING:
                return True
            if tokens.base(i) in ("call", "put") and "off" in tokens.lower[i + 1 : i + 3]:
                return True
    return False


def _judge(voices: Voices, index: int, told: Told) -> _Verdict | None:
    """Factuality and speaker of a clause; None if it tells no event."""
    parse = voices.parse(index)
    tokens, clauses = parse.tokens, parse.clauses
    clause = clauses[told.clause]
    title = voices.sentences[index].kind is SentenceKind.TITLE
    content = _content(clauses, told.clause)
    reports = report_subject(parse, told.clause) is not None
    if clause.kind is ClauseKind.REPORT or (reports and content is not None):
        return _reported(voices, index, told, content)
    if not eventhood.is_event(tokens, clause):
        return None
    speaker = voices.speaker(index, told.clause)
    fact = factuality(tokens, clause, title=title, reported=speaker is not None)
    weight = PRESENT_PENALTY if not title and told.expression is not None and _habitual(parse, clause) else 1.0
    if fact is Factuality.PLANNED and tokens.lower[clause.verb] in ("was", "were") and _contradicted(parse, told):
        fact = Factuality.HAPPENED
    if fact is Factuality.PLANNED and clause.kind is ClauseKind.RELATIVE and _called_off(parse, told.clause):
        fact = Factuality.CANCELLED
    return _Verdict(fact, speaker, weight)


def _habitual(parse: Parse, clause: Clause) -> bool:
    """Whether a clause stands in the simple present, as habits, listings and summaries do."""
    return parse.tokens.tags[clause.verb] == "Z" if clause.verb >= 0 else False


def _contradicted(parse: Parse, told: Told) -> bool:
    """As in "there was to be a truce but it fell apart": what came instead stands in the same line."""
    behind = parse.clauses[told.clause + 1 : told.clause + 2]
    return any(parse.tokens.lower[c.first] in ("but", "yet") and c.end <= told.slice.end + 1 for c in behind)


def _called_off(parse: Parse, number: int) -> bool:
    """Whether the clause around a relative calls off what the relative says was planned."""
    tokens, clauses = parse.tokens, parse.clauses
    around = [n for n in (number + 1, number - 1) if 0 <= n < len(clauses)]
    own = clauses[number]
    tail = next((i for i in range(own.verb + 1, own.end) if tokens.tags[i] in "XH" and tokens.tags[i + 1] in "XU"), -1)
    return any(cancels(parse, clauses[n]) for n in around) or (tail > 0 and cancels(parse, replace(own, verb=tail)))


def _content(clauses: Sequence[Clause], number: int) -> int | None:
    """The clause that holds what is said in clause `number`: behind it, or before a report."""
    if clauses[number].kind is ClauseKind.REPORT:
        return next((n for n, clause in enumerate(clauses[:number]) if clause.verb >= 0), None)
    behind = range(number + 1, len(clauses))
    return next((n for n in behind if clauses[n].kind is ClauseKind.CONTENT), None)


def _reported(voices: Voices, index: int, told: Told, content: int | None) -> _Verdict | None:
    """A dated saying: a claim about what is said if that is an event, else the saying itself is the event."""
    parse = voices.parse(index)
    tokens = parse.tokens
    run = report_subject(parse, told.clause)
    verb = parse.clauses[told.clause].verb
    performative = verb >= 0 and tokens.base(verb) in verbs.PERFORMATIVE
    if content is None:
        return _Verdict(Factuality.HAPPENED, None, 1.0 if performative else SAYING_PENALTY)
    if tokens.base(verb) == "deny":
        return _Verdict(Factuality.HAPPENED, voices.named(index, tokens, run) if run is not None else None)
    inner = parse.clauses[content]
    said = factuality(tokens, inner, reported=True)
    own = tokens.tags[inner.body] == "R" if inner.body < len(tokens) else False
    if not eventhood.is_event(tokens, inner):
        return _Verdict(Factuality.HAPPENED, None, SAYING_PENALTY)
    if said is not Factuality.HAPPENED or (own and performative):
        return _Verdict(Factuality.HAPPENED, None)
    return _Verdict(said, voices.named(index, tokens, run) if run is not None else None)
