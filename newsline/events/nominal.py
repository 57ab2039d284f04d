"""Time expressions that date a noun, not the verb of their clause: "since the incursion in August", "Friday's vote".

Three shapes are known: a possessive or bare expression before the noun; a noun with "in August" behind it inside a
prepositional phrase; a noun with a participle that the expression belongs to ("a truce beginning on 8 May").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from newsline.events.clauses import Clause, ClauseKind
from newsline.events.english import verbs, vocabulary, words
from newsline.events.eventhood import has_event_noun
from newsline.events.pronouns import PERSONS

if TYPE_CHECKING:
    from newsline.events.tokens import Tokens

NOUN_PHRASE = "DPNJ#UGA"
LEADING = vocabulary("in on at of from since until by for during after before around late early")
HOLDING = vocabulary("since after before during following until")
"""Prepositions whose noun phrase is no object of the verb, so that a date behind the noun is the noun's own."""


AT = vocabulary("at in on with")
"""Prepositions whose phrase before the main clause tells the occasion: "At a meeting on Monday the two agreed"."""
OPENING = vocabulary("since after before following during despite until amid")
"""Prepositions that open a phrase before the main clause, in which a noun has a date of its own."""


LOOSE = vocabulary("despite of from to about amid")
"""Prepositions of which the same holds for a month or a year; a weekday rather goes with the verb."""
SOON = vocabulary("of after")
SHORTLY = vocabulary("seconds moments minutes hours shortly")
"""Before "after": it was on the same day, as in "Minutes after the vote on Friday the mayor left"."""
DURING = vocabulary("in during")
OVER = vocabulary("over into for against regarding concerning")
"""Of these too, where the noun has an article: "charged over the death in June", but "set down for trial in March"."""
RECENT = vocabulary("monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight")


ARRANGING = vocabulary("announce call declare demand offer order plan promise propose schedule seek set")
"""Verbs of what is arranged for a later day."""


TAKING_EFFECT = frozenset(
    f"{what}{since}"
    for what in ("effective", "in force", "in effect", "with effect", "starting", "beginning")
    for since in ("", " on", " from", " as of")
)
"""What stands between a comma and the day from which something holds."""


class Nominal(Struct, frozen=True):
    """A noun phrase, tokens from `first` to `end`, that an expression dates."""

    first: int
    end: int
    event: bool
    """Whether the noun names something that happens."""


def nominal_host(tokens: Tokens, clause: Clause, first: int, end: int) -> Nominal | None:
    """The noun phrase that the expression in tokens `first` to `end` belongs to; None if it dates the clause."""
    return (
        _possessive(tokens, clause, first, end)
        or _participial(tokens, clause, first, end)
        or _postmodified(tokens, clause, first, end)
    )


def _left(tokens: Tokens, last: int, floor: int) -> int:
    """The first token of the noun phrase whose head is token `last`."""
    i = last
    while i > floor and tokens.tags[i] != "D" and (tokens.tags[i - 1] in NOUN_PHRASE or _attributive(tokens, i - 1)):
        i -= 1
    while i < last and tokens.tags[i] in "AU":
        i += 1
    return i


def _attributive(tokens: Tokens, i: int) -> bool:
    """Whether a time expression is an adjective: "a three-day truce"."""
    return tokens.tags[i] == "Y" and "-" in tokens.words[i]


def phrase_end(tokens: Tokens, start: int, limit: int) -> int:
    """The end of a noun phrase with its prepositional phrases: "the loss of the ferry off the island"."""
    i = start
    while i < limit and (tokens.tags[i] in NOUN_PHRASE + "IRC" or _attributive(tokens, i)):
        if tokens.tags[i] == "D" and tokens.tags[i - 1] in "NP":
            break  # "During the 2003 outbreak | more than 8,000 people fell ill"
        i += 1
    while i > start and tokens.tags[i - 1] in "IDAC":
        i -= 1
    return i


def _right(tokens: Tokens, start: int, limit: int) -> int:
    """The end of the nouns and adjectives from `start` on."""
    i = start
    while i < limit and tokens.tags[i] in "NPJ#":
        i += 1
    return i


def _possessive(tokens: Tokens, clause: Clause, first: int, end: int) -> Nominal | None:
    """As in "Friday's Victory Day celebrations", "the August 2008 war", "last summer's offensive"."""
    stop = _right(tokens, end, clause.end)
    if end < clause.end and tokens.words[end] in ("'s", "’s"):
        stop = _right(tokens, end + 1, clause.end)
    elif not any(word.endswith(("'s", "’s", "s'", "s’")) for word in tokens.words[first:end]):
        before = tokens.tags[first - 1] if first > clause.first else "^"
        year = end == first + 1 and tokens.words[first].isdigit()
        dated = before in "DJ" or (before in "AP" and year)  # "the deadly 2017 fire", "the London 2012 Games"
        if stop == end or not dated or (first and tokens.lower[first - 1] in ("this", "that", "these")):
            return None
    if stop == end:
        return None
    start = first
    while start > clause.body and tokens.tags[start - 1] in "DJP":
        start -= 1
    event = has_event_noun(tokens, end, stop)
    if stop < clause.end and stop == clause.verb:
        if not event and end == first + 1 and tokens.lower[first].isdigit():
            return Nominal(start, stop, False)  # "The 1918 virus came from birds"
        return Nominal(start, stop, True) if event and not _takes_course(tokens, stop) else None
    if event:
        stop = phrase_end(tokens, stop, clause.end)
    return Nominal(start, stop, event)


def is_occasion(tokens: Tokens, clause: Clause, nominal: Nominal) -> bool:
    """As in "won 34 seats in Sunday's vote", "During a visit on Monday": what the verb tells happened then.

    Not of a participle's: "praised the men killed in Friday's attack".
    """
    opener = max(0, nominal.first - 1)
    if tokens.lower[opener] in SOON and not SHORTLY.isdisjoint(tokens.lower[:opener]):
        return not tokens.tags[:opener].strip("AIY#")  # "Within hours of Friday's vote the mayor left"
    if nominal.first == 0 or tokens.lower[nominal.first - 1] not in DURING:
        return False
    if clause.kind is ClauseKind.LEAD or (nominal.first == clause.body + 1 and nominal.end < clause.verb):
        return nominal.first == clause.body + 1
    between = tokens.tags[clause.verb + 1 : nominal.first - 1]
    full = between.lstrip("AXHU")  # behind the verb group
    return 0 <= clause.verb < nominal.first and not any(tag in "UGTQW" for tag in full)


def _takes_course(tokens: Tokens, verb: int) -> bool:
    """As in "Monday's quake killed 12", "Sunday's vote was won by Ito": what the verb tells happened then, too."""
    if tokens.tags[verb] == "V":
        return tokens.base(verb) in verbs.COURSE
    return tokens.lower[verb] in ("was", "were") and tokens.base(verb + 1) in verbs.COURSE


def _participial(tokens: Tokens, clause: Clause, first: int, end: int) -> Nominal | None:
    """As in "a deal signed between the two at the end of April": the last verb form before is a reduced relative."""
    i = first - 1
    floor = clause.verb if clause.body <= clause.verb < first else clause.body
    while i > floor and tokens.tags[i] not in "UGVZB":
        if tokens.tags[i] in ",;:-":
            return None
        i -= 1
    if i <= clause.body or tokens.tags[i] not in "UG" or tokens.tags[i - 1] not in "NP":
        return None
    if i - 1 <= floor and clause.verb >= clause.body:
        return None
    if tokens.base(i) in verbs.STATE:
        return None
    start = _left(tokens, i - 1, clause.body)
    while start > clause.body + 1 and tokens.lower[start - 1] == "of":
        if tokens.lower[i - 1] in PERSONS or tokens.lower[i - 1] in words.PEOPLE:
            break  # "the case of a man charged in May"
        start = _left(tokens, start - 2, clause.body)  # "a meeting of the council set for Tuesday"
    if tokens.tags[start] == "#" and clause.verb == start - 1 >= clause.body:
        return None  # "counted 118 houses lost on Wednesday": of that day is the count, too
    if tokens.tags[i] == "G" and start > clause.body and tokens.tags[start - 1] in "VZUB":
        return None
    return Nominal(start, end, True)


def taking_effect(tokens: Tokens, clause: Clause, first: int, end: int) -> Nominal | None:
    """As in "announced on Monday a levy on beer, in force from Friday": a noun phrase, and when it takes effect.

    The expression stands in tokens `first` to `end`; the noun phrase reaches back to the verb or its date.
    """
    comma = tokens.tags.rfind(",", max(clause.verb, clause.body), first)
    if comma < 0 or " ".join(tokens.lower[comma + 1 : first]) not in TAKING_EFFECT:
        return None
    begin = comma
    while begin - 1 > clause.verb and tokens.tags[begin - 1] == "Y":
        begin -= 1  # "raised its rate on Monday, effective 15 July"
    while begin - 1 > max(clause.verb, clause.body) and tokens.tags[begin - 1] in NOUN_PHRASE + "IT":
        begin -= 1
    while tokens.tags[begin] in "IT":
        begin += 1
    return Nominal(begin, end, True) if begin < comma else None


def _since(tokens: Tokens, clause: Clause, i: int) -> int | None:
    """As in "since the explosion on the rig off the coast on 20 April": the noun may have phrases of its own.

    The first token of what follows "since", if token `i` is in it and its noun names an event.
    """
    while i > clause.body and tokens.tags[i] in NOUN_PHRASE + "I":
        i -= 1
    if tokens.lower[i] != "since" or i + 1 >= len(tokens):
        return None
    stop = next(j for j in range(i + 1, len(tokens)) if tokens.tags[j] not in NOUN_PHRASE)
    return i + 1 if has_event_noun(tokens, i + 1, stop) else None


def _arranges(tokens: Tokens, clause: Clause, start: int) -> bool:
    """As in "announces a truce for Easter": the day is that of the truce, whose noun phrase begins at `start`."""
    if not clause.body <= clause.verb < start:
        return False
    return tokens.tags[start - 1] in "VZUGB" and tokens.base(start - 1) in ARRANGING


def _postmodified(tokens: Tokens, clause: Clause, first: int, end: int) -> Nominal | None:
    """As in "since the first incursion in August last year": the noun stands in a prepositional phrase of its own."""
    i = first - 1
    while i > clause.body and tokens.lower[i] in LEADING:
        i -= 1
    if clause.kind is ClauseKind.LEAD and tokens.lower[clause.body] in OPENING and i > clause.body:
        event = has_event_noun(tokens, clause.body + 1, i + 1)
        return Nominal(clause.body + 1, end, True) if event else None
    if i <= clause.body or tokens.tags[i] not in "NP":
        return None
    head = tokens.lower[i]
    start = _left(tokens, i, clause.body)
    if clause.kind is ClauseKind.SUB and not tokens.tags[end : clause.verb].strip("A") and end <= clause.verb:
        return None  # "after the police on Friday arrested a man"
    counted = _since(tokens, clause, i)
    if counted is not None:
        return Nominal(counted, end, True)
    opened = clause.verb >= 0 and start > clause.first and tokens.lower[start - 1] in OPENING
    if opened and (tokens.lower[start - 1] != "before" or has_event_noun(tokens, start, i + 1)):
        return Nominal(start, end, True)  # but "appeared before the Senate in May"
    if head not in words.EVENT_NOUNS and head.rstrip("s") not in words.EVENT_NOUNS:
        return None
    if tokens.tags[i] == "P" and tokens.lower[start - 1] == "of" and tokens.tags[start - 2 : start - 1] == "P":
        return None  # "the Bureau of Investigation this week"
    before = tokens.lower[start - 1] if start > clause.first else ""
    if tokens.lower[first - 1] == "of" and clause.verb >= 0:
        own = end == clause.verb and start == clause.body and _takes_course(tokens, end)
        return None if own else Nominal(start, end, True)  # "a report on the fire of 6 May"
    if clause.verb < 0:
        if start > clause.body and tokens.tags[start - 1] in "UGB":
            return None  # "Having lost the vote on Monday, she resigned"
        occasion = clause.kind is ClauseKind.LEAD and before in AT and start == clause.body + 1
        return None if occasion else Nominal(start, end, True)
    if before == "to" and start > clause.first + 1 and tokens.tags[start - 2] in "UVZBG":
        return None
    if tokens.lower[first - 1] == "for" and i == first - 2 and _arranges(tokens, clause, start):
        return Nominal(start, end, True)
    known = before in OVER and tokens.tags[start] in "DP" and tokens.lower[first - 1] in ("in", "of", "on")
    coarse = not RECENT.intersection(tokens.lower[first:end])
    holds = before in HOLDING or ((before in LOOSE or known) and coarse)
    return Nominal(start, end, True) if holds else None
