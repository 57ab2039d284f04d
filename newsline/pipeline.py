"""The stages, one line each: from files to a timeline.

`analyse` works on one article alone, is pure, and its result can be pickled: it may run in another process or come
from a cache (`newsline.engine`). `date_articles` and `merge` are the only stages that look at all articles together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from msgspec import Struct, field
from msgspec.structs import replace

from newsline.analysis import Analysis
from newsline.articles.sentences import split
from newsline.dates.resolve import resolve
from newsline.dates.span import Span
from newsline.dates.tag import tag
from newsline.events.dating import date_mentions
from newsline.events.extract import extract
from newsline.events.merge import merged
from newsline.gathered import Gathered
from newsline.model import Article, DatedArticle, Dating, Event, Mention, Resolution, Skipped, Timeline
from newsline.publication.infer import date_articles, is_day_given
from newsline.publication.large import LARGE
from newsline.timeline.rank import rank
from newsline.timeline.select import Selection, select


class Options(Struct, frozen=True):
    """What the user asked for, apart from the format."""

    given: Mapping[str, Span] = field(default_factory=dict)
    """Publication dates from the user, by article id; they win over everything."""
    date_order: str = "mdy"
    """How "03/04/2024" is read where the text does not tell: "dmy" or "mdy"."""
    selection: Selection = field(default_factory=Selection)
    title: str | None = None


class Survey(Struct, frozen=True):
    """The articles and when each was written, before any event is told."""

    analyses: Gathered
    datings: Mapping[str, Dating]
    copied: Mapping[str, str]
    """For each syndicated copy the article that it copies, by id."""

    @property
    def articles(self) -> tuple[DatedArticle, ...]:
        """The articles without their texts."""
        return tuple(
            replace(one, dating=self.datings[one.id], copy_of=self.copied.get(one.id)) for one in self.analyses.articles
        )

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """What was left out."""
        return tuple(self.analyses.skipped)


class Reading(Struct, frozen=True):
    """The time expressions of one article and what they mean on the day it was written."""

    article: Article
    dating: Dating
    resolutions: tuple[Resolution, ...]


def analyse(article: Article, date_order: str) -> Analysis:
    """Everything that one article tells by itself."""
    sentences = split(article)
    expressions = tag(article.text, sentences, language=article.language, date_order=date_order)
    mentions = extract(article, sentences, expressions)
    return Analysis(article, sentences, expressions, mentions)


def survey(results: Iterable[Analysis | Skipped], given: Mapping[str, Span]) -> Survey:
    """When each article was written, given what each tells by itself; `given` as in `Options`."""
    return dated(Gathered(results), given)


def dated(found: Gathered, given: Mapping[str, Span], jobs: int = 1) -> Survey:
    """The same of what was gathered, by up to `jobs` processes."""
    return Survey(found, date_articles(_evidence(found, given), given, jobs), found.copies(jobs))


def _evidence(found: Gathered, given: Mapping[str, Span]) -> Iterable[Analysis]:
    """What the articles' dates are found by: nothing but their names, where the user gives every day."""
    if all(is_day_given(one.id, given) for one in found.articles):
        return (Analysis(Article(one.id, ""), (), (), ()) for one in found.articles)
    # What a few articles tell is compared, too.
    return found if len(found.articles) <= LARGE else (replace(one, mentions=()) for one in found)


def surveyed(found: Gathered, articles: Iterable[DatedArticle]) -> Survey:
    """The survey of articles that were dated before."""
    listed = {one.id: one for one in articles}
    copied = {one.id: one.copy_of for one in listed.values() if one.copy_of is not None}
    return Survey(found, {name: one.dating for name, one in listed.items()}, copied)


def readings(found: Survey) -> Iterator[Reading]:
    """The time expressions of each article, resolved."""
    for analysis in found.analyses:
        dating = found.datings[analysis.article.id]
        yield Reading(analysis.article, dating, resolve(analysis.expressions, dating.published, dating.days))


def mentions_of(found: Survey, jobs: int = 1) -> list[Mention]:
    """What the articles tell, with its dates. From here on their texts are not needed."""
    told = found.analyses.each(lambda one: date_mentions(one, found.datings[one.article.id]), jobs)
    return [*chain.from_iterable(told)]


def told_by(
    mentions: Sequence[Mention], datings: Mapping[str, Dating], copied: Mapping[str, str], jobs: int = 1
) -> tuple[Event, ...]:
    """The events of mentions, merged, the most important first; `datings` and `copied` as in `Survey`."""
    events, weights = merged(mentions, datings, copied, jobs)
    return rank(events, datings, copied, weights)


def tell(found: Survey) -> tuple[Event, ...]:
    """All events that the articles tell, the most important first."""
    return told_by(mentions_of(found), found.datings, found.copied)


def chronicle(found: Survey, options: Options) -> Timeline:
    """The chronology of the articles: their events, selected and in order."""
    events = select(tell(found), options.selection, found.datings)
    return Timeline(options.title, events, found.articles, found.skipped)


def build(found: Iterable[Article | Skipped], options: Options) -> Timeline:
    """From articles to the timeline, in order; every file left out is in its `skipped`."""
    results = (analyse(item, options.date_order) if isinstance(item, Article) else item for item in found)
    return chronicle(survey(results, options.given), options)
