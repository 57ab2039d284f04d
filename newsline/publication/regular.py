"""On which day of the week an outlet says that it appears: "her column appears on Fridays", "until next Wednesday"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsline.dates.english.lexicon import WEEKDAYS
from newsline.late import late
from newsline.publication.apposed import WEEK
from newsline.publication.clues import Clue

HEAD, TAIL = 200, 400
"""Characters at either end of a text in which an outlet speaks of itself. Chosen: a masthead of a few lines, and what
stands below an article."""
OWN_LINE = 80
"""Characters of the longest line that is one of the page, not of a paragraph."""
LOOSE = {"midweek": ("wd_midweek", 2), "weekend": ("wd_weekend", 5)}
"""What is named so loosely: the table, and the weekday from which it counts."""
_DAY = rf"(?:{'|'.join(WEEKDAYS)})"
_REGULAR = late(
    r"\b(?:appears?|(?:published|printed)|comes? out|(?:is|goes) out|writes?|runs|sent(?: out)?|lands|arrives)\b"
    rf"[^.;!?\n]{{0,40}}?\b(?:(?P<many>{_DAY})s|(?:every|each) (?P<day>{_DAY}))\b",
    re.I,
)
"""For what stands at the end: "The Ledger is published every Thursday"."""
_REGULAR_SIGNS = ("days", "every ", "each ")
"""What the pattern needs one of: quicker to look for."""
_FIGURES = late(
    r"\b(?:reports?|ind(?:ex|ices)|figures|data|statistics|surveys?|numbers|results|lists?)\b[^.;!?\n]*$", re.I
)
"""Before these words, what appears is not the outlet: "the index is published every Thursday"."""
_AGAIN = late(
    rf"\b(?:until|till|see you|back|again|with you|join (?:me|us))(?: again)?(?: here)?(?: on)? next (?P<day>{_DAY})\b",
    re.I,
)
_TOMORROW = late(rf"\b(?:tomorrow in|in tomorrow['’]s) (?:the |our )?(?P<day>{_DAY})\b", re.I)
_NAMED = late(
    rf"^[^\n.]{{0,60}}?\b(?P<day>{_DAY}|midweek|weekend) (?:edition|issue|newsletter|letter|note|notebook|briefing"
    r"|brief|bulletin|digest|essay|column|review|read|reading|magazine|paper|interview|profile|round-?up)\b",
    re.I | re.M,
)
"""A line at the top that says so: "THE MOOR LETTER: your midweek note", "The Sunday Essay"."""
_NAMED_SIGNS = ("day ", "midweek ", "weekend ")
"""What the pattern needs one of."""


def clues(text: str) -> Iterator[Clue]:
    """The weekday that each such remark tells, each once."""
    seen: set[tuple[str, int]] = set()
    for phrase, table, weekday in _told(text):
        if (table, weekday) not in seen:
            seen.add((table, weekday))
            reason = f"“{' '.join(phrase.split())}”: the outlet tells on which day of the week it appears"
            yield Clue(table, reason, weekdays=(weekday,))


def _told(text: str) -> Iterator[tuple[str, str, int]]:
    begin = max(0, len(text) - TAIL)
    tail, head = text[begin:].lower(), text[:HEAD].lower()
    if any(sign in tail for sign in _REGULAR_SIGNS):
        for match in _REGULAR.finditer(text, begin):
            if not _FIGURES.search(text, begin, match.start()):
                yield match[0], "wd_regular", WEEKDAYS[(match["day"] or match["many"]).lower()]
    for pattern, sign, ahead in ((_AGAIN, "next ", 0), (_TOMORROW, "tomorrow", 1)):
        for match in pattern.finditer(text, begin) if sign in tail else ():
            yield match[0], "wd_regular", (WEEKDAYS[match["day"].lower()] - ahead) % WEEK
    for match in _NAMED.finditer(text, 0, HEAD) if any(sign in head for sign in _NAMED_SIGNS) else ():
        name, end = match["day"].lower(), text.find("\n", match.end())
        if 0 <= end - match.start() <= OWN_LINE:
            yield text[match.start("day") : match.end()], *(LOOSE.get(name) or ("wd_regular", WEEKDAYS[name]))
