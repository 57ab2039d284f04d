"""Folders of made-up articles for measuring speed: the sample articles with other names, places, dates and numbers.

Articles come in stories: the members of a story share its names, places and the shift of its dates, so that merging has
real work to do, and different stories share nothing but the language. The same seed gives the same folder.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

SEEDS = Path(__file__).parents[2] / "seeds"
ARTICLES_PER_STORY = 8
TARGET_CHARACTERS = 3000
"""The size of an ordinary news article."""
YEARS = (1995, 2024)

SYLLABLES = "ka lo mi ter van dor sel bru nok ash pel gra ston wik mar ol en tha rus fin".split()
KEPT = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December Easter Christmas The A An In On At It He She They But And After Before Since "
    "His Her Their This That These Those For From By With As When While If There".split()
)
NAME = re.compile(r"\b[A-Z][a-z]{2,}\b")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
NUMBER = re.compile(
    r"\b\d{2,3}\b(?!\s*(?:January|February|March|April|May|June|July|August|September|October|November|December))"
)


def articles(count: int, seed: int = 0) -> Iterator[tuple[str, str]]:
    """File names and texts of `count` articles."""
    dice = random.Random(seed)
    samples = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    for number in range(count):
        if number % ARTICLES_PER_STORY == 0:
            names: dict[str, str] = {}
            shift = dice.randint(*YEARS) - 2025
        text = dice.choice(samples)
        while len(text) < TARGET_CHARACTERS:
            text = f"{text.rstrip()}\n\n{dice.choice(samples)}"
        yield f"{number // 1000:03}/article-{number:06}.txt", _varied(text, names, shift, dice)


def write(folder: Path, count: int, seed: int = 0) -> int:
    """Writes the articles into `folder` and returns how many characters they have."""
    characters = 0
    for name, text in articles(count, seed):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        characters += len(text)
    return characters


def _varied(text: str, names: dict[str, str], shift: int, dice: random.Random) -> str:
    def name(match: re.Match[str]) -> str:
        word = match.group()
        if word in KEPT:
            return word
        if word not in names:
            names[word] = "".join(dice.choices(SYLLABLES, k=dice.choice((2, 3)))).capitalize()
        return names[word]

    text = NAME.sub(name, text)
    text = YEAR.sub(lambda match: str(int(match.group()) + shift), text)
    return NUMBER.sub(lambda match: str(max(10, int(match.group()) + dice.choice((-1, 0, 0, 0, 1)))), text)
