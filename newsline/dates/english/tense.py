"""The tense of the verb that governs a time expression, by the words around it.

No parser: the nearest verb to the left within the clause, else the nearest to the right, and a look at its neighbours.
"""

from __future__ import annotations

from typing import Final

from newsline.dates.english.finite import plan_tense, was_planned
from newsline.dates.english.governor import DATED, left_of, programme, right_of
from newsline.dates.english.lexicon import MONTHS
from newsline.dates.english.plans import (
    POSSESSIVE,
    arranged,
    clause_end,
    is_ahead,
    is_called_for,
    is_of_deed,
    is_prepared,
    is_to_come,
    taken_back,
)
from newsline.dates.english.tokens import Line
from newsline.dates.english.verbs import (
    AFTERWARDS,
    AWAITING,
    CLOSING,
    CONTRACTS,
    DATE_LEADS,
    DELIVERED,
    DOCUMENTS,
    IMPERATIVES,
    JOINED,
    MAYBE,
    NEAR_FROM,
    NEAR_LEADS,
    PRINTED,
    PROMISED,
    PUT_OFF,
    PUTTING,
    PUTTING_OFF,
    RELATIVES,
    STANDING,
    STARTING,
    STATISTICS,
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
OUT: Final = (["is", "out"], ["are", "out"], [",", "out"])
"""Before "on" or "in" and a date: what is published then."""
LASTED: Final = frozenset({"year", "quarter", "months", "half"})
FORECASTS: Final = frozenset({"forecast", "forecasts", "guidance", "outlook", "target"})
"""What is told so "for the year to June" may lie ahead, though the firm "stood by" it."""
QUOTES: Final = frozenset({'"', "“", "``", "‘", "'"})
NEAR: Final = 4
"""Words from "November's" to the verb of its vote: "November's vote will"."""


def tense_of(line: Line, first: int, last: int) -> Tense:
    """The tense of the verb that governs the tokens from `first` to `last`."""
    words = line.lowered[max(first - REACH, 0) : last + REACH]
    at, at_last = first, last
    first, last = min(first, REACH), last - max(first - REACH, 0)
    lead = words[first - 1] if first else ""
    plain = _by_neighbours(words, first, last, lead)
    if plain is not None:
        return plain
    if (
        words[last : last + 1] in POSSESSIVE
        and (  # "Wednesday's ruling"
            lead in AFTERWARDS or not WILL.intersection(words[:first]) or is_of_deed(words, first, last)
        )
    ):
        if lead in JOINED and Tense.FUTURE in (left_of(words, first, last), programme(line, max(at - REACH, 0), at)):
            return Tense.FUTURE  # "plays Bulgaria in Friday's match"
        return _of_ruling(words, first, last)
    left = left_of(words, first, last)
    if left is Tense.PAST and is_called_for(words, first):
        return Tense.PRESENT
    if left is not None and _heads_clause(line, at):
        left = right_of(words, last) or left
    if left is None:
        left = programme(line, max(at - REACH, 0), at) or right_of(words, last)
    if left is None:
        left = programme(line, at_last, clause_end(words, last) - last + at_last) or (
            Tense.FUTURE
            if (line.lower(int(line.words[0] in QUOTES)) in IMPERATIVES and at > 0) or is_to_come(words, first)
            else Tense.NONE
        )
    if left is not Tense.PAST and is_prepared(words, first):
        return Tense.FUTURE
    near = left is not Tense.FUTURE and (
        is_ahead(words, first) or not STARTING.isdisjoint(words[max(first - 2, 0) : first])
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
    plan = arranged(words, first, last)
    if plan or _delivered(words, first, last):
        return plan or Tense.FUTURE
    if first == 0 and words[last : last + 1] == ["is"]:  # "Monday is a holiday"
        return Tense.FUTURE
    if lead == "for" and behind in STATISTICS and not any(word.isdigit() for word in words[first:last]):
        return Tense.PAST
    if words[last : last + 1] not in POSSESSIVE and is_of_deed(words, first, last):
        return Tense.PAST
    if lead in {"on", "in"} and words[max(first - 3, 0) : first - 1] in OUT:
        return Tense.FUTURE
    # "the report of 1 March", "the announcement on Wednesday that it will pay", "its closing price on Monday"
    if lead == "of" and behind in DOCUMENTS and words[last : last + 1] not in POSSESSIVE:
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


def _of_ruling(words: list[str], first: int, last: int) -> Tense:
    """The direction of "Wednesday's ruling": what one awaits is to come, what one is "ahead of" is near."""
    lead = words[first - 1] if first else ""
    if lead in AWAITING or (words[first] in MONTHS and not WILL.isdisjoint(words[last : last + NEAR])):
        return Tense.FUTURE
    if lead in JOINED and not MAYBE.isdisjoint(words[:first]):  # "could play in Saturday's match"
        return Tense.FUTURE
    near = lead == "before" or lead in PUTTING_OFF or words[max(first - 2, 0) : first] in NEAR_LEADS
    near = near or not PRINTED.isdisjoint(words[last + 1 : last + 2])
    return Tense.PRESENT if near else taken_back(words, last) or Tense.NONE


def _heads_clause(line: Line, first: int) -> bool:
    """Whether it begins a clause of its own: "will be cut, and last month the court heard"."""
    at = first - (line.lower(first - 1) in DATE_LEADS)
    return line.lower(at - 1) == "and" and line.lower(at - 2) == ","
