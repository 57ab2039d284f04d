"""What a telling counts, so that two sources can be compared: a number, its unit, and how exact it is meant."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from newsline.events.english import vocabulary
from newsline.events.english.words import NUMBER_WORDS, PEOPLE, SCALES
from newsline.events.terms import MAGNITUDE, numbers, stem
from newsline.events.tokens import tokenize
from newsline.model import Mention

FATES = frozenset({"killed", "injured", "missing", "arrested", "evacuated", "displaced"})
"""What `terms.numbers` calls the fates of people that it counts."""
BESIDE = FATES | {"%", MAGNITUDE}
"""What is counted of an event beside the clause that tells it."""
CUES = (
    "cent", "%", "kill", "dead", "die", "death", "injur", "wound", "hurt", "missing", "arrest", "evacu", "homeless",
    MAGNITUDE, "quake", "aftershock", "tremor",
)  # fmt: skip
"""One of these is in whatever counts so."""
ASKED_AGAIN = 512
"""Texts whose counts are kept: each event is asked for conflicts, and then for how its toll rose."""
CLIENTS = frozenset({"customers", "clients", "users", "pupils", "commuters", "guests", "fans"})
LOST = frozenset({"life", "lives", "bodies", "deaths", "fatalities"})
SUM = 10_000
"""A number without a unit from which it is a sum or a count that can be compared ("bought it for 410 million")."""
SIGNS = "$€£#¥"

BOUNDS = {
    "least": (
        "at least", "more than", "over", "upwards of", "no fewer than", "not fewer than", "climbed to", "climbed past",
        "climbs to", "rose to", "risen to", "rises to", "reached", "passed", "topped", "past",
    ),
    "most": ("as many as", "up to", "fewer than", "less than", "at most", "no more than", "not more than", "under"),
    "about": (
        "about", "around", "some", "nearly", "almost", "roughly", "approximately", "an estimated", "close to",
        "just over", "just under",
    ),
}  # fmt: skip
"""What stands before a number that others may lie above, below or beside. One that "rose to 22" may rise on."""
_BOUND_OF = {words: bound for bound, phrases in BOUNDS.items() for words in phrases}
_NUMBER = r"[$€£¥]?(\d[\d,.]*\d|\d|[a-z]+(?:-[a-z]+)?)"
_BOUND = re.compile(
    r"\b("
    + "|".join(sorted(_BOUND_OF, key=len, reverse=True))
    + r")\s+"
    + _NUMBER
    + r"(?:\s*(million|billion|m|bn)\b)?",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"(?<!from )\b(?:between (\d[\d,.]*) and|(\d[\d,.]*) ?(?:to|[-–])) ?(\d[\d,.]*\d|\d)\b(?!,? (?:19|20)\d\d)",
    re.IGNORECASE,
)
"""Two numbers of which neither is the count: "61 to 80 per cent"."""
_MORE = re.compile(rf"\b{_NUMBER}\s+(?:more|others?|additional|further)\b", re.IGNORECASE)
"""A number that comes on top of what was counted before."""
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_PERCENT = re.compile(r"(\d+(?:\.\d+)?)(?:\s+per\s?cent\b|%)")
_FIGURES = re.compile(r"\d+(?:\.\d+)?")
_WORD = re.compile(r"[^\W\d_]{4,}")
AROUND = 60
"""Characters on both sides of a share in which it is said what it is a share of."""
EMPTY = vocabulary("""
    about after almost also an at been cent down from have nearly only over part parts per percent said since some than
    that their them they this those under were what when which will with would
    """)
"""Words there that do not say it."""


class Quantity(NamedTuple):
    """A number, what it counts ("killed", "$", "%", "magnitude" or a noun), and whether it is a bound."""

    value: float
    unit: str
    bound: str
    """"exact", "about", "least" or "most"."""
    written: str
    """As figures, with its sign."""
    of: frozenset[str] = frozenset()
    """For a share the stems of the words around it: what it is a share of."""


def quantities(mention: Mention) -> list[Quantity]:
    """What a mention counts, in order; small numbers without a unit are left out.

    Shares and the fates of people also from the rest of its sentence and the sentence beside it, where it tells none
    and they name no other year.
    """
    found = [*counted(mention.text, mention.numbers)]
    own = {quantity.unit for quantity in found}
    for text in (mention.quote.replace(mention.text, " "), mention.beside):
        if any(cue in text for cue in CUES) and not _YEAR.search(text):
            found += [
                quantity for quantity in _counted_in(text) if quantity.unit in BESIDE and quantity.unit not in own
            ]
            own.update(quantity.unit for quantity in found)
    return found


@lru_cache(ASKED_AGAIN)
def _counted_in(text: str) -> tuple[Quantity, ...]:
    return counted(text, numbers(tokenize(text, 0)))


@lru_cache(ASKED_AGAIN)
def counted(text: str, amounts: tuple[str, ...]) -> tuple[Quantity, ...]:
    """Amounts as `terms.numbers` writes them, with what the text around them says of their exactness."""
    if not amounts:
        return ()
    percents = {match[1]: match.span() for match in _PERCENT.finditer(text)}
    other = {
        _figures(figures) for found in (_RANGE, _MORE) for match in found.finditer(text) for figures in match.groups("")
    }
    bounds = _bounds(text)
    found = []
    for number in amounts:
        written, _, unit = number.partition(" ")
        if written.rstrip("%") in percents or unit in ("percent", "pc"):
            unit, written = "%", f"{written.rstrip('%')}%"
        if not unit and written.isdigit() and float(written) < SUM:
            continue
        sign = written[0] if written[:1] in SIGNS else "%" if written.endswith("%") else ""
        figures = written.strip(SIGNS + "%")
        if _FIGURES.fullmatch(figures) and figures not in other:
            of = _around(text, *percents[figures]) if sign == "%" and figures in percents else frozenset()
            bound = bounds.get(f"{float(figures):.10g}", "exact")
            found.append(Quantity(float(figures), _unit(unit or sign), bound, written, of))
    return tuple(found)


def _bounds(text: str) -> dict[str, str]:
    """For each number in front of which a bound stands, which."""
    found = {}
    for match in _BOUND.finditer(text):
        figures = _figures(match[2])
        if _FIGURES.fullmatch(figures):
            scale = SCALES[match[3].lower()] if match[3] else 1
            found[f"{float(figures) * scale:.10g}"] = _BOUND_OF[match[1].lower()]
    return found


def _figures(number: str) -> str:
    word = number.lower().replace(",", "").rstrip(".")
    return NUMBER_WORDS.get(word, word)


def _around(text: str, start: int, end: int) -> frozenset[str]:
    near = text[max(0, start - AROUND) : start] + " " + text[end : end + AROUND]
    return frozenset(stem(word) for word in _WORD.findall(near.lower()) if word not in EMPTY)


def _unit(noun: str) -> str:
    """What is counted, under one name for all words for people."""
    if noun in LOST:
        return "killed"
    return "people" if noun in PEOPLE or noun in CLIENTS else noun
