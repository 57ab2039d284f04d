"""The stages on a cluster, from pieces of a corpus to a timeline or to partitions of one.

This process hands out the work and does what needs all articles at once: their dating and the search for copies, over
the evidence of each (`reading.evidence`). Everything else is done by the workers and stays with them.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import itemgetter

from msgspec import Struct, field
from msgspec.structs import replace

from newsline.analysis import Analysis
from newsline.articles.corpus import Piece
from newsline.cluster import merging, ranking, reading, writing
from newsline.cluster.reading import Analyse, Head, Shift
from newsline.cluster.workers import Cluster, Future
from newsline.dates.span import Span
from newsline.events.copies import concerned, copied, likely
from newsline.model import Article, DatedArticle, Event, Skipped, Timeline
from newsline.pipeline import analyse, survey
from newsline.publication.infer import date_articles
from newsline.publication.large import LARGE
from newsline.timeline.select import Selection, select

BATCH_FILES, BATCH_BYTES = 64, 256 * 1024
"""Small files that one task reads: long enough that handing it over costs little, short enough to be lost."""
WIDTH = 256
"""Ranges of days, and groups of batches, at most: the square of it is the number of parts that a shuffle moves."""
RANGE_MENTIONS = 20_000
"""Mentions of a range of days: some ten seconds of merging."""
FEWEST = 1_000
"""The same where cores would be idle otherwise."""
GROUP_ARTICLES = 5_000
"""Articles whose mentions are dated in one task: some seconds."""
POISON_WAYS = 8
"""Parts in which a batch that kills its workers is tried, and then the one of them that does."""

Given = Callable[[Sequence[str]], Mapping[str, Span]]
"""The dates that the user gives to articles, by id."""


class Batch(Struct):
    """Pieces that one task reads, what became of them, and how the articles of a cut file are numbered."""

    pieces: list[Piece]
    read: Future = None
    heads: list[Head] = field(default_factory=list)
    shift: Shift | None = None


class Reading(Struct, frozen=True):
    """What was read, and how it was dated."""

    batches: list[Batch]
    articles: tuple[DatedArticle, ...]
    skipped: tuple[Skipped, ...]


def read(
    cluster: Cluster,
    pieces: Iterable[Piece],
    date_order: str,
    given: Given,
    run: Analyse = analyse,
    progress: Callable[[int], None] | None = None,
) -> Reading:
    """Reads, analyses and dates everything. An article that kills its worker is named among what was left out."""
    batches = [Batch(some) for some in _batches(pieces)]
    for batch in batches:
        batch.read = cluster.submit(reading.read, batch.pieces, date_order, run)
    for done, _ in enumerate(cluster.done([batch.read for batch in batches]), 1):
        if progress:
            progress(sum(len(batch.pieces) for batch in batches) * done // len(batches))
    for batch in batches:
        if cluster.died(batch.read):
            batch.read = _survived(cluster, batch, date_order, run)
    heads = cluster.gather(cluster.map(itemgetter(2), [batch.read for batch in batches]))
    for batch, found in zip(batches, heads, strict=True):
        batch.heads = found
    _number(batches)
    return _dated(cluster, batches, given)


def _batches(pieces: Iterable[Piece]) -> Iterable[list[Piece]]:
    batch: list[Piece] = []
    for piece in pieces:
        if piece.place is not None:
            yield [piece]
            continue
        batch.append(piece)
        if len(batch) >= BATCH_FILES or sum(one.size for one in batch) >= BATCH_BYTES:
            yield batch
            batch = []
    if batch:
        yield batch


def _survived(cluster: Cluster, batch: Batch, date_order: str, run: Analyse) -> Future:
    """Reads a batch that killed its workers, or was beside one that did, without the articles that kill.

    One task at a time, so that a death has one possible cause.
    """
    alone = cluster.submit(reading.read, batch.pieces, date_order, run)
    if not cluster.died(alone):
        return alone
    named = cluster.submit(reading.names, batch.pieces)
    if cluster.died(named):
        return cluster.submit(reading.lost, batch.pieces)

    def kills(names: Sequence[str]) -> bool:
        return cluster.died(cluster.submit(reading.read, batch.pieces, date_order, run, frozenset(names)))

    def poison(names: Sequence[str]) -> frozenset[str]:
        """Those of some articles, of which there are, that kill."""
        if len(names) == 1:
            return frozenset(names)
        step = -(-len(names) // POISON_WAYS)
        parts = [names[at : at + step] for at in range(0, len(names), step)]
        return frozenset().union(*(poison(part) for part in parts if kills(part)))

    (names,) = cluster.gather([named])
    return cluster.submit(reading.read, batch.pieces, date_order, run, None, poison(names))


def _number(batches: Sequence[Batch]) -> None:
    """Find how the articles of cut files are numbered, and give the heads their final ids."""
    cut = [(batch, batch.pieces[0].file.id) for batch in batches if batch.pieces[0].place is not None]
    own = {id(batch): sum(_id(head).startswith(f"{file}#") for head in batch.heads) for batch, file in cut}
    total: Counter[str] = Counter()
    for batch, file in cut:
        total[file] += own[id(batch)]
    before: Counter[str] = Counter()
    for batch, file in cut:
        batch.shift = Shift(file, before[file], total[file] == 1)
        before[file] += own[id(batch)]
        batch.heads = [_renamed(head, batch.shift) for head in batch.heads]


def _id(head: Head) -> str:
    return head.path if isinstance(head, Skipped) else head.id


def _renamed(head: Head, shift: Shift) -> Head:
    name = shift.of(_id(head))
    return replace(head, path=name) if isinstance(head, Skipped) else replace(head, id=name)


def _dated(cluster: Cluster, batches: list[Batch], given: Given) -> Reading:
    """Dates all articles and finds copies, over their evidence."""
    heads = [head for batch in batches for head in batch.heads]
    ids = [_id(head) for head in heads if not isinstance(head, Skipped)]
    known = given(ids)
    if len(known) == len(ids) and all(span.is_day for span in known.values()):
        return _as_given(cluster, batches, heads, known)
    # What a few articles tell is compared, too, so that they are brought here whole.
    parts = (0, 1) if len(ids) <= LARGE else (0,)
    columns = [cluster.gather(cluster.map(itemgetter(n), [batch.read for batch in batches])) for n in parts]
    items: list[Analysis | Skipped] = []
    for batch, *blobs in zip(batches, *columns, strict=True):
        items += reading.unpacked(batch.shift, *blobs)
    found = survey(items, known)
    return Reading(batches, found.articles, found.skipped)


def _as_given(cluster: Cluster, batches: list[Batch], heads: Sequence[Head], known: Mapping[str, Span]) -> Reading:
    """Where the user gives every day, only copies are left to find: by shingles."""
    original = _copied(cluster, batches)
    bare = [Analysis(Article(article, ""), (), (), ()) for article in known]
    datings = date_articles(bare, known)
    articles = [one for one in heads if not isinstance(one, Skipped)]
    return Reading(
        batches,
        tuple(replace(one, dating=datings[one.id], copy_of=original.get(one.id)) for one in articles),
        tuple(one for one in heads if isinstance(one, Skipped)),
    )


def _copied(cluster: Cluster, batches: Sequence[Batch]) -> dict[str, str]:
    """For each syndicated copy the article that it copies; the texts stay with the workers."""
    samples = _by_article(cluster, [cluster.submit(reading.sampled, one.read, one.shift) for one in batches])
    pairs = likely(samples)
    wanted = set(concerned(pairs))
    some = [(one, wanted.intersection(map(_id, one.heads))) for one in batches]
    asked = [cluster.submit(reading.shingled, one.read, one.shift, own) for one, own in some if own]
    return copied(pairs, _by_article(cluster, asked))


def _by_article(cluster: Cluster, futures: Sequence[Future]) -> dict[str, array[int]]:
    return {article: hashes for some in cluster.gather(futures) for article, hashes in some.items()}


def events(cluster: Cluster, found: Reading) -> list[Future]:
    """The events of each range of days, ranked (lists of `ranking.Ranked`), in the order of the ranges."""
    if not found.batches:
        return []
    told = _told(cluster, found, min(WIDTH, max(2 * cluster.cores(), len(found.articles) // GROUP_ARTICLES, 1)))
    counts = cluster.reduce(reading.add_counts, cluster.map(itemgetter(1), told))
    (days,) = cluster.gather([cluster.submit(itemgetter(3), counts)])
    mentions = sum(days.values())
    cuts = merging.ranges(
        days, min(WIDTH, max(mentions // RANGE_MENTIONS, min(cluster.cores(), mentions // FEWEST), 1))
    )
    merged = _merged(cluster, [cluster.submit(itemgetter(0), one) for one in told], counts, cuts)
    return _ranked(cluster, merged, cuts)


def _told(cluster: Cluster, found: Reading, groups: int) -> list[Future]:
    """The dated mentions of so many groups of batches."""
    places = {article: place for place, article in enumerate(sorted(one.id for one in found.articles))}
    dated = {one.id: (places[one.id], one) for one in found.articles}
    told = []
    size = max(1, -(-len(found.batches) // groups))
    for at in range(0, len(found.batches), size):
        group = found.batches[at : at + size]
        own = [_id(head) for batch in group for head in batch.heads if not isinstance(head, Skipped)]
        articles = {one: (dated[one][0], _short(dated[one][1])) for one in own}
        reads = [batch.read for batch in group]
        told.append(cluster.submit(reading.tell, reads, [batch.shift for batch in group], articles))
    return told


def _short(article: DatedArticle) -> DatedArticle:
    """An article without the reasons for its date, which its mentions do not need."""
    return replace(article, dating=replace(article.dating, evidence=()))


def _merged(cluster: Cluster, told: Sequence[Future], counts: Future, cuts: Sequence[int]) -> list[Future]:
    """The events that begin in each range of days, in order."""
    width = len(cuts) + 1
    homes = range(width)
    idf, crowd = cluster.submit(merging.rareness, counts), cluster.submit(itemgetter(2), counts)
    entries = cluster.shuffle([cluster.submit(merging.spread, one, idf, cuts) for one in told], width)
    near = cluster.shuffle([cluster.submit(merging.near, parts, width) for parts in entries], width)
    chosen = [cluster.submit(merging.choose, parts, home, width) for home, parts in zip(homes, near, strict=True)]
    edges = cluster.shuffle(chosen, width)
    level = [cluster.submit(merging.leaf, a, b, crowd) for a, b in zip(entries, edges, strict=True)]
    nodes = list(level)
    while len(level) > 1:
        level = cluster.level(merging.together, [cluster.submit(merging.rest, one) for one in level], crowd)
        nodes += level
    parts = cluster.shuffle([cluster.submit(merging.apportioned, node, cuts) for node in nodes], width)
    return [cluster.submit(merging.in_order, some) for some in parts]


def _ranked(cluster: Cluster, merged: Sequence[Future], cuts: Sequence[int]) -> list[Future]:
    """The events with their conflicts of dates, scores and lines."""
    width = len(merged)
    homes = range(width)
    told = cluster.reduce(ranking.add, cluster.map(ranking.count, merged))
    center = cluster.submit(ranking.folder, told)
    before: list[Future] = [{}]
    for home, cut in enumerate(cuts):
        own = cluster.submit(ranking.holders, merged[home], home, cut)
        before.append(cluster.submit(ranking.extended, before[-1], own, cut))
    conflicts = cluster.shuffle(
        [cluster.submit(ranking.conflicts, merged[n], n, before[n], told, width) for n in homes], width
    )
    ranked = [cluster.submit(ranking.ranked, merged[n], conflicts[n], center) for n in homes]
    shown = cluster.shuffle([cluster.submit(ranking.shown, ranked[n], n, width) for n in homes], width)
    answers = cluster.shuffle([cluster.submit(ranking.answered, shown[n], width) for n in homes], width)
    return [cluster.submit(ranking.apart, ranked[n], answers[n]) for n in homes]


def timeline(
    cluster: Cluster, found: Reading, ranked: Sequence[Future], selection: Selection, title: str | None = None
) -> Timeline:
    """The chronology as one document; its events are chosen here, from all."""
    parts = cluster.gather(cluster.map(ranking.bare, ranked))
    told: list[Event] = [event for part in parts for event in part]
    told.sort(key=lambda event: (-event.score, event.span.first, event.id))
    datings = {article.id: article.dating for article in found.articles}
    return Timeline(title, select(told, selection, datings), found.articles, found.skipped)


def write(cluster: Cluster, found: Reading, ranked: Sequence[Future], folder: str, selection: Selection) -> int:
    """Writes the chronology in partitions, of events that the selection admits, and says how many they are.

    The parts are written by the workers, each range of days by one.
    """
    groups = [found.articles[at : at + GROUP_ARTICLES] for at in range(0, len(found.articles), GROUP_ARTICLES)]
    told = [cluster.submit(writing.write_events, folder, n, one, selection) for n, one in enumerate(ranked)]
    listed = [cluster.submit(writing.write_articles, folder, n, one) for n, one in enumerate(groups)]
    cluster.gather([*listed, cluster.submit(writing.write_skipped, folder, found.skipped)])
    return sum(cluster.gather(told))
