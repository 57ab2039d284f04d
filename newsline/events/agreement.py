"""The date that two tellings of one event agree on."""

from __future__ import annotations

from msgspec.structs import replace

from newsline.dates.span import DAY, Precision, Span, one_of


def meet(a: Span, b: Span) -> Span | None:
    """The most precise span that both allow, None where they contradict each other.

    Of a set ("one of three Sundays") the members that the other allows remain. Spans that only overlap meet in their
    common days; two coarse ones must have half of the shorter in common.
    """
    if a == b:
        return a
    if a.members or b.members:
        found = [_plain(x, y) for x in (a.members or (a,)) for y in (b.members or (b,))]
        agreed = [span for span in found if span is not None]
        return one_of(agreed) if agreed else None
    return _plain(a, b)


def meet_told_in_lead(lead: Span, other: Span) -> Span | None:
    """Like `meet`, for a lead without an expression: what it tells may also be of the day before it was published."""
    agreed = meet(lead, other)
    if agreed is not None or not other.is_day:
        return agreed
    members = lead.members or (lead,)
    return other if any(member.first - DAY <= other.first <= member.last for member in members) else None


DAYS_OF_A_WEEK = 7


def are_two_dates(one: Span, other: Span) -> bool:
    """Whether one article means two dates by these: "late last week" is not "on Sunday" there, even if it holds it."""
    if max(one.days, other.days) <= DAYS_OF_A_WEEK and one.approximate != other.approximate:
        return True
    return not one.contains(other) and not other.contains(one)


def _plain(a: Span, b: Span) -> Span | None:
    """`meet` for spans without members."""
    a, b = _core(a, b), _core(b, a)
    first, last = max(a.first, b.first), min(a.last, b.last)
    if first > last:
        return None
    for inner, outer in ((a, b), (b, a)):
        if (first, last) == (inner.first, inner.last) != (outer.first, outer.last):
            return inner
    if (a.first, a.last) == (b.first, b.last):
        return _finer(a, b)
    if min(a.precision, b.precision) < Precision.DAY and 2 * ((last - first).days + 1) < min(a.days, b.days):
        return None
    precision = Precision.DAY if first == last else max(a.precision, b.precision)
    return Span(first, last, min(precision, Precision.DAY), approximate=a.approximate or b.approximate)


FRINGE = 0.25
"""The share of a long approximate span that its far end takes: "early 2025" is hardly the end of April."""
LONG = 60
"""Days from which the fringe matters."""


def _core(span: Span, other: Span) -> Span:
    """A long "early ..." or "late ..." without its fringe, against a date that is not its like."""
    if span.part not in ("START", "END") or span.days < LONG or other.days >= span.days:
        return span
    fringe = int(span.days * FRINGE) * DAY
    if span.part == "START":
        return replace(span, last=span.last - fringe)
    return replace(span, first=span.first + fringe)


def _finer(a: Span, b: Span) -> Span:
    """Of two spans of the same days the finer.

    A time of day stays only where both name one and they agree: one that only one telling has may be the hour at which
    somebody spoke of it.
    """
    if a.precision == b.precision:
        if a.time != b.time:
            return Span(a.first, a.last, Precision.DAY)
        return replace(a, approximate=a.approximate and b.approximate)
    finer, coarser = (a, b) if a.precision > b.precision else (b, a)
    if coarser.precision >= Precision.PART:
        clash = coarser.time is not None and finer.time is not None and not _within(finer.time, coarser.time)
        return Span(a.first, a.last, Precision.DAY) if clash else finer
    return coarser if finer.precision >= Precision.PART else finer


_PARTS = {"TMO": range(4, 12), "TAF": range(12, 18), "TEV": range(17, 23), "TNI": (*range(19, 24), *range(6))}
"""The hours of the parts of the day, generously: a report at 17:30 may say afternoon or evening."""


def _within(clock: str, part: str) -> bool:
    """Whether a clock time ("T15:30") lies in a part of the day ("TAF")."""
    hours = _PARTS.get(part)
    return hours is None or not clock[1:3].isdigit() or int(clock[1:3]) in hours
