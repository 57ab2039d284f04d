"""The almanac: every row can be read, known days come out right, and the names fit the texts they are looked up in."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from newsline.dates import almanac, almanac_names, almanac_rows
from newsline.dates.span import Precision, Span

KINDS = {"fixed", "easter", "orthodox", "hebrew", "islamic", "weekday", "table", "event", "either"}

# Days that calendars in print agree on.
DAYS = [
    ("easter", "2000-04-23"),
    ("easter", "2024-03-31"),
    ("easter", "2025-04-20"),
    ("easter", "1961-04-02"),
    ("good friday", "2023-04-07"),
    ("ash wednesday", "2024-02-14"),
    ("easter monday", "2022-04-18"),
    ("ascension day", "2025-05-29"),
    ("pentecost", "2021-05-23"),
    ("orthodox easter", "2024-05-05"),
    ("orthodox easter", "2025-04-20"),
    ("thanksgiving", "2023-11-23"),
    ("thanksgiving", "2019-11-28"),
    ("black friday", "2023-11-24"),
    ("memorial day", "2024-05-27"),
    ("labor day", "2023-09-04"),
    ("martin luther king jr. day", "2024-01-15"),
    ("presidents’ day", "2024-02-19"),
    ("mother's day", "2024-05-12"),
    ("father's day", "2024-06-16"),
    ("election day", "2024-11-05"),
    ("election day", "2016-11-08"),
    ("inauguration day", "2025-01-20"),
    ("victoria day", "2024-05-20"),
    ("canadian thanksgiving", "2023-10-09"),
    ("remembrance sunday", "2023-11-12"),
    ("first sunday of advent", "2023-12-03"),
    ("fourth sunday of advent", "2023-12-24"),
    ("midsummer eve", "2024-06-21"),
    ("lunar new year", "2024-02-10"),
    ("diwali", "2023-11-12"),
    ("yom kippur", "2023-09-25"),
    ("yom kippur", "2024-10-12"),
    ("super tuesday", "2024-03-05"),
    ("victory day", "2025-05-09"),
    ("leap day", "2024-02-29"),
    ("st. patrick's day", "2024-03-17"),
]
PERIODS = [
    ("rosh hashanah", "2024-10-03", "2024-10-04"),
    ("rosh hashanah", "2023-09-16", "2023-09-17"),
    ("passover", "2024-04-23", "2024-04-30"),
    ("passover", "2025-04-13", "2025-04-20"),
    ("hanukkah", "2023-12-08", "2023-12-15"),
    ("hanukkah", "2024-12-26", "2025-01-02"),
    ("shavuot", "2024-06-12", "2024-06-13"),
    ("sukkot", "2024-10-17", "2024-10-23"),
    ("holy week", "2024-03-24", "2024-03-30"),
    ("kwanzaa", "2023-12-26", "2024-01-01"),
]
# First days as proclaimed in Saudi Arabia: the civil calendar may be a day off.
MOON = [
    ("ramadan", "2024-03-11"),
    ("ramadan", "2023-03-23"),
    ("eid al-fitr", "2024-04-10"),
    ("eid al-adha", "2024-06-16"),
    ("eid al-adha", "2015-09-24"),
    ("ashura", "2023-07-28"),
]
EVENTS = [
    ("9/11", "2001-09-11"),
    ("the Sept. 11 attacks", "2001-09-11"),
    ("the end of World War II", "1945-09-02"),
    ("the end of the Second World War in Europe", "1945-05-08"),
    ("the end of World War II in the Pacific", "1945-09-02"),
    ("the fall of the Berlin Wall", "1989-11-09"),
    ("the Chernobyl disaster", "1986-04-26"),
    ("the first moon landing", "1969-07-20"),
    ("D-Day", "1944-06-06"),
    ("the collapse of the Soviet Union", "1991-12-26"),
    ("the assassination of John F. Kennedy", "1963-11-22"),
]


def found(name: str, year: int) -> list[Span]:
    key = almanac.lookup(name)
    assert key is not None
    return list(almanac.in_year(key, year))


@pytest.mark.parametrize("row", almanac_rows.rows().values(), ids=lambda row: row.key)
def test_row(row: almanac_rows.Row) -> None:
    assert row.kind in KINDS
    assert row.source
    assert row.use in {"", "anchor", "period", "vote"}
    assert not row.country or (len(row.country) == 2 and row.country.isupper())
    for name in (*row.names, *row.german):
        assert name == name.lower()
        assert name == " ".join(name.split())
        assert not almanac.ARTICLE.match(name)
        assert "’" not in name
    spans = [span for year in range(1900, 2100) for span in almanac.in_year(row.key, year)]
    assert spans
    assert spans == sorted(spans, key=lambda span: span.first)
    if row.kind == "event":
        assert almanac.event(row.key) == spans[0]
        assert len(spans) == 1
    if row.kind == "table":
        parts = row.rule.split()
        assert parts == sorted(parts)


def test_keys_are_unique() -> None:
    lines = almanac_rows.FILE.read_text("utf-8").splitlines()
    keys = [line.split("\t")[0] for line in lines if not line.startswith("#")]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(("name", "day"), DAYS)
def test_day(name: str, day: str) -> None:
    value = date.fromisoformat(day)
    assert found(name, value.year) == [Span(value, value, Precision.DAY)]


@pytest.mark.parametrize(("name", "first", "last"), PERIODS)
def test_period_of_days(name: str, first: str, last: str) -> None:
    begin = date.fromisoformat(first)
    assert found(name, begin.year) == [Span(begin, date.fromisoformat(last), Precision.DAY)]


@pytest.mark.parametrize(("name", "day"), MOON)
def test_islamic_feasts_are_within_a_day_and_say_so(name: str, day: str) -> None:
    value = date.fromisoformat(day)
    (span,) = found(name, value.year)
    assert abs((span.first - value).days) <= 1
    assert span.approximate


def test_an_islamic_feast_can_come_twice_a_year() -> None:
    assert len(found("ramadan", 2030)) == 2


@pytest.mark.parametrize(("name", "day"), EVENTS)
def test_event(name: str, day: str) -> None:
    key = almanac.lookup(name)
    assert key is not None
    assert almanac.is_event(key)
    span = almanac.event(key)
    assert span is not None
    assert str(span) == day


def test_no_feast_in_years_without_it() -> None:
    assert found("leap day", 2023) == []
    assert found("inauguration day", 2024) == []
    assert found("election day", 2023) == []


@pytest.mark.parametrize("name", ["", "the", "market day", "fall", "sunday", "may"])
def test_unknown_names(name: str) -> None:
    assert almanac.lookup(name) is None


@pytest.mark.parametrize(
    ("count", "name", "year"),
    [
        (80, "the end of World War II in Europe", 2025),
        (25, "the fall of the Berlin Wall", 2014),
        (20, "9/11", 2021),
        (10, "the harvest", None),
        (3, "Easter", None),
    ],
)
def test_anniversary(count: int, name: str, year: int | None) -> None:
    assert almanac.anniversary(count, name) == year


def test_offices_that_were_held_twice() -> None:
    key = almanac.lookup("President Trump", "en", "period")
    assert key is not None
    assert [span.first.year for span in almanac.occurrences(key)] == [2017, 2025]


@pytest.mark.parametrize(
    "text",
    [
        "They met on D-Day.",
        "THE  FALL OF THE\nBERLIN WALL was shown.",
        "An İzmir paper on the fall of the Berlin Wall.",
        "Of the wall that fell, Berlin told us: “the fall of the Berlin Wall”!",
    ],
)
def test_names_are_found_whatever_stands_around_them(text: str) -> None:
    assert almanac_names.find_facts(text)


def test_what_happened_is_told_in_the_words_of_the_text() -> None:
    text = "Before the Funeral of\nPope Francis and again after the funeral of Pope Francis."
    found = [(text[start:end], key) for start, end, key in almanac_names.find_facts(text)]
    assert found == [
        ("Funeral of\nPope Francis", "francis-funeral"),
        ("funeral of Pope Francis", "francis-funeral"),
    ]


@pytest.mark.parametrize("text", ["The wall of the fall in Berlin.", "The fall of the Berlin Walls.", "World of war."])
def test_the_words_of_a_name_alone_are_none(text: str) -> None:
    assert not almanac_names.find_facts(text)


def test_all_times_are_those_of_the_years() -> None:
    for key in almanac_rows.rows():
        by_year = [span for year in almanac.PERIOD_YEARS for span in almanac.in_year(key, year)]
        assert list(almanac.occurrences(key)) == by_year, key


def test_find_periods() -> None:
    text = "The  President met Pope  John Paul II before President Barack Obama, not President Worldly."
    named = [(text[start:end], key) for start, end, key in almanac_names.find_periods(text)]
    assert named == [
        ("Pope  John Paul II", "pope-john-paul-ii-term"),
        ("President Barack Obama", "president-barack-obama-term"),
    ]


def test_name_at_takes_the_longest() -> None:
    text = "since the end of World War II in Europe, the town"
    start = text.index("end")
    assert almanac_names.name_at(text, start) == ("end-of-world-war-two-europe", text.index(","))
    assert almanac_names.name_at(text, 0) is None


def test_names_are_expressions_by_themselves() -> None:
    names = almanac_rows.names("en")
    assert names["easter"] == "easter"
    assert names["new year’s day"] == "new-year"
    assert "fall of the berlin wall" not in names
    assert "president-elect" not in names
    assert almanac_rows.names("de")["ostern"] == "easter"


@pytest.mark.parametrize("year", range(1950, 2060, 7))
def test_the_hebrew_new_year_never_falls_on_sunday_wednesday_or_friday(year: int) -> None:
    (span,) = found("rosh hashanah", year)
    assert span.first.weekday() not in {6, 2, 4}
    (passover,) = found("passover", year)
    (following,) = found("rosh hashanah", year)
    assert following.first - passover.first == timedelta(days=163)


def test_names_are_written_as_they_are_compared() -> None:
    for row in almanac_rows.rows().values():
        for name in (*row.names, *row.german):
            assert name == " ".join(name.lower().split()), row.key
