"""The dating task of T17: publication dates hidden, one topic at a time; run as `python -m tests.benchmarks.dating`.

Prints, for each topic and over all articles: how many get a single day and how often that is right, how many are
within a day, how often a set or span holds the true day, and how well the stated probability fits (expected
calibration error over ten bins). `--known SHARE` gives that share of the dates (seeded),
`--cut N` drops N characters at either end.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from newsline.analysis import Analysis
from newsline.dates import span as spans
from newsline.model import Dating
from newsline.publication.infer import date_articles
from tests.benchmarks._dating_corpus import CORPORA, TOPICS, analysed
from tests.benchmarks._floors import check

SEED = 20240806
BINS = 10


@dataclass(frozen=True, slots=True)
class Result:
    """One dated article beside the truth."""

    dating: Dating
    day: date

    @property
    def single(self) -> bool:
        return self.dating.published is not None and self.dating.published.is_day

    @property
    def distance(self) -> int:
        assert self.dating.published is not None
        return abs((self.dating.published.first - self.day).days)

    @property
    def held(self) -> bool:
        return self.dating.published is not None and self.dating.published.contains(spans.day(self.day))


def run(articles: Sequence[tuple[Analysis, date]], known: float) -> list[Result]:
    """The articles whose date was hidden, dated."""
    chosen = random.Random(SEED).sample(range(len(articles)), round(known * len(articles)))
    given = {articles[index][0].article.id: spans.day(articles[index][1]) for index in chosen}
    datings = date_articles([analysis for analysis, _ in articles], given)
    return [Result(datings[analysis.article.id], day) for analysis, day in articles if analysis.article.id not in given]


def measures(results: Sequence[Result]) -> dict[str, float]:
    """The figures of the dating task, each between 0 and 1."""
    single = [result for result in results if result.single]
    wide = [result for result in results if result.dating.published is not None and not result.single]
    near = sum(result.distance <= 1 for result in single)
    return {
        "single": len(single) / len(results),
        "exact": _share(sum(result.distance == 0 for result in single), len(single)),
        "within1": _share(near, len(single)),
        "within7": _share(sum(result.distance <= 7 for result in single), len(single)),
        "all_within1": near / len(results),
        "wide": len(wide) / len(results),
        "wide_held": _share(sum(result.held for result in wide), len(wide)),
        "ece": calibration_error(results),
    }


def calibration_error(results: Sequence[Result]) -> float:
    """Expected calibration error: the mean distance of stated probability and share of right statements, by bin."""
    stated = [(result.dating.probability or 0.0, result.held) for result in results if result.dating.published]
    bins: dict[int, list[tuple[float, bool]]] = {}
    for probability, held in stated:
        bins.setdefault(min(BINS - 1, int(probability * BINS)), []).append((probability, held))
    gaps = (abs(sum(p for p, _ in pairs) - sum(held for _, held in pairs)) for pairs in bins.values())
    return _share(sum(gaps), len(stated))


def _share(part: float, whole: int) -> float:
    return part / whole if whole else 1.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--known", type=float, default=0.0, help="share of the dates that is given")
    parser.add_argument("--cut", type=int, default=0, help="characters to drop at either end of each text")
    parser.add_argument("--cache", type=Path, help="folder in which to keep the tagged articles")
    parser.add_argument("--topics", nargs="*", default=list(TOPICS))
    options = parser.parse_args()
    if not CORPORA.exists():
        print("the corpora are not here: nothing measured", file=sys.stderr)
        return 0
    everything: list[Result] = []
    names = ("single", "exact", "within1", "within7", "all_within1", "wide", "wide_held", "ece")
    print(f"{'':8}{'n':>6}" + "".join(f"{name:>12}" for name in names) + f"{'seconds':>9}")
    for name in options.topics:
        articles = analysed(name, options.cache, options.cut)
        start = time.perf_counter()
        results = run(articles, options.known)
        _row(name, results, names, time.perf_counter() - start)
        everything.extend(results)
    _row("all", everything, names, 0.0)
    if options.known or options.cut or options.topics != list(TOPICS):
        return 0
    return check("dating", {"all": measures(everything)})


def _row(name: str, results: Sequence[Result], names: Sequence[str], seconds: float) -> None:
    found = measures(results)
    print(
        f"{name:8}{len(results):>6}" + "".join(f"{found[key]:>12.3f}" for key in names) + f"{seconds:>9.1f}", flush=True
    )


if __name__ == "__main__":
    sys.exit(main())
