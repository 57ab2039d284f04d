"""Which date belongs to which clause, where a sentence has several or none that its verb can have."""

from __future__ import annotations

import pytest

from newsline.model import Factuality
from tests.events.analysing import dated, mentions

DATED = [
    # a participle with a date of its own, and the verb behind it
    ("A trawler built in 1998 sank off Aldane on Friday.", [("Friday", "A trawler built in 1998 sank off Aldane")]),
    ("The party founded in 1998 won the Aldane vote on Sunday.", [("Sunday", "The party founded in 1998 won")]),
    ("Arrested in May, the mayor of Aldane resigned on Friday.", [("Friday", "the mayor of Aldane resigned")]),
    ("Having lost the vote on Monday, Ida Brandt left on Friday.", [("Friday", "Ida Brandt left on Friday")]),
    ("Arrested in May, the mayor of Aldane was released after a week.", [("May", "the mayor of Aldane was released")]),
    # the occasion before the main clause
    ("At a meeting on Monday in Aldane, the two firms agreed a price.", [("Monday", "the two firms agreed a price")]),
    ("At a meeting on Monday, Brandt said that she had fled in 2012.", [("2012", "she had fled in 2012")]),
    ("Ida Brandt, campaigning in Norham on Friday, called it a lie.", [("Friday", "Ida Brandt, campaigning")]),
    (
        "Ida Brandt, arrested in Norham in May, was freed on Friday.",
        [("Friday", "Ida Brandt, arrested in Norham in May")],
    ),
    # an infinitive
    ("Brandt had promised in January to publish the list by Easter.", [("January", "Brandt had promised in January")]),
    ("The council voted to close the school on Friday.", [("Friday", "The council voted to close the school")]),
    # several verbs of one subject
    (
        "The ship left Aldane on 2 May, reached Norham on 9 May and has not been seen since.",
        [("2 May", "The ship left Aldane on 2 May"), ("9 May", "reached Norham on 9 May")],
    ),
    (
        "The bank failed in 2011, was bought by the state in 2012 and was sold again in 2018.",
        [("2011", "The bank failed in 2011"), ("2012", "was bought by the state"), ("2018", "was sold again")],
    ),
    (
        "Police found a man, killed by a bomb on Sunday, and arrested another.",
        [("Sunday", "Police found a man, killed by a bomb on Sunday")],
    ),
    # events that their date stands before
    ("Monday's quake killed at least 12 people in Aldane.", [("Monday's", "Monday's quake killed at least 12")]),
    ("Sunday's vote was won by Ida Brandt.", [("Sunday's", "Sunday's vote was won by Ida Brandt")]),
    ("Sunday's vote was criticised by Ida Brandt.", [("Sunday's", "Sunday's vote")]),
    ("There were clashes in Aldane on Sunday.", [("Sunday", "There were clashes in Aldane on Sunday")]),
    # what is counted from
    (
        "The firm has lost a third of its value since the fire on the platform off Aldane on 20 April.",
        [("20 April", "the fire on the platform off Aldane on 20 April")],
    ),
    (
        "Norland shut its ports after police on Friday named him.",
        [("Friday", "police on Friday named him")],
    ),
    (
        "The concert was held during the trial of a doctor charged with manslaughter over her death in June 2009.",
        [("June 2009", "her death in June 2009")],
    ),
    ("Ida Brandt is set down for trial in March.", [("March", "Ida Brandt is set down for trial in March")]),
    ("Three engineers have looked into the collapse since 20 June.", [("20 June", "Three engineers have looked into")]),
    ("The first confirmed case in Aldane was found on Friday.", [("Friday", "The first confirmed case in Aldane was")]),
    # the occasion in the same clause
    ("The reds won 34 of 61 seats in Sunday's vote.", [("Sunday's", "The reds won 34 of 61 seats in Sunday's vote")]),
    ("In Sunday's vote, the reds won 34 of 61 seats.", [("Sunday's", "the reds won 34 of 61 seats")]),
    ("Brandt praised the men killed in Sunday's attack.", [("Sunday's", "Sunday's attack")]),
    (
        "The reds said on Monday that they lost in Sunday's vote.",
        [("Sunday's", "they lost")],
    ),
    ("During a visit to Aldane on Friday, Brandt promised help.", [("Friday", "Brandt promised help")]),
    ("Aldane's voters go to the polls on 11 June.", [("11 June", "Aldane's voters go to the polls")]),
    # what is named by its date
    ("A report on the fire of 6 May is due on Friday.", [("Friday", "A report on the fire of 6 May is due")]),
    ("The fire of 6 May destroyed a school in Aldane.", [("6 May", "The fire of 6 May destroyed a school")]),
    ("The Aldane tunnel is scheduled to open in 2026.", [("2026", "The Aldane tunnel is scheduled to open")]),
    # phrases between the subject and its verb
    (
        "The body of Ida Falk, missing since May 2009, was found on Friday.",
        [("Friday", "The body of Ida Falk, missing")],
    ),
    ("First elected in 2007, Ida Brandt was re-elected in 2010.", [("2010", "Ida Brandt was re-elected in 2010")]),
    # bounds are no clauses
    (
        "The crew will be held until 21 June to see who falls ill.",
        [("21 June", "The crew will be held until 21")],
    ),
    # a day set before its sentence
    ("It was on Sunday that the wall of Aldane fell.", [("Sunday", "the wall of Aldane fell")]),
    ("It was only in May that the council heard of it.", [("May", "the council heard of it")]),
    ("The court sentenced Jan Ito, who was arrested in 2011, to six years on Friday.", [("Friday", "The court sent")]),
    # what a relative clause belongs to
    ("The last was a guard of 61, who was pulled out of Aldane on Friday.", [("Friday", "a guard of 61, who was")]),
    ("The last was Jan Ito, 61, who was pulled out of Aldane on Friday.", [("Friday", "Jan Ito, 61, who was")]),
    (
        "A report, which the court made public on Friday, found sand in the walls.",
        [("Friday", "the court made public on Friday")],
    ),
    # what is said has a date, too
    ("Police said on Monday that a man had been shot on Sunday.", [("Sunday", "a man had been shot on Sunday")]),
    (
        "Police announced on Monday that a man had been shot on Sunday.",
        [("Monday", "Police announced on Monday"), ("Sunday", "a man had been shot on Sunday")],
    ),
    ("The port, the council said on Monday, will close on 30 June.", [("30 June", "The port, the council said")]),
    ("Two bodies were found in Aldane, the coastguard said today.", [("today", "Two bodies were found in Aldane")]),
    (
        "Aldane must pay the fine by 1 May, the court ruled on Monday.",
        [("1 May", "Aldane must pay the fine"), ("Monday", "Aldane must pay the fine by 1 May, the court ruled")],
    ),
    # participles that look like verbs
    (
        "At a hearing on Tuesday for a man shot by guards on 19 May, mourners sang.",
        [("Tuesday", "At a hearing on Tuesday"), ("19 May", "a man shot by guards")],
    ),
    ("In the case of a man charged in May, the judge resigned on Friday.", [("Friday", "the judge resigned")]),
    ("Founded in 1974 in Aldane, Blue Ferries went bankrupt in 1999.", [("1999", "Blue Ferries went bankrupt")]),
    (
        "Ida Brandt says the bridge, delayed by a strike since 2016, will open in early 2021.",
        [("early 2021", "Ida Brandt says the bridge")],
    ),
    ("On Monday a house burned in Aldane, officials said.", [("Monday", "On Monday a house burned in Aldane")]),
    # verbs that look like nouns or participles
    ("The union, which has 840 members, votes on Tuesday on an offer.", [("Tuesday", "The union, which has 840")]),
    ("Next month the diggers come to Aldane.", [("Next month", "Next month the diggers come")]),
    ("The trains run by Blue Rail stopped on Friday.", [("Friday", "The trains run by Blue Rail stopped")]),
    ("The first twins were born in Aldane on Friday.", [("Friday", "The first twins were born")]),
    ("There'll be a concert in Aldane on 8 July.", [("8 July", "There'll be a concert in Aldane")]),
    # several verbs, one of them behind "and"
    (
        "The clerk, Lucia Marsh, admitted two charges in November and will appeal.",
        [("November", "The clerk, Lucia Marsh, admitted two charges")],
    ),
    (
        "Brandt opened the inn in 1991, survived a flood in 2006 and a divorce, and sold it in May.",
        [("1991", "Brandt opened the inn"), ("2006", "survived a flood"), ("May", "sold it in May")],
    ),
    (
        "On 12 June Brandt resigned; on 14 June the mayor, her own brother, fled; and on Friday the council met.",
        [("12 June", "On 12 June Brandt resigned"), ("14 June", "on 14 June the mayor"), ("Friday", "on Friday the")],
    ),
    ("The town that burned after a storm in 1996 has been rebuilt.", [("1996", "a storm in 1996")]),
    # lengths and amounts beside a date
    ("The jury took less than three hours on Thursday to convict Jan Ito.", [("Thursday", "The jury took less")]),
    ("In March Norland had lent Aldane 95 million, to be repaid by 2029.", [("March", "In March Norland had lent")]),
    ("The Aldane vote has already been put off once, in 2019.", [("2019", "The Aldane vote has already been put off")]),
    # participles between commas, before and behind the main clause
    (
        "The mill, bought by Blue Foods in 2017, closed in Aldane last year.",
        [("2017", "The mill, bought by Blue Foods in 2017"), ("last year", "The mill, bought by Blue Foods")],
    ),
    (
        "The court on Thursday upheld the ban on the Blue League, founded by Jan Ito in 2010.",
        [("Thursday", "The court on Thursday upheld the ban"), ("2010", "founded by Jan Ito in 2010")],
    ),
    ("A report, released on 29 May, traced it to a bearing.", [("29 May", "A report, released on 29 May")]),
    (
        "Founded in 1974 in Aldane, Blue Ferries went bankrupt in 1999.",
        [("1974", "Founded in 1974 in Aldane"), ("1999", "Blue Ferries went bankrupt in 1999.")],
    ),
    # the verb before its subject
    ("Not until Friday did the ministry confirm the loss.", [("Friday", "Not until Friday did the ministry confirm")]),
    ("Only on Monday were the last two bodies found.", [("Monday", "Only on Monday were the last two bodies found")]),
    ("Helicopters could not reach Aldane until Monday.", [("Monday", "Helicopters could not reach Aldane until")]),
    ("Turnout in Aldane was 51 per cent on Sunday.", [("Sunday", "Turnout in Aldane was 51 per cent")]),
    # of several dates the one that the verb has
    (
        "Ida Brandt resigned two weeks ago, after a vote of no confidence in Aldane on 26 October.",
        [("two weeks ago", "Ida Brandt resigned"), ("26 October", "a vote of no confidence in Aldane on 26 October")],
    ),
    ("On Friday Aldane will light its towers for Christmas.", [("Friday", "On Friday Aldane will light its towers")]),
    (
        "In May 2019 a ship had to turn back, and in 2009 a ferry and a trawler did collide off Aldane.",
        [("May 2019", "In May 2019 a ship had to turn back"), ("2009", "in 2009 a ferry and a trawler did collide")],
    ),
    (
        "It was ten past four on Friday in Aldane when the screens of the harbour turned red.",
        [("ten past four on Friday", "the screens of the harbour turned red")],
    ),
    # words that may be a noun, an adjective or a participle
    ("State Route 28 reopened at Aldane on Monday.", [("Monday", "State Route 28 reopened")]),
    ("The public learned of it on Friday, from a Norland newspaper.", [("Friday", "The public learned of it")]),
    ("The pair leave Aldane in October.", [("October", "The pair leave Aldane")]),
    (
        "Voters go to the polls on Sunday in an election brought forward by nine months.",
        [("Sunday", "Voters go to the polls on Sunday")],
    ),
    # a date between the opener and its clause, or before a condition
    (
        "She had been head of the school for years when, in the autumn of 2021, the letters began.",
        [("the autumn of 2021", "the letters began")],
    ),
    ("This May, if the money holds, a hall will be opened.", [("This May", "a hall will be opened")]),
    (
        "Should it hold until August, Blue Labs will ask for approval by the end of May.",
        [("the end of May", "Blue Labs will ask for approval")],
    ),
    # what somebody did before or after
    (
        "Ellen Moss led the club to two titles before leaving for Aldane in May.",
        [("May", "leaving for Aldane in May")],
    ),
    ("A crack that appeared in the Aldane dam in 2019 is growing.", [("2019", "A crack that appeared")]),
    ("We pulled the Aldane build on Sunday.", [("Sunday", "We pulled the Aldane build")]),
    # states with a beginning or an end
    ("The Aldane ferry was out of service from 26 June until 5 July.", [("26 June", "The Aldane ferry was out of")]),
    ("Ida Brandt has been under house arrest since 23 November.", [("23 November", "Ida Brandt has been under")]),
    ("Ida Brandt has until Monday to appeal.", [("Monday", "Ida Brandt has until Monday to appeal")]),
    (
        "Ida Brandt has been under house arrest since 23 November, when the court met.",
        [("23 November", "Ida Brandt has been under")],
    ),
    ("A permit will be needed in Aldane from January.", [("January", "A permit will be needed in Aldane")]),
    # what happened when something else ended or began
    ("It was the worst fire since 2011, when a blaze killed 58 in Aldane.", [("2011", "a blaze killed 58")]),
    ("Nobody has been found since Friday, when Ida Falk was lifted out.", [("Friday", "Ida Falk was lifted out")]),
    ("Jan Ito was out of work until April, when a mill in Aldane took him on.", [("April", "a mill in Aldane took")]),
    ("It began on Friday, when hundreds marched through Aldane.", [("Friday", "hundreds marched through")]),
    ("The talks ended on Friday, when the two sides met in Aldane.", [("Friday", "The talks ended on Friday, when")]),
    # several participles between commas, and the verb behind them
    (
        "The hall of Aldane, begun in 2008, abandoned in 2010 and taken up again in 2014, is to be finished in June.",
        [("2010", "abandoned in 2010"), ("2014", "taken up again in 2014"), ("June", "The hall of Aldane, begun in")],
    ),
    (
        "The tax, promised in 2014 and watered down in 2015, finally became law in Aldane in May.",
        [("2014", "The tax, promised in 2014"), ("2015", "watered down in 2015"), ("May", "The tax, promised in")],
    ),
    ("A driver, thought to have left Aldane, gave himself up on Friday.", [("Friday", "A driver, thought to have")]),
    (
        "Blue Foods will pay as much as 4 billion under a deal filed in court on Tuesday.",
        [("Tuesday", "a deal filed in court on Tuesday")],
    ),
    (
        "The chief, Jan Ito, handed money to a clerk, and in May the clerk fled.",
        [("May", "in May the clerk fled.")],
    ),
    # behind a colon
    ("It went on: on Friday the mayor of Aldane left.", [("Friday", "on Friday the mayor of Aldane left.")]),
    ("Wolves have come back: a pair was seen near Aldane in 1998.", [("1998", "a pair was seen near Aldane")]),
    # clauses that a comma alone joins
    (
        "Jan Ito opened the mill in 1958, his brother sold it in 1983.",
        [("1958", "Jan Ito opened the mill in 1958"), ("1983", "his brother sold it in 1983.")],
    ),
    ("Police held a woman, a man arrested on Friday said.", []),
    ("On Friday the mayor left, a man beaten in May.", [("Friday", "On Friday the mayor left")]),
    # what lies ahead or went on
    ("In April there will be a new council in Aldane.", [("April", "In April there will be a new council")]),
    ("Voting in Aldane is on 14 May.", []),
    ("Voting is on 14 May.", [("14 May", "Voting is on 14 May.")]),
    ("The rest will be out by Friday, said Ida Brandt.", [("Friday", "The rest will be out by Friday")]),
    ("Ida Brandt was in Aldane on Monday, where she sold a mill.", [("Monday", "she sold a mill")]),
    ("It was on that same Friday evening that the wall fell.", [("that same Friday evening", "the wall fell")]),
    # "and" before a subject with a relative clause
    (
        "In May the mill was shut, and the tower that cooled it was blown up in Aldane in June.",
        [("May", "In May the mill was shut"), ("June", "the tower that cooled it was blown up in Aldane in June.")],
    ),
    (
        "In May the mill was shut, and the tower that cooled it stood idle and was blown up in June.",
        [("May", "In May the mill was shut"), ("June", "was blown up in June.")],
    ),
    # what soon followed
    (
        "Within hours of the vote on Tuesday crowds blocked Aldane.",
        [("Tuesday", "Within hours of the vote on Tuesday")],
    ),
    ("Minutes after Tuesday's vote Ida Brandt left.", [("Tuesday", "Minutes after Tuesday's vote Ida Brandt left.")]),
    ("After the vote on Tuesday Ida Brandt left.", [("Tuesday", "the vote on Tuesday")]),
    ("On Friday Ida Brandt had the general to lunch.", [("Friday", "On Friday Ida Brandt had the general to lunch.")]),
    ("The third fire of the summer burned a mill on Friday.", [("Friday", "The third fire of the summer burned")]),
]
"""The expression that dates a mention and how its text begins; others of the sentence are not looked at."""

NO_EVENT = [
    "“We leave Aldane today,” said the skipper.",
    "The party of Ida Brandt has governed Aldane since 1991.",
    "Blue Ferries declined to comment on Friday.",
    "The letter dated 3 March is in the files of Blue Ferries.",
    "Blue Ferries did not respond to a request for comment on Friday.",
    "Blue Ferries did not return calls on Friday.",
    "Why the ship turned back on Friday is not known.",
    "If the dam breaks on Monday, the town will be flooded.",
    "The valley would have been spared if the dam had been built in 1974.",
    "Brandt has not said if she will stand in September.",
    "Ida Brandt grew up in Aldane and was born in 1961.",
    "Had the signal at Aldane been mended in March, the trains would not have met.",
    "Ida Brandt, born in 1961 in Aldane, is a lawyer.",
    "Not since 1998 had an army held Aldane.",
    "Should the dam of Aldane burst on Friday, the town would flood.",
    "We hope that Aldane is safe on Friday.",
    "Reports of the fire first appeared in the papers of Aldane on Friday.",
    "The letter came to Aldane, but not on Friday.",
    "Ida Brandt was mayor of Aldane from 1998 to 2006.",
    "The storm was the strongest in Aldane since 1998.",
    "The inn, called the Blue Boar in 1961, is a ruin.",
    "Had the dam of Aldane failed on Sunday, the town would have drowned.",
    "Had the dam failed on Sunday, engineers reckon, the water would have reached Aldane.",
    "Since January the bakery of Aldane has sold 400 loaves a week.",
    "The season in Aldane usually begins in June.",
    "It was the worst crash of the winter.",
    "Contrary to what was told here on 2 March, Jan Ito was not dismissed.",
    "The law of Aldane will be as it was in January.",
    "Today Ida Brandt is under house arrest in Aldane.",
    "Ida Brandt had a house in Aldane in 1998.",
]


@pytest.mark.parametrize(("sentence", "expected"), DATED)
def test_the_date_of_a_clause(sentence: str, expected: list[tuple[str, str]]) -> None:
    found = [(mention.expression.text, mention.text) for mention in mentions(sentence) if mention.expression]
    for phrase, beginning in expected:
        assert any(text.startswith(beginning) or beginning in text for own, text in found if own in phrase), found


@pytest.mark.parametrize("sentence", NO_EVENT)
def test_no_event(sentence: str) -> None:
    assert [mention.text for mention in mentions(sentence)] == []


def test_a_verbal_noun_is_a_subject() -> None:
    (found,) = mentions("Voting was extended by two hours in Aldane on Friday.")
    assert found.defect is None


def test_what_was_put_off_lies_ahead() -> None:
    text = "Aldane news of the week, part one\n\nFriday's debate at Aldane College was postponed because of the wind."
    (found,) = [mention for mention in dated(text, "2012-03-07") if mention.expression]
    assert str(found.span) == "2012-03-09"


def test_what_will_not_be_done_lies_ahead() -> None:
    text = "Aldane news of the week, part one\n\nThe mayor has announced that he will not stand in September."
    (found,) = [mention for mention in dated(text, "2012-03-07") if mention.expression]
    assert str(found.span) == "2012-09"


def test_an_agreement_of_the_articles_own_day_is_no_plan() -> None:
    text = "Aldane news of the week, part one\n\nMeeting in Norham on Wednesday, two firms agreed to share the cost."
    (found,) = [mention for mention in dated(text, "2012-03-07") if mention.expression]
    assert found.factuality is Factuality.HAPPENED


def test_nothing_is_counted_from_when_a_film_was_made() -> None:
    found = dated("In a film made six weeks before the fire, Ida Brandt told us of her fears.", "2012-03-07")
    assert [mention.text for mention in found if mention.text == "the fire"] == []
