"""Mentions for tests of what comes after extraction: a line of text, its names in capitals, a span."""

from __future__ import annotations

import re
from datetime import date

from newsline.dates.expression import Fixed
from newsline.dates.span import Span, day
from newsline.events.terms import stem
from newsline.events.tokens import LEXICON
from newsline.model import DatedFrom, Dating, Factuality, Mention, TimeExpression, TimexType

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_COUNT = re.compile(r"(\d+) (?:\w+ )?(killed|injured|homes|vessels)")


def told(
    article: str,
    text: str,
    span: Span | None,
    *,
    sentence: int = 0,
    lead: bool = False,
    factuality: Factuality = Factuality.HAPPENED,
    speaker: str | None = None,
    quote: str | None = None,
    fitness: float = 0.8,
) -> Mention:
    """A mention of an article; capitalised words inside the text are names, "12 killed" is a number."""
    start = 1000 * sentence
    words = _WORD.findall(text)
    names = tuple(dict.fromkeys(word for word in words if word[0].isupper() and word.lower() not in LEXICON))
    content = [word.lower() for word in words if word not in names and len(word) > 3]
    expression = None
    if span is not None and not lead:
        expression = TimeExpression(start, start + 1, str(span), TimexType.DATE, Fixed(span), sentence=sentence)
    whole = quote or text
    return Mention(
        article=article,
        start=start,
        end=start + len(text),
        text=text,
        quote_start=start,
        quote_end=start + len(whole),
        quote=whole,
        expression=expression,
        factuality=factuality,
        speaker=speaker,
        terms=tuple(dict.fromkeys(stem(word) for word in content)),
        names=names,
        numbers=tuple(f"{count} {unit}" for count, unit in _COUNT.findall(text)),
        sentence=sentence,
        fitness=fitness,
        span=span,
    )


def on(year: int, month: int, number: int) -> Span:
    """One day."""
    return day(date(year, month, number))


def published(article: str, span: Span | None) -> Dating:
    """A dating out of metadata."""
    return Dating(article, span, DatedFrom.METADATA if span else DatedFrom.NONE)
