"""How old people are: "Mara Ilvest, 21" in one article and "Ilvest, who is 30 now" in another lie nine years apart.

A folder that follows somebody over years often names few of them. All ages of one person are counted from one unknown
birthday, and so bind the articles that tell them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from newsline.dates.english.lexicon import MONTHS, NUMBERS, TENS, WEEKDAYS
from newsline.events.terms import fold
from newsline.late import late
from newsline.publication.clues import normalised

if TYPE_CHECKING:
    from newsline.publication.days import Ints, Reals

YOUNGEST, OLDEST = 10, 109
"""Years that a figure behind a name may mean as an age: lower ones are scores and numbers of rooms."""
LIFETIME = 60
"""Years of age among which a wrong one lies."""
APART = 2
"""Years by which the ages of a person must differ between articles: a difference of one may be a month."""
NEAR = 240
"""Characters before "he was 82" within which the person is named."""
DIRECT, REFERRED = 0.995, 0.98
"""How often an age beside a name is that person's on the day of the article, and one of whoever was named last. Chosen:
of 25 in the folders at hand all are, which is too few to count."""

_NAME = r"[A-Z][\w’'-]+(?: (?:(?:de|di|van|von|der|den|al|bin) )?[A-Z][\w’'-]+)*"
_AGE = r"(?P<age>[1-9]\d|10\d|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]{3,5})?)"
_ENDS = r"(?=[,.;:)\]]|\s*$|\n| now\b| today\b)"
_NO_PLACE = r"(?<!\bin )(?<!\bat )(?<!\bnear )(?<!\bfrom )"
_BETWEEN = r"(?:, (?:aged? |now |who is (?:now )?|who has turned )?| \((?:aged? )?| aged? )"
_BESIDE = late(rf"\b(?=[A-Z]){_NO_PLACE}(?P<name>{_NAME}){_BETWEEN}{_AGE}{_ENDS}")
_OLD = late(rf"\b(?P<age>[1-9]\d|10\d)-year-old (?:[a-z-]+ ){{0,3}}(?P<name>{_NAME})")
_REFERRED = tuple(
    late(pattern)
    for pattern in (
        rf"\b[Hh]e (?:is|was|has turned|is now) {_AGE}{_ENDS}",
        rf"\b[Ss]he (?:is|was|has turned|is now) {_AGE}{_ENDS}",
        rf",? aged {_AGE}{_ENDS}",
        rf"\bwho is (?:now )?{_AGE}{_ENDS}",
        r"\b[Tt]he (?P<age>[1-9]\d)-year-old\b",
    )
)
_CAPITAL = late(_NAME)


class Age(Struct, frozen=True):
    """That somebody is so old on the day of an article."""

    person: str
    years: int
    phrase: str
    """The words that say so, quoted."""
    holds: float
    """How often that is right."""


def told(texts: Sequence[str]) -> list[Age | None]:
    """For each text the age of the person whose ages tell most of the folder's articles apart; None where it has none.

    Nothing at all where the ages of nobody lie `APART` years from each other.
    """
    direct = [list(_beside(text)) for text in texts]
    people = frozenset(one.person for ages in direct for one in ages)
    if not people:
        return [None] * len(texts)
    found = [_by_person(ages, _referred(text, people)) for ages, text in zip(direct, texts, strict=True)]
    holders: Counter[str] = Counter(person for ages in found for person in ages)
    fit = {
        person: max(years) - min(years)
        for person in holders
        if max(years := [ages[person].years for ages in found if person in ages]) - min(years) >= APART
    }
    best = min(fit, key=lambda person: (-holders[person], -fit[person], person), default=None)
    return [ages.get(best) if best else None for ages in found]


def factors(own: Reals, years: Ints, ages: Mapping[int, tuple[int, float]]) -> Mapping[int, Reals]:
    """For each article with an age how well each year fits the ages in the others, up to a factor.

    `own` has the probability of each of `years` (columns) for each article (rows); `ages` the age in each article that
    tells it, by row, and how often it is right. Before the birthday of a year a person is a year younger than after it:
    both are as likely.
    """
    if not ages:
        return {}
    oldest, youngest = max(age for age, _ in ages.values()), min(age for age, _ in ages.values())
    born = np.arange(years[0] - oldest - 1, years[-1] - youngest + 1)
    fits: dict[int, Reals] = {}
    for row, (age, holds) in ages.items():
        apart = years[:, None] - born
        fits[row] = holds * ((apart == age) | (apart == age + 1)) / 2 + (1 - holds) / LIFETIME
    said = {row: np.log(own[row] @ fit) for row, fit in fits.items()}
    whole = np.sum(list(said.values()), axis=0)
    return {row: fit @ normalised(whole - said[row]) for row, fit in fits.items()}


def _by_person(direct: Sequence[Age], referred: Iterator[Age]) -> Mapping[str, Age]:
    """One age of each person; none of somebody who is given two, for one of them is of another time."""
    found: defaultdict[str, dict[int, Age]] = defaultdict(dict)
    for one in (*direct, *referred):
        found[one.person].setdefault(one.years, one)
    return {person: next(iter(ages.values())) for person, ages in found.items() if len(ages) == 1}


def _beside(text: str) -> Iterator[Age]:
    """The ages that stand beside a name."""
    for pattern in (_BESIDE, _OLD) if "-year-old" in text else (_BESIDE,):
        for match in pattern.finditer(text):
            years, person = _years(match["age"]), _person(match["name"])
            if years is not None and person not in WEEKDAYS and person not in MONTHS:
                yield Age(person, years, _quoted(match[0]), DIRECT)


def _referred(text: str, people: frozenset[str]) -> Iterator[Age]:
    """The ages of "he", "she" and "the 23-year-old": of whoever of the people was named last."""
    for pattern in _REFERRED:
        for match in pattern.finditer(text):
            years = _years(match["age"])
            names = [_person(one[0]) for one in _CAPITAL.finditer(text, max(0, match.start() - NEAR), match.start())]
            person = next((name for name in reversed(names) if name in people), None)
            if years is not None and person is not None:
                yield Age(person, years, _quoted(match[0]), REFERRED)


def _years(age: str) -> int | None:
    """The age that figures or words say."""
    tens, _, more = age.partition("-")
    years = int(age) if age.isdecimal() else TENS.get(tens, 0) + (NUMBERS.get(more, 0) if more else 0)
    return years if YOUNGEST <= years <= OLDEST else None


def _person(name: str) -> str:
    """Whom a name means in a folder: the last of its words."""
    return re.sub(r"[’']s?$", "", fold(name.split()[-1]))


def _quoted(text: str) -> str:
    return f"“{' '.join(text.split()).strip(' ,(')}”"
