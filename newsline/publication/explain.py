"""Why an article was dated as it was: the reasons in plain words, the weightiest first.

The weight of a reason is how much better it fits the days that were found than days at random, in nats; below zero it
speaks against them, and says so.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

import numpy as np

from newsline.dates import span as spans
from newsline.dates.describe import WEEKDAYS, describe
from newsline.dates.span import Span
from newsline.model import DatedFrom, Evidence
from newsline.publication import summary
from newsline.publication.clues import Clue, score, scores
from newsline.publication.days import Days
from newsline.publication.folder import Folder
from newsline.publication.voices import KNOWN

RANDOM_DAYS = np.arange(-364, 365, 13)
"""Days beside the likeliest one that stand for days at random: every 13th within a year, all weekdays among them."""
LEAST = 0.25
"""Weight below which a reason is not told: it fits four days about as well as five."""
MOST = 8
"""Reasons told for one article."""
REFUSED = 1.5
"""Nats below the stated day from which the day found contradicts it: more than the day before or after loses."""
LIKELY = 0.01
"""Probability from which a day is one of those that a reason is measured on."""
DECISIVE = 3.0
"""Weight from which metadata, a file name or a dateline is named as the source of the date: twenty to one."""
ALIKE = 0.12
"""Likeness from which another article is named as telling the same; below, half are a week apart (T17)."""
HALF = 0.5
"""Probability of the days of another article that are named."""
LONGEST = 92
"""Days between the first and the last of them at most: to say more of it tells a reader nothing."""
NAMED = 2
"""Other articles named for one."""


def reasons(clues: Sequence[Clue], days: Days) -> list[Evidence]:
    """The reasons that an article's own clues give for its days."""
    groups: dict[str, list[Clue]] = {}
    for clue in clues:
        groups.setdefault(clue.group or clue.text, []).append(clue)
    found = []
    for members, gained in zip(groups.values(), gains(list(groups.values()), days), strict=True):
        if members[0].source and (refused := _refused(members, days.top)):
            found.append(Evidence(f"against this: {members[0].text}", round(-refused, 2)))
        elif abs(gained) >= LEAST:
            text = _text(members)
            found.append(Evidence(text if gained > 0 else f"against this: {text}", round(gained, 2)))
    return sorted(found, key=lambda one: (-abs(one.weight), one.text))[:MOST]


def gains(groups: Sequence[Sequence[Clue]], days: Days) -> list[float]:
    """How much better each group of clues fits the likely days than days at random, in nats."""
    likely = days.above(LIKELY) or days.where(days.dates == days.top)
    dates, places = np.unique(np.concatenate([likely.dates, days.top + RANDOM_DAYS]), return_inverse=True)
    told = scores(groups, [dates] * len(groups)).reshape(len(groups), len(dates))[:, places]
    here = told[:, : len(likely)] @ (likely.shares / likely.total)
    elsewhere = np.log(np.exp(told[:, len(likely) :]).mean(axis=1))
    gained: list[float] = (here - elsewhere).tolist()
    return gained


def _refused(clues: Sequence[Clue], top: int) -> float:
    """How much the likeliest day goes against clues that state a date, in nats; 0 where it agrees."""
    dates = np.unique([top, *(day for clue in clues for span in clue.spans for day in span)])
    told = score(clues, dates)
    lost = float(told.max() - told[dates.searchsorted(top)])
    return lost if lost >= REFUSED else 0.0


def source(clues: Sequence[Clue], days: Days) -> DatedFrom:
    """Where the date comes from: the weightiest clue that states it, else inference."""
    stated = [clue for clue in clues if clue.source]
    gained = gains([[clue] for clue in stated], days) if stated else []
    found = zip(gained, (DatedFrom(clue.source) for clue in stated), strict=True)
    return max([(DECISIVE, DatedFrom.INFERRED), *found])[1]


class Others:
    """What the articles of a folder say for each other's dates. What one says is asked for by many, and made once."""

    def __init__(
        self, folder: Folder, days: Sequence[Days | None], names: Sequence[str], day_share: float = summary.DAY_SHARE
    ) -> None:
        self._folder, self._days, self._names, self._day_share = folder, days, names, day_share
        self._known: dict[int, Days] = {}
        self._when: dict[int, str | None] = {}
        self._summaries: dict[int, tuple[Span | None, float]] = {}

    def summary(self, index: int) -> tuple[Span | None, float]:
        """What `summary.summarise` makes of the days of an article."""
        if index not in self._summaries:
            days = self._days[index]
            self._summaries[index] = summary.summarise(days, self._day_share) if days else (None, 0.0)
        return self._summaries[index]

    def reasons(self, index: int) -> list[Evidence]:
        """The articles that tell the same as one and agree with its date."""
        mine = self._days[index]
        near = self._folder.neighbours[index] if mine else ()
        least = self._folder.coupling.same if self._folder.small else ALIKE
        alike = [(*pair, theirs) for pair in near if pair[1] >= least and (theirs := self._days[pair[0]])]
        if not mine or not alike:
            return []
        likely = [self._likely(other, theirs) for other, _, theirs in alike]
        agreed = self._folder.agreements(self._likely(index, mine), likely)
        found: list[Evidence] = []
        for (other, likeness, theirs), share in zip(alike, agreed, strict=True):
            gained = math.log(share * len(mine) + 1) * min(1.0, likeness / (2 * ALIKE))
            if gained >= LEAST and (when := self._dated(other, theirs)):
                found.append(Evidence(f"it tells much the same as {self._names[other]}, {when}", round(gained, 2)))
                if len(found) == NAMED:
                    break
        return found

    def _likely(self, index: int, days: Days) -> Days:
        if index not in self._known:
            self._known[index] = days.above(KNOWN)
        return self._known[index]

    def _dated(self, index: int, days: Days) -> str | None:
        if index not in self._when:
            self._when[index] = _dated(days, self.summary(index)[0])
        return self._when[index]


def _dated(days: Days, told: Span | None) -> str | None:
    """When another article was published, in words; None where that is not known to the year.

    `told` is what its days come to.
    """
    if told and told.is_day:
        return f"which is of {describe(told)}"
    if told and told.members and (told.last - told.first).days <= LONGEST:  # a run would name days between, too
        return f"which is most likely of {describe(told)}"
    first, last = summary.shortest(days.dates, days.shares.astype(np.float64), HALF)
    if last - first > LONGEST:
        return None
    return f"which is most likely of {describe(spans.rounded(date.fromordinal(first), date.fromordinal(last)))}"


def _text(clues: Sequence[Clue]) -> str:
    """The words for a reason."""
    if not clues[0].weekdays:
        return clues[0].text
    named = list(dict.fromkeys(WEEKDAYS[number] for one in clues for number in one.weekdays))
    return clues[0].text.replace("|", " and ".join([", ".join(named[:-1]), named[-1]] if named[1:] else named))
