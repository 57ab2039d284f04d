"""Bytes become text: byte order mark, then UTF-8, then the encoding that fits the letters best."""

from __future__ import annotations

import codecs
import re

from newsline.articles import language
from newsline.articles.draft import NoArticle
from newsline.late import late

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
WESTERN = "cp1252"
WESTERN_LANGUAGES = frozenset({"en", "de", "fr", "es", "it", "pt", "nl", "sv"})
ENOUGH, ENOUGH_ENGLISH = 0.12, 0.04
"""Share of a text's words that are among the commonest of its language: about .3 in news, .1 in a line or two. Those of
English stand in no other language; a Croatian line may be one twelfth Spanish."""
ODD = late(r"[^\W\d_][¡-¿ŒŽŠŸ€‚-†‡-‰‹•˜™›×÷Þþ][^\W\d_]|[a-zß-ÿ][À-Þ][a-zß-ÿ]")
"""What stands inside a word where text in another encoding is read as Windows-1252: "Màrz" as "M…rz", "ItÕs"."""
TWICE = late(
    "(?:[\u00c2-\u00df]{0}|[\u00e0-\u00ef]{0}{{2}}|[\u00f0-\u00f4]{0}{{3}})".format(
        "[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
    )
)
"""A character of UTF-8 that was read as Windows-1252 and written anew: "â€™" for "’", "Ã©" for "é"."""
TWICE_AT_LEAST = 2
"""Such characters from which a text counts as written so; one alone may be meant."""


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of a file. `declared` is the encoding that the file names for itself, tried after the byte order mark.

    Raises `NoArticle` for empty and for binary content.
    """
    if not data.strip():
        raise NoArticle("empty")
    text = _once(_decode(data, declared))
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
    if wide := _wide(data):
        return data.decode(wide, errors="replace")
    for candidate in (declared, "utf-8"):
        try:
            if candidate:
                return data.decode(candidate)
        except (UnicodeDecodeError, LookupError):
            continue
    if b"\x00" in data[:SAMPLE]:
        raise NoArticle("binary, not text")
    return data.decode(WESTERN if _is_western(data) else _detect(data), errors="replace")


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: nearly every other byte of Latin text is zero."""
    sample = data[:SAMPLE]
    if 0 not in sample:
        return None
    half = max(1, len(sample) // 2)
    if sample[1::2].count(0) > 0.7 * half and sample[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if sample[::2].count(0) > 0.7 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def _is_western(data: bytes) -> bool:
    """Whether a text is Windows-1252 (or Latin-1) for all that its words and letters tell.

    charset-normalizer takes short texts with a few accents for code pages of DOS or Central Europe.
    """
    try:
        text = data[:SAMPLE].decode(WESTERN)
    except UnicodeDecodeError:
        return False
    if ODD.search(text):
        return False
    spoken, share = language.commonest(text)
    return spoken in WESTERN_LANGUAGES and share >= (ENOUGH_ENGLISH if spoken == "en" else ENOUGH)


def _detect(data: bytes) -> str:
    """The old encoding that charset-normalizer finds likeliest, Windows-1252 if it finds none."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE]).best() if len(data) >= 64 else None
    return best.encoding if best is not None else WESTERN


def _once(text: str) -> str:
    """A text that was encoded twice, decoded a second time; any other as it is."""
    if not any(mark in text for mark in ("Ã", "â", "Â")) or len(TWICE.findall(text)) < TWICE_AT_LEAST:
        return text
    return TWICE.sub(_meant, text)


def _meant(match: re.Match[str]) -> str:
    raw = b"".join(bytes([ord(mark)]) if ord(mark) < 256 else mark.encode(WESTERN) for mark in match[0])
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return match[0]
