"""What is installed: everything that the program needs, and nothing that it does not name."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "newsline"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
NEEDED_BY_OTHERS = {"lxml-html-clean"}
"""Not imported here, but by a library that does not ask for it in a way that every pip understands."""
NOT_DATA = {"__pycache__", ".mypy_cache", ".ruff_cache"}


def name_of(requirement: str) -> str:
    name = requirement
    for mark in "<>=!~[; ":
        name = name.partition(mark)[0]
    return name.lower().replace("_", "-")


DECLARED = {name_of(one) for one in PROJECT["dependencies"]}
EXTRA = {name_of(one) for key, rows in PROJECT["optional-dependencies"].items() if key != "dev" for one in rows}


def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            found.add(node.module.partition(".")[0])
    return found - set(sys.stdlib_module_names) - {"newsline"}


def test_every_library_that_is_imported_is_declared() -> None:
    distributions = packages_distributions()
    undeclared = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for module in imports_of(path):
            names = {name.lower().replace("_", "-") for name in distributions.get(module, [module])}
            if not names & (DECLARED | EXTRA):
                undeclared[f"{path.relative_to(ROOT)}: {module}"] = sorted(names)
    assert undeclared == {}


def test_every_declared_library_is_imported() -> None:
    distributions = packages_distributions()
    modules = {module for path in PACKAGE.rglob("*.py") for module in imports_of(path)}
    used = {name.lower().replace("_", "-") for module in modules for name in distributions.get(module, [module])}
    installed = {name.lower().replace("_", "-") for names in distributions.values() for name in names}
    assert (DECLARED & installed) - used == NEEDED_BY_OTHERS


def test_only_the_command_line_knows_typer_and_only_the_table_knows_rich() -> None:
    for path in PACKAGE.rglob("*.py"):
        found = imports_of(path)
        place = path.relative_to(PACKAGE)
        assert "typer" not in found or place.parts[0] == "cli", place
        assert "rich" not in found or place.as_posix() in ("formats/terminal.py", "formats/expressions.py"), place


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    target = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (path,) = target.glob("*.whl")
    return zipfile.ZipFile(path)


def test_the_wheel_holds_code_and_data(wheel: zipfile.ZipFile) -> None:
    there = {path for path in PACKAGE.rglob("*") if path.is_file() and not NOT_DATA & set(path.parts)}
    names = set(wheel.namelist())
    assert {path.relative_to(ROOT).as_posix() for path in there} <= names
    assert {"newsline/formats/timeline.schema.json", "newsline/formats/page.js", "newsline/dates/almanac.tsv"} <= names
    assert not [name for name in names if name.startswith(("tests/", "seeds/"))]


def test_the_wheel_has_its_command_and_licence(wheel: zipfile.ZipFile) -> None:
    entry = next(name for name in wheel.namelist() if name.endswith("entry_points.txt"))
    assert "newsline = newsline.cli:main" in wheel.read(entry).decode()
    assert [name for name in wheel.namelist() if name.endswith("licenses/LICENSE")]
    assert "newsline/py.typed" in wheel.namelist()


def test_the_version_is_in_the_changelog() -> None:
    from newsline import __version__

    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")
