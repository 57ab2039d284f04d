"""An article becomes sentences, each with its offsets, kind and paragraph, and whether it goes on with a quotation."""

from __future__ import annotations

from msgspec.structs import replace

from newsline.articles.blocks import SLUG, Block, blocks
from newsline.articles.boundaries import LIST_HEADS, LIST_MARK, sentence_ends
from newsline.articles.copied import without_surroundings
from newsline.articles.datestring import parse_date
from newsline.articles.furniture import INSIDE_HINTS, holds_any, is_boilerplate
from newsline.articles.header import HeaderLine, header
from newsline.articles.headline import headline, same_words
from newsline.articles.kinds import (
    AGENCY_HINT,
    BYLINE_LIMIT,
    CAPTION_HINTS,
    CREDIT_HINT,
    CREDITED,
    CREDITED_LIMIT,
    DATE_LINE,
    DAY_FIRST,
    MARK,
    PICTURE_CREDIT,
    RUN_IN_BYLINE,
    RUN_IN_DATELINE,
    STAMP_LIMIT,
    TIMESTAMP,
    dateline,
    has_year,
    is_byline,
    is_caption,
    is_stamp,
    may_hold_stamp,
)
from newsline.articles.quotations import Quotations
from newsline.articles.seams import unstitched
from newsline.model import Article, Sentence, SentenceKind

RUN_IN_LIMIT = 600
"""Characters of a block in which a dateline may stand behind a headline or a caption that lost its line break."""
LONGEST_LINE = max(STAMP_LIMIT, BYLINE_LIMIT)
"""Characters of a block that may be nothing but a time stamp or a byline."""
LONGEST_SENTENCE = 2_000
"""Characters; the longest of 117,000 sentences of news has 1,657. What finds events takes the square of it and more."""
CUTS = (";", ",", " ")
"""Where a longer one is cut, best first."""
SIGNATURE_WORDS = 3
"""A last line of so few words, without a full stop, is the outlet's or the author's name and no sentence."""
TELLING = frozenset({SentenceKind.BODY, SentenceKind.BULLET})
HEADING_LIMIT = 40
"""Characters of a day on a line of its own: "Wednesday, September 24, 2031, 10:30 a.m." is among the longest."""
HEADINGS = 3
"""Days on lines of their own, or with a colon or dash before the event, from which the text is a chronology itself:
other articles have one or two, for their appearance."""
Hints = tuple[tuple[str, ...], tuple[str, ...]]
"""Strings that furniture and captions are known by, as far as they are in the article."""
TITLE_BLOCKS = 12
"""The headline of a page that was copied whole stands below its navigation."""
HEAD_BLOCKS = 4
"""The headline, captions and the dateline are among the first blocks: boilerplate may stand before them."""


def split(article: Article) -> tuple[Sentence, ...]:
    """The sentences of an article in order; between them is nothing but white space and list marks.

    A headline, a dateline and a time stamp are sentences of their own. Time and memory grow linearly with the text.
    """
    text = article.text
    found = [_header_sentence(text, line) for line in header(text)]
    begin = found[-1].end if found else 0
    title = article.title or headline(text)
    titled = any(sentence.kind is SentenceKind.TITLE for sentence in found)
    hints = _hints(text)
    for paragraph, block in enumerate(blocks(text, begin), start=bool(found)):
        if title and not titled and paragraph < TITLE_BLOCKS and same_words(text[block.start : block.end], title):
            titled = True
            found.append(_sentence(text, block.start, block.end, SentenceKind.TITLE, paragraph))
            continue
        if title and not titled and paragraph < HEAD_BLOCKS and (end := _title_end(text, block, title)):
            titled = True
            found.append(_sentence(text, block.start, end, SentenceKind.TITLE, paragraph))
            block = replace(block, start=_skip_space(text, end, block.end))
        found.extend(_block_sentences(article, block, paragraph, hints))
    found = _under_headings(article, unstitched(article, without_surroundings(found)))
    return tuple(_without_signature(article, found))


def _title_end(text: str, block: Block, title: str) -> int | None:
    """Where the headline ends in a block into which a byline or a time stamp runs, None in any other."""
    end = block.start + len(title)
    if end >= block.end or not text[end].isspace() or text[block.start : end].casefold() != title.casefold():
        return None
    start = _skip_space(text, end, block.end)
    rest = text[start : block.end]
    runs_in = RUN_IN_BYLINE.match(text, start, block.end) or TIMESTAMP.match(text, start, block.end)
    return end if runs_in or is_byline(rest) or is_stamp(rest) else None


def _header_sentence(text: str, line: HeaderLine) -> Sentence:
    """A header's value: the title is one, a date stands for a dateline, the rest is no part of the story."""
    kind = SentenceKind.BOILERPLATE
    if line.key in ("title", "headline"):
        kind = SentenceKind.TITLE
    elif "date" in line.key or (line.key.startswith("publish") and line.key != "publisher"):
        kind = SentenceKind.DATELINE
    return _sentence(text, line.start, line.end, kind, 0)


def _block_sentences(article: Article, block: Block, paragraph: int, hints: Hints) -> list[Sentence]:
    text, start = article.text, block.start
    whole = text[start : block.end]
    if not (whole[0].isalnum() or _has_word(whole)):
        return []
    if kind := _whole_block_kind(whole, hints[1]):
        return [_sentence(text, start, block.end, kind, paragraph)]
    found: list[Sentence] = []
    quotations: Quotations | None = None
    for first, end, stretch_kind in _stretches(text, block, paragraph):
        if stretch_kind in (SentenceKind.DATELINE, SentenceKind.BYLINE):
            found.append(_sentence(text, first, end, stretch_kind, paragraph))
            continue
        for left, right in _trimmed(text, first, end, article.language):
            sentence = text[left:right]
            kind = stretch_kind or _sentence_kind(sentence, block.bullet, hints)
            quoted = False
            if left > start:  # nothing is open at the beginning of a block
                quotations = quotations or Quotations(text, start, block.end)
                quoted = quotations.holds(left)
            found.append(Sentence(left, right, sentence, kind, paragraph, quoted))
    return found


def _has_word(text: str) -> bool:
    """Whether a letter or a figure is in a text."""
    return any(map(str.isalnum, text))


def _trimmed(text: str, start: int, end: int, language: str) -> list[tuple[int, int]]:
    """The sentences of text[start:end], trimmed; a stray closing mark goes to the sentence before."""
    found: list[tuple[int, int]] = []
    position = start
    for stop in sentence_ends(text, start, end, language):
        place = _skip_space(text, position, stop)
        mark = LIST_MARK.match(text, place, stop) if text[place : place + 1] in LIST_HEADS else None
        behind = text[mark.end() if mark else position : stop].lstrip()
        left = stop - len(behind)
        sentence = behind.rstrip()
        right = left + len(sentence)
        if sentence and not (sentence[:1].isalnum() or _has_word(sentence)):
            found[-1:] = [(found[-1][0], max(right, found[-1][1]))] if found else []
        elif left < right:
            found += _cut(text, left, right)
        position = stop
    return found


def _cut(text: str, left: int, right: int) -> list[tuple[int, int]]:
    """A sentence, in pieces where it is longer than any is: text that was spoken into a machine has no full stops."""
    found: list[tuple[int, int]] = []
    while right - left > LONGEST_SENTENCE:
        middle, limit = left + LONGEST_SENTENCE // 2, left + LONGEST_SENTENCE
        stop = next((at for at in (text.rfind(mark, middle, limit) for mark in CUTS) if at > 0), limit - 1) + 1
        found.append((left, left + len(text[left:stop].rstrip())))
        left = _skip_space(text, stop, right)
    return [*found, (left, right)]


def _whole_block_kind(block: str, hints: tuple[str, ...]) -> SentenceKind | None:
    if len(block) <= CREDITED_LIMIT and holds_any(block, hints) and CREDITED.search(block):
        return SentenceKind.CAPTION
    if len(block) > LONGEST_LINE:
        return None
    if block[1:2].isupper() and SLUG.match(block):
        return SentenceKind.BOILERPLATE
    if is_stamp(block):
        return SentenceKind.DATELINE
    if is_byline(block):
        return SentenceKind.BYLINE
    return None


def _hints(text: str) -> Hints:
    """What may be in the sentences of an article: most is nowhere, so that no sentence need be searched for it."""
    lower = text.lower()
    inside = tuple([hint for hint in INSIDE_HINTS if hint in lower])
    return inside, tuple([hint for hint in CAPTION_HINTS if hint in text])


def _sentence_kind(sentence: str, bullet: bool, hints: Hints) -> SentenceKind:
    inside, of_captions = hints
    if is_boilerplate(sentence, inside):
        return SentenceKind.BOILERPLATE
    if is_caption(sentence, of_captions):
        return SentenceKind.CAPTION
    return SentenceKind.BULLET if bullet else SentenceKind.BODY


def _stretches(text: str, block: Block, paragraph: int) -> list[tuple[int, int, SentenceKind | None]]:
    """Parts of a block in order: datelines, time stamps and captions with their kind, the rest with None."""
    position, end = block.start, block.end
    limit = min(end, position + RUN_IN_LIMIT)
    if not _may_run_in(text, position, limit):
        return [(position, end, None)]
    found: list[tuple[int, int, SentenceKind | None]] = []
    head = paragraph < HEAD_BLOCKS
    if match := dateline(text, position, limit, bare=head):
        found.append((position, match.end(), SentenceKind.DATELINE))
        position = _skip_space(text, match.end(), end)
    else:
        for start, stop, kind in _run_ins(text, position, limit, head):
            if position < start:
                found.append((position, start, SentenceKind.CAPTION if kind is SentenceKind.CAPTION else None))
            found.append((start, stop, kind))
            position = _skip_space(text, stop, end)
    if position < end:
        found.append((position, end, None))
    return found


def _may_run_in(text: str, start: int, end: int) -> bool:
    """Whether there may be anything but sentences in a stretch: the cheap look before the dear ones."""
    return (
        MARK.search(text, start, end) is not None
        or has_year(text, start, end)
        or text.startswith(("By ", "by "), start)
    )


def _run_ins(text: str, start: int, end: int, head: bool) -> list[tuple[int, int, SentenceKind]]:
    """Time stamps that a scraper left in the text; at the head of an article picture credits and a dateline, too."""
    found: list[tuple[int, int, SentenceKind]] = []
    if has_year(text, start, end) and may_hold_stamp(text[start:end]):
        found = [(*match.span(), SentenceKind.DATELINE) for match in TIMESTAMP.finditer(text, start, end)]
    if not head:
        return [item for item in found if text[item[1] - 1] != "|"]  # else the first cell of a row
    behind = _skip_space(text, found[0][1], end) if found and found[0][0] == start else start
    if text.startswith(("By ", "by "), behind) and (match := RUN_IN_BYLINE.match(text, behind, end)):
        found.append((*match.span(), SentenceKind.BYLINE))
    if CREDIT_HINT.search(text, start, end):
        found += [(*match.span(), SentenceKind.CAPTION) for match in PICTURE_CREDIT.finditer(text, start, end)]
    behind = _skip_space(text, max((stop for _, stop, _ in found), default=start), end)
    match = dateline(text, behind, end, bare=bool(found))
    if match is None and AGENCY_HINT.search(text, behind, end):
        match = RUN_IN_DATELINE.search(text, behind, end)
    if match:
        found.append((*match.span(), SentenceKind.DATELINE))
    kept: list[tuple[int, int, SentenceKind]] = []
    for item in sorted(found):
        if not kept or item[0] >= kept[-1][1]:
            kept.append(item)
    return kept


def _skip_space(text: str, position: int, end: int) -> int:
    while position < end and text[position].isspace():
        position += 1
    return position


def _sentence(text: str, start: int, end: int, kind: SentenceKind, paragraph: int, quoted: bool = False) -> Sentence:
    return Sentence(start, end, text[start:end], kind, paragraph, quoted)


def _under_headings(article: Article, found: list[Sentence]) -> list[Sentence]:
    """In a text with days for headings, each heading with the first sentence below it: that is of its day."""
    days = [number for number, one in enumerate(found) if len(one.text) <= HEADING_LIMIT and DATE_LINE.match(one.text)]
    days = days[1:] if _is_publication(article, [found[number].text for number in days[:3]]) else days
    if not days or len(days) + sum(DAY_FIRST.match(one.text) is not None for one in found) < HEADINGS:
        return found
    kept: list[Sentence] = []
    for number, one in enumerate(found):
        if number - 1 in days and number not in days and one.kind in TELLING:
            start = kept.pop().start
            kept.append(_sentence(article.text, start, one.end, one.kind, one.paragraph, one.quoted))
        else:
            kept.append(one)
    return kept


def _is_publication(article: Article, days: list[str]) -> bool:
    """Whether the first of the days on lines of their own is no heading but says when the text appeared.

    It is later than the second, from which the days go upwards.
    """
    spans = [parse_date(day, article.language) for day in days]
    first, second, third = (span.first if span else None for span in [*spans, None, None, None][:3])
    return bool(first and second and first > second and (third is None or third >= second))


def _without_signature(article: Article, found: list[Sentence]) -> list[Sentence]:
    """An outlet's name alone at the end becomes boilerplate: the publisher's, or a few words without a full stop."""
    if len(found) < 2 or found[-1].kind is not SentenceKind.BODY or found[-1].paragraph == found[-2].paragraph:
        return found
    last = found[-1]
    named = article.publisher is not None and same_words(last.text, article.publisher)
    if named or (len(last.text.split()) <= SIGNATURE_WORDS and last.text[-1].isalnum()):
        found[-1] = _sentence(article.text, last.start, last.end, SentenceKind.BOILERPLATE, last.paragraph)
    return found
