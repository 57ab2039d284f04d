"""Why an article was dated as it was: the reasons in plain words, the weightiest first.

The weight of a reason is how much better it fits the days that were found than days at random, in nats; below zero it
speaks against them, and says so.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date

from newsline.dates import span as spans
from newsline.dates.describe import WEEKDAYS, describe
from newsline.model import DatedFrom, Evidence
from newsline.publication.clues import Clue, weight
from newsline.publication.folder import Folder

CERTAIN = 30.0
"""Weight of a date from the user, in nats."""
RANDOM_DAYS = tuple(range(-364, 365, 13))
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
NAMED = 2
"""Other articles named for one."""


def reasons(clues: Sequence[Clue], days: Mapping[int, float]) -> list[Evidence]:
    """The reasons that an article's own clues give for its days."""
    groups: dict[str, list[Clue]] = {}
    for clue in clues:
        groups.setdefault(clue.group or clue.text, []).append(clue)
    found = []
    likely = likeliest(days)
    for members in groups.values():
        gained = gain(members, likely)
        if members[0].source and (refused := _refused(members, days)):
            found.append(Evidence(f"against this: {members[0].text}", round(-refused, 2)))
            continue
        if abs(gained) >= LEAST:
            text = _text(members, days)
            found.append(Evidence(text if gained > 0 else f"against this: {text}", round(gained, 2)))
    return sorted(found, key=lambda one: (-abs(one.weight), one.text))[:MOST]


def _refused(clues: Sequence[Clue], days: Mapping[int, float]) -> float:
    """How much the likeliest day goes against clues that state a date, in nats; 0 where it agrees."""
    top = _top(days)
    stated = [day for clue in clues for span in clue.spans for day in span]
    best = max(sum(weight(clue, day) for clue in clues) for day in stated)
    lost = best - sum(weight(clue, top) for clue in clues)
    return lost if lost >= REFUSED else 0.0


def likeliest(days: Mapping[int, float]) -> dict[int, float]:
    """The days that a reason is measured on; the likeliest one where none is likely."""
    return {day: share for day, share in days.items() if share >= LIKELY} or {_top(days): 1.0}


def gain(clues: Sequence[Clue], likely: Mapping[int, float]) -> float:
    """How much better the clues fit the `likeliest` days than days at random, in nats."""
    top = _top(likely)
    whole = sum(likely.values())
    here = sum(share * sum(weight(clue, day) for clue in clues) for day, share in likely.items()) / whole
    elsewhere = [math.exp(sum(weight(clue, top + step) for clue in clues)) for step in RANDOM_DAYS]
    return here - math.log(math.fsum(elsewhere) / len(elsewhere))


def _top(days: Mapping[int, float]) -> int:
    """The likeliest day, the first of several."""
    best = max(days.values())
    return min(day for day, share in days.items() if share == best)


def source(clues: Sequence[Clue], days: Mapping[int, float]) -> DatedFrom:
    """Where the date comes from: the weightiest clue that states it, else inference."""
    best = (DECISIVE, DatedFrom.INFERRED)
    likely = likeliest(days)
    for clue in clues:
        if clue.source:
            best = max(best, (gain([clue], likely), DatedFrom(clue.source)))
    return best[1]


def voices(
    folder: Folder, index: int, days: Sequence[Mapping[int, float] | None], names: Sequence[str]
) -> list[Evidence]:
    """The articles that tell the same and agree with the date."""
    mine = days[index]
    if not mine:
        return []
    found: list[Evidence] = []
    for other, likeness in folder.neighbours[index]:
        theirs = days[other]
        if likeness < ALIKE or not theirs or len(found) == NAMED:
            continue
        gained = math.log(folder.agreement(mine, theirs) * len(mine) + 1) * min(1.0, likeness / (2 * ALIKE))
        if gained >= LEAST:
            found.append(Evidence(f"it tells much the same as {names[other]}, {_dated(theirs)}", round(gained, 2)))
    return found


def _dated(days: Mapping[int, float]) -> str:
    top = _top(days)
    value = spans.day(date.fromordinal(top))
    return f"which is of {describe(value)}" if days[top] >= 0.5 else f"which may be of {describe(value)}"


def _text(clues: Sequence[Clue], days: Mapping[int, float]) -> str:
    """The words for a reason, with the date that is meant where one of several is."""
    clue = clues[0]
    if clue.weekday is not None:
        named = list(dict.fromkeys(WEEKDAYS[one.weekday] for one in clues if one.weekday is not None))
        return f"{clue.text.replace('|', ' and '.join([', '.join(named[:-1]), named[-1]] if named[1:] else named))}"
    return clue.text
