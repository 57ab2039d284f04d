"""What happened once and has a name, told with its day: "who died on Monday", "next month's Sochi Olympics".

The almanac knows when it happened, the words how long before or after that the text was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache

from newsline.dates import almanac, almanac_names, almanac_rows
from newsline.dates import expression as ex
from newsline.dates import span as spans
from newsline.dates.describe import MONTHS, WEEKDAYS
from newsline.dates.english import lexicon
from newsline.dates.repeating import Month, Weekday
from newsline.dates.span import Precision, Span
from newsline.dates.tense import Tense
from newsline.dates.units import Unit
from newsline.late import late
from newsline.publication import amounts, reach, tellings, told
from newsline.publication.clues import Clue

DEEDS = {
    "died": ("death",),
    "killed": ("assassination", "murder", "killing", "death"),
    "resigned": ("resignation",),
    "leaving": ("resignation",),
    "ousted": ("ouster", "overthrow", "fall"),
    "fled": ("ouster", "overthrow", "fall"),
    "crowned": ("coronation",),
    "abdicated": ("abdication",),
    "buried": ("funeral",),
    "married": ("wedding",),
    "arrested": ("arrest", "capture"),
    "executed": ("execution",),
    "impeached": ("impeachment",),
    "convicted": ("conviction",),
    "acquitted": ("acquittal",),
    "shot": ("shooting", "killing", "murder", "assassination", "death"),
}
"""What is said of somebody, and the nouns by which the almanac may have it."""
_DEED = late(
    r"(?P<gap>(?:,? \d{2,3},?|,? (?:who|the|a|an|aged|former|its|their|his|her) [^.;:\n]{0,80}?,?)?(?:,? who)?"
    r"(?: (?:has|had|also|then|later|finally|suddenly|formally|abruptly|reportedly|will|is|to)){0,3}) "
    r"(?:(?P<died>died|dies|dead at|passed away|(?:was |been )?found dead)"
    r"|(?:was|were|been|is|be) (?:(?P<killed>assassinated|shot dead|murdered|killed|stabbed to death)"
    r"|(?P<convicted>convicted|found guilty)|(?P<acquitted>acquitted|cleared|found not guilty)|(?P<shot>shot)"
    r"|(?P<crowned>crowned)|(?P<buried>(?:to be )?(?:buried|laid to rest))"
    r"|(?P<arrested>arrested|captured|seized|detained)"
    r"|(?P<executed>executed|hanged)|(?P<impeached>impeached)|(?P<ousted>ousted|toppled|overthrown|deposed))"
    r"|(?P<resigned>resign(?:ed|s)|quits?|stepp?(?:ed|s) down)|(?P<abdicated>abdicate[ds])|(?P<married>married|marries"
    r"|marry|wed)|(?P<fled>fled|flees)"
    r"|(?P<leaving>(?:said|says|announced|told)\b[^.;:\n]{0,60}? (?:he|she) (?:would|will) "
    r"(?:go\b|resign|quit|step down|stand down|give up|leave office)))"
)
"""What is said behind a name of whoever has it."""
_SUPPOSED = late(r"\b(?:if|unless|until|till|whether|should|demand\w*|want\w*|insist\w*) (?:[\w-]+ ){0,3}$", re.I)
_PRESENT = late(r" (?:dies|resigns|quits?|steps down|abdicates|marries|flees)$")
_CLAUSE = late(r"\b[a-z]+ (?:[A-Z][\w.’'-]* )*$")
"""Before a name: what is not said to be so; and that a verb in the present tense is no headline's."""
_RECALLED = late(r"\b(?:since|after|before|when|until|the day|the night)\b[^,]{0,40}$", re.I)
ASIDE = 0.4
"""Strength of a deed that is recalled beside something else: it may have been long ago. Chosen."""
_OTHER = late(
    r"\b(?:whose|when|after|before|since|where|that|because|sa(?:id|ys)|sons?|daughter|wife|husband|widow|brother|sister"
    r"|father|mother|friend|nephew|aide|people|soldiers|officers|troops|men|women|ally|allies|supporters)\b"
)
"""Words between a name and a verb that tell of somebody else."""
_OFFICE_LEFT = late(r"^[^.;:]{0,40}?\b(?:as|from) (?:the |his |her |a |an )?(?P<office>[^.;:,]{0,40})")
_HIGHEST = late(r"\b(?:prime minister|president|premier|chancellor|taoiseach|first minister|pope|pm|office|power)\b")
"""The offices whose ends the almanac knows as resignations."""
TITLES = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "president", "sir", "lady", "former"})
"""Words before a surname that stands for the whole name: "Ada Mandela" is somebody else."""
BEFORE = 24
"""Characters before a surname in which another name stands."""
_CAPITAL = re.compile(r"[A-ZÀ-Ž][\w.’'-]* $")
_UNIT = r"(?:week|month|year|weekend)"
_WHEN = (
    rf"(?:(?P<which>last|next|this|earlier this|later this) )?(?P<day>(?:{'|'.join(WEEKDAYS)}))\b"
    rf"|(?P<shift>last|next|this) (?P<unit>{_UNIT})\b|(?P<near>yesterday|today|tomorrow)\b"
    r"|(?P<n>\d{1,2}|a|two|three|four|five|six|seven|eight|nine|ten) (?P<units>day|week|month)s? ago\b"
    r"|in (?P<hence>\d{1,2}|a|two|three|four|five|six|seven|eight|nine|ten) (?P<whiles>day|week|month)s?\b"
    rf"|(?:(?P<of>last|next) )?(?P<month>{'|'.join(MONTHS)})\b(?!,? \d)(?: (?:of )?(?P<year>last|this|next) year\b)?"
)
_GATHERED = r"(?:(?<=tomorrow)|(?<=today)|(?<=yesterday)) (?:for|at) the"
_BEHIND = late(rf"^(?:(?! (?:and|but|after|before|when|while|since|said) )[^.;:\n]){{0,60}}?[ (](?:{_WHEN})")
"""When something was, behind what names it."""
_BESIDE = late(rf"\b(?:{_WHEN})(?:['’]s?|{_GATHERED}) (?:[\w-]+ ){{0,3}}$", re.IGNORECASE)
"""The same before it: "Monday's collapse of", "banks shut tomorrow for the funeral of"."""
_AT_FIRST = late(rf"^(?:on |late |early |and |but )*(?:{_WHEN}),? (?:[\w’'-]+ ){{0,4}}$", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:will|to)\b")
YEARLY = "vote_date"
"""The row of the weights where the day or month of the year is told."""

STEPS = {"last": ex.Last, "this": ex.This, "next": ex.Next}

DATED = 0.6
"""Strength of a day of the year beside a happening: of 45 in T17 a fourth recall one of years before."""


_HE = re.compile(r"\s(?:He|She)(?= )")
_AFTER_DEED = late(
    r"\b(?P<n>\d{1,2}|a|one|two|three|four|five|six|seven|eight|nine|ten) (?P<unit>day|week)s? after "
    r"(?:he|she|his|her)\b[^.;,]{0,24}? (?:(?P<killed>assassinated|shot dead|murdered|killed|assassination|murder)"
    r"|(?P<died>died|dead|death)|(?P<resigned>resigned|resignation|stepped down)|(?P<arrested>arrested|arrest))\b"
)
LATER = 1
"""Days after what was counted on which it is told."""


def clues(text: str) -> Iterator[Clue]:
    """A clue for each happening of the almanac that the text tells with its day, and each deed that it tells."""
    yield from _deeds(text)
    known: set[str] = set()
    for start, end, key in almanac_names.find_facts(text):
        span = almanac.event(key)
        begin, close = told.sentence(text, start, end)
        if span is None or told.tells_year(text[begin:start]) or told.tells_year(text[end:close]):
            continue
        words, name = text[begin:close], " ".join(text[start:end].split())
        when = _when(text, (begin, start, end, close))
        clue = _placed(when, span, words, name) if when else None
        if clue := clue or _of_the_year(words, span, name) or (None if when else _weekday_alone(words, span, name)):
            known.add(key)
            yield clue
    yield from tellings.clues(text, frozenset(known))


def _placed(when: re.Match[str], span: Span, words: str, name: str, past: bool | None = None) -> Clue | None:
    """What the words say that tell when something was; nothing if it was not then."""
    tense = told.tense(words) if past is None else Tense.PAST if past else Tense.FUTURE
    stretch = _stretch(when, span, tense)
    if stretch is None:
        return None
    yearly = when["month"] and not (when["of"] or when["year"])
    weekly = told.row(stretch, tense is Tense.PAST and when["day"] is not None)
    return Clue(YEARLY if yearly else weekly, f"“{name}” is told with its day", (stretch,))


def _of_the_year(words: str, span: Span, name: str) -> Clue | None:
    """What a month and a day say, without a year, on which something was."""
    if not span.is_day or (span.first.month, span.first.day) not in told.days_of_year(words.replace(name, "")):
        return None
    if "nniversary" in words:
        return None
    return Clue(YEARLY, f"“{name}” is told with its day", (span.ordinals,), strength=DATED)


def _weekday_alone(words: str, span: Span, name: str) -> Clue | None:
    """What a weekday says that stands somewhere in the sentence, if no other does."""
    wanted = told.weekdays(words)
    day, last = span.first.toordinal(), name.rpartition(" ")[2]
    if len(wanted) != 1 or not span.is_day or (day - 1) % 7 not in wanted:
        return None
    if not any(last in tellings.clause(words, one) for one in told.WEEKDAY.finditer(words)):
        return None
    return told.in_week([day], told.tense(words), f"“{name}” is told with its weekday")


def _when(text: str, place: tuple[int, int, int, int]) -> re.Match[str] | None:
    """The words that tell when something was that stands at a place of a sentence."""
    begin, start, end, close = place
    before = text[begin:start]
    return _BESIDE.search(before) or _BEHIND.match(text[end:close]) or _AT_FIRST.match(before)


def _stretch(when: re.Match[str], span: Span, tense: Tense) -> tuple[int, int] | None:
    """The days on which a text can be written that tells so when something was; None if it was not then."""
    said = {name: (words or "").lower() for name, words in when.groupdict().items()}
    if said["whiles"]:
        limits = amounts.bounds(_number(said["hence"]), lexicon.UNITS[said["whiles"]])
        return (span.first.toordinal() - limits[1], span.last.toordinal() - limits[0]) if limits else None
    if said["units"]:
        limits = amounts.bounds(_number(said["n"]), lexicon.UNITS[said["units"]])
        return (span.first.toordinal() + limits[0], span.last.toordinal() + limits[1]) if limits else None
    if said["day"]:
        number = lexicon.WEEKDAYS[said["day"]]
        week = (span.first + timedelta(days) for days in range(reach.WEEK) if span.first + timedelta(days) <= span.last)
        day = next((one for one in week if one.weekday() == number), None)
        how = STEPS[said["which"]] if said["which"] in {"last", "next"} else ex.Bare
        return reach.days(how(Weekday(number)), tense, spans.day(day)) if day else None
    if said["month"]:
        number = lexicon.MONTHS[said["month"]]
        if number != span.first.month:
            return None
        if said["year"]:
            return reach.days(ex.Within(Month(number), STEPS[said["year"]](Unit.YEAR)), tense, span)
        return reach.days(STEPS[said["of"]](Month(number)), tense, span) if said["of"] else span.ordinals
    unit = Unit.DAY if said["near"] else lexicon.UNITS[said["unit"]]
    return reach.moved(unit, told.AWAY[said["near"] or said["shift"]], span)


def _number(said: str) -> int:
    return int(said) if said.isdigit() else lexicon.NUMBERS.get(said, 1)


def counted_from_today(behind: str, spans: Iterable[tuple[int, int]], tense: Tense) -> list[tuple[int, int]]:
    """The days on which a text can be written that says behind a verb when that was: "tomorrow", "last week"."""
    when = _BEHIND.match(behind)
    if when is None or when["day"] or (when["month"] and not when["of"]):
        return []
    days = (Span(date.fromordinal(a), date.fromordinal(b), Precision.DAY) for a, b in spans)
    return [one for one in (_stretch(when, span, tense) for span in days) if one]


@cache
def _people() -> Mapping[str, Mapping[str, str]]:
    """Whoever did or suffered what the almanac has a noun for, small letters -> noun -> key."""
    nouns = {noun for some in DEEDS.values() for noun in some}
    found: dict[str, dict[str, str]] = {}
    for name, key in almanac_rows.names("en", "", "anchor").items():
        noun, _, person = name.partition(" of ")
        if noun not in nouns:
            person, _, noun = name.rpartition(" ")
            person = person.removesuffix("'s").removesuffix("’s").removesuffix("'")
        if noun in nouns:
            found.setdefault(person, {}).setdefault(noun, key)
    return found


@cache
def _surnames() -> Mapping[str, Sequence[str]]:
    """The same people by the last words of their names."""
    return almanac_names.by_last_word(_people())


def _deeds(text: str) -> Iterator[Clue]:
    """What somebody did or suffered who is named: it is told after, and most often soon after."""
    for start, end, person in almanac_names.find_places(text, _surnames()):
        if not text[start].isupper() or (" " not in person and has_first_name(text, start)):
            continue
        _, close = told.sentence(text, start, end)
        yield from _counted(text[end:close], _people()[person])
        goes_on = _HE.match(text, close + 1)
        for place in (end, goes_on.end()) if goes_on else (end,):
            deed = _DEED.match(text, place)
            if deed and not _OTHER.search(deed["gap"]):
                yield from _deed(
                    text, start if place == end else goes_on.start() + 1 if goes_on else start, deed, person
                )


def _deed(text: str, start: int, deed: re.Match[str], person: str) -> Iterator[Clue]:
    """What one verb tells of whoever is named, or meant, at the place where it starts."""
    verb, known = deed.lastgroup or "", _people()[person]
    key = next((known[noun] for noun in DEEDS[verb] if noun in known), None)
    span, (begin, close) = almanac.event(key) if key else None, told.sentence(text, start, deed.end())
    if span is None or told.tells_year(text[begin:close]) or _leaves_another(verb, text[deed.end() : close]):
        return
    if _SUPPOSED.search(text[begin:start]) or (_PRESENT.search(deed[0]) and _CLAUSE.search(text[begin:start])):
        return
    what, words = " ".join(text[start : deed.end()].split()), text[begin:close]
    past = verb == "leaving" or not _AHEAD.search(what)
    day = span.first.toordinal()
    if verb == "leaving" and (day - 1) % 7 in told.weekdays(what):
        clue = told.in_week([day], Tense.PAST, f"“{what}” is told with its weekday")
        if clue:
            yield clue
        return
    when = _when(text, (begin, start, deed.end(), close))
    if clue := (_placed(when, span, words, what, past) if when else None) or _of_the_year(words, span, what):
        yield clue
    if when is None and (past or not clue):
        aside = " who" in deed["gap"] or _RECALLED.search(text[begin:start])
        yield Clue("deed_told", f"“{what}” is told", (span.ordinals,), strength=ASIDE if aside else 1.0)


def _counted(words: str, known: Mapping[str, str]) -> Iterator[Clue]:
    """What is counted in days from what somebody did or suffered: "was buried a day after he died"."""
    count = _AFTER_DEED.search(words)
    if count is None or told.tells_year(words):
        return
    key = next((known[noun] for noun in DEEDS[count.lastgroup or ""] if noun in known), None)
    span = almanac.event(key) if key else None
    limits = amounts.bounds(_number(count["n"].lower()), lexicon.UNITS[count["unit"]])
    if span and limits:
        stretch = span.first.toordinal() + limits[0], span.last.toordinal() + limits[1] + LATER
        yield Clue(told.WEEKLY, f"“{' '.join(count[0].split())}” is counted from a public fact", (stretch,))


def has_first_name(text: str, start: int) -> bool:
    """Whether another word of a name stands before a surname."""
    before = _CAPITAL.search(text, max(0, start - BEFORE), start)
    return before is not None and before[0].strip().lower() not in TITLES


def _leaves_another(verb: str, behind: str) -> bool:
    """Whether somebody resigns an office whose end is none that the almanac has a name for."""
    office = _OFFICE_LEFT.match(behind) if verb == "resigned" else None
    return office is not None and not _HIGHEST.search(office["office"].lower())
