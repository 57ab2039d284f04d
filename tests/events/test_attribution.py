"""Who says so."""

from __future__ import annotations

import pytest

from tests.events.analysing import FILLER, analyse, mentions, only

CASES = [
    ("Coach Rita Sandoval said the match on Friday was lost in the first minute, when the goal fell.", "Rita Sandoval"),
    ("The Harbour Authority claimed that two ships collided off Aldane on Friday.", "the Harbour Authority"),
    ("Two ships collided off Aldane on Friday, the Harbour Authority said.", "the Harbour Authority"),
    ("Two ships collided off Aldane, the Harbour Authority said on Friday.", "the Harbour Authority"),
    ("Two ships collided off Aldane on Friday, the Harbour Authority there said.", "the Harbour Authority"),
    ("What people told the court is that two ships collided off Aldane on Friday.", None),
    ("Two ships collided off Aldane on Friday, said Lena Oster, the harbour master.", "Lena Oster"),
    ("According to the Harbour Authority, two ships collided off Aldane on Friday.", "the Harbour Authority"),
    ("Two ships collided off Aldane on Friday, according to harbour officials.", "harbour officials"),
    ("The operator, Blue Ferries, denied on Friday that its crews had been drinking.", "Blue Ferries"),
    ("After weeks of silence Norland declared that the last rebels had been expelled in March.", "Norland"),
    ("Norland claimed to have expelled the last rebels in March.", "Norland"),
    ("The clerk who ran the works told the city council that two pipes had burst at Aldane on Friday.", "the clerk"),
    ("Two ships collided off Aldane on Friday, the General Staff said.", "the General Staff"),
    ("Ida Oster warned the council in May 2010 that the mole was cracked, according to her lawyer.", "the lawyer"),
    ("One neighbour said that two ships had collided off Aldane on Friday.", "one neighbour"),
    ("On 1 May Ito lost, 43 percent to 40, admitted it, and left Aldane.", None),
    ("The council said that two ships had collided off Aldane on Friday.", "the council"),
    ("(Harbour News) A pilot said that two ships had collided off Aldane on Friday.", "a pilot"),
    ("An inquiry into the collision was announced on Friday by the mayor, Lena Oster.", None),
    ("Two ships collided off Aldane on Friday, the pilot's employer, Lena Oster, told reporters.", "Lena Oster"),
    (
        "Two ships collided off Aldane on Friday, killing nine people, the mayor and the navy said.",
        "the mayor and the navy",
    ),
    ("Two ships collided off Aldane on Friday, Lena Oster, prosecuting, said at the inquest.", "Lena Oster"),
    ("The mayor of Aldane, Lena Oster, said that two ships had collided on Friday.", "Lena Oster"),
    ("The trawler, which had sailed from Melby, found two bodies off Aldane on Friday.", None),
    ("The families had been told that two ships collided off Aldane on Friday.", None),
    ("The talks were over; on Friday two ships collided off Aldane.", None),
    ("The other, Jan Ito, said that two ships had collided off Aldane on Friday.", "Jan Ito"),
    ("Lawyers for the League said that two ships had collided off Aldane on Friday.", "Lawyers for the League"),
    ("The mother of Jan Ito said that two ships had collided off Aldane on Friday.", "the mother of Jan Ito"),
    ("The head of Norland's Red Cross said that two ships had collided on Friday.", "the head of Norland's Red Cross"),
    (
        "The Department of Trade and Industry said that two ships had collided on Friday.",
        "the Department of Trade and Industry",
    ),
    ("Jan Ito and Ida Brandt said that two ships had collided off Aldane on Friday.", "Jan Ito and Ida Brandt"),
    ("Brandt also said that two ships had collided off Aldane on Friday.", "Brandt"),
    (
        "Blue Ferries, which told Reuben News that all was well, had lost a ship on Friday, the commission found.",
        "the commission",
    ),
    ("The mayor said that she would fight; on Friday two ships collided off Aldane.", None),
    ("Two ships, one of them reported to the navy, collided on Friday, the letters show.", "the letters"),
    ("A spokesman for Blue Ferries said that two ships had collided on Friday.", "Blue Ferries"),
    ("Two ships collided off Aldane on Friday.", None),
    ("On Friday the ministry stated that it was trying to clear a strip along the border.", None),
    ("Two ships reportedly collided off Aldane on Friday.", None),
    ("Two ships collided off Aldane on Friday, his family said.", "the family"),
    ("Prosecutors accuse Jan Ito of having sunk a ship off Aldane in 2016.", "Prosecutors"),
    ("Prosecutors accused Jan Ito on Friday of having sunk a ship off Aldane.", None),
    ("Two ships, the harbour master said, collided off Aldane on Friday.", "the harbour master"),
    ("State radio cited the Harbour Authority as saying two ships had collided on Friday.", "the Harbour Authority"),
    ("The paper quoted the mayor, Lena Oster, as saying that two ships had collided on Friday.", "Lena Oster"),
    ("The mayor was quoted as saying two ships had collided off Aldane on Friday.", "the mayor"),
    ("The council cited two ships for speeding off Aldane on Friday.", None),
    ("Two ships quoted as saying goodbye collided off Aldane on Friday.", None),
    (
        "Two ships collided off Aldane on Friday, the Council of the Armed Forces said.",
        "the Council of the Armed Forces",
    ),
    ("The Harbour Authority closed the port of Aldane on Friday.", None),
    ("The rebels claimed responsibility on Friday for the sinking of two ships.", None),
    ("On Friday the Harbour Authority said that it would close the port of Aldane.", None),
]


@pytest.mark.parametrize(("sentence", "speaker"), CASES)
def test_speaker(sentence: str, speaker: str | None) -> None:
    assert only(sentence).speaker == speaker


def test_a_weekday_is_no_first_name() -> None:
    found = analyse(f"{FILLER}\n\nOn Saturday Oster said that two ships had collided off Aldane.").mentions
    assert [mention.speaker for mention in found] == ["Oster"]


def test_a_country_is_no_first_name() -> None:
    text = f"{FILLER}\n\nThe peace with Norway Ito had kept for years. The army left Aldane on Friday, Ito said."
    assert [mention.speaker for mention in analyse(text).mentions if mention.expression] == ["Ito"]


def test_a_short_name_becomes_the_full_one() -> None:
    text = f"{FILLER}\n\nPresident Ida Brandt took office. The army left Aldane on Friday, Ms Brandt said."
    assert [mention.speaker for mention in analyse(text).mentions if mention.expression] == ["Ida Brandt"]


def test_a_pronoun_becomes_the_last_speaker() -> None:
    text = f"{FILLER}\n\nMayor Ida Brandt said the town was calm. The army left Aldane on Friday, she said."
    assert [mention.speaker for mention in analyse(text).mentions if mention.expression] == ["Ida Brandt"]


PRONOUNS = [
    (
        "The firm said all was well. The town will greet Mayor Ida Brandt. He said on Friday that the army had left.",
        "Ida Brandt",
    ),
    ("The firm said all was well. It said on Friday that the army had left Aldane.", "the firm"),
    (
        "The witness said all was well. The police had denied it; on Friday they said that the army had left.",
        "the police",
    ),
    (
        "Jan Ito said all was well. Staff said that they were tired. He said on Friday that the army had left.",
        "Jan Ito",
    ),
    ("Jan Ito said all was well. Susan Quist said so, too. He said on Friday that the army had left.", "Jan Ito"),
    ("Jan Ito said all was well. Oslo said no more. He said on Friday that the army had left.", "Jan Ito"),
]


@pytest.mark.parametrize(("text", "speaker"), PRONOUNS)
def test_a_pronoun_stands_for_somebody_who_can_be_meant(text: str, speaker: str) -> None:
    found = [
        m.speaker for m in analyse(f"{FILLER}\n\n{text}").mentions if m.expression and m.expression.text == "Friday"
    ]
    assert [name and name.casefold() for name in found] == [speaker.casefold()]


def test_a_quotation_goes_on_over_sentences() -> None:
    text = f"{FILLER}\n\n“The town is calm,” said Ida Brandt. “The army left Aldane on Friday. All is well.”"
    assert [mention.speaker for mention in analyse(text).mentions if mention.expression] == ["Ida Brandt"]


def test_a_noun_that_several_names_end_in_stands_for_itself():
    text = "Ballots in Marrow County were counted on Monday, and those of Tolland County on Tuesday.\n\n" + FILLER
    told = analyse(f"{text}\n\nThe county said on Friday that 40 ballots had been found.").mentions
    assert "the county" in {mention.speaker for mention in told}


def test_data_make_no_claim():
    assert only("Inflation in Aldane rose to 9 per cent, data showed on Friday.").speaker is None


def test_what_is_remarked_on_a_claim_is_not_the_claimants() -> None:
    found = mentions("The army said it sank a ship on Friday, a claim that Norland rejected on Sunday.")
    assert [(mention.text, mention.speaker) for mention in found][1:] == [("Norland rejected on Sunday.", None)]
