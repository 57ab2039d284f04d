"""Dates counted from the article's day or from the last date told: "yesterday", "last week", "the next day"."""

from __future__ import annotations

from typing import Final

from newsline.dates import almanac
from newsline.dates.english.counted import date
from newsline.dates.english.grammar import Draft, Found, Rules
from newsline.dates.english.lexicon import FREE, MONTHS, words
from newsline.dates.english.periods import SHIFTS
from newsline.dates.english.weekdays import is_alone
from newsline.dates.expression import (
    Ago,
    AtTime,
    Bare,
    Beside,
    Duration,
    Earlier,
    Expression,
    Hence,
    Holiday,
    Last,
    Later,
    Month,
    Next,
    NextNamed,
    Repeating,
    SameAs,
    Season,
    This,
    ToldDay,
    Unit,
    Weekday,
    Weekend,
)
from newsline.model import TimexType

RULES: Final = Rules()
DEICTIC: Final = {"today": This(Unit.DAY), "yesterday": Last(Unit.DAY), "tomorrow": Next(Unit.DAY)}
QUOTES: Final = frozenset({"“", "‘", '"', "``"})


@RULES.add("d:(today|yesterday|tomorrow)", "(earlier|later) d:(today|yesterday|tomorrow)")
def deictic(found: Found) -> Draft | None:
    previous = found.cased(found.first - 1)
    if found.cased(found.at("d")) == "Today" and previous[:1].isupper() and len(previous) > 2:  # a paper, a station
        return None
    return date(DEICTIC[found.word("d")])


@RULES.add("to hyphen d:(unit|part|morrow)")
def hyphened(found: Found) -> Draft | None:
    """Such as "to-day", "to-morrow", "to-night", as papers wrote until the middle of the last century."""
    if not found.line.glued(found.last - 1) or found.before() in {"-", "–"}:  # "day-to-day"
        return None
    word = found.word("d")
    if word == "night":
        return Draft(TimexType.TIME, AtTime(This(Unit.DAY), "TNI"))
    shift = {"day": This(Unit.DAY), "morrow": Next(Unit.DAY)}.get(word)
    return date(shift) if shift else None


@RULES.add("(the)? u:unit b:(before|after) d:(yesterday|tomorrow)")
def day_before(found: Found) -> Draft | None:
    named = found.line.lower(found.first) == "the"
    if found.value("u") is not Unit.DAY or not (named or found.before() not in {"a", "one", "every", "each"}):
        return None
    return date(Ago(2, Unit.DAY) if found.word("d") == "yesterday" else Hence(2, Unit.DAY))


@RULES.add("tonight", "(earlier|later|early|late) tonight")
def tonight(found: Found) -> Draft | None:
    return Draft(TimexType.TIME, AtTime(This(Unit.DAY), "TNI"))


@RULES.add("(earlier|later|early|late)? o:(this|last|that) p:part")
def part_of_day(found: Found) -> Draft | None:
    day: Expression = {"last": Last(Unit.DAY), "this": This(Unit.DAY)}.get(found.word("o"), SameAs(Unit.DAY))
    return Draft(TimexType.TIME, AtTime(day, str(found.value("p"))))


@RULES.add("the x:(early|small) u:units")
def small_hours(found: Found) -> Draft | None:
    """Such as "in the small hours"; with a day behind it "refine" makes them one."""
    if found.value("u") is not Unit.HOUR or found.before() not in {"in", "during", "until", "into", "by", "since"}:
        return None
    return Draft(TimexType.TIME, AtTime(ToldDay(), "TMO"), "START")


@RULES.add("the o:(next|following|previous) p:part", "(the|that) o:same p:part", "the p:part before last")
def next_part(found: Found) -> Draft | None:
    if found.line.lower(found.last - 1) == "last":
        return Draft(TimexType.TIME, AtTime(Ago(2, Unit.DAY), str(found.value("p"))))
    days: dict[str, Expression] = {"previous": Earlier(1, Unit.DAY), "same": SameAs(Unit.DAY)}
    return Draft(TimexType.TIME, AtTime(days.get(found.word("o"), Later(1, Unit.DAY)), str(found.value("p"))))


TURNS: Final = words("midmorning midafternoon dawn daybreak sunrise sunup dusk sunset sundown nightfall lunchtime")
AT: Final = words("at by before after until till since around")


LENT: Final = words("rate rates lending loan loans money deposit deposits borrowing borrowings repo index funds")
"""Behind "overnight" they make it what money is lent for."""


@RULES.add("(early|late) p:part", "the (early|late) p:part")
def early_part(found: Found) -> Draft | None:
    """Such as "by late evening", "in the early afternoon"."""
    lead = found.before()
    if lead not in AT | {"in", "during"} or found.after() == "of":
        return None
    mod = "END" if found.line.lower(found.last - 2) == "late" else "START"
    return Draft(TimexType.TIME, AtTime(ToldDay(), str(found.value("p"))), mod)


@RULES.add("mid hyphen? p:part", "p:part", "the p:part")
def bare_part(found: Found) -> Draft | None:
    word = found.word("p")
    at_dawn = word in TURNS and found.before() in AT and found.cased(found.at("p"))[:1].islower()
    by_evening = word in {"morning", "afternoon", "evening"} and found.before() in {"by", "until", "till"}
    named = by_evening and (not found.after()[:1].isalpha() or found.after() in FREE)
    if found.last - found.first == 1 and word != "overnight" and not at_dawn and not named:
        return None
    if word == "overnight" and found.after() in LENT:
        return None
    if found.line.lower(found.first) == "the" and (
        found.before() not in {"in", "during", "of", "by", "until", "till"}
        or found.after() in {"of", "after", "before", "he", "she", "they"}
    ):
        return None
    day: Expression = This(Unit.DAY) if word == "overnight" else ToldDay()
    return Draft(TimexType.TIME, AtTime(day, str(found.value("p"))))


@RULES.add(
    "(earlier|later)? o:(last|this|next|coming|previous|current) u:unit",
    "(the|this) o:(coming|current) u:unit",
    "the o:(next|previous|following) u:unit",
    "(the|this)? o:(past|last) u:unit",
    "the o:(next|last|past|previous) s:second",
)
def unit(found: Found) -> Draft | None:
    which, of = found.word("o"), found.value("u")
    if not isinstance(of, Unit) or of is Unit.SEASON:
        return None
    lead = found.line.lower(found.first)
    if of.is_clock:
        return _hour(which, of) if lead == "the" and found.after() != "of" else None
    if found.cased(found.first - 1) in QUOTES and found.cased(found.at("u"))[:1].isupper():  # a programme
        return None
    if of is Unit.QUARTER and lead == "the" and found.after() == "of":  # "in the last quarter of the game"
        return None
    if of is Unit.DAY and (lead == "last" or which in {"coming", "current"}):
        return None
    if of is Unit.DAY and which == "last" and found.before() not in {"in", "over", "within", "during"}:
        return None  # "the last day for bids"
    if which == "past" and lead == "this":
        return date(Last(of))
    if which == "past" or (lead in {"the", "this"} and which == "last"):
        return Draft(TimexType.DURATION, Duration(((1, of),), "past"))
    if lead == "the" and which in {"next", "following", "previous"}:
        if which == "next" and of not in {Unit.DAY, Unit.WEEKEND, Unit.MONTH, Unit.WEEK, Unit.YEAR}:
            return Draft(TimexType.DURATION, Duration(((1, of),), "next"))
        base = SameAs(of) if of is Unit.WEEK else None  # the week of the calendar, not the same weekday
        return date(Earlier(1, of, base) if which == "previous" else Later(1, of, base))
    if which == "coming" and of is Unit.WEEKEND:
        return date(Next(Weekend()))
    shift = SHIFTS.get(which)
    return date(shift(of)) if shift else None


def _hour(which: str, of: Unit) -> Draft | None:
    """Such as "the past hour"; "the last minute" is none."""
    where = {"past": "past", "last": "past", "next": "next", "coming": "next"}.get(which)
    if of is not Unit.HOUR or where is None:
        return None
    return Draft(TimexType.DURATION, Duration(((1, of),), where))


@RULES.add(
    "(earlier|later)? (the|that) o:same u:unit",
    "(earlier|later)? (on|in)? o:that u:unit",
    "(earlier|later) (in|on) the u:unit",
)
def same(found: Found) -> Draft | None:
    of = found.value("u")
    if not isinstance(of, Unit) or of.is_clock or of is Unit.SEASON:
        return None
    first = found.first + (found.line.lower(found.first) in {"in", "on"})
    if found.at("o") < 0 and of is not Unit.DAY:
        return date(This(of))
    return Draft(TimexType.DATE, SameAs(of), first=first)


@RULES.add("the (latest|like|fiscal|full)? u:unit", "the latest (fiscal)? u:unit", "the latest period")
def the_unit(found: Found) -> Draft | None:
    of = found.value("u") if found.at("u") >= 0 else Unit.QUARTER
    latest = found.line.lower(found.first + 1) in {"latest", "most-recent"}
    before = found.before()
    if not isinstance(of, Unit):
        return None
    if latest:
        return date(Last(of)) if of in {Unit.QUARTER, Unit.YEAR, Unit.MONTH, Unit.WEEK} else None
    if (found.after() == "of" and of is not Unit.QUARTER) or (of is Unit.YEAR and found.after()[:1].isdigit()):
        return None
    if of is Unit.QUARTER and found.after() not in {"of", "-", "back", "final", "finals"}:
        return date(SameAs(of))
    if of is Unit.WEEKEND:
        return date(Bare(Weekend()))
    if of is Unit.WEEK and found.line.words[found.last : found.last + 1] in (["'s"], ["’s"]):
        return date(This(of))
    ending = found.after() in {"ended", "ending"} or (
        found.after() == "to" and (found.after(2) in {*MONTHS, "end", "next"} or found.after(2)[:1].isdigit())
    )
    if of is Unit.YEAR and ending:  # twelve months, not a year of the calendar
        return Draft(TimexType.DURATION, Duration(((1, of),)))
    if of in {Unit.YEAR, Unit.WEEK, Unit.MONTH} and before in {"of", "in", "for", "during", "over", "throughout"}:
        if found.after() in OF_EVENTS:  # "in the week after the truce"
            return Draft(TimexType.DURATION, Duration(((1, of),)))
        return date(This(of)) if found.after() not in {"of", "that", "-", "when"} else None
    return None


OF_EVENTS: Final = words("after before since following leading")
"""Behind "in the week" they tell how long before or after something."""


@RULES.add(
    "(earlier|later)? (the:the)? o:(last|this|next|coming|past|previous|following) x:(weekday|wd|month|season|holiday)",
    "this o:(coming|past) x:(weekday|month|season)",
)
def named(found: Found) -> Draft | None:
    of, which = repeating(found), found.word("o")
    if of is None or (found.cased(found.at("x"))[:1].islower() and not isinstance(of, Season)):
        return None
    if isinstance(of, Month) and found.word("x") in {"may", "march"} and which not in SHIFTS:
        return date(Beside(of, BESIDE[which])) if found.at("the") >= 0 and which in BESIDE else None
    if found.at("the") >= 0 and which in BESIDE:
        return date(Beside(of, BESIDE[which]))
    if which == "next":
        return date(NextNamed(of))
    return date(SHIFTS.get(which, Next)(of))


BESIDE: Final = {
    "following": False, "subsequent": False, "ensuing": False, "next": False, "previous": True, "preceding": True,
}  # fmt: skip
"""Of "the following Monday": whether it lies before the last date told."""


def repeating(found: Found) -> Repeating | None:
    """The labelled token "x" as a repeating interval."""
    value, word = found.value("x"), found.word("x")
    if isinstance(value, int):
        return Month(value) if word in MONTHS else Weekday(value)
    if word in {"spring", "summer", "autumn", "fall", "winter"}:
        return Season(str(value))
    return Holiday(str(value)) if value and not almanac.is_event(str(value)) else None


@RULES.add("the x:(weekday|month|season) before last", "the x:(weekday|month|season) after next")
def named_before(found: Found) -> Draft | None:
    """Such as "the Friday before last", "the summer after next"."""
    of = repeating(found)
    if of is None or (found.cased(found.at("x"))[:1].islower() and not isinstance(of, Season)):
        return None
    return date((Last if found.line.lower(found.last - 1) == "last" else Next)(of, 2))


@RULES.add("the u:unit b:(before|after) last w:weekday")
def day_before_last(found: Found) -> Draft | None:
    """Such as "the day before last Tuesday"."""
    of = found.value("u")
    if of not in {Unit.DAY, Unit.WEEK} or not isinstance(of, Unit):
        return None
    return date((Earlier if found.word("b") == "before" else Later)(1, of, Last(Weekday(found.number("w")))))


@RULES.add("the p:part b:(before|after)")
def part_before(found: Found) -> Draft | None:
    """Such as "the night before"; not "the night before the vote"."""
    if not is_alone(found):
        return None
    day: Expression = Earlier(1, Unit.DAY) if found.word("b") == "before" else Later(1, Unit.DAY)
    return Draft(TimexType.TIME, AtTime(day, str(found.value("p"))))


@RULES.add("the u:unit b:(before|after) (last:last)?", "the u:unit after x:next")
def unit_before(found: Found) -> Draft | None:
    """Such as "the week before", "the month before last"; not "the day before the vote"."""
    of, before = found.value("u"), found.word("b") == "before"
    if found.at("x") >= 0:
        free = not found.after()[:1].isalpha() or found.after() in FREE
        return date(Hence(2, of)) if isinstance(of, Unit) and not of.is_clock and free else None
    if not isinstance(of, Unit) or of.is_clock:
        return None
    if found.at("last") >= 0:
        return date(Ago(2, of)) if before else None
    return date((Earlier if before else Later)(1, of)) if is_alone(found) else None
