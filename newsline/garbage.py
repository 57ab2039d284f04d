"""How often Python looks for objects that refer to each other in a circle and to nothing else."""

from __future__ import annotations

import gc

SELDOM = (200_000, 20, 100)
"""Objects made before the youngest are looked through, and rounds before the older ones are (Python: 700, 10, 10).

Articles become many small values without circles, so that looking finds nothing: with Python's numbers it takes a
twelfth of the time of five articles and half of the time of loading a large folder from the cache.
"""


def collect_seldom() -> None:
    """Sets this for the process; what is there already, modules and word lists, is never looked through again."""
    gc.freeze()
    gc.set_threshold(*SELDOM)
