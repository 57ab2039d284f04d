"""Verbs of English news: the irregular ones with their forms, the common regular ones, and what sorts of them do.

The lists need not be complete: `newsline.events.tokens` guesses the rest from endings. They hold what endings cannot
tell: irregular forms, and plain verbs whose base or third person looks like a noun.
"""

from __future__ import annotations

from newsline.events.english import vocabulary

# base, past, participle; a form that serves for both stands twice
IRREGULAR = """
arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become|begin began begun
bend bent bent|bet bet bet|bid bid bid|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown
break broke broken|breed bred bred|bring brought brought|broadcast broadcast broadcast|build built built
burn burnt burnt|burst burst burst|buy bought bought|cast cast cast|catch caught caught|choose chose chosen
cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut|deal dealt dealt|dig dug dug
draw drew drawn|dream dreamt dreamt|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen
feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled|fling flung flung|fly flew flown
forbid forbade forbidden|forecast forecast forecast|foresee foresaw foreseen|forget forgot forgotten
forgive forgave forgiven|freeze froze frozen|get got gotten|give gave given|go went gone|grind ground ground
grow grew grown|hang hung hung|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt
keep kept kept|kneel knelt knelt|know knew known|lay laid laid|lead led led|leap leapt leapt|learn learnt learnt
leave left left|lend lent lent|let let let|lie lay lain|light lit lit|lose lost lost|make made made
mean meant meant|meet met met|mistake mistook mistaken|overcome overcame overcome|overrun overran overrun
oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown|pay paid paid|prove proved proven
put put put|quit quit quit|read read read|rebuild rebuilt rebuilt|repay repaid repaid|retake retook retaken
rid rid rid|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought
sell sold sold|send sent sent|set set set|shake shook shaken|shed shed shed|shoot shot shot|show showed shown
shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|slide slid slid
slip slipped slipped|speak spoke spoken|speed sped sped|spell spelt spelt|spend spent spent|spill spilt spilt
spin spun spun|split split split|spread spread spread|spring sprang sprung|stand stood stood|steal stole stolen
stick stuck stuck|strike struck stricken|strive strove striven|sue sued sued|swear swore sworn|sweep swept swept
swell swelled swollen|swim swam swum|swing swung swung|take took taken|teach taught taught|tear tore torn
tell told told|think thought thought|throw threw thrown|undergo underwent undergone|understand understood understood
undertake undertook undertaken|upset upset upset|uphold upheld upheld|wake woke woken|wear wore worn|win won won
wind wound wound|withdraw withdrew withdrawn|withhold withheld withheld|withstand withstood withstood
wreak wrought wrought|write wrote written|underwrite underwrote underwritten|redraw redrew redrawn
bear bore born|beset beset beset|do did done|foretell foretold foretold|hew hewed hewn|mislead misled misled
offset offset offset|outbid outbid outbid|outdo outdid outdone|outgrow outgrew outgrown|outsell outsold outsold
overhear overheard overheard|override overrode overridden|redo redid redone|remake remade remade|resell resold resold
reset reset reset|rewrite rewrote rewritten|slay slew slain|sling slung slung|sting stung stung|string strung strung
thrust thrust thrust|tread trod trodden|undo undid undone|weave wove woven|wed wed wed|weep wept wept
"""

REGULAR = """
abandon accept accuse achieve acknowledge acquire act adapt add address adjourn admit adopt advance advise affect
agree aim allege allow amend announce answer apologise apologize appeal appear apply appoint approach approve argue
arm arrange arrest arrive ask assassinate assault assemble assert assess assign assist assume assure attack attempt
attend attract authorise authorize avoid award back ban bar base battle beg behave believe belong besiege blame blast
block boast bolster bomb boost border boycott brand breach brief burn bury call calm campaign cancel cap capture care
carry cause caution cease celebrate challenge champion change charge chase check cheer cite claim clash clean clear
climb close collaborate collapse collect collide combat combine comfort command commemorate comment commission commit
compare compel compete complain complete concede conclude condemn conduct confess confirm confront congratulate
consider consist consult contact contain continue contribute control convene convert convict convince cooperate
coordinate cope correct counter cover crack crash create criticise criticize cross crush cure cut damage dash debate
debut decide declare decline decrease defeat defect defend define delay deliver demand demolish demonstrate deny
depart depend deploy deport derail descend describe deserve design destroy detail detain detect detonate devastate
develop devote die differ direct disagree disappear discharge disclose discover discuss dismantle dismiss dispatch
disperse displace display dispute disrupt dissolve distribute divert divide donate double doubt downgrade draft drag
drain drift drill drop dump earn ease edge eject elect eliminate emerge employ enable encircle encourage end endorse
endure enforce engage enjoy ensue ensure enter erect erode erupt escalate escape establish estimate evacuate evade
evaluate examine exceed exchange exclude execute exert exhaust exist expand expect expel experience expire explain
explode exploit explore export expose express extend extract face facilitate fail fear feature file fill finance fine
finish fire fix flare flash float flood flow focus follow force form fortify free fuel fulfil function fund gain
gather generate govern grab grant greet guarantee guard guide hail halt hammer hamper hand handle happen harm hatch
head heal heat help hire highlight hijack hint honor honour hope host house identify ignite ignore impeach implement
import impose impound imprison improve include increase indicate indict infect inform inherit initiate inject injure
insert insist inspect inspire install instruct insure intend intensify intercept interrogate interrupt intervene
interview introduce invade invest investigate invite involve isolate issue jail join judge jump justify kick kidnap
kill knock label lack land last launch leak lean level liberate lift like limit link liquidate list listen load loan
lobby locate lock loom loot lower maintain manage march mark mass match matter measure mediate mention merge mine miss
mobilise mobilize monitor mount mourn move murder name narrow need negotiate nominate note notify number obey object
obtain occupy occur offer open operate oppose order organise organize oust overhaul overturn owe own pardon park
participate pass patrol pause perform permit persuade phone pick pin place plan play plead please pledge plot plug
plummet plunge point poison police portray pose position post postpone pound pour power praise precede predict prefer
prepare present preserve press pressure prevent probe proceed process produce project prolong promise promote prompt
pronounce propose prosecute protect protest provide provoke publish pull pump punish purchase purge pursue push
qualify question quarantine quell quiz quote raid raise rally ramp range rank rate ratify reach react reaffirm realise
realize reason reassure rebuff recall receive reckon recognise recognize recommend record recover recruit redirect
reduce refer reflect refuse regain regard register regret reinforce reinstate reiterate reject relate release relieve
relocate rely remain remember remind remove rename renew reopen repair repeal repeat repel replace reply report
represent repulse request require rescue resemble resign resist resolve respond rest restart restore restrict result
resume retain retaliate retire retreat return reunite reveal reverse review revise revive reward roll rule rush
sabotage sack safeguard sail sample sanction save scale scare schedule score scrap scream screen seal search secure
seem seize sentence separate serve settle shape share shatter shell shelter shelve shift ship shock shout shower
sidestep siege sign signal simplify slam slap slash slaughter slow smash smuggle snatch soar solve sort sound spark
spare spearhead sponsor spot stabilise stabilize stage stall start state station stay stem step stop store storm
strand strengthen stress stretch strip struggle study stumble submit succeed suffer suggest summon supply support
suppose surge surface surprise surrender surround survey survive suspect suspend sustain switch tackle talk target
tempt terminate test testify thank threaten tie tighten top topple total touch tour trace track trade trail train
transfer transform transmit transport trap travel treat trial trigger trim triumph trouble try tumble turn unfold
unite unveil update upgrade urge use usher vaccinate value vanish veto view violate visit voice volunteer vote vow
wage wait walk want warn wash watch weaken welcome widen wipe wish witness live love look hate queue flock hack foil
ram dance fish film hover jam kiss laugh cry peak quarrel rival slump smile smoke spray squeeze swap thrive tip toss
tow trample tweet unload vie whip work worry worsen wound wrap yield
abduct absorb accelerate accompany acquit activate adhere adjust administer afford alter analyse analyze annul
anticipate appease appreciate apprehend arraign ascertain attach avert await baptise beatify behead bludgeon bombard
borrow calculate canonise capsize certify choke christen clarify clog communicate commute compensate comply conceal
concentrate confiscate connect consecrate contend convey cremate criminalise curtail decommission defraud defuse defy
delist demote depose destabilise destabilize determine dethrone devalue diagnose diminish disarm disconnect discourage
disqualify disregard distract disturb dive divest dominate downplay drown eclipse embark embezzle embrace emphasise
emphasize enact engulf enhance enthrone equalise erase evict evolve excavate exhume exonerate expedite expropriate
extort extradite filibuster finalise finalize forfeit fulfill gerrymander grapple gut heed hesitate hinder hospitalise
hospitalize illustrate imagine immunise impede implode imply inaugurate inoculate interact interfere intersect
inundate invalidate jeopardise jeopardize launder legalise legalize lessen linger maim manufacture marry maul maximise
melt minimise minimize mitigate mothball mutate nationalise nationalize nullify obstruct offload ordain outvote
overwhelm persist placate plagiarise pollute possess preclude preside privatise privatize quantify raze reapportion
recapitalise recapture recede reconsider rectify redistrict refinance refloat refrain regulate rehire rehouse
reimburse relegate remand render reprieve repudiate reroute rescind restrain restructure rethink revoke satisfy scorch
scuttle sedate sequester sideline siphon skid soak specify speculate stab staunch stifle strafe strangle submerge
subside suck suffocate suppress surpass swamp tend torture uncover underestimate undermine unearth unfurl unseat usurp
validate veer verify waive
"""

# Verbs that report what somebody said, wrote or holds to be so.
SPEECH = vocabulary("""
    say tell add announce claim report state declare confirm deny insist warn note argue admit acknowledge reveal
    disclose explain allege assert stress write post suggest estimate predict believe think reckon hint tweet reply
    respond reiterate concede boast conclude testify pledge vow promise complain caution contend remark observe
    recall inform indicate dispute repeat assure quip joke speculate mention urge comment fear expect hope
    """)

# Of these the saying is itself the thing that happened, whatever is said.
PERFORMATIVE = vocabulary("""
    announce declare pledge vow promise apologise apologize order appoint resign urge demand call reject refuse
    agree condemn accuse approve propose recommend rule veto deny decline
    """)

# Of these too, where it is told that somebody did it once: "warned the council in May that the wall was weak".
WARNING = vocabulary("warn caution threaten")

# Verbs of being, having, seeming and holding opinions: what they tell is a state, no event.
STATE = vocabulary("""
    be have date seem appear remain exist belong consist contain depend deserve lack like love hate matter mean
    need own owe possess prefer represent resemble suit want know understand believe think hope wish fear doubt
    expect suppose include constitute comprise
    """)

# Participles after a comma that say what something is called or where it lies.
NAMING = vocabulary("base bear call date dub entitle house know locate name situate title")

# Participles after a comma that comment on the event, not tell more of it.
COMMENT = vocabulary("""
    marking signaling signalling highlighting underlining underscoring reflecting showing suggesting indicating
    raising making demonstrating illustrating emphasising emphasizing representing proving potentially meaning
    fuelling fueling echoing becoming
    """)

# What goes on since a day and tells no event of that day.
LASTING = vocabulary("""
    chair govern head hold lead live manage own operate play reign rule run serve stay teach train work
    """)

# What is not worth a line where nothing is answered: "declined to comment", "did not return calls".
ANSWERING = vocabulary("answer comment decline refuse reply respond return")

# What events do while they last: "Monday's quake killed 12".
COURSE = vocabulary("""
    attend attract begin cause claim close cost damage derail destroy disrupt draw end fail flood hit hold hurt
    injure interrupt kill last leave lose open pass play produce see start strike take wound win
    """)

# Verbs after which an infinitive or a noun is only intended: "plans to", "agreed to", "is set to".
INTENDING = vocabulary("""
    plan intend aim pledge vow promise prepare hope expect schedule schedule set agree decide want seek threaten
    propose slate poise order demand urge consider weigh need offer due plead
    """)

# Verbs after which an infinitive did not come about.
FAILING = vocabulary("fail refuse decline neglect")

CANCELLING = vocabulary("cancel postpone scrap shelve abandon suspend delay abort halt drop defer withdraw")
