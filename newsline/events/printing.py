"""What is printed where the clause that tells an event is no sentence: as much of the sentence around it as is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsline.events import eventhood
from newsline.events.clauses import Clause, ClauseKind
from newsline.events.english import verbs
from newsline.events.factuality import factuality
from newsline.events.wording import LONG, SHORTEST, Slice, part, tidy, word_count
from newsline.model import Factuality

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsline.events.parse import Parse

LONGEST = 40
"""Words that a line may have which is printed for a part of it."""
CONTINUING = ("I", "N", "C", "J")
"""Tags of words that go on with a noun phrase: there it cannot be cut."""
AT_ONCE = ("when", "as", "while")
TELLING = frozenset({ClauseKind.MAIN, ClauseKind.RESUMED})
BEGINNING = frozenset({ClauseKind.MAIN, ClauseKind.LEAD, ClauseKind.SUB})
"""Clauses with which a sentence or a part of one that can stand for it begins."""


def printable(
    parse: Parse, own: Slice, foreign: Sequence[int], *, nominal: bool = False, shared: bool = False
) -> Slice | None:
    """The line around a slice that is no sentence; None if it is one, or if no line of reasonable length holds it.

    Of the lines that hold the slice it is the shortest that can be printed, those without other dates first; `foreign`
    are the tokens at which such dates begin. What begins with another date tells another event: "The state asked on
    Thursday for money to clear the bridge that fell two days ago" is no line for the fall. A dated noun ("a truce from
    8 May") is printed with its sentence only where that tells a fact: what somebody thinks of a deal does not tell the
    deal. What shares a verb ("and a man on Saturday") is printed with what has it.
    """
    tokens, clauses = parse.tokens, parse.clauses
    alone = not nominal and parse.unprintable(own.first, own.end) is None
    if alone and not _at_once(parse, own):
        return None
    named = nominal and eventhood.has_event_noun(tokens, own.first, own.end)
    joined = shared or shares_subject(parse, own)
    best: tuple[tuple[int, int, bool, int], Slice] | None = None
    for first, end in _around(parse, own):
        length = word_count(tokens, first, end)
        others = sum(first <= token < end for token in foreign)
        rating = others, max(0, length - LONG), end < own.end, length
        if length > (LONG if alone else LONGEST) or (best is not None and rating >= best[0]):
            continue
        start = next(clause.first for clause in clauses if first < clause.end)  # "Two days later" may be cut off
        if not alone and not joined and any(start <= token < own.first for token in foreign):
            continue
        if alone and (others or first == own.first):
            continue
        if parse.unprintable(first, end) is None and not (named and _doubtful(parse, first, end)):
            verb = next((c.verb for c in clauses if c.kind in TELLING and first <= c.verb < end), own.verb)
            best = rating, Slice(first, end, verb)
    return best[1] if best is not None else None


def shares_subject(parse: Parse, own: Slice) -> bool:
    """As in "was arrested on Monday and charged on Friday": the second is a line with the first only."""
    held = (n for n, c in enumerate(parse.clauses) if c.first <= own.verb < c.end)
    number = next(held, 0)
    if parse.clauses[number].kind is not ClauseKind.COORDINATE or parse.clauses[number].subject:
        return False
    while number and parse.clauses[number].kind is ClauseKind.COORDINATE:
        number -= 1
    return parse.clauses[number].kind in TELLING  # but "charged the owner over a blast that killed two and hurt nine"


def _around(parse: Parse, own: Slice) -> Iterator[tuple[int, int]]:
    """Where lines for a slice may begin and end: with its clause or one before, with its clause or one near it.

    They may end before the slice does, if they hold its verb and a few words.
    """
    tokens, clauses = parse.tokens, parse.clauses
    begin = part(tokens, own.first)
    stop_at = tokens.tags.find(";", own.end - 1) + 1 or len(tokens)
    firsts = [clause.first for clause in clauses if begin <= clause.first < own.first and clause.kind in BEGINNING]
    ends = [clause.end for clause in clauses if clause.end > own.end or 0 <= own.verb < clause.end]
    ends = [end for end in ends if end <= stop_at]
    ends += [i for i in range(own.verb + 1, own.end - 1) if tokens.tags[i] == "," and tokens.tags[i + 1] in "SIC"]
    if tokens.tags[own.end : own.end + 1] not in CONTINUING:
        ends.insert(0, own.end)
    for start in dict.fromkeys((own.first, *reversed(firsts), begin)):
        for stop in ends:
            first, end = tidy(tokens, start, stop)
            short = end < own.end and word_count(tokens, first, end) < SHORTEST
            if first <= own.first < end and not short:
                yield first, end


def _at_once(parse: Parse, own: Slice) -> bool:
    """As in "nine people died when a slope gave way": what the clause before tells happened then, too."""
    clause = next((c for c in parse.clauses if c.first < own.first == c.body), None)
    if clause is None or clause.kind is not ClauseKind.SUB or not clause.first:
        return False
    return parse.tokens.lower[clause.first] in AT_ONCE


def _doubtful(parse: Parse, first: int, end: int) -> bool:
    """Whether a line only says, asks or supposes what it says."""
    return any(first <= clause.verb < end and _supposes(parse, clause) for clause in parse.clauses)


def _supposes(parse: Parse, clause: Clause) -> bool:
    tokens = parse.tokens
    if clause.kind is ClauseKind.REPORT or tokens.base(clause.verb) in verbs.SPEECH:
        return True
    return clause.kind is ClauseKind.MAIN and factuality(tokens, clause) is not Factuality.HAPPENED
