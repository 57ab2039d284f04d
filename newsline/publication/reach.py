"""From which days of publication words like "on Friday", "last month" or "two years ago" mean a given date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from newsline.dates import almanac, almanac_names, units
from newsline.dates import expression as ex
from newsline.dates.repeating import Repeating
from newsline.dates.span import Precision, Span
from newsline.dates.tense import Tense
from newsline.dates.units import Unit
from newsline.late import late
from newsline.publication import evidence
from newsline.publication.amounts import Amount

WEEK = 7
SPOKEN = 9
"""Days after a day within which it is still called "last Friday"; and before it, "next Friday"."""
YEAR = 365
MOVED = (Unit.DAY, Unit.WEEK, Unit.FORTNIGHT, Unit.MONTH, Unit.QUARTER, Unit.YEAR)
"""Units of the calendar that "last" and "next" are said of."""
REMEMBERED = 1 << 15
"""Answers that are kept: the articles of a small folder ask for the same ones in each round, forty for 26,000."""


@lru_cache(maxsize=REMEMBERED)
def days(mine: ex.Expression | Amount, tense: Tense, when: Span) -> tuple[int, int] | None:
    """The first and the last day (ordinals) of publication from which the words mean the date; None if none is."""
    if isinstance(mine, Amount):
        return when.first.toordinal() + mine.least, when.last.toordinal() + mine.most
    plain = evidence.core(mine)
    try:
        match plain:
            case ex.Bare(repeating=repeating) | ex.Last(of=Repeating() as repeating):
                return _repeating(plain, repeating, tense, when)
            case ex.Next(of=Repeating() as repeating):
                return _repeating(plain, repeating, Tense.FUTURE, when)
            case ex.Last(of=Unit() as unit, count=count) if unit in MOVED:
                return of_unit(unit, count, when)
            case ex.This(of=Unit() as unit) if unit in MOVED:
                return of_unit(unit, 0, when)
            case ex.Next(of=Unit() as unit, count=count) if unit in MOVED:
                return of_unit(unit, -count, when)
            case ex.Within(inner=ex.Weekday(number=number), outer=ex.Last() | ex.This() | ex.Next() as outer):
                if outer.of is Unit.WEEK and when.is_day and when.first.weekday() == number:
                    return units.holding(Unit.WEEK, when.first, _counted(outer)).ordinals
            case ex.Within(inner=inner, outer=outer):
                return _within(inner, outer, when)
            case ex.Around(of=ex.Weekday(number=number)) if when.is_day and when.first.weekday() == number:
                return when.first.toordinal() - WEEK + 1, when.first.toordinal() + WEEK - 1
    except (OverflowError, ValueError):
        return None
    return None


def during(mine: ex.Expression | Amount, tense: Tense, when: Span) -> tuple[int, int] | None:
    """The first and the last day of publication from which "on Friday", "today" or "yesterday" is a day of a month or
    season; None for other words.
    """
    first, last = when.ordinals
    match None if isinstance(mine, Amount) else evidence.core(mine):
        case ex.Bare(repeating=ex.Weekday()) if tense is not Tense.FUTURE:
            return first, last + WEEK - 1
        case ex.This(of=Unit.DAY):
            return first, last
        case ex.Last(of=Unit.DAY):
            return first + 1, last + 1
    return None


def is_relative(meaning: ex.Expression | Amount) -> bool:
    """Whether `days` knows the words."""
    if isinstance(meaning, Amount):
        return True
    match evidence.core(meaning):
        case ex.Bare(repeating=ex.Weekday() | ex.Month()) | ex.Last(of=ex.Weekday() | ex.Month()):
            return True
        case ex.Next(of=ex.Weekday() | ex.Month()):
            return True
        case ex.Last(of=Unit() as unit) | ex.This(of=Unit() as unit) | ex.Next(of=Unit() as unit):
            return unit in MOVED
        case ex.Within(inner=ex.Month() | ex.MonthDay(), outer=ex.Last() | ex.This() | ex.Next() as outer):
            return outer.of is Unit.YEAR
        case ex.Within(inner=ex.Weekday(), outer=ex.Last() | ex.This() | ex.Next() as outer):
            return outer.of is Unit.WEEK
        case ex.Around(of=ex.Weekday()):
            return True
    return False


def is_own(meaning: ex.Expression) -> bool:
    """Whether the words count units from the article's own: "today", "yesterday", "this month", "next week"."""
    match evidence.core(meaning):
        case ex.This(of=Unit()) | ex.Next(of=Unit()) | ex.Last(of=Unit.DAY | Unit.WEEK):
            return True
    return False


_OWN = re.compile(r"\b(?:today|tonight|this|overnight)\b", re.I)


def is_today(meaning: ex.Expression | Amount, phrase: str) -> bool:
    """Whether the words mean the article's own day: "today", "this morning"."""
    return _is_this_day(meaning) and _OWN.search(phrase) is not None


def is_clock(meaning: ex.Expression | Amount, phrase: str) -> bool:
    """Whether the words only tell the time of a day: "the afternoon", "at nine"."""
    return _is_this_day(meaning) and _OWN.search(phrase) is None


def _is_this_day(meaning: ex.Expression | Amount) -> bool:
    plain = None if isinstance(meaning, Amount) else evidence.core(meaning)
    return isinstance(plain, ex.This) and plain.of is Unit.DAY


def _repeating(plain: ex.Expression, repeating: Repeating, tense: Tense, when: Span) -> tuple[int, int] | None:
    first, last = when.ordinals
    match repeating:
        case ex.Weekday(number=number) if when.is_day and when.first.weekday() == number:
            if tense is Tense.FUTURE:
                return (first - SPOKEN, first - 1) if isinstance(plain, ex.Next) else (first - WEEK + 1, first)
            if tense is Tense.NONE and isinstance(plain, ex.Bare):  # "Thursday's debate"
                return first - WEEK + 1, first + WEEK - 1
            return (first + 1, first + SPOKEN) if isinstance(plain, ex.Last) else (first, first + WEEK - 1)
        case ex.Month(number=number) if when.first.month == number and when.precision >= Precision.MONTH:
            if tense is Tense.FUTURE:
                return first - YEAR, last
            month = units.holding(Unit.MONTH, when.last)
            return month.last.toordinal() + 1, month.last.toordinal() + YEAR
    return None


def of_unit(unit: Unit, count: int, when: Span) -> tuple[int, int] | None:
    """The unit `count` later than the one that holds the date: "last month" was said in the month after it.

    None where no one unit holds it.
    """
    return moved(unit, count, when) if units.holding(unit, when.first) == units.holding(unit, when.last) else None


def moved(unit: Unit, count: int, when: Span) -> tuple[int, int]:
    """The units `count` later than those in which the date begins and ends.

    A weekend is this week's until it is over, and the last one for a week.
    """
    last = when.last.toordinal()
    if unit is Unit.WEEKEND and count > 0:
        return last + 1, last + WEEK
    unit = Unit.WEEK if unit is Unit.WEEKEND else unit
    begun, over = (units.holding(unit, day, count).ordinals for day in (when.first, when.last))
    if unit in {Unit.WEEK, Unit.FORTNIGHT} and count > 0:  # on a Sunday, the days just past are last week's
        return max(last + 1, begun[0] - 1), over[1]
    return begun[0], over[1]


def _within(inner: Repeating, outer: ex.Expression, when: Span) -> tuple[int, int] | None:
    if not isinstance(outer, ex.Last | ex.This | ex.Next) or outer.of is not Unit.YEAR:
        return None
    if not any(span.contains(when) for span in inner.in_year(when.first.year)):
        return None
    return of_unit(Unit.YEAR, _counted(outer), when)


def _counted(outer: ex.Last | ex.This | ex.Next) -> int:
    """How many units later than the one that is meant the words were said."""
    return {ex.Last: 1, ex.This: 0}.get(type(outer), -1) * getattr(outer, "count", 1)


_NAME = r"(?:the )?[A-Z][\w’'-]*(?: (?:(?:of|de) )?[A-Z][\w’'-]*)*"
_FORCES = r"(?:army|armies|troops|forces|tanks|soldiers|men|columns)"
DEEDS = (
    ("invaded", rf"\binvaded (?P<name>{_NAME})", "invasion of"),
    ("into", rf"\b{_FORCES}\b[^,;.]{{0,40}}\binto (?P<name>{_NAME})", "invasion of"),
    ("sank|went down|was sunk", rf"(?P<name>{_NAME}) (?:sank|went down|was sunk)\b", "sinking of"),
    (
        "assassinated|shot dead|murdered",
        rf"(?P<name>{_NAME}) (?:was|were) (?:assassinated|shot dead|murdered)\b",
        "assassination of",
    ),
    ("fell", rf"(?P<name>{_NAME}) fell\b", "fall of"),
    ("collapsed|broke up|fell apart", rf"(?P<name>{_NAME}) (?:collapsed|broke up|fell apart)\b", "collapse of"),
    ("died", rf"(?P<name>{_NAME}) died\b", "death of"),
    ("exploded", rf"(?P<name>{_NAME}) exploded\b", "explosion of"),
    ("erupted", rf"(?P<name>{_NAME}) erupted\b", "eruption of"),
)
"""Words, and what a clause says with one of them for what the almanac calls by a noun: "sent its army into Kuwait",
"invasion of Kuwait"."""
_DEEDS = tuple((tuple(verbs.split("|")), late(pattern), noun) for verbs, pattern, noun in DEEDS)
_WORD = re.compile(r"\w+")


def events_named(clause: str) -> Iterator[str]:
    """The keys of the dated facts that a clause names, by their nouns or by a verb."""
    seen: set[str] = set()
    named = (almanac_names.name_at(clause, match.start()) for match in _WORD.finditer(clause))
    keys = [found[0] for found in named if found]
    for verbs, pattern, noun in _DEEDS:
        if any(verb in clause for verb in verbs):
            keys += _by_verb(pattern, noun, clause)
    for key in keys:
        if almanac.is_event(key) and key not in seen:
            seen.add(key)
            yield key


def years_counted(amount: Amount, clause: str) -> Iterator[int]:
    """The years of publication that an amount tells which is counted from a dated fact."""
    for key in events_named(clause):
        span = almanac.event(key)
        if span is not None:
            first, last = span.first.toordinal() + amount.least, span.last.toordinal() + amount.most
            yield from range(date.fromordinal(first).year, date.fromordinal(last).year + 1)


def _by_verb(pattern: re.Pattern[str], noun: str, clause: str) -> Iterator[str]:
    for match in pattern.finditer(clause):
        name = match["name"].removeprefix("the ").removeprefix("The ")
        for article in ("", "the "):
            if key := almanac.lookup(f"{noun} {article}{name}"):
                yield key
