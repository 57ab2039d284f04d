"""Two counts of one thing in one report: "twelve died, the police said; the union put the number at fourteen"."""

from __future__ import annotations

import re
from collections.abc import Iterator

_COUNT = r"(?:number|toll|figure|count|total|crowd|turnout|attendance|loss|losses|damage|cost|bill)"
_OTHER = re.compile(
    rf"\b(?:put|puts|set|sets) (?:the|its|their|that|this) (?:\w+ )?{_COUNT} (?:of (?:\w+ ){{1,4}}?)?at "
    r"|\b(?:gave|gives) (?:the|a) (?:number|toll|figure|count|total) (?:as|of) "
    r"|\b(?:spoke|speaks|talked|talks|knew|knows|told) of ",
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
