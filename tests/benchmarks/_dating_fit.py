"""Refits newsline/publication/weights.toml; run by hand as `python -m tests.benchmarks._dating_fit CACHE [--write]`.

A conditional logit over the days within `REACH` of the true one: T17's four topics, whole and with 300 characters cut
from either end, and TimeBank. Rows with a note stay as they are. The others are pulled towards the weights that the
file holds, and neighbouring bins towards moving together. Prints the mean log-likelihood of each topic, first by the
file (which flatters it where the topic was among those it was fitted on), then by a fit on all other topics. Needs
numpy and scipy, which newsline itself does not.
"""

from __future__ import annotations

import argparse
import math
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsline.publication import weights
from newsline.publication.clues import Clue
from newsline.publication.infer import Case, read_cases
from newsline.publication.weights import TABLES, WEEKDAY_TABLES
from tests.benchmarks._dating_corpus import TOPICS, analysed

FILE = Path(weights.__file__).with_name("weights.toml")
REACH = 500
"""Days on either side of the true one that are compared with it."""
NEAR, KEPT = 20, 0.06
"""All days so near are compared, of the others this share, counted as often as it takes."""
PULL, SMOOTH = 2.0, 4.0
"""Penalties: on the squared distance from the present weight, and from moving unlike the bin beside. The best of
the pairs tried, when each topic was left out in turn."""
CUT = 300
SEED = 0


@dataclass(frozen=True, slots=True)
class Columns:
    """The place of each row's weights in the vector that is fitted; a mismatch comes after a table's weights."""

    first: dict[str, int]
    size: int
    start: Any
    free: Any
    beside: Any


def columns() -> Columns:
    import numpy as np

    notes = {name for name, row in tomllib.loads(FILE.read_text(encoding="utf-8")).items() if "note" in row}
    first: dict[str, int] = {}
    start: list[float] = []
    free: list[bool] = []
    beside: list[tuple[int, int]] = []
    for name, table in TABLES.items():
        first[name] = len(start)
        beside += [(len(start) + k, len(start) + k + 1) for k in range(len(table.weights) - 1)]
        start += [*table.weights, table.mismatch]
        free += [name not in notes] * len(table.weights) + [False]
    for name, row in WEEKDAY_TABLES.items():
        first[name] = len(start)
        beside += [(len(start) + k, len(start) + k + 1) for k in range(6)]
        start += row
        free += [name not in notes] * 7
    return Columns(first, len(start), np.array(start), np.array(free), np.array(beside))


def bins(clue: Clue, days: Any) -> Any:
    """Which of its row's weights a clue has on each day."""
    import numpy as np

    if clue.weekday is not None:
        return (days - 1 - clue.weekday) % 7
    table = TABLES[clue.table]
    index = np.searchsorted(np.array([first - table.wrap for first, _ in clue.spans[1:]]), days, side="right")
    first, last = np.array(clue.spans)[index].T
    distance = np.where(days < first, days - first, np.maximum(0, days - last))
    found = np.searchsorted(np.array(table.edges), distance, side="right")
    return np.where(np.array(clue.allowed)[index], found, len(table.weights)) if clue.allowed else found


def design(case: Case, true: int, at: Columns, random: Any) -> tuple[Any, Any, int] | None:
    """Days by weights, the log of how many days each stands for, and the index of the true one."""
    import numpy as np
    from scipy import sparse

    days = np.concatenate([np.arange(one.first, one.last + 1) for one in case.windows] or [np.arange(0)])
    days = days[np.abs(days - true) < REACH]
    near = np.abs(days - true) <= NEAR
    kept = near | (random.random(len(days)) < KEPT)
    days, counted = days[kept], np.where(near, 0.0, -math.log(KEPT))[kept]
    if true not in days:
        return None
    matrix = np.zeros((len(days), at.size))
    for clue in case.clues:
        matrix[np.arange(len(days)), at.first[clue.table] + bins(clue, days)] += clue.strength
    return sparse.csr_matrix(matrix), counted, int(np.flatnonzero(days == true)[0])


Row = tuple[str, Any, Any, int]
"""Topic, and what `design` found."""


def fit(rows: Sequence[Row], at: Columns) -> Any:
    """The weights that make the true days likeliest, with the penalties."""
    import numpy as np
    from scipy import optimize, sparse

    matrix = sparse.vstack([row[1] for row in rows]).tocsr()
    turned = matrix.T.tocsr()
    counted = np.concatenate([row[2] for row in rows])
    sizes = np.array([row[1].shape[0] for row in rows])
    begins = np.cumsum(sizes) - sizes
    truth, group = begins + np.array([row[3] for row in rows]), np.repeat(np.arange(len(rows)), sizes)

    def loss(value: Any) -> tuple[float, Any]:
        scores = matrix @ value + counted
        top = np.maximum.reduceat(scores, begins)
        raw = np.exp(scores - top[group])
        total = np.add.reduceat(raw, begins)
        share = raw / total[group]
        share[truth] -= 1
        moved = value - at.start
        unlike = moved[at.beside[:, 0]] - moved[at.beside[:, 1]]
        slope = turned @ share + 2 * PULL * moved
        np.add.at(slope, at.beside[:, 0], 2 * SMOOTH * unlike)
        np.add.at(slope, at.beside[:, 1], -2 * SMOOTH * unlike)
        slope[~at.free] = 0
        lost = (np.log(total) + top - scores[truth]).sum() + PULL * (moved**2).sum() + SMOOTH * (unlike**2).sum()
        return float(lost), slope

    return optimize.minimize(loss, at.start, jac=True, method="L-BFGS-B", options={"maxiter": 150}).x


def likelihood(rows: Sequence[Row], value: Any) -> float:
    """Mean log-likelihood of the true days, in nats."""
    import numpy as np

    found = []
    for _, matrix, counted, truth in rows:
        scores = matrix @ value + counted
        found.append(scores[truth] - np.logaddexp.reduce(scores))
    return float(np.mean(found))


def write(value: Any, at: Columns) -> None:
    """The fitted rows of the file, all else as it is."""
    name, lines = "", []
    for line in FILE.read_text(encoding="utf-8").splitlines():
        name = line.strip("[]") if line.startswith("[") else name
        key = re.match(r"(weights|weekly) = ", line)
        if key and at.free[at.first[name]]:
            size = 7 if name in WEEKDAY_TABLES else len(TABLES[name].weights)
            fitted = [round(float(one), 2) for one in value[at.first[name] : at.first[name] + size]]
            line = f"{key[1]} = {fitted}"
        lines.append(line)
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    import numpy as np

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("cache", type=Path, help="folder for the tagged articles")
    parser.add_argument("--write", action="store_true", help="put the weights into the file")
    parser.add_argument("--topics", nargs="*", default=[*TOPICS, "timebank"])
    options = parser.parse_args()
    at, random = columns(), np.random.default_rng(SEED)
    rows: list[Row] = []
    for topic, cut in [(topic, cut) for topic in options.topics for cut in (0, CUT) if not cut or topic in TOPICS]:
        articles = analysed(topic, options.cache, cut)
        for case, (_, day) in zip(read_cases([one for one, _ in articles], {}), articles, strict=True):
            found = design(case, day.toordinal(), at, random)
            if found:
                rows.append((topic, *found))
    for topic in options.topics:
        held, others = ([row for row in rows if (row[0] == topic) is own] for own in (True, False))
        print(f"{topic}: {likelihood(held, at.start):.3f} -> {likelihood(held, fit(others, at)):.3f}", flush=True)
    if options.write:
        write(fit(rows, at), at)


if __name__ == "__main__":
    main()
