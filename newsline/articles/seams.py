"""Where a headline, a caption and the story run together because a scraper lost the line breaks between them.

"Storm sinks ferry A search is under way" are two texts without a mark between them. Any sentence may hold a capital
letter inside, so only the first sentence of an article is searched, and a break is seen where a word is written with
one that has no other reason for it: a word like "The", a noun that the article writes small elsewhere, or a name that
was told a few words before. In the 3,977 sentences of TimeML's corpora, where there is nothing to find, all three see
a break in one of a hundred; in their first sentences in none.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from msgspec.structs import replace

from newsline.articles import boundaries
from newsline.articles.boundaries import CLOSERS
from newsline.articles.kinds import MONTH, WEEKDAY, is_byline, is_stamp
from newsline.model import Article, Sentence, SentenceKind

WORD = re.compile(r"\S+")
MARKS = "\"'“”‘’`()[],"
STOPS = (".", ",", ";", ":", "-", "–", "—", "/", "(", "&", "|", "?", "!")
"""Behind one of these a capital letter has a reason, or a sentence ends anyway."""
FULL_STOPS = (".", "!", "?", "…")
OPENING: Final = frozenset(boundaries.OPENING) | frozenset(
    """A About All Almost Another Any Around Because Before Both Dozens During Each Eight Every Five Following Four From
    How Hundreds Just More Most Nearly Nine No Not One Only People Seven Several Six Ten That Thousands Three Two Under
    Until What Where Who Why""".split()
)
"""Those at which a break is seen anywhere, and more: at the head of an article they are seldom part of a name."""
LEANING: Final = boundaries.GOES_ON | frozenset(
    """after all any are around as asked be because been before between bin both but calls can class could deputy
    despite did do does during each eight every few five former four grade group had has have how if incoming into is
    its leading like many may might more most much must near new newspaper nine no nor not off only our out over own
    per plan says said senior seven should since six so tells ten than that then these this those though three
    through till told top two type under unless until up upon versus via was were what when where whether which while
    who whom whose why will within without would""".split()
)
"""Words that no headline and no caption ends with: what follows them belongs to them."""
LEADING: Final = ("ing", "ed")
"""What rather leads to a name than ends a headline: "founding Editor", "by saying Dr Lund is"."""
CALENDAR = re.compile(f"(?:{WEEKDAY}|{MONTH})$")
"""These are written with a capital letter anywhere."""
VERBS: Final = frozenset(
    "has have had is are was were will would could should may might can must did does do said says".split()
)
REACH = 600
"""Characters that a headline, two captions and the first sentence take up."""
SHORTEST, LEAST_BEHIND = 3, 4
"""Words that a headline has at least, and what stands behind it."""
VERB_REACH = 10
"""Words behind a name among which a sentence that begins with it has its verb."""
TITLE_REACH = 4
"""Words before a name that may say who that is: "Pop star Michael Lund has"."""
LOWER_WORD = 4
"""Letters of a small word that shows that a headline is not written With All Its Words in Capitals."""
POSSESSIVE = re.compile(r"['’]s?$")


def unstitched(article: Article, found: list[Sentence]) -> list[Sentence]:
    """The sentences of an article, the headline and the captions that run into its first as sentences of their own.

    What has no full stop before more of its paragraph is one of them. Where there is no headline yet the first is it.
    """
    begin = next((index for index, one in enumerate(found) if one.kind is SentenceKind.BODY), None)
    if begin is None or article.language != "en":
        return found
    pieces: list[Sentence] = []
    for one in found[begin:]:
        if one.kind is not SentenceKind.BODY or one.paragraph != found[begin].paragraph:
            break
        pieces += _pieces(article.text, one)
        if one.text.rstrip(CLOSERS).endswith(FULL_STOPS):
            break
    titled = any(one.kind is SentenceKind.TITLE for one in found)
    stop = next(index for index, one in enumerate(found) if one.end == pieces[-1].end) + 1
    for index, piece in enumerate(pieces[:-1]):
        kind = _kind(piece.text, titled=titled)
        titled = titled or kind is SentenceKind.TITLE
        pieces[index] = replace(piece, kind=kind)
    return [*found[:begin], *pieces, *found[stop:]]


def _pieces(text: str, sentence: Sentence) -> list[Sentence]:
    """A sentence, cut at its seams."""
    starts = [sentence.start, *seams(text, sentence.start, sentence.end)]
    if len(starts) == 1:
        return [sentence]
    stops = [start + len(text[start:end].rstrip()) for start, end in pairwise([*starts, sentence.end])]
    return [
        replace(sentence, start=start, end=stop, text=text[start:stop])
        for start, stop in zip(starts, stops, strict=True)
    ]


def _kind(piece: str, *, titled: bool) -> SentenceKind:
    if is_stamp(piece):
        return SentenceKind.DATELINE
    if is_byline(piece):
        return SentenceKind.BYLINE
    return SentenceKind.CAPTION if titled else SentenceKind.TITLE


def seams(text: str, start: int, end: int) -> list[int]:
    """Offsets in text[start:end], one sentence of English, at which another text begins."""
    spots = [(match.start(), match[0]) for match in WORD.finditer(text, start, min(end, start + REACH))]
    words = [word for _, word in spots]
    found: list[int] = []
    last = 0
    for index in range(SHORTEST, len(words) - LEAST_BEHIND):
        if index - last < SHORTEST or not words[index].lstrip(MARKS)[:1].isupper():
            continue
        if _may_end(words[last:index]) and _begins(text, words, last, index):
            found.append(spots[index][0])
            last = index
    return found


def _may_end(words: list[str]) -> bool:
    """Whether words are as a headline is: not all in capitals, and not cut before what they lead to."""
    before = words[-1].strip(MARKS)
    if not before or words[-1].endswith(STOPS) or before.lower() in LEANING:
        return False
    return any(len(word) >= LOWER_WORD and word.islower() for word in words)


def _begins(text: str, words: list[str], last: int, index: int) -> bool:
    """Whether a word with a capital letter begins a sentence."""
    word, before = words[index].strip(MARKS), words[index - 1].strip(MARKS)
    small = not before[:1].isupper()
    small_behind = words[index + 1][0].islower() or words[index + 1][0].isdigit()
    if word in OPENING and small_behind:
        return True
    if before.endswith(LEADING) or CALENDAR.match(word):
        return False
    dated = CALENDAR.match(before) is not None
    if (small or dated) and small_behind and words[index] == word and _is_noun(text, word, words[index + 1]):
        return True
    told = [_base(one) for one in words[last : index - 1]]
    if word == "The":
        return small and _base(words[index + 1]) in told
    if dated:
        return _owns_again(words, told, index)
    return _tells_again(words, told, index, small=small)


def _is_noun(text: str, word: str, following: str) -> bool:
    """Whether a word is written small elsewhere, and is no part of a name that is told more often: "Gulf of"."""
    return _stands_in(text, word.lower()) and text.count(f"{word} {following}") == 1


def _stands_in(text: str, word: str) -> bool:
    r"""Whether a word is in a text, as the pattern \bword\b finds it: that would be compiled for each word."""
    at = text.find(word)
    while at >= 0:
        if _is_edge(text, at) and _is_edge(text, at + len(word)):
            return True
        at = text.find(word, at + 1)
    return False


def _is_edge(text: str, at: int) -> bool:
    """Whether a word begins or ends at an offset."""
    return _in_word(text[at - 1 : at]) != _in_word(text[at : at + 1])


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _tells_again(words: list[str], told: list[str], index: int, *, small: bool) -> bool:
    """Whether a sentence begins whose subject has a name that was told: nobody repeats it in a sentence.

    It may begin with what that is, as in "Pop star Michael Lund has". Behind another name only a name of two words is
    seen: "in Cardiff Janet Lund will sing".
    """
    start = index
    if small:
        start = _name(words, index)
    stop = start
    while stop < len(words) and words[stop].strip(MARKS)[:1].isupper() and not words[stop].endswith(","):
        stop += 1
    name = [_base(word) for word in words[start:stop]]
    if not name or not words[stop : stop + 1] or words[stop].endswith(","):
        return False
    if not small:
        pairs = [told[i : i + 2] for i in range(len(told) - 1)]
        again = name[:2] in pairs and [_base(words[index - 1]), name[0]] not in pairs
        return again and (words[stop] in VERBS or words[stop - 1] != _base(words[stop - 1]))
    return name[-1] in told and not VERBS.isdisjoint(words[stop : stop + VERB_REACH])


def _owns_again(words: list[str], told: list[str], index: int) -> bool:
    """As in "was found dead in June Marta Lund's doctor": "said in June Marta Lund would" goes on with its sentence."""
    name = [_base(word) for word in words[index : index + 2]]
    return name[1] in told and words[index] == name[0] and POSSESSIVE.search(words[index + 1]) is not None


def _name(words: list[str], index: int) -> int:
    """The first word of the name at or behind a capital letter: two words on in "Pop star Michael Lund has"."""
    for at in range(index + 1, min(index + TITLE_REACH, len(words))):
        if words[at].strip(MARKS)[:1].isupper():
            return at if words[at - 1].islower() and words[index + 1].islower() else index
        if not words[at].isalpha():
            break
    return index


def _base(word: str) -> str:
    return POSSESSIVE.sub("", word.strip(MARKS))
