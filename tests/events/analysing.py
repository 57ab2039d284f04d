"""Shorthand for tests: a text becomes its mentions."""

from __future__ import annotations

from datetime import date

from newsline.analysis import Analysis
from newsline.articles.sentences import split
from newsline.dates import span as spans
from newsline.dates.tag import tag
from newsline.events.clauses import Clause
from newsline.events.dating import date_mentions
from newsline.events.extract import extract
from newsline.events.splitting import split_clauses
from newsline.events.tokens import Tokens, tokenize
from newsline.model import Article, DatedFrom, Dating, Mention

FILLER = "Nothing more was known. The weather was fine. The shops were full of people."
"""Three sentences of no news, so that what follows is no lead."""


def analyse(text: str, title: str | None = None) -> Analysis:
    """An article through split, tag and extract."""
    article = Article("a.txt", text, title=title)
    sentences = split(article)
    expressions = tag(text, sentences)
    return Analysis(article, sentences, expressions, extract(article, sentences, expressions))


def mentions(sentence: str) -> tuple[Mention, ...]:
    """The mentions of one sentence that stands outside the lead."""
    found = analyse(f"{FILLER}\n\n{sentence}").mentions
    return tuple(mention for mention in found if mention.quote in sentence)


def only(sentence: str) -> Mention:
    """The one mention of a sentence."""
    found = mentions(sentence)
    assert len(found) == 1, [mention.text for mention in found]
    return found[0]


def dated(text: str, published: str) -> tuple[Mention, ...]:
    """The mentions of an article that was published on a known day."""
    analysis = analyse(text)
    dating = Dating("a.txt", spans.day(date.fromisoformat(published)), DatedFrom.GIVEN, 1.0)
    return date_mentions(analysis, dating)


def clauses(sentence: str) -> list[tuple[str, str]]:
    """The clauses of a sentence, each with its kind."""
    tokens = tokenize(sentence, 0)
    return [(clause.kind.value, words(sentence, tokens, clause)) for clause in split_clauses(tokens)]


def words(sentence: str, tokens: Tokens, clause: Clause) -> str:
    """The text of a clause."""
    return sentence[tokens.starts[clause.first] : tokens.ends[clause.end - 1]]
