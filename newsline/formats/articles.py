"""The list of articles: how each was dated, and what was left out."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from newsline.dates.describe import describe
from newsline.formats import words
from newsline.formats.view import View
from newsline.model import DatedArticle, Skipped

FILE_SHARE, DATE_SHARE = 0.3, 0.2
"""Of the width of the table, for the columns of files and of dates."""


class ListFormat(StrEnum):
    """The formats of the list."""

    TABLE = "table"
    MARKDOWN = "markdown"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"


SUFFIXES = {".md": ListFormat.MARKDOWN, ".csv": ListFormat.CSV, ".json": ListFormat.JSON, ".jsonl": ListFormat.JSONL}


def render(name: ListFormat, articles: Sequence[DatedArticle], skipped: Sequence[Skipped], view: View) -> str:
    """The list in one of its formats."""
    match name:
        case ListFormat.TABLE:
            return _table(articles, skipped, view)
        case ListFormat.MARKDOWN:
            return _markdown(articles, skipped)
        case ListFormat.CSV:
            return _csv(articles)
        case ListFormat.JSON:
            from newsline.formats.json import dumps
            from newsline.formats.records import articles_record

            return dumps(articles_record(articles, skipped), indent=2)
        case ListFormat.JSONL:
            from newsline.formats.jsonl import lines
            from newsline.formats.records import article_record, skipped_record

            return lines([("article", map(article_record, articles)), ("skipped", map(skipped_record, skipped))])


def _table(articles: Sequence[DatedArticle], skipped: Sequence[Skipped], view: View) -> str:
    from newsline.formats.terminal import draw, left_out, line, listed

    rows = [(_name(article), _date(article), _reasons(article)) for article in articles]
    total = line(words.counted(len(articles), "article"), "dim")
    table = listed(("Article", "Written", "Why"), rows, (FILE_SHARE, DATE_SHARE, None), view)
    return draw([*table, total, *left_out(skipped)], view)


def _name(article: DatedArticle) -> str:
    """The file, and beneath it what it is."""
    about = [words.plain(part) for part in (article.publisher, article.title) if part]
    return "\n".join([words.plain(article.id), *about])


def _date(article: DatedArticle) -> str:
    return describe(article.dating.published) if article.dating.published else words.UNDATED


def _reasons(article: DatedArticle) -> str:
    copy = [f"copy of {words.plain(article.copy_of)}"] if article.copy_of else []
    reasons = [words.plain(evidence.text) for evidence in article.dating.evidence]
    return "\n".join([words.how_dated(article), *(f"- {reason}" for reason in reasons + copy)])


def _markdown(articles: Sequence[DatedArticle], skipped: Sequence[Skipped]) -> str:
    from newsline.formats.markdown import escape, link, skipped_section

    parts = ["# Articles\n"]
    for article in articles:
        about = ", ".join(
            [
                *([link(article.title or article.url or "", article.url)] if article.title or article.url else []),
                *([escape(article.publisher)] if article.publisher else []),
            ]
        )
        lines = [f"- {escape(article.id)}: **{_date(article)}** ({words.how_dated(article)})"]
        lines += [f"  - {about}"] if about else []
        lines += [f"  - {escape(words.sentence(evidence.text))}" for evidence in article.dating.evidence]
        lines += [f"  - Copy of {escape(article.copy_of)}"] if article.copy_of else []
        parts.append("\n".join(lines))
    if not articles:
        parts.append("No articles were found.")
    parts[-1] += "\n"
    return "\n".join([parts[0], *("\n".join(parts[1:]),), *skipped_section(skipped, 2)])


def _csv(articles: Sequence[DatedArticle]) -> str:
    """Columns that `--dates` reads: correct the dates and give the file back."""
    from newsline.formats.records import edtf
    from newsline.formats.table import write

    header = ("article", "published", "published_from", "probability", "title", "publisher", "url")
    rows = [
        (
            article.id,
            edtf(article.dating.published),
            article.dating.source.value,
            None if article.dating.probability is None else f"{article.dating.probability:.3f}",
            article.title,
            article.publisher,
            article.url,
        )
        for article in articles
    ]
    return write(header, rows, ",")
