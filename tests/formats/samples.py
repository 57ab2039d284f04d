"""Timelines made by hand, for the tests of the formats. Invented outlets, places and people."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from newsline.dates.span import Precision, Span, between, day, month, one_of, year
from newsline.model import (
    Conflict,
    DatedArticle,
    DatedFrom,
    Dating,
    Event,
    Evidence,
    Factuality,
    Mention,
    Skipped,
    TimeExpression,
    Timeline,
    TimexType,
)

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</script><svg/onload=alert(1)>",
    "[sic] [/b] [bold red]x[/] :smile: [link=https://a.example]y[/link]",
    "*bold* _it_ `code` ~~gone~~ # head | cell | ![i](javascript:alert(1)) [l](javascript:alert(2)) <!-- c -->",
    "\x1b[31mred\x1b[0m \x1b]8;;https://evil.example\x07link\x1b]8;;\x07 \x9b31m bell\x07",
    '=HYPERLINK("https://evil.example")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\tTab =1",
    "a; b, c: d : e -- f %% g",
    "BEGIN:VEVENT\r\nSUMMARY:no\r\nEND:VEVENT",
    "newsline:end --> <!-- newsline:end -->",
    "&amp; &lt;b&gt; &#x3C; &copy;",
    "\u202egnirts desrever\u202c",
    "```\n```mermaid\nclick A call alert()\n```",
    "{{ 7*7 }} ${7*7} $x^2$ \\alert{1}",
    "#+BEGIN_SRC sh :results none\nrm -rf\n#+END_SRC",
    "'quoted' \"twice\" back\\slash \\n",
    "1. list - item > quote",
    "Émigré – naïve — “quotes” … 東京 🏴‍☠️",
)
"""Texts that some format could take for more than text."""


def expression(start: int, text: str) -> TimeExpression:
    """A time expression; its meaning is of no concern to the formats."""
    return TimeExpression(start, start + len(text), text, TimexType.DATE, meaning=None)  # type: ignore[arg-type]


def mention(article: str, text: str, phrase: str | None = None, *, start: int = 0, quote: str | None = None) -> Mention:
    """A mention whose quote is its sentence."""
    whole = quote or text
    found = expression(start + whole.index(phrase), phrase) if phrase else None
    return Mention(
        article=article,
        start=start + whole.index(text),
        end=start + whole.index(text) + len(text),
        text=text,
        quote_start=start,
        quote_end=start + len(whole),
        quote=whole,
        expression=found,
        why=(f"'{phrase}' counts from the article's date",) if phrase else ("told in the lead",),
    )


def event(key: str, span: Span, text: str, articles: tuple[str, ...] = ("a.txt",), **changes: object) -> Event:
    """An event told by some articles in the same words."""
    mentions = tuple(mention(article, text) for article in articles)
    made = Event(f"e-{key}", span, text, articles[0], 0, len(text), Factuality.HAPPENED, mentions, score=0.5)
    return replace(made, **changes)  # type: ignore[arg-type]


def article(
    key: str, published: Span | None, source: DatedFrom = DatedFrom.INFERRED, **changes: object
) -> DatedArticle:
    """An article of 1,000 characters."""
    evidence = (Evidence("“Sunday” is told in the past", 1.5),) if published else ()
    dating = Dating(key, published, source if published else DatedFrom.NONE, 0.9123 if published else None, evidence)
    made = DatedArticle(key, None, None, None, "en", 1000, dating)
    return replace(made, **changes)  # type: ignore[arg-type]


SUNDAYS = one_of([day(date(2031, 1, 5)), day(date(2031, 1, 12)), day(date(2031, 1, 19))])

ARTICLES = (
    article("a.txt", between(day(date(2031, 5, 5)), day(date(2031, 5, 6)))),
    article(
        "news/b.html",
        day(date(2031, 1, 6)),
        DatedFrom.METADATA,
        title="Bridge collapse: what we know",
        publisher="Harbour Post",
        url="https://harbourpost.example/2031/bridge_(orsk)?a=1&copy=2",
    ),
    article("c.txt", None),
    article("d.txt", day(date(2031, 1, 6)), DatedFrom.DATELINE, publisher="Valley Wire", copy_of="news/b.html"),
)

EVENTS = (
    event("00000001", year(2029), "The council voted for a new bridge.", status=Factuality.HAPPENED),
    event(
        "00000002",
        SUNDAYS,
        "The Orsk bridge collapsed on Sunday.",
        ("a.txt", "news/b.html", "d.txt"),
        conflicts=(Conflict("number", "reports differ: 12 or 13 injured", ("a.txt", "news/b.html")),),
        mentions=(
            mention("a.txt", "The Orsk bridge collapsed on Sunday.", "on Sunday"),
            mention("news/b.html", "bridge collapsed", "Sunday", start=40, quote="On Sunday the old bridge collapsed."),
            mention("d.txt", "The Orsk bridge collapsed on Sunday."),
        ),
        why=("3 mentions share “Orsk bridge” and “collapsed”",),
    ),
    event("00000003", Span(date(2031, 1, 1), date(2031, 4, 30), Precision.YEAR, part="START"), "Steel became dear."),
    event(
        "00000004",
        Span(date(2031, 5, 4), date(2031, 5, 4), Precision.PART, time="TNI"),
        "The builder knew of the cracks.",
        ("a.txt", "c.txt"),
        attributed_to="the mayor",
        conflicts=(Conflict("factuality", "the builder denies it", ("c.txt",)),),
    ),
    event("00000005", month(2031, 8).approximately(), "A new bridge is to open.", status=Factuality.PLANNED),
)

TIMELINE = Timeline(
    "The Orsk bridge", EVENTS, ARTICLES, (Skipped("scan.bin", "not text: a binary file"), Skipped("e.txt", "empty"))
)
EMPTY = Timeline(None, (), (), ())


def hostile_timeline(text: str) -> Timeline:
    """A timeline that says `text` wherever an article could say something."""
    dating = Dating(text, day(date(2031, 1, 6)), DatedFrom.METADATA, 1.0, (Evidence(text, 1.0),))
    address = "javascript:alert(1)" if "script" in text else text
    source = DatedArticle(text, text, text, address, "en", 1000, dating, copy_of=text)
    told = event(
        "0badcafe",
        day(date(2031, 1, 5)),
        text,
        (text,),
        attributed_to=text,
        why=(text,),
        conflicts=(Conflict("number", text, (text,)),),
        mentions=(replace(mention(text, text, text), why=(text,)),),
    )
    return Timeline(text, (told,), (source,), (Skipped(text, text),))
