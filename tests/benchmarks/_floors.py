"""The figures that must hold, from floors.toml: `name = 0.9` is at least, `name = {max = 1.15}` at most.

A table within a section holds the figures of one part ("held back", a topic). Floors go up in the commit that earns it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FLOORS = Path(__file__).with_name("floors.toml")


def check(section: str, figures: Mapping[str, Any], *, path: Path = FLOORS) -> int:
    """Prints which figures are on the wrong side of their floor; 1 if there are any, else 0.

    A figure that was not measured is no fault.
    """
    wanted = tomllib.loads(path.read_text(encoding="utf-8")).get(section, {})
    wrong = list(_wrong(section, wanted, figures))
    print("\n".join(wrong) if wrong else f"{section}: every figure holds its floor")
    return 1 if wrong else 0


def _wrong(name: str, wanted: Mapping[str, Any], figures: Mapping[str, Any]) -> list[str]:
    found: list[str] = []
    for key, floor in wanted.items():
        value = figures.get(key)
        label = f"{name}.{key}"
        if value is None:
            continue
        if isinstance(value, Mapping):
            found += _wrong(label, floor, value)
        elif isinstance(floor, Mapping):
            if value > floor["max"]:
                found.append(f"{label}: {value:.4g} is above {floor['max']}")
        elif value < floor:
            found.append(f"{label}: {value:.4g} is below {floor}")
    return found
