"""Offices and events that bound the time in which an article can have been written: "president-elect", "Pope Francis".

Public facts only, most of them from the almanac. Each row holds for any article that names it, whatever the subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache

from newsline.dates import almanac, almanac_names, almanac_rows
from newsline.dates.span import Span
from newsline.late import late
from newsline.publication import elected, enacted, happenings, holders, lives, terms, told, votes
from newsline.publication.clues import Clue

WORD, ERA, OFTEN, FORESEEN = "-begun", "-era", "-days", "-foreseen"
"""Ends of the almanac's keys: since when a word was in use, the time in which something was spoken of as there, what
was held several times, and what is spoken of for years before it is."""
LONGEST = 12
"""Years in which an article is sought at most for naming whoever was in an office."""
ABBREVIATION = 3
"""Most letters of a name that counts in capitals only: "EU" and "HIV", but no "eu" of another language."""
BEGUN = frozenset({"covid-pandemic"})
"""Periods that are spoken of long after their end, but not before they began."""
_FORMER = re.compile(
    r"\b(?:[Ff]ormer|[Ee]x|[Ll]ate|then-|(?:the|by|under|with|of|to|from) then|ousted|deposed|disgraced)"
    r"[- ]?(?<=[- ])(?:[A-Z][\w.]* )?$"
)
_VICE = re.compile(r"\b(?:[Vv]ice[- ]|(?:[Ii]ncoming|elected|[Nn]ext|[Ff]uture|[Ff]irst) (?:[A-Z][\w.]* )?)$")
_OVER = re.compile(
    r"\b(?:ouster|fall|overthrow|removal|toppling|downfall|trial|death|assassination|resignation|departure|years|days"
    r"|funeral|burial|memorial|mourn\w*|grie\w+|tribute|body|coffin|tomb|memory|legacy|predecessor"
    r"|time|era|rule|regime|widow|son|under|toppled|ousted|deposed|overthrew|removed|against|unseated|succeed\w*"
    r"|replac\w+|since|after|brought down|forced out|drove out)"
    r"(?: (?:of|by|the|for|to|against|out|from|long-?time|leader|[A-Z]\w+(?:an|ese|i|ish|ch))){0,3} $"
)
"""Words before an office whose holder may have left it by then: "the overthrow of President Penn"."""
_GONE = re.compile(
    r"^(?:['’]s? (?:death|funeral|burial|coffin|body|tomb|grave|successor|assassination|resignation|ouster|overthrow"
    r"|fall|removal|departure|legacy|widow|memory)\b"
    r"|,? (?:\d\d,? )?(?:who )?(?:has |had )?(?:died|dies|resigned|stepped down|left office|fled)"
    r"|,? (?:who )?(?:was|been) (?:assassinated|shot dead|killed|murdered|ousted|deposed|toppled|buried))"
)
"""Words behind it: "President Penn, who died on Monday"."""
_DEMANDED = re.compile(r"\b(?:for|demand\w*|until|seek\w*|want\w*|urg\w*|would|if) (?:the )?(?:[A-Z][\w.]* )?$")
"""Words before it where the end is only asked for: "calls for President Penn's resignation"."""
_ACTS = re.compile(
    r"^(?:['’]s (?:government|administration|office|cabinet|spokes\w+|aides?|advisers?|visit|decision|plan)\b"
    r"|,? (?:has|will|is|says|plans|wants|faces|hopes|said|told|announced|warned|vowed|urged|promised|called|signed"
    r"|ordered|met|meets|arrived|leaves|left|flew|spoke)\b)"
)
"""What whoever is in office does in the news."""
TITLES = (
    "prime minister",
    "president",
    "chancellor",
    "premier",
    "mayor",
    "governor",
    "taoiseach",
    "first minister",
    "chief executive",
    "secretary of state",
    "attorney general",
)
"""Offices that stand beside a name as well: "the prime minister, Ada Penn", "Ada Penn, the British premier"."""
_BESIDE = late(
    rf"(?P<former>\b(?:[Ff]ormer|[Ee]x|[Ll]ate|[Tt]hen|[Dd]eputy|[Vv]ice|[Ii]ncoming|[Nn]ext|[Ff]uture)[- ]"
    r"(?:[A-Z]\w* )?)?"
    rf"\b(?P<office>{'|'.join(TITLES)}), (?P<name>{{name}})"
    rf"|(?P<first>{{name}}), (?:the|its|their|[A-Z]\w+[’']s?) (?:[A-Z]\w+ )?(?P<behind>{'|'.join(TITLES)})\b"
    r"|(?P<left>{name}) (?:had |has |was |is )?(?:resign|quit|step|swor|took|take|oust|remov|replac)"
    rf"[^.;:”\n]{{0,60}}? as (?:the )?(?:[A-Z]\w+ )?(?P<post>{'|'.join(TITLES)})\b".replace(
        "{name}", r"[A-ZÀ-Ž][\w.'’-]+(?: (?:de |von der |van |al-)?[A-ZÀ-Ž][\w.'’-]+){1,3}"
    )
)
_WORDS_OF = {title: frozenset(title.split()) for title in TITLES}
_AHEAD_OF = re.compile(r"\b(?:will|upcoming|coming|next (?:week|month|year)['’]s|tomorrow['’]s) (?:[\w-]+ ){0,3}$")
_IS_PLANNED = re.compile(r",?(?: which)? (?:will|is to|are to|(?:is|are) (?:due|expected|scheduled))\b")
"""Words of what lies ahead, before what is named and behind it."""
ARRANGED = ("funeral", "wedding", "coronation", "handover", "inauguration")
"""How names begin of what is spoken of in the days before it as well."""
NEAR = 100
"""Characters around an office that a name and what belongs to both may take."""
_AS = (" as ", " as the ")
BETWEEN = 2
"""Words between a name's comma and the office behind it."""
BEFORE, BEHIND = 32, 40
"""Characters before a title in which "former", "vice" and "incoming" are looked for, and behind it what is done."""
HELD, ACTS = "in_office", "acts_in_office"
"""The rows of the weights for whoever is named with an office, and does something in it."""


def clues(text: str) -> Iterator[Clue]:
    """A clue for each officeholder that the text names, or calls elected but not yet in office."""
    seen: set[tuple[str, tuple[tuple[int, int], ...]]] = set()
    found = _known(text)
    acting = {clue.spans for clue in found if clue.table == ACTS}
    for clue in found:
        if clue.table == HELD and clue.spans in acting:
            continue
        if clue.spans and (clue.table, clue.spans) not in seen:
            seen.add((clue.table, clue.spans))
            yield clue


@lru_cache(maxsize=64)
def _known(text: str) -> tuple[Clue, ...]:
    """What the almanac knows of those who are named, of words and of happenings; a small folder asks twice."""
    people = holders.people(text)
    days = (
        *terms.clues(text, people),
        *votes.clues(text, people),
        *happenings.clues(text),
        *lives.clues(text),
        *enacted.clues(text),
    )
    return *elected.clues(text), *_holding(text), *_beside(text), *_happened(text), *days


def _holding(text: str) -> Iterator[Clue]:
    """Whoever is called by an office holds it, and "former" tells that the time in it is over."""
    for start, end, key in almanac_names.find_periods(text):
        phrase = " ".join(text[start:end].split())
        spans = almanac.occurrences(key)
        if key in BEGUN:
            begun = spans[0].first.toordinal()
            yield Clue("has_begun", f"“{phrase}” has begun", ((begun, begun),))
        elif key.endswith(WORD) and (len(phrase) > ABBREVIATION or phrase.isupper()):
            begun = spans[0].first.toordinal()
            yield Clue("has_begun", f"“{phrase}” was not spoken of before {spans[0].first.year}", ((begun, begun),))
        elif key.endswith(ERA) and not _FORMER.search(text[max(0, start - BEFORE) : start]):
            yield Clue("in_era", f"“{phrase}” is spoken of as existing", _ordinals(spans))
        elif key.endswith(OFTEN):
            yield Clue("foreseen_named", f"“{phrase}” is named", _ordinals(spans))
        if key.endswith(holders.TERM) and text[start].isupper():
            yield from _office(text, (start, end), phrase, spans)


def _office(text: str, place: tuple[int, int], phrase: str, spans: Sequence[Span]) -> Iterator[Clue]:
    """What an office at a place of a text says, by the words around it: held, and surely so by who acts in it; left."""
    start, end = place
    before, behind = text[max(0, start - BEFORE) : start], text[end : end + BEHIND]
    if _VICE.search(before):
        return
    if _DEMANDED.search(before) and _GONE.search(behind):
        yield Clue(HELD, f"“{phrase}” is named, as in office", _ordinals(spans))
    elif _FORMER.search(before) or _GONE.search(behind):
        if len(spans) == 1 and spans[0].last < almanac.OPEN_END:
            over = spans[0].last.toordinal()
            yield Clue("has_begun", f"“{phrase}” is named as out of office", ((over, over),))
    elif not _OVER.search(before):
        words = text[slice(*told.sentence(text, start, end))]
        acts = (told.weekdays(words) or _ACTS.search(behind)) and not told.tells_year(words)
        yield Clue(ACTS if acts else HELD, f"“{phrase}” is named, as in office", _ordinals(spans))


def _beside(text: str) -> Iterator[Clue]:
    """Who holds an office that stands beside the name."""
    for match in (match for place in _near(text) for match in _BESIDE.finditer(text, *place)):
        name = match["name"] or match["first"] or match["left"]
        office = match["office"] or match["behind"] or match["post"]
        key = almanac_rows.names("en", "period").get(f"{office} {name.lower()}")
        if key and key.endswith(holders.TERM) and not match["former"]:
            yield Clue(HELD, f"“{name}” is named, as in office", _ordinals(almanac.occurrences(key)))


def _near(text: str) -> list[tuple[int, int]]:
    """The stretches of a text around offices that a comma parts from a name: there is nothing to look for elsewhere."""
    stretches: list[tuple[int, int]] = []
    held = almanac_names.words_of(text)
    for place in sorted(place for title in TITLES if _WORDS_OF[title] <= held for place in _apposed(text, title)):
        begin = max(0, place - NEAR)
        if stretches and begin <= stretches[-1][1]:
            begin, _ = stretches.pop()
        stretches.append((begin, place + NEAR))
    return stretches


def _apposed(text: str, title: str) -> Iterator[int]:
    """Where an office has a comma or "as" beside it, or a comma and two words between ("the British premier")."""
    place = text.find(title)
    while place >= 0:
        end = place + len(title)
        before = text[max(0, place - NEAR) : place]
        if text.startswith(", ", end) or before.rpartition(", ")[2].count(" ") <= BETWEEN or before.endswith(_AS):
            yield place
        place = text.find(title, end)


def _happened(text: str) -> Iterator[Clue]:
    """What happened once and has a name is mostly named after it, and the more the nearer; but some is foreseen."""
    seen = set()
    for start, end, key in almanac_names.find_facts(text):
        span = almanac.event(key)
        if span is None or key in seen:
            continue
        seen.add(key)
        foreseen = key.endswith(FORESEEN) or _AHEAD_OF.search(text, max(0, start - BEHIND), start)
        words = " ".join(text[start:end].split())
        foreseen = foreseen or _IS_PLANNED.match(text, end)
        if words.lower().startswith(ARRANGED):
            foreseen = True
        yield Clue("foreseen_named" if foreseen else "event_named", f"“{words}” is named", (span.ordinals,))


def _ordinals(spans: Iterable[Span]) -> tuple[tuple[int, int], ...]:
    return tuple(span.ordinals for span in spans)


def years_known(text: str) -> set[int]:
    """The years of the offices, words and happenings in a text that the almanac knows; of what lasts, the first."""
    found: set[int] = set()
    for clue in _known(text):
        for first, last in clue.spans if clue.table != "in_era" else ():
            begun, over = date.fromordinal(first).year, date.fromordinal(last)
            ended = clue.table in {HELD, ACTS, "before_office"} and over < almanac.OPEN_END
            found.update(range(begun, min(over.year, begun + LONGEST) + 1) if ended else (begun,))
    return found
