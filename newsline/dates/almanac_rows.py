"""The rows of `almanac.tsv`: the named days and dated facts that `almanac` looks up, a source in every row."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

PRIME_MINISTER = "prime minister "
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
        plain = self.german if language == "de" else self.names
        plain = (*plain, *[name.replace(PRIME_MINISTER, "pm ") for name in plain if name.startswith(PRIME_MINISTER)])
        typographic = [name.replace("'", "’") for name in plain if "'" in name]
        return (*plain, *typographic) if typographic else plain


@cache
def rows() -> Mapping[str, Row]:
    """All rows by key, in the order of the file."""
    found: dict[str, Row] = {}
    for line in FILE.read_text("utf-8").splitlines():
        if not line or line.startswith(("#", "key\t")):
            continue
        key, kind, rule, names, german, country, source, *use = line.split("\t")
        found[key] = Row(key, kind, rule, _names(names), _names(german), country, source, *use)
    return MappingProxyType(found)


@cache
def names(language: str = "en", *uses: str) -> Mapping[str, str]:
    """Every name in a language ("en", "de"), lower case, with the key that it means; the first row wins.

    By default only names that are time expressions by themselves; `uses` names other kinds of rows: "anchor", "period".
    """
    found: dict[str, str] = {}
    asked = uses or ("",)
    for row in rows().values():
        if row.use in asked:
            for name in row.named(language):
                found.setdefault(name, row.key)
    return MappingProxyType(found)


def _names(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()
