"""What a person at a terminal sees."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli_runner import on_terminal


def test_a_terminal_gets_a_table_that_fits(folder: Path) -> None:
    code, seen = on_terminal("build", folder, "--quiet", columns=40, NO_COLOR="1")
    assert code == 0
    assert "27 February 2031" in seen
    assert "# " not in seen
    assert max(map(len, seen.splitlines())) <= 40


@pytest.mark.parametrize("columns", [40, 72, 100])
@pytest.mark.parametrize(("command", "last"), [("articles", "the latest year named in the"), ("dates", "August 2031")])
def test_lists_fit_and_leave_nothing_out(undated: Path, command: str, last: str, columns: int) -> None:
    _, seen = on_terminal(command, undated / "inquiry.txt", "--quiet", columns=columns, NO_COLOR="1")
    assert max(map(len, seen.splitlines())) <= columns
    words = " ".join(seen.split())
    assert "inquiry.txt" in words
    assert last in words


@pytest.mark.parametrize(
    ("arguments", "env", "coloured"),
    [
        ([], {}, True),
        ([], {"NO_COLOR": "1"}, False),
        ([], {"TERM": "dumb"}, False),
        (["--color", "never"], {}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
    ],
)
def test_colour_on_a_terminal(folder: Path, arguments: list[str], env: dict[str, str], coloured: bool) -> None:
    _, seen = on_terminal("build", folder, "--quiet", *arguments, **env)
    assert ("\x1b[" in seen) is coloured
