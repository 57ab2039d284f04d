"""Where in the page a time expression stands: a dateline, a date line, a caption, a reader's comment, or prose."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from newsline.analysis import Analysis
from newsline.dates import expression as ex
from newsline.dates.tense import Tense
from newsline.late import late
from newsline.model import Sentence, SentenceKind, TimeExpression
from newsline.publication import apposed

HEAD = 300
"""Characters at the beginning of a text in which a date is often the date line that a page printed there."""
TAIL = 300
STATED = frozenset({"dateline", "line", "stamp"})
"""Zones in which a date is most often the article's own."""
PROSE = frozenset({"head", "tail", "body"})
"""Zones without a layout that makes a date the article's own."""
AHEAD = 40
"""Characters before a date in which "ahead of" and the like say that it is still to come."""
NEAR = 24
"""Characters around a date in which a clock time or "updated" belongs to it."""

COPYRIGHT = 48
"""Characters before a year in which a copyright sign makes it the owner's."""

LEADING = 16
"""Characters before a date in which a preposition may lead to it."""
_LED = re.compile(r"[a-z,’”)]\s(?:at|on|of|in|for|to|until|till|by|from|since|before|after|between) (?:the )?$")
_CLOCK = re.compile(r"\d(?:[:.]\d{2}\b|(?:(?<=\b\d)|(?<=\b\d\d)) ?[ap]\.?m\b)", re.I)
_AHEAD = re.compile(
    r"\b(?:ahead of|run-up to|beginning|starting|starts?|begins?|due|scheduled|slated|expected"
    r"|prepar\w+|upcoming|planned|pencilled in)"
    r"(?: (?:for|on|to|from|at|in|its|the|this|celebrate|mark))* ?$"
    r"|\bnot to [a-z]+[^.;:,]{0,25} (?:before|until|till) (?:the )?$"
)
_FOR = re.compile(r"\b(?:promis|propos|plann?|prepar|arrang)\w* for (?:the |its |their )?$")
_FOR_ENDS = ("for ", "for the ", "for its ", "for their ")
"""How words that `_FOR` finds end; these patterns are for small letters."""
_SUBJECT_BEGINS = re.compile(r"(?:\A|\n|[.!?]['\"”’]?\s+)(?:[\w'’-]+ ){1,4}for \Z")
"""A sentence that begins with what is for a feast."""
_ATTRIBUTE = re.compile(
    r" (?!(?:and|or|but|in|of|on|at|to|by|with|for|from|as|than|until|till|since|when|while|where|after|before|between"
    r"|that|which|who|this|last|the|an?|it|he|she|they|we|I|is|was|are|were|has|had|have|will|would|could|may|did|not|only)\b)[a-z]"
)
"""What follows a feast or season that only names a thing: "the Easter truce", "a summer festival"."""
_ARTICLES = ("the ", "The ", " its ", " a ")
_BORN = re.compile(r"\bborn (?:(?:in|at|near) [A-Z]\w+ )?(?:on |in )(?:the )?$")
_ANNIVERSARY = re.compile(r"\banniversary (?:of|since) [^.;:,]*$")
OF_ANNIVERSARY = 60
"""Characters before a date in which an anniversary may be of it: "the anniversary of the earthquake of 17 January"."""
_COMMENT_AFTER = re.compile(
    r"\W*(?:at )?(?:\d{1,2}[:.]\d{2} ?(?:[ap]\.?m\.?)?)?\W*(?:Report|Reply|Permalink|Recommend|RETWEET|This comment)",
    re.I,
)
_COMMENT_BEFORE = re.compile(r"Posted by:? [^\n]{0,20}$|Comment by [^\n]{0,20}$", re.I)
_COPYRIGHT = late(r"(?:©|\(c\)|copyright)[^\n.;!?]*$")
"""For small letters."""
_ALONE_BEFORE = re.compile(r"(?:^|\n|\|)\W*$")
_ALONE_AFTER = re.compile(r"\W*(?:\||\n|$|By\b|\d{1,2}[:.]\d{2})")
_STAMPED = re.compile(r"\b(?:publish|posted|updat|modif|amend|air(?:ed|s)\b|broadcast|section of|edition|transcript)")


_OF_OTHERS = late(r"[a-z,’”)]\s(?:published|posted) (?:on|in) $")
"""What another has published: "a report, published on 9 February, found"."""
_LINE_BEGINS = re.compile(r"(?:^|\n)[ \t]*(?:FILE|File|AP|In this)?[ \t:-]*$")
_COLON = re.compile(r" ?: [\"“]?[A-Z]")
_CREDIT = re.compile(r"[.)]?\s{1,3}\(?(?:AP|Reuters|REUTERS|AFP|EPA|Getty|PA|Photo|Photograph|Picture|Image)\b")


class Found(Struct, frozen=True):
    """A time expression with what is around it."""

    expression: TimeExpression
    zone: str
    """"dateline", "stamp", "head", "tail" or "body"."""
    in_head: bool
    in_tail: bool
    kind: SentenceKind
    place: int = 0
    """Sentences of the body before its own."""
    ahead: bool = False
    """Whether words before it say that it is still to come: "ahead of", "beginning on"."""
    led: bool = False
    """Whether a preposition within a sentence leads to it, so that it is no date of the page."""
    same: TimeExpression | None = None
    """Words beside it that mean the same, counted from the day of publication."""
    quoted: bool = False
    """Whether it is said in quotation marks."""
    attribute: bool = False
    """Whether it is a year that only names a thing: "the 2007 valuation"."""
    born: bool = False
    """Whether it is the time of a birth: an article is not written about then."""
    returns: bool = False
    """Whether an anniversary is of it, which is near, and not the day itself."""

    @property
    def tense(self) -> str:
        return self.expression.tense.value

    @property
    def phrase(self) -> str:
        return "“" + " ".join(self.expression.text.split()) + "”"

    @property
    def told(self) -> str:
        """What it says of the day of publication, in words."""
        match self.zone:
            case "dateline":
                return f"the dateline says {self.phrase}"
            case "line" | "stamp" if not self.led:
                return f"a date line in the text says {self.phrase}"
            case "copyright":
                return f"the copyright line says {self.phrase}"
            case "caption":
                return f"a picture above the text is of {self.phrase}"
            case "comment":
                return f"a reader's comment is of {self.phrase}"
        how = {"past": " lies in the past", "future": " is still to come", "present": " is near"}.get(
            self.tense, " is named"
        )
        return self.phrase + how


def locate(analysis: Analysis, ignored: Callable[[int], bool]) -> list[Found]:
    """The article's time expressions that may tell something, in order; `ignored` tells boilerplate by its offset."""
    text = analysis.article.text
    places = [0, *accumulate(sentence.kind is SentenceKind.BODY for sentence in analysis.sentences)]
    anniversaries = "anniversary" in text
    found = []
    kept = [expression for expression in analysis.expressions if not ignored(expression.start)]
    for expression, same in apposed.joined(kept, text):
        sentence: Sentence | None = (
            analysis.sentences[expression.sentence] if expression.sentence < len(analysis.sentences) else None
        )
        kind = sentence.kind if sentence else SentenceKind.BODY
        in_head = expression.start < HEAD
        in_tail = not in_head and expression.end > len(text) - TAIL
        zone = _zone(text, expression, kind)
        if zone is None:
            zone = "head" if in_head else "tail" if in_tail else "body"
            if in_head and _is_caption(text, expression):
                zone = "caption"
        ahead = _is_ahead(text, expression.start)
        if ahead:
            expression = replace(expression, tense=Tense.FUTURE)
        elif same is not None:
            expression = replace(expression, tense=apposed.direction(same.meaning, expression.tense))
        elif _names_a_thing(text, expression):
            expression = replace(expression, tense=Tense.NONE)
        place = places[min(expression.sentence, len(places) - 1)]
        led = _LED.search(text, max(0, expression.start - LEADING), expression.start) is not None
        quoted = sentence is not None and _is_quoted(text, sentence, expression.start)
        attribute = _is_attribute(text, expression)
        born = _BORN.search(text, max(0, expression.start - NEAR), expression.start) is not None
        returns = anniversaries and _returns(text, expression.start)
        where = (expression, zone, in_head, in_tail, kind, place)
        found.append(Found(*where, ahead, led, same, quoted, attribute, born, returns))
    return found


def _is_ahead(text: str, start: int) -> bool:
    """Whether the words before a date say that it is still to come."""
    begin = max(0, start - AHEAD - 1)  # with the character by which a word is known to be cut
    before = text[begin:start].lower()
    skipped = max(0, start - AHEAD) - begin
    if _AHEAD.search(before, skipped):
        return True
    return before.endswith(_FOR_ENDS) and _FOR.search(before, skipped) is not None


def _returns(text: str, start: int) -> bool:
    """Whether an anniversary is of the date that begins there."""
    return _ANNIVERSARY.search(text, max(0, start - OF_ANNIVERSARY), start) is not None


def _is_quoted(text: str, sentence: Sentence, place: int) -> bool:
    """Whether a place lies between quotation marks, by those of its sentence."""
    if text.count('"', sentence.start, place) % 2:
        return not sentence.quoted
    opened = text.count("“", sentence.start, place) - text.count("”", sentence.start, place)
    return opened + sentence.quoted > 0


def _is_caption(text: str, expression: TimeExpression) -> bool:
    """Whether it dates a picture: "June 17: A crew at work", or the words before a photographer's credit."""
    begins = _LINE_BEGINS.search(text, max(0, expression.start - NEAR), expression.start)
    return bool(begins and _COLON.match(text, expression.end)) or _CREDIT.match(text, expression.end) is not None


def _names_a_thing(text: str, expression: TimeExpression) -> bool:
    """Whether a feast or season stands before a noun or is what something is for ("they sent a gift for Christmas"):
    then no verb tells when it is. The verb behind "a truce for Easter" does.
    """
    match expression.meaning:
        case ex.Bare(repeating=ex.Holiday() | ex.Season()):
            begin = max(0, expression.start - NEAR)
            for_it = text.endswith("for ", begin, expression.start)
            if for_it and _SUBJECT_BEGINS.search(text, begin, expression.start) is None:
                return True
            return _ATTRIBUTE.match(text, expression.end) is not None
    return False


def _is_attribute(text: str, expression: TimeExpression) -> bool:
    """Whether a year stands between an article and a noun in small letters: no verb tells whether it is to come."""
    if not expression.text.isdecimal() or not text.endswith(_ARTICLES, max(0, expression.start - 5), expression.start):
        return False
    return _ATTRIBUTE.match(text, expression.end) is not None


def _zone(text: str, expression: TimeExpression, kind: SentenceKind) -> str | None:
    """What the layout makes of a date: "dateline", "comment", "line" (a line of its own) or "stamp"; None for prose."""
    before = text[max(0, expression.start - NEAR) : expression.start]
    after = text[expression.end : expression.end + NEAR]
    small = before.lower()
    if expression.text.isdecimal() and _COPYRIGHT.search(
        text[max(0, expression.start - COPYRIGHT) : expression.start].lower()
    ):
        return "copyright"
    if _COMMENT_AFTER.match(after) or (" by" in small and _COMMENT_BEFORE.search(before)):
        return "comment"
    if kind is SentenceKind.DATELINE:
        return "dateline"
    if _ALONE_BEFORE.search(before) and _ALONE_AFTER.match(after):
        return "line"
    if _STAMPED.search(small) and not _OF_OTHERS.search(before):
        return "stamp"
    if _CLOCK.search(before) or _CLOCK.search(after) or _CLOCK.search(expression.text):
        return "stamp"
    return None
