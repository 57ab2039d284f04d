"""The JSON contract."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from newsline.formats import render
from newsline.formats.json import dumps
from newsline.formats.records import articles_record, timeline_record
from newsline.formats.view import View
from tests.formats.samples import EMPTY, HOSTILE, TIMELINE, hostile_timeline


def validator(name: str) -> Draft202012Validator:
    schema = json.loads(files("newsline.formats").joinpath(f"{name}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.mark.parametrize("timeline", [TIMELINE, EMPTY, hostile_timeline("x")], ids=["full", "empty", "one"])
def test_documents_follow_the_schemas(timeline: Any) -> None:
    validator("timeline").validate(json.loads(render("json", timeline, View())))
    validator("articles").validate(articles_record(timeline.articles, timeline.skipped))


@pytest.mark.parametrize("key", ["id", "date", "earliest", "text", "status", "sources", "conflicts", "precision"])
def test_the_schema_refuses_an_event_without(key: str) -> None:
    record = timeline_record(TIMELINE)
    del record["events"][0][key]
    assert not validator("timeline").is_valid(record)


def test_an_event_has_the_documented_shape() -> None:
    event = timeline_record(TIMELINE)["events"][1]
    assert event["date"] == "[2031-01-05,2031-01-12,2031-01-19]"
    assert (event["earliest"], event["latest"], event["precision"]) == ("2031-01-05", "2031-01-19", "day")
    source = event["sources"][1]
    assert (
        source["quote"][source["phrase_start"] - source["start"] : source["phrase_end"] - source["start"]] == "Sunday"
    )
    assert (source["publisher"], source["published"]) == ("Harbour Post", "2031-01-06")
    assert event["conflicts"][0]["articles"] == ["a.txt", "news/b.html"]


def test_lines_are_the_same_events_and_the_files_left_out() -> None:
    lines = [json.loads(line) for line in render("jsonl", TIMELINE, View()).splitlines()]
    events = [{key: value for key, value in line.items() if key != "type"} for line in lines if line["type"] == "event"]
    assert events == timeline_record(TIMELINE)["events"]
    assert [line["path"] for line in lines if line["type"] == "skipped"] == ["scan.bin", "e.txt"]
    assert render("jsonl", EMPTY, View()) == ""


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_come_back_as_they_were(text: str) -> None:
    document = render("json", hostile_timeline(text), View())
    assert json.loads(document)["events"][0]["text"] == text
    assert not any(char in document for char in "\x1b\x7f\x9b\u2028")


@given(st.text(alphabet=st.characters(exclude_categories=[])))
def test_any_text_can_be_encoded_and_comes_back(text: str) -> None:
    document = dumps({"text": text})
    assert json.loads(document.encode("utf-8").decode("utf-8")) == {"text": text}
    assert document.count("\n") == 1
