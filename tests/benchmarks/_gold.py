"""The annotated folders in tests/folders: articles and what an editor would draw from them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from newsline.articles.read import read
from newsline.dates import span as spans
from newsline.dates.span import Precision, Span
from newsline.model import Article

FOLDERS = Path(__file__).resolve().parents[1] / "folders"


def names() -> list[str]:
    """The folders, in order."""
    return sorted(path.parent.name for path in FOLDERS.glob("*/gold.json"))


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """When an article was written, and what a careful reader of the folder can conclude."""

    published: date
    inferable: str
    """"day", "set", "span" or "none"."""
    expected: Span | None


@dataclass(frozen=True, slots=True)
class Place:
    """A passage of an article; offsets into its text."""

    article: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An event that an editor would accept."""

    id: str
    span: Span | None
    summary: str
    status: tuple[str, ...]
    """Any of these is right."""
    attributed_to: tuple[str, ...]
    """Any of these is right; "" is nobody."""
    important: bool
    optional: bool
    places: tuple[Place, ...]
    conflicts: tuple[tuple[str, tuple[str, ...]], ...]
    """Kind and values."""


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated folder."""

    name: str
    texts: dict[str, str]
    articles: dict[str, GoldArticle]
    events: tuple[GoldEvent, ...]
    not_events: tuple[Place, ...]


def parse(edtf: str) -> Span:
    """The EDTF dates that the gold files use: a day, month or year, "A/B", "[A,B]"."""
    if edtf.startswith("["):
        return spans.one_of(parse(part) for part in edtf[1:-1].split(","))
    if "/" in edtf:
        first, last = map(parse, edtf.split("/"))
        return Span(first.first, last.last, min(first.precision, last.precision, Precision.DAY))
    parts = [int(part) for part in edtf.split("-")]
    if len(parts) == 1:
        return spans.year(parts[0])
    return spans.month(*parts) if len(parts) == 2 else spans.day(date(*parts))


def articles_of(folder: Path) -> dict[str, Article]:
    """The articles as newsline reads them, by file name."""
    return {item.id.partition("#")[0]: item for item in read([folder]) if isinstance(item, Article)}


def load(name: str) -> Gold:
    """A folder with its annotations; raises ValueError where a quote is not found exactly once."""
    raw = json.loads((FOLDERS / name / "gold.json").read_text(encoding="utf-8"))
    texts = {file: article.text for file, article in articles_of(FOLDERS / name / "articles").items()}

    def place(entry: dict[str, str]) -> Place:
        text, quote = texts[entry["article"]], entry["quote"]
        if text.count(quote) != 1:
            raise ValueError(f"{name}/{entry['article']}: {text.count(quote)} times: {quote}")
        return Place(entry["article"], text.index(quote), text.index(quote) + len(quote), quote)

    events = [
        GoldEvent(
            entry["id"],
            parse(entry["date"]) if entry["date"] else None,
            entry["summary"],
            tuple(entry["status"].split("|")),
            tuple((entry["attributed_to"] or "").split("|")),
            entry["important"],
            entry["optional"],
            tuple(place(mention) for mention in entry["mentions"]),
            tuple((conflict["kind"], tuple(conflict["values"])) for conflict in entry["conflicts"]),
        )
        for entry in raw["events"]
    ]
    articles = {
        file: GoldArticle(
            date.fromisoformat(entry["published"]),
            entry["inferable"],
            parse(entry["expected"]) if entry["expected"] else None,
        )
        for file, entry in raw["articles"].items()
    }
    return Gold(name, texts, articles, tuple(events), tuple(map(place, raw["not_events"])))
