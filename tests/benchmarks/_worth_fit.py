"""Fits the weights of newsline/timeline/worth.py and prints them: `python -m tests.benchmarks._worth_fit`.

A logistic regression over the events of the annotated folders that may be read, and of each of their articles by
itself, with the dates of the articles. An event is worth a line if it is one of the annotation's, told once; those that
the annotation leaves open do not count.
Prints the mean log-likelihood on folders that were left out of the fit, too, by eighths.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from newsline import pipeline
from newsline.articles.read import read
from newsline.model import Article, Timeline
from newsline.pipeline import Options, analyse
from newsline.timeline import worth
from tests.benchmarks import _gold, folders

PULL = 2.0
"""Penalty on the squared weights, each in units of its feature's spread."""
PARTS = 8
STEPS = 25
NAMES = ("TELLINGS", "WORDS", "EARLY", "UNDATED", "COARSE", "CUT_IN", "FITNESS", "UNCERTAIN", "ALONE")


Example = tuple[tuple[float, ...], bool]
"""The features of an event, and whether it is one of the annotation's."""


def examples(name: str) -> Iterator[Example]:
    """The events of a folder, and of each of its articles by itself."""
    gold = _gold.load(name)
    found = [one for one in read([_gold.FOLDERS / name / "articles"]) if isinstance(one, Article)]
    yield from _examples(gold, found)
    for article in found:
        own = _alone(gold, article.id.partition("#")[0])
        if any(not event.optional for event in own.events):
            yield from _examples(own, [article])


def _alone(gold: _gold.Gold, file: str) -> _gold.Gold:
    """What one article tells of an annotated folder."""
    told = (replace(event, places=tuple(p for p in event.places if p.article == file)) for event in gold.events)
    return replace(gold, events=tuple(event for event in told if event.places))


def _examples(gold: _gold.Gold, found: Sequence[Article]) -> Iterator[Example]:
    order = Options().date_order
    survey = pipeline.survey((analyse(one, order) for one in found), folders.days_given(gold, found))
    events = pipeline.tell(survey)
    articles = len({mention.article for event in events for mention in event.mentions})
    matched = {event.id: wanted for wanted, event in folders.match(gold, Timeline(None, events, survey.articles, ()))}
    for event in events:
        wanted = matched.get(event.id) or folders.nearest(gold, event)
        if not (wanted and wanted.optional):
            yield worth.features(event, articles), event.id in matched


def fit(features: Any, labels: Any) -> Any:
    """The weights, that of no feature first."""
    middle, spread = features.mean(axis=0), features.std(axis=0)
    scaled = np.column_stack([np.ones(len(labels)), (features - middle) / spread])
    weights = np.zeros(scaled.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (likely - labels) + PULL * weights
        bend = (scaled.T * (likely * (1 - likely))) @ scaled + PULL * np.eye(len(weights))
        weights -= np.linalg.solve(bend, slope)
    own = weights[1:] / spread
    return np.array([weights[0] - own @ middle, *own])


def log_likelihood(weights: Any, features: Any, labels: Any) -> Any:
    """Of each label, in nats."""
    weighed = weights[0] + features @ weights[1:]
    return -np.log1p(np.exp(np.where(labels, -weighed, weighed)))


def _left_out(features: Any, labels: Any, parts: Any) -> float:
    found = [
        log_likelihood(
            fit(features[parts != part], labels[parts != part]), features[parts == part], labels[parts == part]
        )
        for part in range(PARTS)
    ]
    return float(np.concatenate(found).mean())


def main() -> None:
    """Prints the weights."""
    chosen: Sequence[str] = [name for name in _gold.names() if not folders.group(name).endswith(folders.HIDDEN)]
    found = [(index, *example) for index, name in enumerate(chosen) for example in examples(name)]
    features = np.array([example for _, example, _ in found], dtype=float)
    labels = np.array([label for *_, label in found])
    parts = np.array([index % PARTS for index, *_ in found])
    for name, weight in zip(("BASE", *NAMES), fit(features, labels), strict=True):
        print(f"{name:10}{weight:8.4f}")
    print(f"{len(labels)} events of {len(chosen)} folders; left out: {_left_out(features, labels, parts):.4f} nats")


if __name__ == "__main__":
    main()
