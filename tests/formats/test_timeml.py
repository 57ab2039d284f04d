"""TimeML: an XML parser reads the same text back, and every attribute is one that TimeML 1.2.1 allows."""

from __future__ import annotations

import re
from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsline.dates import span as spans
from newsline.dates.resolve import resolve
from newsline.dates.span import Precision, Span
from newsline.dates.tag import tag_text
from newsline.formats import timeml
from newsline.model import Article, DatedFrom, Dating

DAY = spans.day(date(2024, 3, 13))
TYPES = {"DATE", "TIME", "DURATION", "SET"}
MODS = {
    "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE",
    "START", "MID", "END", "APPROX",
}  # fmt: skip
FUNCTIONS = {
    "CREATION_TIME", "EXPIRATION_TIME", "MODIFICATION_TIME", "PUBLICATION_TIME", "RELEASE_TIME", "RECEPTION_TIME",
    "NONE",
}  # fmt: skip
ATTRIBUTES = {
    "tid", "type", "value", "mod", "quant", "freq", "temporalFunction", "functionInDocument", "anchorTimeID",
    "beginPoint", "endPoint", "valueFromFunction", "comment",
}  # fmt: skip
TIME = r"T(?:[0-2]\d:[0-5]\d(?::[0-5]\d)?(?:Z|[+-]\d\d(?::?\d\d)?|[A-Z]{3,4})?|[A-Z]{2})"
DATE = (
    r"(?:\d{2,4}|BC\d{4}|(?:\d{4}|XXXX)-(?:\d\d|XX|Q[1-4X]|H[12X]|SP|SU|FA|WI|W(?:\d\d|XX)(?:-(?:[1-7]|WE))?)"
    r"|(?:\d{4}|XXXX)-(?:\d\d|XX)-(?:\d\d|XX)|FY\d{4}(?:-(?:Q[1-4]|H[12]))?|(?:PAST|PRESENT|FUTURE)_REF)"
)
NUMBER = r"(?:\d+(?:\.\d+)?|X)"
PERIOD = rf"P(?:{NUMBER}(?:ML|CE|DE|Y|Q|H|M|WE|W|D|NI|S))*(?:T(?:{NUMBER}[HMS])+)?"
VALUES = {
    "DATE": rf"{DATE}",
    "TIME": rf"(?:{DATE}{TIME}|{DATE}|{TIME})",
    "DURATION": PERIOD,
    "SET": rf"(?:{PERIOD}|{DATE}(?:{TIME})?)",
}
TEXT = (
    "The strike began on 3 May 2019 and ended three days later, on Monday morning at 9 a.m. "
    "In the past three weeks, talks failed twice a week. Every Monday the council meets. "
    "It lasted from 3 to 7 March. Early last year, in the 1990s, and since August, prices rose about two years. "
    "By the end of 2018 and recently, last weekend, in the summer of 2022, in the first half of 2023."
)


def written(text: str, published: Span | None = DAY, title: str | None = None, name: str = "a.txt") -> str:
    found = resolve(tag_text(text), published)
    return timeml.write(Article(name, text, title), Dating(name, published, DatedFrom.GIVEN), found)


def inner(document: str) -> ElementTree.Element:
    body = ElementTree.fromstring(document.encode()).find("TEXT")
    assert body is not None
    return body


def check(document: str) -> None:
    """What the schema of TimeML 1.2.1 and its guidelines ask of TIMEX3."""
    root = ElementTree.fromstring(document.encode())
    assert root.tag == "TimeML"
    assert [child.tag for child in root if child.tag != "TITLE"] == ["DOCID", "DCT", "TEXT"]
    elements = list(root.iter("TIMEX3"))
    names = [element.attrib["tid"] for element in elements]
    assert len(names) == len(set(names))
    creation = [element for element in elements if element.attrib["functionInDocument"] == "CREATION_TIME"]
    assert [element.attrib["tid"] for element in creation] == ["t0"]
    for element in elements:
        found = element.attrib
        assert set(found) <= ATTRIBUTES
        assert re.fullmatch(r"t\d+", found["tid"])
        assert found["type"] in TYPES
        assert re.fullmatch(VALUES[found["type"]], found["value"]), found
        assert found.get("mod", "APPROX") in MODS
        assert found["temporalFunction"] in {"true", "false"}
        assert found["functionInDocument"] in FUNCTIONS
        for role in ("anchorTimeID", "beginPoint", "endPoint"):
            assert found.get(role, "t0") in names
        assert ("anchorTimeID" in found) == (found["temporalFunction"] == "true")
        assert ("beginPoint" in found) == ("endPoint" in found)
        assert found["type"] == "SET" or not {"quant", "freq"} & set(found)
        assert re.fullmatch(r"\d+X", found.get("freq", "1X")) or re.fullmatch(PERIOD, found["freq"])


def test_a_text_with_everything() -> None:
    document = written(TEXT, title="Strike & <prices>")
    check(document)
    assert "".join(inner(document).itertext()) == TEXT
    values = {element.text: element.attrib["value"] for element in inner(document) if element.text}
    assert values["3 May 2019"] == "2019-05-03"
    assert values["three days later"] == "2019-05-06"
    types = {element.attrib["type"] for element in inner(document)}
    assert types == TYPES


def test_the_last_date_told_is_the_anchor() -> None:
    elements = {element.text: element.attrib for element in inner(written(TEXT))}
    told, later = elements["3 May 2019"], elements["three days later"]
    assert later["anchorTimeID"] == told["tid"]
    assert "anchorTimeID" not in told
    assert elements["Early last year"]["anchorTimeID"] == "t0"
    assert elements["Early last year"]["mod"] == "START"


def test_an_anchored_duration_has_its_ends() -> None:
    elements = list(inner(written("In the past three weeks, talks failed.")))
    assert [element.attrib.get("value") for element in elements] == ["P3W", "2024-02-21", "2024-03-13"]
    assert elements[0].attrib["beginPoint"] == elements[1].attrib["tid"]
    assert elements[0].attrib["endPoint"] == elements[2].attrib["tid"]
    assert [element.text for element in elements[1:]] == [None, None]


def test_a_set_has_its_quantity_and_frequency() -> None:
    elements = {element.text: element.attrib for element in inner(written("They met every day and twice a week."))}
    assert elements["every day"]["quant"].upper() == "EVERY"
    assert elements["twice a week"]["freq"] == "2X"


@pytest.mark.parametrize(
    ("published", "value"),
    [
        (DAY, "2024-03-13"),
        (None, "XXXX-XX-XX"),
        (spans.month(2024, 3), "2024-03"),
        (spans.year(2024), "2024"),
        (spans.week(date(2024, 3, 13)), "2024-W11"),
        (Span(date(2025, 5, 5), date(2025, 5, 7), Precision.DAY), "2025-05"),
        (spans.one_of([spans.day(date(2025, 1, 5)), spans.day(date(2025, 1, 12))]), "2025-01"),
        (Span(date(2024, 12, 30), date(2025, 1, 2), Precision.DAY), "XXXX-XX-XX"),
    ],
)
def test_creation_time(published: Span | None, value: str) -> None:
    document = written("It began in August.", published)
    check(document)
    creation = ElementTree.fromstring(document.encode()).find("DCT/TIMEX3")
    assert creation is not None
    assert creation.attrib["value"] == value
    assert creation.text == (str(published) if published else "XXXX-XX-XX")


HOSTILE = [
    "</TEXT></TimeML><!-- today --> & &amp; ]]> today",
    "<TIMEX3 tid='t0'>today</TIMEX3> \"today\"",
    "<!DOCTYPE x [<!ENTITY a 'b'>]> &a; today",
    "line\r\nline\rline\ttoday\n\n  today  ",
    "emoji \U0001f600 today, \u202e today, \u2028 today",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text(text: str) -> None:
    document = written(text, title=text, name=text)
    check(document)
    assert "".join(inner(document).itertext()) == text
    assert any(element.text == "today" for element in inner(document))
    root = ElementTree.fromstring(document.encode())
    assert root.findtext("DOCID") == root.findtext("TITLE") == text


def test_what_xml_cannot_hold() -> None:
    text = "\x1b[31mtoday\x00\ud800\uffff"
    assert "".join(inner(written(text)).itertext()) == "\ufffd[31mtoday\ufffd\ufffd\ufffd"


PIECES = st.sampled_from(
    ["on Monday", "3 May 2019", "<", "&", "three days later", "\r", "\x07", "every day", ". ", "]]>"]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=12).map(" ".join)), st.sampled_from([DAY, None]))
def test_any_text(text: str, published: Span | None) -> None:
    document = written(text, published)
    check(document)
    assert "".join(inner(document).itertext()) == timeml.FORBIDDEN.sub("\ufffd", text)
