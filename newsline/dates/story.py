"""Stories that tell their own years: in "14 September 1939 ... on 28 September" the second date is of 1939.

News counts bare dates from the day it was written; histories, biographies and reports of trials count them from the
dates that they have told. Which of the two a text is shows by its dates: news says "Tuesday", "last week" and
"yesterday", a story says years.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from msgspec.structs import replace

from newsline.dates.expression import (
    Ago,
    AtTime,
    Bare,
    Between,
    Dated,
    DayOfMonth,
    Duration,
    Expression,
    Fixed,
    Foretold,
    Hence,
    InStory,
    Last,
    Month,
    MonthDay,
    Nearby,
    Next,
    PartOf,
    RangeEnd,
    Repeated,
    Season,
    Since,
    This,
    Until,
    Vague,
    Weekday,
    Weekend,
    Within,
    walk,
)
from newsline.dates.policy import in_story
from newsline.dates.span import Precision, Span
from newsline.dates.tense import Tense
from newsline.dates.units import Unit
from newsline.model import Sentence, TimeExpression, TimexType

LEAST: Final = 2
"""Dates told with their year, to the season at least, from which on a text may be a story."""
MANY: Final = 4
"""Of these dates and of years told alone, so many are enough in a text that nowhere speaks from its own day."""
SHARE: Final = 4
"""So many of them there must be for each date that counts from the day of writing."""
OF_NEWS: Final = (Ago, Hence, Last, Next, This)
LEANING: Final = (DayOfMonth, Month, MonthDay, Season)
"""Dates of the year; in a story they are of the year that it has reached."""
LOOKING_BACK: Final = frozenset({Tense.PAST, Tense.NONE})
TOLD: Final = frozenset({TimexType.DATE, TimexType.TIME})


def retold(expressions: Sequence[TimeExpression], sentences: Sequence[Sentence]) -> tuple[TimeExpression, ...]:
    """The expressions of a text, its bare dates counted from the story where it is one."""
    if not any(_leans(item) for item in expressions):
        return tuple(expressions)
    story = is_story(expressions)
    if not story:
        expressions = _continued(expressions, sentences)
    found: list[TimeExpression] = []
    year: Fixed | None = None
    told = -2
    for item in expressions:
        if _leans(item) and item.tense in LOOKING_BACK:
            near = item.sentence == told or (
                item.sentence == told + 1 and year is not None and _is_soon(item.meaning, year.span)
            )
            if story or (year is not None and near):
                item = replace(item, meaning=_in_story(item.meaning, None if story else year))
                told = item.sentence
        if found and isinstance(item.meaning, Bare) and isinstance(item.meaning.repeating, DayOfMonth):
            item = replace(item, meaning=_beside(found[-1], item, item.meaning.repeating))
        if found and (beside := _beside_told(found[-1], item, sentences)):
            item = replace(item, meaning=beside)
        if item.tense is not Tense.FUTURE and (exact := _exact(item)):  # what happened is not of the year of a plan
            year, told = exact, item.sentence
        elif year is not None and _is_of_news(item):
            year = None
        found.append(item)
    return tuple(found)


def _of_last_year(item: TimeExpression) -> bool:
    """Whether it is a month or day of a year told from the day of writing: "27 June last year"."""
    meaning = item.meaning
    if not isinstance(meaning, Within) or not isinstance(meaning.inner, Month | MonthDay):
        return False
    return isinstance(meaning.outer, Last) and meaning.outer.of is Unit.YEAR


def _beside_told(told: TimeExpression, item: TimeExpression, sentences: Sequence[Sentence]) -> Expression | None:
    """What a month or day of the year means that counts from the date before it in its sentence, not from the day of
    writing: "said in April that it would end in June", "was jailed on 27 June last year after confessing in May".
    """
    bare = item.meaning
    if told.sentence != item.sentence or not isinstance(bare, Bare) or not isinstance(bare.repeating, Month | MonthDay):
        return None
    start = sentences[item.sentence].start
    between = sentences[item.sentence].text[told.end - start : item.start - start]
    if item.tense is Tense.FUTURE:
        foretold = told.tense is Tense.PAST and " would " in between
        dated = _of_last_year(told) or not _signs(told.meaning).isdisjoint({"leans", "exact", "year"})
        return Foretold(bare.repeating, told.meaning) if foretold and dated else None
    if _of_last_year(told) and (" after " in between or " before " in between):
        return InStory(bare.repeating, told.meaning)
    return None


SOON: Final = 62
BACK: Final = 7
"""Days after a date told with its year, two months, and before it within which the next sentence's day without one is
of its story: "the report came on 2 June 2022. She resigned on 10 June", "he left on 22 January 2017. His rival came in
on 19 January". Chance would have one in five so near. Months are not sure enough: "it went public in March 2011. It
broke ground in June"."""


def _is_soon(meaning: Expression, told: Span) -> bool:
    """Whether a day of the year lies near the day, or soon after the month, that the sentence before it told."""
    day = next((part.repeating for part in walk(meaning) if isinstance(part, Bare)), None)
    if not isinstance(day, MonthDay) or told.precision < Precision.MONTH:
        return isinstance(day, DayOfMonth)
    then = in_story(day, told)
    return then is not None and -BACK <= (then.first - told.last).days <= SOON


def _beside(left: TimeExpression, item: TimeExpression, day: DayOfMonth) -> Expression:
    """A day of the month beside the date right before it, of the same time: "failed on 14 January and on the 16th"."""
    if left.sentence != item.sentence or (left.tense in LOOKING_BACK) is not (item.tense in LOOKING_BACK):
        return item.meaning
    month = any(isinstance(part, Bare) and isinstance(part.repeating, Month | MonthDay) for part in walk(left.meaning))
    return Nearby(day.number, left.meaning) if month else item.meaning


HEAD: Final = 9
"""Characters before a date at the head of its sentence: "In ", "By early "."""


def _continued(expressions: Sequence[TimeExpression], sentences: Sequence[Sentence]) -> list[TimeExpression]:
    """Passages of the past within news: "In May 2012 he ... . In October he ... . By March he ...".

    A bare date at the head of a sentence counts from the date at the head of the sentence before. In a text that
    nowhere speaks from its own day it counts from any date with a year there, and from a year alone.
    """
    news = is_of_news(expressions)
    found: list[TimeExpression] = []
    base: Expression | None = None
    told, going_on = -2, False
    for item in expressions:
        back = item.type in TOLD and item.tense in LOOKING_BACK and not isinstance(item.meaning, Since | Until)
        heads = item.start - sentences[item.sentence].start <= HEAD or (isinstance(base, InStory) and not news)
        if item.sentence != told:
            going_on = back and heads and base is not None and item.sentence == told + 1 and _leans(item)
        if going_on and back and _leans(item):
            item = replace(item, meaning=_in_story(item.meaning, base))
            base = next((part for part in walk(item.meaning) if isinstance(part, InStory)), None)
            told = item.sentence
        elif heads or (not news and back and _exact(item)):
            base = (_exact(item) or (None if news else _year(item))) if back else None
            told = item.sentence
        found.append(item)
    return found


def is_story(expressions: Sequence[TimeExpression]) -> bool:
    """Whether a text tells its own years, and hardly a date that counts from the day it was written."""
    exact = sum(_exact(item) is not None for item in expressions)
    news = sum(map(_is_of_news, expressions))
    if not news and exact < LEAST:
        return exact + sum(item.type in TOLD and "year" in _signs(item.meaning) for item in expressions) >= MANY
    return exact >= LEAST and exact >= SHARE * news


def _leans(item: TimeExpression) -> bool:
    return item.type in TOLD and "leans" in _signs(item.meaning)


def _exact(item: TimeExpression) -> Fixed | None:
    """A date told with its year, to the season at least."""
    if item.type not in TOLD or "exact" not in _signs(item.meaning):
        return None
    return next((part for part in walk(item.meaning) if isinstance(part, Fixed)), None)


def _year(item: TimeExpression) -> Fixed | None:
    """A year told alone."""
    if "year" not in _signs(item.meaning):
        return None
    return next((part for part in walk(item.meaning) if isinstance(part, Fixed)), None)


def _is_of_news(item: TimeExpression) -> bool:
    return "news" in _signs(item.meaning)


def is_of_news(expressions: Sequence[TimeExpression]) -> bool:
    """Whether a text speaks from its own day, somewhere."""
    return any(map(_is_of_news, expressions))


NOTHING: Final = frozenset[str]()


@lru_cache(maxsize=1 << 12)
def _signs(meaning: Expression) -> frozenset[str]:
    """What a meaning shows: "leans" on a year told elsewhere, is "exact", is a "year", is "news"."""
    if isinstance(meaning, Vague | Duration | Repeated):
        return NOTHING
    found: set[str] = set()
    fixed: Fixed | None = None
    for part in walk(meaning):
        if isinstance(part, Bare):
            found.add("leans" if isinstance(part.repeating, LEANING) else "")
            found.add("news" if isinstance(part.repeating, Weekday | Weekend) else "")
        elif isinstance(part, OF_NEWS):
            found.add("news")
        elif isinstance(part, Fixed):
            fixed = fixed or part
    if fixed is not None and (fixed.span.precision >= Precision.MONTH or fixed.span.precision is Precision.SEASON):
        found.add("exact")
    elif fixed is not None and fixed.span.precision is Precision.YEAR:
        found.add("year")
    return frozenset(found - {""})


def _in_story(meaning: Expression, base: Expression | None) -> Expression:
    """A meaning whose bare dates count from the story."""
    if isinstance(meaning, Bare) and isinstance(meaning.repeating, LEANING):
        return InStory(meaning.repeating, base)
    match meaning:
        case Between(first, last):
            return Between(_in_story(first, base), _in_story(last, base))
        case RangeEnd(run):
            whole = _in_story(run, base)
            return RangeEnd(whole) if isinstance(whole, Between) else meaning
        case AtTime() | Dated() | PartOf() | Since() | Until():
            return replace(meaning, inner=_in_story(meaning.inner, base))
        case _:
            return meaning
