"""JSON: the contract with other programs (timeline.schema.json describes it)."""

from __future__ import annotations

import json
import re
from typing import Any

from newsline.formats.records import timeline_record
from newsline.formats.view import View
from newsline.model import Timeline

_ESCAPED = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What JSON allows to stand raw and a terminal, JavaScript or UTF-8 does not, and what turns the direction of text."""


def render(timeline: Timeline, view: View) -> str:
    """The timeline as one JSON document, indented."""
    return dumps(timeline_record(timeline), indent=2)


def dumps(record: Any, *, indent: int | None = None) -> str:
    """A record as JSON that is safe to print, with a newline at its end."""
    text = json.dumps(record, ensure_ascii=False, indent=indent, allow_nan=False)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match.group()):04x}", text) + "\n"
