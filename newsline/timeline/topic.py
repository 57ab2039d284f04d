"""What the user wants to read about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsline.model import Event


class Topic:
    """Any of several phrases, whatever their case and endings; none at all is everything."""

    def __init__(self, phrases: Sequence[str]) -> None:
        words = [r"\W+".join(map(re.escape, phrase.split())) for phrase in phrases if phrase.strip()]
        self._pattern = re.compile(r"\b(?:" + "|".join(words) + ")", re.IGNORECASE) if words else None

    def in_event(self, event: Event) -> bool:
        """Whether a telling of an event speaks of it."""
        return self._pattern is None or any(self._pattern.search(mention.quote) for mention in event.mentions)
