"""`newsline dates`."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

from tests.cli_runner import newsline, schema_errors


def test_dates_of_a_text() -> None:
    done = newsline(
        "dates", "--text", "It sank on Sunday; the report is due in June at last.", "--on", "2031-03-04", "-f", "json"
    )
    document = json.loads(done.stdout)
    assert done.returncode == 0
    assert schema_errors("expressions", document) == []
    (article,) = document["articles"]
    assert article["published"] == "2031-03-04"
    found = [(each["text"], each["type"], each["value"], each["date"]) for each in article["expressions"]]
    assert ("Sunday", "DATE", "2031-03-02", "2031-03-02") in found
    assert ("June", "DATE", "2031-06", "2031-06") in found


def test_dates_offsets_count_characters_of_the_file(undated: Path) -> None:
    done = newsline("dates", undated, "-f", "json", "--published", "2031-03-04")
    document = json.loads(done.stdout)
    assert schema_errors("expressions", document) == []
    for article in document["articles"]:
        text = (undated / article["article"]).read_text()
        assert article["expressions"]
        for each in article["expressions"]:
            assert text[each["start"] : each["end"]] == each["text"]


def test_dates_table_and_lines(undated: Path) -> None:
    table = newsline("dates", undated / "mill.txt", "--on", "2031-03-04").stdout.decode()
    assert "Sunday" in table
    assert "2031-03-02" in table
    lines = newsline("dates", undated, "-f", "jsonl").stdout.decode().splitlines()
    assert [json.loads(line)["article"] for line in lines] == ["inquiry.txt", "mill.txt", "sub/barn.txt"]


def test_timeml_has_one_document_for_each_article(undated: Path, tmp_path: Path) -> None:
    one = newsline("dates", undated / "mill.txt", "--on", "2031-03-04", "-f", "timeml")
    assert ElementTree.fromstring(one.stdout).find("TEXT/TIMEX3") is not None
    several = newsline("dates", undated, "-f", "timeml")
    assert (several.returncode, several.stdout) == (2, b"")
    assert b"--output FOLDER/" in several.stderr
    assert newsline("dates", undated, "-o", f"{tmp_path}/timeml/").returncode == 0
    written = sorted(path.relative_to(tmp_path).as_posix() for path in (tmp_path / "timeml").rglob("*.tml"))
    assert written == ["timeml/inquiry.txt.tml", "timeml/mill.txt.tml", "timeml/sub/barn.txt.tml"]
    for path in written:
        ElementTree.parse(tmp_path / path)


def test_date_order(undated: Path) -> None:
    (undated / "mill.txt").write_text("The mill burned down on 03/04/2031.\n")
    for order, day in {"mdy": "2031-03-04", "dmy": "2031-04-03"}.items():
        done = newsline("dates", undated / "mill.txt", "--date-order", order, "-f", "json")
        (each,) = json.loads(done.stdout)["articles"][0]["expressions"]
        assert each["value"] == day
