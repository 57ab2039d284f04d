"""Is it an event, and could it be printed? Two judgements on a clause, by rules that name their reasons."""

from __future__ import annotations

import re

from newsline.events.clauses import Clause
from newsline.events.english import verbs, vocabulary, words
from newsline.events.factuality import intended, verb_group
from newsline.events.tokens import Tokens

NOTICE = re.compile(
    r"(?i)\b(?:click|subscribe|sign up|newsletter|read more|read also|see also|watch (?:live|video|more|the video)"
    r"|follow us|all rights reserved|copyright|photograph(?:er)?:|getty images|related (?:article|stor)|advertis\w+"
    r"|cookies?|terms of (?:use|service)|privacy policy|last updated|updated at|your (?:comments|views|email)|e-?mail"
    r"|comments? (?:are )?closed|share this|posted by|have your say|this article was|stay tuned|download the"
    r"|contributed to th(?:is|e) (?:report|article|story)|reporting by|editing by)\b|©|https?://|www\.\w|\|"
)
"""Words of reader services, notices and credits; none of them is told as news."""
COMPARING = vocabulary("than compared like unlike versus")
DANGLING = vocabulary("""
    he she it they we i you this that these those his her its their our my your such there here so then him them
    """)
ANAPHORIC = re.compile(
    r"(?i)^(?:the (?:incident|move|decision|announcement|news|statement|attack|claim|comments?|remarks?|latest|same|two"
    r"|three|pair|latter|former|man|woman|report|measure|step|plan|blog|agency|group|company|ministry)|both|another"
    r"|one|others?|some|many|also|but|and|or|however|yet|still|later|earlier|meanwhile|instead|that said)\b"
)
"""Beginnings that lean on a sentence before."""
SHORT, LONG, LONGEST = 8, 30, 45
"""Words: between the first two a line reads well (the reference timelines of news desks lie there)."""
ARRANGED = vocabulary("expected planned scheduled set due slated")
"""Passives that make an event of any noun: "a decision is expected on Friday"."""
YEAR = 4
"""Figures of a year."""
FROM_REACH = 8
CHANGING = vocabulary("up down rose fell rise fall increase increased drop dropped risen fallen")
PERSONAL = vocabulary("i me my we us our you your i'm i’m i've i’ve we're we’re")
SHOUT = 4
"""Words in capitals that are more than a name."""
PREDICATE = 6
"""How far behind "was" the noun stands that says what it was."""
OPINION = vocabulary("i we you my our your i'm i’m we're we’re i've i’ve")


def compares(tokens: Tokens, clause: Clause, first: int, end: int) -> bool:
    """Whether the expression at token `first` only gives a measure: "the worst since 1998", "more than in May"."""
    before = tokens.lower[max(clause.first, first - 4) : first]
    if COMPARING.intersection(before):
        return True
    if tokens.lower[end : end + 1] == ["than"]:
        return True
    run = tokens.lower[clause.first : first]
    if before[-1:] == ["since"] or tokens.lower[first] == "since":
        return any(word in words.SUPERLATIVE_CUES or (word.endswith("est") and len(word) > 5) for word in run)
    comma = tokens.tags.rfind(",", clause.first, first)
    measured = tokens.lower[max(clause.first, comma) : first]
    if "from" in measured[-FROM_REACH:] and CHANGING.intersection(measured):
        return True
    return bool({"anniversary", "centenary"}.intersection(tokens.lower[first : first + 5]))


def clashes(tokens: Tokens, clause: Clause, first: int, end: int) -> bool:
    """Whether the verb cannot go with a past year: "has eclipsed the spill of 1989", "is the worst since"."""
    if not any(len(word) == YEAR and word.isdigit() for word in tokens.lower[first:end]):
        return False
    if tokens.lower[first] == "since" or "since" in tokens.lower[max(clause.first, first - 1) : first]:
        return False
    group = verb_group(tokens, clause)
    return bool(group) and tokens.lower[group[0]] in ("has", "have", "is", "are") and tokens.tags[group[-1]] in "UGX"


def has_event_noun(tokens: Tokens, first: int, end: int) -> bool:
    """Whether a noun in the run names something that happens."""
    for index in range(first, end):
        if tokens.tags[index] in "NPVBZ":
            word = tokens.lower[index]
            if word in words.EVENT_NOUNS or (word.endswith("s") and word[:-1] in words.EVENT_NOUNS):
                return True
    return False


def is_event(tokens: Tokens, clause: Clause) -> bool:
    """Whether a clause tells a change that somebody made or that came about: no state, opinion or question."""
    group = verb_group(tokens, clause)
    if not group:
        return has_event_noun(tokens, clause.body, clause.end)
    if tokens.lower[clause.body] in OPINION:
        return False
    verb = group[-1]
    if intended(tokens, clause, group):
        return True
    if tokens.tags[verb] in "UG" and tokens.lower[verb] in ARRANGED:
        return True
    base = "be" if tokens.tags[verb] == "X" else "have" if tokens.tags[verb] == "H" else tokens.base(verb)
    if base in verbs.STATE or tokens.tags[verb] in "XHKM":
        near = min(clause.end, verb + PREDICATE)
        return tokens.tags[verb] != "M" and has_event_noun(tokens, clause.body, near)
    return True


def is_notice(text: str) -> bool:
    """Whether a sentence serves the reader of a page and tells no news."""
    return NOTICE.search(text) is not None


def fitness(text: str, tokens: Tokens, first: int, end: int, verb: int) -> float:
    """0 to 1: how well a slice, tokens `first` to `end`, stands alone in print. `verb`: its finite verb or -1."""
    if end <= first:
        return 0.0
    tags, lower = tokens.tags[first:end], tokens.lower[first:end]
    score = 1.0
    if verb < 0:
        score *= 0.45
    elif not any(tag in "PN" for tag in tokens.tags[first:verb]):
        score *= 0.5
    if "P" not in tags:
        score *= 0.7
    score *= _beginning(text, tags, lower)
    if _bare_report(tokens, first, end, verb):
        score *= 0.4
    score *= _length(sum(tag.isalnum() or tag == "#" for tag in tags))
    if "?" in tags or text.rstrip().endswith(("…", "...", ":", "!")):
        score *= 0.4
    if not balanced(text):
        score *= 0.6
    if PERSONAL.intersection(lower) and "<" not in tags and ">" not in tags:
        score *= 0.4
    if text.isupper() and len(lower) > SHOUT:
        score *= 0.5
    inside = sum(word in DANGLING for word in lower[1:])
    return round(score * max(0.6, 1 - 0.08 * inside), 3)


def _bare_report(tokens: Tokens, first: int, end: int, verb: int) -> bool:
    """Whether a line says only that somebody said something, not what."""
    if verb < 0 or tokens.tags[verb] not in "VZ" or tokens.base(verb) not in ("say", "tell", "add", "post", "write"):
        return False
    return not any(tag in "<Q" for tag in tokens.tags[first:end]) and not any(
        tag in "VZXHM" for index, tag in enumerate(tokens.tags[first:end], first) if index != verb
    )


def _beginning(text: str, tags: str, lower: list[str]) -> float:
    """How well a line can begin so."""
    if lower[0] in DANGLING and not (lower[0] == "there" and tags[1:2] in ("X", "H", "M")):
        return 0.3
    if not (text[0].isupper() or text[0].isdigit() or text[0] in "“\"$€£‘'"):
        return 0.6
    if ANAPHORIC.match(text):
        return 0.65
    if tags[0] in "SWQ" and "," not in tags:
        return 0.4
    return 0.8 if text[0] in '“"' else 1.0


def _length(count: int) -> float:
    """How well a number of words suits a line."""
    if count < SHORT:
        return max(0.3, count / SHORT)
    if count <= LONG:
        return 1.0
    return max(0.4, 1 - 0.6 * (count - LONG) / (LONGEST - LONG))


def balanced(text: str) -> bool:
    """Whether every quotation mark and bracket that opens in a slice closes in it."""
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0 and text.count("(") == text.count(")")
