"""How good the chronologies of the annotated folders in tests/folders are.

    python -m tests.benchmarks.folders [-v] [--given] [NAME...]

Each folder has `articles/` and `gold.json`: when each article was written and how far a reader can tell, the events
that an editor would accept with every place that tells them, and passages that tell none. `tests/folders/groups.toml`
says which folders are summed together; nobody who works on newsline reads those held back, and `-v` lists no misses of
theirs.

With `--given` the articles' dates are given, and misses are those of the other stages alone.

- dating: the span contains the day of publication (of all articles, and of those that get one); where the text tells
  the day, it is that day
- events: precision, recall and F1; an event matches a gold event if a clause of it overlaps one of the quotes and the
  dates are compatible; one to one, so that an event told twice costs precision; optional gold events cost nothing
- merging: B-cubed F1 over the clauses that overlap a quote
- status, attribution: of the matched events; conflicts: of those planted
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from newsline.articles.read import read
from newsline.dates import span as spans
from newsline.dates.span import Span
from newsline.model import Article, Event, Mention, Skipped, Timeline
from newsline.pipeline import Options, build
from tests.benchmarks import _floors as floors
from tests.benchmarks._gold import FOLDERS, Gold, GoldEvent, Place, load, names, parse

GROUPS = tomllib.loads((FOLDERS / "groups.toml").read_text("utf-8"))
"""The groups by name; figures are summed for each."""
HIDDEN = "held back"
"""How the names of the groups end whose texts and misses nobody looks at."""
WIDEST = 100
"""Days that the span of an event may have more than its gold date and still count as telling it."""
LABEL = 25
"""Width of the first column of what is printed."""
SCALES = (1, 1e3, 1e6, 1e9)
"""A conflict may write "2.1 million" or 2,100,000."""


@dataclass(slots=True)
class Score:
    """Counts as (right, of how many), and the misses in words."""

    counts: dict[str, list[float]] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def add(self, name: str, right: float, of: float = 1) -> None:
        pair = self.counts.setdefault(name, [0, 0])
        pair[0] += right
        pair[1] += of

    def include(self, other: Score) -> None:
        for name, (right, of) in other.counts.items():
            self.add(name, right, of)

    def rate(self, name: str) -> float | None:
        right, of = self.counts.get(name, (0, 0))
        return right / of if of else None

    def f1(self, name: str) -> float | None:
        precision, recall = self.rate(f"{name} precision"), self.rate(f"{name} recall")
        if precision is None or recall is None:
            return None
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


FIGURES = (
    "published",
    "if dated",
    "exact day",
    "status",
    "attribution",
    "important",
    "date conflicts",
    "number conflicts",
)


def figures(score: Score) -> dict[str, float | None]:
    """The figures of a folder or of all, 0 to 1; None where there was nothing to measure."""
    rates = {name: score.rate(name) for name in ("event precision", "event recall")}
    return (
        rates
        | {"event F1": score.f1("event"), "B-cubed F1": score.f1("merging")}
        | {name: score.rate(name) for name in FIGURES}
    )


def evaluate(gold: Gold, given: bool = False) -> Score:
    """Builds the chronology of a folder, with or without the dates of its articles, and compares it with the gold."""
    articles = list(read([FOLDERS / gold.name / "articles"]))
    timeline = build(articles, Options(given=days_given(gold, articles) if given else {}))
    score = Score()
    if not given:
        _dating(gold, timeline, score)
    matched = match(gold, timeline)
    _events(gold, timeline, matched, score)
    _merging(gold, timeline, score)
    for wanted, found in matched:
        _status(wanted, found, score)
    for wanted in gold.events:
        _conflicts(wanted, timeline, score)
    return score


def days_given(gold: Gold, found: Sequence[Article | Skipped]) -> dict[str, Span]:
    """The true day of each article that was read."""
    return {item.id: spans.day(gold.articles[_file(item.id)].published) for item in found if isinstance(item, Article)}


def _file(article: str) -> str:
    """The file of an article's id, which has "#n" behind it in a file of several."""
    return article.partition("#")[0]


def _dating(gold: Gold, timeline: Timeline, score: Score) -> None:
    datings = {_file(article.id): article.dating for article in timeline.articles}
    for file, wanted in sorted(gold.articles.items()):
        dating = datings[file]
        got = dating.published
        if wanted.inferable == "none":
            right = got is None or (got.contains(spans.day(wanted.published)) and got.days > 1)
        else:
            right = got is not None and got.contains(spans.day(wanted.published))
        score.add("published", right)
        if got is not None:
            score.add("if dated", right)
        if wanted.inferable == "day":
            score.add("exact day", got is not None and got.is_day and got.first == wanted.published)
        if not right:
            truth = f"{wanted.expected or 'cannot be told'} (in truth {wanted.published})"
            score.misses.append(f"DATING {file}: expected {truth}, got {got} from {dating.source}")


def match(gold: Gold, timeline: Timeline) -> list[tuple[GoldEvent, Event]]:
    """One to one, the events that share the most text first."""
    pairs = []
    for wanted in gold.events:
        for found in timeline.events:
            shared = sum(_shared(mention, place) for mention in found.mentions for place in wanted.places)
            if shared and _compatible(wanted, found.span):
                pairs.append((wanted.optional, -shared, wanted.id, found.id, wanted, found))
    matched, used = [], set()
    for *_, wanted_id, found_id, wanted, found in sorted(pairs, key=lambda pair: pair[:4]):
        if wanted_id not in used and found_id not in used:
            used |= {wanted_id, found_id}
            matched.append((wanted, found))
    return matched


def _shared(mention: Mention, place: Place) -> int:
    """Characters that a clause and a quote have in common."""
    if _file(mention.article) != place.article:
        return 0
    return max(0, min(mention.end, place.end) - max(mention.start, place.start))


def _compatible(wanted: GoldEvent, got: Span) -> bool:
    if wanted.span is None:
        return True
    dates = [wanted.span, *(parse(value) for kind, values in wanted.conflicts if kind == "date" for value in values)]
    return any(got.overlaps(span) and got.days <= span.days + WIDEST for span in dates)


def _events(gold: Gold, timeline: Timeline, matched: Sequence[tuple[GoldEvent, Event]], score: Score) -> None:
    found = {event.id: wanted for wanted, event in matched}
    for event in timeline.events:
        if event.id in found:
            if not found[event.id].optional:
                score.add("event precision", 1)
            continue
        beside = nearest(gold, event)
        if beside and beside.optional:
            continue
        score.add("event precision", 0)
        score.misses.append(f"{_reason(gold, event, beside)}: {event.span} {event.article}: {event.text!r}")
    told = {wanted.id for wanted, _ in matched}
    for wanted in gold.events:
        if not wanted.optional:
            score.add("event recall", wanted.id in told)
            if wanted.important:
                score.add("important", wanted.id in told)
            if wanted.id not in told:
                quotes = "; ".join(f"{place.article}: {place.quote!r}" for place in wanted.places)
                score.misses.append(f"MISSED {wanted.span} {wanted.summary} | {quotes}")


def nearest(gold: Gold, event: Event) -> GoldEvent | None:
    """The gold event that shares the most text with a found one, whatever its date."""
    shared = {
        wanted: sum(_shared(mention, place) for mention in event.mentions for place in wanted.places)
        for wanted in gold.events
    }
    best = max(shared, key=lambda wanted: shared[wanted])
    return best if shared[best] else None


def _reason(gold: Gold, event: Event, nearest: GoldEvent | None) -> str:
    if nearest and _compatible(nearest, event.span):
        return f"DUPLICATE of {nearest.id}"
    if nearest:
        return f"WRONG DATE for {nearest.id}, expected {nearest.span}"
    barred = any(_shared(mention, place) for mention in event.mentions for place in gold.not_events)
    return "NOT AN EVENT" if barred else "EXTRA"


def _merging(gold: Gold, timeline: Timeline, score: Score) -> None:
    """B-cubed (Bagga & Baldwin 1998) over the clauses that overlap a quote, each with the one it shares most with."""
    items = []
    for event in timeline.events:
        for mention in event.mentions:
            shared = [(_shared(mention, place), wanted.id) for wanted in gold.events for place in wanted.places]
            most, wanted_id = max(shared)
            if most:
                items.append((event.id, wanted_id))
    for event_id, wanted_id in items:
        both = items.count((event_id, wanted_id))
        score.add("merging precision", both / sum(item[0] == event_id for item in items))
        score.add("merging recall", both / sum(item[1] == wanted_id for item in items))


def _status(wanted: GoldEvent, found: Event, score: Score) -> None:
    right = found.status.value in wanted.status
    score.add("status", right)
    if not right:
        score.misses.append(f"STATUS expected {'|'.join(wanted.status)}, got {found.status}: {found.text!r}")
    said = (found.attributed_to or "").casefold()
    right = any(name.casefold() in said if name else not said for name in wanted.attributed_to)
    score.add("attribution", right)
    if not right:
        score.misses.append(f"ATTRIBUTION expected {wanted.attributed_to}, got {found.attributed_to}: {found.text!r}")


def _conflicts(wanted: GoldEvent, timeline: Timeline, score: Score) -> None:
    told = [
        conflict
        for event in timeline.events
        if any(_shared(mention, place) for mention in event.mentions for place in wanted.places)
        for conflict in event.conflicts
    ]
    for kind, values in wanted.conflicts:
        right = any(conflict.kind == kind and _names_all(conflict.text, values) for conflict in told)
        score.add(f"{kind} conflicts", right)
        if not right:
            got = [conflict.text for conflict in told]
            score.misses.append(f"CONFLICT {kind} {values} of {wanted.id} not told; told: {got}")


def _names_all(text: str, values: Sequence[str]) -> bool:
    """Whether a conflict in words has all the values: numbers as figures, dates by the day of the month or in words."""
    told = {float(figure.replace(",", "")) for figure in re.findall(r"\d[\d,]*(?:\.\d+)?", text)}
    for value in values:
        if value.count("-") == 2:
            right = float(value.rpartition("-")[2]) in told
        elif value.count("-") == 1:
            right = f"{parse(value).first:%B}" in text
        else:
            right = any(float(value) * scale in told for scale in SCALES)
        if not right:
            return False
    return True


def _line(label: str, score: Score) -> Iterator[str]:
    yield f"{label:{LABEL}}"
    for value in figures(score).values():
        yield f"{'-' if value is None else format(value, '.3f'):>9}"


def group(name: str) -> str:
    """The group that a folder is counted in."""
    return next((kind for kind, members in GROUPS.items() if name in members["folders"]), "open")


def main(arguments: Sequence[str]) -> int:
    """Prints the figures by folder and in total; 1 if one fell below its floor."""
    chosen = [name for name in arguments if not name.startswith("-")] or names()
    given = "--given" in arguments
    print(" " * LABEL + "".join(f"{name.replace('event ', '')[:8]:>9}" for name in figures(Score())))
    totals = {f"{kind}{how}": Score() for how in ("", ", given") for kind in ("open", *GROUPS)}
    misses = []
    for name in chosen:
        gold = load(name)
        scores = {False: evaluate(gold), True: evaluate(gold, given=True)}
        kind = group(name)
        totals[kind].include(scores[False])
        totals[f"{kind}, given"].include(scores[True])
        if kind.endswith(HIDDEN):
            continue
        print("".join(_line(name, scores[given])))
        misses += [f"{name}: {miss}" for miss in scores[given].misses]
    for label, total in totals.items():
        if total.counts:
            print("".join(_line(label, total)))
    if "-v" in arguments:
        print("\n".join(sorted(misses, key=lambda miss: miss.split(": ", 1)[1])))
    measured = {label: figures(total) for label, total in totals.items()}
    return floors.check("folders", measured) if chosen == names() else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
