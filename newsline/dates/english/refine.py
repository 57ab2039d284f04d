"""What is done with the matches of the rules, in this order: each step sees the result of the one before.

1. parts      "early", "the end of", "mid-" before a date become part of it
2. times      a day and a clock time or part of the day that stand together become one
3. years      "in March and April 1998": the month without a year takes that of its neighbour
4. counted    "two days before Christmas": a duration and a date become one
5. compared   "last year ... the year before" are two years
6. ended      "the quarter ended July 31" is the quarter that ends so
7. clocks     a clock time without a day takes the day that the sentence names
             or a day that is not known: "at 11pm on the night of the murder"
8. ranges     "from A to B", "between A and B", "since A", "until A" give A its meaning; the words stay outside
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from msgspec.structs import replace

from newsline.dates import span as spans
from newsline.dates.amounts import UNKNOWN_DAY
from newsline.dates.english.compared import compared, ended
from newsline.dates.english.grammar import Draft
from newsline.dates.english.lexicon import words
from newsline.dates.english.lists import (
    QUOTES,
    counted,
    days_before,
    is_day,
    is_quoted,
    more_days,
    years,
)
from newsline.dates.english.parts import parts
from newsline.dates.english.tokens import Line
from newsline.dates.english.verbs import BREAKS
from newsline.dates.expression import (
    AtTime,
    Between,
    Expression,
    Fixed,
    RangeEnd,
    Since,
    ToldDay,
    Until,
    Vague,
    needs_of,
)
from newsline.model import TimexType

DATES: Final = frozenset({TimexType.DATE, TimexType.TIME})


def refine(line: Line, drafts: list[Draft]) -> list[Draft]:
    """The time expressions of a sentence from the matches of its rules; what fills a quotation is a title."""
    if not QUOTES.isdisjoint(line.words):
        drafts = [draft for draft in drafts if not is_quoted(line, draft)]
    for step in STEPS:
        if not drafts:
            break
        drafts = step(line, drafts)
    return drafts


TIME_WORDS: Final = frozenset({"morning", "afternoon", "evening", "night", "overnight", "lunchtime"})
LOCAL: Final = re.compile(r"^(?:[a-z]+(?: standard| daylight| summer)? time|eastern|central|mountain|pacific) ?")
"""Whose time it is: "2.46pm local time on Friday"."""
HOURS: Final = words("dawn dusk lunchtime nightfall daybreak sunrise sunset sunup sundown")
"""Told before their day: "dawn on Friday"."""
INFINITIVE: Final = words("to will would")
GLUE: Final = frozenset({"", ",", "on", "at", ", at", "of", ", on", "about", "around", "at about", "at around"})


def times(line: Line, drafts: list[Draft]) -> list[Draft]:
    """Such as "Sunday night", "tomorrow at noon", "3 p.m. Friday", "the night of May 4": one expression."""
    found: list[Draft] = []
    for draft in drafts:
        whole = _with_part(line, draft)
        while found and (found[-1].last or 0) > (whole.first or 0):
            found.pop()  # the words now belong to the longer expression
        joined = (_joined(line, found[-1], whole) or _through_night(line, found[-1], whole)) if found else None
        if joined:
            found[-1] = joined
        else:
            found.append(whole)
    return found


NIGHT: Final = 2
"""Days that a night is of."""


def _with_part(line: Line, draft: Draft) -> Draft:
    """A day with the part of the day behind it, or before it: "the night of ..."."""
    first, last = draft.first or 0, draft.last or 0
    if isinstance(draft.meaning, Between) and is_day(draft.meaning.first) and line.lower(first - 2) == "night":
        draft = replace(draft, meaning=draft.meaning.first)  # "the night of June 3-4" begins on the first
    if isinstance(draft.meaning, Fixed) and draft.meaning.span.days == NIGHT and line.lower(first - 2) == "night":
        draft = replace(draft, meaning=Fixed(spans.day(draft.meaning.span.first)))
    if draft.type is not TimexType.DATE or not is_day(draft.meaning):
        return draft
    if [line.lower(first - back) for back in (2, 1)] == ["hours", "of"] and line.lower(first - 3) in {
        "early",
        "small",
        "wee",
    }:
        start = first - 3 - (line.lower(first - 4) == "the")
        last += line.lower(last) == "morning"
        return Draft(TimexType.TIME, AtTime(draft.meaning, "TMO"), "START", start, last)
    back = 2 if line.lower(first - 1) == "on" else 1
    if line.lower(first - back) in HOURS and line.lower(first - back - 1) not in INFINITIVE:
        meaning = AtTime(draft.meaning, str(line.value(first - back)))
        return replace(draft, type=TimexType.TIME, meaning=meaning, first=first - back)
    if line.lower(last) in TIME_WORDS:
        return replace(draft, type=TimexType.TIME, meaning=AtTime(draft.meaning, str(line.value(last))), last=last + 1)
    if line.lower(first - 1) == "of" and line.lower(first - 2) in TIME_WORDS:
        start = first - 2 - (line.lower(first - 3) == "the")
        meaning = AtTime(draft.meaning, str(line.value(first - 2)))
        return replace(draft, type=TimexType.TIME, meaning=meaning, first=start)
    return draft


def _joined(line: Line, left: Draft, right: Draft) -> Draft | None:
    """Two neighbours as one expression, if one is a day and the other a clock time of it."""
    between = " ".join(word.lower() for word in line.words[left.last : right.first])
    if between not in GLUE and LOCAL.sub("", between) not in GLUE:
        return None
    for clock, day in ((left, right), (right, left)):
        meaning = clock.meaning
        if day.type is TimexType.DATE and is_day(day.meaning) and isinstance(meaning, AtTime) and _dayless(line, clock):
            return Draft(TimexType.TIME, AtTime(day.meaning, meaning.suffix), day.mod, left.first, right.last)
    if isinstance(left.meaning, AtTime) and isinstance(right.meaning, AtTime) and _dayless(line, left):
        suffix, part = left.meaning.suffix, right.meaning.suffix
        if re.fullmatch(r"T\d\d:\d\d", suffix) and part in HALVES:
            return replace(right, meaning=AtTime(right.meaning.inner, _in_part(suffix, part)), first=left.first)
    return None


def _through_night(line: Line, left: Draft, right: Draft) -> Draft | None:
    """Such as "the night of Monday to Tuesday": the night that begins on the Monday."""
    if line.lower(left.last or 0) not in {"to", "into", "-", "–"} or right.first != (left.last or 0) + 1:
        return None
    night, words = left.meaning, line.words[left.first : left.last]
    if not isinstance(night, AtTime) or night.suffix != "TNI" or "of" not in words:
        return None
    return replace(left, last=right.last) if type(right.meaning) is type(night.inner) else None


HALVES: Final = {"TMO": 0, "TAF": 12, "TEV": 12, "TNI": 12}
"""Hours to add to those of a clock of twelve."""


def _in_part(suffix: str, part: str) -> str:
    """The time of "half past three" on an afternoon."""
    hour = int(suffix[1:3])
    late = hour < 12 and not (part == "TNI" and hour < 6)
    return f"T{hour + HALVES[part] * late:02}{suffix[3:]}"


def _dayless(line: Line, draft: Draft) -> bool:
    """Whether a time of the day was told without a day; "tonight" and "this morning" have theirs."""
    meaning = draft.meaning
    return isinstance(meaning, AtTime) and (
        isinstance(meaning.inner, ToldDay) or line.lower(draft.first or 0) == "overnight"
    )


def _day_of(line: Line, draft: Draft) -> Expression | None:
    """The day that an expression names, with a time of the day or without; None if it names none."""
    meaning = draft.meaning
    if draft.type is TimexType.DATE:
        return meaning if is_day(meaning) else None
    return (
        meaning.inner if isinstance(meaning, AtTime) and not _dayless(line, draft) and is_day(meaning.inner) else None
    )


JOINTS: Final = words("and to until till or - –")
"""Between two clock times they give the first the day of the second: "between 3 a.m. and 9 a.m. Thursday"."""


LASTING: Final = words("until till since")


def clocks(line: Line, drafts: list[Draft]) -> list[Draft]:
    """A clock time without a day is of the day that the sentence names before it, or else after it."""
    days = [(draft.first or 0, day) for draft in drafts if (day := _day_of(line, draft))]
    # "The next day" follows the clock; "until Saturday" is no day of "from 6 p.m. to 6 a.m.".
    behind = [(at, day) for at, day in days if "previous" not in needs_of(day) and line.lower(at - 1) not in LASTING]
    found = []
    for draft in drafts:
        meaning = draft.meaning
        if isinstance(meaning, AtTime) and _of_what_happened(line, draft.last or 0):
            draft = replace(draft, meaning=AtTime(Vague(UNKNOWN_DAY), meaning.suffix))
        elif days and isinstance(meaning, AtTime) and _dayless(line, draft):
            joint, last = line.lower(draft.last or 0), draft.last or 0
            before = [day for at, day in days if at < (draft.first or 0) or (at == last + 1 and joint in JOINTS)]
            later = (day for at, day in behind if _is_near(line.lowered[last:at]))
            if day := before[-1] if before else next(later, None):
                draft = replace(draft, meaning=AtTime(day, meaning.suffix))
        found.append(draft)
    return found


def _is_near(between: list[str]) -> bool:
    """Whether the day behind a clock time may be its own: no other clause stands between them, but brackets may."""
    if ")" in between:  # "at 3 p.m. (2000 GMT) on Thursday"
        between = between[between.index(")") + 1 :]
        return not between or between[0] == "on"
    return BREAKS.isdisjoint(between) and not {"and", "or"} & set(between[:-1])


def _of_what_happened(line: Line, last: int) -> bool:
    """Such as "at 11pm on the night of the murder", "on the day she died": which day that was is not told here."""
    last += line.lower(last) in {"on", "of", "in"}
    if line.lower(last) != "the" or line.lower(last + 1) not in TIME_WORDS | {"day"}:
        return False
    return line.lower(last + 2) in HAPPENED


HAPPENED: Final = words("of he she they it that when before after")
"""Behind "the night" or "the day" these tell by what happened which one is meant."""

ENDS: Final = {"from": words("to until till through"), "between": frozenset({"and"})}


def _range(line: Line, before: str, left: Draft, right: Draft) -> bool:
    """Whether two dates are the ends of one run."""
    joint = line.lower(left.last or 0)
    near = right.first == (left.last or 0) + 1
    if not near or isinstance(left.meaning, Vague) or isinstance(right.meaning, Vague):
        return False
    if joint == "through" or (joint in {"-", "–"} and line.glued(right.first or 0)):
        return type(left.meaning) is type(right.meaning) or (is_day(left.meaning) and is_day(right.meaning))
    return joint in ENDS.get(before, ())


def ranges(line: Line, drafts: list[Draft]) -> list[Draft]:
    """The first date of "from A to B" means the run; "since A" and "until A" mean a beginning and an end."""
    found, drafts = [], list(drafts)
    for index, draft in enumerate(drafts):
        before = line.lower((draft.first or 0) - 1)
        right = drafts[index + 1] if index + 1 < len(drafts) else None
        if draft.type not in DATES:
            pass
        elif before == "since":
            draft = replace(draft, meaning=Since(draft.meaning))
        elif before in {"until", "till"} and not isinstance(draft.meaning, RangeEnd):
            draft = replace(draft, meaning=Until(draft.meaning))
        elif right and right.type is draft.type and _range(line, before, draft, right):
            run = Between(draft.meaning, right.meaning)
            draft = replace(draft, meaning=run)
            drafts[index + 1] = replace(right, meaning=RangeEnd(run))
        found.append(draft)
    return found


STEPS: Final[tuple[Callable[[Line, list[Draft]], list[Draft]], ...]] = (
    parts,
    times,
    more_days,
    days_before,
    years,
    counted,
    compared,
    ended,
    clocks,
    ranges,
)
