"""What the weekdays that an article names say of the day on which it was written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newsline.dates import expression as ex
from newsline.dates.tense import Tense
from newsline.dates.units import Unit
from newsline.publication.clues import Clue
from newsline.publication.evidence import LEAD, core
from newsline.publication.layout import PROSE, Found

REASON = "the text speaks of |: news mostly names the day on which it appears or the day before"
"""The weekdays take the place of the bar."""
LIVE = 3
"""Hours or words such as "updated" from which a text is a live page. Chosen."""


def clues(found: list[Found], linked: bool = False) -> Iterator[Clue]:
    """Each weekday and the one that is named most; where no articles are linked, also those of the past together."""
    yield from _each(found)
    if not linked:
        yield from _run(found)


def says_yesterday(found: list[Found]) -> bool:
    """Whether the outlet itself says "yesterday" or "last night": it names other days by their weekdays.

    Live pages do not: each of their entries has an hour, and a day, of its own.
    """
    if sum(item.zone == "stamp" and not item.led for item in found) >= LIVE:
        return False
    yesterday = ex.Last(Unit.DAY, 1)
    return any(item.zone in PROSE and not item.quoted and core(item.expression.meaning) == yesterday for item in found)


def _each(found: list[Found]) -> Iterator[Clue]:
    tables: dict[str, list[tuple[int, Found]]] = {}
    yesterday = says_yesterday(found)
    for item in found:
        meaning = core(item.expression.meaning)
        match meaning:
            case ex.Bare(repeating=ex.Weekday(number=number)):
                table = f"wd_{item.tense}"
                if item.expression.tense is Tense.PAST and yesterday and not item.quoted:
                    table = "wd_yesterday"
                elif item.expression.tense is Tense.PAST and item.place < LEAD:
                    table = "wd_past_lead" if item.place else "wd_past_first"
                    table = "wd_night" if "night" in item.expression.text else table
            case ex.Last(of=ex.Weekday(number=number)):
                table = "wd_last"
            case ex.Next(of=ex.Weekday(number=number)):
                table = "wd_next"
            case ex.This(of=ex.Weekday(number=number)):
                table = "wd_none"
            case _:
                continue
        tables.setdefault(table, []).append((number, item))
    near: Counter[int] = Counter()
    for table, mentions in tables.items():
        counts = Counter(number for number, _ in mentions)
        total = sum(counts.values())
        if table in {"wd_past", "wd_past_first", "wd_past_lead", "wd_none", "wd_present"}:
            near.update(counts)
        for number, count in sorted(counts.items()):
            yield Clue(table, REASON, weekdays=(number,), strength=count / total**0.5)
    if near:
        ranked = near.most_common()
        if len(ranked) == 1 or ranked[0][1] > ranked[1][1]:
            yield Clue("wd_mode", REASON, weekdays=(ranked[0][0],))


def _run(found: list[Found]) -> Iterator[Clue]:
    """The weekdays of the past together: "on Tuesday ... denied on Wednesday" is hardly written on the next Tuesday.

    Where articles are linked, that tells which Tuesday and Wednesday are meant; both together say it twice.
    """
    past = set()
    for item in found:
        match core(item.expression.meaning):
            case ex.Bare(repeating=ex.Weekday(number=number)) if item.expression.tense is Tense.PAST:
                past.add(number)
    if len(past) > 1:
        yield Clue("wd_two" if len(past) == 2 else "wd_more", REASON, weekdays=tuple(sorted(past)))
