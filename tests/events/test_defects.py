"""What an editor would strike: parts of sentences with the reason, and parts that can be printed."""

from __future__ import annotations

import pytest

from newsline.articles.sentences import split
from newsline.dates.tag import tag
from newsline.events.attribution import Voices
from newsline.events.defects import unprintable
from newsline.events.tokens import tokenize
from newsline.model import Article
from newsline.pipeline import analyse

# A "|" stands on either side of the part that would be printed.
STRUCK = [
    ("|Aldane Water is gambling| that the dam will hold.", "cut"),
    ("|The agency said on Monday that its old lander|, which vanished in May, had been found.", "cut"),
    ("|The men of Aldane went home three days| after the pit had burned.", "cut"),
    ("|The council told the residents late on Friday| that they had a day to leave.", "cut"),
    ("|Aldane Water asked on Tuesday| that nobody cancel a gift.", "cut"),
    ("|By June the town had rebuilt two thirds of that.|", "pronoun"),
    ("The hearing was put off twice: |it was to open in June, and then in May.|", "pronoun"),
    ("|A relief fund was opened amid accusations| that its rules were unfair.", "cut"),
    ("|The minister explained the changes| that the court had asked for.", "cut"),
    ("|Mara Quist said the bank would close| if the talks failed.", "cut"),
    ("|Officials in Aldane, and then in Norham,| confirmed that the ferry had sunk.", "stub"),
    ("|The mayor wrote:| the bridge is safe.", "cut"),
    ("|A newspaper quoted the mayor| as saying that the bridge is safe.", "cut"),
    ("|The lorry stopped between| Aldane and Norham.", "cut"),
    ("|The firm chose a dome to| stop the leak.", "cut"),
    ("|Mara Quist, who resigned in May,| has joined a bank.", "stub"),
    ("|Sailors who had left the port in May| were found near Norham.", "stub"),
    ("Divers searched the wreck, |bringing up two boxes|.", "stub"),
    ("The letter that |the mayor had sent in May| was lost.", "stub"),
    ("The loss takes away almost everything that |the town had won in May|.", "stub"),
    ("The crew cut the cable |and let the ship drift|.", "stub"),
    ("The banks agreed on a sale, and |the strike that was set for May| was called off.", "stub"),
    ("|The banks agreed on a sale, and the strike that was set for May| was called off.", "cut"),
    ("The trial of a doctor, |Anselm Krug, which was to have begun in May, has been called off|.", "stub"),
    ("|“We will not sell,”| Mara Quist said on Friday.", "cut"),
    ("|Mara Quist called the plan “a bold| step” on Friday.", "open"),
    ("|The bank closed its doors (and its vault| in Norham) on Friday.", "open"),
    ("The union ended the strike after |its members had voted to go back|.", "pronoun"),
    ("Norland said |the last of them had left the town in May|.", "pronoun"),
    ("The harbour was closed after |the fleet had left it in June|.", "pronoun"),
    ("|The fourth was found on Friday near Norham.|", "pronoun"),
    ("|Norland has always denied this, and the ministry said so again on Monday.|", "pronoun"),
    ("|On Friday the latter left the port.|", "pronoun"),
    ("|A judge in Norham refused in June 2020.|", "cut"),
    ("|The owners agreed| on Friday.", "cut"),
    (
        "The court put the case off until May, since no judge had come, and |on Monday declined to hear it sooner|.",
        "stub",
    ),
    (
        "Mara Quist, who had been silent, rejected that |in a long speech on Monday night and told the crew to leave.|",
        "stub",
    ),
    ("|In June, when the storm reached the port, he closed the school.|", "pronoun"),
    ("|The mayor told us on Friday that the dam was safe.|", "pronoun"),
    ("|I think the army left Aldane on Friday.|", "pronoun"),
    ("|Aldane asked the crews, the owners, the unions| and even the mayor to wait.", "cut"),
]

PRINTED = [
    "|Norland troops crossed the border on Friday.|",
    "|Norland troops crossed the border on Friday,| marking a turn in the war.",
    "|The firm moved a dome to the well on Friday| as winds rose.",
    "|The union broke a truce from May 8| that the owners had offered.",
    "|By June the town had rebuilt two thirds of that street.|",
    "|It was said to have sunk near Norham in June.|",
    "|The council closed a school| that had burned in May.",
    "|The talks broke out| again in June.",
    "Mara Quist said |the bank would close its doors in May|.",
    "The fleet left after |the harbour had been closed in June|.",
    "The ferry sank, and |the third boat was towed to port on Friday|.",
    "|Norland said it would leave the town in May.|",
    "And |on Friday the owners sold the bank|.",
    "|The union ended the strike after its members had voted.|",
    "|The crew said they had cut the cable.|",
    "|Ida Brandt said she would resign.|",
    "|“We will not sell them,” Mara Quist said on Friday.|",
    "|In his first speech, Kenji Ito promised to cut taxes.|",
    "|The trial of a doctor, Anselm Krug, which was to have begun in May, has been called off| because he is ill.",
    "|On Friday the bank, which had closed in May, was sold.|",
    "The banks agreed on a sale, and |the strike that was set for May was called off|.",
    "|On Monday came the news of the flood.|",
    "|On Monday fell heavy rain.|",
    "|In Aldane on Monday the court declined to hear the case.|",
    "|At the port on Monday crews refused to sail.|",
    "|In a long speech on Monday and Tuesday Kenji Ito told the crew to leave.|",
    "|The fourth boat was found on Friday near Norham.|",
    "|Norland has always denied this attack, and the ministry said so again on Monday.|",
    "|The first of the boats sank in May.|",
    "|A judge in Norham refused the appeal in June 2020.|",
    "|The owners agreed on a sale on Friday.|",
    "|The owners agreed in May to sell the ferry.|",
    "|It emerged on Friday that the dam had cracks.|",
    "|The town lies where the river was crossed in May.|",
    "The town, where |the army first crossed the river in May|, is quiet.",
    "|US troops left Aldane on Friday.|",
    "|The mayor said on Friday: “We told you so.”|",
    "|The army left Aldane, Norham| and crossed the river in May.",
]


@pytest.mark.parametrize(
    ("sentence", "defect"),
    [
        ("Rescue workers unload a ship in Aldane, Norland, 4 March 2019.", "caption"),
        ("Rescue workers unloaded a ship in Aldane, Norland, 4 March 2019.", None),
    ],
)
def test_what_stands_below_a_picture_is_struck(sentence: str, defect: str | None) -> None:
    assert [mention.defect for mention in analyse(Article("a.txt", sentence), "mdy").mentions] == [defect]


def struck(marked: str) -> str | None:
    before, part, _ = marked.split("|")
    text = marked.replace("|", "")
    sentences = split(Article("a.txt", text))
    parse = Voices(sentences, [tag(text, sentences)]).parse(0)
    tokens = parse.tokens
    first, end = tokens.index(len(before)), tokens.index(len(before) + len(part) - 1) + 1
    while tokens.tags[end - 1] == ",":
        end -= 1
    return unprintable(tokens, parse.clauses, first, end)


@pytest.mark.parametrize(("marked", "reason"), STRUCK)
def test_struck(marked: str, reason: str) -> None:
    assert struck(marked) == reason


@pytest.mark.parametrize("marked", PRINTED)
def test_printed(marked: str) -> None:
    assert struck(marked) is None


def test_nothing_is_no_line() -> None:
    assert unprintable(tokenize("", 0), [], 0, 0) == "stub"
