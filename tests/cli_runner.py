"""Runs newsline as its users do: in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

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


def schema_errors(name: str, document: Any) -> list[str]:
    """What a document has that its schema does not allow."""
    schema = json.loads(files("newsline.formats").joinpath(f"{name}.schema.json").read_text("utf-8"))
    return [error.message for error in Draft202012Validator(schema).iter_errors(document)]


def on_terminal(*arguments: object, columns: int = 100, **env: str) -> tuple[int, str]:
    """Exit code and what a terminal of so many columns gets to see."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    changes = {"TERM": "xterm-256color", "COLUMNS": str(columns), **env}
    process = subprocess.Popen(
        [*COMMAND, *map(str, arguments)], stdout=theirs, stderr=theirs, stdin=theirs, env=environment(**changes)
    )
    os.close(theirs)
    seen = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:  # Linux: the other side was closed
            break
        if not part:
            break
        seen += part
    os.close(ours)
    return process.wait(TIMEOUT), seen.decode()
