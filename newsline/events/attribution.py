"""Who says so: speech verbs before, after and inside what is said, quotations over several sentences, "according to".

A speaker is named as fully as the article ever names them: "Mr Ito" becomes "Kenji Ito" if that stands anywhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from newsline.events.clauses import REPORTING_BEHIND, Clause, ClauseKind, split_clauses
from newsline.events.concepts import place_of
from newsline.events.defects import unprintable
from newsline.events.english import verbs, vocabulary, words
from newsline.events.terms import POSSESSIVE, bare, name_key, name_runs, strip_titles
from newsline.events.tokens import Tokens, base_tag, tokenize
from newsline.model import Sentence, SentenceKind, TimeExpression

if TYPE_CHECKING:
    from collections.abc import Sequence

LOOK_BACK = 4
"""Sentences back in which the speaker of an open quotation, or the person behind "he said", is sought."""
SPEAKER_END = ',;:GWUSQ()<>"Y'
FULL_NAME = re.compile(r"[A-Z][\w’'\-]+(?:\.? (?:(?:al|bin|de|del|la|van|von|der|of) ){0,2}[A-Z][\w’'\-]*)+")
"""Two or more capitalised words in a row, the usual small words between them."""
LONGEST_NAME = 4
"""Words of a person's name; more are the name of a body, or two names."""
PERSONAL = vocabulary("he she they it i we")
LONGEST_SPEAKER = 8
PASSIVE = vocabulary("is are was were be been being")
ARTICLES = {"the": "the", "a": "a", "an": "an", "its": "the", "his": "the", "her": "the", "their": "the"}
"""What stands before a speaker, and what is printed; behind "claimed by" nobody knows whose lawyer "her lawyer" is."""
FIGURES = vocabulary("data figures statistics")
"""What shows something and claims nothing."""


@dataclass(slots=True)
class Parse:
    """One sentence, tokenised and split into clauses."""

    tokens: Tokens
    clauses: list[Clause]
    _defects: dict[tuple[int, int], str | None] = field(default_factory=dict)

    def unprintable(self, first: int, end: int) -> str | None:
        """As `defects.unprintable`, for tokens of this sentence; the units of a sentence ask for the same lines."""
        if (first, end) not in self._defects:
            self._defects[first, end] = unprintable(self.tokens, self.clauses, first, end)
        return self._defects[first, end]


@dataclass(slots=True)
class Voices:
    """The sentences of one article, parsed when they are asked for, and the names in them."""

    sentences: Sequence[Sentence]
    expressions: Sequence[Sequence[TimeExpression]]
    """The time expressions of each sentence."""
    parses: dict[int, Parse] = field(default_factory=dict)
    _runs: dict[str, list[str]] | None = None
    """The runs of capitalised words in the article, by the key of the last word."""
    _full: dict[str, str] = field(default_factory=dict)

    def parse(self, index: int) -> Parse:
        """Tokens and clauses of a sentence."""
        found = self.parses.get(index)
        if found is None:
            sentence = self.sentences[index]
            spans = [(e.start, e.end) for e in self.expressions[index]]
            tokens = tokenize(sentence.text, sentence.start, spans)
            found = self.parses[index] = Parse(tokens, split_clauses(tokens, sentence.kind is SentenceKind.TITLE))
        return found

    def headline(self, index: int) -> bool:
        """Whether a sentence is a title, where the present tells what happened."""
        return self.sentences[index].kind is SentenceKind.TITLE

    def full_name(self, key: str) -> str | None:
        """The longest name in the article whose last word has a key; None if no full name has."""
        if key not in self._full:
            if self._runs is None:
                self._runs = self._capitalised()
            self._full[key] = max(map(_person, self._runs.get(key, ())), key=len, default="")
        return self._full[key] or None

    def body(self, key: str) -> str | None:
        """The name of the body that a common noun stands for: "the agency"; None where several are named so."""
        whole = self.full_name(key)
        named = map(_person, (self._runs or {}).get(key, ()))
        return whole if whole is not None and all(whole.endswith(name) for name in named) else None

    def _capitalised(self) -> dict[str, list[str]]:
        runs: dict[str, list[str]] = {}
        for sentence in self.sentences:
            if sentence.kind in (SentenceKind.TITLE, SentenceKind.BODY):
                for run in FULL_NAME.findall(sentence.text):
                    runs.setdefault(name_key(run.rpartition(" ")[2]), []).append(run)
        return runs

    def canonical(self, name: str) -> str:
        """The longest form in which the article names the bearer of a name."""
        longer = self.full_name(name_key(name.rpartition(" ")[2])) if name else None
        return longer if longer is not None and len(longer) > len(name) else name

    def speaker(self, index: int, clause: int) -> str | None:
        """Who says what clause number `clause` of sentence `index` tells; None if the outlet does."""
        parse = self.parse(index)
        said = governor(parse, clause)
        if said is not None:
            return self.named(index, parse.tokens, said)
        sentence = self.sentences[index]
        if sentence.quoted or sentence.text[0] in '“"«‘':
            return self.of_quotation(index)
        return None

    def of_quotation(self, index: int) -> str | None:
        """The speaker of a quotation that began earlier, or is named in the sentence behind."""
        for near in (*range(index - 1, max(-1, index - 1 - LOOK_BACK), -1), index + 1):
            if 0 <= near < len(self.sentences):
                found = self.any_report(near)
                if found is not None:
                    return found
        return None

    def any_report(self, index: int) -> str | None:
        """Whoever is said to say something in a sentence."""
        parse = self.parse(index)
        for number in range(len(parse.clauses)):
            run = report_subject(parse, number)
            if run is not None:
                name = self.named(index, parse.tokens, run)
                if name is not None:
                    return name
        return None

    def named(self, index: int, tokens: Tokens, run: tuple[int, int]) -> str | None:
        """The name for print of the speaker in a run of tokens, with its article: "the council", "a neighbour"."""
        first, end = run
        while first < end and (tokens.tags[first] in "DCA" or tokens.lower[first] in ARTICLES):
            if tokens.lower[first] in ("some", "many"):
                break
            first += 1
        if first >= end or tokens.lower[end - 1] in FIGURES:
            return None
        if tokens.tags[first] == "R" and tokens.lower[first] in PERSONAL:
            return self.antecedent(index)
        name, titled = self._without_article(tokens, first, end)
        article = ARTICLES.get(tokens.lower[first - 1]) if first > run[0] else None
        return name if article is None or titled else f"{article} {name}"

    def _without_article(self, tokens: Tokens, first: int, end: int) -> tuple[str, bool]:
        """The name in a run of tokens, and whether what stood before it (a title, an office) was left out."""
        if tokens.tags[first] == "P" and end - first > 1 and set(tokens.tags[first:end]) <= set("PIT"):
            whole = strip_titles(tokens.words[first:end]) or tokens.words[first:end]
            return self.canonical(bare(" ".join(whole))), len(whole) < end - first
        runs = name_runs(tokens, first, end)
        if runs and runs[-1][1] == end:
            person = strip_titles(tokens.words[runs[-1][0] : end])
            if person:
                return self.canonical(bare(" ".join(person))), len(person) < end - first
        text = " ".join(tokens.words[first:end])
        if end - first == 1 and not runs:
            return self.body(name_key(tokens.lower[first])) or text, False
        return (text if tokens.tags[first] in "PNJ" else text[0].lower() + text[1:]), False

    def told_by(self, index: int, clause: int) -> str | None:
        """Who tells of a saying: "she warned them in May, according to her lawyer"; None if the outlet does."""
        parse = self.parse(index)
        for later in range(clause + 1, len(parse.clauses)):
            if parse.clauses[later].kind is ClauseKind.REPORT:
                run = report_subject(parse, later)
                return self.named(index, parse.tokens, run) if run is not None else None
        return None

    def antecedent(self, index: int) -> str | None:
        """Who "he" or "it" is that says something: the last speaker before, else the last subject that is a name."""
        for near in range(index - 1, max(-1, index - 1 - LOOK_BACK), -1):
            if self.sentences[near].kind is not SentenceKind.BODY:
                continue
            found = self.any_report(near)
            if found is not None:
                return found
            tokens = self.parse(near).tokens
            runs = name_runs(tokens)
            if runs and runs[0][0] <= 3:
                parts = strip_titles(tokens.words[runs[0][0] : runs[0][1]])
                if parts:
                    return self.canonical(bare(" ".join(parts)))
        return None


@lru_cache(maxsize=1 << 16)
def _person(run: str) -> str:
    """The name in a run of capitalised words; an empty string if it is nobody's."""
    parts = strip_titles(run.split())
    if parts and (base_tag(parts[0], True) in "DIRSWCTQA" or parts[0].lower() in words.STOP):
        parts = parts[1:]
    if not 2 <= len(parts) <= LONGEST_NAME or any(part.lower() in words.STOP for part in parts):
        return ""
    if place_of(name_key(parts[-1])) or any(part.endswith(POSSESSIVE) for part in parts[:-1]):
        return ""
    return bare(" ".join(parts))


def governor(parse: Parse, number: int) -> tuple[int, int] | None:
    """The tokens that name who says a clause, within its sentence; None if nobody is named there."""
    clauses = parse.clauses
    clause = clauses[number]
    if clause.kind is ClauseKind.RELATIVE and parse.tokens.tags[clause.first - 1 : clause.first] == ",":
        return None  # ", which burned in May," is the outlet's own knowledge
    if clause.kind is ClauseKind.CONTENT or any(
        c.kind is ClauseKind.CONTENT for c in clauses[max(0, number - 2) : number]
    ):
        for earlier in range(number - 1, -1, -1):
            run = report_subject(parse, earlier)
            if run is not None:
                return run
    for later in range(number, min(len(clauses), number + 4)):
        if clauses[later].kind is ClauseKind.REPORT:
            run = report_subject(parse, later)
            if run is not None:
                return run
    if number and clauses[number - 1].kind is ClauseKind.REPORT:
        return report_subject(parse, number - 1)
    if number and clauses[0].kind is ClauseKind.LEAD and parse.tokens.lower[clauses[0].body] == "according":
        return report_subject(parse, 0)
    return _raised(parse, clause)


def _raised(parse: Parse, clause: Clause) -> tuple[int, int] | None:
    """As in "Moscow claimed to have ejected them": the speaker is the subject of the clause itself."""
    tokens = parse.tokens
    verb = clause.verb
    if 0 <= verb < clause.end - 1 and tokens.tags[verb] in "VZ" and tokens.base(verb) in ("claim", "allege", "deny"):
        return _noun_phrase(tokens, clause.body, verb)
    return None


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
    if tokens.tags[verb] == "U" and tokens.lower[verb - 1] in PASSIVE:
        return None  # "an inquiry was announced by the minister"
    run = _apposed(tokens, _subject(tokens, clause), clause.verb)
    inverted = clause.verb == clause.body and clause.kind is not ClauseKind.RESUMED
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


def _apposed(tokens: Tokens, run: tuple[int, int] | None, verb: int) -> tuple[int, int] | None:
    """As in "the operator, Blue Ferries, denied": the name between commas behind the noun."""
    if run is None or tokens.tags[run[1] - 1] == "P" or tokens.tags[run[1] : run[1] + 1] != ",":
        return run
    end = run[1] + 1
    while end < verb and tokens.tags[end] in "PA":
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
