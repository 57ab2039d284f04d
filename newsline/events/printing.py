"""What is printed where the clause that tells an event is no sentence: as much of the sentence around it as is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsline.events.clauses import ClauseKind
from newsline.events.fitness import is_place
from newsline.events.wording import Slice, tidy, word_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsline.events.attribution import Parse

LONGEST = 36
"""Words that a line may have which is printed for a part of it."""
CONTINUING = ("I", "N", "C", "J")
"""Tags of words that go on with a noun phrase: there it cannot be cut."""
TELLING = frozenset({ClauseKind.MAIN, ClauseKind.RESUMED})


def printable(parse: Parse, own: Slice, foreign: Sequence[int]) -> Slice | None:
    """The line around a slice that is no sentence; None if it is one, or if no line of reasonable length holds it.

    A slice that begins with a name ("Ito, who left in May") is not printed with other dates; `foreign` are the tokens
    at which those begin. The line begins with the sentence and ends with the slice, if that is a whole noun phrase,
    else with the clause in which it ends, or with the sentence where the main clause is closed only there.
    """
    tokens, clauses = parse.tokens, parse.clauses
    if not _bare(parse, own):
        return None
    closing = next((clause.end for clause in clauses if clause.first < own.end <= clause.end), len(tokens))
    closed = own.verb < 0 and tokens.tags[own.end : own.end + 1] not in CONTINUING
    for limit in dict.fromkeys((own.end if closed else closing, closing, len(tokens))):
        first, end = tidy(tokens, 0, limit)
        verb = next((c.verb for c in clauses if c.kind in TELLING and first <= c.verb < end), -1)
        others = any(first <= token < end for token in foreign)
        if verb < 0 or (others and not tokens.words[own.first][0].islower()):
            continue
        if word_count(tokens, first, end) <= LONGEST and own.first >= first and own.end <= end:
            return Slice(first, end, verb)
    return None


def _bare(parse: Parse, own: Slice) -> bool:
    """Whether a slice begins in the middle of a sentence or holds no verb of a main clause."""
    tokens = parse.tokens
    if own.first and tokens.words[own.first][0].islower() and not is_place(tokens.lower[own.first]):
        return True
    held = (c for c in parse.clauses if own.first <= c.verb < own.end)
    return all(c.kind is ClauseKind.RELATIVE and not (c.subject and c.body == own.first) for c in held)
