"""What a sentence says of the day of what it tells: its weekday, its month and day, whether that lies ahead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsline.dates.describe import WEEKDAYS
from newsline.dates.tense import Tense
from newsline.late import late
from newsline.publication.clues import Clue

LONGEST = 400
"""Characters to either side of a word in which its sentence begins and ends."""
WEEKLY, SURELY = "told_week", "told_past"
"""The rows of the weights for what is told with its weekday; for what is over by then."""
WEEK = 6
"""Days within which a weekday without a date is meant: a day later, it is the name of that day itself."""
AWAY = {"last": 1, "yesterday": 1, "this": 0, "today": 0, "next": -1, "tomorrow": -1}
"""How many units later than the one that is meant these words are said."""
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_SHORT = (
    "Mr",
    "Ms",
    "Jr",
    "Sr",
    "Mrs",
    "Dr",
    "St",
    "Gen",
    "Gov",
    "Sen",
    *(month.title() for month in MONTHS),
    "Sept",
    "[A-Z]",
)
_END = late(rf"[.!?;\n](?:(?<=\n)|{''.join(rf'(?<!{chr(92)}b{short}[.])' for short in _SHORT)}[”\"’')]*\s)")
"""Where a sentence ends; the full stop of an abbreviation ends none. What begins with a set of letters is looked for by
them, in a third of the time.
"""
_YEAR = re.compile(
    r"(?=[12ydm])\b(?:(?:1[89]|20)\d\d|(?:years?|decades?|months?) (?:ago|earlier|later|before|after))\b"
)
WEEKDAY = late(
    r"(?=[FMSTW])"  # what stands before every letter of a text is dear to look for
    r"(?<!\bthe )(?<!\bthat )(?<!\ba )(?<!\bone )(?<!\bevery )(?<!\beach )(?<!\bsame )(?<!\bprevious )(?<!\bfollowing )"
    rf"\b(?:{'|'.join(WEEKDAYS)})\b"
)
"""A weekday of the article's own week; "that Friday" is of some other."""
_AHEAD = late(
    r"\b(?:will|would|is to|are to|to be|takes|take|choose|chooses|elect|elects|go|goes|votes? on|due|ahead of|before"
    r"|upcoming|coming|next|faces?|until|on the eve of|expected|scheduled|prepar\w+|called)\b"
)
_BEHIND = late(
    r"\b(?:was|were|had|has|have|took|became|won|lost|after|since|last|resigned|quit|voted|chose|elected|gave|went|died"
    r"|swept|defeated|beat|followed|following|results?|turnout)\b"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
_DATE = late(
    rf"\b(?P<a>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<m>{_MONTH})\b"
    rf"|\b(?P<n>{_MONTH})\.? (?P<b>\d{{1,2}})(?:st|nd|rd|th)?\b"
)


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around a stretch of a text begins and ends."""
    begin = max(0, start - LONGEST)
    for mark in _END.finditer(text, begin, start):
        begin = mark.end()
    close = _END.search(text, end, end + LONGEST)
    return begin, close.start() if close else min(len(text), end + LONGEST)


def sentences(text: str) -> Iterator[str]:
    """The sentences and lines of a text."""
    begin = 0
    for mark in _END.finditer(text):
        if not text[begin : mark.start()].isspace():
            yield text[begin : mark.start()]
        begin = mark.end()
    yield text[begin:]


def tells_year(words: str) -> bool:
    """Whether a year stands in the words, or a distance of months or years: then no weekday is this week's."""
    return _YEAR.search(words) is not None


def weekdays(words: str) -> set[int]:
    """The weekdays that are named, 0 for Monday."""
    return {WEEKDAYS.index(found[0]) for found in WEEKDAY.finditer(words)}


def days_of_year(words: str) -> set[tuple[int, int]]:
    """The months and days that are named without a year."""
    found = ((match["m"] or match["n"], match["a"] or match["b"]) for match in _DATE.finditer(words))
    return {(MONTHS.index(month[:3].lower()) + 1, int(day)) for month, day in found}


def tense(words: str) -> Tense:
    """Whether what the words tell lies ahead or is over, as far as they say one of the two."""
    ahead, behind = _AHEAD.search(words) is not None, _BEHIND.search(words) is not None
    return Tense.NONE if ahead == behind else Tense.FUTURE if ahead else Tense.PAST


def row(stretch: tuple[int, int], is_past: bool = False) -> str:
    """The row of the weights for the days on which a text can be written: one day is told by "tomorrow"."""
    return SURELY if is_past or stretch[0] == stretch[1] else WEEKLY


def in_week(days: list[int], when: Tense, reason: str) -> Clue | None:
    """The clue that one of some days lies in the week around the article, before it, after it, or either."""
    if not days:
        return None
    before, after = (0 if when is Tense.PAST else WEEK), (0 if when is Tense.FUTURE else WEEK)
    return Clue(
        SURELY if when is Tense.PAST else WEEKLY,
        reason,
        tuple((day - before, day + after) for day in sorted(set(days))),
    )
