"""Where sentences end inside one block of running text.

Rules and word lists instead of a model: a candidate is a run of closing punctuation before white space (or before a
capital letter, where a scraper lost the space), and each kind of word before it has its own rule. One pass, linear.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from newsline.articles.abbreviations import (
    AFTER_CLOCK,
    AMBIGUOUS,
    LABELS,
    LOWER_CASE,
    MONTHS,
    NUMBERED,
    ORDINAL_STOP,
    STARTERS,
    TITLES,
    words,
)
from newsline.late import late

if TYPE_CHECKING:
    from collections.abc import Iterator

OPENERS = "\"'“‘«„‹([`¿¡"
CLOSERS = "\"'”’»›)]“"
CANDIDATE = re.compile(
    r"(?P<stop>[.!?…‽。！？｡।؟](?:(?<=[.!?…‽])[.!?…‽]{0,8})?)(?P<closers>[\"'”’»›)\]“]{0,4})"
    r"(?:(?P<space>\s+)|(?P<lost>(?=[A-ZÀ-ÖØ-Þ“][a-z’'“A-Z]|A [a-z]))|(?P<end>$)|(?P<wide>(?<=[。！？｡])))"
)
LAST_WORD = re.compile(r"[^\s(\[“\"'‘«„/–—-]*$")
NEXT_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]$")
REPORTING = late(
    r"(?:[A-Z][\w.'’-]*,? ){1,5}(?:said|says|asked|asks|added|told|wrote|writes|shouted|cried|replied|tweeted|posted)\b"
)
OPENING = (
    "The An It They He She There This These Those But However In On At After When While With Some Many Over As For Its "
    "His Her Their We You Although Despite Since If Police Officials Meanwhile"
).split()
"""Words that begin a sentence, where one in small letters or a figure follows them."""
RUN_IN = re.compile(
    r" (?=[A-Z])(?<=[a-z0-9)] )"  # the space first: it is what a search can skip to
    rf"(?=(?:{'|'.join(OPENING)}) [a-z0-9])"
)
"""A capital function word in mid-sentence: a caption, a headline or a list item has lost its full stop or line break.

In edited text (the 628,000 characters of TimeML's corpora) it occurs 3 times, in scraped text ten times as often.
"""
BEFORE_RUN_IN = re.compile(r"[a-z]{3,30}|\d{4}|\S{0,40}[a-z0-9]\)")
GOES_ON = words(
    "to of in on at by for from with and or the a an his her their called titled named book song film series"
)
"""Words before which it is rather the name of a book, a song or a newspaper."""
LOOK_BACK = 40
"""Characters before a full stop that are searched for its word; no abbreviation is longer."""
LOOK_AHEAD = 80
"""Characters after it that are searched for "Name Surname said"."""
MONTHS_OR_NUMBERED = MONTHS | NUMBERED
KEPT_TOGETHER = LOWER_CASE | TITLES | MONTHS_OR_NUMBERED | AMBIGUOUS
LIST_MARK = late(r"(?:\\?\*|[•▪◦‣])\s+(?=[A-Z\d\"“‘'])")
"""Before an item of a list whose line breaks a scraper lost: "* Bridge shut * Traffic goes by Halden"."""
LIST_HEADS = "\\*•▪◦‣"
"""What it begins with."""
LIST_MARKS = ("* ", "• ", "▪ ", "◦ ", "‣ ")
"""One of them is in a text with such an item: quicker to look for."""
CAPITALS = re.compile(rf" (?=[A-Z])(?<=[A-Z]{{2}} )(?=(?:{'|'.join(OPENING)}) [\w“\"](?![A-Z]))")
IN_CAPITALS = late(r"(?:[A-Z][A-Z'’&/-]+ ){2}[A-Z][A-Z'’&/-]+\Z")
"""A heading in capitals that runs into its first sentence: "NEW CAP FOR THE WELL The firm said"."""
EDITORS_NOTE = re.compile(
    r"\((?:Updates?|Adds?|Recasts?|Repeats?|Refiles?|Corrects?|Rewrites?|Removes?|Changes?|Writethru)\b[^()]{0,200}\)"
)
"""What a news agency tells its customers of a text: "(Adds quotes, background)"."""
SHORT_DOMAINS = frozenset(["com", "co", "org", "net", "uk", "ru", "de", "fr", "html", "php"])


def sentence_ends(text: str, start: int, end: int, language: str = "en") -> list[int]:
    """Offsets just behind each sentence of text[start:end], closing quotes included; the last is `end`."""
    found: list[int] = []
    position = start
    may_run_in = language == "en" and RUN_IN.search(text, start, end) is not None
    for match in CANDIDATE.finditer(text, start, end):
        here = match.end("closers")
        if here >= end or (match["end"] is not None and match.end() >= end):
            continue
        if match["wide"] is not None or _is_end(text, start, end, match, language):
            if may_run_in:
                found += _run_ins(text, position, here)
            found.append(here)
            position = here
    if may_run_in:
        found += _run_ins(text, position, end)
    found.append(end)
    if marks := _marks(text):
        while end > start and text[end - 1].isspace():  # a mark before nothing ends nothing
            end -= 1
        found = sorted({*found, *marks[bisect_right(marks, start) : bisect_left(marks, end)]})
    return found


@lru_cache(maxsize=1)
def _marks(text: str) -> tuple[int, ...]:
    """Where an item of a list may begin inside of a paragraph, a heading end, and a note do both, in order."""
    found = {
        match.end()
        for match in CAPITALS.finditer(text)
        if IN_CAPITALS.search(text, max(0, match.start() - LOOK_AHEAD), match.start())
    }
    if any(mark in text for mark in LIST_MARKS):
        found.update(match.start() for match in LIST_MARK.finditer(text))
    found.update(place for note in EDITORS_NOTE.finditer(text) for place in note.span())
    return tuple(sorted(found))


def _run_ins(text: str, start: int, end: int) -> Iterator[int]:
    """Breaks inside what looks like one sentence of English."""
    for match in RUN_IN.finditer(text, start, end):
        before = text[text.rfind(" ", start, match.start()) + 1 : match.start()]
        if BEFORE_RUN_IN.fullmatch(before) and before not in GOES_ON:
            yield match.start()


def _is_end(text: str, start: int, end: int, match: re.Match[str], language: str) -> bool:
    following = _skip_openers(text, match.end(), end)
    if following >= end or text[following] in ".…,;:":
        return False
    stop, closers, letter = match["stop"], match["closers"], text[following]
    low = max(start, match.start() - LOOK_BACK)
    before = LAST_WORD.search(text, max(low, text.rfind(" ", low, match.start()) + 1), match.start())
    word = before[0] if before else ""
    if match["lost"] is not None:
        return _lost_space(text, match, word, end)
    if stop not in (".",):
        return _strong_end(text, match, letter, end)
    if letter in "–—" and (word.lower() in KEPT_TOGETHER or _are_initials(word)):  # "at 7 p.m. – in the hall"
        after = _skip_openers(text, following + 1, end)
        return after >= end or not text[after].islower()
    if letter.islower():
        return _lower_case_goes_on(text, following, end, word, closers)
    if closers and closers[-1] not in ")]":
        return True
    return _full_stop_ends(text, start, end, match.start(), following, word, language)


def _skip_openers(text: str, position: int, end: int) -> int:
    while position < end and (text[position] in OPENERS or text[position].isspace()):
        position += 1
    return position


def _lost_space(text: str, match: re.Match[str], word: str, end: int) -> bool:
    """A stop without a space behind it ends a sentence in "said.The minister", not in "example.Com" and "U.S.Army"."""
    following = NEXT_WORD.match(text, _skip_openers(text, match.end(), end), end)
    if following is None or len(word) < 3 or not word.isalpha() or not word[1:].islower() or word.lower() in TITLES:
        return False
    return following.end() < end and text[following.end()] in " ,'’" and following[0].lower() not in SHORT_DOMAINS


def _strong_end(text: str, match: re.Match[str], letter: str, end: int) -> bool:
    """After "!", "?" and dots: not before a lower-case letter, nor before "Name said" behind a quotation."""
    if letter.islower():
        return False
    if match["closers"] and match["stop"][-1] in "!?":
        return REPORTING.match(text, match.end(), min(end, match.end() + LOOK_AHEAD)) is None
    return True


def _lower_case_goes_on(text: str, following: int, end: int, word: str, closers: str) -> bool:
    """A sentence that begins in lower case by mistake: only after an ordinary word of some length."""
    next_word = NEXT_WORD.match(text, following, end)
    known = word.lower() in KEPT_TOGETHER
    if closers or known or next_word is None or len(word) < 4 or not word.isalpha():
        return False
    return len(next_word[0]) > 1 and next_word[0] not in SHORT_DOMAINS and word.lower() not in SHORT_DOMAINS


def _full_stop_ends(text: str, start: int, end: int, stop: int, following: int, word: str, language: str) -> bool:
    """A single full stop before a capital letter, a figure or a quotation."""
    key = word.lower()
    figure = text[following].isdigit()
    matched = NEXT_WORD.match(text, following, end)
    after = matched[0] if matched else ""
    starts = after.lower() in STARTERS or (after.endswith("ly") and text.startswith(",", following + len(after)))
    if word.isdigit():
        begins_block = not text[start : stop - len(word)].strip()
        return not begins_block and not (language in ORDINAL_STOP and len(word) <= 2)
    if key in ("a.m", "p.m"):
        return not figure and after.lower() not in AFTER_CLOCK and not text.startswith(" time", following + len(after))
    if key in TITLES:
        return key in ("st", "sec", "al", "fig") and starts
    if len(word) == 1 and word.isalpha() and word.isupper():
        return starts or _word_before(text, start, stop - 1).lower() in LABELS
    if key in MONTHS_OR_NUMBERED:
        return not figure and (key not in ("no", "art") or starts or (key == "no" and text[stop - 3 : stop - 2] != "N"))
    if key in AMBIGUOUS or _are_initials(word):
        return starts or text[following - 1] in '“"«„('
    return True


def _are_initials(word: str) -> bool:
    """Whether a word is an abbreviation of letters, "U.S" or "J.R", without its last stop."""
    return "." in word and INITIALS.fullmatch(word) is not None


def _word_before(text: str, start: int, position: int) -> str:
    found = LAST_WORD.search(text[max(start, position - LOOK_BACK) : position].rstrip())
    return found[0] if found else ""
