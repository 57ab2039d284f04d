"""Where the clauses of a sentence begin and end.

Borders are found in one pass from left to right, by what stands at a place (a comma, a subordinator, a relative, a
participle, "and", a speech verb) and whether a finite verb follows before the next stop.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from newsline.events.clauses import TELLING, Clause, ClauseKind
from newsline.events.english import verbs, vocabulary
from newsline.events.lookahead import behind_label
from newsline.events.participles import FINITE
from newsline.events.reports import Reports
from newsline.events.tokens import Tokens, headline_verb

if TYPE_CHECKING:
    from collections.abc import Iterator

SUBJECT_START = "DPNJR#YG"
SUBJECTS = vocabulary("he she they we i")
"""Pronouns that can only be subjects: behind a noun they begin a relative clause without "that"."""
INNER = frozenset({ClauseKind.SUB, ClauseKind.COORDINATE, ClauseKind.CONTENT})
"""Clauses behind which the main clause goes on, if its verb is still to come: "Ito, who left when it rained, said"."""
BETWEEN = frozenset({ClauseKind.RELATIVE, ClauseKind.PARTICIPLE, ClauseKind.REPORT})
"""Clauses between commas behind which a finite verb is that of the main clause."""
_SUBJECT = re.compile("[NPRD#]")
_CANDIDATE = re.compile(r"[SWQC<R]|(?<=[,;:\->)]).|(?<=[VZUGBYAI])[DPNJ#G]")
"""Tokens at which a clause may begin: function words, what follows punctuation, a noun phrase behind a verb."""


class _Splitter(Reports):
    """The state of one pass over one sentence."""

    def split(self) -> list[Clause]:
        borders = [self.opening(0)]
        label = behind_label(self.tokens)
        if label and (borders[0][1] is ClauseKind.MAIN or self.tags[0] == "("):
            borders = [(0, ClauseKind.LEAD, 0), (label, ClauseKind.MAIN, label)]
        self.main_seen = borders[-1][1] is ClauseKind.MAIN
        self.waits = False
        for match in _CANDIDATE.finditer(self.tags, 1):
            found = self.border(match.start(), borders[-1])
            if found is not None:
                if borders[-1][1] in (ClauseKind.MAIN, ClauseKind.CONTENT):
                    self.waits = self.next_finite(borders[-1][2]) >= found[0]
                borders.append(found)
                self.main_seen = self.main_seen or found[1] is ClauseKind.MAIN
        ends = [start for start, _, _ in borders[1:]] + [self.n]
        clauses = []
        for (start, kind, body), end in zip(borders, ends, strict=True):
            verb = self.next_finite(body)
            verb = verb if verb < end else -1
            clauses.append(
                Clause(kind, start, end, body, verb, _SUBJECT.search(self.tags, body, max(verb, body)) is not None)
            )
        clauses = list(self.resumed(clauses))
        if clauses[0].kind is ClauseKind.SUB and not any(c.kind is ClauseKind.MAIN for c in clauses):
            # No main clause follows: "After months of fighting the town fell" opens with a preposition.
            clauses[0] = replace(clauses[0], kind=ClauseKind.MAIN, body=max(0, clauses[0].body - 1))
        elif (
            clauses[0].kind is ClauseKind.LEAD and clauses[0].verb >= 0 and not any(c.kind in TELLING for c in clauses)
        ):
            clauses[0] = replace(
                clauses[0], kind=ClauseKind.MAIN
            )  # "Two days later Ito, her deputy, told the radio that"
        return clauses

    def resumed(self, clauses: list[Clause]) -> Iterator[Clause]:
        """Parts "those who saw it were not impressed": the second verb of a relative is that of the main clause."""
        waits = False
        for clause in clauses:
            if clause.kind is ClauseKind.MAIN:
                waits = clause.verb < 0
            inside = clause.kind is ClauseKind.RELATIVE or (clause.kind is ClauseKind.SUB and waits)
            if inside and clause.verb >= 0:
                own = clause.verb
                while own < clause.end and self.tags[own] in "XHKMAVZUBT" and not self.second(clause.verb, own):
                    own += 1
                verb = self.next_finite(own)
                if verb < min(clause.end, self.next_pause(own)):
                    yield replace(clause, end=verb)
                    yield Clause(ClauseKind.RESUMED, verb, clause.end, verb, verb)
                    waits = False
                    continue
            waits = waits and clause.kind is not ClauseKind.RESUMED
            yield clause

    def second(self, verb: int, i: int) -> bool:
        """As in "reports that it would be sold were denied": behind a full verb another verb group begins."""
        return i > verb and self.tags[i] in FINITE and self.tags[i - 1] in "VZUB"

    def opening(self, first: int) -> tuple[int, ClauseKind, int]:
        """The clause with which the sentence, or what stands behind a semicolon, begins at token `first`."""
        start = first
        while start < self.n - 1 and not self.tags[start].isalnum() and self.tags[start] != "#":
            start += 1
        tag = self.tags[start] if self.n else ""
        finite = self.next_finite(start) < self.next_stop(start) if self.n else False
        if self.is_condition(start):
            return first, ClauseKind.SUB, start
        if tag == "S" and finite and self.tags[start + 1] != "Y":  # but "since Thursday their market has been shut"
            return first, ClauseKind.SUB, start + 1
        stop = self.next_break(start + 1)
        finite = finite and not (tag == "I" and stop < self.next_finite(start) and self.tags[stop] in "QW")
        finite = finite or self.apposed(self.behind_date(start))  # "On 14 June the mayor, her own brother, called"
        timed = self.times(start)
        if timed and self.tags[timed] == "," and self.next_finite(timed) < self.n:
            return first, ClauseKind.LEAD, start
        if not finite and tag in "SIAGUTY" and self.next_stop(start) < self.n - 1:
            return first, ClauseKind.LEAD, start
        return first, ClauseKind.MAIN, start

    def border(self, i: int, current: tuple[int, ClauseKind, int]) -> tuple[int, ClauseKind, int] | None:
        """The clause that begins at token `i`, if one does: its first token, its kind, its body."""
        body = current[2]
        if i <= body:
            return None
        tag, before = self.tags[i], self.tags[i - 1]
        has_finite = self.next_finite(body) < i
        if before == ";" and tag != "C" and self.next_finite(i) < (self.tags.find(";", i) + 1 or self.n):
            self.waits = False
            return self.opening(i)
        if tag == "S":
            return self.subordinate(i, has_finite or current[1] is ClauseKind.PARTICIPLE, before)
        if tag == "W":
            return self.relative(i)
        if tag == "Q":
            return self.that(i, has_finite)
        if tag == "C":
            inserted = current[1] is ClauseKind.PARTICIPLE and not has_finite and self.tags[body] == "U"
            if inserted and self.tags[i + 1 : i + 2] == "U":
                return i, ClauseKind.PARTICIPLE, i + 1  # "promised in 2014 and watered down in 2015"
            return self.coordinate(i, has_finite)
        if tag == "<" and has_finite and before in ",:":
            return i, ClauseKind.CONTENT, i + 1
        if before in ",;:->" or (before == ")" and tag in FINITE):
            return self.after_stop(i, current, has_finite, before)
        if tag == "R" and has_finite and before in "NP" and self.lower[i] in SUBJECTS:
            return i, ClauseKind.RELATIVE, i
        inverted = current[1] is ClauseKind.REPORT and self.tags[body] in "VZ"
        return self.bare_content(i, body) if has_finite and tag in SUBJECT_START and not inverted else None

    def subordinate(self, i: int, has_finite: bool, before: str) -> tuple[int, ClauseKind, int] | None:
        if i + 1 >= self.n:
            return None
        opener, i = i, self.behind_aside(i + 1) - 1  # "when, in the autumn of 2021, the letters began"
        if i > opener:
            subject = self.tags[i + 1] in SUBJECT_START and i + 1 < self.next_finite(i + 1) < self.next_stop(i + 1)
            return (opener, ClauseKind.SUB, i + 1) if subject and has_finite else None
        finite = self.next_finite(i + 1)
        following = self.tags[i + 1]
        word = self.lower[i]
        if word == "as" and (self.measures(i) or following in "A#" or self.lower[i + 1] in _AS_AFTER):
            return None
        if not (has_finite or before == ","):
            return None
        if self.waits and following in "DPNJ#" and self.is_last(finite):
            return None  # "A town that burned after a storm in 1996 has been rebuilt"
        if following == "G" or (following == "X" and self.lower[i + 1] == "being"):
            return i, ClauseKind.PARTICIPLE, i + 1
        if following == "Y" and self.is_bound(i + 1):
            return None
        stop = self.next_break(i + 1)
        if stop < self.n and self.tags[stop] in "QW" and self.tags[stop - 1] in "NP":
            stop = self.next_stop(i + 1)  # "while a crew that had seen it came to help"
        subject = _SUBJECT.search(self.tags, i + 1, max(finite, i + 1)) is not None  # not "before noon on Tuesday took"
        if subject and i + 1 < finite < stop and self.tags[finite - 1] != "C":
            return i, ClauseKind.SUB, i + 1
        if subject and self.tags[i + 1] in SUBJECT_START and self.apposed(i + 1):
            return i, ClauseKind.SUB, i + 1
        return None

    def relative(self, i: int) -> tuple[int, ClauseKind, int] | None:
        if i + 1 >= self.n or self.next_finite(i + 1) >= self.n:
            return None
        start = i - 1 if self.tags[i - 1] == "I" else i
        return start, ClauseKind.RELATIVE, i + 1

    def that(self, i: int, has_finite: bool) -> tuple[int, ClauseKind, int] | None:
        if self.next_finite(i + 1) >= self.n:
            return None
        relative = self.next_finite(i + 1) == i + 1 or not has_finite
        if self.tags[i - 1] in "NP" and relative and self.speech_before(i) < 0:
            return i, ClauseKind.RELATIVE, i + 1
        return i, ClauseKind.CONTENT, i + 1

    def coordinate(self, i: int, has_finite: bool) -> tuple[int, ClauseKind, int] | None:
        start = i + 1
        while start < self.n and self.tags[start] == "A":
            start += 1
        begin, start = start, self.behind_date(start)
        if not has_finite or start >= self.n:
            return None
        finite = self.next_finite(start)
        stop = self.next_break(start)
        if finite == start:
            return i, ClauseKind.COORDINATE, i + 1
        if self.apposed(start) or (self.tags[i - 1] == "," and self.described(start)):
            return i, ClauseKind.COORDINATE, i + 1
        plain = start > begin or "C" not in self.tags[start:finite]
        if finite < stop and self.tags[start] in "DPNJR#" and plain:
            return i, ClauseKind.COORDINATE, i + 1
        return None

    def after_stop(
        self, i: int, current: tuple[int, ClauseKind, int], has_finite: bool, before: str
    ) -> tuple[int, ClauseKind, int] | None:
        tag, kind = self.tags[i], current[1]
        j = i + 1 if tag == "A" and i + 1 < self.n else i
        finite, stop = self.next_finite(i), self.next_stop(i)
        if kind is ClauseKind.REPORT and not has_finite and before == ",":
            return None  # "Ann Ito, prosecuting, said"
        told = has_finite or (kind is ClauseKind.PARTICIPLE and self.main_seen and not self.waits)
        if self.lower[i] == "according" or (self.is_report(i, told) and not (self.waits and finite == i)):
            return i, ClauseKind.REPORT, i
        if self.reports_within(i, finite, before, has_finite):
            self.waits = True
            return i, ClauseKind.REPORT, i
        if kind in (ClauseKind.MAIN, ClauseKind.COORDINATE) and has_finite and before == "," and self.lists(i):
            return i, ClauseKind.COORDINATE, i
        if kind in (ClauseKind.MAIN, ClauseKind.COORDINATE) and has_finite and before == "," and self.joins(i):
            return i, ClauseKind.COORDINATE, i
        inner = kind in BETWEEN or (kind in INNER and self.waits and has_finite)
        inner = inner or (kind is ClauseKind.PHRASE and before == "-" and self.waits)  # "the army - once feared - said"
        if inner and (tag in FINITE or (self.waits and self.tags[j] in FINITE)) and before in ",-)":
            self.waits = False
            return i, ClauseKind.RESUMED, i
        if kind is ClauseKind.RELATIVE and has_finite and tag in "TI" and self.returns(i, current[0]):
            return i, ClauseKind.RESUMED, i
        if (
            self.tags[j] == "G"
            or (self.tags[j] == "U" and (has_finite or self.inserted(j)))
            or (self.lower[j] == "due" and self.inserted(j))
            or self.lower[i : i + 2] == ["in", "what"]
        ):
            return i, ClauseKind.PARTICIPLE, i
        if before == "-" and self.lower[i] in ("a", "an"):
            return i, ClauseKind.PHRASE, i
        if before in ";:" or (before == "-" and tag not in FINITE):
            if before == ":" and tag in "IY" and stop < finite < self.n:
                return self.opening(i)
            return i, ClauseKind.MAIN if finite < stop or self.apposed(i) else ClauseKind.PHRASE, i
        early = kind in (ClauseKind.SUB, ClauseKind.PARTICIPLE, ClauseKind.RELATIVE) and not self.main_seen
        opened = kind is ClauseKind.LEAD or early
        if opened and tag in SUBJECT_START + "TIA" and i < finite < (self.behind_noun(i) if tag == "I" else stop):
            return i, ClauseKind.MAIN, i
        if opened and tag in "DPN" and self.apposed(i):
            return i, ClauseKind.MAIN, i
        if opened and has_finite and tag in SUBJECT_START and finite < self.n:
            return i, ClauseKind.MAIN, i
        return None

    def bare_content(self, i: int, body: int) -> tuple[int, ClauseKind, int] | None:
        """As in "said Ukrainian forces had crossed": a speech verb, and what is said without "that"."""
        j = i - 1
        while j > body and self.tags[j] in "YIA":
            j -= 1
        if self.tags[j] not in "VZUBG" or self.tokens.base(j) not in verbs.SPEECH:
            return None
        if j < i - 1 and "Y" not in self.tags[j:i]:
            return None
        finite = self.next_finite(i)
        if self.tags[i] == "Y" or not i < finite < min(self.next_break(i), self.n) or self.tags[finite - 1] == "C":
            return None  # "admitted two charges and will give evidence"
        return i, ClauseKind.CONTENT, i


_AS_AFTER = vocabulary("of part well if many much")


def split_clauses(tokens: Tokens, headline: bool = False) -> list[Clause]:
    """The clauses of a sentence, in order, without gaps. Time grows with the length of the sentence.

    A headline without a finite verb gets one if a word in it may be one ("Parents sue maker", "Two held at airport").
    """
    if headline and not any(tag in FINITE for tag in tokens.tags):
        tokens.tags = headline_verb(tokens)
    return _Splitter(tokens).split() if len(tokens) else []
