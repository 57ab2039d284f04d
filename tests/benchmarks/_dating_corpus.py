"""The corpora for the dating task, read where they are present."""

from __future__ import annotations

import csv
import pickle
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from newsline.analysis import Analysis
from newsline.articles.sentences import split
from newsline.dates.tag import tag
from newsline.model import Article

ROOT = Path(__file__).resolve().parents[2]
CORPORA = ROOT.parent / "shared" / "corpora"
TOPICS = ("bpoil", "egypt", "h1n1", "mj")
_TAG = re.compile(r"<[^>]*>")
_DCT = re.compile(r'<TIMEX3(?=[^>]*functionInDocument="CREATION_TIME")[^>]*value="(\d{4}-\d\d-\d\d)')
_TEXT = re.compile(r"<TEXT>(.*?)</TEXT>", re.S)


def topic(name: str) -> Iterator[tuple[Article, date]]:
    """The articles of a topic of T17 with their publication days, in order of the day."""
    folder = CORPORA / "t17" / name
    with (folder / "dates.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            text = (folder / "articles" / row["article"]).read_text(encoding="utf-8")
            yield Article(row["article"], text), date.fromisoformat(row["published"])


def timebank() -> Iterator[tuple[Article, date]]:
    """TimeBank's articles without their headers, with their creation dates."""
    for path in sorted((CORPORA / "timeml" / "timebank").glob("*.tml")):
        source = path.read_text(encoding="utf-8")
        created, text = _DCT.search(source), _TEXT.search(source)
        if created and text:
            yield Article(path.name, _TAG.sub("", text[1]).strip()), date.fromisoformat(created[1])


def analyse(article: Article) -> Analysis:
    """What dating needs of an article: its sentences and its time expressions."""
    sentences = split(article)
    return Analysis(article, sentences, tag(article.text, sentences), ())


def analysed(name: str, cache: Path | None = None, cut: int = 0) -> list[tuple[Analysis, date]]:
    """A topic, tagged; `cut` characters dropped at either end of each text. `cache` is a folder for the results."""
    stored = cache / f"{name}-{cut}.pickle" if cache else None
    if stored and stored.exists():
        return pickle.loads(stored.read_bytes())  # type: ignore[no-any-return]
    found = timebank() if name == "timebank" else topic(name)
    result = []
    for article, day in found:
        kept = Article(article.id, article.text[cut : len(article.text) - cut]) if cut else article
        result.append((analyse(kept), day))
    if stored:
        stored.write_bytes(pickle.dumps(result))
    return result
