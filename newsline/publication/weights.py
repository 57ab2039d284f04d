"""The weights of the clues, read from `weights.toml`, where every number has its unit and its origin."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Table:
    """What a distance in days is worth, in nats: `weights[k]` from `edges[k - 1]` up to `edges[k]`, that excluded."""

    edges: tuple[int, ...]
    weights: tuple[float, ...]
    wrap: int
    """Days before a yearly return in which a candidate is still compared with it."""
    mismatch: float = 0.0
    """In nats, where a return does not fit the weekday beside it."""


def _rows(text: str) -> Mapping[str, dict[str, Any]]:
    """The numbers of each row. The file has one value on a line, and lists of numbers are written in JSON as in TOML: a
    parser of all of TOML takes as long for it as the dating of a small folder.
    """
    rows: dict[str, dict[str, Any]] = {}
    for line in text.splitlines():
        if line.startswith("["):
            row = rows.setdefault(line.strip("[]"), {})
        elif line.startswith(("edges =", "weights =", "weekly =", "wrap =", "mismatch =")):
            name, _, value = line.partition(" = ")
            row[name] = json.loads(value)
    return rows


def _read() -> tuple[Mapping[str, Table], Mapping[str, tuple[float, ...]]]:
    rows = _rows(Path(__file__).with_name("weights.toml").read_text("utf-8"))
    tables = {
        name: Table(tuple(row["edges"]), tuple(row["weights"]), row["wrap"], row.get("mismatch", 0.0))
        for name, row in rows.items()
        if "edges" in row
    }
    return tables, {name: tuple(row["weekly"]) for name, row in rows.items() if "weekly" in row}


TABLES, WEEKDAY_TABLES = _read()
"""By name; the second holds seven weights for each weekday, by the days since."""
