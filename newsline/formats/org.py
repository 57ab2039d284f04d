"""Org (Emacs): a heading for each year and month, an item for each event."""

from __future__ import annotations

import re
from itertools import groupby

from newsline.dates.describe import MONTHS, describe
from newsline.formats import words
from newsline.formats.markdown import by_month, month_of
from newsline.formats.view import View
from newsline.model import DatedArticle, Event, Timeline

ZERO_WIDTH_SPACE = "\u200b"
"""Org knows no escape character; its manual names this one to keep a mark from being markup."""
_MARKUP = re.compile(r"[*/_=~+\[\]<>{}@$^\\|#:-]")
_LINK_TARGET = re.compile(r"[\[\]\\<>]")


def render(timeline: Timeline, view: View) -> str:
    """The whole document, with its title as a keyword."""
    articles = words.by_id(timeline)
    lines = [f"#+TITLE: {escape(words.title(timeline))}"]
    for year, in_year in groupby(by_month(timeline.events), key=lambda event: event.span.first.year):
        lines.append(f"\n* {year}")
        for month, in_month in groupby(in_year, key=lambda event: month_of(event.span)):
            if month:
                lines.append(f"** {MONTHS[month - 1]} {year}")
            for event in in_month:
                lines += _item(event, articles)
    if not timeline.events:
        lines.append("\nNo dated events were found.")
    if timeline.skipped:
        lines.append("\n* Left out")
        lines += [f"- {escape(item.path)}, {escape(item.reason)}" for item in timeline.skipped]
    return "\n".join(lines) + "\n"


def escape(text: str) -> str:
    """One line of Org that shows `text` as it is."""
    return _MARKUP.sub(rf"{ZERO_WIDTH_SPACE}\g<0>{ZERO_WIDTH_SPACE}", words.plain(text))


def _item(event: Event, articles: dict[str, DatedArticle]) -> list[str]:
    status = words.status(event)
    told = escape(words.told(event)) + (f" /({escape(status)})/" if status else "")
    sources = [_link(key, articles) for key in words.tellers(event)]
    disagreements = [f"  {escape(text)}" for text in words.disagreements(event)]
    return [f"- {escape(describe(event.span))} :: {told}", *disagreements, f"  Sources: {'; '.join(sources)}"]


def _link(key: str, articles: dict[str, DatedArticle]) -> str:
    article = articles.get(key)
    if article is None:
        return escape(key)
    address = words.safe_url(article.url)
    label = escape(words.source(article))
    if address is None:
        return label
    target = _LINK_TARGET.sub(lambda match: f"%{ord(match.group()):02X}", address)
    return f"[[{target}][{label}]]"
