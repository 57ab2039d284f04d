"""What is done with the matches of the rules, in this order: each step sees the result of the one before.

1. parts      "early", "the end of", "mid-" before a date become part of it
2. times      a date and a clock time or part of the day that stand together become one
3. ranges     "from A to B", "between A and B"; "since A", "until A"
4. filters    what only looked like an expression goes
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from newsline.dates.english.grammar import Draft
from newsline.dates.english.tokens import Line
from newsline.dates.expression import AtTime, Bare, Month, PartOf, Since, This, Unit, Until, Weekday
from newsline.model import TimexType

PARTS: Final = {
    "early": "START",
    "mid": "MID",
    "late": "END",
    "middle": "MID",
    "end": "END",
    "beginning": "START",
    "start": "START",
    "close": "END",
    "outset": "START",
}
TIME_WORDS: Final = frozenset({"morning", "afternoon", "evening", "night", "overnight"})


def refine(line: Line, drafts: list[Draft]) -> list[Draft]:
    """The time expressions of a sentence from the matches of its rules."""
    if not drafts:
        return drafts
    return [bounded(line, draft) for draft in times(line, [parts(line, draft) for draft in drafts])]


def parts(line: Line, draft: Draft) -> Draft:
    """Such as "early May", "the end of last month", "mid-1990s"."""
    first = draft.first or 0
    before, second = line.lower(first - 1), line.lower(first - 2)
    if draft.type is TimexType.DURATION or draft.type is TimexType.SET:
        return draft
    start = None
    if before in {"early", "late", "mid"}:
        start = first - 1
    elif (before in {"-", "–"} and second in {"mid", "early", "late"}) or (
        before == "of" and second in {"end", "beginning", "start", "middle", "close", "outset"}
    ):
        start, before = first - 2, second
    if start is None or isinstance(draft.meaning, AtTime):
        return draft
    if line.lower(start - 1) == "the" and not (line.lower(first - 1) == "-" and _is_month(draft)):
        start -= 1
    part = PARTS[before]
    return replace(draft, meaning=PartOf(draft.meaning, part), mod=part, first=start)


def _is_month(draft: Draft) -> bool:
    return isinstance(draft.meaning, Bare) and isinstance(draft.meaning.repeating, Month)


def times(line: Line, drafts: list[Draft]) -> list[Draft]:
    """Such as "Sunday night", "tomorrow at noon", "3 p.m. Friday": one expression."""
    found: list[Draft] = []
    for draft in drafts:
        draft = _with_part(line, draft)
        last = found[-1] if found else None
        joined = _joined(line, last, draft) if last else None
        if joined:
            found[-1] = joined
        else:
            found.append(draft)
    return found


def _with_part(line: Line, draft: Draft) -> Draft:
    last = draft.last or 0
    if draft.type is not TimexType.DATE or line.lower(last) not in TIME_WORDS or not _day_like(draft):
        return draft
    suffix = str(line.value(last))
    return replace(draft, type=TimexType.TIME, meaning=AtTime(draft.meaning, suffix), last=last + 1)


def _day_like(draft: Draft) -> bool:
    meaning = draft.meaning
    if isinstance(meaning, PartOf):
        meaning = meaning.inner
    repeating = getattr(meaning, "repeating", None) or getattr(meaning, "of", None)
    if isinstance(repeating, Unit):
        return repeating is Unit.DAY
    return (
        isinstance(repeating, Weekday)
        or type(repeating).__name__ in {"MonthDay", "Holiday", "DayOfMonth"}
        or (type(meaning).__name__ in {"Dated", "Fixed"})
    )


GLUE: Final = frozenset({"", ",", "on", "at", ", at", "of", ", on", "about"})


def _joined(line: Line, left: Draft, right: Draft) -> Draft | None:
    """Two neighbours as one expression, if one is a day and the other a clock time of it."""
    between = " ".join(word.lower() for word in line.words[left.last : right.first])
    if between not in GLUE:
        return None
    for clock, date in ((left, right), (right, left)):
        if clock.type is TimexType.TIME and date.type is TimexType.DATE and _clock_only(clock) and _day_like(date):
            meaning = AtTime(date.meaning, clock.meaning.suffix)  # type: ignore[attr-defined]  # see _clock_only
            return Draft(TimexType.TIME, meaning, None, left.first, right.last)
    return None


def _clock_only(draft: Draft) -> bool:
    return isinstance(draft.meaning, AtTime) and draft.meaning.inner == This(Unit.DAY)


def bounded(line: Line, draft: Draft) -> Draft:
    """Such as "since August", "until Friday": the preposition is no part of the expression, but of its meaning."""
    if draft.type not in {TimexType.DATE, TimexType.TIME}:
        return draft
    before = line.lower((draft.first or 0) - 1)
    if before == "since":
        return replace(draft, meaning=Since(draft.meaning))
    if before in {"until", "till"}:
        return replace(draft, meaning=Until(draft.meaning))
    return draft


__all__ = ["Bare", "refine"]
