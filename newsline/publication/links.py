"""Days that another article of a small folder names: "on Friday" here, "on 25 May" there, of the same event.

What one article says beside a date of its own ("on Friday", "this morning", "last month", "three months after") is
compared with what is said beside a date that is known by itself: a full date, a day of the year, or a date of an
article whose day is known. Where both tell one event, the article appeared on one of the days from which its words mean
that date (`reach.days`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from newsline.analysis import Analysis
from newsline.dates import almanac
from newsline.dates import expression as ex
from newsline.dates.describe import describe
from newsline.dates.span import Precision, Span
from newsline.dates.tense import Tense
from newsline.publication import amounts, evidence, reach, sayings, shared
from newsline.publication.amounts import Amount
from newsline.publication.clues import Window
from newsline.publication.days import Days
from newsline.publication.layout import PROSE, Found
from newsline.publication.link import AT_RANDOM, Link

ALIKE = 0.12
"""Cosine of two sayings from which they may tell the same event."""
FALSE, SURE, ODDS = 0.05, 0.45, 0.7
"""Cosine at which no link holds, from which one holds as often as it ever does, and the odds that it does then; between
them in proportion. Counted: on the annotated folders (91 links) .2 hold at .15, .4 from .2 to .4, .7 above; on folders
of seven alike articles of T17, which tell no one story (340 links), .15 below .5. Chosen between the two."""
OWN_UNIT = 0.5
"""The same for "today", "yesterday", "this month", "next week" and the like, as a part: they go with anything (188
links of T17 of which .10 held; of 132 of "yesterday" and "last week" in the annotated folders .09)."""
TODAY = 0.15
"""The odds that "this morning" and a date in the lead of one text are the same day, told of one thing. Chosen, and
weak: newspapers hardly ever name the day itself, rewritten news does; of five pairs found in T17 none was the same."""
NAMED = 9.0
"""The odds that an amount counted from an event that the almanac names is counted from it: nine in ten are. Chosen."""
AT_RANDOM_NAMED = 7300
"""Days among which an article lies that recalls what the almanac names: at any time. Chosen."""
RETOLD, SEASON = 0.5, 100
"""The odds that "on Friday" is in the month or season in which another article says that such a thing happened, and the
longest such season in days. Of 35 in folders written for this 16 are, some by chance; of 23 whose words have no sort of
happening in common 2."""
COUNTED, YEARS = 1.5, 300
"""The odds that an article which counts at least so many days in its lead counts them from a date that it names: of 25
articles of T17 and TimeBank that name earlier ones 15 do. Of two dates each has half of them."""
RECALLED = 1e-3
"""Least probability that an article's other words leave to the days to which it counts."""
MOST = 6
"""Links kept for one article."""
MOST_SAID = 200
"""Dates of one article that are compared, the first ones: whoever names more says himself when he wrote."""


class Said(Struct, frozen=True):
    """Words about a date and what is said beside them."""

    article: int
    start: int
    place: int
    """Sentences of the body before it."""
    phrase: str
    meaning: ex.Expression | Amount
    tense: Tense
    vector: sayings.Vector
    sorts: frozenset[str]
    """The sorts of happenings that its clause names."""


class _Known(Struct, frozen=True):
    """A date that is known by itself and what is said beside it."""

    said: Said
    when: ex.Repeating | Span
    weekday: int | None
    words: str
    in_full: bool


class Links:
    """What the articles of a folder say beside dates, compared once; the days that are known may grow."""

    def __init__(self, analyses: Sequence[Analysis], found: Sequence[Sequence[Found]]) -> None:
        rare = sayings.rareness(analysis.article.text for analysis in analyses)
        self._articles = len(analyses)
        self.said: list[Said] = []
        for index, (analysis, items) in enumerate(zip(analyses, found, strict=True)):
            self.said += islice(_sayings(index, analysis, items, rare), MOST_SAID)
        self._days = [shared.named(items).keys() for items in found]
        vectors = [said.vector for said in self.said]
        self.alike = sayings.alike(vectors, vectors, ALIKE)
        self._named = [list(_from_almanac(said, analyses[said.article].article.text)) for said in self.said]

    def find(self, known: Sequence[date | None], alone: Sequence[Days | None]) -> list[list[Link]]:
        """The links of each article, the likest first; `known` has its day of publication where that is known.

        `alone` is what each article says by itself.
        """
        links: list[list[Link]] = [[] for _ in range(self._articles)]
        dates = [_known(said, known[said.article]) for said in self.said]
        for mine, alike, named in zip(self.said, self.alike, self._named, strict=True):
            if not reach.is_relative(mine.meaning):
                continue
            if named:  # the almanac knows what is counted from
                links[mine.article] += named
                continue
            for index, likeness in alike:
                theirs = dates[index]
                if theirs is not None and _may_link(mine, theirs) and not self._names_itself(mine, theirs):
                    links[mine.article].append(_link(mine, theirs, likeness))
        found = [_best(told) for told in links]
        for mine in self.said:
            days = alone[mine.article]
            if days and isinstance(mine.meaning, Amount) and mine.meaning.most >= YEARS:
                found[mine.article] += _counted(mine, [one for one in dates if one and _is_counted(mine, one)], days)
        return found

    def _names_itself(self, mine: Said, theirs: _Known) -> bool:
        """Whether the article that says "on Tuesday" names that day of another one itself, so means some other day."""
        if mine.article == theirs.said.article or isinstance(mine.meaning, Amount):
            return False
        match theirs.when:
            case Span() as when if when.is_day:
                return (when.first.month, when.first.day) in self._days[mine.article]
            case ex.MonthDay(month=month, day=day):
                return (month, day) in self._days[mine.article]
        return False


LEAD, NEAR = 3, 6
"""Sentences in which a date is that of the news, and those in which "this morning" may say the same day again."""


def _may_link(mine: Said, theirs: _Known) -> bool:
    """Whether two sayings can be of one event: of two articles, or an amount or "this morning" and a date of one."""
    said = theirs.said
    if isinstance(theirs.when, Span) and reach.days(mine.meaning, mine.tense, theirs.when) is None:
        return _is_retold(mine, theirs, theirs.when)
    if mine.article != said.article:
        return True
    if isinstance(mine.meaning, Amount):
        return mine.start != said.start
    told = mine.tense is Tense.PAST is said.tense and said.place < LEAD and mine.place < NEAR
    return told and reach.is_today(mine.meaning, mine.phrase) and not reach.is_relative(said.meaning)


def _is_retold(mine: Said, theirs: _Known, when: Span) -> bool:
    """Whether another article says that such a thing happened in a month or season: "was arrested in June 2003"."""
    said = theirs.said
    if mine.article == said.article or not theirs.in_full or when.is_day or not mine.tense is Tense.PAST is said.tense:
        return False
    near = (when.last - when.first).days < SEASON and reach.during(mine.meaning, mine.tense, when) is not None
    return near and bool(mine.sorts & said.sorts)


def likely(meaning: ex.Expression | Amount, likeness: float) -> float:
    """The odds that what is said beside words of an article's own is told of the same event elsewhere."""
    odds = ODDS * min(1.0, max(0.0, likeness - FALSE) / (SURE - FALSE))
    return odds * OWN_UNIT if not isinstance(meaning, Amount) and reach.is_own(meaning) else odds


def _link(mine: Said, theirs: _Known, likeness: float) -> Link:
    near, when = mine.article == theirs.said.article, theirs.when
    named = f"{'it dates' if near else 'another article dates'} {theirs.words}"
    odds = likely(mine.meaning, likeness)
    table, during = "told_elsewhere", False
    if near and not isinstance(mine.meaning, Amount):
        odds, table = min(odds, TODAY), "told_today"
    elif isinstance(when, Span) and reach.days(mine.meaning, mine.tense, when) is None:
        odds, during = RETOLD, True
    return Link(
        mine.meaning,
        mine.tense,
        mine.start,
        mine.phrase,
        when,
        theirs.weekday,
        named,
        likeness,
        odds,
        table=table,
        in_full=theirs.in_full,
        during=during,
    )


def _is_counted(mine: Said, theirs: _Known) -> bool:
    """Whether an article may count years from a date that it names itself."""
    said = theirs.said
    told = theirs.in_full and said.tense is not Tense.FUTURE
    return told and mine.article == said.article and mine.start != said.start


def _counted(mine: Said, dates: Sequence[_Known], days: Days) -> list[Link]:
    """Years counted from one of the dates that the article names.

    What else it says makes it too near to any of them; but from which one it counts is told by that: from none by which
    it would lie years later than what fits better.
    """
    links = [_link(mine, one, 1.0) for one in dates]
    stretches = [stretch for link in links for stretch in link.stretches(Window(1, 1))]
    fits = [float(days.shares[(first <= days.dates) & (days.dates <= last)].sum()) for first, last in stretches]
    others = max([RECALLED, *fits])
    return [
        replace(
            link, odds=COUNTED / len(dates), among=max(AT_RANDOM, round((last - first + 1) / others)), in_full=False
        )
        for link, (first, last) in zip(links, stretches, strict=True)
    ]


def _known(said: Said, published: date | None) -> _Known | None:
    """A saying whose date is known: by itself, as a day of the year, or from the day of its article."""
    meaning = said.meaning
    if isinstance(meaning, Amount | ex.Anniversary):
        return None
    plain, weekday = evidence.core(meaning), None
    if isinstance(plain, ex.Dated):
        weekday, plain = plain.weekday, evidence.core(plain.inner)
    if isinstance(plain, ex.Bare) and isinstance(plain.repeating, ex.MonthDay | ex.Holiday) and published is None:
        return _Known(said, plain.repeating, weekday, said.phrase, False)
    if not ex.is_absolute(plain) and published is None:
        if isinstance(plain, ex.Within) and isinstance(plain.inner, ex.MonthDay):  # "13 June last year"
            return _Known(said, plain.inner, weekday, said.phrase, False)
        return None
    span = plain.resolve(ex.Anchor(published, tense=said.tense))
    if span is None or span.members or span.precision < Precision.MONTH:
        return None
    words = said.phrase if ex.is_absolute(plain) else describe(span)
    return _Known(said, span, None, words, ex.is_absolute(plain))


def _best(links: Iterable[Link]) -> list[Link]:
    """The likest links; a month is none for words of which a known day or one of the article is told as well."""
    found = sorted(links, key=lambda one: (-one.likeness, one.start, one.phrase, one.named))
    days = [link for link in found if not link.during]
    known = {link.start for link in days if isinstance(link.theirs, Span) or link.table == "told_today"}
    return _rivals(days) + _rivals(link for link in found if link.during and link.start not in known)


def _rivals(links: Iterable[Link]) -> list[Link]:
    """The first of some links; dates for the same words share the odds by the square of their likeness."""
    kept: dict[tuple[int, str], Link] = {}
    for link in links:
        kept.setdefault((link.start, repr(link.theirs)), link)
    best = list(kept.values())[:MOST]
    rivals: dict[int, float] = {}
    for link in best:
        rivals[link.start] = rivals.get(link.start, 0.0) + link.likeness**2
    return [replace(link, odds=link.odds * link.likeness**2 / rivals[link.start]) for link in best]


def _sayings(index: int, analysis: Analysis, items: Sequence[Found], rare: dict[str, float]) -> Iterator[Said]:
    """All dates and amounts of a text with what is said beside them."""
    text, clauses = analysis.article.text, _clauses(analysis)
    for item in items:
        expression = item.expression
        if not (item.zone in PROSE or item.led) or expression.sentence >= len(analysis.sentences):
            continue
        meaning = expression.meaning
        if reach.is_clock(meaning, item.phrase):
            continue
        if not (reach.is_relative(meaning) or ex.is_absolute(meaning) or _is_yearly(meaning)):
            continue
        sentence = analysis.sentences[expression.sentence]
        begin, end = clauses.get(expression.start, (sentence.start, sentence.end))
        vector = sayings.vector(text[begin:end], text[sentence.start : sentence.end], rare)
        sorts = frozenset(key for key in sayings.features(text[begin:end]) if key.startswith("c:"))
        yield Said(index, expression.start, item.place, item.phrase, meaning, expression.tense, vector, sorts)
    for amount in amounts.find(analysis, items):
        begin, end = amount.clause
        vector = sayings.vector(text[begin:end], "", rare)
        yield Said(index, amount.start, 0, amount.phrase, amount, Tense.NONE, vector, frozenset())


def _clauses(analysis: Analysis) -> dict[int, tuple[int, int]]:
    """Where the clause of each expression lies that dates one, by the expression's offset."""
    return {
        mention.expression.start: (mention.start, mention.end)
        for mention in analysis.mentions
        if mention.expression is not None
    }


def _is_yearly(meaning: ex.Expression) -> bool:
    plain = evidence.core(meaning)
    if isinstance(plain, ex.Dated):
        plain = evidence.core(plain.inner)
    return isinstance(plain, ex.Bare) and isinstance(plain.repeating, ex.MonthDay | ex.Holiday)


def _from_almanac(said: Said, text: str) -> Iterator[Link]:
    """An amount counted from an event that the almanac dates."""
    if not isinstance(said.meaning, Amount):
        return
    begin, end = said.meaning.clause
    for key in reach.events_named(text[begin:end]):
        span = almanac.event(key)
        if span is not None:
            named = f"the almanac dates {describe(span)}"
            yield Link(
                said.meaning,
                said.tense,
                said.start,
                said.phrase,
                span,
                None,
                named,
                1.0,
                NAMED,
                AT_RANDOM_NAMED,
            )
