"""The tense of the verb that governs a time expression, by the words around it.

No parser: the nearest verb to the left within the clause, else the nearest to the right, and a look at its neighbours.
"""

from __future__ import annotations

from typing import Final

from newsline.dates.english.finite import finite_tense, is_attribute, plan_tense, was_planned
from newsline.dates.english.lexicon import MONTHS, NUMBERS, WEEKDAYS
from newsline.dates.english.tokens import Line
from newsline.dates.english.verbs import (
    AFTERWARDS,
    ANNOUNCED,
    ARRANGED,
    ASKING,
    AWAITING,
    BREAKS,
    CALLED,
    CONTRACTS,
    DELIVERED,
    EMPTY_SUBJECTS,
    FIXTURES,
    FORESEEN,
    IMPERATIVES,
    JOINED,
    JOINTS,
    MAYBE,
    MOVED,
    NEAR_LEADS,
    NOT_SUBJECTS,
    OUTDATED,
    PARTICLES,
    PLAIN,
    PLURAL,
    PLURAL_NOUNS,
    PROGRAMME,
    PUT_OFF,
    PUTTING_OFF,
    RELATIVES,
    REPORTED,
    REPORTS,
    SHOWS,
    STANDING,
    TIMETABLE,
    TOLD_PLAN,
    TRADED,
    UNTIL,
    VALID,
    VISITS,
    WILL,
)
from newsline.dates.tense import Tense

REACH: Final = 16
"""Tokens to look for the verb on either side; clauses of news seldom are longer."""
AS_FAR: Final = {
    "soon": Tense.FUTURE, "early": Tense.FUTURE, "ago": Tense.PAST, "recently": Tense.PAST, "back": Tense.PAST,
}  # fmt: skip
"""Before "as": "as early as Tuesday", "as long ago as April"."""
DATED: Final = MONTHS.keys() | WEEKDAYS.keys()
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
    if lead in STANDING and not was_planned(words, first - 1):
        return plan_tense(words, first - 1)
    if lead == "as" and first > 2 and words[first - 2] in AS_FAR:
        return AS_FAR[words[first - 2]]
    if _arranged(words, first) or _delivered(words, first, last) or _is_valid(words, first):
        return Tense.FUTURE
    told = lead in AFTERWARDS or not WILL.intersection(words[:first])
    if told and words[last : last + 1] in (["'s"], ["’s"]):  # "Wednesday's ruling"
        if lead in JOINED and Tense.FUTURE in (_left(words, first, last), _programme(line, max(at - REACH, 0), at)):
            return Tense.FUTURE  # "plays Bulgaria in Friday's match"
        return _of_ruling(words, first, last)
    if first == 0 and words[last : last + 1] == ["is"]:  # "Monday is a holiday"
        return Tense.FUTURE
    left = _left(words, first, last)
    if left is None:
        left = _programme(line, max(at - REACH, 0), at) or _right(words, last)
    if left is None:
        left = _programme(line, at_last, _clause_end(words, last) - last + at_last) or (
            Tense.FUTURE if (line.lower(0) in IMPERATIVES and at > 0) or _is_to_come(words, first) else Tense.NONE
        )
    if lead in {"until", "till"}:
        return Tense.FUTURE if left is not Tense.PAST or _is_put_off(words, first) else Tense.PAST
    if lead in {"from", "for"} and left is Tense.PRESENT:  # "is in force from Saturday until Monday"
        return Tense.PRESENT if words[last : last + 1] in UNTIL else Tense.FUTURE
    if lead == "from" and left is Tense.NONE and first == 1:
        return Tense.FUTURE
    if lead == "by" and left is not Tense.PAST:
        return Tense.FUTURE
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


def _is_valid(words: list[str], first: int) -> bool:
    """Whether it is the end of what holds until then: "valid through midnight Friday"."""
    if first < 2 or words[first - 1] not in {"until", "till", "through"} or words[first - 2] not in VALID:
        return False
    return TOLD_PLAN.isdisjoint(words[max(first - 4, 0) : first - 2])


def _is_put_off(words: list[str], first: int) -> bool:
    """Whether what was told in the past lasts until a day ahead: "was remanded until Friday", "has until Friday"."""
    begin = next((at for at in range(first - 1, -1, -1) if words[at] in RELATIVES), 0)
    return not PUT_OFF.isdisjoint(words[begin:first])


def _is_to_come(words: list[str], first: int) -> bool:
    """Whether a headline without a verb tells what is to be: "Council to vote on Friday", "What to watch on Friday"."""
    return any(
        words[index] == "to" and (words[index + 1] in PLAIN or words[index - 1] in ASKING)
        for index in range(1, first - 1)
    )


def _of_ruling(words: list[str], first: int, last: int) -> Tense:
    """The direction of "Wednesday's ruling": what one awaits is to come, what one is "ahead of" is near."""
    lead = words[first - 1] if first else ""
    if lead in AWAITING or (words[first] in MONTHS and not WILL.isdisjoint(words[last : last + NEAR])):
        return Tense.FUTURE
    if lead in JOINED and not MAYBE.isdisjoint(words[:first]):  # "could play in Saturday's match"
        return Tense.FUTURE
    near = lead in ("before", *PUTTING_OFF) or words[max(first - 2, 0) : first] in NEAR_LEADS
    return Tense.PRESENT if near else Tense.NONE


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
        if subject == "," and word in FIXTURES and line.words[index + 1][:1].isupper():
            return Tense.FUTURE  # "the Hawks, who have won twice, visit Utah on Friday"
        if word not in PROGRAMME or subject in NOT_SUBJECTS or not subject[:1].isalpha() or subject in NUMBERS:
            continue
        if words[index + 1] in PARTICLES.get(word, ()) if index + 1 < len(words) else False:
            return Tense.FUTURE
        if word in REPORTS and words[index + 1 : index + 2] not in REPORTED:
            continue
        if word in VISITS and not subject.endswith("s") and subject not in PLURAL:
            continue
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


def _is_subject(words: list[str], last: int) -> bool:
    """Whether a verb of the past follows the date at once: "housing starts in September fell"."""
    return last < len(words) and finite_tense(words, last, infinitive=False) is Tense.PAST


def _left(words: list[str], first: int, last: int) -> Tense | None:
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
        joined = words[index - 1 : index] in JOINTS or words[index - 1] in DATED
        if word in PROGRAMME and joined and word.endswith("s") and word not in SHOWS:
            return Tense.FUTURE  # "opened on Monday and closes on ...", "a strike that began on Monday ends on ..."
        if word in PLURAL_NOUNS and index == first - 2 and _is_subject(words, last):
            return Tense.PAST
        if word in PROGRAMME and words[index - 1 : index] == ["and"] and "have" in words[: index - 1]:
            return Tense.FUTURE  # "have lost four games and host City on Sunday"
        tense = finite_tense(words, index, infinitive)
        if tense is Tense.PAST and is_attribute(words, index):
            attribute = Tense.PAST
            continue
        if tense is Tense.PAST and _is_done(words, index, first):
            return Tense.PRESENT
        if attribute and tense:  # "are to roll through in armoured cars before dawn"
            return Tense.FUTURE if tense is Tense.FUTURE else attribute
        if tense is Tense.PRESENT and _is_on(words, index, first):
            return Tense.FUTURE
        if word in {"was", "were"} and words[index + 1] == "to" and index + 2 < first:  # "were to open on 24 July"
            return Tense.PRESENT
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
        if word in RELATIVES and index > last and words[index - 1] == ",":
            return _behind_relative(words, index + 1)
        if word in BREAKS and (index > last or word == ";"):
            return None
        tense = finite_tense(words, index, infinitive=False)
        if tense:
            if (
                tense is Tense.PAST
                and word in FORESEEN
                and words[index + 1 : index + 2] == ["to"]
                and not was_planned(words, index)
            ):
                return Tense.FUTURE
            return tense
    return None


def _behind_relative(words: list[str], begin: int) -> Tense | None:
    """The tense behind a relative clause; where no verb is near enough, its own if that is past."""
    end = next((index for index in range(begin, len(words)) if words[index] == ","), len(words))
    own = _right(words[:end], begin)
    return _right(words, end + 1) or (own if own is Tense.PAST else None)
