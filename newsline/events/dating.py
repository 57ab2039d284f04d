"""Gives each mention its span, now that its article has a date.

Expressions are resolved once for each article. A mention of the lead has no expression: it belongs to the day of its
article. What was a plan when it was written stays one here; that others report it as done is for merging to find.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from newsline.dates.resolve import resolve
from newsline.dates.span import Span
from newsline.model import Analysis, Dating, Factuality, Mention, Resolution

LONGEST_LEAD = 45
"""Days that a publication date may be uncertain by and still date the lead: beyond that it says nothing."""


def date_mentions(analysis: Analysis, dating: Dating) -> tuple[Mention, ...]:
    """The mentions of an article that can be dated, with their spans and the reasons, in order."""
    resolutions = {(r.expression.start, r.expression.end): r for r in resolve(analysis.expressions, dating.published)}
    return tuple(_dated(analysis, dating, resolutions))


def _dated(analysis: Analysis, dating: Dating, resolutions: dict[tuple[int, int], Resolution]) -> Iterator[Mention]:
    for mention in analysis.mentions:
        if mention.expression is None:
            span = dating.published
            if span is not None and span.days <= LONGEST_LEAD:
                why = "told in the lead without a date: taken as of the article's day"
                yield replace(mention, span=span, why=(why,))
            continue
        found = resolutions.get((mention.expression.start, mention.expression.end))
        if found is None:
            continue
        span, why_ = _span(mention, found)
        if span is not None:
            yield _coherent(replace(mention, span=span, why=why_), dating.published)


def _span(mention: Mention, found: Resolution) -> tuple[Span | None, tuple[str, ...]]:
    """The span of the event, and why. "Since August" and "by June" bound an event, they do not cover it."""
    meaning = type(found.expression.meaning).__name__
    if found.span is None:
        return None, ()
    if meaning == "Since":
        return found.span, (*found.why, "what has held since then began then")
    if meaning == "Until":
        return found.span, (*found.why, "what held until then ended then")
    return found.span, found.why


def _coherent(mention: Mention, published: Span | None) -> Mention:
    """A thing told as done that lies after the article is a plan."""
    if published is None or mention.span is None or mention.span.first <= published.last:
        return mention
    if mention.factuality in (Factuality.HAPPENED, Factuality.ONGOING):
        why = (*mention.why, "lies after the article's date, so it was planned then")
        return replace(mention, factuality=Factuality.PLANNED, why=why)
    return mention
