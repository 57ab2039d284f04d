"""Clock times."""

from __future__ import annotations

import re
from typing import Final

from newsline.dates.english.classes import CLOCK, letter
from newsline.dates.english.grammar import Draft, Found, Rules
from newsline.dates.english.lexicon import FREE, LEXICON, words
from newsline.dates.expression import AtTime, ToldDay, Unit
from newsline.model import TimexType

RULES: Final = Rules()
TIME_LEADS: Final = words("at by until from around about since till before after")
"""Words after which digits with a colon are a time, not a score."""


def clock_time(hour: int, minute: int, half: str) -> Draft | None:
    """A time of the article's own day, for now."""
    if hour > 24 or minute > 59 or (half and not 1 <= hour <= 12):
        return None
    hour = hour % 12 + 12 * (half == "pm") if half else hour
    return Draft(TimexType.TIME, AtTime(ToldDay(), f"T{hour:02}:{minute:02}"))


@RULES.add(
    "h:num a:ampm (zone)?",
    "c:clock a:ampm (zone)?",
    "d:dec a:ampm (zone)?",
    "c:clock (zone)?",
    "h:(num|word) oclock",
    "c:clock z:local time",
    "d:dec z:(local|zone) (time)?",
)
def clock(found: Found) -> Draft | None:
    half = str(found.value("a") or "")
    if found.at("c") >= 0:
        text = str(found.value("c")).lower()
        hour, minute = text.replace("h", ":").split(":")[:2]
        zoned = found.last - found.first > 1 or "h" in text
        ends_run = _is_in_run(found)
        as_of = (found.before(2), found.before()) == ("as", "of")
        if not (half or zoned or ends_run or as_of or found.before() in TIME_LEADS or _is_stamp(found, text)):
            return None
        return clock_time(int(hour), int(minute), half)
    if found.at("d") >= 0:
        hour, _, minute = found.cased(found.at("d")).partition(".")
        if found.word("z") == "local" and found.line.lower(found.last - 1) != "time":
            return None
        return clock_time(int(hour), int(minute), half) if len(minute) == 2 and hour.isdigit() else None
    return clock_time(found.number("h"), 0, half)


def _is_in_run(found: Found) -> bool:
    """Whether a time stands beside it: "9:00 to 10:00", "between 9:00 and 10:00"."""
    before, after = found.before(2), found.after(2)
    if found.before() == "to" or (found.before() == "and" and found.before(3) == "between"):
        return CLOCK.fullmatch(before) is not None
    return found.before() == "between" and found.after() == "and" and CLOCK.fullmatch(after) is not None


def _is_stamp(found: Found, text: str) -> bool:
    """Whether it is the time of an entry: "14:05 The minister has arrived"."""
    following = found.cased(found.last)
    if found.first and found.line.kinds[found.first - 2 : found.first].endswith(STAMPS):
        return True  # "20/05/2018 14:05"
    return found.first == 0 and len(text) == len("14:05") and (following in MARKS or following[:1].isupper())


STAMPS: Final = (letter("numeric"), letter("month") + letter("year"), letter("comma") + letter("year"))
"""What a date ends with that a time stands right behind."""
MARKS: Final = frozenset({"-", "–", "—", ":", "|"})


@RULES.add("r:clock_run (zone)?", "h:num (hyphen|dash) k:num a:ampm (zone)?", "r:day_run a:ampm (zone)?")
def clock_run(found: Found) -> Draft | None:
    """Such as "10:00-11:30", "6-8pm": hours of one day, dated by their beginning."""
    run = found.word("r") or f"{found.number('h')}-{found.number('k')}"
    half = run[-2:] if run.endswith("m") else str(found.value("a") or "")
    begin, end = (list(map(int, NUMBER.findall(time))) for time in run.split("-"))
    early = half == "pm" and end[0] % NOON < begin[0] % NOON  # "11-2pm"
    return clock_time(begin[0], begin[1] if len(begin) > 1 else 0, "am" if early else half)


NUMBER: Final = re.compile(r"\d+")


@RULES.add("c:(clock|dec) in the p:part")
def clock_of_part(found: Found) -> Draft | None:
    """Such as "3:00 in the morning", "at 9.30 in the evening"."""
    hour, minute, *_ = [*NUMBER.findall(found.cased(found.first)), ""]
    if len(minute) != len("30") or not 0 <= int(hour) <= LAST_HOUR:
        return None
    early = found.word("p") in {"morning", "dawn"}
    return clock_time(int(hour), int(minute), ("am" if early else "pm") if 1 <= int(hour) <= 12 else "")


@RULES.add("h:(num|word) (oclock)? (in|at) (the)? p:part", "h:(num|word) t:this p:part")
def hour_of_part(found: Found) -> Draft | None:
    """Such as "three in the morning", "at 3 this morning"."""
    hour = found.number("h")
    if not 1 <= hour <= 12 or (found.at("t") >= 0 and found.before() not in TIME_LEADS):
        return None
    return clock_time(hour, 0, "am" if found.word("p") in {"morning", "dawn"} else "pm")


@RULES.add("f:half hyphen? past h:(num|word) (in the p:part)?", "u:unit x:(past|to) h:(num|word) (in the p:part)?")
def spoken(found: Found) -> Draft | None:
    """Such as "half past three", "quarter to seven"; the part of the day behind it tells which half is meant."""
    hour, part = found.number("h"), found.word("p")
    if not 1 <= hour <= 12 or (found.at("f") < 0 and found.value("u") is not Unit.QUARTER):
        return None
    half = "" if not part else "am" if part in {"morning", "dawn"} else "pm"
    if found.at("f") >= 0:
        return clock_time(hour, 30, half)
    return clock_time(hour, 15, half) if found.word("x") == "past" else clock_time((hour - 1) or 12, 45, half)


@RULES.add("m:(num|word|tens) (u:units)? x:(past|to) h:(num|word)")
def minutes_spoken(found: Found) -> Draft | None:
    """Such as "at ten past six", "at twenty to nine"."""
    minute, hour = found.number("m"), found.number("h")
    leads = TIME_LEADS - {"by", "from", "about", "around"}
    if (found.before() not in leads and (found.before(2), found.before()) not in IT_IS) or not 1 <= hour <= NOON:
        return None
    if minute not in SPOKEN or (found.at("u") >= 0 and found.value("u") is not Unit.MINUTE):
        return None
    if found.after()[:1].isalnum() and found.after() not in FREE | DAY_WORDS:  # "at five to nine sites"
        return None
    if found.word("x") == "to":
        return clock_time((hour - 1) or NOON, HOUR - minute, "")
    return clock_time(hour, minute, "")


IT_IS: Final = frozenset({("it", "was"), ("it", "is")})
DAY_WORDS: Final = words("this yesterday today tomorrow tonight")
SPOKEN: Final = frozenset({5, 10, 20, 25})
HOUR, NOON, LAST_HOUR = 60, 12, 24


@RULES.add("d:dec (on weekday|today|tomorrow|yesterday|tonight|this part|last part|in the part)")
def pointed(found: Found) -> Draft | None:
    """Such as "at 9.30 on Monday", as British papers write; which half of the day is not told."""
    hour, _, minute = found.cased(found.first).partition(".")
    if found.before() not in TIME_LEADS - {"by"} or not hour.isdigit() or len(minute) != len("30") or int(hour) > 23:
        return None
    draft = clock_time(int(hour), int(minute), "")
    return draft and Draft(draft.type, draft.meaning, last=found.first + 1)


@RULES.add("h:(year|int) zone", "h:(year|int) u:units", "h:(year|int) local t:time")
def four_digits(found: Found) -> Draft | None:
    """Such as "1400 GMT", "at 0600 hours"; not "1400 hours of work"."""
    text = found.cased(found.at("h"))
    if len(text) != len("1400"):
        return None
    if found.at("u") >= 0 and (found.value("u") is not Unit.HOUR or not _is_clock(found, text)):
        return None
    return clock_time(int(text[:2]), int(text[2:]), "")


def _is_clock(found: Found, text: str) -> bool:
    """Whether four digits and "hours" are a time of the day."""
    return text[0] == "0" or (found.before() in TIME_LEADS - {"about", "around", "after"} and text[2:] < "60")


@RULES.add("(h:num)? n:(noon|midnight) (zone)?")
def noon(found: Found) -> Draft | None:
    """Such as "noon", "12 noon"; not "3 midnight raids"."""
    at = found.at("n")
    if found.line.lower(at - 1) == "high":  # the film, and what is called after it
        return None
    following = found.cased(found.last)
    if found.cased(at)[:1].isupper() and following[:1].isupper() and found.after() not in LEXICON:  # a name
        return None
    suffix = "T24:00" if found.word("n") == "midnight" else "T12:00"
    first = found.first if found.number("h") == NOON else at
    return Draft(TimexType.TIME, AtTime(ToldDay(), suffix), first=first)
