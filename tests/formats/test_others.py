"""Formats for other programs, read back by their own parsers or by a second library."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
from datetime import date, datetime

import orgparse
import pytest
import vobject
from icalendar import Calendar
from msgspec.structs import replace
from pyld import jsonld

from newsline.dates.span import Precision, Span
from newsline.formats import render
from newsline.formats.view import View
from newsline.formats.words import plain
from tests.formats.samples import EMPTY, HOSTILE, TIMELINE, event, hostile_timeline


def calendar_of(timeline: object = TIMELINE) -> str:
    return render("icalendar", timeline, View())  # type: ignore[arg-type]


def test_a_month_in_a_calendar_is_the_whole_month_and_says_so() -> None:
    found = {str(part["uid"]): part for part in Calendar.from_ical(calendar_of()).walk("VEVENT")}
    planned = found["e-00000005@newsline"]
    assert (planned["dtstart"].dt, planned["dtend"].dt) == (date(2031, 8, 1), date(2031, 9, 1))
    assert str(planned["summary"]) == "about August 2031: A new bridge is to open. [planned]"
    assert str(planned["status"]) == "TENTATIVE"
    year = found["e-00000001@newsline"]
    assert str(year["summary"]) == "sometime in 2029: The council voted for a new bridge."
    day = found["e-00000004@newsline"]
    assert (day["dtstart"].dt, day["dtend"].dt) == (date(2031, 5, 4), date(2031, 5, 5))


def test_a_calendar_is_read_by_a_second_library() -> None:
    component = vobject.readOne(calendar_of())
    events = component.vevent_list
    assert [str(one.uid.value) for one in events] == [f"{one.id}@newsline" for one in TIMELINE.events]
    assert "Harbour Post (6 January 2031)" in events[1].description.value
    assert events[1].url.value.startswith("https://harbourpost.example/")
    assert all(len(line.encode()) <= 75 for line in calendar_of().split("\r\n"))


def test_a_clock_time_is_kept_without_a_zone() -> None:
    at = Span(date(2031, 5, 4), date(2031, 5, 4), Precision.MINUTE, time="T15:30")
    timeline = replace(TIMELINE, events=(event("0000000a", at, "The bell rang."),))
    (found,) = Calendar.from_ical(calendar_of(timeline)).walk("VEVENT")
    assert found["dtstart"].dt == datetime(2031, 5, 4, 15, 30)


def test_an_empty_calendar_is_one() -> None:
    assert Calendar.from_ical(calendar_of(EMPTY)).walk("VEVENT") == []


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_in_its_property(text: str) -> None:
    component = vobject.readOne(calendar_of(hostile_timeline(text)))
    assert len(component.vevent_list) == 1
    assert component.vevent.uid.value == "e-0badcafe@newsline"


def test_org_has_its_years_months_and_links() -> None:
    root = orgparse.loads(render("org", TIMELINE, View()))
    assert [(node.level, node.heading) for node in root[1:]] == [
        (1, "2029"),
        (1, "2031"),
        (2, "January 2031"),
        (2, "May 2031"),
        (2, "August 2031"),
        (1, "Left out"),
    ]
    assert "Harbour Post (6 January 2031)" in root[3].get_body(format="plain")
    assert "https://harbourpost.example" not in root[3].get_body(format="plain")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_adds_nothing_to_an_org_outline(text: str) -> None:
    root = orgparse.loads(render("org", hostile_timeline(text), View()))
    assert [node.heading for node in root[1:]] == ["2031", "January 2031", "Left out"]


@pytest.mark.parametrize(("name", "delimiter"), [("csv", ","), ("tsv", "\t")])
@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_is_a_formula(name: str, delimiter: str, text: str) -> None:
    rows = list(csv.reader(io.StringIO(render(name, hostile_timeline(text), View())), delimiter=delimiter))
    assert len(rows) == 2
    assert len(rows[0]) == len(rows[1])
    assert not [cell for cell in rows[1] if cell[:1] in tuple("=+-@\t\r")]


def test_csv_has_a_row_for_each_event() -> None:
    rows = list(csv.DictReader(io.StringIO(render("csv", TIMELINE, View()))))
    assert [row["id"] for row in rows] == [one.id for one in TIMELINE.events]
    assert rows[4]["date"] == "2031-08~"
    assert rows[4]["status"] == "planned"
    assert (
        rows[1]["sources"]
        == "a.txt (5 or 6 May 2031, inferred); Harbour Post (6 January 2031); Valley Wire (6 January 2031)"
    )


def test_csl_is_a_bibliography() -> None:
    from citeproc.source.json import CiteProcJSON

    items = json.loads(render("csl", TIMELINE, View()))
    source = CiteProcJSON(items)
    assert {str(key) for key in source} == {"a.txt", "news/b.html", "c.txt", "d.txt"}
    by_id = {item["id"]: item for item in items}
    assert by_id["a.txt"]["issued"] == {"date-parts": [[2031, 5, 5], [2031, 5, 6]], "circa": True}
    assert by_id["news/b.html"]["issued"] == {"date-parts": [[2031, 1, 6]]}
    assert "issued" not in by_id["c.txt"]
    assert by_id["news/b.html"]["container-title"] == "Harbour Post"


def schema_org(url: str, options: object) -> dict[str, object]:
    """Stands in for the network: every term of the context is one of Schema.org's vocabulary."""
    assert url.startswith("https://schema.org")
    context = {"@context": {"@vocab": "https://schema.org/"}}
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": context}


def test_jsonld_expands_to_schema_org() -> None:
    document = json.loads(render("jsonld", TIMELINE, View()))
    (expanded,) = jsonld.expand(document, {"documentLoader": schema_org})
    assert expanded["@type"] == ["https://schema.org/ItemList"]
    items = expanded["https://schema.org/itemListElement"]
    assert len(items) == len(TIMELINE.events)
    last = items[-1]["https://schema.org/item"][0]
    assert last["@type"] == ["https://schema.org/Event"]
    assert last["https://schema.org/description"][0]["@value"] == "About August 2031. Planned"
    assert last["https://schema.org/startDate"][0]["@value"] == "2031-08-01"
    assert last["https://schema.org/endDate"][0]["@value"] == "2031-08-31"


def test_a_link_that_is_no_web_address_is_left_out_everywhere() -> None:
    timeline = hostile_timeline("<script>")
    for name in ("html", "markdown", "csl", "jsonld", "icalendar", "timelinejs", "org"):
        assert "javascript:" not in render(name, timeline, View())


def strings(value: object) -> list[str]:
    """The words and spaces of a pandoc document, and the kinds of all its elements."""
    if isinstance(value, dict):
        content = value.get("c", [])
        kind = value.get("t")
        if kind == "Str":
            return [content]
        own = [" "] if kind in ("Space", "SoftBreak", "LineBreak", "Plain", "Para") else []
        return own + [part for item in value.values() for part in strings(item)]
    return [part for item in value for part in strings(item)] if isinstance(value, list) else []


def kinds(value: object) -> set[str]:
    if isinstance(value, dict):
        own = {str(value["t"])} if "t" in value else set()
        return own.union(*map(kinds, value.values()))
    return set().union(*map(kinds, value)) if isinstance(value, list) else set()


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="no pandoc here")
@pytest.mark.parametrize(("name", "reader"), [("org", "org"), ("markdown", "commonmark"), ("markdown", "gfm")])
def test_pandoc_reads_hostile_text_as_text(name: str, reader: str) -> None:
    events = tuple(
        replace(hostile_timeline(text).events[0], id=f"e-{number}", attributed_to=None, conflicts=())
        for number, text in enumerate(HOSTILE)
    )
    document = render(name, replace(TIMELINE, events=events), View())
    command = ["pandoc", "-f", reader, "-t", "json"]
    done = subprocess.run(command, input=document.encode(), capture_output=True, check=True, timeout=60)
    blocks = json.loads(done.stdout)["blocks"]
    shown = " ".join("".join(strings(blocks)).replace("\u200b", "").split())
    for text in HOSTILE:
        assert plain(text) in shown
    assert not kinds(blocks) & {"RawBlock", "RawInline", "Code", "CodeBlock", "Image", "Math", "Strikeout", "Note"}
