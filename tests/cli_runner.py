"""Runs newsline as its users do: in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

COMMAND = [sys.executable, "-m", "newsline"]
TIMEOUT = 120
"""Seconds; far more than any of these runs takes on a busy machine."""


def environment(**changes: str) -> dict[str, str]:
    """The environment without what chooses colours or columns, with `changes`."""
    dropped = {"NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "GITHUB_ACTIONS", "COLUMNS", "PYTHONHASHSEED", "CI"}
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return {**kept, **changes}


def newsline(
    *arguments: object, stdin: str | bytes | None = None, cwd: Path | None = None, **env: str
) -> subprocess.CompletedProcess[bytes]:
    """The finished process, with what it wrote as bytes."""
    data = stdin.encode() if isinstance(stdin, str) else stdin
    feed: dict[str, object] = {"stdin": subprocess.DEVNULL} if data is None else {"input": data}
    return subprocess.run(
        [*COMMAND, *map(str, arguments)], capture_output=True, cwd=cwd, env=environment(**env), timeout=TIMEOUT, **feed
    )
