"""Partitions of a timeline, written by the workers."""

from __future__ import annotations

from collections.abc import Sequence

from newsline.cluster.ranking import Ranked
from newsline.formats.partitions import write
from newsline.formats.records import article_record, event_record, skipped_record
from newsline.model import DatedArticle, Skipped
from newsline.timeline.order import key
from newsline.timeline.select import Selection, is_admitted


def write_events(folder: str, number: int, ranked: Sequence[Ranked], selection: Selection) -> int:
    """Writes the events of one range of days, those that the selection admits, in the order of a chronology."""
    wanted = [one for one in ranked if is_admitted(one.event, selection)]
    wanted.sort(key=lambda one: key(one.event))
    return write(folder, "events", number, [event_record(one.event, one.told.articles) for one in wanted])


def write_articles(folder: str, number: int, articles: Sequence[DatedArticle]) -> int:
    """Writes some articles and how they were dated."""
    return write(folder, "articles", number, [article_record(one) for one in articles])


def write_skipped(folder: str, skipped: Sequence[Skipped]) -> int:
    """Writes what was left out, if anything was."""
    return write(folder, "skipped", 0, [skipped_record(one) for one in skipped]) if skipped else 0
