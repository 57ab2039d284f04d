"""The README says what the program does: its options, its formats, its exit codes and its example."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from newsline.errors import ExitCode
from newsline.formats import FORMATS
from tests.cli_runner import newsline

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
COMMON = {"--help"}


@pytest.mark.parametrize("command", ["build", "articles", "dates", "explain", "formats", "cache"])
def test_every_option_is_documented(command: str) -> None:
    options = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", newsline(command, "--help").stdout.decode()))
    assert [
        option for option in sorted(options - COMMON) if f"`{option}" not in README and f" {option} " not in README
    ] == []


def test_every_documented_option_exists() -> None:
    existing = set()
    for command in ("build", "articles", "dates", "explain", "formats", "cache"):
        existing |= set(re.findall(r"--[a-z][a-z-]+", newsline(command, "--help").stdout.decode()))
    tables = [line for line in README.splitlines() if line.startswith("| `-")]
    documented = {option for line in tables for option in re.findall(r"--[a-z][a-z-]+", line.split("|")[1])}
    assert documented - existing == set()


def test_the_table_of_formats_is_the_programs() -> None:
    rows = []
    for row in FORMATS:
        suffixes = " ".join(f"`{suffix}`" for suffix in row.suffixes)
        rows.append(f"| `{row.name}` | {suffixes} | {row.description} |".replace("|  |", "| |"))
    assert "\n".join(rows) in README


def test_the_exit_codes_are_documented() -> None:
    documented = {int(code) for code in re.findall(r"^\| (\d+) \| ", README, re.MULTILINE)}
    assert documented == {int(code) for code in ExitCode}


def test_the_example_is_what_the_program_prints(tmp_path: Path) -> None:
    copy = tmp_path / "README.md"
    shutil.copy(ROOT / "README.md", copy)
    done = newsline("build", "seeds", "-n", 10, "-q", "--into", copy, cwd=ROOT)
    assert done.returncode == 0
    assert copy.read_text("utf-8") == README, "the README is out of date: run `make readme`"


def test_pictures_and_files_that_are_named_exist() -> None:
    for path in re.findall(r"\]\(((?!https?:|#)[^)]+)\)", README):
        assert (ROOT / path).exists(), path


@pytest.mark.parametrize(
    "package",
    [path for path in sorted((ROOT / "newsline").iterdir()) if (path / "__init__.py").exists()],
    ids=lambda path: path.name,
)
def test_every_module_has_its_place_in_the_architecture(package: Path) -> None:
    sections = re.split(r"^## ", ARCHITECTURE, flags=re.MULTILINE)
    (section,) = (one for one in sections if re.match(rf"[\w, ]*\b{package.name}\b", one))
    modules = {path.stem for path in package.rglob("*.py")} - {"__init__"}
    assert sorted(modules - set(re.findall(r"`(\w+)`", section))) == []


def test_every_module_above_the_packages_has_its_place_in_the_architecture() -> None:
    modules = {path.stem for path in (ROOT / "newsline").glob("*.py")} - {"__init__", "__main__"}
    assert sorted(modules - set(re.findall(r"`(\w+)`", ARCHITECTURE))) == []


def test_every_module_of_the_architecture_exists() -> None:
    tables = [line for line in ARCHITECTURE.splitlines() if line.startswith("| ")]
    told = {name for line in tables for name in re.findall(r"`(\w+)`", line)}
    existing = {path.stem for path in (ROOT / "newsline").rglob("*.py")}
    assert sorted(told - existing) == []
