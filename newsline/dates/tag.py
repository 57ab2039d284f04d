"""Finding time expressions, in whatever language a text is written.

A language is a module with `tag_sentences(text, sentences, date_order)` and one row in `LANGUAGES`; it is imported
when the first text in it comes by.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

from newsline.model import Sentence, TimeExpression

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
    return tuple(found)


def tag_text(text: str, *, language: str = "en", date_order: str = "mdy") -> tuple[TimeExpression, ...]:
    """The time expressions of a text that is not an article: every paragraph counts as one sentence."""
    sentences, start = [], 0
    for number, paragraph in enumerate(text.split("\n\n")):
        sentences.append(Sentence(start, start + len(paragraph), paragraph, paragraph=number))
        start += len(paragraph) + 2
    return tag(text, sentences, language=language, date_order=date_order)
