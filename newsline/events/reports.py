"""Where a report begins, behind what is reported: ", the ministry said", ", said Ms Ito", ", she told the court"."""

from __future__ import annotations

from newsline.events.english import verbs, vocabulary
from newsline.events.lookahead import STOPS, LookAhead
from newsline.events.participles import is_ambiguous

REPORT_ONLY = vocabulary("find show hear learn rule")
"""Verbs that report where they stand behind what is reported."""
REPORTING_BEHIND = verbs.SPEECH | REPORT_ONLY
TOLD_WHAT = (["of"], ["to"], ["about"], ["by"], ["that"])
OF_THEM = (["of", "them"], ["of", "these"], ["of", "those"])
"""Behind "none" or "most" they begin no report: ", none of them reported to the state"."""
LONGEST_REPORT = 16
"""Tokens that ", the head of the agency said" may have at the most: longer ones hold more than a speaker."""
HEARERS = "DPNJR"
"""Tags of those who are told something."""


class Reports(LookAhead):
    """The tokens of one sentence, and whether a report begins at a place in it."""

    def is_report(self, i: int, told: bool) -> bool:
        """Whether ", the ministry said" or ", said Ms Ito" begins here: a subject and a speech verb and no object.

        `told`: something has been told before it.
        """
        if not told and self.tags[i - 1] != ">":
            return False
        verb = self.next_finite(i)
        if verb >= min(self.n, i + LONGEST_REPORT) or self.tags[i] in "GUSIATWQ":
            return False
        if self.next_break(i) < verb and not self.apposed(i):
            return False
        if self.lower[i + 1 : i + 3] in OF_THEM:
            return False
        passive = False
        while verb < self.n and self.tags[verb] in "XHKMA" and verb + 1 < self.n:
            passive = passive or self.tags[verb] == "X"
            verb += 1
        if passive and self.tags[i - 1] != ">" and self.lower[verb + 1 : verb + 2] in TOLD_WHAT:
            return False  # "was told of it"; but "the court was told"
        if self.tags[verb] not in "VZU" or self.tokens.base(verb) not in REPORTING_BEHIND:
            return False
        if self.tags[i - 1] == ">":
            return True  # behind a quotation a speech verb may have an object: "told the radio"
        if self.tokens.base(verb) == "tell" and not passive:
            return verb > i and self.tells_hearers(verb)
        return verb == i or verb + 1 >= self.n or self.tags[verb + 1] in STOPS + ".YIASTR?!" or verb == i + 1

    def reports_within(self, i: int, finite: int, before: str, told: bool) -> bool:
        """As in "The plant, the company said on Monday, will close": a report between the subject and its verb."""
        if told or before != "," or not i < finite < self.next_stop(i) or self.tags[finite + 1 : finite + 2] == "T":
            return False
        return self.inserted(finite) and self.is_report(i, True)

    def lists(self, i: int) -> bool:
        """As in "left on Monday, reached the island on Friday and has not been seen since": the second of several.

        What may be a participle is one between commas: ", killed by a bomb on Sunday, and arrested a third".
        """
        if self.tags[i] not in "VXH":
            return False
        if self.tags[i] == "V" and self.tags[i + 1 : i + 2] in ("I", "Y") and is_ambiguous(self.lower[i]):
            close = self.next_stop(i)
            ended = self.tags[close : close + 2] == ",C" and self.tags[close + 2 : close + 3] not in ("X", "H")
            if self.lower[i + 1] == "by" or ended:
                return False  # but "opened in 1934, burned down in 1961, and was rebuilt"
        follows = self.next_and(i)
        while follows < self.n and self.next_finite(follows) not in (follows + 1, follows + 2):
            follows = self.next_and(follows + 1)  # "survived a flood and a divorce, and told"
        return follows < self.n

    def returns(self, i: int, first: int) -> bool:
        """As in "sentenced Ito, who was arrested in 2021, to six years on Monday": each has a date of its own."""
        dated = "Y" in self.tags[first:i] and "Y" in self.tags[i : self.next_stop(i)]
        return dated and self.main_seen and not self.waits and self.tags[first - 1 : first] == ","

    def tells_hearers(self, verb: int) -> bool:
        """As in ", the minister told reporters in Halden": those who hear it, and nothing that they are told."""
        behind = verb + 1
        while behind < self.n and self.tags[behind] in HEARERS:
            behind += 1
        rest = self.tags[behind : self.next_stop(behind)]
        return behind > verb + 1 and not any(tag in "TQWSC" for tag in rest) and not self.next_finite(behind) < self.n
