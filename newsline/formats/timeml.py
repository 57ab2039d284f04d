"""TimeML 1.2.1: an article with a TIMEX3 element around each of its time expressions.

The text inside `<TEXT>` is the article's, character for character; what XML cannot hold (control characters, lone
surrogates) becomes U+FFFD. The day of writing is the TIMEX3 `t0`, with `functionInDocument="CREATION_TIME"`. The ends
of an anchored duration or of a run of dates are empty TIMEX3 elements behind it, as the annotation guidelines have it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newsline.dates import timex3
from newsline.dates.amounts import UNKNOWN_DAY
from newsline.dates.expression import Between, Earlier, Later, Repeated, SameAs, depends_on_day, walk
from newsline.dates.resolve import moves_the_story
from newsline.dates.span import Precision, Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsline.dates.expression import Expression
    from newsline.model import Article, Dating, Resolution

CREATION_TIME: Final = "t0"
HEAD: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">\n'
)
FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What an XML 1.0 document cannot hold, not even escaped."""
ESCAPES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"}
ATTRIBUTE_ESCAPES: Final = ESCAPES | {"\n": "&#10;", "\t": "&#9;"}
"""A reader of XML makes blanks of line breaks in attributes, and line feeds of carriage returns in text."""


def write(article: Article, dating: Dating, resolutions: Sequence[Resolution]) -> str:
    """One article as one TimeML document; `resolutions` are those of its expressions, in the order of the text."""
    parts = [HEAD, f"<DOCID>{_text(article.id)}</DOCID>\n", f"<DCT>{_creation_time(dating.published)}</DCT>\n"]
    if article.title is not None:
        parts.append(f"<TITLE>{_text(article.title)}</TITLE>\n")
    parts.extend(("<TEXT>", *_body(article.text, resolutions), "</TEXT>\n</TimeML>\n"))
    return "".join(parts)


def _body(text: str, resolutions: Sequence[Resolution]) -> list[str]:
    parts: list[str] = []
    position, number, previous = 0, 0, CREATION_TIME
    for resolution in resolutions:
        expression = resolution.expression
        if expression.start < position:
            continue
        number += 1
        name = f"t{number}"
        ends = _ends(resolution, number)
        number += len(ends)
        attributes = _attributes(resolution, name, previous) | {role: tid for role, tid, _ in ends}
        content = _text(text[expression.start : expression.end])
        parts.append(_text(text[position : expression.start]) + _element(attributes, content))
        parts.extend(_empty(tid, span) for _, tid, span in ends if tid != CREATION_TIME)
        position = expression.end
        if resolution.span and moves_the_story(expression, resolution.span):
            previous = name
    parts.append(_text(text[position:]))
    return parts


def _attributes(resolution: Resolution, name: str, previous: str) -> dict[str, str]:
    """The attributes of an expression, the ends aside, in the order of the TimeML specification."""
    expression = resolution.expression
    meaning = expression.meaning
    found = {"tid": name, "type": expression.type.value, "value": resolution.value}
    if expression.mod:
        found["mod"] = expression.mod
    if isinstance(meaning, Repeated):
        found |= {key: text for key, text in (("quant", meaning.quant), ("freq", meaning.freq)) if text}
    anchor = _anchor(meaning, previous)
    found["temporalFunction"] = "true" if anchor else "false"
    found["functionInDocument"] = "NONE"
    if anchor:
        found["anchorTimeID"] = anchor
    return found


def _anchor(meaning: Expression, previous: str) -> str | None:
    """What an expression counts from: the last date told, the day of writing, or nothing."""
    if depends_on_day(meaning):
        return CREATION_TIME
    if any(isinstance(part, SameAs) or (isinstance(part, Earlier | Later) and not part.base) for part in walk(meaning)):
        return previous
    return None


def _ends(resolution: Resolution, number: int) -> list[tuple[str, str, Span]]:
    """Role, id and date of the two ends of an anchored duration, or of a run of dates."""
    span, begin, end = resolution.span, resolution.begin, resolution.end
    if isinstance(resolution.expression.meaning, Between) and span and not span.members and span.first < span.last:
        begin = Span(span.first, span.first, Precision.DAY)
        end = Span(span.last, span.last, Precision.DAY)
    if begin is None or end is None:
        return []
    return [("beginPoint", f"t{number + 1}", begin), ("endPoint", f"t{number + 2}", end)]


def _empty(tid: str, span: Span) -> str:
    """A TIMEX3 without text, for a date that the text does not name."""
    attributes = {"tid": tid, "type": "DATE", "value": timex3.of_span(span), "temporalFunction": "true"}
    return _element(attributes | {"functionInDocument": "NONE", "anchorTimeID": CREATION_TIME}, "")


def _creation_time(published: Span | None) -> str:
    """The day of writing. TIMEX3 has no sets: of several days it tells the month or the year that they share."""
    attributes = {"tid": CREATION_TIME, "type": "DATE", "value": _shared_value(published)}
    if published and published.approximate:
        attributes["mod"] = "APPROX"
    attributes |= {"temporalFunction": "false", "functionInDocument": "CREATION_TIME"}
    return _element(attributes, _text(str(published) if published else UNKNOWN_DAY))


def _shared_value(span: Span | None) -> str:
    if span is None:
        return UNKNOWN_DAY
    if span.first == span.last:
        return span.first.isoformat()
    if span.first.year != span.last.year:
        return UNKNOWN_DAY
    whole_week = span.days == 7 and span.precision is Precision.WEEK
    if whole_week:
        return timex3.of_span(span)
    return f"{span.first:%Y-%m}" if span.first.month == span.last.month else f"{span.first.year:04}"


def _element(attributes: Mapping[str, str], content: str) -> str:
    listed = " ".join(f'{name}="{_attribute(value)}"' for name, value in attributes.items())
    return f"<TIMEX3 {listed}>{content}</TIMEX3>" if content else f"<TIMEX3 {listed}/>"


def _text(text: str) -> str:
    return _escaped(text, ESCAPES)


def _attribute(text: str) -> str:
    return _escaped(text, ATTRIBUTE_ESCAPES)


def _escaped(text: str, escapes: Mapping[str, str]) -> str:
    clean = FORBIDDEN.sub("\ufffd", text)
    return clean.translate({ord(character): replacement for character, replacement in escapes.items()})
