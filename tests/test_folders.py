"""Promises about whole folders: the annotated ones are sound, and the chronologies say what an editor would."""

from __future__ import annotations

import calendar
import re
from datetime import date
from pathlib import Path

import pytest

from newsline.articles.read import read
from newsline.dates import span as spans
from newsline.model import Article, Event, Factuality, Timeline
from newsline.pipeline import Options, build
from newsline.timeline.select import Selection
from tests.benchmarks._gold import FOLDERS, articles_of, load, names, parse
from tests.benchmarks.folders import GROUPS

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = tuple(calendar.month_name[1:])
WEEKDAY = re.compile("|".join(WEEKDAYS))
_DAY, _MONTH = "|".join(WEEKDAYS), "|".join(MONTHS)
WEEKDAY_DATE = re.compile(rf"({_DAY}),? (\d\d?) ({_MONTH})|({_DAY}), ({_MONTH}) (\d\d?)")


@pytest.fixture(scope="module")
def seeds() -> Timeline:
    return build(list(read([SEEDS])), Options())


PUBLISHED = {
    "after-the-parade.txt": "2025-05-09",
    "back-across.txt": "2025-05-06",
    "border-raid.txt": "2024-08-08",
    "last-village.txt": "2025-04-27",
    "the-gamble.txt": "2025-05-06",
    "winter-assault.txt": "2025-01-05",
}
"""When the articles of seeds/ that carry no date were written."""


@pytest.fixture(scope="module")
def dated_seeds() -> Timeline:
    given = {article: parse(edtf) for article, edtf in PUBLISHED.items()}
    return build(list(read([SEEDS])), Options(given=given))


@pytest.fixture(scope="module")
def all_of_seeds() -> Timeline:
    given = {article: parse(edtf) for article, edtf in PUBLISHED.items()}
    return build(list(read([SEEDS])), Options(given=given, selection=Selection(limit=10_000)))


def test_groups_part_the_folders() -> None:
    members = [name for group in GROUPS.values() for name in group["folders"]]
    assert len(members) == len(set(members))
    assert set(members) <= set(names())


@pytest.fixture(scope="module")
def ferry() -> Timeline:
    """Its articles' dates are given: what can be told without them is measured in tests/benchmarks/folders.py."""
    dates = {file: spans.day(article.published) for file, article in load("ferry").articles.items()}
    return build(list(read([FOLDERS / "ferry" / "articles"])), Options(given=dates))


# The annotations


def test_there_are_enough_folders() -> None:
    assert len(names()) >= 7
    assert sum(len(load(name).articles) for name in names()) >= 45


@pytest.mark.parametrize("name", names())
def test_every_article_is_read_and_annotated(name: str) -> None:
    gold = load(name)
    assert set(gold.texts) == set(gold.articles)
    for file, article in gold.articles.items():
        assert article.inferable in {"day", "set", "span", "none"}, file
        if article.expected:
            assert article.expected.first <= article.published <= article.expected.last, file
        assert (article.expected is None) == (article.inferable == "none"), file


@pytest.mark.parametrize("name", names())
def test_events_are_well_formed(name: str) -> None:
    gold = load(name)
    assert len({event.id for event in gold.events}) == len(gold.events)
    for event in gold.events:
        assert event.places, event.id
        assert {Factuality(status) for status in event.status}, event.id
        for kind, values in event.conflicts:
            assert kind in {"date", "number"}, event.id
            assert len(values) > 1, event.id


@pytest.mark.parametrize("name", names())
def test_the_weekday_in_a_quote_is_that_of_its_event(name: str) -> None:
    for event in load(name).events:
        dates = [event.span, *(parse(value) for kind, values in event.conflicts if kind == "date" for value in values)]
        days = {WEEKDAYS[span.first.weekday()] for span in dates if span and span.is_day}
        for place in event.places:
            found = set(WEEKDAY.findall(place.quote))
            if days and len(found) == 1 and event.span and event.span.is_day:
                assert found <= days, f"{event.id}: {event.span} in {place.article}: {place.quote}"


TEXTS = {"seeds": SEEDS, **{name: FOLDERS / name / "articles" for name in names()}}


@pytest.mark.parametrize("name", TEXTS)
def test_weekday_and_date_agree_in_every_text(name: str) -> None:
    published = {} if name == "seeds" else {file: one.published.year for file, one in load(name).articles.items()}
    for file, article in articles_of(TEXTS[name]).items():
        year = published.get(file, 2025)
        for match in WEEKDAY_DATE.finditer(article.text):
            weekday, day, month = match.group(1, 2, 3) if match[1] else (match[4], match[6], match[5])
            near = [date(y, MONTHS.index(month) + 1, int(day)).strftime("%A") for y in (year - 1, year, year + 1)]
            assert weekday in near, f"{file}: {match[0]}"


# The chronology of seeds/

MAIN_EVENTS = [
    ("2024-08-06", "Kursk", {"border-raid.txt", "a-month-in-kursk.md"}),
    ("2025-01-05", "Kursk|Berdin", {"meridian-dispatch.txt", "winter-assault.txt"}),
    ("2025-03-13", "Sudzha", {"sudzha-page.html"}),
    ("2025-04-19/2025-04-20", "truce|pause|ceasefire", {"newsfeed-export.json"}),
    ("2025-04-26", "Kursk", {"last-village.txt", "newsfeed-export.json"}),
    ("2025-04-30", "minerals", {"newsfeed-export.json", "back-across.txt"}),
    ("2025-05-04", "Tetkino", {"back-across.txt", "after-the-parade.txt", "the-gamble.txt"}),
    ("2025-05-08", "truce|ceasefire", {"newsfeed-export.json", "after-the-parade.txt"}),
    ("2025-05-09", "parade|Red Square", {"newsfeed-export.json", "after-the-parade.txt"}),
]
"""Date, what the event speaks of, and the files that tell it: lines that no chronology of the folder may lack."""

NEED_DATES = ("2024-08-06", "2025-01-05", "2025-05-04")
"""Days that only articles tell whose own date newsline cannot tell to the day: told where that is given."""
TOLD_UNDATED = [row for row in MAIN_EVENTS if row[0] not in NEED_DATES]

OTHER_EVENTS = [
    ("2024-08-10", "acknowledged", {"a-month-in-kursk.md"}),
    ("2024-08-15", "Sudzha", {"a-month-in-kursk.md"}),
    ("2024-08-16", "Glushkovo", {"a-month-in-kursk.md"}),
    ("2024-12", "dismissed", {"meridian-dispatch.txt"}),
    ("2024-12", "press conference", {"winter-assault.txt"}),
    ("2025-01-04", "Makhnovka", {"meridian-dispatch.txt"}),
    ("2025-01-20", "sworn in|inauguration", {"meridian-dispatch.txt"}),
    ("2025-02-01", "school", {"sudzha-page.html"}),
    ("2025-03-08", "pipeline", {"sudzha-page.html"}),
    ("2025-04-13", "Sumy", {"last-village.txt"}),
    ("2025-05-08", "ratified", {"after-the-parade.txt"}),
]
"""Events that must be found, though there may be no room for them."""


def find(timeline: Timeline, edtf: str, words: str) -> list[Event]:
    """The events that lie within a date and speak of one of the words."""
    wanted = parse(edtf)
    return [
        event
        for event in timeline.events
        if wanted.contains(event.span) and re.search(words, " ".join(mention.quote for mention in event.mentions))
    ]


@pytest.mark.parametrize(("edtf", "words", "files"), TOLD_UNDATED, ids=[row[0] for row in TOLD_UNDATED])
def test_the_chronology_of_the_seeds_tells(seeds: Timeline, edtf: str, words: str, files: set[str]) -> None:
    _told(seeds, edtf, words, files)


@pytest.mark.parametrize(("edtf", "words", "files"), MAIN_EVENTS, ids=[row[0] for row in MAIN_EVENTS])
def test_with_the_dates_given_it_tells(dated_seeds: Timeline, edtf: str, words: str, files: set[str]) -> None:
    _told(dated_seeds, edtf, words, files)


@pytest.mark.parametrize(("edtf", "words", "files"), OTHER_EVENTS, ids=[f"{row[0]} {row[1]}" for row in OTHER_EVENTS])
def test_in_the_seeds_is_found(all_of_seeds: Timeline, edtf: str, words: str, files: set[str]) -> None:
    _told(all_of_seeds, edtf, words, files)


def _told(timeline: Timeline, edtf: str, words: str, files: set[str]) -> None:
    found = find(timeline, edtf, words)
    assert found, f"nothing on {edtf}"
    sources = [{mention.article.partition("#")[0] for mention in event.mentions} for event in found]
    assert any(files <= told for told in sources), sources


@pytest.mark.parametrize(
    ("file", "edtf"),
    [
        ("a-month-in-kursk.md", "2024-09-06"),
        ("after-the-parade.txt", "2025-05-09/2025-05-10"),
        ("back-across.txt", "2025-05-05/2025-05-07"),
        ("meridian-dispatch.txt", "2025-01-06"),
        ("newsfeed-export.json#1", "2025-04-21"),
        ("newsfeed-export.json#2", "2025-04-28"),
        ("newsfeed-export.json#3", "2025-05-01"),
        ("sudzha-page.html", "2025-03-14"),
    ],
)
def test_the_seeds_are_dated(seeds: Timeline, file: str, edtf: str) -> None:
    published = next(article.dating.published for article in seeds.articles if article.id == file)
    assert published is not None
    assert parse(edtf).contains(published), f"{published} is not in {edtf}"


@pytest.mark.parametrize("file", ["border-raid.txt", "last-village.txt", "the-gamble.txt", "winter-assault.txt"])
def test_what_cannot_be_told_to_the_day_is_not_told_wrong(seeds: Timeline, file: str) -> None:
    published = next(article.dating.published for article in seeds.articles if article.id == file)
    assert published is not None
    assert published.contains(parse(PUBLISHED[file]))


def test_a_plan_that_was_carried_out_is_one_event_that_happened(dated_seeds: Timeline) -> None:
    for edtf, words in (("2025-05-08", "truce"), ("2025-05-09", "parade")):
        events = [event for event in find(dated_seeds, edtf, words) if len({m.article for m in event.mentions}) > 1]
        assert [event.status for event in events] == [Factuality.HAPPENED]


def test_sources_that_disagree_on_a_number_are_told(dated_seeds: Timeline) -> None:
    texts = [conflict.text for event in find(dated_seeds, "2024-08-06", "border") for conflict in event.conflicts]
    assert any("300" in text and "1,000" in text for text in texts), texts


def test_who_declared_the_region_free_is_named(dated_seeds: Timeline) -> None:
    told = [event.attributed_to or event.text for event in find(dated_seeds, "2025-04-26", "driven out")]
    assert told
    assert all(re.search("Gerasimov|general|Moscow|Russia", line) for line in told), told


def test_no_date_of_the_seeds_is_invented(seeds: Timeline) -> None:
    for event in seeds.events:
        assert date(2022, 2, 1) <= event.span.first, f"{event.span}: {event.text}"
        assert event.span.last <= date(2025, 12, 31), f"{event.span}: {event.text}"
        assert not parse("2025-08").overlaps(event.span) or event.span.days > 31, f"{event.span}: {event.text}"


NOT_TOLD = (
    "1941",
    "Frost has hardened",
    "newsletter",
    "Sunday Ledger",
    "live page",
    "Ferry strike",
    "Cup final",
    "Photo:",
    "All rights reserved",
    "Was it worth it",
)
"""Comparisons, the weather, services, navigation, related stories, captions, footers."""


@pytest.mark.parametrize("words", NOT_TOLD)
def test_what_is_no_event_is_not_told(seeds: Timeline, words: str) -> None:
    assert not [event.text for event in seeds.events if words in event.text]


@pytest.mark.parametrize("folder", ["seeds", "ferry"])
def test_quotes_are_exact_slices(folder: str, request: pytest.FixtureRequest) -> None:
    timeline: Timeline = request.getfixturevalue(folder)
    root = SEEDS if folder == "seeds" else FOLDERS / folder / "articles"
    texts = {item.id: item.text for item in read([root]) if isinstance(item, Article)}
    assert timeline.events
    for event in timeline.events:
        assert texts[event.article][event.start : event.end] == event.text
        for mention in event.mentions:
            assert texts[mention.article][mention.start : mention.end] == mention.text
            assert texts[mention.article][mention.quote_start : mention.quote_end] == mention.quote


# A folder without any date in its files but one


FERRY_EVENTS = [
    ("2009-02-13/2009-02-14", "reef|sank", "happened"),
    ("2009-02-15", "captain", "happened"),
    ("2009-03-05", "inquiry", "happened"),
    ("2009-05-18", "inquiry", "happened"),
    ("2009-05-31", "crane", "happened"),
    ("2009-06-05", "towed", "planned"),
    ("2009-11-26", "report", "happened"),
    ("2010-02-08", "manslaughter", "happened"),
    ("2010-02-13", "stone", "happened"),
    ("2010-09", "trial", "planned"),
]


@pytest.mark.parametrize(("edtf", "words", "status"), FERRY_EVENTS)
def test_the_ferry_folder_tells(ferry: Timeline, edtf: str, words: str, status: str) -> None:
    assert [event.status.value for event in find(ferry, edtf, words) if event.status.value == status], edtf


def test_the_night_of_the_accident_is_disputed(ferry: Timeline) -> None:
    texts = [conflict.text for event in find(ferry, "2009-02", "sank|reef") for conflict in event.conflicts]
    assert any("13" in text and "14" in text for text in texts), texts


def test_a_copy_counts_once(ferry: Timeline) -> None:
    copies = {article.id: article.copy_of for article in ferry.articles if article.copy_of}
    assert copies == {"c-third-day-copy.txt": "b-third-day.txt"}
