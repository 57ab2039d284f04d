"""Which of several expressions dates a clause, and which clause tells what one beside it only dates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsline.dates.expression import walk
from newsline.dates.repeating import Holiday
from newsline.events import eventhood
from newsline.events.clauses import Clause, ClauseKind
from newsline.events.english import vocabulary
from newsline.events.gaps import Claim
from newsline.events.nominal import RECENT, taking_effect
from newsline.events.parts import names_day
from newsline.late import late
from newsline.model import TimeExpression

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsline.events.parse import Parse
    from newsline.events.tokens import Tokens

CLEFT = re.compile("RX[AIS#NDY]*Y(?:I[DNP]+)*")
"""The tags of "It was on Sunday", "It was only in May", "It was ten past four on Friday in Aldane"."""
PLACE = re.compile("(?:I[DNP]+)*,?")
YEARS = re.compile(r"\d{4}(?:[-–/]\d{2,4})?")
"""A year: of "pleaded guilty on Monday to fraud between 2004 and 2008" Monday is the day."""
WEEK = late(r"(?i)(?:last|this|next|earlier this|later this|in the past) (?:week|month)")
WHEN = ("when", "where")
BOUNDING = frozenset({"since", "until", "till"})
CONFINED = 3
"""Words of "has been under" arrest."""
EMPTY = vocabulary("it that this")
"""Subjects of clauses that say little: "It began on Friday, when hundreds marched"."""
BEHIND = ("after", "before", "following")
"""Words behind a comma that open a phrase with a date of its own."""


def strongest(parse: Parse, claims: Sequence[Claim]) -> tuple[TimeExpression, int]:
    """Of the expressions that may date one clause the one that does, and the clause that holds it."""
    if len(claims) == 1:
        return claims[0][:2]
    day = any(parse.tokens.lower[first] in RECENT for _, _, first in claims)
    ranked = ((_rank(parse, claim, beside=day), _is_day_within(claim, claims)) for claim in claims)
    _, (expression, number, _) = max(zip(ranked, claims, strict=True), key=lambda pair: pair[0])
    return expression, number


def _is_day_within(claim: Claim, claims: Sequence[Claim]) -> bool:
    """As in "Also last week: the minister announced the sale on Tuesday": what stands first only bounds the day."""
    return claim is not claims[0] and names_day(claim[0]) and WEEK.fullmatch(claims[0][0].text) is not None


def _rank(parse: Parse, claim: Claim, *, beside: bool) -> int:
    """Of several expressions in a clause the one that dates its verb: in no apposition; with a figure or a feast.

    `beside` says that one of them is a day of the week, which no bare year outdoes.
    """
    expression, number, first = claim
    clause = parse.clauses[number]
    tokens = parse.tokens
    aside = clause.kind is ClauseKind.MAIN and first < clause.verb and "," in tokens.tags[clause.body : first]
    feast = tokens.lower[first - 1] != "for" and any(isinstance(e, Holiday) for e in walk(expression.meaning))
    figure = any(c.isdigit() for c in expression.text) and not (beside and YEARS.fullmatch(expression.text))
    named = feast or figure
    comma = tokens.tags.rfind(",", max(clause.verb, clause.body), first)
    remark = taking_effect(tokens, clause, first, first + 1) is not None or (
        clause.verb < comma and tokens.tags[comma + 1 : comma + 2] == "D"
    )  # ", a reaction to last week's cuts"
    behind = remark or trailing(tokens, clause, first)
    infinitive = any(  # "vowed in May to pay by June", "lent in May, to be repaid by June"
        0 <= clause.verb < tokens.tags.rfind(to, max(clause.verb, 0), first) for to in ("TB", "TX")
    )
    return (0 if aside else 1 if behind or infinitive or _is_of_occasion(parse, clause, first) else 3) + named


def trailing(tokens: Tokens, clause: Clause, first: int) -> int:
    """The first token of the phrase of a date at token `first` in ", after the vote on 26 October"; 0 if it is none."""
    comma = tokens.tags.rfind(",", max(clause.verb, clause.body), first)
    return comma + 2 if clause.verb < comma and tokens.lower[comma + 1] in BEHIND and comma + 2 < first else 0


def _is_of_occasion(parse: Parse, clause: Clause, first: int) -> bool:
    """As in "At a meeting on Monday", "Arrested in May" before the main clause: its own date comes first."""
    tokens = parse.tokens
    head = next((i for i in range(clause.body, first) if tokens.tags[i] in "NPGU#"), first)
    return clause.kind is ClauseKind.PARTICIPLE or (clause.kind is ClauseKind.LEAD and head < first)


def _is_cleft(parse: Parse, clause: Clause) -> bool:
    """As in "It was on Sunday that the wall fell"."""
    tags = parse.tokens.tags[clause.body : clause.end]
    return parse.tokens.lower[clause.body] == "it" and CLEFT.fullmatch(tags) is not None


def described(parse: Parse, number: int, first: int, end: int) -> int:
    """As in "January, when the bid was made": the clause behind "when" is what the expression before it dates.

    So it is where the clause of the expression tells nothing else ("It began on Friday, when hundreds marched") or only
    what held since then or until then ("nobody had been seen since Friday, when two women were found").
    """
    tokens, clauses = parse.tokens, parse.clauses
    follows = number + 1 < len(clauses) and PLACE.fullmatch(tokens.tags, end, clauses[number + 1].first) is not None
    opener = tokens.lower[clauses[number + 1].first] if follows else ""
    when = opener in WHEN or (opener == "that" and _is_cleft(parse, clauses[number]))
    if not when or not eventhood.is_event(tokens, clauses[number]):
        return number + when
    if tokens.tags[clauses[number].verb : clauses[number].verb + CONFINED] == "HXI":
        return number  # "has been under arrest since Friday, when the court heard": the arrest began then
    bounds = not BOUNDING.isdisjoint(tokens.lower[first - 1 : first + 1]) or tokens.lower[clauses[number].body] in EMPTY
    return number + (bounds and eventhood.is_event(tokens, clauses[number + 1]))
