"""Words that tell of the same sort of happening, and words for the same things: what texts say instead of a name's."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

_SORTS = """
attack attacks attacked attackers massacre massacred shooting shootings shot gunman gunmen bomb bombs bombing bombings
    bombed bomber bombers explosion explosions exploded siege stabbing stabbings stabbed killings killed murdered raid
    raided strike storming stormed hostage hostages rammed
explosion explosions exploded explode blast blasts blew bomb bombs bombing
earthquake earthquakes quake quakes tremor tremors
tsunami tsunamis wave waves
fire fires blaze flames burned burnt burning wildfire bushfire bushfires inferno
disaster crash crashed crashes accident derailment derailed collision collided sinking sank sunk sinks capsized aground
    rocks shipwreck wreck wrecked downing downed down broke hit plunged vanished disappeared disappearance grounding
    stuck
collapse collapsed fell fallen fall came down burst gave bankruptcy bankrupt insolvency insolvent failure
    failed filed bailout
flood floods flooding flooded floodwater swept burst
eruption erupted erupts volcano volcanic ash
rescue rescued saved freed brought
landing landings landed lands touchdown touched flyby flew flight arrival arrived reached came
launch launched launches release released unveiled unveiling unveils shows showed introduced announcement announced sale
coup overthrow overthrew overthrown ouster ousted toppled mutiny seized takeover taken
agreement accord accords deal pact treaty signed signing agreed
ruling ruled rules decision decided verdict judgment upheld overturned overturning
lockdown locked sealed
genocide massacre massacres killing killings
discovery discovered found announcement announced
declaration declared declares proclaimed independence independent
handover handed returned returns
accession joins joined join enlargement departure left leaves
invasion invaded offensive marched crossed
sludge spill spilled leaked
outage failed
stampede crush crushed trampled
wins won win winning winner beat beats beaten beating defeat defeated defeats victory victories champions champion title
    lifted triumph triumphed lost thrashed edged overcame crowned
arrest arrests arrested capture captured seized detained custody held
conviction convicted guilty sentenced sentence jailed prison verdict acquitted acquittal cleared
indictment indicted charged charges
funeral buried bury burial coffin laid mourners memorial
wedding married marry marries weds
coronation crowned
takeover bought buys buy acquire acquired acquires acquisition
prize prizes award awarded given won wins laureate
vote voted won survived
meeting meet meets met summit talks visit visits visited arrival arrived arrives landed lands
opening opened opens
withdrawal withdrew withdraws departure departed left leave resign resigned resignation go quit
postponement postponed delayed put
recall recalled
stripping stripped
record
confession confessed admitted admits
match
break broke cut severed blockade
"""
_THINGS = """
school schools pupils classroom
train trains railway rail track commuters
metro subway underground
ferry ship boat vessel
flight plane jet aircraft airliner airlines
air airlines
airlines airline flight jet plane
plane jet aircraft airliner flight airlines air
airport terminal
mine mines miners pit colliery
nightclub club disco discotheque bar
church chapel worshippers congregation
mosque mosques worshippers
synagogue worshippers
supermarket store grocery
market
hotel
bridge
dam dams
truck lorry van car
van truck car lorry
port harbour harbor warehouse
cave
bus coach
stadium arena concert
parliament congress capitol
university campus college students
embassy embassies
nuclear
court supreme justices
mass crowd
movie theater theatre cinema
theater theatre
theatre theater
soccer football
mall shopping centre center
christmas
marathon
refinery plant factory
boys
shuttle spacecraft orbiter
space
probe spacecraft rover lander
submarine
condo condominium building tower
chemical gas
midair air plane jet
rally
final finals cup title trophy champions bowl world european euro tournament
army military soldiers generals general junta
world
diesel emissions
ash
ceasefire truce
crane
women
confidence
cap ceiling
"""
"""In each line the first is a word of names that no text writes in capitals, all are words for it."""
_PLAIN = """
attempt barracks branch building cafe canopy capsule climate college community company compound consulate crew
cricket crisis crowd cyanide emergency facility federal fertilizer festival fireworks flotilla genome grain
headquarters hospital human initial inquest jury kitchen knife law lunar migrants mission moon offering oil
pandemic parade peace police presidential public railway reactor referendum reform rights rocket rugby second
shopping sheep spa stock swine telescope tram tunnel warehouse warrant welfare yard
"""
"""More such words, each for itself."""


_ANY = ("disaster", "tragedy"), ("crash", "fire", "flood", "collapse", "explosion", "crush", "eruption")
"""Words for any mishap, and one of each sort."""


@cache
def happenings() -> Mapping[str, frozenset[str]]:
    """Each word for a sort of happening, with all that may stand for it."""
    found: dict[str, frozenset[str]] = {}
    for line in _SORTS.replace("\n    ", " ").split("\n"):
        words = frozenset(line.split())
        for word in words:
            found[word] = found.get(word, frozenset()) | words
    found |= dict.fromkeys(_ANY[0], frozenset(_ANY[0]).union(*(found[word] for word in _ANY[1])))
    return {word: some for word, some in found.items() if word not in things()}


@cache
def things() -> Mapping[str, frozenset[str]]:
    """Each word for a thing in names, with all that may stand for it."""
    plain = {word: frozenset((word,)) for word in _PLAIN.split()}
    return plain | {line.split()[0]: frozenset(line.split()) for line in _THINGS.strip().split("\n")}
