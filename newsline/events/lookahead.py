"""What comes next in a sentence: the questions that clause borders are decided by."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from newsline.events.english import verbs, vocabulary
from newsline.events.participles import FINITE, is_ambiguous

if TYPE_CHECKING:
    from newsline.events.tokens import Tokens

STOPS = ",;:()<>-"
"""Tags of punctuation that ends the reach of a look ahead."""
_FINITE = re.compile(f"[{FINITE}]")
_STOP = re.compile(f"[{re.escape(STOPS)}]")
_BREAK = re.compile(f"[{re.escape(STOPS)}SWQ]")
LABEL = re.compile("Y[Y#]*(?:,Y[Y#]*)?[:-](?=[A-Z])|Y[Y#]+(?:,Y[Y#]*)?(?=[DP])|Y(?=D|P+[VZXHM])")
"""A date at the beginning, with a colon or a dash behind it or nothing at all; but "2024 Cup tickets go on sale"."""
STAMP = re.compile(r"\((?=[^()]*[Y#])[^()]{1,8}(?:\([^()]{1,8}\))?\)(?=[A-Z])")
"""An hour in brackets, as pages that go on all day have it: "(Updated 5:27 p.m. (0027 in Aldane)) The mayor said"."""
ASIDE = re.compile(",IY+,")
DATE_PHRASE = re.compile("IY+,?|Y+(?=[DPNJR])")
"""A date before a subject: "and on Friday the council", "and last month the council"."""
MOMENTS = vocabulary("hours minutes moments seconds time while")
"""Nouns behind which "before" and "after" a date say when: "some time before dawn on Wednesday"."""
WHEN = re.compile("[DAJ#]*N(?=[SI]Y)[SI]Y+")
_AS_BEFORE = vocabulary("such as same far soon well known much many long seen described regarded just")


def _places(pattern: re.Pattern[str], tags: str) -> list[int]:
    """The tokens whose tags match."""
    return [match.start() for match in pattern.finditer(tags)]


def behind_label(tokens: Tokens) -> int:
    """Where a sentence begins behind a date set before it: "2022: The verdict", "(6:12 p.m.) The ferry"; else 0."""
    if tokens.tags[:1] not in ("Y", "("):  # with which both begin
        return 0
    label = STAMP.match(tokens.tags) or LABEL.match(tokens.tags)
    return label.end() if label and tokens.words[label.end()][0].isupper() else 0


class LookAhead:
    """The tokens of one sentence, and what stands before or behind a place in it."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.tags = tokens.tags
        self.lower = tokens.lower
        self.n = len(tokens)
        self.main_seen = self.waits = False  # a main clause has begun; its verb is still to come
        # Found once, as sentences may be very long; the length of the sentence stands behind the last.
        self._finites = [*(i for i in _places(_FINITE, tokens.tags) if tokens.tags[i - 1 : i] != "T"), self.n]
        self._stops = [*_places(_STOP, tokens.tags), self.n]
        self._breaks = [*_places(_BREAK, tokens.tags), self.n]

    def next_finite(self, i: int) -> int:
        """The first finite verb at token `i` or behind it, `i` being `n` at the most; `n` if there is none."""
        return self._finites[bisect_left(self._finites, i)]

    def next_stop(self, i: int) -> int:
        """The first punctuation at token `i` or behind it."""
        return self._stops[bisect_left(self._stops, i)]

    def next_break(self, i: int) -> int:
        """The first punctuation, subordinator, relative or "that" at token `i` or behind it."""
        return self._breaks[bisect_left(self._breaks, i)]

    def behind_noun(self, i: int) -> int:
        """The same, or the relative of a noun behind token `i`: "by a road that nobody had thought of, Ito left"."""
        found = self.next_break(i)
        return found if self.tags[found : found + 1] in ("Q", "W") else self.next_stop(i)

    def next_and(self, i: int) -> int:
        """The first "and" or "but" behind token `i` with no end of a part of the sentence before it, else `n`."""
        found = self.tags.find("C", i)
        return found if found >= 0 and not any(tag in ";:<>()" for tag in self.tags[i:found]) else self.n

    def next_pause(self, i: int) -> int:
        """The same but for subordinators: one that opens no clause is a preposition, as in "before dawn"."""
        found = self.next_break(i)
        while found < self.n and self.tags[found] == "S":
            found = self.next_break(found + 1)
        return found

    def behind_date(self, start: int) -> int:
        """The token behind "on Friday" or "in May 2012," at `start`, or `start` if there is no such phrase."""
        date = DATE_PHRASE.match(self.tags, start)
        return date.end() if date is not None and date.end() < self.n else start

    def times(self, start: int) -> int:
        """The token behind "some time before dawn on Wednesday" at `start`; 0 if there is no such phrase."""
        phrase = WHEN.match(self.tags, start)
        if phrase is None or phrase.end() >= self.n or MOMENTS.isdisjoint(self.lower[start : phrase.end()]):
            return 0
        return phrase.end()

    def behind_aside(self, start: int) -> int:
        """The token behind ", in May 2012," at `start`, or `start` if there is no date between commas."""
        date = ASIDE.match(self.tags, start)
        return date.end() if date is not None and date.end() < self.n else start

    def is_condition(self, start: int) -> bool:
        """As in "Should the dam burst, the town would flood": a verb, its subject, a main clause behind it."""
        if self.lower[start : start + 1] not in (["should"], ["had"], ["were"]) or start + 1 >= self.n:
            return False
        stop = self.next_stop(start)
        main = self.tags[stop : stop + 1] == "," and self.next_finite(stop) < self.next_stop(stop + 1)
        return main and self.tags[start + 1] in "DPNRJ#"

    def is_last(self, verb: int) -> bool:
        """Whether no clause goes on behind a finite verb but one that a comma sets apart and that has a subject."""
        stop = self.next_stop(verb)
        while self.tags[verb : verb + 1] and self.tags[verb] in "XHKMAVZUBT":
            verb += 1
        behind = self.tags[stop + 1 : stop + 2]
        return self.next_finite(verb) >= stop and not (behind and behind in FINITE)

    def apposed(self, start: int) -> bool:
        """As in "its maker, Blue Ltd, began": from `start` on a subject with an apposition, then the finite verb."""
        comma = self.next_stop(start)
        close = self.next_stop(comma + 1) if comma < self.n else self.n
        if close + 1 >= self.n or self.tags[comma] not in ",-" or self.tags[close] != self.tags[comma]:
            return False
        verb = close + 2 if self.tags[close + 1] == "A" else close + 1
        return self.tags[verb] in FINITE and self.next_finite(start) > comma

    def described(self, start: int) -> bool:
        """As in "the tower that cooled it was blown up": from `start` on a subject with a relative, then its verb."""
        opener = self.next_break(start)
        if opener >= self.n or self.tags[opener] not in "QW" or self.tags[opener - 1] not in "NP":
            return False
        own = self.next_finite(opener)
        while own < self.n and self.tags[own] in "XHKMAVZUB":
            own += 1
        return self.next_finite(start) > opener and self.next_finite(own) < self.next_pause(own)

    def joins(self, i: int) -> bool:
        """As in "opened the mill in 1958, his brother sold it in 1983": a clause with a date behind a comma alone.

        Its verb is no participle, as it may be in "a man arrested on Friday".
        """
        finite, stop = self.next_finite(i), self.next_stop(i)
        if self.tags[i] not in "DPNR#" or not i < finite < stop or self.tags[i:finite].strip("DPNJR#"):
            return False
        object_ = self.tags[finite + 1 : finite + 2] in ("D", "R")
        sure = object_ or self.tags[i] == "R" or self.tags[finite] in "XH" or not is_ambiguous(self.lower[finite])
        past = self.tags[finite] == "V" or self.lower[finite] in ("was", "were", "had")
        return past and sure and "Y" in self.tags[finite:stop] and self.next_and(i) >= stop

    def inserted(self, i: int) -> bool:
        """As in "The deal, signed in May, was": the verb of the main clause follows behind the next comma."""
        close = self.next_stop(i)
        while self.tags[close : close + 2] == ",U":  # "The hall, begun in 2008, left in 2010, is"
            close = self.next_stop(close + 1)
        verb = close + 2 if self.tags[close + 1 : close + 2] == "A" else close + 1
        return self.tags[close : close + 1] == "," and self.tags[verb : verb + 1] in tuple(FINITE)

    def speech_before(self, i: int) -> int:
        """The speech verb whose content may begin at `i`; -1 if there is none."""
        for j in range(i - 1, max(-1, i - 10), -1):
            tag = self.tags[j]
            if tag in "VZUBG" and self.tokens.base(j) in verbs.SPEECH:
                return j
            if tag in STOPS or tag in "VZXSW":
                return -1
        return -1

    def is_bound(self, i: int) -> bool:
        """As in "until 21 May to see whether", "after Monday they": a date, and no subject that it belongs to."""
        while i < self.n and self.tags[i] == "Y":
            i += 1
        owned = self.lower[i - 1].endswith(("'s", "’s")) or self.lower[i : i + 1] in (["'s"], ["’s"])
        return i < self.n and not owned and self.tags[i] not in "NPJ#G"

    def measures(self, i: int) -> bool:
        """As in "as well as", "known as"; not after a noun: "an oil well as"."""
        return self.lower[i - 1] in _AS_BEFORE and self.tags[max(0, i - 2)] not in "NJD"
