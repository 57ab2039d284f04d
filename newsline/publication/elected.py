"""Who is elected or chosen for an office and not yet in it: "President-elect Penn", "the incoming prime minister".

An article that calls somebody so was written between the vote and the beginning of the term; both are the almanac's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from newsline.dates import almanac_names, almanac_rows
from newsline.late import late
from newsline.publication import holders, terms, votes
from newsline.publication.clues import Clue

BESIDE, AROUND = 24, 60
"""Characters before the words in which "Mexican" or "Mexico's" stands, and around them in which a country is named."""
AMERICAN = "us-vote"
"""The almanac's key of the votes of the United States, of which texts say "Washington" instead."""
_PARTS = ("-elect", "-Elect", "resident elect", "resident Elect", "ewly elected", "ewly-elected", "ew elected")
_OTHERS = ("esignate", "ncoming ", "transition team")
"""What the pattern needs one of: quicker to look for."""
_WORD = r"[A-ZÀ-Ž](?:\.|[\w’'-]*\w\.?)"
_NAME = rf"{_WORD}(?: (?:(?:de|da|la|von|van|der|al) ){{0,2}}{_WORD}){{0,4}}"
_OFFICE = r"(?:[Vv]ice[- ])?[Pp]resident|[Pp]rime [Mm]inister|[Cc]hancellor|[Tt]aoiseach"
_CALLED = late(
    rf"\b(?P<a>{_OFFICE})[- ](?:[Ee]lect|[Dd]esignate)\b(?:,? (?P<who_a>{_NAME}))?"
    rf"|\b(?:[Ii]ncoming|[Nn]ewly[- ]elected|[Nn]ew elected) (?:(?:U\.S\.|[A-Z]\w+|United States) )?(?P<b>{_OFFICE})\b"
    rf"(?: of the United States)?(?:,? (?P<who_b>{_NAME}))?"
    rf"|\b(?P<who_c>{_NAME})(?:’s|'s)? (?:transition team|incoming administration)"
    rf"|\b[Ii]ncoming (?P<who_d>{_NAME}) administration"
)
_COURTESY = re.compile(r"^(?:(?:The|Mr|Mrs|Ms|Dr|Gen|Sen|Gov|Republican|Democrat)\.? )+")
_POSSESSIVE = re.compile(r"['’](?:s\b|$).*")
_WASHINGTON = re.compile(r"\b(?:White House|Washington)\b")

Spans = tuple[tuple[int, int], ...]


def clues(text: str) -> Iterator[Clue]:
    """A clue for each time that somebody is called elected, designate or incoming of whom the almanac knows when."""
    for words, spans, _ in _called(text):
        yield Clue("before_office", f"“{words}”: between a vote and the beginning of the term", spans)


def years_named(text: str) -> set[int]:
    """The years in which the people were chosen whom the text names as elected or incoming."""
    return {date.fromordinal(first).year for _, spans, named in _called(text) if named for first, _ in spans}


def _called(text: str) -> Iterator[tuple[str, Spans, bool]]:
    """The words, the stretches of time in which they can be written, and whether somebody is named."""
    for match in _CALLED.finditer(text) if _may_call(text) else ():
        office = (match["a"] or match["b"] or "president").lower().replace("-", " ")
        name = match["who_a"] or match["who_b"] or match["who_c"] or match["who_d"]
        if name:
            spans = _spans(office, name, bool(match["a"] or match["b"]))
        else:
            country = _country(text, *match.span())
            spans = _of_country(country, office) if country else ()
        if spans:
            yield " ".join(match[0].split()).removesuffix("’s").removesuffix("'s"), spans, bool(name)


def _may_call(text: str) -> bool:
    return ("lect" in text and any(part in text for part in _PARTS)) or any(part in text for part in _OTHERS)


def _spans(office: str, name: str, in_full: bool) -> Spans:
    """When somebody was chosen for an office and not in it. A name that stands for itself may have words before it."""
    name = _COURTESY.sub("", _POSSESSIVE.sub("", name))
    for words in (name,) if in_full else (name, name.rpartition(" ")[2]):
        found = almanac_names.name_at(f"{office} {words}", 0, "en", "period")
        if found and found[0].endswith(holders.TERM):
            return terms.elected(found[0])
    return ()


def _country(text: str, start: int, end: int) -> str | None:
    """The ISO 3166 code of the country of which the words at a place of a text speak."""
    around = text[max(0, start - AROUND) : end + AROUND]
    for words in (text[max(0, start - BESIDE) : end], around):
        found = list(votes.named(words))
        if len(found) == 1:
            return almanac_rows.rows()[found[0]].country
    whole = [] if found else [AMERICAN] if _WASHINGTON.search(around) else votes.whole(text)
    return almanac_rows.rows()[whole[0]].country if whole else None


@cache
def _of_country(country: str, office: str) -> Spans:
    """When anybody was chosen for an office of a country and not in it."""
    return tuple(sorted({span for key in terms.of_country(country, office) for span in terms.elected(key)}))
