"""Pronouns that stand for a noun which a line does not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsline.events.clauses import Clause, ClauseKind
from newsline.events.concepts import place_of
from newsline.events.english import vocabulary, words
from newsline.events.participles import FINITE
from newsline.events.terms import bare
from newsline.late import late

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from newsline.events.tokens import Tokens

TELLING = frozenset({ClauseKind.MAIN, ClauseKind.RESUMED})
HE_OR_SHE = vocabulary("he she him her his hers himself herself")
THEY = vocabulary("they them their theirs themselves")
IT = vocabulary("it its itself")
OBJECTS = vocabulary("it him her them")
PERSONAL = vocabulary("i me my we us our you your i'm i’m i've i’ve we're we’re we've we’ve you're you’re")
"""Words for whoever writes or speaks, and whoever reads or listens."""
COLLECTIVE = vocabulary("""
    army band bank board cabinet committee company council couple court crew crowd department family firm force
    government group jury majority media military ministry navy opposition pair panel parliament party police public
    staff team union
    """)
"""Nouns in the singular for which "they" may stand."""
PERSONS = vocabulary("""
    baby boy boyfriend bride brother chief child citizen colleague cousin daughter defendant father friend girl
    girlfriend groom guard guest head heir hostage husband infant king man mate member model mother nephew niece nurse
    parent patient pilot pope priest prince princess pupil queen relative resident sheikh sister son star student
    suspect teenager tourist twin uncle victim widow wife witness woman youth
    """)
EMPTY_REACH = 7
"""Words behind "it" among which "that" or "to" begins what it stands for."""
_PERSON = late("(?:man|woman|er|or|ist|ian|ant|ee|eur|person)$")


def is_personal(tokens: Tokens, first: int, end: int) -> bool:
    """Whether a slice speaks of whoever writes or reads it, outside quotations."""
    if PERSONAL.isdisjoint(tokens.lower[first:end]):
        return False
    return any(tokens.lower[i] in PERSONAL and tokens.words[i] != "US" for i in _unquoted(tokens, first, end))


def _unquoted(tokens: Tokens, first: int, end: int) -> Iterator[int]:
    quoted = False
    for i in range(first, end):
        if tokens.tags[i] in "<>":
            quoted = tokens.tags[i] == "<"
        elif not quoted:
            yield i


def leaning(tokens: Tokens, clauses: Sequence[Clause], first: int, end: int) -> Iterator[int]:
    """The pronouns outside quotations that stand for a noun which the slice does not hold before them, in order."""
    for i in _unquoted(tokens, first, end):
        if tokens.tags[i] not in "RD":
            continue
        if _missing(tokens, clauses, first, i) and not _ahead(clauses, i, first, end):
            yield i


def _missing(tokens: Tokens, clauses: Sequence[Clause], first: int, i: int) -> bool:
    """Whether a pronoun has no noun before it that it may stand for; an object never stands for its own subject."""
    word = tokens.lower[i]
    kind = next((pair for pair in _NOUNS if word in pair[0]), None)
    if kind is None or (word in IT and _empty(tokens, i)):
        return False
    clause = next(c for c in clauses if c.first <= i < c.end)
    own = range(clause.body, clause.verb) if word in OBJECTS and clause.verb < i else range(0)
    return not any(kind[1](tokens, j) for j in range(first, i) if j not in own)


def _several(tokens: Tokens, i: int) -> bool:
    """Whether a word is a noun for which "they" may stand."""
    tag, word = tokens.tags[i], tokens.lower[i]
    if tag == "C":
        return word == "and"
    if tag not in "NP#":
        return False
    if tag == "P":
        return not _place(word)
    return tag == "#" or word.endswith("s") or word in words.PLURALS or word in words.PEOPLE or word in COLLECTIVE


def is_person(tokens: Tokens, i: int) -> bool:
    """Whether a word may be somebody: a name that is not a place, or a noun for a person."""
    tag, word = tokens.tags[i], tokens.lower[i]
    if tag == "P":
        return not _place(word)
    return tag == "N" and (word in PERSONS or word in words.TITLES or _PERSON.search(word) is not None)


def _thing(tokens: Tokens, i: int) -> bool:
    """Whether a word is a noun or a name."""
    return tokens.tags[i] in "NP"


def _place(word: str) -> bool:
    return place_of(bare(word)) is not None


_NOUNS: tuple[tuple[frozenset[str], Callable[[Tokens, int], bool]], ...] = (
    (THEY, _several),
    (HE_OR_SHE, is_person),
    (IT, _thing),
)
"""What kind of noun each pronoun may stand for."""


def _empty(tokens: Tokens, i: int) -> bool:
    """As in "it emerged that", "it was said to": there it stands for what follows. "It was to open" is no such."""
    rest = tokens.tags[i + 1 : i + EMPTY_REACH]
    return tokens.lower[i] == "it" and rest[:1] in FINITE and rest[1:2] != "T" and ("Q" in rest or "T" in rest)


def _ahead(clauses: Sequence[Clause], i: int, first: int, end: int) -> bool:
    """As in "In his first speech, Ito said": the noun stands in the main clause behind the phrase."""
    clause = next(c for c in clauses if c.first <= i < c.end)
    leads = clause.first <= first and clause.kind in (ClauseKind.LEAD, ClauseKind.SUB)
    return leads and any(c.kind in TELLING and i < c.verb < end for c in clauses)
