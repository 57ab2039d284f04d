"""How often Python looks for objects that refer to each other in a circle and to nothing else."""

from __future__ import annotations

import gc

SELDOM = (50_000, 20, 100)
"""Objects made before the youngest are looked through, and rounds before the older ones are (Python: 700, 10, 10).

Articles become many small values without circles, so that looking finds nothing: with these numbers five articles take
a twelfth less time and a folder that is read for the first time a tenth. What little garbage there is waits longer.
"""


def collect_seldom() -> None:
    """Sets this for the process; what is there already, modules and word lists, is never looked through again."""
    gc.freeze()
    gc.set_threshold(*SELDOM)
