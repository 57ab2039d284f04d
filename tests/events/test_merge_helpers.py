from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsline.dates.describe import describe
from newsline.dates.span import DAY, Precision, Span, between, day, month, one_of, year
from newsline.events.agreement import meet
from newsline.events.candidates import NEIGHBOURS, crowd, is_correction, pairs, within
from newsline.events.similarity import dot, vectors
from newsline.events.told import told_event
from tests.events.telling import on, told

D4, D5, D6 = on(2019, 3, 4), on(2019, 3, 5), on(2019, 3, 6)
MORNING = Span(D4.first, D4.last, Precision.PART, time="TMO")
NIGHT = Span(D4.first, D4.last, Precision.PART, time="TNI")
AT_TEN = Span(D4.first, D4.last, Precision.MINUTE, time="T10:15")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (D4, D4, D4),
        (D4, D5, None),
        (D4, month(2019, 3), D4),
        (month(2019, 3), year(2019), month(2019, 3)),
        (month(2019, 3), month(2019, 4), None),
        (MORNING, D4, D4),
        (D4, AT_TEN, D4),
        (MORNING, NIGHT, D4),
        (MORNING, AT_TEN, AT_TEN),
        (NIGHT, AT_TEN, D4),
        (between(D4, D5), between(D5, D6), D5),
        (one_of([D4, D6]), D5, None),
        (one_of([D4, D6]), D6, D6),
        (one_of([D4, D6]), month(2019, 3), one_of([D4, D6])),
        (D4.approximately(), D4, D4),
    ],
)
def test_meet(a, b, expected):
    assert meet(a, b) == expected
    assert meet(b, a) == expected


spans = st.builds(
    lambda first, days: Span(first, first + days * DAY, Precision.DAY),
    st.dates(date(2019, 1, 1), date(2019, 2, 1)),
    st.integers(0, 20),
)


@given(spans, spans)
def test_what_two_spans_agree_on_lies_in_both(a, b):
    agreed = meet(a, b)
    assert (agreed is None) == (not a.overlaps(b))
    if agreed is not None:
        assert a.contains(agreed)
        assert b.contains(agreed)


SENTENCES = [
    f"Engineer number {n} told the inquiry about gate {n * 7} and valve {n * 11} of the dam" for n in range(20)
]


def test_names_of_one_country_are_one_place():
    a, b, c = vectors(
        [
            told("a", "Norwegian troops crossed the river", D4),
            told("b", "The troops of Norway crossed the river", D4),
            told("c", "Danish troops crossed the river", D4),
        ]
    )
    assert dot(a, b) > 0.95 > 0.8 > dot(a, c)


def test_words_for_one_sort_of_event_are_alike_but_less_than_the_same_word():
    a, b, c, d = vectors(
        [
            told("a", "An explosion wrecked the mill", D4),
            told("b", "A blast wrecked the mill", D4),
            told("c", "An explosion wrecked the mill", D4),
            told("d", "A flood wrecked the mill", D4),
        ]
    )
    assert dot(a, c) > dot(a, b) > dot(a, d)


def test_merging_many_tellings_compares_few():
    start = date(2019, 1, 1)
    mentions = [told(f"{i:04}", SENTENCES[i % 20], day(start + timedelta(days=i % 30))) for i in range(600)]
    assert sum(1 for _ in pairs(mentions, vectors(mentions))) <= NEIGHBOURS * len(mentions)


def test_any_number_of_processes_finds_the_same_pairs():
    start = date(2019, 1, 1)
    spans = [
        one(start + timedelta(days=3 * i)) for i in range(150) for one in (day, lambda at: month(at.year, at.month))
    ]
    mentions = [told(f"{i:04}", SENTENCES[i % 7], span) for i, span in enumerate(spans * 2)]
    alone = sorted(pairs(mentions, vectors(mentions)))
    assert sorted(pairs(mentions, vectors(mentions), 2)) == alone != []


def test_a_crowd_is_counted_in_parts():
    spans = [D4, D4, D5, month(2019, 3), year(2019), on(2019, 4, 1)]
    told_of = crowd(spans)
    assert told_of == crowd(spans[:2]) + crowd(spans[2:])
    assert within(D4, told_of) == 2
    assert within(between(D4, D5), told_of) == 3
    assert within(month(2019, 3), told_of) == 4
    assert within(year(2019), told_of) == 6
    assert within(year(2018), told_of) == 1


def test_reasons_come_in_the_order_of_the_tellings_where_nothing_else_orders_them():
    saturday = on(2019, 4, 6)
    wide = [Span(saturday.first, saturday.first + DAY, one) for one in (Precision.DAY, Precision.WEEK)]
    for first, second in (wide, wide[::-1]):
        mentions = [
            told(article, "The mill burned", span)
            for article, span in zip("abc", (first, second, saturday), strict=True)
        ]
        event, _ = told_event([(mention, {}) for mention in mentions], saturday, {}, {}, corrected=False)
        assert event.why[1:] == tuple(
            f"narrowed from {describe(one)} to {describe(saturday)}, the date in c" for one in (first, second)
        )


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("Correction: the depot at Brenholm burned on 4 March.", True),
        ("CORRECTED: The depot at Brenholm burned on 4 March.", True),
        ("The depot burned on 4 March, not, as Previously Reported, on 5 March.", True),
        ("An earlier version of this report gave another day.", True),
        ("The depot burned on 4 March, two days earlier than planned.", False),
        ("He had previously worked in Brenholm.", False),
        ("She answered correctly on 4 March.", False),
    ],
)
def test_a_correction_says_that_it_is_one(quote: str, expected: bool) -> None:
    assert is_correction(told("a", "The depot burned", D4, quote=quote)) is expected
