"""What the tellings of one event come to: whether it took place, and whose claim it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from newsline.dates.span import Span
from newsline.model import Factuality, Mention

DONE = (Factuality.HAPPENED, Factuality.ONGOING)


def foreseen(mention: Mention, span: Span, published: Span | None) -> Mention:
    """What lies after its article (`span` behind `published`) but is told as done was planned then: "ahead of the May
    celebrations".
    """
    if published is None or span.first <= published.last or mention.factuality not in DONE:
        return mention
    why = (*mention.why, "lies after the article's date, so it was planned then")
    return replace(mention, factuality=Factuality.PLANNED, why=why)


def status(mentions: Sequence[Mention]) -> Factuality:
    """What the mentions together say of the event: a report overtakes a plan, a cancellation both.

    Denied only where all deny it; a denial beside a report is a conflict.
    """
    kinds = {mention.factuality for mention in mentions}
    for kind in (
        Factuality.CANCELLED,
        Factuality.HAPPENED,
        Factuality.ONGOING,
        Factuality.PLANNED,
        Factuality.POSSIBLE,
    ):
        if kind in kinds:
            return kind
    return Factuality.DENIED


def attribution(mentions: Sequence[Mention], voice: Mapping[str, str]) -> str | None:
    """Who says so, where every independent telling names a speaker; None where an outlet says it itself.

    Only the tellings that carry the event's status count: a plan that a minister announced and that came true is no
    claim of the minister's.
    """
    kind = status(mentions)
    carried = [mention for mention in mentions if mention.factuality is kind]
    speakers: Counter[str] = Counter()
    for mention in carried:
        if mention.speaker is None:
            return None
        if mention.article not in voice:
            speakers[mention.speaker] += 1
    if not speakers:
        return carried[0].speaker
    return min(speakers, key=lambda name: (-speakers[name], name))
