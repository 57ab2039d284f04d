"""The stages, one line each: from files to a timeline.

`analyse` works on one article alone, is pure, and its result can be pickled: it may run in another process or come
from a cache. `date_articles` and `merge` are the only stages that look at all articles together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from newsline.articles.sentences import split
from newsline.dates.span import Span
from newsline.dates.tag import tag
from newsline.events.dating import date_mentions
from newsline.events.extract import extract
from newsline.events.merge import merge
from newsline.model import Analysis, Article, DatedArticle, Dating, Skipped, Timeline
from newsline.publication.infer import date_articles
from newsline.timeline.rank import rank
from newsline.timeline.select import Selection, select


@dataclass(frozen=True, slots=True)
class Options:
    """What the user asked for, apart from the format."""

    given: Mapping[str, Span] = field(default_factory=dict)
    """Publication dates from the user, by article id; they win over everything."""
    date_order: str = "mdy"
    """How "03/04/2024" is read where the text does not tell: "dmy" or "mdy"."""
    selection: Selection = field(default_factory=Selection)
    title: str | None = None


def analyse(article: Article, date_order: str) -> Analysis:
    """Everything that one article tells by itself."""
    sentences = split(article)
    expressions = tag(article.text, sentences, language=article.language, date_order=date_order)
    mentions = extract(article, sentences, expressions)
    return Analysis(article, sentences, expressions, mentions)


def build(found: Iterable[Article | Skipped], options: Options) -> Timeline:
    """From articles to the timeline, in order; every file left out is in its `skipped`."""
    return chronicle(
        (analyse(item, options.date_order) if isinstance(item, Article) else item for item in found), options
    )


def chronicle(results: Iterable[Analysis | Skipped], options: Options) -> Timeline:
    """The joint stages: from what each article tells to the timeline that they tell together."""
    items = list(results)
    analyses = [item for item in items if isinstance(item, Analysis)]
    datings = date_articles(analyses, options.given)
    mentions = [mention for analysis in analyses for mention in date_mentions(analysis, datings[analysis.article.id])]
    events = rank(merge(mentions, datings), datings)
    return Timeline(
        title=options.title,
        events=select(events, options.selection),
        articles=tuple(dated_article(analysis.article, datings[analysis.article.id]) for analysis in analyses),
        skipped=tuple(item for item in items if isinstance(item, Skipped)),
    )


def dated_article(article: Article, dating: Dating) -> DatedArticle:
    """An article as a source in a timeline, without its text."""
    return DatedArticle(
        article.id, article.title, article.publisher, article.url, article.language, len(article.text), dating
    )
