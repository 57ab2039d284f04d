"""Fits newsline/publication/weights.json: `python -m tests.benchmarks._dating_fit CACHE [--check | --write] [--sweep]`.

A conditional logit over the days of the years in which an article may lie, as in a small folder: T17's four topics as
they are (with what the many articles of a topic share marked as common) and with 300 characters cut from either end,
and TimeBank. It starts from, and is pulled towards, the weights set by hand in `_dating_priors.toml`, and writes the
whole file from that one: the present weights play no part, so a second run writes the same bytes. CACHE is a folder for
the tagged articles; a change of the tagger changes what is fitted once it is emptied.

Prints the mean log-likelihood of the true days of each topic by a fit on all other topics; with `--sweep` for several
pairs of penalties, of which PULL and SMOOTH are the best. Needs scipy, which newsline itself does not.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from newsline.publication import evidence, weights
from newsline.publication.cases import common_dates, found_in
from newsline.publication.clues import Clue, Window
from newsline.publication.days import LAST_YEAR
from tests.benchmarks._dating_corpus import TOPICS, analysed

PRIORS = Path(__file__).with_name("_dating_priors.toml")
FILE = Path(weights.__file__).with_name("weights.json")
YEARS_LATER = 10
"""Years after the latest one named that are compared as well: texts that name old years alone are common."""
NEAR, YEAR = 20, 400
KEPT, KEPT_FAR = 0.06, 0.015
"""All days within NEAR of the true one are compared, of the others within YEAR and of all others these shares, each
counted as often as it takes."""
PULL, SMOOTH = 2.0, 4.0
"""Penalties: on the squared distance from the weight set by hand, and from moving unlike the bin beside."""
SWEEP = ((2.0, 4.0), (4.0, 16.0), (8.0, 16.0), (4.0, 32.0), (16.0, 32.0))
EACH = 300
"""Articles that each topic counts as, however many it has."""
MOST = 450
"""Articles taken of a topic, evenly over its time; the largest has 1,600."""
CUT = 300
SEED = 0
ABOUT = """\
What the distance between a candidate day and what an article names is worth, in nats (log of a likelihood ratio).
Written by `python -m tests.benchmarks._dating_fit CACHE --write` from tests/benchmarks/_dating_priors.toml.

edges     days; weight number k holds for distances from edge k-1 up to, but not including, edge k. The distance is
          positive when the candidate day lies after what is named, 0 inside of it.
wrap      days that a candidate may lie before one yearly return and still be compared with it, not with the last one
mismatch  where the return does not fall on the weekday that is named beside it
weekdays  seven weights, by the days since the last such weekday: 0 is the weekday itself

Only differences within a row matter. Rows with `fitted` false are chosen or counted, as their notes say. The others
were fitted together on four topics of T17 (as they are, and with 300 characters cut from either end) and TimeBank,
pulled towards the weights set by hand ({pull} on the squared distance) and towards moving like the bin beside
({smooth}): a conditional logit over the days of the years in which an article may lie. Left out in turn, the topics
have the mean log-likelihoods {left_out}.
"""


@dataclass(frozen=True, slots=True)
class Columns:
    """The place of each row's weights in the vector that is fitted; a mismatch comes after a table's weights."""

    rows: Mapping[str, Any]
    first: dict[str, int]
    size: int
    start: Any
    free: Any
    beside: Any


def columns() -> Columns:
    import numpy as np

    rows = tomllib.loads(PRIORS.read_text(encoding="utf-8"))
    first: dict[str, int] = {}
    start: list[float] = []
    free: list[bool] = []
    beside: list[tuple[int, int]] = []
    for name, row in rows.items():
        prior = row.get("prior") or row["weekly"]
        first[name] = len(start)
        beside += [(len(start) + k, len(start) + k + 1) for k in range(len(prior) - 1)]
        start += [*prior, row.get("mismatch", 0.0)]
        free += [row.get("fitted", True)] * len(prior) + [False]
    return Columns(rows, first, len(start), np.array(start), np.array(free), np.array(beside))


def bins(clue: Clue, days: Any, row: Mapping[str, Any]) -> Any:
    """Which of its row's weights a clue has on each day."""
    import numpy as np

    if clue.weekdays:
        return np.max([(days - 1 - weekday) % 7 for weekday in clue.weekdays], axis=0)
    index = np.searchsorted(np.array([first - row["wrap"] for first, _ in clue.spans[1:]]), days, side="right")
    first, last = np.array(clue.spans)[index].T
    distance = np.where(days < first, days - first, np.maximum(0, days - last))
    found = np.searchsorted(np.array(row["edges"]), distance, side="right")
    return np.where(np.array(clue.allowed)[index], found, len(row["prior"])) if clue.allowed else found


def design(clues: Sequence[Clue], window: Window, true: int, at: Columns, random: Any) -> tuple[Any, Any, int] | None:
    """Days by weights, the log of how many days each stands for, and the index of the true one."""
    import numpy as np
    from scipy import sparse

    days = np.arange(window.first, window.last + 1)
    far = np.abs(days - true)
    share = np.where(far <= NEAR, 1.0, np.where(far <= YEAR, KEPT, KEPT_FAR))
    kept = random.random(len(days)) < share
    days, counted = days[kept], -np.log(share[kept])
    if true not in days:
        return None
    matrix = np.zeros((len(days), at.size))
    for clue in clues:
        matrix[np.arange(len(days)), at.first[clue.table] + bins(clue, days, at.rows[clue.table])] += clue.strength
    return sparse.csr_matrix(matrix), counted, int(np.flatnonzero(days == true)[0])


@dataclass(frozen=True, slots=True)
class Row:
    """One article: what `design` found, and how much it counts."""

    topic: str
    matrix: Any
    counted: Any
    truth: int
    weight: float


def read(topic: str, cut: int, cache: Path, at: Columns, random: Any) -> list[Row]:
    """The articles of a topic with their clues over the years in which each may lie."""
    pairs = analysed(topic, cache, cut)
    pairs = pairs[:: math.ceil(len(pairs) / MOST)]
    cases = found_in([analysis for analysis, _ in pairs], {})
    common = common_dates(cases).dates if topic in TOPICS and not cut else frozenset()
    found = []
    for case, (_, day) in zip(cases, pairs, strict=True):
        if not case.years:
            continue
        last = min(LAST_YEAR, max(case.years) + YEARS_LATER)
        window = Window(date(min(case.years), 1, 1).toordinal(), date(last, 12, 31).toordinal())
        told = design(evidence.clues(case.found, window, common), window, day.toordinal(), at, random)
        if told:
            found.append(Row(topic, *told, weight=1.0))
    return [replace(row, weight=EACH / len(found)) for row in found]


def fit(rows: Sequence[Row], at: Columns, pull: float = PULL, smooth: float = SMOOTH) -> Any:
    """The weights that make the true days likeliest, with the penalties."""
    import numpy as np
    from scipy import optimize, sparse

    matrix = sparse.vstack([row.matrix for row in rows]).tocsr()
    turned = matrix.T.tocsr()
    counted = np.concatenate([row.counted for row in rows])
    heavy = np.array([row.weight for row in rows])
    sizes = np.array([row.matrix.shape[0] for row in rows])
    begins = np.cumsum(sizes) - sizes
    truth, group = begins + np.array([row.truth for row in rows]), np.repeat(np.arange(len(rows)), sizes)

    def loss(value: Any) -> tuple[float, Any]:
        scores = matrix @ value + counted
        top = np.maximum.reduceat(scores, begins)
        raw = np.exp(scores - top[group])
        total = np.add.reduceat(raw, begins)
        share = raw / total[group] * heavy[group]
        share[truth] -= heavy
        moved = value - at.start
        unlike = moved[at.beside[:, 0]] - moved[at.beside[:, 1]]
        slope = turned @ share + 2 * pull * moved
        np.add.at(slope, at.beside[:, 0], 2 * smooth * unlike)
        np.add.at(slope, at.beside[:, 1], -2 * smooth * unlike)
        slope[~at.free] = 0
        lost = (heavy * (np.log(total) + top - scores[truth])).sum()
        return float(lost + pull * (moved**2).sum() + smooth * (unlike**2).sum()), slope

    return optimize.minimize(loss, at.start, jac=True, method="L-BFGS-B", options={"maxiter": 200}).x


def likelihood(rows: Sequence[Row], value: Any) -> float:
    """Mean log-likelihood of the true days, in nats."""
    import numpy as np

    found = []
    for row in rows:
        scores = row.matrix @ value + row.counted
        found.append(scores[row.truth] - np.logaddexp.reduce(scores))
    return float(np.mean(found))


def left_out(rows: Sequence[Row], topics: Sequence[str], at: Columns, pull: float, smooth: float) -> dict[str, float]:
    """For each topic the mean log-likelihood of its true days by a fit on all others."""
    found = {}
    for topic in topics:
        held, others = ([row for row in rows if (row.topic == topic) is own] for own in (True, False))
        found[topic] = likelihood(held, fit(others, at, pull, smooth))
    return found


def written(value: Any, at: Columns, told: str) -> str:
    """The text of the file of weights: JSON, a line for each list of numbers."""
    about = ABOUT.format(pull=PULL, smooth=SMOOTH, left_out=told).splitlines()
    distances, weekdays = [], []
    for name, row in at.rows.items():
        size = len(row.get("prior") or row["weekly"])
        fitted = [round(float(one), 2) + 0.0 for one in value[at.first[name] : at.first[name] + size]]
        if "weekly" in row:
            weekdays.append(f"    {json.dumps(name)}: {fitted}")
            continue
        kept = {key: row[key] for key in ("note", "fitted", "edges") if key in row}
        kept |= {"weights": fitted} | {key: row[key] for key in ("wrap", "mismatch") if key in row}
        lines = (f"      {json.dumps(key)}: {json.dumps(told)}" for key, told in kept.items())
        distances.append(f"    {json.dumps(name)}: {{\n" + ",\n".join(lines) + "\n    }")
    return (
        '{\n  "about": [\n' + ",\n".join(f"    {json.dumps(line)}" for line in about) + "\n  ],\n"
        '  "distances": {\n' + ",\n".join(distances) + "\n  },\n"
        '  "weekdays": {\n' + ",\n".join(weekdays) + "\n  }\n}\n"
    )


def main() -> int:
    import numpy as np

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("cache", type=Path, help="folder for the tagged articles")
    parser.add_argument("--write", action="store_true", help="write the file of weights")
    parser.add_argument("--check", action="store_true", help="1 if the file of weights is not what the fit writes")
    parser.add_argument("--sweep", action="store_true", help="try several pairs of penalties")
    options = parser.parse_args()
    at, random, topics = columns(), np.random.default_rng(SEED), [*TOPICS, "timebank"]
    rows = [
        row
        for topic in topics
        for cut in ((0, CUT) if topic in TOPICS else (0,))
        for row in read(topic, cut, options.cache, at, random)
    ]
    for pull, smooth in SWEEP if options.sweep else ((PULL, SMOOTH),):
        found = left_out(rows, topics, at, pull, smooth)
        told = ", ".join(f"{topic} {value:.2f}" for topic, value in found.items())
        print(f"{pull} {smooth}: {told}; mean {sum(found.values()) / len(found):.3f}", flush=True)
    if options.sweep:
        return 0
    text = written(fit(rows, at), at, told)
    if options.write:
        FILE.write_text(text, encoding="utf-8")
    return int(options.check and FILE.read_text(encoding="utf-8") != text)


if __name__ == "__main__":
    sys.exit(main())
