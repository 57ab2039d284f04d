"""The tokens that name who says something: the subjects of the verbs of speech in a sentence."""

from __future__ import annotations

import re

from newsline.events.clauses import Clause, ClauseKind
from newsline.events.english import verbs, vocabulary
from newsline.events.parse import Parse
from newsline.events.reports import REPORTING_BEHIND
from newsline.events.tokens import Tokens

CONTENT = ClauseKind.CONTENT
SPEAKER_END = ',;:GWUSQ()<>"Y'
REMARK = re.compile(",D[JN]*$")
"""The tags of what the outlet remarks on a saying."""
LONGEST_SPEAKER = 8
NEAR = 6
"""Clauses behind what is said among which it is told who says so."""
CITING = vocabulary("cite quote")
"""Verbs of whoever hands on what another says."""
ACCUSING = vocabulary("accuse suspect")
PASSIVE = vocabulary("is are was were be been being")


def governor(parse: Parse, number: int) -> tuple[int, int] | None:
    """The tokens that name who says a clause, within its sentence; None if nobody is named there."""
    clauses = parse.clauses
    clause = clauses[number]
    if clause.kind is ClauseKind.RELATIVE and parse.tokens.tags[clause.first - 1 : clause.first] == ",":
        return None  # ", which burned in May," is the outlet's own knowledge
    if clause.kind in (ClauseKind.RELATIVE, ClauseKind.CONTENT) and REMARK.search(parse.tokens.tags[: clause.first]):
        return None  # ", a claim that Norland rejected on Sunday"
    before = parse.tokens.tags[: clause.first].rstrip("Y")
    if clause.kind is ClauseKind.SUB and before.endswith(",") and len(before) < clause.first:
        return None  # "said that it would close its ports, a day after Norland shut the border"
    cited = _cited(parse, clause)
    if cited is not None:
        return cited
    begin = parse.tokens.tags.rfind(";", 0, clause.first)
    near = (
        [c for c in clauses[max(0, number - 2) : number] if c.first > begin]
        if clause.kind is not ClauseKind.RESUMED
        else []
    )
    inside = number > 1 and clauses[number - 1].kind is ClauseKind.RELATIVE and clauses[number - 2].kind is CONTENT
    if clause.kind is CONTENT or inside or any(c.kind is CONTENT for c in near):
        for earlier in range(number - 1, -1, -1):
            run = report_subject(parse, earlier)
            if run is not None:
                return run
    for later in range(number, min(len(clauses), number + NEAR)):
        if clauses[later].kind is ClauseKind.REPORT:
            run = report_subject(parse, later)
            if run is not None:
                return run
    if number and clauses[number - 1].kind is ClauseKind.REPORT:
        return report_subject(parse, number - 1)
    if number and clauses[0].kind is ClauseKind.LEAD and parse.tokens.lower[clauses[0].body] == "according":
        return report_subject(parse, 0)
    return _raised(parse, clause)


def antecedent_beside(parse: Parse, token: int) -> tuple[int, int] | None:
    """The noun phrase that a pronoun takes up from the same sentence: "The force denied it; on Friday it admitted"."""
    tokens = parse.tokens
    own = next(clause for clause in parse.clauses if clause.first <= token < clause.end)
    if own.kind is ClauseKind.REPORT:
        return None  # "The army left on Friday, she said"
    for clause in parse.clauses:
        if clause.kind is ClauseKind.MAIN and clause.verb >= 0 and clause.end <= token:
            run = _subject(tokens, clause)
            named = run is not None and "P" in tokens.tags[run[0] : run[1]]
            if run is not None and tokens.tags[run[0]] != "R" and (named or tokens.lower[token] in ("it", "they")):
                return run
    return None


def _cited(parse: Parse, clause: Clause) -> tuple[int, int] | None:
    """As in "the agency quoted the mayor as saying", "the mayor was quoted as saying": of what is said, and of that."""
    tokens = parse.tokens
    if "saying" not in tokens.lower:
        return None
    saying = next((i for i in range(1, len(tokens)) if tokens.lower[i : i + 2] == ["as", "saying"]), 0)
    verb = next((i for i in range(saying - 1, 0, -1) if tokens.tags[i] in "VUZ" and tokens.base(i) in CITING), 0)
    if not verb:
        return None
    citing = next(one for one in parse.clauses if one.first <= verb < one.end)
    if clause is not citing and clause.verb < saying:
        return None
    if tokens.lower[verb - 1] in PASSIVE:
        return _apposed(tokens, _subject(tokens, citing), citing)
    return _named_behind(tokens, _noun_phrase(tokens, verb + 1, saying), saying)


def _raised(parse: Parse, clause: Clause) -> tuple[int, int] | None:
    """As in "Moscow claimed to have ejected them": the speaker is the subject of the clause itself."""
    tokens = parse.tokens
    verb = clause.verb
    claims = tokens.tags[verb] in "VZ" and tokens.tags[verb + 1 : verb + 2] in ("T", "G", "Y", "I")  # to have, having
    if 0 <= verb < clause.end - 1 and claims and tokens.base(verb) in ("claim", "allege", "deny"):
        return _noun_phrase(tokens, clause.body, verb)
    if verb >= 0 and tokens.tags[verb] in "VZ" and tokens.base(verb) in ACCUSING and _accuses(tokens, verb, clause.end):
        return _noun_phrase(tokens, clause.body, verb)
    return None


def _accuses(tokens: Tokens, verb: int, end: int) -> bool:
    """As in "accuse him of poisoning a man in 2016": the date is that of the deed."""
    of = next((i for i in range(verb + 1, end - 1) if tokens.lower[i] == "of" and tokens.tags[i + 1] == "G"), end)
    return "Y" not in tokens.tags[verb:of] and "Y" in tokens.tags[of:end]


def report_subject(parse: Parse, number: int) -> tuple[int, int] | None:
    """The tokens of the subject of a clause whose verb is one of speech, or of "according to ..."."""
    tokens, clause = parse.tokens, parse.clauses[number]
    if tokens.lower[clause.body] == "according":
        return _noun_phrase(tokens, clause.body + 2, clause.end)
    verb = clause.verb
    while 0 <= verb < clause.end - 1 and tokens.tags[verb] in "XHKMA":
        verb += 1
    saying = REPORTING_BEHIND if clause.kind is ClauseKind.REPORT else verbs.SPEECH
    if verb < 0 or tokens.tags[verb] not in "VZUGB" or tokens.base(verb) not in saying:
        return None
    if tokens.tags[verb] in "UV" and tokens.lower[verb - 1] in PASSIVE:
        return None  # "an inquiry was announced by the minister", "the families had been told"
    run = _apposed(tokens, _subject(tokens, clause), clause)
    inverted = clause.verb == clause.body and clause.kind not in (ClauseKind.RESUMED, ClauseKind.RELATIVE)
    if run is None and (clause.kind is ClauseKind.REPORT or inverted):
        run = _noun_phrase(tokens, verb + 1, clause.end)
    if run is None and number and clause.kind in (ClauseKind.RESUMED, ClauseKind.COORDINATE):
        first = parse.clauses[0]
        run = _noun_phrase(tokens, first.body, first.verb if first.verb > 0 else first.end)
    return run


def _subject(tokens: Tokens, clause: Clause) -> tuple[int, int] | None:
    """The subject of a clause: its first noun phrase, or the last before the verb if a phrase leads up to it."""
    if tokens.tags[clause.body] not in "SI" or "," in tokens.tags[clause.body : clause.verb]:
        return _noun_phrase(tokens, clause.body, clause.verb)
    end = clause.verb
    while end > clause.body and tokens.tags[end - 1] == "A":
        end -= 1
    first = end
    while first > clause.body and tokens.tags[first - 1] in "DPNJR#" and tokens.tags[first : first + 1] != "D":
        first -= 1
    return (first, end) if end > first else None


def _apposed(tokens: Tokens, run: tuple[int, int] | None, clause: Clause) -> tuple[int, int] | None:
    """As in "the operator, Blue Ferries, denied", "the mayor of Norham, Jan Ito, said": the name between commas."""
    verb = clause.verb
    if run is None and clause.body < verb and tokens.tags[verb - 1] == ",":
        return _noun_phrase(tokens, tokens.tags.rfind(",", 0, verb - 1) + 1, verb - 1)  # "The other, Jan Ito, said"
    return _named_behind(tokens, run, verb)


def _named_behind(tokens: Tokens, run: tuple[int, int] | None, limit: int) -> tuple[int, int] | None:
    """The name between commas behind a noun phrase and before a place, or the phrase itself where there is none."""
    if run is None or tokens.tags[run[1] : run[1] + 1] != ",":
        return run
    if tokens.tags[run[1] - 1] == "P" and not ("I" in tokens.tags[run[0] : run[1]] and tokens.tags[run[0]] in "DN"):
        return run
    end = run[1] + 1
    while end < limit and tokens.tags[end] in "PA":
        end += 1
    return (run[1] + 1, end) if end > run[1] + 1 and tokens.tags[end] == "," else run


def _names_to(tokens: Tokens, i: int) -> bool:
    """As in "Committee to Protect": an infinitive in capitals, part of a name."""
    return tokens.tags[i] == "T" and tokens.tags[i + 1 : i + 2] == "P" and tokens.tags[i - 1 : i] == "P"


def _noun_phrase(tokens: Tokens, first: int, end: int) -> tuple[int, int] | None:
    """The noun phrase at the beginning of a run, without what is appended to it."""
    if "(" in tokens.tags[max(0, first - 1) : first + 1]:
        first = tokens.tags.find(")", first, end) + 1 or first  # "(Harbour News) The mayor said"
    while first < end and tokens.tags[first] in "AY,":
        first += 1
    last = first
    while (
        last < end
        and (tokens.tags[last] not in SPEAKER_END or _names_to(tokens, last))
        and last - first < LONGEST_SPEAKER
    ):
        if tokens.tags[last] in "VZXHKM." and last > first:
            break
        if tokens.tags[last] in "IT" and tokens.lower[last] not in ("of", "for") and not _names_to(tokens, last):
            break
        last += 1
    if last == first or not any(tag in "NPR" for tag in tokens.tags[first:last]):
        return None
    return first, last
