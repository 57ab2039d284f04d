"""Whoever is named in a text and has held an office of which the almanac knows the time."""

from __future__ import annotations

import re
from collections.abc import Sequence
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
    surnames = {word for word in almanac_names.words_of(text) & _last_words() if _terms_of(word)}
    if surnames and _HIGH.search(text):
        named = {name.rpartition(" ")[2].lower() for name in full}
        for surname in sorted(surnames - named):
            place = mention(surname.title()).search(text)
            if place and not _FIRST_NAME.search(text, max(0, place.start() - BEFORE), place.start()):
                full[place[0]] = list(_terms_of(surname))
    return full


@cache
def _last_words() -> frozenset[str]:
    return frozenset(almanac_names.with_last_word("en", "period"))


@cache
def _terms_of(surname: str) -> Sequence[str]:
    """The almanac's keys of the terms of the one person with a surname who held an office; none if several have it."""
    if len(surname) < LONG or not surname.isalpha():
        return ()
    keys = almanac_rows.names("en", "period")
    found: dict[str, list[str]] = {}
    for name in almanac_names.with_last_word("en", "period")[surname]:
        person = almanac_names.person(name)
        if keys[name].endswith(TERM) and " " in person and person.endswith(f" {surname}"):
            found.setdefault(person, []).append(keys[name])
    return tuple(dict.fromkeys(*found.values())) if len(found) == 1 else ()


@cache
def mention(names: str) -> re.Pattern[str]:
    """Some names, parted by bars, as whole words."""
    return re.compile(rf"\b(?:{names})\b")
