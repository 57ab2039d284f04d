"""What the time expressions of one article say of the day on which it was written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from newsline.dates import expression as ex
from newsline.dates import units
from newsline.dates.span import Precision, Span
from newsline.model import Tense
from newsline.publication.clues import Clue, Window
from newsline.publication.layout import PROSE, STATED, Found


def clues(found: list[Found], window: Window, common: frozenset[str] = frozenset()) -> list[Clue]:
    """What the expressions say, as clues over the days of the window."""
    result: list[Clue] = []
    for item in found:
        told = _clues_of(item, core(item.expression.meaning), window)
        result.extend(_as_common(told) if item.zone in PROSE and name_of(item) in common else told)
    result.extend(_latest([item for item in found if item.zone not in PROSE or name_of(item) not in common]))
    result.extend(_soonest_ahead(found))
    merged = _merge(_without_contradicted(result))
    merged.extend(_weekdays(found))
    return merged


def _without_contradicted(found: list[Clue]) -> list[Clue]:
    """A feast of which the text says that it is to come is not one of the past: a verb near it was misread."""
    ahead = {clue.spans for clue in found if clue.table in {"feast_future", "feast_ahead"}}
    return [clue for clue in found if clue.table != "feast_past" or clue.spans not in ahead]


def name_of(item: Found) -> str:
    """What a date in the prose is called when articles are compared."""
    return repr(core(item.expression.meaning))


def _as_common(told: Iterator[Clue]) -> Iterator[Clue]:
    """A date that much of the folder names is the subject's, not this article's news: only its order in time counts."""
    for clue in told:
        kind, _, tense = clue.table.partition("_")
        if kind in {"md", "full"} and tense in {"past", "past_lead", "present", "none", "head"}:
            yield replace(clue, table=f"{kind}_common")
        else:
            yield clue


def core(meaning: ex.Expression) -> ex.Expression:
    """The date inside of what only adds a clock time or a direction."""
    while True:
        match meaning:
            case ex.AtTime(inner=inner) | ex.Since(inner=inner) | ex.Until(inner=inner):
                meaning = inner
            case ex.PartOf(inner=inner) if not isinstance(inner, ex.Fixed):
                meaning = inner
            case _:
                return meaning


def _clues_of(item: Found, meaning: ex.Expression, window: Window) -> Iterator[Clue]:
    match meaning:
        case ex.Between(first=first, last=last):
            yield from _clues_of(item, core(first), window)
            yield from _clues_of(item, core(last), window)
        case ex.Dated(weekday=weekday, inner=inner):
            yield from _dated(item, weekday, inner, window)
        case ex.Within(inner=inner, outer=ex.Last() | ex.This() | ex.Next() as outer) if isinstance(
            outer.of, units.Unit
        ):
            yield from _within(item, inner, outer, window)
        case ex.Bare(repeating=repeating):
            yield from _bare(item, repeating, window)
        case ex.Last(of=ex.Month() | ex.Season() as repeating):
            yield _yearly(item, "last_month", repeating, window, "was over not long before")
        case ex.Next(of=ex.Month() | ex.Season() as repeating):
            yield _yearly(item, "next_month", repeating, window, "was to follow")
        case ex.This(of=ex.Month() | ex.Season() as repeating):
            yield _yearly(item, "this_month", repeating, window, "is of the article's own year")
        case ex.This(of=ex.Holiday() as repeating):
            yield _yearly(item, f"feast_{'ahead' if item.ahead else item.tense}", repeating, window)
        case _ if ex.is_absolute(meaning):
            span = meaning.resolve(ex.Anchor(None))
            if span is not None:
                yield from _fixed(item, span)


def _fixed(item: Found, span: Span) -> Iterator[Clue]:
    run = (_ordinals(span),)
    if span.precision >= Precision.DAY:
        yield Clue(_full_table(item), _told(item), run, source="dateline" if item.zone in STATED else "")
    elif span.precision is Precision.MONTH:
        yield Clue(f"fmonth_{item.tense}", _told(item), run)
    elif span.precision in {Precision.HALF, Precision.SEASON, Precision.QUARTER} or (
        span.precision is Precision.YEAR and span.part is not None
    ):
        yield Clue(f"part_year_{item.tense}", _told(item), run)


LEAD = 3
"""Sentences of the body that tell the news of the day: a day told in the past there is nearer than one further down."""


def _direction(item: Found) -> str:
    """Where a date lies, as the names of rows have it: its tense, "past_lead" for the news of the day, or "ahead"."""
    if item.ahead:
        return "ahead"
    return "past_lead" if item.expression.tense is Tense.PAST and item.place < LEAD else item.tense


def _full_table(item: Found) -> str:
    match item.zone:
        case "dateline":
            return "dateline_full"
        case "comment":
            return "comment"
        case "line":
            return "line_head" if item.in_head else "line_body"
        case "stamp":
            return "stamp_head" if item.in_head else "stamp_tail" if item.in_tail else "stamp_body"
        case "caption":
            return "caption"
        case "head" | "tail" if item.expression.tense in {Tense.NONE, Tense.PRESENT}:
            return f"full_{item.zone}"
        case _:
            return f"full_{_direction(item)}"


def _bare(item: Found, repeating: ex.Repeating, window: Window) -> Iterator[Clue]:
    match repeating:
        case ex.MonthDay():
            yield _yearly(item, _md_table(item), repeating, window)
        case ex.Month():
            yield _yearly(item, f"month_{item.tense}", repeating, window)
        case ex.Season() | ex.Quarter() | ex.Half():
            yield _yearly(item, f"season_{item.tense}", repeating, window)
        case ex.Holiday():
            yield _yearly(item, f"feast_{'ahead' if item.ahead else item.tense}", repeating, window)
        case _:
            return


def _md_table(item: Found) -> str:
    match item.zone:
        case "dateline":
            return "dateline_md"
        case "stamp" | "line" if item.in_head:
            return "md_head"
        case "caption":
            return "caption"
        case "head" if item.expression.tense in {Tense.NONE, Tense.PRESENT}:
            return "md_head"
        case _:
            return f"md_{_direction(item)}"


def _yearly(item: Found, table: str, repeating: ex.Repeating, window: Window, how: str = "") -> Clue:
    text = f"{item.phrase} {how}" if how else _told(item)
    return Clue(table, text, occurrences(repeating, window), source="dateline" if item.zone == "dateline" else "")


def _dated(item: Found, weekday: int, inner: ex.Expression, window: Window) -> Iterator[Clue]:
    """A weekday beside a date fixes the year: "Sunday, January 5"."""
    plain = core(inner)
    if not isinstance(plain, ex.Bare):
        yield from _clues_of(item, plain, window)
        return
    for clue in _bare(item, plain.repeating, window):
        allowed = tuple((first - 1) % 7 == weekday for first, _ in clue.spans)
        yield Clue(clue.table, clue.text, clue.spans, strength=1.0)
        text = f"{item.phrase} fits the calendar of few years"
        yield Clue("agree", text, clue.spans, allowed=allowed, group=clue.text)
        if isinstance(plain.repeating, ex.Holiday):
            yield Clue("near_week", text, clue.spans, group=clue.text)


def _within(item: Found, inner: ex.Repeating, outer: ex.Last | ex.This | ex.Next, window: Window) -> Iterator[Clue]:
    """For "August last year", say: the article belongs to the year after that August."""
    assert isinstance(outer.of, units.Unit)
    shift = {ex.Last: outer.count if isinstance(outer, ex.Last) else 0, ex.This: 0}.get(
        type(outer), -getattr(outer, "count", 0)
    )
    spans = []
    for first, _ in occurrences(inner, window):
        whole = units.holding(outer.of, date.fromordinal(first), shift)
        spans.append(_ordinals(whole))
    if spans:
        yield Clue("calendar", f"{item.phrase} is counted from the article's own day", tuple(sorted(set(spans))))


@lru_cache(maxsize=4096)
def occurrences(repeating: ex.Repeating, window: Window) -> tuple[tuple[int, int], ...]:
    """All that a repeating period may mean around the window, as ordinals, in order."""
    margin = timedelta(days=400)
    first, last = date.fromordinal(window.first) - margin, date.fromordinal(window.last) + margin
    return tuple(_ordinals(span) for span in repeating.occurrences(first, last))


def _ordinals(span: Span) -> tuple[int, int]:
    return span.first.toordinal(), span.last.toordinal()


def _told(item: Found) -> str:
    match item.zone:
        case "dateline":
            return f"the dateline says {item.phrase}"
        case "line" | "stamp":
            return f"a date line in the text says {item.phrase}"
        case "caption":
            return f"a picture above the text is of {item.phrase}"
        case "comment":
            return f"a reader's comment is of {item.phrase}"
    how = {"past": " lies in the past", "future": " is still to come", "present": " is near"}.get(
        item.tense, " is named"
    )
    return item.phrase + how


def _latest(found: list[Found]) -> Iterator[Clue]:
    """The latest full date that is not announced, and the latest year: news is about what has just happened."""
    days: list[tuple[int, Found]] = []
    comments: list[tuple[int, Found]] = []
    years: list[tuple[int, Precision, Found]] = []
    for item in found:
        if item.expression.tense is Tense.FUTURE:
            continue
        for part in ex.walk(item.expression.meaning):
            if isinstance(part, ex.Fixed):
                if part.span.is_day and not item.in_tail and item.zone != "caption":
                    (comments if item.zone == "comment" else days).append((part.span.first.toordinal(), item))
                if part.span.precision >= Precision.YEAR and item.zone != "comment":
                    years.append((part.span.first.year, min(part.span.precision, Precision.DAY), item))
    if days:
        top, item = max(days, key=lambda pair: pair[0])
        yield Clue(
            "latest_full", f"the latest full date in the text is {item.phrase}", ((top, top),), group=_told(item)
        )
    if comments:
        top, item = min(comments, key=lambda pair: pair[0])
        yield Clue("first_comment", f"the first comment below the text is of {item.phrase}", ((top, top),))
    if years:
        year, precision, item = max(years, key=lambda one: one[:2])
        yield Clue(_year_table(precision, item), f"the latest year named in the text is {year}", (_of_year(year),))


def _soonest_ahead(found: list[Found]) -> Iterator[Clue]:
    """What is to come first, where its year lies after all others that are named: plans are made a few years ahead."""
    ahead: list[tuple[Span, Found]] = []
    latest = 0
    for item in found:
        if item.zone != "comment":
            named = list(absolute(item))
            if item.expression.tense is Tense.FUTURE:
                ahead.extend((span, item) for span in named)
            else:
                latest = max([latest, *(span.last.year for span in named)])
    ahead = [pair for pair in ahead if pair[0].first.year > latest]
    if ahead:
        span, item = min(ahead, key=lambda pair: (pair[0].first, pair[0].last))
        yield Clue("soonest_ahead", _told(item), (_ordinals(span),))


def _of_year(year: int) -> tuple[int, int]:
    return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()


def _year_table(precision: Precision, item: Found) -> str:
    """How the latest year is named: with a day, with a month, or alone, as history mostly is."""
    if precision >= Precision.DAY:
        return "latest_year"
    if precision > Precision.YEAR:
        return "month_of_year"
    return "year_past" if item.expression.tense is Tense.PAST else "year_named"


def _merge(found: list[Clue]) -> list[Clue]:
    """Clues that say the same several times become one; the more there are of a kind, the less each adds."""
    counts: Counter[tuple[object, ...]] = Counter()
    first: dict[tuple[object, ...], Clue] = {}
    for clue in found:
        key = (clue.table, clue.spans, clue.allowed)
        first.setdefault(key, clue)
        counts[key] += 1
    kinds = Counter(clue.table for clue in first.values())
    return [replace(clue, strength=(counts[key] / kinds[clue.table]) ** 0.5) for key, clue in first.items()]


WEEKDAY_REASON = "the text speaks of |: news mostly names the day on which it appears or the day before"
"""The weekdays take the place of the bar."""


def _weekdays(found: list[Found]) -> Iterator[Clue]:
    tables: dict[str, list[tuple[int, Found]]] = {}
    for item in found:
        meaning = core(item.expression.meaning)
        match meaning:
            case ex.Bare(repeating=ex.Weekday(number=number)):
                table = f"wd_{item.tense}"
                if item.expression.tense is Tense.PAST and item.place < LEAD:
                    table = "wd_past_lead" if item.place else "wd_past_first"
            case ex.Last(of=ex.Weekday(number=number)):
                table = "wd_last"
            case ex.Next(of=ex.Weekday(number=number)):
                table = "wd_next"
            case ex.This(of=ex.Weekday(number=number)):
                table = "wd_none"
            case _:
                continue
        tables.setdefault(table, []).append((number, item))
    near: Counter[int] = Counter()
    for table, mentions in tables.items():
        counts = Counter(number for number, _ in mentions)
        total = sum(counts.values())
        if table in {"wd_past", "wd_past_first", "wd_past_lead", "wd_none", "wd_present"}:
            near.update(counts)
        for number, count in sorted(counts.items()):
            yield Clue(table, WEEKDAY_REASON, weekday=number, strength=count / total**0.5)
    if near:
        ranked = near.most_common()
        if len(ranked) == 1 or ranked[0][1] > ranked[1][1]:
            yield Clue("wd_mode", WEEKDAY_REASON, weekday=ranked[0][0])


def years_named(found: Sequence[Found]) -> set[int]:
    """The years of all absolute dates in the text, those of decades and centuries left out."""
    return {year for item in found for span in absolute(item) for year in (span.first.year, span.last.year)}


def absolute(item: Found) -> Iterator[Span]:
    """The days, months and years that an expression names without reference to another date."""
    for part in ex.walk(item.expression.meaning):
        if isinstance(part, ex.Expression) and ex.is_absolute(part):
            span = part.resolve(ex.Anchor(None))
            if span is not None and span.precision >= Precision.YEAR:
                yield span
