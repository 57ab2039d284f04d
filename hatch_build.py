"""Compiles what reads one article to C while a wheel is built, where the build asks for it: `make compiled`.

Which modules, and what the build needs, stands in pyproject.toml. The Python sources are the reference: they lie in the
wheel beside what was made of them, and both give the same bytes (tests/test_compiled.py).
"""

from __future__ import annotations

import os
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

OPTIMISED = "1"
"""The level of the C compiler: four fifths of the time of what it makes are spent inside of Python's own strings,
patterns and containers, which no higher level makes faster, and it takes minutes as it is."""


class CompileHook(BuildHookInterface[Any]):
    """Adds the modules that `include` names as extension modules to a wheel; an editable installation has none."""

    made: Path | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        self.made = Path(mkdtemp(prefix="newsline-compiled-"))
        modules = chosen(Path(self.root), self.config["include"], self.config["exclude"])
        for module in compiled(Path(self.root), modules, self.made):
            build_data["force_include"][str(module)] = module.relative_to(self.made / "lib").as_posix()
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if self.made is not None:
            rmtree(self.made)


def chosen(root: Path, include: list[str], exclude: list[str]) -> list[str]:
    """The files that patterns name, but those that others name, relative to the project and in order."""
    found = {path for pattern in include for path in root.glob(pattern)}
    left_out = {path for pattern in exclude for path in root.glob(pattern)}
    return sorted(path.relative_to(root).as_posix() for path in found - left_out)


def compiled(root: Path, modules: list[str], folder: Path) -> list[Path]:
    """The extension modules made of some modules of a project, below `folder`/lib. Nothing is written to the project.

    Raises what setuptools does where there is no C compiler.
    """
    from mypyc.build import mypycify
    from setuptools import Distribution

    before = Path.cwd()
    os.chdir(root)
    try:
        extensions = mypycify(
            ["--cache-dir", str(folder / "types"), *modules],
            opt_level=OPTIMISED,
            debug_level="0",
            target_dir=str(folder / "c"),
        )
        build = Distribution({"name": "newsline", "ext_modules": extensions}).get_command_obj("build_ext")
        build.build_lib, build.build_temp = str(folder / "lib"), str(folder / "objects")
        build.ensure_finalized()
        build.run()
        return [Path(output) for output in build.get_outputs()]
    finally:
        os.chdir(before)
