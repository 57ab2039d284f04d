"""Who disputes that an event took place as another source tells it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from newsline.events.concepts import concept_of
from newsline.events.english import verbs
from newsline.events.terms import stem
from newsline.events.tokens import tokenize
from newsline.late import late
from newsline.model import Conflict, Factuality, Mention

ASKED_AGAIN = 512
"""Texts whose verbs are kept: each is held against several others."""
VERBS = "VZUGB"
_IDLE = frozenset(map(stem, verbs.STATE | verbs.SPEECH))

_NAME = r"(?P<{0}>(?:(?:the|The)\s+)?[A-Z]\w*(?:[’'.-]\w+)*(?:\s+(?:of\s+)?[A-Z]\w*(?:[’'.-]\w+)*){{0,3}})"
_DISPUTE = (
    r"(?:den(?:y|ies|ied)|dismiss(?:es|ed)?|disput(?:es?|ed)|reject(?:s|ed)?|refut(?:es?|ed)|contradict(?:s|ed)?)"
)
_CLAIM = (
    r"(?:that|this|it|having|any|claims?|reports?|accounts?|allegations?|accusations?|charges?|assertions?|statements?)"
)
_PASSIVE = late(
    r"\b(?:claim|report|account|allegation|accusation|charge|assertion|statement|version|figure|which|that)s?\s+"
    r"(?:(?:was|were|has been|have been|is|are)\s+)?(?:\w+ly\s+)?"
    + _DISPUTE
    + r"\b[^.;]{0,60}?\bby\s+"
    + _NAME.format("who")
)
_ACTIVE = late(
    _NAME.format("who")
    + r"\s+(?:(?:has|have|had)\s+)?(?:\w+ly\s+)?"
    + _DISPUTE
    + r"\s+(?:the\s+|those\s+|these\s+)?"
    + _CLAIM
    + r"\b"
)


_DISPUTED = ("deny", "denie", "dismiss", "disput", "reject", "refut", "contradict")
"""One of these is in whatever disputes."""


def disputers(text: str) -> list[str]:
    """Who, by this text, disputes what it tells: "a claim dismissed by Oslo" -> ["Oslo"]."""
    if not any(cue in text for cue in _DISPUTED):
        return []
    return [match["who"] for pattern in (_PASSIVE, _ACTIVE) for match in pattern.finditer(text)]


def factuality_conflicts(mentions: Sequence[Mention]) -> list[Conflict]:
    """Whether some source disputes that the event took place as told."""
    told = [mention for mention in mentions if mention.factuality is not Factuality.DENIED]
    who: dict[str, list[str]] = {}
    for mention in mentions:
        names = disputers(mention.quote)
        if (
            mention.factuality is Factuality.DENIED
            and not names
            and mention.speaker
            and any(_gainsays(mention, one) for one in told)
        ):
            names = [mention.speaker]
        for name in names:
            articles = who.setdefault(name.removeprefix("the ").removeprefix("The "), [])
            if mention.article not in articles:
                articles.append(mention.article)
    if not who or not told:
        return []
    sources = tuple(sorted({article for articles in who.values() for article in articles}))
    return [Conflict("factuality", f"disputed by {' and '.join(sorted(who))}", sources)]


def _gainsays(denial: Mention, other: Mention) -> bool:
    """Whether what one says has not happened is what another tells: the same deed of somebody who is named in both.

    "The council has not been told, said Ito" does not dispute that the council met.
    """
    if denial.names and other.names and set(denial.names).isdisjoint(other.names):
        return False
    return not _deeds(denial.text).isdisjoint(_deeds(other.text))


@lru_cache(ASKED_AGAIN)
def _deeds(text: str) -> frozenset[str]:
    """The verbs of a text, those of being and saying aside, each by what stands for all words like it."""
    tokens = tokenize(text, 0)
    told = (stem(tokens.base(i)) for i, tag in enumerate(tokens.tags) if tag in VERBS)
    return frozenset(concept_of(one) or one for one in told if one not in _IDLE)
