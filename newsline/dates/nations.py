"""Whose national day it is: "its Independence Day" in a text of Kenya is not the fourth of July."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from newsline.dates import almanac
from newsline.dates.amounts import UNKNOWN_DAY, Vague
from newsline.dates.expression import Expression, Holiday, walk
from newsline.late import late
from newsline.model import TimeExpression

AMERICAN: Final = {
    "independence-day-us": "independence day", "constitution-day-us": "constitution day", "flag-day-us": "flag day",
}  # fmt: skip
"""Days of the United States that other countries have under the same name: key and name."""
MARK: Final = " Day"
"""In every such name as news writes it."""
AMERICA: Final = late(r"\b(?:America(?:ns?)?|U\.S|US|USA|United States|Washington|Philadelphia|New York)\b")
COUNTRY: Final = late(
    r"\b(?:Albania|Algeria|Angola|Argentina|Armenia|Azerbaijan|Bahamas|Bangladesh|Barbados|Belarus|Belize|Bolivia"
    r"|Botswana|Brazil|Bulgaria|Burkina Faso|Burundi|Cambodia|Cameroon|Chad|Chile|Colombia|Congo|Costa Rica|Croatia"
    r"|Cuba|Cyprus|Ecuador|El Salvador|Eritrea|Estonia|Ethiopia|Fiji|Finland|Gabon|Gambia|Georgia|Ghana|Greece"
    r"|Guatemala|Guinea|Guyana|Haiti|Honduras|Iceland|India|Indonesia|Iraq|Ireland|Israel|Ivory Coast|Jamaica|Jordan"
    r"|Kazakhstan|Kenya|Korea|Kosovo|Kuwait|Kyrgyzstan|Laos|Latvia|Lebanon|Lesotho|Liberia|Libya|Lithuania|Madagascar|Malawi"
    r"|Malaysia|Mali|Malta|Mauritania|Mauritius|Mexico|Moldova|Mongolia|Montenegro|Morocco|Mozambique|Myanmar|Namibia"
    r"|Nepal|Nicaragua|Nigeria|Niger|North Macedonia|Norway|Pakistan|Palau|Panama|Papua New Guinea|Paraguay|Peru"
    r"|Philippines|Poland|Rwanda|Samoa|Senegal|Serbia|Sierra Leone|Singapore|Slovakia|Slovenia|Solomon Islands|Somalia"
    r"|Somaliland|South Sudan|Sri Lanka|Sudan|Suriname|Swaziland|Syria|Taiwan|Tajikistan|Tanzania|Togo|Tonga|Trinidad"
    r"|Tunisia|Turkmenistan|Uganda|Ukraine|Uruguay|Uzbekistan|Vanuatu|Venezuela|Vietnam|Yemen|Zambia|Zimbabwe)\b"
)
"""Countries that have an independence day or a constitution day of their own."""
OWNER: Final = late(r"\b([A-Z]\w+(?: [A-Z]\w+)?['’]s|[A-Z]\w+(?:an|ese|ish|ic|i))\s+$")
"""Right before the name, whose day it is: "Kenya's Independence Day", "the Zambian Independence Day"."""
REACH: Final = 40
"""Characters before the name in which its owner stands."""
SHARE: Final = 3
"""So many names of a country there are for each one of the United States in a text that is not of these. Chosen as
with the seasons (`hemisphere`)."""


def owned(found: Sequence[TimeExpression], text: str) -> Sequence[TimeExpression]:
    """The expressions of a text, its national days those of the country that they are of, unknown if that is."""
    if all(MARK not in item.text for item in found):
        return found
    return [_owned(item, text) if MARK in item.text else item for item in found]


def _owned(item: TimeExpression, text: str) -> TimeExpression:
    key = next((part.key for part in walk(item.meaning) if isinstance(part, Holiday) and part.key in AMERICAN), None)
    if key is None:
        return item
    owner = _owner(text, item.start)
    if owner is None or AMERICA.search(owner):
        return item
    other = almanac.lookup(f"{owner} {AMERICAN[key]}")
    return replace(item, meaning=_renamed(item.meaning, key, other) if other else Vague(UNKNOWN_DAY))


def _owner(text: str, start: int) -> str | None:
    """Whose day it is: whoever is named right before it, else the country that the text names most."""
    beside = OWNER.search(text[max(start - REACH, 0) : start])
    if beside:
        return beside[1]
    named = Counter(COUNTRY.findall(text)).most_common(1)
    if not named or named[0][1] < SHARE * len(AMERICA.findall(text)):
        return None
    return f"{named[0][0]}'s"


def _renamed(meaning: Expression, key: str, other: str) -> Expression:
    """A meaning with another named day in the place of one."""
    changed: dict[str, object] = {}
    for name in meaning.__struct_fields__:
        part = getattr(meaning, name)
        if isinstance(part, Holiday) and part.key == key:
            changed[name] = Holiday(other)
        elif isinstance(part, Expression):
            changed[name] = _renamed(part, key, other)
    return replace(meaning, **changed)
