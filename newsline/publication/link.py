"""What an article says with words of its own, tied to a date that is known of what may be the same event."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from newsline.dates import expression as ex
from newsline.dates.span import Precision, Span
from newsline.dates.tense import Tense
from newsline.publication import evidence, reach
from newsline.publication.amounts import Amount
from newsline.publication.clues import Clue, Window

AT_RANDOM = 365
"""Days among which an article lies that is not linked: a link to a stretch of days gains as much as it is shorter. A
folder tells of a year or so. Chosen. For a date with its year they are as many years as the article may be of."""

OPEN = 2.0
"""Years among which an article must lie for a month to date it: where the year is known, such things happen each month.
"""


class Link(Struct, frozen=True):
    """Words of an article and the date that they may mean."""

    mine: ex.Expression | Amount
    tense: Tense
    start: int
    """Where the words stand; links from one place are rivals."""
    phrase: str
    """The words, quoted."""
    theirs: ex.Repeating | Span
    weekday: int | None
    """Of a day of the year: the weekday that is named beside it."""
    named: str
    """The date in words."""
    likeness: float
    odds: float = 0.0
    """The odds that both tell the same event."""
    among: int = AT_RANDOM
    table: str = "told_elsewhere"
    in_full: bool = False
    """Whether the date is named with its year."""
    during: bool = False
    """Whether the date is a month or season, and the words name one of its days."""

    def stretches(self, window: Window) -> list[tuple[int, int]]:
        """The days of publication on which the words would mean the date, in order."""
        if isinstance(self.theirs, Span):
            dates = [self.theirs]
        else:
            runs = evidence.occurrences(self.theirs, window)
            begun = ((date.fromordinal(a), date.fromordinal(b)) for a, b in runs)
            dates = [Span(a, b, Precision.DAY) for a, b in begun if self.weekday in {None, a.weekday()}]
        days = reach.during if self.during else reach.days
        found = (days(self.mine, self.tense, one) for one in dates)
        return sorted({one for one in found if one})

    def clue(self, window: Window, years: float) -> Clue | None:
        """What it says of the days of the window; None where it can mean none of them. `years` as in `clues`."""
        stretches = self.stretches(window) if years >= OPEN or not self.during else []
        if not stretches:
            return None
        longest = max(last - first + 1 for first, last in stretches)
        among = max(self.among, AT_RANDOM * years) if self.in_full else self.among
        gain = max(1.0, among / longest)
        return Clue(
            self.table,
            f"what it tells of {self.phrase} {self.named}",
            tuple(stretches),
            strength=math.log(1 + self.odds * (gain - 1)),
        )


def clues(links: Sequence[Link], window: Window, years: float) -> Iterator[Clue]:
    """What the links of one article say of its day; `years` is among how many it lies as far as the others know."""
    for link in links:
        clue = link.clue(window, years)
        if clue is not None:
            yield clue
