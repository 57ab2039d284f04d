"""Where the slice of a sentence for print begins and ends: at clause borders, about thirty words at the most."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from newsline.events.clauses import Clause, ClauseKind
from newsline.events.english import verbs, vocabulary
from newsline.events.lookahead import behind_label
from newsline.events.tokens import count_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsline.events.nominal import Nominal
    from newsline.events.tokens import Tokens

LONG = 30
"""Words of a line that are too many: issue of the reading width, and the length of lines in printed chronologies."""
LINKS = vocabulary("""
    by in at as for of on the even that after a an one two three four five six seven eight nine ten eleven twelve
    several some days weeks months years
    """)
"""Their first words."""
LONGEST_LINK = 6
"""Words and comma of the longest of these."""
SHORTEST = 6
"""Words that a trimmed line keeps at least."""
LITTLE = 8
"""Words that say little without the relative clause behind them."""
CONNECTIVES = vocabulary("""
    however meanwhile instead also moreover furthermore additionally nevertheless nonetheless besides still separately
    then and but so yet indeed now earlier later elsewhere therefore thus consequently similarly likewise accordingly
    incidentally
    """)
CONJUNCTIONS = vocabulary("and but yet nor")
"""Connectives that no comma need follow."""
LINKING = re.compile(
    r"(?i)(?:by (?:comparison|contrast)|in (?:addition|contrast|fact|turn|particular)|in the meantime|at the same time"
    r"|as a result|for (?:example|instance)|of course|on the other hand|even so|that said|after all) ,"
    r"|(?:(?!(?:day|week|month|year)s? )[a-z]+ (?:few )?)?(?:day|week|month|year)s? "
    r"(?:(?:later|earlier)(?: ,| (?=(?-i:[A-Z])|the |an? ))|before ,)"
    r"|(?:on )?the (?:following|next|same) (?:day|morning|afternoon|evening|night)(?: ,| (?=(?-i:[A-Z])|the |an? ))"
)
"""Phrases that link a sentence to the one before, with their comma; a count from a date told there needs none."""


INNER = frozenset({ClauseKind.SUB, ClauseKind.RELATIVE})
"""Clauses inside a main clause that may go on behind them."""
STUMP = re.compile("[DAJY#]+")
"""The tags of a phrase without a noun."""
HEADLESS = re.compile("[DAJY#]+N*")
SECOND_TOLD = [ClauseKind.COORDINATE, ClauseKind.RELATIVE, ClauseKind.RESUMED]
"""The kinds of "and the tower | that cooled it | was blown up"."""
GOING_ON = len(SECOND_TOLD) + 1
"""Clauses of it, with a second verb: "and was sold in May"."""
ATTACHED = frozenset({ClauseKind.RELATIVE, ClauseKind.PARTICIPLE, ClauseKind.COORDINATE, ClauseKind.SUB})


class Slice(Struct, frozen=True):
    """Tokens of a sentence, the end excluded, and the finite verb in them (-1 if there is none)."""

    first: int
    end: int
    verb: int


def part(tokens: Tokens, token: int) -> int:
    """Where the part of a sentence begins that holds a token: behind a semicolon another thing is told."""
    return tokens.tags.rfind(";", 0, token) + 1


def nominal_slice(tokens: Tokens, nominal: Nominal) -> Slice:
    """The slice of a noun phrase."""
    return Slice(nominal.first, nominal.end, -1)


def clause_slice(
    tokens: Tokens, clauses: Sequence[Clause], number: int, foreign: Sequence[int], at: int | None = None
) -> Slice:
    """The slice that tells clause `number`; without clauses in which `foreign` tokens (other dates) stand.

    `at` is the clause that holds the expression, where that is another one.
    """
    start = max(_start(tokens, clauses, number, foreign), part(tokens, clauses[number].first))
    last = _last(tokens, clauses, number, foreign, number if at is None else max(at, number))
    close = tokens.tags.find(">", start, clauses[last].end)
    spoken = clauses[number].verb < close and "<" not in tokens.tags[start:close]  # 'We left on Monday," said Ito'
    first, end = tidy(tokens, start, close if spoken and number < last else clauses[last].end)
    behind = clauses[last + 1].kind if last + 1 < len(clauses) else None
    end = _without_stump(tokens, first, end, headless=behind is ClauseKind.RELATIVE)
    return Slice(first, end, _verb(clauses, number, first))


def _without_stump(tokens: Tokens, first: int, end: int, *, headless: bool) -> int:
    """The end of a slice without ", the first" or ", a day" that lost what it goes with.

    `headless` says that it lost a relative clause: then ", a chronology" is one, too.
    """
    comma = tokens.tags.rfind(",", first, end)
    if end == len(tokens) or comma < 0 or tokens.tags[comma + 1 : comma + 2] not in ("D", "Y", "A"):
        return end
    stump = HEADLESS if headless else STUMP
    return end if stump.fullmatch(tokens.tags, comma + 1, end) is None else comma


def _verb(clauses: Sequence[Clause], number: int, first: int) -> int:
    inside = [c.verb for c in clauses if c.verb >= first and c.kind is not ClauseKind.SUB]
    if clauses[number].kind is ClauseKind.PARTICIPLE and clauses[number].verb < 0:
        return -1
    return clauses[number].verb if clauses[number].verb >= 0 else min(inside, default=-1)


def _interrupted(clauses: Sequence[Clause], number: int) -> bool:
    """Whether a clause is "and the tower", before "that cooled it" and "was blown up"."""
    kinds = [clause.kind for clause in clauses[max(number, 0) : number + 3]]
    return number >= 0 and kinds == SECOND_TOLD and clauses[number].verb < 0


def _holds(clause: Clause, foreign: Sequence[int]) -> bool:
    return any(clause.first <= token < clause.end for token in foreign)


def _start(tokens: Tokens, clauses: Sequence[Clause], number: int, foreign: Sequence[int]) -> int:
    """The first token of the line."""
    clause = clauses[number]
    kind = clause.kind
    if kind is ClauseKind.RESUMED and _interrupted(clauses, number - 2):
        return clauses[number - 2].body  # "and the tower that cooled it | was blown up"
    if kind is ClauseKind.REPORT or kind is ClauseKind.RESUMED:
        return _sentence_start(tokens, clauses, number, foreign)
    if kind is ClauseKind.MAIN:
        return _sentence_start(tokens, clauses, number, foreign)
    others = any(_holds(earlier, foreign) for earlier in clauses[:number])
    if kind is ClauseKind.CONTENT:
        whole = not others and not _capital(tokens, clause.body) and number <= 2
        return _sentence_start(tokens, clauses, 0, foreign) if whole else clause.body
    if kind is ClauseKind.PARTICIPLE or (kind is ClauseKind.COORDINATE and not clause.subject):
        return clause.body if others or number > 2 else _sentence_start(tokens, clauses, 0, foreign)
    if kind is ClauseKind.RELATIVE and not clause.subject:
        return _antecedent(tokens, clause.first)
    return clause.body


def _capital(tokens: Tokens, index: int) -> bool:
    return index < len(tokens) and (tokens.words[index][0].isupper() and tokens.tags[index] != "R")


def _antecedent(tokens: Tokens, index: int) -> int:
    """The first token of the noun phrase before a relative clause."""
    i = index
    while i > 0 and tokens.tags[i - 1] in ",":
        i -= 1
    while i > 0 and tokens.tags[i - 1] in "DPNJ#":
        i -= 1
        if tokens.tags[i] == "D":
            break
    if i < index and set(tokens.tags[i:index]) <= {"#", ","} and tokens.tags[i - 1 : i] in ("I", ","):
        return _antecedent(tokens, i - 1)  # "a watchman of 61, who", "Rasim Oz, 61, who"
    if tokens.tags[i - 1 : i] == "," and "old" in tokens.lower[i:index]:
        return _antecedent(tokens, i - 1)  # "Rasim Oz, eight years old, who"
    named = i < index and tokens.tags[i] == "P"
    if named and i > 1 and tokens.tags[i - 1] == "I" and tokens.tags[i - 2] in "PNJ":
        return _antecedent(tokens, i - 1)  # "a teacher from Norham, who left"
    return i


def _sentence_start(tokens: Tokens, clauses: Sequence[Clause], number: int, foreign: Sequence[int]) -> int:
    """The beginning of the main clause with what leads up to it, unless that is another date or an empty phrase."""
    start = behind_label(tokens)
    if clauses[number].kind in (ClauseKind.REPORT, ClauseKind.RESUMED):
        held = [n for n, earlier in enumerate(clauses[:number]) if _holds(earlier, foreign)]
        return clauses[held[-1]].end if held and _capital(tokens, clauses[held[-1]].end) else 0
    begin = clauses[number].first
    if number and tokens.tags[begin - 1] == ":" and not start:
        return begin  # "It went on: on Friday the mayor left"
    empty = begin > 0 and clauses[0].kind is ClauseKind.LEAD and not any(t in "P#Y" for t in tokens.tags[:begin])
    if empty and _capital(tokens, begin):
        return begin  # behind "In a turn that nobody foresaw,"
    for earlier in clauses[:number]:
        droppable = _holds(earlier, foreign) or earlier.kind is ClauseKind.MAIN
        if (droppable and _capital(tokens, earlier.end)) or earlier.kind is ClauseKind.MAIN:
            start = earlier.end
    return start


def _last(tokens: Tokens, clauses: Sequence[Clause], number: int, foreign: Sequence[int], at: int) -> int:
    """The last clause of the line."""
    last = number
    for later in range(number + 1, len(clauses)):
        clause = clauses[later]
        if tokens.tags[clause.first - 1] == ";":
            break
        main = clauses[number].kind in (ClauseKind.MAIN, ClauseKind.REPORT, ClauseKind.RESUMED)
        needed = later <= at or (clause.kind is ClauseKind.RESUMED and main)
        needed = needed or (
            later == number + 1 and _is_subject(tokens, clauses, number) and not _holds(clause, foreign)
        )
        needed = needed or (clause.kind is ClauseKind.CONTENT and later == number + 1)
        outside = clause.kind in (ClauseKind.MAIN, ClauseKind.RESUMED) or (
            not main and clause.kind is ClauseKind.REPORT and clauses[number].kind is not ClauseKind.CONTENT
        )
        outside = outside or (clauses[number].kind in INNER and _goes_on(tokens, clauses, later))
        if _interrupted(clauses, later) and any(_holds(one, foreign) for one in clauses[later : later + GOING_ON]):
            break
        other = _holds(clause, foreign) and not _completes(tokens, clauses, number, later)
        if not needed and (outside or other or _comments(tokens, clause)):
            break
        last = later
    floor = max(at, number)
    for later in range(last, floor, -1):
        if clauses[later].kind is ClauseKind.RESUMED:
            break
        if word_count(tokens, clauses[number].first, clauses[last].end) <= LONG:
            break
        if word_count(tokens, clauses[number].first, clauses[later].first) >= SHORTEST and not _restricts(
            tokens, clauses[later]
        ):
            last = later - 1
    while last > floor and clauses[last].verb < 0 and clauses[last].kind in (ClauseKind.SUB, ClauseKind.COORDINATE):
        last -= 1  # its verb was cut off with a relative clause
    cut = clauses[last + 1 : last + 2]
    if last > floor and cut and cut[0].kind is ClauseKind.CONTENT and clauses[last].kind in ATTACHED:
        last -= 1  # what "who said" said was cut off
    return last


def _is_subject(tokens: Tokens, clauses: Sequence[Clause], number: int) -> bool:
    """As in "Police who searched the house in May found bags": the relative tells which, and the rest goes with it."""
    clause, behind = clauses[number], clauses[number + 1 : number + 2]
    restricts = clause.kind is ClauseKind.RELATIVE and not clause.subject and _restricts(tokens, clause)
    return (
        restricts and bool(behind) and behind[0].kind is ClauseKind.RESUMED and _antecedent(tokens, clause.first) == 0
    )


def _completes(tokens: Tokens, clauses: Sequence[Clause], number: int, later: int) -> bool:
    """Whether little is said without a clause: "The council passed a bill | that moves the vote to August"."""
    told = word_count(tokens, clauses[number].first, clauses[later].first)
    return later == number + 1 and _restricts(tokens, clauses[later]) and told <= LITTLE


def _goes_on(tokens: Tokens, clauses: Sequence[Clause], number: int) -> bool:
    """As in "She ran the paper when Ito was shot in May, and has written of it": that is told of her, not of Ito."""
    clause = clauses[number]
    if clause.kind is not ClauseKind.COORDINATE or clause.subject or tokens.tags[clause.first - 1] != ",":
        return False
    return any(c.kind is ClauseKind.MAIN and c.subject and c.verb >= 0 for c in clauses[:number])


def word_count(tokens: Tokens, first: int, end: int) -> int:
    """The words and figures among the tokens."""
    return count_words(tokens.tags[first:end])


def _restricts(tokens: Tokens, clause: Clause) -> bool:
    """Whether a relative clause belongs to the noun before it, without a comma."""
    return clause.kind is ClauseKind.RELATIVE and tokens.tags[clause.first - 1] != ","


def _comments(tokens: Tokens, clause: Clause) -> bool:
    """Whether a clause only comments: ", marking a reversal", ", in what seems to be"."""
    if clause.kind is ClauseKind.PHRASE:
        return True
    if clause.kind is not ClauseKind.PARTICIPLE:
        return False
    body = clause.body
    if tokens.tags[body] == "A" and body + 1 < clause.end:
        return True
    return tokens.lower[body] in verbs.COMMENT or tokens.lower[body : body + 2] == ["in", "what"]


def _unlinked(tokens: Tokens, first: int, end: int) -> int:
    """The first token behind words that only link a slice to the sentence before."""
    if first + 2 < end and tokens.lower[first] in CONNECTIVES:
        comma = tokens.tags[first + 1] == ","
        after = first + (2 if comma else 1)
        if comma or tokens.lower[first] in CONJUNCTIONS or _capital(tokens, after):
            return after
    if first >= end or tokens.lower[first] not in LINKS:
        return first
    linked = LINKING.match(" ".join(tokens.words[first : first + LONGEST_LINK]))
    return first + len(linked.group().split()) if linked is not None else first


def tidy(tokens: Tokens, first: int, end: int) -> tuple[int, int]:
    """The slice without connectives at its beginning and punctuation at its ends."""
    while first < end and tokens.tags[first] in ",;:-)>.":
        first += 1
    first = _unlinked(tokens, first, end)
    whole = end == len(tokens)
    while end > first and tokens.tags[end - 1] in (",;:-(C" if whole else ",;:-(<C"):
        end -= 1
    return _unquoted(tokens, first, end)


def _unquoted(tokens: Tokens, first: int, end: int) -> tuple[int, int]:
    """The slice without the quotation mark of a quotation that goes on over several sentences."""
    opened, closed = tokens.tags.count("<", first, end), tokens.tags.count(">", first, end)
    if closed > opened and tokens.tags[end - 1] == ">":
        return first, end - 1
    if opened > closed and tokens.tags[first] == "<":
        return first + 1, end
    return first, end
