"""Closed classes of English words, and the nouns and cues that events hang on."""

from __future__ import annotations

from newsline.events.english import vocabulary

DETERMINERS = vocabulary("""
    the a an this that these those his her its their our my your some any no each every both either neither another
    such all many much most several few more less other enough
    """)
PRONOUNS = vocabulary("""
    he she it they we i you him them us me himself herself itself themselves ourselves myself yourself one others
    someone somebody everyone everybody anyone anybody nobody nothing something everything anything none there ones
    mine yours hers theirs ours
    """)
PREPOSITIONS = vocabulary("""
    of in on at by for with from into onto over under about against between among through during without within
    across along behind beyond near off out up down around above below inside outside toward towards upon via amid
    amidst despite per than like unlike except plus versus according throughout beneath beside besides regarding
    concerning including following
    """)
SUBORDINATORS = vocabulary("""
    after before while when as because although though since until till if unless whereas once whilst lest whenever
    wherever because whether
    """)
RELATIVES = vocabulary("which who whose whom where")
COORDINATORS = vocabulary("and or but nor yet &")
MODALS = vocabulary("""
    will would can could may might must shall should cannot can't won't wouldn't couldn't mustn't shouldn't shan't
    ought can’t won’t wouldn’t couldn’t mustn’t shouldn’t 'll ’ll
    """)
BE = vocabulary("""
    is are was were be been being am isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t it's it’s he's he’s
    she's she’s that's that’s there's there’s i'm i’m they're they’re we're we’re you're you’re what's what’s
    """)
HAVE = vocabulary("""
    has have had having hasn't haven't hadn't hasn’t haven’t hadn’t i've i’ve they've they’ve we've we’ve you've
    you’ve he'd he’d they'd they’d we'd we’d
    """)
DO = vocabulary("do does did don't doesn't didn't don’t doesn’t didn’t")
CONTRACTED_MODALS = vocabulary("""
    i'll i’ll he'll he’ll she'll she’ll it'll it’ll we'll we’ll they'll they’ll you'll you’ll there'll there’ll that'll
    that’ll who'll who’ll
    """)
ADVERBS = vocabulary("""
    not never also now then just still already again even only too very so far soon later earlier ago once twice
    almost nearly about quite rather perhaps maybe however meanwhile instead therefore thus hence moreover
    furthermore nevertheless nonetheless otherwise indeed back away together abroad ahead apart aside forward home
    here there n't first last yet always often sometimes ever somehow elsewhere anyway today yesterday tomorrow
    tonight
    """)
ADJECTIVES = vocabulary("""
    new old big small large great high low long short early late good bad major minor local national international
    military political economic public private former current recent senior top last next previous initial final
    main key fresh heavy serious significant own same different important likely unlikely due able ready operating
    acting managing ruling governing full partial
    """)

# Words that carry no content of their own, beside the closed classes: left out of the terms of a mention.
STOP = vocabulary("""
    said say says told tell tells according also mr mrs ms sir dr mister including among around back still even
    made make makes one two three get got take took taken come came go went year years day days week weeks month
    months time times monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december today yesterday tomorrow tonight morning afternoon evening
    night now last next ago since until early late earlier later recently per cent percent least much many well way
    away
    """)

# Words before a person's name, and words that make a name's holder an office.
TITLES = vocabulary("""
    mr mrs ms miss sir dame lord lady dr prof professor president vice-president premier chancellor prime minister
    secretary senator sen congressman congresswoman rep representative governor gov mayor chief general gen colonel
    col captain capt major maj lieutenant lt sergeant sgt admiral adm commander commandant king queen prince
    princess duke pope cardinal archbishop bishop reverend rev judge attorney spokesman spokeswoman spokesperson
    director chairman chairwoman chair executive officer ceo head leader ambassador envoy dictator emir sheikh
    sheik sultan coach editor analyst reporter correspondent detective inspector constable superintendent
    commissioner councillor president-elect
    """)

# Nouns that name something that happens, so that "the ... in August" tells an event without a verb.
EVENT_NOUNS = vocabulary("""
    accident accord agreement airstrike ambush announcement appointment arrest arrival assassination assault attack
    auction ban battle blackout blast blockade blaze bombardment bombing breach breakthrough broadcast burial
    campaign capture ceasefire celebration ceremony championship clash closure collapse collision commemoration
    concert conference congress conviction coronation counterattack counteroffensive coup crackdown crash death
    deal debate declaration defeat deployment derailment disaster dismissal drill drought earthquake election
    epidemic eruption evacuation exchange execution exhibition expulsion explosion festival fighting final fire
    flood flooding funeral game handover hearing hijacking hurricane inauguration incident incursion independence
    inquest inquiry intervention invasion investigation killing landing landslide launch lockdown mass-shooting
    massacre match meeting memorial merger mission murder mutiny offensive opening operation outage outbreak pact
    parade performance pilgrimage poll premiere protest purge quake raid rally rebellion referendum release
    resignation revolt revolution riot robbery ruling sentencing session shooting shutdown sinking siege speech
    spill storm strike summit surrender takeover talks theft tornado tour trial truce tsunami treaty uprising
    vaccination verdict victory visit vote walkout war wedding withdrawal flight race tournament convention
    demonstration march vigil sit-in landslide avalanche stampede bailout turnout abduction aftershock bushfire
    by-election cyclone extradition famine genocide heatwave indictment kidnapping pandemic plebiscite retrial runoff
    stabbing tremor typhoon wildfire
    """)

# People who may be counted, killed or hurt; for numbers that must be comparable between sources.
PEOPLE = vocabulary("""
    people persons person men women children workers soldiers troops civilians officers policemen passengers
    protesters demonstrators residents others residents victims members crew students employees militants rebels
    fighters civilians firefighters pilots sailors miners tourists villagers lives servicemen patients inmates
    prisoners hostages
    """)

# Nouns in -ing that stand behind another noun or an adjective: no participles there.
ING_NOUNS = vocabulary("""
    filing meeting hearing briefing building spending training ruling warning opening shooting bombing fighting
    funding hiring housing hearing wedding finding killing landing sentencing rating holding engineering
    manufacturing offering gathering crossing beginning ending feeling understanding painting recording reading
    cleaning trading
    """)

# Words in -ly that are no adverbs.
LY_NOUNS = vocabulary("""
    ally anomaly assembly belly bully butterfly family folly homily jelly lily monopoly panoply subassembly
    """)
LY_ADJECTIVES = vocabulary("""
    beastly brotherly burly chilly costly cowardly curly deadly elderly friendly ghastly ghostly grisly heavenly
    hilly holy homely kindly leisurely lively lonely lovely lowly melancholy miserly oily orderly scholarly sickly
    silly sisterly smelly stately surly timely ugly unfriendly unlikely unruly unseemly unsightly untimely wily womanly
    woolly worldly
    """)

# Plurals without an -s: a base form behind one of them is a verb.
PLURALS = vocabulary("""
    people men women children police media firemen policemen servicemen fishermen crew staff pair couple
    """)

# Plurals that also are verbs; with no object behind them they are nouns.
NOUNLY = vocabulary("""
    talks forces attacks strikes raids protests votes polls clashes fires floods reports plans claims results works
    shares prices costs rates sales moves measures demands offers bids deals cuts hopes fears calls charges orders
    loans debts trials tests checks searches marches rallies matches games races fights battles hits leaks spills
    crashes blasts drills patrols troops supplies exports imports
    """)

SUPERLATIVE_CUES = vocabulary("first only worst biggest largest deadliest highest lowest best most longest greatest")

# Words before a number that say how exact it is.
ROUNDING = vocabulary("""
    a about almost an another approximately around as at close estimated fewer further just least less many more most
    nearly only other over roughly some than to up
    """)

NUMBER_WORDS = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16",
    "seventeen": "17", "eighteen": "18", "nineteen": "19", "twenty": "20", "thirty": "30", "forty": "40",
    "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90", "dozen": "12", "dozens": "dozens",
    "hundreds": "hundreds", "thousands": "thousands", "scores": "scores", "one": "1",
}  # fmt: skip
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 10**12,
          "m": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000, "k": 1_000}  # fmt: skip
