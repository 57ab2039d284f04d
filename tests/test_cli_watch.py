"""`newsline build --watch` keeps a file current until it is interrupted."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("watchfiles", reason="--watch is an extra: pip install newsline[watch]")

PATIENCE = 60.0
"""Seconds until a change must have been seen, on a machine that is busy with other things."""


def wait(condition: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.1)
    return False


def test_watch_rewrites_the_output_when_an_article_comes(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text("The port of Velm was closed on 3 March 2019 after a tanker had run aground.\n")
    written = folder / "chronology.md"
    command = [sys.executable, "-m", "newsline", "build", "--watch", "--no-cache", "-o", str(written), str(folder)]
    environment = {**os.environ, "NEWSLINE_CACHE": str(tmp_path / "cache.sqlite")}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stderr is not None
        assert "watching" in process.stderr.readline()
        assert wait(lambda: written.exists() and "3 March 2019" in written.read_text())
        (folder / "b.txt").write_text("The port of Velm was opened again on 9 April 2019, the harbour master said.\n")
        seen = wait(lambda: "9 April 2019" in written.read_text())
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=PATIENCE)
    assert seen
    assert process.returncode == 130


def test_watch_needs_a_file_to_keep_current(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "newsline", "build", "--watch", str(tmp_path)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 2
    assert "--output" in result.stderr
