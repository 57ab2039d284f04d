"""What all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("newsline", deadline=None, print_blob=True)
settings.load_profile("newsline")


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the cache of the person who runs it."""
    monkeypatch.setenv("NEWSLINE_CACHE", str(tmp_path / "newsline-cache.sqlite"))
