"""Which parts of a sentence tell an event of their own: clauses and nouns, each with the expression that dates it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from newsline.dates.expression import AtTime
from newsline.events import eventhood
from newsline.events.claims import described, strongest, trailing
from newsline.events.clauses import Clause, ClauseKind
from newsline.events.english import verbs, vocabulary
from newsline.events.english.lexicon import LEXICON
from newsline.events.factuality import factuality, verb_group
from newsline.events.gaps import gapped
from newsline.events.moved import Place, clause_at, moved
from newsline.events.nominal import RECENT, Nominal, is_occasion, nominal_host, phrase_end, taking_effect
from newsline.events.offsets import offset_expressions
from newsline.events.runs import runs
from newsline.events.subjects import report_subject
from newsline.events.wording import Slice, clause_slice, nominal_slice, tidy
from newsline.model import Factuality, TimeExpression, TimexType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsline.events.attribution import Voices
    from newsline.events.parse import Parse

DAY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\b")
"""A day of the month, which no month or year by itself has."""
BEFORE_REACH = 8
"""Words between "will not open" and "before March"."""
DEED = re.compile("(?:[st]ion|ment|ing|[ae]nce|al|out|up|down|in|off|over|fall|quake|acre|cide)s?$")
"""Endings of nouns that name what somebody did or what befell."""
SHORTLY = vocabulary("hours minutes moments shortly")
"""Before "after": it was on the same day."""
MEANWHILE = ("when", "as", "while")
"""Openers of what was going on when something else happened."""
UNDATED = ("Vague", "Anniversary", "Duration", "Repeated")
"""Meanings that are no place on the calendar."""
DENYING = vocabulary("deny confirm admit")
"""Verbs of saying that answer somebody: that they were said is told beside what they say."""
LASTING = ("most", "much", "half", "part", "all", "rest", "remainder")
TELLING = frozenset({ClauseKind.MAIN, ClauseKind.RESUMED})
TELLING_OR_REPORT = TELLING | {ClauseKind.REPORT}


class Told(Struct, frozen=True):
    """A unit of a sentence that tells an event: the clause of its verb, the slice for print, what dates it."""

    clause: int
    slice: Slice
    expression: TimeExpression | None
    nominal: bool = False
    shared: bool = False
    """It shares the verb of its clause: "arrested a woman on Thursday and a man on Saturday"."""


def units(voices: Voices, index: int, lead: bool) -> Iterator[tuple[Told, list[int]]]:
    """The units of a sentence that its expressions date, and its main clause if it belongs to the lead.

    Beside each stand the tokens at which other dates begin.
    """
    dating = [expression for expression in voices.expressions[index] if _dates(expression)]
    if not lead and not dating:
        return
    placed = runs(voices, index, _places(voices.parse(index), dating))
    for told in _units(voices, index, lead, placed):
        yield told, _foreign(placed, told.expression)


def _units(voices: Voices, index: int, lead: bool, placed: Sequence[Place]) -> Iterator[Told]:
    parse = voices.parse(index)
    tokens, clauses = parse.tokens, parse.clauses
    hosts, nominals = _hosts(parse, placed, voices.headline(index))
    if any(clauses[c].kind is ClauseKind.REPORT for c in hosts):
        placed = [place for place in placed if not is_deictic(place[0]) or _in_report(parse, place)]
        known = [expression for expression, _, _ in placed]
        hosts = {c: found for c, found in hosts.items() if found[0] in known}
    if len(hosts) > 1:  # "fell on Sunday, the police said on Monday": told is Sunday's fall
        hosts = {c: found for c, found in hosts.items() if not _reports(parse, c, hosts)}
    slices = {
        clause: _own(parse, clause, clause_slice(tokens, clauses, clause, _foreign(placed, expression), at), expression)
        for clause, (expression, at) in hosts.items()
    }
    if lead and not any(clauses[c].kind in TELLING_OR_REPORT for c in hosts):
        main = next((n for n, c in enumerate(clauses) if c.kind in TELLING and c.verb >= 0), None)
        if main is not None and main not in hosts:
            own = clause_slice(tokens, clauses, main, _foreign(placed, None))
            told = [s for c, s in slices.items() if clauses[c].kind is not ClauseKind.RELATIVE]
            if not any(s.first <= own.verb < s.end or own.first <= s.verb < own.end for s in told):
                yield Told(main, own, None)
    for clause, (expression, _) in hosts.items():
        yield Told(clause, slices[clause], expression)
    yield from nominals
    if hosts or lead:
        yield from _offset(voices, index, placed, next(iter(hosts.items()), None))


def _own(parse: Parse, number: int, told: Slice, expression: TimeExpression) -> Slice:
    """The slice of a relative clause; without the main clause that goes on, unless both are told of a day in the past.

    "The airline that halted its flights on Monday has sold a plane" is no line of Monday.
    """
    words = expression.text.lower()
    day = DAY.search(words) is not None or not RECENT.isdisjoint(words.split())
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


def _hosts(
    parse: Parse, placed: Sequence[Place], headline: bool
) -> tuple[dict[int, tuple[TimeExpression, int]], list[Told]]:
    """The clauses that expressions date, each with its expression and the clause that holds it; and dated nouns, and
    what shares a verb.
    """
    tokens, clauses = parse.tokens, parse.clauses
    claims: dict[int, list[tuple[TimeExpression, int, int]]] = {}
    nominals: list[Told] = []
    occasions: list[tuple[TimeExpression, int, int]] = []
    for expression, first, end in placed:
        number = clause_at(clauses, first)
        if (
            (clauses[number].kind is ClauseKind.SUB and clauses[number].verb == clauses[number].first)
            or _lasts(parse, first)
            or tokens.lower[first - 1 : first] == ["not"]
            or tokens.lower[max(0, first - 2) : first] == ["not", "on"]
            or _is_label(parse, first)
            or (expression.type is not TimexType.TIME and _before(parse, first))
            or eventhood.compares(tokens, clauses[number], first, end)
        ):
            continue
        nominal = nominal_host(tokens, clauses[number], first, end)
        if nominal is not None:
            if nominal.event and is_occasion(tokens, clauses[number], nominal):
                occasions.append((expression, number, first))
            if nominal.event:
                nominals.append(Told(number, nominal_slice(tokens, nominal), expression, nominal=True))
            continue
        if eventhood.clashes(tokens, clauses[number], first, end) and not headline:
            continue
        host = _host(tokens.tags, clauses, described(parse, number, end))
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
    for host, those in claims.items():
        for expression, number, first in those:
            led = clauses[number].kind is ClauseKind.LEAD and tokens.tags[clauses[number].body] == "U"
            if led and number not in hosts and hosts[host][0] is not expression:
                hosts[number] = expression, number  # "Founded in 1974, the firm went bankrupt in 1999"
            effect = taking_effect(tokens, clauses[number], first, tokens.index(expression.end - 1) + 1)
            if effect is not None and hosts[host][0] is not expression:
                nominals.append(Told(number, nominal_slice(tokens, effect), expression, nominal=True))
            behind = trailing(tokens, clauses[number], first) if hosts[host][0] is not expression else 0
            if behind and eventhood.has_event_noun(tokens, behind, first):  # ", after the vote on 26 October"
                noun = Nominal(behind, tokens.index(expression.end - 1) + 1, True)
                nominals.append(Told(number, nominal_slice(tokens, noun), expression, nominal=True))
    return hosts, nominals


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


def _offset(
    voices: Voices, index: int, placed: Sequence[Place], host: tuple[int, tuple[TimeExpression, int]] | None
) -> Iterator[Told]:
    """What happened "a week before" or "after" the event that the sentence dates, in the clause of `host`."""
    sentence, parse = voices.sentences[index], voices.parse(index)
    tokens, clauses = parse.tokens, parse.clauses
    dated = host[1][0] if host is not None else None
    for number in range(host[0] + 1 if host is not None else len(clauses), len(clauses)):
        if dated is not None and _is_hours_after(parse, number) and not _holds_date(clauses[number], placed):
            yield Told(number, clause_slice(tokens, clauses, number, ()), dated)
    for expression in offset_expressions(sentence.text, sentence.start, index, dated):
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
            known.type is TimexType.DATE and tokens.index(known.end - 1) == end for known in voices.expressions[index]
        ):
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


def _places(parse: Parse, expressions: Sequence[TimeExpression]) -> list[Place]:
    """Where expressions stand in the tokens of their sentence."""
    tokens = parse.tokens
    return moved(parse, [(e, tokens.index(e.start), tokens.index(e.end - 1) + 1) for e in expressions])


def _foreign(placed: Sequence[Place], own: TimeExpression | None) -> list[int]:
    """The tokens at which other dates begin."""
    return [first for expression, first, _ in placed if expression is not own]


def _dates(expression: TimeExpression) -> bool:
    """Whether an expression can date an event: no duration, no set, no "now" and no "recently"."""
    if expression.type not in (TimexType.DATE, TimexType.TIME):
        return False
    return type(expression.meaning).__name__ not in UNDATED


def is_deictic(expression: TimeExpression) -> bool:
    """Whether a word counts from the day of speaking: in a quotation that is not the article's day."""
    return expression.text.lower() in ("today", "yesterday", "tomorrow", "tonight", "today and yesterday")


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
