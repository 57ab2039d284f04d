"""Furniture of web pages and credit lines: sentences that are no part of the story. One phrase a line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from newsline.late import late

OPENINGS = (
    r"share (?:this|on|via)",
    r"(?:read|see) (?:more|also|next|the full|full|related)\b",
    r"related(?: (?:articles?|stories|content|topics|coverage|news|links?))?\s?:?$",
    r"related(?: (?:articles?|stories|content|topics|coverage|news|links?))?:",
    r"more (?:on this|from|stories|news|about)\b[^.]{0,60}$",
    r"sign up\b",
    r"subscribe\b",
    r"(?:our |the |daily )?newsletter",
    r"follow (?:us|me|the latest|our|@|all)",
    r"click (?:here|to|on)\b",
    r"also (?:today|in the news|on this site)$",
    r"have you been affected by\b",
    r"don['’]?t miss (?:a thing|out|any|the latest|our)\b",
    r"(?:story |article )?highlights:?$",
    r"key (?:points|takeaways|facts|moments):?$",
    r"at a glance:?$",
    r"to read the (?:full|whole|rest)\b",
    r"start your (?:free |trial|subscription)",
    r"unlimited (?:digital )?access\b",
    r"you(?:['’]ve| have) (?:read|reached|used) (?:\d|your|all)\b[^.]{0,60}\b(?:articles?|stories|limit)",
    r"(?:millions|thousands) (?:of readers )?are turning to\b",
    r"support (?:the|us)\b[^.]{0,40}\bfrom (?:as little as|just|only)\b",
    r"(?:this|the) (?:article|story|page) is (?:more than|over) \w+ (?:years?|months?) old",
    r"please turn to page\b",
    r"(?:continued|turn|see) (?:from|on|to) page\b",
    r"printer[- ]friendly\b",
    r"\((?:updates?|adds?|recasts?|repeats?|refiles?|corrects?|rewrites?|removes?|changes?|writethru)\b[^()]*\)$",
    r"(?:back|return|go) to (?:the )?top$",
    r"(?:\(?(?:ends|endit|enditem|more)\)?|-30-)$",
    r"view (?:the )?(?:full )?(?:gallery|image|images|\d+ images)$",
    r"share or comment\b",
    r"order reprints\b",
    r"heard on [\w ]{3,30}$",
    r"\d+[- ]min(?:ute)? (?:listen|read|watch)\b",
    r"image (?:source|caption),",
    r"watch(?: (?:live|now|more|the video|this))?:",
    r"watch (?:live|now|more|the video)$",
    r"listen(?: now)?:",
    r"advert(?:isement)?\b",
    r"(?:story|article) continues below",
    r"continue reading",
    r"skip (?:to\b|ad(?:vertisement)?$)",
    r"scroll (?:down|to)\b",
    r"loading\b",
    r"copyright\b",
    r"(?:©|\(c\)) ?\d{4}",
    r"©",
    r"all rights reserved",
    r"terms (?:of|and) (?:service|use|conditions)",
    r"privacy policy",
    r"(?:we use )?cookies?\b",
    r"this (?:material|article|story|content|report) (?:may not|is protected)",
    r"(?:this|the) (?:article|story|report|page) (?:was|has been) (?:originally|first|updated|corrected|amended)",
    r"(?:this|the) (?:article|story|report|piece) (?:originally|first) (?:appeared|ran)",
    r"for more (?:information|news|stories|on)\b[^.]{0,80}(?:visit|click|go to|see|:)",
    r"(?:get|download) (?:the|our) .{0,40}(?:app|newsletter|e-?mail|inbox)",
    r"join (?:us|our (?:newsletter|community|channel|whatsapp)|the conversation)",
    r"leave a (?:comment|reply)",
    r"comments? (?:are|\(\d|closed)",
    r"post a comment",
    r"log ?in\b",
    r"print (?:this|page|article)",
    r"(?:email|e-mail) (?:this|article|the author)",
    r"(?:tags?|topics?|categories|category|source|keywords):",
    r"filed under",
    r"find this article at",
    r"for immediate release",
    r"(?:media |press )contacts?:",
    r"this is a rush transcript",
    r"this copy may not be",
    r"already (?:a )?(?:subscriber|subscribed|member)\?",
    r"to continue reading",
    r"thanks for (?:reading|subscribing)",
    r"view (?:this|in|online|web|it in)\b[^.]{0,60}(?:browser|web|online|version|https?:)",
    r"(?:to )?unsubscribe\b",
    r"you(?:'re|’re| are) (?:receiving|getting|reading) (?:this|a free)",
    r"(?:the )?views expressed",
    r"we welcome comments",
    r"have your say",
    r"recommended(?: (?:for you|stories|reading))?$",
    r"most (?:read|popular|viewed|shared)(?:$|:| stor| in\b| on\b)",
    r"trending(?: now)?(?:$|:)",
    r"top stories\b",
    r"contact (?:us|the (?:author|reporter|editor))",
    r"send (?:us )?your (?:tips|stories|comments|photos|letters)",
    r"got a (?:tip|story|news tip)",
    r"support (?:our|independent|quality) journalism",
    r"home\s*[>»/|]",
    r"you (?:may|might) (?:also )?(?:like|be interested)",
    r"a version (?:of this (?:article|story) )?(?:first |originally )?appear(?:ed|s) (?:on|in)\b",
    r"this (?:article|story) (?:first |originally )?appear(?:ed|s) (?:on|in)\b",
    r"\(?for (?:a|an|the|full|more) [^.]{0,60}\bclick\b",
    r"letters for publication",
    r"if you need help using",
    r"buy (?:the|this) (?:ebook|photo)",
    r"reuse (?:this )?content",
    r"(?:https?://|www\.)\S+(?:\s+\d+/\d+)?$",
    r"(?:share|save|print|email|e-mail|facebook|twitter|x|whatsapp|linkedin|reddit|telegram|pinterest|instagram|youtube)$",
    r"(?:copy link|menu|search|home|news|more|close|comments?|reply|like|bookmark|follow|topics)$",
    r"gift(?: this article)?$",
    r"\d+ ?(?:min(?:ute)?s?)(?: of)? read(?:ing time)?$",
    r"\d+(?:[-–]\d+)? min(?:ute)?s?$",
    r"listen to (?:this|the) (?:article|story)",
    r"(?:twitter|instagram|facebook|threads|e-?mail|tel|phone) ?: ?\S+$",
    r"this newsletter\b",
    r"\d{1,2}/\d{1,2}/\d{2,4}(?:, \d{1,2}:\d\d(?: [ap]m)?)?(?: {2,}|\t)\S",
    r"(?:publiée?|mise? à jour|veröffentlicht|publicado|actualizado|atualizado|pubblicato|aggiornato|gepubliceerd)\b"
    r"[^.!?]{0,40}\d{4}\b[^.!?]{0,60}$",
    r"(?:image|photo|picture) \d+ of \d+",
    r"photos?(?: gallery)?$",
    r"(?:video|gallery|live)$",
    r"breaking(?: news)?$",
    r"mehr (?:zum thema|dazu)",
    r"lesen sie (?:auch|mehr)",
    r"(?:à )?lire (?:aussi|plus)",
    r"leia (?:também|mais)",
    r"czytaj (?:też|także|więcej)",
    r"(?:lea también|leer más|leggi anche|lees ook|lees meer|читайте также|читайте також|подробнее:)",
    r"(?:anzeige|publicité|publicidad|pubblicità|publicidade|advertentie|reklama|реклама)$",
    r"(?:alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|riproduzione riservata)",
    r"todos os direitos reservados",
)
"""How such sentences begin, in lower case. No alternatives outside brackets: they are sorted by their first letters."""
ANYWHERE = (
    r"all rights reserved",
    r"may not be (?:published|reproduced|broadcast|copied|redistributed)",
    r"do not represent those of",
    r"follow (?:\w+ ){1,5}on (?:twitter|facebook|instagram|telegram|x)\b",
    r"external (?:internet |web ?)?sites",
    r"terms of (?:service|use)\b",
    r"\bfavou?r to ask\b",
    r"\(@\w{1,15}\) (?:[a-z]+ \d{1,2}|\d{1,2} [a-z]+),? \d{4}$",  # the name and the day below a quoted tweet
)
SINGLE = late(r"(?:[\w-]+\.)+[a-z]{2,10}$|[\w.+-]+@[\w-]+\.[\w.]+$|[a-z]{2,3}(?:/[a-z]{2,3}){1,4}$|\+\d+$|@\w+$")
"""One word in small letters that is a line: a site, an address, the initials of an agency's editors, a count."""
CREDITS = (
    r"(?:Additional |Further )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Tt]ranslat(?:ed|ion)) (?:by|from)\b",
    r"Additional reporting\b",
    r"With (?:files|reporting|contributions?|material|agency|agencies|input) from\b",
    r"(?:Editors?|Eds?): [A-Z]",
)
"""Who reported, wrote, edited or translated."""
CONTRIBUTIONS = (
    r"(?:The )?[A-Z][\w’'.-]+(?:,? (?:and )?[A-Z][\w’'.-]+){0,20}(?: in [A-Z]\w+)?,? (?:also )?contributed "
    r"(?:to (?:this|the) (?:report|story|article|dispatch)|from\b|reporting\b)",
    r"[^.]{0,200}\bcontributed to (?:this|the) (?:report|story|article)\b",
)
"""The same told as a sentence."""
CONTRIBUTED = "contributed "
INSIDE_HINTS = ("rights reserved", "may not be", "do not represent", "follow", "external", "terms of", "r to ask", "(@")
"""One of these is in whatever INSIDE finds: looking for them is ten times as fast."""
INSIDE = late("|".join(ANYWHERE))
CREDIT = re.compile(rf"\(?(?:{'|'.join(CREDITS)})")
CREDIT_HEADS = frozenset("add fur rep wri edi com tra wit eds ed:".split())
"""The first letters of a credit in lower case, unless a bracket opens it: the cheap look before the dear one."""
CONTRIBUTION = late(rf"\(?(?:{'|'.join(CONTRIBUTIONS)})")
LIMIT = 400
"""Characters: a longer sentence is a story whatever words it holds."""


def is_boilerplate(sentence: str, hints: tuple[str, ...] = INSIDE_HINTS) -> bool:
    """Whether a sentence is furniture of the page or a credit, and no part of the story.

    `hints` are those of `INSIDE_HINTS` that it may hold.
    """
    if len(sentence) > LIMIT:
        return False
    lower = sentence.lower()
    if _opens(lower) or (" " not in lower and SINGLE.match(lower)):
        return True
    if (lower[:3] in CREDIT_HEADS or lower[:1] == "(") and CREDIT.match(sentence):
        return True
    if CONTRIBUTED in sentence and CONTRIBUTION.match(sentence):
        return True
    return holds_any(lower, hints) and INSIDE.search(lower) is not None


def holds_any(text: str, hints: tuple[str, ...]) -> bool:
    """Whether one of some strings is in a text. A plain loop: a generator would cost as much as the search."""
    for hint in hints:  # noqa: SIM110
        if hint in text:
            return True
    return False


LEADING_GROUP = re.compile(r"\(\?:([^()]*)\)(\??)")
HEAD = re.compile(r"[^\W\d_][^\W\d_ -]*(?:[ -][^\W\d_]+)*[ -]?(?<=...)(?![?*+{|])")
"""The letters that a pattern begins with, three at the least, none of them optional."""
HEAD_LENGTH = 3
OTHER_HEADS = "(-©efmx"
"""What the others begin with, if not with a figure: "(ends)", "-30-", "© 2031", "e-mail:", "for more, click", "x"."""


def _opens(lower: str) -> bool:
    """Whether a sentence in lower case begins like furniture. Its first letters rule out nearly all alternatives."""
    heads, others = _openings()
    first = lower[:1]
    if (first in OTHER_HEADS or first.isdecimal()) and others.match(lower):
        return True
    for words, pattern in heads.get(lower[:HEAD_LENGTH], ()):
        if lower.startswith(words) and pattern.match(lower):
            return True
    return False


@cache
def _openings() -> tuple[dict[str, list[tuple[str, re.Pattern[str]]]], re.Pattern[str]]:
    """The patterns with their first words, by their first letters, and one of all that begin with something else."""
    heads: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    others: list[str] = []
    for pattern in _expanded(OPENINGS):
        head = HEAD.match(pattern)
        if head:
            heads.setdefault(head[0][:HEAD_LENGTH], []).append((head[0], late(pattern)))
        else:
            others.append(pattern)
    return heads, re.compile("|".join(others))


def _expanded(patterns: Iterable[str]) -> list[str]:
    """Each alternative of a group that a pattern begins with as a pattern of its own."""
    found: list[str] = []
    for pattern in patterns:
        group = LEADING_GROUP.match(pattern)
        if group is None:
            found.append(pattern)
            continue
        options = group[1].split("|") + ([""] if group[2] else [])
        found += _expanded([option + pattern[group.end() :] for option in options])
    return found
