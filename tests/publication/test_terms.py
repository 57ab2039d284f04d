"""Beginnings and ends of terms, votes and other days that the almanac knows, told with a weekday or without a year."""

from __future__ import annotations

from datetime import date

import pytest

from newsline.publication import facts, told

TABLES = {"told_week", "told_past", "vote_date", "vote_counted", "new_in_office", "deed_told", "before_office"}


def _clues(text: str) -> dict[str, list[tuple[str, str]]]:
    """What the text tells: the rows of the clues with the first and the last days of their stretches."""
    found: dict[str, list[tuple[str, str]]] = {}
    for clue in facts.clues(text):
        if clue.table in TABLES:
            spans = ((str(date.fromordinal(a)), str(date.fromordinal(b))) for a, b in clue.spans)
            found.setdefault(clue.table.replace("told_past", "told_week"), []).extend(spans)
    return found


@pytest.mark.parametrize(
    ("text", "table", "span"),
    [
        ("Joko Widodo was sworn in on Monday.", "told_week", ("2014-10-20", "2014-10-26")),
        ("Donald Trump takes office tomorrow.", "told_week", ("2025-01-19", "2025-01-19")),
        ("Boris Johnson, two weeks in Downing Street, was away.", "told_week", ("2019-08-03", "2019-08-11")),
        ("Duterte sworn in\n\nThe president took the oath on Thursday.", "told_week", ("2016-06-30", "2016-07-06")),
        ("Gordon Brown moves into Number 10 on Wednesday.", "told_week", ("2007-06-21", "2007-06-27")),
        ("The cardinals chose Jorge Mario Bergoglio on Wednesday.", "told_week", ("2013-03-13", "2013-03-19")),
        ("Cyril Ramaphosa was elected by parliament on Thursday.", "told_week", ("2018-02-15", "2018-02-21")),
        ("David Cameron said on Friday that he would go.", "told_week", ("2016-06-24", "2016-06-30")),
        ("Yasser Arafat was mourned, a day after he died.", "told_week", ("2004-11-12", "2004-11-13")),
        (
            "Chile chooses on Sunday between two men, a student leader and a lawyer.",
            "told_week",
            ("2021-12-13", "2021-12-19"),
        ),
        ("Filipinos gave Ferdinand Marcos Jr. a landslide on Monday.", "told_week", ("2022-05-09", "2022-05-15")),
        ("The Irish voted by two to one on Friday to repeal the ban.", "told_week", ("2018-05-25", "2018-05-31")),
        ("John Mahama had lost an election only last week.", "told_week", ("2016-12-11", "2016-12-18")),
        (
            "The Bundestag was full. Voters in Taiwan gave Lai the presidency on Saturday.",
            "told_week",
            ("2024-01-13", "2024-01-19"),
        ),
        ("President-elect Javier Milei takes the oath on Sunday.", "told_week", ("2023-12-04", "2023-12-10")),
        ("New PM Rishi Sunak, in the job since Tuesday, was asked.", "told_week", ("2022-10-25", "2022-10-31")),
        ("Tony Blair, who became prime minister on Friday, was told.", "told_week", ("1997-05-02", "1997-05-08")),
        ("Nawaz Sharif was ousted on Tuesday.", "told_week", ("1999-10-12", "1999-10-18")),
        ("Pope Francis, elected on Wednesday, spoke of the dam.", "told_week", ("2013-03-13", "2013-03-19")),
        (
            "Jair Bolsonaro lost. Lula da Silva won Sunday's runoff in Brazil.",
            "told_week",
            ("2022-10-30", "2022-11-05"),
        ),
        ("Benazir Bhutto was assassinated on Thursday.", "told_week", ("2007-12-27", "2008-01-02")),
        ("Shops shut after the collapse of Lehman Brothers on Monday.", "told_week", ("2008-09-15", "2008-09-21")),
        ("The coronation of King Charles III is to be on Saturday.", "told_week", ("2023-04-30", "2023-05-06")),
        ("Boris Johnson won Thursday's election in Britain.", "told_week", ("2019-12-12", "2019-12-18")),
        ("Kenyans vote on Tuesday.", "told_week", ("2017-08-02", "2017-08-08")),
        ("Italians went to the polls on Sunday.", "told_week", ("2018-03-04", "2018-03-10")),
        ("Rishi Sunak had called a general election for 4 July.", "vote_date", ("2024-07-04", "2024-07-04")),
        ("The Oct. 22 first round left Argentines uneasy.", "vote_date", ("2023-10-22", "2023-10-22")),
        ("Britain's new prime minister, Theresa May, came.", "new_in_office", ("2016-07-13", "2016-07-13")),
        ("Britain’s new prime minister came.", "new_in_office", ("2022-10-25", "2022-10-25")),
        ("Britain’s new prime minister, in the job since Tuesday, came.", "told_week", ("2022-10-25", "2022-10-31")),
        ("Rain met the new Argentine president, who took office on Sunday.", "told_week", ("2023-12-10", "2023-12-16")),
        ("A clerk in France fled six days before the presidential election.", "vote_counted", ("2012-04-30",) * 2),
        ("Tea rose a week after Kenya’s election.", "vote_counted", ("2017-08-15", "2017-08-15")),
        ("On the eve of the German election, it rained.", "vote_counted", ("2021-09-25", "2021-09-25")),
        (
            "Poland and Poles wait, as a Polish poet has it. It rained days before the election.",
            "vote_counted",
            ("2023-10-05", "2023-10-14"),
        ),
        ("Rishi Sunak left. It rained two days before the election.", "vote_counted", ("2024-07-02", "2024-07-02")),
        ("The president-elect, Volodymyr Zelensky, came.", "before_office", ("2019-04-21", "2019-05-19")),
        ("Liz Truss resigned the same afternoon.", "deed_told", ("2022-10-20", "2022-10-20")),
        ("Boris Yeltsin resigned.", "deed_told", ("1999-12-31", "1999-12-31")),
    ],
)
def test_what_is_told(text: str, table: str, span: tuple[str, str]) -> None:
    assert span in _clues(text).get(table, [])


@pytest.mark.parametrize(
    "text",
    [
        "The Bush fires went out on Tuesday.",
        "In May, Mr. Brown was elected.",
        "Gordon Brown, a plumber, mended the tap on Tuesday.",
        "Joko Widodo was sworn in on Tuesday.",  # it was a Monday
        "Joko Widodo was sworn in on Monday, 20 October 2014.",
        "Joko Widodo was sworn in on a Monday ten years ago.",
        "The club in Kenya elected a new board on Sunday.",
        "Kenyan lawmakers voted on Tuesday for the budget.",
        "Britain votes on Thursday in local elections.",
        "The jury in Rome voted on Sunday.",
        "The French union voted on Sunday to strike.",
        "The film festival's first round ended on Sunday in France.",
        "Argentines go to the beach on Oct. 22.",
        "The election of 4 July 2024 in Britain was wet.",
        "A general election is due on 4 July.",  # nobody says where
        "Ada Penn resigned on Thursday.",
        "The Queen of Hearts died on stage.",
        "The collapse of Lehman Brothers in 2008 began on a Monday.",
        "New Zealand's prime minister came.",
        "Nawaz Sharif was ousted on the Tuesday before that.",
        "Kenyans went to the polls that Tuesday, the witness said.",
        "British pipes froze two days before the local elections.",
        "British pipes froze two days before the last election.",
        "British pipes froze two days before the 2019 election.",
        "British pipes froze two months before the election.",
        "French pipes froze within days of the election.",
        "German pipes froze two days before the vote in the club.",
        "Pipes froze two days before the election.",
        "Pipes froze in France and Rishi Sunak left. It rained two days before the election.",
        "Lundvik’s new prime minister came.",
        "Mali’s new presidents of clubs",
        "A newspaper named Theresa May the best dancer on Wednesday.",
    ],
)
def test_what_is_not_told(text: str) -> None:
    assert _clues(text) == {}


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("The French presidential election on Sunday was calm.", {1981, 1988, 1995, 2002, 2007, 2012, 2017, 2022}),
        ("The Austrian referendum on Sunday was calm.", {1994}),
        ("France voted in the second round on Sunday, said Lionel Jospin.", {1995, 1997, 2002}),
    ],
)
def test_the_kind_the_round_and_the_people_leave_few_votes(text: str, years: set[int]) -> None:
    assert {int(first[:4]) for first, _ in _clues(text)["told_week"]} == years


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It rained. Mr. Penn left on Oct. 4 for Rome. It snowed.", "Mr. Penn left on Oct. 4 for Rome"),
        ("Rain fell\nMr. Penn left\nSnow fell", "Mr. Penn left"),
    ],
)
def test_sentence(text: str, words: str) -> None:
    place = text.index("Penn")
    assert text[slice(*told.sentence(text, place, place + 4))] == words
