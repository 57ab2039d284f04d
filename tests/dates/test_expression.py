"""The meanings: what each resolves to, and what it depends on."""

from __future__ import annotations

import pickle
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsline.dates import span as spans
from newsline.dates.expression import (
    Ago,
    Anchor,
    Anniversary,
    AtTime,
    Bare,
    Between,
    Dated,
    DayOfMonth,
    Duration,
    Earlier,
    Expression,
    Fixed,
    Half,
    Hence,
    Holiday,
    Last,
    Later,
    Month,
    MonthDay,
    Next,
    Nth,
    PartOf,
    Quarter,
    RangeEnd,
    Repeated,
    SameAs,
    Season,
    Since,
    This,
    Unit,
    Until,
    Vague,
    Weekday,
    Weekend,
    Within,
    depends_on_day,
    is_absolute,
    walk,
)
from newsline.dates.tense import Tense

MONDAY = date(2025, 5, 5)
AUGUST_6 = Fixed(spans.day(date(2024, 8, 6)))
CASES: list[tuple[Expression, str | None]] = [
    (AUGUST_6, "2024-08-06"),
    (Bare(Month(8)), "2024-08"),
    (Bare(Weekday(6)), "2025-05-04"),
    (Bare(Weekday(0)), "2025-05-05"),
    (Bare(DayOfMonth(24)), "2025-04-24"),
    (Bare(MonthDay(5, 9)), "2025-05-09"),
    (Bare(Season("summer")), "2025-22"),
    (Bare(Quarter(1)), "2025-33"),
    (Bare(Half(2)), "2025-41"),
    (Bare(Holiday("easter")), "2025-04-20"),
    (Bare(Weekend()), "2025-05-03/2025-05-04"),
    (Last(Unit.DAY), "2025-05-04"),
    (Last(Unit.WEEK), "2025-04-28/2025-05-04"),
    (Last(Unit.WEEKEND), "2025-05-03/2025-05-04"),
    (Last(Unit.MONTH), "2025-04"),
    (Last(Unit.QUARTER), "2025-33"),
    (Last(Unit.YEAR), "2024"),
    (Last(Unit.DECADE), "201X"),
    (Last(Month(8)), "2024-08"),
    (Last(Month(5)), "2024-05"),
    (Last(Weekday(0)), "2025-04-28"),
    (Last(Weekday(6), 2), "2025-04-27"),
    (Last(Season("summer")), "2024-22"),
    (Next(Unit.DAY), "2025-05-06"),
    (Next(Unit.WEEK), "2025-05-12/2025-05-18"),
    (Next(Month(8)), "2025-08"),
    (Next(Weekday(0)), "2025-05-12"),
    (This(Unit.DAY), "2025-05-05"),
    (This(Unit.CENTURY), "20XX"),
    (This(Weekday(4)), "2025-05-09"),
    (This(Month(4)), "2025-04"),
    (Ago(3, Unit.DAY), "2025-05-02"),
    (Ago(2, Unit.MONTH), "2025-03"),
    (Ago(50, Unit.YEAR), "1975"),
    (Ago(5, Unit.HOUR), "2025-05-05"),
    (Hence(2, Unit.WEEK), "2025-05-19/2025-05-25"),
    (Earlier(1, Unit.DAY), "2025-05-04"),
    (Later(2, Unit.DAY, AUGUST_6), "2024-08-08"),
    (Later(1, Unit.WEEK, AUGUST_6), "2024-08-13"),
    (SameAs(Unit.WEEK), "2025-05-05/2025-05-11"),
    (Within(Month(8), Last(Unit.YEAR)), "2024-08"),
    (Within(Holiday("victory-day"), This(Unit.WEEK)), "2025-05-09"),
    (Within(Holiday("easter"), This(Unit.WEEK)), None),
    (Within(Weekday(4), Last(Unit.WEEK)), "2025-05-02"),
    (Dated(4, Bare(Holiday("victory-day"))), "2025-05-09"),
    (Dated(3, Bare(MonthDay(5, 9))), "2024-05-09"),
    (Dated(6, Fixed(spans.day(date(2025, 1, 5)))), "2025-01-05"),
    (Nth(1, Weekday(0), Fixed(spans.month(2024, 11))), "2024-11-04"),
    (Nth(-1, Weekday(6), Fixed(spans.month(2025, 3))), "2025-03-30"),
    (Nth(9, Weekday(6), Fixed(spans.month(2025, 3))), None),
    (Nth(2, Unit.WEEK, Fixed(spans.month(2025, 3))), "2025-03-10/2025-03-16"),
    (PartOf(Last(Unit.MONTH), "END"), "2025-04-21~/2025-04-30~"),
    (PartOf(Fixed(spans.year(2025)), "START"), "2025-01-01~/2025-05-01~"),
    (PartOf(Bare(Weekday(6)), "START"), "2025-05-04"),
    (AtTime(Last(Unit.DAY), "TNI"), "2025-05-04"),
    (AtTime(Last(Unit.WEEK), "TNI"), "2025-04-28/2025-05-04"),
    (Between(Bare(MonthDay(3, 3)), Bare(MonthDay(3, 7))), "2025-03-03/2025-03-07"),
    (Between(Bare(Weekday(0)), Bare(Weekday(2))), "2025-04-28/2025-04-30"),
    (RangeEnd(Between(Bare(Weekday(0)), Bare(Weekday(2)))), "2025-04-30"),
    (Between(AUGUST_6, Fixed(spans.year(1999))), None),
    (Since(Bare(Month(8))), "2024-08"),
    (Until(Bare(Month(6))), "2025-06"),
    (Anniversary(30, "nothing-of-the-kind"), None),
    (Anniversary(80, "end-of-world-war-two-europe"), "2025-05-08"),
    (Anniversary(None, "end-of-world-war-two-europe"), "2025-05-08"),
    (Vague("PAST_REF"), None),
    (Duration(((3, Unit.WEEK),)), None),
    (Repeated("P1D"), None),
]


@pytest.mark.parametrize(("meaning", "expected"), CASES, ids=[repr(case[0])[:60] for case in CASES])
def test_resolution(meaning: Expression, expected: str | None) -> None:
    span = meaning.resolve(Anchor(MONDAY))
    assert (str(span) if span else None) == expected


@pytest.mark.parametrize(("meaning", "expected"), CASES, ids=[repr(case[0])[:60] for case in CASES])
def test_every_meaning_is_a_value(meaning: Expression, expected: str | None) -> None:
    again = pickle.loads(pickle.dumps(meaning))
    assert again == meaning
    assert hash(again) == hash(meaning)
    assert (again.resolve(Anchor(MONDAY)) is None) == (expected is None)


@pytest.mark.parametrize(
    ("meaning", "absolute", "on_day"),
    [
        (AUGUST_6, True, False),
        (Dated(1, AUGUST_6), True, False),
        (PartOf(Fixed(spans.year(2025)), "START"), True, False),
        (Within(Month(8), Fixed(spans.year(2024))), True, False),
        (Later(2, Unit.DAY, AUGUST_6), True, False),
        (Bare(Month(8)), False, True),
        (Within(Month(8), Last(Unit.YEAR)), False, True),
        (Since(Bare(Month(8))), False, True),
        (Later(2, Unit.DAY), False, False),
        (SameAs(Unit.DAY), False, False),
        (Anniversary(80, "end-of-world-war-two-europe"), True, False),
        (Anniversary(None, "end-of-world-war-two-europe"), False, True),
        (Vague("PAST_REF"), False, False),
        (Duration(((3, Unit.WEEK),)), False, False),
    ],
)
def test_what_a_meaning_depends_on(meaning: Expression, absolute: bool, on_day: bool) -> None:
    assert is_absolute(meaning) is absolute
    assert depends_on_day(meaning) is on_day


def test_absolute_meanings_need_no_anchor() -> None:
    for meaning, expected in CASES:
        if is_absolute(meaning) and expected:
            assert str(meaning.resolve(Anchor(None))) == expected


def test_walk_gives_the_whole_and_its_parts() -> None:
    meaning = PartOf(Within(Month(8), Last(Unit.YEAR)), "END")
    assert list(walk(meaning)) == [meaning, meaning.inner, Month(8), Last(Unit.YEAR)]


def test_the_quarter_of_a_report() -> None:
    third = spans.Span(date(2024, 7, 1), date(2024, 9, 30), spans.Precision.QUARTER)
    told = Anchor(MONDAY, previous=third, quarter=third)
    assert str(Earlier(1, Unit.YEAR).resolve(told)) == "2023-35"
    assert str(SameAs(Unit.QUARTER).resolve(told)) == "2024-35"
    assert str(SameAs(Unit.QUARTER).resolve(Anchor(MONDAY))) == "2025-33"


leaves = st.one_of(
    st.builds(Bare, st.builds(Month, st.integers(1, 12))),
    st.builds(Bare, st.builds(Weekday, st.integers(0, 6))),
    st.builds(Last, st.sampled_from(Unit)),
    st.builds(Next, st.sampled_from(Unit), st.integers(1, 3)),
    st.builds(Ago, st.integers(1, 20_000), st.sampled_from(Unit)),
    st.builds(Later, st.integers(1, 20_000), st.sampled_from(Unit)),
    st.builds(Fixed, st.builds(spans.day, st.dates())),
)
meanings = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(PartOf, inner, st.sampled_from(["START", "MID", "END"])),
        st.builds(AtTime, inner, st.sampled_from(["TNI", "T15:00"])),
        st.builds(Between, inner, inner),
        st.builds(Since, inner),
        st.builds(Within, st.builds(Month, st.integers(1, 12)), inner),
        st.builds(Nth, st.integers(-3, 3), st.sampled_from([Unit.DAY, Unit.WEEK, Unit.MONTH]), inner),
        st.builds(Earlier, st.integers(1, 400), st.sampled_from(Unit), inner),
    ),
    max_leaves=4,
)


@given(meanings, st.one_of(st.none(), st.dates()), st.sampled_from(Tense))
def test_whatever_the_anchor_no_error_and_no_turned_span(meaning: Expression, day: date | None, tense: Tense) -> None:
    span = meaning.resolve(Anchor(day, tense=tense))
    assert span is None or span.first <= span.last
    if day is None and span is not None:
        assert not depends_on_day(meaning)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2025, 5, 3), "2025-04-21/2025-04-27"),
        (date(2025, 5, 4), "2025-04-28/2025-05-04"),  # a Sunday: the days just past
        (date(2025, 5, 5), "2025-04-28/2025-05-04"),
    ],
)
def test_last_week_told_on_a_sunday_is_the_week_just_past(day: date, expected: str) -> None:
    assert str(Last(Unit.WEEK).resolve(Anchor(day))) == expected
