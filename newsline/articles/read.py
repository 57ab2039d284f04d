"""Files become articles. Whatever is found ends as an article or as a reason why it gave none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from newsline.articles import language
from newsline.articles.draft import Draft, NoArticle, Rejected, unique
from newsline.articles.files import FoundFile, find
from newsline.articles.pathdates import filename_signal, url_signal
from newsline.articles.readers import recognise
from newsline.model import Article, Skipped

__all__ = ["FoundFile", "find", "read", "read_file"]

MAX_BYTES = 200_000_000
"""A larger file is no folder of articles but an archive that wants to be split; it would take gigabytes of memory."""


def read(paths: Sequence[Path], *, stdin: BinaryIO | None = None) -> Iterator[Article | Skipped]:
    """The articles of files, folders and "-" (standard input), in order, and what was left out; no file raises."""
    for found in find(paths, stdin=stdin):
        yield from read_file(found)


def read_file(found: FoundFile) -> list[Article | Skipped]:
    """The articles of one file, or why it has none. Takes and returns values that can be pickled."""
    try:
        data = _content(found)
        drafts = list(_drafts(found, data))
    except NoArticle as problem:
        return [Skipped(found.id, str(problem))]
    except MemoryError:
        return [Skipped(found.id, "too large to read")]
    except Exception as error:
        return [Skipped(found.id, f"unreadable: {type(error).__name__}: {' '.join(str(error).split())[:200]}")]
    if not drafts:
        return [Skipped(found.id, "no article in it")]
    single = len(drafts) == 1
    return [_finish(found.id if single else f"{found.id}#{n}", found.id, draft) for n, draft in enumerate(drafts, 1)]


def _content(found: FoundFile) -> bytes:
    if found.problem is not None:
        raise NoArticle(found.problem)
    if found.data is not None:
        return found.data
    try:
        if not found.path.is_file():
            raise NoArticle("a link to nothing" if found.path.is_symlink() else "not a regular file")
        if found.path.stat().st_size > MAX_BYTES:
            raise NoArticle(f"too large: more than {MAX_BYTES // 1_000_000} MB")
        return found.path.read_bytes()
    except OSError as error:
        raise NoArticle(f"unreadable: {(error.strerror or str(error)).lower()}") from None


def _drafts(found: FoundFile, data: bytes) -> Iterator[Draft | Rejected]:
    if not data.strip():
        raise NoArticle("empty")
    kind = recognise(found.path.name, data)
    if kind is None:
        suffix = found.path.suffix.lower()
        raise NoArticle(f"unsupported format ({suffix}); 'newsline formats' lists the supported ones")
    if not kind.is_installed:
        raise NoArticle(f'{kind.name} needs an extra: pip install "newsline[{kind.extra}]"')
    yield from kind.load()(data, found.path.name)


def _finish(article_id: str, path: str, draft: Draft | Rejected) -> Article | Skipped:
    if isinstance(draft, Rejected):
        return Skipped(article_id, draft.reason)
    if not draft.text.strip():
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
