"""What a page that was copied whole has above and below its article: names of sections, the author, teasers.

None of it ends like a sentence. A line of three words above the story tells nothing, and behind "More on this story"
come the headlines of others.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from newsline.articles.kinds import DATE_LINE, is_navigation
from newsline.model import SentenceKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsline.model import Sentence

STORY_WORDS = 8
"""Words from which a sentence with a full stop is the story's."""
NAME_WORDS = 3
"""Words of a section, an author or an outlet."""
ENDS = tuple(".!?…:;,。！？।؟")
CLOSERS = "\"'”’»›)]"
TEASED = re.compile(
    r"(?:more (?:on|from|stories|news|about|in)|related|most |recommended|read (?:more|also|next)|also |top stories|"
    r"trending|popular|latest|you may|you might|see also|mehr|lesen sie)\b",
    re.I,
)
"""Headings under which the headlines of other articles stand."""


def without_surroundings(found: Sequence[Sentence]) -> list[Sentence]:
    """The sentences of an article; those that are names above the story or teasers below it become boilerplate."""
    lines = {at for at, one in enumerate(found) if one.kind is SentenceKind.BODY and not _ends(one.text)}
    if not lines:
        return list(found)
    lines &= _alone(found)
    story = next((at for at, one in enumerate(found) if _tells(one)), len(found))
    kept: list[Sentence] = []
    teasers = False
    for at, one in enumerate(found):
        is_line = at in lines
        if one.kind is SentenceKind.BOILERPLATE:
            teasers = teasers or (at > story and TEASED.match(one.text) is not None)
        elif not is_line and one.kind is SentenceKind.BODY:
            teasers = False
        names = at < story and len(one.text.split()) <= NAME_WORDS and not DATE_LINE.match(one.text)
        left_out = is_line and (teasers or names or is_navigation(one.text))
        kept.append(replace(one, kind=SentenceKind.BOILERPLATE) if left_out else one)
    return kept


def _alone(found: Sequence[Sentence]) -> set[int]:
    """Places of the sentences that are the only one of their paragraph."""
    count: dict[int, int] = {}
    for one in found:
        count[one.paragraph] = count.get(one.paragraph, 0) + 1
    return {at for at, one in enumerate(found) if count[one.paragraph] == 1}


def _tells(one: Sentence) -> bool:
    return one.kind is SentenceKind.BODY and _ends(one.text) and len(one.text.split()) >= STORY_WORDS


def _ends(text: str) -> bool:
    return text.endswith(ENDS) or text.rstrip(CLOSERS).endswith(ENDS)
