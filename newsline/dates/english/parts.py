"""Parts of periods: "early May", "the end of last month", "mid-1990s"."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from newsline.dates.english.classes import letter
from newsline.dates.english.grammar import Draft
from newsline.dates.english.lexicon import words
from newsline.dates.english.lists import is_bare
from newsline.dates.english.tokens import Line
from newsline.dates.expression import Month, PartOf
from newsline.model import TimexType

PARTS: Final = {
    "early": "START", "mid": "MID", "late": "END", "middle": "MID", "end": "END", "beginning": "START",
    "start": "START", "close": "END", "outset": "START",
}  # fmt: skip
GLUED: Final = words("mid early late end")
END_LEADS: Final = words("by at until since to from before")
"""Before "end March" they show that it is no verb."""
UNITS: Final = letter("units")
OF: Final = words("end beginning start middle close outset")


def parts(line: Line, drafts: list[Draft]) -> list[Draft]:
    """Such as "early May", "the end of last month", "mid-1990s"."""
    return [_part(line, draft) if draft.type is TimexType.DATE else draft for draft in drafts]


def _part(line: Line, draft: Draft) -> Draft:
    first = draft.first or 0
    before, second = line.lower(first - 1), line.lower(first - 2)
    late = first - 1 - (before == "on")
    if line.lower(late) == "late" and line.kinds[max(late - 1, 0) : late] == UNITS:  # "two hours late on Tuesday"
        return draft
    if before in {"early", "late", "mid"} or (before == "end" and second in END_LEADS and is_bare(draft, Month)):
        start = first - 1
    elif (before in {"-", "–", "on"} and second in GLUED and (second != "end" or before != "on")) or (
        before == "of" and second in OF
    ):
        start, before = first - 2, second
    elif before == "of" and second in {"half", "part"} and line.lower(first - 3) in FIRST_PARTS | LAST_PARTS:
        start, before = first - 3, "start" if line.lower(first - 3) in FIRST_PARTS else "end"
    else:
        return draft
    start, before = _from_part(line, start, before)
    if line.lower(start - 1) == "the" and not (line.lower(first - 1) == "-" and is_bare(draft, Month)):
        start -= 1
    return replace(draft, meaning=PartOf(draft.meaning, PARTS[before]), mod=PARTS[before], first=start)


FIRST_PARTS: Final = words("first early earlier opening")
LAST_PARTS: Final = words("second latter last later late final closing")
"""Before "half of" and "part of"."""


def _from_part(line: Line, start: int, part: str) -> tuple[int, str]:
    """Where "mid-to-late May" and "early to mid-May" begin, and which part that is on the whole."""
    back = start - 1 - (line.lower(start - 1) in {"-", "–"})
    if line.lower(back) not in {"to", "or"}:
        return start, part
    back -= 1 + (line.lower(back - 1) in {"-", "–"})
    if line.lower(back) not in {"early", "mid"}:
        return start, part
    return back, "early" if line.lower(back) == "early" else part
