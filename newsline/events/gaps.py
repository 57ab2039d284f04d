"""Verbs that are left out: "arrested a woman on Thursday and a man of 66 on Saturday" tells of two arrests."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from newsline.events.wording import Slice
from newsline.model import TimeExpression

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsline.events.parse import Parse

Claim = tuple[TimeExpression, int, int]
"""An expression that may date a clause, the number of the clause that holds it, and its first token."""
GAP = re.compile("(?:(?:,A?)?[IT][DJNP#]+)*(?P<and>,?C|,)(?P<again>A*),?(?P<item>[DJNP#RUIC,A]*?),?(?P<at>I?)")
"""The tags between two dates of one verb: the rest of the first thing told, "and", the second thing, "on"."""
NOUN = re.compile("[NPR#]")


def gapped(parse: Parse, number: int, claims: Sequence[Claim]) -> Iterator[tuple[Slice, Claim]]:
    """What the verb of clause `number` tells a second time, behind "and", each with its own date.

    Of "Two men died on Saturday and a third on Sunday" that is "a third on Sunday".
    """
    tokens, clause = parse.tokens, parse.clauses[number]
    own = [claim for claim in claims if claim[1] == number and 0 <= clause.verb < claim[2]]
    own.sort(key=lambda claim: claim[2])
    for before, claim in pairwise(own):
        begin = tokens.index(before[0].end - 1) + 1
        gap = GAP.fullmatch(tokens.tags, begin, claim[2])
        if gap is None or not (NOUN.search(gap["item"]) or (gap["again"] and gap["at"] and not gap["item"])):
            continue
        if gap["and"] == "," and (claim[2] == own[-1][2] or not gap["at"]):  # compiled, a tuple is not itself
            continue  # "met the union on Monday, the employers on Tuesday and the minister on Friday" has an "and"
        if gap["and"] != "," and tokens.lower[claim[2] - 1] == "of":
            continue  # "the reports for 2015 and for the first half of 2016"
        later = gap["item"].rfind(",C") + 1  # "with a cable and two cranes, and the bins at Christmas"
        first = gap.start("item") + (later + 1 if later else 0) if gap["item"] else gap.start("again")
        yield Slice(first, tokens.index(claim[0].end - 1) + 1, -1), claim
