"""Whoever is named in a text and has held an office of which the almanac knows the time."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from newsline.dates import almanac_names, almanac_rows

TERM = "-term"
"""End of the almanac's keys of times in an office."""
LONG = 5
"""Letters of a surname that stands for a person without the first name. Chosen: shorter ones are too often others."""
_HIGH = re.compile(r"\b(?:[Pp]resident|[Pp]rime [Mm]inister|[Cc]hancellor|[Pp]remier|[Pp]ope|takes office|[Ss]worn)\b")
"""Words of a text that speaks of an office."""
_FIRST_NAME = re.compile(r"[A-ZÀ-Ž][\w.’'-]* $")
"""What stands before a surname that is not alone."""
BEFORE = 40
"""Characters before a surname in which a first name stands."""


def people(text: str) -> dict[str, list[str]]:
    """Whoever is named and has held an office: the name as it stands, with the almanac's keys of the terms.

    A surname alone counts where no other holder of an office has it and the text speaks of an office.
    """
    full = {name: [key for key in keys if key.endswith(TERM)] for name, keys in almanac_names.find_people(text).items()}
    held = almanac_names.words_of(text) & _names()
    if held and _HIGH.search(text):
        named = {name.rpartition(" ")[2].lower() for name in full}
        for surname in sorted(held - named):
            place = mention(surname.title()).search(text)
            if place and not _FIRST_NAME.search(text, max(0, place.start() - BEFORE), place.start()):
                full[place[0]] = list(_surnames()[surname])
    return full


@cache
def _surnames() -> Mapping[str, Sequence[str]]:
    """The surnames that one person alone has among those who held an office, with the almanac's keys of the terms."""
    found: dict[str, set[str]] = {}
    keys: dict[str, list[str]] = {}
    for name, key in almanac_rows.names("en", "period").items():
        person = almanac_names.person(name)
        surname = person.rpartition(" ")[2]
        if key.endswith(TERM) and " " in person and len(surname) >= LONG and surname.isalpha():
            found.setdefault(surname, set()).add(person)
            if key not in keys.setdefault(surname, []):
                keys[surname].append(key)
    return {surname: keys[surname] for surname, some in sorted(found.items()) if len(some) == 1}


@cache
def _names() -> frozenset[str]:
    return frozenset(_surnames())


@cache
def mention(names: str) -> re.Pattern[str]:
    """Some names, parted by bars, as whole words."""
    return re.compile(rf"\b(?:{names})\b")
