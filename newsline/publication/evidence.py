"""What the time expressions of one article say of the day on which it was written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from msgspec.structs import replace

from newsline.dates import expression as ex
from newsline.dates import units
from newsline.dates.span import Precision, Span
from newsline.dates.tense import Tense
from newsline.dates.units import Unit
from newsline.publication import latest
from newsline.publication.clues import Clue, Window
from newsline.publication.layout import PROSE, STATED, Found


def clues(found: list[Found], window: Window, common: frozenset[ex.Expression] = frozenset()) -> list[Clue]:
    """What the expressions say, as clues over the days of the window; for weekdays see `weekdays`."""
    result: list[Clue] = []
    for item in found:
        told = _clues_of(item, core(item.expression.meaning), window)
        result.extend(_as_common(told) if item.zone in PROSE and name_of(item) in common else told)
    result.extend(latest.latest([item for item in found if item.zone not in PROSE or name_of(item) not in common]))
    result.extend(latest.soonest_ahead(found))
    result.extend(latest.other_years(found))
    return _merge(_without_contradicted(result))


def _without_contradicted(found: list[Clue]) -> list[Clue]:
    """A feast of which the text says that it is to come is not one of the past: a verb near it was misread.

    What is to come years from now counts as a plan, not as a date that is near as well.
    """
    ahead = {clue.spans for clue in found if clue.table in {"feast_future", "feast_ahead"}}
    plans = {clue.spans for clue in found if clue.table == "soonest_ahead"}
    return [
        clue
        for clue in found
        if not (clue.table == "feast_past" and clue.spans in ahead)
        and not (clue.table == "part_year_future" and clue.spans in plans)
    ]


def name_of(item: Found) -> ex.Expression:
    """What a date in the prose is called when articles are compared."""
    return core(item.expression.meaning)


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


def _part(meaning: ex.Expression) -> str | None:
    """Which third of a month is meant: "START" for "early May"."""
    while True:
        match meaning:
            case ex.PartOf(inner=ex.Bare(repeating=ex.Month()), part=part):
                return part
            case ex.AtTime(inner=inner) | ex.Since(inner=inner) | ex.Until(inner=inner):
                meaning = inner
            case _:
                return None


def _third(span: tuple[int, int], part: str) -> tuple[int, int]:
    """A third of a stretch of days, as `ex.PartOf` has it."""
    first, last = span
    third = (last - first + 1) // 3
    return first + {"MID": third, "END": last - first + 1 - third}.get(part, 0), {
        "START": first + third - 1,
        "MID": last - third,
    }.get(part, last)


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
                yield from _fixed(item, span, window)


def _fixed(item: Found, span: Span, window: Window) -> Iterator[Clue]:
    run = (span.ordinals,)
    if item.born:
        return
    if item.zone == "copyright":
        yield Clue("copyright", item.told, run)
        return
    if item.returns and span.is_day:
        yield _yearly(item, "feast_none", ex.MonthDay(span.first.month, span.first.day), window, "has its anniversary")
    elif span.precision >= Precision.DAY:
        yield Clue(_full_table(item), item.told, run, source="dateline" if item.zone in STATED else "")
    elif span.precision is Precision.MONTH:
        yield Clue(f"fmonth_{item.tense}", item.told, run)
    elif span.precision in {Precision.HALF, Precision.SEASON, Precision.QUARTER} or (
        span.precision is Precision.YEAR and span.part is not None
    ):
        yield Clue(f"part_year_{item.tense}", item.told, run)


LEAD = 3
"""Sentences of the body that tell the news of the day: a day told in the past there is nearer than one further down."""


def _direction(item: Found) -> str:
    """Where a date lies, as the names of rows have it: its tense, "past_lead" for the news of the day, or "ahead"."""
    if item.ahead:
        return "ahead"
    return "past_lead" if item.expression.tense is Tense.PAST and item.place < LEAD else item.tense


def _is_of_page(item: Found) -> bool:
    """Whether a date near the begin or end of a text may be one that the page printed there."""
    return item.expression.tense in {Tense.NONE, Tense.PRESENT} and not item.led


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
        case "head" | "tail" if _is_of_page(item):
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
        case "head" if _is_of_page(item):
            return "md_head"
        case _:
            return f"md_{_direction(item)}"


def _yearly(item: Found, table: str, repeating: ex.Repeating, window: Window, how: str = "") -> Clue:
    text = f"{item.phrase} {how}" if how else item.told
    spans, part = occurrences(repeating, window), _part(item.expression.meaning)
    if part and isinstance(repeating, ex.Month):
        spans = tuple(_third(span, part) for span in spans)
    return Clue(table, text, spans, source="dateline" if item.zone == "dateline" else "")


DATED = {"md_past": "md_dated", "md_past_lead": "md_dated", "md_future": "md_dated_ahead", "md_ahead": "md_dated_ahead"}
"""The rows for days of the year with their weekday: such days are nearer than others."""


def _dated(item: Found, weekday: int, inner: ex.Expression, window: Window) -> Iterator[Clue]:
    """A weekday beside a date fixes the year: "Sunday, January 5"."""
    plain = core(inner)
    if not isinstance(plain, ex.Bare):
        yield from _clues_of(item, plain, window)
        return
    for clue in _bare(item, plain.repeating, window):
        allowed = tuple((first - 1) % 7 == weekday for first, _ in clue.spans)
        table = DATED.get(clue.table, clue.table)
        yield Clue(table, clue.text, clue.spans, strength=1.0)
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
    for first, last in occurrences(inner, window):
        begin, end = units.holding(outer.of, date.fromordinal(first), shift).ordinals
        if outer == ex.This(Unit.YEAR) and item.expression.tense is Tense.PAST:  # "in August this year" it was
            begin = first
        elif outer == ex.This(Unit.YEAR) and item.expression.tense is Tense.FUTURE:
            end = last
        spans.append((begin, end))
    if spans:
        yield Clue("calendar", f"{item.phrase} is counted from the article's own day", tuple(sorted(set(spans))))


MARGIN = 400
"""Days around a window in which a date of the window's days may lie."""


@lru_cache(maxsize=4096)
def occurrences(repeating: ex.Repeating, window: Window) -> tuple[tuple[int, int], ...]:
    """All that a repeating period may mean around the window, as ordinals, in order."""
    margin = timedelta(days=MARGIN)
    first, last = date.fromordinal(window.first) - margin, date.fromordinal(window.last) + margin
    return tuple(span.ordinals for span in repeating.occurrences(first, last))


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
