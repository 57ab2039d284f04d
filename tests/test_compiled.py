"""What `make compiled` makes of the sources says the same as they do.

Without such a wheel in dist/ nothing is compared: compiling takes minutes.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
import zipfile
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

import pytest

from hatch_build import chosen
from newsline import __version__

ROOT = Path(__file__).parents[1]
BUILD = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]
HOOK = BUILD["hooks"]["custom"]
MODULES = chosen(ROOT, HOOK["include"], HOOK["exclude"])


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the wheel is unpacked in."""
    wheels = [path for path in (ROOT / "dist").glob("newsline-*.whl") if "none-any" not in path.name]
    if not wheels:
        pytest.skip("there is no compiled wheel in dist/: make compiled")
    folder = tmp_path_factory.mktemp("compiled")
    with zipfile.ZipFile(wheels[0]) as wheel:
        wheel.extractall(folder)
    sources = [path.relative_to(ROOT) for path in (ROOT / "newsline").rglob("*.py")]
    if any(
        not (folder / path).is_file() or (folder / path).read_bytes() != (ROOT / path).read_bytes() for path in sources
    ):
        pytest.skip("the compiled wheel in dist/ is of other sources: make compiled")
    return folder


def newsline(package: Path, *arguments: str) -> bytes:
    """What newsline prints when it is imported from a folder."""
    command = [sys.executable, "-P", "-m", "newsline", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(package)}
    return subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env=environment).stdout


def test_nobody_needs_a_compiler() -> None:
    assert HOOK["enable-by-default"] is False


@pytest.mark.parametrize("pattern", [*HOOK["include"], *HOOK["exclude"]])
def test_every_pattern_names_modules(pattern: str) -> None:
    assert list(ROOT.glob(pattern))


def test_the_sources_lie_beside_what_was_made_of_them(compiled: Path) -> None:
    for module in MODULES:
        made = (compiled / module).with_suffix("").as_posix()
        assert any(Path(made + suffix).is_file() for suffix in EXTENSION_SUFFIXES), module


def test_the_version_tells_which_one_runs(compiled: Path) -> None:
    assert newsline(ROOT, "--version").decode() == f"newsline {__version__}\n"
    assert newsline(compiled, "--version").decode() == f"newsline {__version__}, compiled\n"


@pytest.mark.parametrize("command", ["build", "dates"])
def test_both_say_the_same(compiled: Path, command: str) -> None:
    folders = ["seeds", "tests/folders"]
    arguments = [command, "-f", "json", "-q", "--no-cache", *folders]
    said = newsline(ROOT, *arguments)
    assert len(said) > 1000
    assert newsline(compiled, *arguments) == said
