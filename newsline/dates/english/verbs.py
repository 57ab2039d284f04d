"""The words by which the tense of a clause is told: verbs, and what stands beside them. Data only."""

from __future__ import annotations

from typing import Final

from newsline.dates.english.lexicon import words

# Of "he'll", "isn't" and the like the tokens are "ll" and "isn".
WILL: Final = words("will shall ll gonna")
WOULD: Final = words("would might may can must should wouldn shouldn mustn needn")
HOPING: Final = words("hopes hope hoping hoped expects expect expecting aims aim plans plan")
"""Before "to have done" they point ahead."""
REFUSED: Final = words("comment say confirm discuss elaborate speculate disclose identify name budge")
"""Behind "would not" they tell what somebody refused to do."""
ABLE: Final = words(
    "not have see hear feel find remember afford get tell understand smell make do only no hardly barely never "
    "seen heard found reached felt done told made located contacted traced"
)
"""Behind "could" they tell what somebody was able to do; other verbs there lie ahead: "the storm could hit on"."""
TO_COME: Final = words(
    "plans plan planned planning hopes hoping hoped expects expect expected expecting intends intended "
    "aims aiming scheduled slated set due agreed vowed promised pledged wants wanted decided prepares "
    "preparing prepared asked ordered urged invited ready likely going ought supposed threatened "
    "subpoenaed summoned required authorized bound vows pledges agrees poised determined demanded demands "
    "propose proposes mean means booked"
)
"""Before "to" and a verb they point ahead: "agreed to meet on Friday"."""
ORDERED: Final = words("told asked ordered urged invited summoned required instructed directed")
APPEARING: Final = words("return appear report surrender testify attend come answer")
"""Whoever "was ordered to return on Tuesday" has that day ahead; "was ordered to pay on Tuesday" tells the past."""
BEGINNINGS: Final = words("begin start open reopen resume")
"""Behind "to" and before a date they are planned: "a trial to begin on Monday"."""
DATE_LEADS: Final = words("on in at next late early later")
NO_PLANS: Final = words(
    "was were had has have meant used proved seemed began able not thought known found said likely unlikely "
    "continued person people first last only man woman"
)
"""Before "to be" or "to begin" they show no plan, or a verb that tells it by itself."""
STANDING: Final = words("scheduled slated due payable effective set planned expected upcoming forthcoming")
"""Even without a verb behind them they point ahead, unless "was" or "previously" stands before."""
PAST: Final = words(
    "was were had did said told took came went made began became got gave found held left met saw won "
    "lost fell rose kept led sent spoke stood struck broke brought built bought caught chose drew drove "
    "fought knew laid paid ran sat sold shot showed spent swore taught thought threw understood wrote "
    "grew flew wore hung sank shook stole swept woke beat bore slid sought fled dealt felt heard meant "
    "slept stuck withdrew overthrew rode blew froze forgot hid arose awoke bent bit bled clung crept dug "
    "fed flung ground lent lit rang sang shone shrank sprang stung swam swung tore wept wound been died "
    "hit quit cut put shut hurt wasn weren didn hadn "
    "begun written driven taken known shown grown seen gone done flown drawn spoken broken chosen stolen fallen risen "
    "born worn torn sworn thrown beaten eaten hidden forgotten frozen given forbidden woven ridden sunk sprung"
) - {"ground", "wound", "lit", "been", "put", "cut", "shut", "hurt", "bore", "fed", "felt"}
UNCHANGED: Final = words("hit quit beat found saw felt")
"""Forms of the past that are plain forms too: "will hit", "to found"."""
PRESENT: Final = words("is are says am re remains continues shows plans has have isn aren don doesn hasn haven")
TIMETABLE: Final = words("meet meets begins opens expires votes starts arrives leaves resumes heads visits reopens")
"""The present of a timetable: "the talks begin on Monday". Only forms that are seldom nouns or infinitives."""
PLURAL_NOUNS: Final = words("starts votes visits heads")
"""Of them, those that may be nouns."""
PUTTING: Final = words("delay postpone extend adjourn")
"""The same of what is not done yet, wherever they stand before it."""
TIMETABLE_PLURAL: Final = words("start begin resume open expire arrive")
PLAIN: Final = words(
    "vote meet face hold host visit launch return appear stand go be have become leave join sign play speak testify "
    "strike begin resume open close announce decide reveal unveil publish release rise fall cut get see attend address "
    "brief present rule hear consider debate discuss review reopen shut end start move take make give pay"
)
"""Verbs that headlines have behind "to", where nothing else is a verb."""
ASKING: Final = words("what how where when who things")
PROGRAMME: Final = words(
    "choose chooses elect elects walk walks "
    "go goes come comes close closes end ends return returns face faces host hosts play plays travel travels welcome "
    "welcomes entertain entertains turn turns take takes launch launches air airs fly flies depart departs shut shuts "
    "appear appears celebrate celebrates conclude concludes falls mark marks tour tours gather gathers hold "
    "holds reconvene reconvenes premiere premieres lasts run runs head convene convenes expects hopes intends kicks "
    "sits awaits announces publishes unveils decides debates competes defends "
    "posts reports releases issues vote decide debate visit meet"
)
"""Verbs of programmes too, but many are nouns as well: they count where the clause has no other verb."""
VISITS: Final = words("visit meet")
"""Of them, nouns behind a name: "the Moscow visit"; verbs behind a plural alone."""
FIXTURES: Final = words("visit meet host play face visits meets hosts plays faces")
"""Behind a comma and before a name they are verbs."""
PARTICLES: Final = {
    "go": words("back on to ahead live public up"), "come": words("into back up"), "take": words("place effect office"),
}  # fmt: skip
"""With them the verbs count whatever their subject: "schools in the county go back on Tuesday"."""
REPORTS: Final = words("posts reports releases issues")
REPORTED: Final = (["its"], ["their"], ["his"], ["her"], ["the"], ["results"], ["figures"])
"""Of them, nouns that count as verbs only with these objects."""
SHOWS: Final = words("plays hosts tours runs marks faces")
"""Of them, those that are nouns more often."""
MEETING: Final = words(
    "meeting holding hosting visiting travelling traveling leaving flying playing facing heading returning arriving "
    "opening closing launching marking celebrating starting beginning appearing releasing publishing taking"
)
"""The present of plans: "is meeting them on Friday"."""
SHORT: Final = words("used sued tied owed vied")
"""Forms in "-ed" of four letters; most of that length are nouns."""
AFTERWARDS: Final = words("after following against over since despite from")
"""Before "Monday's ruling" they show that it was, whatever will be done about it."""
JOINED: Final = words("in for at")
MAYBE: Final = words("could may might would should can")
"""What somebody may do "in Saturday's match" lies ahead."""
AWAITING: Final = words("await awaits awaiting")
TOLD: Final = words("announcement statement report remarks disclosure admission claim warning decision ruling news")
"""Before "on Friday that" they tell what was said then, whatever it was about."""
STARTING: Final = words("starting beginning")
"""Before a date they show that it is near, behind or ahead."""
DOCUMENTS: Final = words(
    "report log memo letter statement article edition entry ruling agreement treaty list minutes note email order"
)
"""Before "of 1 March" they show that it was."""
CLOSING: Final = ["closing", "price", "on"]
PRINTED: Final = words("edition editions paper papers issue newspaper newspapers")
"""Behind "Monday's" they are near, behind or ahead."""
PUTTING_OFF: Final = words("postpone postponed delay delayed scrap scrapped boycott cancel cancelled canceled")
NEAR_LEADS: Final = (["ahead", "of"], ["put", "off"], ["called", "off"])
"""Before "Friday's vote" they show that it is near, behind or ahead."""
JOINTS: Final = (["and"], [","], ["who"], ["which"], ["that"])
NOT_SUBJECTS: Final = words(
    "to not that of at in on by the a an its their his her my our your for with from this next last each every commons "
    "lords"
)
"""Not even the end of a subject: what stands behind them is no finite verb."""
EMPTY_SUBJECTS: Final = words("it today this that here now when")
"""Before "is" and a date they say which day it is."""
NOUN_LEADS: Final = tuple(
    [word] for word in ("to", "the", "a", "an", "of", "its", "their", "his", "her", "early", "late")
)
ATTRIBUTE_LEADS: Final = words("in of by from with for at on into a an the its their his her our my your some these")
"""Before a word in "-ed" they make it an attribute of a noun behind it: "in armoured cars"."""
BREAKS: Final = frozenset({";", ":", "—", "“", "”", '"', "``", "''", "but", "(", ")", "that", "which", "who", "where"})
RELATIVES: Final = words("who which whose where")
"""Behind a comma they tell something beside the sentence: "on Friday the deputy, who had been ill, died"."""
NOT_VERBS: Final = words(
    "preferred need speed indeed hundred seed feed red bed united breed shed wed sacred naked alleged exceed "
    "proceed succeed limited armed unprecedented detailed wounded unidentified hatred bleed greed weed "
    "deed unspecified undetermined unexpected unchanged unlimited unrelated unresolved undisclosed unnamed unarmed "
    "uninvited unconfirmed unauthorized unauthorised untested unused"
)
PUT_OFF: Final = words(
    "extended postponed delayed adjourned suspended given remanded bail bailed offered proposed has have gave put "
    "deferred barred banned jailed ruled sidelined"
)
"""Told in the past, they still make "until Friday" a day ahead."""
PLURAL: Final = words("they we you who people police voters men women children")
IMPERATIVES: Final = words(
    "see join meet vote come visit call reply register book apply save mark let please don bring"
)
"""At the head of a sentence without another verb they ask for something to come: "See you on the 24th"."""
FORESEEN: Final = words("expected scheduled slated set due supposed planned likely ready bound poised")
"""Behind a date at the head of a sentence they point ahead; "on Tuesday they agreed to meet" tells the past."""
ARRANGED: Final = words(
    "set put called fixed arranged convened booked pencilled penciled slated rescheduled announced forecast"
)
"""Before "for" and a date they point ahead, in the past tense too: "a vote has been called for Monday"."""
ANNOUNCED: Final = words("announced scheduled called convened booked arranged")
"""The same with what they arrange between: "announced hearings for early September"."""
FIXED: Final = words("set fixed")
"""The same, but for what is no event: "set a record for June"."""
RECORDS: Final = words("record records high low mark pace price prices rate rates target targets tone standard example")
GATHERINGS: Final = words(
    "protest protests demonstration demonstrations rally rallies strike strikes march marches walkout walkouts boycott "
    "meeting summit vigil"
)
"""What people are called to: with "called for" it lies near, behind or ahead."""
DEEDS: Final = words(
    "attack attacks shooting shootings killing killings murder murders robbery robberies bombing bombings blast "
    "explosion massacre assault stabbing kidnapping abduction crash collision sinking fire blaze death deaths rape "
    "coup collapse disaster tragedy accident incident riot riots quake earthquake disappearance theft heist arrest "
    "raid derailment"
)
"""What nobody announces: "will appear over the attack on Tuesday", "the trial over the February fire will begin"."""
STATISTICS: Final = words("figures data numbers results sales statistics report reports earnings accounts")
"""Right before "for March" they tell a month that is over: "figures for March are due on Friday"."""
DELIVERED: Final = words("delivery settlement shipment")
"""What commodities are sold for: "for July delivery" lies ahead whatever their price did."""
TRADED: Final = words(
    "crude oil gas gasoline wheat corn maize soybeans cotton sugar coffee cocoa copper gold silver platinum cattle "
    "hogs contract contracts futures"
)
"""Before "for July" they show the same."""
CONTRACTS: Final = words("contract contracts futures")
UNTIL: Final = (["until"], ["till"], ["to"], ["through"])
CALLED: Final = words("called")
"""Before "from" and a date: "a second strike has been called from 14 July"."""
TAKEN_BACK: Final = words("postponed cancelled canceled scrapped")
"""Behind "was" and the like they tell what will not be on the day that was set."""
PROMISED: Final = words("promised pledged vowed")
"""Right before "by Christmas" they tell what was to be done by then."""
MOVED: Final = words("postponed moved adjourned delayed rescheduled deferred shifted extended off back forward")
"""Before "to" or "until" and a date: "the trial was put back to October"."""
NEAR_FROM: Final = MOVED | words("force effect effective")
"""Before "from" and a date: a day near, behind or ahead; "a tariff in force from Friday"."""
WHEN: Final = words("on by in at between from before after until around over within early late later next this tonight")
"""Behind "expected" they tell when, where no object stands."""
OUTDATED: Final = words("had hadn previously originally initially")
TOLD_PLAN: Final = words("was were wasn weren fell")
FAILED: Final = words("never didn did failed neither")
BE: Final = words("was were is are be been being remain remained stay stayed")
BEING: Final = words("be remain stay get keep become")
