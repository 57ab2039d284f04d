"""Resolution: uncertain publication days, the narrative reference, tense, and the words of the derivation."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsline.dates import span as spans
from newsline.dates.expression import Bare, Last, Month, MonthDay, Unit, Weekday
from newsline.dates.resolve import resolve
from newsline.dates.span import Span
from newsline.dates.tag import tag_text
from newsline.model import Resolution

MONDAY = spans.day(date(2025, 5, 5))
THREE_DAYS = spans.between(spans.day(date(2025, 5, 5)), spans.day(date(2025, 5, 7)))
THREE_SUNDAYS = spans.one_of(spans.day(date(2025, 1, number)) for number in (5, 12, 19))


def told(text: str, anchor: Span | None = MONDAY) -> list[str | None]:
    """The dates of a text as EDTF."""
    return [str(r.span) if r.span else None for r in resolve(tag_text(text), anchor)]


def derived(text: str, anchor: Span | None = MONDAY) -> Resolution:
    """The first resolution of a text."""
    return resolve(tag_text(text), anchor)[0]


def test_all_possible_days_agree() -> None:
    assert told("They invaded last August.", THREE_DAYS) == ["2024-08"]


def test_one_of_three_sundays() -> None:
    span = derived("It began on Sunday.", THREE_SUNDAYS).span
    assert str(span) == "[2025-01-05,2025-01-12,2025-01-19]"


def test_a_run_of_days_gives_a_run() -> None:
    assert told("It began yesterday.", THREE_DAYS) == ["2025-05-04/2025-05-06"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It began on 6 August 2024.", ["2024-08-06"]),
        ("It lasted through the 1990s.", ["199X"]),
        ("It began on Sunday.", [None]),
        ("It began in August.", [None]),
        ("On 6 August 2024 they came. Two days later they left.", ["2024-08-06", "2024-08-08"]),
    ],
)
def test_without_a_publication_date(text: str, expected: list[str | None]) -> None:
    assert told(text, None) == expected


def test_too_many_possible_days_leave_the_absolute_ones() -> None:
    year = spans.year(2025)
    assert told("It began on Sunday. It was 6 August 2024.", year) == [None, "2024-08-06"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The town fell on 20 February.", "2025-02-20"),
        ("The town fell on 20 May.", "[2024-05-20,2025-05-20]"),
        ("The town fell at the end of May.", "[2024-05-22~/2024-05-31~,2025-05-22~/2025-05-31~]"),
        ("The town fell last month.", None),
        ("The town fell on Sunday.", None),
        ("The town fell a year ago.", "2024"),
    ],
)
def test_a_long_run_of_possible_days_is_tried_in_parts(text: str, expected: str | None) -> None:
    run = spans.between(spans.month(2025, 3), spans.month(2025, 6))
    assert told(text, run) == [expected]


def test_the_days_of_a_long_run_count_as_often_as_they_are_likely() -> None:
    run = spans.between(spans.month(2025, 3), spans.month(2025, 6))
    likely = [(date(2025, 4, 1), 0.04), (date(2025, 5, 26), 0.5), (date(2025, 5, 27), 0.4), (date(2024, 1, 1), 0.06)]
    (found,) = resolve(tag_text("The town fell on 20 May."), run, likely)
    assert str(found.span) == "2025-05-20"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 6 August 2024 they crossed. The next day they took the town.", ["2024-08-06", "2024-08-07"]),
        ("On 6 August 2024 they crossed. Three days later they left.", ["2024-08-06", "2024-08-09"]),
        ("On 6 August 2024 they crossed. The same day they left.", ["2024-08-06", "2024-08-06"]),
        (
            "On 6 August 2024 they crossed. The row began in 2009, and on the same day it grew.",
            ["2024-08-06", "2009", "2024-08-06"],
        ),
        (
            "On 6 August 2024 they crossed. In May he left. She left on the same day.",
            ["2024-08-06", "2024-05", "2024-05"],
        ),
        ("On 6 August 2024 they crossed. A week later they left.", ["2024-08-06", "2024-08-13"]),
        ("In 1994 he left. Two years later he returned.", ["1994", "1996"]),
        ("In 1994 he left. He returned that year.", ["1994", "1994"]),
        ("On 6 August 2024 they crossed. Two days earlier a drone fell.", ["2024-08-06", "2024-08-04"]),
        ("On 6 August 2024 they crossed. The previous day a drone fell.", ["2024-08-06", "2024-08-05"]),
    ],
)
def test_the_narrative_counts_from_the_last_date_told(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said so in December.", "2024-12"),
        ("They will meet in December.", "2025-12"),
        ("He spoke on Wednesday.", "2025-04-30"),
        ("He will speak on Wednesday.", "2025-05-07"),
        ("He is expected to speak on Wednesday.", "2025-05-07"),
        ("He had been scheduled to speak on Wednesday.", "2025-04-30"),
        ("He was scheduled to speak on Wednesday.", "2025-05-07"),
        ("He was scheduled to speak on Friday but never came.", "2025-05-02"),
        ("The boat was due on Friday.", "2025-05-02"),
        ("The deal was signed on June 30.", "2024-06-30"),
        ("The deal will be signed on June 30.", "2025-06-30"),
        ("They agreed to meet on Thursday.", "2025-05-08"),
        ("They met on Thursday.", "2025-05-01"),
        ("The talks could resume as early as Thursday.", "2025-05-08"),
        ("The deadline was extended until Thursday.", "2025-05-08"),
    ],
)
def test_the_tense_decides(text: str, expected: str) -> None:
    assert told(text) == [expected]


def test_bounds_of_an_anchored_duration() -> None:
    found = derived("In the last 24 hours 12 people died.")
    assert found.span is None
    assert found.value == "PT24H"
    assert (str(found.begin), str(found.end)) == ("2025-05-04", "2025-05-05")


def test_weekday_and_date_must_agree() -> None:
    assert told("It happened on Friday, May 9, when they met.") == ["2025-05-09"]
    assert told("It happened on Thursday, May 9, when they met.") == ["2024-05-09"]


def test_the_derivation_in_words() -> None:
    assert derived("They invaded in August last year.", THREE_DAYS).why[-1] == "August 2024"
    assert "5 to 7 May 2025" in derived("They invaded in August last year.", THREE_DAYS).why[0]
    assert derived("It began on Sunday.", None).why == ("'Sunday' counts from the article's date, which is not known",)


days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
repeating = st.one_of(
    st.builds(Month, st.integers(1, 12)),
    st.builds(Weekday, st.integers(0, 6)),
    st.builds(MonthDay, st.integers(1, 12), st.integers(1, 28)),
)


@given(days, repeating)
def test_last_is_over_and_next_has_not_begun(day: date, of: Month | Weekday | MonthDay) -> None:
    before, after = of.before(day), of.after(day)
    assert before is not None
    assert after is not None
    assert before.last < day < after.first


@given(days, st.integers(1, 400))
def test_more_possible_days_never_say_more(day: date, count: int) -> None:
    run = Span(day, day + timedelta(days=count), spans.Precision.DAY)
    for text in ("It fell last week.", "It fell on Sunday.", "It fell in August.", "It fell at the end of last month."):
        expressions = tag_text(text)
        for one, whole in zip(resolve(expressions, spans.day(day)), resolve(expressions, run), strict=True):
            assert one.span is not None
            assert whole.span is None or (whole.span.first <= one.span.first and one.span.last <= whole.span.last)


def test_meanings_are_values() -> None:
    assert Bare(Month(8)) == Bare(Month(8))
    assert hash(Last(Unit.WEEK)) == hash(Last(Unit.WEEK))


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("Not since 1953 had it rained so. In January it stopped. Two months later it began again.", None, None),
        ("Not since 1953 had it rained so. Two months later it stopped.", None, None),
        ("On 6 August 2024 they crossed. On Friday they met. Two days later they left.", None, None),
        ("On 6 August 2024 they crossed, the first to do so since 1953. Two days later they left.", None, "2024-08-08"),
        ("On 6 August 2024 they crossed. It was a wet day this year. Two days later they left.", None, "2024-08-08"),
        ("Not since 1953 had it rained so. In January it stopped. Two months later it began again.", MONDAY, "2025-03"),
    ],
)
def test_without_a_sure_last_date_nothing_is_counted(text: str, published: Span | None, expected: str | None) -> None:
    assert told(text, published)[-1] == expected


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("In January they won.", date(2024, 12, 31), "2024-01"),
        ("January began with a storm.", date(2024, 12, 10), "2024-01"),
        ("In December they won.", date(2024, 12, 10), "2024-12"),
        ("They will play in January.", date(2024, 12, 31), "2025-01"),
        ("It will open in the new year.", date(2024, 12, 3), "2025"),
        ("It opened in the new year.", date(2024, 3, 3), "2024"),
        ("They meet next Friday.", date(2024, 12, 4), "2024-12-13"),
        ("They meet next Friday.", date(2024, 12, 2), "2024-12-06"),
        ("They meet next Friday.", date(2024, 12, 7), "2024-12-13"),
        ("They meet this coming Friday.", date(2024, 12, 4), "2024-12-06"),
        ("It was the Memorial Day weekend.", date(2024, 5, 27), "2024-W21-WE"),
    ],
)
def test_which_one_is_meant(text: str, day: date, expected: str) -> None:
    assert derived(text, spans.day(day)).value == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bus left at 9.05pm on 3 May. Forty minutes later it burned.", "2025-05-03T21:45"),
        ("The bus left at 23:30 on 3 May. Two hours later it burned.", "2025-05-04T01:30"),
        ("The bus left at noon on 3 May. Ninety minutes earlier it had burned.", "2025-05-03T10:30"),
        ("The bus left on 3 May. Two hours later it burned.", "2025-05-03"),
    ],
)
def test_minutes_are_counted_from_a_time_of_the_clock(text: str, expected: str) -> None:
    found = resolve(tag_text(text), MONDAY)
    assert found[-1].value == expected
