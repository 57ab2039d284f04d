"""The running text of a web page: by trafilatura, made whole where it leaves out or runs together what the page has."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from newsline.articles.clean import element_text, stands_in, tidy
from newsline.articles.furniture import is_boilerplate
from newsline.articles.kinds import DATE_LINE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

MIN_TEXT = 200
"""Characters below which an extraction counts as failed and the paragraphs of the page are taken instead."""
MIN_REGION = 80
"""Characters that an article, or one of several entries of a page, has at least."""
MINOR = frozenset({"h2", "h3", "h4", "li", "dt", "dd", "tr"})
"""Headings, items of lists and dated rows: what trafilatura drops though it keeps the paragraphs around them."""
BLOCKS = MINOR | {"p", "blockquote"}
OUTSIDE = frozenset({"nav", "footer", "aside", "form", "header"})
MARGIN = re.compile(
    r"comment|related|sidebar|teaser|most-read|newsletter|promo|share|social|cookie|consent|paywall|subscri", re.I
)
MIN_ENTRIES = 3
"""Elements of one kind side by side from which a page is a series, such as a live blog, and each of them an entry."""
GROWN = 2
"""A series counts if it has so many times the text of the entry that was extracted."""
SENTENCE_ENDS = (".", "!", "?", "…", "”", '"')
LINKED = 0.6
"""Share of an item's text from which it is a link to something else."""
PIECES = 12
"""Pieces at most that a paragraph is cut into: two for each link or emphasis in it."""
COVERED = 0.8
"""Share of a line that paragraphs of the page must make up to be what it was run together from."""
BRACKETED = re.compile(r"\[[^\[\]]{1,30}\]$")
WORD = re.compile(r"\w+")
LEAST_LEFT = 0.1
"""Share of the text of a page's paragraphs that stands outside of such elements."""
WALL = re.compile(
    r"(?:^|[\s_-])(?:pay-?wall|reg-?wall|sign-?up|subscribe|subscription|newsletter|cookies?(?:-?(?:banner|consent|notice))?"
    r"|consent|gdpr|cmp|privacy|modal|overlay|related|recirc|most-(?:read|viewed|popular)|share|social|sharing|author-bio"
    r"|print-only|advert|ads?|promo|donate|support-us|comments?)(?=$|[\s_-])",
    re.I,
)
"""Classes and ids of what a page puts before, into and below its article."""
WALL_SHARE = 0.5
"""Share of the text of a page's paragraphs above which such an element holds the article: "story has-paywall"."""


def body_of(root: HtmlElement) -> str:
    """The text of a page's article, an empty line between paragraphs; "" if it has none."""
    extracted = _extracted(root)
    if len(extracted) < MIN_TEXT:
        extracted = max(extracted, _paragraphs(root), key=len)
    lines = extracted.split("\n\n") if extracted else []
    if lines:
        shown = element_text(root).split("\n\n")
        lines = _series(root, lines) or _with_minor(root, _broken(_mended(lines, shown), shown))
        lines = _without_links(root, lines)
    return "\n\n".join(lines)


def strip_marks(page: HtmlElement) -> None:
    """Takes out the numbers of footnotes and the buttons of encyclopedias: no sentence would end in "2031.[1] It"."""
    for element in [*page.iter("sup"), *page.xpath("//*[contains(@class, 'editsection')]")]:
        if BRACKETED.match(element.text_content().strip()) and element.getparent() is not None:
            element.drop_tree()


def strip_walls(page: HtmlElement) -> None:
    """Takes out cookie notices, offers of subscriptions, buttons and teasers, as far as they are small.

    A page of which hardly anything would be left calls its own text so.
    """
    whole = _told(page)
    walls: list[HtmlElement] = []
    for element in page.xpath("//body//*[@class or @id]"):
        marks = f"{element.get('class') or ''} {element.get('id') or ''}"
        if element.tag == "article" or not WALL.search(marks):
            continue
        if _told(element) <= WALL_SHARE * whole and element.find(".//h1") is None:
            walls.append(element)
    inside = {paragraph for wall in walls for paragraph in wall.iter("p")}
    if whole and sum(len(paragraph.text_content()) for paragraph in inside) > (1 - LEAST_LEFT) * whole:
        return
    for wall in walls:
        wall.drop_tree()


def _told(element: HtmlElement) -> int:
    """Characters of an element's paragraphs."""
    return sum(len(paragraph.text_content()) for paragraph in element.iter("p"))


def _extracted(page: HtmlElement) -> str:
    import copy
    import logging

    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # else its warnings go to stderr

    document = bare_extraction(
        copy.deepcopy(page), fast=True, include_comments=False, include_tables=False, with_metadata=False
    )
    text = getattr(document, "text", None) if document is not None else None
    return tidy(text) if text else ""


def _paragraphs(page: HtmlElement) -> str:
    """The paragraphs of the page's article, or of the whole page, outside its navigation."""
    for path in (".//article", ".//main", "."):
        blocks = [
            element_text(block)
            for region in page.xpath(path)
            for block in region.iter(*BLOCKS)
            if not any(above.tag in OUTSIDE for above in block.iterancestors())
        ]
        text = "\n\n".join(block for block in blocks if block)
        if len(text) > MIN_REGION:
            return text
    return ""


def _mended(lines: Sequence[str], page_lines: Sequence[str]) -> list[str]:
    """Lines that were cut at a link or an emphasis inside a paragraph of the page, put together again."""
    known = {_key(line): line for line in page_lines}
    keys = [_key(line) for line in lines]
    found: list[str] = []
    position = 0
    while position < len(lines):
        ends = range(position + 2, min(len(lines), position + PIECES) + 1) if keys[position] not in known else ()
        end = next((end for end in ends if " ".join(keys[position:end]) in known), position + 1)
        found.append(known[" ".join(keys[position:end])] if end > position + 1 else lines[position])
        position = end
    return found


def _broken(lines: Sequence[str], page_lines: Sequence[str]) -> list[str]:
    """Lines that were run together from paragraphs of the page, cut where the page has breaks."""
    known = [line.removeprefix("- ") for line in page_lines]
    whole = {*page_lines, *known}
    found: list[str] = []
    for line in lines:
        if line in whole:
            found.append(line)
            continue
        cuts, parts, at = {0, len(line)}, list[str](), 0
        for part in known:
            begin = line.find(part, at) if len(part) < len(line) else -1
            if begin >= 0:
                at = begin + len(part)
                cuts.update((begin, at))
                parts.append(part)
        run_on = len(parts) > 1 and sum(map(len, parts)) > COVERED * len(line)
        pieces = [line[one:two].strip() for one, two in pairwise(sorted(cuts))] if run_on else [line]
        found += filter(None, pieces)
    return found


def _key(text: str) -> str:
    return " ".join(WORD.findall(text.casefold()))


def _series(page: HtmlElement, lines: Sequence[str]) -> list[str]:
    """All entries of a page of which one was extracted; [] for a page that is no such series."""
    if not lines:
        return []
    wanted = _key(max(lines, key=len))
    start = next((block for block in page.iter(*BLOCKS) if _key(block.text_content()) == wanted), None)
    for entry in start.iterancestors() if start is not None else ():
        parent = entry.getparent()
        if parent is None or not (entry.get("class") or entry.tag == "article") or stands_in(entry, OUTSIDE, MARGIN):
            continue
        entries = [one for one in parent if one.tag == entry.tag and one.get("class") == entry.get("class")]
        if len(entries) < MIN_ENTRIES:
            continue
        texts = [text for one in entries if len(text := element_text(one)) >= MIN_REGION]
        whole = sum(one.find(".//h1") is not None for one in entries) > 1  # articles, each with a headline of its own
        if len(texts) >= MIN_ENTRIES and not whole and sum(map(len, texts)) > GROWN * sum(map(len, lines)):
            return "\n\n".join(texts).split("\n\n")
    return []


def _with_minor(page: HtmlElement, lines: Sequence[str]) -> list[str]:
    """The lines with the headings, list items and dated rows that stand among them, or right behind the last."""
    places = {_key(line): number for number, line in enumerate(lines)}
    found: list[str] = []
    between: list[str] = []
    done, last = 0, None
    for block in page.iter(*BLOCKS):
        text = _row(block) if block.tag == "tr" else element_text(block)
        number = places.get(_key(text.rpartition("\n")[2]), -1)
        if number >= done:
            found += [*(between if done else ()), *lines[done : number + 1]]
            done, last, between = number + 1, block, []
        elif number < 0 and last is not None and block.tag in MINOR and _is_wanted(block, text):
            if done == len(lines) and last.getparent() not in block.iterancestors():
                break
            between.append(text)
    return [*found, *lines[done:], *(between if done == len(lines) else ())]


def _row(row: HtmlElement) -> str:
    """A row of a table that begins with a date, on one line; "" for any other."""
    cells = [" ".join(cell.text_content().split()) for cell in row]
    return f"{cells[0]}: {' '.join(cells[1:])}" if len(cells) > 1 and DATE_LINE.match(cells[0]) else ""


def _is_wanted(block: HtmlElement, text: str) -> bool:
    """Whether a heading or an item is part of the story: neither a link to another nor furniture nor in a margin."""
    linked = sum(len(link.text_content()) for link in block.iter("a"))
    if not text or "\n" in text or linked > LINKED * len(text) or is_boilerplate(text):
        return False
    return not stands_in(block, OUTSIDE, MARGIN)


def _without_links(page: HtmlElement, lines: Sequence[str]) -> list[str]:
    """The lines that are more than the text of a link: a link on a line of its own leads to something else."""
    links = {" ".join(link.text_content().split()) for link in page.iter("a") if link.get("href")}
    kept = [line for line in lines if line.removeprefix("- ") not in links or line.endswith(SENTENCE_ENDS)]
    return kept if sum(map(len, kept)) >= MIN_REGION else list(lines)


def lines_above(root: HtmlElement, title: str, first: str) -> Iterator[str]:
    """What the page shows between its headline and the first paragraph of its article: byline, day, section."""
    lines = element_text(root).split("\n\n")
    keys = [_key(line) for line in lines]
    try:
        end = keys.index(_key(first))
        begin = max(number for number, key in enumerate(keys[:end]) if key == _key(title))
    except ValueError:
        return
    yield from lines[begin + 1 : end]
