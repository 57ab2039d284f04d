"""Words of a sentence with a letter each for what they are: a light tagger without a model.

The letters of a sentence make a string, so that patterns over word classes are ordinary regular expressions over it,
with one character for each token:

    D determiner   P proper name   N noun or unknown   J adjective   # number     Y time expression
    R pronoun      X be   H have   K do   M modal      V past verb   Z present verb   B base verb   E -ed form
    U participle   G -ing form     T to   I preposition   S subordinator   W relative   Q that   C and, or, but
    A adverb       punctuation as itself, quotation marks as < and >
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from newsline.events.english.lexicon import LEXICON, VERB_BASE
from newsline.events.settling import settle

if TYPE_CHECKING:
    from collections.abc import Sequence

# Abbreviations that keep their full stop, initials, numbers with separators, words with inner hyphens and apostrophes;
# before them the most frequent of all, plain words and punctuation, which are none of the others. White
# space belongs to the match, so that no alternative is tried at it.
TOKEN = re.compile(
    r"\s*([a-uw-z]\w++(?![’'\-‑])|[A-Z]\w++(?![.’'\-‑])|(?!vs\.)[a-z]\w+(?:[’'\-‑]\w+)*+(?:(?<=-\d)\.\d+|(?<=-[A-Z])\.(?:[A-Z]\.)+)?[’']?(?!\w)|[,.](?=\s|$)"
    r"|(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Maj|Capt|Sgt|Sen|Rep|Gov|Adm|Prof|Rev|Hon|No|vs|Jr|Sr|Inc|Ltd|Corp|Co)\.(?!\w)"
    r"|(?:[A-Za-z]\.){2,}(?:-\w+)*+|\d+(?:,\d{3})*(?:-[a-z]+)+|[A-Z]\.(?= ?[A-Z])|[$€£#¥]?\d+(?:[.,:\-–]\d+)*(?:\w+)?%?"
    r"|\w+(?:[’'\-‑]\w+)*[’']?(?!\w)|[^\w\s])"
)
SIGNS = {"&": "P", "“": "<", "”": ">", "»": ">", "«": "<", "–": "-", "—": "-", "‘": "'", "’": "'"}


def base_tag(word: str, initial: bool) -> str:
    """The tag of a word out of context; `initial` says that a capital means nothing here."""
    first = word[0]
    if first.isdigit() or (first in "$€£#¥" and len(word) > 1):
        return "J" if word[-1].isalpha() and "-" in word else "#"
    if not first.isalpha():
        return SIGNS.get(word, first)
    if ".-" in word:
        return "J"  # "U.S.-led"
    lower = word.lower()
    tag = LEXICON.get(lower)
    if first.isupper() and (not initial or tag is None):
        if tag is not None and tag in "SDICTQMXHKWR" and not word.isupper():
            return tag
        return "P"
    if tag is not None:
        return tag
    if lower.endswith("ly"):
        return "A"
    if lower.endswith("ing") and len(lower) > 5:
        return "G"
    if lower.endswith("ed") and len(lower) > 4 and not lower.endswith("eed"):
        return "E"
    return "N"


class _Tags(dict[str, str]):
    """The tags of words out of context, each word looked at once: `map(table.__getitem__, words)` runs in C."""

    def __init__(self, *, initial: bool) -> None:
        super().__init__()
        self.initial = initial

    def __missing__(self, word: str) -> str:
        if len(self) >= MOST_WORDS:
            self.clear()
        tag = self[word] = LEXICON.get(word) or base_tag(word, self.initial)
        return tag


MOST_WORDS = 1 << 17
"""Words kept with their tags: more than the English of a large folder has."""
_inside, _first = _Tags(initial=False), _Tags(initial=True)


class Tokens:
    """The tokens of one sentence; offsets are those of the article."""

    __slots__ = ("ends", "lower", "starts", "tags", "words")

    def __init__(self, words: list[str], lower: list[str], starts: list[int], ends: list[int], tags: str) -> None:
        self.words = words
        self.lower = lower
        self.starts = starts
        self.ends = ends
        self.tags = tags

    def __len__(self) -> int:
        return len(self.words)

    def index(self, offset: int) -> int:
        """The first token that ends after an offset."""
        return bisect_right(self.ends, offset)

    def base(self, index: int) -> str:
        """The base form of a verb, as far as it is known or can be guessed."""
        word = self.lower[index]
        known = VERB_BASE.get(word)
        if known is not None:
            return known
        if word.endswith("ed"):
            return word[:-2]
        return word[:-3] if word.endswith("ing") else word


def tokenize(text: str, offset: int, times: Sequence[tuple[int, int]] = ()) -> Tokens:
    """The tokens of a sentence that begins at `offset`; `times` are the time expressions in it, sorted."""
    words_: list[str] = TOKEN.findall(text)
    starts: list[int] = []
    ends: list[int] = []
    end = 0
    find = text.index
    for word in words_:
        start = find(word, end)  # between two tokens is nothing but white space
        end = start + len(word)
        starts.append(start + offset)
        ends.append(end + offset)
    lower = list(map(str.lower, words_))
    letters = _letters(text, lower if text.isupper() else words_, starts, offset)
    for first, last in times:
        for index in range(bisect_right(ends, first), bisect_left(starts, last)):
            letters[index] = "Y"
    return Tokens(words_, lower, starts, ends, settle(letters, words_))


def _letters(text: str, words_: Sequence[str], starts: Sequence[int], offset: int) -> list[str]:
    """The tag of each word by itself; words behind an opener count as the first of a sentence."""
    letters = list(map(_inside.__getitem__, words_))
    line = "".join(letters)
    if '"' in line:
        for i, tag in enumerate(letters):
            if tag == '"':
                start = starts[i] - offset
                after = text[start + 1 : start + 2]
                letters[i] = "<" if after.strip() and (start == 0 or text[start - 1] in " (-–—\n") else ">"
        line = "".join(letters)
    _begin(letters, words_, 0)
    for opener in OPENERS:
        at = line.find(opener)
        while at >= 0:
            _begin(letters, words_, at + 1)
            at = line.find(opener, at + 1)
    return letters


_SIGNS = bytes(code for code in range(128) if not chr(code).isalnum() and chr(code) != "#")
"""The tags of punctuation."""


def count_words(tags: str) -> int:
    """The words and figures among some tags."""
    if not tags.isascii():  # a fraction, or a sign of another script
        return sum(map(str.isalnum, tags)) + tags.count("#")
    return len(tags.encode().translate(None, _SIGNS))


OPENERS = "<:"
"""Tags behind which a capital begins a sentence and means no name."""


def _begin(letters: list[str], words_: Sequence[str], i: int) -> None:
    """Tags the word that begins a sentence or a quotation anew; before it stand punctuation and figures."""
    for at in range(i, len(letters)):
        if letters[at].isalnum():
            letters[at] = _first[words_[at]]
            if letters[at] == "P" and words_[at].endswith("ed") and words_[at + 1 : at + 2] in _AFTER_PARTICIPLE:
                letters[at] = "E"  # "Founded in 1974, the firm"
            if letters[at].isalnum():
                return


_AFTER_PARTICIPLE = (["in"], ["by"], ["on"], ["as"], ["for"], ["with"])


def headline_verb(tokens: Tokens) -> str:
    """The tags of a headline with the first word that may be its verb made one."""
    for i in range(1, len(tokens)):
        tag, before = tokens.tags[i], tokens.tags[i - 1]
        if tag == "T" and tokens.tags[i + 1 : i + 2] in "BX" and before in "NPU":
            return f"{tokens.tags[:i]}M{tokens.tags[i + 1 :]}"  # "Mine to close"
        plain = LEXICON.get(tokens.lower[i], "") in ("B", "Z", "E")
        if (tag in "NPU" and plain and before in "NP#") or (tag == "U" and before in "NPA"):
            return f"{tokens.tags[:i]}V{tokens.tags[i + 1 :]}"
    return tokens.tags
