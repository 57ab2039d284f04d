"""Numbers of several tokens become one: "twenty-five", "a hundred", "2 1/2", "nineteen ninety-one"."""

from __future__ import annotations

import re
from typing import Final

from newsline.dates.english.classes import YEARS, letter
from newsline.dates.english.tokens import Line

WORD, TENS, SCALE, A, NUM, HYPHEN, AND, HALF, YEAR, INT, DEC, FRACTION, ORD, OPEN, CLOSE = map(
    letter,
    (
        *("word", "tens", "scale", "a", "num", "hyphen", "and", "half", "year", "int", "dec", "fraction", "ord"),
        *("open", "close"),
    ),
)
ANY: Final = f"[{WORD}{TENS}{NUM}{INT}{DEC}]"
PATTERN: Final = re.compile(
    f"(?P<spoken>{WORD}{TENS}(?:{HYPHEN}?{WORD})?)"
    f"|(?P<nth>{TENS}{HYPHEN}{ORD})"
    f"|(?P<tens>{TENS}{HYPHEN}?{WORD})(?!{SCALE})"
    f"|(?P<scaled>(?:{TENS}{HYPHEN}?{WORD}|{ANY}|{A})?{SCALE}(?:{AND}?(?:{TENS}{HYPHEN}{WORD}|{TENS}|{WORD}))?)"
    f"|(?P<halved>{ANY}{HYPHEN}?{AND}{HYPHEN}?{A}{HYPHEN}?{HALF})"
    f"|(?P<fraction>{NUM}{HYPHEN}?{FRACTION})"
    f"|(?P<twice>(?:[{WORD}{TENS}]{OPEN}{NUM}|{NUM}{OPEN}[{WORD}{TENS}]){CLOSE})"
)
CENTURIES: Final = range(13, 21)
MORE: Final = re.compile(f"[{TENS}{SCALE}{HALF}{FRACTION}]|{OPEN}[{NUM}{WORD}]{CLOSE}")


def merge(line: Line) -> None:
    """Join the tokens of each number, in place; its kind becomes "word" (or "year")."""
    if not MORE.search(line.kinds):
        return
    for match in reversed(list(PATTERN.finditer(line.kinds))):
        first, last = match.span()
        value = _value(line, match)
        if value is None or last - first < 2:
            continue
        line.join(first, last, {"spoken": YEAR, "nth": ORD}.get(match.lastgroup or "", WORD), value)


def _value(line: Line, match: re.Match[str]) -> int | float | None:
    first, last = match.span()
    values = [
        float(value) if isinstance(value := line.value(index), int | float) else 1.0
        for index in range(first, last)
        if line.kinds[index] not in {HYPHEN, AND, OPEN, CLOSE}
    ]
    match match.lastgroup:
        case "spoken":
            year = int(values[0]) * 100 + int(sum(values[1:]))
            return year if int(values[0]) in CENTURIES and year in YEARS else None
        case "twice":  # "five (5)"
            return values[0] if values[0] == values[1] else None
        case "halved":
            return values[0] + 0.5
        case "fraction":
            return values[0] + values[1]
        case "tens" | "nth":
            return int(sum(values))
        case _:
            return _scaled(line.kinds[first:last], values)


def _scaled(kinds: str, values: list[float]) -> int | float:
    """Such as "two hundred and ten": what stands before the scale is multiplied by it, what stands behind is added."""
    plain = [kind for kind in kinds if kind not in {HYPHEN, AND}]
    at = plain.index(SCALE)
    total = (sum(values[:at]) or 1) * values[at] + sum(values[at + 1 :])
    return int(total) if total == int(total) else total
