"""The format that an article comes in changes nothing of the chronology that it tells."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from newsline.articles.read import read
from newsline.dates import span as spans
from newsline.model import Article, Skipped
from newsline.pipeline import Options, build
from tests.articles.readers.test_formats import FILES, SAMPLES

STRAIGHT = str.maketrans("“”‘’", "\"\"''")
"""Word processors curl the quotation marks of what they convert."""
PUBLISHED = spans.day(date(2019, 5, 22))


def chronology(folder: Path) -> list[tuple[str, str, str]]:
    found = list(read([folder]))
    missing = [item.reason for item in found if isinstance(item, Skipped)]
    if missing and all("needs an extra" in reason for reason in missing):
        pytest.skip(missing[0])
    given = {item.id: PUBLISHED for item in found if isinstance(item, Article)}
    assert len(given) == 1
    timeline = build(found, Options(given=given))
    return [(str(event.span), event.text.translate(STRAIGHT), event.status.value) for event in timeline.events]


@pytest.mark.parametrize("name", [name for name in FILES if name != "plain.txt"])
def test_every_format_gives_the_chronology_of_plain_text(tmp_path: Path, name: str) -> None:
    for file in ("plain.txt", name):
        folder = tmp_path / file.replace(".", "-")
        folder.mkdir()
        (folder / file).write_bytes(FILES[file])
    expected = chronology(tmp_path / "plain-txt")
    assert {"2019-05-20", "2019-02-14", "2019-04"} <= {day for day, _, _ in expected}
    assert chronology(tmp_path / name.replace(".", "-")) == expected


@pytest.mark.parametrize(
    "name",
    [
        "pandoc.docx", "pandoc.odt", "pandoc.rtf", "pandoc.epub", "libreoffice.docx", "libreoffice.rtf",
        "libreoffice.pdf", "libreoffice.epub", "chromium.mhtml", "reportlab-columns.pdf", "warcio.warc.gz",
    ],
)  # fmt: skip
def test_files_of_other_programs_give_the_chronology_of_their_source(tmp_path: Path, name: str) -> None:
    for file in ("story.md", name):
        folder = tmp_path / file.replace(".", "-")
        folder.mkdir()
        (folder / file).write_bytes((SAMPLES / file).read_bytes())
    expected = chronology(tmp_path / "story-md")
    assert expected
    assert chronology(tmp_path / name.replace(".", "-")) == expected
