"""How well a slice of a sentence stands alone in print."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsline.events.concepts import place_of
from newsline.events.english import vocabulary, words
from newsline.events.pronouns import is_personal
from newsline.events.terms import bare
from newsline.events.tokens import count_words

if TYPE_CHECKING:
    from newsline.events.tokens import Tokens

DANGLING = vocabulary("""
    he she it they we i you this that these those his her its their our my your such there here so then him them
    """)
ANAPHORIC = re.compile(
    r"(?i)^(?:the (?:incident|move|decision|announcement|news|statement|attack|claim|comments?|remarks?|latest|same|two"
    r"|three|pair|latter|former|man|woman|report|measure|step|plan|blog|agency|group|company|ministry)|both|another"
    r"|one|others?|some|many|also|but|and|or|however|yet|still|later|earlier|meanwhile|instead|that said)\b"
)
"""Beginnings that lean on a sentence before."""
SHORT, LONG, LONGEST = 8, 30, 45
"""Words: between the first two a line reads well (the reference timelines of news desks lie there)."""
_SUBJECT = re.compile("[PNY#]")
SHOUT = 4
"""Words in capitals that are more than a name."""


def fitness(text: str, tokens: Tokens, first: int, end: int, verb: int, *, named: bool = False) -> float:
    """0 to 1: how well a slice, tokens `first` to `end`, stands alone in print. `verb`: its finite verb or -1.

    `named` says that the name of whom it begins with is printed beside the pronoun.
    """
    if end <= first:
        return 0.0
    tags, lower = tokens.tags[first:end], tokens.lower[first:end]
    score = 1.0
    if verb < 0:
        score *= 0.7 if "U" in tags or "G" in tags else 0.5
    elif not named and not _SUBJECT.search(tokens.tags, first, verb):
        score *= 0.5
    if not named and "P" not in tags and not ("Y" in tags and any(map(_named, tokens.words[first:end], tags))):
        score *= 0.7
    score *= 1.0 if named else _beginning(text, tags, lower, verb)
    if _bare_report(tokens, first, end, verb):
        score *= 0.4
    score *= _length(count_words(tags))
    if "?" in tags or text.rstrip().endswith(("…", "...", ":", "!")):
        score *= 0.4
    if verb >= 0 and "Y#" in tokens.tags[verb:end]:
        score *= 0.5  # "attacked last summer 500 miles": words are missing
    if not balanced(text):
        score *= 0.6
    if is_personal(tokens, first, end):
        score *= 0.4
    if text.isupper() and len(lower) > SHOUT:
        score *= 0.5
    inside = sum(map(DANGLING.__contains__, lower[1:]))
    return round(score * max(0.6, 1 - 0.08 * inside), 3)


def _bare_report(tokens: Tokens, first: int, end: int, verb: int) -> bool:
    """Whether a line says only that somebody said something, not what."""
    if verb < 0 or tokens.tags[verb] not in "VZ" or tokens.base(verb) not in ("say", "tell", "add", "post", "write"):
        return False
    return not any(tag in "<Q" for tag in tokens.tags[first:end]) and not any(
        tag in "VZXHM" for index, tag in enumerate(tokens.tags[first:end], first) if index != verb
    )


def _named(word: str, tag: str) -> bool:
    """Whether a word is a name; a holiday is one, a weekday or a month is not."""
    return tag == "P" or is_place(word.lower()) or (tag == "Y" and word[0].isupper() and word.lower() not in words.STOP)


def _beginning(text: str, tags: str, lower: list[str], verb: int) -> float:
    """How well a line can begin so."""
    if lower[0] in DANGLING and not (lower[0] == "there" and tags[1:2] in ("X", "H", "M")):
        return 0.3
    if not (text[0].isupper() or text[0].isdigit() or text[0] in "“\"$€£‘'" or is_place(lower[0])):
        return 0.6 if verb >= 0 else 0.8
    if ANAPHORIC.match(text):
        return 0.65
    if tags[0] in "SWQ" and "," not in tags:
        return 0.4
    return 0.8 if text[0] in '“"' else 1.0


def is_place(word: str) -> bool:
    """Whether a word is the name of a country or a capital, though written small, as careless pages do."""
    return place_of(bare(word)) is not None


def _length(count: int) -> float:
    """How well a number of words suits a line."""
    if count < SHORT:
        return max(0.3, count / SHORT)
    if count <= LONG:
        return 1.0
    return max(0.4, 1 - 0.6 * (count - LONG) / (LONGEST - LONG))


def balanced(text: str) -> bool:
    """Whether every quotation mark and bracket that opens in a slice closes in it."""
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0 and text.count("(") == text.count(")")
