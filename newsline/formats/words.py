"""What all formats say in the same words: dates, status, sources, and text that is safe to show."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from msgspec.structs import replace

from newsline.dates.describe import describe
from newsline.dates.span import Precision, Span
from newsline.model import RELATIVES, DatedArticle, DatedFrom, Event, Factuality, Mention, Timeline

DEFAULT_TITLE = "Chronology"
UNDATED = "undated"
MEMBERS_SHOWN = 3
"""Days that a source is given as "one of"; with more of them, only the first and the last."""
OWNERS = ("his", "her", "its", "their")
LINKED_SCHEMES = ("http", "https")
"""Everything else ("javascript:", "data:", "file:") is shown as text and never linked."""
CONTROL_PICTURES = 0x2400
"""U+2400 + n is the visible sign of the control character n; U+2421 that of DEL."""
STATUS_WORDS = {
    Factuality.HAPPENED: "",
    Factuality.ONGOING: "ongoing",
    Factuality.PLANNED: "planned",
    Factuality.POSSIBLE: "possible",
    Factuality.DENIED: "denied",
    Factuality.CANCELLED: "cancelled",
}
FROM_WORDS = {
    DatedFrom.GIVEN: "given by the user",
    DatedFrom.METADATA: "from its metadata",
    DatedFrom.FILENAME: "from its file name",
    DatedFrom.DATELINE: "from its dateline",
    DatedFrom.INFERRED: "inferred",
    DatedFrom.NONE: "not known",
}

_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
_ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\w+/(?=https?://)")
"""What the Wayback Machine puts before the address of a page."""
_SMALL_WORD = re.compile(r"[^\W\d_A-Z][^\WA-Z]*(?:[’'\-][^\WA-Z]+)*,?(?: |$)")
"""A word of small letters at the head of a line, apart from marks that no sentence begins with."""


def _visible(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(CONTROL_PICTURES + code)
    return "\u2421" if code == 0x7F else f"<U+{code:04X}>"


def plain(text: str) -> str:
    """One line of text that is safe on a terminal: white space collapsed, no soft hyphens, control marks visible."""
    return _UNSAFE.sub(_visible, " ".join(text.replace("\xad", "").split()))


def title(timeline: Timeline) -> str:
    """The heading of the document."""
    return plain(timeline.title or "") or DEFAULT_TITLE


def status(event: Event) -> str:
    """Status and attribution in words; empty where it plainly happened."""
    disputed = any(conflict.kind == "factuality" for conflict in event.conflicts)
    speaker = plain(event.attributed_to or "")
    if speaker and event.status is Factuality.HAPPENED:
        words = [f"claimed by {speaker}"]
    else:
        words = [word for word in (STATUS_WORDS[event.status], speaker and f"according to {speaker}") if word]
    return ", ".join(words + ["disputed"] * disputed)


def outlet(article: DatedArticle) -> str:
    """Who published an article, as well as is known: publisher, host of its address, or the file."""
    host = urlsplit(_ARCHIVED.sub("", safe_url(article.url) or "")).hostname or ""
    return plain(article.publisher or "") or host.removeprefix("www.") or plain(article.id)


def written(article: DatedArticle) -> str:
    """When an article was written, in words; an inferred date says that it is one."""
    dating = article.dating
    span = dating.published
    if span is None:
        return UNDATED
    if len(span.members) > MEMBERS_SHOWN:  # the list of articles has them all
        span = replace(span, members=())
    return describe(span) + (", inferred" if dating.source is DatedFrom.INFERRED else "")


def source(article: DatedArticle) -> str:
    """An article as a source: "Harbour Post (5 May 2025)"."""
    return f"{outlet(article)} ({written(article)})"


def how_dated(article: DatedArticle) -> str:
    """Where the date of an article comes from: "inferred, 91 % sure"."""
    probability = article.dating.probability
    sure = f", {_percent(probability)} sure" if probability is not None else ""
    return FROM_WORDS[article.dating.source] + (sure if article.dating.source is DatedFrom.INFERRED else "")


def _percent(probability: float) -> str:
    """Never "100 %" for what is not certain."""
    return f"{min(round(100 * probability), 99)} %"


def by_id(timeline: Timeline) -> dict[str, DatedArticle]:
    """The articles of a timeline by their id."""
    return {article.id: article for article in timeline.articles}


def tellers(event: Event) -> list[str]:
    """The ids of the articles that tell an event, each once, in the order of its mentions."""
    return list(dict.fromkeys([event.article, *(mention.article for mention in event.mentions)]))


def quotes(event: Event) -> list[Mention]:
    """The mentions of an event, each quoted sentence once."""
    seen: dict[tuple[str, int], Mention] = {}
    for mention in event.mentions:
        seen.setdefault((mention.article, mention.quote_start), mention)
    return list(seen.values())


def safe_url(url: str | None) -> str | None:
    """A web address that may be made a link; None for anything else."""
    if not url or _UNSAFE.search(url) or any(char.isspace() for char in url):
        return None
    try:
        parts = urlsplit(url)
        usable = parts.scheme.lower() in LINKED_SCHEMES and bool(parts.hostname)
    except ValueError:
        return None
    return url if usable else None


def counted(number: int, noun: str) -> str:
    """Say a number with its noun, in the plural where it is not one."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def listed(words: Iterable[str], *, limit: int) -> str:
    """The first few, and how many more there are."""
    items = list(words)
    more = f" and {len(items) - limit} more" if len(items) > limit else ""
    return ", ".join(items[:limit]) + more


def sentence(text: str) -> str:
    """Words of our own making with a capital letter at their head, to stand as a line of their own."""
    return text[:1].upper() + text[1:]


def told(event: Event) -> str:
    """The line of an event as it is printed: its slice of the source, with a capital where that cuts a sentence.

    Names that are spelt with a small letter before a capital ("iPhone") stay. Behind a pronoun stands in brackets whose
    name it stands for. Data formats give the slice itself.
    """
    text = _with_name(event)
    small = _SMALL_WORD.match(text) is not None and len(text[:1].upper()) == 1
    return sentence(text) if small else text


def _with_name(event: Event) -> str:
    """The slice with a name behind its pronoun: "She [Mara Quist] left", "Its [Norham Rail's] chief left".

    In the place of a relative or of nothing the name itself is the subject: "[Mara Quist] left".
    """
    if event.stands_for is None:
        return event.text
    start, end, name = event.stands_for
    pronoun = event.text[start - event.start : end - event.start].lower()
    if not pronoun or pronoun in RELATIVES:
        return f"[{name[:1].upper()}{name[1:]}] {event.text[end - event.start :].lstrip()}"
    behind = ("’" if name.endswith("s") else "’s") if pronoun in OWNERS else ""
    return f"{event.text[: end - event.start]} [{name}{behind}]{event.text[end - event.start :]}"


def is_exact(span: Span) -> bool:
    """Whether a date is one plain day, month or year: a target that knows these needs no words beside it."""
    if span.members or span.approximate or span.part or span.time:
        return False
    return span.is_day or span.precision in (Precision.MONTH, Precision.YEAR)


def when(span: Span) -> str:
    """A date in words for a target that shows days: says so where the event did not fill them."""
    words = describe(span)
    return words if span.is_day or span.members else f"sometime in {words}" if _is_unit(span) else words


def _is_unit(span: Span) -> bool:
    return not span.approximate and not span.part and span.precision <= Precision.MONTH


def headline(event: Event) -> str:
    """The line of an event with its status: "A new bridge is to open. [planned]"."""
    note = status(event)
    return plain(told(event)) + (f" [{note}]" if note else "")


def sources(event: Event, articles: dict[str, DatedArticle]) -> list[str]:
    """The sources of an event as text, with outlet and date."""
    return [source(articles[key]) if key in articles else plain(key) for key in tellers(event)]


def disagreements(event: Event) -> list[str]:
    """What the sources of an event disagree about, as sentences."""
    return [sentence(plain(conflict.text)) for conflict in event.conflicts]
