"""How old somebody is on an article's day: "born in March 1940 ... he was 72", "Nelson Mandela's 94th birthday"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache

from newsline.dates import almanac, almanac_names, almanac_rows
from newsline.dates import span as spans
from newsline.dates.english.lexicon import MONTHS, NUMBERS, ORDINALS, TENS, UNITS
from newsline.dates.span import Span
from newsline.dates.tense import Tense
from newsline.dates.units import Unit
from newsline.late import late
from newsline.publication import happenings, reach, told
from newsline.publication.clues import Clue

BIRTH = "birth of "
"""What the almanac's names of births begin with."""
NEAR = 300
"""Characters between a birth and an age that are one person's. Chosen: a paragraph."""
OLDEST = 110
"""Years of age at most."""
BEFORE, AFTER = 10, 3
"""Days around a birthday in which it is told without a weekday. Chosen."""
_MONTH = "|".join(month.title() for month in MONTHS if len(month) > 3) + "|May"
_BORN = late(
    rf"\b[Bb]orn (?:\w+ ){{0,3}}?(?:on|in) (?:(?P<d>\d{{1,2}}) )?(?:(?P<m>{_MONTH}),? )?(?:(?P<d2>\d{{1,2}}), )?"
    r"(?P<y>1[89]\d\d|20[012]\d)\b"
)
_NUMBER = r"\d{1,3}|[a-z]+ty(?:-[a-z]+)?"
_AGE = late(
    r"(?:\b(?:[Hh]e|[Ss]he) (?:is|was)|\b[Aa]ged|,) (?P<is>[1-9]\d|10\d)(?=[,.;)]|$| when\b)"
    rf"|\bturn(?P<past>s|ed|ing) (?P<turns>{_NUMBER})\b"
    r"|\b(?P<nth>\d{1,3}(?:st|nd|rd|th)|[a-z]+ieth) birthday\b"
)
"""An age, or one that is reached."""
_WHEN = late(r"\b(?:(?P<how>next|this|last) (?P<unit>week|month)|(?P<near>tomorrow|today|yesterday))\b")


def clues(text: str) -> Iterator[Clue]:
    """What ages say that are told beside a birth, and of people whose birthdays the almanac knows."""
    if "orn " in text:
        yield from _from_births(text)
    if "birthday" in text or "turn" in text:
        yield from _of_known(text)


def _from_births(text: str) -> Iterator[Clue]:
    """Where one birth is told with its year, the ages near it."""
    births = list(_BORN.finditer(text))
    if len(births) != 1:
        return
    born, at = _born(births[0]), births[0].start()
    if born is None:
        return
    for age in _AGE.finditer(text, max(0, at - NEAR), births[0].end() + NEAR):
        years = _years(age)
        if not 0 < years <= OLDEST:
            continue
        phrase = f"“{births[0][0]}” and “{age[0].strip(', ')}” tell the year"
        if age["is"]:
            first, last = _later(born.first, years), _later(born.last, years + 1) - timedelta(1)
            yield Clue("calendar", phrase, ((first.toordinal(), last.toordinal()),), strength=STRONG)
        else:
            yield _birthday(
                text, age, Span(_later(born.first, years), _later(born.last, years), born.precision), phrase
            )


STRONG = 2.0
"""Strength of an age beside a birth."""


def _born(match: re.Match[str]) -> Span | None:
    """The day, month or year of a birth; None for no day of the calendar."""
    year, day = int(match["y"]), match["d"] or match["d2"]
    if not match["m"]:
        return spans.year(year)
    month = MONTHS[match["m"].lower()]
    try:
        return spans.day(date(year, month, int(day))) if day else spans.month(year, month)
    except ValueError:
        return None


def _later(day: date, years: int) -> date:
    """The same day of a later year, or the next where a year has none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def _years(age: re.Match[str]) -> int:
    said = (age["is"] or age["turns"] or age["nth"]).lower()
    digits = re.sub(r"\D", "", said)
    if digits:
        return int(digits)
    ten, _, one = said.partition("-")
    return ORDINALS.get(said) or TENS.get(ten, 0) + (NUMBERS.get(one, 0) if one else 0)


def _birthday(text: str, age: re.Match[str], on: Span, phrase: str) -> Clue:
    """What a birthday says, by the words around it."""
    begin, close = told.sentence(text, age.start(), age.end())
    words = text[begin:close]
    first, last = on.ordinals
    if on.is_day:
        ahead = age["past"] in {"s", "ing"}
        if (first - 1) % 7 in told.weekdays(words):
            clue = told.in_week([first], told.tense(words) if ahead else Tense.PAST, phrase)
            if clue:
                return clue
        when = _WHEN.search(words)
        if when:
            unit = Unit.DAY if when["near"] else UNITS[when["unit"]]
            stretch = reach.moved(unit, told.AWAY[when["near"] or when["how"]], on)
            return Clue(told.row(stretch), phrase, (stretch,))
        return Clue(told.WEEKLY, phrase, ((first - BEFORE, last + AFTER),), strength=ALONE)
    return Clue("calendar", phrase, ((first, last),), strength=STRONG)


ALONE = 0.8
"""Strength of a birthday without a weekday: the party may be later."""


def _of_known(text: str) -> Iterator[Clue]:
    """Birthdays of those whose births the almanac knows."""
    for start, end, person in almanac_names.find_places(text, _by_last_word()):
        begin, close = told.sentence(text, start, end)
        age = _AGE.search(text, end, close) if text[start].isupper() else None
        if (
            age is None
            or age["is"]
            or (" " not in person and happenings.has_first_name(text, start))
            or told.tells_year(text[begin:close])
        ):
            continue
        born, years = almanac.event(_births()[person]), _years(age)
        if born and 0 < years <= OLDEST:
            on = Span(_later(born.first, years), _later(born.last, years), born.precision)
            phrase = f"“{' '.join(text[start : age.end()].split())}” is of {on.first.year}"
            yield _birthday(text, age, on, phrase)


@cache
def _births() -> Mapping[str, str]:
    """Whoever has a birth in the almanac, small letters, with its key."""
    named = almanac_rows.names("en", "", "anchor").items()
    return {name.removeprefix(BIRTH): key for name, key in named if name.startswith(BIRTH)}


@cache
def _by_last_word() -> Mapping[str, Sequence[str]]:
    return almanac_names.by_last_word(_births())
