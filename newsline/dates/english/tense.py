"""The tense of the verb that governs a time expression, by the words around it.

No parser: the nearest verb to the left within the clause, else the nearest to the right, and a look at its neighbours.
"""

from __future__ import annotations

from typing import Final

from newsline.dates.english.lexicon import NUMBERS, words
from newsline.dates.english.tokens import Line
from newsline.model import Tense

REACH: Final = 16
"""Tokens to look for the verb on either side; clauses of news seldom are longer."""
# Of "he'll", "isn't" and the like the tokens are "ll" and "isn".
WILL: Final = words("will shall ll gonna")
WOULD: Final = words("would might may can must should wouldn couldn shouldn mustn needn")
TO_COME: Final = words(
    "plans plan planned planning hopes hoping hoped expects expect expected expecting intends intended "
    "aims aiming scheduled slated set due agreed vowed promised pledged wants wanted decided prepares "
    "preparing prepared asked ordered urged invited ready likely going ought supposed threatened "
    "authorized bound vows pledges agrees poised determined demanded demands "
    "offered offers propose proposes proposed"
)
"""Before "to" and a verb they point ahead: "agreed to meet on Friday"."""
STANDING: Final = words("scheduled slated due payable effective set planned expected upcoming forthcoming")
"""Even without a verb behind them they point ahead, unless "was" or "previously" stands before."""
PAST: Final = words(
    "was were had did said told took came went made began became got gave found held left met saw won "
    "lost fell rose kept led sent spoke stood struck broke brought built bought caught chose drew drove "
    "fought knew laid paid ran sat sold shot showed spent swore taught thought threw understood wrote "
    "grew flew wore hung sank shook stole swept woke beat bore slid sought fled dealt felt heard meant "
    "slept stuck withdrew overthrew rode blew froze forgot hid arose awoke bent bit bled clung crept dug "
    "fed flung ground lent lit rang sang shone shrank sprang stung swam swung tore wept wound been died "
    "hit quit cut put shut hurt wasn weren didn hadn "
    "begun written driven taken known shown grown seen gone done flown drawn spoken broken chosen stolen fallen risen "
    "born worn torn sworn thrown beaten eaten hidden forgotten frozen given forbidden woven ridden sunk sprung"
) - {"ground", "wound", "lit", "been", "put", "cut", "shut", "hurt", "bore", "fed", "felt"}
PRESENT: Final = words("is are says am re remains continues shows plans has have isn aren don doesn hasn haven")
TIMETABLE: Final = words("meet meets begins opens expires votes starts arrives leaves resumes heads visits reopens")
"""The present of a timetable: "the talks begin on Monday". Only forms that are seldom nouns or infinitives."""
TIMETABLE_PLURAL: Final = words("start begin resume open expire arrive")
PROGRAMME: Final = words(
    "go goes come comes close closes end ends return returns face faces host hosts play plays travel travels welcome "
    "welcomes entertain entertains turn turns take takes launch launches air airs fly flies depart departs shut shuts "
    "appear appears celebrate celebrates conclude concludes falls mark marks tour tours gather gathers hold "
    "holds reconvene reconvenes premiere premieres lasts run runs head convene convenes expects hopes intends"
)
"""Verbs of programmes too, but many are nouns as well: they count where the clause has no other verb."""
PARTICLES: Final = {
    "go": words("back on to ahead live public up"), "come": words("into back up"), "take": words("place effect office"),
}  # fmt: skip
"""With them the verbs count whatever their subject: "schools in the county go back on Tuesday"."""
SHOWS: Final = words("plays hosts tours runs marks faces")
"""Of them, those that are nouns more often."""
MEETING: Final = words(
    "meeting holding hosting visiting travelling traveling leaving flying playing facing heading returning arriving "
    "opening closing launching marking celebrating starting beginning appearing releasing publishing taking"
)
"""The present of plans: "is meeting them on Friday"."""
SHORT: Final = words("used sued tied owed vied")
"""Forms in "-ed" of four letters; most of that length are nouns."""
JOINTS: Final = (["and"], [","], ["who"], ["which"], ["that"])
NOT_SUBJECTS: Final = words(
    "to not that of at in on by the a an its their his her my our your for with from this next last each every"
)
"""Not even the end of a subject: what stands behind them is no finite verb."""
EMPTY_SUBJECTS: Final = words("it today this that here now when")
"""Before "is" and a date they say which day it is."""
NOUN_LEADS: Final = tuple(
    [word] for word in ("to", "the", "a", "an", "of", "its", "their", "his", "her", "early", "late")
)
ATTRIBUTE_LEADS: Final = words("in of by from with for at on into a an the its their his her our my your some these")
"""Before a word in "-ed" they make it an attribute of a noun behind it: "in armoured cars"."""
BREAKS: Final = frozenset({";", ":", "—", "“", "”", '"', "``", "''", "but", "(", ")", "that", "which", "who", "where"})
NOT_VERBS: Final = words(
    "need speed indeed hundred seed feed red bed united breed shed wed sacred naked alleged exceed "
    "proceed succeed limited armed unprecedented detailed wounded unidentified hatred bleed greed weed "
    "deed unspecified undetermined unexpected unchanged unlimited unrelated unresolved undisclosed unnamed unarmed "
    "uninvited unconfirmed unauthorized unauthorised untested unused"
)
PUT_OFF: Final = words(
    "extended postponed delayed adjourned suspended given remanded bail bailed has have gave put deferred barred"
)
"""Told in the past, they still make "until Friday" a day ahead."""
AS_FAR: Final = {
    "soon": Tense.FUTURE, "early": Tense.FUTURE, "ago": Tense.PAST, "recently": Tense.PAST, "back": Tense.PAST,
}  # fmt: skip
"""Before "as": "as early as Tuesday", "as long ago as April"."""
PLURAL: Final = words("they we you who people police voters men women children")
IMPERATIVES: Final = words(
    "see join meet vote come visit call reply register book apply save mark let please don bring"
)
"""At the head of a sentence without another verb they ask for something to come: "See you on the 24th"."""
FORESEEN: Final = words("expected scheduled slated set due supposed planned likely ready bound poised")
"""Behind a date at the head of a sentence they point ahead; "on Tuesday they agreed to meet" tells the past."""
ARRANGED: Final = words("set called fixed arranged convened booked pencilled penciled slated rescheduled announced")
"""Before "for" and a date they point ahead, in the past tense too: "a vote has been called for Monday"."""
ANNOUNCED: Final = words("announced scheduled called convened booked arranged")
"""The same with what they arrange between: "announced hearings for early September"."""
ARRANGEMENT: Final = 3
"""Tokens that it may have: "called a special session for"."""
CALLED: Final = words("called")
"""Before "from" and a date: "a second strike has been called from 14 July"."""
MOVED: Final = words("postponed moved adjourned delayed rescheduled deferred shifted off back forward")
"""Before "to" or "until" and a date: "the trial was put back to October"."""


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


OUTDATED: Final = words("had hadn previously originally initially")
TOLD_PLAN: Final = words("was were wasn weren")


def _was(words: list[str], index: int, reach: int = 3) -> bool:
    """Whether a plan is told as one of the past: "had been scheduled", "previously planned"."""
    return not OUTDATED.isdisjoint(words[max(index - reach, 0) : index])


FAILED: Final = words("never didn did failed neither")


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
        tense = _verb(words, index, infinitive)
        if tense is Tense.PAST and _is_attribute(words, index):
            attribute = Tense.PAST
            continue
        if attribute and tense:  # "are to roll through in armoured cars before dawn"
            return Tense.FUTURE if tense is Tense.FUTURE else attribute
        if tense is Tense.PRESENT and _is_on(words, index, first):
            return Tense.FUTURE
        if tense:
            return tense if not (infinitive and words[index] in TIMETABLE and words[index - 1] == "to") else None
    return attribute


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
    if word in TIMETABLE or (word in TIMETABLE_PLURAL and words[index - 1 : index] not in NOUN_LEADS):
        return Tense.FUTURE
    if infinitive and word in TO_COME:
        return Tense.PAST if _was(words, index) else _plan(words, index)
    if word in {"expected", "set"} and words[index - 1 : index] in (["is"], ["are"], ["being"]):
        return Tense.FUTURE
    if word in PAST or (word.endswith("ed") and (len(word) > 4 or word in SHORT) and word not in NOT_VERBS):
        return Tense.FUTURE if _in_future_group(words, index) else Tense.PAST
    if word in {"has", "have", "ve"}:
        return Tense.PAST if _participle_follows(words, index) else Tense.PRESENT
    if word in PRESENT:
        follows = words[index + 1 : index + 2]
        ahead = follows in (["to"], ["due"], ["scheduled"], ["expected"], ["set"]) or not MEETING.isdisjoint(follows)
        return Tense.FUTURE if ahead else Tense.PRESENT
    return None


def _is_counted(words: list[str], index: int) -> bool:
    """Whether it is a noun with a number: "by 31 votes to 27"."""
    before = words[index - 1] if index else ""
    return words[index] in TIMETABLE and (before[:1].isdigit() or before in NUMBERS)


def _is_attribute(words: list[str], index: int) -> bool:
    """Whether it may belong to a noun behind it: "in armoured cars", "coal-fired mills"."""
    before = words[index - 1] if index else ""
    return words[index].endswith("ed") and (before in ATTRIBUTE_LEADS or before == "-")


def _in_future_group(words: list[str], index: int) -> bool:
    """Whether a participle belongs to "will be", "to be" or "would be"."""
    before = words[max(index - 4, 0) : index]
    if "have" in before and not WILL.isdisjoint(before):  # "will have spent"
        return True
    return "be" in before and any(word in WILL or word in WOULD or word == "to" for word in before)


def _participle_follows(words: list[str], index: int) -> bool:
    return any(
        word.endswith(("ed", "en", "wn")) or word in PAST or word == "been" for word in words[index + 1 : index + 4]
    )
