"""Offices and events that bound the time in which an article can have been written: "president-elect", "incoming".

Public facts only. Each row holds for any article that names it, whatever the subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

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
_AMERICAN = re.compile(r"\b(?:U\.?S\.?|American|United States|White House|Washington)\b")
AROUND = 60
"""Characters around the words in which the country may be named instead of the person."""


def clues(text: str, window: Window) -> Iterator[Clue]:
    """A clue for each officeholder that the text calls elected but not yet in office."""
    seen: set[tuple[tuple[int, int], ...]] = set()
    for match in _BEFORE_OFFICE.finditer(text):
        name = match["a"] or match["b"] or match["c"] or match["d"]
        if name is None and not _AMERICAN.search(text[max(0, match.start() - AROUND) : match.end() + AROUND]):
            continue
        years = ELECTED[name] if name else _elections(window)
        spans = tuple((_election(year).toordinal(), date(year + 1, *EVE).toordinal()) for year in sorted(years))
        if spans and spans not in seen:
            seen.add(spans)
            yield Clue(
                "before_office",
                f"“{' '.join(match[0].split())}”: between the election of a President of the United States"
                " and the inauguration",
                spans,
            )


def years_named(text: str) -> set[int]:
    """The years in which the people whom the text calls elected or incoming were elected."""
    found: set[int] = set()
    for match in _BEFORE_OFFICE.finditer(text):
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
