"""How well and how fast time expressions are found: TimeBank and AQUAINT, against dateparser and chrono-node.

    python -m tests.benchmarks.timex [--errors] [--quick]

The measure is TempEval-3, task A (UzZaman et al. 2013): strict and relaxed F1 of the extents, type and value F1, the
document creation time given. A third of the documents, chosen by a hash of the name, is never read by whoever works on
the rules: `--errors` lists errors of the other two thirds only. The corpora lie outside the project; where they are
absent the benchmark says so and passes.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import process_time
from xml.etree import ElementTree

from newsline.dates import span as spans
from newsline.dates.english.lexicon import words
from newsline.dates.resolve import resolve
from newsline.dates.tag import tag
from newsline.model import Sentence
from tests.benchmarks import _floors as floors

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpora" / "timeml"
THIRDS = 3


@dataclass(frozen=True, slots=True)
class Timex:
    """One annotation: offsets into the text, type and value."""

    start: int
    end: int
    type: str
    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text of the corpus with its annotations and its date."""

    name: str
    text: str
    day: date
    gold: tuple[Timex, ...]

    @property
    def held_out(self) -> bool:
        """Whether it belongs to the third that nobody reads."""
        return hashlib.sha256(self.name.encode()).digest()[0] % THIRDS == 0


@dataclass(frozen=True, slots=True)
class Pair:
    """An annotation and what was found in its place; either may be missing."""

    document: str
    gold: Timex | None
    found: Timex | None


def documents(folder: Path = CORPUS) -> Iterator[Document]:
    """All documents, in order of their names."""
    for path in sorted(folder.glob("*/*.tml")):
        tree = ElementTree.parse(path)
        dct = next(node for node in tree.iter("TIMEX3") if node.get("functionInDocument") == "CREATION_TIME")
        text, gold = _annotations(next(tree.iter("TEXT")))
        yield Document(path.stem, text, date.fromisoformat((dct.get("value") or "")[:10]), gold)


def _annotations(root: ElementTree.Element) -> tuple[str, tuple[Timex, ...]]:
    pieces: list[str] = []
    gold: list[Timex] = []
    length = 0

    def visit(node: ElementTree.Element) -> None:
        nonlocal length
        start = length
        for piece in (node.text or "",):
            pieces.append(piece)
            length += len(piece)
        for child in node:
            visit(child)
            pieces.append(child.tail or "")
            length += len(child.tail or "")
        if node.tag == "TIMEX3":
            covered = "".join(pieces)[start:length]
            gold.append(Timex(start, length, node.get("type") or "", node.get("value") or "", covered))

    visit(root)
    return "".join(pieces), tuple(sorted(gold, key=lambda timex: timex.start))


def sentences_of(document: Document) -> tuple[Sentence, ...]:
    """The sentences as newsline splits them."""
    from newsline.articles.sentences import split
    from newsline.model import Article

    return split(Article(document.name, document.text))


def predict(document: Document) -> tuple[Timex, ...]:
    """What newsline finds, the date of the document given."""
    found = resolve(tag(document.text, sentences_of(document)), spans.day(document.day))
    return tuple(
        Timex(r.expression.start, r.expression.end, str(r.expression.type), r.value, r.expression.text) for r in found
    )


def align(document: Document, found: Sequence[Timex]) -> list[Pair]:
    """One to one: identical extents first, then the largest overlap (as TempEval-3's scorer does)."""
    candidates = []
    for i, gold in enumerate(document.gold):
        for j, timex in enumerate(found):
            overlap = min(gold.end, timex.end) - max(gold.start, timex.start)
            if overlap > 0:
                candidates.append((not _same(gold, timex), -overlap, i, j))
    pairs: list[Pair] = []
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for _, _, i, j in sorted(candidates):
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append(Pair(document.name, document.gold[i], found[j]))
    pairs += [Pair(document.name, gold, None) for i, gold in enumerate(document.gold) if i not in used_gold]
    pairs += [Pair(document.name, None, timex) for j, timex in enumerate(found) if j not in used_found]
    return pairs


def _same(gold: Timex, found: Timex) -> bool:
    """Whether the extents are the same but for white space."""
    lead, tail = len(gold.text) - len(gold.text.lstrip()), len(gold.text) - len(gold.text.rstrip())
    return (gold.start + lead, gold.end - tail) == (found.start, found.end)


def score(pairs: Sequence[Pair]) -> dict[str, float]:
    """F1 in percent: strict, relaxed, type, value; and how many annotations there are."""
    gold = sum(pair.gold is not None for pair in pairs)
    found = sum(pair.found is not None for pair in pairs)
    both = [(pair.gold, pair.found) for pair in pairs if pair.gold and pair.found]

    def f1(count: float) -> float:
        return round(200 * count / (gold + found), 2) if gold + found else 0.0

    return {
        "strict": f1(sum(_same(a, b) for a, b in both)),
        "relaxed": f1(len(both)),
        "type": f1(sum(a.type == b.type for a, b in both)),
        "value": f1(sum(a.value == b.value for a, b in both)),
        "annotations": gold,
    }


def category(timex: Timex) -> str:
    """What kind of phrase it is, by its words, for the report of confusions."""
    tokens = set(timex.text.lower().replace("-", " ").replace("'", " ").split())
    for name, known in CATEGORIES.items():
        if tokens & known:
            return name
    if any(character.isdigit() for character in timex.text):
        return "other with digits"
    return "other"


WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday mon. tues. wed. thurs. fri. sat. sun.")
MONTHS = words(
    "january february march april may june july august september october november december "
    "jan. feb. mar. apr. aug. sept. oct. nov. dec. jan feb aug sept oct nov dec"
)
CATEGORIES = {
    "weekday": WEEKDAYS,
    "ago, earlier, later": {"ago", "earlier", "later", "before"},
    "month": MONTHS,
    "quarter, half": {"quarter", "half", "quarters", "fiscal"},
    "today, yesterday, tomorrow": {"today", "yesterday", "tomorrow", "tonight"},
    "last, next, this": {"last", "next", "past", "previous", "coming", "this", "following"},
    "anaphoric": {"that", "same", "year", "day", "week", "month"},
    "vague": {"now", "recently", "currently", "recent", "future", "soon", "former", "previously", "once", "current"},
    "duration": {"years", "months", "weeks", "days", "hours", "minutes", "decades", "hour", "decade", "minute"},
    "part of day": {"morning", "night", "evening", "afternoon", "noon", "midnight", "a.m.", "p.m."},
}


def confusions(pairs: Sequence[Pair]) -> list[tuple[str, Counter[str]]]:
    """For each category: annotations, missed, spurious, and wrong in extent, type or value."""
    table: dict[str, Counter[str]] = {}
    for pair in pairs:
        timex = pair.gold or pair.found
        if timex is None:
            continue
        row = table.setdefault(category(timex), Counter())
        if pair.gold is None:
            row["spurious"] += 1
            continue
        row["all"] += 1
        if pair.found is None:
            row["missed"] += 1
            continue
        row["extent"] += not _same(pair.gold, pair.found)
        row["type"] += pair.gold.type != pair.found.type
        row["value"] += pair.gold.value != pair.found.value
    return sorted(table.items(), key=lambda item: -(item[1]["missed"] + item[1]["value"] + item[1]["spurious"]))


def report(pairs: Sequence[Pair], write: Callable[[str], object] = print) -> None:
    """The confusions as a table."""
    columns = ("all", "missed", "spurious", "extent", "type", "value")
    write(f"{'category':28}" + "".join(f"{column:>10}" for column in columns))
    for name, row in confusions(pairs):
        write(f"{name:28}" + "".join(f"{row[column]:>10}" for column in columns))


def main(arguments: Sequence[str]) -> int:
    if not CORPUS.is_dir():
        print("timex: the TimeML corpora are not here; nothing was measured")
        return 0
    if "--rates" in arguments:
        rates()
        return 0
    every = list(documents())
    pairs = {document.name: align(document, predict(document)) for document in every}
    parts = {
        "all": every,
        "visible": [document for document in every if not document.held_out],
        "held_out": [document for document in every if document.held_out],
    }
    figures = {}
    for name, chosen in parts.items():
        figures[name] = score([pair for document in chosen for pair in pairs[document.name]])
        print(
            f"{name:10}",
            "  ".join(f"{key} {number}" for key, number in figures[name].items()),
            f"({len(chosen)} texts)",
        )
    visible = [pair for document in parts["visible"] for pair in pairs[document.name]]
    report(visible)
    if "--errors" in arguments:
        errors(visible)
    return 0 if "--quick" in arguments else max(floors.check("timex", figures), speed(every))


def errors(pairs: Sequence[Pair]) -> None:
    """Every error of the visible part, one a line."""
    for pair in pairs:
        if (
            pair.gold
            and pair.found
            and _same(pair.gold, pair.found)
            and pair.gold.value == pair.found.value
            and pair.gold.type == pair.found.type
        ):
            continue
        gold, found = (f"{t.text!r} {t.type} {t.value}" if t else "-" for t in (pair.gold, pair.found))
        print(f"{pair.document}\t{gold}\t{found}")


def speed(every: Sequence[Document]) -> int:
    """Characters a second of processor time, side by side with others; 1 if a ratio is below its floor.

    Each reads all texts in a process of its own: once from a cold start, as a user's folder is read, and then again
    until it gets no faster, which favours compilers that run as they go. The floors hold for the first.
    """
    own = Rates(*json.loads(_run([sys.executable, "-m", "tests.benchmarks.timex", "--rates"], cwd=ROOT)))
    print(f"newsline      {own} (tag and resolve; splitting into sentences not counted)")
    others = {"dateparser": _dateparser(every[:: len(every) // SAMPLE or 1]), "chrono": _chrono(every)}
    ratios: dict[str, float] = {}
    for name, rates in others.items():
        if rates:
            ratios[name] = own.first / rates.first
            print(f"{name:13} {rates}")
            print(f"{'':13} newsline is {ratios[name]:.2f} times as fast, {own.best / rates.best:.2f} when warm")
    return floors.check("timex_speed", ratios)


ROUNDS = 5
SAMPLE = 12
"""Texts for dateparser, which takes a second for some."""


@dataclass(frozen=True, slots=True)
class Rates:
    """Characters a second: in the first round, and in the best."""

    first: float
    best: float

    def __str__(self) -> str:
        return f"{self.first:>12,.0f} characters a second, {self.best:,.0f} when warm"


def _run(command: Sequence[str], *, text: str = "", cwd: Path) -> str:
    done = subprocess.run(command, input=text, text=True, capture_output=True, check=True, cwd=cwd, timeout=180)
    return done.stdout


def rates() -> None:
    """Print newsline's own two rates, for `speed`."""
    texts = [(document, sentences_of(document)) for document in documents()]
    times = []
    for _ in range(ROUNDS):
        start = process_time()
        for document, sentences in texts:
            resolve(tag(document.text, sentences), spans.day(document.day))
        times.append(process_time() - start)
    size = sum(len(document.text) for document, _ in texts)
    print(json.dumps([size / times[0], size / min(times)]))


def _dateparser(texts: Sequence[Document]) -> Rates:
    from dateparser.search import search_dates

    start = process_time()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for document in texts:
            search_dates(document.text, languages=["en"])
    rate = sum(len(document.text) for document in texts) / (process_time() - start)
    return Rates(rate, rate)


CHRONO = """
const fs = require("fs"), chrono = require("chrono-node");
const texts = JSON.parse(fs.readFileSync(0, "utf8"));
const size = texts.reduce((sum, text) => sum + text.length, 0);
const times = [];
for (let round = 0; round < 5; round++) {
  const start = process.cpuUsage();
  for (const text of texts) chrono.parse(text, new Date(1998, 1, 13));
  const used = process.cpuUsage(start);
  times.push((used.user + used.system) / 1e6);
}
console.log(JSON.stringify([size / times[0], size / Math.min(...times)]));
"""


def _chrono(every: Sequence[Document]) -> Rates | None:
    """The rates of chrono-node, installed in the temporary folder on first use."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        print("chrono        not measured: node or npm is not here")
        return None
    folder = Path(tempfile.gettempdir()) / "newsline-chrono"
    try:
        if not (folder / "node_modules" / "chrono-node").is_dir():
            folder.mkdir(exist_ok=True)
            _run([npm, "install", "--silent", "--prefix", str(folder), "chrono-node@2"], cwd=folder)
        texts = json.dumps([document.text for document in every])
        return Rates(*json.loads(_run([node, "-e", CHRONO], text=texts, cwd=folder)))
    except (subprocess.SubprocessError, OSError) as error:
        print(f"chrono        not measured: {error}")
        return None


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
