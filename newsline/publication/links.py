"""What the articles of a small folder tell each other of their days: "on Friday" here, "on 25 May" there, of one event.

What one article says beside a date that hangs on its own day ("on Friday", "this morning", "last month", "three months
after", "25 May") is compared with what the others say beside dates. Where both tell one event, the article appeared on
one of the days from which its words mean that date. The other date may be a full one, or hang on the day of its article
as well; then it is as sure as that day is. So messages go between the articles as in a factor graph, each without what
its receiver had told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from math import exp
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from newsline.analysis import Analysis
from newsline.dates import almanac
from newsline.dates.describe import describe
from newsline.dates.span import Span
from newsline.dates.tense import Tense
from newsline.model import Evidence
from newsline.publication import explain, reach, said, sayings
from newsline.publication.amounts import Amount
from newsline.publication.days import Days
from newsline.publication.layout import Found
from newsline.publication.said import Said

if TYPE_CHECKING:
    from newsline.publication.days import Reals

BASE = {
    "weekday": -1.33,
    "day": -1.47,
    "month": -2.11,
    "unit": -2.96,
    "yearly": -2.61,
    "amount": -2.16,
    "years": -1.40,
}
"""How much likelier than by itself an article is of a day from which its words mean a date that another one tells, if
the two have no word in common: nats, by the kind of its words. These numbers and the next ones, `SURE` aside, are
fitted together by gradient ascent on the likelihood of the true days of 187 articles of the open folders of
tests/folders; on folders that were left out they gain .6 nats an article."""
NEAR, NEAREST, ALIKE, MOST = 12.7, 0.1, 7.6, 0.5
"""Nats by the cosine of what is said beside the two dates, up to `NEAREST` and up to `MOST`: both are added."""
LEADING = 0.93
"""Nats if the words stand where an article tells its news."""
HANGING = -1.25
"""Nats if the other date hangs on the day of its article, too, days of the year aside."""
SURE = 3.7
"""Most nats of one pair: one of forty that are told much alike is of two events. Chosen; 3 to 4.5 fit as well."""
SAME = 0.75
"""How much of what another article knows of its day is news: what bounds both, as the end of a term of office does, is
heard already. Chosen: the open folders of tests/folders have the same figures from .7 to 1."""
LEAST, RELATED = 0.2, 0.01
"""Odds of a pair, and its cosine, below which it is left out: what remains changes nothing."""
NAMED, ANYWHERE = 9.0, 7300
"""The odds that an amount is counted from a date that stands in its words, or that the almanac knows of an event which
does: nine in ten are. And the days among which an article lies that recalls such a thing: at any time. Chosen."""
TODAY, ANY_DAY = 0.15, 365
"""The odds that "this morning" and a date in the lead of one text are the same day, told of one thing: rewritten news
names the day itself, newspapers hardly do. And the days among which such an article lies. Chosen."""
RECALLED, FEWEST = 1.5, 1e-3
"""The odds that an article which counts years in its lead counts them from a date that it names itself, all such dates
together: of 25 articles of T17 and TimeBank that name earlier ones 15 do. And the least probability that its other
words leave to the days to which it counts."""
MOST_SAID = 200
"""Dates of one article that are compared, the first ones: whoever names more says himself when he wrote."""
MOST_TIES = 30
"""Dates that some words may mean, the likest ones: more take long and date no article better."""
REASONS = 4
"""Links that are told as reasons for one article."""


class _Tie(Struct, frozen=True):
    """A date that words of an article may mean."""

    theirs: Said | None
    """The words that tell it; None if the almanac does."""
    span: Span | None
    """None where it hangs on the day of their article."""
    odds: float
    """How much likelier than by itself an article is of a day from which its words mean the date."""
    among: int = 0
    """Where the odds are that the words mean it: the days among which the article lies if they do not."""


class _Run(Struct, frozen=True):
    """The days of publication from which words would mean a date."""

    tie: _Tie
    span: Span
    raised: float
    """How much likelier than by itself an article is of each of them."""
    first: int
    last: int


class _Heard(Struct, frozen=True):
    """What the ties of some words say of the days of their article."""

    said: Said
    gains: Reals
    """Nats for each day."""
    runs: Sequence[_Run]


class Links:
    """What the articles of a folder say beside dates, compared once; how sure their days are may change."""

    def __init__(self, analyses: Sequence[Analysis], found: Sequence[Sequence[Found]]) -> None:
        rare = sayings.rareness(analysis.article.text for analysis in analyses)
        every: list[Said] = []
        for index, (analysis, items) in enumerate(zip(analyses, found, strict=True)):
            every += islice(said.find(index, analysis, items, rare), MOST_SAID)
        self._titles = [f"“{one.title}”" if (one := analysis.article).title else one.id for analysis in analyses]
        self._named = [said.days_named(items) for items in found]
        self._ties: list[list[tuple[Said, list[_Tie]]]] = [[] for _ in analyses]
        self._own: Sequence[Days | None] = ()
        self._beliefs: Sequence[Days | None] = ()
        self._sent: dict[tuple[int, int], Reals] = {}
        self._without: dict[tuple[int, int], Days] = {}
        self._dates: dict[tuple[int, int, int | None], list[tuple[Span, float]]] = {}
        self._heard: list[list[_Heard]] = [[] for _ in analyses]
        dates = [(one, span) for one in every for span in said.dates(one)]
        alike = sayings.alike([one.vector for one in every], [one.vector for one, _ in dates], RELATED)
        for mine, near in zip(every, alike, strict=True):
            if mine.kind is not None:
                named = _outright(mine, dates, analyses[mine.article].article.text)
                ties = list(named) or _tied(mine, dates, dict(near))
                self._ties[mine.article].append((mine, ties))
        self._many = Counter(
            (theirs, mine.article)
            for told in self._ties
            for mine, ties in told
            for theirs in {tie.theirs.article for tie in ties if tie.span is None and tie.theirs and tie.odds >= 1}
        )
        """How many words of the second article are likelier than not of what the first tells beside words that hang."""

    def hear(self, own: Sequence[Days | None], beliefs: Sequence[Days | None]) -> list[Reals | None]:
        """How well each day that an article may be of by itself fits what is told elsewhere, in nats.

        `beliefs` are the articles' days by now, with what they heard when this was last asked.
        """
        sent: dict[tuple[int, int], Reals] = {}
        self._own, self._beliefs = own, beliefs
        self._without, self._dates = {}, {}
        self._heard = [
            [one for mine, ties in told if (one := self._weighed(mine, ties, days, sent))] if days else []
            for days, told in zip(own, self._ties, strict=True)
        ]
        self._sent = sent
        return [
            np.sum([np.zeros(len(days)), *(one.gains for one in heard)], axis=0) if days else None
            for days, heard in zip(own, self._heard, strict=True)
        ]

    def _weighed(
        self, mine: Said, ties: Sequence[_Tie], days: Days, sent: dict[tuple[int, int], Reals]
    ) -> _Heard | None:
        """What some words say of the `days` of their article; what is due to each other one is added to `sent`."""
        row, runs = mine.article, list(self._runs(mine, ties, days))
        if not runs:
            return None
        raised: dict[int, Reals] = {}
        for run, begin, end in _placed(runs, days):
            sender = run.tie.theirs.article if run.tie.theirs else row
            if sender not in raised:
                raised[sender] = np.zeros(len(days))
            raised[sender][begin:end] += run.raised
        whole = np.sum(list(raised.values()), axis=0)
        gains = np.log1p(whole)
        for sender, part in raised.items():
            sent[sender, row] = sent.get((sender, row), 0.0) + gains - np.log1p(whole - part)
        return _Heard(mine, gains, runs)

    def _runs(self, mine: Said, ties: Sequence[_Tie], days: Days) -> Iterator[_Run]:
        """The days from which words would mean each of the dates."""
        recalled = []
        for tie in ties:
            for span, share in self._meant(tie, mine.article):
                named = not tie.among and self._names_itself(mine, span)
                if named or not (stretch := said.stretch(mine, tie.theirs, span)):
                    continue
                first, last = stretch[0], stretch[1] + (tie.among == ANY_DAY)  # a day later it is copied
                odds = tie.odds * tie.among / (last - first + 1) if tie.among else tie.odds
                if tie.span is None and tie.theirs:  # all of them hear of the same days: they are believed once
                    share **= SAME / max(1, self._many[tie.theirs.article, mine.article])
                run = _Run(tie, span, odds * share, first, last)
                if mine.kind == "years" and tie.theirs and tie.theirs.article == mine.article and not tie.among:
                    recalled.append(run)
                else:
                    yield run
        fits = [float(days.shares[begin:end].sum()) for _, begin, end in _placed(recalled, days)]
        for run in recalled:  # from none by which the article would lie years from what fits better
            yield _Run(run.tie, run.span, RECALLED / len(recalled) / max(FEWEST, *fits), run.first, run.last)

    def _names_itself(self, mine: Said, span: Span) -> bool:
        """Whether the article names that day of the year, too: then it means some other one by "Tuesday"."""
        day = span.first
        return mine.kind in {"weekday", "day"} and span.is_day and (day.month, day.day) in self._named[mine.article]

    def _meant(self, tie: _Tie, row: int) -> list[tuple[Span, float]]:
        """The dates that a tie may be of and how likely each is, without what the article `row` told of it."""
        if tie.span is not None or tie.theirs is None:
            return [(tie.span, 1.0)] if tie.span else []
        sender = tie.theirs.article
        days, every = self._beliefs[sender], self._own[sender]
        if not days or not every:
            return []
        told = (row, sender) in self._sent
        key = sender, tie.theirs.start, row if told else None
        if key not in self._dates:  # asked by all words of the article
            if told and (row, sender) not in self._without:
                shares = days.shares * np.exp(-self._sent[row, sender][every.dates.searchsorted(days.dates)])
                self._without[row, sender] = Days.of(days.dates, shares / shares.sum())
            self._dates[key] = said.meant(tie.theirs, self._without[row, sender] if told else days)
        return self._dates[key]

    def reasons(self, row: int, own: Days, final: Days) -> tuple[Evidence, ...]:
        """What the others say of an article's days, in words, by how much it fits those that were found."""
        found, shares = [], final.at(own.dates)
        for heard in self._heard[row]:
            gained = float(shares @ heard.gains) - float(np.log(own.shares @ np.exp(heard.gains)))
            told = [run for run in heard.runs if run.first <= final.top <= run.last]
            if gained >= explain.LEAST and told:
                best = max(told, key=lambda run: run.raised)
                text = f"what it tells of {heard.said.phrase} {self._told(best, row)}"
                found.append(Evidence(text, round(gained, 2)))
        return tuple(sorted(found, key=lambda one: (-one.weight, one.text))[:REASONS])

    def _told(self, run: _Run, row: int) -> str:
        """Who tells a date, in words."""
        theirs = run.tie.theirs
        if theirs is None:
            return f"the almanac dates {describe(run.span)}"
        if run.tie.span is None and theirs.kind != "yearly":
            return f"is told of {theirs.phrase} in {self._titles[theirs.article]}"
        return f"{'it' if theirs.article == row else 'another article'} dates {theirs.phrase}"


def _placed(runs: Sequence[_Run], days: Days) -> Iterator[tuple[_Run, int, int]]:
    """Each run with where it begins and ends among some days."""
    low, high = int(days.dates[0]), int(days.dates[-1]) + 1  # "ten million years after" lies beyond what a day holds
    begins, ends = (
        days.dates.searchsorted(np.array([min(max(low, day), high) for day in borders], days.dates.dtype)).tolist()
        for borders in ([run.first for run in runs], [run.last + 1 for run in runs])
    )
    yield from zip(runs, begins, ends, strict=True)


def _tied(mine: Said, dates: Sequence[tuple[Said, Span | None]], alike: Mapping[int, float]) -> list[_Tie]:
    """The dates that words may mean."""
    assert mine.kind is not None
    base = BASE[mine.kind] + (LEADING if mine.leads else 0.0)
    recalls = mine.kind == "years"
    found = []
    for index in range(len(dates)) if recalls or exp(base) >= LEAST else sorted(alike):
        theirs, span = dates[index]
        likeness = alike.get(index, 0.0)
        nats = base + NEAR * min(NEAREST, likeness) + ALIKE * min(MOST, likeness)
        if theirs.kind not in {None, "yearly"}:
            nats += HANGING
        odds = exp(SURE) / (1 + exp(SURE - nats))
        near = theirs.article == mine.article
        if near and _is_today(mine, theirs):
            found.append(_Tie(theirs, span, TODAY, ANY_DAY))
        if near and (span is None or mine.kind not in said.COUNTED or mine.start == theirs.start):
            continue
        if (recalls or odds >= LEAST) and (span is None or said.stretch(mine, theirs, span)):
            found.append(_Tie(theirs, span, odds))
    return sorted(found, key=lambda tie: -tie.odds)[:MOST_TIES]


def _is_today(mine: Said, theirs: Said) -> bool:
    """Whether a text names the day of its "this morning" at its beginning: "The border was crossed on May 4"."""
    told = mine.tense is Tense.PAST is theirs.tense and theirs.leads and theirs.kind in {None, "yearly"}
    return told and mine.near and mine.kind == "day" and reach.is_today(mine.meaning, mine.phrase)


def _outright(mine: Said, dates: Sequence[tuple[Said, Span | None]], text: str) -> Iterator[_Tie]:
    """The dates that an amount is counted from by its words: "four days after Hurricane Katrina"; and one of years:
    "the tenth anniversary of the night of 13 August 1998".
    """
    if not isinstance(mine.meaning, Amount):
        return
    begin, end = mine.meaning.clause
    for theirs, span in dates if mine.kind == "years" else ():
        if theirs.article == mine.article and begin <= theirs.start < end and theirs.start != mine.start and span:
            yield _Tie(theirs, span, NAMED, ANYWHERE)
    for key in reach.events_named(text[begin:end]):
        span = almanac.event(key)
        if span is not None:
            yield _Tie(None, span, NAMED, ANYWHERE)
