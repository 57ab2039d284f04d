"""Reading EDTF (ISO 8601-2:2019): seasons, quarters and halves as codes, `~` for approximate, sets in brackets.

`str(span)` writes it.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from newsline.dates import span as spans
from newsline.dates import units
from newsline.dates.span import CODES, MONTHS_IN, Precision, Span
from newsline.late import late

DATE: Final = late(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?|(?P<digits>\d{2,3})X{1,2}")


def read(text: str) -> Span:
    """The span that EDTF text means: what `str(span)` writes, which is not all of EDTF.

    Raises ValueError for anything else. The part ("early") and the clock time of a span are not written and do not
    come back; an interval is as precise as its ends are written.
    """
    plain = text.strip()
    if plain.startswith("[") and plain.endswith("]"):
        members = tuple(read(part) for part in plain[1:-1].split(","))
        first, last = min(member.first for member in members), max(member.last for member in members)
        precision = min(member.precision for member in members)
        return Span(first, last, precision, any(member.approximate for member in members), members=members)
    start, slash, end = plain.partition("/")
    if not slash:
        return _read_date(start)
    first_span, last_span = _read_date(start), _read_date(end)
    return spans.between(first_span, last_span)


def _read_date(text: str) -> Span:
    plain = text.removesuffix("~")
    found = DATE.fullmatch(plain)
    if found is None:
        raise ValueError(f"not a date that newsline writes as EDTF: {text!r}")
    span = _from_digits(plain, found["digits"]) if found["digits"] else _from_numbers(found)
    return span.approximately() if plain != text else span


def _from_digits(text: str, digits: str) -> Span:
    size = 10 ** text.count("X")
    if len(text) != len("YYYY"):
        raise ValueError(f"a year has four places: {text!r}")
    year = int(digits) * size
    precision = Precision.DECADE if text.count("X") == 1 else Precision.CENTURY
    return Span(date(max(year, 1), 1, 1), date(year + size - 1, 12, 31), precision)


def _from_numbers(found: re.Match[str]) -> Span:
    year, month, day = int(found["year"]), int(found["month"] or 0), int(found["day"] or 0)
    if day:
        return spans.day(date(year, month, day))
    if not month:
        return spans.year(year)
    for precision, codes in CODES.items():
        for first, code in codes.items():
            if code == month:
                return units.months(year * 12 + first - 1, MONTHS_IN[precision])
    return spans.month(year, month)
