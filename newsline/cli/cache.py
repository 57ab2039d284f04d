"""`newsline cache`: what is kept between runs."""

from __future__ import annotations

from typing import Annotated

import typer

from newsline.cli import output as out
from newsline.cli.guard import complain, guarded

Clear = Annotated[bool, typer.Option("--clear", help="Remove every entry.")]
UNITS = ("bytes", "kB", "MB", "GB", "TB")


def cache(clear: Clear = False) -> None:
    """Show where the cache lies and how much it holds, or clear it."""
    with guarded():
        from newsline.cache import LIMIT_BYTES, Cache, default_path

        with Cache(default_path(), warn=complain) as kept:
            if clear:
                kept.clear()
            size = kept.size()
        entries = "1 entry" if size.entries == 1 else f"{size.entries:,} entries"
        out.emit(f"{size.path}\n{entries}, {amount(size.bytes)} of at most {amount(LIMIT_BYTES)}\n", None)


def amount(size: int) -> str:
    """A number of bytes in the unit that a reader would choose."""
    value, unit = float(size), 0
    while value >= 1000 and unit < len(UNITS) - 1:
        value, unit = value / 1000, unit + 1
    return f"{value:.0f} {UNITS[unit]}" if unit == 0 or value >= 100 else f"{value:.1f} {UNITS[unit]}"
