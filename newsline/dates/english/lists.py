"""Expressions that lend each other a part: "May 1, 2 and 3", "March and April 1998", "two days before Christmas"."""

from __future__ import annotations

import re
from typing import Final

from msgspec.structs import replace

from newsline.dates import span as spans
from newsline.dates.english.classes import letter
from newsline.dates.english.grammar import Draft
from newsline.dates.english.lexicon import words
from newsline.dates.english.tokens import Line
from newsline.dates.expression import (
    Ahead,
    Bare,
    Beside,
    Between,
    Dated,
    DayOfMonth,
    Duration,
    Earlier,
    Expression,
    Fixed,
    Holiday,
    Later,
    Month,
    MonthDay,
    Moved,
    Nth,
    PartOf,
    ThatWeekday,
    Unit,
    Weekday,
    Within,
)
from newsline.dates.span import Precision
from newsline.model import TimexType


def is_bare(draft: Draft, *kinds: type) -> bool:
    """Whether it is a repeating date of one of the kinds, alone."""
    return isinstance(draft.meaning, Bare) and isinstance(draft.meaning.repeating, kinds)


def is_day(meaning: Expression) -> bool:
    """Whether a meaning is one day."""
    match meaning:
        case PartOf(inner, _):
            return is_day(inner)
        case Bare(repeating) | Beside(repeating) | Within(repeating):
            return isinstance(repeating, Weekday | MonthDay | Holiday | DayOfMonth)
        case Moved(inner, _, _) | Ahead(inner):
            return is_day(inner)
        case Fixed(span):
            return span.precision is Precision.DAY and span.is_day
        case Dated() | ThatWeekday():
            return True
        case _:
            return Unit.DAY in (getattr(meaning, "of", None), getattr(meaning, "unit", None)) or isinstance(
                getattr(meaning, "of", None), Weekday
            )


QUOTES: Final = frozenset({"“", '"', "``", "‘"})


def is_quoted(line: Line, draft: Draft) -> bool:
    """Whether it belongs to a title between two marks of quotation: the novel "Saturday", the song "Sunday Bells"."""
    first, last = draft.first or 0, draft.last or 0
    begin = next((at for at in range(first, max(first - LONGEST_TITLE, 0), -1) if line.words[at - 1] in QUOTES), 0)
    end = next((at for at in range(last, min(last + LONGEST_TITLE, len(line.words))) if line.words[at] in CLOSING), 0)
    return 0 < begin < end and line.words[begin][0].isupper() and all(map(_is_titled, line.words[begin:end]))


LONGEST_TITLE: Final = 6
"""Words of a title on either side of the date in it."""
SMALL: Final = words("a an and at but by for from in of on or the to with")
"""Words that titles write small."""


def _is_titled(word: str) -> bool:
    return word[0].isupper() or word in SMALL or not word.isalpha()


CLOSING: Final = frozenset({"”", '"', "''", "’"})


def more_days(line: Line, drafts: list[Draft]) -> list[Draft]:
    """Such as "May 1, 2 and 3": the numbers behind a day of a month are days of it too."""
    found: list[Draft] = []
    for index, draft in enumerate(drafts):
        found.append(draft)
        limit = drafts[index + 1].first or 0 if index + 1 < len(drafts) else len(line.words)
        if not is_bare(draft, MonthDay) or line.kinds[(draft.last or 1) - 1] not in DAY_KINDS:
            continue
        month = draft.meaning.repeating.month  # type: ignore[attr-defined]  # is_bare has looked
        at = draft.last or 0
        while match := MORE_DAYS.match(line.kinds, at, limit):
            number = line.value(match.end() - 1)
            if not isinstance(number, int) or not 1 <= number <= 31 or not _ends(line, match.end()):
                break
            at = match.end()
            found.append(Draft(TimexType.DATE, Bare(MonthDay(month, number)), None, at - 1, at))
    return found


def days_before(line: Line, drafts: list[Draft]) -> list[Draft]:
    """Such as "3, 4 and 5 May", "Thursday 20, Saturday 22 and Saturday 29 July": the month holds for all."""
    found: list[Draft] = []
    for draft in drafts:
        own: list[Draft] = []
        at, after = draft.first or 0, _number_of(draft.meaning)
        while after and (match := DAY_BEFORE.search(line.kinds, max(at - LONGEST_ITEM, 0), at)):
            index = match.start("day")
            number = line.value(index)
            if not isinstance(number, int) or not 1 <= number < after:
                break
            at, after = match.start(), number
            own.append(Draft(TimexType.DATE, _with_number(draft.meaning, number), None, at, index + 1))
        if own and (line.lower(at - 1) in LISTED or line.kinds[at] == WEEKDAY_KIND):
            while found and (found[-1].last or 0) > at:
                found.pop()
            found += reversed(own)
        found.append(draft)
    return found


def _number_of(meaning: Expression) -> int:
    """The day of the month that a list may end with; 0 if it is none."""
    match meaning:
        case Dated(_, inner) | Between(inner, _):
            return _number_of(inner)
        case Bare(MonthDay(_, number)):
            return number
        case Fixed(span) if span.precision is Precision.DAY:
            return span.first.day
        case _:
            return 0


def _with_number(meaning: Expression, number: int) -> Expression:
    """The same month's day of another number."""
    match meaning:
        case Dated(_, inner) | Between(inner, _):
            return _with_number(inner, number)
        case Bare(MonthDay(month, _)):
            return Bare(MonthDay(month, number))
        case Fixed(span):
            return Fixed(spans.day(span.first.replace(day=number)))
        case _:
            return meaning


LISTED: Final = words("on of for dates between")
LONGEST_ITEM: Final = 4
"""Tokens of one item of such a list: "Thursday 20 , and"."""
WEEKDAY_KIND: Final = letter("weekday")


DAY_KINDS: Final = letter("num") + letter("nth")
MORE_DAYS: Final = re.compile(f"(?:{letter('comma')}?{letter('and')}|{letter('comma')}|{letter('or')})[{DAY_KINDS}]")


DAY_BEFORE: Final = re.compile(
    f"{WEEKDAY_KIND}?(?P<day>[{DAY_KINDS}])(?:{letter('comma')}{letter('and')}?|{letter('and')}|{letter('or')})$"
)


FOLLOWING: Final = words(
    "and or in at when as the a he she it they to for by with but after before while that which of"
)


def _ends(line: Line, index: int) -> bool:
    """Whether the list may end here: no noun follows that the number would count."""
    return not line.lower(index)[:1].isalpha() or line.lower(index) in FOLLOWING


LISTING: Final = frozenset(
    {"and", "or", "to", "through", "until", "-", "–", ",", "and in", "or in", ", and", "to early"}
)


def years(line: Line, drafts: list[Draft]) -> list[Draft]:
    """Such as "March and April 1998": the year holds for both."""
    found = list(drafts)
    for index in range(len(found) - 2, -1, -1):
        left, right = found[index], found[index + 1]
        if not is_bare(left, Month, MonthDay) or not isinstance(right.meaning, Fixed):
            continue
        span = right.meaning.span
        between = " ".join(word.lower() for word in line.words[left.last : right.first])
        if between in LISTING and span.precision in {Precision.MONTH, Precision.DAY} and isinstance(left.meaning, Bare):
            first = left.meaning.repeating.in_year(span.first.year)
            if first and first[0].first < span.first:
                found[index] = replace(left, meaning=Fixed(first[0]))
    return found


COUNTING: Final = {"before": Earlier, "after": Later, "from": Later, "following": Later}


def counted(line: Line, drafts: list[Draft]) -> list[Draft]:
    """Such as "two days before Christmas", "a week after the election of 4 November" (only right before the date)."""
    found: list[Draft] = []
    for draft in drafts:
        last = found[-1] if found else None
        if last and draft.type is TimexType.DATE and (part := _days_of(line, last, draft)):
            found[-1] = part
            continue
        if draft.type is TimexType.DATE and is_day(draft.meaning):
            if last and (beside := _weekday_beside(line, last, draft)):
                found[-1] = beside
            draft = _beside(line, draft)
            while found and (found[-1].last or 0) > (draft.first or 0):  # "the week" of "the week before Easter"
                found.pop()
            last = found[-1] if found else None
        from_then = line.lower((draft.first or 0) - 1) == "from"
        operator = COUNTING.get(line.lower((draft.first or 0) - 1))
        gap = (draft.first or 0) - (last.last or 0) if last else 0
        if operator and last and line.lower((last.first or 0) - 1) == "for" and not _is_set(line, last.first or 0):
            operator = None  # "out for two weeks from Monday"
        if last and operator and gap == 1 and draft.type is TimexType.DATE and isinstance(last.meaning, Duration):
            (count, unit), *more = last.meaning.parts
            if count and count % 1 == 0 and not more and not last.meaning.anchored and not unit.is_clock:
                base = Ahead(draft.meaning) if from_then and is_bare(draft, Weekday) else draft.meaning
                meaning = operator(int(count), unit, base)
                found[-1] = Draft(TimexType.DATE, meaning, None, last.first, draft.last)
                continue
        found.append(draft)
    return found


def _is_set(line: Line, first: int) -> bool:
    """Whether something was fixed for then: "planned for two days before Christmas"."""
    return line.lower(first - 2) in {"set", "planned", "scheduled", "fixed", "slated", "booked"}


BEGINNING: Final = words("commencing beginning starting ending")


def _weekday_beside(line: Line, left: Draft, draft: Draft) -> Draft | None:
    """Such as "the Sunday after Valentine's Day"."""
    at, first, word = draft.first or 0, left.first or 0, line.lower((draft.first or 0) - 1)
    if word not in {"before", "after"} or left.last != at - 1 or line.lower(first - 1) != "the" or at - first != 2:
        return None
    if line.kinds[first] != WEEKDAY_KIND:
        return None
    return replace(left, meaning=Beside(Weekday(int(str(line.value(first)))), word == "before", draft.meaning))


def _beside(line: Line, draft: Draft) -> Draft:
    """Such as "the eve of Sunday's vote", "the day after Christmas": the day before a day, or after it."""
    at, meaning = draft.first or 0, draft.meaning
    unit, word = line.lower(at - 2), line.lower(at - 1)
    start = at - 2 - (line.lower(at - 3) == "the")
    if (unit, word) == ("eve", "of"):
        return Draft(TimexType.DATE, Earlier(1, Unit.DAY, meaning), None, start, draft.last)
    if line.lower(at - 3) != "the" or unit not in {"day", "week"} or word not in {"before", "after", *BEGINNING}:
        return draft
    if word in BEGINNING:
        if unit == "day":
            return draft
        moved: Expression = Nth(1, Unit.WEEK, meaning)
    elif unit == "day":
        moved = (Earlier if word == "before" else Later)(1, Unit.DAY, meaning)
    else:
        moved = Nth(1, Unit.WEEK, Moved(meaning, -1 if word == "before" else 1, Unit.WEEK))
    return Draft(TimexType.DATE, moved, None, start, draft.last)


ENDINGS: Final = words("final closing dying waning last")
BEGINNINGS: Final = words("first opening early")


def _days_of(line: Line, left: Draft, right: Draft) -> Draft | None:
    """Such as "the final days of April": the end of the month."""
    if (
        not isinstance(left.meaning, Duration)
        or left.meaning.parts[0][0] is not None
        or isinstance(right.meaning, PartOf)
    ):
        return None
    if line.words[left.last : right.first] != ["of"]:
        return None
    first = (left.last or 1) - 2
    part = {True: "END"}.get(line.lower(first) in ENDINGS) or {True: "START"}.get(line.lower(first) in BEGINNINGS)
    if part is None or is_day(right.meaning):
        return None
    start = first - (line.lower(first - 1) == "the")
    return Draft(TimexType.DATE, PartOf(right.meaning, part), part, start, right.last)
