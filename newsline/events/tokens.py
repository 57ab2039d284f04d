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

from newsline.events.english import words
from newsline.events.english.lexicon import LEXICON, REPORTING, VERB_BASE
from newsline.events.participles import is_ambiguous, is_plain, reduce

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


_UNSETTLED = re.compile("[EZBUGQTM]")


def settle(letters: list[str], words_: Sequence[str]) -> str:
    """Decides from their neighbours what the ambiguous words are: -ed forms, base forms, -s forms, "that"."""
    last = len(letters) - 1
    for match in _UNSETTLED.finditer("".join(letters)):
        i, tag = match.start(), match.group()
        before = letters[i - 1] if i else "^"
        after = letters[i + 1] if i < last else "$"
        if tag == "E":
            letters[i] = _settle_past(letters, words_, i, before, after)
        elif tag == "Z":
            possessive = words_[i - 1].endswith(("'s", "’s", "s'", "s’")) if i else False
            verb = next((t for t in letters[i + 1 : i + 4] if t != "A"), "$")
            noun = words_[i].lower() in words.NOUNLY and after in "IYC,.$"
            noun = noun or (after == "A" and verb == "B")  # "the forces still hold"
            if before in "DJIT#BZEVUG^" or possessive or noun or verb in "XHKMEV":
                letters[i] = "N"
        elif tag == "B":
            letters[i] = _settle_base(letters, words_, i, before)
        elif tag in "TM" and after == "N" and _is_unknown_verb(letters, words_, i):
            letters[i + 1] = "B"
        elif tag == "U" and before in "DJ":
            letters[i] = "J"
        elif tag == "U" and is_plain(letters, words_, i):
            letters[i] = "Z"  # "the diggers come"
        elif tag == "G" and before == "J" and after in "EVU" and words_[i].lower() not in ("having", "being"):
            letters[i] = "N"  # "with full commissioning slated for May"
        elif tag == "G" and before in "^QS<" and after in "XHKME" and words_[i].lower() not in ("having", "being"):
            letters[i] = "N"  # "Voting was extended"
        elif tag == "G" and (before == "D" or (before in "NJPY" and words_[i].lower() in words.ING_NOUNS)):
            letters[i] = "N"
        elif tag == "Q" and before in "C^" and after in "AVXHMK":
            letters[i] = "R"
        elif tag == "Q" and before == "C" and _is_one(letters, words_, i + 1):
            letters[i] = "D"  # "but that visit ended"
        elif tag == "Q" and ((before in "IT^" and after in "NJ") or (before in ",-" and after in "XVH")):
            letters[i] = "D"
    reduce(letters, words_)
    return "".join(letters)


def _is_one(letters: Sequence[str], words_: Sequence[str], i: int) -> bool:
    """Whether a word is a noun in the singular before a verb: without an article it calls for "that" as one."""
    if i + 1 >= len(letters) or letters[i] not in "NB" or "Q" in letters[: i - 1]:
        return False
    word = words_[i].lower()
    return letters[i + 1] in "VEXHMZ" and not word.endswith("s") and word not in words.PLURALS


def _is_unknown_verb(letters: Sequence[str], words_: Sequence[str], i: int) -> bool:
    """Whether a word of no known class behind "to" or a modal verb (token `i`) is a verb: "is to ratchet up prices"."""
    if words_[i + 1].lower() in LEXICON or not words_[i + 1].islower() or words_[i + 1].endswith(("s", "ing")):
        return False
    return letters[i] == "M" or letters[i + 2 : i + 3] in (["D"], ["R"]) or letters[i - 1 : i] == ["X"]


def _group_before(letters: Sequence[str], i: int) -> str:
    """The tag before a word, adverbs skipped."""
    i -= 1
    while i >= 0 and letters[i] == "A":
        i -= 1
    return letters[i] if i >= 0 else "^"


def _settle_past(letters: Sequence[str], words_: Sequence[str], i: int, before: str, after: str) -> str:
    """An -ed form: participle (U) in a verb group, adjective before a noun, past verb (V) after a subject."""
    group = _group_before(letters, i)
    if group in "XHTM" or (group == "I" and before == "A" and words_[i - 1].lower() != "first"):
        return "U"
    if (before == "#" and letters[max(0, i - 2)] == "P") or (before == "J" and words_[i - 1].lower() == "public"):
        return "V"  # "Route 28 reopened", "the public learned"
    if before == "C" and "V" in letters[:i]:
        return "V"  # "studied law and entered parliament"
    more = before == "D" and words_[i - 1].lower() == "more" and letters[max(0, i - 2)] == "#"
    if (before == "#" or more) and _counts_subject(letters, words_, i):
        return "V"
    if before == "," and after == "N" and not words_[i].endswith("ed"):
        return "V"  # ", found sand"; but ", injured people"
    if before in "DI#J" or (before in "^,C" and after in "N"):
        return "J" if after in "NJPG" else "N" if before in "DJ" else "U"
    if words_[i - 1].endswith(("'s", "’s")) and after in "NJ":
        return "J"
    if group == "^" and before == "A" and after in "IY":
        return "U"  # "First elected in 2017, she"
    if group == "D" and before == "A" and after in "NJPG":
        return "J"  # "the first confirmed case"
    if group in "NPRYWQ)>\"'#" or before in "C,A-":
        return "V"
    return "U"


def _counts_subject(letters: Sequence[str], words_: Sequence[str], i: int) -> bool:
    """As in "Thousands marched", "said at least 12 died": a number before a past form begins a clause.

    Not "of 12 arrested", "the 12 killed"; behind a comma or "and" only where nobody can have done it to them.
    """
    begin = i - 1
    while begin >= 0 and (letters[begin] == "#" or words_[begin].lower() in words.ROUNDING):
        begin -= 1
    before = letters[begin] if begin >= 0 else "^"
    if letters[i + 1 : i + 2] in (["N"], ["J"]) and words_[i].endswith("ed") and not words_[i - 1].endswith("s"):
        return False  # "one more confirmed case"; but "hundreds attended mass"
    if before in ",C":
        return not is_ambiguous(words_[i])
    return before in "^QSY<:;" or words_[begin].lower() in REPORTING


def _settle_base(letters: Sequence[str], words_: Sequence[str], i: int, before: str) -> str:
    """A base form: a verb after "to", a modal or a plural subject, else a noun."""
    group = _group_before(letters, i)
    if group == "Y":
        group = _group_before(letters, i - 1)  # "can now open"
        before = group
    if group in "TMK":
        return "B"
    if before in "DIJ#GUX^" or words_[i - 1].endswith(("'s", "’s")):
        return "N"
    if before == "P" and _is_single(letters, words_, i - 1):
        return "N"  # "a National Academies report"
    if group in "RWQ" or (group in "NP" and (words_[i - 1].endswith("s") or words_[i - 1].lower() in words.PLURALS)):
        return "Z"
    return "B" if before == "C" and "B" in letters[:i] else "N"


def _is_single(letters: Sequence[str], words_: Sequence[str], i: int) -> bool:
    """Whether the noun phrase that ends at token `i` begins with "a"."""
    while i > 0 and letters[i] in "PNJY#":
        i -= 1
    return words_[i].lower() in ("a", "an")


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
