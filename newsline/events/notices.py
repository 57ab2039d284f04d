"""Sentences that serve the reader of a page and tell no news, and headlines that only promise to explain."""

from __future__ import annotations

from newsline.events.english import vocabulary
from newsline.late import late

NOTICE = late(
    r"\b(?:click (?:here|on|to)|subscribe (?:to|now|today)|sign up (?:for|to) (?:our|the daily|receive|get)"
    r"|our newsletter|read more|read also|see also|watch (?:live|more|the video)|follow us|all rights reserved"
    r"|copyright (?:©|\(c\)|\d{4})|photograph(?:er)?:|getty images|related (?:articles?|stor(?:y|ies)):?$"
    r"|advertisement$|(?:our|uses?) cookies|terms of (?:use|service)|privacy policy|last updated"
    r"|your (?:comments|views|e-?mails?)"
    r"|e-?mail (?:us|your|this)|comments? (?:are|is) (?:now )?closed|discussion is (?:now )?closed|share this|posted by"
    r"|(?:is|are) (?:seen|pictured|shown) (?:in|at|on|during|near|as|with|off|outside|after|before)"
    r"|have your say|stay tuned|download (?:the|our) app|contributed to th(?:is|e) (?:report|article|story)"
    r"|th(?:is|ese) (?:\w+ ){0,2}(?:images?|photos?|photographs?|pictures?|frame grab),? (?:\w+ ){0,2}"
    r"(?:made|taken|provided|released|shows?)"
    r"|\d{1,2}[:.]\d\d ?[ap]m on \d{1,2} \w{3,9} \d{4}, \S{1,40} wrote"
    r"|at \d{1,2}:\d\d,? (?:on )?\d{1,2}(?:st|nd|rd|th)? \w{3,9} \d{4}, (?:\S{1,20} ){1,3}wrote"
    r"|this comment (?:was|has been) (?:removed|deleted|referred)"
    r"|(?:an )?earlier version of this|contrary to what (?:was|we|this)|we (?:wish to )?apologi[sz]e"
    r"|our (?:live|daily|weekly) (?:page|blog|coverage|updates?|podcasts?|bulletins?)"
    r"|(?:readers|listeners|viewers|subscribers) (?:can|may)"
    r"|reporting by|editing by)\b"
    r"|^(?:\w+ )?(?:rain|snow|showers|frost|fog|sunshine) (?:is|are) (?:forecast|expected)\b[^,;]*$"
    r"|©|https?://|www\.\w|\|"
)
"""Words of reader services, notices, credits and the weather, in lower case; none of them is told as news."""
NOTICE_HINTS = (
    "click", "subscribe", "sign up", "newsletter", "read ", "see also", "watch ", "follow us", "all rights",
    "copyright", "photograph", "getty", "related", "advertisement", "cookies", "terms of", "privacy", "last updated",
    "mail", "your ", "comment", "discussion is", "share this", "posted by", "seen ", "pictured", "shown", "have your",
    "stay tuned", " wrote", "download", "contributed to", "reporting by", "editing by",
    "our live", "our daily", "our weekly", "ers can ", "ers may ",
    "earlier version", "contrary to what", "apologi", " image", " photo", " picture", " frame grab", "m on ", "©",
    "http", "www.", "|", " forecast", "rain is ", "snow is ", "showers are ", "frost is ", "fog is ", "sunshine is ",
)  # fmt: skip
"""One of these is in whatever NOTICE finds: looking for them is ten times as fast."""
EXPLAINING = vocabulary("how why what who inside explained explainer")
"""First words of headlines that promise to explain."""


def is_teaser(headline: str) -> bool:
    """Whether a headline promises to explain and tells nothing: "How the bank fell", "What we know of the fire"."""
    return headline.split(maxsplit=1)[0].rstrip(":,").lower() in EXPLAINING


def is_notice(text: str) -> bool:
    """Whether a sentence serves the reader of a page and tells no news."""
    lower = text.lower()
    for hint in NOTICE_HINTS:  # a plain loop: a generator costs as much again
        if hint in lower:
            return NOTICE.search(lower) is not None
    return False
