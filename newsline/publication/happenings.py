"""What happened once and has a name, told with its day: "who died on Monday", "next month's Sochi Olympics".

The almanac knows when it happened, the words how long before or after that the text was written.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from newsline.dates import almanac, almanac_names, almanac_rows
from newsline.dates.describe import WEEKDAYS
from newsline.dates.span import Span
from newsline.late import late
from newsline.publication import told
from newsline.publication.clues import Clue

DEEDS = {
    "died": ("death",),
    "killed": ("assassination", "murder", "killing", "death"),
    "resigned": ("resignation",),
    "ousted": ("ouster", "overthrow", "fall"),
    "crowned": ("coronation",),
    "abdicated": ("abdication",),
    "buried": ("funeral",),
    "married": ("wedding",),
    "arrested": ("arrest", "capture"),
    "executed": ("execution",),
    "impeached": ("impeachment",),
}
"""What is said of somebody, and the nouns by which the almanac may have it."""
_VERBS = late(
    r"\b(?:(?P<died>died|dies|dead at|passed away)"
    r"|(?:was|were|been|is|be) (?:(?P<killed>assassinated|shot dead|murdered|killed|stabbed to death)"
    r"|(?P<crowned>crowned)|(?P<buried>(?:to be )?(?:buried|laid to rest))"
    r"|(?P<arrested>arrested|captured|seized|detained)"
    r"|(?P<executed>executed|hanged)|(?P<impeached>impeached)|(?P<ousted>ousted|toppled|overthrown|deposed))"
    r"|(?P<resigned>resign(?:ed|s)|quits?|stepp?(?:ed|s) down)|(?P<abdicated>abdicate[ds])|(?P<married>married|marries"
    r"|(?:to|will) (?:marry|wed))|(?P<fled>fled|flees))\b"
)
_PARTS = (
    *("died", "dies", "dead at", "passed away", "resign", "quit", "down", "assassinated", "shot dead", "murdered"),
    *("killed", "stabbed", "crowned", "abdicate", "buried", "laid to rest", "marr", "wed ", "arrested", "captured"),
    *("seized", "detained", "executed", "hanged", "impeached", "ousted", "toppled", "overthrown", "deposed", "fled"),
)
"""What the pattern needs one of: quicker to look for."""
_WORD = r"[A-ZÀ-Ž](?:\.|[\w’'-]*[\w.])"
_NAME = late(rf"{_WORD}(?: (?:(?:of|de|al|the|and|bin|von|van) )?{_WORD}){{0,6}}")
_GAP = late(
    r"(?:,? \d{2,3},?|,? (?:who|the|a|an|aged|former|its|their|his|her) [^.;:\n]{0,80}?,?)?(?:,? who)?"
    r"(?: (?:has|had|also|then|later|finally|suddenly|formally|abruptly|reportedly|was|were|will|is|to|be)){0,3} "
)
"""What may stand between a name and what is said of it."""
_OTHER = re.compile(
    r"\b(?:whose|when|after|before|since|where|that|because|sa(?:id|ys)|sons?|daughter|wife|husband|widow|brother|sister"
    r"|father|mother|friend|nephew|aide|people|soldiers|officers|troops|men|women|ally|allies|supporters)\b"
)
"""Words between a name and a verb that tell of somebody else."""
_OFFICE_LEFT = re.compile(r"^[^.;:]{0,40}?\b(?:as|from) (?:the |his |her |a |an )?(?P<office>[^.;:,]{0,40})")
_HIGHEST = re.compile(
    r"\b(?:prime minister|president|premier|chancellor|taoiseach|first minister|pope|pm|office|power)\b"
)
"""The offices whose ends the almanac knows as resignations."""
TITLES = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "president", "sir", "lady", "former"})
"""Words before a surname that stands for the whole name: "Ada Mandela" is somebody else."""
BACK = 160
"""Characters before a verb in which the name stands."""
_UNIT = r"(?:week|month|year|weekend)"
_WHEN = (
    rf"(?:(?P<which>last|next|this|earlier this|later this) )?(?P<day>(?:{'|'.join(WEEKDAYS)}))\b"
    rf"|(?P<shift>last|next|this) (?P<unit>{_UNIT})\b|(?P<near>yesterday|today|tomorrow)\b"
    r"|(?P<n>\d{1,2}|a|two|three|four|five|six|seven|eight|nine|ten) (?P<of>day|week|month)s? ago\b"
)
_BEHIND = late(rf"^(?:(?! (?:and|but|after|before|when|while|since|said) )[^.;:\n]){{0,60}}?[ (](?:{_WHEN})")
"""When something was, behind what names it."""
_BESIDE = late(rf"\b(?:{_WHEN})['’]s? (?:[\w-]+ ){{0,3}}$")
_AT_FIRST = late(rf"^(?:on |late |early |and |but )*(?:{_WHEN}),? (?:[\w’'-]+ ){{0,4}}$", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:will|to)\b")
NUMBERS = ("a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
SLACK = {"day": 1, "week": 4, "month": 16}
"""Days by which a number of days, weeks or months ago may be off."""
DAYS = {"day": 1, "week": 7, "month": 30.44}
EVENT = "told_week"
"""The row of the weights: the days of the stretch are told."""

Stretch = tuple[int, int]


def clues(text: str) -> Iterator[Clue]:
    """A clue for each happening of the almanac that the text tells with its day, and each deed that it tells."""
    yield from _deeds(text)
    for start, end, key in almanac_names.find_facts(text):
        span = almanac.event(key)
        begin, close = told.sentence(text, start, end)
        if span is None or told.tells_year(text[begin:start]) or told.tells_year(text[end:close]):
            continue
        name = " ".join(text[start:end].split())
        when = _when(text, (begin, start, end, close))
        if when is not None:
            stretch = _stretch(when, span, text[begin:close], None)
            if stretch:
                yield Clue(EVENT, f"“{name}” is told with its day", (stretch,))
        elif clue := _weekday_alone(text[begin:close], span, name):
            yield clue


def _weekday_alone(words: str, span: Span, name: str) -> Clue | None:
    """What a weekday says that stands somewhere in the sentence, if no other does."""
    wanted = told.weekdays(words)
    day = span.first.toordinal()
    if len(wanted) != 1 or not span.is_day or (day - 1) % 7 not in wanted:
        return None
    return told.in_week([day], words, f"“{name}” is told with its weekday")


def _when(text: str, place: tuple[int, int, int, int]) -> re.Match[str] | None:
    """The words that tell when something was that stands at a place of a sentence."""
    begin, start, end, close = place
    before = text[begin:start]
    return _BESIDE.search(before) or _BEHIND.match(text[end:close]) or _AT_FIRST.match(before)


def _stretch(when: re.Match[str], span: Span, words: str, past: bool | None) -> Stretch | None:
    """The days on which a text can be written that tells so when something was; None if it was not then."""
    first, last = span.ordinals
    said = {name: (words or "").lower() for name, words in when.groupdict().items()}
    if said["day"]:
        wanted = WEEKDAYS.index(said["day"].capitalize())
        days = [day for day in range(first, min(last, first + told.WEEK) + 1) if (day - 1) % 7 == wanted]
        if not days:
            return None
        if said["which"] in {"last", "next"}:
            return (days[0] + 1, days[0] + 13) if said["which"] == "last" else (days[0] - 13, days[0] - 1)
        if past is not None:
            return (days[0], days[0] + told.WEEK) if past else (days[0] - told.WEEK, days[0])
        clue = told.in_week(days[:1], words, "")
        return clue.spans[0] if clue else None
    if said["near"]:
        away = {"yesterday": 1, "today": 0, "tomorrow": -1}[said["near"]]
        return first + away, last + away
    if said["n"]:
        number = int(said["n"]) if said["n"].isdigit() else NUMBERS.index(said["n"]) + 1
        away, slack = round(number * DAYS[said["of"]]), SLACK[said["of"]]
        return first + away - slack, last + away + slack
    return _shifted({"last": 1, "this": 0, "next": -1}[said["shift"]], said["unit"], first, last)


def _shifted(shift: int, unit: str, first: int, last: int) -> Stretch:
    """The week, month or year that lies so many behind (1) or before (-1) the one of some days."""
    if unit in {"week", "weekend"}:
        monday, sunday = first - (first - 1) % 7, last + 6 - (last - 1) % 7
        # Who writes on a Sunday may call the days before last week, and those behind next week.
        return monday + 7 * shift - (shift != 0), sunday + 7 * shift
    begun, over = date.fromordinal(first), date.fromordinal(last)
    if unit == "year":
        return date(begun.year + shift, 1, 1).toordinal(), date(over.year + shift, 12, 31).toordinal()
    one, other = 12 * begun.year + begun.month - 1 + shift, 12 * over.year + over.month - 1 + shift
    end = date(other // 12, other % 12 + 1, monthrange(other // 12, other % 12 + 1)[1])
    return date(one // 12, one % 12 + 1, 1).toordinal(), end.toordinal()


@cache
def _known() -> Mapping[str, Mapping[str, str]]:
    """Noun -> whoever the almanac knows with it, small letters -> key: death -> Pope Francis -> ..."""
    found: dict[str, dict[str, str]] = {noun: {} for nouns in DEEDS.values() for noun in nouns}
    for name, key in almanac_rows.names("en", "", "anchor").items():
        noun, _, person = name.partition(" of ")
        if noun not in found:
            person, _, noun = name.rpartition(" ")
            person = person.removesuffix("'s").removesuffix("'")
        if noun in found:
            found[noun].setdefault(person, key)
    return found


def _deeds(text: str) -> Iterator[Clue]:
    """What somebody did or suffered who is named: it is told after, and most often soon after."""
    for match in _VERBS.finditer(text) if any(part in text for part in _PARTS) else ():
        verb = match.lastgroup or ""
        found = _who(text[max(0, match.start() - BACK) : match.start()], DEEDS["ousted" if verb == "fled" else verb])
        if found is None:
            continue
        key, name = found
        start = match.start() - len(name)
        span, (begin, close) = almanac.event(key), told.sentence(text, match.start(), match.end())
        if span is None or told.tells_year(text[begin:close]) or _leaves_another(verb, text[match.end() : close]):
            continue
        what = " ".join(f"{name}{match[0]}".split())
        past = not _AHEAD.search(what)
        when = _when(text, (begin, max(begin, start), match.end(), close))
        if when is None:
            yield Clue("deed_told", f"“{what}” is told", (span.ordinals,))
        elif stretch := _stretch(when, span, text[begin:close], past):
            yield Clue(EVENT, f"“{what}” is told with its day", (stretch,))


def _leaves_another(verb: str, behind: str) -> bool:
    """Whether somebody resigns an office whose end is none that the almanac has a name for."""
    office = _OFFICE_LEFT.match(behind) if verb == "resigned" else None
    return office is not None and not _HIGHEST.search(office["office"].lower())


def _who(before: str, nouns: tuple[str, ...]) -> tuple[str, str] | None:
    """The row of what one of some nouns tells of whoever is named last before a verb, and the words from there."""
    for place in reversed([*_NAME.finditer(before)][-3:]):
        gap = before[place.end() :]
        if not _GAP.fullmatch(gap) or _OTHER.search(gap):
            continue
        words = place[0].lower().replace("’", "'").split(" ")
        for first in range(len(words)):
            person = " ".join(words[first:])
            if first and " " not in person and words[first - 1] not in TITLES:
                break
            for noun in nouns:
                if key := _known()[noun].get(person):
                    skipped = len(" ".join(words[:first])) + (first > 0)
                    return key, before[place.start() + skipped :]
    return None
