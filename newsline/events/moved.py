"""What is put off or brought forward: of "moved from 31 October to 17 November" the new date is the one that counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from newsline.dates.expression import Between, RangeEnd
from newsline.dates.tense import Tense
from newsline.events.english import vocabulary
from newsline.model import TimeExpression

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsline.events.clauses import Clause
    from newsline.events.parse import Parse

Place = tuple[TimeExpression, int, int]
"""An expression, its first token and the token behind it."""
TOWARDS = ("to", "until", "till")
MOVING = vocabulary("move postpone delay reschedule defer shift adjourn slip")
PUTTING = vocabulary("put push bring")
ASIDE = vocabulary("off back forward")
ASIDE_REACH = 3
"""Words between "put" and "off"."""


def moved(parse: Parse, placed: Sequence[Place]) -> list[Place]:
    """The dates of a sentence; of "put off from 31 October to 17 November" only the new one, which lies ahead."""
    kept = []
    for expression, first, end in placed:
        meaning = expression.meaning
        if isinstance(meaning, Between | RangeEnd) and _moves(parse, first):
            if isinstance(meaning, RangeEnd):
                ahead = replace(expression, meaning=meaning.run.last, tense=Tense.FUTURE)
                kept.append((ahead, first, end))
            continue
        if shifted(parse, first):
            expression = replace(expression, tense=Tense.FUTURE)  # "has slipped to May"
        kept.append((expression, first, end))
    return kept


def shifted(parse: Parse, first: int) -> bool:
    """Whether the date at token `first` is the day to which something is put off or brought forward."""
    return parse.tokens.lower[first - 1] in TOWARDS and _moves(parse, first)


def _moves(parse: Parse, first: int) -> bool:
    """Whether the clause of token `first` says before it that something is put off or brought forward."""
    tokens = parse.tokens
    for i in range(parse.clauses[clause_at(parse.clauses, first)].first, first):
        if tokens.tags[i] in "VZUBG":
            base = tokens.base(i)
            if base in MOVING or (base in PUTTING and not ASIDE.isdisjoint(tokens.lower[i + 1 : i + 1 + ASIDE_REACH])):
                return True
    return False


def clause_at(clauses: Sequence[Clause], token: int) -> int:
    for number, clause in enumerate(clauses):
        if clause.first <= token < clause.end:
            return number
    return len(clauses) - 1
