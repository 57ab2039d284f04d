"""Days on which countries voted: "the Oct. 22 first round in Argentina", "Italians go to the polls on Sunday".

A month and a day beside a vote fix the year if the country voted on just that day; a weekday fixes the week.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import pairwise, zip_longest

from msgspec.structs import replace

from newsline.dates import almanac, almanac_names, almanac_rows
from newsline.dates.english.lexicon import UNITS
from newsline.dates.tense import Tense
from newsline.dates.units import DAYS_IN
from newsline.late import late
from newsline.publication import happenings, told
from newsline.publication.clues import Clue

VOTE = "vote"
"""The almanac's use of rows with the days on which a country voted; their names are those of country and people."""
SURE = 0.85
"""Strength of a weekday beside a vote: one in six is of a vote that the almanac does not have. Chosen."""
LEAST = 3
"""Times that a text names a country, and at least half of the times that it names any, before all that it says without
a country is taken for that one's."""
_WORDS = frozenset(
    """
    election elections polls ballot ballots vote votes voted voter voters voting referendum referendums run runoff
    runoffs first second primary primaries plebiscite choose chooses choosing chose outright absolute slim narrow
    majority landslide successor swept returned presidency
    """.split()
)
"""What the pattern begins with: quicker to look for."""
_VOTING = late(
    r"\b(?:[Ee]lections?|polls|ballots?|[Vv]ot(?:e|es|ed|ers?|ing)|[Rr]eferendums?|[Rr]un-?offs?|(?:first|second) round"
    r"|primar(?:y|ies)|plebiscite|choos(?:e|es|ing)|chose|(?:outright |absolute |slim |narrow )?majority|landslide"
    r"|successor|(?:swept|returned|voted) (?:in)?to power|presidency)\b"
)
_OTHER = late(
    r"\b(?:local|municipal|regional|state|provincial|by-?elections?|mayoral|council|city|county|leadership|union|board"
    r"|shareholders?|jury|committee|lawmakers|deputies|senators|MPs|Senate|House|Congress|Security Council|strike"
    r"|confidence|opinion polls?|school|students?|Oscar|Eurovision|final|knockout|tournament|match|league)\b"
)
"""Words of votes, and of rounds, that are none of a whole country."""
_ELECTORAL = late(
    r"lection|[Vv]ot|polls|[Pp]residen|andidate|ballot|eferendum|un-?off|plebiscite|choos|chose|elect|ajority|andslide"
)
"""What a sentence has that tells of a first round of voting, not of a contest's."""
_DAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_NATIONAL = r"(?:elections?|referendum|plebiscite|run-?off|(?:first|second) round|polls)"
_THAT_WEEK = late(
    rf"\b{_DAYS}['’]s (?:[\w-]+ ){{0,4}}?{_NATIONAL}\b"
    rf"|\b{_NATIONAL}(?:,? (?:[\w-]+ ){{0,4}}?)(?:on|this|last|next|for) {_DAYS}\b"
    rf"|\b(?:vot(?:e|es|ed|ing)|choose|chose|elect(?:ed)?|decide[sd]?)\b[^.;:]{{0,60}}? (?:on|this|last|next) {_DAYS}\b"
    rf"|\b(?:[Oo]n|[Tt]his|[Ll]ast|[Nn]ext) {_DAYS},? (?:[\w’'-]+ ){{0,6}}?(?:{_NATIONAL}|vote|voted)\b"
    r"|\b(?:queu\w+|chooses?|choosing|chose|(?:gave|gives?|handed) "
    r"(?:[\w.’'-]+ ){0,5}(?:presidency|majority|victory|landslide)"
    rf"|(?:won|led|wins?|swept) [^.;:,]{{0,40}}(?:majority|landslide|presidency|power))\b"
    rf"[^.;:]{{0,40}}? (?:on|this) {_DAYS}\b"
)
"""A vote that has its weekday beside it."""
NUMBERS = ("a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
"""Numbers of days and weeks in words; "a" counts as one."""
SOME = {"hours": (0, 1), "days": (1, 10), "weeks": (14, 60)}
"""Days that are meant where no number is told: "days before the vote"."""
_COUNTED = late(
    rf"\b(?:(?P<n>\d{{1,3}}|(?i:{'|'.join(NUMBERS)})) (?P<unit>day|week)s?"
    r"|(?<!\d )(?<!ty )(?<!teen )(?<!half )(?<!hundred )(?P<some>hours|days|weeks)|the (?P<one>day|eve))"
    r" (?:to go )?(?P<side>before|after|ahead of|until|from|following|of) "
    rf"(?P<of>(?:[\w.’'-]+ ){{0,4}}?(?:{_NATIONAL}|vote|polling day|election day|ballot)\b)"
)
"""A time that is counted from a vote."""
_FEW = r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten) (?:days|weeks)"
_AWAY = late(
    r"\b(?:(?:lost|won|held|holds|facing|faces|hold) (?:an?|the|his|her|its) (?:[\w-]+ ){0,2}"
    rf"{_NATIONAL}|go(?:es)? to the polls|vot(?:e|es|ed))(?P<when>(?: only| just)?"
    rf"(?: (?:last|next|this) (?:week|month)| in {_FEW}|,? {_FEW} ago))\b"
)
"""A vote that is told with the time from it to the article."""
_NOT_THE_NEAREST = late(r"\b(?:last (?!\w+['’]s\b)|(?:previous|that|those|every|each|any)\b)")
_FIRST, _SECOND = late(r"\bfirst[- ]round\b"), late(r"\b(?:[Ss]econd[- ]round|[Rr]un-?offs?)\b")
ROUNDS = 50
"""Days between two rounds of a vote at most."""
KINDS = {"presidential": "presidential-vote", "referendum": "referendum-vote", "whether": "referendum-vote"}
"""Kinds of votes with the ends of the keys of their days, where a country votes for a parliament on other days."""
_KIND = late(
    r"\b(?:presidential|whether|referendum|parliamentary|legislative|midterm|federal|general election|election)\b"
)
_QUESTION = late(
    r"\bvot(?:e|es|ed) (?:[\w-]+ ){0,6}to "
    r"(?:repeal|approve|reject|allow|legali[sz]e|leave|join|keep|adopt|abolish|ban)\b"
)
"""What a country votes on that is asked a question."""
ELECTED = ("president-", "prime-minister-", "chancellor-", "taoiseach-", "premier-")
"""What the keys of the offices begin with in which a vote puts somebody."""
AROUND = 20
"""Characters around a vote in which it is said that it is none of a whole country."""
CAREER = 4 * 366
"""Days before and after the terms of somebody in which a vote beside the name is looked for. Chosen: a legislature."""
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[A-Z][\w.'’-]*")


@cache
def countries() -> Mapping[str, str]:
    """Names of countries and of their people, small letters -> the keys of the days on which they voted."""
    return almanac_rows.names("en", VOTE)


@cache
def days(key: str) -> tuple[tuple[int, int], ...]:
    """The first and the last ordinals of the votes of a country, in order."""
    return tuple(span.ordinals for span in almanac.occurrences(key))


@cache
def by_code() -> Mapping[str, str]:
    """ISO 3166 code -> the key of a country's votes."""
    found: dict[str, str] = {}
    for row in almanac_rows.rows().of_use(VOTE):
        found.setdefault(row.country, row.key)
    return found


def named(words: str) -> Counter[str]:
    """The keys of the countries that the words name, with how often."""
    found: Counter[str] = Counter()
    names, places = countries(), list(_WORD.finditer(words))
    skip = -1
    for first, second in zip_longest(places, places[1:]):
        if first.start() <= skip:
            continue
        both = words[first.start() : second.end()] if second and second.start() == first.end() + 1 else ""
        for name in (both, first[0]):
            plain = re.sub(r"['’]s?$", "", name.lower())
            if key := names.get(plain) or names.get(plain.rstrip(".")):
                found[key] += 1
                skip = first.start() + len(name) - 1
                break
    return found


def clues(text: str, holders: Mapping[str, Sequence[str]]) -> Iterator[Clue]:
    """What the votes say that a text tells with a weekday, or with a month and a day.

    `holders` has the almanac's keys of the terms of the people named who have held an office, by names in the text.
    """
    seen: set[tuple[int, int]] = set()
    told_of: set[tuple[str, str]] = set()
    about: list[str] | None = None
    for match in _voting(text):
        place = told.sentence(text, match.start(), match.end())
        if place in seen:
            continue
        seen.add(place)
        words = text[slice(*place)]
        dates = told.days_of_year(words) if _DIGIT.search(words) else set()
        week = _that_week(words) if told.weekdays(words) else None
        counted = _count(words, text)
        away = None if week or _OTHER.search(words) else _AWAY.search(words)
        if not (dates or week or counted or away) or told.tells_year(words):
            continue
        keys = list((counted and named(counted["of"])) or named(words)) or list(
            dict.fromkeys(_of_holders({n: k for n, k in holders.items() if n in words}))
        )
        if not keys:
            if about is None:
                about = whole(text) or _only(text, holders)
            keys = about
        if away and len(keys) > 1:
            keys = list(named(words[: away.start()]))[-1:]
        for key in keys:
            some = _around(_of_round(of_kind(key, words), words), key, holders)
            weekly = _weekly(some, week[0], words) if week else ()
            others = (*(_counted(some, counted) if counted else ()), *(_away(some, away) if away else ()))
            for clue in (*_dated(key, dates), *weekly, *others):
                if (key, clue.table) not in told_of:
                    told_of.add((key, clue.table))
                    yield clue


def _voting(text: str) -> Iterator[re.Match[str]]:
    """Where a text speaks of a vote."""
    end = 0
    for place in almanac_names.places(text, _WORDS):
        match = _VOTING.match(text, place) if place >= end else None
        if match:
            end = match.end()
            yield match


def _that_week(words: str) -> re.Match[str] | None:
    """The vote of a whole country that a sentence tells with its weekday."""
    found = _THAT_WEEK.search(words) if _ELECTORAL.search(words) else None
    if found is None or _OTHER.search(words, max(0, found.start() - AROUND), found.end() + AROUND):
        return None
    return found


def _of_holders(holders: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The keys of the votes of the countries in which people have held an office."""
    for keys in holders.values():
        for key in keys:
            voted = by_code().get(almanac_rows.rows()[key].country)
            if voted:
                yield voted


def of_kind(key: str, words: str) -> Sequence[tuple[int, int]]:
    """The votes for a president, or the others, or on a question, if the words say which and the almanac knows."""
    rows, country = almanac_rows.rows(), key.removesuffix(VOTE)
    if _QUESTION.search(words) and country + KINDS["referendum"] in rows:
        return days(country + KINDS["referendum"])
    kinds = {kind: days(country + end) for kind, end in KINDS.items() if country + end in rows}
    match = _KIND.search(words)
    told = match[0] if match else ""
    if told in KINDS:
        return kinds.get(told, days(key))
    others = ("referendum", "presidential") if told and told != "election" else ("referendum",) if told else ()
    out = {one for kind in others for one in kinds.get(kind, ())}
    return [one for one in days(key) if one not in out]


def _of_round(voted: Sequence[tuple[int, int]], words: str) -> list[tuple[int, int]]:
    """The votes that are the round of which the words speak; all where they speak of none."""
    if _SECOND.search(words):
        return [b for a, b in pairwise(voted) if b[0] - a[0] <= ROUNDS] or list(voted)
    if _FIRST.search(words):
        return [a for a, b in pairwise(voted) if b[0] - a[0] <= ROUNDS] or list(voted)
    return list(voted)


def _around(voted: list[tuple[int, int]], key: str, holders: Mapping[str, Sequence[str]]) -> list[tuple[int, int]]:
    """The votes about the times in which those who are named held an office of the country; else all."""
    for name in holders:
        times = [
            span.ordinals
            for term in holders[name]
            if term.startswith(ELECTED) and by_code().get(almanac_rows.rows()[term].country) == key
            for span in almanac.occurrences(term)
        ]
        near = [vote for vote in voted if any(a - CAREER <= vote[0] <= b + CAREER for a, b in times)]
        voted = near or voted
    return voted


def whole(text: str) -> list[str]:
    """The country that a text is about."""
    found = named(text)
    often = found.most_common(1)
    return [often[0][0]] if often and often[0][1] >= max(LEAST, found.total() / 2) else []


def _dated(key: str, dates: set[tuple[int, int]]) -> Iterator[Clue]:
    spans = [(a, b) for a, b in days(key) if any(_is(day, dates) for day in range(a, b + 1))]
    if spans:
        years = " or ".join(str(date.fromordinal(a).year) for a, _ in spans)
        yield Clue("vote_date", f"a vote on that day was in {years}", tuple(spans))


def _is(ordinal: int, dates: set[tuple[int, int]]) -> bool:
    day = date.fromordinal(ordinal)
    return (day.month, day.day) in dates


def _only(text: str, holders: Mapping[str, Sequence[str]]) -> list[str]:
    """The country of all who are named and have held an office, where the text names no other."""
    keys = set(_of_holders(holders))
    return list(keys) if len(keys) == 1 and keys >= named(text).keys() else []


def _count(words: str, text: str) -> re.Match[str] | None:
    """The time that a sentence counts from a vote of a whole country, from the one that is nearest."""
    match = _COUNTED.search(words) if any(unit in words for unit in ("day", "week", "hour", "eve ")) else None
    if match is None or _OTHER.search(words) or _NOT_THE_NEAREST.search(match["of"]):
        return None
    alone = match["of"].endswith("vote") and not any(kind in text for kind in ("lection", "eferendum"))
    return None if alone or (match["side"] == "of" and not match["one"]) else match


def _counted(voted: Sequence[tuple[int, int]], count: re.Match[str]) -> Iterator[Clue]:
    """The days of which a sentence says how long before or after a vote they are."""
    if count["n"]:
        number = int(count["n"]) if count["n"].isdigit() else max(NUMBERS.index(count["n"].lower()), 1)
        least = most = number * DAYS_IN[UNITS[count["unit"]]]
    else:
        least = most = 0 if count[0].startswith("the day of") else 1
        if count["some"]:
            least, most = SOME[count["some"]]
    if count["side"] in {"after", "following"}:
        spans = [(last + least, last + most) for _, last in voted]
    else:
        spans = [(first - most, first - least) for first, _ in voted]
    if spans:
        yield Clue("vote_counted", f"“{' '.join(count[0].split())}” is counted from a vote of a country", tuple(spans))


def _away(voted: Sequence[tuple[int, int]], when: re.Match[str]) -> Iterator[Clue]:
    """The days on which a text can be written that says how long ago or ahead a vote is."""
    ahead = Tense.FUTURE if told.tense(when[0]) is Tense.FUTURE else Tense.PAST
    spans = happenings.counted_from_today(when["when"], voted, ahead)
    if spans:
        what = f"“{' '.join(when[0].split())}” is told of the votes of a country"
        yield Clue(told.WEEKLY, what, tuple(sorted(set(spans))), strength=SURE)


def _weekly(voted: Sequence[tuple[int, int]], words: str, around: str) -> Iterator[Clue]:
    wanted = told.weekdays(words) & told.weekdays(around)
    found = [a for a, b in voted if any((day - 1) % 7 in wanted for day in range(a, b + 1))]
    clue = told.in_week(found, told.tense(around), f"“{' '.join(words.split())}” is told of the votes of a country")
    if clue:
        yield replace(clue, strength=SURE)
