"""Who says so: speech verbs before, after and inside what is said, quotations over several sentences, "according to".

A speaker is named as fully as the article ever names them: "Mr Ito" becomes "Kenji Ito" if that stands anywhere.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newsline.events.clauses import ClauseKind
from newsline.events.concepts import place_of
from newsline.events.english import vocabulary, words
from newsline.events.english.people import BOYS, GIRLS
from newsline.events.fitness import is_place
from newsline.events.parse import Parse
from newsline.events.pronouns import COLLECTIVE
from newsline.events.splitting import split_clauses
from newsline.events.subjects import antecedent_beside, governor, report_subject
from newsline.events.terms import POSSESSIVE, bare, name_key, name_runs, strip_titles
from newsline.events.tokens import Tokens, base_tag, tokenize
from newsline.model import Sentence, SentenceKind, TimeExpression

if TYPE_CHECKING:
    from collections.abc import Sequence

LOOK_BACK = 4
"""Sentences back in which the speaker of an open quotation, or the person behind "he said", is sought."""
FULL_NAME = re.compile(r"[A-Z][\w’'\-]++(?:\.? (?:(?:al|bin|de|del|la|van|von|der|of) ){0,2}[A-Z][\w’'\-]*+)++")
"""Two or more capitalised words in a row, the usual small words between them."""
NEAR_THE_BEGINNING = 3
"""Words before a name that is taken for the subject of its sentence."""
LONGEST_NAME = 4
"""Words of a person's name; more are the name of a body, or two names."""
PERSONAL = vocabulary("he she they it i we")
ARTICLES = {
    "the": "the",
    "a": "a",
    "an": "an",
    "another": "another",
    "its": "the",
    "his": "the",
    "her": "the",
    "their": "the",
}
"""What stands before a speaker, and what is printed; behind "claimed by" nobody knows whose lawyer "her lawyer" is."""
NO_NAME = "RWQXHKM"
"""Tags of what is in nobody's name: pronouns, question words, auxiliary verbs."""
FIGURES = vocabulary("data figures percent statistics")
"""What shows something and claims nothing."""


class Voices:
    """The sentences of one article, parsed when they are asked for, and the names in them."""

    __slots__ = ("_full", "_runs", "expressions", "parses", "sentences")

    def __init__(self, sentences: Sequence[Sentence], expressions: Sequence[Sequence[TimeExpression]]) -> None:
        self.sentences = sentences
        self.expressions = expressions
        """The time expressions of each sentence."""
        self.parses: dict[int, Parse] = {}
        self._runs: dict[str, list[str]] | None = None
        """The runs of capitalised words in the article, by the key of the last word."""
        self._full: dict[str, str] = {}

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

    def in_quotation(self, index: int) -> bool:
        """Whether a sentence is the speech of somebody: what is "today" there need not be the article's day."""
        sentence = self.sentences[index]
        return not self.headline(index) and (sentence.quoted or sentence.text[0] in '“"«')

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
        while end > first and (tokens.tags[end - 1] in "A-" or tokens.lower[end - 1] == "there"):
            end -= 1  # "Ito also said", "Ito - once a boxer - said", "the embassy there said"
        if first >= end or tokens.lower[end - 1] in FIGURES or tokens.words[end - 1][0].isdigit():
            return None  # "the figures show", "43 percent to 39, admitted it"
        if tokens.lower[first] == "we" and "<" not in tokens.tags[:first] and not self.in_quotation(index):
            return None  # "last week we said that"
        if tokens.tags[first] == "R" and tokens.lower[first] in PERSONAL:
            own = antecedent_beside(self.parse(index), first)
            return self.named(index, tokens, own) if own is not None else self.antecedent(index, tokens.lower[first])
        if tokens.lower[first] == "what" or any(tag in NO_NAME for tag in tokens.tags[first:end]):
            return None  # "What people say", "Did Medara say"
        name, titled = self._without_article(tokens, first, end)
        article = ARTICLES.get(tokens.lower[first - 1]) if first > run[0] else None
        return name if article is None or titled else f"{article} {name}"

    def _without_article(self, tokens: Tokens, first: int, end: int) -> tuple[str, bool]:
        """The name in a run of tokens, and whether what stood before it (a title, an office) was left out."""
        if tokens.tags[first] == "P" and end - first > 1 and set(tokens.tags[first:end]) <= set("PIT"):
            whole = strip_titles(tokens.words[first:end]) or tokens.words[first:end]
            return self.canonical(bare(" ".join(whole))), len(whole) < end - first
        if "C" in tokens.tags[first:end] and tokens.tags[end - 1] == "P":
            return bare(" ".join(tokens.words[first:end])), False  # "Department of Trade and Industry"
        runs = name_runs(tokens, first, end)
        begin = runs[-1][0] if runs and runs[-1][1] == end else end
        if begin < end and not _belongs_to(tokens, first, begin):
            if len(runs) > 1 and tokens.lower[runs[-2][1] : begin] == ["of", "the"]:
                begin = runs[-2][0]  # "Council of the Armed Forces"
            person = strip_titles(tokens.words[begin:end])
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

    def antecedent(self, index: int, pronoun: str) -> str | None:
        """Who "he" or "it" is that says something: the last speaker before, else the last subject that is a name.

        "He" and "she" are nobody without a name; where a sentence names one person only, they are that one.
        """
        somebody = pronoun in ("he", "she")
        for near in range(index - 1, max(-1, index - 1 - LOOK_BACK), -1):
            if self.sentences[near].kind is not SentenceKind.BODY:
                continue
            found = self.any_report(near)
            if found is not None and (not somebody or _may_be(found, pronoun)):
                return found
            tokens = self.parse(near).tokens
            runs = name_runs(tokens)
            governed = bool(runs) and somebody and tokens.tags[runs[0][0] - 1 : runs[0][0]] == "I"  # "at Norham"
            if runs and not governed and (runs[0][0] <= NEAR_THE_BEGINNING or (somebody and len(runs) == 1)):
                parts = strip_titles(tokens.words[runs[0][0] : runs[0][1]])
                name = self.canonical(bare(" ".join(parts)))
                if name and (not somebody or _may_be(name, pronoun)):
                    return name
        return None


def _may_be(name: str, pronoun: str) -> bool:
    """Whether "he" or "she" may bear a name: that of no place, of no group, of nobody of the other sex."""
    first = name.split()[0].lower()
    if not name[0].isupper() or first in (GIRLS if pronoun == "he" else BOYS):
        return False
    return " " in name or not (first in words.PEOPLE | COLLECTIVE or place_of(name_key(name)))


def _belongs_to(tokens: Tokens, first: int, begin: int) -> bool:
    """As in "lawyers for the League", "the mother of Jan Ito": the name at token `begin` is not the speaker's own."""
    while begin > first and tokens.tags[begin - 1] in "DP":
        begin -= 1
    if begin <= first + 1 or tokens.lower[begin - 2].startswith("spokes"):
        return False
    return tokens.lower[begin - 1] == "for" or (tokens.lower[begin - 1] == "of" and tokens.tags[begin - 2] == "N")


@lru_cache(maxsize=1 << 16)
def _person(run: str) -> str:
    """The name in a run of capitalised words; an empty string if it is nobody's."""
    parts = strip_titles(run.split())
    if parts and (base_tag(parts[0], True) in "DIRSWCTQA" or parts[0].lower() in words.STOP):
        parts = parts[1:]
    if not 2 <= len(parts) <= LONGEST_NAME or any(part.lower() in words.STOP for part in parts):
        return ""
    if is_place(parts[0].lower()):
        return ""  # "the peace with Norway Ito had kept"
    if place_of(name_key(parts[-1])) or any(part.endswith(POSSESSIVE) for part in parts[:-1]):
        return ""
    return bare(" ".join(parts))
