"""The noun that a relative clause tells of, and the subject that a second verb shares with the first.

"Jan Ito, who was arrested in April" is no sentence, and "sold the mill in 1998" has lost who did it. With the noun in
brackets both are: "[Jan Ito] was arrested in April", "[The town] sold the mill in 1998". Nothing is added where the
noun is not sure: behind "the wife of the mayor, who ..." two persons may be meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from newsline.events.antecedents import SUBJECTS, stands_for
from newsline.events.clauses import ClauseKind
from newsline.events.defects import incomplete
from newsline.events.english import vocabulary
from newsline.events.fitness import fitness, is_place
from newsline.events.participles import FINITE, is_ambiguous
from newsline.events.pronouns import is_person
from newsline.events.terms import bare, strip_titles, unique
from newsline.model import RELATIVES, Factuality, Mention

if TYPE_CHECKING:
    from newsline.events.attribution import Voices
    from newsline.events.clauses import Clause
    from newsline.events.parse import Parse
    from newsline.events.parts import Told
    from newsline.events.tokens import Tokens

GOING_ON = frozenset({ClauseKind.MAIN, ClauseKind.RESUMED})
BEGUN = frozenset({ClauseKind.MAIN, ClauseKind.COORDINATE})
OF_THE_WHOLE = vocabulary("allow anger cause come force follow give help lead leave make mean prompt raise spark")
"""Verbs before which ", which" often stands for all that was told: "lost the vote, which led to riots"."""
VAGUE = vocabulary("""
    all any anybody anyone anything both each either every everybody everyone everything few her his its little many
    most much my neither no nobody none nothing one others our people several some somebody someone something such their
    these those your
    """)
"""What begins a noun phrase that says nothing by itself: "those who left in May"."""
LOCATING = vocabulary("at from in near to")
PLURAL = vocabulary("are were have")
LONGEST = 9
"""Words of a noun phrase that can stand in brackets."""
NAMELESS = 0.7
"""What is left of the fitness of a line in which nobody and nothing is named (as in `events.fitness`)."""
SECOND = 0.8
"""What is left of the fitness of a line for the second thing that it tells of one subject."""


def with_head(voices: Voices, mention: Mention, told: Told, weight: float) -> Mention | None:
    """A mention that is printed with its noun in brackets; None where it needs none, or none is sure.

    `weight` is what its fitness counts.
    """
    parse = voices.parse(mention.sentence)
    tokens, clause = parse.tokens, parse.clauses[told.clause]
    if told.nominal or told.shared or mention.factuality is Factuality.CANCELLED:
        return None  # "The talks, which were to begin in May, have been called off" says both
    found = _head(parse, told)
    if found is None:
        return None
    begin, stop, at = found
    second = clause.kind is ClauseKind.COORDINATE
    if second and stop == begin + 1 and tokens.tags[begin] == "R":
        whose = stands_for(voices, mention.sentence, begin, tokens.tags.find(",", begin, at) + 1 or at)
        if whose is None or whose[0] != begin:
            return None
        name = whose[1]
        named = not name.islower()
    else:
        name = _written(voices, mention.sentence, tokens, begin, stop)
        named = "P" in tokens.tags[begin:stop]
    start, end = (tokens.starts[at],) * 2 if second else (tokens.starts[at - 1], tokens.ends[at - 1])
    fit = fitness(mention.text, tokens, told.slice.first, told.slice.end, clause.verb, named=True)
    fit *= (
        weight * (1.0 if named or "P" in tokens.tags[at : told.slice.end] else NAMELESS) * (SECOND if second else 1.0)
    )
    return replace(
        mention,
        names=unique((*mention.names, name)) if named else mention.names,
        fitness=round(min(1.0, fit), 3),
        line=None,
        defect=None,
        stands_for=(start, end, name),
    )


def _head(parse: Parse, told: Told) -> tuple[int, int, int] | None:
    """The tokens of the noun, and the first behind it that is printed."""
    number, clause = told.clause, parse.clauses[told.clause]
    if clause.verb < 0:
        return None
    if clause.kind is ClauseKind.RELATIVE:
        return _of_relative(parse, clause, told.slice.first, told.slice.end)
    if clause.kind is ClauseKind.COORDINATE and not clause.subject:
        return _of_second(parse, number, told.slice.first, told.slice.end)
    return None


def _of_relative(parse: Parse, clause: Clause, first: int, end: int) -> tuple[int, int, int] | None:
    """The noun before "who", "which" or "that", where these are the subject of their clause."""
    tokens = parse.tokens
    opener = clause.first
    if clause.subject or tokens.lower[opener] not in RELATIVES or not first < opener or _goes_on(parse, clause, end):
        return None
    if tokens.lower[opener - 1 : opener + 1] == [",", "which"] and tokens.base(clause.verb) in OF_THE_WHOLE:
        return None
    stop = next((i for i in range(first + 1, opener) if tokens.tags[i] in ",#"), opener)
    if tokens.tags[stop - 1] == "I":
        stop -= 1  # "a watchman of 61, who"
    of = tokens.tags.find("I", first, stop)
    if of > 0 and tokens.lower[opener] == "who" and not is_person(tokens, of - 1) and is_person(tokens, stop - 1):
        first = of + 1  # "the funeral of Jan Ito, who"
    if not _is_plain(tokens, first, stop) or _is_doubtful(tokens, first, stop, opener):
        return None
    if tokens.lower[first] in ("a", "an") and tokens.lower[clause.verb] in PLURAL:
        return None  # "eels from a pond in Norham, which were brought in May"
    if incomplete(tokens, parse.clauses, opener, end, own=True) is not None:
        return None
    return first, stop, opener + 1


def _of_second(parse: Parse, number: int, first: int, end: int) -> tuple[int, int, int] | None:
    """The subject of the clause with which a second verb goes: "The town bought the mill in 1990 and sold it"."""
    tokens, clauses = parse.tokens, parse.clauses
    clause, main = clauses[number], number
    if first != clause.body or tokens.tags[first] not in FINITE or tokens.tags[first] == "M":
        return None
    if is_ambiguous(tokens.words[first]) and "X" in tokens.tags[:first]:
        return None  # "was arrested on Monday and charged on Friday"
    while main and clauses[main].kind is ClauseKind.COORDINATE and not clauses[main].subject:
        main -= 1
    verb = clauses[main].verb
    if main > 1 and clauses[main].kind is ClauseKind.RESUMED and clauses[main - 1].kind is ClauseKind.RELATIVE:
        main -= 2  # "The mill, which burned in 2011, was rebuilt and sold in 2015"
    if clauses[main].kind not in BEGUN or verb < 0:
        return None
    begin = clauses[main].body
    while begin < verb and tokens.tags[begin] in "AYI,#":
        begin += 1
    stop = next((i for i in range(begin, verb) if tokens.tags[i] in ",WQ("), verb)
    while stop > begin and tokens.tags[stop - 1] == "A":
        stop -= 1
    pronoun = stop == begin + 1 and tokens.lower[begin] in SUBJECTS
    if not (pronoun or _is_plain(tokens, begin, stop)) or "I" in tokens.tags[clauses[main].body : begin]:
        return None
    return (begin, stop, first) if incomplete(tokens, clauses, first, end, own=True) is None else None


def _goes_on(parse: Parse, clause: Clause, end: int) -> bool:
    """Whether the line goes on with the main clause: "The strike that was to begin on Monday has been called off".

    Where the main clause has no verb of its own, what stands behind a comma is likely to be it.
    """
    before = (one for one in parse.clauses if one.first < clause.first)
    behind = (one for one in parse.clauses if clause.end <= one.first)
    if any(one.kind in GOING_ON and one.first < end for one in behind):
        return True
    verbless = not any(one.verb >= 0 for one in before) and not any(one.kind in GOING_ON for one in behind)
    return verbless and "," in parse.tokens.tags[clause.first : end]


def _is_plain(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether tokens are a noun phrase that says who or what is meant by itself."""
    tags = tokens.tags[first:stop]
    if not 0 < len(tags) <= LONGEST or tags.strip("DPNJ#I") or not ("P" in tags or "N" in tags):
        return False
    return tokens.lower[first] not in VAGUE


def _is_doubtful(tokens: Tokens, first: int, stop: int, opener: int) -> bool:
    """Whether another noun may be meant: "the wife of the mayor, who", "a case against Ito, which", "A and B, who"."""
    person = is_person(tokens, stop - 1)
    if tokens.lower[opener] != "who" and any(is_person(tokens, i) for i in range(first, stop) if tokens.tags[i] == "N"):
        return True
    place = tokens.lower[first - 1] in LOCATING and is_place(tokens.lower[stop - 1])
    if first and place and tokens.lower[opener] == "who":
        return True  # "sent the minister to Norland, who"
    if first == 0 or tokens.tags[first - 1] not in "IC,":
        return False
    if tokens.tags[first - 1] == ",":
        return tokens.lower[opener] == "which"  # "of the driver, Jan Ito, which"
    if tokens.tags[first - 1] == "C":
        return True
    before = first > 1 and tokens.tags[first - 2] in "NP"
    return before and (tokens.lower[opener] != "who" or not person or is_person(tokens, first - 2))


def _written(voices: Voices, index: int, tokens: Tokens, first: int, stop: int) -> str:
    """The noun phrase for print; of a person's name the fullest in the article."""
    if set(tokens.tags[first:stop]) == {"P"}:
        parts = strip_titles(tokens.words[first:stop])
        name = voices.canonical(bare(" ".join(parts))) if parts else ""
        if " " in name or len(parts) == stop - first:
            return name
    begin = voices.sentences[index].start
    return voices.sentences[index].text[tokens.starts[first] - begin : tokens.ends[stop - 1] - begin]
