"""What a stretch of text is for: patterns for datelines, bylines, captions and the furniture of web pages."""

from __future__ import annotations

import re

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day|\.)?"
PLACE = (
    r"[A-Z][A-Z.'’-]+(?: (?:[A-Z][A-Z.'’-]*|de|del|la|al|of|on|upon))*"
    r"(?:[,/] ?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2}){0,2}"
)
"""CITY, CITY NAME, CITY, Country: the first word in capitals, as agencies write it."""
DASH = r"(?:--|[-–—―_])"
DATE = rf"(?:{WEEKDAY},? )?(?:{MONTH} \d{{1,2}}|\d{{1,2}}\.? {MONTH})(?:,? \d{{4}})?"
AGENCY = r"[A-Z][\w.&/’' -]{1,30}"
DATELINE = re.compile(
    rf"(?P<place>{PLACE})(?:,? \(?(?P<date>{DATE})\)?)?(?:,? ?\((?P<agency>{AGENCY})\))?\s?(?:{DASH}+(?=\s*[A-Z0-9“‘\"'$]|$)|(?<=[A-Z]{{4}}):(?=\s+[A-Z“\"]))"
    rf"|(?:[A-Z][\w.'’-]+ ){{0,3}}[A-Z][\w.'’-]+(?:, [A-Z][\w. ]{{2,20}})?,? (?:{DATE} )?\({AGENCY}\)\s?{DASH}+(?=\s|$)"
    rf"|\([A-Z][\w.& -]{{1,20}}\)\s{DASH}+(?=\s)"
)
"""At the beginning of a block: "PARIS, May 4 (Wire) -", "ROME (Wire) —", "Oslo, Norway (Wire) --", "(Wire) --"."""
RUN_IN_DATELINE = re.compile(
    rf"(?<=\s)(?:{PLACE}(?:,? {DATE})?,? \({AGENCY}\)|{PLACE} \| {DATE}[^|]{{0,30}})\s?{DASH}+(?=\s)"
)
"""The same behind a headline or a caption that a scraper left without a line break."""
CLOCK = r"\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?"
ZONE = r"(?:E[SD]?T|C[SD]T|M[SD]T|P[SD]T|GMT|BST|UTC|UK|CES?T|MSK|IST|JST|AES?T)"
TIMESTAMP = re.compile(
    rf"(?:(?:Page )?(?:[Ll]ast )?(?:[Uu]pdated?|[Pp]ublished|[Pp]osted|[Mm]odified|Created|First published)"
    rf"(?: (?:at|on))?:? ?)(?:{CLOCK} ?{ZONE}?,? ?)?(?:{DATE}|\d{{4}}-\d\d-\d\d|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}})"
    rf"(?:,? (?:at )?{CLOCK})?(?: ?\(?{ZONE}\)?)?"
    rf"|(?:{PLACE} \| )?{WEEKDAY},? (?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH}),? \d{{4}},? {CLOCK} ?{ZONE}"
    rf"|(?:{PLACE} \| )(?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH}),? \d{{4}},? {CLOCK} ?{ZONE}"
)
"""A date with its clock time as a page prints it above an article, running into the text or not."""
DATE_LINE = re.compile(
    rf"(?:{DATE}|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}})(?:,? (?:at )?{CLOCK}(?: ?{ZONE})?)?\.?$"
)
"""A line that is nothing but a date."""

NAME = r"(?:[A-Z][a-zà-ÿ'’.-]+|[A-Z]\.|[A-Z][A-Z'’-]+|[A-Z][a-z]+[A-Z][a-z]+)"
NOT_NAMES = (
    rf"(?!{MONTH}\b|{WEEKDAY}\b|The\b|Then\b|That\b|This\b|Its?\b|His\b|Her\b|Their\b|Spring\b|Summer\b|Autumn\b|Fall\b"
    r"|Winter\b|Early\b|Late\b|Mid\b|End\b|Contrast\b|Law\b)"
)
ROLE = (
    r"(?:[\w’'-]+ ){0,3}(?:[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Ww]riter|[Aa]nalyst|[Cc]olumnist|[Nn]ews|[Ss]taff)"
)
BYLINE = re.compile(
    rf"(?:[Bb]y|BY|[Ww]ritten by|[Rr]eported by|[Ss]tory by|[Vv]on|[Pp]ar|[Pp]or|[Dd]i)[: ]\s?{NOT_NAMES}{NAME}(?: {NAME}){{0,3}}"
    rf"(?:(?:,| and| und| et| y| &) {NAME}(?: {NAME}){{0,3}}){{0,5}}"
    rf"(?:(?:,| \||{DASH}| in| for)? ?(?:{ROLE}|[A-Z][\w.,'’& |-]{{0,60}}))?\.?$"
    rf"|{NAME}(?: {NAME}){{1,3}},? (?:is|was) (?:a|an|the) (?:[\w’'-]+ ){{0,5}}(?:correspondent|reporter|columnist)\b[^.]*\.?$"
    rf"|{ROLE}(?:,? [A-Z][\w ]{{1,40}})?$"
)
CAPTION = re.compile(
    r"\(?(?:Photo(?:graph|graphs|s|graphy)?|Image|Picture|Pic|Video|Map|Graphic|Illustration|Foto|Bild|Crédit photo)"
    r"(?: credits?| courtesy of| by| source)?\s?[:/]\s?\S"
    r"|(?:Photo(?:graph)?s? by|\(?FILE\)? ?[-–—]|File photo\b|Credit: ?[A-Z]|Getty Images\b|Enlarge|Caption:)"
    r"|[^.]*\b(?:file (?:photo|photograph|picture|image|footage|handout)|handout (?:photo|picture|image)|is (?:seen|pictured) in"
    r" (?:this|a|an)\b)"
    r"|.*(?:\((?:AP|AFP|Reuters|REUTERS|EPA|Getty|PA|TASS|Xinhua|dpa) ?(?:Photo|Images?|/)[^)]*\)|\b(?:AP|EPA) Photo\b|"
    r"\b(?:REUTERS|AFP|Getty|EPA|AP|PA)/[A-Z]|\bGetty Images\b|/(?:Reuters|AP|AFP|Getty(?: Images)?|EPA|PA)\)?\.?$)",
    re.S,
)
CREDITS = re.compile(
    r"\(?(?:(?:Additional |Further |With )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Tt]ranslat(?:ed|ion)) (?:by|from)\b"
    r"|Additional reporting\b|With (?:files|reporting|contributions?|material|agency|agencies|input) from\b|Editors?: [A-Z]|Eds?: )"
    r"|(?:The )?[A-Z][\w’'.-]+(?:,? (?:and )?[A-Z][\w’'.-]+){0,20}(?: in [A-Z]\w+)?,? (?:also )?contributed (?:to|from|reporting)\b"
    r"|[^.]{0,200}\bcontributed to (?:this|the) (?:report|story|article)\b",
)
FURNITURE = re.compile(
    r"(?:share (?:this|on|via)|read (?:more|also|next|the full|full)\b|see also\b|related(?: (?:articles?|stories|stor|content|topics|coverage|news|"
    r"links?))?\s?:?$|related(?: (?:articles?|stories))?:|more (?:on this|from|stories|news|about)\b[^.]{0,60}$|sign up\b|subscribe\b|"
    r"newsletter|follow (?:us|me|the latest|our|@|all)|click (?:here|to|on)|watch(?: (?:live|now|more|the video))?:|listen(?: now)?:|"
    r"advertisement\b|advert$|story continues below|continue reading|skip to\b|scroll (?:down|to)|loading\b|"
    r"copyright\b|©|\(c\) ?\d{4}|all rights reserved|terms (?:of|and)|privacy policy|cookie|we use cookies|"
    r"(?:this (?:material|article|story|content)|the (?:material|content)) (?:may not|is protected|was (?:originally |first )?(?:published|produced|"
    r"written)|has been (?:updated|corrected|amended)|originally appeared)|for more (?:information|news|stories|on)\b[^.]*(?:visit|click|go to|see|:)|"
    r"(?:get|download) (?:the|our) .{0,40}(?:app|newsletter|e-?mail|inbox)|join (?:us|our|the conversation)|leave a (?:comment|reply)|"
    r"comments? (?:are|\(\d|closed)|post a comment|log ?in\b|print (?:this|page|article)|e-?mail (?:this|article|the author)|"
    r"tags?:|topics?:|filed under|categories?:|source:|views expressed|the views expressed|we welcome comments|have your say|"
    r"recommended(?: (?:for you|stories|reading))?$|most (?:read|popular|viewed|shared)\b|trending(?: now)?\b|top stories\b|"
    r"contact (?:us|the (?:author|reporter|editor))|send (?:us )?(?:your|tips)|got a (?:tip|story)|support (?:our|independent|quality) journalism|"
    r"home\s*[>»/|]|you (?:may|might) (?:also )?(?:like|be interested)|this article has been|a version (?:of this article )?appeared|"
    r"letters for publication|if you need help using|buy (?:the|this) (?:ebook|photo)|reuse (?:this )?content|https?://\S+$|www\.\S+$|@\w+$)",
    re.I,
)
FURNITURE_ANYWHERE = re.compile(
    r"all rights reserved|may not be (?:published|reproduced|broadcast|copied|redistributed)|do not represent those of|"
    r"follow (?:\w+ ){1,5}on (?:twitter|facebook|instagram|telegram|x)\b|external (?:internet|web) ?sites|terms of (?:service|use)",
    re.I,
)
FURNITURE_LIMIT = 400
"""Characters: a longer sentence is a story whatever words it holds."""


def is_boilerplate(text: str) -> bool:
    """Whether a sentence is furniture of the page and no part of the story."""
    if len(text) > FURNITURE_LIMIT:
        return False
    return bool(FURNITURE.match(text) or CREDITS.match(text) or FURNITURE_ANYWHERE.search(text))


def is_caption(text: str) -> bool:
    """Whether a sentence describes a picture or credits it."""
    return len(text) <= FURNITURE_LIMIT and CAPTION.match(text) is not None


def is_byline(text: str) -> bool:
    """Whether a whole block names the authors."""
    return len(text) <= 160 and BYLINE.match(text) is not None
