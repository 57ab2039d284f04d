"""Did it happen? Read from tense, modal verbs and a few cues of the clause that tells it.

The classes are those of `Factuality`. The failure of a try ("failed to seal the well") is itself a thing that happened;
so is a refusal. Plans whose day has passed are settled later, when the article's date is known (`events.dating`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsline.events.english import verbs, vocabulary
from newsline.events.english.lexicon import LEXICON
from newsline.model import Factuality

if TYPE_CHECKING:
    from newsline.events.clauses import Clause
    from newsline.events.tokens import Tokens

FUTURE = vocabulary("""
    to will 'll ’ll won't won’t shall i'll i’ll he'll he’ll she'll she’ll it'll it’ll we'll we’ll they'll they’ll
    there'll there’ll that'll that’ll who'll who’ll
    """)
CONDITIONAL = vocabulary("would wouldn't wouldn’t")
POSSIBLE = vocabulary("may might could couldn't couldn’t should shouldn't shouldn’t ought can must")
DUE = vocabulary("""
    due set expected scheduled likely poised slated about planned planning going hoping supposed preparing bound
    intended believed-to hoped believed meant pencilled penciled
    """)
HEADED = vocabulary("expected poised scheduled set slated")
"""Participles that headlines have for a verb: "Vote set for 16 May"."""
PAST_BE = vocabulary("was were wasn't weren't wasn’t weren’t")
PLANNED_BEFORE = vocabulary("planned proposed scheduled forthcoming upcoming coming expected intended")
CALLED = vocabulary("call fix book arrange summon convene announce list")
"""What is done to a thing "for Saturday"; "banned for two years" tells how long instead."""
SUPPOSED = vocabulary("assumed believed feared presumed supposed suspected thought")
CONTINUING = vocabulary("continue keep remain")
DUE_BEFORE = vocabulary("to for on at in by from before after next this later within")
CHOSEN = vocabulary("booked confirmed shortlisted tipped")
"""Participles of whoever is to do something later."""
READY = vocabulary("back complete free gone home open operational out over ready running")
"""What something "will be by May": that tells a change."""
CUE_REACH = 4
"""How many words behind the finite verb "to" of "was widely expected to" may stand."""


def verb_group(tokens: Tokens, clause: Clause) -> list[int]:
    """The words of the finite verb group, auxiliaries first, the full verb last, adverbs left out."""
    group: list[int] = []
    if clause.verb < 0:
        return group
    i = clause.verb
    while i < clause.end:
        tag = tokens.tags[i]
        if group and tag in "DPNRJ" and (full := _inverted(tokens, clause, i)):
            group.append(full)
            break
        if tag in "MXHK" and not (group and tokens.tags[group[-1]] in "VZUGB"):
            group.append(i)
        elif tag == "T" and group and tokens.tags[group[-1]] in "XH":
            pass  # "is to open", "has to leave"
        elif tag in "VZUGBE":
            group.append(i)
            break
        elif tag not in 'AY"<>':
            break
        i += 1
    return group


def _inverted(tokens: Tokens, clause: Clause, subject: int) -> int:
    """As in "Not until Friday did the ministry confirm": the full verb behind the subject; 0 if there is none."""
    if clause.verb + 1 != subject or tokens.tags[clause.body] not in "AIS":
        return 0
    if set(tokens.tags[clause.body : clause.verb]) - set("AISYD,"):
        return 0
    end = next((i for i in range(subject, clause.end) if tokens.tags[i] not in "DPNRJA#I"), clause.end)
    if end < clause.end and tokens.tags[end] in "BU":
        return end
    plain = (i for i in range(end - 1, subject, -1) if LEXICON.get(tokens.lower[i]) == "B")
    return next(plain, 0) if tokens.tags[clause.verb] in "KM" else 0


def _negated(tokens: Tokens, clause: Clause, group: list[int]) -> bool:
    """Whether the verb group of a clause says no."""
    run = tokens.lower[clause.verb : min(clause.end, group[-1] + 1)]
    return any(word in ("not", "never") or word.endswith(("n't", "n’t")) for word in run)


def factuality(tokens: Tokens, clause: Clause, *, title: bool = False, reported: bool = False) -> Factuality:
    """What the clause says of its own event. `reported`: it is the content of a speech verb in the past."""
    group = verb_group(tokens, clause)
    if not group:
        return _nonfinite(tokens, clause)
    opener = tokens.lower[clause.first] if clause.body > clause.first else ""
    if opener in ("if", "unless", "whether"):
        return Factuality.POSSIBLE
    words = [tokens.lower[i] for i in group]
    if _obliged(tokens, group):
        if words[0] in PAST_BE and "have" in words:
            return Factuality.CANCELLED  # "was to have opened"
        return Factuality.HAPPENED if "had" in words else Factuality.PLANNED  # "had to leave", "has had to leave"
    modal = _modal(words, reported)
    if words[:2] == ["should", "be"] and not READY.isdisjoint(tokens.lower[group[-1] + 1 : group[-1] + 2]):
        return Factuality.PLANNED  # "should be back by Monday"
    if words[0] == "can" and from_date(tokens, group[-1], clause.end):
        return Factuality.PLANNED  # "can be sold back from October"
    if modal is Factuality.POSSIBLE and words[0].startswith("could") and _negated(tokens, clause, group):
        modal = None if _until(tokens, clause, group) else modal  # "could not land until Monday": then they did
    if modal is not None:
        refused = modal is Factuality.PLANNED and _negated(tokens, clause, group) and not _until(tokens, clause, group)
        return Factuality.DENIED if refused else modal
    if intended(tokens, clause, group):
        return Factuality.PLANNED
    if _negated(tokens, clause, group) and tokens.base(group[-1]) not in verbs.STATE:
        return Factuality.HAPPENED if _until(tokens, clause, group) else Factuality.DENIED
    if is_supposed(tokens, group[-1]):
        return Factuality.POSSIBLE
    tags = [tokens.tags[i] for i in group]
    if tags[-1] == "G":
        return Factuality.HAPPENED if words[0] in PAST_BE or words[0] == "had" else Factuality.ONGOING
    if tokens.base(group[-1]) in CONTINUING and not title and not _takes_object(tokens, group[-1]):
        return Factuality.ONGOING
    return Factuality.HAPPENED


def is_supposed(tokens: Tokens, verb: int) -> bool:
    """As in "is thought to have left", "are feared dead": nobody is sure of what happened."""
    dead = tokens.lower[verb + 1 : verb + 2] == ["dead"]
    return tokens.lower[verb] in SUPPOSED and (is_of_deed(tokens, verb) or (tokens.tags[verb] == "U" and dead))


def is_of_deed(tokens: Tokens, verb: int) -> bool:
    """As in "is known to have left"."""
    return tokens.tags[verb : verb + 4] in ("UTHU", "UTHV")


def _takes_object(tokens: Tokens, verb: int) -> bool:
    """As in "continued the descent": that was done; what "continued" alone or "continued to fall" was going on."""
    return tokens.tags[verb] in "VU" and tokens.tags[verb + 1 : verb + 2] in ("D", "N", "P")


def _obliged(tokens: Tokens, group: list[int]) -> bool:
    """As in "is to open", "was to have opened", "has to leave": "to" between the auxiliary and the rest."""
    return any(tokens.tags[i] in "XH" and tokens.tags[i + 1] == "T" for i in group[:-1])


def from_date(tokens: Tokens, verb: int, end: int) -> bool:
    """Whether "from" and a date stand behind the verb: what will be so from then on begins then."""
    return any(tokens.lower[i] == "from" and tokens.tags[i + 1 : i + 2] == "Y" for i in range(verb, end - 1))


def _until(tokens: Tokens, clause: Clause, group: list[int]) -> bool:
    """As in "will not open before March": it will then."""
    return any(word in ("before", "until", "till") for word in tokens.lower[group[-1] : clause.end])


def _modal(words: list[str], reported: bool) -> Factuality | None:
    """What a modal verb at the head of the group makes of the event."""
    first = words[0]
    if first in FUTURE or (first == "must" and "have" not in words[1:-1]):
        return Factuality.PLANNED
    if first in CONDITIONAL:
        return Factuality.PLANNED if reported and "have" not in words[:-1] else Factuality.POSSIBLE
    return Factuality.POSSIBLE if first in POSSIBLE else None


def intended(tokens: Tokens, clause: Clause, group: list[int]) -> bool:
    """As in "is due to", "plans to", "was scheduled for": what follows is intended only."""
    last = group[-1]
    if tokens.tags[last] == "H" and tokens.lower[last + 1 : last + 2] == ["until"]:
        return "T" in tokens.tags[last : clause.end]  # "has until 21 May to appeal"
    end = min(clause.end, last + 1 + CUE_REACH)
    if tokens.tags[last] in "XH" or tokens.lower[last] in DUE:
        cue = [i for i in range(last, end) if tokens.lower[i] in DUE]
        if cue and (tokens.tags[last] in "XUG" or tokens.lower[last] in HEADED):
            behind = cue[0] + 2 if tokens.lower[cue[0] + 1 : cue[0] + 2] in (["back"], ["home"]) else cue[0] + 1
            rest = tokens.lower[behind : behind + 1]  # "is due back in court"
            if tokens.lower[cue[0]] == "set" and rest[:1] not in (["to"], ["for"]):
                return False  # "was set on fire"
            if tokens.lower[cue[0] : cue[0] + 3] == ["set", "to", "work"]:
                return False
            if tokens.lower[cue[0]] == "going" and rest[:1] != ["to"]:
                return False  # "were still going on on Saturday"
            return bool(rest) and (rest[0] in DUE_BEFORE or tokens.tags[behind] == "Y")
        return False
    if tokens.tags[last : last + 3] == "UTB" and tokens.lower[last] in CHOSEN:
        return True  # "has been confirmed to play in May"
    following = tokens.lower[last + 1 : end]
    dated = following[:1] == ["for"] and tokens.tags[last + 2 : last + 3] == "Y"
    if tokens.tags[last] == "U" and dated and tokens.base(last) in CALLED:
        return True  # "has been called for Saturday"
    if tokens.base(last) == "expect" and "TB" in tokens.tags[last : clause.end].split("Y")[0]:
        return True  # "expect the bank to raise rates"
    if tokens.base(last) in verbs.INTENDING and tokens.base(last) not in verbs.FAILING:
        return "to" in following[:1] or following[:2] == ["not", "to"]
    return False


def _nonfinite(tokens: Tokens, clause: Clause) -> Factuality:
    """A phrase without a finite verb: planned if it says so, else told as done."""
    run = tokens.lower[clause.body : clause.end]
    if PLANNED_BEFORE.intersection(run):
        return Factuality.PLANNED
    return Factuality.HAPPENED
