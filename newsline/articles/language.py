"""Which language a text is in: what its file says, unless the commonest words of the text clearly say otherwise."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain

DEFAULT = "en"
STOP_WORDS = {
    "en": "the and of to in that for was with said his from has have by are were but not who",
    "de": "der die und den von zu das mit sich des auf für ist im dem nicht ein eine als auch wurde",
    "fr": "le la les des et du une dans est que qui par pour au sur avec ont été aux pas ce",
    "es": "el los las del que una por con para su se al como más ha fue pero sus este está",
    "it": "il di che della del per una sono con gli dei alla nel dal più anche stato ha lo le",
    "pt": "o os as que do da em um uma para com não dos das no na por foi ao mais pelo",
    "nl": "de het een van en dat in op te zijn voor met die niet aan er om bij door werd naar",
    "sv": "och att det som en på är av för med till den har inte om ett han var från",
    "pl": "w i na z do się nie że jest to o przez po jak dla od za był który oraz",
    "ru": "и в на не что с по это как он к из о за от для его но был при",
    "uk": "і в на не що з у та до як це за від для його про але був при із",
    "tr": "ve bir bu için ile de da olarak çok daha olan en gibi kadar sonra",
}
NAMES = {
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "français": "fr", "spanish": "es",
    "español": "es", "italian": "it", "italiano": "it", "portuguese": "pt", "dutch": "nl", "polish": "pl",
    "russian": "ru", "ukrainian": "uk", "swedish": "sv", "turkish": "tr", "arabic": "ar", "chinese": "zh",
    "eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "ita": "it", "por": "pt",
    "nld": "nl", "dut": "nl", "pol": "pl", "rus": "ru", "ukr": "uk", "swe": "sv", "tur": "tr",
}  # fmt: skip
WORD = re.compile(r"[^\W\d_]+")
BEGINNING, SAMPLE = 1000, 4000
"""Characters that nearly always tell, and that are looked at where those leave a doubt; the end of a page is more often
in another language than its beginning."""
CLEAR = 12
"""Stop words in the sample that make a guess clear; 1,000 characters of English hold about 50."""


def _speakers() -> dict[str, tuple[str, ...]]:
    """The languages of each stop word."""
    found: dict[str, list[str]] = {}
    for language, words in STOP_WORDS.items():
        for word in dict.fromkeys(words.split()):
            found.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in found.items()}


SPEAKERS = _speakers()


def code(name: object) -> str | None:
    """The two-letter code of a language as metadata names it ("en-GB", "eng", "English"), None if it names none."""
    if not isinstance(name, str) or not name.strip():
        return None
    key = name.strip().lower()
    if key in NAMES:
        return NAMES[key]
    head = re.split(r"[-_]", key, maxsplit=1)[0]
    if head in NAMES:
        return NAMES[head]
    return head if re.fullmatch(r"[a-z]{2}", head) else None


def commonest(text: str) -> tuple[str, float]:
    """The language that most of a text's commonest words are in, and the share of its words that they are."""
    scores = _scores(text[:SAMPLE].lower())
    best = max(scores, key=lambda language: scores[language])
    return best, scores[best] / max(1, len(text[:SAMPLE].split()))


def guess(text: str, declared: str | None = None) -> str:
    """The language of a text: as declared, unless the text has twice as many of another language's commonest words."""
    scores = _scores(text[:BEGINNING].lower())
    if not _is_clear(scores):
        scores = _scores(text[:SAMPLE].lower())
    best = max(scores, key=lambda language: (scores[language], language == declared, language == DEFAULT))
    if declared is None:
        return best if scores[best] else DEFAULT
    clear = scores[best] >= CLEAR and scores[best] > 2 * scores.get(declared, 0)
    return best if clear and declared in STOP_WORDS else declared


def _is_clear(scores: dict[str, int]) -> bool:
    """Whether one language has many stop words and all others together have not half as many."""
    most = max(scores.values())
    return most >= CLEAR and 3 * most > 2 * sum(scores.values())


def _scores(text: str) -> dict[str, int]:
    """How many of its stop words each language has in a text. White space ends words, as all but letters do."""
    scores = dict.fromkeys(STOP_WORDS, 0)
    chunks = text.split()
    others = WORD.findall(" ".join([chunk for chunk in chunks if not chunk.isalpha()]))
    for word, count in Counter(filter(SPEAKERS.__contains__, chain(chunks, others))).items():
        for language in SPEAKERS[word]:
            scores[language] += count
    return scores
