"""What the tellings of one event count otherwise. Who disputes that it took place is found by `events.disputes`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from newsline.dates.span import Span
from newsline.events.accounts import other_accounts
from newsline.events.english.words import NUMBER_WORDS, PEOPLE
from newsline.events.terms import numbers
from newsline.events.tokens import tokenize
from newsline.model import Conflict, Mention

SAME_THING = 2.0
"""Counts of one noun that differ by more than this factor count different things, fates of people aside."""
BARE = "of them"
"""The unit of a number that does not say what it counts: "the union put the number at 27"."""
ORDER = 10.0
"""Accounts of one number that differ by more than this factor are of two things."""
FAR_BELOW = 2.0
"""A number of people that is less than half of another source's "up to 1,000" is another account of it."""
ROUNDED = 0.1
"""An "about 500" covers what lies within a tenth of it."""
ROUNDED_POINTS = 2.0
"""A "nearly 80 per cent" covers what lies within two points of it."""
FATES = frozenset({"killed", "injured", "missing", "arrested", "evacuated", "displaced"})
"""What `terms.numbers` calls the fates of people that it counts."""
BESIDE = FATES | {"%"}
"""What is counted of an event beside the clause that tells it."""
CUES = ("cent", "%", "kill", "dead", "die", "death", "injur", "wound", "hurt", "missing", "arrest", "evacu", "homeless")
"""One of these is in whatever counts so."""
ASKED_AGAIN = 512
"""Texts whose counts are kept: each event is asked for conflicts, and then for how its toll rose."""
TOLL = frozenset({"killed", "injured"})
"""What rises while an accident is reported: the first counts are not wrong, only early."""
EARLY = timedelta(days=14)
"""How long after the event a count of the toll is early."""
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
    """What a mention counts, in order; small numbers without a unit are left out.

    Shares and the fates of people also from the rest of its sentence and the sentence beside it, where it tells none.
    """
    found = [*_quantities(mention.text, mention.numbers)]
    own = {quantity.unit for quantity in found}
    for text in (mention.quote.replace(mention.text, " "), mention.beside):
        if any(cue in text for cue in CUES):
            found += [
                quantity for quantity in _counted_in(text) if quantity.unit in BESIDE and quantity.unit not in own
            ]
            own.update(quantity.unit for quantity in found)
    return found


@lru_cache(ASKED_AGAIN)
def _counted_in(text: str) -> tuple[Quantity, ...]:
    return _quantities(text, numbers(tokenize(text, 0)))


@lru_cache(ASKED_AGAIN)
def _quantities(text: str, amounts: tuple[str, ...]) -> tuple[Quantity, ...]:
    """Amounts as `terms.numbers` writes them, with what the text around them says of their exactness."""
    percents = set(_PERCENT.findall(text))
    bounds = {}
    for match in _BOUND.finditer(text):
        word = match[2].lower().replace(",", "").rstrip(".")
        bounds[NUMBER_WORDS.get(word, word)] = _BOUND_OF[match[1].lower()]
    found = []
    for number in amounts:
        written, _, unit = number.partition(" ")
        if written in percents or unit in ("percent", "pc"):
            unit, written = "%", f"{written}%"
        if not unit and written.isdigit() and float(written) < SUM:
            continue
        sign = written[0] if written[:1] in SIGNS else "%" if written.endswith("%") else ""
        figures = written.strip(SIGNS + "%")
        if _FIGURES.fullmatch(figures):
            found.append(Quantity(float(figures), _unit(unit or sign), bounds.get(figures, "exact"), written))
    return tuple(found)


def _unit(noun: str) -> str:
    """What is counted, under one name for all words for people."""
    if noun in LOST:
        return "killed"
    return "people" if noun in PEOPLE or noun in CLIENTS else noun


_FIGURES = re.compile(r"\d+(?:\.\d+)?")


def number_conflicts(
    mentions: Sequence[Mention], voice: Mapping[str, str], published: Mapping[str, Span | None] | None = None
) -> list[Conflict]:
    """Different counts of the same thing by independent articles: "reports differ: 12 or 13 killed".

    `voice` gives the article that speaks for a copy. An article that gives two counts of a thing (killed before and
    killed now) is not held against the others for either. A toll that rises from report to report is no conflict
    (`toll`), if `published` says when the articles are of.
    """
    found = []
    for unit, single in _counts(mentions, voice):
        if unit in TOLL and _rises(mentions, single, published or {}):
            continue
        clashing = [pair for pair in combinations(single.items(), 2) if _differ(pair[0][1], pair[1][1])]
        if clashing:
            found.append(_number_conflict(unit, dict(item for pair in clashing for item in pair)))
    known = {conflict.text for conflict in found}
    return found + [one for one in _own_conflicts(mentions, voice) if one.text not in known]


def _own_conflicts(mentions: Sequence[Mention], voice: Mapping[str, str]) -> list[Conflict]:
    """The same between the sources of one article: "about 40, the district said; the union put the number at 27"."""
    found: dict[str, Conflict] = {}
    for mention in mentions:
        told = _quantities(mention.text, mention.numbers) if mention.article not in voice else []
        for text in (mention.quote, mention.beside) if told else ():
            for other in _others(text):
                one = next((quantity for quantity in told if _rival(quantity, other)), None)
                if one is not None and one.unit not in found:
                    values = sorted((one, other._replace(unit=one.unit)))
                    written = " or ".join(map(_readable, values))
                    found[one.unit] = Conflict(
                        "number", f"reports differ: {_named(written, one.unit)}", (mention.article,)
                    )
    return list(found.values())


def _others(text: str) -> Iterator[Quantity]:
    """The other accounts of numbers in a text; a bare one has no unit."""
    for account in other_accounts(text):
        for amount in numbers(tokenize(account, 0))[:1]:
            yield from _quantities(account, (amount,)) or _quantities(account, (f"{amount} {BARE}",))


def _rival(one: Quantity, other: Quantity) -> bool:
    """Whether two counts of one report are of the same thing, and not the same."""
    same = other.unit in (one.unit, BARE) and one.unit not in SIGNS
    return same and one.value != other.value and max(one.value, other.value) <= ORDER * min(one.value, other.value)


def toll(mentions: Sequence[Mention], voice: Mapping[str, str], published: Mapping[str, Span | None]) -> Iterator[str]:
    """How the counts of the killed and injured rose while the event was reported, in words."""
    for unit, single in _counts(mentions, voice):
        if unit in TOLL and _rises(mentions, single, published):
            counts = sorted({count.value: _readable(count) for count in single.values()}.items())
            yield f"the number of {unit} rose from {counts[0][1]} to {counts[-1][1]} from report to report"


def _counts(mentions: Sequence[Mention], voice: Mapping[str, str]) -> Iterator[tuple[str, dict[str, Quantity]]]:
    """For each thing that is counted what each independent article counts, if it gives one count."""
    told: defaultdict[str, dict[str, list[Quantity]]] = defaultdict(dict)
    if len({voice.get(mention.article, mention.article) for mention in mentions}) > 1:
        for mention in mentions:
            for quantity in quantities(mention):
                told[quantity.unit].setdefault(voice.get(mention.article, mention.article), []).append(quantity)
    for unit in sorted(told):
        yield unit, {article: counts[0] for article, counts in sorted(told[unit].items()) if _one_value(counts)}


def _rises(mentions: Sequence[Mention], single: Mapping[str, Quantity], published: Mapping[str, Span | None]) -> bool:
    """Whether counts differ, and only because the lower ones were published earlier, soon after the event."""
    days = {article: span for article in single if (span := published.get(article)) is not None}
    if len(days) < len(single) or len({count.value for count in single.values()}) < 2:
        return False
    order = sorted(single, key=lambda article: (days[article].first, single[article].value))
    values = [single[article].value for article in order]
    last = max(mention.span.last for mention in mentions if mention.span is not None)
    early = [article for article in order if single[article].value < values[-1]]
    return values == sorted(values) and all(
        days[article].last <= last + EARLY and days[article].last < days[order[-1]].first for article in early
    )


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
    slack = ROUNDED_POINTS if low.unit == "%" else ROUNDED * high.value
    return not ("about" in (low.bound, high.bound) and high.value - low.value <= slack)


def _number_conflict(unit: str, counts: Mapping[str, Quantity]) -> Conflict:
    by_value = {quantity.value: _readable(quantity) for quantity in counts.values()}
    written = " or ".join(by_value[value] for value in sorted(by_value))
    return Conflict("number", f"reports differ: {_named(written, unit)}", tuple(sorted(counts)))


def _named(written: str, unit: str) -> str:
    """Numbers with what they count."""
    return written if unit in SIGNS or unit == "%" else f"{written} {unit}"


def _readable(quantity: Quantity) -> str:
    """As it is printed: "1,000", "£42 million", "78%"."""
    sign = quantity.written[0] if quantity.written[:1] in SIGNS else ""
    behind = "%" if quantity.unit == "%" else ""
    for scale, name in ((1e9, " billion"), (1e6, " million")):
        if quantity.value >= scale and (quantity.value / scale * 1000).is_integer():
            return f"{sign}{quantity.value / scale:.10g}{name}{behind}"
    return f"{sign}{quantity.value:,.10g}{behind}"
