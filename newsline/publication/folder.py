"""What the articles of a folder tell each other about their dates.

Two articles that are alike in their rare names, figures and words mostly tell of the same days: each article's
distribution is multiplied by a mixture of those of its likest neighbours, blurred by how far apart such articles were
published, and of the folder's own density (a folder on one subject has its busy weeks). A mixture, not a product: a
neighbour that is wrong adds a little probability to a wrong day and takes none from the right one. This is repeated
until nothing changes.

In a small folder, where nobody else is there to ask, what the articles that tell the same event say by themselves is
multiplied in as well, each with the probability that it does tell the same. (In large ones that cost more than it gave:
mean log-likelihood -3.27 without, -3.38 with it, on four topics of T17.)
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from operator import mul

from newsline.model import Evidence
from newsline.publication.elapsed import Elapsed
from newsline.publication.held import Held
from newsline.publication.likeness import LARGE, neighbours
from newsline.publication.segments import Segment, add_times, blur, by_day, change, gathered, spread, stretches
from newsline.publication.spread import NEGLIGIBLE, Days, Density, Run


@dataclass(frozen=True, slots=True)
class Coupling:
    """How strongly the articles of a folder speak to each other."""

    near: tuple[float, ...] = (0.30, 0.13, 0.05, 0.03, 0.02, 0.02, 0.02, 0.025)
    """Probability that two alike articles were published 0, 1, 2, ... 7 days apart, to each side (T17, four topics:
    likest neighbours)."""
    one: tuple[float, ...] = (0.45, 0.2, 0.05, 0.015, 0.01)
    """The same for two that tell one event: chosen, the first day's reports, the next morning's papers, stragglers."""
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
    small_trust: float = 0.55
    """The same in a small folder, where the same few articles are asked again and again and all look alike. Chosen on
    the open folders of tests/folders (69 articles): with .7, spans that claim .91 hold the day in .84; with .55 .97."""
    abreast: float = 0.2
    """In a small folder, which tells one story, alike articles speak of one subject rather than of one day: the
    probability that they are as near in time as `near` says. Chosen with `small_trust`."""
    story: float = 30.0
    """Else, their mean distance in days. Chosen with `small_trust`; 60 does as well."""
    doubt: float = 0.03
    """Part of the neighbours' voices that is spread evenly: all of them together may be wrong, and a dateline is not
    overruled by them."""
    even: float = 0.2
    """Part of the density that is spread evenly over the folder's days: any of them may have an article."""
    busy: float = 20.0
    """Mean distance in days over which the folder's density is smoothed, to either side."""
    same: float = 0.25
    """Cosine from which two articles are taken to tell the same event, as likely as not."""
    sure: float = 0.7
    """Probability that they do at twice that cosine."""
    rounds: int = 4
    """Most rounds of messages; more than three change nothing (T17)."""


STORY_DAYS = 120
"""Longest distance in days between two alike articles of a small folder that is considered."""
SETTLED = 0.01
"""Largest change of any article's probability of a day at which the rounds end."""
KNOWN = 0.003
"""Probability of a day below which a neighbour does not mention it."""


class Folder:
    """The articles of a folder and how alike they are."""

    def __init__(self, texts: Sequence[str], coupling: Coupling | None = None, elapsed: Elapsed | None = None) -> None:
        """`elapsed` is asked in a large folder only."""
        self.neighbours = neighbours(texts)
        self.elapsed = elapsed
        self.small = len(texts) <= LARGE
        self.coupling = coupling or Coupling()

    def solve(self, own: Sequence[Days | None], certain: Sequence[bool]) -> list[Days | None]:
        """The distribution of each article in the light of the others; None where nothing tells anything.

        `certain` marks the articles whose distribution is known and stays as it is.
        """
        runs = [Run.of(days) if days else None for days in own]
        beliefs = list(runs)
        # Only a small folder asks what those say that tell one event.
        plain = [by_day(_blurred(belief, self.coupling.one)) if belief and self.small else {} for belief in runs]
        near = _story(self.coupling) if self.small else self.coupling.near
        before: list[list[Segment]] = []
        weighed = runs
        for turn in range(self.coupling.rounds):
            density = Density([belief for belief in beliefs if belief], self.coupling.even, self.coupling.busy)
            if not density.total:
                break
            blurred = [_blurred(belief, near) if belief else [] for belief in beliefs]
            if self.elapsed and turn == 1:
                weighed = self.elapsed.weigh(runs, beliefs, density)
            elif before and all(change(*pair) < SETTLED for pair in zip(before, blurred, strict=True)):
                break
            before = blurred
            beliefs = [
                mine if sure else self._told(index, mine or density.anywhere(), beliefs[index], blurred, plain, density)
                for index, (mine, sure) in enumerate(zip(weighed, certain, strict=True))
            ]
        alone = 0.0 if self.small else self.coupling.alone
        return [
            Held(_beside(mine, belief.days(), 0.0 if sure else alone)) if belief else None
            for mine, belief, sure in zip(runs, beliefs, certain, strict=True)
        ]

    def agreement(self, mine: Days, theirs: Days) -> float:
        """The probability that two alike articles with these distributions would have such days."""
        near = self.coupling.near
        steps = [(step, near[abs(step)]) for step in range(1 - len(near), len(near))]
        heard = {day: share for day, share in theirs.items() if share >= KNOWN}
        total = 0.0
        for day, share in mine.items():
            if share >= KNOWN:
                for step, weight in steps:
                    if day + step in heard:
                        total += share * heard[day + step] * weight
        return total

    def counted(self, index: int, days: Days | None) -> list[Evidence]:
        """What an article's counts from the folder's first day say for its days."""
        return self.elapsed.reasons(index, days) if self.elapsed and days else []

    def _is_same(self, neighbour: tuple[int, float], plain: Sequence[Days]) -> bool:
        return self.small and neighbour[1] >= self.coupling.same and bool(plain[neighbour[0]])

    def _told(
        self,
        index: int,
        mine: Run,
        current: Run | None,
        blurred: Sequence[Sequence[Segment]],
        plain: Sequence[Days],
        density: Density,
    ) -> Run:
        """An article's own distribution times what the others say."""
        cuts = stretches(mine.dates)
        filled = spread(mine.dates, density.beside(mine, current, self.coupling.background), cuts)
        said = 0.0
        joined = [pair for pair in self.neighbours[index] if self._is_same(pair, plain)]
        for other, likeness in self.neighbours[index]:
            if (other, likeness) in joined:
                continue
            voice = likeness**self.coupling.power
            said += voice if blurred[other] else 0.0
            for segment in blurred[other]:
                add_times(filled, segment, voice)
        doubt = self.coupling.doubt * said / mine.size
        voices = [voice + doubt for voice in gathered(mine.dates, filled, cuts)]
        for other, likeness in joined:
            _join(voices, mine, plain[other], _link(likeness, self.coupling))
        trust = self.coupling.small_trust if self.small else self.coupling.trust
        if trust == 1.0:
            raw = list(map(mul, mine.shares, voices))
        else:
            raw = [share * voice**trust for share, voice in zip(mine.shares, voices, strict=True)]
        total = math.fsum(raw)
        return Run(mine.dates, array("d", [value / total for value in raw])) if total else mine


def _beside(mine: Run | None, told: dict[int, float], alone: float) -> dict[int, float]:
    """What all say together, and a part of what the article says alone."""
    if mine is None or not alone:
        return told
    days = {day: (1 - alone) * share for day, share in told.items()}
    for day, share in zip(mine.dates, mine.shares, strict=True):
        if share * alone > NEGLIGIBLE:
            days[day] = days.get(day, 0.0) + alone * share
    return dict(sorted(days.items()))


def _story(coupling: Coupling) -> tuple[float, ...]:
    """The probability that two alike articles of a small folder lie 0, 1, 2, ... days apart, to each side."""
    fall = [math.exp(-distance / coupling.story) for distance in range(STORY_DAYS)]
    near = [*coupling.near, *([0.0] * (STORY_DAYS - len(coupling.near)))]
    by_near = coupling.abreast / (2 * sum(near) - near[0])
    by_fall = (1 - coupling.abreast) / (2 * sum(fall) - fall[0])
    return tuple(by_near * a + by_fall * b for a, b in zip(near, fall, strict=True))


def _link(likeness: float, coupling: Coupling) -> float:
    """The probability that two articles tell the same event."""
    return min(coupling.sure, coupling.sure * likeness / (2 * coupling.same))


def _join(voices: list[float], mine: Run, theirs: Days, link: float) -> None:
    """Multiply by what an article that tells the same event says by itself, with the probability of the link."""
    even = (1 - link) / mine.size
    for index, day in enumerate(mine.dates):
        voices[index] *= even + link * theirs[day] if day in theirs else even


def _blurred(belief: Run, near: Sequence[float]) -> list[Segment]:
    """What a neighbour says: its likely days and those around them."""
    return blur([pair for pair in zip(belief.dates, belief.shares, strict=True) if pair[1] >= KNOWN], near)
