"""What was learned of all articles of a folder, in as little memory as possible.

The analysis of an article of 3 kB takes 27 kB of memory and, packed, 3.4 kB. Where there are many, they lie packed from
when they were read, and each stage unpacks one after the other.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain
from typing import TypeAlias, TypeVar

from newsline.analysis import Analysis
from newsline.events.copies import concerned, copied, likely, shingles
from newsline.model import DatedArticle, Skipped
from newsline.parcel import Front, Parcel, Result, front, unpack
from newsline.spread import spread

FEW = 500
"""Articles up to which analyses are kept as they are: unpacking one takes a fifth of a millisecond."""

Found = TypeVar("Found")
Part: TypeAlias = Sequence[Result] | bytes
"""The results of one file, as they are or packed."""


class Gathered(Iterable[Analysis]):
    """The analyses of a folder, in the order of its files. Iterating over it may unpack them, each time anew."""

    def __init__(self, results: Iterable[Result] = ()) -> None:
        self.articles: list[DatedArticle] = []
        """The articles without their texts, and without a date so far."""
        self.skipped: list[Skipped] = []
        self._samples: dict[str, array[int]] = {}
        self._parts: list[tuple[int, Part]] = []
        """The results of each file, and how many articles the files before it have."""
        kept = [*results]
        self._add([front(one) for one in kept], kept)

    def add(self, parcel: Parcel) -> None:
        """Adds what a file gave."""
        self._add(parcel.fronts, parcel.closed() if len(self.articles) >= FEW else parcel.opened())

    def _add(self, fronts: Sequence[Front], part: Part) -> None:
        self._parts.append((len(self.articles), part))
        for one in fronts:
            if isinstance(one, Skipped):
                self.skipped.append(one)
            else:
                self.articles.append(one.article)
                self._samples[one.article.id] = one.sample

    def __iter__(self) -> Iterator[Analysis]:
        for _, part in self._parts:
            yield from _analyses(part)

    def copies(self, jobs: int = 1) -> dict[str, str]:
        """For each syndicated copy the article that it copies, as `events.copies.copies` finds them."""
        pairs = likely(self._samples, jobs)
        wanted = set(concerned(pairs))
        texts = self.each(lambda one: (one.article.id, shingles(one.article.text)), jobs, wanted)
        return copied(pairs, dict(texts))

    def each(self, work: Callable[[Analysis], Found], jobs: int, wanted: AbstractSet[str] | None = None) -> list[Found]:
        """What is found for each analysis, or for those of the articles that are wanted, by up to `jobs` processes."""

        def found(parts: Iterable[Part]) -> Iterator[list[Found]]:
            for part in parts:
                yield [work(one) for one in _analyses(part) if wanted is None or one.article.id in wanted]

        ends = [*(begin for begin, _ in self._parts[1:]), len(self.articles)]
        some = [
            part
            for (begin, part), end in zip(self._parts, ends, strict=True)
            if any(wanted is None or self.articles[at].id in wanted for at in range(begin, end))
        ]
        return [*chain.from_iterable(spread(found, some, jobs))]


def _analyses(part: Part) -> Iterator[Analysis]:
    results = unpack(part) if isinstance(part, bytes) else part
    return (one for one in results if isinstance(one, Analysis))
