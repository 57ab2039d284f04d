"""What words beside a date tell of plans and of deeds, whatever the verb: "a vote set for Monday", "ahead of Friday".

What is called for, put off to or prepared for a day lies ahead; what nobody announces, such as a crash, does not.
"""

from __future__ import annotations

from typing import Final

from newsline.dates.english.finite import finite_tense
from newsline.dates.english.lexicon import MONTHS
from newsline.dates.english.verbs import (
    ANNOUNCED,
    ARRANGED,
    ASKING,
    BE,
    BREAKS,
    CALLED,
    DEEDS,
    FIXED,
    GATHERINGS,
    MOVED,
    OUTDATED,
    PLAIN,
    RECORDS,
    TAKEN_BACK,
)
from newsline.dates.tense import Tense

ARRANGEMENT: Final = 5
"""Tokens that it may have: "called a 48-hour walkout for"."""
POSSESSIVE: Final = (["'s"], ["’s"])
NOBODY: Final = frozenset({"nobody", "no", "not", "never", "neither"})
"""Before "set a date for" they deny it."""
NEAR: Final = 4
"""Words from a date to what takes it back."""


def clause_end(words: list[str], last: int) -> int:
    """Where the clause ends that follows a date: "9 May: the firm shuts its site" tells what was."""
    return next((index for index in range(last, len(words)) if words[index] in BREAKS), len(words))


def arranged(words: list[str], first: int, last: int) -> Tense | None:
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
        unset = not RECORDS.isdisjoint(words[near.stop + 1 : first]) or not NOBODY.isdisjoint(words[:verb])
        if lead == "for" and not unset:
            apart = ANNOUNCED | FIXED
        verb = next((index for index in near if words[index] in apart), verb)
    if words[verb] not in leads | ANNOUNCED or not BREAKS.isdisjoint(words[verb:first]):
        return None
    if OUTDATED.isdisjoint(words[max(verb - 3, 0) : verb]):
        return Tense.FUTURE
    day_of_year = not MONTHS.keys().isdisjoint(words[first:last]) and last - first > 1
    return taken_back(words, last) or (Tense.PRESENT if day_of_year else None)


def taken_back(words: list[str], last: int) -> Tense | None:
    """The direction of the day of what is then said to be off: ahead where it "has been put off", else near."""
    end = clause_end(words, last)
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


def is_ahead(words: list[str], first: int) -> bool:
    """Whether it is the day of what people are "ahead of": "ahead of their hearing with him on Thursday"."""
    begin = max(first - AHEAD_OF, 0)
    if PENDING.isdisjoint(words[begin:first]):
        return False
    near = range(first - 2, begin - 1, -1)
    at = next((at for at in near if words[at] in PENDING and (words[at] != "ahead" or words[at + 1] in OF)), first)
    return (
        at < first
        and BREAKS.isdisjoint(words[at:first])
        and all(finite_tense(words, i, False) is None for i in range(at, first))
    )


PENDING: Final = frozenset({"ahead", "pending", "awaiting"})
OF: Final = frozenset({"of", "to"})
AHEAD_OF: Final = 12
"""Tokens from "ahead of" to the day."""


def is_of_deed(words: list[str], first: int, last: int) -> bool:
    """Whether it is the date of what nobody announces, whatever is done about it: "charged over the attack on Friday",
    "the inquiry into the February fire", "the death of a patient in May will be ..."; not where one is feared.
    """
    after = last + (words[last : last + 1] in POSSESSIVE)
    if DEEDS.isdisjoint(words[max(first - DEED, 0) : first]) and DEEDS.isdisjoint(words[after : after + 1]):
        return False
    if not FEARED.isdisjoint(words[:first]):
        return False
    if words[after : after + 1] and words[after] in DEEDS:
        return words[after + 1 : after + 2] not in DRILLS and words[first - 1 : first] != ["to"]
    end = first - (words[first - 1] in {"on", "in"})
    at = max(at for at in range(first) if words[at] in DEEDS)
    if at + 1 < end and (words[at + 1] != "of" or any(finite_tense(words, i, False) for i in range(at + 1, end))):
        return False
    begin = next((i for i in range(at - 1, max(at - 4, -1), -1) if words[i] in DETERMINERS), -1)
    lead = words[begin - 1] if begin > 0 else ","
    whole = BREAKS.isdisjoint(words[begin:end]) and all(finite_tense(words, i, False) is None for i in range(begin, at))
    return begin >= 0 and whole and (lead in OVER or lead in BREAKS)


DEED: Final = 7
"""Tokens from a deed to its date: "the killing of two young men in"."""
DETERMINERS: Final = frozenset({"a", "an", "the", "his", "her", "its", "their", "this", "that"})
OVER: Final = frozenset({"over", "with", "into", "since", "after", "following", ","})
"""Before a deed they show that it is past; "the scene of the blast on Friday" may be visited then."""
FEARED: Final = frozenset(
    "fear fears feared warn warns warned warning possible potential threat threatened threatens plan planned planning "
    "plot plotted plotting prevent avert stop could if another".split()
)
DRILLS: Final = (["drill"], ["drills"], ["sale"], ["exercise"])


def is_called_for(words: list[str], first: int) -> bool:
    """Whether it is the day of what people were called to: "called for demonstrations on Saturday"."""
    end = first - (words[first - 1] == "on")
    if end < ARRANGEMENT or words[end - 1] not in GATHERINGS:
        return False
    return any(words[at : at + 2] == ["called", "for"] for at in range(end - ARRANGEMENT, end - 1))


def is_prepared(words: list[str], first: int) -> bool:
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


def is_to_come(words: list[str], first: int) -> bool:
    """Whether a headline without a verb tells what is to be: "Council to vote on Friday", "What to watch on Friday"."""
    if " ".join(words[:3]) in COMING:
        return True
    return any(
        words[index] == "to" and (words[index + 1] in PLAIN or words[index - 1] in ASKING)
        for index in range(1, first - 1)
    )


COMING: Final = frozenset({"what 's next", "what ’s next", "what next :", "coming up :", "still to come"})
"""Heads of a list of what is to be."""
