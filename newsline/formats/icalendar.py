"""iCalendar (RFC 5545): an all-day event for each event, as long as its date is uncertain.

The format knows only days. A month is therefore the whole month with "sometime in" before the line, and never its
first day. Nothing depends on the clock: a calendar that is made again is the same.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from newsline import __version__
from newsline.dates.span import Precision
from newsline.formats import words
from newsline.formats.view import View
from newsline.model import DatedArticle, Event, Factuality, Timeline

if TYPE_CHECKING:
    from icalendar import Event as Component

STATUS = {Factuality.PLANNED: "TENTATIVE", Factuality.POSSIBLE: "TENTATIVE", Factuality.CANCELLED: "CANCELLED"}


def render(timeline: Timeline, view: View) -> str:
    """One VCALENDAR with a VEVENT for each event."""
    from icalendar import Calendar

    articles = words.by_id(timeline)
    calendar = Calendar()
    calendar.add("prodid", f"-//newsline//newsline {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", words.title(timeline))
    for event in timeline.events:
        calendar.add_component(_component(event, articles))
    text: bytes = calendar.to_ical()
    return text.decode("utf-8")


def _component(event: Event, articles: dict[str, DatedArticle]) -> Component:
    from icalendar import Event as NewComponent

    made = NewComponent()
    made.add("uid", f"{event.id}@newsline")
    made.add("dtstamp", _stamp(event, articles))
    begin = _clock_time(event)
    if begin is None:
        made.add("dtstart", event.span.first)
        made.add("dtend", event.span.last + timedelta(days=1))
    else:
        made.add("dtstart", begin)
    words_before = "" if event.span.is_day and not event.span.approximate else f"{words.when(event.span)}: "
    made.add("summary", words_before + words.headline(event))
    made.add("description", _description(event, articles))
    made.add("status", STATUS.get(event.status, "CONFIRMED"))
    made.add("categories", [event.status.value])
    made.add("transp", "TRANSPARENT")
    address = next((url for key in words.tellers(event) if (url := _address(key, articles))), None)
    if address:
        made.add("url", address)
    return made


def _clock_time(event: Event) -> datetime | None:
    """The time of day where the sources tell it; without a zone, since they tell none."""
    if event.span.precision is not Precision.MINUTE or not event.span.time or not event.span.is_day:
        return None
    try:
        return datetime.combine(event.span.first, time.fromisoformat(event.span.time.removeprefix("T")[:5]))
    except ValueError:
        return None


def _stamp(event: Event, articles: dict[str, DatedArticle]) -> datetime:
    """When this was known: the last day on which an article that tells it can have been written."""
    days = [_published(articles[key]) for key in words.tellers(event) if key in articles]
    known = [day for day in days if day is not None]
    return datetime.combine(max(known, default=event.span.last), time(), UTC)


def _published(article: DatedArticle) -> date | None:
    return article.dating.published.last if article.dating.published else None


def _address(key: str, articles: dict[str, DatedArticle]) -> str | None:
    return words.safe_url(articles[key].url) if key in articles else None


def _description(event: Event, articles: dict[str, DatedArticle]) -> str:
    lines = [words.when(event.span), *words.disagreements(event), *words.sources(event, articles)]
    return "\n".join(lines)
