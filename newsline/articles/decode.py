"""Bytes become text: byte order mark, then UTF-8, then the encoding that fits the letters best."""

from __future__ import annotations

import codecs

from newsline.articles.draft import NoArticle

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""UTF-32 before UTF-16: the mark of the one begins with the mark of the other."""
CONTROL = bytes((*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)))
CONTROL_SHARE = 0.01
"""Control characters above this share of the text mean a binary file; old wire copy holds a few."""
SAMPLE = 65536
"""Bytes or characters looked at to tell binary from text, and to detect an old encoding."""
FALLBACK = "cp1252"


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of a file. `declared` is the encoding that the file names for itself, tried after the byte order mark.

    Raises `NoArticle` for empty and for binary content.
    """
    if not data.strip():
        raise NoArticle("empty")
    text = _decode(data, declared)
    sample = text[:SAMPLE]
    if "\x00" in sample or _controls(sample) > CONTROL_SHARE * len(sample):
        raise NoArticle("binary, not text")
    if not text.strip():
        raise NoArticle("empty")
    return text


def _controls(text: str) -> int:
    """How many control characters a text holds. Bytes count three times as fast as a pattern."""
    encoded = text.encode("utf-8", errors="replace")
    return len(encoded) - len(encoded.translate(None, CONTROL))


def _decode(data: bytes, declared: str | None) -> str:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    for candidate in (declared, "utf-8"):
        try:
            if candidate:
                return data.decode(candidate)
        except (UnicodeDecodeError, LookupError):
            continue
    if wide := _wide(data):
        return data.decode(wide, errors="replace")
    if b"\x00" in data[:SAMPLE]:
        raise NoArticle("binary, not text")
    return data.decode(_detect(data), errors="replace")


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: nearly every other byte of Latin text is zero."""
    sample = data[:SAMPLE]
    half = max(1, len(sample) // 2)
    if sample[1::2].count(0) > 0.7 * half and sample[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if sample[::2].count(0) > 0.7 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def _detect(data: bytes) -> str:
    """The old encoding that charset-normalizer finds likeliest, Windows-1252 if it finds none."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE]).best() if len(data) >= 64 else None
    return best.encoding if best is not None else FALLBACK
