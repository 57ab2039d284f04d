"""How fast newsline is: each stage, the whole, start-up, memory, against peers in the same run, and how it grows.

    python -m tests.benchmarks.speed [--articles N] [--growth 100,1000,10000] [--peers]

Articles are made by `generate` from the sample articles. Times are of this machine; what is held to floors are ratios
between programs in the same run, and the exponent of growth.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from newsline.errors import ExitCode
from tests.benchmarks import _floors as floors
from tests.benchmarks._generate import SEEDS, write

ROOT = Path(__file__).parents[2]
PEER_CHARACTERS = 60_000
"""Enough text for a slow peer to be timed, in a few seconds."""


def stages(folder: Path) -> dict[str, float]:
    """Seconds of processor time that each stage takes for a folder, one after the other in this process."""
    from newsline.articles.files import find
    from newsline.articles.read import read_file
    from newsline.articles.sentences import split
    from newsline.dates.tag import tag
    from newsline.events.dating import date_mentions
    from newsline.events.extract import extract
    from newsline.events.merge import merge
    from newsline.model import Analysis, Article
    from newsline.pipeline import analyse
    from newsline.publication.infer import date_articles
    from newsline.timeline.rank import rank
    from newsline.timeline.select import Selection, select

    files = find([folder])
    for file in files[:5]:  # imports, compiled patterns and word lists are not the work of a stage
        for item in read_file(file):
            if isinstance(item, Article):
                analyse(item, "mdy")
    seconds: dict[str, float] = {}

    def timed(name: str, work: Callable[[], Any]) -> Any:
        began = time.process_time()
        result = work()
        seconds[name] = time.process_time() - began
        return result

    articles = timed("read", lambda: [a for f in files for a in read_file(f) if isinstance(a, Article)])
    sentences = timed("split", lambda: [split(article) for article in articles])
    pairs = list(zip(articles, sentences, strict=True))
    expressions = timed("tag", lambda: [tag(a.text, s, language=a.language) for a, s in pairs])
    triples = list(zip(articles, sentences, expressions, strict=True))
    analyses = timed("extract", lambda: [Analysis(a, s, e, extract(a, s, e)) for a, s, e in triples])
    datings = timed("date", lambda: date_articles(analyses, {}))
    mentions = timed("resolve", lambda: [m for a in analyses for m in date_mentions(a, datings[a.article.id])])
    events = timed("merge", lambda: merge(mentions, datings))
    ranked = timed("rank", lambda: rank(events, datings))
    timed("select", lambda: select(ranked, Selection()))
    return seconds


PER_ARTICLE = ("read", "split", "tag", "extract")


def whole(folder: Path, *extra: str, cache: Path | None = None) -> tuple[float, float]:
    """Seconds and peak megabytes of `newsline build` on a folder, as a process with its workers."""
    code = (
        "import resource, subprocess, sys, time\n"
        "began = time.perf_counter()\n"
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)\n"
        "print(time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)\n"
    )
    command = [sys.executable, "-m", "newsline", "build", "-q", "-f", "json", *extra, str(folder)]
    environment = {**os.environ, "NEWSLINE_CACHE": str(cache or folder.parent / "cache.sqlite")}
    result = subprocess.run(
        [sys.executable, "-c", code, *command], capture_output=True, text=True, check=True, cwd=ROOT, env=environment
    )
    seconds, megabytes = result.stdout.split()
    return float(seconds), float(megabytes)


def best(command: Sequence[str], runs: int = 5) -> float:
    """The shortest of several runs of a command, in seconds."""
    shortest = math.inf
    for _ in range(runs):
        began = time.perf_counter()
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, cwd=ROOT)
        if done.returncode not in (ExitCode.DONE, ExitCode.NOTHING_FOUND):
            raise RuntimeError(f"exit code {done.returncode} of {' '.join(command)}")
        shortest = min(shortest, time.perf_counter() - began)
    return shortest


def startup(figures: dict[str, float]) -> None:
    """What the five articles of a small folder and `--help` cost beside importing typer and rich."""
    python = sys.executable
    imports = best([python, "-c", "import typer, rich"])
    five = sorted(map(str, SEEDS.glob("*.txt")))[:5]
    build = best([python, "-m", "newsline", "build", "--no-cache", *five])
    helped = best([python, "-m", "newsline", "--help"])
    print(f"import typer, rich {imports:.2f} s; newsline --help {helped:.2f} s; five articles {build:.2f} s")
    figures["five_articles_over_budget"] = build / (1.2 * imports + 0.4)


def peers(folder: Path, per_article: float, figures: dict[str, float]) -> None:
    """Characters per second of the per-article stages against other programs on the same texts."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.txt"))]
    ours = sum(map(len, texts)) / per_article
    sample: list[str] = []
    while sum(map(len, sample)) < PEER_CHARACTERS and len(sample) < len(texts):
        sample.append(texts[len(sample)])
    from dateparser.search import search_dates

    search_dates("on 4 May 2025", languages=["en"])
    began = time.perf_counter()
    for text in sample:
        search_dates(text, languages=["en"])
    theirs = sum(map(len, sample)) / (time.perf_counter() - began)
    figures["over_dateparser"] = ours / theirs
    print(f"per-article stages {ours:,.0f} characters/s; dateparser.search_dates {theirs:,.0f}: {ours / theirs:.1f} x")
    docchrono(folder, figures)


def docchrono(folder: Path, figures: dict[str, float]) -> None:
    """The nearest tool, where it is installed (pip install docchrono): the whole folder, process against process."""
    command = shutil.which("docchrono", path=str(Path(sys.executable).parent))
    if command is None:
        print("docchrono: not installed here, left out")
        return
    began = time.perf_counter()
    subprocess.run([command, str(folder)], capture_output=True, check=False)
    theirs = time.perf_counter() - began
    ours, _ = whole(folder, "--no-cache")
    figures["over_docchrono"] = theirs / ours
    print(f"the folder: newsline {ours:.1f} s, docchrono {theirs:.1f} s: {theirs / ours:.1f} x")


def growth(sizes: Sequence[int], figures: dict[str, float]) -> None:
    """Whole runs over growing folders, cold and warm, and the exponent of the growth."""
    cold: dict[int, float] = {}
    with tempfile.TemporaryDirectory() as name:
        for size in sizes:
            folder = Path(name) / f"{size}" / "articles"
            write(folder, size)
            cold[size], peak = whole(folder, "--limit", "50")
            warm, _ = whole(folder, "--limit", "50")
            print(
                f"{size:6} articles: cold {cold[size]:6.1f} s ({size / cold[size]:.0f}/s), "
                f"warm {warm:5.1f} s ({cold[size] / warm:.1f} x), peak {peak:.0f} MB",
                flush=True,
            )
            figures[f"warm_speedup_{size}"] = cold[size] / warm
            figures[f"articles_per_second_{size}"] = size / cold[size]
            figures[f"peak_mb_{size}"] = peak
            shutil.rmtree(folder.parent)
    fitted = [size for size in sizes if size >= 1000]
    if len(fitted) > 1:
        points = [(math.log(size), math.log(cold[size])) for size in fitted]
        mean_x, mean_y = (sum(values) / len(points) for values in zip(*points, strict=True))
        slope = sum((x - mean_x) * (y - mean_y) for x, y in points) / sum((x - mean_x) ** 2 for x, _ in points)
        figures["growth_exponent"] = slope
        print(f"growth exponent {slope:.2f}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--growth", default="100,1000,3000")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "articles"
        characters = write(folder, arguments.articles)
        seconds = stages(folder)
        for stage, value in seconds.items():
            rate = f"{arguments.articles / value:10,.0f} articles/s {characters / value:14,.0f} characters/s"
            print(f"{stage:8} {value:7.2f} s {rate}", flush=True)
        per_article = sum(seconds[stage] for stage in PER_ARTICLE)
        figures["per_article_per_second"] = arguments.articles / per_article
        print(f"per-article stages {arguments.articles / per_article:,.0f} articles/s on one core")
        peers(folder, per_article, figures)
    startup(figures)
    growth([int(size) for size in arguments.growth.split(",")], figures)
    print(f"peak of this process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    if arguments.json:
        print(json.dumps(figures, indent=1))
    return floors.check("speed", figures)


if __name__ == "__main__":
    sys.exit(main())
