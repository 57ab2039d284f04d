"""Finite verbs: whether a word is one, and of what tense."""

from __future__ import annotations

from typing import Final

from newsline.dates.english.lexicon import NUMBERS, words
from newsline.dates.english.verbs import (
    ABLE,
    ATTRIBUTE_LEADS,
    BE,
    BEING,
    FAILED,
    HOPING,
    MEETING,
    NOT_VERBS,
    NOUN_LEADS,
    OUTDATED,
    PAST,
    PRESENT,
    REFUSED,
    SHORT,
    STANDING,
    TIMETABLE,
    TIMETABLE_PLURAL,
    TO_COME,
    TOLD_PLAN,
    UNCHANGED,
    WHEN,
    WILL,
    WOULD,
)
from newsline.dates.tense import Tense

PHRASAL: Final = (["in"], ["off"], ["out"], ["up"])
"""Behind "set" they make it a verb of its own: "the frost set in on Monday"."""
STATED: Final = words("found left kept stood wide")
"""Before "open" they show that it is no verb, as "was" does."""
FORECAST: Final = words("expected likely")
"""Before "on Sunday" they tell what was thought to come: "rain was likely on Sunday"."""
AHEAD: Final = words("to due scheduled expected set likely unlikely forecast possible")
"""Behind "is" they point ahead."""
VERBAL: Final = (
    WILL
    | WOULD
    | TO_COME
    | STANDING
    | TIMETABLE
    | TIMETABLE_PLURAL
    | PAST
    | PRESENT
    | words("has have ve expected set could likely")
)
"""Every word that `finite_tense` knows, for a quick look."""


def finite_tense(words: list[str], index: int, infinitive: bool) -> Tense | None:
    """The tense if the word at the index is a finite verb."""
    word = words[index]
    if (word not in VERBAL and not word.endswith("ed")) or _is_counted(words, index):
        return None
    if word in WILL or (word == "won" and words[index + 1 : index + 3] in (["'", "t"], ["’", "t"])):
        return Tense.FUTURE
    if word in WOULD:
        after = words[index + 1 : index + 2]
        refused = word == "would" and after == ["not"] and not REFUSED.isdisjoint(words[index + 2 : index + 3])
        return Tense.PAST if refused or after == ["have"] else Tense.FUTURE
    if word == "could":
        return Tense.FUTURE if ABLE.isdisjoint(words[index + 1 : index + 3]) else None
    if word in STANDING - {"set", "expected"}:
        return plan_tense(words, index)
    if word == "open" and not (BE | STATED).isdisjoint(words[index - 1 : index]):
        return None
    if word in TIMETABLE or (word in TIMETABLE_PLURAL and words[index - 1 : index] not in NOUN_LEADS):
        return Tense.FUTURE
    if infinitive and word in TO_COME and not is_attribute(words, index):
        return Tense.PAST if was_planned(words, index) else plan_tense(words, index)
    if word in {"expected", "set"} and words[index - 1 : index] in (["is"], ["are"], ["being"]):
        return Tense.FUTURE
    if word == "expected" and words[index - 1 : index] in (["than"], ["as"]):
        return None
    if word == "expected" and _is_attached(words, index):
        return Tense.FUTURE
    if word in FORECAST and not WHEN.isdisjoint(words[index + 1 : index + 2]):
        return plan_tense(words, index)
    if word == "set" and words[index + 1 : index + 2] in PHRASAL and BE.isdisjoint(words[index - 1 : index]):
        return None if words[index - 1 : index] == ["to"] else Tense.PAST
    if word in UNCHANGED:
        lead = words[index - 2 : index] if words[index - 1 : index] in (["not"], ["also"]) else words[index - 1 : index]
        if not WILL.isdisjoint(lead) or not WOULD.isdisjoint(lead) or "could" in lead:
            return Tense.FUTURE
        if "to" in lead:
            return None
    if word in PAST or (word.endswith("ed") and (len(word) > 4 or word in SHORT) and word not in NOT_VERBS):
        return _of_plan(words, index) if _in_future_group(words, index) else Tense.PAST
    if word in {"has", "have", "ve"}:
        return Tense.PAST if _participle_follows(words, index) else Tense.PRESENT
    if word == "am" and words[index - 1 : index] != ["i"]:  # "from 9 am to noon on Friday"
        return None
    if word in PRESENT:
        follows = words[index + 1 : index + 2]
        ahead = not AHEAD.isdisjoint(follows) or not MEETING.isdisjoint(follows)
        return Tense.FUTURE if ahead else Tense.PRESENT
    return None


def _is_attached(words: list[str], index: int) -> bool:
    """Whether it stands behind its noun without a verb: "with the worst expected between 3 a.m. and ..."."""
    return TOLD_PLAN.isdisjoint(words[max(index - 3, 0) : index]) and (
        words[index - 1 : index] != ["had"] and not WHEN.isdisjoint(words[index + 1 : index + 2])
    )


def _is_counted(words: list[str], index: int) -> bool:
    """Whether it is a noun with a number: "by 31 votes to 27"."""
    before = words[index - 1] if index else ""
    digits = before[:1].isdigit() and len(before) != len("2024")  # "Wimbledon 2024 begins on Monday"
    return words[index] in TIMETABLE and (digits or before in NUMBERS)


def is_attribute(words: list[str], index: int) -> bool:
    """Whether it may belong to a noun behind it: "in armoured cars", "coal-fired mills"."""
    before = words[index - 1] if index else ""
    follower = before == "," and words[index + 1 : index + 2] == ["by"]  # ", followed by physics on Tuesday"
    return words[index].endswith("ed") and (before in ATTRIBUTE_LEADS or before == "-" or follower)


def _of_plan(words: list[str], index: int) -> Tense:
    """The direction of a participle that tells what will be, or was to be: "were due to be paid on Friday" is near."""
    to = next((at for at in range(index - 1, max(index - 4, 0), -1) if words[at] == "to"), 0)
    before = words[to - 1] if to else ""
    if before in {"was", "were"}:
        return Tense.PRESENT
    return plan_tense(words, to - 1) if before in STANDING or before == "meant" else Tense.FUTURE


def _in_future_group(words: list[str], index: int) -> bool:
    """Whether a participle belongs to "will be", "to be" or "would be"."""
    before = words[max(index - 4, 0) : index]
    if "have" in before and not WILL.isdisjoint(before):  # "will have spent"
        return True
    if before[-2:] == ["to", "have"] and not HOPING.isdisjoint(before):  # "hopes to have produced"
        return True
    if "could" in before and ABLE.isdisjoint([*before, words[index]]):
        return True
    return not BEING.isdisjoint(before) and any(word in WILL or word in WOULD or word == "to" for word in before)


def _participle_follows(words: list[str], index: int) -> bool:
    return any(
        word.endswith(("ed", "en", "wn")) or word in PAST or word == "been" for word in words[index + 1 : index + 4]
    )


def was_planned(words: list[str], index: int, reach: int = 3) -> bool:
    """Whether a plan is told as one of the past: "had been scheduled", "previously planned"."""
    return not OUTDATED.isdisjoint(words[max(index - reach, 0) : index])


def plan_tense(words: list[str], index: int) -> Tense:
    """The direction of "due", "scheduled" and the like: "was due on Friday" may be before that Friday or after it."""
    if was_planned(words, index):
        return Tense.NONE
    if "but" in words[index:] and not FAILED.isdisjoint(words[words.index("but", index) :][:4]):
        return Tense.PAST  # "was due to land on Monday but never came"
    return Tense.FUTURE if TOLD_PLAN.isdisjoint(words[max(index - 3, 0) : index]) else Tense.PRESENT
