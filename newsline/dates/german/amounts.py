"""The rules for German durations, sets, feasts and clock times."""

from __future__ import annotations

import re
from typing import Final

from newsline.dates import almanac, almanac_names, almanac_rows
from newsline.dates.expression import (
    Anniversary,
    AtTime,
    Bare,
    Duration,
    Fixed,
    Holiday,
    Repeated,
    SameAs,
    Unit,
)
from newsline.dates.german import lexicon as words
from newsline.dates.german.absolute import Match, dated, number
from newsline.dates.german.grammar import Draft, Rules
from newsline.model import TimexType

RULES: Final = Rules()
QUANTITY: Final = "(?:(?P<q>" + "|".join(re.escape(name).replace(r"\ ", "<_>") for name in words.QUANTITIES) + ") )?"
HOURS, MINUTES = 24, 59


def amount(match: Match) -> tuple[tuple[float | None, Unit], ...]:
    groups = match.groupdict()
    count = number(groups["n"]) if groups.get("n") else None
    return ((count, words.UNITS[groups["u"].lower()]),)


def quantity(match: Match) -> str | None:
    found = match.groupdict().get("q")
    return words.QUANTITIES[" ".join(found.lower().split())] if found else None


@RULES.add(
    "unit",
    QUANTITY + r"(?P<n><number>) (?P<u><plural>)",
    QUANTITY + r"(?P<n>ein|eine|einen|einem|einer) (?P<u>tag|woche|monat|jahr|jahrzehnt|jahrhundert|stunde|minute)",
    r"(?:<vaguenumber> )(?P<u><plural>)",
    r"(?P<u><plural>)(?!<_>\d)",
)
def duration(match: Match) -> Draft | None:
    return Draft(TimexType.DURATION, Duration(amount(match)), quantity(match))


@RULES.add("unit", r"(?:ein|einem) halbe[sn] jahr")
def half_a_year(match: Match) -> Draft | None:
    return Draft(TimexType.DURATION, Duration(((6, Unit.MONTH),)))


@RULES.add("unit", r"(?:eine|einer) halbe[n]? stunde")
def half_an_hour(match: Match) -> Draft | None:
    return Draft(TimexType.DURATION, Duration(((30, Unit.MINUTE),)))


@RULES.add(
    "unit",
    r"(?:<the> )?(?P<r><last>|<next>) (?:(?P<n><number>) |<vaguenumber> )(?P<u><plural>)",
    r"(?:den|die) (?P<r><last>|<next>) (?P<u><plural>)",
    r"seit (?P<x>(?P<n><number>) (?P<u><unit>))",
)
def anchored(match: Match) -> Draft | None:
    word = (match.groupdict().get("r") or "letzte").lower()
    side = "next" if word.startswith(("nächst", "kommend")) else "past"
    return Draft(TimexType.DURATION, Duration(amount(match), side))


@RULES.add(
    "adjective", r"(?:(?P<d>\d{1,3})-?|(?P<n>[a-zäöüß]+?))(?P<u>minütig|stündig|tägig|wöchig|monatig|jährig)e[nrsm]?"
)
def adjective(match: Match) -> Draft | None:
    """An adjective of length: "dreitägig", "20-jährige Haft"; not the age of "die 20-Jährige"."""
    name = (match["n"] or "").lower()
    unit = words.ADJECTIVE_UNITS[match["u"].lower()]
    if match["u"][0].isupper() or (name and name not in words.NUMBERS and name != "mehr"):
        return None
    count = None if name == "mehr" else float(match["d"]) if match["d"] else words.NUMBERS[name]
    return Draft(TimexType.DURATION, Duration(((count, unit),)))


@RULES.add(
    "unit weekday repeated",
    r"jede[nrs]? (?P<w><weekday>)",
    r"jede[nrs]? (?P<u>tag|woche|monat|jahr|stunde)",
    r"alle (?P<n><number>) (?P<u><plural>)",
    r"(?P<f>einmal|zweimal|dreimal) (?:pro|am|in der|im) (?P<u>tag|woche|monat|jahr)",
    r"(?P<d><weekday>)s",
    r"(?P<a>stündlich|täglich|wöchentlich|monatlich|vierteljährlich|jährlich|alljährlich)(?:e[nrsm]?)?",
)
def repeated(match: Match) -> Draft | None:
    groups = match.groupdict()
    if groups.get("d"):
        if match[0][0].isupper() and match.start() > 0:
            return None
        return Draft(TimexType.SET, Repeated(f"XXXX-WXX-{words.WEEKDAYS[groups['d'].lower()] + 1}", "EVERY"))
    if groups.get("w"):
        return Draft(TimexType.SET, Repeated(f"XXXX-WXX-{words.WEEKDAYS[groups['w'].lower()] + 1}", "EVERY"))
    if groups.get("a"):
        return Draft(TimexType.SET, Repeated(words.ADVERBS[groups["a"].lower()], "EVERY"))
    value = {Unit.HOUR: "PT{}H", Unit.DAY: "P{}D", Unit.WEEK: "P{}W", Unit.MONTH: "P{}M", Unit.YEAR: "P{}Y"}.get(
        words.UNITS[groups["u"].lower()]
    )
    if value is None:
        return None
    if groups.get("f"):
        times = {"einmal": "1X", "zweimal": "2X", "dreimal": "3X"}[groups["f"].lower()]
        return Draft(TimexType.SET, Repeated(value.format(1), None, times))
    count = number(groups["n"]) if groups.get("n") else 1
    return Draft(TimexType.SET, Repeated(value.format(f"{count:g}"), "EVERY"))


INFLECTED: Final = re.compile(r"^(\w+?)(?:er|es)(?=\s)")
"""The adjective that begins a name: "erster Advent" is also "am ersten Advent"."""


def _feasts() -> dict[str, str]:
    """Pattern of a name with the endings that its adjective may have -> its key, the longest name first."""
    names = almanac_rows.names("de")
    longest = sorted(names, key=lambda name: (-len(name), name))
    return {INFLECTED.sub(r"\1e[nmrs]?", re.escape(name).replace(r"\ ", " ")): names[name] for name in longest}


FEASTS: Final = _feasts()
FEAST_PATTERNS: Final = tuple(
    (re.compile(name.replace(" ", r"\s+"), re.IGNORECASE), key) for name, key in FEASTS.items()
)


@RULES.add("feast", rf"(?P<h>{'|'.join(FEASTS)})(?: (?P<y><year>))?")
def feast(match: Match) -> Draft | None:
    key = next((key for pattern, key in FEAST_PATTERNS if pattern.fullmatch(match["h"])), None)
    if key is None or match["h"].islower():  # German nouns are capitalised
        return None
    if happened := almanac.event(key):
        return dated(Fixed(happened)) if not match["y"] else None
    if match["y"]:
        days = almanac.in_year(key, int(match["y"]))
        return dated(Fixed(days[0])) if days else None
    return dated(Bare(Holiday(key)))


WORD: Final = re.compile(r"\w+")
NAME_LENGTH: Final = 80
"""Characters in which the name of a dated fact has to end."""


@RULES.add("relative", r"(?:<the> )?(?P<n>\d{1,3})\. jahrestag (?:des|der|vom|von) (?P<e>\w+)")
def anniversary(match: Match) -> Draft | None:
    """A numbered anniversary of a dated fact: "der 80. Jahrestag des Kriegsendes"."""
    found = in_genitive(match.string, match.start("e"))
    if found is None:
        return None
    key, end = found
    return Draft(TimexType.DATE, Anniversary(int(match["n"]), key), None, match.start(), end)


def in_genitive(text: str, start: int) -> tuple[str, int] | None:
    """The name that begins at a position, though its first word stands in the genitive: its key and its end."""
    word = WORD.match(text, start)
    if word is None:
        return None
    for ending in ("", "s", "es"):
        nominative = word[0].removesuffix(ending)
        if word[0].endswith(ending) and (
            found := almanac_names.name_at(nominative + text[word.end() : start + NAME_LENGTH], 0, "de")
        ):
            return found[0], word.end() + max(0, found[1] - len(nominative))
    return None


@RULES.add(
    "clock spoken",
    r"um (?P<x>(?P<k>halb) (?P<n><number>))(?! (?:jahr|monat|woche|tag|stunde|euro))",
    r"(?:um|gegen) (?P<x>viertel (?P<k>nach|vor) (?P<n><number>))",
)
def spoken(match: Match) -> Draft | None:
    """Such as "halb neun", "Viertel nach acht"."""
    hour, word = number(match["n"]), match["k"].lower()
    if hour != int(hour) or not 1 <= hour <= HOURS // 2:
        return None
    hour, minute = (int(hour), 15) if word == "nach" else (int(hour) - 1, 30 if word == "halb" else 45)
    return Draft(TimexType.TIME, AtTime(SameAs(Unit.DAY), f"T{hour:02}:{minute:02}"))


@RULES.add(
    "clock", r"(?P<h>[01]?\d|2[0-4])(?:[.:](?P<m>[0-5]\d))? uhr(?: (?P<z>MESZ|MEZ|GMT|UTC))?", r"(?P<w>mitternacht)"
)
def clock(match: Match) -> Draft | None:
    hour = int(match["h"]) if match.groupdict().get("h") else HOURS
    minute = int(match.groupdict().get("m") or 0)
    return Draft(TimexType.TIME, AtTime(SameAs(Unit.DAY), f"T{hour:02}:{minute:02}"))
