"""What reports compare and close: "last year ... the year before", "the quarter ended July 31"."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from msgspec.structs import replace

from newsline.dates.english.grammar import Draft
from newsline.dates.english.lists import is_bare
from newsline.dates.english.tokens import Line
from newsline.dates.expression import (
    Bare,
    Earlier,
    Ending,
    Expression,
    FiscalQuarter,
    Fixed,
    Last,
    Month,
    MonthDay,
    Quarter,
    SameAs,
    Unit,
)
from newsline.dates.span import Precision


def compared(line: Line, drafts: list[Draft]) -> list[Draft]:
    """Such as "last year, compared with the year before": the one before that, which the sentence has named."""
    found = list(drafts)
    for index, (left, right) in enumerate(pairwise(drafts), 1):
        before, told = right.meaning, left.meaning
        if isinstance(before, Earlier) and before.base is None and isinstance(told, Last) and told.of is before.unit:
            found[index] = replace(right, meaning=replace(before, base=told))
    return found


def ended(line: Line, drafts: list[Draft]) -> list[Draft]:
    """Such as "the quarter ended July 31": the end tells which quarter it is."""
    found = list(drafts)
    for index, (left, right) in enumerate(pairwise(drafts)):
        between = [word.lower() for word in line.words[left.last : right.first]]
        if left.meaning == SameAs(Unit.QUARTER) and between[:1] in (["ended"], ["ending"], ["to"]) and len(between) < 3:
            found[index] = replace(left, meaning=FiscalQuarter(Ending(right.meaning), right.meaning))
        elif _is_quarter(left.meaning) and " ".join(between) in QUARTER_ENDS:
            found[index] = replace(left, meaning=FiscalQuarter(left.meaning, right.meaning))
        of_year = " ".join(between) in YEAR_ENDS or [word for word in between[:2] if word != ","][:1] == ["when"]
        if of_year and isinstance(left.meaning, Fixed) and isinstance(right.meaning, Bare):  # "1999, when ... in May"
            own = right.meaning.repeating.in_year(left.meaning.span.last.year)
            if own and is_bare(right, Month, MonthDay) and left.meaning.span.precision is Precision.YEAR:
                found[index + 1] = replace(right, meaning=Fixed(own[0]))
    return found


def _is_quarter(meaning: Expression) -> bool:
    if isinstance(meaning, Fixed):
        return meaning.span.precision is Precision.QUARTER
    return isinstance(meaning, Bare) and isinstance(meaning.repeating, Quarter)


YEAR_ENDS: Final = frozenset(
    f"{comma}{which}{end}"
    for comma in ("", ", ")
    for which in ("", "which ")
    for end in ("ended", "ending", "ended on")
)
"""Between a year and the day that it ended on: "fiscal 1988, ended June 30"."""
QUARTER_ENDS: Final = (
    YEAR_ENDS | {f"{lead} in" for lead in YEAR_ENDS} | {"that ended", "that ended on", "that ended in"}
)
"""The same of a quarter: "its third quarter, which ended in April"."""
