"""What a reader hands over: the articles of one file before they have an id."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from newsline.articles.headline import same_words

if TYPE_CHECKING:
    from newsline.model import DateSignal


class Draft(Struct, frozen=True):
    """One article as its file tells it. `text` holds the headline, too, where the format keeps it apart."""

    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    signals: tuple[DateSignal, ...] = ()


class NoArticle(Exception):  # noqa: N818 - not an error of the program but an answer: why a file has no article
    """A file, or one entry of it, holds no article; the message says why in plain words."""


class Rejected(Struct, frozen=True):
    """An entry of a file with several that gave no article."""

    reason: str
    name: str | None = None
    """Its path inside, where it is a file of its own."""


class Member(Struct, frozen=True):
    """A file inside a file: of an archive, or attached to a message. It is read like any other."""

    name: str
    """Its path inside, which tells its format."""
    data: bytes
    is_all: bool = False
    """Whether it is the whole content ("a.txt" of "a.txt.gz"), so that it needs no id of its own."""


REPEATED_HEAD, REPEATED_LINES = 2_000, 4
"""Characters and lines of a body in which its headline may be repeated."""
Item = Draft | Rejected | Member
Reader = Callable[[bytes, str], Iterable[Item]]
"""Content and name of a file to what is in it, in order. Raises `NoArticle` if the file as a whole cannot be read."""


def with_headline(title: str | None, body: str) -> str:
    """Headline and body as one text, the way a plain-text file has them, the headline once and on top.

    A body that begins with it stays as it is; a line that repeats it behind a section's name or a date goes.
    """
    body = body.strip()
    if not title or " ".join(body[: 2 * len(title) + 20].split()).casefold().startswith(title.casefold()):
        return body
    at = 0
    for line in [line for line in body[:REPEATED_HEAD].split("\n") if line.strip()][:REPEATED_LINES]:
        at = body.index(line, at)
        if same_words(line, title):
            body = f"{body[:at].rstrip()}\n\n{body[at + len(line) :].lstrip()}".strip()
            break
        at += len(line)
    return f"{title}\n\n{body}" if body else title


def unique(signals: Iterable[DateSignal]) -> tuple[DateSignal, ...]:
    """Signals in order, each kind and date once."""
    found: dict[tuple[str, object], DateSignal] = {}
    for signal in signals:
        found.setdefault((signal.signal, signal.span), signal)
    return tuple(found.values())
