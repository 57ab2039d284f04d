"""The collector of garbage can be told to look seldom."""

from __future__ import annotations

import gc

from newsline.garbage import SELDOM, collect_seldom


def test_it_looks_seldom_and_not_at_what_was_there() -> None:
    before, frozen = gc.get_threshold(), gc.get_freeze_count()
    try:
        collect_seldom()
        assert gc.get_threshold() == SELDOM
        assert gc.get_freeze_count() > frozen
        assert gc.isenabled()
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
