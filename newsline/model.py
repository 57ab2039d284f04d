"""The values that pass between the stages. All are frozen, and all can be pickled.

    read      a file      -> Article
    split     an Article  -> Sentences
    tag       Sentences   -> TimeExpressions     symbolic, not yet dates
    extract   Sentences   -> Mentions            still without a date
              (an Article with these three is an Analysis: all that the joint stages need)
    date      Analyses    -> Datings             when each article was written
    resolve   Mentions    -> Mentions            with their Span
    merge     Mentions    -> Events
    rank      Events      -> Events              with their score, the less important left out
    render    a Timeline  -> text

Offsets are in characters of `Article.text`, the end excluded.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from newsline.dates.span import Span
from newsline.dates.tense import Tense

if TYPE_CHECKING:
    from newsline.dates.expression import Expression


class DateSignal(Struct, frozen=True):
    """What one place of an article's metadata says of its publication date."""

    signal: str
    """Where it stood: "json-ld", "meta", "time", "url", "front-matter", "field", "email", "filename", "properties";
    "modified" for the day of the last change, whatever place told it."""
    span: Span
    text: str
    """The value as it was written, for the explanation."""


class Article(Struct, frozen=True):
    """The text of one article and what its file says about it."""

    id: str
    """Stable and unique in a run: the path relative to the folder that was given, and "#n" for the nth of several."""
    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str = "en"
    signals: tuple[DateSignal, ...] = ()


class Skipped(Struct, frozen=True):
    """A file that gave no article, and why."""

    path: str
    reason: str


class SentenceKind(StrEnum):
    """What a stretch of text is for. Only TITLE and BODY tell events."""

    TITLE = "title"
    BODY = "body"
    DATELINE = "dateline"
    BYLINE = "byline"
    CAPTION = "caption"
    BULLET = "bullet"
    BOILERPLATE = "boilerplate"


class Sentence(Struct, frozen=True):
    """One sentence, trimmed of white space. A dateline ("MOSCOW, May 4 (Wire) -") is a sentence of its own."""

    start: int
    end: int
    text: str
    kind: SentenceKind = SentenceKind.BODY
    paragraph: int = 0
    quoted: bool = False
    """Whether it begins inside a quotation that an earlier sentence opened."""


class TimexType(StrEnum):
    """The types of TIMEX3 (TimeML 1.2.1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class TimeExpression(Struct, frozen=True):
    """A time expression of the text with its symbolic meaning; what date that is depends on the article's date."""

    start: int
    end: int
    text: str
    type: TimexType
    meaning: Expression
    tense: Tense = Tense.NONE
    sentence: int = 0
    """Index of its sentence."""
    mod: str | None = None
    """TIMEX3 mod: START, MID, END, APPROX, BEFORE, AFTER, ON_OR_BEFORE, ..."""
    locale: str | None = None
    """Set where there is no grammar for the language: whose month names it was found by. Only absolute dates are."""


class Resolution(Struct, frozen=True):
    """What an expression means, given when its article was written."""

    expression: TimeExpression
    span: Span | None
    """None for durations, sets, vague references, and where the anchor is not known."""
    value: str
    """TIMEX3 value; "XXXX-XX-XX" and the like where it is not known."""
    why: tuple[str, ...] = ()
    """The steps of the derivation, in plain words."""
    begin: Span | None = None
    end: Span | None = None
    """Of anchored durations: "the past three weeks"."""


class Factuality(StrEnum):
    """Whether an event took place, as its source tells it."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"
    CANCELLED = "cancelled"


RELATIVES = frozenset({"who", "which", "that"})
"""Words in whose place the noun itself is printed, where `stands_for` names one: "[Mara Quist] left"."""


class Mention(Struct, frozen=True):
    """A clause that tells an event."""

    article: str
    start: int
    end: int
    text: str
    """The clause, a verbatim slice of the article."""
    quote_start: int
    quote_end: int
    quote: str
    """The sentence around it, or as much of it as belongs to the clause; a verbatim slice too."""
    expression: TimeExpression | None
    """What dates it. None: told in the lead, so dated by the article."""
    factuality: Factuality = Factuality.HAPPENED
    speaker: str | None = None
    """Who says so, as named in the text, where it is not the outlet itself."""
    terms: tuple[str, ...] = ()
    """Stems of its content words."""
    names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    sentence: int = 0
    """Index of its sentence: 0 is the headline or the lead."""
    fitness: float = 0.0
    """0 to 1: how well the clause stands alone in print."""
    span: Span | None = None
    why: tuple[str, ...] = ()
    line: tuple[int, int] | None = None
    """Where the clause is no sentence ("a truce from 8 May"): offsets of as much around it as can be printed."""
    beside: str = ""
    """The sentence behind its own, if that counts something and has no date: often how many were killed."""
    defect: str | None = None
    """Why an editor would strike that line all the same: "cut", "open", "stub", "pronoun" (`events.defects`),
    "caption": it stands below a picture, or "borrowed", "state": it tells another event first, or how things are since.
    """
    stands_for: tuple[int, int, str] | None = None
    """Offsets of the pronoun with which the line begins, and the name that it stands for: "she", "Mara Quist".

    A relative ("Mara Quist, who"), or nothing before a verb whose subject is another's, stands for a noun so, too."""


class DatedFrom(StrEnum):
    """Where a publication date comes from."""

    GIVEN = "given"
    METADATA = "metadata"
    FILENAME = "filename"
    DATELINE = "dateline"
    INFERRED = "inferred"
    NONE = "none"


class Evidence(Struct, frozen=True):
    """One reason for a publication date."""

    text: str
    """In plain words, fit for print."""
    weight: float
    """How far it moved the probability, in nats (the information gained); evidence is listed by it."""


class Dating(Struct, frozen=True):
    """When one article was written, how sure that is, and why."""

    article: str
    published: Span | None
    source: DatedFrom
    probability: float | None = None
    """Of the day of publication to lie in `published`."""
    evidence: tuple[Evidence, ...] = ()
    days: tuple[tuple[date, float], ...] = ()
    """The distribution behind it: the likeliest days with their probability, in order of date."""


class Conflict(Struct, frozen=True):
    """Something that the sources of one event disagree about."""

    kind: str
    """"date", "number" or "factuality"."""
    text: str
    """In plain words: "reports differ: 12 or 13 dead"."""
    articles: tuple[str, ...] = ()


class Event(Struct, frozen=True):
    """One event, told once, with all who tell it."""

    id: str
    span: Span
    text: str
    """The wording: a verbatim slice of `article`, from `start` to `end`."""
    article: str
    start: int
    end: int
    status: Factuality
    mentions: tuple[Mention, ...]
    attributed_to: str | None = None
    conflicts: tuple[Conflict, ...] = ()
    score: float = 0.0
    why: tuple[str, ...] = ()
    """How its mentions were merged and its date narrowed, in plain words."""
    stands_for: tuple[int, int, str] | None = None
    """Offsets of a pronoun in the wording and the name that it stands for, which is printed beside it."""


class DatedArticle(Struct, frozen=True):
    """An article of the timeline without its text: what a list of sources needs."""

    id: str
    title: str | None
    publisher: str | None
    url: str | None
    language: str
    characters: int
    dating: Dating
    copy_of: str | None = None
    """The article of which this one is a syndicated copy."""


class Timeline(Struct, frozen=True):
    """The chronology of a folder: events in order of time, its sources, and what was left out."""

    title: str | None
    events: tuple[Event, ...]
    articles: tuple[DatedArticle, ...]
    skipped: tuple[Skipped, ...]
