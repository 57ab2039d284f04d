"""What the tellings of one event disagree about: numbers, dates, and whether it took place at all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from newsline.events.english.words import NUMBER_WORDS, PEOPLE
from newsline.model import Conflict, Factuality, Mention

SAME_THING = 2.0
"""Counts of one noun that differ by more than this factor count different things, fates of people aside."""
FAR_BELOW = 2.0
"""A number of people that is less than half of another source's "up to 1,000" is another account of it."""
ROUNDED = 0.1
"""An "about 500" covers what lies within a tenth of it."""
FATES = frozenset({"killed", "injured", "missing", "arrested", "evacuated", "displaced"})
"""What `terms.numbers` calls the fates of people that it counts."""
CLIENTS = frozenset({"customers", "clients", "users", "pupils", "commuters", "guests", "fans"})
LOST = frozenset({"life", "lives", "bodies", "deaths", "fatalities"})
SUM = 10_000
"""A number without a unit from which it is a sum or a count that can be compared ("bought it for 410 million")."""
SIGNS = "$€£#¥"

BOUNDS = {
    "least": ("at least", "more than", "over", "upwards of", "no fewer than"),
    "most": ("as many as", "up to", "fewer than", "less than", "at most"),
    "about": ("about", "around", "some", "nearly", "almost", "roughly", "approximately", "an estimated", "close to"),
}
_BOUND_OF = {words: bound for bound, phrases in BOUNDS.items() for words in phrases}
_BOUND = re.compile(r"\b(" + "|".join(_BOUND_OF) + r")\s+[$€£¥]?(\d[\d,.]*\d|\d|[a-z]+(?:-[a-z]+)?)", re.IGNORECASE)


_PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s+per\s?cent\b")


class Quantity(NamedTuple):
    """A number, what it counts ("killed", "$", "%", or a noun), and whether it is a bound."""

    value: float
    unit: str
    bound: str
    """"exact", "about", "least" or "most"."""
    written: str
    """As figures, with its sign."""


def quantities(mention: Mention) -> list[Quantity]:
    """What a mention counts, in order; small numbers without a unit are left out."""
    percents = set(_PERCENT.findall(mention.text))
    bounds = {}
    for match in _BOUND.finditer(mention.text):
        word = match[2].lower().replace(",", "").rstrip(".")
        bounds[NUMBER_WORDS.get(word, word)] = _BOUND_OF[match[1].lower()]
    found = []
    for number in mention.numbers:
        written, _, unit = number.partition(" ")
        if written in percents:
            unit, written = "%", f"{written}%"
        if not unit and written.isdigit() and float(written) < SUM:
            continue
        sign = written[0] if written[:1] in SIGNS else "%" if written.endswith("%") else ""
        figures = written.strip(SIGNS + "%")
        if _FIGURES.fullmatch(figures):
            found.append(Quantity(float(figures), _unit(unit or sign), bounds.get(figures, "exact"), written))
    return found


def _unit(noun: str) -> str:
    """What is counted, under one name for all words for people."""
    if noun in LOST:
        return "killed"
    return "people" if noun in PEOPLE or noun in CLIENTS else noun


_FIGURES = re.compile(r"\d+(?:\.\d+)?")


def number_conflicts(mentions: Sequence[Mention], voice: Mapping[str, str]) -> list[Conflict]:
    """Different counts of the same thing by independent articles: "reports differ: 12 or 13 killed".

    `voice` gives the article that speaks for a copy. An article that gives two counts of a thing (killed before and
    killed now) is not held against the others for either.
    """
    told: defaultdict[str, dict[str, list[Quantity]]] = defaultdict(dict)
    for mention in mentions:
        for quantity in quantities(mention):
            told[quantity.unit].setdefault(voice.get(mention.article, mention.article), []).append(quantity)
    found = []
    for unit in sorted(told):
        single = {article: counts[0] for article, counts in sorted(told[unit].items()) if _one_value(counts)}
        clashing = [pair for pair in combinations(single.items(), 2) if _differ(pair[0][1], pair[1][1])]
        if clashing:
            found.append(_number_conflict(unit, dict(item for pair in clashing for item in pair)))
    return found


def _one_value(counts: Sequence[Quantity]) -> bool:
    return len({count.value for count in counts}) == 1


def _differ(a: Quantity, b: Quantity) -> bool:
    """Whether both cannot be right about the same thing."""
    low, high = (a, b) if a.value <= b.value else (b, a)
    if low.value == high.value or low.bound == "least":
        return False
    if high.bound == "most":
        return high.unit == "people" and low.bound != "most" and high.value > FAR_BELOW * low.value
    if low.unit not in FATES and high.value > SAME_THING * low.value:
        return False
    return not ("about" in (low.bound, high.bound) and high.value - low.value <= ROUNDED * high.value)


def _number_conflict(unit: str, counts: Mapping[str, Quantity]) -> Conflict:
    by_value = {quantity.value: _readable(quantity) for quantity in counts.values()}
    written = " or ".join(by_value[value] for value in sorted(by_value))
    named = "" if unit in SIGNS or unit == "%" else f" {unit}"
    return Conflict("number", f"reports differ: {written}{named}", tuple(sorted(counts)))


def _readable(quantity: Quantity) -> str:
    """As it is printed: "1,000", "£42 million", "78%"."""
    sign = quantity.written[0] if quantity.written[:1] in SIGNS else ""
    behind = "%" if quantity.unit == "%" else ""
    for scale, name in ((1e9, " billion"), (1e6, " million")):
        if quantity.value >= scale and (quantity.value / scale * 1000).is_integer():
            return f"{sign}{quantity.value / scale:.10g}{name}{behind}"
    return f"{sign}{quantity.value:,.10g}{behind}"


_NAME = r"(?P<{0}>(?:(?:the|The)\s+)?[A-Z]\w*(?:[’'.-]\w+)*(?:\s+(?:of\s+)?[A-Z]\w*(?:[’'.-]\w+)*){{0,3}})"
_DISPUTE = (
    r"(?:den(?:y|ies|ied)|dismiss(?:es|ed)?|disput(?:es?|ed)|reject(?:s|ed)?|refut(?:es?|ed)|contradict(?:s|ed)?)"
)
_CLAIM = (
    r"(?:that|this|it|having|any|claims?|reports?|accounts?|allegations?|accusations?|charges?|assertions?|statements?)"
)
_PASSIVE = re.compile(
    r"\b(?:claim|report|account|allegation|accusation|charge|assertion|statement|version|figure|which|that)s?\s+"
    r"(?:(?:was|were|has been|have been|is|are)\s+)?(?:\w+ly\s+)?"
    + _DISPUTE
    + r"\b[^.;]{0,60}?\bby\s+"
    + _NAME.format("who")
)
_ACTIVE = re.compile(
    _NAME.format("who")
    + r"\s+(?:(?:has|have|had)\s+)?(?:\w+ly\s+)?"
    + _DISPUTE
    + r"\s+(?:the\s+|those\s+|these\s+)?"
    + _CLAIM
    + r"\b"
)


def disputers(text: str) -> list[str]:
    """Who, by this text, disputes what it tells: "a claim dismissed by Oslo" -> ["Oslo"]."""
    return [match["who"] for pattern in (_PASSIVE, _ACTIVE) for match in pattern.finditer(text)]


def factuality_conflicts(mentions: Sequence[Mention]) -> list[Conflict]:
    """Whether some source disputes that the event took place as told."""
    who: dict[str, list[str]] = {}
    for mention in mentions:
        names = disputers(mention.quote)
        if mention.factuality is Factuality.DENIED and not names and mention.speaker:
            names = [mention.speaker]
        for name in names:
            told = who.setdefault(name.removeprefix("the ").removeprefix("The "), [])
            if mention.article not in told:
                told.append(mention.article)
    affirmed = any(mention.factuality is not Factuality.DENIED for mention in mentions)
    if not who or not affirmed:
        return []
    articles = tuple(sorted({article for told in who.values() for article in told}))
    return [Conflict("factuality", f"disputed by {' and '.join(sorted(who))}", articles)]
