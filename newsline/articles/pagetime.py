"""The day that a page shows for its article: <time> elements, marked elements, the time stamp in a byline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsline.articles.clean import stands_in
from newsline.articles.datestring import parse_date
from newsline.articles.kinds import has_year
from newsline.model import DateSignal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

BESIDE = frozenset({"nav", "footer", "aside", "li"})
MARGIN = re.compile(r"comment|related|(?<!has-)(?<!with-)(?<!content-)sidebar|teaser|most-read", re.I)
"""Teasers of other articles stand in the navigation, the footer, an aside, a list or a comment."""
PUBLICATION = re.compile(r"publish|pubdate|posted|entry-date|dateline", re.I)
UPDATE = re.compile(r"modif|updat", re.I)
STAMPED = re.compile(
    r"(?:^|[\s_-])(?:date|dateline|datetime|time-?stamp|pub-?date|published(?:-?(?:on|at|date))?|posted(?:-?on)?|byline|"
    r"post-?meta|article-?meta|entry-?meta|story-?meta|article-?info)(?=$|[\s_-])|publishDate|postDate|pubDate",
    re.I,
)
"""Classes and ids of the line below a headline that tells who wrote the article and when."""
STAMP_LENGTH = 200
"""Characters of such a line."""
UPDATED = r"(?:last )?(?:updated|modified)|mise? à jour|aktualisiert|actualizado|atualizado|aggiornato|bijgewerkt"
STAMP_SPLIT = re.compile(rf"[|•·\n]|(?=\b(?:{UPDATED})\b)", re.I)
"""What stands between the day of publication and that of the last change."""
UPDATE_PIECE = re.compile(UPDATED, re.I)
DAY = re.compile(
    r"\d{1,2}(?:er|st|nd|rd|th)?\.? (?:de |of )?[^\W\d_]{3,12}\.?,?(?: de)? \d{4}"
    r"|[^\W\d_]{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}-\d\d-\d\d"
)
"""A date without a day of the month may be the name of an issue."""


def shown_dates(root: HtmlElement, language: str | None) -> Iterator[DateSignal]:
    """The first date that the page shows for its article, the best marked before others."""
    language = language or "en"
    for signal in (_time_element(root, language), _marked_element(root, language), _stamp(root, language)):
        if signal is not None:
            yield signal
            return


def _signal(written: str | None, language: str) -> DateSignal | None:
    span = parse_date(written, language)
    return DateSignal("time", span, " ".join(written.split())) if span and written else None


def _time_element(root: HtmlElement, language: str) -> DateSignal | None:
    """The first <time> of the article that gives a date, the ones marked as its publication date before others."""
    elements = [one for one in root.iter("time") if not is_beside(one) and not UPDATE.search(_marks(one))]
    elements.sort(key=lambda element: not (PUBLICATION.search(_marks(element)) or element.get("pubdate") is not None))
    written = [one.get("datetime") or one.get("content") or one.text_content() for one in elements]
    return next((signal for one in written if (signal := _signal(one, language))), None)


def _marked_element(root: HtmlElement, language: str) -> DateSignal | None:
    """What microdata and microformats mark: itemprop="datePublished", <abbr class="published" title="...">."""
    path = (
        "//*[@itemprop='datePublished' and not(self::meta) and not(self::time)] | //abbr[@title and "
        "contains(concat(' ', @class, ' '), ' published ')]"
    )
    elements = [element for element in root.xpath(path) if not is_beside(element)]
    written = [
        one.get("content") or one.get("datetime") or (one.get("title") if one.tag == "abbr" else one.text_content())
        for one in elements
    ]
    return next((signal for one in written if (signal := _signal(one, language))), None)


def _stamp(root: HtmlElement, language: str) -> DateSignal | None:
    """The day in a short line whose class says that it tells when: "By Ann Ito | Posted: Wed 6:32 PM, Jun 25, 2031"."""
    for element in root.xpath("//*[@class or @id]"):
        if element.tag in ("body", "html", "time") or not STAMPED.search(f"{element.get('class')} {element.get('id')}"):
            continue
        text = element.text_content()
        if len(text) > STAMP_LENGTH or not has_year(text, 0, len(text)) or is_beside(element):
            continue
        for piece in STAMP_SPLIT.split(text):
            day = None if UPDATE_PIECE.search(piece) else DAY.search(piece)
            if day and (signal := _signal(day[0], language)):
                return signal
    return None


def _marks(element: HtmlElement) -> str:
    return f"{element.get('itemprop') or ''} {element.get('class') or ''}"


def is_beside(element: HtmlElement) -> bool:
    """Whether an element stands beside the article, where teasers of others do."""
    return stands_in(element, BESIDE, MARGIN)
