"""Which past forms are participles: "a deal signed in May was", "The deal, signed in May, was"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsline.events.english import vocabulary, words
from newsline.events.english.lexicon import LEXICON, REPORTING

if TYPE_CHECKING:
    from collections.abc import Sequence

FINITE = "VZXHKM"
"""Tags of words that make a clause finite once the ambiguous ones are settled."""
BREAKS = ',;:-()<>"CSWQ'
"""Tags behind which a clause may have a finite verb of its own."""
HAPPENING = vocabulary("""
    agreed apologised apologized appeared appealed arrived arose began came ceased collided coincided consisted departed
    died disappeared emerged ensued erupted existed expired fled happened lasted lived occurred opted
    persisted prevailed remained replied resigned responded resulted retaliated rose sank seemed stayed succumbed
    surrendered survived talked vanished voted waited walked went
    """)
"""Past forms of verbs that are hardly ever passive: "a worker burned in the fire died", not "saw a worker died"."""
AMOUNTS = vocabulary("early few far late little long many much soon")
"""Words of "as much as"."""
PLAIN = vocabulary("become come overcome overrun run")
"""Participles that are base forms, too."""
NEAR = 3
"""Words before one among which an auxiliary verb stands."""
_BREAK_OR_VERB = re.compile(f"[VZXHM{re.escape(BREAKS)}]")


def reduce(letters: list[str], words_: Sequence[str]) -> None:
    """Of two past verbs in one stretch one is a participle: "a deal signed in May was", "saw a deal signed in May"."""
    reducer = _Reducer(letters, words_)
    for match in _BREAK_OR_VERB.finditer("".join(letters)):
        i, tag = match.start(), match.group()
        if tag == "S" and _measures(words_, i):
            continue
        if tag in BREAKS:
            reducer.stop(i, tag)
        elif letters[i] != "U" and (tag not in "XHK" or letters[i - 1] != "T"):  # "aims to have" is not finite
            reducer.verb(i, tag)


def _measures(words_: Sequence[str], i: int) -> bool:
    """As in "as much as 4 billion", "as early as May": such an "as" opens no clause."""
    near = (words_[i - 1] if i else "", words_[i + 1] if i + 1 < len(words_) else "")
    return words_[i] == "as" and not AMOUNTS.isdisjoint(near)


class _Reducer:
    """One pass over the verbs of a sentence; `letters` change on the way."""

    def __init__(self, letters: list[str], words_: Sequence[str]) -> None:
        self.letters = letters
        self.words = words_
        self.earlier = -1  # the last finite verb of this stretch
        self.opener = "^"  # what the stretch begins with
        self.finite = False  # a verb was seen
        self.waits = self.within = False  # the main clause waits for its own; in a relative meanwhile

    def stop(self, i: int, tag: str) -> None:
        """A stretch ends at token `i`."""
        letters, words_ = self.letters, self.words
        self.earlier, self.opener = -1, tag
        self.within = tag in "WQ"
        self.waits = self.waits or (self.within and not self.finite)
        if tag == "," and (_is_passive(letters, words_, i) if self.finite else _inserted(letters, words_, i)):
            letters[i + 1] = "U"  # "The deal, signed in May, was", "says the deal, delayed by a strike, is"
        if tag == "," and self.waits and _returns(letters, words_, i + 1):
            letters[i + 1] = "Z"  # "the games, for which she had trained, begin in May"

    def verb(self, i: int, tag: str) -> None:
        """Token `i` may be a finite verb, beside an earlier one of its stretch."""
        letters, words_ = self.letters, self.words
        before, self.finite = self.finite, True
        if self.earlier >= 0 and tag == "Z" and words_[self.earlier + 1] == "by" and is_ambiguous(words_[self.earlier]):
            letters[self.earlier], self.earlier = "U", -1  # "all permits held by foreigners stand cancelled"
        if self.earlier >= 0 and tag == "Z" and letters[i - 1] in "NJ" and not self._reports():
            letters[i] = "N"
            return
        if self.earlier >= 0 and tag == "V" and _is_object(letters, words_, self.earlier, i):
            letters[i] = "U"  # "becomes the first to speak of the crisis faced by the firm"
            return
        if self.earlier >= 0 and tag != "Z" and letters[self.earlier] == "Z" and not (self._reports() or self._owned()):
            letters[self.earlier], self.earlier = "N", -1
        if tag == "V" and not before and _is_governed(letters, words_, i):
            letters[i], self.finite = "U", False
            return
        if self.earlier < 0 or self._keeps(i, tag):
            self.earlier = i

    def _reports(self) -> bool:
        """Whether the earlier verb is one of saying."""
        return self.words[self.earlier].lower() in REPORTING

    def _owned(self) -> bool:
        """As in "those who want a licence must ask": the earlier verb is that of its relative clause."""
        return self.words[self.earlier - 1].lower() in ("who", "which")

    def _keeps(self, i: int, tag: str) -> bool:
        """Whether token `i` stays a verb beside the earlier one, which may become a participle."""
        letters, words_, earlier = self.letters, self.words, self.earlier
        if tag != "V" and 0 < earlier == i - 1 and letters[earlier - 1] in "NP" and is_ambiguous(words_[earlier]):
            letters[earlier] = "U"  # "letters to all customers concerned are to be posted"
        if tag == "V" and _before_main(letters, words_, earlier, i):
            letters[earlier] = "U"
        elif tag == "V" and is_ambiguous(words_[i]) and letters[i - 1] in "NPY#":
            if not self._reports() and not (self.waits and self.within and _is_last(letters, i)):
                letters[i] = "U"
                return False
        elif self.opener not in "QW" and letters[i - 1] in "NPYA" and _reducible(letters, words_, earlier):
            letters[earlier] = "U"
        return True


def _is_object(letters: Sequence[str], words_: Sequence[str], earlier: int, i: int) -> bool:
    """Whether a past verb belongs to the object of a present one before it, which a determiner shows to be a verb."""
    present = letters[earlier] == "Z" and letters[earlier - 1 : earlier] != ["D"]
    plain = words_[earlier].lower() == "go" and is_ambiguous(words_[i]) and _governing(letters, i) > earlier
    known = letters[earlier + 1] in "DR" and _reducible(letters, words_, i) and letters[i - 1] in "NP"
    return present and (known or plain)


def _before_main(letters: Sequence[str], words_: Sequence[str], earlier: int, i: int) -> bool:
    """Whether of two past verbs in one stretch the second is the main one: "The party founded in 1998 won the vote".

    No date has a participle behind it, and none of them has an object: but "voted on a plan drawn up in May".
    """
    if not _reducible(letters, words_, earlier) or letters[earlier - 1 : earlier] not in (["N"], ["P"]):
        return False
    return letters[i - 1] == "Y" or (letters[i - 1] in "NP" and letters[i + 1 : i + 2] in (["D"], ["R"]))


def _is_passive(letters: Sequence[str], words_: Sequence[str], comma: int) -> bool:
    """As in "banned the party, founded by his brother in 1998": a participle and who did it, behind a comma."""
    by = comma + 2
    passive = words_[by : by + 1] == ["by"] and letters[by - 1] == "V" and is_ambiguous(words_[by - 1])
    return passive and letters[by + 1 : by + 2] not in (["#"], ["Y"])


def _inserted(letters: list[str], words_: Sequence[str], comma: int) -> bool:
    """Whether a word behind a comma is a participle: it may be one, and behind the next comma the verb follows."""
    i = comma + 1
    if i >= len(letters) or letters[i] != "V" or not is_ambiguous(words_[i]) or "," not in letters[i:]:
        return False
    if letters[comma - 1] == "#" and letters[max(0, comma - 2)] == ",":
        return False  # behind an age: "Jan Ito, 37, joined the party, rose"
    close = letters.index(",", i)
    verb = next((j for j in range(close + 1, len(letters)) if letters[j] != "A"), close)
    within = [j for j in range(i + 1, close) if letters[j] in FINITE + "CWQ;:()<>" and letters[j - 1] not in "TC"]
    again = [j + 1 for j in range(i + 1, close) if letters[j] == "C"]
    if letters[verb] not in FINITE or not all(_passes(letters, words_, j) for j in within):
        return False
    for j in again:
        if letters[j] == "V":
            letters[j] = "U"  # "The tax, promised in 2014 and watered down in 2015, is"
    return True


def _passes(letters: Sequence[str], words_: Sequence[str], i: int) -> bool:
    """Whether a word may stand in what is inserted behind a comma: a participle, or "and" before one."""
    if letters[i] == "C":
        return letters[i + 1] == "U" or _reducible(letters, words_, i + 1)
    return letters[i] == "V" and _reducible(letters, words_, i)


def _returns(letters: Sequence[str], words_: Sequence[str], i: int) -> bool:
    """Whether a word behind a comma may be the verb that the main clause waits for, and no other follows."""
    known = LEXICON.get(words_[min(i, len(words_) - 1)])
    return known == "B" or (
        known == "Z" and letters[i] == "N" and letters[i + 1 : i + 2] in (["I"], ["Y"], ["D"]) and _is_last(letters, i)
    )


def _is_governed(letters: Sequence[str], words_: Sequence[str], i: int) -> bool:
    """As in "At a hearing for a man charged with murder, the court set": the noun before a participle is no subject.

    A preposition opens the sentence, another governs that noun, and behind the comma stands the subject with its verb.
    """
    if letters[0] != "I" or "," not in letters[i:] or not _reducible(letters, words_, i):
        return False
    comma = letters.index(",", i)
    verb = next((j for j in range(comma + 1, len(letters)) if letters[j] in FINITE + BREAKS), comma)
    plain = _governing(letters, i) >= 0 and not any(letters[j] in FINITE + "CSWQ" for j in range(i + 1, comma))
    follows = letters[comma + 1 : comma + 2] in (["D"], ["P"], ["N"], ["R"], ["#"], ["J"]) and letters[verb] in FINITE
    return plain and follows and words_[verb].lower() not in REPORTING


def _governing(letters: Sequence[str], i: int) -> int:
    """The preposition that governs the noun before token `i`; -1 if there is none."""
    first = i - 1
    while first > 0 and letters[first] in "NPJU#D" and letters[first + 1] != "D":
        first -= 1
    return first if letters[first] == "I" else -1


def _is_last(letters: Sequence[str], i: int) -> bool:
    """Whether no verb follows in the same stretch: "the men who seized the town released him" tells two things."""
    following = _BREAK_OR_VERB.search("".join(letters[i + 1 :]))
    return following is None or following.group() in BREAKS


def _reducible(letters: Sequence[str], words_: Sequence[str], i: int) -> bool:
    """Whether a past verb may be a participle that a phrase of its own follows: "killed in the attack"."""
    plain = i >= 0 and letters[i] == "V" and is_ambiguous(words_[i]) and words_[i].lower() not in REPORTING
    return plain and letters[i + 1 : i + 2] in (["I"], ["Y"])


def is_plain(letters: Sequence[str], words_: Sequence[str], i: int) -> bool:
    """Whether what may be a participle is the verb of the plural before it: "the diggers come", no "trains run by"."""
    if words_[i].lower() not in PLAIN or letters[i - 1 : i] != ["N"] or words_[i + 1 : i + 2] == ["by"]:
        return False
    plural = words_[i - 1].endswith("s") or words_[i - 1].lower() in words.PLURALS
    return plural and not any(tag in "XHV" for tag in letters[max(0, i - NEAR) : i])


def is_ambiguous(word: str) -> bool:
    """Whether a form is both past and participle; what nobody can have done to it has no participle behind a noun."""
    lower = word.lower()
    return lower not in HAPPENING and LEXICON.get(lower, "E" if lower.endswith("ed") else "") == "E"
