"""How a German rule is written: a pattern in which `<month>` stands for a list of words, and a function."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from newsline.dates import almanac_rows
from newsline.dates.expression import Expression
from newsline.dates.german import lexicon as words
from newsline.model import TimexType


class Draft(Struct, frozen=True):
    """What a match means, with its offsets in the sentence."""

    type: TimexType
    meaning: Expression
    mod: str | None = None
    start: int = -1
    end: int = -1


Build = Callable[[re.Match[str]], Draft | None]


def _any(options: Iterable[str]) -> str:
    return "|".join(re.escape(option).replace(r"\ ", r"\s+") for option in sorted(options, key=len, reverse=True))


ORDINAL: Final = rf"(?:{_any(words.ORDINALS)})e[nrsm]?"
CLASSES: Final = {
    "month": rf"(?:{_any(words.MONTHS)}|(?:{_any(words.MONTH_ABBREVIATIONS)})\b\.?)",
    "weekday": rf"(?:{_any(words.WEEKDAYS)})",
    "season": rf"(?:{_any(words.SEASONS)})",
    "daypart": rf"(?:{_any(words.DAY_PARTS)})",
    "number": rf"(?:\d{{1,3}}|{_any(words.NUMBERS)})",
    "vaguenumber": rf"(?:{_any(words.VAGUE_NUMBERS)})",
    "ordinal": ORDINAL,
    "unit": rf"(?:{_any(words.UNITS)})",
    "plural": rf"(?:{_any(words.PLURALS)})",
    "deictic": rf"(?:{_any(words.DEICTIC_DAYS)})",
    "decade": rf"(?:{_any(words.DECADES)})",
    "day": r"(?:0?[1-9]|[12]\d|3[01])\.",
    "year": r"(?:1[0-9]\d\d|20\d\d)",
    "last": r"(?:letzt|vergangen|vorig|zurückliegend|verflossen)e[nmrs]?",
    "next": r"(?:nächst|kommend)e[nmrs]?",
    "this": r"(?:dies|laufend)e[nmrs]?",
    "the": r"(?:der|die|das|dem|den|des)",
    "to": r"(?:\s*[-–]\s*|\s+bis\s+(?:zu[mr]\s+)?)",
    "_": r"\s+",
}


WORD: Final = re.compile(r"[^\W\d_]+|\d")
WEEKDAY_FORMS: Final = frozenset(
    day + part + ending for day in words.WEEKDAYS for part in ("", *words.DAY_PARTS) for ending in ("", "s")
)
SIGNALS: Final[dict[str, frozenset[str]]] = {
    "digit": frozenset("0123456789"),
    "month": frozenset([*words.MONTHS, *words.MONTH_ABBREVIATIONS]),
    "weekday": WEEKDAY_FORMS,
    "season": frozenset(season + ending for season in words.SEASONS for ending in ("", "s")),
    "unit": frozenset(words.UNITS),
    "daypart": frozenset(words.DAY_PARTS),
    "night": frozenset(["nacht"]),
    "deictic": frozenset(words.DEICTIC_DAYS),
    "decade": frozenset(decade + ending for decade in words.DECADES for ending in ("", "jahre", "jahren")),
    "ordinal": frozenset(["quartal", "halbjahr", "quartals", "halbjahrs"]),
    "vague": frozenset(word for name in words.VAGUE for word in name.split()) - {"vor", "in"},
    "relative": frozenset(
        "vorjahr vorjahres vormonat vorwoche vorquartal vortag heuer tags wochenende jahresende monatsende "
        "jahrestag jahrhundertwende jahrtausendwende".split()
    ),
    "repeated": frozenset(word + ending for word in words.ADVERBS for ending in ("", "e", "en", "er", "es", "em")),
    "clock": frozenset(["uhr", "mitternacht"]),
    "spoken": frozenset(["halb", "viertel"]),
    "feast": frozenset(max(WORD.findall(name), key=len) for name in almanac_rows.names("de")),
}
ADJECTIVE: Final = re.compile(r"(?:minüt|stünd|täg|wöch|monat|jähr)ige")


def signals(body: str) -> frozenset[str]:
    """The kinds of words that a sentence holds: one look that spares most rules most sentences."""
    lower = body.lower()
    found = set(WORD.findall(lower))
    kinds = {kind for kind, forms in SIGNALS.items() if not forms.isdisjoint(found)}
    return frozenset(kinds | {"adjective"} if ADJECTIVE.search(lower) else kinds)


class Rule(Struct, frozen=True):
    """A way of saying a date."""

    needs: frozenset[str]
    """The signals (see `signals`) without one of which it cannot match."""
    pattern: re.Pattern[str]
    build: Build


class Rules(list[Rule]):
    """Rules in order; of two matches that begin together the longer wins, then that of the earlier rule."""

    def add(self, needs: str, *patterns: str) -> Callable[[Build], Build]:
        """Register a function for some patterns, and the signals it needs.

        A group `x` narrows the expression to itself.
        """

        def register(build: Build) -> Build:
            for pattern in patterns:
                self.append(Rule(frozenset(needs.split()), compile_pattern(pattern), build))
            return build

        return register


def compile_pattern(text: str) -> re.Pattern[str]:
    """A pattern with its classes filled in, for whole words, whatever their case; a blank is any white space."""
    source = re.sub(r"(?<!P)<(\w+)>", lambda match: CLASSES[match[1]], text.replace(" ", "<_>"))
    return re.compile(rf"(?<![\w-])(?:{source})(?!\w|-\w|\.\d)", re.IGNORECASE)


def placed(draft: Draft, match: re.Match[str]) -> Draft:
    """A draft with the offsets of its match, or of the group `x` in it."""
    group: str | int = "x" if "x" in match.re.groupindex and match["x"] is not None else 0
    return replace(draft, start=match.start(group), end=match.end(group))
