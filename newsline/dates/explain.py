"""How a date was derived, in plain words fit for print."""

from __future__ import annotations

from newsline.dates.describe import describe
from newsline.dates.expression import (
    Bare,
    Earlier,
    Expression,
    Later,
    Within,
    is_absolute,
    needs_of,
    walk,
)
from newsline.dates.span import Span
from newsline.model import TimeExpression


def steps(expression: TimeExpression, span: Span | None, anchor: Span | None) -> tuple[str, ...]:
    """The steps from the words to the date; the last one names the date."""
    meaning, found = expression.meaning, []
    phrase = f"'{' '.join(expression.text.split())}'"
    if expression.locale:
        found.append(f"{phrase} was read by the month names of the language '{expression.locale}', without its grammar")
    needs = needs_of(meaning)
    if not needs and is_absolute(meaning):
        return (*found, f"{phrase} is {describe(span)}") if span else ()
    if "told" in needs:
        found.append(f"{phrase} is of the day told before it, else of the article's own")
    elif "day" in needs:
        if anchor is None:
            return (f"{phrase} counts from the article's date, which is not known",)
        found.append(f"{phrase} counts from the article's date, {describe(anchor)}")
    elif "previous" in needs or any(isinstance(part, Earlier | Later) for part in walk(meaning)):
        found.append(f"{phrase} counts from the date told before it")
    if isinstance(meaning, Within):
        found.extend(_outer(meaning.outer, anchor))
    if isinstance(meaning, Bare) and span:
        found.append(
            f"told in the {expression.tense} tense" if expression.tense in {"past", "future"} else "the nearest one"
        )
    if span:
        found.append(describe(span))
    return tuple(found)


def _outer(outer: Expression, anchor: Span | None) -> list[str]:
    if anchor is None or not anchor.is_day:
        return []
    from newsline.dates.expression import Anchor

    whole = outer.resolve(Anchor(anchor.first))
    return [describe(whole)] if whole else []
