"""The tag of each known word and the base of each known verb form, built once from the lists of words."""

from __future__ import annotations

import re

from newsline.events.english import verbs, words

SHORT = re.compile(r"[^aeiou]*[aeiou][bdgklmnprt]")
STRESSED = tuple("mit fer pel bel rol cel gret cur quit hip nap hat veto".split())
"""Ends of verbs that double their last letter: those of one syllable, and those stressed on the last."""


def inflect(base: str) -> tuple[str, str, str]:
    """Third person, past and -ing form of a regular verb by the rules of spelling."""
    if base.endswith("e"):
        return base + "s", base + "d", (base[:-1] if not base.endswith(("ee", "ye", "oe")) else base) + "ing"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    third = base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    if base.endswith(STRESSED) or SHORT.fullmatch(base):
        return third, base + base[-1] + "ed", base + base[-1] + "ing"
    return third, base + "ed", base + "ing"


def _lexicon() -> tuple[dict[str, str], dict[str, str]]:
    """Tag of each known word, and the base of each known verb form."""
    tags: dict[str, str] = {}
    bases: dict[str, str] = {}

    def put(form: str, tag: str, base: str) -> None:
        if form not in tags:
            tags[form], bases[form] = tag, base

    for entry in verbs.IRREGULAR.replace("\n", "|").split("|"):
        if entry:
            base, past, participle = entry.split()
            third, _, gerund = inflect(base)
            put(past, "E" if past == participle else "V", base)
            put(participle, "U", base)
            put(third, "Z", base)
            put(gerund, "G", base)
            put(base, "B", base)
    for base in verbs.REGULAR.split():
        third, past, gerund = inflect(base)
        for form, tag in ((third, "Z"), (past, "E"), (gerund, "G"), (base, "B")):
            put(form, tag, base)
    tags.update(dict.fromkeys(words.EVENT_NOUNS - set(bases), "N"))
    tags["said"] = tags["told"] = "V"
    for group, tag in (
        (words.ADJECTIVES, "J"), (words.ADVERBS, "A"), (words.PREPOSITIONS, "I"), (words.DETERMINERS, "D"),
        (words.PRONOUNS, "R"), (words.SUBORDINATORS, "S"), (words.RELATIVES, "W"), (words.COORDINATORS, "C"),
        (words.MODALS | words.CONTRACTED_MODALS, "M"), (words.BE, "X"), (words.HAVE, "H"), (words.DO, "K"),
    ):  # fmt: skip
        tags.update(dict.fromkeys(group, tag))
    tags.update(dict.fromkeys(words.NUMBER_WORDS, "#"))
    tags.update(dict.fromkeys(("hundred", "thousand", "million", "billion"), "#"))
    tags["to"], tags["that"] = "T", "Q"
    tags["having"], bases["having"] = "G", "have"
    tags.update(dict.fromkeys(words.LY_NOUNS, "N") | dict.fromkeys(words.LY_ADJECTIVES, "J"))
    return tags, bases


LEXICON, VERB_BASE = _lexicon()
REPORTING = frozenset(form for form, base in VERB_BASE.items() if base in verbs.SPEECH) | {"said", "told"}
