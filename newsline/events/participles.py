"""Which past forms are participles: "a deal signed in May was", "The deal, signed in May, was"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsline.events.english import vocabulary
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
_BREAK_OR_VERB = re.compile(f"[VZXHM{re.escape(BREAKS)}]")


def reduce(letters: list[str], words_: Sequence[str]) -> None:
    """Of two past verbs in one stretch one is a participle: "a deal signed in May was", "saw a deal signed in May"."""
    earlier, opener = -1, ""
    finite = waits = within = False  # a verb was seen; the main clause waits for its own; in a relative meanwhile
    for match in _BREAK_OR_VERB.finditer("".join(letters)):
        i, tag = match.start(), match.group()
        if tag in BREAKS:
            earlier, opener = -1, tag
            within = tag in "WQ"
            waits = waits or (within and not finite)
            if tag == "," and not finite and _inserted(letters, words_, i):
                letters[i + 1] = "U"  # "The deal, signed in May, was"
            if tag == "," and waits and LEXICON.get(words_[min(i + 1, len(words_) - 1)]) == "B":
                letters[i + 1] = "Z"  # "the games, for which she had trained, begin in May"
        elif letters[i] != "U":
            finite = True
            if tag == "Z" and earlier >= 0 and words_[earlier].lower() not in REPORTING and letters[i - 1] in "NJ":
                letters[i] = "N"
                continue
            if earlier >= 0 and letters[earlier] == "Z" and words_[earlier].lower() not in REPORTING and tag != "Z":
                letters[earlier] = "N"
                earlier = -1
            if earlier >= 0 and tag == "V" and _ambiguous(words_[i]) and letters[i - 1] in "NPY#":
                if words_[earlier].lower() not in REPORTING and not (waits and within and _is_last(letters, i)):
                    letters[i] = "U"
                    continue
            elif (
                earlier >= 0
                and opener not in "QW"
                and letters[i - 1] in "NPYA"
                and _reducible(letters, words_, earlier)
            ):
                letters[earlier] = "U"
            earlier = i


def _inserted(letters: Sequence[str], words_: Sequence[str], comma: int) -> bool:
    """Whether a word behind a comma is a participle: it may be one, and behind the next comma the verb follows."""
    i = comma + 1
    if i >= len(letters) or letters[i] != "V" or not _ambiguous(words_[i]) or "," not in letters[i:]:
        return False
    if letters[comma - 1] == "#" and letters[max(0, comma - 2)] == ",":
        return False  # behind an age: "Jan Ito, 37, joined the party, rose"
    close = letters.index(",", i)
    verb = next((j for j in range(close + 1, len(letters)) if letters[j] != "A"), close)
    within = [j for j in range(i + 1, close) if letters[j] in FINITE + "CWQ;:()<>"]
    return letters[verb] in FINITE and all(letters[j] == "V" and _reducible(letters, words_, j) for j in within)


def _is_last(letters: Sequence[str], i: int) -> bool:
    """Whether no verb follows in the same stretch: "the men who seized the town released him" tells two things."""
    following = _BREAK_OR_VERB.search("".join(letters[i + 1 :]))
    return following is None or following.group() in BREAKS


def _reducible(letters: Sequence[str], words_: Sequence[str], i: int) -> bool:
    """Whether a past verb may be a participle that a phrase of its own follows: "killed in the attack"."""
    plain = i >= 0 and letters[i] == "V" and _ambiguous(words_[i]) and words_[i].lower() not in REPORTING
    return plain and letters[i + 1] in "IY"


def _ambiguous(word: str) -> bool:
    """Whether a form is both past and participle; what nobody can have done to it has no participle behind a noun."""
    lower = word.lower()
    return lower not in HAPPENING and LEXICON.get(lower, "E" if lower.endswith("ed") else "") == "E"
