"""Seasons of the southern half of the earth: "the spring" of a paper of New Zealand begins in September."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from msgspec.structs import replace

from newsline.dates import span as spans
from newsline.dates.expression import Expression, Fixed, PartOf, Repeating, Season, Within
from newsline.dates.repeating import SEASON_MONTHS
from newsline.dates.span import Precision
from newsline.late import late
from newsline.model import TimeExpression

SEASONS: Final = frozenset({"spring", "summer", "autumn", "winter", "fall", "Spring", "Summer", "Autumn", "Winter"})
SOUTH: Final = late(
    r"(?=[A-Z])\b"
    r"(?:Australian?s?|New Zealand(?:ers?)?|South Africans?|South Africa|Argentin(?:a|es?|ians?)|Chile(?:ans?)?"
    r"|Uruguay(?:ans?)?|Paraguay(?:ans?)?|Brazil(?:ians?)?|Sydney|Melbourne|Brisbane|Adelaide|Canberra|Hobart"
    r"|Queensland|Tasmanian?|Auckland|Christchurch|Dunedin|Buenos Aires|Johannesburg|Cape Town|Durban|Pretoria"
    r"|Zimbabwe(?:ans?)?|Namibian?|Botswana|Montevideo|Rio de Janeiro|S[aã]o Paulo)\b"
)
NORTH: Final = late(
    r"(?=[A-Z])\b"
    r"(?:Britain|British|Britons?|England|Scot(?:land|tish)|Wales|London|Ireland|Irish|France|French|Paris|Germans?"
    r"|Germany|Berlin|Europe(?:ans?)?|Spain|Spanish|Ital(?:y|ians?)|Rome|Russians?|Russia|Moscow|Soviet"
    r"|Ukrain(?:e|ians?)|China|Chinese|Japan(?:ese)?|Americans?|America|U\.S|US|United States|Washington|New York"
    r"|Canad(?:a|ians?)|Mexic(?:o|ans?)|India|Indians?|Israelis?|Israel|Egypt(?:ians?)?)\b"
)
LEAST: Final = 2
SHARE: Final = 3
"""Names of the south that a text has at least, and for each one of the north: a paper of the north that tells of the
Games in Rio names its own country too, and "this summer" is that of its readers. Of 2,500 articles (T17, TimeBank) two
have so many; one of them tells of the southern winter, the other names no season."""
NAMES: Final = {month: name for name, month in SEASON_MONTHS.items()}


def turned(found: Sequence[TimeExpression], text: str) -> Sequence[TimeExpression]:
    """The expressions of a text, their seasons those of the south where the text is of it."""
    if all(SEASONS.isdisjoint(item.text.split()) for item in found):
        return found
    south = len(SOUTH.findall(text))
    if south < LEAST or south < SHARE * len(NORTH.findall(text)):
        return found
    return [replace(item, meaning=_turned(item.meaning)) if _has_season(item.meaning) else item for item in found]


@lru_cache(maxsize=1 << 12)
def _has_season(meaning: Expression) -> bool:
    return _turned(meaning) != meaning


def _turned(meaning: Expression) -> Expression:
    """A meaning with the seasons of the south; of a part of one, such as early spring, the whole."""
    if isinstance(meaning, Fixed) and meaning.span.precision is Precision.SEASON:
        first = meaning.span.first
        return Within(Season(NAMES[first.month], southern=True), Fixed(spans.year(first.year)))
    changed: dict[str, Expression | Repeating] = {}
    for name in meaning.__struct_fields__:
        part = getattr(meaning, name)
        if isinstance(part, Season):
            changed[name] = replace(part, southern=True)
        elif isinstance(part, Expression) and (other := _turned(part)) is not part:
            changed[name] = other
    if not changed:
        return meaning
    whole = replace(meaning, **changed)
    return whole.inner if isinstance(whole, PartOf) else whole
