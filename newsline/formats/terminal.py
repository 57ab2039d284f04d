"""The table for a terminal. The only module that knows rich, and of rich only what takes no markup.

Console strings and styles in square brackets would read article text as markup ("[sic]" would vanish), so every cell
is a `Text`, and the console is told its width and colours instead of asking the environment.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from newsline.dates.describe import describe
from newsline.formats import words
from newsline.formats.view import View
from newsline.model import DatedArticle, Event, Skipped, Timeline

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

NARROW = 72
"""Below this many columns the date stands above its event instead of beside it."""
DATE_SHARE, SOURCE_SHARE = 0.2, 0.22
"""Of the width, for the columns of dates and of sources."""
SOURCES_SHOWN = 3
SKIPPED_SHOWN = 10
MIN_WIDTH = 20


def render(timeline: Timeline, view: View) -> str:
    """The chronology as a table that fits the width; narrow terminals get one block for each event."""
    articles = words.by_id(timeline)
    parts: list[RenderableType]
    if view.width < NARROW:
        parts = [line(""), *(item for event in timeline.events for item in _block(event, articles, view))]
    else:
        parts = [_table(timeline.events, articles, view)] if timeline.events else []
    return draw([line(words.title(timeline), "bold"), *parts, *_footer(timeline)], view)


def listed(
    headings: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[float | None], view: View
) -> list[RenderableType]:
    """Rows as a table; on a narrow terminal each is its first cell with the others beneath it.

    A column takes a share of the width, or so many columns where it is above one, or with None what is left.
    """
    from rich.padding import Padding

    if view.width >= NARROW:
        widths = [None if share is None else int(share if share > 1 else share * view.width) for share in shares]
        return [_grid(headings, rows, widths)]
    return [
        part
        for first, *others in rows
        for part in (line(first, "cyan"), Padding(line("  ".join(filter(None, others))), (0, 0, 1, 2)))
    ]


def _grid(headings: Sequence[str], rows: Iterable[Sequence[Text | str]], widths: Sequence[int | None]) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), expand=True)
    for heading, width in zip(headings, widths, strict=True):
        table.add_column(line(heading, "bold"), width=width, overflow="fold", ratio=None if width else 1)
    for row in rows:
        table.add_row(*(line(cell) if isinstance(cell, str) else cell for cell in row))
    return table


def draw(parts: Iterable[RenderableType], view: View) -> str:
    """What rich makes of the parts, without trailing spaces."""
    from rich.console import Console

    console = Console(
        file=io.StringIO(),
        width=max(view.width, MIN_WIDTH),
        color_system="standard" if view.color else None,
        force_terminal=view.color,
        no_color=not view.color,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        _environ={},
    )
    with console.capture() as capture:
        for part in parts:
            console.print(part)
    return "".join(line.rstrip() + "\n" for line in capture.get().splitlines())


def _table(events: Sequence[Event], articles: dict[str, DatedArticle], view: View) -> Table:
    rows = [
        (line(describe(event.span), "cyan"), _event(event, articles, view), _sources(event, articles))
        for event in events
    ]
    return _grid(
        ("Date", "Event", "Sources"), rows, (int(view.width * DATE_SHARE), None, int(view.width * SOURCE_SHARE))
    )


def _block(event: Event, articles: dict[str, DatedArticle], view: View) -> list[RenderableType]:
    from rich.padding import Padding

    body = _event(event, articles, view)
    body.append("\n")
    body.append_text(_sources(event, articles, style="dim", joint="; "))
    return [line(describe(event.span), "cyan"), Padding(body, (0, 0, 1, 2))]


def _event(event: Event, articles: dict[str, DatedArticle], view: View) -> Text:
    text = line(words.plain(words.told(event)))
    status = words.status(event)
    if status:
        text.append(f" [{status}]", "yellow")
    for conflict in event.conflicts:
        text.append(f"\n{words.sentence(words.plain(conflict.text))}", "yellow")
    if view.quotes:
        for mention in words.quotes(event):
            name = words.outlet(articles[mention.article]) if mention.article in articles else mention.article
            text.append(f"\n{name}: “{words.plain(mention.quote)}”", "dim")
    return text


def _sources(event: Event, articles: dict[str, DatedArticle], *, style: str = "", joint: str = "\n") -> Text:
    names = list(dict.fromkeys(words.outlet(articles[key]) for key in words.tellers(event) if key in articles))
    more = [f"and {len(names) - SOURCES_SHOWN} more"] if len(names) > SOURCES_SHOWN else []
    return line(joint.join(names[:SOURCES_SHOWN] + more), style)


def _footer(timeline: Timeline) -> list[Text]:
    total = f"{words.counted(len(timeline.events), 'event')} from {words.counted(len(timeline.articles), 'article')}"
    return [line(total, "dim"), *left_out(timeline.skipped)]


def left_out(skipped: Sequence[Skipped]) -> list[Text]:
    """The files that were left out, the first few by name."""
    lines = [line(f"Left out: {words.plain(item.path)}: {words.plain(item.reason)}", "yellow") for item in skipped]
    if len(lines) > SKIPPED_SHOWN:
        lines[SKIPPED_SHOWN:] = [line(f"Left out: {len(lines) - SKIPPED_SHOWN} more", "yellow")]
    return lines


def line(text: str, style: str = "") -> Text:
    """A text that rich shows as it is."""
    from rich.text import Text

    return Text(text, style=style)
