"""How fast newsline is: each stage, the whole, start-up, memory, against peers in the same run, and how it grows.

    python -m tests.benchmarks.speed [--only stages,peers,startup,growth] [--articles N] [--growth 100,1000,10000]
                                     [--install]

Articles are made by `generate` from the sample articles. Times are of this machine; what is held to floors are ratios
between programs in the same run, and the exponent of growth. `--install` fetches the peers (see _peers.py).

What `make compiled` made is measured where its wheel is unpacked in front of the sources:

    unzip -q dist/newsline-*.whl -d build/compiled
    PYTHONPATH=build/compiled:. python -P -m tests.benchmarks.speed --only stages
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
from itertools import pairwise
from pathlib import Path
from typing import Any

from newsline.analysis import Analysis
from newsline.errors import ExitCode
from newsline.events import tokens
from newsline.model import Article
from tests.benchmarks import _floors as floors
from tests.benchmarks import _peers
from tests.benchmarks._generate import SEEDS, write

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpora" / "t17" / "mj" / "articles"
"""Articles of a real corpus, where it lies beside the project: what they cost beside the made-up ones."""
PARTS = ("stages", "peers", "startup", "growth")
PER_ARTICLE = ("read", "split", "tag", "extract")
ARTICLE = 3000
"""Characters of the article that rates are told for."""
WARM_UP = 5
"""Articles read before the clock starts: imports, patterns and word lists are not the work of a stage."""


def per_article(folder: Path) -> tuple[dict[str, float], list[Analysis]]:
    """Seconds of processor time that each stage takes for the articles of a folder, as a worker runs them."""
    from newsline.articles.files import find
    from newsline.articles.read import read_file
    from newsline.articles.sentences import split
    from newsline.dates.tag import tag
    from newsline.events.extract import extract
    from newsline.garbage import collect_seldom
    from newsline.parcel import pack, unpack
    from newsline.pipeline import analyse

    files = find([folder])
    for file in files[:WARM_UP]:
        for item in read_file(file):
            if isinstance(item, Article):
                analyse(item, "mdy")
    collect_seldom()
    spent = dict.fromkeys((*PER_ARTICLE, "pack", "unpack"), 0.0)
    analyses: list[Analysis] = []
    clock = time.process_time
    for file in files:
        began = clock()
        items = read_file(file)
        spent["read"] += clock() - began
        for article in items:
            if not isinstance(article, Article):
                continue
            marks = [clock()]
            sentences = split(article)
            marks.append(clock())
            expressions = tag(article.text, sentences, language=article.language)
            marks.append(clock())
            mentions = extract(article, sentences, expressions)
            marks.append(clock())
            analyses.append(Analysis(article, sentences, expressions, mentions))
            blob = pack([analyses[-1]])
            marks.append(clock())
            unpack(blob)
            marks.append(clock())
            for stage, (start, end) in zip(list(spent)[1:], pairwise(marks), strict=True):
                spent[stage] += end - start
    return spent, analyses


def joint(analyses: Sequence[Analysis]) -> dict[str, float]:
    """Seconds of processor time that each of the stages over all articles takes."""
    from newsline.events.copies import copies
    from newsline.events.dating import date_mentions
    from newsline.events.merge import merge
    from newsline.publication.infer import date_articles
    from newsline.timeline.rank import rank
    from newsline.timeline.select import Selection, select

    seconds: dict[str, float] = {}

    def timed(name: str, work: Callable[[], Any]) -> Any:
        began = time.process_time()
        result = work()
        seconds[name] = time.process_time() - began
        return result

    copied = timed("copies", lambda: copies({one.article.id: one.article.text for one in analyses}))
    datings = timed("date", lambda: date_articles(analyses, {}))
    mentions = timed("resolve", lambda: [m for a in analyses for m in date_mentions(a, datings[a.article.id])])
    events = timed("merge", lambda: merge(mentions, datings, copied))
    ranked = timed("rank", lambda: rank(events, datings, copied))
    timed("select", lambda: select(ranked, Selection(), datings))
    return seconds


def stages(name: str, folder: Path) -> float:
    """Prints what each stage costs; characters a second of the per-article stages."""
    spent, analyses = per_article(folder)
    characters = sum(len(one.article.text) for one in analyses)
    found = sum(len(one.expressions) for one in analyses), sum(len(one.mentions) for one in analyses)
    print(
        f"{name}: {len(analyses)} articles of {characters / len(analyses):,.0f} characters; in 1,000 characters "
        f"{1000 * found[0] / characters:.1f} time expressions and {1000 * found[1] / characters:.1f} dated events"
    )
    for stage, seconds in {**spent, **joint(analyses)}.items():
        rate = characters / seconds
        print(f"{stage:8} {seconds:7.2f} s {rate / ARTICLE:10,.0f} articles of 3 kB/s {rate:14,.0f} characters/s")
    rate = characters / sum(spent[stage] for stage in PER_ARTICLE)
    kind = "Python" if (tokens.__file__ or "").endswith(".py") else "compiled"
    print(
        f"per-article stages, {kind}: {rate / ARTICLE:,.0f} articles of 3 kB a second of one core, "
        f"{rate:,.0f} characters/s"
    )
    return rate


def peers(folder: Path, ours: float, figures: dict[str, float]) -> None:
    """The per-article stages, `ours` characters a second, against other programs on the same texts."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.txt"))]
    for name, theirs in _peers.taggers(texts):
        figures[f"over_{name}"] = ours / theirs
        print(f"{name}: {theirs:,.0f} characters/s; the per-article stages are {ours / theirs:.2f} times as fast")
    small = folder.parent / "few"
    shutil.copytree(folder / "000", small, ignore=lambda _, names: sorted(names)[FEW:])
    other = _peers.docchrono(small)
    if other is not None:
        seconds, _ = whole(small, "--no-cache")
        figures["over_docchrono"] = other / seconds
        print(f"{FEW} articles: newsline {seconds:.1f} s, docchrono {other:.1f} s: {other / seconds:.1f} x")


FEW = 50
"""Articles for docchrono, which takes half a second for each."""


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
    """The shortest of several runs of a command, in seconds of processor time: a busy machine shows less in it."""
    shortest = math.inf
    for _ in range(runs):
        began = _spent_by_children()
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, cwd=ROOT)
        if done.returncode not in (ExitCode.DONE, ExitCode.NOTHING_FOUND):
            raise RuntimeError(f"exit code {done.returncode} of {' '.join(command)}")
        shortest = min(shortest, _spent_by_children() - began)
    return shortest


def _spent_by_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def startup(figures: dict[str, float]) -> None:
    """What the five articles of a small folder and `--help` cost beside importing typer and rich."""
    python = sys.executable
    imports = best([python, "-c", "import typer, rich"])
    five = sorted(map(str, SEEDS.glob("*.txt")))[:5]
    build = best([python, "-m", "newsline", "build", "--no-cache", *five])
    helped = best([python, "-m", "newsline", "--help"])
    print(f"import typer, rich {imports:.2f} s; newsline --help {helped:.2f} s; five articles {build:.2f} s")
    figures["five_articles_over_budget"] = build / (1.2 * imports + 0.4)


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
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default=",".join(PARTS), help="some of the parts, with commas")
    parser.add_argument("--articles", type=int, default=1000, help="how many for the stages and the peers")
    parser.add_argument("--growth", default="100,1000,3000", help="sizes of folders, with commas")
    parser.add_argument("--install", action="store_true", help="fetch the peers first")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    if arguments.install:
        _peers.install()
    parts, figures = arguments.only.split(","), dict[str, float]()
    if hasattr(os, "getloadavg"):
        print(f"load of this machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores: a busy one is slower in all")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "articles"
        if "stages" in parts or "peers" in parts:
            write(folder, arguments.articles)
            ours = stages("made-up articles", folder)
            if CORPUS.is_dir():
                stages("articles of T17", CORPUS)
            figures["per_article_per_second"] = ours / ARTICLE
        if "peers" in parts:
            peers(folder, ours, figures)
    if "startup" in parts:
        startup(figures)
    if "growth" in parts:
        growth([int(size) for size in arguments.growth.split(",")], figures)
    print(f"peak of this process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    if arguments.json:
        print(json.dumps(figures, indent=1))
    return floors.check("speed", figures)


if __name__ == "__main__":
    sys.exit(main())
