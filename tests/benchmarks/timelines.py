"""Timelines of large folders against those of journalists: T17, the timeline task.

    python -m tests.benchmarks.timelines [--cli] [TOPIC...]

The corpus lies beside the project (../shared/corpora/t17, with the protocol in its README), not in it; where it is
absent this says so. In-process each topic is read and merged once; `--cli` runs `newsline build` for each timeline,
as the protocol has it, which gives the same figures and takes longer.

- AR1-F, AR2-F, Date-F1: by ../shared/tools/tls_score.py, given --dates --since --until --days --per-day --about
- untold: Date-F1 given --dates and --about only, and AR1-F of the same
- untold, in span: the same of the days within the span of the reference
- untold, ended: the same where no article was written after the last day of the reference
- undated: Date-F1 with no publication date given, and which part of the Date-F1 with all dates that is
- near-duplicates: the share of lines that share most of their words with an earlier one of the same chronology
- adjacent: of the days that follow one another in a chronology, the share that tell one story: two lines share half
  of their rarer words

The untold figure cannot come within .06 of that of the runs that are told. There is one such chronology for five
references of 12 to 102 days, which end between 12 days and two and a half years after the first. With days in our
order of importance, the number of days that is best in hindsight gives .56 if it is chosen for each topic and .60 if
for each reference; the best number and the best span for each topic, .62 (all with ten days or more). Days taken out
of the references themselves, those that most of them have, give .74. To be told the number alone is worth nothing
(.51), the span nearly everything: in span the untold chronology is within .02 of the told one. Most of what is missing
are articles written after the journalist stopped: see "ended". A logistic regression over some twenty features of a
day, with the best numbers in hindsight, gives .56 with its topic left out and .58 fitted to it.
"""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

from msgspec.structs import replace

from newsline.analysis import Analysis
from newsline.articles.files import find
from newsline.articles.read import read_file
from newsline.dates.span import Span, day
from newsline.events.dating import date_mentions
from newsline.events.merge import merge
from newsline.model import Article, Dating, Event, Skipped
from newsline.pipeline import analyse, survey
from newsline.timeline.rank import rank
from newsline.timeline.select import Selection, select
from tests.benchmarks import _floors as floors
from tests.benchmarks._dating_corpus import CORPORA, TOPICS, topic

T17 = CORPORA / "t17"
SCORER = CORPORA.parent / "tools" / "tls_score.py"
DUPLICATE = 0.6
"""Share of the words of two lines that both have (Jaccard), from which an editor would strike one."""
SAME_STORY = 0.5
"""Share of the shorter line's words that the other has, from which they tell one story."""

Days = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Task:
    """A reference timeline and what the protocol tells the system."""

    name: str
    topic: str
    reference: list[list[Any]]
    selection: Selection


def tasks(name: str) -> Iterator[Task]:
    """The reference timelines of a topic."""
    about = tuple(json.loads((T17 / name / "keywords.json").read_text(encoding="utf-8")))
    for title, reference in json.loads((T17 / name / "timelines.json").read_text(encoding="utf-8")).items():
        days = [date.fromisoformat(row[0][:10]) for row in reference]
        per_day = round(sum(len(row[1]) for row in reference) / len(reference))
        selection = Selection(days=len(set(days)), per_day=per_day, since=min(days), until=max(days), about=about)
        yield Task(title, name, reference, selection)


Told = tuple[tuple[Event, ...], Mapping[str, Dating]]
"""The ranked events of a topic and when its articles were written."""


def read(name: str) -> list[Analysis | Skipped]:
    """What each article of a topic tells by itself."""
    return [
        analyse(item, "mdy") if isinstance(item, Article) else item
        for file in find([T17 / name / "articles"])
        for item in read_file(file)
    ]


def events_of(results: Sequence[Analysis | Skipped], given: Mapping[str, Span]) -> Told:
    """The ranked events of articles, some of their dates given."""
    found = survey(results, given)
    mentions = [mention for one in found.analyses for mention in date_mentions(one, found.datings[one.article.id])]
    return rank(merge(mentions, found.datings, found.copied), found.datings, found.copied), found.datings


def by_command(task: Task, told: bool) -> Days:
    """The timeline that the command line gives."""
    folder, wanted = T17 / task.topic, task.selection
    options = [f"--about={phrase}" for phrase in wanted.about]
    if told:
        options += [f"--since={wanted.since}", f"--until={wanted.until}"]
        options += [f"--days={wanted.days}", f"--per-day={wanted.per_day}"]
    with tempfile.TemporaryDirectory() as cache:
        output = Path(cache) / "timeline.json"
        command = [sys.executable, "-m", "newsline", "build", str(folder / "articles"), "-q", "-f", "json"]
        subprocess.run([*command, f"--dates={folder / 'dates.csv'}", *options, "-o", str(output)], check=True)
        rows = json.loads(output.read_text(encoding="utf-8"))["events"]
    days: Days = defaultdict(list)
    for row in rows:
        if row["earliest"] == row["latest"]:
            days[row["earliest"]].append(row["text"])
    return days


def lines(events: Sequence[Event]) -> Days:
    """The lines of each day; events of no exact day have no place in a reference."""
    days: Days = defaultdict(list)
    for event in events:
        if event.span.is_day:
            days[event.span.first.isoformat()].append(event.text)
    return days


def scorer() -> ModuleType:
    """The scorer beside the corpus."""
    spec = importlib.util.spec_from_file_location("tls_score", SCORER)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(SCORER)
    module = importlib.util.module_from_spec(spec)
    sys.modules["tls_score"] = module
    spec.loader.exec_module(module)
    return module


def spaced(days: Days) -> list[tuple[str, list[str]]]:
    """As the references are written: spaces around punctuation."""
    return [(one, [re.sub(r"([^\w\s])", r" \1 ", text) for text in days[one]]) for one in sorted(days)]


def clipped(days: Days, task: Task) -> Days:
    """The days within the span of the reference."""
    first, last = str(task.selection.since), str(task.selection.until)
    return {one: texts for one, texts in days.items() if first <= one <= last}


def ended(told: Told, last: date) -> Told:
    """What articles tell that were written until a day, of what is told by all."""
    events, datings = told
    early = {name: one for name, one in datings.items() if one.published and one.published.first <= last}
    kept = ((event, tuple(m for m in event.mentions if m.article in early)) for event in events)
    return tuple(replace(event, mentions=mentions) for event, mentions in kept if mentions), early


def words(text: str) -> frozenset[str]:
    """The longer words of a line: short ones say little about what is told."""
    return frozenset(word for word in re.findall(r"\w+", text.lower()) if len(word) > 3)


def jaccard(a: frozenset[str], b: frozenset[str]) -> float:
    """The share of the words of both that both have."""
    return len(a & b) / len(a | b) if a and b else 0.0


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """The share of the shorter line's words that the other has too."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def repetition(days: Days) -> tuple[int, int, int, int]:
    """(near-duplicate lines, lines, adjacent days with one story, adjacent days)."""
    told = {date.fromisoformat(one): [words(text) for text in texts] for one, texts in days.items()}
    flat = [line for one in sorted(told) for line in told[one]]
    duplicates = sum(any(jaccard(line, other) >= DUPLICATE for other in flat[:i]) for i, line in enumerate(flat))
    pairs = [(told[one], told[one + timedelta(days=1)]) for one in told if one + timedelta(days=1) in told]
    same = sum(any(overlap(a, b) >= SAME_STORY for a in first for b in second) for first, second in pairs)
    return duplicates, len(flat), same, len(pairs)


@dataclass(frozen=True, slots=True)
class Built:
    """The timelines that are measured for one task."""

    told: Days
    untold: Days
    ended: Days = field(default_factory=dict)
    """Told nothing, by the articles until the last day of the reference."""
    dateless: Days = field(default_factory=dict)
    """Guided, but with no article's date given."""


def _commanded(name: str) -> Iterator[tuple[Task, Built]]:
    """Each task of a topic with the timelines that the command line gives: guided, and told nothing."""
    for task in tasks(name):
        yield task, Built(by_command(task, True), by_command(task, False))


def _built(name: str) -> Iterator[tuple[Task, Built]]:
    """Each task of a topic with all its timelines."""
    results = read(name)
    dated = events_of(results, {article.id: day(published) for article, published in topic(name)})
    dateless = events_of(results, {})
    for task in tasks(name):
        alone = Selection(about=task.selection.about)
        early = ended(dated, task.selection.until or date.max)
        runs = ((dated, task.selection), (dated, alone), (early, alone), (dateless, task.selection))
        yield task, Built(*(lines(select(events, choice, datings)) for (events, datings), choice in runs))


def _undated(without: Mapping[str, Any], dated: Mapping[str, Any]) -> dict[str, float]:
    """The Date-F1 of the undated timelines, and as a share of that of the dated ones."""
    value = without["date"]["f_score"]
    return {"Date-F1 undated": value, "undated kept": value / (dated["date"]["f_score"] or 1.0)}


def evaluate(names: Sequence[str], cli: bool) -> dict[str, float]:
    """All figures over the timelines of the topics; prints the table of the scorer."""
    score = scorer()
    pairs = [pair for name in names for pair in (_commanded(name) if cli else _built(name))]
    titles = [task.name for task, _ in pairs]
    print(score.table(titles, [score.score(spaced(built.told), [task.reference]) for task, built in pairs]))

    def mean(choose: Callable[[Task, Built], Days]) -> dict[str, Any]:
        found = (score.score(spaced(choose(task, built)), [task.reference]) for task, built in pairs)
        return dict(score.average(list(found)))

    told, untold = mean(lambda _, built: built.told), mean(lambda _, built: built.untold)
    within = mean(lambda task, built: clipped(built.untold, task))
    figures = {
        "AR1-F": told["align_m1"]["rouge_1"]["f_score"],
        "AR2-F": told["align_m1"]["rouge_2"]["f_score"],
        "Date-F1": told["date"]["f_score"],
        "AR1-F untold": untold["align_m1"]["rouge_1"]["f_score"],
        "Date-F1 untold": untold["date"]["f_score"],
        "Date-F1 untold, in span": within["date"]["f_score"],
    }
    if not cli:
        figures["Date-F1 untold, ended"] = mean(lambda _, built: built.ended)["date"]["f_score"]
        figures |= _undated(mean(lambda _, built: built.dateless), told)
    return figures | _repeated([built.told for _, built in pairs])


def _repeated(timelines: Sequence[Days]) -> dict[str, float]:
    """The share of near-duplicates and of adjacent days with one story, over all timelines."""
    duplicates, total, same, beside = (sum(column) for column in zip(*map(repetition, timelines), strict=True))
    return {"near-duplicates": duplicates / max(1, total), "adjacent": same / max(1, beside)}


def main(arguments: Sequence[str]) -> int:
    """Prints the figures; 1 if one fell below its floor."""
    if not T17.is_dir() or not SCORER.is_file():
        print(f"timelines: no corpus at {T17}; nothing measured")
        return 0
    names = [name for name in arguments if not name.startswith("-")] or list(TOPICS)
    start = time.perf_counter()
    figures = evaluate(names, "--cli" in arguments)
    for name, value in figures.items():
        print(f"{name:24}{value:8.4f}")
    print(f"{'seconds':24}{time.perf_counter() - start:8.1f}")
    return floors.check("timelines", figures) if names == list(TOPICS) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
