"""The tense of the verb that governs a time expression, by the words around it.

No parser: the nearest verb to the left within the clause, else the nearest to the right, and a look at its neighbours.
"""

from __future__ import annotations

from typing import Final

from newsline.dates.english.finite import finite_tense, plan_tense, was_planned
from newsline.dates.english.governor import DATED, left_of, programme, right_of
from newsline.dates.english.lexicon import MONTHS
from newsline.dates.english.tokens import Line
from newsline.dates.english.verbs import (
    AFTERWARDS,
    ANNOUNCED,
    ARRANGED,
    ASKING,
    AWAITING,
    BE,
    BREAKS,
    CALLED,
    CLOSING,
    CONTRACTS,
    DATE_LEADS,
    DELIVERED,
    DOCUMENTS,
    IMPERATIVES,
    JOINED,
    MAYBE,
    MOVED,
    NEAR_FROM,
    NEAR_LEADS,
    OUTDATED,
    PLAIN,
    PRINTED,
    PROMISED,
    PUT_OFF,
    PUTTING,
    PUTTING_OFF,
    RELATIVES,
    STANDING,
    STARTING,
    TAKEN_BACK,
    TOLD,
    TRADED,
    UNTIL,
    WILL,
)
from newsline.dates.tense import Tense

REACH: Final = 16
"""Tokens to look for the verb on either side; clauses of news seldom are longer."""
AS_FAR: Final = {
    "soon": Tense.FUTURE, "early": Tense.FUTURE, "ago": Tense.PAST, "recently": Tense.PAST, "back": Tense.PAST,
}  # fmt: skip
"""Before "as": "as early as Tuesday", "as long ago as April"."""
LASTED: Final = frozenset({"year", "quarter", "months", "half"})
FORECASTS: Final = frozenset({"forecast", "forecasts", "guidance", "outlook", "target"})
"""What is told so "for the year to June" may lie ahead, though the firm "stood by" it."""
NEAR: Final = 4
"""Words from "November's" to the verb of its vote: "November's vote will"."""
ARRANGEMENT: Final = 3
"""Tokens that it may have: "called a special session for"."""


def tense_of(line: Line, first: int, last: int) -> Tense:
    """The tense of the verb that governs the tokens from `first` to `last`."""
    words = line.lowered[max(first - REACH, 0) : last + REACH]
    at, at_last = first, last
    first, last = min(first, REACH), last - max(first - REACH, 0)
    lead = words[first - 1] if first else ""
    plain = _by_neighbours(words, first, last, lead)
    if plain is not None:
        return plain
    told = lead in AFTERWARDS or not WILL.intersection(words[:first])
    if told and words[last : last + 1] in (["'s"], ["’s"]):  # "Wednesday's ruling"
        if lead in JOINED and Tense.FUTURE in (left_of(words, first, last), programme(line, max(at - REACH, 0), at)):
            return Tense.FUTURE  # "plays Bulgaria in Friday's match"
        return _of_ruling(words, first, last)
    left = left_of(words, first, last)
    if left is not None and _heads_clause(line, at):
        left = right_of(words, last) or left
    if left is None:
        left = programme(line, max(at - REACH, 0), at) or right_of(words, last)
    if left is None:
        left = programme(line, at_last, _clause_end(words, last) - last + at_last) or (
            Tense.FUTURE if (line.lower(0) in IMPERATIVES and at > 0) or _is_to_come(words, first) else Tense.NONE
        )
    if left is not Tense.PAST and _is_prepared(words, first):
        return Tense.FUTURE
    near = left is not Tense.FUTURE and (
        _is_ahead(words, first) or not STARTING.isdisjoint(words[max(first - 2, 0) : first])
    )
    return Tense.PRESENT if near else _by_lead(words, first, last, left)


def _by_neighbours(words: list[str], first: int, last: int, lead: str) -> Tense | None:
    """What the words right beside the date tell, whatever the verb."""
    behind = words[first - 2] if first > 1 else ""
    if lead in STANDING and not was_planned(words, first - 1):
        return plan_tense(words, first - 1)
    if lead == "as" and behind in AS_FAR:
        told = left_of(words, first - 2, last) is Tense.PAST  # "was warned as early as June"
        return Tense.PAST if told else AS_FAR[behind]
    arranged = _arranged(words, first, last)
    if arranged or _delivered(words, first, last):
        return arranged or Tense.FUTURE
    if first == 0 and words[last : last + 1] == ["is"]:  # "Monday is a holiday"
        return Tense.FUTURE
    # "the report of 1 March", "the announcement on Wednesday that it will pay", "its closing price on Monday"
    if lead == "of" and behind in DOCUMENTS and words[last : last + 1] not in (["'s"], ["’s"]):
        return Tense.PAST
    if lead == "on" and behind in TOLD and words[last : last + 1] == ["that"]:
        return Tense.PAST
    if lead == "of" and words[last : last + 2] == ["in", "which"]:  # "the flood of January in which"
        return Tense.PAST
    if lead == "to" and behind in LASTED and not FORECASTS.isdisjoint(words[:first]):
        return Tense.PRESENT
    if lead == "declared" and words[last : last + 1] == ["a"]:  # "declared Friday a day of mourning"
        return Tense.FUTURE
    return Tense.PAST if lead == "on" and words[max(first - 3, 0) : first] == CLOSING else None


def _by_lead(words: list[str], first: int, last: int, left: Tense) -> Tense:
    """The direction by the tense of the verb and by the word before the date."""
    lead = words[first - 1] if first else ""
    if lead in {"until", "till"}:
        ahead = left is not Tense.PAST or _is_put_off(words, first) or "if" in words[:first]
        if not ahead and words[max(first - 2, 0)] == "wait":  # "they declined to wait till Saturday"
            return Tense.PRESENT
        if words[max(first - 2, 0)] == "closed" and not DATED.isdisjoint(words[first:last]):  # "Bridge closed until"
            ahead = ahead or left_of(words, first - 2, last) is None
        return Tense.FUTURE if ahead else Tense.PAST  # "if we had waited until Monday"
    if lead == "from" and first > 1 and words[first - 2] in NEAR_FROM:  # "moved from Friday to Saturday"
        return Tense.PRESENT
    if lead in {"from", "for"} and left is Tense.PRESENT:  # "is in force from Saturday until Monday"
        return Tense.PRESENT if words[last : last + 1] in UNTIL else Tense.FUTURE
    if lead == "from" and left is Tense.NONE and first == 1:
        return Tense.FUTURE
    if lead == "by" and left is not Tense.PAST:
        return Tense.FUTURE
    if lead in {"by", "before"} and first > 1 and words[first - 2] in PROMISED:
        return Tense.PRESENT
    if lead == "since" and left is Tense.FUTURE:  # "it will be the first strike since 1989"
        return Tense.PAST
    if lead == "than" and first > 1 and words[first - 2] == "later":
        return Tense.FUTURE
    return left


def _delivered(words: list[str], first: int, last: int) -> bool:
    """Whether it is the month that a commodity is sold for: "wheat for July", "the December contract"."""
    lead, after = words[first - 1 : first], words[last : last + 1]
    if lead == ["for"]:
        return not DELIVERED.isdisjoint(after) or (
            words[first].lower() in MONTHS and not TRADED.isdisjoint(words[first - 2 : first - 1])
        )
    return words[first].lower() in MONTHS and not CONTRACTS.isdisjoint(after)


def _is_put_off(words: list[str], first: int) -> bool:
    """Whether what was told in the past lasts until a day ahead: "was remanded until Friday", "has until Friday"."""
    begin = next((at for at in range(first - 1, -1, -1) if words[at] in RELATIVES), 0)
    return not PUT_OFF.isdisjoint(words[begin:first]) or not PUTTING.isdisjoint(words[:first])


def _is_ahead(words: list[str], first: int) -> bool:
    """Whether it is the day of what people are "ahead of": "ahead of their hearing with him on Thursday"."""
    if "ahead" not in words[max(first - AHEAD_OF, 0) : first]:
        return False
    near = range(first - 2, max(first - AHEAD_OF, 0), -1)
    at = next((at for at in near if words[at] in {"of", "to"} and words[at - 1] == "ahead"), first)
    return (
        at < first
        and BREAKS.isdisjoint(words[at:first])
        and all(finite_tense(words, i, False) is None for i in range(at, first))
    )


AHEAD_OF: Final = 12
"""Tokens from "ahead of" to the day."""


def _is_prepared(words: list[str], first: int) -> bool:
    """Whether something is prepared for then: "preparations for the parade on the square on Friday continue"."""
    if PREPARATIONS.isdisjoint(words):
        return False
    begin = max(first - AHEAD_OF, 0)
    if PREPARATIONS.isdisjoint(words[begin:first]):
        return False
    begin = max((at + 1 for at in range(begin, first) if words[at] in BREAKS), default=begin)
    return any(words[at] in PREPARATIONS and words[at + 1] == "for" for at in range(begin, first - 1))


PREPARATIONS: Final = frozenset({"preparations", "arrangements", "countdown"})
"""Nouns of what lies ahead, with "for"."""


def _is_to_come(words: list[str], first: int) -> bool:
    """Whether a headline without a verb tells what is to be: "Council to vote on Friday", "What to watch on Friday"."""
    if " ".join(words[:3]) in COMING:
        return True
    return any(
        words[index] == "to" and (words[index + 1] in PLAIN or words[index - 1] in ASKING)
        for index in range(1, first - 1)
    )


COMING: Final = frozenset({"what 's next", "what ’s next", "what next :", "coming up :", "still to come"})
"""Heads of a list of what is to be."""


def _of_ruling(words: list[str], first: int, last: int) -> Tense:
    """The direction of "Wednesday's ruling": what one awaits is to come, what one is "ahead of" is near."""
    lead = words[first - 1] if first else ""
    if lead in AWAITING or (words[first] in MONTHS and not WILL.isdisjoint(words[last : last + NEAR])):
        return Tense.FUTURE
    if lead in JOINED and not MAYBE.isdisjoint(words[:first]):  # "could play in Saturday's match"
        return Tense.FUTURE
    near = lead == "before" or lead in PUTTING_OFF or words[max(first - 2, 0) : first] in NEAR_LEADS
    near = near or not PRINTED.isdisjoint(words[last + 1 : last + 2])
    return Tense.PRESENT if near else _taken_back(words, last) or Tense.NONE


def _heads_clause(line: Line, first: int) -> bool:
    """Whether it begins a clause of its own: "will be cut, and last month the court heard"."""
    at = first - (line.lower(first - 1) in DATE_LEADS)
    return line.lower(at - 1) == "and" and line.lower(at - 2) == ","


def _clause_end(words: list[str], last: int) -> int:
    """Where the clause ends that follows a date: "9 May: the firm shuts its site" tells what was."""
    return next((index for index in range(last, len(words)) if words[index] in BREAKS), len(words))


def _arranged(words: list[str], first: int, last: int) -> Tense | None:
    """The direction of what something was called for or put off to: ahead.

    Told of a time before, "had been set for Friday", it may be over, but for a day of the year or what was taken back.
    """
    lead = words[first - 1] if first else ""
    leads = {"for": ARRANGED, "from": CALLED, "to": MOVED, "until": MOVED, "till": MOVED}.get(lead)
    if leads is None or first < 2:
        return None
    verb, apart = first - 2 - (words[first - 2] in {"down", "in"}), ANNOUNCED if lead == "for" else leads
    if words[verb] not in leads and lead != "from":
        near = range(verb - 1, max(verb - 1 - ARRANGEMENT, -1), -1)
        verb = next((index for index in near if words[index] in apart), verb)
    if words[verb] not in leads | ANNOUNCED or not BREAKS.isdisjoint(words[verb:first]):
        return None
    if OUTDATED.isdisjoint(words[max(verb - 3, 0) : verb]):
        return Tense.FUTURE
    day_of_year = not MONTHS.keys().isdisjoint(words[first:last]) and last - first > 1
    return _taken_back(words, last) or (Tense.PRESENT if day_of_year else None)


def _taken_back(words: list[str], last: int) -> Tense | None:
    """The direction of the day of what is then said to be off: ahead where it "has been put off", else near."""
    end = _clause_end(words, last)
    at = next((at for at in range(last, end) if _is_off(words, at)), end)
    if at == end:
        return None
    return Tense.PRESENT if NOW.isdisjoint(words[max(at - NEAR, last) : at]) else Tense.FUTURE


def _is_off(words: list[str], at: int) -> bool:
    """Whether it says that something will not be then: "was postponed", "put off", "is off"."""
    if words[at] == "off":
        return words[at - 1] in {"put", "called", "is"}
    return words[at] in TAKEN_BACK and words[at - 1] in BE


NOW: Final = frozenset({"has", "have", "is", "are"})
"""With them it was taken back just now."""
