"""Dates beside words that count from the day of publication tell that day outright: "last Friday, 2 September"."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date

from newsline.dates import expression as ex
from newsline.dates import units
from newsline.dates.span import Precision, Span
from newsline.dates.tense import Tense
from newsline.dates.units import Unit
from newsline.model import TimeExpression
from newsline.publication import apposed, evidence, reach
from newsline.publication.amounts import FEW, NEARLY, OVER, PART
from newsline.publication.clues import Clue, Window
from newsline.publication.evidence import core, occurrences
from newsline.publication.layout import PROSE, Found

RIGHT, RIGHT_TODAY = 0.93, 0.5
"""Probability that the words count from the day of publication, and the same of "today (12 April)". Chosen: notices,
listings and letters are printed again (in neither of the two with "today" in T17 is it the day); of the eight others in
T17 and TimeBank one was wrong, by the letter of the amount, and edited prose has hardly any."""
YEAR, DAYS_AT_RANDOM, TEN_YEARS = 365, 1000, 3653
"""Days among which a wrong one lies: of a day without its year, at least; of a day with it, as `metadata` has it; and
of a month or year, which are named for longer (`month_of_year` and `year_past` of weights.json)."""
ROUNDED = {Unit.YEAR: (120, 200), Unit.DECADE: (700, 2500)}
"""Days by which an amount is rounded up and down: "three years ago" is said until the fourth is near. Chosen."""
SHIFTS = {Unit.WEEK, Unit.FORTNIGHT, Unit.WEEKEND, Unit.MONTH, Unit.QUARTER, Unit.YEAR, Unit.DECADE}
"""Units of which "last" and "next" name one as a whole."""


def clues(found: list[Found], window: Window) -> Iterator[Clue]:
    """What the dates of the prose say that stand so; what is said in quotation marks may be of another day."""
    for item in found:
        if item.same is None or item.zone not in PROSE or item.quoted:
            continue
        plain = core(item.expression.meaning)
        named = [*_named(plain, window)]
        runs = [run for when in named if (run := days(item.same, when))]
        to_day = any(when.precision >= Precision.DAY for when in named)
        at_random: float = DAYS_AT_RANDOM if to_day else TEN_YEARS
        if not ex.is_absolute(plain):  # a Friday that is 2 September lies years from the next one
            at_random = max(YEAR, (len(window) + 2 * evidence.MARGIN) / max(1, len(runs)))
        longest = max((last - first + 1 for first, last in runs), default=at_random)
        right = RIGHT_TODAY if _plain(item.same.meaning) == ex.This(Unit.DAY) else RIGHT
        strength = math.log(right / (1 - right) * at_random / longest)
        if runs and longest < at_random and strength > 0:
            words = " ".join(item.same.text.split())
            text = f"{item.phrase} stands beside “{words}”, which counts from the article's own day"
            yield Clue("told_outright", text, tuple(sorted(set(runs))), strength=strength)


def _named(meaning: ex.Expression, window: Window) -> Iterator[Span]:
    """The dates that may be meant: one for each year where none is named, on the weekday that is named."""
    weekday = None
    if isinstance(meaning, ex.Dated):
        weekday, meaning = meaning.weekday, core(meaning.inner)
    if ex.is_absolute(meaning):
        span = meaning.resolve(ex.Anchor(None))
        if span is not None:
            yield span
        return
    for part in ex.walk(meaning):
        if isinstance(part, ex.MonthDay | ex.Month):
            for first, last in occurrences(part, window):
                if weekday is None or (first - 1) % apposed.WEEK == weekday:
                    precision = Precision.DAY if first == last else Precision.MONTH
                    yield Span(date.fromordinal(first), date.fromordinal(last), precision)


def days(same: TimeExpression, when: Span) -> tuple[int, int] | None:
    """The first and the last day (ordinals) of publication from which words mean a date; None if none is."""
    meaning, (first, last) = _plain(same.meaning), when.ordinals
    match meaning:
        case ex.Ago(count=count, unit=unit):
            return _counted(count, unit, same.mod, when)
        case ex.Hence(count=count, unit=unit):
            return _counted(-count, unit, same.mod, when)
        case ex.Last(of=Unit() as unit, count=count) if unit in SHIFTS:
            return reach.of_unit(unit, count, when)
        case ex.Next(of=Unit() as unit, count=count) if unit in SHIFTS:
            return reach.of_unit(unit, -count, when)
        case ex.This(of=Unit() as unit) if unit in SHIFTS:
            whole = reach.of_unit(unit, 0, when)
            if whole is None or same.tense not in {Tense.PAST, Tense.FUTURE}:
                return whole
            return (first, whole[1]) if same.tense is Tense.PAST else (whole[0], last)
        case ex.Last(of=ex.Season()) if when.precision >= Precision.MONTH:
            return last + 1, last + YEAR
    weekday = (last - 1) % apposed.WEEK
    lags = apposed.lags(meaning, same.tense, weekday) if when.days <= apposed.WEEK else ()
    return (last + min(lags), last + max(lags)) if lags else None


def _plain(meaning: ex.Expression) -> ex.Expression:
    """Without a direction or a part: the date beside says more."""
    while True:
        match meaning:
            case ex.Since(inner=inner) | ex.Until(inner=inner) | ex.PartOf(inner=inner) | ex.AtTime(inner=inner):
                meaning = inner
            case _:
                return meaning


def _counted(count: float, unit: Unit, mod: str | None, when: Span) -> tuple[int, int] | None:
    """Days after a date (below zero before it) by an amount, which is the rounder the larger it is."""
    if unit is Unit.YEAR and when.precision is Precision.YEAR:
        return reach.of_unit(unit, round(count), when)
    if unit not in units.APPROXIMATE_DAYS:
        return None
    length = abs(count) * units.APPROXIMATE_DAYS[unit]
    exact = unit is Unit.DAY and mod != "APPROX" and (abs(count) <= FEW or count % 5 != 0)
    slack = 0 if exact else max(1, round(PART * length))
    less, more = ROUNDED.get(unit, (slack, slack))
    least = length if mod in OVER else length - (2 if mod in NEARLY else 1) * less
    most = length if mod in NEARLY else length + (2 if mod in OVER else 1) * more
    first, last = when.ordinals
    return (round(first + least), round(last + most)) if count > 0 else (round(first - most), round(last - least))
