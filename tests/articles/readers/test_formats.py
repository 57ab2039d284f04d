"""The table of formats, and one folder with an article in each of them."""

from __future__ import annotations

import csv
import gzip
import io
import json
import mailbox
import plistlib
import subprocess
import sys
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from newsline.articles.read import read
from newsline.articles.readers import FORMATS, InputFormat, recognise
from newsline.articles.sentences import split
from newsline.model import Article

TITLE = "Ferry line to Varnholm reopens"
PARAGRAPHS = (
    "The ferry between Lundvik and Varnholm is running again since Monday, eleven weeks after a collision in fog.",
    "Two people were killed in the accident on 14 February. The captain of the freighter was charged last month.",
    "The company plans to order a second ship in September, its director, Per Odell, said on Tuesday night.",
)
TEXT = "\n\n".join((TITLE, *PARAGRAPHS))
PAGE = (
    f"<!DOCTYPE html><html lang='en'><head><title>{TITLE}</title></head><body><nav><a href='/'>Home</a></nav><article>"
    f"<h1>{TITLE}</h1>{''.join(f'<p>{paragraph}</p>' for paragraph in PARAGRAPHS)}</article></body></html>"
)
NITF = (
    f"<nitf><body><body.head><hedline><hl1>{TITLE}</hl1></hedline></body.head><body.content>"
    f"{''.join(f'<p>{paragraph}</p>' for paragraph in PARAGRAPHS)}</body.content></body></nitf>"
)
SAMPLES = Path(__file__).parent.parent / "samples"


def test_every_reader_of_the_table_can_be_loaded() -> None:
    for row in FORMATS:
        assert row.suffixes
        assert row.needs == () or row.extra
        if row.is_installed:
            assert callable(row.load())


def test_names_and_suffixes_are_unique() -> None:
    assert len({row.name for row in FORMATS}) == len(FORMATS)
    suffixes = [suffix for row in FORMATS if not row.by_content for suffix in row.suffixes]
    assert len(set(suffixes)) == len(suffixes)


def test_extras_are_those_of_the_project() -> None:
    import tomllib

    project = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text())["project"]
    assert {row.extra for row in FORMATS if row.extra} <= set(project["optional-dependencies"])


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.TXT", b"text", "plain text"),
        ("README", b"text", "plain text"),
        ("2025.05.04", b"text", "plain text"),
        ("Mr. Lund speaks", b"text", "plain text"),
        ("-", b'{"text": "x"}', "JSON"),
        ("-", b"  <html>", "HTML"),
        ("a.xml", b"<?xml version='1.0'?><!-- x --><rss version='2.0'>", "RSS, Atom"),
        ("a.bin", b"%PDF-1.4", "PDF"),
        ("a.warc.gz", b"\x1f\x8b\x08", "WARC"),
        ("a.txt.gz", b"\x1f\x8b\x08", "gzip"),
        ("a.exe", b"MZ", None),
    ],
)
def test_recognition(name: str, content: bytes, expected: str | None) -> None:
    found = recognise(name, content)
    assert (found.name if found else None) == expected


def test_a_missing_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(InputFormat, "is_installed", property(lambda row: row.extra is None))
    (tmp_path / "a.docx").write_bytes((SAMPLES / "pandoc.docx").read_bytes())
    (item,) = read([tmp_path])
    assert not isinstance(item, Article)
    assert 'pip install "newsline[office]"' in item.reason


def rtf() -> bytes:
    return ("{\\rtf1\\ansi\\ansicpg1252 " + "\\par ".join((TITLE, *PARAGRAPHS)) + "}").encode("cp1252")


def message() -> EmailMessage:
    mail = EmailMessage()
    mail["Subject"] = TITLE
    mail.set_content("\n\n".join(PARAGRAPHS))
    return mail


def mhtml() -> bytes:
    mail = EmailMessage()
    mail["From"] = "<Saved by Blink>"
    mail.set_content("x")
    mail.make_mixed()
    part = EmailMessage()
    part.set_content(PAGE, subtype="html")
    mail.attach(part)
    return bytes(mail)


def zipped(files: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, content in files.items():
            package.writestr(name, content)
    return buffer.getvalue()


def odt() -> bytes:
    names = "urn:oasis:names:tc:opendocument:xmlns"
    namespaces = f'xmlns:o="{names}:office:1.0" xmlns:t="{names}:text:1.0"'
    body = f"<t:h>{TITLE}</t:h>" + "".join(f"<t:p>{paragraph}</t:p>" for paragraph in PARAGRAPHS)
    content = f"<o:document-content {namespaces}><o:body><o:text>{body}</o:text></o:body></o:document-content>"
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def table(delimiter: str) -> bytes:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=delimiter).writerows([["title", "text"], [TITLE, "\n\n".join(PARAGRAPHS)]])
    return buffer.getvalue().encode()


RECORD = json.dumps({"title": TITLE, "content": "\n\n".join(PARAGRAPHS)})
FILES: dict[str, bytes] = {
    "plain.txt": TEXT.encode(),
    "windows.txt": TEXT.replace("\n", "\r\n").encode("utf-16"),
    "markdown.md": f"# {TITLE}\n\n{chr(10).join(f'{paragraph}{chr(10)}' for paragraph in PARAGRAPHS)}".encode(),
    "page.html": PAGE.encode(),
    "page.mhtml": mhtml(),
    "page.webarchive": plistlib.dumps(
        {"WebMainResource": {"WebResourceData": PAGE.encode(), "WebResourceURL": "https://h.example/"}},
        fmt=plistlib.FMT_BINARY,
    ),
    "record.json": RECORD.encode(),
    "records.jsonl": RECORD.encode(),
    "table.csv": table(","),
    "table.tsv": table("\t"),
    "message.eml": bytes(message()),
    "item.nitf": NITF.encode(),
    "packed.txt.gz": gzip.compress(TEXT.encode()),
    "packed.zip": zipped({"a.txt": TEXT}),
    "document.rtf": rtf(),
    "document.odt": odt(),
}


def test_a_folder_with_every_format_gives_the_sentences_of_plain_text(tmp_path: Path) -> None:
    for name, content in FILES.items():
        (tmp_path / name).write_bytes(content)
    box = mailbox.mbox(tmp_path / "box.mbox")
    box.add(message())
    box.close()
    skipped = [item for item in read([tmp_path]) if not isinstance(item, Article)]
    assert all("needs an extra" in item.reason for item in skipped)
    found = {item.id: item for item in read([tmp_path]) if isinstance(item, Article)}
    assert len(found) + len(skipped) == len(FILES) + 1
    expected = [(item.kind, item.text) for item in split(found["plain.txt"])]
    assert len(expected) == 5
    for name, article in found.items():
        assert [(item.kind, item.text) for item in split(article)] == expected, name
        assert article.title == TITLE, name


def test_formats_are_imported_only_when_they_are_needed() -> None:
    heavy = ("lxml", "trafilatura", "dateparser", "pypdfium2", "docx", "yaml", "charset_normalizer")
    program = (
        "import sys; from pathlib import Path; from newsline.articles.read import read\n"
        "list(read([Path(sys.argv[1])]))\n"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    path = Path(__file__).parents[3] / "LICENSE"
    done = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
