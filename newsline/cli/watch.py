"""`newsline build --watch`: waits for the files to change."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from newsline.cli.inputs import STDIN, Inputs
from newsline.errors import NewslineError, UsageError

SETTLE_MILLISECONDS = 400
"""How long to wait for more changes: a program that saves a folder of articles writes many files."""


def changes(inputs: Inputs) -> Iterator[None]:
    """Yields at once, and then for each burst of changes under the paths but for those to the file of this run."""
    try:
        from watchfiles import watch
    except ImportError:
        raise NewslineError('--watch needs an extra: pip install "newsline[watch]"') from None
    if STDIN in inputs.paths:
        raise UsageError("--watch needs files or folders; standard input does not change")
    own = inputs.written.resolve() if inputs.written else None
    bursts = watch(
        *inputs.paths,
        step=SETTLE_MILLISECONDS // 4,
        debounce=SETTLE_MILLISECONDS,
        rust_timeout=SETTLE_MILLISECONDS,
        yield_on_timeout=True,
        raise_interrupt=True,
    )
    next(bursts)  # from here on no change is missed
    inputs.say(f"watching {', '.join(inputs.paths)}; Ctrl-C ends it")
    yield
    for burst in bursts:
        changed = {Path(name) for _, name in burst}
        if any(path.resolve() != own and not path.name.startswith(".") for path in changed):
            yield
