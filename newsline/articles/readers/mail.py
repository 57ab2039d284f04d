"""E-mail: messages, mailboxes, and web pages that a browser saved as one message (MHTML)."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr
from typing import TYPE_CHECKING

from newsline.articles.clean import html_to_text, tidy
from newsline.articles.datestring import parse_date
from newsline.articles.decode import decode
from newsline.articles.draft import Draft, Item, Member, NoArticle, Rejected, with_headline
from newsline.articles.readers.html import read_html
from newsline.model import DateSignal

if TYPE_CHECKING:
    from collections.abc import Iterator

ENVELOPE = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\r\n]*\r?\n")
"""The line before each message of a mailbox; behind an empty line, so that a sentence that begins so is none."""
ESCAPED = re.compile(rb"^>(>*From )", re.M)
MAX_PARTS = 1_000
PREFIXES = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr|rv)\s*:\s*)+", re.I)
FORWARDING = re.compile(r"(?:fwd?|wg|tr|rv)\s*:", re.I)
KEYS = {
    "from": "from", "von": "from", "de": "from", "sent": "date", "date": "date", "gesendet": "date", "datum": "date",
    "envoyé": "date", "subject": "subject", "betreff": "subject", "objet": "subject", "asunto": "subject", "to": "to",
    "an": "to", "à": "to", "para": "to", "cc": "to", "reply-to": "to", "importance": "to",
}  # fmt: skip
"""Lines above a forwarded message, in the languages of mail programs."""
FORWARDED = re.compile(
    r"^(?P<mark>(?:-{2,} ?(?:Forwarded message|Original Message|Weitergeleitete Nachricht|Message transféré) ?-{2,}"
    r"|Begin forwarded message:|_{20,})\s*)?"
    rf"(?P<fields>(?:^[ \t>]*\*?(?:{'|'.join(KEYS)})\s?:[^\n]*\n\s*){{3,8}})",
    re.M | re.I,
)
NOTE_WORDS = 8
"""Words above a forwarded message from which they are more than "FYI, see below"."""
LINK = re.compile(r"\s?[\[(<]\s*https?://[^\s\])>]+\s*[\])>]")
"""An address behind the words that it belongs to, as programs write links that lose their markup."""
ATTACHMENTS = re.compile(r"\.(?:txt|md|html?|pdf|docx|rtf|odt|epub|json|eml)$", re.I)


def read_message(data: bytes, name: str) -> Iterator[Item]:
    """The message as an article, then its attached documents."""
    yield from _message(_parse(data))


def read_mailbox(data: bytes, name: str) -> Iterator[Item]:
    """An article for each message."""
    starts = list(ENVELOPE.finditer(data))
    if not starts:
        raise NoArticle("no article in it: no message of a mailbox")
    ends = [match.start() for match in starts[1:]] + [len(data)]
    for match, end in zip(starts, ends, strict=True):
        message = _parse(ESCAPED.sub(rb"\1", data[match.end() : end]))
        yield next(iter(_message(message)), Rejected("no text in the message"))


def read_mhtml(data: bytes, name: str) -> Iterator[Draft]:
    """The page that a browser saved with its images in one file."""
    for part in _parts(_parse(data)):
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            payload = part.get_payload(decode=True)
            content = payload if isinstance(payload, bytes) else b""
            charset = part.get_content_charset()
            if charset and charset not in ("utf-8", "us-ascii"):
                content = decode(content, charset).encode("utf-8")
                content = re.sub(rb"charset=[\"']?[\w-]+", b"charset=utf-8", content, count=1)
            address = _header(part, "Content-Location")
            yield from read_html(content, name, address if address and address.startswith("http") else None)
            return
    raise NoArticle("no article in it: no page in the file")


def _parse(data: bytes) -> EmailMessage:
    message = message_from_bytes(data.lstrip(), policy=default)
    assert isinstance(message, EmailMessage)
    return message


def _parts(message: EmailMessage) -> list[EmailMessage]:
    found = []
    for part in message.walk():
        found.append(part)
        if len(found) >= MAX_PARTS:
            break
    return [part for part in found if isinstance(part, EmailMessage)]


def _message(message: EmailMessage) -> Iterator[Item]:
    """The message, or what it forwards and then the words of the one who did; then its attachments."""
    title, sender, written = (_header(message, name) for name in ("Subject", "From", "Date"))
    body = _body(message)
    attached = list(_attachments(message))
    if forwarded := _forwarded(body, title or ""):
        note, fields, body = forwarded
        if len(note.split()) >= NOTE_WORDS:
            yield _draft(None, sender, written, note)
        title, sender, written = fields.get("subject", title), fields.get("from"), fields.get("date")
    if body:
        yield _draft(title, sender, written, body)
    elif not attached:
        raise NoArticle("no article in it: the message has no text")
    yield from attached


def _draft(subject: str | None, sender: str | None, written: str | None, body: str) -> Draft:
    title = PREFIXES.sub("", subject).strip() or None if subject else None
    span = parse_date(written)
    signals = (DateSignal("email", span, written or ""),) if span else ()
    publisher = parseaddr(sender)[0] or None if sender else None
    return Draft(with_headline(title, body), title, publisher, None, None, signals)


def _forwarded(body: str, subject: str) -> tuple[str, dict[str, str], str] | None:
    """What stands above a forwarded message, its header with English names, and its text; None for other messages.

    An answer quotes the message that it answers, too: only a subject or a mark that says so makes it forwarded.
    """
    header = FORWARDED.search(body)
    if header is None or not (header["mark"] or FORWARDING.match(subject)):
        return None
    lines = (line.strip().partition(":") for line in header["fields"].replace("*", "").splitlines())
    fields = {KEYS[key.strip().lower()]: value.strip() for key, _, value in lines if key.strip().lower() in KEYS}
    text = body[header.end() :].strip()
    return (body[: header.start()].strip(), fields, text) if text and "from" in fields else None


def _header(message: EmailMessage, name: str) -> str | None:
    """A header on one line; headers that the library cannot parse count as missing."""
    try:
        value = message.get(name)
    except (ValueError, IndexError, AttributeError, TypeError, LookupError):
        return None
    return " ".join(str(value).split()) or None if value is not None else None


def _body(message: EmailMessage) -> str:
    texts: dict[str, str] = {}
    for part in _parts(message):
        kind = part.get_content_type()
        if kind in ("text/plain", "text/html") and not part.is_attachment() and kind not in texts:
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes) and payload.strip():
                texts[kind] = decode(payload, part.get_content_charset())
    plain = LINK.sub("", texts.get("text/plain", "").replace("\r\n", "\n")).strip()
    if "text/html" in texts and len(plain) < 40:
        plain = max(plain, tidy(html_to_text(texts["text/html"])), key=len)
    return plain


def _attachments(message: EmailMessage) -> Iterator[Member]:
    for part in _parts(message):
        name = part.get_filename()
        if name and part.is_attachment() and ATTACHMENTS.search(name):
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes) and payload:
                yield Member(name.replace("/", "_"), payload)
