from __future__ import annotations

import pytest

from newsline.events.antecedents import stands_for
from newsline.events.attribution import Voices
from newsline.model import Article, Mention
from newsline.pipeline import analyse
from newsline.timeline.wording import line

RESOLVED = [
    ("Mara Quist led the bank for nine years. She resigned on May 4.", "Mara Quist"),
    (
        "Mara Quist led the bank. It grew. Quist, 58, was on the stand for a day. She pleaded guilty in May.",
        "Mara Quist",
    ),
    ("The team doctor, Anselm Ross, was questioned for nine hours. He was released late on Tuesday.", "Anselm Ross"),
    ("Mayor Jan Ito said that he was tired. On Friday he left the town.", "Jan Ito"),
    ('"We won," said Brenda Askew of the dockers. She will speak again on Tuesday.', "Brenda Askew"),
    ('Jan Ito spoke first. "I asked the people," Mr Ito said after midnight. He will resign on 30 May.', "Jan Ito"),
    ("The campaign ended with the death of Oskar Venn, a deputy. He was found at his home on 4 June.", "Oskar Venn"),
    ("Jan Ito was born in Norham. He has worked there since. In May he left the mill.", "Jan Ito"),
    ("Renke left. Tobias Renke said nothing. His lawyer said that he would appeal on Friday.", "Tobias Renke"),
    ("Mara Quist runs the shop. A window of her flat was broken on Monday.", "Mara Quist"),
    ("Norham Rail said that it would study the findings. Its chief, Jan Ito, resigned on Friday.", "Norham Rail"),
    ("Tarn Ferries no longer exists. Its routes were sold in May.", "Tarn Ferries"),
    ("The airline said that it knew nothing. Its technical director resigned on Friday.", "the airline"),
    ("Tarn won approval in May for a camera. It rejected an offer on Friday.", "Tarn"),
    ("Harnvik said that the report of Tarn Rail was false. Its shares fell on Friday.", "Harnvik"),
    ("The clerk Oskar Venn, whose notebook was shown, did not live to see it. He died in May.", "Oskar Venn"),
    ("His spokeswoman, Tessa Malik, spoke of a vote. She was dismissed on Friday.", "Tessa Malik"),
    ("The Norham Council met for an hour. It rejected the offer on Friday.", "the Norham Council"),
    ("Mr Quist led the bank. He resigned on May 4.", "Mr Quist"),
    ("A second debate at the hall was put off for want of light. It will be held on Friday.", "the second debate"),
    ("The inquiry opened with a prayer. It will hear 60 witnesses in May.", "the inquiry"),
    ("The funeral planned for Sunday was put off. It will now take place on Tuesday.", "the funeral"),
    ("Two men were stopped at the port. They were charged on Friday.", "the two men"),
    ("The shares are quoted in Norham. They fell by a third on Friday.", "the shares"),
    ("The mill opened in 1911. It was bombed in 1941.", "the mill"),
    ("A ferry sank off Norham. It was raised on Friday.", "the ferry"),
    ("The storm killed 31 people in Norway. It turned north on Friday.", "the storm"),
    ("The engineers looked at the wall. Their report is due on 4 May.", "the engineers"),
    ("Jan Ito gave up his seat. Without it the law will fail. He left the town on Friday.", "Jan Ito"),
]

LATE = [
    ("Jan Ito is away. Rolf Dane met him on Friday.", "Jan Ito"),
    ("Jan Ito ran the mill for 19 years. A court fined him on 14 May.", "Jan Ito"),
    ("Mr Ito did not come. At four on Friday, in a hall without light, he left the party.", "Mr Ito"),
    ("Jan Ito denies it. The courts have asked for him. On Friday the bank put him on leave.", "Jan Ito"),
]
"""The same where the pronoun stands behind others that the line speaks of."""

UNSURE = [
    "The troops met the rebels. They fled on Friday.",
    "The cells were shown to a fund. They invested in May.",  # whoever they are, no cells
    "Only King County still counted. His rival left on Friday.",
    "He spoke with Jan Ito. He left on Friday.",
    "Jan Ito spoke of the trial. It was held in May.",
    "The mill bought a lathe in 1911. It was sold in May.",
    "The minister left. It was closed on Friday.",
    "The mill stood idle. It rained on Friday.",
    "The mill that the bank had bought burned. It was sold in May.",
    "Every mill stood idle. It was sold in May.",
    "The trial ended the debate. It shook the town in May.",
    "The lawyer of two men spoke. They were charged on Friday.",
    "Mara Quist accused Ida Brandt of theft. She resigned on May 4.",
    "Mara Quist thanked Jan Ito. He left on May 4.",
    "Mrs Quist led the bank for nine years. He resigned on May 4.",
    "The mayor opened the museum of Jan Ito. He left the town on Friday.",
    "A clerk was seen at the door. He was arrested on Friday.",
    "Mara Quist's lawyer spoke to the press. She resigned on May 4.",
    "Susan Venn sings. He died in May.",
    "Coming from Upper Aldane, Darwin sings of the sea. His first record is out on Friday.",
    "Oskar Venn led the troops. He thinks that they should have left in May.",
    "They shut the mill. He was arrested on Friday.",
    "Jan Ito left the town. They met in Norham on Friday.",
    "Norham Rail bought the bridge. It was opened on May 4.",
    "Norham Rail sued Blue Ferries. It paid on May 4.",
    "The exchange has given it a month. In June it disclosed a subpoena.",
    "The company made a loss. It said in May that it would close.",
    "Jan Ito paid for the house. It was sold in May.",
    "Mara Quist led the bank. Ida Brandt said she would leave in May.",
    "Mara Quist led the bank. The chairman saw her on Friday.",
    "Jan Ito is ill. In April he had ruled it out.",
    "Nothing was said before. He was arrested on Friday.",
    "Jan Ito is away. Tarn Ferries will not wait. He was arrested on Friday.",
    "Susan Quist is away. The bank will not wait. A court fined him on Friday.",
    "Jan Ito is away. A clerk came to the door. He was arrested on Friday.",
]


def last_mention(text: str) -> Mention:
    return analyse(Article("a.txt", text), "mdy").mentions[-1]


@pytest.mark.parametrize(("text", "name"), RESOLVED)
def test_a_pronoun_gets_the_name_of_the_subject_before(text: str, name: str) -> None:
    found = last_mention(text)
    assert found.stands_for is not None
    start, end, written = found.stands_for
    assert written == name
    assert text[start:end].lower() in ("he", "she", "it", "his", "her", "its", "they", "their")
    assert line(found)[0] <= start < line(found)[1]
    assert name.islower() or name in found.names
    assert found.defect is None


@pytest.mark.parametrize(("text", "name"), LATE)
def test_a_person_may_be_meant_anywhere_in_a_line(text: str, name: str) -> None:
    found = last_mention(text)
    assert found.stands_for is not None
    assert found.stands_for[2] == name
    assert name not in found.names
    assert found.defect is None


@pytest.mark.parametrize("text", UNSURE)
def test_no_name_is_guessed(text: str) -> None:
    assert last_mention(text).stands_for is None


def test_a_line_that_names_its_subject_needs_no_name() -> None:
    analysis = analyse(Article("a.txt", "Jan Ito left the town on Friday after he was freed."), "mdy")
    grouped = [list(analysis.expressions)]
    voices = Voices(analysis.sentences, grouped)
    assert stands_for(voices, 0, 0, len(voices.parse(0).tokens)) is None
