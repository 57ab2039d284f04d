"""How many years after its story an article says that it is: "nearly three years after 33 men were buried there".

In a small folder the lead of such an article counts from what the others tell, whatever words it has for that. So its
year is theirs and as many more, rather than one of theirs.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from newsline.analysis import Analysis
from newsline.dates.english.lexicon import NUMBERS, ORDINALS
from newsline.late import late
from newsline.model import SentenceKind
from newsline.publication import amounts, reach
from newsline.publication.layout import Found

YEAR = 365.25
LEAST = 0.75
"""Years from which an article belongs to another year than its story."""
MOST = 20
"""Years up to which the count is from the folder's story: a pit shuts sixty-five years after it was sunk. Chosen."""

_LATER = re.compile(
    r"\b(?P<count>[a-z]+|\d\d?)[ \n]years?[ \n](?:on|later|(?:ago[ \n])?(?:to the day|today))\b"
    r"(?=[,.:;\n]|$| (?:from|since|after)\b)"
    r"|\b(?P<nth>[a-z-]+|\d\d?(?:st|nd|rd|th))[ \n]anniversary\b",
    re.I,
)
_EXACTLY = re.compile(
    r"\b(?P<count>[a-z]+|\d\d?)[ \n]years?[ \n](?:ago[ \n])?(?:to the day\b|this (?:week|weekend|month)\b)", re.I
)
_HEADED = late(r"(?P<count>[a-z]+|\d\d?) years? (?:after|since|on)\b", re.I)
"""How a headline begins, in capitals as well."""
NEAR = 8
"""Sentences in which "a year ago this weekend" and "it was a year to the day" are told of the story itself. Chosen."""
_BEGAN = re.compile(r"\b(?:(?:co-?)?founded|born|married|joined)\b")
"""What a clause tells of that is older than the story: "which she co-founded seven years ago"."""
COUNTS: Mapping[str, float] = {"a": 1, "an": 1, "second": 2, **NUMBERS, **ORDINALS}


class Later(Struct, frozen=True):
    """That an article lies years after its story."""

    years: float
    phrase: str
    """The words that say so, quoted."""

    @property
    def shares(self) -> Mapping[int, float]:
        """By how many calendar years, and the part of each."""
        part, whole = math.modf(self.years)
        return {int(whole) + more: share for more, share in ((0, 1 - part), (1, part)) if share > 0}


def find(analysis: Analysis, found: Sequence[Found]) -> Later | None:
    """What an article says; the most years where it counts twice."""
    told = [one for one in _told(analysis, found) if LEAST <= one.years <= MOST]
    return max(told, key=lambda one: one.years, default=None)


def _told(analysis: Analysis, found: Sequence[Found]) -> Iterator[Later]:
    text, lead = analysis.article.text, amounts.lead(analysis)
    for amount in amounts.find(analysis, found):
        clause = text[slice(*amount.clause)]
        # What the almanac names has a date of its own, and need not be what the others tell.
        if amount.sentence in lead and not _BEGAN.search(clause) and not any(reach.events_named(clause)):
            yield Later((amount.least + amount.most) / 2 / YEAR, amount.phrase)
    for match in _phrases(analysis, lead):
        years = _number((match.groupdict().get("nth") or match["count"]).lower())
        if years is not None:
            yield Later(years, f"“{' '.join(match[0].split())}”")


def _phrases(analysis: Analysis, lead: frozenset[int]) -> Iterator[re.Match[str]]:
    text = analysis.article.text
    for index, sentence in enumerate(analysis.sentences[: max(lead, default=0) + NEAR]):
        stretch = sentence.start, sentence.end
        if sentence.kind is SentenceKind.TITLE and (headed := _HEADED.match(text, *stretch)):
            yield headed
        if index in lead:
            yield from _LATER.finditer(text, *stretch)
        yield from _EXACTLY.finditer(text, *stretch)


def _number(word: str) -> float | None:
    if word[0].isdigit():
        return float(re.sub(r"\D", "", word))
    return COUNTS.get(word)
