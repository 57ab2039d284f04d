"""Messages, mailboxes and pages saved as messages, written by the standard library and by hand."""

from __future__ import annotations

import mailbox
from email.message import EmailMessage
from pathlib import Path

import pytest

from newsline.articles.read import read
from newsline.model import Article, Skipped

STORY = "The bridge in Lund fell on Monday.\n\nFrom the bank, people saw it. Nobody was hurt.\n"


def message(text: str = STORY, subject: str = "Bridge falls in Lund") -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "The Harbour Chronicle <news@harbour.example>"
    mail["Subject"] = subject
    mail["Date"] = "Sun, 04 May 2025 23:30:00 -0700"
    mail.set_content(text)
    return mail


def read_all(path: Path) -> list[Article]:
    items = list(read([path]))
    assert all(isinstance(item, Article) for item in items), items
    return [item for item in items if isinstance(item, Article)]


def test_a_message(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(bytes(message(subject="Fwd: RE: Bridge falls in Lund")))
    (article,) = read_all(tmp_path)
    assert article.title == "Bridge falls in Lund"
    assert article.publisher == "The Harbour Chronicle"
    assert article.text == "Bridge falls in Lund\n\n" + STORY.strip()
    assert [(signal.signal, str(signal.span)) for signal in article.signals] == [("email", "2025-05-04")]


def test_html_stands_in_for_a_missing_text(tmp_path: Path) -> None:
    mail = message("see the web version")
    mail.add_alternative(
        "<html><body><p>The bridge fell.</p><p>Nobody was hurt in Lund.</p></body></html>", subtype="html"
    )
    (tmp_path / "a.eml").write_bytes(bytes(mail))
    (article,) = read_all(tmp_path)
    assert article.text == "Bridge falls in Lund\n\nThe bridge fell.\n\nNobody was hurt in Lund."


def test_attachments_are_read_too(tmp_path: Path) -> None:
    mail = message()
    mail.add_attachment("Another bridge fell in Oslo on Tuesday.", filename="oslo.txt")
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="x.png")
    (tmp_path / "a.eml").write_bytes(bytes(mail))
    assert [article.id for article in read_all(tmp_path)] == ["a.eml", "a.eml/oslo.txt"]


def test_a_mailbox(tmp_path: Path) -> None:
    box = mailbox.mbox(tmp_path / "a.mbox")
    for number in range(3):
        box.add(message(subject=f"Story {number}"))
    box.close()
    found = read_all(tmp_path)
    assert [(article.id, article.title) for article in found] == [(f"a.mbox#{n + 1}", f"Story {n}") for n in range(3)]
    assert all("From the bank" in article.text for article in found)


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "koi8-r"])
def test_charsets(tmp_path: Path, charset: str) -> None:
    text = "Мост упал в понедельник." if charset == "koi8-r" else "Die Brücke fiel am Montag."
    mail = EmailMessage()
    mail["Subject"] = "x"
    mail.set_content(text, charset=charset)
    (tmp_path / "a.eml").write_bytes(bytes(mail))
    assert text in read_all(tmp_path)[0].text


@pytest.mark.parametrize(
    "data", [b"Subject: x\n\n", b"From: a\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\n--x--", b"\xff\xfe\x00"]
)
def test_messages_without_a_text(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.eml").write_bytes(data)
    for item in read([tmp_path]):
        assert isinstance(item, Skipped)


def test_headers_that_nothing_can_parse(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(b"From: <<>@\nDate: nonsense\nSubject: =?x?q?=\n\nThe bridge fell.")
    (article,) = read_all(tmp_path)
    assert "The bridge fell." in article.text
    assert article.signals == ()
