"""The rules for German dates that count from the day of writing, or from the last date told."""

from __future__ import annotations

import re
from typing import Final

from newsline.dates.expression import (
    Ago,
    Ahead,
    AtTime,
    Bare,
    Between,
    Earlier,
    Expression,
    Fixed,
    Hence,
    Last,
    Later,
    Moved,
    Next,
    PartOf,
    SameAs,
    This,
    TurnOf,
    Unit,
    Vague,
    Weekday,
    Weekend,
    WeekOfYear,
    Within,
)
from newsline.dates.german import lexicon as words
from newsline.dates.german.absolute import NEAR, Match, dated, number, relation, repeating
from newsline.dates.german.grammar import Draft, Rules
from newsline.model import TimexType

RULES: Final = Rules()


NOT_TOMORROW: Final = re.compile(r"\s+(?:für|des|der|und|ist|war|graute|dämmerte)\b")
"""Behind "Morgen" at the head of a sentence they make it the morning."""


def _is_tomorrow(match: Match) -> bool:
    """Whether the capital only begins a sentence: "Morgen spielt die Band", "Morgen früh"."""
    if match.string[: match.start()].strip("„»\"' "):
        return False
    return bool(match["p"]) or not NOT_TOMORROW.match(match.string, match.end())


PROGRAMME: Final = re.compile(r"[-\s](?:journal|show)")


@RULES.add("deictic", r"(?P<n><deictic>)(?: (?P<p><daypart>))?")
def deictic_day(match: Match) -> Draft | None:
    text, part = match["n"], match["p"]
    if (text == "Morgen" and not _is_tomorrow(match)) or (
        text.lower() == "heute" and PROGRAMME.match(match.string, match.end())
    ):
        return None
    count = words.DEICTIC_DAYS[text.lower()]
    meaning: Expression = This(Unit.DAY) if count == 0 else (Next if count > 0 else Last)(Unit.DAY, abs(count))
    if part:
        return Draft(TimexType.TIME, AtTime(meaning, words.DAY_PARTS[part.lower()]))
    return dated(meaning)


NOT_THE_DAY: Final = re.compile(r"\b(?:(?:welt|bild|kurier|zeitung) am|(?:auf|an) eine[mn]|herrn?|frau) $", re.I)
"""Before a weekday they make it a newspaper's, a person's, or any one: "auf einen Sonntag"."""


@RULES.add("weekday", r"(?P<w><weekday>)(?:(?P<p><daypart>)| (?P<q>früh))?s?")
def weekday(match: Match) -> Draft | None:
    text = match.string
    if (
        match[0].endswith("s")
        or not match[0][0].isupper()
        or NOT_THE_DAY.search(text[max(0, match.start() - NEAR) : match.start()])
    ):
        return None
    meaning = Bare(Weekday(words.WEEKDAYS[match["w"].lower()]))
    part = match["p"] or match["q"]
    return Draft(TimexType.TIME, AtTime(meaning, words.DAY_PARTS[part.lower()])) if part else dated(meaning)


@RULES.add("weekday", r"(?:von |zwischen )(?P<x>(?P<a><weekday>)(?:<to>| und )(?P<b><weekday>))")
def weekdays(match: Match) -> Draft | None:
    first, last = (Bare(Weekday(words.WEEKDAYS[match[name].lower()])) for name in "ab")
    return dated(Between(first, last))


@RULES.add("night", r"der nacht (?:zum|auf den) (?P<d><day>)\s?(?P<m><month>)")
def night_before_date(match: Match) -> Draft | None:
    day = repeating(match)
    return Draft(TimexType.TIME, AtTime(Earlier(1, Unit.DAY, Bare(day)), "TNI")) if day else None


@RULES.add("night", r"der nacht (?:von|vom) (?P<w><weekday>) (?:auf|auf den|zum?) <weekday>")
def night_between(match: Match) -> Draft | None:
    """Such as "in der Nacht von Montag auf Dienstag": it begins on the Monday."""
    return Draft(TimexType.TIME, AtTime(Bare(Weekday(words.WEEKDAYS[match["w"].lower()])), "TNI"))


@RULES.add("night", r"der nacht (?:zum?|auf|auf den) (?P<w><weekday>)", r"der nacht (?:zum|auf) (?P<n>heute)")
def night_before(match: Match) -> Draft | None:
    name = match.groupdict().get("w")
    day = Bare(Weekday((words.WEEKDAYS[name.lower()] - 1) % 7)) if name else Last(Unit.DAY)
    return Draft(TimexType.TIME, AtTime(day, "TNI"))


@RULES.add(
    "weekday",
    r"(?:<the> )?(?P<r><last>|<next>|<this>) woche (?P<w><weekday>)",
    r"(?P<w><weekday>) (?P<r><last>|<next>|<this>) woche",
)
def weekday_of_week(match: Match) -> Draft | None:
    """Such as "letzte Woche Dienstag", "Dienstag letzter Woche"."""
    return dated(Within(Weekday(words.WEEKDAYS[match["w"].lower()]), relation(match["r"], Unit.WEEK)))


@RULES.add("relative", r"(?:die|der) (?P<x>(?P<u>jahrhundert|jahrtausend)wende)")
def turn(match: Match) -> Draft | None:
    return dated(TurnOf(Unit.CENTURY if match["u"].lower() == "jahrhundert" else Unit.MILLENNIUM), "APPROX")


@RULES.add(
    "daypart",
    r"(?:gegen|bis|seit|ab) (?P<x>(?P<p>mittag))",
    r"am (?P<x>(?P<p>morgen|vormittag|mittag|nachmittag|abend))",
    r"in (?P<x>der (?P<p>nacht))",
)
def part_of_the_day(match: Match) -> Draft | None:
    return Draft(TimexType.TIME, AtTime(SameAs(Unit.DAY), words.DAY_PARTS[match["p"].lower()]))


@RULES.add(
    "weekday month season",
    r"(?:<the> )?(?P<r><last>|<next>|<this>) (?P<w><weekday>)",
    r"(?:<the> )?(?P<r><last>|<next>|<this>) (?P<m><month>)",
    r"(?:<the> )?(?P<r><last>|<next>|<this>) (?P<s><season>)s?",
)
def related_repeating(match: Match) -> Draft | None:
    inner = repeating(match)
    return dated(relation(match["r"], inner)) if inner else None


@RULES.add(
    "unit",
    r"(?:<the> )?(?P<r><last>|<next>|<this>) "
    r"(?P<u>tag|tages|woche|wochenendes?|monats?|quartals?|jahr|jahre|jahres|jahrzehnts?)",
)
def related_unit(match: Match) -> Draft | None:
    unit = words.UNITS[match["u"].lower()]
    if unit is Unit.WEEKEND and match["r"].lower().startswith("komm"):
        return dated(Next(Weekend()))
    if unit is Unit.DAY:
        return dated(Later(1, Unit.DAY)) if match["r"].lower().startswith("nächst") else dated(SameAs(Unit.DAY))
    return dated(relation(match["r"], unit))


SPANS_OF_WORDS: Final = {
    "vorjahr": Last(Unit.YEAR), "vorjahres": Last(Unit.YEAR), "vormonat": Last(Unit.MONTH), "heuer": This(Unit.YEAR),
    "vorwoche": Last(Unit.WEEK), "vorquartal": Last(Unit.QUARTER), "vortag": Earlier(1, Unit.DAY),
    "tags darauf": Later(1, Unit.DAY), "tags zuvor": Earlier(1, Unit.DAY),
}  # fmt: skip


@RULES.add("relative", r"(?P<n>vorjahr(?:es)?|vormonat|vorwoche|vorquartal|vortag|heuer|tags (?:darauf|zuvor))")
def word_of_a_span(match: Match) -> Draft | None:
    return dated(SPANS_OF_WORDS[" ".join(match["n"].lower().split())])


@RULES.add("digit", r"(?:kw|kalenderwoche) (?P<k>[1-9]|[0-4]\d|5[0-3])(?:(?: des jahres |/| )(?P<y><year>))?")
def numbered_week(match: Match) -> Draft | None:
    """Such as "KW 23", "Kalenderwoche 23/2024"."""
    week = WeekOfYear(int(match["k"]))
    if not match["y"]:
        return dated(Bare(week))
    found = week.in_year(int(match["y"]))
    return dated(Fixed(found[0])) if found else None


@RULES.add("relative", r"(?:am|das|dem|vom|zum) (?P<x>wochenende)", r"(?P<x>(?P<e>jahres|monats)ende)")
def end_of_something(match: Match) -> Draft | None:
    whole = match.groupdict().get("e")
    if not whole:
        return dated(Bare(Weekend()))
    unit = Unit.YEAR if whole.lower() == "jahres" else Unit.MONTH
    return dated(PartOf(This(unit), "END"), "END")


@RULES.add(
    "unit", r"(?P<p>anfang|beginn|mitte|ende) (?:des|der) (?P<u>jahres|monats|woche|quartals|jahrzehnts|jahrhunderts)"
)
def part_of_a_unit(match: Match) -> Draft | None:
    part = words.PARTS[match["p"].lower()]
    return dated(PartOf(This(words.UNITS[match["u"].lower()]), part), part)


@RULES.add(
    "unit",
    r"vor (?P<n><number>) (?P<u><unit>)",
    r"(?P<n><number>) (?P<u><unit>) (?P<k>später|danach|darauf|zuvor|vorher|davor|früher)",
    r"in (?P<n><number>) (?P<u>tagen|wochen|monaten|jahren|tag|woche|monat|jahr)",
)
def counted(match: Match) -> Draft | None:
    count, unit = number(match["n"]), words.UNITS[match["u"].lower()]
    if count != int(count):
        return None
    kind = (match.groupdict().get("k") or match[0].split()[0]).lower()
    if unit.is_clock:
        return Draft(TimexType.TIME, Ago(int(count), unit)) if kind == "vor" else None
    operator = {"vor": Ago, "in": Hence, "später": Later, "danach": Later, "darauf": Later}.get(kind, Earlier)
    return dated(operator(int(count), unit))


@RULES.add(
    "unit",
    r"(?P<x>(?:selben|gleichen) (?P<u>tages|tag|woche|monat|jahr))",
    r"(?:an|in) (?P<x>(?P<t>jenem|jener) (?P<u>tag|woche|monat|jahr))",
    r"am (?P<x>(?P<n>nächsten|folgenden) (?P<u>tag))",
    r"am (?P<x>(?P<u>tag) (?P<n>darauf|danach|davor|zuvor))",
)
def same_unit(match: Match) -> Draft | None:
    unit, after = words.UNITS[match["u"].lower()], match.groupdict().get("n")
    if not after:
        return dated(SameAs(unit))
    return dated((Earlier if after.lower() in {"davor", "zuvor"} else Later)(1, unit))


@RULES.add(
    "unit",
    r"(?P<k>vor) <vaguenumber> <unit>",
    r"(?P<k>in) (?:wenigen|einigen|ein paar) <unit>",
    r"<vaguenumber> <unit> (?P<k>später|danach|darauf|zuvor|vorher|davor|früher)",
)
def vaguely_counted(match: Match) -> Draft | None:
    """Such as "vor wenigen Tagen", "einige Jahre später"."""
    ahead = match["k"].lower() in {"in", "später", "danach", "darauf"}
    return dated(Vague("FUTURE_REF" if ahead else "PAST_REF"))


@RULES.add(
    "deictic unit weekday",
    r"(?P<h>heute|gestern|morgen) (?P<k>in|vor) (?P<n><number>) (?P<u>tagen|wochen|monaten|jahren|woche|monat|jahr)",
    r"(?P<w><weekday>) (?P<k>in|vor) (?P<n><number>) (?P<u>wochen|woche)",
)
def moved(match: Match) -> Draft | None:
    """Such as "heute vor zwei Jahren", "Montag in einer Woche"."""
    name, back, count = match.groupdict().get("w"), match["k"].lower() == "vor", number(match["n"])
    if count != int(count):
        return None
    base: Expression
    if name:
        weekday = Bare(Weekday(words.WEEKDAYS[name.lower()]))
        base = weekday if back else Ahead(weekday)
    else:
        away = words.DEICTIC_DAYS[match["h"].lower()]
        base = This(Unit.DAY) if away == 0 else (Next if away > 0 else Last)(Unit.DAY)
    return dated(Moved(base, -int(count) if back else int(count), words.UNITS[match["u"].lower()]))


@RULES.add("vague", "(?P<v>" + "|".join(name.replace(" ", "<_>") for name in words.VAGUE) + ")")
def vague(match: Match) -> Draft | None:
    return dated(Vague(words.VAGUE[" ".join(match["v"].lower().split())]))
