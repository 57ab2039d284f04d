"""Which files there are to read, and the id of each."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

STDIN = "-"
PAGE_SUFFIXES = (".html", ".htm", ".xhtml")
PAGE_FOLDERS = ("_files", ".files", "-Dateien", "_fichiers", "_archivos", "_file")
"""What browsers append to the name of the folder that a saved page keeps its images and scripts in."""
SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini", "__macosx", "$recycle.bin"})


MAX_PIPED = 200_000_000
"""Bytes that are read of a pipe; a device may give them without end."""


class FoundFile(Struct, frozen=True):
    """A file to read: its id, where it is, or its content if it came through a pipe, or why it cannot be read."""

    id: str
    path: Path
    data: bytes | None = None
    problem: str | None = None


def find(paths: Sequence[Path], *, stdin: BinaryIO | None = None) -> list[FoundFile]:
    """All files under the paths, in the order given, folders sorted by name; each file once.

    Hidden files and folders, links that lead back and the parts of saved pages are passed over in silence.
    """
    found: list[FoundFile] = []
    seen: set[str] = set()
    for path in paths:
        candidates = _standard_input(stdin) if str(path) == STDIN else _under(path)
        for candidate in candidates:
            key = _identity(candidate)
            if key not in seen:
                seen.add(key)
                found.append(candidate)
    return told_apart(found)


def _standard_input(stdin: BinaryIO | None) -> Iterator[FoundFile]:
    if stdin is None:
        import sys

        stdin = sys.stdin.buffer
    yield FoundFile(STDIN, Path(STDIN), data=stdin.read())


def _under(path: Path) -> Iterator[FoundFile]:
    try:
        if path.is_dir():
            yield from _walk(path, path, frozenset())
            return
        exists = path.exists()
    except OSError as error:
        yield FoundFile(path.name or str(path), path, problem=f"unreadable: {error.strerror or error}")
        return
    if not exists:
        yield FoundFile(str(path), path, problem="no such file or folder")
    elif path.is_file():
        yield FoundFile(path.name, path)
    else:
        yield _through_pipe(path)


def _through_pipe(path: Path) -> FoundFile:
    """What a shell's <(command) gives, which can be read once only: as if it came through standard input."""
    try:
        with path.open("rb") as stream:
            return FoundFile(path.name, path, data=stream.read(MAX_PIPED))
    except OSError as error:
        return FoundFile(path.name, path, problem=f"unreadable: {error.strerror or error}")


def _walk(root: Path, folder: Path, above: frozenset[str]) -> Iterator[FoundFile]:
    """Files of a folder and its folders; `above` holds the real paths that a link must not lead back to."""
    real = os.path.realpath(folder)
    if real in above:
        return
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        yield FoundFile(_relative(root, folder), folder, problem=f"unreadable folder: {error.strerror or error}")
        return
    names = {entry.name for entry in entries}
    for entry in entries:
        if entry.name.startswith(".") or entry.name.lower() in SYSTEM_FILES:
            continue
        path = Path(entry.path)
        if _is_folder(entry):
            if not _belongs_to_page(entry.name, names):
                yield from _walk(root, path, above | {real})
        else:
            yield FoundFile(_relative(root, path), path, problem=_problem(entry))


def _problem(entry: os.DirEntry[str]) -> str | None:
    """Why an entry of a folder is not opened: a pipe would wait for its writer for ever."""
    try:
        regular = entry.is_file()
    except OSError:
        regular = False
    if regular:
        return None
    return "a link to nothing" if entry.is_symlink() else "not a regular file"


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _belongs_to_page(folder: str, names: set[str]) -> bool:
    stems = [folder.removesuffix(ending) for ending in PAGE_FOLDERS if folder.endswith(ending)]
    return any(stem + suffix in names for stem in stems for suffix in PAGE_SUFFIXES)


def _relative(root: Path, path: Path) -> str:
    relative = path.relative_to(root).as_posix()
    return relative if relative != "." else root.name or str(root)


def _identity(candidate: FoundFile) -> str:
    try:
        return os.path.realpath(candidate.path) if candidate.data is None else candidate.id
    except OSError:
        return str(candidate.path)


def told_apart(found: list[FoundFile]) -> list[FoundFile]:
    """Where two folders hold the same relative path, both get the path as it was given."""
    counts = Counter(item.id for item in found)
    return [replace(item, id=item.path.as_posix()) if counts[item.id] > 1 else item for item in found]
