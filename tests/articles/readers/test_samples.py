"""Files that other programs made of one story: pandoc, LibreOffice, Chromium, reportlab, warcio.

All must give the sentences of the Markdown file that they were made of.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from newsline.articles.read import read
from newsline.articles.readers import recognise
from newsline.articles.sentences import split
from newsline.model import Article, Skipped

SAMPLES = Path(__file__).parent.parent / "samples"
TITLE = "Old bridge in Lundvik falls into the river"


def sentences(article: Article) -> list[str]:
    """Without the white space of line breaks, typographic quotes made straight."""
    return [" ".join(item.text.split()).replace("“", '"').replace("”", '"') for item in split(article)]


def articles(name: str) -> list[Article]:
    kind = recognise(name, (SAMPLES / name).read_bytes())
    assert kind is not None
    if not kind.is_installed:
        pytest.skip(f"newsline[{kind.extra}] is not installed")
    return [item for item in read([SAMPLES / name]) if isinstance(item, Article)]


@pytest.mark.parametrize(
    "name",
    [
        "chromium.mhtml", "libreoffice.docx", "libreoffice.epub", "libreoffice.pdf", "libreoffice.rtf", "pandoc.docx",
        "pandoc.epub", "pandoc.odt", "pandoc.rtf", "reportlab-columns.pdf", "warcio.warc.gz",
    ],
)  # fmt: skip
def test_the_story_is_the_same_in_every_file(name: str) -> None:
    (story,) = articles("story.md")
    found = articles(name)
    assert [article.title for article in found] == [TITLE]
    assert sentences(found[0]) == sentences(story)


def test_a_page_printed_by_a_browser() -> None:
    (story,) = articles("story.md")
    (printed,) = articles("chromium.pdf")
    assert printed.url == "http://localhost:8123/2025/05/04/bridge.html"
    assert ("url", "2025-05-04") in [(signal.signal, str(signal.span)) for signal in printed.signals]
    found = sentences(printed)
    assert [sentence for sentence in found if sentence not in ("Home News", "All rights reserved.")] == sentences(story)


@pytest.mark.parametrize(
    ("name", "words"), [("reportlab-scan.pdf", "scanned"), ("reportlab-encrypted.pdf", "encrypted")]
)
def test_pdfs_without_a_text_say_so(name: str, words: str) -> None:
    (item,) = read([SAMPLES / name])
    assert isinstance(item, Skipped)
    assert words in item.reason


def test_dates_of_saved_pages() -> None:
    for name in ("chromium.mhtml", "warcio.warc.gz"):
        (article,) = articles(name)
        assert article.publisher == "Varn Valley Herald"
        assert ("meta", "2025-05-04") in [(signal.signal, str(signal.span)) for signal in article.signals]


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.iterdir()))
@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.95])
def test_files_that_were_cut_off_are_read_or_left_out(tmp_path: Path, name: str, share: float) -> None:
    data = (SAMPLES / name).read_bytes()
    (tmp_path / name).write_bytes(data[: int(share * len(data))])
    items = list(read([tmp_path]))
    assert items
    assert all(item.reason if isinstance(item, Skipped) else item.text.strip() for item in items)


@pytest.mark.parametrize(
    "suffix", [".pdf", ".docx", ".rtf", ".odt", ".epub", ".eml", ".json", ".zip", ".gz", ".csv", ".warc"]
)
def test_a_page_that_lies_about_its_format(tmp_path: Path, suffix: str) -> None:
    (tmp_path / f"a{suffix}").write_text(
        f"<!DOCTYPE html><html><body><h1>{TITLE}</h1><p>The bridge fell on Sunday.</p></body></html>"
    )
    (item,) = read([tmp_path])
    if suffix == ".warc":
        assert isinstance(item, Skipped)
    else:
        assert isinstance(item, Article)
        assert item.text == f"{TITLE}\n\nThe bridge fell on Sunday."


@pytest.mark.parametrize(
    "suffix", [".pdf", ".docx", ".rtf", ".odt", ".epub", ".mhtml", ".zip", ".gz", ".tar", ".parquet", ".arrow", ".warc"]
)
@pytest.mark.parametrize(
    "content", [b"The bridge fell on Sunday.", b"%PDF-1.7 no", b"PK\x03\x04 no", b"{\\rtf1 ", bytes(5000)]
)
def test_other_lies_and_damage_end_in_a_reason(tmp_path: Path, suffix: str, content: bytes) -> None:
    (tmp_path / f"a{suffix}").write_bytes(content)
    for item in read([tmp_path]):
        assert isinstance(item, Skipped) or item.text.strip()
