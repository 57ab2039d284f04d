"""The weights of the clues, read from `weights.toml`, where every number has its unit and its origin."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct


class Table(Struct, frozen=True):
    """What a distance in days is worth, in nats: `weights[k]` from `edges[k - 1]` up to `edges[k]`, that excluded."""

    edges: tuple[int, ...]
    weights: tuple[float, ...]
    wrap: int
    """Days before a yearly return in which a candidate is still compared with it."""
    mismatch: float = 0.0
    """In nats, where a return does not fit the weekday beside it."""


def _read() -> tuple[Mapping[str, Table], Mapping[str, tuple[float, ...]]]:
    rows = tomllib.loads(Path(__file__).with_name("weights.toml").read_text("utf-8"))
    tables = {
        name: Table(tuple(row["edges"]), tuple(row["weights"]), row["wrap"], row.get("mismatch", 0.0))
        for name, row in rows.items()
        if "edges" in row
    }
    return tables, {name: tuple(row["weekly"]) for name, row in rows.items() if "weekly" in row}


TABLES, WEEKDAY_TABLES = _read()
"""By name; the second holds seven weights for each weekday, by the days since."""
