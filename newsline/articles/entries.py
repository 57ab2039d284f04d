"""One object of JSON, one row of a table: an article as named fields."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from newsline.articles.clean import html_to_text, looks_like_html
from newsline.articles.draft import Draft, Rejected, with_headline
from newsline.articles.fields import BODIES, SUMMARIES, described, normal

TRUNCATED = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\+\d+ chars\]\s*$")
"""How NewsAPI ends the text that it cuts off."""


def draft_of(fields: Mapping[Any, Any]) -> Draft | Rejected:
    """The article that named fields describe; the summary stands in for a body that is missing or shorter."""
    known = normal(fields)
    body = best_text(known, BODIES) or ""
    if len(body) < len(summary := best_text(known, SUMMARIES) or ""):
        body = summary
    found = described(fields, body, signal="field")
    text = with_headline(found.title, body)
    return replace(found, text=text) if text.strip() else Rejected("no text in it")


def best_text(known: Mapping[str, Any], keys: tuple[str, ...]) -> str | None:
    """The longest text under one of the keys, HTML made plain."""
    texts = [_plain(raw) for key in keys if (raw := _raw_text(known.get(key)))]
    return max(texts, key=len, default=None) or None


def _raw_text(value: object) -> str | None:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and value:
        if all(isinstance(item, str) for item in value):
            return "\n\n".join(value)
        if any(isinstance(item, str) for item in value):  # Telegram: runs of text, those with a style as objects
            return "".join(item if isinstance(item, str) else _raw_text(item) or "" for item in value)
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
