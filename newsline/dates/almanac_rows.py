"""The rows of `almanac.tsv`: the named days and dated facts that `almanac` looks up, a source in every row."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

PRIME_MINISTER, VICE_PRESIDENT = "prime minister ", "vice president "
NAMES, GERMAN, USE = 3, 4, 7
"""Places of columns in a row; the last may be left out."""
FILE = Path(__file__).with_name("almanac.tsv")


class Row(Struct, frozen=True):
    """One named day or fact; the columns are told at the head of the data file."""

    key: str
    kind: str
    rule: str
    names: tuple[str, ...]
    german: tuple[str, ...]
    country: str
    source: str
    use: str = ""

    def named(self, language: str) -> tuple[str, ...]:
        """Its names in a language, with straight and with typographic apostrophes; a prime minister is a PM, too."""
        return _variants(self.german if language == "de" else self.names)


_Cells = tuple[int, str, str, str]
"""Of a row: its number, its key, its names in English and in German."""


class Rows(Mapping[str, Row]):
    """All rows by key, in the order of the file; a row is read when it is asked for: of thousands a run needs few."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines: dict[str, str] = {}
        self._uses: dict[str, list[_Cells]] = {}
        for number, line in enumerate(lines):
            cells = line.split("\t")
            key = cells[0]
            self._lines[key] = line
            use = cells[USE] if len(cells) > USE else ""
            self._uses.setdefault(use, []).append((number, key, cells[NAMES], cells[GERMAN]))
        self._read: dict[str, Row] = {}

    def __getitem__(self, key: str) -> Row:
        found = self._read.get(key)
        if found is None:
            _, kind, rule, names, german, country, source, *use = self._lines[key].split("\t")
            found = self._read[key] = Row(key, kind, rule, _names(names), _names(german), country, source, *use)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)

    def of_use(self, *uses: str) -> Iterator[Row]:
        """The rows of some uses."""
        return (self[key] for _, key, _, _ in self._of_use(uses))

    def names_of_use(self, uses: Sequence[str], language: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The keys of the rows of some uses with their names, as `Row.named` has them."""
        if language == "de":
            return ((key, _written(german)) for _, key, _, german in self._of_use(uses) if german)
        return ((key, _written(english)) for _, key, english, _ in self._of_use(uses) if english)

    def _of_use(self, uses: Sequence[str]) -> Iterable[_Cells]:
        return heapq.merge(*(self._uses.get(use, ()) for use in uses))


@cache
def rows() -> Rows:
    """All rows by key, in the order of the file."""
    lines = FILE.read_bytes().decode().splitlines()  # in a third of the time of `read_text`
    return Rows(line for line in lines if line and not line.startswith(("#", "key\t")))


@cache
def names(language: str = "en", *uses: str) -> Mapping[str, str]:
    """Every name in a language ("en", "de"), lower case, with the key that it means; the first row wins.

    By default only names that are time expressions by themselves; `uses` names other kinds of rows: "anchor", "period".
    """
    found: dict[str, str] = {}
    for key, some in rows().names_of_use(uses or ("",), language):
        for name in some:
            found.setdefault(name, key)
    return MappingProxyType(found)


def _variants(names: Sequence[str]) -> tuple[str, ...]:
    found = list(names)
    found += [name.replace(PRIME_MINISTER, "pm ") for name in names if name.startswith(PRIME_MINISTER)]
    found += [name.replace(VICE_PRESIDENT, "vice-president ") for name in names if name.startswith(VICE_PRESIDENT)]
    found += [name.replace("'", "’") for name in found if "'" in name]
    return tuple(found)


def _written(cell: str) -> tuple[str, ...]:
    """The same of a cell of the file; in most nothing is written in two ways."""
    some = cell.split("|")
    return _variants(some) if "'" in cell or PRIME_MINISTER in cell or VICE_PRESIDENT in cell else tuple(some)


def _names(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()
