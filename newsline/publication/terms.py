"""Beginnings and ends of times in office: "was sworn in on Sunday", "the new prime minister"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from msgspec.structs import replace

from newsline.dates import almanac, almanac_names, almanac_rows
from newsline.dates.tense import Tense
from newsline.late import late
from newsline.publication import happenings, told, votes
from newsline.publication.clues import Clue
from newsline.publication.holders import TERM, mention

ELECT_DAYS = 120
"""Days before an office is taken in which its next holder is called elect or designate at most, where the day of the
election is not known. Chosen: in most countries they are one to three months."""
POPE = "pope-"
"""What the almanac's keys of popes begin with."""
VOTED = ("president-", "prime-minister-", "chancellor-", "taoiseach-")
APPOINTED = ("chancellor", "GB")
"""What the almanac's keys of those begin with whom a vote of the whole country makes, and who has that name besides."""
OUTGOING = 160
"""Days from a vote to the end of a term within which somebody else has won it."""
CYCLE = 330
"""Days before a term in which whoever has it was elected, at most."""
_HOUSE = re.compile(
    r"\b(?:[Pp]arliament|[Aa]ssembly|Bundestag|Knesset|Diet|Congress|[Cc]ardinals?|[Cc]onclave|[Ll]awmakers|[Dd]eputies)\b"
)
BESIDE = 0.85
"""Strength of the weekday of the sentence beside one that tells of an office."""
SHORT = 3
"""Letters of a surname that is too often a word: "May"."""
_TITLES = (
    r"(?:prime minister|PM|president|chancellor|premier|taoiseach|first minister|pope|king|queen|emperor|monarch|mayor"
    r"|governor|leader|home secretary|foreign secretary|secretary of state|defen[cs]e secretary|attorney general)"
)
_DAYS_IN = r"(?:[1-9]|1\d|a few|two|three|four|five|six|seven|eight|nine|ten)"
_BEGUN = late(
    r"\b(?:sworn in|swore in|(?:took|takes?|taking) (?:the |his |her )?(?:oath|office)|inaugurat\w+"
    rf"|(?:took|takes?) over as|became (?:[\w’'-]+ ){{0,4}}?{_TITLES}|elected (?:as )?(?:the )?(?:new )?pope"
    r"|in (?:the |his |her )?(?:job|office|post) since|(?:swearing|swearing-in|enthronement)"
    r"|mov(?:es?|ed|ing) into (?:Number|No\.?) (?:10|Ten)"
    r"|made (?:\w+ ){0,2}\w+['’]s (?:\w+ ){0,2}(?:president|chancellor)"
    r"|(?:came|comes|returned|swept) (?:back )?to power)\b"
)
_ENDED = late(
    r"\b(?:resign(?:s|ed|ation)|stepp?(?:ed|ing|s) down|(?:left|leaves|leaving) office|quits?"
    r"|was (?:ousted|toppled|deposed)|handed over (?:power|office)|fled)\b"
)
_FROM = late(
    r"\b(?:resign|quit|step)\w*[^.;]{0,30}? from (?:the |his |her |its )(?!cabinet|government|office|post|job"
    r"|presidency|premiership|role)"
)
"""Leaving what is no office of a country: "resigned from the board"."""
_NOT_YET = late(
    r"\b(?:to|will|would|should|must|could|may|might|not|until|unless|if|demand\w*|call\w*|urg\w*|press\w*|want\w*"
    r"|protest\w*) (?:[\w’'-]+ ){0,6}$"
)
"""Before the end of a time in office that has not come, or is only asked for."""
_WON = late(
    r"\b(?:(?:was |were |been )?(?:re-?)?elected|chosen|chose|wins?|won|winning|victory|defeat(?:s|ed|ing)?|beat)\b"
)
_NEWLY = r"new(?:ly[- ](?:installed|elected|chosen|crowned|appointed|sworn-in|inaugurated|minted|anointed))?"
_NEW = late(rf"\b{_NEWLY} (?:[A-Z]\w+ )?(?P<title>{_TITLES}),? $", re.IGNORECASE)
_NEW_BEHIND = late(
    rf"^,? (?:the |its |their |[A-Z]\w+['’]s? )?{_NEWLY} (?:[A-Z]\w+ )?(?P<title>{_TITLES})\b", re.IGNORECASE
)
_FIRST = late(
    r"\bfirst (?:[\w’'-]+ ){0,2}?(?:visit|trip|tour|speech|address|interview|budget|conference|meeting|blessing|mass"
    r"|cabinet|appearance|summit|day|days|week|weeks|month|months|test|act|veto|election)"
    rf" (?:[\w’'-]+ ){{0,3}}?(?:as (?:the )?(?:[A-Z]\w+ )?{_TITLES}\b"
    rf"|since (?:becoming|taking office|(?:his|her) election)"
    rf"|in (?:office|power|the job))|\b{_DAYS_IN} (?:days|weeks) (?:into (?:his|her)|after taking office)"
)
"""What tells that somebody is new in an office: "on her first visit to Rome since taking office"."""
_SUBJECT = late(rf"\s*(?:He|She|The (?:new )?(?:[A-Z]\w+ )?{_TITLES}) ")
"""How a sentence begins that goes on about whoever was named."""
_AS_OFFICE = late(
    r"(?=as )(?<!years )(?<!time )(?<!term )(?<!terms )\bas (?:the |its |their )?(?:[\w’'-]+ ){0,3}?(?P<office>"
    r"(?:[\w-]+ ){0,2}(?:ministers?|secretary|leader|chair\w*|chief|mayor|governor|senator|ambassador|president"
    r"|chancellor|premier|speaker|director|head|pope|king|queen|taoiseach|PM))\b"
)
"""The office that a sentence says somebody takes or leaves."""
_ELECT_BEHIND = late(
    r"^,? (?:the |its |their )?(?:[A-Z]\w+ )?(?:president|prime minister|chancellor|governor|mayor)-elect"
)
_NEW_OF = late(
    r"\b(?:(?P<of>[A-Z][\w.]*(?: [A-Z]\w+)?)['’]s new |the new (?P<people>[A-Z][\w.]*(?: [A-Z]\w+)?) )"
    r"(?P<office>president|prime minister|chancellor|king)\b"
)
"""Whoever is new in an office of a country, without the name."""
_NEW_OFFICE = late(r"new (?:[A-Z][\w.]*(?: [A-Z]\w+)? )?(?:president|prime minister|chancellor|king)\b")
"""What the pattern finds one of: in a tenth of the time."""
COMING = ("takes", "moves", "taking", "moving")
"""How verbs begin that tell of a day in office to come; in headlines it has come."""
_WEEKS_IN = re.compile(
    r"\b(?P<long>(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten) (?:day|week|month)s) "
    r"(?:in office|in(?:to)? (?:the|his|her) (?:job|post|term)|in Downing Street)\b"
)
"""How long somebody is in office: "two weeks in Downing Street"."""
_AROUND = 40
"""Characters beside a name in which "new" or "-elect" stands."""


def clues(text: str, found: Mapping[str, list[str]]) -> Iterator[Clue]:
    """What a text tells of beginnings and ends of the terms of those whom it names, and of other days of people."""
    others = mention("|".join(re.escape(name.rpartition(" ")[2]) for name in found)) if len(found) > 1 else None
    for name, keys in found.items():
        seen = set()
        for start, end in _mentions(text, name):
            begin, close = told.sentence(text, start, end)
            edges = [*_beside(text, start, end, name, keys), *_edges(text[begin:close], name, keys, others)]
            if _SUBJECT.match(text, close + 1):
                place = close + 2
                edges += _edges(text[place : told.sentence(text, place, place)[1]], name, keys, others)
            if not told.weekdays(text[begin:close]):
                edges += _edges(text[begin:close], name, keys, others, _beside_it(text, begin, close))
            for edge, clue in edges:
                if edge not in seen:
                    seen.add(edge)
                    yield clue
    yield from _unnamed(text)


def _beside_it(text: str, begin: int, close: int) -> str:
    """The sentence below a headline, or the one before a sentence; nothing where a year is told in it."""
    if begin == 0 and text.startswith("\n", close):
        place = close + len(text[close:]) - len(text[close:].lstrip())
        words = text[place : told.sentence(text, place, place)[1]]
    else:
        words = text[slice(*told.sentence(text, begin - 2, begin - 2))] if begin > 2 else ""
    return "" if told.tells_year(words) else words


def _mentions(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Where the name stands, or the surname alone."""
    surname = name.rpartition(" ")[2]
    alone = surname if len(surname) > SHORT else name
    for start in almanac_names.whole_words(text, alone):
        begin = start + len(alone) - len(name)
        named = begin >= 0 and text.startswith(name, begin) and not text[begin - 1 : begin].isalnum()
        yield begin if named else start, start + len(alone)


def _beside(text: str, start: int, end: int, name: str, keys: list[str]) -> Iterator[tuple[str, Clue]]:
    before, behind = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    if _ELECT_BEHIND.search(behind):
        spans = sorted({span for key in keys for span in elected(key)})
        yield "elected", Clue("before_office", f"“{name}” is elected, and not yet in office", tuple(spans))
    elif title := _NEW.search(before) or _NEW_BEHIND.search(behind):
        yield "new", _new(name, [key for key in keys if key.startswith(_slug(title["title"]))] or keys)


def _new(name: str, keys: Sequence[str]) -> Clue:
    begun = {span.first.toordinal() for key in keys for span in almanac.occurrences(key)}
    return Clue("new_in_office", f"“{name}” is new in office", tuple((day, day) for day in sorted(begun)))


def _slug(office: str) -> str:
    """How the almanac's keys of the times in an office begin."""
    return "prime-minister" if office == "PM" else office.lower().replace(" ", "-")


TOOK, LEFT, WAS_ELECTED = "took office", "left office", "was elected"


def _edges(
    words: str, name: str, keys: list[str], others: re.Pattern[str] | None, near: str = ""
) -> Iterator[tuple[str, Clue]]:
    """The first or last day of a term that a sentence tells with its weekday; not of whoever else is named.

    `near` is the sentence beside it that has the weekday instead.
    """
    wanted = told.weekdays(near or words)
    if told.tells_year(words):
        return
    if _FIRST.search(words):
        yield "new", _new(name, keys)
    office = _AS_OFFICE.search(words)
    if office:
        keys = [key for key in keys if key.startswith(_slug(office["office"]))]
    spans = [span.ordinals for key in keys for span in almanac.occurrences(key)]
    for pattern, reason in ((_BEGUN, TOOK), (_ENDED, LEFT), (_WON, WAS_ELECTED)):
        verb = pattern.search(words)
        if verb and reason == LEFT and _NOT_YET.search(words[: verb.start()]):
            continue
        if verb and not _FROM.search(words) and _is_of(name, words[: verb.start()], others):
            edges = _days_of(reason, words, keys, spans)
            days = [day for day in edges if (day - 1) % 7 in wanted]
            clue = told.in_week(
                days,
                Tense.FUTURE if verb[0].startswith(COMING) and not near else _tense(near or words, reason),
                f"“{name}” {reason} on such a weekday",
            )
            if clue:
                yield reason, replace(clue, strength=BESIDE) if near else clue
            when = () if wanted else _counted(words, verb.end(), edges, reason)
            if when:
                yield reason, Clue(told.row(when[0]), f"“{name}” {reason} then", tuple(sorted(set(when))))
    new = None if near else _WEEKS_IN.search(words)
    if new and _is_of(name, words[: new.start()], others):
        here = [key for key in keys if key.startswith("prime-minister-") or "Downing" not in new[0]]
        begun = [(span.first.toordinal(),) * 2 for key in here for span in almanac.occurrences(key)]
        when = happenings.counted_from_today(f" {new['long']} ago", begun, Tense.PAST)
        if when:
            yield "in office", Clue(told.WEEKLY, f"“{name}” is {new[0]}", tuple(sorted(set(when))))


def _days_of(reason: str, words: str, keys: Sequence[str], spans: Sequence[tuple[int, int]]) -> list[int]:
    """The days on which terms began or ended, or somebody was elected for them."""
    if reason == TOOK:
        return [first for first, _ in spans]
    if reason == LEFT:
        return [last for _, last in spans if last < almanac.OPEN_END.toordinal()]
    return [*(vote for key in keys for vote in _votes(key)), *_chosen(words, spans)]


def _counted(words: str, end: int, edges: Sequence[int], reason: str) -> list[tuple[int, int]]:
    """The days on which a text can be written that says "takes office tomorrow"."""
    return happenings.counted_from_today(words[end:], [(day, day) for day in edges], _tense(words, reason))


def _chosen(words: str, spans: Sequence[tuple[int, int]]) -> list[int]:
    """The first days in office where a house elects, which is most often on that day."""
    return [first for first, _ in spans] if _HOUSE.search(words) and "confidence" not in words else []


def _tense(words: str, reason: str) -> Tense:
    """Whether it lies ahead; the verbs that tell an end have the past in them."""
    when = told.tense(words)
    return Tense.PAST if when is Tense.NONE and reason == LEFT else when


def _is_of(name: str, before: str, others: re.Pattern[str] | None) -> bool:
    """Whether a verb behind some words is of one of those who are named: the last before it, if any is."""
    last = others.findall(before)[-1:] if others else []
    return not last or last[0] == name.rpartition(" ")[2]


@cache
def elected(key: str) -> tuple[tuple[int, int], ...]:
    """From the vote to the day before the office, for each time in an office; for some time where no vote is known."""
    begun = [span.first.toordinal() for span in almanac.occurrences(key)]
    return tuple((_vote(key, start) or start - ELECT_DAYS, start - 1) for start in begun)


def _votes(key: str) -> Iterator[int]:
    """The days on which whoever had the office may have been elected, and again; a conclave ends when it begins."""
    for span in almanac.occurrences(key):
        begun, over = span.ordinals
        if key.startswith(POPE):
            yield begun
        elif key.startswith(VOTED) and (key[: key.index("-")], almanac_rows.rows()[key].country) != APPOINTED:
            vote = _vote(key, begun)
            yield from (day for day in _voted(key) if day == vote or begun <= day <= over - OUTGOING)


def _vote(key: str, begun: int) -> int | None:
    """The last day on which the country voted before an office was taken in."""
    return max((day for day in _voted(key) if begun - CYCLE <= day < begun), default=None)


@cache
def _voted(key: str) -> tuple[int, ...]:
    """The days on which a country voted for such an office, of votes of several days the last."""
    voted = votes.by_code().get(almanac_rows.rows()[key].country)
    return (
        tuple(day for _, day in votes.of_kind(voted, "presidential" if key.startswith("president-") else "election"))
        if voted
        else ()
    )


@cache
def of_country(country: str, office: str) -> tuple[str, ...]:
    """The keys of the terms in an office ("prime minister") of a country (ISO 3166)."""
    begin = office.replace(" ", "-") + "-"
    keys = (row.key for row in almanac_rows.rows().of_use("period") if row.country == country)
    return tuple(key for key in keys if key.startswith(begin) and key.endswith(TERM))


def _unnamed(text: str) -> Iterator[Clue]:
    """Whoever is called the new holder of an office of a country: "Britain's new prime minister"."""
    for match in _NEW_OF.finditer(text) if _NEW_OFFICE.search(text) else ():
        country = votes.countries().get((match["of"] or match["people"]).lower().removeprefix("the "))
        keys = of_country(almanac_rows.rows()[country].country, match["office"]) if country else ()
        begun = sorted({span.first.toordinal() for key in keys for span in almanac.occurrences(key)})
        words = text[slice(*told.sentence(text, *match.span()))]
        if not begun or told.tells_year(words):
            continue
        what, wanted = match[0], told.weekdays(words)
        week = [day for day in begun if (day - 1) % 7 in wanted] if _BEGUN.search(words) else []
        clue = told.in_week(week, told.tense(words), f"“{what}” took office on such a weekday")
        yield clue or Clue("new_in_office", f"“{what}” is new in office", tuple((day, day) for day in begun))
