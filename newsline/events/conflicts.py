"""What the tellings of one event count otherwise. Who disputes that it took place is found by `events.disputes`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import combinations

from newsline.dates.span import Span
from newsline.events.accounts import HEDGE, other_accounts
from newsline.events.counts import FATES, SIGNS, Quantity, counted, quantities
from newsline.events.english import vocabulary
from newsline.events.terms import MAGNITUDE, numbers
from newsline.events.tokens import tokenize
from newsline.late import late
from newsline.model import Conflict, Mention

SAME_THING = 2.0
"""Counts of one noun that differ by more than this factor count different things, fates of people aside."""
SAME_FATE = 20.0
"""The same for people: 12 and 130 killed may be an early toll and a late one, 11 workers and 1,200 birds are not."""
BARE = "of them"
"""The unit of a number that does not say what it counts: "the union put the number at 27"."""
ORDER = 10.0
"""Accounts of one number that differ by more than this factor are of two things."""
FAR_BELOW = 2.0
"""A number of people that is less than half of another source's "up to 1,000" is another account of it."""
ABOUT = 0.1
"""An "about 500" covers what lies within a tenth of it."""
ABOUT_POINTS = 2.0
"""A "nearly 80 per cent" covers what lies within two points of it."""
ROUNDED = 0.04
"""A round number ("11 million") is another one ("10.92 million") if no more than this share of it lies between."""
LARGE_COUNT = 100
"""Below this a count that is rounded is another count: 19 dead are not 20."""
TOLL = frozenset({"killed", "injured"})
"""What rises while an accident is reported: the first counts are not wrong, only early."""
EARLY = timedelta(days=14)
"""How long after the event a count of the toll is early."""
DISTANCES = frozenset("feet kilometers kilometres km meters metres miles yards".split())
"""Two sources measure these from two places."""
ANYBODY = vocabulary("""
    and are arrested as at but by dead died from had have hurt in injured killed lives missing of on or others people
    persons that victims was were when which who wounded
    """)
"""Words behind a number that do not say who or what else is counted."""
_COUNTED = late(rf"{HEDGE}(?:\d[\d,.]*\d|\d|[a-z]+(?:-[a-z]+)?)(?: million| billion)? ([A-Za-z]\w+)", re.IGNORECASE)


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
        told = counted(mention.text, mention.numbers) if mention.article not in voice else []
        for text in (mention.quote, mention.beside) if told else ():
            for other in _others(text, mention.text):
                one = next((quantity for quantity in told if _rival(quantity, other)), None)
                if one is not None and one.unit not in found:
                    values = sorted((one, other._replace(unit=one.unit)))
                    written = " or ".join(map(_readable, values))
                    found[one.unit] = Conflict(
                        "number", f"reports differ: {_named(written, one.unit)}", (mention.article,)
                    )
    return list(found.values())


def _others(text: str, told: str) -> Iterator[Quantity]:
    """The other accounts of numbers in a text; a bare one has no unit. What is counted is named in `told`, or anybody.

    "The army said 3 soldiers were killed; the rebels said 40 villagers" are two counts.
    """
    for account in other_accounts(text):
        noun = _COUNTED.match(account)
        if noun is not None and noun[1].lower() not in ANYBODY and noun[1].lower() not in told.lower():
            continue
        for amount in numbers(tokenize(account, 0))[:1]:
            yield from counted(account, (amount,)) or counted(account, (f"{amount} {BARE}",))


def _rival(one: Quantity, other: Quantity) -> bool:
    """Whether two counts of one report are of the same thing, and not the same."""
    if other.unit not in (one.unit, BARE, "") or one.unit in SIGNS or one.value == other.value:
        return False
    if one.unit == "%" and one.of.isdisjoint(other.of):
        return False
    low, high = sorted((one, other))
    return high.value <= ORDER * low.value and not _is_rounded(low, high)


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
        yield unit, {article: _loosest(counts) for article, counts in sorted(told[unit].items()) if _one_value(counts)}


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


def _loosest(counts: Sequence[Quantity]) -> Quantity:
    """Of counts of one number the one that is no exact one: a headline leaves out "at least"."""
    return next((count for count in counts if count.bound != "exact"), counts[0])


def _one_value(counts: Sequence[Quantity]) -> bool:
    return len({count.value for count in counts}) == 1


def _differ(a: Quantity, b: Quantity) -> bool:
    """Whether both cannot be right about the same thing."""
    low, high = (a, b) if a.value <= b.value else (b, a)
    if low.value == high.value or low.bound == "least" or low.unit in DISTANCES or _is_rounded(low, high):
        return False
    if high.bound == "most":
        return high.unit == "people" and low.bound != "most" and high.value > FAR_BELOW * low.value
    if high.value > (SAME_FATE if low.unit in FATES else SAME_THING) * low.value:
        return False
    if low.unit == "%" and low.of.isdisjoint(high.of):
        return False
    slack = ABOUT_POINTS if low.unit == "%" else ABOUT * high.value
    return not ("about" in (low.bound, high.bound) and high.value - low.value <= slack)


def _is_rounded(low: Quantity, high: Quantity) -> bool:
    """Whether one is the other in fewer figures: 11 million for 10.92 million."""
    if high.value - low.value > ROUNDED * high.value or (low.value < LARGE_COUNT and low.unit != "%"):
        return False
    return any(high.value - low.value < _last_place(one) for one in (low, high))


def _last_place(quantity: Quantity) -> float:
    """What the last figure of a number stands for: 100,000 in "2.8 million"."""
    figures, _, exponent = f"{quantity.value:e}".partition("e")
    behind = len(figures.rstrip("0").partition(".")[2])
    return float(10 ** (int(exponent) - behind))


def _number_conflict(unit: str, counts: Mapping[str, Quantity]) -> Conflict:
    by_value = {quantity.value: _readable(quantity) for quantity in counts.values()}
    written = " or ".join(by_value[value] for value in sorted(by_value))
    return Conflict("number", f"reports differ: {_named(written, unit)}", tuple(sorted(counts)))


def _named(written: str, unit: str) -> str:
    """Numbers with what they count."""
    if unit == MAGNITUDE:
        return f"{unit} {written}"
    return written if unit in SIGNS or unit == "%" else f"{written} {unit}"


def _readable(quantity: Quantity) -> str:
    """As it is printed: "1,000", "£42 million", "78%"."""
    sign = quantity.written[0] if quantity.written[:1] in SIGNS else ""
    behind = "%" if quantity.unit == "%" else ""
    for scale, name in ((1e9, " billion"), (1e6, " million")):
        if quantity.value >= scale and (quantity.value / scale * 1000).is_integer():
            return f"{sign}{quantity.value / scale:.10g}{name}{behind}"
    return f"{sign}{quantity.value:,.10g}{behind}"
