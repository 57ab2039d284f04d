"""What is learned from one article alone, and its way between processes and into the cache as plain tuples.

Sentences, quotes and clauses are slices of the article's text. They are left out and cut anew, which leaves three
quarters of the bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any

from msgspec import Struct

from newsline.model import Article, Mention, Sentence, SentenceKind, TimeExpression


class Analysis(Struct, frozen=True):
    """All that is learned from one article alone."""

    article: Article
    sentences: tuple[Sentence, ...]
    expressions: tuple[TimeExpression, ...]
    mentions: tuple[Mention, ...]

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return whole, flat(self)


Flat = tuple[Article, list[tuple[Any, ...]], tuple[TimeExpression, ...], list[list[Any]]]
_NAMES = Mention.__struct_fields__
_VALUES = attrgetter(*_NAMES)
_START, _END, _TEXT, _QUOTE, _SENTENCE = map(_NAMES.index, ("start", "end", "text", "quote", "sentence"))
_KINDS = {kind.value: kind for kind in SentenceKind}


def flat(analysis: Analysis) -> Flat:
    """What `whole` makes the same analysis of; a text that is no slice of the article stays as it is."""
    text = analysis.article.text
    sentences = [
        (one.start, one.end, None if one.text == text[one.start : one.end] else one.text, one.kind.value,
         one.paragraph, one.quoted)
        for one in analysis.sentences
    ]  # fmt: skip
    mentions = [list(_VALUES(one)) for one in analysis.mentions]
    for values in mentions:
        if values[_TEXT] == text[values[_START] : values[_END]]:
            values[_TEXT] = None
        if [values[_QUOTE]] == [one.text for one in analysis.sentences[values[_SENTENCE] :][:1]]:
            values[_QUOTE] = None
    return analysis.article, sentences, analysis.expressions, mentions


def whole(
    article: Article,
    cuts: Sequence[tuple[Any, ...]],
    expressions: tuple[TimeExpression, ...],
    told: Sequence[list[Any]],
) -> Analysis:
    """The analysis that `flat` was given."""
    text = article.text
    sentences = tuple(
        [
            Sentence(start, end, text[start:end] if own is None else own, _KINDS[kind], paragraph, quoted)
            for start, end, own, kind, paragraph, quoted in cuts
        ]
    )
    for values in told:
        if values[_TEXT] is None:
            values[_TEXT] = text[values[_START] : values[_END]]
        if values[_QUOTE] is None:
            values[_QUOTE] = sentences[values[_SENTENCE]].text
    return Analysis(article, sentences, expressions, tuple([Mention(*values) for values in told]))
