"""Markdown (CommonMark): the chronology by year and month. What a pipe gets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from newsline.dates.describe import MONTHS, describe
from newsline.dates.span import Precision, Span
from newsline.formats import words
from newsline.formats.view import View
from newsline.model import DatedArticle, Event, Skipped, Timeline

LONGEST_IN_MONTH = 45
"""Days that a span may take and still stand under the month it begins in."""
REASONS_SHOWN = 3
DEEPEST = 6
"""Levels of headings in Markdown."""

_SPECIAL = re.compile(
    r"(?P<name>(?:(?<= )|^(?=\[\w\w))\[[A-Z](?:[^\W_]|[ .’'-])*\](?![(\[:]))"
    r"|[\\`*\[\]<~|]|\$(?!\d)|\$(?=.*\$)|(?<![^\W_])_|_(?![^\W_])|(?<!\w)#|&(?=#?\w+;)|:(?=\w+:)|(?<=\w)@|@(?=\w)"
)
"""What Markdown, or the GitHub and Obsidian kinds of it, could take for markup inside a line.

A single price in dollars stays as it is, "$14 million": a formula needs two marks, and no figure follows its second.
So does a name in brackets, "She [Mara Quist]": no address and no note follows it."""


def render(timeline: Timeline, view: View) -> str:
    """A heading for each year and month, an item for each event, then the articles and what was left out."""
    articles = words.by_id(timeline)
    parts, level = title_section(timeline, view)
    if not timeline.events:
        parts.append("No dated events were found.\n")
    for year, in_year in groupby(by_month(timeline.events), key=lambda event: event.span.first.year):
        parts.append(heading(level, str(year)))
        for month, in_month in groupby(in_year, key=lambda event: month_of(event.span)):
            if month:
                parts.append(heading(level + 1, f"{MONTHS[month - 1]} {year}"))
            parts.append("\n".join(line for event in in_month for line in item(event, articles, view)) + "\n")
    parts += articles_section(timeline.articles, level)
    parts += skipped_section(timeline.skipped, level)
    return "\n".join(parts)


def title_section(timeline: Timeline, view: View) -> tuple[list[str], int]:
    """The heading of the document, unless it stands under another's, and the level of the headings below it."""
    if view.embedded and not timeline.title:
        return [], view.level + 1
    return [heading(view.level + 1, escape(words.title(timeline)))], view.level + 2


def heading(level: int, text: str) -> str:
    """A heading; Markdown has six levels."""
    return f"{'#' * min(level, DEEPEST)} {text}\n"


def escape(text: str) -> str:
    """One line of Markdown that shows `text` as it is."""
    return _SPECIAL.sub(lambda found: found[0] if found["name"] else f"\\{found[0]}", words.plain(text))


def link(text: str, url: str | None) -> str:
    """`text` as a link, where the address is one of the web; both escaped."""
    address = words.safe_url(url)
    if address is None:
        return escape(text)
    target = re.sub(r"[()<>\\`*\[\]|]", lambda match: f"%{ord(match.group()):02X}", address)
    target = re.sub(r"&(?=#?\w+;)", "&amp;", target)
    return f"[{escape(text)}]({target})"


def by_month(events: Iterable[Event]) -> list[Event]:
    """The events year by year; in each year first those whose month is not known. Otherwise the order stays."""
    return sorted(events, key=lambda event: (event.span.first.year, month_of(event.span) or 0))


def month_of(span: Span) -> int | None:
    """The month under which a date stands, or None if it is too wide for one."""
    if span.precision < Precision.MONTH or span.days > LONGEST_IN_MONTH:
        return None
    return span.first.month


def item(event: Event, articles: dict[str, DatedArticle], view: View) -> Iterator[str]:
    """The lines of one event: date, wording and status; then what is disputed; then its sources."""
    status = words.status(event)
    note = f" *({escape(status)})*" if status else ""
    yield f"- **{escape(describe(event.span))}**: {escape(words.told(event))}{note}"
    for conflict in event.conflicts:
        yield f"  - {escape(words.sentence(conflict.text))}"
    if view.quotes:
        for mention in words.quotes(event):
            yield f"  - {source_link(mention.article, articles)}: “{escape(mention.quote)}”"
    else:
        names = [source_link(key, articles) for key in words.tellers(event)]
        yield f"  - {'Source' if len(names) == 1 else 'Sources'}: {'; '.join(names)}"


def source_link(key: str, articles: dict[str, DatedArticle]) -> str:
    """An article as a source, linked where it has an address."""
    article = articles.get(key)
    return link(words.source(article), article.url) if article else escape(key)


def articles_section(articles: Iterable[DatedArticle], level: int) -> list[str]:
    """The articles with their dates and the first reasons for each."""
    lines = [_article(article) for article in articles]
    return [heading(level, "Articles"), "\n".join(lines) + "\n"] if lines else []


def _article(article: DatedArticle) -> str:
    name = article.title or article.publisher or article.id
    parts = [link(name, article.url)]
    if article.publisher and article.publisher != name:
        parts.append(f", {escape(article.publisher)}")
    if article.id != name:
        parts.append(f" ({escape(article.id)})")
    dating = article.dating
    parts.append(f": **{escape(describe(dating.published) if dating.published else words.UNDATED)}**")
    if dating.published:
        parts.append(f" ({words.how_dated(article)})")
    if dating.evidence:
        parts.append(": " + "; ".join(escape(evidence.text) for evidence in dating.evidence[:REASONS_SHOWN]))
    if article.copy_of:
        parts.append(f". Copy of {escape(article.copy_of)}")
    return "- " + "".join(parts)


def skipped_section(skipped: Iterable[Skipped], level: int) -> list[str]:
    """The files that were left out, with the reason for each."""
    lines = [f"- {escape(item.path)}: {escape(item.reason)}" for item in skipped]
    return [heading(level, "Left out"), "\n".join(lines) + "\n"] if lines else []
