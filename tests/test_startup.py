"""What a run over a few plain texts does without: modules that take longer to import than the texts to read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli_runner import TIMEOUT, environment, newsline

HEAVY = ("pydantic", "trafilatura", "lxml", "dateparser", "multiprocessing", "concurrent.futures", "rich", "pyarrow")


def test_plain_texts_need_no_heavy_library(undated: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "newsline", "build", "--no-cache", str(undated)],
        capture_output=True, text=True, env=environment(), timeout=TIMEOUT,
    )  # fmt: skip
    assert done.returncode == 0
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}
    assert "newsline.pipeline" in imported
    assert not imported & set(HEAVY)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(("--limit", "many"), "--limit"), (("--engine", "abacus"), "--engine"), (("--since", "soon"), "--since")],
)
def test_what_the_user_gives_is_still_checked(undated: Path, arguments: tuple[str, str], said: str) -> None:
    done = newsline("build", undated, *arguments)
    assert done.returncode == 2
    assert said in done.stderr.decode()


def test_a_missing_path_is_named() -> None:
    done = newsline("build")
    assert done.returncode == 2
    assert "PATH" in done.stderr.decode()
