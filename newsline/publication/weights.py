"""The weights of the clues, read from `weights.json`, where every number has its unit and its origin."""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec import Struct


class Table(Struct, frozen=True):
    """What a distance in days is worth, in nats: `weights[k]` from `edges[k - 1]` up to `edges[k]`, that excluded."""

    edges: tuple[int, ...]
    weights: tuple[float, ...]
    wrap: int
    """Days before a yearly return in which a candidate is still compared with it."""
    mismatch: float = 0.0
    """In nats, where a return does not fit the weekday beside it."""


class Weights(Struct, frozen=True):
    """The file, by name of a clue's table; what it says of itself and of where a row comes from is for readers."""

    distances: dict[str, Table]
    weekdays: dict[str, tuple[float, ...]]
    """Seven weights for each weekday, by the days since."""


_WEIGHTS = msgspec.json.decode(Path(__file__).with_name("weights.json").read_bytes(), type=Weights)
TABLES, WEEKDAY_TABLES = _WEIGHTS.distances, _WEIGHTS.weekdays
