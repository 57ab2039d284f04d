"""What the articles of a folder tell each other about their dates.

Two articles that are alike in their rare names, figures and words mostly tell of the same days: each article's
distribution is multiplied by a mixture of those of its likest neighbours, blurred by how far apart such articles were
published, and of the folder's own density (a folder on one subject has its busy weeks). A mixture, not a product: a
neighbour that is wrong adds a little probability to a wrong day and takes none from the right one. This is repeated
until nothing changes.

In a small folder likeness tells nothing of that: its articles tell one story over months (of 484 pairs of the open
folders of tests/folders with a cosine up to .35 as many are within a week at .3 as at .05), and what the others say of
the time of an article it knows already (`era`). There only copies of one report share a day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from newsline.model import Evidence
from newsline.publication.days import NEGLIGIBLE, Days, summed
from newsline.publication.density import Axis, Density
from newsline.publication.elapsed import Elapsed
from newsline.publication.large import LARGE
from newsline.publication.likeness import neighbours
from newsline.publication.voices import Voice, blurred, change, heard
from newsline.spread import spread

if TYPE_CHECKING:
    from newsline.publication.days import Ints, Reals


class Coupling(Struct, frozen=True):
    """How strongly the articles of a folder speak to each other."""

    near: tuple[float, ...] = (0.30, 0.13, 0.05, 0.03, 0.02, 0.02, 0.02, 0.025)
    """Probability that two alike articles were published 0, 1, 2, ... 7 days apart, to each side (T17, four topics:
    likest neighbours)."""
    one: tuple[float, ...] = (0.45, 0.2, 0.05, 0.015, 0.01)
    """The same for two that are copies of one report: chosen, the first day, the next morning's papers, stragglers."""
    power: float = 1.5
    """A neighbour's voice is its cosine to this power: at .3 six in ten are within a day, at .1 two in ten (T17)."""
    background: float = 0.06
    """The voice of the folder's density beside the neighbours'."""
    trust: float = 1.4
    """Power of the mixture beside the article's own clues: neighbours that agree confirm each other, and a mere mixture
    counts them as one. With 1, the modes of T17 claim less than they hold (expected calibration error .057, mean
    log-likelihood -2.30); with 1.4, .031 and -2.21; from 1.6 on they claim more."""
    alone: float = 0.05
    """Part of an article's own distribution that is kept beside what all say together: the neighbours may all be wrong.
    Without it, the spans given for T17's articles hold the day in .90, with it in .93."""
    doubt: float = 0.03
    """Part of the neighbours' voices that is spread evenly: all of them together may be wrong, and a dateline is not
    overruled by them."""
    even: float = 0.2
    """Part of the density that is spread evenly over the folder's days: any of them may have an article."""
    busy: float = 20.0
    """Mean distance in days over which the folder's density is smoothed, to either side."""
    same: float = 0.35
    """Cosine above which two articles of a small folder may be copies of one report. Of seven pairs above, in the open
    folders of tests/folders, the four above .5 have one day."""
    sure: float = 0.9
    """Probability that they are from twice that cosine on."""
    story: float = 60.0
    """Days among which an article of a small folder lies at random. Chosen; 20 to 120 do as well."""
    rounds: int = 4
    """Most rounds of messages; more than three change nothing (T17)."""


SETTLED = 0.01
"""Largest change of any article's probability of a day at which the rounds end."""
CROWD = 150
"""Articles from which the density need not leave out the one that asks."""


class _Round(Struct, frozen=True):
    """What is known when the articles hear each other."""

    density: Density
    beliefs: Sequence[Days | None]
    """What is believed of each article; empty where the density is that of a crowd."""
    voices: Sequence[Voice | None]
    """What each says by now."""


class Folder:
    """The articles of a folder and how alike they are."""

    def __init__(
        self, texts: Sequence[str], coupling: Coupling | None = None, elapsed: Elapsed | None = None, jobs: int = 1
    ) -> None:
        """`elapsed` is asked in a large folder only; up to `jobs` processes work on it."""
        self.neighbours = neighbours(texts, jobs)
        self._jobs = jobs
        self.elapsed = elapsed
        self.small = len(texts) <= LARGE
        self.coupling = coupling or Coupling()

    def solve(self, own: Sequence[Days | None], certain: Sequence[bool]) -> list[Days | None]:
        """The distribution of each article in the light of the others; None where nothing tells anything.

        `certain` marks the articles whose days are known, to which the others have nothing to say.
        """
        if not any(own):
            return list(own)
        unsure = [index for index, sure in enumerate(certain) if not sure]
        return self._copied(own, unsure) if self.small else self._solved(own, unsure)

    def copies(self, index: int) -> list[tuple[int, float]]:
        """The articles of a small folder that may be copies of the same report, and the probability that they are."""
        same, sure = self.coupling.same, self.coupling.sure
        near = self.neighbours[index]
        return [(other, sure * min(1.0, likeness / same - 1)) for other, likeness in near if likeness > same]

    def _copied(self, own: Sequence[Days | None], unsure: Sequence[int]) -> list[Days | None]:
        """The distributions of a small folder's articles by those of their copies."""
        axis = Axis([days for days in own if days])
        voices = [*blurred(own, np.array(self.coupling.one), axis)]
        found = list(own)
        for index in unsure:
            days = own[index]
            said = [(link, voice) for other, link in self.copies(index) if (voice := voices[other])]
            if days and said:
                places = axis.places_of(days)
                raw = days.shares.astype(np.float64)
                for link, voice in said:
                    raw *= (1 - link) / self.coupling.story + link * voice.on(axis)[places]
                found[index] = Days.likely(days.dates, raw / raw.sum())
        return found

    def _solved(self, own: Sequence[Days | None], unsure: Sequence[int]) -> list[Days | None]:
        """The distributions of a large folder's articles by those of their neighbours."""
        beliefs, weighed = list(own), list(own)
        axis, coupling = Axis([days for days in own if days]), self.coupling
        voices: list[Voice | None] = [None] * len(own)
        for turn in range(coupling.rounds):
            density = Density(axis, [belief for belief in beliefs if belief], coupling.even, coupling.busy)
            settled = turn > 0
            for index, voice in enumerate(blurred(beliefs, np.array(coupling.near), axis)):
                settled = settled and change(voices[index], voice, axis) < SETTLED
                voices[index] = voice
            if self.elapsed and turn == 1:
                weighed = self.elapsed.weigh(own, beliefs, density)
            elif settled:
                break
            asked = () if density.total > CROWD else beliefs  # those of thousands take much room
            told = _Round(density, asked, voices)
            beliefs = list(weighed)  # what was believed before is let go
            for index, days in zip(unsure, spread(partial(self._hear, weighed, told), unsure, self._jobs), strict=True):
                beliefs[index] = days
        mixed = spread(partial(self._mixed, own, beliefs), unsure, self._jobs)
        for index, whole in zip(unsure, mixed, strict=True):
            beliefs[index] = whole
        return beliefs

    def agreements(self, mine: Days, theirs: Sequence[Days]) -> list[float]:
        """The probability that two alike articles with these likely days would have such days, for each of theirs."""
        if not mine:  # no day of it is likely
            return [0.0] * len(theirs)
        near = np.array(self.coupling.near)
        steps = np.arange(1 - len(near), len(near))
        first, size = int(mine.dates[0]) - len(near), mine.reach + 2 * len(near)
        said = summed(mine.dates[:, None] + steps - first, mine.shares[:, None] * near[np.abs(steps)], size)
        places = (np.concatenate([one.dates for one in theirs]) - first).clip(0, size - 1)  # 0 is said of both ends
        shared = said[places] * np.concatenate([one.shares for one in theirs])
        rows = np.arange(len(theirs)).repeat([len(one) for one in theirs])
        found: list[float] = summed(rows, shared, len(theirs)).tolist()
        return found

    def counted(self, index: int, days: Days | None) -> list[Evidence]:
        """What an article's counts from the folder's first day say for its days."""
        return self.elapsed.reasons(index, days) if self.elapsed and days else []

    def _hear(self, own: Sequence[Days | None], told: _Round, some: Sequence[int]) -> Iterator[Days]:
        """The own distributions of some articles (by index) times what the others say."""
        return (self._heard(index, own[index], told) for index in some)

    def _mixed(
        self, own: Sequence[Days | None], beliefs: Sequence[Days | None], some: Sequence[int]
    ) -> Iterator[Days | None]:
        """What is believed of some articles (by index) beside a part of what each says by itself."""
        for index in some:
            mine, belief = own[index], beliefs[index]
            yield belief.beside(mine, self.coupling.alone, NEGLIGIBLE) if mine and belief else belief

    def _heard(self, index: int, own: Days | None, told: _Round) -> Days:
        """The same of one."""
        axis, coupling = told.density.axis, self.coupling
        near = ((likeness**coupling.power, told.voices[other]) for other, likeness in self.neighbours[index])
        said = [(strength, voice) for strength, voice in near if voice]
        weight = sum(strength for strength, _ in said)
        mine = own or self._unknown([voice for _, voice in said], axis)
        if not mine:
            return mine
        reach, places = mine.reach if own else axis.length, axis.places_of(mine)
        astray = coupling.doubt * weight
        raw = heard(said, axis)[places] + coupling.background * self._density(index, told, places)
        raw = mine.shares * (raw + astray / reach) ** coupling.trust
        total = raw.cumsum()[-1]
        if not own:  # days that nobody names to an article that names none itself are all alike, and many
            faint = coupling.background / axis.length + astray / reach
            total += (len(axis.anywhere) - len(mine)) * axis.anywhere.highest * faint**coupling.trust
        shares = raw / total if total > 0 else mine.shares
        kept = (shares > NEGLIGIBLE).nonzero()[0]
        return Days(mine.dates[kept], shares[kept].astype(np.float32))

    def _unknown(self, voices: Sequence[Voice], axis: Axis) -> Days:
        """The days of an article that names none: any that it hears of."""
        named = np.zeros(axis.size, dtype=np.bool_)
        for voice in voices:
            named[voice.places] = True
        return axis.anywhere.where(named[axis.places_of(axis.anywhere)])

    def _density(self, index: int, told: _Round, places: Ints) -> Reals:
        """The folder's density on the days of an article, without what that adds to it where it counts."""
        density = told.density
        if density.total > CROWD:
            return density.voice[places]
        without = np.zeros(density.axis.size)
        if belief := told.beliefs[index]:
            without[density.axis.places_of(belief)] = belief.shares
        found: Reals = density.voice_without(without)[places]
        return found
