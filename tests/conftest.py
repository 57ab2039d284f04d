"""What all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from tests.texts import INQUIRY, RAID, SECOND, VAGUE

settings.register_profile("newsline", deadline=None, print_blob=True)
settings.load_profile("newsline")


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the cache of the person who runs it."""
    monkeypatch.setenv("NEWSLINE_CACHE", str(tmp_path / "newsline-cache.sqlite"))


@pytest.fixture
def undated(tmp_path: Path) -> Path:
    """Two articles without a date, one of them in a folder of its own, and one with dates."""
    made = tmp_path / "articles"
    (made / "sub").mkdir(parents=True)
    (made / "mill.txt").write_text(VAGUE)
    (made / "sub" / "barn.txt").write_text(SECOND)
    (made / "inquiry.txt").write_text(INQUIRY)
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles that tell one event, and a file that is no text."""
    made = tmp_path / "articles"
    made.mkdir()
    (made / "wreck.txt").write_text(RAID)
    (made / "inquiry.txt").write_text(INQUIRY)
    (made / "noise.bin").write_bytes(bytes(range(256)) * 8)
    return made
