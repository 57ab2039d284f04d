"""What a reader hands over: the articles of one file before they have an id."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from newsline.model import DateSignal


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as its file tells it. `text` holds the headline, too, where the format keeps it apart."""

    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    signals: tuple[DateSignal, ...] = ()


class NoArticle(Exception):  # noqa: N818 - not an error of the program but an answer: why a file has no article
    """A file, or one entry of it, holds no article; the message says why in plain words."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """An entry of a file with several that gave no article."""

    reason: str


Reader = Callable[[bytes, str], Iterable[Draft | Rejected]]
"""Content and name of a file to its articles, in order. Raises `NoArticle` if the file as a whole cannot be read."""


def with_headline(title: str | None, body: str) -> str:
    """Headline and body as one text, the way a plain-text file has them; a body that begins with it stays."""
    body = body.strip()
    if not title or " ".join(body[: 2 * len(title) + 20].split()).casefold().startswith(title.casefold()):
        return body
    return f"{title}\n\n{body}" if body else title


def unique(signals: Iterable[DateSignal]) -> tuple[DateSignal, ...]:
    """Signals in order, each kind and date once."""
    found: dict[tuple[str, object], DateSignal] = {}
    for signal in signals:
        found.setdefault((signal.signal, signal.span), signal)
    return tuple(found.values())
