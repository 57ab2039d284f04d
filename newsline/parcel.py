"""What a file gave, as it travels between processes and lies in the cache.

In front stands what its folder needs of every article from the start, which is read in some microseconds; the analyses
behind it are unpacked when a stage goes through them. So the process that hands out the work is not what the others
wait for.
"""

from __future__ import annotations

import pickle
import zlib
from array import array
from collections.abc import Sequence
from typing import TypeAlias

from msgspec import Struct

from newsline.analysis import Analysis
from newsline.events.copies import sample
from newsline.model import Article, DatedArticle, DatedFrom, Dating, Skipped

ZLIB_LEVEL = 1
"""The fastest: analyses shrink to a third, and inflating them costs less than reading the difference."""
_NUMBER = 4
"""Bytes of each of the two numbers that a blob begins with: its checksum, and the length of what stands in front."""


class Head(Struct, frozen=True):
    """What a folder needs of an article before it is dated."""

    article: DatedArticle
    sample: array[int]
    """Of its shingles, as `copies.sample` takes it."""


Result: TypeAlias = Analysis | Skipped
Front: TypeAlias = Head | Skipped


class Parcel(Struct, frozen=True):
    """The results of a file: as they were made in this process, or as bytes, or both."""

    fronts: Sequence[Front]
    results: Sequence[Result] | None = None
    packed: bytes | None = None

    @classmethod
    def of(cls, results: Sequence[Result]) -> Parcel:
        """Results that were made here."""
        return cls([front(one) for one in results], results)

    @classmethod
    def received(cls, blob: bytes) -> Parcel:
        """What `pack` made. Raises `zlib.error` where the bytes are damaged."""
        return cls(fronts(blob), None, blob)

    @property
    def has_article(self) -> bool:
        """Whether the file gave an article at all."""
        return any(isinstance(one, Head) for one in self.fronts)

    def opened(self) -> Sequence[Result]:
        """The results."""
        return unpack(self.packed or b"") if self.results is None else self.results

    def closed(self) -> bytes:
        """The bytes."""
        return self.packed or _packed(self.fronts, self.opened())


def front(one: Result) -> Front:
    """What a folder needs of a result from the start."""
    return one if isinstance(one, Skipped) else Head(undated(one.article), sample(one.article.text))


def undated(article: Article) -> DatedArticle:
    """An article as a source in a timeline: without its text, and so far without a date."""
    return DatedArticle(
        article.id,
        article.title,
        article.publisher,
        article.url,
        article.language,
        len(article.text),
        Dating(article.id, None, DatedFrom.NONE),
    )


def pack(results: Sequence[Result]) -> bytes:
    """Results as bytes: a checksum, the length of the front, the front, the results."""
    return _packed([front(one) for one in results], results)


def _packed(found: Sequence[Front], results: Sequence[Result]) -> bytes:
    ahead = pickle.dumps([*found], pickle.HIGHEST_PROTOCOL)
    behind = zlib.compress(pickle.dumps([*results], pickle.HIGHEST_PROTOCOL), ZLIB_LEVEL)
    content = b"".join((len(ahead).to_bytes(_NUMBER, "big"), ahead, behind))
    return zlib.crc32(content).to_bytes(_NUMBER, "big") + content


def fronts(blob: bytes) -> list[Front]:
    """What stands in front in bytes that `pack` made. Raises `zlib.error` where they are damaged."""
    if len(blob) < 2 * _NUMBER or int.from_bytes(blob[:_NUMBER], "big") != zlib.crc32(memoryview(blob)[_NUMBER:]):
        raise zlib.error("the bytes of an analysis are damaged")
    found: list[Front] = pickle.loads(memoryview(blob)[2 * _NUMBER : _behind(blob)])
    return found


def unpack(blob: bytes) -> list[Result]:
    """The results that `pack` was given."""
    results: list[Result] = pickle.loads(zlib.decompress(memoryview(blob)[_behind(blob) :]))
    return results


def _behind(blob: bytes) -> int:
    """Where the results begin."""
    return 2 * _NUMBER + int.from_bytes(blob[_NUMBER : 2 * _NUMBER], "big")
