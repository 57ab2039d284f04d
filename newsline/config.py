"""Dates that the user gives: days as options, and the file of publication dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from msgspec import Struct

from newsline.dates import edtf
from newsline.dates import span as spans
from newsline.dates.span import Span
from newsline.errors import UsageError

DAY_FORMS = "2025-05-04, 2025-05, 2025 or 2025-05-04/2025-05-06"
GIVEN_COLUMNS = ("article", "published")
DELIMITERS = ",;\t"
GLOB_CHARACTERS = "*?["


def parse_day(text: str) -> Span:
    """A day, month or year, or an interval of them, or whatever else EDTF can write; ISO times of day are dropped.

    Raises ValueError with what was expected.
    """
    cleaned = text.strip()
    try:
        return edtf.read(cleaned)
    except ValueError:
        pass
    try:
        return spans.day(datetime.fromisoformat(cleaned).date())
    except ValueError:
        raise ValueError(f"expected a day, a month, a year or an interval ({DAY_FORMS}), found {text!r}") from None


class GivenDate(Struct, frozen=True):
    """A row of the file of dates."""

    article: str
    """Path relative to the folder, name of the file, or glob."""
    published: Span
    line: int


def read_given(path: Path) -> list[GivenDate]:
    """The rows of a CSV file with the columns article and published. Raises UsageError."""
    import csv

    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except OSError as error:
        raise UsageError(
            f"{path}: {error.strerror}; --dates needs a CSV file with the columns article,published"
        ) from None
    except UnicodeDecodeError:
        raise UsageError(f"{path}: not UTF-8 text; save it as CSV (UTF-8) with the columns article,published") from None
    header = lines[0] if lines else ""
    delimiter = max(DELIMITERS, key=header.count)
    names = [name.strip().lower() for name in next(csv.reader([header], delimiter=delimiter), [])]
    if not set(GIVEN_COLUMNS) <= set(names):
        raise UsageError(f"{path}: expected the columns article,published in its first line, found {header!r}")
    reader = csv.reader(lines[1:], delimiter=delimiter)
    rows = [_given(path, reader.line_num + 1, dict(zip(names, row, strict=False))) for row in reader if any(row)]
    return [row for row in rows if row is not None]


def _given(path: Path, line: int, row: Mapping[str, str]) -> GivenDate | None:
    article, published = (row.get(name, "").strip() for name in GIVEN_COLUMNS)
    if not published:
        return None
    try:
        return GivenDate(article.removeprefix("'").replace("\\", "/").removeprefix("./"), parse_day(published), line)
    except ValueError as error:
        raise UsageError(f"{path}: line {line}: {error}; correct the line or leave its date empty") from None


def match_given(
    rows: Iterable[GivenDate], articles: Iterable[str], everywhere: Span | None = None
) -> tuple[dict[str, Span], list[GivenDate]]:
    """Dates by article id, and the rows that fit no article.

    A path wins over a name, a name over a glob, a later row over an earlier one; `everywhere` is for all the others.
    """
    rows = list(rows)
    # An archive has as many rows as articles: only globs are held against every article.
    globs = [row for row in rows if any(char in row.article for char in GLOB_CHARACTERS)]
    named: dict[str, list[GivenDate]] = {}
    for row in rows:
        named.setdefault(row.article, []).append(row)
    given: dict[str, Span] = {}
    used: set[int] = set()
    for article in articles:
        file = _file(article)
        names = dict.fromkeys((article, file, PurePosixPath(file).name))
        possible = [*globs, *(row for name in names for row in named.get(name, ()))]
        fitting = [(fit, row.line, row) for row in possible if (fit := _fit(row.article, article))]
        used.update(line for _, line, _ in fitting)
        best = max(fitting, key=lambda item: item[:2])[2].published if fitting else everywhere
        if best is not None:
            given[article] = best
    return given, [row for row in rows if row.line not in used]


def _file(article: str) -> str:
    """The path of the file that an article stands in: the id of the nth of several ends in "#n"."""
    return re.sub(r"#\d+$", "", article)


def _fit(pattern: str, article: str) -> int:
    """How closely a row names an article: 3 by its path, 2 by its name, 1 by a glob, 0 not at all."""
    file = _file(article)
    if pattern in (article, file):
        return 3
    name = PurePosixPath(file).name
    if pattern == name:
        return 2
    is_glob = any(char in pattern for char in GLOB_CHARACTERS)
    return int(is_glob and any(fnmatchcase(known, pattern) for known in (article, file, name)))
