"""Folders of made-up articles for measuring speed: the sample articles with other names, places, dates and numbers.

Articles come in stories: the members of a story share its names, places and the shift of its dates, so that merging has
real work to do, and different stories share nothing but the language. The same seed gives the same folder.

The sample articles are chronicles: 8.4 time expressions and 6.5 dated events in 1,000 characters. News holds less than
half of the one and a third of the other: 3.7 expressions in TimeBank, 3.1 in AQUAINT, 2.8 to 3.5 (and 1.5 to 2.0 dated
events) in articles of this size of the four topics of T17. So an article takes some dated sentences of a sample, some
of `LASTING`, whose times date nothing, and the rest from `PLAIN`, sentences that tell no time.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

SEEDS = Path(__file__).parents[2] / "seeds"
ARTICLES_PER_STORY = 8
TARGET_CHARACTERS = 3000
"""The size of an ordinary news article."""
DATED, LASTED = 5, 4
"""Sentences of an article that tell when something happened, and that tell some other time; with the density of news
in expressions and in dated events."""
PARAGRAPH = 2
"""Sentences in a paragraph of online news."""
YEARS = (1995, 2024)

SYLLABLES = "ka lo mi ter van dor sel bru nok ash pel gra ston wik mar ol en tha rus fin".split()
KEPT = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December Easter Christmas The A An In On At It He She They But And After Before Since "
    "His Her Their This That These Those For From By With As When While If There What Nobody Some Many Most Only One "
    "Two Three Few None Both Each Every Neither Not Asked We You I Our Its Prime Minister President".split()
)
NAME = re.compile(r"\b[A-Z][a-z]{2,}\b")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
NUMBER = re.compile(
    r"\b\d{2,3}\b(?!\s*(?:January|February|March|April|May|June|July|August|September|October|November|December))"
)
SENTENCE = re.compile(r"(?<=[.!?”])\s+(?=[A-Z“])|\n\s*\n")
TIME = re.compile(
    r"(?i)\b(?:(?:19|20)\d\d|(?:mon|tues|wednes|thurs|fri|satur|sun|to|yester)days?|january|february|march|april|may"
    r"|june|july|august|september|october|november|december|easter|christmas|spring|summer|autumn|winter|tomorrow"
    r"|tonight|(?:night|day|week|month|year|decade|hour)s?|morning|evening|afternoon|weekend)\b"
)
PLAIN = """
The ministry did not answer questions about who had signed the order or how much the repairs would cost.
“Nobody told us anything,” said Marta Lindqvist, who runs a bakery opposite the station with her two brothers.
Residents queued for bread, batteries and drinking water while soldiers cleared the road of fallen branches.
According to the regional council, about 340 families have asked for shelter in schools and sports halls.
Analysts say that the government has little room to cut spending without losing its partners in parliament.
The company, which employs 620 people in three countries, blamed rising energy prices and weak demand.
“It is a question of trust,” Mr Halloran said. “If people stop believing us, no law will bring them back.”
Police closed the bridge and told drivers to use the ferry instead, which led to long lines on both banks.
A spokesman for the rebels denied the report and accused the army of shelling its own positions.
The court has not yet decided whether the documents can be used as evidence against the former minister.
Prime Minister Ilse Vandermeer is under pressure from farmers, who want higher prices for milk and grain.
Doctors at the hospital described crowded corridors, missing medicines and patients lying on the floor.
The opposition called the plan a gift to large landowners and promised to fight it in every committee.
Exports of copper make up 48 percent of the country's income, far more than tourism or fishing.
He has never held public office, speaks four languages and is said to be close to the central bank.
Neighbours remembered a quiet man who repaired bicycles and rarely spoke about his past.
The report lists 27 failures, among them locked emergency exits, broken alarms and untrained guards.
Witnesses spoke of a loud bang followed by thick smoke, and of people running towards the harbour.
“We want answers, not flowers,” shouted a woman whose son had worked at the plant.
Engineers believe that water seeped through a crack in the wall and slowly washed away the foundation.
Some of the money came from a fund that was set up to help young families buy their first home.
The governor, Tobias Renn, thanked the volunteers and asked them to stay out of the damaged buildings.
Few experts expect the talks to succeed, because neither side is willing to give up the port.
Farmers along the river lost cattle, machines and seed, and many of them are not insured.
The airline said that passengers would get their money back or could book another flight free of charge.
Only three of the twelve members voted against the motion, all of them from the northern districts.
Human rights groups have counted 140 detained journalists, most of them held without charge.
The museum keeps drawings, letters and a piano that once belonged to the composer's sister.
“There was no warning at all,” a guard said, who did not want to give his name because he feared for his job.
Under the agreement both armies would pull back their heavy guns and let observers pass freely.
Shares of the bank fell sharply, and the regulator asked its directors for a written explanation.
The director of the institute, Professor Anneke Sorel, warned against drawing quick conclusions.
Most of the wounded are workers from the neighbouring province who had come to bring in the harvest.
Asked about the cost, the mayor said that safety had no price and that the city would find the money.
The two leaders shook hands for the cameras but took no questions from the press.
Schools remain shut, buses do not run, and the mobile network works only on the hills above the town.
Critics argue that the new rules protect the rich and leave tenants with nothing but a telephone number.
Investigators are looking into whether a rival firm paid the hackers who stole the designs.
The island has no airport, a single road and fewer than 900 inhabitants, nearly all of them fishermen.
She was accompanied by her lawyer, her husband and about fifty supporters carrying banners.
The union wants shorter shifts, safer machines and a say in how the profits are shared.
Officials fear that the disease could spread through markets where live birds are sold.
It remains unclear who fired first, and both versions of the story have been circulated widely on social media.
A video showed masked men carrying boxes out of the building and loading them onto two unmarked trucks.
The prosecutor described the accused as a gifted organiser who never touched the goods himself.
What the inspectors found in the cellar surprised even those who had led the search.
“My father built this house with his own hands,” said Piotr Adamek, standing in front of the ruins.
The treaty forbids the use of mines, but several neighbours have neither signed nor ratified it.
Rescue teams with dogs searched the upper floors, hampered by heavy rain and the danger of further collapse.
The club has sold its best striker, owes its players wages and may not be allowed to enter the league.
""".strip().splitlines()
"""Sentences without a time, of the kinds that make up most of an article: background, opinions, quotations."""

LASTING = """
Miners work twelve hours a day, six days a week, for less than the price of a bus ticket.
The contract runs for five years and can be extended once.
“We have been waiting for weeks,” said Jonas Albrecht, whose flat is still without heating.
The council meets twice a month behind closed doors.
Rebuilding the bridge may take up to eighteen months, engineers warn.
Children now walk two hours to the nearest school.
He has run the family firm for more than a decade.
The station is open daily and sells about 400 tickets an hour.
Nurses say that night shifts of fourteen hours have become normal.
For years nobody checked whether the pumps were still working.
The film is two hours long and has hardly any dialogue.
Currently only one of the four turbines produces electricity.
The insurance pays for a maximum of ninety days.
It rains on some 200 days a year in the valleys.
She trains every morning before work and rests on Sundays.
A weekly market is all that is left of the town's trade.
""".strip().splitlines()
"""Sentences with durations, repeated times and the like: half of the time expressions of news date no event."""


def articles(count: int, seed: int = 0) -> Iterator[tuple[str, str]]:
    """File names and texts of `count` articles."""
    dice = random.Random(seed)
    samples = [_dated(path.read_text(encoding="utf-8")) for path in sorted(SEEDS.glob("*.txt"))]
    for number in range(count):
        if number % ARTICLES_PER_STORY == 0:
            names: dict[str, str] = {}
            shift = dice.randint(*YEARS) - 2025
        text = _composed(dice.choice(samples), dice)
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


def _dated(text: str) -> list[str]:
    """The sentences of a sample that hold a time expression."""
    return [" ".join(sentence.split()) for sentence in SENTENCE.split(text) if TIME.search(sentence)]


def _composed(dated: Sequence[str], dice: random.Random) -> str:
    """Some of the dated sentences, in their order, among plain ones; a dated one first, as in news."""
    chosen = sorted(dice.sample(range(len(dated)), min(DATED, len(dated))))
    sentences = [dated[at] for at in chosen]
    for sentence in dice.sample(LASTING, LASTED):
        sentences.insert(dice.randint(1, len(sentences)), sentence)
    plain = dice.sample(PLAIN, len(PLAIN))
    while sum(map(len, sentences)) < TARGET_CHARACTERS and plain:
        sentences.insert(dice.randint(1, len(sentences)), plain.pop())
    paragraphs = (" ".join(sentences[at : at + PARAGRAPH]) for at in range(0, len(sentences), PARAGRAPH))
    return "\n\n".join(paragraphs) + "\n"


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
