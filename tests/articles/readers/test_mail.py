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


HEADERS = {
    "Gmail": "---------- Forwarded message ---------\nFrom: Harbour Works <press@works.example>\n"
    "Date: Tue, 10 Jun 2031 at 09:12\nSubject: Statement\nTo: <list@press.example>\n\n",
    "Apple": "Begin forwarded message:\n\nFrom: Harbour Works <press@works.example>\nSubject: Statement\n"
    "Date: 10 June 2031 at 09:12:00 BST\nTo: list@press.example\n\n",
    "Outlook": "________________________________\nFrom: Harbour Works <press@works.example>\n"
    "Sent: Tuesday, June 10, 2031 9:12 AM\nTo: list@press.example\nSubject: Statement\n\n",
    "Thunderbird": "-------- Forwarded Message --------\nSubject: \tStatement\nDate: \tTue, 10 Jun 2031 09:12 +0000\n"
    "From: \tHarbour Works <press@works.example>\nTo: \tlist@press.example\n\n",
    "German": "Von: Harbour Works <press@works.example>\nGesendet: 10. Juni 2031 09:12\nAn: a@b.example\n"
    "Betreff: Statement\n\n",
}


@pytest.mark.parametrize("program", HEADERS)
def test_a_forwarded_message_has_its_own_sender_subject_and_day(tmp_path: Path, program: str) -> None:
    (tmp_path / "a.eml").write_bytes(bytes(message(f"FYI, Ann\n\n{HEADERS[program]}{STORY}", "Fwd: AW: the statement")))
    (article,) = read_all(tmp_path)
    assert (article.title, article.publisher) == ("Statement", "Harbour Works")
    assert [str(signal.span) for signal in article.signals] == ["2031-06-10"]
    assert article.text == f"Statement\n\n{STORY.strip()}"


def test_words_above_a_forwarded_message_are_an_article_of_their_own(tmp_path: Path) -> None:
    note = "Please look at this today: the mayor told us on Friday that she will answer."
    (tmp_path / "a.eml").write_bytes(bytes(message(f"{note}\n\n{HEADERS['Gmail']}{STORY}", "Fwd: Statement")))
    first, second = read_all(tmp_path)
    assert (first.text, str(first.signals[0].span)) == (note, "2025-05-04")
    assert str(second.signals[0].span) == "2031-06-10"


def test_a_message_that_an_answer_quotes_is_not_forwarded(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(bytes(message(f"{STORY}\n{HEADERS['German']}When did it fall?", "Re: Statement")))
    (article,) = read_all(tmp_path)
    assert str(article.signals[0].span) == "2025-05-04"
    assert "When did it fall?" in article.text


def test_addresses_behind_their_words_are_left_out(tmp_path: Path) -> None:
    text = "The bridge fell [https://x.example/1?t=2] on Monday <http://x.example/2>.\nSee https://x.example or (it)."
    (tmp_path / "a.eml").write_bytes(bytes(message(text)))
    (article,) = read_all(tmp_path)
    assert article.text.endswith("The bridge fell on Monday.\nSee https://x.example or (it).")


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
