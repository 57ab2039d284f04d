"""Which trial "it" is and which men "they" are: common nouns that a pronoun takes up as the subject before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsline.events.clauses import ClauseKind
from newsline.events.english import vocabulary, words
from newsline.events.fitness import is_place
from newsline.events.pronouns import PERSONS, THEY, is_person
from newsline.events.terms import POSSESSIVE
from newsline.model import SentenceKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsline.events.attribution import Voices
    from newsline.events.clauses import Clause
    from newsline.events.parse import Parse
    from newsline.events.tokens import Tokens

LOOK_BACK = 4
"""Sentences back in which the name is sought; those between have to go on with the same pronoun."""
MOVING = vocabulary(
    "arrive begin climb close drop end fall gain jump lose open plunge reach rise sink soar start tumble"
)
"""What things do: "They [the shares] fell"."""
IMPERSONAL = vocabulary("appear become emerge freeze hail happen rain seem snow take thunder")
"""Verbs whose "it" stands for nothing, or for what follows."""
LOCATING = vocabulary("in near off outside")
"""Behind these a name is that of a place."""
ARRANGING = vocabulary("adjourn begin cancel delay end hear hold last postpone put reschedule resume start take")
"""What is done with a trial or a concert, and what these do: "It will be held on Monday", "It will hear 60"."""


def before(voices: Voices, index: int) -> Iterator[int]:
    """The sentences before, from the nearest on, as far as the story goes on."""
    for near in range(index - 1, max(-1, index - 1 - LOOK_BACK), -1):
        if voices.sentences[near].kind is not SentenceKind.BODY or voices.sentences[near].quoted:
            return
        yield near


def subject_of(parse: Parse) -> tuple[int, int, int] | None:
    """The tokens of the subject of a sentence's main clause, and its verb; of a quotation, whoever speaks."""
    tokens = parse.tokens
    spoken = tokens.tags[:1] in ("<", '"')
    kinds = (ClauseKind.REPORT,) if spoken else (ClauseKind.MAIN, ClauseKind.RESUMED)
    clauses = [one for one in parse.clauses if one.kind in kinds]
    clause = next((one for one in clauses if one.verb >= 0), None)
    if clause is None:
        return None
    if clause.verb <= clause.body and clause is clauses[0]:
        return (clause.verb + 1, clause.end, clause.end - 1) if spoken else None  # '"We left," said Jan Ito'
    begin = clauses[0].body
    while begin < clause.verb and tokens.tags[begin] in "AYI,#<>":
        begin += 1
    stop = next((i for i in range(begin, clause.verb) if tokens.tags[i] in ",IWQ("), clause.verb)
    return (begin, stop, clause.verb) if stop > begin and "C" not in tokens.tags[begin:stop] else None


def occasion(voices: Voices, index: int, parse: Parse, pronoun: int) -> str | None:
    """What "it" is that is held, put off or resumed, where the subject before is such: "the trial"."""
    tokens = parse.tokens
    clause = next(one for one in parse.clauses if one.first <= pronoun < one.end)
    verb = clause.verb
    while 0 <= verb < clause.end - 1 and tokens.tags[verb] in "XHKMATY":
        verb += 1
    if tokens.lower[pronoun] != "it" or verb < 0 or tokens.base(verb) not in ARRANGING:
        return None
    for near in before(voices, index):
        other = voices.parse(near)
        subject = subject_of(other)
        if subject is None or other.tokens.lower[subject[0] : subject[1]] != ["it"]:
            head = _head(other.tokens, *subject[:2]) if subject is not None else -1
            return _the(other.tokens, head) if other.tokens.lower[head] in words.EVENT_NOUNS and head >= 0 else None
    return None


def lone(voices: Voices, index: int, parse: Parse, pronoun: int) -> str | None:
    """The thing that "it" is, where the sentence before names no other: "The mill opened in 1911. It was bombed"."""
    near = next(before(voices, index), None)
    subject = subject_of(voices.parse(near)) if near is not None else None
    own = next(one for one in parse.clauses if one.first <= pronoun < one.end)
    if near is None or subject is None or parse.tokens.lower[pronoun] != "it" or _is_weather(parse.tokens, own):
        return None
    tokens = voices.parse(near).tokens
    head = _head(tokens, *subject[:2])
    if head < 0 or tokens.lower[subject[0]] not in ("the", "a", "an") or _may_be_anybody(tokens, head):
        return None
    others = (i for i in range(len(tokens)) if i != head and tokens.tags[i] in "NPRGQW" and i + 1 != head)
    return _the(tokens, head) if not any(_is_thing(tokens, i) for i in others) else None


def _may_be_anybody(tokens: Tokens, head: int) -> bool:
    """Whether a noun is one for which another pronoun stands: a person, people, several things."""
    word = tokens.lower[head]
    return is_person(tokens, head) or _is_person(word) or word in words.PEOPLE or _is_plural(tokens, head)


def _is_thing(tokens: Tokens, i: int) -> bool:
    """Whether "it" may stand for a word: no place, no noun in the plural."""
    if tokens.tags[i] == "P":
        return not (is_place(tokens.lower[i]) or tokens.lower[i - 1] in LOCATING)
    return tokens.tags[i] != "N" or not _is_plural(tokens, i)


def _is_weather(tokens: Tokens, clause: Clause) -> bool:
    """As in "It rained on Friday", "It took three days": there "it" is nothing."""
    return clause.verb < 0 or tokens.base(clause.verb) in IMPERSONAL


def several(voices: Voices, index: int, parse: Parse, pronoun: int) -> str | None:
    """Who or what "they" are: the subject before, where nothing else in its sentence stands in the plural."""
    near = next(before(voices, index), None)
    subject = subject_of(voices.parse(near)) if near is not None else None
    if near is None or subject is None:
        return None
    tokens = voices.parse(near).tokens
    head = _head(tokens, *subject[:2])
    others = (i for i in range(len(tokens)) if i != head and tokens.tags[i] in "NPR#C")
    if head < 0 or not _is_plural(tokens, head) or any(_is_plural(tokens, i) for i in others):
        return None
    if (
        is_person(tokens, head)
        or tokens.lower[head] in words.PEOPLE
        or _is_person(tokens.lower[head].removesuffix("s"))
    ):
        return _the(tokens, head)
    clause = next(one for one in parse.clauses if one.first <= pronoun < one.end)
    own = parse.tokens
    passive = "X" in own.tags[pronoun : clause.verb + 1]
    return _the(tokens, head) if passive or own.base(max(clause.verb, 0)) in MOVING else None


def _is_person(word: str) -> bool:
    """Whether a noun in the singular may be somebody."""
    return word in PERSONS or word.endswith(("er", "or", "ist", "ian", "ant", "man", "woman"))


def _is_plural(tokens: Tokens, i: int) -> bool:
    """Whether a word may be what "they" stands for, alone or with another."""
    tag, word = tokens.tags[i], tokens.lower[i]
    if tag == "N":
        return (word.endswith("s") and not word.endswith(("ss", "'s", "’s"))) or word in words.PLURALS | words.PEOPLE
    return word == "and" or word in THEY or (tag == "#" and tokens.tags[i + 1 : i + 2] not in ("N", "J"))


def _head(tokens: Tokens, first: int, stop: int) -> int:
    """The head of a noun phrase: its last noun before a preposition or a participle; -1 if it has none."""
    end = next((i for i in range(first, stop) if tokens.tags[i] in "IUGT"), stop)
    return end - 1 if end > first and tokens.tags[end - 1] == "N" else -1


def _the(tokens: Tokens, head: int) -> str:
    """A noun with what describes it, known by now: "a quiet strike" is "the quiet strike"."""
    first = head
    while first > 0 and tokens.tags[first - 1] in "NJ#" and not tokens.words[first - 1].endswith(POSSESSIVE):
        first -= 1
    return "the " + " ".join(tokens.lower[first : head + 1])
