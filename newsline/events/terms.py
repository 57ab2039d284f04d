"""What a text is about: stems, proper names and numbers in a form that can be compared between sources."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from Stemmer import Stemmer

from newsline.events.english import vocabulary, words
from newsline.events.english.lexicon import LEXICON

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsline.events.tokens import Tokens

_CLOSED = frozenset(word for word, tag in LEXICON.items() if tag in "DRISWCTQXHKMA") | words.STOP
SHORTEST_TERM = 2
LINKS = vocabulary("of de da del della di do dos du van von der den la le el al bin ibn abu the and for y")
"""Lower-case words that may stand inside a name."""
POSSESSIVE = ("'s", "’s", "'", "’")
"""Endings of names that have something."""
_ENGLISH = Stemmer("english")


def bare(name: str) -> str:
    """A name or word without its possessive ending."""
    if name.endswith(POSSESSIVE):
        return name[:-2] if name[-1] == "s" else name[:-1]
    return name


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """The Snowball English stem of a lower-case word, its possessive ending taken off."""
    found: str = _ENGLISH.stemWord(bare(word).replace("’", "'"))
    return found


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Lower case without accents."""
    if text.isascii():
        return text.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


_ARTICLE = re.compile(r"^(?:al|el|ul|ad|as|an|ar)-")
_NO_LETTER = re.compile(r"[^\w]|_")
_K = re.compile(r"[qk]h?|ck|c(?=[^hiey]|$)|gh(?=[aou])")
_I = re.compile(r"y[ie]|i[iey]|[iy]+y|ij\b")
_ONE_FOR_ALL = str.maketrans("yjweæu", "iivaao")
"""Letters that stand for one another in transliterations: vowels fall into the classes a, i and o."""


@lru_cache(maxsize=1 << 16)
def name_key(name: str) -> str:
    """A key that is the same for the spellings of one name: case, accents, transliteration, doubled letters.

    "Kyiv", "kyiv" and "Kiev" have one key, so have "Zelensky" and "Zelenskiy", "Mohammed" and "Muhammad". Vowels fall
    into three classes, so that different names seldom meet. Words of a name keep their order.
    """
    return " ".join(filter(None, (_word_key(word) for word in fold(bare(name)).split())))


def _word_key(word: str) -> str:
    if not word.isalpha():
        word = _NO_LETTER.sub("", _ARTICLE.sub("", word))
    word = _K.sub("k", word.replace("ph", "f").replace("dh", "d"))
    word = _I.sub("i", word).translate(_ONE_FOR_ALL)
    # Without doubled letters. A pattern with a group that it repeats takes six times as long.
    return "".join([letter for letter, before in zip(word, f" {word}", strict=False) if letter != before])


def terms(tokens: Tokens, first: int = 0, end: int | None = None) -> tuple[str, ...]:
    """Stems of the content words of a run of tokens, each once, in order; no numbers, no words of time."""
    stems = [
        stem(word)
        for word, tag in zip(tokens.lower[first:end], tokens.tags[first:end], strict=True)
        if tag in "NPVZBEGUJA" and len(word) > SHORTEST_TERM and word not in _CLOSED
    ]
    return unique(stems)


def name_runs(tokens: Tokens, first: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The runs of tokens that are proper names, "of" and "de" inside them included; time expressions are none."""
    last = len(tokens) if end is None else end
    tags, lower = tokens.tags, tokens.lower
    runs: list[tuple[int, int]] = []
    i = tags.find("P", first, last)
    while i >= 0:
        j = i + 1
        while j < last and not tokens.words[j - 1].endswith(("'s", "’s", "s’", "s'")):
            if tags[j] == "P":
                j += 1
            elif lower[j] in LINKS and j + 1 < last and tags[j + 1] == "P" and lower[j] not in ("and", "the"):
                j += 2
            else:
                break
        runs.append((i, j))
        i = tags.find("P", j, last)
    return runs


BODIES = frozenset(("Staff", "Assembly", "Office", "Council", "Court", "Command", "Committee"))
"""Words behind "General" or "Executive" that make it the name of a body, not somebody's title."""


def strip_titles(parts: Sequence[str]) -> Sequence[str]:
    """A name without the titles and offices before it: everything up to the last of them."""
    for i in range(len(parts) - 1, -1, -1):
        if parts[i].rstrip(".").lower() in words.TITLES and BODIES.isdisjoint(parts[i + 1 : i + 2]):
            of = parts[i + 1 : i + 2] == ["of"]
            return parts[i + 3 if of else i + 1 :]
    return parts


def names(tokens: Tokens, first: int = 0, end: int | None = None) -> tuple[str, ...]:
    """Proper names in a run of tokens as they are written, without titles and possessive endings, each once."""
    found: dict[str, None] = {}
    for i, j in name_runs(tokens, first, end):
        parts = strip_titles(tokens.words[i:j])
        if parts:
            name = bare(" ".join(parts))
            if len(name) > 1 and name.lower() not in _CLOSED:
                found[name] = None
    return tuple(found)


_HARM = {
    "kill": "killed", "dead": "killed", "die": "killed", "death": "killed", "fatal": "killed",
    "injur": "injured", "wound": "injured", "hurt": "injured", "miss": "missing", "arrest": "arrested",
    "detain": "arrested", "homeless": "displaced", "evacu": "evacuated", "displac": "displaced",
    "murder": "killed", "massacr": "killed", "slain": "killed", "perish": "killed", "drown": "killed",
}  # fmt: skip
LIVES = vocabulary("fatalities lives")
TAKING = vocabulary("claim claimed claiming claims cost costs lost loss take taken takes taking took")
"""Behind these lives are lost: "took 26 lives", "with the loss of eleven lives"."""
HARM_REACH = 6
"""How many words away from the number "killed" may stand."""
TOLL_REACH = 9
"""How many words before the number "the toll" of "the toll from the blast at the mine rose to" may stand."""
TOLL = vocabulary("toll dead deaths fatalities")
RISING = vocabulary("rose risen rises climbed jumped increased grew grown went")
HOMES = vocabulary("home homes house houses")
LEAVING = vocabulary("leave left flee fled")
DRIVING = vocabulary("forced forcing drove driven drove displaced evacuated")
MAGNITUDE = "magnitude"
MAGNITUDE_REACH = 3
"""How many words before the number "magnitude" may stand: "its magnitude was estimated at 6.8"."""
QUAKES = vocabulary("aftershock aftershocks earthquake earthquakes quake quakes shake tremor tremors")
"""Beside these a number with one decimal and nothing that it counts is a magnitude: "the quake, a 7.1"."""
_MAGNITUDE = re.compile(r"\d\.\d")


def numbers(tokens: Tokens, first: int = 0, end: int | None = None) -> tuple[str, ...]:
    """Amounts with what they count: "14 brigades", "500 square miles", "11 killed", "$20000000000".

    People who are killed, injured, missing or arrested are counted as that, whatever they are called, so that sources
    can be compared. Years, days and clock times are no amounts.
    """
    last = len(tokens) if end is None else end
    run = tokens.lower[first:last]
    if "#" not in tokens.tags[first:last] and "half" not in run and "-" not in "".join(run):
        return ()
    found: dict[str, None] = {}
    i = first
    while i < last:
        word = tokens.lower[i]
        half = word == "half" and tokens.lower[i + 1 : i + 3] in (["a", "million"], ["a", "billion"])
        if tokens.tags[i] != "#" and not half and not ("-" in word and _is_number(word)):
            i += 1
            continue
        value, after = _half(tokens, i) if half else _amount(tokens, i, last)
        if value.endswith(MAGNITUDE):
            found[value] = None
        elif value:
            found[_counted(tokens, value, i, after, first, last)] = None
        i = after
    return tuple(found)


def _is_number(word: str) -> bool:
    """Whether a word with a hyphen is a number: "seventy-eight", "magnitude-6.3"."""
    return _compound(word) is not None or word.startswith("magnitude-")


def _compound(word: str) -> str | None:
    """The value of "seventy-eight", None for other words."""
    tens, _, ones = word.partition("-")
    if ones not in words.NUMBER_WORDS or tens not in words.NUMBER_WORDS:
        return None
    value, more = words.NUMBER_WORDS[tens], words.NUMBER_WORDS[ones]
    return str(int(value) + int(more)) if value.isdigit() and value.endswith("0") and len(more) == 1 else None


def _half(tokens: Tokens, i: int) -> tuple[str, int]:
    """The number of "half a million" at token `i`, and the token behind it."""
    return str(words.SCALES[tokens.lower[i + 2]] // 2), i + 3


def _amount(tokens: Tokens, i: int, last: int) -> tuple[str, int]:
    """The number at token `i` in figures, with its scale multiplied out, and the token behind it."""
    word = tokens.lower[i]
    if word.startswith("magnitude-") and _MAGNITUDE.fullmatch(word, len("magnitude-")):
        return f"{word[len('magnitude-') :]} {MAGNITUDE}", i + 1
    match = re.fullmatch(r"([$€£#¥]?)(\d[\d,]*(?:\.\d+)?)(?:(mn|bn|[mk])|(%|\w+))?", word)
    if match is None:
        value = words.NUMBER_WORDS.get(word) or _compound(word)
        if value is None or value == "1":
            return "", i + 1
        sign, number, scale, rest = "", value, None, ""
    else:
        sign, number, scale, rest = match[1], match[2].replace(",", ""), match[3], match[4] or ""
    j = i + 1
    factor = words.SCALES.get(scale, 1) if scale else 1
    while j < last and tokens.lower[j] in words.SCALES and len(tokens.lower[j]) > 1:
        factor *= words.SCALES[tokens.lower[j]]
        j += 1
    if factor > 1 and number[0].isdigit():
        rest_of = tokens.lower[j + 1] if tokens.lower[j : j + 1] == ["and"] and j + 1 < last else ""
        more = words.NUMBER_WORDS.get(rest_of) or _compound(rest_of)
        if more is not None and more.isdigit() and match is None:
            return str(int(number) * factor + int(more)), j + 2  # "two hundred and fifty"
        number = f"{float(number) * factor:.10g}"
        number = str(int(float(number))) if float(number).is_integer() else number
    if rest and rest != "%" and rest in ("st", "nd", "rd", "th", "am", "pm"):
        return "", j
    return f"{sign}{number}{rest if rest == '%' else f' {rest}' if rest else ''}", j


def _counted(tokens: Tokens, value: str, start: int, i: int, first: int, last: int) -> str:
    """The amount with the noun it counts, at most four words on."""
    noun: list[str] = []
    while i < last and len(noun) < 4 and tokens.tags[i] in "NJPUA#":
        noun.append(bare(tokens.lower[i]))
        i += 1
    while len(noun) > 1 and tokens.tags[i - 1] == "U":
        noun.pop()  # "20 families evacuated"
        i -= 1
    before = tokens.lower[max(first, start - TOLL_REACH) : start]
    head = noun[-1] if noun else ""
    plain = not head and _MAGNITUDE.fullmatch(value) and not QUAKES.isdisjoint(tokens.lower[first:last])
    if "." in value and (
        plain or MAGNITUDE in tokens.lower[start + 1 : i + 2] or MAGNITUDE in before[-MAGNITUDE_REACH:]
    ):
        return f"{value} {MAGNITUDE}"
    if head in LIVES and (head != "lives" or not TAKING.isdisjoint(before[-3:]) or "lost" in tokens.lower[i : i + 3]):
        return f"{value} killed"
    if head and (harm := _HARM.get(stem(head))) is not None:
        return f"{value} {harm}"
    if not head or head in words.PEOPLE or head in ("dead", "others"):
        fate = _idiom(before, tokens.lower[i:last])
        if fate is not None:
            return f"{value} {fate}"
        near = range(max(first, start - HARM_REACH), min(last, i + HARM_REACH))
        for j in sorted(near, key=lambda k: abs(k - start)):
            harm = _HARM.get(stem(tokens.lower[j]))
            if harm is not None:
                return f"{value} {harm}"
    if before[-2:] == ["crowd", "of"]:
        return f"{value} people"
    if value.startswith(("$", "€", "£", "#", "¥")) or value.endswith("%") or not head:
        return value
    return f"{value} {'square ' if 'square' in noun[:-1] else ''}{head}"


def _idiom(before: Sequence[str], behind: Sequence[str]) -> str | None:
    """The fate of people in "took twelve people with it", "forced 8,000 from their homes", "the toll rose to 14"."""
    if before[-1:] == ["to"] and RISING.intersection(before) and TOLL.intersection(before):
        return "killed"
    if {"took", "taking", "takes"}.intersection(before[-2:]) and behind[:1] == ["with"] and behind[1:2] != ["a"]:
        return "killed"
    home = HOMES.intersection(behind[:HARM_REACH])
    leaving = LEAVING.intersection(behind[:3]) or (behind[:1] == ["from"] and DRIVING.intersection(before[-4:]))
    return "evacuated" if leaving and home else None


def unique(items: Iterable[str]) -> tuple[str, ...]:
    """Each item once, in order."""
    return tuple(dict.fromkeys(items))
