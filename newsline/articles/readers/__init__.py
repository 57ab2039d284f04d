"""The input formats: one table, one module for each family."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import PurePosixPath
from typing import cast

from newsline.articles.draft import Reader


@dataclass(frozen=True, slots=True)
class InputFormat:
    """One input format: how it is recognised, what reads it, what it needs beyond the core."""

    name: str
    suffixes: tuple[str, ...]
    reader: str
    """Module and function in this package, "plain:read_plain"; imported when the first file of the format comes."""
    starts: tuple[bytes, ...] = ()
    """What the content begins with, white space aside, whatever the name says."""
    extra: str | None = None
    """The extra of the distribution that brings `needs`: pip install "newsline[extra]"."""
    needs: tuple[str, ...] = ()
    """Modules that must be importable."""

    @property
    def is_installed(self) -> bool:
        """Whether everything that it needs is there."""
        return all(find_spec(module) is not None for module in self.needs)

    def load(self) -> Reader:
        """Its reader function."""
        module, _, function = self.reader.partition(":")
        return cast("Reader", getattr(importlib.import_module(f"{__name__}.{module}"), function))


FORMATS = (
    InputFormat("plain text", (".txt", ".text", ".asc", ".log"), "plain:read_plain"),
    InputFormat("Markdown", (".md", ".markdown", ".mdown", ".mkd"), "markdown:read_markdown"),
    InputFormat(
        "HTML",
        (".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx"),
        "html:read_html",
        (b"<!doctype html", b"<html"),
    ),
    InputFormat("JSON", (".json", ".jsonld", ".ninjs"), "json:read_json"),
    InputFormat("JSON Lines", (".jsonl", ".ndjson", ".jsonlines"), "json:read_json_lines"),
)
HEAD = 1024
"""Bytes looked at to recognise a format by its content."""


def recognise(name: str, data: bytes) -> InputFormat | None:
    """The format of a file by its content, or else by its name; plain text if it has no suffix; None if unknown."""
    head = data[:HEAD].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for candidate in FORMATS:
        if candidate.starts and head.startswith(candidate.starts):
            return candidate
    suffix = PurePosixPath(name).suffix.lower()
    for candidate in FORMATS:
        if suffix in candidate.suffixes:
            return candidate
    if not suffix or not suffix[1:].isalnum() or suffix[1:].isdigit() or len(suffix) > 6:
        return FORMATS[3] if head.startswith((b"{", b"[")) and b'"' in head else FORMATS[0]
    return None
