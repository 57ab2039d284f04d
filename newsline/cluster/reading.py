"""What the workers do with articles: read them, analyse them and, once they are dated, date their mentions."""

from __future__ import annotations

import pickle
from array import array
from collections import Counter
from collections.abc import Callable, Mapping, Sequence, Set
from typing import NamedTuple

from msgspec.structs import replace

from newsline.analysis import Analysis
from newsline.articles.corpus import Piece, read_piece
from newsline.events.candidates import crowd
from newsline.events.copies import shingles
from newsline.events.dating import date_mentions
from newsline.events.similarity import Features, features
from newsline.model import Article, DatedArticle, Mention, Skipped
from newsline.parcel import Head as Front
from newsline.parcel import fronts, pack, undated, unpack
from newsline.pipeline import analyse

Analyse = Callable[[Article, str], Analysis]
Head = DatedArticle | Skipped
MANY = 1 << 24
"""More mentions than an article has: the order of articles and mentions as one number."""
DIED = "its analysis died twice (out of memory?)"


class Read(NamedTuple):
    """What became of a batch of pieces."""

    evidence: bytes
    """Packed: the analyses without their mentions, which is what dating needs, and what was left out."""
    mentions: bytes
    """Packed: the mentions of each analysis."""
    heads: list[Head]
    """The articles without text or date, and what was left out, in order."""


class Shift(NamedTuple):
    """How the articles of a piece are numbered within their file."""

    file: str
    before: int
    """How many the pieces before have."""
    is_only: bool
    """Whether the file has a single one, which then needs no number."""

    def of(self, article: str) -> str:
        """The id of an article that was numbered within its piece."""
        number = article.removeprefix(f"{self.file}#")
        if number == article or not number.isdecimal():
            return article
        return self.file if self.is_only else f"{self.file}#{self.before + int(number)}"


class Telling(NamedTuple):
    """A mention with its place in the order of all, and its article."""

    key: int
    mention: Mention
    article: DatedArticle


class Counts(NamedTuple):
    """What is counted over all mentions before any are compared."""

    features: Counter[str]
    """Articles that have each feature."""
    articles: int
    crowd: Counter[str]
    """What `candidates.crowd` counts."""
    days: Counter[int]
    """Mentions by the first day of their date, an ordinal."""


class Told(NamedTuple):
    """The dated mentions of some batches."""

    tellings: bytes
    counts: Counts


def read(
    batch: Sequence[Piece],
    date_order: str,
    run: Analyse = analyse,
    only: frozenset[str] | None = None,
    poison: frozenset[str] = frozenset(),
) -> Read:
    """Reads and analyses pieces; of the articles those of `only`, and those of `poison` are named and left out."""
    results: list[Analysis | Skipped] = []
    for piece in batch:
        for item in read_piece(piece):
            name = item.path if isinstance(item, Skipped) else item.id
            if only is None or name in only:
                results.append(Skipped(name, DIED) if name in poison else _analysed(item, date_order, run))
    bare = [replace(item, mentions=()) if isinstance(item, Analysis) else item for item in results]
    mentions = [item.mentions for item in results if isinstance(item, Analysis)]
    return Read(pack(bare), pickle.dumps(mentions, pickle.HIGHEST_PROTOCOL), [_head(item) for item in results])


def names(batch: Sequence[Piece]) -> list[str]:
    """The ids of the articles in some pieces."""
    found = (item for piece in batch for item in read_piece(piece))
    return [item.path if isinstance(item, Skipped) else item.id for item in found]


def lost(batch: Sequence[Piece]) -> Read:
    """What is left of pieces that cannot even be read."""
    skipped = [Skipped(piece.file.id, "reading it died twice (out of memory?)") for piece in batch]
    return Read(pack([*skipped]), pickle.dumps([]), [*skipped])


def _analysed(item: Article | Skipped, date_order: str, run: Analyse) -> Analysis | Skipped:
    if isinstance(item, Skipped):
        return item
    try:
        return run(item, date_order)
    except Exception as error:
        return Skipped(item.id, f"failed in analysis ({type(error).__name__}: {error}); please report it")


def _head(item: Analysis | Skipped) -> Head:
    if isinstance(item, Skipped):
        return item
    return undated(item.article)


def unpacked(shift: Shift | None, evidence: bytes, mentions: bytes | None = None) -> list[Analysis | Skipped]:
    """What a batch gave, by its final ids: the analyses without their mentions, or with them."""
    items = [_renamed(item, shift) if shift else item for item in unpack(evidence)]
    if mentions is None:
        return items
    told = iter(pickle.loads(mentions))
    return [_with(item, next(told)) if isinstance(item, Analysis) else item for item in items]


def sampled(one: Read, shift: Shift | None) -> dict[str, array[int]]:
    """Some shingles of each article of a batch, by which it is told which articles may be copies."""
    found = (item for item in fronts(one.evidence) if isinstance(item, Front))
    return {shift.of(item.article.id) if shift else item.article.id: item.sample for item in found}


def shingled(one: Read, shift: Shift | None, wanted: Set[str]) -> dict[str, array[int]]:
    """All shingles of those articles of a batch that are `wanted`."""
    items = unpacked(shift, one.evidence)
    articles = (item.article for item in items if isinstance(item, Analysis))
    return {article.id: shingles(article.text) for article in articles if article.id in wanted}


def _with(analysis: Analysis, mentions: Sequence[Mention]) -> Analysis:
    article = analysis.article.id
    own = (one if one.article == article else replace(one, article=article) for one in mentions)
    return replace(analysis, mentions=tuple(own))


def _renamed(item: Analysis | Skipped, shift: Shift) -> Analysis | Skipped:
    """What was read, by its final id."""
    if isinstance(item, Skipped):
        return replace(item, path=shift.of(item.path))
    return replace(item, article=replace(item.article, id=shift.of(item.article.id)))


def tell(
    reads: Sequence[Read],
    shifts: Sequence[Shift | None],
    dated: Mapping[str, tuple[int, DatedArticle]],
) -> Told:
    """The dated mentions of some batches, and what is counted over them.

    `dated` has each article by its final id with its place in the order of all articles.
    """
    tellings: list[Telling] = []
    seen: Counter[str] = Counter()
    articles = 0
    for one, shift in zip(reads, shifts, strict=True):
        for analysis in unpacked(shift, one.evidence, one.mentions):
            if isinstance(analysis, Skipped):
                continue
            place, article = dated[analysis.article.id]
            found = _in_order(date_mentions(analysis, article.dating))
            article = replace(article, dating=replace(article.dating, days=()))
            tellings += [Telling(place * MANY + n, mention, article) for n, mention in enumerate(found)]
            articles += bool(found)
            seen.update(_features(found))
    spans = [span for telling in tellings if (span := telling.mention.span)]
    counts = Counts(
        seen,
        articles,
        crowd(spans),
        Counter(span.first.toordinal() for span in spans),
    )
    return Told(pickle.dumps(tellings, pickle.HIGHEST_PROTOCOL), counts)


def _in_order(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of one article in the order in which merging takes them."""
    return sorted((m for m in mentions if m.span is not None), key=lambda m: (m.start, m.end, str(m.span)))


def _features(mentions: Sequence[Mention]) -> set[str]:
    found: list[Features] = [features(mention) for mention in mentions]
    return {feature for one in found for feature in one.weights}


def add_counts(counts: Sequence[Counts]) -> Counts:
    """The sum of counts."""
    total = Counts(Counter(), sum(one.articles for one in counts), Counter(), Counter())
    for one in counts:
        total.features.update(one.features)
        total.crowd.update(one.crowd)
        total.days.update(one.days)
    return total
