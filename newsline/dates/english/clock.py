"""Clock times and parts of the day."""

from __future__ import annotations

from typing import Final

from newsline.dates.english.grammar import Draft, Found, Rules
from newsline.dates.expression import AtTime, This, Unit
from newsline.model import TimexType

RULES: Final = Rules()


def _time(hour: int, minute: int, half: str) -> Draft | None:
    if hour > 24 or minute > 59 or (half and hour > 12):
        return None
    if half == "pm" and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    return Draft(TimexType.TIME, AtTime(This(Unit.DAY), f"T{hour:02}:{minute:02}"))


@RULES.add("h:num a:ampm", "c:clock a:ampm", "d:dec a:ampm", "c:clock", "h:(num|word) oclock")
def clock(found: Found) -> Draft | None:
    half = str(found.value("a") or "")
    if found.at("c") >= 0:
        hour, minute = str(found.value("c")).split(":")[:2]
        if not half and found.before() not in {
            "at",
            "by",
            "until",
            "from",
            "around",
            "about",
            "since",
            "till",
            "before",
            "after",
            "and",
            "to",
        }:
            return None
        return _time(int(hour), int(minute), half)
    if found.at("d") >= 0:
        hour, _, minute = found.word("d").partition(".")
        return _time(int(hour), int(minute), half) if len(minute) == 2 and hour.isdigit() else None
    return _time(found.number("h"), 0, half)


@RULES.add("noon", "midnight")
def noon(found: Found) -> Draft | None:
    return Draft(
        TimexType.TIME, AtTime(This(Unit.DAY), "T24:00" if found.line.lower(found.first) == "midnight" else "T12:00")
    )
