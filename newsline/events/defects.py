"""What keeps a slice of a sentence from being printed by itself.

An editor strikes a line that is cut before its object, that has no main verb, that leans on a pronoun whose noun is
not shown, that opens a quotation and does not close it. Each of these has a name here; the search for a line that can
be printed (`events.printing`) and the choice among tellings (`timeline.wording`) go by them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsline.events.clauses import Clause, ClauseKind
from newsline.events.english import verbs, vocabulary
from newsline.events.fitness import balanced
from newsline.events.participles import FINITE
from newsline.events.pronouns import is_personal, leaning

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsline.events.tokens import Tokens

UNFINISHED = "DCTMKSWQ"
"""Tags of words that something must follow: determiners, conjunctions, "to", modal verbs, subordinators."""
QUOTES = '<>"'
PARTICLES = vocabulary("up out off down away back over apart ahead together in on through")
"""Prepositions that end a verb, as in "broke out" and "called off"."""
TELLING = frozenset({ClauseKind.MAIN, ClauseKind.RESUMED})
OWN = frozenset({ClauseKind.CONTENT, ClauseKind.SUB, ClauseKind.COORDINATE, ClauseKind.RELATIVE})
"""Clauses that are sentences without the word that opens them, if they have a subject.

Behind "and" only after a comma: "backed by tanks and armoured vehicles crossed" is easily taken for two clauses."""
CUT_OFF = frozenset({ClauseKind.RELATIVE, ClauseKind.PARTICIPLE})
"""Clauses before the verb of what is said, with which a line is cut."""
CLAIMS = vocabulary("""
    accusation accusations allegation allegations announcement assertion assurance assurances belief claim claims
    concern concerns condition conclusion confirmation decision denial doubt doubts evidence expectation expectations
    fact fear fears finding findings hint hints hope hopes idea indication indications news notion possibility promise
    promises proof proposal report reports rumor rumors rumour rumours sign signs speculation statement suggestion
    suggestions suspicion suspicions threat threats view warning warnings way word
    """)
"""Nouns that are not complete without the clause behind them: "amid fears that"."""
PAIRED = {"between": "and", "both": "and", "either": "or", "neither": "nor"}
"""Words that call for another behind them."""
DEMONSTRATIVES = vocabulary("that this these those")
"""At the end of a line they stand for what was told before: "had regained two thirds of that"."""
WHOLE = vocabulary("all anything everything little much nothing something those")
"""Pronouns behind which "that" opens a relative clause: "everything that the town had won"."""
OWNERS = vocabulary("his its their")
COUNTED = vocabulary("first second third fourth fifth sixth seventh eighth ninth tenth last other others latter former")
"""Words that stand for a noun told before, where a verb follows them: "the fourth was found"."""
ANSWERS = vocabulary("accepted agreed complied consented declined disagreed objected refused")
"""Verbs that answer what was told before, where nothing follows them: "a judge refused in June"."""
AMOUNTS = vocabulary("""
    century day days decade decades fortnight hour hours minute minutes moment moments month months second seconds week
    weeks year years
    """)
"""Behind these "after" and "before" say from when they count."""
LINKED = vocabulary("afternoon day earlier evening later morning night")
"""Last words of what counts from a day told before, which no line needs: "two days later", "on the next day"."""
_NOUN = re.compile("[NP]")
_LIST = re.compile("[NP],D?[AJ#]*[NP]+$")
"""Two nouns with a comma between them, at the end of a slice."""
_SUBJECT = re.compile("[NPRDY#]")
_ONLY_WHEN = re.compile("[JA]*I[D#J]*Y+,?A*V(?:[TI.]|$)")
"""A date and a verb that nobody is the subject of, as in "On Monday declined to go"; not "On Monday came the news"."""
_ONLY_WHERE = re.compile("(?:ID?[JUNP#Y]+)*I[D#J]*Y+CA*V")
"""The same behind "and": "In a speech on Monday and told them", whose verb stood before it."""


def unprintable(tokens: Tokens, clauses: Sequence[Clause], first: int, end: int) -> str | None:
    """The first thing for which an editor would strike the line of tokens `first` to `end`; None if there is none.

    "stub": no main verb with its subject, "cut": words are missing at the end, "open": a quotation or bracket is not
    closed, "pronoun": it stands for a noun that the line does not hold, or for whoever writes or speaks.
    """
    if first >= end:
        return "stub"
    return incomplete(tokens, clauses, first, end) if predicates(tokens, clauses, first, end) else "stub"


def incomplete(tokens: Tokens, clauses: Sequence[Clause], first: int, end: int, *, own: bool = False) -> str | None:
    """The same for a slice whose subject is printed in brackets; `own` says that "his" and "its" are the subject's."""
    if (
        not may_end(tokens, clauses, first, end)
        or _is_begun(clauses, first, end)
        or _answers(tokens, clauses, first, end)
    ):
        return "cut"
    if not balanced(" ".join(tokens.words[first:end])):
        return "open"
    if tokens.lower[_last_word(tokens, first, end)] in DEMONSTRATIVES or _speaks_of_this(tokens, first, end):
        return "pronoun"
    if is_personal(tokens, first, end):
        return "pronoun"
    leans = (i for i in leaning(tokens, clauses, first, end) if not (own and tokens.lower[i] in OWNERS))
    return "pronoun" if _counts(tokens, first, end) or next(leans, -1) >= 0 else None


def may_end(tokens: Tokens, clauses: Sequence[Clause], first: int, end: int) -> bool:
    """Whether nothing is missing behind a slice that ends before token `end`."""
    n = len(tokens)
    last = end - 1
    while end < n and tokens.tags[end] in ".>'\"":
        end += 1
    if tokens.tags[last] == ":" or (tokens.tags[last] in QUOTES and tokens.tags[last - 1] == ","):
        return False
    if end >= n:
        return True
    if tokens.tags[last] in UNFINISHED or tokens.tags[end] == ":" or _lists(tokens, first, end):
        return False
    if tokens.lower[end : end + 2] == ["as", "saying"]:
        return False
    if tokens.lower[end] in ("after", "before") and tokens.lower[last] in AMOUNTS:
        return False  # "have begun to return three days | after a fire that broke out on Monday"
    stop = tokens.tags[end] in ",;:()-"
    if tokens.tags[last] == "I" and not stop and tokens.lower[last] not in PARTICLES:
        return False
    cut = next((clause for clause in clauses if clause.first in (end, end + stop)), None)
    if cut is not None and cut.kind is ClauseKind.REPORT and cut.end == cut.verb + 1 < n:
        return False  # "officials in the capital, and then at the port, confirmed that"
    if cut is not None and (_said(tokens, clauses, cut) or _belongs(tokens, cut) or _bereft(clauses, cut, first)):
        return False
    if (
        tokens.tags[last] in "VZ"
        and not stop
        and (cut is None or cut.kind not in (ClauseKind.SUB, ClauseKind.COORDINATE))
    ):
        return False
    opener = next((i for i in range(last, first - 1, -1) if tokens.lower[i] in PAIRED), None)
    return opener is None or PAIRED[tokens.lower[opener]] in tokens.lower[opener:end]


def _lists(tokens: Tokens, first: int, end: int) -> bool:
    """As in "ordered economists, tax officials, business leaders | and even the mayor to": a list without its end."""
    if tokens.tags[end] != "C" or tokens.lower[end] not in ("and", "or"):
        return False
    listed = _LIST.search(tokens.tags, first, end)
    return listed is not None and listed.end() == end and end + 1 < len(tokens) and tokens.tags[end + 1] not in FINITE


def _is_begun(clauses: Sequence[Clause], first: int, end: int) -> bool:
    """As in "announced that its lander |, which vanished, had been found": what is said has lost its verb."""
    said = (i for i, clause in enumerate(clauses) if clause.kind is ClauseKind.CONTENT and first <= clause.first < end)
    return any(
        clauses[i].verb < 0 and clauses[i].end >= end and i + 1 < len(clauses) and clauses[i + 1].kind in CUT_OFF
        for i in said
    )


def _answers(tokens: Tokens, clauses: Sequence[Clause], first: int, end: int) -> bool:
    """Whether the first verb is an answer, to what is not told: behind it stands nothing but a date."""
    verb = next((clause.verb for clause in clauses if first <= clause.verb < end), -1)
    return verb >= 0 and tokens.lower[verb] in ANSWERS and not tokens.tags[verb + 1 : end].strip("IDAY.,")


def _speaks_of_this(tokens: Tokens, first: int, end: int) -> bool:
    """As in "has always rejected this, and said": it stands for what was told before."""
    return any(tokens.lower[i] == "this" and tokens.tags[i + 1] in ",;C" for i in range(first, end - 1))


def _last_word(tokens: Tokens, first: int, end: int) -> int:
    return next((i for i in range(end - 1, first, -1) if tokens.tags[i] not in ".>'\","), first)


def _counts(tokens: Tokens, first: int, end: int) -> bool:
    """As in "The fourth was found": counted is what was told before."""
    while first < end and tokens.tags[first] in "IAY,<":
        first += 1
    if tokens.lower[first : first + 1] != ["the"] or first + 2 >= end:
        return False
    return tokens.lower[first + 1] in COUNTED and tokens.tags[first + 2] in FINITE


def _said(tokens: Tokens, clauses: Sequence[Clause], cut: Clause) -> bool:
    """Whether a clause is what a verb before it says; "a truce from 8 May that they had offered" goes with a noun.

    Behind "asked on Tuesday" there is none that it could go with.
    """
    if cut.kind is not ClauseKind.CONTENT:
        return False
    before = next(clause for clause in clauses if clause.end == cut.first)
    said = any(tokens.base(i) in verbs.SPEECH for i in range(before.first, cut.first) if tokens.tags[i] in "VZUBG")
    return said or tokens.tags[cut.first - 1] != "Y" or not _NOUN.search(tokens.tags, before.verb + 1, cut.first)


def _bereft(clauses: Sequence[Clause], cut: Clause, first: int) -> bool:
    """As in "and the strike that was set for May | was called off": the noun of the relative loses its verb."""
    if cut.kind is not ClauseKind.RESUMED:
        return False
    before = next(clause for clause in clauses if clause.end == cut.first)
    return before.kind is ClauseKind.RELATIVE and first < before.first


def _belongs(tokens: Tokens, clause: Clause) -> bool:
    """Whether a clause that was cut off tells which one is meant: "the tanks that were lost", "fears that"."""
    opener = tokens.lower[clause.first]
    if opener in ("if", "unless", "whether", "than", "lest"):
        return True
    before = clause.first - 1
    if clause.kind is not ClauseKind.RELATIVE or before < 0 or tokens.tags[before] not in "NPJ":
        return False
    if tokens.lower[before] in CLAIMS:
        return True
    start = before
    while start > 0 and tokens.tags[start - 1] in "NPJ#":
        start -= 1
    return start == 0 or tokens.lower[start - 1] not in ("a", "an")


def predicates(tokens: Tokens, clauses: Sequence[Clause], first: int, end: int) -> bool:
    """Whether a slice is a sentence: a finite verb that is not that of a relative, and a subject before it."""
    return any(first <= clause.verb < end and _says(tokens, clauses, clause, first) for clause in clauses)


def _says(tokens: Tokens, clauses: Sequence[Clause], clause: Clause, first: int) -> bool:
    """Whether a slice that begins with token `first` says what a clause says, subject and all."""
    tags = tokens.tags
    if _SUBJECT.search(tags, first, clause.verb) is None or _lacks_subject(tags, first, clause.verb):
        return False
    linked = "CAIY," if first and tokens.lower[first - 1] in LINKED else "CA,"  # "Two days later the mayor left"
    if clause.kind in TELLING and not tokens.tags[clause.body : first].strip(linked):  # "And on Friday the mayor left"
        return clause.kind is ClauseKind.MAIN or _resumes(tokens, clauses, clause, first)
    begins = all(tokens.tags[i] in "A,<\"'" for i in range(min(clause.body, first), max(clause.body, first)))
    return clause.kind in OWN and begins and not _leans(tokens, clause)


def _lacks_subject(tags: str, first: int, verb: int) -> bool:
    """Whether nothing but dates and places stands between token `first` and the verb."""
    whole = _ONLY_WHEN.match(tags, first, verb + 2) or _ONLY_WHERE.match(tags, first, verb + 1)
    return whole is not None and whole.end() > verb


def _resumes(tokens: Tokens, clauses: Sequence[Clause], clause: Clause, first: int) -> bool:
    """Whether a slice holds the whole subject of a main clause that a relative interrupts."""
    begun = [c for c in clauses if c.kind is not ClauseKind.RELATIVE and c.first < clause.first]
    if not begun or all(tag in "AC,YI" for tag in tokens.tags[begun[-1].first : first]):
        return True
    return 0 <= begun[-1].verb < first and tokens.tags[first - 1] == "C"


def bears_on(tokens: Tokens, clause: Clause) -> bool:
    """Whether a clause goes with a pronoun before it, as in "everything that the town had won"."""
    return clause.kind is ClauseKind.CONTENT and clause.first > 0 and tokens.lower[clause.first - 1] in WHOLE


def _leans(tokens: Tokens, clause: Clause) -> bool:
    """Whether what stands before a clause belongs to it: "and" without a comma, or the noun of "that he was given"."""
    if clause.kind is ClauseKind.RELATIVE:
        return tokens.lower[clause.first] != "where" and tokens.tags[clause.first] != "I"
    if bears_on(tokens, clause):
        return True
    return clause.kind is ClauseKind.COORDINATE and tokens.tags[clause.first - 1 : clause.first] != ","
