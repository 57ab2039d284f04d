"""What the ambiguous words of a sentence are among their neighbours: -ed forms, base forms, -s forms, "that".

The letters are those of `events.tokens`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsline.events.english import words
from newsline.events.english.lexicon import LEXICON, REPORTING
from newsline.events.participles import is_ambiguous, is_plain, reduce

if TYPE_CHECKING:
    from collections.abc import Sequence

PEOPLE = ("public", "military")
"""Adjectives that are nouns for people, too."""
APPOSED = 6
"""Words back from a verb within which an apposition of names begins: ", Jan Ito of Norham,"."""
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
    if (before == "#" and letters[max(0, i - 2)] == "P") or (before == "J" and words_[i - 1].lower() in PEOPLE):
        return "V"  # "Route 28 reopened", "the public learned"
    if before == "J" and after in "DRQ":
        return "V"  # "the poor lost their homes"
    if before == "C" and "V" in letters[:i]:
        return "V"  # "studied law and entered parliament"
    more = before == "D" and words_[i - 1].lower() == "more" and letters[max(0, i - 2)] == "#"
    if (before == "#" or more) and _counts_subject(letters, words_, i):
        return "V"
    apposed = letters[max(0, i - 2)] == "P" and "," in letters[max(0, i - APPOSED) : i - 2]
    if before == "," and after == "N" and (apposed or not words_[i].endswith("ed")):
        return "V"  # ", found sand", "the chief, Jan Ito, handed money"; but ", injured people"
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
