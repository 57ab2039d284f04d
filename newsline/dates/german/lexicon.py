"""The words of German time expressions. Data only: word -> value, in lower case."""

from __future__ import annotations

from typing import Final

from newsline.dates.units import Unit

MONTHS: Final = {
    "januar": 1, "jänner": 1, "februar": 2, "feber": 2, "märz": 3, "april": 4, "mai": 5, "juni": 6, "juli": 7,
    "august": 8, "september": 9, "oktober": 10, "november": 11, "dezember": 12,
}  # fmt: skip
MONTH_ABBREVIATIONS: Final = {
    "jan": 1, "feb": 2, "mrz": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9, "okt": 10, "nov": 11,
    "dez": 12,
}  # fmt: skip
WEEKDAYS: Final = {
    "montag": 0, "dienstag": 1, "mittwoch": 2, "donnerstag": 3, "freitag": 4, "samstag": 5, "sonnabend": 5,
    "sonntag": 6,
}  # fmt: skip
SEASONS: Final = {
    "frühling": "spring", "frühjahr": "spring", "sommer": "summer", "herbst": "autumn", "winter": "winter",
}  # fmt: skip
DAY_PARTS: Final = {
    "früh": "TMO", "morgen": "TMO", "vormittag": "TMO", "mittag": "TMI", "nachmittag": "TAF", "abend": "TEV",
    "nacht": "TNI",
}  # fmt: skip
NUMBERS: Final = {
    "ein": 1, "eine": 1, "einen": 1, "einem": 1, "einer": 1, "eines": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5,
    "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14,
    "fünfzehn": 15, "sechzehn": 16, "siebzehn": 17, "achtzehn": 18, "neunzehn": 19, "zwanzig": 20, "dreißig": 30,
    "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80, "neunzig": 90, "hundert": 100,
    "anderthalb": 1.5, "eineinhalb": 1.5, "zweieinhalb": 2.5, "dreieinhalb": 3.5,
}  # fmt: skip
VAGUE_NUMBERS: Final = ("einige", "einigen", "mehrere", "mehreren", "ein paar", "wenige", "wenigen", "viele", "vielen")
ORDINALS: Final = {
    "erst": 1, "zweit": 2, "dritt": 3, "viert": 4, "fünft": 5, "sechst": 6, "siebt": 7, "acht": 8, "neunt": 9,
    "zehnt": 10, "elft": 11, "zwölft": 12,
}  # fmt: skip
UNITS: Final = {
    "sekunde": Unit.SECOND, "sekunden": Unit.SECOND, "minute": Unit.MINUTE, "minuten": Unit.MINUTE,
    "stunde": Unit.HOUR, "stunden": Unit.HOUR, "tag": Unit.DAY, "tage": Unit.DAY, "tagen": Unit.DAY, "tages": Unit.DAY,
    "woche": Unit.WEEK, "wochen": Unit.WEEK, "wochenende": Unit.WEEKEND, "wochenendes": Unit.WEEKEND,
    "monat": Unit.MONTH, "monate": Unit.MONTH, "monaten": Unit.MONTH, "monats": Unit.MONTH,
    "quartal": Unit.QUARTER, "quartale": Unit.QUARTER, "quartalen": Unit.QUARTER, "quartals": Unit.QUARTER,
    "jahr": Unit.YEAR, "jahre": Unit.YEAR, "jahren": Unit.YEAR, "jahres": Unit.YEAR,
    "jahrzehnt": Unit.DECADE, "jahrzehnte": Unit.DECADE, "jahrzehnten": Unit.DECADE, "jahrzehnts": Unit.DECADE,
    "jahrhundert": Unit.CENTURY, "jahrhunderte": Unit.CENTURY, "jahrhunderten": Unit.CENTURY,
    "jahrhunderts": Unit.CENTURY,
}  # fmt: skip
PLURALS: Final = (
    "sekunden", "minuten", "stunden", "tage", "tagen", "wochen", "monate", "monaten", "jahre", "jahren",
    "jahrzehnte", "jahrzehnten", "jahrhunderte", "jahrhunderten",
)  # fmt: skip
ADJECTIVE_UNITS: Final = {
    "minütig": Unit.MINUTE, "stündig": Unit.HOUR, "tägig": Unit.DAY, "wöchig": Unit.WEEK, "monatig": Unit.MONTH,
    "jährig": Unit.YEAR,
}  # fmt: skip
ADVERBS: Final = {
    "stündlich": "PT1H", "täglich": "P1D", "wöchentlich": "P1W", "monatlich": "P1M", "vierteljährlich": "P1Q",
    "jährlich": "P1Y", "alljährlich": "P1Y",
}  # fmt: skip
DECADES: Final = {
    "zwanziger": 2, "dreißiger": 3, "vierziger": 4, "fünfziger": 5, "sechziger": 6, "siebziger": 7, "achtziger": 8,
    "neunziger": 9,
}  # fmt: skip
DEICTIC_DAYS: Final = {"vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "übermorgen": 2}
VAGUE: Final = {
    "derzeit": "PRESENT_REF", "zurzeit": "PRESENT_REF", "momentan": "PRESENT_REF", "gegenwärtig": "PRESENT_REF",
    "jetzt": "PRESENT_REF", "kürzlich": "PAST_REF", "neulich": "PAST_REF", "unlängst": "PAST_REF",
    "vor kurzem": "PAST_REF", "vor langem": "PAST_REF", "demnächst": "FUTURE_REF", "in zukunft": "FUTURE_REF",
    "in kürze": "FUTURE_REF", "bald": "FUTURE_REF", "künftig": "FUTURE_REF",
}  # fmt: skip
PARTS: Final = {"anfang": "START", "beginn": "START", "mitte": "MID", "ende": "END"}
ADJECTIVE_PARTS: Final = {"frühen": "START", "späten": "END"}
QUANTITIES: Final = {
    "etwa": "APPROX", "rund": "APPROX", "ungefähr": "APPROX", "circa": "APPROX", "ca.": "APPROX", "gut": "MORE_THAN",
    "mehr als": "MORE_THAN", "über": "MORE_THAN", "weniger als": "LESS_THAN", "unter": "LESS_THAN",
    "fast": "LESS_THAN", "beinahe": "LESS_THAN", "knapp": "LESS_THAN", "mindestens": "EQUAL_OR_MORE",
    "wenigstens": "EQUAL_OR_MORE", "höchstens": "EQUAL_OR_LESS", "maximal": "EQUAL_OR_LESS", "bis zu": "EQUAL_OR_LESS",
}  # fmt: skip
COUNTED: Final = (
    "euro", "dollar", "pfund", "franken", "mark", "prozent", "menschen", "personen", "leute", "einwohner",
    "soldaten", "arbeiter", "beschäftigte", "mitarbeiter", "stellen", "arbeitsplätze", "häuser", "haushalte",
    "wohnungen", "meter", "metern", "kilometer", "kilometern", "quadratmeter", "tonnen", "kilogramm", "kilo", "liter",
    "punkte", "punkten", "zähler", "stimmen", "teilnehmer", "besucher", "zuschauer", "kinder", "tote", "tiere",
    "autos", "fahrzeuge", "stück", "seiten", "watt", "grad", "betten", "plätze", "fälle", "kronen", "rubel",
)  # fmt: skip
"""What a number of four digits before them counts: it is no year then."""
NOT_YEAR_AFTER: Final = (
    "rund", "etwa", "über", "fast", "knapp", "als", "nummer", "nr.", "zimmer", "artikel", "art.", "paragraf", "§",
    "seite", "windows", "resolution", "office", "paragraph", "raum", "flug", "gleis", "postfach", "linie",
    "agenda", "modell", "typ", "hausnummer", "postleitzahl", "insgesamt",
)  # fmt: skip
"""Words before a number of four digits that make it a count or the number of something."""
FUTURE: Final = (
    "wird", "werden", "soll", "sollen", "will", "wollen", "plant", "planen", "geplant", "vorgesehen", "angesetzt",
    "bevorstehende", "bevorstehenden", "möchte", "möchten", "werde", "würden",
)  # fmt: skip
PAST: Final = (
    "hat", "haben", "hatte", "hatten", "war", "waren", "wurde", "wurden", "worden", "gewesen", "kam", "kamen", "ging",
    "gingen", "gab", "gaben", "starb", "starben", "fiel", "fielen", "begann", "begannen", "nahm", "nahmen", "sprach",
    "sprachen", "fand", "fanden", "hielt", "hielten", "ließ", "ließen", "blieb", "blieben", "stieg", "stiegen",
    "traf", "trafen", "schrieb", "schrieben", "verlor", "verloren", "gewann", "gewannen", "trat", "traten", "lag",
    "lagen", "stand", "standen", "brach", "brachen", "zog", "zogen", "schloss", "schlossen", "schoss", "schossen",
    "rief", "riefen", "warf", "warfen", "wies", "wiesen", "sank", "sanken", "flog", "flogen", "fuhr", "fuhren",
    "lief", "liefen", "griff", "griffen", "hieß", "bat", "baten", "sah", "sahen", "trug", "trugen", "verließ",
    "verließen", "beschloss", "beschlossen", "entschied", "entschieden", "bekam", "bekamen", "erhielt", "erhielten",
)  # fmt: skip
PRESENT: Final = ("ist", "sind", "bleibt", "bleiben", "gilt", "gelten", "muss", "müssen", "darf", "dürfen")
