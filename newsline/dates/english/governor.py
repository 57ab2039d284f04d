"""The verb that governs a date: the nearest to the left within the clause, else the nearest to the right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsline.dates.english.finite import finite_tense, is_attribute, was_planned
from newsline.dates.english.lexicon import MONTHS, NUMBERS, WEEKDAYS
from newsline.dates.english.lexicon import words as words_of
from newsline.dates.english.tokens import Line
from newsline.dates.english.verbs import (
    APPEARING,
    BEGINNINGS,
    BREAKS,
    DATE_LEADS,
    EMPTY_SUBJECTS,
    FIXTURES,
    FORESEEN,
    JOINTS,
    NO_PLANS,
    NOT_SUBJECTS,
    ORDERED,
    PARTICLES,
    PLURAL,
    PLURAL_NOUNS,
    PROGRAMME,
    RELATIVES,
    REPORTED,
    REPORTS,
    SHOWS,
    STANDING,
    TIMETABLE,
    TO_COME,
    VISITS,
)
from newsline.dates.tense import Tense

DATED: Final = MONTHS.keys() | WEEKDAYS.keys()


def programme(line: Line, first: int, last: int) -> Tense | None:
    """The future if a verb of a programme stands between two tokens of the clause: "England face Wales on ...".

    Its subject is a name, a pronoun or a plural, if the verb has no ending.
    """
    words = line.lowered
    for index in range(min(last, len(words)) - 1, max(first, 1) - 1, -1):
        word, subject = words[index], words[index - 1]
        if word in BREAKS:
            return None
        if subject == "," and word in FIXTURES and "".join(line.words[index + 1 : index + 2])[:1].isupper():
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


def _is_subject(words: list[str], last: int) -> bool:
    """Whether a verb of the past follows the date at once: "housing starts in September fell"."""
    return last < len(words) and finite_tense(words, last, infinitive=False) is Tense.PAST


INSERTED: Final = {"”": "“", '"': '"', "''": "``", ")": "("}
"""What closes a few words within a clause, and what opens them."""
LONGEST: Final = 7
"""Tokens from one to the other."""


def _before_inserted(words: list[str], index: int) -> int:
    """Where a few words in quotation marks or brackets begin that end here; the place itself if none do.

    The verb of "would be a “very frank” encounter on Wednesday" stands before them.
    """
    opening = INSERTED[words[index]]
    begin = next((at for at in range(index - 1, max(index - LONGEST, -1), -1) if words[at] == opening), index)
    whole = opening != "(" and not {",", ".", "?", "!"}.isdisjoint(words[begin:index])
    return index if whole else begin


def _clause_before(words: list[str], first: int) -> Iterator[int]:
    """The places of the clause before a token, from there to the left, without what is inserted."""
    index = first - 1
    while index >= 0:
        if words[index] in BREAKS:
            begin = _before_inserted(words, index) if words[index] in INSERTED else index
            if begin == index:
                return
            index = begin
        else:
            yield index
        index -= 1


def left_of(words: list[str], first: int, last: int) -> Tense | None:
    """The tense of the nearest verb before the tokens from `first` to `last`; None if there is none in the clause."""
    infinitive, attribute = False, None
    if words[first - 1 : first] == ["("]:  # "at four (10 p.m. Thursday)" has the verb outside
        first -= 1
    for index in _clause_before(words, first):
        word = words[index]
        if (
            word == "to"
            and index + 1 < first
            and words[index + 1] not in ARTICLES
            and not words[index + 1][0].isdigit()
        ):
            infinitive = True
            if _is_planned(words, index, first) or _is_appointed(words, index, first):
                return Tense.FUTURE
        if _is_of_programme(words, index):
            return Tense.FUTURE
        if word in PLURAL_NOUNS and index == first - 2 and _is_subject(words, last):
            return Tense.PAST
        tense = finite_tense(words, index, infinitive)
        if word in {"was", "were"} and words[index + 1] == "to" and index + 2 < first:  # "were to open on 24 July"
            return Tense.PRESENT
        if tense is Tense.PAST and is_attribute(words, index):
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


ARTICLES: Final = words_of("the a an his her its their")


def _is_of_programme(words: list[str], index: int) -> bool:
    """Whether it is a verb of a programme that goes on with a sentence: "opened on Monday and closes on"."""
    word = words[index]
    if word not in PROGRAMME:
        return False
    before = words[max(index - 1, 0) : index]
    if before == ["and"] and "have" in words[: index - 1]:  # "have lost four games and host City on Sunday"
        return True
    joined = before in JOINTS or not DATED.isdisjoint(before)  # "a strike that began on Monday ends on"
    return joined and word.endswith("s") and word not in SHOWS


def _is_planned(words: list[str], index: int, first: int) -> bool:
    """Whether a plan stands before the date: "an operation to begin on Monday", "a book to be printed in May"."""
    before = words[index - 1] if index else "to"
    if before in NO_PLANS or before in TO_COME or before in STANDING or before.endswith("ed"):
        return False
    if words[index + 1] == "be":
        return index + NEAR >= first
    return words[index + 1] in BEGINNINGS and index + 2 >= first - (words[first - 1] in DATE_LEADS)


def _is_appointed(words: list[str], index: int, first: int) -> bool:
    """Whether somebody has to be there then: "was ordered to return to court on Tuesday", "told him to go by May"."""
    appears = words[index + 1] in APPEARING or words[first - 1] == "by"
    return appears and not ORDERED.isdisjoint(words[max(index - NEAR, 0) : index])


NEAR: Final = 5
"""Tokens from "to" to the date: "to be broadcast later on Sunday"."""


def _is_done(words: list[str], index: int, first: int) -> bool:
    """Whether it is the passive of what is done: "are handed out on 10 December"; not "is accused of robbing on"."""
    lead = index - 1 - (words[index - 1].endswith("ly") or words[index - 1] in {"not", "also", "now", "only"})
    if lead < 0 or words[lead] not in {"is", "are", "stand", "stands"}:
        return False
    return not any(word in {"of", "with", "in"} or word.endswith("ing") for word in words[index + 1 : first - 1])


def _is_on(words: list[str], index: int, first: int) -> bool:
    """Whether it says when something is: "the match is on Saturday", "kick-off is at 3 p.m."."""
    between = words[index + 1 : first]
    if words[index] not in {"is", "are"} or (between and (len(between) > 1 or between[0] not in {"on", "at", "for"})):
        return False
    return index > 0 and words[index - 1] not in EMPTY_SUBJECTS


def right_of(words: list[str], last: int) -> Tense | None:
    """The tense of the nearest verb from `last` on; None if there is none in the clause."""
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
    own = right_of(words[:end], begin)
    return right_of(words, end + 1) or (own if own is Tense.PAST else None)
