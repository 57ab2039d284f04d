"""What a stretch of text is for: patterns for datelines, time stamps, bylines and captions."""

from __future__ import annotations

import re

from newsline.articles.furniture import LIMIT, holds_any
from newsline.late import late

MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:r?uary|ch|il|ust|(?:em|o)ber)?\.?"
"""The full name or its beginning. With an alternative for each name the patterns below take four times as long to
compile; "Octch" is no word."""
WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day|\.)?"
PLACE = (
    r"[A-Z][A-Z.'’-]+(?: (?:[A-Z][A-Z.'’-]*|de|del|la|al|of|on|upon))*"
    r"(?:[,/] ?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2}){0,2}"
)
"""CITY, CITY NAME, CITY, Country: the first word in capitals, as agencies write it."""
NO_PLACE = (
    r"(?!(?:FILE|READ|WATCH|LISTEN|SEE|MORE|LIVE|UPDATE|BREAKING|PHOTOS?|VIDEO|EXCLUSIVE|ANALYSIS|OPINION|EDITORIAL)\b)"
)
"""What headlines and teasers begin with in capitals."""
DASH = r"(?:--|[-–—―_])"
DATE = rf"(?:{WEEKDAY},? )?(?:{MONTH} \d{{1,2}}|\d{{1,2}}\.? {MONTH})(?:,? \d{{4}})?"
AGENCY = r"[A-Z][\w.&/’' -]{1,30}"
DATELINE = late(
    rf"{PLACE}(?:(?:,? \(?{DATE}\)?)(?:,? ?\({AGENCY}\))?|,? ?\({AGENCY}\))\s?{DASH}+(?=\s|$|[A-Z“\"])"
    rf"|(?:[A-Z][\w.'’-]+ ){{0,3}}[A-Z][\w.'’-]+(?:, [A-Z][\w. ]{{2,20}})?,? (?:{DATE} )?\({AGENCY}\)\s?{DASH}+(?=\s|$)"
    rf"|(?:{DATE} )?\({AGENCY}\)\s{DASH}+(?=\s)"
    rf"|{NO_PLACE}{PLACE}, {DATE}:(?=\s+[A-Z“\"])"
)
"""At the beginning of a block: "PARIS, May 4 (Wire) -", "ROME (Wire) —", "Oslo, Norway (Wire) --", "(Wire) --",
"DELHI, May 4: The"."""
BARE_DATELINE = late(
    rf"{NO_PLACE}{PLACE}(?:\s?{DASH}+(?=\s+[A-Z0-9“‘\"'$]|$)|(?<=[A-Z]{{4}}):(?=\s+[A-Z“\"]))"
    rf"|{NO_PLACE}(?!(?:\w+ )?{WEEKDAY}\b)(?:[A-Z][\w.'’-]+ ){{0,2}}[A-Z][\w.'’-]+,"
    rf" {DATE}(?:(?:, [A-Z]{{2,6}})?:| \([A-Z]{{2,6}}\))(?=\s+[A-Z“\"])"
)
"""A place and a dash or colon alone, "GENEVA - The", or in small letters, "New Delhi, May 4 (WIRE) The", "Accra, May 4,
WIRE: The": only at the top, where no speaker of an interview and no line of a programme is meant."""
DATELINE_HINT = re.compile(
    r"[(\d]|[A-Z][A-Z.'’-]+(?:[,/:(–—―_-]|\s(?:[A-Z\d(–—―_-]|(?:de|del|la|al|of|on|upon) ))"
    r"|(?:[A-Z][\w.'’-]+ ){0,6}[A-Z][\w.'’-]+(?:, [A-Z\d(]| (?:\(|\d\d?\b))"
)
"""What these two begin with: the cheap look before the dear one. Few paragraphs begin so."""
RUN_IN_DATELINE = late(
    rf"(?<=\s)(?:{PLACE}(?:,? {DATE})?,? \({AGENCY}\)|{PLACE} \| {DATE}[^|]{{0,30}})\s?{DASH}+(?=\s)"
)
"""The same behind a headline or a caption that a scraper left without a line break."""
AGENCY_HINT = re.compile(r"[(|]")
"""One of these is in every dateline that stands behind a headline."""
YEAR = re.compile(r"(?:19|20)\d\d")
"""No time stamp is without one: the cheap look before the dear one."""
MARK = re.compile(r"[-–—―_:(/|](?:(?<=[:(/|])|(?=[\s_–—―A-Z“\"-]|$))")
"""One of these is in every dateline and picture credit; a hyphen inside a word is none."""
CLOCK = r"\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?"
ZONE = r"(?:E[SD]?T|C[SD]T|M[SD]T|P[SD]T|GMT|BST|UTC|UK|CES?T|MSK|IST|JST|AES?T)"
DAY_OF_YEAR = rf"(?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH}),? \d{{4}}"
BUTTON = r"(?:Help|Listen|Print|Save|Share|Video|Watch)"
"""What a page offers to do with an article, beside the time of its last change."""
TIMESTAMP = late(
    rf"\b(?:(?:Page )?[Ll]ast (?:updated|modified)|Updated?|UPDATED|Published|PUBLISHED|Posted|Created|First published)"
    rf"(?: (?:at|on))?:? ?(?:{CLOCK} ?{ZONE}?,? ?)?(?:{DATE}|\d{{4}}-\d\d-\d\d|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}})"
    rf"(?:,? (?:at )?{CLOCK})?(?: ?\(?{ZONE}\)?)?(?![,;]? ?[a-z]|\w)"
    rf"|\b{DAY_OF_YEAR} [Ll]ast (?:updated|modified) at {CLOCK}(?: {ZONE}\b)?(?: {BUTTON}(?= [A-Z]))?"
    rf"|(?:{PLACE} \| )?{WEEKDAY},? {DAY_OF_YEAR}[,;]? "
    rf"(?:{CLOCK} ?{ZONE}|\d{{1,2}}[:.]\d{{2}} ?[AaPp]\.?[Mm]\b\.?)(?: {ZONE})?"
    rf"|{PLACE} \| {DAY_OF_YEAR},? {CLOCK} ?{ZONE}|{DAY_OF_YEAR} \|(?=\s)"
)
"""A date with its clock time as a page prints it above an article, running into the text or not."""
STAMP_HINTS = ("|", "pdate", "PDATE", "ublished", "PUBLISHED", "Posted", "Created", "modified")
CLOCK_HINT = re.compile(r"\d[:.]\d\d")
"""One of these is in every time stamp."""
STAMP_PARTS = (
    rf"{DATE}(?!\w)",
    r"\d{4}-\d\d-\d\d",
    r"\d{1,2}[./]\d{1,2}[./]\d{2,4}",
    rf"{CLOCK}(?:\s?[APap]\.?[Mm]\.?)?(?: ?h| Uhr)?",
    rf"\b{ZONE}(?:[+-]\d{{1,2}})?\b",
    r"\b(?:[Ll]ast |[Ff]irst )?(?:[Uu]pdated?|[Pp]ublished|[Pp]osted|[Mm]odified|[Ii]ssued|PUBLISHED|UPDATED|POSTED)\b",
    r"\b(?:[Ss]tand|[Pp]ubliée?|[Mm]is à jour|at|on|and|um|am|le|à)\b",
    r"\b(?:Page|Pg\.?|Seite) [A-Z]?\d{1,3}\b",
    r"[\s,:;/|·•()\[\]–—-]+",
)
STAMP_PART = late("|".join(STAMP_PARTS))
"""What lines above an article are made of that tell when it appeared."""
STAMP_LIMIT, STAMP_REST = 120, 4
"""Characters of such a line, and words in it that are no part of a date: the outlet or a section."""
STAMP_WORDS = frozenset("by of the in from min mins minute minutes read ago von de par por new day days".split())
"""Small words of such a line; any other is a story's: "2031-05-20: Deal signed"."""
DATE_LINE = late(
    rf"(?:{DATE}|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}})(?:,? (?:at )?{CLOCK}(?: ?{ZONE})?)?\.?$"
)
"""A line that is nothing but a date."""
DAY_FIRST = late(rf"(?:{DATE}|\d{{4}}-\d\d-\d\d)\s?(?:[:|]|{DASH})\s")
"""A line of a chronology that tells its day first: "3 May 2031 – The strike begins"."""

NAME = r"(?:[A-Z][a-zà-ÿ'’.-]+|[A-Z]\.|[A-Z][A-Z'’-]+|[A-Z][a-z]+[A-Z][a-z]+)"
FULL_NAME = rf"{NAME}(?: {NAME}){{0,3}}"
NO_NAME = (
    rf"(?!{MONTH}\b|{WEEKDAY}\b|The\b|Then\b|That\b|This\b|Its?\b|His\b|Her\b|Their\b|Spring\b|Summer\b|Autumn\b"
    r"|Fall\b|Winter\b|Early\b|Late\b|Mid\b|End\b|Contrast\b|Law\b|Noon\b|Midnight\b)"
)
"""What follows "By" where no author does."""
ROLES = (
    "[Cc]orrespondent",
    "[Rr]eporter",
    "[Ee]ditor",
    "[Ww]riter",
    "[Aa]nalyst",
    "[Cc]olumnist",
    "[Nn]ews",
    "[Ss]taff",
)
ROLE = rf"(?:[\w’'-]+ ){{0,3}}(?:{'|'.join(ROLES)})"
BYLINE_OPENINGS = tuple("By by BY Written written Reported reported Story story Von von Par par Por por Di di".split())
ROLE_HINTS = ("correspondent", "reporter", "editor", "writer", "analyst", "columnist", "news", "staff")
"""A byline begins with one of the ones or holds one of the others."""
BYLINE_LIMIT = 160
"""Characters: a longer block is a paragraph, whatever it begins with."""
BYLINE = late(
    rf"(?:[Bb]y|BY|[Ww]ritten by|[Rr]eported by|[Ss]tory by|[Vv]on|[Pp]ar|[Pp]or|[Dd]i)[: ]\s?{NO_NAME}{FULL_NAME}"
    rf"(?:(?:,| and| und| et| y| &) {FULL_NAME}){{0,5}}"
    rf"(?:(?:,| \||{DASH}| in| for)? ?(?:{ROLE}|[A-Z][\w.,'’& |-]{{0,60}}))?\.?$"
)
CITY = (
    r"(?:(?:The|New|Los|Las|San|Saint|St|Cape|Hong|Tel|Abu|Rio|Buenos|Addis|Kuala|Port|Sao|Phnom|El|Mexico|Northern"
    r"|Southern|Eastern|Western|Central|North|South|East|West) )?[A-Z]\w+"
)
"""A place or an outlet of two words begins with one of these; behind others the story begins."""
AUTHOR = late(
    rf"{FULL_NAME},? (?:is|was) (?:a|an|the) (?:[\w’'-]+ ){{0,5}}(?:correspondent|reporter|columnist)\b[^.]*\.?$"
)
OFFICE = late(rf"{ROLE}(?:,? [A-Z][\w ]{{1,40}})?$")
"""A byline without "by": "Ann Ito is a reporter for the Post", "Political correspondent, Oslo"."""
RUN_IN_BYLINE = late(
    rf"[Bb]y {NO_NAME}{NAME}(?: {NAME}){{1,2}} (?:[A-Z]?[\w’'-]+ ){{0,4}}"
    rf"(?:correspondent|reporter|editor|writer|analyst)(?:, [A-Z]\w+ News)?(?:, {CITY}(?: [Oo]nline)?)?(?=\s+[A-Z“\"])"
    rf"|[Bb]y {NO_NAME}{NAME}(?: {NAME}){{1,2}} [A-Z]\w+ News(?:, {CITY})?(?=\s+[A-Z“\"])"
    rf"|[Bb]y {NO_NAME}{NAME}(?: {NAME}){{1,2}}, [A-Z]{{2,6}}(?=\s+[A-Z“\"])"
)
"""A byline with the author's function at the beginning of a block whose line break was lost."""
PICTURE = r"(?:Photo(?:graph|graphs|s|graphy)?|Image|Picture|Pic|Video|Map|Graphic|Illustration|Foto|Bild|Crédit photo)"
AGENCIES = r"(?:AP|AFP|Reuters|REUTERS|EPA|Getty(?: Images)?|PA|TASS|Xinhua|dpa|Rex Features|Bloomberg|NASA|Nasa)"
"""Picture agencies whose names stand in credit lines."""
CAPTION_OPENING = re.compile(
    rf"[(\[]?{PICTURE}(?: credits?| courtesy of| by| source)?\s?[:/]\s?\S"
    r"|Photo(?:graph)?s? by|\(?FILE\)? ?[-–—]|File photo\b|Credit: ?[A-Z]|Getty Images\b|Enlarge\b|Caption:"
)
CAPTION_HEADS = "([PIVMGFBCE"
"""What it begins with."""
CAPTION_HINTS = ("photo", "picture", "image", "footage", "still", "handout", "Photo", "Image", "/")
"""One of these is in whatever CAPTION_INSIDE finds: looking for them is ten times as fast."""
CAPTION_INSIDE = late(
    r"\b(?:file|handout) (?:photo|photograph|picture|image|footage)\b"
    r"|\b(?:seen|pictured|shown) in (?:this|a|an) (?:[\w-]+,? ){0,6}(?:photo|photograph|picture|image|still|handout)\b"
    rf"|\({AGENCIES} ?(?:Photo|Images?|\\?/)[^)]*\)|\b(?:AP|EPA) Photo\b|\b{AGENCIES}\\?/[A-Z]|\bGetty Images\b"
    rf"|\\?/{AGENCIES}\)?\.?$"
)
CREDIT_HINT = re.compile(r"[(:/]")
"""One of these is in every picture credit."""
PICTURE_CREDIT = late(
    rf"\b{PICTURE}(?: by)?: (?:[^.:/\\\n]{{2,40}}(?:\\?/(?:{AGENCIES}|[A-Z]\w+))+|{AGENCIES})(?=\s+[A-Z“\"]|$)"
    rf"|\({AGENCIES} Photo[^)\n]{{0,60}}\)|\([A-Z][\w.'’ -]{{2,40}} - {AGENCIES}\)"
    rf"|\b(?:AP|EPA|AFP) Photo ?\\?/ ?[A-Z][\w.-]+ [A-Z][\w-]+(?=\s+[A-Z“\"]|$)"
)
"""A credit that a scraper left in the text: the caption stands before it, the story behind it."""


CREDITED = late(
    rf"(?=[{re.escape(CAPTION_HEADS)}])"  # rules most letters out at once
    rf"(?:(?:[(\[]|(?<=[.…”\s]\s)){PICTURE}(?: credits?)?(?: by|:|\s?/)\s?[A-Z][\w.'’&/-]*"
    r"(?:,? (?:[A-Z][\w.'’&/-]*|of|for|the|via|and|de|/)){0,7}[)\]]?\.?$"
    rf"|\({FULL_NAME} ?/ ?[A-Z][\w.&’' ]{{1,40}}\)$)"
)
"""A credit that a line ends with: the line is the caption."""
CREDITED_LIMIT = 300
"""Characters of a caption with its credit."""


GAP = re.compile(r"\S(?: {3,}|\t)\S")
"""The room between the parts of a printed page's head: the outlet, the day, the number of the page."""
PARTS = re.compile(r" {2,}|\t| [|•·»] ")
PART_WORDS, MIN_PARTS = 3, 3
"""Words of an item of a page's navigation, and items of one that is on one line."""


def is_navigation(line: str) -> bool:
    """Whether a line is nothing but names of sections: "News   Sport   Weather", "World | Business | Arts"."""
    if PARTS.search(line) is None or not line[-1].isalnum():
        return False
    parts = PARTS.split(line)
    return len(parts) >= MIN_PARTS and all(0 < len(part.split()) <= PART_WORDS and part[0].isupper() for part in parts)


def has_year(text: str, start: int, end: int) -> bool:
    """Whether a year of the last or this century stands in text[start:end]."""
    found = text.find("20", start, end) >= 0 or text.find("19", start, end) >= 0
    return found and YEAR.search(text, start, end) is not None


AUTHORS = late(rf"\b(?:[Bb]y|BY) {NO_NAME}{FULL_NAME}(?:(?:,| and) {FULL_NAME}){{0,3}}(?=$|\s*[|,–—-]|\s+{MONTH} \d)")
"""Who wrote it, behind the day or before it."""


def is_stamp(line: str) -> bool:
    """Whether a line tells nothing but when the article appeared: "May 5, 2025 / 3:45 PM EDT / Harbour News"."""
    if len(line) > STAMP_LIMIT or not has_year(line, 0, len(line)):
        return False
    if DATE_LINE.match(line):
        return True
    rest = STAMP_PART.sub(" ", AUTHORS.sub("", line)).split()
    if any(word.isalpha() and word.islower() and word not in STAMP_WORDS for word in rest):
        return False
    begins = any((STAMP_PART.match(line), AUTHORS.match(line), GAP.search(line)))
    return (
        begins
        and len(rest) <= STAMP_REST
        and len(" ".join(rest)) < len(line) / 2
        and not line.endswith((".", "?", "!"))
    )


def dateline(text: str, start: int, end: int, *, bare: bool) -> re.Match[str] | None:
    """The dateline that text[start:end] begins with; `bare` if one without an agency counts."""
    if DATELINE_HINT.match(text, start, end) is None:
        return None
    return DATELINE.match(text, start, end) or (BARE_DATELINE.match(text, start, end) if bare else None)


def is_caption(text: str, hints: tuple[str, ...] = CAPTION_HINTS) -> bool:
    """Whether a sentence describes a picture or credits it. `hints` are those of `CAPTION_HINTS` that it may hold."""
    if len(text) > LIMIT:
        return False
    if text[:1] in CAPTION_HEADS and CAPTION_OPENING.match(text):
        return True
    if not holds_any(text, hints):
        return False
    return CAPTION_INSIDE.search(text) is not None or (
        len(text) <= CREDITED_LIMIT and CREDITED.search(text) is not None
    )


def is_byline(text: str) -> bool:
    """Whether a whole block names the authors."""
    if len(text) > BYLINE_LIMIT:
        return False
    if text.startswith(BYLINE_OPENINGS) and BYLINE.match(text):
        return True
    if not holds_any(text.lower(), ROLE_HINTS):
        return False
    if text[-1] != "." and OFFICE.match(text):
        return True
    return (" is " in text or " was " in text) and AUTHOR.match(text) is not None


def may_hold_stamp(text: str) -> bool:
    """Whether there may be a time stamp in a text: the cheap look before the dear one."""
    return holds_any(text, STAMP_HINTS) or CLOCK_HINT.search(text) is not None
