"""Where a document goes: standard output, a file, or a marked place in a Markdown file."""

from __future__ import annotations

import errno
import io
import os
import re
import shutil
import stat
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from newsline.errors import NewslineError, UsageError
from newsline.formats.view import DEFAULT_WIDTH

STDOUT = "-"
BEGIN, END = b"<!-- newsline:begin -->", b"<!-- newsline:end -->"
FENCE = re.compile(rb"^(```+|~~~+).*?^\1", re.MULTILINE | re.DOTALL)
EMBEDDABLE = ("markdown", "markdown-table", "mermaid", "chronos")
"""Formats that can stand inside a Markdown file."""


def choose_format(name: str | None, output: str | None, suffixes: Mapping[str, str], default: str | None = None) -> str:
    """The format: as asked for, else by the suffix of the file, else the default.

    Without a default it is a table on a terminal and Markdown in a pipe. Raises UsageError where no file can be written
    there, and for a suffix that no format has.
    """
    check_output(output)
    if name is not None:
        return name
    if output is None or output == STDOUT:
        return default or ("table" if sys.stdout.isatty() else "markdown")
    fitting = [suffix for suffix in suffixes if Path(output).name.lower().endswith(suffix)]
    if not fitting:
        raise UsageError(
            f"{output}: no format has this suffix; choose one with --format, or one of {' '.join(suffixes)}"
        )
    return suffixes[max(fitting, key=len)]


def width() -> int:
    """Columns of the terminal; a fixed number in a pipe."""
    return shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns


def wants_color(choice: str, output: str | None) -> bool:
    """Colour only where a person reads: a terminal, unless NO_COLOR is set. FORCE_COLOR means nothing here."""
    if choice != "auto":
        return choice == "always"
    if output not in (None, STDOUT) or not sys.stdout.isatty():
        return False
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def emit(document: str, output: str | None) -> None:
    """Writes a whole document to stdout or to a file. Raises OSError."""
    data = document.encode("utf-8", "backslashreplace")
    if output is None or output == STDOUT:
        if not sys.stdout.writable():
            raise io.UnsupportedOperation
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        replace(Path(output), data)


def check_output(output: str | None) -> None:
    """Fails before the work begins where a file could not be written after it."""
    if output is None or output == STDOUT:
        return
    path = Path(output)
    if path.is_dir():
        raise UsageError(f"{output}: is a folder; --output needs the name of a file in it")
    if not path.parent.is_dir():
        raise UsageError(f"{output}: the folder {path.parent} does not exist; make it first")


def replace(path: Path, data: bytes) -> None:
    """Puts `data` into a file in one step: whoever reads it sees the old or the new contents, never half of them."""
    import tempfile

    target = path.resolve()
    if target.exists() and not stat.S_ISREG(target.stat().st_mode):
        with open(target, "wb", buffering=0) as device:
            _write_all(device.fileno(), data, str(path))
        return
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()
    handle, temporary = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    try:
        try:
            _write_all(handle, data, str(path))
            os.fsync(handle)
        finally:
            os.close(handle)
        os.chmod(temporary, mode)
        os.replace(temporary, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def _write_all(handle: int, data: bytes, name: str) -> None:
    view = memoryview(data)
    while view:
        try:
            view = view[os.write(handle, view) :]
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            raise OSError(error.errno, error.strerror, name) from None


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def check_into(path: Path, name: str) -> int:
    """The level of the heading that the chronology will stand under; 0 for none.

    Raises UsageError where the file has not its two marks, or the format cannot stand in it.
    """
    if name not in EMBEDDABLE:
        raise UsageError(f"--into needs a format that can stand in Markdown ({', '.join(EMBEDDABLE)}), not {name}")
    content = _read(path)
    begin, _ = _marks(path, content)
    headings = re.findall(rb"^(#{1,6})[ \t]", FENCE.sub(b"", content[:begin]), re.MULTILINE)
    return len(headings[-1]) if headings else 0


def embed(document: str, path: Path) -> None:
    """Replaces what stands between the marks of a Markdown file; every other byte stays."""
    content = _read(path)
    begin, end = _marks(path, content)
    newline = b"\r\n" if content[:begin].endswith(b"\r\n") else b"\n"
    data = document.encode("utf-8", "backslashreplace").strip(b"\n").replace(b"\n", newline)
    replace(path, content[:begin] + data + newline + content[end:])


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}; --into needs a Markdown file that exists") from None


def _marks(path: Path, content: bytes) -> tuple[int, int]:
    """Offsets of the line after the first mark and of the second mark. Only marks alone on their line count."""
    begins, ends, at = [], [], 0
    for line in content.splitlines(keepends=True):
        if line.strip() == BEGIN:
            begins.append(at + len(line))
        elif line.strip() == END:
            ends.append(at)
        at += len(line)
    if len(begins) != 1 or len(ends) != 1 or begins[0] > ends[0]:
        raise NewslineError(
            f"{path}: expected the lines {BEGIN.decode()} and {END.decode()}, once each and in this order; "
            "add them where the chronology is to stand"
        )
    return begins[0], ends[0]
