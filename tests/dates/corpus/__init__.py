"""Tables of phrases with the value that a reader of TimeML 1.2.1 expects, read from the `.toml` files of this folder.

They were written before the tagger and from the standard, not from what the tagger happens to answer.
In a phrase `[ ]` mark the expression that is tested, `{ }` others that the text holds, ` | ` ends a sentence.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from newsline.model import Sentence

FOLDER = Path(__file__).parent
MARK = re.compile(r"[\[\]{}]")


@dataclass(frozen=True, slots=True)
class Marked:
    """A text without its marks, its sentences, and where the marks were."""

    text: str
    sentences: tuple[Sentence, ...]
    target: tuple[int, int] | None
    others: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One phrase and what is expected of it."""

    name: str
    marked: Marked
    on: date
    order: str
    values: tuple[str, ...]
    type: str
    mods: tuple[str, ...] | None
    span: tuple[str, str] | None
    loose: bool


def unmark(phrase: str) -> Marked:
    """Takes the marks out of a phrase and remembers their places."""
    text, target, others, opened = "", None, [], 0
    sentences: list[Sentence] = []
    for number, part in enumerate(phrase.split(" | ")):
        text += " " if number else ""
        start, last = len(text), 0
        for mark in MARK.finditer(part):
            text += part[last : mark.start()]
            last = mark.end()
            if mark[0] in "[{":
                opened = len(text)
            elif mark[0] == "]":
                target = (opened, len(text))
            else:
                others.append((opened, len(text)))
        text += part[last:]
        sentences.append(Sentence(start, len(text), text[start:]))
    return Marked(text, tuple(sentences), target, tuple(others))


def cases(folder: Path = FOLDER) -> Iterator[Case]:
    """Every phrase of every table of a folder, the negative ones aside, in the order of the files."""
    for path in sorted(folder.glob("*.toml")):
        if path.stem == "negative":
            continue
        table = tomllib.loads(path.read_text("utf-8"))
        for entry in table["case"]:
            row = table.get("defaults", {}) | entry
            for phrase in row["say"]:
                yield _case(path.stem, row, phrase)


def negatives(folder: Path = FOLDER) -> Iterator[tuple[str, Marked]]:
    """Every sentence that holds nothing but its `{ }`, with the topic that it belongs to."""
    for topic, phrases in tomllib.loads((folder / "negative.toml").read_text("utf-8")).items():
        for phrase in phrases:
            yield topic, unmark(phrase)


def _case(table: str, row: dict[str, object], phrase: str) -> Case:
    on = row["on"]
    assert isinstance(on, date)
    span = str(row["span"]).split("/") if "span" in row else None
    return Case(
        name=f"{table}: {phrase} ({on})",
        marked=unmark(phrase),
        on=on,
        order=str(row.get("order", "mdy")),
        values=_several(row.get("value")) or (),
        type=str(row.get("type", "DATE")),
        mods=_several(row.get("mod")),
        span=(span[0], span[1]) if span else None,
        loose=bool(row.get("loose", False)),
    )


def _several(value: object) -> tuple[str, ...] | None:
    if value is None:
        return None
    return tuple(str(item) for item in value) if isinstance(value, list) else (str(value),)
