"""HTML: one page that is complete in itself, fetches nothing, and can be read without script.

Its Content-Security-Policy allows the two blocks of code that newsline itself wrote, by their hash, and nothing else:
even if some text of an article came through as markup, it could not run.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from functools import cache
from html import escape as escape_html
from importlib.resources import files
from itertools import groupby

from newsline.dates.describe import MONTHS, describe
from newsline.dates.span import Precision, Span
from newsline.formats import words
from newsline.formats.markdown import by_month, month_of
from newsline.formats.view import View
from newsline.model import DatedArticle, Event, Mention, Skipped, Timeline


def render(timeline: Timeline, view: View) -> str:
    """The page. With `quotes`, the reasons for the dates are open from the start."""
    articles = words.by_id(timeline)
    return "\n".join(
        [
            *_head(timeline),
            '<a class="skip" href="#events">Skip to the events</a>',
            f"<header><h1>{_text(words.title(timeline))}</h1>",
            f'<p class="faint">{_counts(timeline)}</p></header>',
            *_filter(timeline.events, articles),
            '<nav id="density" aria-label="Events by month" hidden><ol></ol><p></p></nav>',
            '<main id="events">',
            *_years(timeline.events, articles, view),
            *_articles(timeline.articles),
            *_left_out(timeline.skipped),
            "</main>",
            f"<script>{_asset('page.js')}</script>",
            "</body>",
            "</html>\n",
        ]
    )


@cache
def _asset(name: str) -> str:
    return files("newsline.formats").joinpath(name).read_text("utf-8")


def _digest(code: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(code.encode("utf-8")).digest()).decode("ascii") + "'"


def _head(timeline: Timeline) -> list[str]:
    style, script = _asset("page.css"), _asset("page.js")
    policy = (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    return [
        "<!doctype html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="generator" content="newsline">',
        f"<title>{_text(words.title(timeline))}</title>",
        f"<style>{style}</style>",
        "</head>",
        "<body>",
    ]


def _text(text: str) -> str:
    """One line of text, for content and for attributes in double quotes."""
    return escape_html(words.plain(text))


def _counts(timeline: Timeline) -> str:
    if not timeline.events:
        return "No dated events were found."
    return f"{words.counted(len(timeline.events), 'event')} from {words.counted(len(timeline.articles), 'article')}"


def _outlets(events: Sequence[Event], articles: dict[str, DatedArticle]) -> list[str]:
    """The names of all sources; their numbers here stand in the attributes of the events."""
    found = {words.outlet(articles[key]) for event in events for key in words.tellers(event) if key in articles}
    return sorted(found)


def _status(event: Event) -> str:
    """The word by which events are filtered: "claimed" for what only somebody says."""
    if any(conflict.kind == "factuality" for conflict in event.conflicts):
        return "disputed"
    return "claimed" if event.attributed_to and not words.STATUS_WORDS[event.status] else event.status.value


def _filter(events: Sequence[Event], articles: dict[str, DatedArticle]) -> list[str]:
    statuses = sorted({_status(event) for event in events})
    outlets = [f'<option value="{n}">{_text(name)}</option>' for n, name in enumerate(_outlets(events, articles))]
    return [
        '<form id="filter" role="search" hidden>',
        '<label>Text <input type="search" name="text" autocomplete="off"></label>',
        f'<label>Source <select name="source"><option value="">all</option>{"".join(outlets)}</select></label>',
        '<label>Status <select name="status"><option value="">all</option>'
        + "".join(f"<option>{status}</option>" for status in statuses)
        + "</select></label>",
        '<p id="count" class="faint" role="status"></p>',
        "</form>",
    ]


def _years(events: Sequence[Event], articles: dict[str, DatedArticle], view: View) -> Iterator[str]:
    numbers = {name: str(number) for number, name in enumerate(_outlets(events, articles))}
    for year, in_year in groupby(by_month(events), key=lambda event: event.span.first.year):
        yield f"<section data-group><h2>{year}</h2>"
        for month, in_month in groupby(in_year, key=lambda event: month_of(event.span)):
            heading = f"<h3>{MONTHS[month - 1]} {year}</h3>" if month else ""
            yield f"<section data-group>{heading}<ol>"
            for event in in_month:
                yield from _event(event, articles, numbers, view)
            yield "</ol></section>"
        yield "</section>"


def _event(event: Event, articles: dict[str, DatedArticle], numbers: dict[str, str], view: View) -> Iterator[str]:
    told = words.tellers(event)
    known = sorted({numbers[words.outlet(articles[key])] for key in told if key in articles}, key=int)
    month = f"{event.span.first:%Y-%m}" if month_of(event.span) else ""
    yield (
        f'<li class="event" id="{_text(event.id)}" data-status="{_status(event)}" '
        f'data-sources="{" ".join(known)}" data-month="{month}">'
    )
    yield f'<p class="date">{_time(event.span)}</p>'
    status = words.status(event)
    note = f' <span class="status">{_text(status)}</span>' if status else ""
    yield f"<p>{_text(words.told(event))}{note}</p>"
    yield from (f'<p class="conflict">{_text(text)}</p>' for text in words.disagreements(event))
    sources = "; ".join(_source(key, articles) for key in told)
    yield f'<p class="sources">{"Source" if len(told) == 1 else "Sources"}: {sources}</p>'
    yield f"<details{' open' if view.quotes else ''}><summary>Why this date?</summary>"
    for mention in event.mentions:
        yield from _quote(mention, articles)
    yield f"{_reasons(event.why)}</details></li>"


def _time(span: Span) -> str:
    """The date in words, with as much of it as HTML can say exactly for programs."""
    text = _text(describe(span))
    machine = _datetime(span)
    return f'<time datetime="{machine}">{text}</time>' if machine else text


def _datetime(span: Span) -> str | None:
    """The narrowest day, month or year that holds the whole span."""
    first, last = span.first, span.last
    if first == last:
        return first.isoformat()
    if first.year != last.year:
        return None
    narrow = first.month == last.month and span.precision >= Precision.MONTH
    return f"{first:%Y-%m}" if narrow else f"{first:%Y}"


def _source(key: str, articles: dict[str, DatedArticle]) -> str:
    article = articles.get(key)
    if article is None:
        return _text(key)
    label = _text(words.source(article))
    address = words.safe_url(article.url)
    return f'<a href="{escape_html(address)}" rel="noopener noreferrer">{label}</a>' if address else label


def _quote(mention: Mention, articles: dict[str, DatedArticle]) -> Iterator[str]:
    quote, phrase = mention.quote, mention.expression
    if phrase and mention.quote_start <= phrase.start <= phrase.end <= mention.quote_end:
        start, end = phrase.start - mention.quote_start, phrase.end - mention.quote_start
        parts = (_part(quote[:start]), f"<mark>{_part(quote[start:end])}</mark>", _part(quote[end:]))
        shown = "".join(parts)
    else:
        shown = _text(quote)
    article = articles.get(mention.article)
    name = _text(words.source(article) if article else mention.article)
    yield f"<figure><blockquote>“{shown}”</blockquote><figcaption>{name}</figcaption>{_reasons(mention.why)}</figure>"


def _part(text: str) -> str:
    """A piece of a quotation, the space at its ends kept."""
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and text.strip() else ""
    return before + _text(text) + after


def _reasons(reasons: Sequence[str]) -> str:
    return (
        f'<ul class="why">{"".join(f"<li>{_text(words.sentence(text))}</li>" for text in reasons)}</ul>'
        if reasons
        else ""
    )


def _articles(articles: Sequence[DatedArticle]) -> Iterator[str]:
    if not articles:
        return
    yield '<section id="articles"><h2>Articles</h2><ul>'
    for article in articles:
        name = _source(article.id, {article.id: article})
        title = f": {_text(article.title)}" if article.title else ""
        copy = f" Copy of {_text(article.copy_of)}." if article.copy_of else ""
        yield f'<li><p>{name}{title} <span class="faint">{_text(article.id)}.{copy}</span></p>'
        reasons = [evidence.text for evidence in article.dating.evidence]
        if reasons:
            how = _text(words.sentence(words.how_dated(article)))
            yield f"<details><summary>{how}</summary>{_reasons(reasons)}</details>"
        yield "</li>"
    yield "</ul></section>"


def _left_out(skipped: Sequence[Skipped]) -> Iterator[str]:
    if skipped:
        items = "".join(f"<li>{_text(item.path)}: {_text(item.reason)}</li>" for item in skipped)
        yield f'<section id="left-out"><h2>Left out</h2><ul>{items}</ul></section>'
