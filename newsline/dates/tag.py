"""Finding time expressions, in whatever language a text is written.

A language is a module with `tag_sentences(text, sentences, date_order)` and one row in `LANGUAGES`; it is imported
when the first text in it comes by.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

from newsline.dates.hemisphere import turned
from newsline.dates.nations import owned
from newsline.dates.story import retold
from newsline.late import late
from newsline.model import Sentence, TimeExpression

SENTENCE_END = late(r"(?<=\w\w)(?<! \d\d)[.!?][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z][a-z])|\n\s*\n")
LANGUAGES = {"en": "newsline.dates.english", "de": "newsline.dates.german"}
OTHER = "newsline.dates.other"
"""For languages without a grammar of their own."""


def tag(
    text: str, sentences: Sequence[Sentence], *, language: str = "en", date_order: str = "mdy"
) -> tuple[TimeExpression, ...]:
    """The time expressions of a text in order; none overlap, and each lies within one sentence.

    `language` is a BCP 47 tag ("en", "de-CH"); `date_order` ("mdy" or "dmy") reads dates like "03/04/2024".
    """
    code = language.lower().replace("_", "-").split("-")[0]
    module = import_module(LANGUAGES.get(code, OTHER))
    if code in LANGUAGES:
        found = module.tag_sentences(text, sentences, date_order)
    else:
        found = module.tag_sentences(text, sentences, date_order, language=code)
    return retold(owned(turned(found, text), text) if code == "en" else found, sentences)


def tag_text(text: str, *, language: str = "en", date_order: str = "mdy") -> tuple[TimeExpression, ...]:
    """The time expressions of a text that is not an article; its sentences are cut by a simple pattern."""
    sentences, start = [], 0
    for number, end in enumerate([*(match.end() for match in SENTENCE_END.finditer(text)), len(text)]):
        body = text[start:end]
        lead = len(body) - len(body.lstrip())
        if body.strip():
            sentences.append(Sentence(start + lead, start + lead + len(body.strip()), body.strip(), paragraph=number))
        start = end
    return tag(text, sentences, language=language, date_order=date_order)
