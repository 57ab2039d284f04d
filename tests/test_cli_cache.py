"""`newsline cache`: shows and clears what a run has kept, and a run does not depend on it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsline.cli.cache import amount

TEXT = "Harbour reopens\n\nThe harbour of Velm reopened on 3 March 2019 after a storm that had closed it for weeks.\n"


@pytest.mark.parametrize(
    ("size", "text"), [(0, "0 bytes"), (999, "999 bytes"), (1500, "1.5 kB"), (123_400, "123 kB"), (1 << 30, "1.1 GB")]
)
def test_amount(size: int, text: str) -> None:
    assert amount(size) == text


def test_second_run_reads_the_cache_and_clear_empties_it(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT)

    def newsline(*arguments: str) -> str:
        environment = {**os.environ, "NEWSLINE_CACHE": str(path)}
        command = [sys.executable, "-m", "newsline", *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout

    first = newsline("build", str(folder))
    assert "3 March 2019" in first
    assert "entries, " in newsline("cache")
    assert newsline("build", str(folder)) == first == newsline("build", "--no-cache", str(folder))
    assert newsline("cache", "--clear").splitlines() == [str(path), "0 entries, 0 bytes of at most 1.1 GB"]
    path.write_bytes(b"no database at all")
    assert newsline("build", str(folder)) == first
