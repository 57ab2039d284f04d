"""The tense of the verb that governs a time expression, by the words around it.

No parser: the nearest verb to the left within the clause, else the nearest to the right, and a look at its neighbours.
"""

from __future__ import annotations

from typing import Final

from newsline.dates.english.lexicon import NUMBERS, words
from newsline.dates.english.tokens import Line
from newsline.dates.english.verbs import (
    ANNOUNCED,
    ARRANGED,
    ATTRIBUTE_LEADS,
    BE,
    BEING,
    BREAKS,
    CALLED,
    EMPTY_SUBJECTS,
    FAILED,
    FORESEEN,
    IMPERATIVES,
    JOINTS,
    MEETING,
    MOVED,
    NOT_SUBJECTS,
    NOT_VERBS,
    NOUN_LEADS,
    OUTDATED,
    PARTICLES,
    PAST,
    PLURAL,
    PRESENT,
    PROGRAMME,
    PUT_OFF,
    SHORT,
    SHOWS,
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

REACH: Final = 16
"""Tokens to look for the verb on either side; clauses of news seldom are longer."""
AS_FAR: Final = {
    "soon": Tense.FUTURE, "early": Tense.FUTURE, "ago": Tense.PAST, "recently": Tense.PAST, "back": Tense.PAST,
}  # fmt: skip
"""Before "as": "as early as Tuesday", "as long ago as April"."""
ARRANGEMENT: Final = 3
"""Tokens that it may have: "called a special session for"."""


def tense_of(line: Line, first: int, last: int) -> Tense:
    """The tense of the verb that governs the tokens from `first` to `last`."""
    words = line.lowered[max(first - REACH, 0) : last + REACH]
    at, at_last = first, last
    first, last = min(first, REACH), last - max(first - REACH, 0)
    lead = words[first - 1] if first else ""
    if lead in STANDING and not _was(words, first - 1):
        return _plan(words, first - 1)
    if lead == "as" and first > 2 and words[first - 2] in AS_FAR:
        return AS_FAR[words[first - 2]]
    if _arranged(words, first):
        return Tense.FUTURE
    if words[last : last + 1] in (["'s"], ["’s"]) and not WILL.intersection(words[:first]):  # "Wednesday's ruling"
        return Tense.NONE
    if first == 0 and words[last : last + 1] == ["is"]:  # "Monday is a holiday"
        return Tense.FUTURE
    left = _left(words, first)
    if left is None:
        left = _programme(line, max(at - REACH, 0), at) or _right(words, last)
    if left is None:
        left = _programme(line, at_last, _clause_end(words, last) - last + at_last) or (
            Tense.FUTURE if line.lower(0) in IMPERATIVES and at > 0 else Tense.NONE
        )
    if lead in {"until", "till"}:
        return Tense.FUTURE if left is not Tense.PAST or PUT_OFF.intersection(words[:first]) else Tense.PAST
    if lead == "from" and left is Tense.PRESENT:
        return Tense.FUTURE
    if lead == "by" and left is not Tense.PAST:
        return Tense.FUTURE
    if lead == "since" and left is Tense.FUTURE:  # "it will be the first strike since 1989"
        return Tense.PAST
    if lead == "than" and first > 1 and words[first - 2] == "later":
        return Tense.FUTURE
    return left


def _clause_end(words: list[str], last: int) -> int:
    """Where the clause ends that follows a date: "9 May: the firm shuts its site" tells what was."""
    return next((index for index in range(last, len(words)) if words[index] in BREAKS), len(words))


def _programme(line: Line, first: int, last: int) -> Tense | None:
    """The future if a verb of a programme stands between two tokens of the clause: "England face Wales on ...".

    Its subject is a name, a pronoun or a plural, if the verb has no ending.
    """
    words = line.lowered
    for index in range(min(last, len(words)) - 1, max(first, 1) - 1, -1):
        word, subject = words[index], words[index - 1]
        if word in BREAKS:
            return None
        if word not in PROGRAMME or subject in NOT_SUBJECTS or not subject[:1].isalpha() or subject in NUMBERS:
            continue
        if words[index + 1] in PARTICLES.get(word, ()) if index + 1 < len(words) else False:
            return Tense.FUTURE
        if word.endswith("s") or subject.endswith("s") or subject in PLURAL or line.words[index - 1][0].isupper():
            return Tense.FUTURE
    return None


def _arranged(words: list[str], first: int) -> bool:
    """Whether something was called for the date or put off to it, and not in a time before ("had been set")."""
    lead = words[first - 1] if first else ""
    leads = {"for": ARRANGED, "from": CALLED, "to": MOVED, "until": MOVED, "till": MOVED}.get(lead)
    if leads is None or first < 2:
        return False
    verb = first - 2
    if lead == "for" and words[verb] not in leads:
        near = range(verb - 1, max(verb - 1 - ARRANGEMENT, -1), -1)
        verb = next((index for index in near if words[index] in ANNOUNCED), verb)
    if words[verb] not in leads | ANNOUNCED or not BREAKS.isdisjoint(words[verb:first]):
        return False
    return OUTDATED.isdisjoint(words[max(verb - 3, 0) : verb])


def _was(words: list[str], index: int, reach: int = 3) -> bool:
    """Whether a plan is told as one of the past: "had been scheduled", "previously planned"."""
    return not OUTDATED.isdisjoint(words[max(index - reach, 0) : index])


def _plan(words: list[str], index: int) -> Tense:
    """The direction of "due", "scheduled" and the like: "was due on Friday" may be before that Friday or after it."""
    if _was(words, index):
        return Tense.NONE
    if "but" in words[index:] and not FAILED.isdisjoint(words[words.index("but", index) :][:4]):
        return Tense.PAST  # "was due to land on Monday but never came"
    return Tense.FUTURE if TOLD_PLAN.isdisjoint(words[max(index - 3, 0) : index]) else Tense.PRESENT


def _left(words: list[str], first: int) -> Tense | None:
    infinitive, attribute = False, None
    if words[first - 1 : first] == ["("]:  # "at four (10 p.m. Thursday)" has the verb outside
        first -= 1
    for index in range(first - 1, -1, -1):
        word = words[index]
        if word in BREAKS:
            return attribute
        if (
            word == "to"
            and index + 1 < first
            and words[index + 1] not in {"the", "a", "an", "his", "her", "its", "their"}
        ):
            infinitive = True
        if word in PROGRAMME and words[index - 1 : index] in JOINTS and word.endswith("s") and word not in SHOWS:
            return Tense.FUTURE  # "opened on Monday and closes on ...", "the shop, opened in 1887, shuts on ..."
        if word in PROGRAMME and words[index - 1 : index] == ["and"] and "have" in words[: index - 1]:
            return Tense.FUTURE  # "have lost four games and host City on Sunday"
        tense = _verb(words, index, infinitive)
        if tense is Tense.PAST and _is_attribute(words, index):
            attribute = Tense.PAST
            continue
        if tense is Tense.PAST and _is_done(words, index, first):
            return Tense.PRESENT
        if attribute and tense:  # "are to roll through in armoured cars before dawn"
            return Tense.FUTURE if tense is Tense.FUTURE else attribute
        if tense is Tense.PRESENT and _is_on(words, index, first):
            return Tense.FUTURE
        if tense:
            return tense if not (infinitive and words[index] in TIMETABLE and words[index - 1] == "to") else None
    return attribute


def _is_done(words: list[str], index: int, first: int) -> bool:
    """Whether it is the passive of what is done: "are handed out on 10 December"; not "is accused of robbing on"."""
    lead = index - 1 - (words[index - 1].endswith("ly") or words[index - 1] in {"not", "also", "now", "only"})
    if lead < 0 or words[lead] not in {"is", "are"}:
        return False
    return not any(word in {"of", "with", "in"} or word.endswith("ing") for word in words[index + 1 : first - 1])


def _is_on(words: list[str], index: int, first: int) -> bool:
    """Whether it says when something is: "the match is on Saturday", "kick-off is at 3 p.m."."""
    between = words[index + 1 : first]
    if words[index] not in {"is", "are"} or (between and (len(between) > 1 or between[0] not in {"on", "at", "for"})):
        return False
    return index > 0 and words[index - 1] not in EMPTY_SUBJECTS


def _right(words: list[str], last: int) -> Tense | None:
    for index in range(last, len(words)):
        word = words[index]
        if word in BREAKS and (index > last or word == ";"):
            return None
        tense = _verb(words, index, infinitive=False)
        if tense:
            if (
                tense is Tense.PAST
                and word in FORESEEN
                and words[index + 1 : index + 2] == ["to"]
                and not _was(words, index)
            ):
                return Tense.FUTURE
            return tense
    return None


VERBAL: Final = (
    WILL
    | WOULD
    | TO_COME
    | STANDING
    | TIMETABLE
    | TIMETABLE_PLURAL
    | PAST
    | PRESENT
    | words("has have ve expected set")
)
"""Every word that `_verb` knows, for a quick look."""


def _verb(words: list[str], index: int, infinitive: bool) -> Tense | None:
    """The tense if the word at the index is a finite verb."""
    word = words[index]
    if (word not in VERBAL and not word.endswith("ed")) or _is_counted(words, index):
        return None
    if word in WILL or (word == "won" and words[index + 1 : index + 3] in (["'", "t"], ["’", "t"])):
        return Tense.FUTURE
    if word in WOULD:
        return Tense.PAST if words[index + 1 : index + 2] == ["have"] else Tense.FUTURE
    if word in STANDING - {"set", "expected"}:
        return _plan(words, index)
    if word == "open" and not BE.isdisjoint(words[index - 1 : index]):
        return None
    if word in TIMETABLE or (word in TIMETABLE_PLURAL and words[index - 1 : index] not in NOUN_LEADS):
        return Tense.FUTURE
    if infinitive and word in TO_COME and not _is_attribute(words, index):
        return Tense.PAST if _was(words, index) else _plan(words, index)
    if word in {"expected", "set"} and words[index - 1 : index] in (["is"], ["are"], ["being"]):
        return Tense.FUTURE
    if word == "expected" and _is_attached(words, index):
        return Tense.FUTURE
    if word in UNCHANGED:
        lead = words[index - 2 : index] if words[index - 1 : index] in (["not"], ["also"]) else words[index - 1 : index]
        if not WILL.isdisjoint(lead) or not WOULD.isdisjoint(lead):
            return Tense.FUTURE
        if "to" in lead:
            return None
    if word in PAST or (word.endswith("ed") and (len(word) > 4 or word in SHORT) and word not in NOT_VERBS):
        return Tense.FUTURE if _in_future_group(words, index) else Tense.PAST
    if word in {"has", "have", "ve"}:
        return Tense.PAST if _participle_follows(words, index) else Tense.PRESENT
    if word == "am" and words[index - 1 : index] != ["i"]:  # "from 9 am to noon on Friday"
        return None
    if word in PRESENT:
        follows = words[index + 1 : index + 2]
        ahead = follows in (["to"], ["due"], ["scheduled"], ["expected"], ["set"]) or not MEETING.isdisjoint(follows)
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
    return words[index] in TIMETABLE and (before[:1].isdigit() or before in NUMBERS)


def _is_attribute(words: list[str], index: int) -> bool:
    """Whether it may belong to a noun behind it: "in armoured cars", "coal-fired mills"."""
    before = words[index - 1] if index else ""
    follower = before == "," and words[index + 1 : index + 2] == ["by"]  # ", followed by physics on Tuesday"
    return words[index].endswith("ed") and (before in ATTRIBUTE_LEADS or before == "-" or follower)


def _in_future_group(words: list[str], index: int) -> bool:
    """Whether a participle belongs to "will be", "to be" or "would be"."""
    before = words[max(index - 4, 0) : index]
    if "have" in before and not WILL.isdisjoint(before):  # "will have spent"
        return True
    return not BEING.isdisjoint(before) and any(word in WILL or word in WOULD or word == "to" for word in before)


def _participle_follows(words: list[str], index: int) -> bool:
    return any(
        word.endswith(("ed", "en", "wn")) or word in PAST or word == "been" for word in words[index + 1 : index + 4]
    )
