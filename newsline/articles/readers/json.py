"""JSON and JSON Lines: the answers of news interfaces, exports of archives and crawlers, ninjs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from newsline.articles.decode import decode
from newsline.articles.draft import Draft, NoArticle, Rejected
from newsline.articles.entries import best_text, draft_of
from newsline.articles.fields import BODIES, SUMMARIES, TITLES, first_string, normal

MIN_WORDS = 3
"""Words from which a text counts as an article though nothing else is known of it."""
MAX_DEPTH = 6
"""Levels of lists and objects that are searched for articles; the deepest known interface has four."""


def read_json(data: bytes, name: str) -> Iterator[Draft | Rejected]:
    """The articles of a JSON document, or of its lines if it is none."""
    text = decode(data)
    try:
        document = json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) > 1 and _is_json(lines[0]):
            yield from _lines(lines)
            return
        raise NoArticle(f"not valid JSON: {_problem(error)}") from None
    entries = list(_articles(document, 0))
    if not entries:
        raise NoArticle("no article in it: no object has a text under a known name")
    yield from map(draft_of, entries)


def read_json_lines(data: bytes, name: str) -> Iterator[Draft | Rejected]:
    """An article in each line."""
    text = decode(data)
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) > 1 and not _is_json(lines[0]) and _is_json(text):
        yield from read_json(data, name)
        return
    yield from _lines(lines)


def _lines(lines: list[str]) -> Iterator[Draft | Rejected]:
    for line in lines:
        try:
            document = json.loads(line, strict=False)
        except (ValueError, RecursionError) as error:
            yield Rejected(f"not valid JSON: {_problem(error)}")
            continue
        entries = list(_articles(document, 0))
        if entries:
            yield from map(draft_of, entries)
        else:
            yield Rejected("no article in it: no text under a known name")


def _is_json(text: str) -> bool:
    try:
        json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return False
    return True


def _problem(error: Exception) -> str:
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)


def _articles(value: object, depth: int) -> Iterator[Mapping[str, Any]]:
    """Objects that have a text, in order; what lies inside an article belongs to it."""
    if depth > MAX_DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            if isinstance(item, Mapping | list):
                yield from _articles(item, depth + 1)
    elif isinstance(value, Mapping):
        if _is_article(value):
            yield value
            return
        for key, item in value.items():
            if isinstance(item, Mapping) and key.startswith(("http://", "https://")):
                item = {"url": key, **item}  # an export by address
            if isinstance(item, Mapping | list):
                yield from _articles(item, depth + 1)


def _is_article(value: Mapping[str, Any]) -> bool:
    known = normal(value)
    has_title = first_string(known, TITLES) is not None
    body = best_text(known, BODIES)
    if body and (has_title or len(known) > 1 or len(body.split()) >= MIN_WORDS):
        return True
    return has_title and best_text(known, SUMMARIES) is not None and not _holds_articles(value)


def _holds_articles(value: Mapping[str, Any]) -> bool:
    """A feed has a title and a description, too; its articles are in a list of objects."""
    return any(next(_articles(item, 1), None) is not None for item in value.values() if isinstance(item, list))
