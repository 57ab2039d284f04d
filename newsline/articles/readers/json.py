"""JSON and JSON Lines: the answers of news interfaces, exports of archives and crawlers, ninjs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from newsline.articles.clean import html_to_text, looks_like_html
from newsline.articles.decode import decode
from newsline.articles.draft import Draft, NoArticle, Rejected, with_headline
from newsline.articles.fields import BODIES, SUMMARIES, TITLES, first_string, metadata, normal

TRUNCATED = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\+\d+ chars\]\s*$")
"""How NewsAPI ends the text that it cuts off."""
MAX_DEPTH = 6
"""Levels of lists and objects that are searched for articles; the deepest known interface has four."""


def read_json(data: bytes, name: str) -> Iterator[Draft | Rejected]:
    """The articles of a JSON document, or of its lines if it is none."""
    text = decode(data)
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) > 1 and _is_json(lines[0]):
            yield from _lines(lines)
            return
        raise NoArticle(f"not valid JSON: {_problem(error)}") from None
    entries = list(_articles(document, 0))
    if not entries:
        raise NoArticle("no article in it: no object has a text under a known name")
    yield from map(_draft, entries)


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
            document = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield Rejected(f"not valid JSON: {_problem(error)}")
            continue
        entries = list(_articles(document, 0))
        if entries:
            yield from map(_draft, entries)
        else:
            yield Rejected("no article in it: no text under a known name")


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
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
        for item in value.values():
            if isinstance(item, Mapping | list):
                yield from _articles(item, depth + 1)


def _is_article(value: Mapping[str, Any]) -> bool:
    known = normal(value)
    has_title = first_string(known, TITLES) is not None
    body = _body(known, BODIES)
    if body and (has_title or len(known) > 1 or len(body) > 200):
        return True
    return has_title and _body(known, SUMMARIES) is not None and not _holds_articles(value)


def _holds_articles(value: Mapping[str, Any]) -> bool:
    """A feed has a title and a description, too; its articles are in a list of objects."""
    return any(next(_articles(item, 1), None) is not None for item in value.values() if isinstance(item, list))


def _draft(fields: Mapping[str, Any]) -> Draft | Rejected:
    known = normal(fields)
    body = _body(known, BODIES) or ""
    if len(body) < len(summary := _body(known, SUMMARIES) or ""):
        body = summary
    found = metadata(fields, signal="field", text=body)
    text = with_headline(found.title, body)
    if not text.strip():
        return Rejected("no text in it")
    return Draft(text, found.title, found.publisher, found.url, found.language, found.signals)


def _body(known: Mapping[str, Any], keys: tuple[str, ...]) -> str | None:
    """The longest text under one of the keys, HTML made plain."""
    texts = [_plain(raw) for key in keys if (raw := _raw_text(known.get(key)))]
    return max(texts, key=len, default=None) or None


def _raw_text(value: object) -> str | None:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and value:
        if all(isinstance(item, str) for item in value):
            return "\n\n".join(value)
        parts = [item for item in value if isinstance(item, Mapping)]
        main = next((item for item in parts if item.get("role") == "main"), parts[0] if parts else {})
        return _raw_text(main)
    if isinstance(value, Mapping):
        for key in ("value", "rendered", "text", "html", "#text", "content"):
            if isinstance(value.get(key), str):
                return str(value[key])
    return None


def _plain(raw: str) -> str:
    text = TRUNCATED.sub("", raw)
    return (html_to_text(text) if looks_like_html(text) else text).strip()
