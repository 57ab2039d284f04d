"""Is it an event? Which clauses tell a change, and which expressions only measure or recall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsline.events.clauses import Clause, ClauseKind
from newsline.events.defects import CLAIMS
from newsline.events.english import verbs, vocabulary, words
from newsline.events.english.lexicon import LEXICON
from newsline.events.factuality import FUTURE, READY, from_date, intended, is_of_deed, is_supposed, verb_group
from newsline.late import late

if TYPE_CHECKING:
    from newsline.events.tokens import Tokens

COMPARING = vocabulary("than compared like unlike versus")
SPEAKING_OF = vocabulary("spoke speaks spoken speaking talked talks talking thought think thinks dreamed dreams")
"""Verbs before "of" and "about" a date that only name it."""
COMMEMORATING = vocabulary("anniversary centenary")
COMMEMORATING_REACH = 5
"""Words from the beginning of an expression on among which they stand."""
ARRANGED = vocabulary("expected planned scheduled set due slated")
"""Passives that make an event of any noun: "a decision is expected on Friday"."""
PLUPERFECT = late("HA*[UX]")
"""The tags of "had expected", "had already been"."""
PASSIVE = 2
"""Words of "is accused"."""
YEAR = 4
"""Figures of a year."""
FROM_REACH = 8
CHANGING = vocabulary("up down rose fell rise fall increase increased drop dropped risen fallen")
PARTICLES = vocabulary("up down")
PARTICLE_REACH = 3
"""Words before "from" among which "up" tells of a rise."""
PREDICATE = 6
"""How far behind "was" the noun stands that says what it was."""
ASKING = vocabulary("why how whether")
"""First words of clauses that something is said of: "Why the ship turned back on Friday is not known"."""
CONDITIONS = vocabulary("if unless")
"""What opens a clause that tells no event: "if the dam had been built in May"."""
HABITUAL = vocabulary("usually normally typically generally traditionally")
"""With these a clause tells how things are done."""
MEALS = vocabulary("breakfast lunch dinner supper")
ASKED = vocabulary("request requests call calls message messages email emails inquiries enquiries question questions")
SHORT_NOUN = 5
"""Letters of "quest" and other nouns in -est."""
IN_EST = vocabulary("arrest protest request interest forest harvest contest conquest inquest earnest honest")
CONFINED = vocabulary(
    "coma custody detention effect exile force hiding hospital jail mourning prison quarantine remand"
)
"""What "has been in ... since May" is said of, so that it began then: more than an office or a house."""
OFFICES = vocabulary("captain chairman chairwoman chief chancellor coach commissioner director executive governor head")
OFFICES |= vocabulary("leader manager mayor minister president premier secretary")
"""What "has been ... since May" is said of, so that somebody took it up then."""
ORIGIN = late("back to|from ")
"""What stands behind "goes" and "dates" before the time from which a thing comes."""
CONFINED_REACH = 4
"""Words from "in" on among which one of these stands."""
EXPECTING = FUTURE | {"should"}
AMONG = vocabulary("among also")
"""First words of "Among those freed on Friday were two teachers"."""
OPINION = vocabulary("i we you my our your i'm i’m we're we’re i've i’ve")


def compares(tokens: Tokens, clause: Clause, first: int, end: int) -> bool:
    """Whether the expression at token `first` only gives a measure: "the worst since 1998", "more than in May".

    Or is only spoken of: "the government first spoke of Christmas".
    """
    start = max(clause.first, first - 4)
    before = tokens.lower[start:first]
    if any(word in COMPARING and tokens.tags[i] != "Y" for i, word in enumerate(before, start)):
        return True  # but "took less than an hour on Friday"
    if "same" in tokens.lower[first:end] and "year" in tokens.lower[first:end]:
        return True  # "twice those of the same period last year"
    if _is_worse(tokens, max(clause.body, clause.verb), first):
        return True
    if before[-1:] == ["from"] and tokens.lower[end - 1] in ("earlier", "ago", "before"):
        return True  # "fell by a tenth from a year earlier"
    if before[-1:] in (["of"], ["about"]) and before[-2:-1] and before[-2] in SPEAKING_OF:
        return True
    if tokens.lower[end : end + 1] == ["than"]:
        return True
    if before[-1:] == ["since"] or tokens.lower[first] == "since":
        run = tokens.lower[clause.first : first]
        if run[:1] == ["not"] or run[:1] == ["never"]:
            return True  # "Not since 1998 had the river been so high"
        return any(word in words.SUPERLATIVE_CUES or is_superlative(word) for word in run)
    comma = tokens.tags.rfind(",", clause.first, first)
    start = max(clause.first, comma)
    near = tokens.lower[max(start, first - FROM_REACH) : first]
    if "from" in near and _changes(tokens, start, first):
        return True
    reach = len(tokens.tags[first : first + COMMEMORATING_REACH].split(",")[0])
    return not COMMEMORATING.isdisjoint(tokens.lower[first : first + reach])


def _is_worse(tokens: Tokens, verb: int, first: int) -> bool:
    """As in "worse than the Aldane spill in 1989": a date behind what a thing is compared to; not behind an amount."""
    than = next((i for i in range(first - 1, verb, -1) if tokens.lower[i] == "than"), 0)
    amount = tokens.lower[than - 1] in ("more", "less", "fewer", "rather", "other", "later", "earlier")
    return than > 0 and not amount and not set(tokens.tags[than:first]) & set("VZXHKM,;:#")


def _changes(tokens: Tokens, start: int, end: int) -> bool:
    """Whether something rose or fell "from": "up 3 % from May", but not "gave up the search for the ship from May"."""
    run = tokens.lower[start:end]
    before = run[: run.index("from")] if "from" in run else run
    return not CHANGING.isdisjoint(before[-PARTICLE_REACH:]) or not (CHANGING - PARTICLES).isdisjoint(run)


def is_superlative(word: str) -> bool:
    """As in "the strongest since 1998"; "under arrest since Friday" is none."""
    return word.endswith("est") and len(word) > SHORT_NOUN and word not in IN_EST


def clashes(tokens: Tokens, clause: Clause, first: int, end: int) -> bool:
    """Whether the verb cannot go with a past year: "has eclipsed the spill of 1989", "is the worst since"."""
    if not any(len(word) == YEAR and word.isdigit() for word in tokens.lower[first:end]):
        return False
    if tokens.lower[first] == "since" or "since" in tokens.lower[max(clause.first, first - 1) : first]:
        return False
    group = verb_group(tokens, clause)
    apart = first > clause.verb + 1 and tokens.tags[first - 2 : first] == ",I"
    if not group or intended(tokens, clause, group) or apart:
        return False  # "is scheduled to open in 2026", "has been put off once, in 2019"
    return tokens.lower[group[0]] in ("has", "have", "is", "are") and tokens.tags[group[-1]] in "UGX"


def has_event_noun(tokens: Tokens, first: int, end: int) -> bool:
    """Whether a noun in the run names something that happens."""
    for index in range(first, end):
        if tokens.tags[index] in "NPVBZ":
            word = tokens.lower[index]
            if word in words.EVENT_NOUNS or (word.endswith("s") and _singular(word) in words.EVENT_NOUNS):
                return True
    return False


def _since(tokens: Tokens, clause: Clause) -> bool:
    """As in "has governed since 1991": the date is that of a beginning which somebody else tells better."""
    return tokens.lower[clause.verb] in ("has", "have", "had") and "since" in tokens.lower[clause.verb : clause.end]


def _answers_nothing(tokens: Tokens, clause: Clause, verb: int) -> bool:
    """As in "declined to comment", "did not respond to a request", "refused to say"."""
    rest = tokens.lower[verb + 1 : clause.end]
    if tokens.base(verb) in ("decline", "refuse"):
        return rest[:2] in (["to", "comment"], ["to", "say"], ["to", "elaborate"], ["to", "discuss"], ["to", "answer"])
    denied = any(word in ("not", "n't") or word.endswith(("n't", "n’t")) for word in tokens.lower[clause.verb : verb])
    asked = any(word in ASKED for word in rest)
    return denied and (tokens.base(verb) == "comment" or asked)


def _heads(tokens: Tokens, first: int, end: int) -> bool:
    """Whether a noun phrase of the run names something that happens by its own noun: no "symbol of the revolution"."""
    begin = first
    for i in range(first, end + 1):
        if i == end or tokens.lower[i] in ("of", "about", "for", "to"):
            return has_event_noun(tokens, begin, i)
    return False


def _singular(plural: str) -> str:
    """Of a plural in -s, as far as it is a plural at all."""
    return plural[:-2] if plural.endswith(("shes", "ches", "sses")) else plural[:-1]


def is_event(tokens: Tokens, clause: Clause) -> bool:
    """Whether a clause tells a change that somebody made or that came about: no state, opinion or question."""
    group = verb_group(tokens, clause)
    if not group:
        return _is_deed(tokens, clause) or has_event_noun(tokens, clause.body, clause.end)
    if tokens.lower[clause.body] in ASKING:
        return False
    if tokens.lower[clause.body] in OPINION and not (tokens.lower[clause.body] == "we" and _did(tokens, group)):
        return False
    if clause.body > clause.first and tokens.lower[clause.first] in CONDITIONS:
        return False
    if not HABITUAL.isdisjoint(tokens.lower[clause.first : group[-1]]):
        return False
    verb = group[-1]
    if intended(tokens, clause, group):
        return True
    if tokens.tags[verb] in "UG" and tokens.lower[verb] in ARRANGED:
        return True
    base = "be" if tokens.tags[verb] == "X" else "have" if tokens.tags[verb] == "H" else tokens.base(verb)
    shows = CLAIMS.isdisjoint(tokens.lower[clause.body : verb])  # not "reports appeared in the press on Friday"
    if base == "appear" and shows and tokens.tags[verb + 1 : verb + 2] in ("I", "S"):
        return True  # "appeared before a judge", "in court", "on the wall"
    if base in ("go", "date") and ORIGIN.match(" ".join(tokens.lower[verb + 1 : verb + 3])) is not None:
        return tokens.tags[verb + 1 : clause.end].lstrip("AIT")[:1] != "Y"  # "The affair goes back to May"
    if tokens.lower[verb + 1 : verb + 2] in (["up"], ["down"]) and tokens.tags[verb + 2 : verb + 3] == "#":
        return True  # "shares were down 12 percent"
    if base in verbs.LASTING and _since(tokens, clause):
        return False
    if base in verbs.ANSWERING and _answers_nothing(tokens, clause, verb):
        return False
    if base == "be" and _comes(tokens, clause, group):
        return True
    if tokens.tags[verb] == "H" and not MEALS.isdisjoint(tokens.lower[verb + 1 : clause.end]):
        return True  # "had the general to lunch"
    if is_of_deed(tokens, verb) or is_supposed(tokens, verb):
        return True
    if tokens.tags[verb] == "K":
        return _points_back(tokens, clause, verb)
    if tokens.lower[group[0]] in EXPECTING and from_date(tokens, verb, clause.end):
        return True  # "licences will be needed from January"
    if base in verbs.STATE or tokens.tags[verb] in "XHM":
        if tokens.lower[:1] == ["today"] and tokens.lower[verb] in ("is", "are"):
            return False  # "Today he is under arrest": nowadays
        near = min(clause.end, verb + PREDICATE)
        named = _heads(tokens, clause.body, verb) or _heads(tokens, verb + 1, near)
        return tokens.tags[verb] != "M" and (named or _becomes(tokens, clause, group))
    return True


def _comes(tokens: Tokens, clause: Clause, group: list[int]) -> bool:
    """As in "there will be a new parliament", "Voting is on 14 December"."""
    there = "there" in tokens.lower[clause.body : clause.verb] and tokens.lower[group[0]] in FUTURE
    voting = tokens.lower[clause.verb - 1].endswith("ing") and tokens.lower[group[0]] in ("is", "was")
    return there or (voting and tokens.lower[group[-1] + 1] == "on" and tokens.tags[group[-1] + 2 :][:1] == "Y")


def _becomes(tokens: Tokens, clause: Clause, group: list[int]) -> bool:
    """Whether "be" tells a change: what was done to its subject, what began in May or will be so by then."""
    verb = group[-1]
    behind = tokens.lower[verb + 1 : verb + 1 + CONFINED_REACH]
    if tokens.tags[group[0]] == "M":
        return tokens.lower[group[0]] in EXPECTING and not READY.isdisjoint(behind[:1])
    if tokens.tags[verb + 1 : verb + 2] == "I" and _since(tokens, clause):
        return not CONFINED.isdisjoint(behind)
    if _since(tokens, clause):
        return not OFFICES.isdisjoint(behind)
    among = tokens.lower[clause.body] in AMONG or tokens.tags[clause.body] == "U"
    return (
        among
        and len(group) == 1
        and any(
            LEXICON.get(tokens.lower[i]) in ("E", "U") and tokens.base(i) not in verbs.STATE | verbs.SPEECH
            for i in range(clause.body, verb)
        )
    )  # "Among those freed on Friday were two teachers", "Killed on Friday was a guard"


def _is_deed(tokens: Tokens, clause: Clause) -> bool:
    """As in ", founded by his brother in 1998,": a participle that tells what was done."""
    verb = next((i for i in range(clause.body, clause.end) if tokens.tags[i] != "A"), -1)
    verb = verb + 1 if verb >= 0 and is_done(tokens, verb) and tokens.tags[verb] == "G" else verb
    opened = clause.body > clause.first and tokens.lower[clause.first] in ("after", "before")  # "after taking over"
    base = tokens.base(verb)
    deed = verb >= 0 and tokens.tags[verb] in ("UG" if opened else "U")
    deed = deed and base not in verbs.STATE and base not in verbs.NAMING
    return deed and clause.kind in (ClauseKind.PARTICIPLE, ClauseKind.LEAD)


def is_done(tokens: Tokens, i: int) -> bool:
    """Whether what begins at token `i` was done before: "founded in 1974", "having founded it in 1974"."""
    return tokens.tags[i] == "U" or (tokens.lower[i] == "having" and tokens.tags[i + 1 : i + 2] == "U")


def _did(tokens: Tokens, group: list[int]) -> bool:
    """Whether a verb tells what was done; not what was said, thought or felt."""
    verb = group[-1]
    return tokens.tags[verb] == "V" and tokens.base(verb) not in verbs.STATE and tokens.base(verb) not in verbs.SPEECH


def _points_back(tokens: Tokens, clause: Clause, verb: int) -> bool:
    """As in "a fourth did so last week", "in November the mayors did": what was done is told before."""
    behind = verb + 1 if tokens.lower[verb + 1 : verb + 2] in ([], ["so"], ["likewise"], ["."]) else verb
    return behind > verb or tokens.tags[verb + 1 : verb + 2] == "Y"


def describes(tokens: Tokens, clause: Clause) -> bool:
    """Whether a clause tells in the simple present how things stand: "all branches are closed", "the union demands"."""
    group = verb_group(tokens, clause)
    if not group or tokens.lower[group[-1]] in ARRANGED:
        return False
    passive = tokens.lower[group[0]] in ("is", "are") and tokens.tags[group[-1]] == "U" and len(group) == PASSIVE
    return passive or (tokens.tags[group[0]] == "Z" and tokens.base(group[0]) not in verbs.SPEECH)


def is_background(tokens: Tokens, clause: Clause) -> bool:
    """Whether an undated clause tells what was before the news: "analysts had expected", "for ten years it lay"."""
    if tokens.lower[clause.first] == "for" and tokens.tags[clause.first + 1 : clause.first + 2] == "Y":
        return True
    had = clause.verb >= 0 and tokens.lower[clause.verb] == "had" and tokens.lower[clause.first] != "by"  # "By then"
    return had and PLUPERFECT.match(tokens.tags, clause.verb) is not None
