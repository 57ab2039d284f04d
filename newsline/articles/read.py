"""Files become articles. Whatever is found ends as an article or as a reason why it gave none."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from msgspec import Struct

from newsline.articles import language
from newsline.articles.draft import Draft, Item, Member, NoArticle, Rejected, unique
from newsline.articles.files import FoundFile, find
from newsline.articles.pathdates import filename_signal, url_signal
from newsline.articles.readers import items
from newsline.model import Article, Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

__all__ = ["FoundFile", "find", "read", "read_file"]

MAX_BYTES = 200_000_000
"""A larger file is no folder of articles but an archive that wants to be split; it would take gigabytes of memory."""
MAX_ARCHIVE_BYTES = 2_000_000_000
"""For web archives, which are read record by record: CC-NEWS writes files of one gigabyte."""
MAX_UNPACKED = 1_000_000_000
"""Bytes that all members of one file may unpack to, those of archives inside archives included."""
MAX_MESSAGE = 200
"""Characters of a library's message that are shown."""
MAX_DEPTH = 4
"""Archives inside archives: "a.tar.gz" is two, attached to a message in a mailbox four."""


def read(paths: Sequence[Path], *, stdin: BinaryIO | None = None) -> Iterator[Article | Skipped]:
    """The articles of files, folders and "-" (standard input), in order, and what was left out; no file raises."""
    for found in find(paths, stdin=stdin):
        yield from read_file(found)


def read_file(found: FoundFile) -> list[Article | Skipped]:
    """The articles of one file, or why it has none. Takes and returns values that can be pickled."""
    try:
        data = _content(found)
    except NoArticle as problem:
        return [Skipped(found.id, str(problem))]
    except MemoryError:
        return [Skipped(found.id, "too large to read")]
    return list(_read(found.id, found.path.name, data, Budget(MAX_UNPACKED), 0))


class Budget(Struct):
    """How many more bytes may be unpacked."""

    left: int


def _content(found: FoundFile) -> bytes:
    if found.problem is not None:
        raise NoArticle(found.problem)
    if found.data is not None:
        return found.data
    try:
        if not found.path.is_file():
            raise NoArticle("a link to nothing" if found.path.is_symlink() else "not a regular file")
        limit = MAX_ARCHIVE_BYTES if found.path.name.lower().endswith((".warc", ".warc.gz")) else MAX_BYTES
        if found.path.stat().st_size > limit:
            raise NoArticle(f"too large: more than {limit // 1_000_000} MB")
        return found.path.read_bytes()
    except OSError as error:
        raise NoArticle(f"unreadable: {(error.strerror or str(error)).lower()}") from None


def _read(article_id: str, name: str, data: bytes, budget: Budget, depth: int) -> Iterator[Article | Skipped]:
    """The articles of a file and of the files inside it. What was read before a file breaks off is kept."""
    found, problem = items_of(data, name, budget)
    own = [item for item in found if not isinstance(item, Member)]
    numbers = iter(range(1, len(own) + 1))
    if not own and problem is None and not found:
        problem = "no article in it"
    for item in found:
        if isinstance(item, Member):
            yield from _member(article_id, item, budget, depth)
            continue
        number = next(numbers)
        if isinstance(item, Rejected) and item.name is not None:
            yield Skipped(f"{article_id}/{item.name}", item.reason)
        else:
            yield complete(article_id if len(own) == 1 else f"{article_id}#{number}", article_id, item)
    if problem is not None:
        yield Skipped(article_id, problem)


def items_of(data: bytes, name: str, budget: Budget) -> tuple[list[Item], str | None]:
    """What a file holds, and what is wrong with it. A library may raise anything on a broken file."""
    found: list[Item] = []
    try:
        for item in items(data, name):
            if isinstance(item, Member):
                budget.left -= len(item.data)
                if budget.left < 0:
                    return found, f"unpacks to more than {MAX_UNPACKED // 1_000_000} MB; the rest was left out"
            found.append(item)
    except NoArticle as problem:
        return found, str(problem)
    except MemoryError:
        return found, "too large to read"
    except RecursionError:
        return found, "nested too deeply"
    except Exception as error:
        message = " ".join(str(error).split())[:MAX_MESSAGE]
        return found, f"unreadable: {message or type(error).__name__}"
    return found, None


def _member(article_id: str, member: Member, budget: Budget, depth: int) -> Iterator[Article | Skipped]:
    inner = article_id if member.is_all else f"{article_id}/{member.name}"
    if depth >= MAX_DEPTH:
        yield Skipped(inner, "an archive inside too many others")
        return
    yield from _read(inner, member.name.rpartition("/")[2], member.data, budget, depth + 1)


def complete(article_id: str, path: str, draft: Draft | Rejected) -> Article | Skipped:
    """A draft as an article, with its language and what its address and path say; or why it is none."""
    if isinstance(draft, Rejected):
        return Skipped(article_id, draft.reason)
    if not any(map(str.isalnum, draft.text)):
        return Skipped(article_id, "no text in it")
    signals = [*draft.signals, url_signal(draft.url), filename_signal(path)]
    return Article(
        article_id,
        draft.text,
        draft.title,
        draft.publisher,
        draft.url,
        language.guess(draft.text, draft.language),
        unique(signal for signal in signals if signal is not None),
    )
