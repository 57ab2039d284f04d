"""Two counts of one thing in one report: "twelve died, the police said; the union put the number at fourteen"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsline.events.english.words import NUMBER_WORDS

_COUNT = r"(?:number|toll|figure|count|total|crowd|turnout|attendance|loss|losses|damage|cost|bill|magnitude)"
HEDGE = r"(?:at least |about |some |around |more than |up to |nearly |only |just |as many as )?"
"""What may stand before a number."""
_WRITTEN_OUT = "|".join(word for word, figures in NUMBER_WORDS.items() if figures.isdigit() and word != "one")
_OTHER = re.compile(
    rf"\b(?:put|puts|set|sets) (?:the|its|their|that|this|it) (?:\w+ )?(?:{_COUNT} )?(?:of (?:\w+ ){{1,4}}?)?at "
    r"|\b(?:gave|gives) (?:the|a) (?:number|toll|figure|count|total) (?:as|of) "
    r"|\b(?:spoke|speaks|talked|talks|knew|knows|told) of "
    r"|\b(?:measured|registered|recorded) (?=\d\.\d)"
    rf"|,? or (?=(?:\d[\d,]*|{_WRITTEN_OUT}),? (?:depending|according|if you|by the))|\brather than (?:the )?"
    r"|\b(?:said|says|say|claimed|claims|claim|counted|counts|estimated|estimates|reported|insisted|insists) "
    r"(?:that )?(?:there (?:were|had been) |it was |the (?:number|figure|toll|total) was )?"
    rf"(?={HEDGE}"
    rf"(?:\d|(?:{_WRITTEN_OUT})\b))",
    re.IGNORECASE,
)
"""How a second account of a number is given, up to the number."""
_END = re.compile(r"[.;](?=\s|$)")
REACH = 60
"""Characters in which the number stands with what it counts."""


def other_accounts(text: str) -> Iterator[str]:
    """The places of a text, in order, where a number is given that somebody else than its main source tells."""
    for match in _OTHER.finditer(text):
        yield _END.split(text[match.end() : match.end() + REACH])[0]
