"""By what is named last: news is about what has just happened, and plans are made a few years ahead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from newsline.dates import expression as ex
from newsline.dates import span as spans
from newsline.dates.span import Precision, Span
from newsline.dates.tense import Tense
from newsline.dates.units import Unit
from newsline.publication.clues import Clue
from newsline.publication.layout import PROSE, Found


def latest(found: list[Found]) -> Iterator[Clue]:
    """The latest full date that is not announced, and the latest year: news is about what has just happened."""
    days: list[tuple[int, Found]] = []
    comments: list[tuple[int, Found]] = []
    years: list[tuple[int, Precision, Found]] = []
    for item in found:
        if item.expression.tense is Tense.FUTURE or item.zone == "copyright" or item.born:
            continue
        for part in ex.walk(item.expression.meaning):
            if isinstance(part, ex.Fixed):
                if part.span.is_day and not item.in_tail and not item.returns and item.zone != "caption":
                    (comments if item.zone == "comment" else days).append((part.span.first.toordinal(), item))
                if part.span.precision >= Precision.YEAR and item.zone != "comment":
                    most = Precision.YEAR if item.returns else Precision.DAY
                    years.append((part.span.first.year, min(part.span.precision, most), item))
    if days:
        top, item = max(days, key=lambda pair: pair[0])
        yield Clue("latest_full", f"the latest full date in the text is {item.phrase}", ((top, top),), group=item.told)
    if comments:
        top, item = min(comments, key=lambda pair: pair[0])
        yield Clue("first_comment", f"the first comment below the text is of {item.phrase}", ((top, top),))
    if years:
        year, precision, item = max(years, key=lambda one: one[:2])
        whole = spans.year(year).ordinals
        yield Clue(_year_table(precision, item), f"the latest year named in the text is {year}", (whole,))


def other_years(found: list[Found]) -> Iterator[Clue]:
    """Years of dates beside "August this year": a year that is called so is not named by its number as well."""
    own = next((item for item in found if item.zone in PROSE and not item.quoted and _is_of_this_year(item)), None)
    if own is None:
        return
    for item in found:
        if item.zone in PROSE and item.expression.tense is not Tense.FUTURE and not item.quoted:
            for span in absolute(item.expression.meaning):
                if span.precision > Precision.YEAR and span.first.year == span.last.year:
                    text = f"{item.phrase} is not of the year of {own.phrase}"
                    yield Clue("other_year", text, (spans.year(span.first.year).ordinals,))


def _is_of_this_year(item: Found) -> bool:
    match item.expression.meaning:
        case ex.Within(inner=ex.Month() | ex.MonthDay(), outer=ex.This(of=Unit.YEAR)):
            return item.expression.tense is not Tense.FUTURE
    return False


def soonest_ahead(found: list[Found]) -> Iterator[Clue]:
    """What is to come first, where its year lies after all others that are named: plans are made a few years ahead."""
    ahead: list[tuple[Span, Found]] = []
    latest = 0
    for item in found:
        if item.zone not in {"comment", "copyright"}:
            named = absolute(item.expression.meaning)
            if item.attribute:
                continue
            if item.expression.tense is Tense.FUTURE:
                ahead.extend((span, item) for span in named)
            else:
                latest = max([latest, *(span.last.year for span in named)])
    ahead = [pair for pair in ahead if pair[0].first.year > latest]
    if ahead:
        span, item = min(ahead, key=lambda pair: (pair[0].first, pair[0].last))
        yield Clue("soonest_ahead", item.told, (span.ordinals,))


def _year_table(precision: Precision, item: Found) -> str:
    """How the latest year is named: with a day, with a month, or alone, as history mostly is."""
    if precision >= Precision.DAY:
        return "latest_year"
    if precision > Precision.YEAR:
        return "month_of_year"
    return "year_past" if item.expression.tense is Tense.PAST else "year_named"


def years_named(found: Sequence[Found]) -> set[int]:
    """The years of all absolute dates in the text, those of decades and centuries left out."""
    return {
        year
        for item in found
        for span in absolute(item.expression.meaning)
        for year in (span.first.year, span.last.year)
    }


@lru_cache(maxsize=1 << 14)
def absolute(meaning: ex.Expression) -> tuple[Span, ...]:
    """The days, months and years that an expression names without reference to another date."""
    parts = (part for part in ex.walk(meaning) if isinstance(part, ex.Expression) and ex.is_absolute(part))
    spans = (part.resolve(ex.Anchor(None)) for part in parts)
    return tuple(span for span in spans if span is not None and span.precision >= Precision.YEAR)
