"""The words of English time expressions: each word's class and value. Data only.

A class is what the patterns of the rules speak of: "month", "unit", "ago". A word has one class; where it has several
senses ("second", "may") the class stands for all of them and the rules decide by what stands around it.
"""

from __future__ import annotations

from typing import Final

from newsline.dates.units import Unit

Value = str | int | float | Unit | None


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


MONTHS: Final = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12,
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS: Final = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip
WEEKDAY_ABBREVIATIONS: Final = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
SEASONS: Final = {"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter"}
NUMBERS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS: Final = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES: Final = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1000,
    "lakh": 100_000,
    "crore": 10_000_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
}
ORDINALS: Final = {
    "first": 1, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21, "thirtieth": 30,
    "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90,
    "hundredth": 100,
}  # fmt: skip
UNITS: Final = {
    "minute": Unit.MINUTE, "hour": Unit.HOUR, "day": Unit.DAY, "week": Unit.WEEK, "weekend": Unit.WEEKEND,
    "fortnight": Unit.FORTNIGHT, "month": Unit.MONTH, "quarter": Unit.QUARTER, "season": Unit.SEASON,
    "year": Unit.YEAR, "decade": Unit.DECADE, "century": Unit.CENTURY, "millennium": Unit.MILLENNIUM,
}  # fmt: skip
PLURALS: Final = {
    "seconds": Unit.SECOND, "minutes": Unit.MINUTE, "hours": Unit.HOUR, "days": Unit.DAY, "weeks": Unit.WEEK,
    "weekends": Unit.WEEKEND, "fortnights": Unit.FORTNIGHT, "months": Unit.MONTH, "quarters": Unit.QUARTER,
    "seasons": Unit.SEASON, "years": Unit.YEAR, "decades": Unit.DECADE, "centuries": Unit.CENTURY,
    "nights": Unit.NIGHT, "mins": Unit.MINUTE, "hrs": Unit.HOUR, "yrs": Unit.YEAR, "millennia": Unit.MILLENNIUM,
}  # fmt: skip
DAY_PARTS: Final = {
    "morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "overnight": "TNI", "daytime": "TDT",
    "dawn": "TMO", "daybreak": "TMO", "sunrise": "TMO", "sunset": "TEV", "lunchtime": "TMI", "dusk": "TEV",
    "nightfall": "TEV", "sunup": "TMO", "midmorning": "TMO", "midafternoon": "TAF", "sundown": "TEV",
}  # fmt: skip
DECADES: Final = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90, "noughties": 2000,
}  # fmt: skip
PARTS_PLURAL: Final = {"mornings": "TMO", "afternoons": "TAF", "evenings": "TEV"}
WEEKDAY_PLURALS: Final = {day + "s": number for day, number in WEEKDAYS.items()}
LONG: Final = {
    "hourlong": Unit.HOUR, "daylong": Unit.DAY, "weeklong": Unit.WEEK, "weekslong": Unit.WEEK, "monthlong": Unit.MONTH,
    "monthslong": Unit.MONTH, "yearlong": Unit.YEAR, "yearslong": Unit.YEAR, "decadeslong": Unit.DECADE,
    "decadelong": Unit.DECADE,
}  # fmt: skip
ADVERBS: Final = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W", "fortnightly": "P2W",
    "monthly": "P1M", "bimonthly": "P2M", "yearly": "P1Y", "annually": "P1Y",
}  # fmt: skip
WORDS: Final[dict[str, tuple[str, ...]]] = {
    "the": ("the",),
    "a": ("a", "an"),
    "this": ("this",),
    "these": ("these",),
    "that": ("that",),
    "those": ("those",),
    "last": ("last",),
    "past": ("past",),
    "previous": ("previous", "preceding", "prior"),
    "next": ("next",),
    "coming": ("coming", "upcoming", "forthcoming"),
    "following": ("following", "subsequent", "ensuing"),
    "current": ("current", "present"),
    "same": ("same",),
    "each": ("each",),
    "every": ("every",),
    "all": ("all", "whole", "entire"),
    "full": ("full", "single", "solid"),
    "other": ("other",),
    "ago": ("ago",),
    "earlier": ("earlier",),
    "later": ("later", "afterward", "afterwards"),
    "before": ("before",),
    "after": ("after",),
    "from": ("from",),
    "now": ("now",),
    "early": ("early",),
    "late": ("late",),
    "mid": ("mid",),
    "middle": ("middle",),
    "end": ("end", "close"),
    "start": ("beginning", "start", "outset"),
    "of": ("of",),
    "in": ("in", "within", "during"),
    "on": ("on",),
    "at": ("at",),
    "by": ("by",),
    "for": ("for",),
    "to": ("to", "through", "thru"),
    "until": ("until", "till"),
    "since": ("since",),
    "between": ("between",),
    "and": ("and", "&"),
    "or": ("or",),
    "about": ("about", "around", "approximately", "roughly", "some"),
    "nearly": ("nearly", "almost"),
    "more": ("more",),
    "less": ("less", "fewer"),
    "than": ("than",),
    "over": ("over",),
    "least": ("least",),
    "most": ("most",),
    "as": ("as",),
    "several": ("several",),
    "few": ("few",),
    "many": ("many",),
    "couple": ("couple",),
    "recent": ("recent",),
    "half": ("half",),
    "second": ("second",),
    "noon": ("noon", "midday"),
    "midnight": ("midnight",),
    "today": ("today",),
    "yesterday": ("yesterday",),
    "tomorrow": ("tomorrow",),
    "tonight": ("tonight",),
    "fiscal": ("fiscal", "financial"),
    "bc": ("bc", "bce"),
    "ad": ("ad", "ce"),
    "latter": ("latter",),
    "oclock": ("o'clock", "o’clock"),
    "time": ("time",),
    "period": ("period",),
    "once": ("once", "twice"),
    "times": ("times",),
    "per": ("per",),
    "anniversary": ("anniversary",),
    "long": ("long",),
    "future": ("future",),
    "short": ("short",),
    "near": ("near", "foreseeable", "immediate", "not-too-distant"),
    "latest": ("latest", "most-recent"),
    "like": ("comparable", "corresponding", "equivalent", "similar"),
    "hence": ("hence",),
    "additional": ("additional", "extra", "further"),
    "zone": (
        "est",
        "edt",
        "cst",
        "cdt",
        "mst",
        "mdt",
        "pst",
        "pdt",
        "gmt",
        "utc",
        "bst",
        "cet",
        "cest",
        "et",
        "pt",
        "ist",
        "jst",
        "aest",
        "aedt",
        "acst",
        "awst",
        "sast",
        "msk",
        "hkt",
        "sgt",
        "nzst",
        "nzdt",
        "pkt",
        "eet",
        "eest",
    ),
    "while": ("while",),
    "moment": ("moment",),
    "no": ("no",),
    "straight": ("straight",),
    "consecutive": ("consecutive", "successive"),
    "right": ("right",),
    "final": ("final", "closing", "dying", "waning"),
    "opening": ("opening",),
    "so": ("so",),
    "up": ("up",),
    "yearend": ("yearend",),
    "term": ("term", "run"),
    "turn": ("turn",),
    "small": ("small", "wee"),
    "local": ("local",),
    "morrow": ("morrow",),
    "inst": ("inst", "instant", "ult", "ultimo", "prox", "proximo"),
    "circa": ("c", "ca", "circa"),
    "but": ("but",),
    "new": ("new",),
    "another": ("another",),
    "working": ("working", "business", "calendar"),
    "workdays": ("weekday", "weekdays"),
}
MIDDLES: Final = {"midweek": Unit.WEEK, "midmonth": Unit.MONTH, "midyear": Unit.YEAR}
VAGUE: Final = {
    "recently": "PAST_REF", "lately": "PAST_REF", "currently": "PRESENT_REF", "nowadays": "PRESENT_REF",
}  # fmt: skip
STREETS: Final = words("Avenue Street Road Boulevard Lane Drive Square Ave. St. Rd. Blvd Parkway Highway Place Court")
PLACES: Final = STREETS | words("Island Islands Harbor Harbour Creek Bay")
"""Behind a weekday or a feast they make it a place: "Christmas Island", "Friday Harbor"."""
FREE: Final = words("and but or at in from for to as when with after before until by on while because if that so")
"""What may follow an expression such as "Tuesday week" where no noun does ("a Tuesday week of talks")."""
ENDS: Final = {"end": "END", "start": "START"}


def build() -> dict[str, tuple[str, Value]]:
    """Lower-case word -> its class and value."""
    known: dict[str, tuple[str, Value]] = {}
    tables: tuple[tuple[str, dict[str, Value]], ...] = (
        ("month", dict(MONTHS)),
        ("weekday", dict(WEEKDAYS)),
        ("wd", dict(WEEKDAY_ABBREVIATIONS)),
        ("weekdays", dict(WEEKDAY_PLURALS)),
        ("unitlong", dict(LONG)),
        ("season", dict(SEASONS)),
        ("word", dict(NUMBERS)),
        ("tens", dict(TENS)),
        ("scale", dict(SCALES)),
        ("ord", dict(ORDINALS)),
        ("unit", dict(UNITS)),
        ("units", dict(PLURALS)),
        ("part", dict(DAY_PARTS)),
        ("parts", dict(PARTS_PLURAL)),
        ("decade", dict(DECADES)),
        ("adverb", dict(ADVERBS)),
        ("vague", dict(VAGUE)),
        ("midunit", dict(MIDDLES)),
    )
    for name, table in tables:
        known.update({word: (name, value) for word, value in table.items()})
    for name, forms in WORDS.items():
        known.update({form: (name, form) for form in forms})
    known["once"] = ("once", 1)
    known["twice"] = ("once", 2)
    return known


LEXICON: Final = build()
