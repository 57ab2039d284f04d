"""Offices and events that bound the time in which an article can have been written: "president-elect", "Pope Francis".

Public facts only, most of them from the almanac. Each row holds for any article that names it, whatever the subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from newsline.dates import almanac
from newsline.dates.span import Span
from newsline.events.concepts import place_of
from newsline.publication.clues import Clue, Window

ELECTION_MONTH, EVE = 11, (1, 19)
"""Presidents of the United States: elected on the Tuesday after the first Monday of November, in office
from 20 January, so elected until the eve (2 U.S.C. 7; Amendment XX)."""
ELECTED = {
    "Trump": (2016, 2024),
    "Biden": (2020,),
    "Obama": (2008,),
    "Bush": (1988, 2000),
    "Clinton": (1992,),
    "Reagan": (1980,),
    "Carter": (1976,),
    "Nixon": (1968,),
}
"""Years in which somebody who did not hold the office was elected President of the United States."""
ELECTION_CYCLE = 4

_NAME = "|".join(ELECTED)
_BEFORE_OFFICE = re.compile(
    rf"\b(?:[Pp]resident[- ][Ee]lect\b(?:,? (?:[A-Z][\w.]*,? ){{0,3}}?(?P<a>{_NAME})\b)?"
    rf"|(?:[Ii]ncoming|[Nn]ewly[- ]elected|[Nn]ew(?:ly)? elected) "
    r"(?:(?:U\.?S\.?|American|United States) )?[Pp]resident\b"
    rf"(?: of the United States)?(?:,? (?:[A-Z][\w.]*,? ){{0,3}}?(?P<b>{_NAME})\b)?"
    rf"|(?P<c>{_NAME})(?:’s|'s)? (?:transition team|incoming administration|[Ii]nauguration\b)"
    rf"|[Ii]ncoming (?P<d>{_NAME}) administration)"
)
_PARTS = (
    *("-elect", "-Elect", "resident elect", "resident Elect", "ncoming "),
    *("ewly elected", "ewly-elected", "ew elected", "transition team", "nauguration"),
)
"""What the pattern needs one of: quicker to look for."""
_AMERICAN = re.compile(r"\b(?:U\.?S\.?|American|United States|White House|Washington)\b")
AROUND = 60
"""Characters around the words in which the country may be named instead of the person."""


TERM, ELECT = "-term", "-president-elect"
"""Ends of the almanac's keys: the time in an office, and that between election and office."""
COUNTRIES = {
    "mexico": "mx",
    "brazil": "br",
    "argentina": "ar",
    "korea": "kr",
    "taiwan": "tw",
    "philippines": "ph",
    "indonesia": "id",
}
"""Countries whose elected presidents the almanac knows, as their people and capitals are grouped, with its keys."""
BEGUN = frozenset({"covid-pandemic"})
"""Periods that are spoken of long after their end, but not before they began."""
_FORMER = re.compile(r"\b(?:[Ff]ormer|[Ee]x|[Ll]ate|[Tt]hen|ousted|deposed|disgraced)[- ](?:[A-Z][\w.]* )?$")
_VICE = re.compile(r"\b(?:[Vv]ice[- ]|(?:[Ii]ncoming|elected|[Nn]ext|[Ff]uture|[Ff]irst) (?:[A-Z][\w.]* )?)$")
BEFORE = 32
"""Characters before a title in which "former", "vice" and "incoming" are looked for."""
_WORD = re.compile(r"[A-Za-zé]+")


def _named(text: str) -> Iterator[re.Match[str]]:
    """Where the text speaks of somebody who was elected but is not yet in office."""
    return _BEFORE_OFFICE.finditer(text) if any(part in text for part in _PARTS) else iter(())


def clues(text: str, window: Window) -> Iterator[Clue]:
    """A clue for each officeholder that the text names, or calls elected but not yet in office."""
    seen: set[tuple[str, tuple[tuple[int, int], ...]]] = set()
    for clue in (*_elected(text, window), *_holding(text)):
        if clue.spans and (clue.table, clue.spans) not in seen:
            seen.add((clue.table, clue.spans))
            yield clue


def _elected(text: str, window: Window) -> Iterator[Clue]:
    for match in _named(text):
        name = match["a"] or match["b"] or match["c"] or match["d"]
        around = text[max(0, match.start() - AROUND) : match.end() + AROUND]
        key = None if name else next(filter(None, map(_country, _WORD.findall(around))), None)
        quoted = f"“{' '.join(match[0].split())}”"
        if key:
            reason = f"{quoted}: between the election of a president and the inauguration"
            yield Clue("before_office", reason, _ordinals(almanac.occurrences(key + ELECT)))
        elif name or _AMERICAN.search(around):
            years = ELECTED[name] if name else _elections(window)
            spans = tuple((_election(year).toordinal(), date(year + 1, *EVE).toordinal()) for year in sorted(years))
            reason = f"{quoted}: between the election of a President of the United States and the inauguration"
            yield Clue("before_office", reason, spans)


def _country(word: str) -> str | None:
    return COUNTRIES.get(place_of(word.lower()) or "")


def _holding(text: str) -> Iterator[Clue]:
    """Whoever is called by an office holds it, and "former" tells that the time in it is over."""
    for start, end, key in almanac.find_periods(text):
        phrase = " ".join(text[start:end].split())
        spans = almanac.occurrences(key)
        if key in BEGUN:
            begun = spans[0].first.toordinal()
            yield Clue("has_begun", f"“{phrase}” has begun", ((begun, begun),))
        if not key.endswith(TERM) or not text[start].isupper():
            continue
        before = text[max(0, start - BEFORE) : start]
        if _VICE.search(before):
            continue
        if not _FORMER.search(before):
            yield Clue("in_office", f"“{phrase}” is named, as in office", _ordinals(spans))
        elif len(spans) == 1 and spans[0].last < almanac.OPEN_END:
            over = spans[0].last.toordinal()
            yield Clue("has_begun", f"“{phrase}” is named as out of office", ((over, over),))


def _ordinals(spans: Iterable[Span]) -> tuple[tuple[int, int], ...]:
    return tuple(span.ordinals for span in spans)


def years_named(text: str) -> set[int]:
    """The years in which the people whom the text calls elected or incoming were elected."""
    found: set[int] = set()
    for match in _named(text):
        name = match["a"] or match["b"] or match["c"] or match["d"]
        found.update(ELECTED.get(name, ()))
    return found


def _elections(window: Window) -> list[int]:
    first, last = date.fromordinal(window.first).year, date.fromordinal(window.last).year
    return [year for year in range(first - 1, last + 1) if year % ELECTION_CYCLE == 0]


def _election(year: int) -> date:
    """The Tuesday after the first Monday of November."""
    first = date(year, ELECTION_MONTH, 1)
    return first + timedelta(days=-first.weekday() % 7 + 1)
