"""Words of the news that name the same sort of happening, and countries by their several names. Data, and two look-ups.

The classes hold what outlets use for one another in reports of any subject; they are kept apart where a report would
have to say which it was ("injured" is not "killed", "charged" is not "convicted").
"""

from __future__ import annotations

from functools import cache

from newsline.events.terms import stem

CLASSES: dict[str, str] = {
    "attack": "attack assault offensive incursion invasion invade raid counterattack counteroffensive onslaught storm "
    "intervention strike bombardment ambush foray",
    "shell": "shell bomb bombing airstrike missile rocket",
    "kill": "kill die dead death fatality deadly fatal casualty victim perish slain toll",
    "injure": "injure injury injured wound wounded hurt hospitalise hospitalize",
    "launch": "launch begin start open commence initiate inaugurate",
    "end": "end finish close conclude cease halt stop suspend",
    "truce": "truce ceasefire armistice",
    "deal": "deal agreement accord pact treaty agree sign",
    "resign": "resign resignation quit step departure leave",
    "appoint": "appoint name nominate appointment nomination",
    "arrest": "arrest detain detention custody apprehend",
    "charge": "charge indict indictment accuse prosecute",
    "convict": "convict conviction guilty",
    "sentence": "sentence jail imprison prison",
    "explode": "explode explosion blast detonate",
    "fire": "fire blaze inferno wildfire burn",
    "quake": "quake earthquake tremor",
    "flood": "flood flooding inundate deluge",
    "slip": "landslide mudslide slide avalanche rockfall",
    "crash": "crash collide collision derail derailment",
    "storm": "hurricane typhoon cyclone tornado",
    "expel": "expel oust evict eject expulsion",
    "retake": "retake recapture regain reclaim recover",
    "capture": "capture seize occupy take",
    "withdraw": "withdraw withdrawal retreat pullout",
    "protest": "protest demonstration rally demonstrate march protester demonstrator",
    "walkout": "walkout stoppage",
    "vote": "vote election ballot referendum poll elect",
    "win": "win victory triumph beat defeat",
    "rescue": "rescue save",
    "evacuate": "evacuate evacuation flee",
    "recall": "recall withdrawn",
    "collapse": "collapse burst rupture breach fail failure crumble subside",
    "bid": "bid offer tender",
    "inquiry": "inquiry investigation probe investigate inquest",
    "report": "report publish release publication",
    "approve": "approve approval ratify endorse pass adopt",
    "reject": "reject refuse rejection turn",
    "cut": "cut reduce lower decrease slash",
    "raise": "raise increase rise hike",
    "layoff": "layoff redundancy dismiss sack fire",
    "merge": "merger acquisition acquire takeover buy purchase",
    "sue": "sue lawsuit suit",
    "ban": "ban prohibit outlaw forbid",
    "meet": "meet summit talk meeting",
    "sink": "sink capsize founder shipwreck sinking wreck",
    "leak": "leak spill gush",
    "outbreak": "outbreak epidemic pandemic",
    "bury": "bury burial funeral",
    "stab": "stab stabbing knife",
    "shoot": "shoot shooting gunfire gunman",
    "murder": "murder homicide slaying",
    "kidnap": "kidnap abduct kidnapping abduction hostage",
    "riot": "riot unrest clash rioting",
    "coup": "coup putsch overthrow topple",
    "ruling": "ruling verdict judgment judgement",
    "acquit": "acquit acquittal exonerate",
    "testify": "testify testimony",
    "plead": "plead plea",
    "extradite": "extradite extradition",
    "sanction": "sanction embargo",
    "bankrupt": "bankrupt bankruptcy insolvency insolvent receivership liquidation",
    "delay": "delay postpone postponement defer reschedule",
    "erupt": "erupt eruption",
    "outage": "outage blackout",
    "vaccine": "vaccine vaccination vaccinate jab inoculation immunise immunisation",
    "quarantine": "quarantine lockdown",
    "swear": "swear sworn oath inauguration inaugural",
}

COUNTRIES = """afghanistan afghan kabul|albania albanian tirana|algeria algerian algiers|argentina argentine argentinian
armenia armenian yerevan|australia australian canberra|austria austrian vienna|azerbaijan azerbaijani baku
bahrain bahraini manama|bangladesh bangladeshi dhaka|belarus belarusian minsk|belgium belgian|bolivia bolivian
bosnia bosnian sarajevo|brazil brazilian brasilia|britain british uk briton westminster|bulgaria bulgarian sofia
cambodia cambodian|canada canadian ottawa|chile chilean santiago|china chinese beijing|colombia colombian bogota
congo congolese kinshasa|croatia croatian zagreb|cuba cuban havana|cyprus cypriot nicosia|czechia czech prague
denmark danish copenhagen dane|ecuador ecuadorean quito|egypt egyptian cairo|estonia estonian tallinn
ethiopia ethiopian|finland finnish helsinki|france french paris|georgia georgian tbilisi|germany german berlin
ghana ghanaian accra|greece greek athens|haiti haitian|hungary hungarian budapest|iceland icelandic reykjavik
india indian delhi|indonesia indonesian jakarta|iran iranian tehran|iraq iraqi baghdad|ireland irish dublin
israel israeli|italy italian rome|jamaica jamaican|japan japanese tokyo|jordan jordanian amman
kazakhstan kazakh astana|kenya kenyan nairobi|kosovo kosovan pristina|kuwait kuwaiti|kyrgyzstan kyrgyz bishkek
laos lao|latvia latvian riga|lebanon lebanese beirut|libya libyan tripoli|lithuania lithuanian vilnius
malaysia malaysian|mali malian bamako|mexico mexican|moldova moldovan chisinau|mongolia mongolian
morocco moroccan rabat|myanmar burmese burma|nepal nepali kathmandu nepalese|netherlands dutch hague
nicaragua nicaraguan managua|niger nigerien niamey|nigeria nigerian abuja|norway norwegian oslo
pakistan pakistani islamabad|palestine palestinian|panama panamanian|paraguay paraguayan|peru peruvian lima
philippines philippine filipino manila|poland polish warsaw pole|portugal portuguese lisbon|qatar qatari doha
romania romanian bucharest|russia russian moscow kremlin|rwanda rwandan kigali|senegal senegalese dakar
serbia serbian belgrade serb|singapore singaporean|slovakia slovak bratislava|slovenia slovenian ljubljana
somalia somali mogadishu|spain spanish madrid|sudan sudanese khartoum|sweden swedish stockholm swede
switzerland swiss bern|syria syrian damascus|taiwan taiwanese taipei|tajikistan tajik dushanbe
thailand thai bangkok|tunisia tunisian tunis|turkey turkish ankara türkiye|uganda ugandan kampala
ukraine ukrainian kyiv kiev|uruguay uruguayan|uzbekistan uzbek tashkent|venezuela venezuelan caracas
vietnam vietnamese hanoi|yemen yemeni sanaa|zambia zambian lusaka|zimbabwe zimbabwean harare"""
"""Name, adjective and people, capital where it stands for the government; one country to each group."""


@cache
def _concepts() -> dict[str, str]:
    """Stem to concept; the first class that lists a word has it."""
    table: dict[str, str] = {}
    for concept, words in CLASSES.items():
        for word in words.split():
            table.setdefault(word, concept)
            table.setdefault(stem(word), concept)
    return table


@cache
def _places() -> dict[str, str]:
    """Lower-case word, or its stem, to the country."""
    table: dict[str, str] = {}
    for group in COUNTRIES.replace("\n", "|").split("|"):
        country, *others = group.split()
        for word in (country, *others):
            table.setdefault(word, country)
            table.setdefault(word + "s", country)
            if len(word) > MIN_STEMMED:
                table.setdefault(stem(word), country)
    return table


MIN_STEMMED = 5
"""Shorter names are left whole: their stems are too often ordinary words."""


def concept_of(term: str) -> str | None:
    """The class of a word or stem, None where it has none."""
    return _concepts().get(term)


def place_of(word: str) -> str | None:
    """The country that a lower-case word names, None if it names none."""
    return _places().get(word)
